"""str.format: the replacement fields in braces.

    "{" [name] {"." attribute | "[" index "]"} ["!" conversion] [":" spec] "}"

Parser         cuts a format string into literal text and fields (also behind _string.formatter_parser)
FieldName      walks over the parts of a field's name (also behind _string.formatter_field_name_split)
"""

from rpython.rlib.rarithmetic import ovfcheck
from rpython.rlib.rstring import StringBuilder

from interpreter.errors import index_error, key_error, value_error
from interpreter.unicode import utf8

DEPTH = 2                 # a spec may hold fields, whose specs may not
UNKNOWN, AUTOMATIC, MANUAL = range(3)


def read_index(text):
    """The number that text is, or -1 if it is none."""
    if len(text) == 0:
        return -1
    value = 0
    for c in text:
        if not '0' <= c <= '9':
            return -1
        try:
            value = ovfcheck(ovfcheck(value * 10) + (ord(c) - ord('0')))
        except OverflowError:
            raise value_error("Too many decimal digits in format string")
    return value


class Parser(object):
    """next() reads literal text and, if has_field then is true, the field after it: name, spec, conversion (a code point, 0 for none)."""
    def __init__(self, text):
        self.text = text
        self.position = 0
        self.literal = ''
        self.has_field = False
        self.name = ''
        self.spec = ''
        self.conversion = 0
        self.spec_has_fields = False

    def next(self):
        """False at the end."""
        text, end = self.text, len(self.text)
        if self.position >= end:
            return False
        self.has_field = False
        self.name = self.spec = ''
        self.conversion = 0
        self.spec_has_fields = False
        start = i = self.position
        assert start >= 0
        while i < end and text[i] != '{' and text[i] != '}':
            i += 1
        if i == end:
            self.literal = text[start:]
            self.position = end
            return True
        brace = text[i]
        i += 1
        if i < end and text[i] == brace:      # doubled: one brace, literally
            self.literal = text[start:i]
            self.position = i + 1
            return True
        if brace == '}':
            raise value_error("Single '}' encountered in format string")
        if i >= end:
            raise value_error("Single '{' encountered in format string")
        before = i - 1
        assert before >= 0
        self.literal = text[start:before]
        self.position = i
        self.has_field = True
        self.read_field()
        return True

    def read_field(self):
        text, end = self.text, len(self.text)
        start = i = self.position
        assert start >= 0
        in_brackets = False
        found = '\0'                   # what ends the name
        while i < end:
            c = text[i]
            if in_brackets:
                if c == ']':
                    in_brackets = False
            elif c == '[':
                in_brackets = True
            elif c == '{':
                raise value_error("unexpected '{' in field name")
            elif c == '}' or c == ':' or c == '!':
                found = c
                break
            i += 1
        if found == '\0':
            raise value_error("expected '}' before end of string")
        assert i >= 0
        self.name = text[start:i]
        i += 1
        if found != '}':
            if found == '!':
                if i >= end:
                    raise value_error("end of string while looking for conversion specifier")
                self.conversion = utf8.code_at(text, i)
                i = utf8.next_offset(text, i)
                if i < end:
                    c = text[i]
                    i += 1
                    if c == '}':
                        self.position = i
                        return
                    if c != ':':
                        raise value_error("expected ':' after conversion specifier")
            self.read_spec(i)
            return
        self.position = i

    def read_spec(self, start):
        text, end = self.text, len(self.text)
        assert start >= 0
        i, depth = start, 1
        while i < end:
            if text[i] == '{':
                self.spec_has_fields = True
                depth += 1
            elif text[i] == '}':
                depth -= 1
                if depth == 0:
                    self.spec = text[start:i]
                    self.position = i + 1
                    return
            i += 1
        raise value_error("unmatched '{' in format spec")


class FieldName(object):
    """`first` is what stands before the first . or [; next() reads the parts after it."""
    def __init__(self, name):
        self.name = name
        i = 0
        while i < len(name) and name[i] != '.' and name[i] != '[':
            i += 1
        assert i >= 0
        self.first = name[:i]
        self.position = i
        self.part = ''
        self.is_attribute = False

    def next(self):
        """Reads a part: an attribute if is_attribute, else an index.  False at the end."""
        name, i = self.name, self.position
        if i >= len(name):
            return False
        start = i + 1
        assert start >= 0
        if name[i] == '.':
            self.is_attribute = True
            i = start
            while i < len(name) and name[i] != '.' and name[i] != '[':
                i += 1
            assert i >= 0
            self.part = name[start:i]
            self.position = i
        elif name[i] == '[':
            self.is_attribute = False
            i = start
            while i < len(name) and name[i] != ']':
                i += 1
            if i >= len(name):
                raise value_error("Missing ']' in format string")
            assert i >= 0
            self.part = name[start:i]
            self.position = i + 1
        else:
            raise value_error("Only '.' or '[' may follow ']' in format field specifier")
        if len(self.part) == 0:
            raise value_error("Empty attribute in format string")
        return True


class Formatter(object):
    """One call of str.format or str.format_map: args_w from `first` on are the positional arguments, and then come those of kwnames;
    for format_map, w_mapping holds the names."""
    def __init__(self, args_w, first, kwnames, w_mapping):
        self.args_w = args_w
        self.first = first
        self.kwnames = kwnames
        self.positional = len(args_w) - first - (0 if kwnames is None else len(kwnames))
        self.w_mapping = w_mapping
        self.numbering = UNKNOWN
        self.next_index = 0

    def run(self, text, depth):
        """The text with its fields replaced, as UTF-8."""
        from interpreter import ops
        from interpreter.objects.str import newstr
        if depth == 0:
            raise value_error("Max string recursion exceeded")
        if text.find('{') < 0 and text.find('}') < 0:
            return text
        builder = StringBuilder(len(text) + 32)
        parser = Parser(text)
        while parser.next():
            builder.append(parser.literal)
            if not parser.has_field:
                continue
            w_value = self.field(parser.name)
            if parser.conversion != 0:
                w_value = convert(w_value, parser.conversion)
            spec = parser.spec
            if parser.spec_has_fields:
                spec = self.run(spec, depth - 1)
            builder.append(ops.text_w(ops.format(w_value, newstr(spec))))
        return builder.build()

    def field(self, name):
        """The object that a field's name stands for."""
        from interpreter import ops
        from interpreter.objects.int import newint
        from interpreter.objects.str import newstr
        parts = FieldName(name)
        index = read_index(parts.first)
        if len(parts.first) == 0 or index >= 0:
            index = self.number(index)
            if self.w_mapping is not None:
                raise value_error("Format string contains positional fields")
            if index >= self.positional:
                raise index_error("Replacement index %d out of range for positional args tuple" % index)
            w_value = self.args_w[self.first + index]
        else:
            w_value = self.named(parts.first)
        while parts.next():
            if parts.is_attribute:
                w_value = ops.getattr(w_value, parts.part)
            else:
                index = read_index(parts.part)
                w_value = ops.getitem(w_value, newint(index) if index >= 0 else newstr(parts.part))
        return w_value

    def number(self, index):
        """Checks that fields are numbered all or not at all; numbers those that are not."""
        numbering = AUTOMATIC if index < 0 else MANUAL
        if self.numbering == UNKNOWN:
            self.numbering = numbering
        elif self.numbering != numbering:
            if numbering == MANUAL:
                raise value_error("cannot switch from automatic field numbering to manual field specification")
            raise value_error("cannot switch from manual field specification to automatic field numbering")
        if index < 0:
            index = self.next_index
            self.next_index += 1
        return index

    def named(self, name):
        from interpreter import ops
        from interpreter.objects.str import newstr
        if self.w_mapping is not None:
            return ops.getitem(self.w_mapping, newstr(name))
        if self.kwnames is not None:
            for i in range(len(self.kwnames)):
                if self.kwnames[i] == name:
                    return self.args_w[self.first + self.positional + i]
        raise key_error(newstr(name))


def convert(w_value, conversion):
    """!r, !s or !a"""
    from interpreter import ops
    from interpreter.objects.format import shown_code
    if conversion == ord('r'):
        return ops.repr(w_value)
    if conversion == ord('s'):
        return ops.str(w_value)
    if conversion == ord('a'):
        return ops.ascii(w_value)
    if 32 < conversion < 127:
        raise value_error("Unknown conversion specifier " + chr(conversion))
    raise value_error("Unknown conversion specifier " + shown_code(conversion))


def format_args(text, args_w, kwnames):
    """str.format; args_w[0] is the format string itself -> W_Str."""
    from interpreter.objects.str import newstr
    return newstr(Formatter(args_w, 1, kwnames, None).run(text, DEPTH))


def format_mapping(text, w_mapping):
    """str.format_map -> W_Str."""
    from interpreter.objects.str import newstr
    return newstr(Formatter([], 0, None, w_mapping).run(text, DEPTH))
