"""uuencode, a line at a time."""
from __future__ import absolute_import

from rpython.rlib.rstring import StringBuilder

from interpreter.gateway import function
from module.binascii.texts import ascii_text, error

LINE = 45                   # the most bytes of one line: their number must be one printable character


@function('a2b_uu(data, /) -> bytes')
def a2b_uu(w_data):
    """The bytes of one uuencoded line."""
    text = ascii_text(w_data)
    size = len(text)
    count = (ord(text[0]) - 32 & 63) if size > 0 else 32
    builder = StringBuilder(count)
    held = bits = 0
    i = 1
    while builder.getlength() < count:
        value = 0                                   # spaces at the end of a line may have been lost
        if i < size and text[i] != '\n' and text[i] != '\r':
            value = ord(text[i]) - 32
            if value < 0 or value > 64:             # both ' ' and '`' stand for 0
                raise error.make("Illegal char")
            value &= 63
        i += 1
        held = (held << 6 | value) & 0xFFF
        bits += 6
        if bits >= 8:
            bits -= 8
            builder.append(chr(held >> bits & 255))
    while i < size:
        c = text[i]
        if c != ' ' and c != '`' and c != '\n' and c != '\r':
            raise error.make("Trailing garbage")
        i += 1
    return builder.build()


def digit(value, backtick):
    if value == 0 and backtick:
        return '`'
    return chr(value + 32)


@function('b2a_uu(data: bytes, /, *, backtick: bool = False) -> bytes')
def b2a_uu(data, backtick):
    """The data as one uuencoded line."""
    size = len(data)
    if size > LINE:
        raise error.make("At most 45 bytes at once")
    builder = StringBuilder(size // 3 * 4 + 6)
    builder.append(digit(size, backtick))
    for i in range(0, size, 3):
        bits = ord(data[i]) << 16
        if i + 1 < size:
            bits |= ord(data[i + 1]) << 8
        if i + 2 < size:
            bits |= ord(data[i + 2])
        builder.append(digit(bits >> 18, backtick))
        builder.append(digit(bits >> 12 & 63, backtick))
        builder.append(digit(bits >> 6 & 63, backtick))
        builder.append(digit(bits & 63, backtick))
    builder.append('\n')
    return builder.build()
