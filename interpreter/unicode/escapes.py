"""The codecs unicode_escape and raw_unicode_escape, and the escapes of bytes literals (_codecs.escape_decode)."""

from rpython.rlib.rstring import StringBuilder

from interpreter.unicode import characters, utf8
from interpreter.unicode.repr import append_escape, append_hex


def hex_digit(c):
    """The value of a hexadecimal digit, or -1."""
    if '0' <= c <= '9':
        return ord(c) - ord('0')
    if 'a' <= c <= 'f':
        return ord(c) - ord('a') + 10
    if 'A' <= c <= 'F':
        return ord(c) - ord('A') + 10
    return -1


def simple_escape(c):
    """What \\c stands for, or '' for none of the one-letter escapes."""
    if c == 'n':
        return '\n'
    if c == 't':
        return '\t'
    if c == 'r':
        return '\r'
    if c == '\\' or c == "'" or c == '"':
        return c
    if c == 'a':
        return '\a'
    if c == 'b':
        return '\b'
    if c == 'f':
        return '\f'
    if c == 'v':
        return '\v'
    return ''


def is_octal(c):
    return '0' <= c <= '7'


def escape_width(c):
    """How many hexadecimal digits follow \\x, \\u, \\U; else 0."""
    if c == 'x':
        return 2
    if c == 'u':
        return 4
    if c == 'U':
        return 8
    return 0


def truncated(width):
    if width == 2:
        return "truncated \\xXX escape"
    if width == 4:
        return "truncated \\uXXXX escape"
    return "truncated \\UXXXXXXXX escape"


class EscapeResult(object):
    """first_invalid is the offset of the first backslash with a meaningless letter or an octal escape past \\377, else -1."""
    def __init__(self, text, consumed, first_invalid):
        self.text = text
        self.consumed = consumed
        self.first_invalid = first_invalid


def decode_unicode_escape(data, handler, final):
    """(bytes, ErrorHandler, final: bool) -> EscapeResult."""
    builder = StringBuilder(len(data))
    first_invalid = -1
    i, size = 0, len(data)
    while i < size:
        c = data[i]
        if c != '\\':
            utf8.append(builder, ord(c))
            i += 1
            continue
        start = i
        i += 1
        if i >= size:
            if not final:
                return EscapeResult(builder.build(), start, first_invalid)
            replacement, i = handler.decode('unicodeescape', data, start, size, "\\ at end of string")
            builder.append(replacement)
            continue
        c = data[i]
        i += 1
        simple = simple_escape(c)
        if simple:
            builder.append(simple)
        elif c == '\n':
            pass
        elif is_octal(c):
            code = ord(c) - ord('0')
            end = min(i + 2, size)
            while i < end and is_octal(data[i]):
                code = code * 8 + ord(data[i]) - ord('0')
                i += 1
            if code > 0o377 and first_invalid < 0:
                first_invalid = start
            utf8.append(builder, code)
        elif escape_width(c):
            width = escape_width(c)
            code, count = 0, 0
            while count < width and i < size and hex_digit(data[i]) >= 0:
                code = code << 4 | hex_digit(data[i])
                i += 1
                count += 1
            if count < width:
                if i >= size and not final:
                    return EscapeResult(builder.build(), start, first_invalid)
                replacement, i = handler.decode('unicodeescape', data, start, i, truncated(width))
                builder.append(replacement)
            elif code > utf8.MAX_CODE:
                replacement, i = handler.decode('unicodeescape', data, start, i, "illegal Unicode character")
                builder.append(replacement)
            else:
                utf8.append(builder, code)
        elif c == 'N':
            reason = "malformed \\N character escape"
            if i >= size:
                if not final:
                    return EscapeResult(builder.build(), start, first_invalid)
            elif data[i] == '{':
                assert i >= 0
                close = data.find('}', i)
                if close < 0:
                    if not final:
                        return EscapeResult(builder.build(), start, first_invalid)
                    i = size
                else:
                    assert i >= 0
                    name = data[i + 1:close]
                    i = close + 1
                    if name:
                        reason = "unknown Unicode character name"
                        code = characters.code_of(name)
                        if code >= 0:
                            utf8.append(builder, code)
                            continue
            replacement, i = handler.decode('unicodeescape', data, start, i, reason)
            builder.append(replacement)
        else:
            if first_invalid < 0:
                first_invalid = start
            builder.append('\\')
            utf8.append(builder, ord(c))
    return EscapeResult(builder.build(), i, first_invalid)


def encode_unicode_escape(text):
    """UTF-8 text -> bytes."""
    builder = StringBuilder(len(text))
    i = 0
    while i < len(text):
        code = utf8.code_at(text, i)
        if code == 92:
            builder.append('\\\\')
        elif code == 10:
            builder.append('\\n')
        elif code == 13:
            builder.append('\\r')
        elif code == 9:
            builder.append('\\t')
        elif 32 <= code < 127:
            builder.append(chr(code))
        else:
            append_escape(builder, code)
        i = utf8.next_offset(text, i)
    return builder.build()


def encode_raw_unicode_escape(text):
    """UTF-8 text -> bytes: latin-1, and \\u and \\U for the rest."""
    builder = StringBuilder(len(text))
    i = 0
    while i < len(text):
        code = utf8.code_at(text, i)
        if code < 256:
            builder.append(chr(code))
        else:
            append_escape(builder, code)
        i = utf8.next_offset(text, i)
    return builder.build()


def decode_raw_unicode_escape(data, handler, final):
    """(bytes, ErrorHandler, final: bool) -> (UTF-8 text, bytes consumed)."""
    builder = StringBuilder(len(data))
    i, size = 0, len(data)
    while i < size:
        if data[i] != '\\':
            utf8.append(builder, ord(data[i]))
            i += 1
            continue
        start = i
        while i < size and data[i] == '\\':
            i += 1
        if i == size and (i - start) % 2 == 1 and not final:
            builder.append_multiple_char('\\', i - start - 1)
            return builder.build(), i - 1
        if i == size or (i - start) % 2 == 0 or (data[i] != 'u' and data[i] != 'U'):
            builder.append_multiple_char('\\', i - start)
            continue
        builder.append_multiple_char('\\', i - start - 1)
        start = i - 1
        width = escape_width(data[i])
        i += 1
        code, count = 0, 0
        while count < width and i < size and hex_digit(data[i]) >= 0:
            code = code << 4 | hex_digit(data[i])
            i += 1
            count += 1
        if count == width and code <= utf8.MAX_CODE:
            utf8.append(builder, code)
            continue
        if count < width and i >= size and not final:
            return builder.build(), start
        reason = truncated(width) if count < width else "\\Uxxxxxxxx out of range"
        replacement, i = handler.decode('rawunicodeescape', data, start, i, reason)
        builder.append(replacement)
    return builder.build(), i


# ____________________________________________________________
# bytes


class BadEscape(Exception):
    """A malformed \\x at an offset, or a backslash at the end (offset -1)."""
    def __init__(self, offset):
        self.offset = offset


def decode_bytes_escape(data, errors):
    """The content of a bytes literal without its quotes; errors is 'strict', 'ignore' or 'replace' -> EscapeResult.  Raises BadEscape."""
    builder = StringBuilder(len(data))
    first_invalid = -1
    i, size = 0, len(data)
    while i < size:
        c = data[i]
        i += 1
        if c != '\\':
            builder.append(c)
            continue
        if i == size:
            raise BadEscape(-1)
        start = i - 1
        c = data[i]
        i += 1
        simple = simple_escape(c)
        if simple:
            builder.append(simple)
        elif c == '\n':
            pass
        elif is_octal(c):
            code = ord(c) - ord('0')
            end = min(i + 2, size)
            while i < end and is_octal(data[i]):
                code = code * 8 + ord(data[i]) - ord('0')
                i += 1
            if code > 0o377 and first_invalid < 0:
                first_invalid = start
            builder.append(chr(code & 0xFF))
        elif c == 'x':
            if i + 1 < size and hex_digit(data[i]) >= 0 and hex_digit(data[i + 1]) >= 0:
                builder.append(chr(hex_digit(data[i]) << 4 | hex_digit(data[i + 1])))
                i += 2
            else:
                if errors == 'strict':
                    raise BadEscape(start)
                if errors == 'replace':
                    builder.append('?')
                if i < size and hex_digit(data[i]) >= 0:
                    i += 1
        else:
            if first_invalid < 0:
                first_invalid = start
            builder.append('\\')
            builder.append(c)
    return EscapeResult(builder.build(), size, first_invalid)


def encode_bytes_escape(data):
    """repr(data) without b and quotes (_codecs.escape_encode)."""
    builder = StringBuilder(len(data))
    for c in data:
        if c == '\\' or c == "'":
            builder.append('\\')
            builder.append(c)
        elif c == '\t':
            builder.append('\\t')
        elif c == '\n':
            builder.append('\\n')
        elif c == '\r':
            builder.append('\\r')
        elif c < ' ' or c >= '\x7f':
            builder.append('\\x')
            append_hex(builder, ord(c), 2)
        else:
            builder.append(c)
    return builder.build()
