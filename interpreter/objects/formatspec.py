"""Format specifications, parsed."""

from rpython.rlib.rarithmetic import ovfcheck

from interpreter.errors import value_error
from interpreter.unicode import utf8

ALIGNMENTS = '<>=^'


class Spec(object):
    """A parsed specification.  fill is UTF-8 of one code point; sign and separator are '\\0' where not given, width and precision -1;
    type is a code point, 0 if not given."""
    def __init__(self, align):
        self.fill = ' '
        self.align = align
        self.sign = '\0'
        self.no_negative_zero = False
        self.alternate = False
        self.width = -1
        self.separator = '\0'
        self.precision = -1
        self.type = 0

    def margins(self, count):
        """How many fill characters stand at the left and at the right, for `count` of them."""
        if count <= 0:
            return 0, 0
        if self.align == '>':
            return count, 0
        if self.align == '^':
            return count // 2, count - count // 2
        return 0, count

    def group_size(self):
        """Digits between separators."""
        if self.type == ord('b') or self.type == ord('o') or self.type == ord('x') or self.type == ord('X'):
            return 4
        return 3


def read_number(text, i):
    """(number, offset after it); -1 if there is none."""
    if i >= len(text) or not '0' <= text[i] <= '9':
        return -1, i
    value = 0
    while i < len(text) and '0' <= text[i] <= '9':
        try:
            value = ovfcheck(ovfcheck(value * 10) + (ord(text[i]) - ord('0')))
        except OverflowError:
            raise value_error("Too many decimal digits in format string")
        i += 1
    return value, i


def parse_spec(text, default_align, w_obj):
    """The Spec of UTF-8 text for the object; default_align is how its type aligns."""
    spec = Spec(default_align)
    i, end = 0, len(text)
    fill_given = align_given = False
    if i < end:
        after = utf8.next_offset(text, i)
        if after < end and ALIGNMENTS.find(text[after]) >= 0:
            spec.fill = text[i:after]
            spec.align = text[after]
            fill_given = align_given = True
            i = after + 1
        elif ALIGNMENTS.find(text[i]) >= 0:
            spec.align = text[i]
            align_given = True
            i += 1
    if i < end and (text[i] == '+' or text[i] == '-' or text[i] == ' '):
        spec.sign = text[i]
        i += 1
    if i < end and text[i] == 'z':
        spec.no_negative_zero = True
        i += 1
    if i < end and text[i] == '#':
        spec.alternate = True
        i += 1
    if not fill_given and i < end and text[i] == '0':
        spec.fill = '0'
        if not align_given and default_align == '>':
            spec.align = '='
        i += 1
    spec.width, i = read_number(text, i)
    if i < end and text[i] == ',':
        spec.separator = ','
        i += 1
    if i < end and text[i] == '_':
        if spec.separator != '\0':
            raise value_error("Cannot specify both ',' and '_'.")
        spec.separator = '_'
        i += 1
    if i < end and text[i] == ',' and spec.separator == '_':
        raise value_error("Cannot specify both ',' and '_'.")
    if i < end and text[i] == '.':
        spec.precision, i = read_number(text, i + 1)
        if spec.precision < 0:
            raise value_error("Format specifier missing precision")
    if i < end:
        if utf8.next_offset(text, i) < end:
            raise value_error("Invalid format specifier '%s' for object of type '%s'" % (text, w_obj.gettype().name))
        spec.type = utf8.code_at(text, i)
    if spec.separator != '\0':
        check_separator(spec, default_align)
    return spec


def check_separator(spec, default_align):
    code = spec.type
    if code == 0 and default_align == '<':
        code = ord('s')
    if code == 0 or (code < 128 and 'defgEGF%'.find(chr(code)) >= 0):
        return
    if code < 128 and 'boxX'.find(chr(code)) >= 0 and spec.separator == '_':
        return
    from interpreter.objects.format import shown_code
    raise value_error("Cannot specify '%s' with '%s'." % (spec.separator, shown_code(code)))
