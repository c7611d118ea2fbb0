"""Low-level helpers of lists that move a range of items at once: rpython's own move them one by one, each with its barrier."""
from __future__ import absolute_import

from rpython.rlib import rgc
from rpython.rlib.objectmodel import enforceargs, keepalive_until_here
from rpython.rtyper import rlist
from rpython.rtyper.debug import ll_assert
from rpython.rtyper.lltypesystem import llmemory, lltype
from rpython.rtyper.lltypesystem.lloperation import llop
from rpython.rtyper.rlist import dum_checkidx, dum_nocheck, ll_null_item

FEW = 8         # so many items are moved one by one


def ll_move_items(l, source, dest, count):
    """Moves `count` items of one list; the two ranges may overlap."""
    items = l.ll_items()
    if count <= FEW:
        if source > dest:
            i = 0
            while i < count:
                items[dest + i] = items[source + i]
                i += 1
        else:
            i = count - 1
            while i >= 0:
                items[dest + i] = items[source + i]
                i -= 1
        return
    ARRAY = lltype.typeOf(items).TO
    if rgc._contains_gcptr(ARRAY.OF):
        # the stock collector may know of single young items, by their place: it is to look at all of them
        llop.gc_writebarrier(lltype.Void, items)
    address = llmemory.cast_ptr_to_adr(items) + llmemory.itemoffsetof(ARRAY, 0)
    size = llmemory.sizeof(ARRAY.OF)
    llmemory.raw_memmove(address + size * source, address + size * dest, size * count)
    keepalive_until_here(items)


def ll_insert_nonneg(l, index, newitem):
    length = l.ll_length()
    ll_assert(0 <= index, "negative list insertion index")
    ll_assert(index <= length, "list insertion index out of bound")
    l._ll_resize_ge(length + 1)
    ll_move_items(l, index, index + 1, length - index)
    l.ll_setitem_fast(index, newitem)


def ll_prepend(l, newitem):
    ll_insert_nonneg(l, 0, newitem)


def ll_shorten(l, newlength):
    """Cuts off the items from `newlength` on, so that nothing keeps them alive."""
    null = ll_null_item(l)
    if null is not None:
        i = l.ll_length() - 1
        while i >= newlength:
            l.ll_setitem_fast(i, null)
            i -= 1
    l._ll_resize_le(newlength)


@enforceargs(None, None, int)
def ll_delitem_nonneg(func, l, index):
    ll_assert(index >= 0, "unexpectedly negative list delitem index")
    length = l.ll_length()
    if func is dum_checkidx:
        if index >= length:
            raise IndexError
    else:
        ll_assert(index < length, "list delitem index out of bound")
    ll_move_items(l, index + 1, index, length - 1 - index)
    ll_shorten(l, length - 1)


def ll_pop_zero(func, l):
    length = l.ll_length()
    if func is dum_checkidx and length == 0:
        raise IndexError
    ll_assert(length > 0, "pop(0) from empty list")
    result = l.ll_getitem_fast(0)
    ll_delitem_nonneg(dum_nocheck, l, 0)
    return result


def ll_listdelslice_startstop(l, start, stop):
    length = l.ll_length()
    ll_assert(start >= 0, "del l[start:x] with unexpectedly negative start")
    ll_assert(start <= length, "del l[start:x] with start > len(l)")
    ll_assert(stop >= start, "del l[x:y] with x > y")
    if stop > length:
        stop = length
    ll_move_items(l, stop, start, length - stop)
    ll_shorten(l, length - (stop - start))


REPLACED = [ll_insert_nonneg, ll_prepend, ll_delitem_nonneg, ll_pop_zero, ll_listdelslice_startstop]


def install():
    for function in REPLACED:
        assert hasattr(rlist, function.__name__)
        setattr(rlist, function.__name__, function)
