"""count, cycle, repeat."""
from __future__ import absolute_import

from rpython.rlib.rarithmetic import ovfcheck

from interpreter import ops
from interpreter.errors import type_error
from interpreter.gateway import method, new
from interpreter.objects.instance import allocate_instance
from interpreter.objects.list import W_List
from interpreter.objects.root import W_Root
from interpreter.objects.wrap import newint, newlist, newstr, newtuple
from interpreter.typedef import TypeDef
from module.itertools.state import state_items


class W_Iterator(W_Root):
    """What the iterators of this module share: they are their own iterator."""
    _attrs_ = ()

    def is_iterator(self):
        return True


class W_Count(W_Iterator):
    """count(start, step): machine words while they suffice, any numbers after."""
    _attrs_ = ['fast', 'next_word', 'step_word', 'w_next', 'w_step']

    @new('(cls, start=0, step=1)')
    def descr_new(w_cls, w_start, w_step):
        from interpreter.objects.int import W_AbstractInt, W_Int
        if not is_number(w_start) or not is_number(w_step):
            raise type_error("a number is required")
        if isinstance(w_start, W_AbstractInt):
            w_start = ops.index(w_start)
        if isinstance(w_step, W_AbstractInt):
            w_step = ops.index(w_step)
        w_self = allocate_instance(W_Count, w_cls)
        w_self.w_next = w_start
        w_self.w_step = w_step
        w_self.next_word = w_self.step_word = 0
        w_self.fast = w_start.__class__ is W_Int and w_step.__class__ is W_Int
        if w_self.fast:
            w_self.next_word = ops.int_w(w_start)
            w_self.step_word = ops.int_w(w_step)
        return w_self

    def op_iter(self):
        return self

    def op_next(self):
        if self.fast:
            result = self.next_word
            try:
                self.next_word = ovfcheck(result + self.step_word)
            except OverflowError:
                self.fast = False
                self.w_next = ops.add(newint(result), self.w_step)
            return newint(result)
        w_result = self.w_next
        self.w_next = ops.add(w_result, self.w_step)
        return w_result

    def current(self):
        return newint(self.next_word) if self.fast else self.w_next

    def op_repr(self):
        text = 'count(' + ops.repr_w(self.current())
        if not self.steps_by_one():
            text += ', ' + ops.repr_w(self.w_step)
        return newstr(text + ')')

    def steps_by_one(self):
        """Is the step the int 1, the default?"""
        from interpreter.objects.int import W_Int
        w_step = self.w_step
        return isinstance(w_step, W_Int) and w_step.intval == 1

    @method('__reduce__(self, /)')
    def m_reduce(self):
        if self.fast and self.step_word == 1:
            return newtuple([self.gettype(), newtuple([self.current()])])
        return newtuple([self.gettype(), newtuple([self.current(), self.w_step])])


W_Count.typedef = TypeDef('itertools.count', W_Count, text_signature='(start=0, step=1)', doc="start, start + step, ... without end.")


def is_number(w_obj):
    """Has the object __index__, __float__ or __complex__?"""
    w_type = w_obj.gettype()
    return (w_type.lookup('__index__') is not None or w_type.lookup('__float__') is not None or
            w_type.lookup('__complex__') is not None)


class W_Cycle(W_Iterator):
    """`saved_w` are the items read so far; `all_saved` says that those that w_iterator still has are among them already."""
    _attrs_ = ['w_iterator', 'saved_w', 'index', 'all_saved']

    @new('(cls, iterable, /)')
    def descr_new(w_cls, w_iterable):
        w_iterator = ops.iter(w_iterable)
        w_self = allocate_instance(W_Cycle, w_cls)
        w_self.w_iterator = w_iterator
        w_self.saved_w = []
        w_self.index = 0
        w_self.all_saved = False
        return w_self

    def op_iter(self):
        return self

    def op_next(self):
        if self.w_iterator is not None:
            w_item = ops.next(self.w_iterator)
            if w_item is not None:
                if not self.all_saved:
                    self.saved_w.append(w_item)
                return w_item
            self.w_iterator = None
        if len(self.saved_w) == 0:
            return None
        index = self.index
        w_item = self.saved_w[index]
        index += 1
        self.index = 0 if index >= len(self.saved_w) else index
        return w_item

    @method('__reduce__(self, /)')
    def m_reduce(self):
        w_saved = newlist(self.saved_w)
        if self.w_iterator is not None:
            return newtuple([self.gettype(), newtuple([self.w_iterator]), newtuple([w_saved, newint(int(self.all_saved))])])
        w_iterator = ops.iter(w_saved)
        if self.index > 0:
            ops.call_method1(w_iterator, '__setstate__', newint(self.index))
        return newtuple([self.gettype(), newtuple([w_iterator]), newtuple([w_saved, newint(1)])])

    @method('__setstate__(self, state, /) -> None')
    def m_setstate(self, w_state):
        items_w = state_items(w_state)
        if len(items_w) != 2:
            raise type_error("function takes exactly 2 arguments (%d given)" % len(items_w))
        w_saved = items_w[0]
        if not isinstance(w_saved, W_List):
            raise type_error("argument 1 must be list, not %s" % w_saved.gettype().name)
        all_saved = ops.int_w(items_w[1]) != 0
        self.saved_w = ops.listview(w_saved)
        self.all_saved = all_saved
        self.index = 0


W_Cycle.typedef = TypeDef('itertools.cycle', W_Cycle, text_signature='(iterable, /)', doc="The items, again and again.")


class W_Repeat(W_Iterator):
    """`left` counts down; -1 means for ever."""
    _attrs_ = ['w_item', 'left']

    @new('(cls, object, times=?)')
    def descr_new(w_cls, w_item, w_times):
        left = -1
        if w_times is not None:
            left = ops.int_w(w_times)
            if left < 0:
                left = 0
        w_self = allocate_instance(W_Repeat, w_cls)
        w_self.w_item = w_item
        w_self.left = left
        return w_self

    def op_iter(self):
        return self

    def op_next(self):
        if self.left == 0:
            return None
        if self.left > 0:
            self.left -= 1
        return self.w_item

    def op_repr(self):
        text = 'repeat(' + ops.repr_w(self.w_item)
        if self.left >= 0:
            text += ', %d' % self.left
        return newstr(text + ')')

    @method('__length_hint__(self, /) -> int')
    def m_length_hint(self):
        if self.left < 0:
            raise type_error("len() of unsized object")
        return self.left

    @method('__reduce__(self, /)')
    def m_reduce(self):
        arguments_w = [self.w_item]
        if self.left >= 0:
            arguments_w.append(newint(self.left))
        return newtuple([self.gettype(), newtuple(arguments_w)])


W_Repeat.typedef = TypeDef('itertools.repeat', W_Repeat, doc="One object, for ever or so many times.")
