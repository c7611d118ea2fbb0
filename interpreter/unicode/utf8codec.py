"""The codec utf-8: its text is what the interpreter keeps, but for lone surrogates, which are no valid UTF-8."""

from rpython.rlib.rstring import StringBuilder

from interpreter.unicode import utf8

INVALID_START = "invalid start byte"
INVALID_CONTINUATION = "invalid continuation byte"
UNEXPECTED_END = "unexpected end of data"


def sequence_at(data, i):
    """The length of the valid sequence at i; else -n, where the n bytes from i on are what is bad or incomplete."""
    size = len(data)
    lead = ord(data[i])
    if lead < 0x80:
        return 1
    if lead < 0xC2 or lead > 0xF4:
        return -1
    if i + 1 >= size:
        return -1
    second = ord(data[i + 1])
    if second & 0xC0 != 0x80:
        return -1
    if lead < 0xE0:
        return 2
    if lead < 0xF0:
        if (lead == 0xE0 and second < 0xA0) or (lead == 0xED and second >= 0xA0):
            return -1
        if i + 2 >= size or ord(data[i + 2]) & 0xC0 != 0x80:
            return -2
        return 3
    if (lead == 0xF0 and second < 0x90) or (lead == 0xF4 and second >= 0x90):
        return -1
    if i + 2 >= size or ord(data[i + 2]) & 0xC0 != 0x80:
        return -2
    if i + 3 >= size or ord(data[i + 3]) & 0xC0 != 0x80:
        return -3
    return 4


def valid_prefix(data, i):
    """The offset of the first byte from i on that is not part of a valid sequence."""
    size = len(data)
    while i < size:
        if ord(data[i]) < 0x80:
            i += 1
            continue
        length = sequence_at(data, i)
        if length < 0:
            break
        i += length
    return i


def reason_at(data, i, bad):
    lead = ord(data[i])
    if lead < 0xC2 or lead > 0xF4:
        return INVALID_START
    if i + bad >= len(data):
        return UNEXPECTED_END
    return INVALID_CONTINUATION


def decode(data, handler, final):
    """(bytes, ErrorHandler, final: bool) -> (UTF-8 text, number of bytes consumed).  Not final: an incomplete end is left."""
    i = valid_prefix(data, 0)
    if i == len(data):
        return data, i
    builder = StringBuilder(len(data))
    builder.append_slice(data, 0, i)
    while i < len(data):
        bad = -sequence_at(data, i)
        reason = reason_at(data, i, bad)
        if reason == UNEXPECTED_END and not final:
            break
        replacement, i = handler.decode('utf-8', data, i, i + bad, reason)
        builder.append(replacement)
        after = valid_prefix(data, i)
        builder.append_slice(data, i, after)
        i = after
    return builder.build(), i


def encode(text, handler):
    """(UTF-8 text, ErrorHandler) -> bytes."""
    i = surrogate_from(text, 0)
    if i < 0:
        return text
    builder = StringBuilder(len(text))
    done = 0
    while i >= 0:
        builder.append_slice(text, done, i)
        end = i + 3
        while surrogate_at(text, end):
            end += 3
        replacement, is_bytes, done = handler.encode('utf-8', text, i, end, "surrogates not allowed")
        if not is_bytes and utf8.has_surrogate(replacement):
            handler.encode_strictly('utf-8', text, i, end, "surrogates not allowed")
        builder.append(replacement)
        i = surrogate_from(text, done)
    builder.append_slice(text, done, len(text))
    return builder.build()


def surrogate_at(text, i):
    return i + 1 < len(text) and text[i] == '\xED' and ord(text[i + 1]) >= 0xA0


def surrogate_from(text, i):
    """The offset of the first lone surrogate from i on, or -1."""
    assert i >= 0
    i = text.find('\xED', i)
    while i >= 0:
        if ord(text[i + 1]) >= 0xA0:
            return i
        i = text.find('\xED', i + 1)
    return -1
