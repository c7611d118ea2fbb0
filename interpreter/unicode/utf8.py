"""UTF-8 as the interpreter keeps its text: lone surrogates are encoded as three bytes (WTF-8), everything else is valid.

Positions are byte offsets into an RPython str; `offset` always means bytes, `index` and `length` count code points.
Because UTF-8 synchronises itself and sorts as its code points do, searching and comparing work on the bytes.
"""

from rpython.rlib.objectmodel import always_inline
from rpython.rlib.rstring import StringBuilder

MAX_CODE = 0x10FFFF


@always_inline
def is_continuation(c):
    return ord(c) & 0xC0 == 0x80


def is_ascii(s):
    for c in s:
        if ord(c) >= 0x80:
            return False
    return True


def count(s):
    """Number of code points in s."""
    continuations = 0
    for c in s:
        if ord(c) & 0xC0 == 0x80:
            continuations += 1
    return len(s) - continuations


def count_between(s, start, end):
    """Number of code points in s[start:end]."""
    result = 0
    i = start
    while i < end:
        if ord(s[i]) & 0xC0 != 0x80:
            result += 1
        i += 1
    return result


def next_offset(s, offset):
    """The offset after the code point that starts at `offset`."""
    assert offset >= 0
    lead = ord(s[offset])
    if lead < 0x80:
        return offset + 1
    if lead < 0xE0:
        return offset + 2
    if lead < 0xF0:
        return offset + 3
    return offset + 4


def previous_offset(s, offset):
    """The offset of the code point that ends before `offset`."""
    offset -= 1
    assert offset >= 0
    while ord(s[offset]) & 0xC0 == 0x80:
        offset -= 1
        assert offset >= 0
    return offset


def code_at(s, offset):
    """The code point that starts at `offset`."""
    lead = ord(s[offset])
    if lead < 0x80:
        return lead
    second = ord(s[offset + 1]) & 0x3F
    if lead < 0xE0:
        return (lead & 0x1F) << 6 | second
    third = ord(s[offset + 2]) & 0x3F
    if lead < 0xF0:
        return (lead & 0x0F) << 12 | second << 6 | third
    return (lead & 0x07) << 18 | second << 12 | third << 6 | (ord(s[offset + 3]) & 0x3F)


def encode(code):
    """A code point in UTF-8."""
    if code < 0x80:
        return chr(code)
    if code < 0x800:
        return chr(0xC0 | code >> 6) + chr(0x80 | code & 0x3F)
    if code < 0x10000:
        return chr(0xE0 | code >> 12) + chr(0x80 | code >> 6 & 0x3F) + chr(0x80 | code & 0x3F)
    return chr(0xF0 | code >> 18) + chr(0x80 | code >> 12 & 0x3F) + chr(0x80 | code >> 6 & 0x3F) + chr(0x80 | code & 0x3F)


def append(builder, code):
    """Appends a code point to a StringBuilder."""
    if code < 0x80:
        builder.append(chr(code))
    elif code < 0x800:
        builder.append(chr(0xC0 | code >> 6))
        builder.append(chr(0x80 | code & 0x3F))
    else:
        if code < 0x10000:
            builder.append(chr(0xE0 | code >> 12))
        else:
            builder.append(chr(0xF0 | code >> 18))
            builder.append(chr(0x80 | code >> 12 & 0x3F))
        builder.append(chr(0x80 | code >> 6 & 0x3F))
        builder.append(chr(0x80 | code & 0x3F))


def width(code):
    """Bytes of a code point."""
    if code < 0x80:
        return 1
    if code < 0x800:
        return 2
    if code < 0x10000:
        return 3
    return 4


def is_surrogate(code):
    return 0xD800 <= code <= 0xDFFF


def has_surrogate(s):
    """Does s contain a lone surrogate?  They are ED A0..BF xx."""
    i = s.find('\xED')
    while i >= 0:
        if ord(s[i + 1]) >= 0xA0:
            return True
        i = s.find('\xED', i + 1)
    return False


def codes(s):
    """The code points of s, as a list."""
    result = []
    i = 0
    while i < len(s):
        result.append(code_at(s, i))
        i = next_offset(s, i)
    return result


def from_codes(code_list):
    builder = StringBuilder(len(code_list))
    for code in code_list:
        append(builder, code)
    return builder.build()


# ____________________________________________________________
# random access


STRIDE_BITS = 6                    # one entry of an index for so many code points: 2 bits of index a code point
STRIDE = 1 << STRIDE_BITS


def advance(s, offset, steps):
    """The offset `steps` code points after `offset`."""
    while steps > 0:
        offset = next_offset(s, offset)
        steps -= 1
    assert offset >= 0
    return offset


def offset_of(s, index):
    """The offset of code point `index`, from the start of s; len(s) if s is not that long."""
    offset = 0
    while index > 0 and offset < len(s):
        offset = next_offset(s, offset)
        index -= 1
    return offset


def build_index(s, length):
    """The offsets of the code points 0, STRIDE, 2 * STRIDE ..."""
    result = [0] * ((length >> STRIDE_BITS) + 1)
    offset = 0
    for i in range(1, len(result)):
        offset = advance(s, offset, STRIDE)
        result[i] = offset
    return result


def indexed_offset(s, table, index):
    """The offset of code point `index`, with the table that build_index made."""
    return advance(s, table[index >> STRIDE_BITS], index & (STRIDE - 1))


def indexed_position(s, table, offset):
    """The number of code points before `offset`, with the table that build_index made."""
    low, high = 0, len(table)
    while high - low > 1:
        middle = (low + high) >> 1
        if table[middle] <= offset:
            low = middle
        else:
            high = middle
    return (low << STRIDE_BITS) + count_between(s, table[low], offset)
