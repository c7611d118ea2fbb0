"""The machine formats that a pickle of an array names, and _array_reconstructor, which reads the items of any of them."""
from __future__ import absolute_import

from rpython.rlib.rarithmetic import intmask, r_ulonglong
from rpython.rlib.rbigint import rbigint
from rpython.rlib.rstruct import ieee

from interpreter import ops
from interpreter.errors import type_error, value_error
from interpreter.gateway import function
from interpreter.objects.wrap import newbigint, newbytes, newfloat, newint, newstr
from module.array.items import is_float_code, item_size

# formats 0 to 13 are ints, the sizes doubling: an unsigned and a signed one of a byte, then of each size unsigned and signed, each
# little and big endian; 14 to 17 are floats and doubles, 18 to 21 UTF-16 and UTF-32, little and big endian
FIRST_FLOAT, FIRST_TEXT, N_FORMATS = 14, 18, 22


def format_of(code):
    """The format of the items of a type code on this machine (little endian)."""
    if code == 'u':
        return 20
    if is_float_code(code):
        return FIRST_FLOAT if code == 'f' else FIRST_FLOAT + 2
    size = item_size(code)
    signed = code in 'bhilq'
    if size == 1:
        return 1 if signed else 0
    first = 2 if size == 2 else 6 if size == 4 else 10
    return first + 2 if signed else first


def size_of(format):
    """Bytes of an item."""
    if format < 2:
        return 1
    if format < FIRST_FLOAT:
        return 2 << ((format - 2) // 4)
    if format < FIRST_TEXT:
        return 4 if format < FIRST_FLOAT + 2 else 8
    return 2 if format < FIRST_TEXT + 2 else 4


def is_signed(format):
    return format == 1 or (2 <= format < FIRST_FLOAT and (format - 2) // 2 % 2 == 1)


def is_big_endian(format):
    return format >= 2 and format % 2 == 1


def code_for(format):
    """The type code of an array of ints of a format."""
    size, signed = size_of(format), is_signed(format)
    if size == 1:
        return 'b' if signed else 'B'
    if size == 2:
        return 'h' if signed else 'H'
    if size == 4:
        return 'i' if signed else 'I'
    return 'q' if signed else 'Q'


def bits_at(data, position, size, big_endian):
    bits = r_ulonglong(0)
    for i in range(size):
        byte = ord(data[position + (i if big_endian else size - 1 - i)])
        bits = bits << 8 | r_ulonglong(byte)
    return bits


def read_item(data, position, format):
    """The number at a position."""
    size = size_of(format)
    bits = bits_at(data, position, size, is_big_endian(format))
    if format >= FIRST_FLOAT:
        return newfloat(ieee.float_unpack(bits, size))
    if is_signed(format):
        shift = 64 - 8 * size
        return newint(intmask(bits << shift) >> shift)
    if size == 8:
        return newbigint(rbigint.fromrarith_int(bits))
    return newint(intmask(bits))


@function('_array_reconstructor(arraytype, typecode, mformat_code: int, items, /)')
def array_reconstructor(w_type, w_code, format, w_items):
    """An array from a pickle: of items in a machine format."""
    from interpreter.objects.bytes import W_Bytes
    from interpreter.objects.str import W_Str
    from interpreter.objects.type import W_Type
    from module.array.arrayobject import W_Array
    if not isinstance(w_code, W_Str) or w_code.op_len() != 1:
        raise type_error("_array_reconstructor() argument 2 must be a unicode character, not %s" % w_code.gettype().name)
    if not isinstance(w_type, W_Type):
        raise type_error("first argument must be a type object, not %s" % w_type.gettype().name)
    if not w_type.issubtype(W_Array.typedef.w_type):
        raise type_error("%s is not a subtype of array.array" % w_type.name)
    code = w_code._utf8
    if len(code) != 1 or item_size(code[0]) == 0:
        raise value_error("second argument must be a valid type code")
    if not 0 <= format < N_FORMATS:
        raise value_error("third argument must be a valid machine format code.")
    if not isinstance(w_items, W_Bytes):
        raise type_error("fourth argument should be bytes, not %s" % w_items.gettype().name)
    data = w_items._value
    if format == format_of(code[0]):
        w_array = ops.call1(w_type, newstr(code))
        ops.call_method(w_array, 'frombytes', [w_items])
        return w_array
    size = size_of(format)
    if len(data) % size != 0:
        raise value_error("string length not a multiple of item size")
    if format >= FIRST_TEXT:
        encoding = ['utf-16-le', 'utf-16-be', 'utf-32-le', 'utf-32-be'][format - FIRST_TEXT]
        w_array = ops.call1(w_type, newstr(code))
        ops.call_method(w_array, 'fromunicode', [ops.call_method(newbytes(data), 'decode', [newstr(encoding)])])
        return w_array
    w_array = ops.call1(w_type, newstr(code if format >= FIRST_FLOAT else code_for(format)))
    for position in range(0, len(data), size):
        ops.call_method(w_array, 'append', [read_item(data, position, format)])
    return w_array
