"""Values to bytes and back."""
from __future__ import absolute_import

from rpython.rlib.longlong2float import float2longlong, longlong2float, singlefloat2uint, uint2singlefloat
from rpython.rlib.rarithmetic import intmask, r_singlefloat, r_ulonglong
from rpython.rlib.rbigint import rbigint
from rpython.rlib.rfloat import INFINITY, isinf
from rpython.rlib.rstring import StringBuilder
from rpython.rlib.rstruct import ieee
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter import ops
from interpreter.errors import OperationError, overflow_error
from interpreter.objects.wrap import newbigint, newbool, newbytes, newfloat, newint
from module._struct.layout import BOOL, CHAR, FLOAT, PAD, PASCAL, SIGNED, STRING, UNSIGNED, StructError


def append_bits(builder, bits, size, big_endian):
    """Appends the lowest `size` bytes of an int."""
    if big_endian:
        shift = 8 * size - 8
        while shift >= 0:
            builder.append(chr(bits >> shift & 0xff))
            shift -= 8
    else:
        for i in range(size):
            builder.append(chr(bits & 0xff))
            bits >>= 8


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


def pack_int(builder, w_value, field, big_endian):
    from interpreter.objects.int import W_AbstractInt, W_Int
    size = field.size
    signed = field.kind == SIGNED
    if isinstance(w_value, W_Int):
        number = w_value.intval
        if size == 8:
            fits = signed or number >= 0
        elif signed:
            fits = -(1 << 8 * size - 1) <= number < 1 << 8 * size - 1
        else:
            fits = 0 <= number < 1 << 8 * size
    else:
        if not isinstance(w_value, W_AbstractInt) and not ops.has_index(w_value):
            raise StructError("required argument is not an integer")
        big = ops.bigint_w(w_value)
        low, high = bounds(field)
        fits = big.ge(low) and big.lt(high)
        number = intmask(big.ulonglongmask())
    if not fits:
        if size == 8:
            raise StructError("argument out of range")
        low, high = bounds(field)
        raise StructError("%s format requires %s <= number <= %s" % (
            format_name(field.code), low.str(), high.sub(rbigint.fromint(1)).str()))
    append_bits(builder, number, size, big_endian)


def bounds(field):
    """The least int of an integer format, and the one after the largest."""
    one = rbigint.fromint(1)
    if field.kind == SIGNED:
        high = one.lshift(field.size * 8 - 1)
        return high.neg(), high
    return rbigint.fromint(0), one.lshift(field.size * 8)


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


def float_bits(value, size):
    """The bits of a float in `size` bytes.  OverflowError if it is too large for them."""
    if size == 8:
        return intmask(float2longlong(value))
    if size == 4:
        single = r_singlefloat(value)
        if isinf(float(single)) and not isinf(value):
            raise OverflowError
        return rffi.cast(lltype.Signed, singlefloat2uint(single))
    return intmask(ieee.float_pack(value, size))


def pack_float(builder, w_value, field, layout):
    try:
        value = ops.float_w(w_value)
    except OperationError as e:
        from interpreter.objects.exception import W_TypeError
        if e.is_instance(W_TypeError.typedef):
            raise StructError("required argument is not a float")
        raise
    try:
        bits = float_bits(value, field.size)
    except OverflowError:
        if field.size == 2:
            raise overflow_error("float too large to pack with e format")
        if not layout.native:
            raise overflow_error("float too large to pack with f format")
        bits = float_bits(INFINITY if value > 0.0 else -INFINITY, field.size)
    append_bits(builder, bits, field.size, layout.big_endian)


def unpack_float(data, position, field, big_endian):
    bits = 0
    size = field.size
    for i in range(size):
        byte = ord(data[position + (i if big_endian else size - 1 - i)])
        bits = bits << 8 | byte
    if size == 8:
        return newfloat(longlong2float(intmask(bits)))
    if size == 4:
        return newfloat(float(uint2singlefloat(rffi.cast(rffi.UINT, bits))))
    return newfloat(ieee.float_unpack(r_ulonglong(bits), size))


def pack_value(builder, w_value, field, layout):
    """Appends the bytes of one value."""
    kind = field.kind
    if kind == SIGNED or kind == UNSIGNED:
        pack_int(builder, w_value, field, layout.big_endian)
    elif kind == FLOAT:
        pack_float(builder, w_value, field, layout)
    elif kind == BOOL:
        builder.append('\x01' if ops.is_true(w_value) else '\x00')
    else:
        pack_bytes(builder, w_value, field)


def pack_bytes(builder, w_value, field):
    kind = field.kind
    data = w_value.buffer_str()
    if kind == CHAR:
        if data is None or len(data) != 1:
            raise StructError("char format requires a bytes object of length 1")
        builder.append(data)
        return
    if data is None:
        raise StructError("argument for '%s' must be a bytes object" % field.code)
    room = field.size
    if kind == PASCAL:
        if room == 0:
            return
        room -= 1
        builder.append(chr(min(min(len(data), room), 255)))
    length = min(len(data), room)
    assert length >= 0
    builder.append_slice(data, 0, length)
    builder.append_multiple_char('\x00', room - length)


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


def pack(layout, args_w, first):
    """The bytes of all values: args_w[first:]."""
    if len(args_w) - first != layout.count:
        raise StructError("pack expected %d items for packing (got %d)" % (layout.count, len(args_w) - first))
    builder = StringBuilder(layout.size)
    size = 0
    next_value = first
    for field in layout.fields:
        if size < field.offset:
            builder.append_multiple_char('\x00', field.offset - size)
        if field.kind == PAD:
            builder.append_multiple_char('\x00', field.repeat)
        else:
            for _ in range(field.repeat):
                pack_value(builder, args_w[next_value], field, layout)
                next_value += 1
        size = field.offset + field.size * field.repeat
    if size < layout.size:
        builder.append_multiple_char('\x00', layout.size - size)
    return builder.build()


def unpack(layout, data, start):
    """The list of all values; data holds enough bytes."""
    values_w = []
    for field in layout.fields:
        if field.kind != PAD:
            for i in range(field.repeat):
                values_w.append(unpack_value(data, start + field.offset + i * field.size, field, layout.big_endian))
    return values_w
