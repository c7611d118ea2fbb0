"""The codecs latin-1 and ascii."""

from rpython.rlib.rstring import StringBuilder

from interpreter.unicode import utf8


def decode(data):
    """latin-1: bytes -> UTF-8 text."""
    if utf8.is_ascii(data):
        return data
    builder = StringBuilder(len(data) * 2)
    for c in data:
        utf8.append(builder, ord(c))
    return builder.build()


def decode_ascii(data, handler):
    """(bytes, ErrorHandler) -> UTF-8 text."""
    if utf8.is_ascii(data):
        return data
    builder = StringBuilder(len(data))
    i = 0
    while i < len(data):
        if ord(data[i]) < 128:
            builder.append(data[i])
            i += 1
        else:
            replacement, i = handler.decode('ascii', data, i, i + 1, "ordinal not in range(128)")
            builder.append(replacement)
    return builder.build()


def encode(text, handler):
    """(UTF-8 text, ErrorHandler) -> latin-1 bytes."""
    return encode_below(text, handler, 256, 'latin-1', "ordinal not in range(256)")


def encode_ascii(text, handler):
    return encode_below(text, handler, 128, 'ascii', "ordinal not in range(128)")


def encode_below(text, handler, limit, encoding, reason):
    """Each code point below the limit is one byte; runs of others go to the handler."""
    if utf8.is_ascii(text):
        return text
    builder = StringBuilder(len(text))
    i = 0
    while i < len(text):
        code = utf8.code_at(text, i)
        if code < limit:
            builder.append(chr(code))
            i = utf8.next_offset(text, i)
            continue
        end = i
        while end < len(text) and utf8.code_at(text, end) >= limit:
            end = utf8.next_offset(text, end)
        replacement, is_bytes, after = handler.encode(encoding, text, i, end, reason)
        if is_bytes:
            builder.append(replacement)
        else:
            k = 0
            while k < len(replacement):
                code = utf8.code_at(replacement, k)
                if code >= limit:
                    handler.encode_strictly(encoding, text, i, end, reason)
                builder.append(chr(code))
                k = utf8.next_offset(replacement, k)
        i = after
    return builder.build()
