"""bisect_left, bisect_right, insort_left, insort_right."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import value_error
from interpreter.gateway import function
from interpreter.objects.list import W_List
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newint


def item_at(w_a, i):
    if w_a.__class__ is W_List:
        assert isinstance(w_a, W_List)
        if 0 <= i < len(w_a.items):
            return w_a.items[i]
    return ops.getitem(w_a, newint(i))


def bounds(w_a, lo, w_hi):
    """`hi` as an int; ValueError for a negative lo."""
    if lo < 0:
        raise value_error("lo must be non-negative")
    if w_hi is w_None:
        return ops.len(w_a)
    return ops.int_w(w_hi)


def middle(lo, hi):
    return lo + ((hi - lo) >> 1)


def search_right(w_a, w_x, lo, hi, w_key):
    """The first position whose item is greater than w_x."""
    while lo < hi:
        mid = middle(lo, hi)
        w_item = item_at(w_a, mid)
        if w_key is not w_None:
            w_item = ops.call1(w_key, w_item)
        if ops.lt_w(w_x, w_item):
            hi = mid
        else:
            lo = mid + 1
    return lo


def search_left(w_a, w_x, lo, hi, w_key):
    """The first position whose item is not less than w_x."""
    while lo < hi:
        mid = middle(lo, hi)
        w_item = item_at(w_a, mid)
        if w_key is not w_None:
            w_item = ops.call1(w_key, w_item)
        if ops.lt_w(w_item, w_x):
            lo = mid + 1
        else:
            hi = mid
    return lo


def insert(w_a, i, w_x):
    if w_a.__class__ is W_List:
        assert isinstance(w_a, W_List)
        w_a.descr_insert(i, w_x)
    else:
        ops.call(ops.getattr(w_a, 'insert'), [newint(i), w_x])


def key_of(w_x, w_key):
    if w_key is w_None:
        return w_x
    return ops.call1(w_key, w_x)


@function('bisect_right(a, x, lo: int=0, hi=None, *, key=None) -> int')
def bisect_right(w_a, w_x, lo, w_hi, w_key):
    """Where to insert x in the sorted a, after the items equal to it."""
    return search_right(w_a, w_x, lo, bounds(w_a, lo, w_hi), w_key)


@function('bisect(a, x, lo: int=0, hi=None, *, key=None) -> int')
def bisect(w_a, w_x, lo, w_hi, w_key):
    """Where to insert x in the sorted a, after the items equal to it."""
    return search_right(w_a, w_x, lo, bounds(w_a, lo, w_hi), w_key)


@function('bisect_left(a, x, lo: int=0, hi=None, *, key=None) -> int')
def bisect_left(w_a, w_x, lo, w_hi, w_key):
    """Where to insert x in the sorted a, before the items equal to it."""
    return search_left(w_a, w_x, lo, bounds(w_a, lo, w_hi), w_key)


@function('insort_right(a, x, lo: int=0, hi=None, *, key=None) -> None')
def insort_right(w_a, w_x, lo, w_hi, w_key):
    """Inserts x in the sorted a, after the items equal to it."""
    insert(w_a, search_right(w_a, key_of(w_x, w_key), lo, bounds(w_a, lo, w_hi), w_key), w_x)


@function('insort(a, x, lo: int=0, hi=None, *, key=None) -> None')
def insort(w_a, w_x, lo, w_hi, w_key):
    """Inserts x in the sorted a, after the items equal to it."""
    insert(w_a, search_right(w_a, key_of(w_x, w_key), lo, bounds(w_a, lo, w_hi), w_key), w_x)


@function('insort_left(a, x, lo: int=0, hi=None, *, key=None) -> None')
def insort_left(w_a, w_x, lo, w_hi, w_key):
    """Inserts x in the sorted a, before the items equal to it."""
    insert(w_a, search_left(w_a, key_of(w_x, w_key), lo, bounds(w_a, lo, w_hi), w_key), w_x)
