"""Values to bytes and back."""
from __future__ import absolute_import

from rpython.rlib.rarithmetic import intmask, r_ulonglong
from rpython.rlib.rbigint import rbigint
from rpython.rlib.rfloat import INFINITY
from rpython.rlib.rstruct import ieee

from interpreter import ops
from interpreter.errors import OperationError, overflow_error
from interpreter.objects.wrap import newbigint, newbool, newbytes, newfloat, newint
from module._struct.layout import BOOL, CHAR, FLOAT, PAD, PASCAL, SIGNED, STRING, UNSIGNED, StructError


def pack_bits(bits, size, big_endian):
    """The lowest `size` bytes of an int."""
    chars = ['\x00'] * size
    for i in range(size):
        chars[size - 1 - i if big_endian else i] = chr(bits >> (8 * i) & 0xff if i < 8 else 0)
    return ''.join(chars)


def format_name(code):
    """How CPython's messages name an integer format."""
    if code == 'b':
        return 'byte'
    if code == 'B':
        return 'ubyte'
    if code == 'h':
        return 'short'
    if code == 'H':
        return 'ushort'
    return "'" + code + "'"


def pack_int(w_value, field, big_endian):
    from interpreter.objects.int import W_AbstractInt
    if not isinstance(w_value, W_AbstractInt) and not ops.has_index(w_value):
        raise StructError("required argument is not an integer")
    number = ops.bigint_w(w_value)
    signed = field.kind == SIGNED
    bits = field.size * 8
    one = rbigint.fromint(1)
    if signed:
        high = one.lshift(bits - 1)
        low = high.neg()
    else:
        low = rbigint.fromint(0)
        high = one.lshift(bits)
    if number.lt(low) or number.ge(high):
        if field.size == 8:
            raise StructError("argument out of range")
        raise StructError("%s format requires %s <= number <= %s" % (format_name(field.code), low.str(), high.sub(one).str()))
    return pack_bits(intmask(number.ulonglongmask()), field.size, big_endian)


def unpack_int(data, position, field, big_endian):
    size = field.size
    bits = 0
    for i in range(size):
        byte = ord(data[position + (i if big_endian else size - 1 - i)])
        bits = intmask(bits << 8 | byte)
    if field.kind == SIGNED:
        if size < 8 and bits >> (size * 8 - 1):
            bits -= 1 << (size * 8)
        return newint(bits)
    if size == 8 and bits < 0:
        return newbigint(rbigint.fromrarith_int(r_ulonglong(bits)))
    return newint(bits)


def pack_float(w_value, field, layout):
    try:
        value = ops.float_w(w_value)
    except OperationError as e:
        from interpreter.objects.exception import W_TypeError
        if e.is_instance(W_TypeError.typedef):
            raise StructError("required argument is not a float")
        raise
    try:
        bits = ieee.float_pack(value, field.size)
    except OverflowError:
        if field.size == 2:
            raise overflow_error("float too large to pack with e format")
        if not layout.native:
            raise overflow_error("float too large to pack with f format")
        bits = ieee.float_pack(INFINITY if value > 0.0 else -INFINITY, field.size)
    return pack_bits(intmask(bits), field.size, layout.big_endian)


def unpack_float(data, position, field, big_endian):
    bits = r_ulonglong(0)
    size = field.size
    for i in range(size):
        byte = ord(data[position + (i if big_endian else size - 1 - i)])
        bits = bits << 8 | r_ulonglong(byte)
    return newfloat(ieee.float_unpack(bits, size))


def pack_value(w_value, field, layout):
    """The bytes of one value."""
    kind = field.kind
    if kind == SIGNED or kind == UNSIGNED:
        return pack_int(w_value, field, layout.big_endian)
    if kind == FLOAT:
        return pack_float(w_value, field, layout)
    if kind == BOOL:
        return '\x01' if ops.is_true(w_value) else '\x00'
    data = w_value.buffer_str()
    if kind == CHAR:
        if data is None or len(data) != 1:
            raise StructError("char format requires a bytes object of length 1")
        return data
    if data is None:
        raise StructError("argument for '%s' must be a bytes object" % field.code)
    size = field.size
    if kind == PASCAL:
        if size == 0:
            return ''
        room = size - 1
        length = min(len(data), room)
        assert length >= 0
        return chr(min(length, 255)) + data[:length] + '\x00' * (room - length)
    if len(data) >= size:
        assert size >= 0
        return data[:size]
    return data + '\x00' * (size - len(data))


def unpack_value(data, position, field, big_endian):
    """The object of one value."""
    kind = field.kind
    if kind == SIGNED or kind == UNSIGNED:
        return unpack_int(data, position, field, big_endian)
    if kind == FLOAT:
        return unpack_float(data, position, field, big_endian)
    if kind == BOOL:
        return newbool(data[position] != '\x00')
    size = field.size
    first = position
    if kind == PASCAL:
        if size == 0:
            return newbytes('')
        size = min(ord(data[position]), size - 1)
        first = position + 1
    last = first + size
    assert 0 <= first <= last
    return newbytes(data[first:last])


def pack(layout, values_w):
    """The bytes of all values."""
    if len(values_w) != layout.count:
        raise StructError("pack expected %d items for packing (got %d)" % (layout.count, len(values_w)))
    pieces = []
    size = 0
    next_value = 0
    for field in layout.fields:
        if size < field.offset:
            pieces.append('\x00' * (field.offset - size))
        if field.kind == PAD:
            pieces.append('\x00' * field.repeat)
        else:
            for _ in range(field.repeat):
                pieces.append(pack_value(values_w[next_value], field, layout))
                next_value += 1
        size = field.offset + field.size * field.repeat
    if size < layout.size:
        pieces.append('\x00' * (layout.size - size))
    return ''.join(pieces)


def unpack(layout, data, start):
    """The list of all values; data holds enough bytes."""
    values_w = []
    for field in layout.fields:
        if field.kind != PAD:
            for i in range(field.repeat):
                values_w.append(unpack_value(data, start + field.offset + i * field.size, field, layout.big_endian))
    return values_w
