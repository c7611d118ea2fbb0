"""File names: between the system's bytes and `str` in UTF-8 with the surrogateescape error handler (PEP 383).

A byte that is not part of valid UTF-8 becomes a lone surrogate U+DC80..U+DCFF, kept in three bytes like every surrogate here.
"""


def sequence_length(s, i):
    """(str, int) -> int.  The length of the valid UTF-8 sequence at i, surrogates not allowed; 0 if there is none."""
    n = len(s)
    first = ord(s[i])
    if first < 0x80:
        return 1
    if first < 0xC2 or first > 0xF4:
        return 0
    if i + 1 >= n:
        return 0
    second = ord(s[i + 1])
    if second & 0xC0 != 0x80:
        return 0
    if first < 0xE0:
        return 2
    if first < 0xF0:
        if first == 0xE0 and second < 0xA0:
            return 0
        if first == 0xED and second >= 0xA0:
            return 0
        if i + 2 >= n or ord(s[i + 2]) & 0xC0 != 0x80:
            return 0
        return 3
    if first == 0xF0 and second < 0x90:
        return 0
    if first == 0xF4 and second >= 0x90:
        return 0
    if i + 3 >= n or ord(s[i + 2]) & 0xC0 != 0x80 or ord(s[i + 3]) & 0xC0 != 0x80:
        return 0
    return 4


def _is_plain(s):
    for c in s:
        if ord(c) >= 0x80:
            return False
    return True


def fsdecode(s):
    """(bytes: str) -> UTF-8 str, with lone surrogates for undecodable bytes."""
    if _is_plain(s):
        return s
    parts = []
    i = 0
    while i < len(s):
        n = sequence_length(s, i)
        if n == 0:
            byte = ord(s[i])
            parts.append('\xed' + chr(0xB0 | ((byte >> 6) & 0x3F)) + chr(0x80 | (byte & 0x3F)))
            i += 1
        else:
            parts.append(s[i:i + n])
            i += n
    return ''.join(parts)


def fsencode(s):
    """(UTF-8 str) -> bytes.  Raises UnicodeEncodeError (the Python exception) for other surrogates than those of fsdecode."""
    if _is_plain(s) or '\xed' not in s:
        return s
    parts = []
    i = 0
    position = 0
    while i < len(s):
        n = sequence_length(s, i)
        if n == 0:
            if i + 2 >= len(s):
                raise _encode_error(s, position)
            point = ((ord(s[i]) & 0x0F) << 12) | ((ord(s[i + 1]) & 0x3F) << 6) | (ord(s[i + 2]) & 0x3F)
            if not 0xDC80 <= point <= 0xDCFF:
                raise _encode_error(s, position)
            parts.append(chr(point - 0xDC00))
            i += 3
        else:
            parts.append(s[i:i + n])
            i += n
        position += 1
    return ''.join(parts)


def _encode_error(s, position):
    from interpreter.errors import OperationError
    from interpreter.objects import exception
    from interpreter.objects.wrap import newstr, newint
    return OperationError(exception.new_exception(exception.W_UnicodeEncodeError.typedef.w_type, [
        newstr('utf-8'), newstr(s), newint(position), newint(position + 1), newstr('surrogates not allowed')]))
