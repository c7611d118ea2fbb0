"""repr() of text, and the escapes that it shares with the codecs."""

from rpython.rlib.rstring import StringBuilder

from interpreter.unicode import utf8
from interpreter.unicode.database import is_printable

HEX = '0123456789abcdef'


def append_hex(builder, value, digits):
    """value in lower-case hexadecimal, with leading zeros."""
    shift = 4 * (digits - 1)
    while shift >= 0:
        builder.append(HEX[(value >> shift) & 15])
        shift -= 4


def append_escape(builder, code):
    """\\xNN, \\uNNNN or \\UNNNNNNNN."""
    if code < 0x100:
        builder.append('\\x')
        append_hex(builder, code, 2)
    elif code < 0x10000:
        builder.append('\\u')
        append_hex(builder, code, 4)
    else:
        builder.append('\\U')
        append_hex(builder, code, 8)


def quote_for(text):
    """The quote that repr takes: double quotes only around text with single quotes and no double ones."""
    if text.find("'") >= 0 and text.find('"') < 0:
        return '"'
    return "'"


def text_repr(text):
    """repr() of a str, as UTF-8."""
    quote = quote_for(text)
    builder = StringBuilder(len(text) + 2)
    builder.append(quote)
    i = 0
    while i < len(text):
        c = text[i]
        if ord(c) < 128:
            append_ascii_repr(builder, c, quote)
            i += 1
            continue
        code = utf8.code_at(text, i)
        after = utf8.next_offset(text, i)
        if is_printable(code):
            builder.append_slice(text, i, after)
        else:
            append_escape(builder, code)
        i = after
    builder.append(quote)
    return builder.build()


def append_ascii_repr(builder, c, quote):
    if c == '\\' or c == quote:
        builder.append('\\')
        builder.append(c)
    elif c == '\n':
        builder.append('\\n')
    elif c == '\r':
        builder.append('\\r')
    elif c == '\t':
        builder.append('\\t')
    elif ' ' <= c < '\x7f':
        builder.append(c)
    else:
        builder.append('\\x')
        append_hex(builder, ord(c), 2)


def bytes_repr(data):
    """repr() of bytes without the b."""
    quote = quote_for(data)
    builder = StringBuilder(len(data) + 2)
    builder.append(quote)
    for c in data:
        append_ascii_repr(builder, c, quote)
    builder.append(quote)
    return builder.build()


def bytearray_repr(data):
    """repr() of the content of a bytearray without the b: as that of bytes, but with every single quote escaped."""
    quote = quote_for(data)
    builder = StringBuilder(len(data) + 2)
    builder.append(quote)
    for c in data:
        append_ascii_repr(builder, c, "'")
    builder.append(quote)
    return builder.build()
