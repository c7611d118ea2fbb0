"""Readers and writers of comma-separated values, for csv."""

__version__ = '1.0'
__all__ = ['Dialect', 'Error', 'QUOTE_ALL', 'QUOTE_MINIMAL', 'QUOTE_NONE', 'QUOTE_NONNUMERIC', 'field_size_limit', 'get_dialect',
           'list_dialects', 'reader', 'register_dialect', 'unregister_dialect', 'writer']

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    __module__ = '_csv'


_dialects = {}
_limit = 128 * 1024
_ABSENT = object()


# ____________________________________________________________
# dialects


def _character(name, value):
    if not isinstance(value, str):
        raise TypeError('"%s" must be string, not %s' % (name, type(value).__name__))
    if len(value) != 1:
        raise TypeError('"%s" must be a 1-character string' % name)
    return value


def _character_or_none(name, value):
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError('"%s" must be string or None, not %s' % (name, type(value).__name__))
    if len(value) != 1:
        raise TypeError('"%s" must be a 1-character string' % name)
    return value


class Dialect:
    """The format of a file; immutable."""
    __slots__ = ('_values',)
    __module__ = '_csv'

    def __new__(cls, dialect=None, delimiter=_ABSENT, doublequote=_ABSENT, escapechar=_ABSENT, lineterminator=_ABSENT, quotechar=_ABSENT,
                quoting=_ABSENT, skipinitialspace=_ABSENT, strict=_ABSENT):
        given = {'delimiter': delimiter, 'doublequote': doublequote, 'escapechar': escapechar, 'lineterminator': lineterminator,
                 'quotechar': quotechar, 'quoting': quoting, 'skipinitialspace': skipinitialspace, 'strict': strict}
        if dialect is not None:
            if isinstance(dialect, str):
                dialect = get_dialect(dialect)
            if type(dialect) is Dialect and all(value is _ABSENT for value in given.values()):
                return dialect
            for name, value in given.items():
                if value is _ABSENT:
                    try:
                        given[name] = getattr(dialect, name)
                    except Exception:
                        pass            # whatever keeps the attribute away: the default stands
        return cls._make(given)

    @classmethod
    def _make(cls, given):
        delimiter, quotechar, escapechar = given['delimiter'], given['quotechar'], given['escapechar']
        delimiter = ',' if delimiter is _ABSENT else _character('delimiter', delimiter)
        doublequote = given['doublequote'] is _ABSENT or bool(given['doublequote'])
        escapechar = None if escapechar is _ABSENT else _character_or_none('escapechar', escapechar)
        lineterminator = given['lineterminator']
        if lineterminator is _ABSENT:
            lineterminator = '\r\n'
        elif lineterminator is not None and not isinstance(lineterminator, str):
            raise TypeError('"lineterminator" must be a string')
        quotechar = '"' if quotechar is _ABSENT else _character_or_none('quotechar', quotechar)
        quoting = given['quoting']
        if quoting is _ABSENT:
            value = QUOTE_MINIMAL
            if quotechar is None:
                value = QUOTE_NONE
        else:
            value = quoting
            if type(value) is not int:
                raise TypeError('"quoting" must be an integer')
        skipinitialspace = given['skipinitialspace'] is not _ABSENT and bool(given['skipinitialspace'])
        strict = given['strict'] is not _ABSENT and bool(given['strict'])
        if not QUOTE_MINIMAL <= value <= QUOTE_NONE:
            raise TypeError('bad "quoting" value')
        if value != QUOTE_NONE and quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if lineterminator is None:
            raise TypeError("lineterminator must be set")
        self = object.__new__(cls)
        object.__setattr__(self, '_values', (delimiter, doublequote, escapechar, lineterminator, quotechar, value, skipinitialspace, strict))
        return self

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle %s instances" % type(self).__name__)


def _field(index):
    def get(self):
        return self._values[index]
    return property(get)


for _i, _name in enumerate(('delimiter', 'doublequote', 'escapechar', 'lineterminator', 'quotechar', 'quoting', 'skipinitialspace', 'strict')):
    setattr(Dialect, _name, _field(_i))
del _i, _name


def _dialect(dialect, formats):
    if dialect is not _ABSENT and 'dialect' in formats:
        raise TypeError("argument for function given by name ('dialect') and position (1)")
    return Dialect(**formats) if dialect is _ABSENT else Dialect(dialect, **formats)


def register_dialect(name, dialect=_ABSENT, /, **formats):
    """Gives a dialect a name."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _dialect(dialect, formats)


def unregister_dialect(name):
    """Forgets a name."""
    try:
        del _dialects[name]
    except KeyError:
        raise Error("unknown dialect") from None


def get_dialect(name):
    """The dialect of a name."""
    try:
        return _dialects[name]
    except KeyError:
        raise Error("unknown dialect") from None


def list_dialects():
    """All names."""
    return list(_dialects)


def field_size_limit(*limit):
    """The length that no field may exceed; sets another if one is given."""
    global _limit
    if len(limit) > 1:
        raise TypeError("field_size_limit expected at most 1 argument, got %d" % len(limit))
    old = _limit
    if limit:
        if type(limit[0]) is not int:
            raise TypeError("limit must be an integer")
        _limit = limit[0]
    return old


# ____________________________________________________________
# reading

(_START_RECORD, _START_FIELD, _ESCAPED, _IN_FIELD, _IN_QUOTED, _ESCAPED_IN_QUOTED, _QUOTE_IN_QUOTED, _EAT_NEWLINES,
 _AFTER_ESCAPED_NEWLINE) = range(9)
_END = ''               # the end of a line, as a character


class reader:
    """Iterates over the records of an iterable of lines."""
    __module__ = '_csv'

    def __init__(self, iterable, dialect=_ABSENT, /, **formats):
        self._lines = iter(iterable)
        self._dialect = _dialect(dialect, formats)
        self._line_num = 0
        (self._delimiter, self._doublequote, self._escapechar, _, self._quotechar, self._quoting, self._skip,
         self._strict) = self._dialect._values
        self._reset()

    @property
    def dialect(self):
        return self._dialect

    @property
    def line_num(self):
        return self._line_num

    def _reset(self):
        self._state = _START_RECORD
        self._fields = []
        self._text = []                 # the characters of the field
        self._numeric = False

    def __iter__(self):
        return self

    def __next__(self):
        self._reset()
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if self._text or self._state == _IN_QUOTED:
                    if self._strict:
                        raise Error("unexpected end of data") from None
                    self._save()
                    break
                raise
            if not isinstance(line, str):
                raise Error("iterator should return strings, not %s (the file should be opened in text mode)" % type(line).__name__)
            self._line_num += 1
            if self._state == _START_RECORD:
                fields = self._plain(line)
                if fields is not None:
                    return fields
            process = self._process
            for c in line:
                process(c)
            process(_END)
            if self._state == _START_RECORD:
                break
        fields = self._fields
        self._fields = []
        return fields

    def _plain(self, line):
        """The fields of a line in which nothing is quoted or escaped; None for any other."""
        if self._quoting == QUOTE_NONNUMERIC or self._skip:
            return None
        if self._quoting != QUOTE_NONE and self._quotechar in line:
            return None
        if self._escapechar is not None and self._escapechar in line:
            return None
        body = line.rstrip('\r\n')
        if '\r' in body or '\n' in body or self._delimiter in '\r\n':
            return None
        if not body:
            return []
        fields = body.split(self._delimiter)
        if len(body) > _limit:
            for field in fields:
                if len(field) > _limit:
                    raise Error("field larger than field limit (%d)" % _limit)
        return fields

    def _add(self, c):
        if len(self._text) >= _limit:
            raise Error("field larger than field limit (%d)" % _limit)
        self._text.append(c)

    def _save(self):
        field = ''.join(self._text)
        self._text = []
        if self._numeric:
            self._numeric = False
            field = float(field)
        self._fields.append(field)

    def _end_of_record(self, c):
        self._save()
        self._state = _START_RECORD if c == _END else _EAT_NEWLINES

    def _process(self, c):
        state = self._state
        newline = c == '\n' or c == '\r'
        if state == _IN_QUOTED:
            if c == _END:
                pass
            elif c == self._escapechar:
                self._state = _ESCAPED_IN_QUOTED
            elif c == self._quotechar and self._quoting != QUOTE_NONE:
                self._state = _QUOTE_IN_QUOTED if self._doublequote else _IN_FIELD
            else:
                self._add(c)
        elif state == _IN_FIELD or state == _AFTER_ESCAPED_NEWLINE:
            if c == _END and state == _AFTER_ESCAPED_NEWLINE:
                pass
            elif newline or c == _END:
                self._end_of_record(c)
            elif c == self._escapechar:
                self._state = _ESCAPED
            elif c == self._delimiter:
                self._save()
                self._state = _START_FIELD
            else:
                self._add(c)
        elif state == _START_RECORD and (c == _END or newline):
            if newline:
                self._state = _EAT_NEWLINES
        elif state == _START_FIELD or state == _START_RECORD:
            self._state = _START_FIELD
            if newline or c == _END:
                self._end_of_record(c)
            elif c == self._quotechar and self._quoting != QUOTE_NONE:
                self._state = _IN_QUOTED
            elif c == self._escapechar:
                self._state = _ESCAPED
            elif c == ' ' and self._skip:
                pass
            elif c == self._delimiter:
                self._save()
            else:
                self._numeric = self._quoting == QUOTE_NONNUMERIC
                self._add(c)
                self._state = _IN_FIELD
        elif state == _QUOTE_IN_QUOTED:
            if c == self._quotechar and self._quoting != QUOTE_NONE:
                self._add(c)
                self._state = _IN_QUOTED
            elif c == self._delimiter:
                self._save()
                self._state = _START_FIELD
            elif newline or c == _END:
                self._end_of_record(c)
            elif not self._strict:
                self._add(c)
                self._state = _IN_FIELD
            else:
                raise Error("'%s' expected after '%s'" % (self._delimiter, self._quotechar))
        elif state == _ESCAPED:
            self._add('\n' if c == _END else c)
            self._state = _AFTER_ESCAPED_NEWLINE if newline else _IN_FIELD
        elif state == _ESCAPED_IN_QUOTED:
            self._add('\n' if c == _END else c)
            self._state = _IN_QUOTED
        elif c == _END:                                 # newlines are being eaten
            self._state = _START_RECORD
        elif not newline:
            raise Error("new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")


# ____________________________________________________________
# writing


def _is_number(value):
    kind = type(value)
    return isinstance(value, complex) or any(hasattr(kind, name) for name in ('__index__', '__int__', '__float__'))


class writer:
    """Writes records to an object with a `write` method."""
    __module__ = '_csv'

    def __init__(self, file, dialect=_ABSENT, /, **formats):
        self._dialect = _dialect(dialect, formats)
        write = getattr(file, 'write', None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        self._write = write
        values = self._dialect._values
        self._delimiter, self._doublequote, self._escapechar, self._lineterminator, self._quotechar, self._quoting = values[:6]
        self._special = {c for c in (self._delimiter, self._escapechar, self._quotechar) if c is not None}
        self._special.update(self._lineterminator)

    @property
    def dialect(self):
        return self._dialect

    def _encoded(self, text, quoted):
        """The text of a field as it stands in the record."""
        if not self._special.isdisjoint(text):
            characters = []
            for c in text:
                if c in self._special:
                    escape = self._quoting == QUOTE_NONE
                    if not escape:
                        if c == self._quotechar:
                            if self._doublequote:
                                characters.append(c)
                            else:
                                escape = True
                        elif c == self._escapechar:
                            escape = True
                        if not escape:
                            quoted = True
                    if escape:
                        if self._escapechar is None:
                            raise Error("need to escape, but no escapechar set")
                        characters.append(self._escapechar)
                characters.append(c)
            text = ''.join(characters)
        if quoted:
            return self._quotechar + text + self._quotechar
        return text

    def writerow(self, row, /):
        """Writes a record; returns what `write` returns."""
        try:
            iterator = iter(row)
        except TypeError:
            raise Error("iterable expected, not %s" % type(row).__name__) from None
        fields = []
        for value in iterator:
            quoted = self._quoting == QUOTE_ALL or (self._quoting == QUOTE_NONNUMERIC and not _is_number(value))
            if value is None:
                text = ''
            elif isinstance(value, str):
                text = value
            else:
                text = str(value)
            fields.append(self._encoded(text, quoted))
        if len(fields) == 1 and not fields[0]:
            if self._quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            fields[0] = self._quotechar * 2
        return self._write(self._delimiter.join(fields) + self._lineterminator)

    def writerows(self, rows, /):
        """Writes several records."""
        for row in rows:
            self.writerow(row)
