"""The codecs utf-16 and utf-32, of either byte order."""

from rpython.rlib.rarithmetic import intmask, r_uint
from rpython.rlib.rstring import StringBuilder

from interpreter.unicode import utf8

NATIVE, LITTLE, BIG = 0, -1, 1      # byte orders, as _codecs counts them; NATIVE writes and reads a byte order mark


def append_unit(builder, unit, size, order):
    """A unit of `size` bytes; everything but BIG is little."""
    for k in range(size):
        shift = 8 * (size - 1 - k if order == BIG else k)
        builder.append(chr((unit >> shift) & 0xFF))


def unit_at(data, i, size, order):
    unit = r_uint(0)
    for k in range(size):
        unit = unit << 8 | r_uint(ord(data[i + k if order == BIG else i + size - 1 - k]))
    return intmask(unit)


def suffix(order):
    return '-le' if order == LITTLE else ('-be' if order == BIG else '')


def encode(text, handler, order, size):
    """(UTF-8 text, ErrorHandler, byte order, 2 or 4) -> bytes."""
    encoding = ('utf-16' if size == 2 else 'utf-32') + suffix(order)
    builder = StringBuilder(len(text) * size + 4)
    if order == NATIVE:
        append_unit(builder, 0xFEFF, size, order)
    i = 0
    while i < len(text):
        code = utf8.code_at(text, i)
        if not utf8.is_surrogate(code):
            append_code(builder, code, size, order)
            i = utf8.next_offset(text, i)
            continue
        end = utf8.next_offset(text, i)
        replacement, is_bytes, after = handler.encode(encoding, text, i, end, "surrogates not allowed")
        if is_bytes:
            if len(replacement) % size:
                handler.encode_strictly(encoding, text, i, end, "surrogates not allowed")
            builder.append(replacement)
        else:
            if utf8.has_surrogate(replacement):
                handler.encode_strictly(encoding, text, i, end, "surrogates not allowed")
            k = 0
            while k < len(replacement):
                append_code(builder, utf8.code_at(replacement, k), size, order)
                k = utf8.next_offset(replacement, k)
        i = after
    return builder.build()


def append_code(builder, code, size, order):
    if size == 2 and code >= 0x10000:
        code -= 0x10000
        append_unit(builder, 0xD800 | code >> 10, 2, order)
        append_unit(builder, 0xDC00 | code & 0x3FF, 2, order)
    else:
        append_unit(builder, code, size, order)


def detect_order(data, order, size):
    """(order, offset of the text): a byte order mark settles NATIVE."""
    if order == NATIVE and len(data) >= size:
        if unit_at(data, 0, size, LITTLE) == 0xFEFF:
            return LITTLE, size
        if unit_at(data, 0, size, BIG) == 0xFEFF:
            return BIG, size
    return order, 0


def decode16(data, handler, order, final):
    """(bytes, ErrorHandler, byte order, final: bool) -> (UTF-8 text, bytes consumed, byte order found)."""
    found, i = detect_order(data, order, 2)
    encoding = 'utf-16-be' if found == BIG else 'utf-16-le'
    builder = StringBuilder(len(data))
    size = len(data)
    while i < size:
        if i + 1 >= size:
            if not final:
                break
            replacement, i = handler.decode(encoding, data, i, size, "truncated data")
            builder.append(replacement)
            continue
        unit = unit_at(data, i, 2, found)
        if not utf8.is_surrogate(unit):
            utf8.append(builder, unit)
            i += 2
            continue
        if unit >= 0xDC00:
            replacement, i = handler.decode(encoding, data, i, i + 2, "illegal encoding")
        elif i + 3 >= size:
            if not final:
                break
            replacement, i = handler.decode(encoding, data, i, size, "unexpected end of data")
        else:
            second = unit_at(data, i + 2, 2, found)
            if 0xDC00 <= second <= 0xDFFF:
                utf8.append(builder, 0x10000 + ((unit & 0x3FF) << 10 | second & 0x3FF))
                i += 4
                continue
            replacement, i = handler.decode(encoding, data, i, i + 2, "illegal UTF-16 surrogate")
        builder.append(replacement)
    return builder.build(), i, found


def decode32(data, handler, order, final):
    """The same for utf-32."""
    found, i = detect_order(data, order, 4)
    encoding = 'utf-32-be' if found == BIG else 'utf-32-le'
    builder = StringBuilder(len(data))
    size = len(data)
    while i < size:
        if i + 3 >= size:
            if not final:
                break
            replacement, i = handler.decode(encoding, data, i, size, "truncated data")
            builder.append(replacement)
            continue
        code = unit_at(data, i, 4, found)
        if code > utf8.MAX_CODE:
            replacement, i = handler.decode(encoding, data, i, i + 4, "code point not in range(0x110000)")
        elif utf8.is_surrogate(code):
            replacement, i = handler.decode(encoding, data, i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)")
        else:
            utf8.append(builder, code)
            i += 4
            continue
        builder.append(replacement)
    return builder.build(), i, found
