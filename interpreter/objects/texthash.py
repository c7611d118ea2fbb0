"""hash() of str and bytes: SipHash-1-3 over CPython's form of the text, with a key that is chosen at start-up.

A str hashes the code units that CPython would hold: one byte each if all code points are below 256, else two, else four.  For ASCII
that is the text itself, so that str and bytes agree.  The translated program hashes all RPython strings this way (use_text_hash) and keeps the
value in the string: the hash of the str with that UTF-8.  Untranslated, RPython strings have RPython's own hash.
"""
from __future__ import absolute_import

from rpython.rlib.objectmodel import _hash_string, always_inline, compute_hash, specialize
from rpython.rlib.rarithmetic import intmask, r_uint
from rpython.rtyper.extregistry import ExtRegistryEntry
from rpython.rtyper.lltypesystem import lltype

MAGIC0, MAGIC1 = r_uint(0x736f6d6570736575), r_uint(0x646f72616e646f6d)
MAGIC2, MAGIC3 = r_uint(0x6c7967656e657261), r_uint(0x7465646279746573)
HIGH_BITS = r_uint(0x8080808080808080)

# the key: two words; raw memory, which transactions read without a mark
KEY = lltype.malloc(lltype.Array(lltype.Unsigned, hints={'nolength': True}), 2, flavor='raw', zero=True, immortal=True)

EMPTY = -1           # of an RPython string: 0 would say that the hash is not computed yet


def set_key(low, high):
    """Chooses the key, two words.  Before anything is hashed."""
    KEY[0] = low
    KEY[1] = high


@always_inline
def rotate(x, bits):
    return (x << bits) | (x >> (64 - bits))


@always_inline
def sip_round(v0, v1, v2, v3):
    v0 += v1
    v2 += v3
    v1 = rotate(v1, 13) ^ v0
    v3 = rotate(v3, 16) ^ v2
    v0 = rotate(v0, 32)
    v2 += v1
    v0 += v3
    v1 = rotate(v1, 17) ^ v2
    v3 = rotate(v3, 21) ^ v0
    v2 = rotate(v2, 32)
    return v0, v1, v2, v3


@always_inline
def sip_word(v0, v1, v2, v3, word):
    """Takes eight bytes in."""
    v3 ^= word
    v0, v1, v2, v3 = sip_round(v0, v1, v2, v3)
    v0 ^= word
    return v0, v1, v2, v3


@always_inline
def sip_end(v0, v1, v2, v3):
    """The hash, as Python allows it: -1 means an error in C."""
    v2 ^= r_uint(0xFF)
    v0, v1, v2, v3 = sip_round(v0, v1, v2, v3)
    v0, v1, v2, v3 = sip_round(v0, v1, v2, v3)
    v0, v1, v2, v3 = sip_round(v0, v1, v2, v3)
    result = intmask(v0 ^ v1 ^ v2 ^ v3)
    return -2 if result == -1 else result


@always_inline
@specialize.ll()
def hash_of_chars(chars, low, high):
    """(bytes, the key) -> (the hash, all words or-ed)"""
    v0, v1, v2, v3 = low ^ MAGIC0, high ^ MAGIC1, low ^ MAGIC2, high ^ MAGIC3
    size = len(chars)
    seen = r_uint(0)
    i = 0
    while i + 8 <= size:
        word = (r_uint(ord(chars[i])) | r_uint(ord(chars[i + 1])) << 8 | r_uint(ord(chars[i + 2])) << 16 |
                r_uint(ord(chars[i + 3])) << 24 | r_uint(ord(chars[i + 4])) << 32 | r_uint(ord(chars[i + 5])) << 40 |
                r_uint(ord(chars[i + 6])) << 48 | r_uint(ord(chars[i + 7])) << 56)
        seen |= word
        v0, v1, v2, v3 = sip_word(v0, v1, v2, v3, word)
        i += 8
    word = r_uint(0)
    shift = 0
    while i < size:
        word |= r_uint(ord(chars[i])) << shift
        shift += 8
        i += 1
    seen |= word
    v0, v1, v2, v3 = sip_word(v0, v1, v2, v3, word | r_uint(size) << 56)
    return sip_end(v0, v1, v2, v3), seen


@specialize.ll()
def text_hash(chars):
    """The hash of the str whose UTF-8 is `chars`; of any other bytes the hash of these bytes.  EMPTY for ''."""
    if len(chars) == 0:
        return EMPTY
    result, seen = hash_of_chars(chars, KEY[0], KEY[1])
    if seen & HIGH_BITS != r_uint(0):
        return wide_hash(chars, result)
    return result


def bytes_hash(data):
    """hash() of bytes; not kept for bytes beyond ASCII."""
    for c in data:
        if ord(c) >= 0x80:
            result, seen = hash_of_chars(data, KEY[0], KEY[1])
            return result
    return str_hash(data)


def keyed_hash(key, data):
    """(int, str) -> int: the hash of the bytes under a key of one word."""
    result, seen = hash_of_chars(data, r_uint(key), r_uint(0))
    return result


def str_hash(utf8):
    """hash() of the str with this content."""
    result = compute_hash(utf8)
    return 0 if result == EMPTY else result


# ____________________________________________________________
# text beyond ASCII


@specialize.ll()
def continuation(chars, i):
    """The six bits of the continuation byte at i, -1 if there is none."""
    if i >= len(chars):
        return -1
    c = ord(chars[i])
    return c & 0x3F if c & 0xC0 == 0x80 else -1


@specialize.ll()
def code_at(chars, i):
    """The code point at i, -1 if the bytes are none."""
    c = ord(chars[i])
    if c < 0x80:
        return c
    if c < 0xC2 or c > 0xF4:
        return -1
    second = continuation(chars, i + 1)
    if second < 0:
        return -1
    if c < 0xE0:
        return (c & 0x1F) << 6 | second
    third = continuation(chars, i + 2)
    if third < 0:
        return -1
    if c < 0xF0:
        code = (c & 0x0F) << 12 | second << 6 | third
        return code if code >= 0x800 else -1
    fourth = continuation(chars, i + 3)
    if fourth < 0:
        return -1
    code = (c & 0x07) << 18 | second << 12 | third << 6 | fourth
    return code if 0x10000 <= code <= 0x10FFFF else -1


def width(code):
    if code < 0x80:
        return 1
    if code < 0x800:
        return 2
    return 3 if code < 0x10000 else 4


@specialize.ll()
def wide_hash(chars, otherwise):
    """The hash of the code units; `otherwise` if the bytes are no text."""
    count = top = i = 0
    while i < len(chars):
        code = code_at(chars, i)
        if code < 0:
            return otherwise
        if code > top:
            top = code
        count += 1
        i += width(code)
    unit = 1 if top < 0x100 else 2 if top < 0x10000 else 4
    low, high = KEY[0], KEY[1]
    v0, v1, v2, v3 = low ^ MAGIC0, high ^ MAGIC1, low ^ MAGIC2, high ^ MAGIC3
    word = r_uint(0)
    shift = i = 0
    while i < len(chars):
        code = code_at(chars, i)
        i += width(code)
        word |= r_uint(code) << shift
        shift += 8 * unit
        if shift == 64:
            v0, v1, v2, v3 = sip_word(v0, v1, v2, v3, word)
            word = r_uint(0)
            shift = 0
    v0, v1, v2, v3 = sip_word(v0, v1, v2, v3, word | r_uint(count * unit) << 56)
    return sip_end(v0, v1, v2, v3)


# ____________________________________________________________
# RPython's own hash of strings


def ll_text_hash(ll_s):
    if lltype.typeOf(ll_s).TO.chars.OF == lltype.Char:
        return text_hash(ll_s.chars)
    return _hash_string(ll_s.chars)


def use_text_hash():
    """Says to the translator that RPython strings are to be hashed by text_hash."""


class UseTextHash(ExtRegistryEntry):
    _about_ = use_text_hash

    def compute_result_annotation(self):
        self.bookkeeper.annotator.translator.ll_hash_string = ll_text_hash

    def specialize_call(self, hop):
        hop.exception_cannot_occur()
