"""Indices and bounds of sequences, as the methods of str, bytes and bytearray take them."""

import sys

from rpython.rlib.objectmodel import specialize
from rpython.rlib.rarithmetic import ovfcheck

from interpreter.errors import index_error, overflow_error, type_error
from interpreter.objects.int import W_AbstractInt, W_Int
from interpreter.objects.root import w_None

MAX_INDEX = sys.maxint


def checked_index(w_x):
    """x.__index__(), None if there is none; TypeError if it is no int."""
    w_index = w_x.op_index()
    if w_index is None:
        return None
    if not isinstance(w_index, W_AbstractInt):
        raise type_error("__index__ returned non-int (type %s)" % w_index.gettype().name)
    return w_index


@specialize.arg(1)
def subscript_index(w_key, message):
    """The key of s[key] as a machine int; `message` is the TypeError for a key that is no index, with %s for its type's name."""
    if isinstance(w_key, W_Int):
        return w_key.intval
    w_index = checked_index(w_key)
    if w_index is None:
        raise type_error(message % w_key.gettype().name)
    if isinstance(w_index, W_Int):
        return w_index.intval
    raise index_error("cannot fit '%s' into an index-sized integer" % w_key.gettype().name)


def clamped(w_index):
    """An index or None-like bound, cut to the machine range."""
    if isinstance(w_index, W_Int):
        return w_index.intval
    w_value = checked_index(w_index)
    if w_value is None:
        raise type_error("slice indices must be integers or None or have an __index__ method")
    if isinstance(w_value, W_Int):
        return w_value.intval
    return MAX_INDEX if w_value.sign() > 0 else -MAX_INDEX


def bounds(w_start, w_end, length):
    """start and end as s.find(sub, start, end) takes them, resolved against length; start may stay past the end."""
    start, end = 0, length
    if w_start is not None and w_start is not w_None:
        start = clamped(w_start)
        if start < 0:
            start += length
            if start < 0:
                start = 0
    if w_end is not None and w_end is not w_None:
        end = clamped(w_end)
        if end < 0:
            end += length
            if end < 0:
                end = 0
        elif end > length:
            end = length
    return start, end


def repeat_count(w_count):
    """The count of seq * count: never negative; -1 if w_count is no index (the operator is not ours)."""
    if isinstance(w_count, W_Int):
        count = w_count.intval
    else:
        w_index = checked_index(w_count)
        if w_index is None:
            return -1
        if not isinstance(w_index, W_Int):
            raise overflow_error("cannot fit '%s' into an index-sized integer" % w_count.gettype().name)
        count = w_index.intval
    return count if count > 0 else 0


def check_repeat(length, count, message):
    """length * count; OverflowError past the machine range."""
    try:
        return ovfcheck(length * count)
    except OverflowError:
        raise overflow_error(message)


def slice_count(start, stop, step):
    """Number of items of the resolved slice."""
    if step > 0:
        if start >= stop:
            return 0
        return (stop - start - 1) // step + 1
    if stop >= start:
        return 0
    return (start - stop - 1) // (-step) + 1
