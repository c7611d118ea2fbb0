"""Source text: bytes decoded to UTF-8 with '\\n' as the only line end.

The encoding is UTF-8 unless a cookie in the first two lines says otherwise
(PEP 263) or the caller says that the text is UTF-8 already.
"""
from interpreter.parser import utf8
from interpreter.parser.error import ParseError

# Flags of parse(), with the values that CPython's compile() uses.
PyCF_SOURCE_IS_UTF8 = 0x0100
PyCF_DONT_IMPLY_DEDENT = 0x0200
PyCF_ONLY_AST = 0x0400
PyCF_IGNORE_COOKIE = 0x0800
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000
CO_FUTURE_BARRY_AS_BDFL = 0x400000
# Ours: from here up, the minor version of Python 3 whose grammar is asked for, 0 for ours.
VERSION_SHIFT = 32
# Ours: the bytes come from a script file, so all of them must be valid.
PyCF_FROM_FILE = 0x10000000

BOM = '\xef\xbb\xbf'


class SourceDecoder(object):
    """Decodes the encodings that this package does not know.

    interpreter.eval.sourceencoding puts its own subclass into
    `decoder_hook.decoder`.
    """

    def decode(self, encoding, data, filename):
        """Return `data` in UTF-8 (str); None for an unknown encoding; on bad
        bytes raise the ParseError that bad_bytes(filename, msg) makes."""
        return None


class DecoderHook(object):
    def __init__(self):
        self.decoder = SourceDecoder()


decoder_hook = DecoderHook()


def positionless(filename, msg):
    """A SyntaxError (ParseError) that CPython raises with the message only."""
    return ParseError('SyntaxError', msg, filename, -1, -1, None, -1, -1)


def bad_bytes(filename, msg):
    """The ParseError for bytes that the declared encoding cannot decode."""
    return ParseError('SyntaxError', msg, filename, 0, -1, None, -1, -1)


class Source(object):
    """The text to tokenize.

    text       str: the UTF-8 text, a '\\n' in the end, then one NUL that
               stops every scan
    length     int: without the NUL
    filename   str
    newline_added   bool: the text did not end in a newline
    is_fstring      bool: an expression in an f-string, put into parentheses
    first_lineno, first_col   ints: where the first line begins in the file
    error_col       int: what errors subtract from columns
    columns_in_bytes   bool: errors count bytes; CPython does so in bytes that
                       come without a declaration of their encoding
    """

    def __init__(self, text, filename):
        self.newline_added = not text.endswith('\n')
        self.is_fstring = False
        self.first_lineno = 1
        self.first_col = 0
        self.error_col = 0
        self.columns_in_bytes = False
        if self.newline_added:
            text += '\n'
        self.length = len(text)
        self.text = text + '\0'
        self.filename = filename

    def set_origin(self, lineno, col, newline_follows):
        """This is an f-string's expression, which begins at that position; is its
        first line empty?"""
        self.is_fstring = True
        self.columns_in_bytes = True
        self.first_lineno = lineno
        self.first_col = col
        if not newline_follows:
            self.error_col = col

    def line_start(self, lineno):
        """The byte offset (int) of line `lineno`."""
        start = 0
        lineno -= self.first_lineno - 1
        while lineno > 1:
            start = self.text.find('\n', start) + 1
            if start <= 0:
                return self.length
            lineno -= 1
        return start

    def last_lineno(self):
        return self.first_lineno + self.text.count('\n') - 1

    def line_at(self, start, with_newline):
        """The text (str) of the line whose first byte is at `start`."""
        if start < 0:
            start = 0
        end = self.text.find('\n', start)
        if end < 0:
            end = self.length
        elif with_newline:
            end += 1
        assert end >= start
        return self.text[start:end]

    def offset(self, line, col):
        """The offset (int, from 1) that errors give for byte column `col` of `line`."""
        if self.columns_in_bytes:
            return col + 1
        if col < 0:
            return 0
        if col > len(line):
            return utf8.count(line, 0, len(line)) + col - len(line) + 1
        return utf8.count(line, 0, col) + 1

    def error(self, kind, msg, lineno, col, end_lineno, end_col):
        """A ParseError at byte columns `col`..`end_col`, which count from 0; an
        `end_col` of -1 gives an `end_offset` of -1."""
        line = self.line_at(self.line_start(lineno), True)
        offset = self.offset(line, col - self.error_col)
        if end_col == -1:
            end_offset = -1
        else:
            end_col -= self.error_col
            if end_lineno != lineno and not self.columns_in_bytes:
                end_col = min(end_col, len(line.rstrip('\n')))     # as CPython: the line that is shown counts
            end_offset = self.offset(line, end_col)
        return ParseError(kind, msg, self.filename, lineno, offset,
                          utf8.replace_problems(line), end_lineno, end_offset)


def decode_source(data, filename, flags):
    """Bytes of a source file, or UTF-8 text according to `flags` -> Source.

    Raises ParseError for NULs, an unknown encoding, and bytes that do not
    decode.
    """
    if '\0' in data:
        if flags & PyCF_FROM_FILE:
            raise null_byte(data, filename)
        raise positionless(filename, 'source code string cannot contain null bytes')
    columns_in_bytes = False
    if not flags & PyCF_IGNORE_COOKIE:
        has_bom = data.startswith(BOM)
        if has_bom:
            data = data[3:]
        encoding = find_cookie(data)
        if encoding is not None:
            name = canonical_name(encoding)
            if has_bom and name != 'utf-8':
                raise bad_bytes(filename, 'encoding problem: %s with BOM' % name)
            if flags & PyCF_FROM_FILE:
                data = decode_file_as(data, name, filename)
            else:
                data = decode_as(data, name, filename)
        elif flags & PyCF_FROM_FILE:
            check_file(data, filename)
        elif not has_bom:
            columns_in_bytes = True
    if '\r' in data:
        data = translate_newlines(data)
    source = Source(data, filename)
    source.columns_in_bytes = columns_in_bytes
    return source


def translate_newlines(data):
    parts = []
    start = 0
    while True:
        end = data.find('\r', start)
        if end < 0:
            parts.append(data[start:])
            return ''.join(parts)
        parts.append(data[start:end])
        parts.append('\n')
        start = end + 1
        if start < len(data) and data[start] == '\n':
            start += 1


def check_file(data, filename):
    """Raise CPython's error for a script with no cookie that is not UTF-8."""
    problem = utf8.find_problem(data, 0, len(data))
    if problem is not None:
        position = problem.position
        assert position >= 0
        lineno = data.count('\n', 0, position) + 1
        raise positionless(
            filename,
            "Non-UTF-8 code starting with '\\x%s' in file %s on line %d, but no "
            "encoding declared; see https://peps.python.org/pep-0263/ for details"
            % (two_hex_digits(ord(data[position])), filename, lineno))


def null_byte(data, filename):
    """CPython's ParseError for a script that contains a NUL."""
    position = data.find('\0')
    assert position >= 0
    start = data.rfind('\n', 0, position) + 1
    assert 0 <= start <= position
    lineno = data.count('\n', 0, position) + 1
    return ParseError('SyntaxError', 'source code cannot contain null bytes',
                      filename, lineno, 0, utf8.replace_problems(data[start:position]), lineno, 0)


def decode_file_as(data, encoding, filename):
    """decode_as() with CPython's error for a script."""
    try:
        return decode_as(data, encoding, filename)
    except ParseError:
        raise positionless(filename, 'encoding problem: ' + encoding)


def two_hex_digits(byte):
    digits = '0123456789abcdef'
    return digits[byte >> 4] + digits[byte & 15]


def find_cookie(data):
    """The encoding (str) that the first two lines declare, or None."""
    start = 0
    for _ in range(2):
        end = data.find('\n', start)
        carriage_return = data.find('\r', start)
        if carriage_return >= 0 and (end < 0 or carriage_return < end):
            end = carriage_return
            if end + 1 < len(data) and data[end + 1] == '\n':
                end += 1
        if end < 0:
            end = len(data)
        assert 0 <= start <= end
        i = start
        while i < end and data[i] in ' \t\014':
            i += 1
        if i < end and data[i] == '#':
            encoding = cookie_in_comment(data, i, end)
            if encoding is not None:
                return encoding
        elif i < end and data[i] not in '\r\n':
            return None
        start = end + 1
        if start >= len(data):
            return None
    return None


def is_encoding_char(c):
    return c.isalnum() or c == '-' or c == '_' or c == '.'


def cookie_in_comment(data, i, end):
    while True:
        i = data.find('coding', i, end)
        if i < 0:
            return None
        i += 6
        if i >= end or data[i] not in ':=':
            continue
        i += 1
        while i < end and data[i] in ' \t':
            i += 1
        stop = i
        while stop < end and is_encoding_char(data[stop]):
            stop += 1
        if stop > i:
            return data[i:stop]


def is_name_or_variant(name, prefix):
    return name == prefix or name.startswith(prefix + '-')


def canonical_name(encoding):
    """The name (str) by which CPython's tokenizer knows UTF-8 and Latin-1."""
    name = encoding.lower().replace('_', '-')
    if is_name_or_variant(name, 'utf-8'):
        return 'utf-8'
    if (is_name_or_variant(name, 'latin-1') or
            is_name_or_variant(name, 'iso-8859-1') or
            is_name_or_variant(name, 'iso-latin-1')):
        return 'iso-8859-1'
    return encoding


def decode_as(data, encoding, filename):
    """`data` in UTF-8 (str), decoded from `encoding`."""
    lower = encoding.lower().replace('_', '-')
    if lower == 'utf-8' or lower == 'utf8':
        return data
    if lower == 'iso-8859-1' or lower == 'latin1' or lower == 'l1':
        return latin1_to_utf8(data)
    if lower == 'ascii' or lower == 'us-ascii':
        for i in range(len(data)):
            if ord(data[i]) >= 0x80:
                raise bad_bytes(
                    filename, "'ascii' codec can't decode byte 0x%s"
                    " in position %d: ordinal not in range(128)"
                    % (two_hex_digits(ord(data[i])), i))
        return data
    decoded = decoder_hook.decoder.decode(encoding, data, filename)
    if decoded is None:
        raise bad_bytes(filename, 'unknown encoding: %s' % encoding)
    return decoded


def latin1_to_utf8(data):
    parts = []
    start = 0
    for i in range(len(data)):
        if ord(data[i]) >= 0x80:
            assert start >= 0
            parts.append(data[start:i])
            parts.append(utf8.encode(ord(data[i])))
            start = i + 1
    assert start >= 0
    parts.append(data[start:])
    return ''.join(parts)
