"""The kinds of array items: their sizes, ranges and bytes.

An array of floats keeps a list of RPython floats, any other a list of ints: the value, or for unsigned 64-bit kinds its bit pattern."""
from __future__ import absolute_import

from rpython.rlib.rarithmetic import intmask, r_uint, r_ulonglong
from rpython.rlib.rbigint import rbigint
from rpython.rlib.rfloat import INFINITY
from rpython.rlib.rstruct import ieee

from interpreter import ops
from interpreter.errors import overflow_error, type_error, value_error
from interpreter.objects.wrap import newbigint, newint, newstr
from interpreter.unicode import utf8


def item_size(code):
    """Bytes of an item; 0 for an unknown type code."""
    if code in 'bB':
        return 1
    if code in 'hH':
        return 2
    if code in 'iIfu':
        return 4
    if code in 'lLqQd':
        return 8
    return 0


def is_float_code(code):
    return code == 'f' or code == 'd'


KIND_NAMES = {'b': 'signed char', 'B': 'unsigned byte integer', 'h': 'signed short integer', 'H': 'unsigned short', 'i': 'signed integer',
              'I': 'unsigned int', 'l': 'signed long', 'L': 'unsigned long', 'q': 'signed long long', 'Q': 'unsigned long long'}


def check_range(code, value):
    """OverflowError if the int does not fit the small kinds."""
    bits = item_size(code) * 8
    if code in 'bhi':
        low, high = -(1 << (bits - 1)), (1 << (bits - 1)) - 1
    else:
        low, high = 0, (1 << bits) - 1
    if value < low:
        raise overflow_error("%s is less than minimum" % KIND_NAMES[code])
    if value > high:
        raise overflow_error("%s is greater than maximum" % KIND_NAMES[code])


def fits_word(number):
    try:
        number.toint()
    except OverflowError:
        return False
    return True


def int_from(code, w_value):
    """The RPython int that stands for an item."""
    from interpreter.objects.str import W_Str
    if code == 'u':
        if not isinstance(w_value, W_Str) or w_value.op_len() != 1:
            raise type_error("array item must be unicode character")
        return utf8.code_at(w_value._utf8, 0)
    if not ops.has_index(w_value):
        raise type_error("'%s' object cannot be interpreted as an integer" % w_value.gettype().name)
    if code in 'LQ':
        number = ops.bigint_w(w_value)
        if number.sign < 0:
            raise overflow_error("can't convert negative int to unsigned" if code == 'Q' else
                                 "can't convert negative value to unsigned int")
        if number.bit_length() > 64:
            raise overflow_error("int too big to convert" if code == 'Q' else "Python int too large to convert to C unsigned long")
        return intmask(number.ulonglongmask())
    if code in 'lq' and not fits_word(ops.bigint_w(w_value)):
        raise overflow_error("int too big to convert" if code == 'q' else "Python int too large to convert to C long")
    value = ops.int_w(w_value)
    if code not in 'lq':
        check_range(code, value)
    return value


def int_object(code, value):
    """The object of an item."""
    if code == 'u':
        if not 0 <= value <= 0x10FFFF:
            raise value_error("chr() arg not in range(0x110000)")
        return newstr(utf8.encode(value))
    if value < 0 and code in 'LQ':
        return newbigint(rbigint.fromrarith_int(r_ulonglong(value)))
    return newint(value)


def int_bytes(value, size):
    chars = ['\x00'] * size
    for i in range(size):
        chars[i] = chr(value >> (8 * i) & 0xff)
    return ''.join(chars)


def int_from_bytes(code, data, position, size):
    word = r_uint(0)
    for i in range(size - 1, -1, -1):
        word = word << 8 | r_uint(ord(data[position + i]))
    if code in 'bhilq' and size < 8:
        shift = 64 - 8 * size
        return intmask(word << shift) >> shift
    return intmask(word)


def float_bytes(value, size):
    return int_bytes(intmask(ieee.float_pack(value, size)), size)


def float_from_bytes(data, position, size):
    bits = r_ulonglong(0)
    for i in range(size - 1, -1, -1):
        bits = bits << 8 | r_ulonglong(ord(data[position + i]))
    return ieee.float_unpack(bits, size)


def rounded(code, value):
    """A float as the kind keeps it."""
    if code == 'd':
        return value
    try:
        bits = ieee.float_pack(value, 4)
    except OverflowError:
        return INFINITY if value > 0.0 else -INFINITY
    return ieee.float_unpack(bits, 4)
