"""The heap operations, for the smallest item first, and those of them that heapq.py needs for the largest first.

A comparison may change the list: positions are checked against its length after each."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import index_error, runtime_error, type_error
from interpreter.gateway import function
from interpreter.objects.list import W_List


def as_list(w_heap, where):
    if not isinstance(w_heap, W_List):
        raise type_error("%s must be list, not %s" % (where, w_heap.gettype().name))
    return w_heap


def before(w_a, w_b, largest):
    """Does w_a come before w_b?"""
    if largest:
        return ops.lt_w(w_b, w_a)
    return ops.lt_w(w_a, w_b)


def check_size(w_heap, size):
    if len(w_heap.items) != size:
        raise runtime_error("list changed size during iteration")


def move_down(w_heap, start, pos, largest):
    """Brings the item at `pos` towards the root until its parent comes before it, not past `start`."""
    size = len(w_heap.items)
    assert pos >= 0
    w_new = w_heap.items[pos]
    while pos > start:
        parent = (pos - 1) >> 1
        assert parent >= 0
        w_parent = w_heap.items[parent]
        smaller = before(w_new, w_parent, largest)
        check_size(w_heap, size)
        if not smaller:
            break
        # read again: the comparison may have changed the items
        w_parent = w_heap.items[parent]
        w_new = w_heap.items[pos]
        w_heap.items[parent] = w_new
        w_heap.items[pos] = w_parent
        pos = parent


def move_up(w_heap, pos, largest):
    """Brings the item at `pos` down to a leaf, and then to its place."""
    size = len(w_heap.items)
    start = pos
    limit = size >> 1
    while pos < limit:
        assert pos >= 0
        child = 2 * pos + 1
        if child + 1 < size:
            first = before(w_heap.items[child], w_heap.items[child + 1], largest)
            check_size(w_heap, size)
            if not first:
                child += 1
        w_child = w_heap.items[child]
        w_heap.items[child] = w_heap.items[pos]
        w_heap.items[pos] = w_child
        pos = child
    move_down(w_heap, start, pos, largest)


def pop(w_heap, largest):
    if len(w_heap.items) == 0:
        raise index_error("index out of range")
    w_last = w_heap.items.pop()
    if len(w_heap.items) == 0:
        return w_last
    w_result = w_heap.items[0]
    w_heap.items[0] = w_last
    move_up(w_heap, 0, largest)
    return w_result


def replace(w_heap, w_item, largest):
    if len(w_heap.items) == 0:
        raise index_error("index out of range")
    w_result = w_heap.items[0]
    w_heap.items[0] = w_item
    move_up(w_heap, 0, largest)
    return w_result


def make_heap(w_heap, largest):
    i = (len(w_heap.items) >> 1) - 1
    while i >= 0:
        move_up(w_heap, i, largest)
        i -= 1


@function('heappush(heap, item, /) -> None')
def heappush(w_heap, w_item):
    """Adds an item to the heap."""
    w_heap = as_list(w_heap, 'heappush() argument 1')
    w_heap.append(w_item)
    move_down(w_heap, 0, len(w_heap.items) - 1, False)


@function('heappop(heap, /)')
def heappop(w_heap):
    """Removes the smallest item and returns it."""
    return pop(as_list(w_heap, 'heappop() argument'), False)


@function('heapreplace(heap, item, /)')
def heapreplace(w_heap, w_item):
    """Removes the smallest item and returns it, and adds the new one."""
    return replace(as_list(w_heap, 'heapreplace() argument 1'), w_item, False)


@function('heappushpop(heap, item, /)')
def heappushpop(w_heap, w_item):
    """Adds an item, then removes the smallest and returns it."""
    w_heap = as_list(w_heap, 'heappushpop() argument 1')
    if len(w_heap.items) == 0:
        return w_item
    size = len(w_heap.items)
    smaller = before(w_heap.items[0], w_item, False)
    if not smaller:
        return w_item
    if size > 0 and len(w_heap.items) == 0:
        raise index_error("index out of range")
    return replace(w_heap, w_item, False)


@function('heapify(heap, /) -> None')
def heapify(w_heap):
    """Makes the list a heap."""
    make_heap(as_list(w_heap, 'heapify() argument'), False)


@function('_heappop_max(heap, /)')
def heappop_max(w_heap):
    """Removes the largest item and returns it."""
    return pop(as_list(w_heap, '_heappop_max() argument'), True)


@function('_heapreplace_max(heap, item, /)')
def heapreplace_max(w_heap, w_item):
    """Removes the largest item and returns it, and adds the new one."""
    return replace(as_list(w_heap, '_heapreplace_max() argument 1'), w_item, True)


@function('_heapify_max(heap, /) -> None')
def heapify_max(w_heap):
    """Makes the list a heap with the largest item first."""
    make_heap(as_list(w_heap, '_heapify_max() argument'), True)
