"""tee: several iterators over one, through a shared linked list of the items read so far."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import value_error
from interpreter.gateway import function, method, new
from interpreter.objects.instance import allocate_instance
from interpreter.objects.wrap import newtuple
from interpreter.typedef import TypeDef
from module.itertools.infinite import W_Iterator


class Link(object):
    """One item and the link after it; an unread link has w_item None."""

    def __init__(self):
        self.w_item = None
        self.next = None
        self.at_end = False


class W_Tee(W_Iterator):
    _attrs_ = ['w_iterator', 'link']

    @new('(cls, iterable, /)')
    def descr_new(w_cls, w_iterable):
        w_iterator = ops.iter(w_iterable)
        if isinstance(w_iterator, W_Tee):
            return w_iterator.copy()
        w_self = allocate_instance(W_Tee, w_cls)
        w_self.w_iterator = w_iterator
        w_self.link = Link()
        return w_self

    def copy(self):
        w_copy = allocate_instance(W_Tee, W_Tee.typedef.w_type)
        w_copy.w_iterator = self.w_iterator
        w_copy.link = self.link
        return w_copy

    @method('__copy__(self, /)')
    def m_copy(self):
        return self.copy()

    def op_iter(self):
        return self

    def op_next(self):
        link = self.link
        if link.w_item is None:
            if link.at_end:
                return None
            w_item = ops.next(self.w_iterator)
            if w_item is None:
                link.at_end = True
                return None
            link.w_item = w_item
            link.next = Link()
        self.link = link.next
        return link.w_item


W_Tee.typedef = TypeDef('_tee', W_Tee, module='itertools', weakrefable=True)


@function('tee(iterable, n: int = 2, /)')
def tee(w_iterable, n):
    """n iterators over the items of one."""
    if n < 0:
        raise value_error("n must be >= 0")
    if n == 0:
        return newtuple([])
    w_iterator = ops.iter(w_iterable)
    if isinstance(w_iterator, W_Tee):
        w_first = w_iterator
    else:
        w_first = allocate_instance(W_Tee, W_Tee.typedef.w_type)
        w_first.w_iterator = w_iterator
        w_first.link = Link()
    tees_w = [w_first]
    for _ in range(n - 1):
        tees_w.append(w_first.copy())
    return newtuple(tees_w[:])
