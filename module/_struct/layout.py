"""A struct format as a list of fields."""
from __future__ import absolute_import

from rpython.rlib.rarithmetic import ovfcheck

# kinds of fields
PAD, SIGNED, UNSIGNED, FLOAT, BOOL, CHAR, STRING, PASCAL = range(8)


class StructError(Exception):
    """A bad format or value; becomes struct.error."""
    def __init__(self, message):
        self.message = message


class Field(object):
    """`repeat` values of `size` bytes at `offset`; a STRING or PASCAL is one value of `size` bytes."""
    _immutable_fields_ = ['kind', 'code', 'size', 'repeat', 'offset']

    def __init__(self, kind, code, size, repeat, offset):
        self.kind = kind
        self.code = code
        self.size = size
        self.repeat = repeat
        self.offset = offset


class Layout(object):
    """fields, the total size, the number of values, the byte order, and whether the format is in native mode."""
    _immutable_fields_ = ['fields[*]', 'size', 'count', 'big_endian', 'native']

    def __init__(self, fields, size, count, big_endian, native):
        self.fields = fields
        self.size = size
        self.count = count
        self.big_endian = big_endian
        self.native = native


def kind_of(code):
    if code == 'x':
        return PAD
    if code in 'bhilqn':
        return SIGNED
    if code in 'BHILQNP':
        return UNSIGNED
    if code in 'efd':
        return FLOAT
    if code == '?':
        return BOOL
    if code == 'c':
        return CHAR
    if code == 's':
        return STRING
    if code == 'p':
        return PASCAL
    return -1


def size_of(code, native):
    """Bytes of one value; -1 for a code that exists in native mode only."""
    if code in 'xbB?csp':
        return 1
    if code in 'hHe':
        return 2
    if code in 'iIf':
        return 4
    if code in 'qQd':
        return 8
    if code in 'lL':
        return 8 if native else 4
    return 8 if native else -1           # n, N, P


def parse(text):
    """The Layout of a format.  Raises StructError."""
    position = 0
    native, aligned, big_endian = True, True, False
    if len(text) > 0 and text[0] in '@=<>!':
        position = 1
        if text[0] != '@':
            native = aligned = False
            big_endian = text[0] in '>!'
    fields = []
    size = 0
    count = 0
    try:
        while position < len(text):
            code = text[position]
            position += 1
            if code in ' \t\n\r\x0b\x0c':
                continue
            repeat = 1
            if '0' <= code <= '9':
                repeat = ord(code) - 48
                while position < len(text) and '0' <= text[position] <= '9':
                    repeat = ovfcheck(ovfcheck(repeat * 10) + (ord(text[position]) - 48))
                    position += 1
                if position == len(text):
                    raise StructError("repeat count given without format specifier")
                code = text[position]
                position += 1
            kind = kind_of(code)
            if kind < 0:
                raise StructError("bad char in struct format")
            unit = size_of(code, native)
            if unit < 0:
                raise StructError("bad char in struct format")
            if aligned:
                size = ovfcheck(size + (unit - 1)) // unit * unit
            if kind == STRING or kind == PASCAL:
                fields.append(Field(kind, code, repeat, 1, size))
                count += 1
                size = ovfcheck(size + repeat)
            else:
                fields.append(Field(kind, code, unit, repeat, size))
                if kind != PAD:
                    count = ovfcheck(count + repeat)
                size = ovfcheck(size + ovfcheck(unit * repeat))
    except OverflowError:
        raise StructError("total struct size too long")
    return Layout(fields[:], size, count, big_endian, native)
