"""Low-level helpers that compare strings: rpython's own look at one character at a time, these at eight bytes.

A load may begin at any character, so the last one overlaps the one before: nothing beyond the string is read."""
from __future__ import absolute_import

from rpython.rlib import jit
from rpython.rlib.objectmodel import specialize
from rpython.rtyper.lltypesystem import llmemory, lltype, rffi
from rpython.rtyper.lltypesystem.lloperation import llop
from rpython.rtyper.lltypesystem.rstr import LLHelpers


@specialize.memo()
def characters_in(size, STR):
    """How many characters of STR or UNICODE `size` bytes hold."""
    return size // rffi.sizeof(STR.chars.OF)


def load(TYPE, s, i):
    """A number of that type that begins at character i."""
    STR = lltype.typeOf(s).TO
    base = llmemory.offsetof(STR, 'chars') + llmemory.itemoffsetof(STR.chars, 0)
    return llop.gc_load_indexed(TYPE, s, i, llmemory.sizeof(STR.chars.OF), base)


def same_at(s1, s2, i):
    """Are the eight bytes from character i on the same?"""
    return load(lltype.Signed, s1, i) == load(lltype.Signed, s2, i)


def same_half_at(s1, s2, i):
    """Are the four bytes from character i on the same?"""
    return rffi.cast(lltype.Signed, load(rffi.INT, s1, i)) == rffi.cast(lltype.Signed, load(rffi.INT, s2, i))


@staticmethod
@jit.elidable
@jit.oopspec('stroruni.equal(s1, s2)')
def ll_streq(s1, s2):
    if s1 == s2:       # also if both are NULL
        return True
    if not s1 or not s2:
        return False
    length = len(s1.chars)
    if length != len(s2.chars):
        return False
    STR = lltype.typeOf(s1).TO
    step = characters_in(8, STR)
    half = characters_in(4, STR)
    i = 0
    if length >= step:
        last = length - step
        while i < last:
            if not same_at(s1, s2, i):
                return False
            i += step
        return same_at(s1, s2, last)
    if length >= half:
        return same_half_at(s1, s2, 0) and same_half_at(s1, s2, length - half)
    while i < length:
        if s1.chars[i] != s2.chars[i]:
            return False
        i += 1
    return True


@staticmethod
@jit.elidable
def ll_strcmp(s1, s2):
    if not s1:
        return -1 if s2 else 0
    if not s2:
        return 1
    length1 = len(s1.chars)
    length2 = len(s2.chars)
    length = length1
    if length2 < length:
        length = length2
    step = characters_in(8, lltype.typeOf(s1).TO)
    i = 0
    while i + step <= length and same_at(s1, s2, i):
        i += step
    while i < length:
        difference = ord(s1.chars[i]) - ord(s2.chars[i])
        if difference != 0:
            return difference
        i += 1
    return length1 - length2


def install():
    for name, function in [('ll_streq', ll_streq), ('ll_strcmp', ll_strcmp)]:
        assert name in LLHelpers.__dict__
        setattr(LLHelpers, name, function)
