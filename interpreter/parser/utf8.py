"""UTF-8 as the tokenizer needs it: validity, code points, columns."""


def sequence_length(byte):
    """How many bytes (int) the sequence with first byte `byte` has; 0 if none starts so."""
    if byte < 0x80:
        return 1
    if byte < 0xC2:
        return 0
    if byte < 0xE0:
        return 2
    if byte < 0xF0:
        return 3
    if byte < 0xF5:
        return 4
    return 0


class Utf8Problem(object):
    """Where a string is not UTF-8 (ints: the position and the number of bytes that
    cannot be decoded) and why (str)."""

    def __init__(self, position, length, reason):
        self.position = position
        self.length = length
        self.reason = reason


def find_problem(s, start, end):
    """Look for the first sequence in s[start:end] that is not UTF-8.

    Returns a Utf8Problem or None.  Surrogates are a problem, as in CPython.
    """
    i = start
    while i < end:
        byte = ord(s[i])
        if byte < 0x80:
            i += 1
            continue
        length = sequence_length(byte)
        if length == 0:
            return Utf8Problem(i, 1, 'invalid start byte')
        for k in range(1, length):
            if i + k >= end:
                return Utf8Problem(i, k, 'unexpected end of data')
            following = ord(s[i + k])
            low, high = 0x80, 0xC0
            if k == 1:
                if byte == 0xE0:
                    low = 0xA0
                elif byte == 0xED:
                    high = 0xA0
                elif byte == 0xF0:
                    low = 0x90
                elif byte == 0xF4:
                    high = 0x90
            if not low <= following < high:
                return Utf8Problem(i, k, 'invalid continuation byte')
        i += length
    return None


def problem_message(s, problem, start):
    """CPython's message (str) for a Utf8Problem in s; it counts from `start`."""
    first = problem.position - start
    if problem.length > 1:
        what = 'bytes in position %d-%d' % (first, first + problem.length - 1)
    else:
        byte = ord(s[problem.position])
        digits = '0123456789abcdef'
        what = 'byte 0x%s%s in position %d' % (digits[byte >> 4], digits[byte & 15],
                                              first)
    return "(unicode error) 'utf-8' codec can't decode %s: %s" % (what, problem.reason)


def codepoint_at(s, i):
    """The code point (int) of the valid sequence that starts at s[i]."""
    byte = ord(s[i])
    if byte < 0x80:
        return byte
    if byte < 0xE0:
        return (byte & 0x1F) << 6 | (ord(s[i + 1]) & 0x3F)
    if byte < 0xF0:
        return ((byte & 0x0F) << 12 | (ord(s[i + 1]) & 0x3F) << 6 |
                (ord(s[i + 2]) & 0x3F))
    return ((byte & 0x07) << 18 | (ord(s[i + 1]) & 0x3F) << 12 |
            (ord(s[i + 2]) & 0x3F) << 6 | (ord(s[i + 3]) & 0x3F))


def encode(code):
    """The UTF-8 bytes (str) of a code point; surrogates get three bytes too."""
    if code < 0x80:
        return chr(code)
    if code < 0x800:
        return chr(0xC0 | code >> 6) + chr(0x80 | code & 0x3F)
    if code < 0x10000:
        return (chr(0xE0 | code >> 12) + chr(0x80 | code >> 6 & 0x3F) +
                chr(0x80 | code & 0x3F))
    return (chr(0xF0 | code >> 18) + chr(0x80 | code >> 12 & 0x3F) +
            chr(0x80 | code >> 6 & 0x3F) + chr(0x80 | code & 0x3F))


def count(s, start, end):
    """How many characters (int) s[start:end] has; a broken sequence counts anyhow."""
    n = 0
    i = start
    while i < end:
        if ord(s[i]) & 0xC0 != 0x80:
            n += 1
        i += 1
    return n


def replace_problems(s):
    """`s` (str) with what is not UTF-8 replaced by U+FFFD, as the codec does."""
    parts = []
    start = 0
    while True:
        problem = find_problem(s, start, len(s))
        if problem is None:
            parts.append(s[start:])
            return ''.join(parts)
        bad = problem.position
        assert bad >= start >= 0
        parts.append(s[start:bad])
        parts.append('\xef\xbf\xbd')
        start = bad + problem.length
