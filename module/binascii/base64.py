"""Base64."""
from __future__ import absolute_import

from rpython.rlib.rstring import StringBuilder

from interpreter.gateway import function
from module.binascii.texts import ascii_text, error

ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
VALUES = [ALPHABET.find(chr(code)) for code in range(256)]          # -1: not of the alphabet
PAD = '='


@function('b2a_base64(data: bytes, /, *, newline: bool = True) -> bytes')
def b2a_base64(data, newline):
    """The data in base64, a newline after it."""
    size = len(data)
    builder = StringBuilder((size + 2) // 3 * 4 + 1)
    i = 0
    while i + 2 < size:
        bits = ord(data[i]) << 16 | ord(data[i + 1]) << 8 | ord(data[i + 2])
        builder.append(ALPHABET[bits >> 18])
        builder.append(ALPHABET[bits >> 12 & 63])
        builder.append(ALPHABET[bits >> 6 & 63])
        builder.append(ALPHABET[bits & 63])
        i += 3
    if i + 1 == size:
        bits = ord(data[i])
        builder.append(ALPHABET[bits >> 2])
        builder.append(ALPHABET[bits << 4 & 63])
        builder.append(PAD)
        builder.append(PAD)
    elif i + 2 == size:
        bits = ord(data[i]) << 8 | ord(data[i + 1])
        builder.append(ALPHABET[bits >> 10])
        builder.append(ALPHABET[bits >> 4 & 63])
        builder.append(ALPHABET[bits << 2 & 63])
        builder.append(PAD)
    if newline:
        builder.append('\n')
    return builder.build()


@function('a2b_base64(data, /, *, strict_mode: bool = False) -> bytes')
def a2b_base64(w_data, strict):
    """The data that base64 spells.  What is not of the alphabet is skipped, or refused with strict_mode."""
    text = ascii_text(w_data)
    size = len(text)
    if strict and size > 0 and text[0] == PAD:
        raise error.make("Leading padding not allowed")
    builder = StringBuilder((size + 3) // 4 * 3)
    held = 0                    # the bits that are not written yet
    position = 0                # in the group of four characters
    pads = 0                    # since the last character of data
    padded = False
    for i in range(size):
        c = text[i]
        if c == PAD:
            padded = True
            if position >= 2:
                pads += 1
                if position + pads >= 4:
                    if strict and i + 1 < size:
                        raise error.make("Excess data after padding")
                    return builder.build()
            continue
        value = VALUES[ord(c)]
        if value < 0:
            if strict:
                raise error.make("Only base64 data is allowed")
            continue
        if strict and padded:
            raise error.make("Discontinuous padding not allowed")
        pads = 0
        held = (held << 6 | value) & 0xFFF
        if position > 0:
            builder.append(chr(held >> (6 - 2 * position) & 255))
        position = (position + 1) & 3
    if position == 1:
        raise error.make("Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4" % (
            builder.getlength() // 3 * 4 + 1))
    if position != 0:
        raise error.make("Incorrect padding")
    return builder.build()
