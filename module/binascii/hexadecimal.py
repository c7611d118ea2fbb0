"""Hexadecimal digits."""
from __future__ import absolute_import

from rpython.rlib.rstring import StringBuilder

from interpreter import ops
from interpreter.errors import type_error, value_error
from interpreter.gateway import function
from interpreter.objects.byteargs import HEX, hex_of
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.intstr import digit_value
from interpreter.objects.str import W_Str
from interpreter.unicode.utf8 import code_at
from module.binascii.texts import ascii_text, error


def hex_bytes(data, w_separator, group):
    """bytes.hex(), but the separator may be any byte or Latin-1 character."""
    if w_separator is None:
        return hex_of(data, None, group)
    if ops.len(w_separator) != 1:
        raise value_error("sep must be length 1.")
    if isinstance(w_separator, W_Str):
        code = code_at(w_separator._utf8, 0)
        if code > 255:
            raise value_error("sep must be ASCII.")
        separator = chr(code)
    elif isinstance(w_separator, W_Bytes):
        separator = w_separator._value[0]
    else:
        raise type_error("sep must be str or bytes.")
    if group == 0:
        return hex_of(data, None, 0)
    builder = StringBuilder(3 * len(data))
    size = len(data)
    for i in range(size):
        if i > 0 and (size - i if group > 0 else i) % abs(group) == 0:
            builder.append(separator)
        builder.append(HEX[ord(data[i]) >> 4])
        builder.append(HEX[ord(data[i]) & 15])
    return builder.build()


@function('hexlify(data, sep=?, bytes_per_sep: int = 1) -> bytes')
def hexlify(w_data, w_separator, group):
    """The hexadecimal digits of the data, as bytes; sep stands between groups of bytes_per_sep bytes, counted from the right if positive."""
    return hex_bytes(ops.bufferstr_w(w_data), w_separator, group)


@function('b2a_hex(data, sep=?, bytes_per_sep: int = 1) -> bytes')
def b2a_hex(w_data, w_separator, group):
    """The same as hexlify."""
    return hex_bytes(ops.bufferstr_w(w_data), w_separator, group)


def decoded(w_text):
    text = ascii_text(w_text)
    if len(text) % 2 != 0:
        raise error.make("Odd-length string")
    builder = StringBuilder(len(text) // 2)
    for i in range(0, len(text), 2):
        high = digit_value(text[i])
        low = digit_value(text[i + 1])
        if high > 15 or low > 15:
            raise error.make("Non-hexadecimal digit found")
        builder.append(chr(high << 4 | low))
    return builder.build()


@function('unhexlify(hexstr, /) -> bytes')
def unhexlify(w_text):
    """The bytes that pairs of hexadecimal digits spell."""
    return decoded(w_text)


@function('a2b_hex(hexstr, /) -> bytes')
def a2b_hex(w_text):
    """The same as unhexlify."""
    return decoded(w_text)
