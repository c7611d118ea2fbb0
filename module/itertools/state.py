"""What `__reduce__` and `__setstate__` of the iterators share."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import type_error, value_error
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import newint, newtuple


def state_items(w_state):
    """The items of a state that must be a tuple."""
    if not isinstance(w_state, W_Tuple):
        raise type_error("state is not a tuple")
    return w_state.items


def index_tuple(indices):
    """A tuple object of RPython ints."""
    return newtuple([newint(i) for i in indices])


def indices_from(w_state, count):
    """The RPython ints of a tuple object that must have `count` items."""
    if not isinstance(w_state, W_Tuple) or len(w_state.items) != count:
        raise value_error("invalid arguments")
    return [ops.int_w(w_item) for w_item in w_state.items]


def clamped(i, low, high):
    """i, or the nearest bound: a state may come from anywhere."""
    return max(low, min(i, high))


def function_and_iterator(w_self, w_function, w_iterator):
    """(type, (function, iterator))"""
    return newtuple([w_self.gettype(), newtuple([w_function, w_iterator])])
