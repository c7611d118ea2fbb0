"""Hexadecimal digits."""
from __future__ import absolute_import

from rpython.rlib.rstring import StringBuilder

from interpreter import ops
from interpreter.gateway import function
from interpreter.objects.byteargs import hex_of
from interpreter.objects.intstr import digit_value
from module.binascii.texts import ascii_text, error


@function('hexlify(data, sep=?, bytes_per_sep: int = 1) -> bytes')
def hexlify(w_data, w_separator, group):
    """The hexadecimal digits of the data, as bytes; sep stands between groups of bytes_per_sep bytes, counted from the right if positive."""
    return hex_of(ops.bufferstr_w(w_data), w_separator, group)


@function('b2a_hex(data, sep=?, bytes_per_sep: int = 1) -> bytes')
def b2a_hex(w_data, w_separator, group):
    """The same as hexlify."""
    return hex_of(ops.bufferstr_w(w_data), w_separator, group)


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
