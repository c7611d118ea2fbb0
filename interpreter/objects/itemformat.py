"""Items of memory: the native formats of one character that memoryview knows (PEP 3118, module struct)."""

from rpython.rlib.longlong2float import float2longlong, longlong2float
from rpython.rlib.rarithmetic import intmask, r_uint
from rpython.rlib.rstruct.ieee import float_pack, unpack_float

from interpreter.errors import not_implemented_error, type_error, value_error
from interpreter.objects.bytes import W_Bytes, newbytes
from interpreter.objects.float import newfloat
from interpreter.objects.int import W_Int, newbool, newint, newint_unsigned

SIZES = {'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'n': 8, 'N': 8,
         'f': 4, 'd': 8, 'P': 8, 'e': 2}


def format_char(format):
    """The character of a native one-character format, perhaps after an @; '\\0' for others."""
    if len(format) == 2 and format[0] == '@':
        return format[1]
    if len(format) == 1:
        return format[0]
    return '\0'


def item_size(format):
    """The bytes of an item; 0 if the format is unknown."""
    return SIZES.get(format_char(format), 0)


def word_from(data):
    """The unsigned value of little-endian bytes, at most 8."""
    word = r_uint(0)
    for i in range(len(data) - 1, -1, -1):
        word = word << 8 | r_uint(ord(data[i]))
    return word


def word_to(word, size):
    chars = ['\0'] * size
    for i in range(size):
        chars[i] = chr(intmask(word & 0xFF))
        word = word >> 8
    return ''.join(chars)


def is_signed(c):
    return 'bhilqn'.find(c) >= 0


def is_unsigned(c):
    return 'BHILQNP'.find(c) >= 0


def unpack_item(format, data):
    """The object of an item's bytes."""
    c = format_char(format)
    if is_signed(c):
        shift = 64 - 8 * len(data)
        return newint(intmask(word_from(data) << shift) >> shift)
    if is_unsigned(c):
        return newint_unsigned(word_from(data))
    if c == 'c':
        return newbytes(data)
    if c == '?':
        return newbool(data != '\0')
    if c == 'd':
        return newfloat(longlong2float(intmask(word_from(data))))
    if c == 'f' or c == 'e':
        return newfloat(unpack_float(data, False))
    raise not_implemented_error("memoryview: format %s not supported" % format)


def pack_item(format, w_value):
    """The bytes of an object as an item."""
    from interpreter import ops
    c = format_char(format)
    if is_signed(c) or is_unsigned(c):
        return pack_int(c, format, w_value)
    if c == 'c':
        if not isinstance(w_value, W_Bytes):
            raise type_error("memoryview: invalid type for format '%s'" % format)
        if len(w_value._value) != 1:
            raise value_error("memoryview: invalid value for format '%s'" % format)
        return w_value._value
    if c == '?':
        return '\1' if ops.is_true(w_value) else '\0'
    if c == 'd' or c == 'f' or c == 'e':
        if w_value.op_float() is None and w_value.op_index() is None:
            raise type_error("memoryview: invalid type for format '%s'" % format)
        x = ops.float_w(w_value)
        if c == 'd':
            return word_to(r_uint(intmask(float2longlong(x))), 8)
        return pack_small_float(x, SIZES[c])
    raise not_implemented_error("memoryview: format %s not supported" % format)


def pack_small_float(x, size):
    """A float in fewer than 8 bytes; infinity past its range."""
    try:
        return word_to(r_uint(float_pack(x, size)), size)
    except OverflowError:
        if size == 4:
            return '\x00\x00\x80\x7f' if x > 0 else '\x00\x00\x80\xff'
        return '\x00\x7c' if x > 0 else '\x00\xfc'


def pack_int(c, format, w_value):
    from interpreter import ops
    w_index = w_value.op_index()
    if w_index is None:
        raise type_error("memoryview: invalid type for format '%s'" % format)
    size = SIZES[c]
    if isinstance(w_index, W_Int):
        value = w_index.intval
        if is_signed(c):
            if size == 8 or -(1 << (8 * size - 1)) <= value < 1 << (8 * size - 1):
                return word_to(r_uint(value), size)
        elif value >= 0 and (size == 8 or value < 1 << (8 * size)):
            return word_to(r_uint(value), size)
    elif is_unsigned(c) and size == 8:
        try:
            return word_to(ops.bigint_w(w_index).touint(), 8)
        except (OverflowError, ValueError):
            pass
    raise value_error("memoryview: invalid value for format '%s'" % format)


def equal_items(left_format, left, right_format, right, index):
    """Are item `index` of the bytes `left` and that of `right` equal objects?"""
    from interpreter import ops
    a, b = item_size(left_format), item_size(right_format)
    assert index >= 0 and a >= 0 and b >= 0
    w_left = unpack_item(left_format, left[index * a:(index + 1) * a])
    w_right = unpack_item(right_format, right[index * b:(index + 1) * b])
    return ops.is_true(ops.eq(w_left, w_right))
