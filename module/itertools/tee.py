"""tee: several iterators over one, through a shared chain of blocks of the items read so far."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import runtime_error, type_error, value_error
from interpreter.gateway import function, method, new
from interpreter.objects.instance import allocate_instance
from interpreter.objects.list import W_List
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newint, newlist, newtuple
from interpreter.typedef import TypeDef
from module.itertools.infinite import W_Iterator
from module.itertools.state import state_items

BLOCK = 57          # items in a block: blocks are pickled one inside the other, so they may not be too small


class W_TeeBlock(W_Root):
    """Up to BLOCK items of w_iterator and the block after them; `running` while the iterator is asked for the next."""
    _attrs_ = ['w_iterator', 'values_w', 'next', 'running']

    def __init__(self, w_iterator):
        self.w_iterator = w_iterator
        self.values_w = []
        self.next = None
        self.running = False

    @new('(cls, iterable, values, next, /)')
    def descr_new(w_cls, w_iterable, w_values, w_next):
        if not isinstance(w_values, W_List):
            raise type_error("teedataobject() argument 2 must be list, not %s" % w_values.gettype().name)
        values_w = ops.listview(w_values)
        if len(values_w) > BLOCK:
            raise value_error("Invalid arguments")
        block = W_TeeBlock(w_iterable)
        block.values_w = values_w
        if w_next is not w_None:
            if not isinstance(w_next, W_TeeBlock) or len(values_w) != BLOCK:
                raise value_error("Invalid arguments")
            block.next = w_next
        return block

    def value(self, i):
        """Item i, read now if it was not yet; None at the end."""
        if i < len(self.values_w):
            return self.values_w[i]
        if self.running:
            raise runtime_error("cannot re-enter the tee iterator")
        self.running = True
        try:
            w_item = ops.next(self.w_iterator)
        finally:
            self.running = False
        if w_item is not None:
            self.values_w.append(w_item)
        return w_item

    def following(self):
        if self.next is None:
            self.next = W_TeeBlock(self.w_iterator)
        return self.next

    @method('__reduce__(self, /)')
    def m_reduce(self):
        w_next = w_None
        if self.next is not None:
            w_next = self.next
        return newtuple([self.gettype(), newtuple([self.w_iterator, newlist(self.values_w), w_next])])


W_TeeBlock.typedef = TypeDef('itertools._tee_dataobject', W_TeeBlock, subclassable=False, doc="Values that several tee iterators share.")


class W_Tee(W_Iterator):
    """The next item is number `index` of `block`."""
    _attrs_ = ['block', 'index', '_lifeline']

    def __init__(self, block, index):
        self.block = block
        self.index = index
        self._lifeline = None

    @new('(cls, iterable, /)')
    def descr_new(w_cls, w_iterable):
        w_iterator = ops.iter(w_iterable)
        if isinstance(w_iterator, W_Tee):
            return w_iterator.copy()
        w_self = allocate_instance(W_Tee, w_cls)
        W_Tee.__init__(w_self, W_TeeBlock(w_iterator), 0)
        return w_self

    def getweakref(self):
        return self._lifeline

    def setweakref(self, lifeline):
        self._lifeline = lifeline

    def copy(self):
        return W_Tee(self.block, self.index)

    @method('__copy__(self, /)')
    def m_copy(self):
        return self.copy()

    def op_iter(self):
        return self

    def op_next(self):
        if self.index >= BLOCK:
            self.block = self.block.following()
            self.index = 0
        w_item = self.block.value(self.index)
        if w_item is not None:
            self.index += 1
        return w_item

    @method('__reduce__(self, /)')
    def m_reduce(self):
        return newtuple([self.gettype(), newtuple([newtuple([])]), newtuple([self.block, newint(self.index)])])

    @method('__setstate__(self, state, /) -> None')
    def m_setstate(self, w_state):
        items_w = state_items(w_state)
        if len(items_w) != 2:
            raise type_error("function takes exactly 2 arguments (%d given)" % len(items_w))
        block = items_w[0]
        if not isinstance(block, W_TeeBlock):
            raise type_error("argument 1 must be itertools._tee_dataobject, not %s" % block.gettype().name)
        index = ops.int_w(items_w[1])
        if index < 0 or index > BLOCK:
            raise value_error("Index out of range")
        self.block = block
        self.index = index


W_Tee.typedef = TypeDef('itertools._tee', W_Tee, text_signature='(iterable, /)', weakrefable=True,
                        doc="One of the independent iterators that tee() makes.")


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
        w_first = W_Tee(W_TeeBlock(w_iterator), 0)
    tees_w = [w_first]
    for _ in range(n - 1):
        tees_w.append(w_first.copy())
    return newtuple(tees_w[:])
