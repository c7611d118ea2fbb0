"""slice, and the arithmetic of slice bounds."""

import sys

from rpython.rlib.rbigint import rbigint

from interpreter.errors import type_error, value_error
from interpreter.gateway import method, getter, new
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.typedef import TypeDef

MAX = sys.maxint


def slice_index(w_index):
    """A bound of a slice as an RPython int, clamped to the machine word."""
    from interpreter import ops
    from interpreter.objects.int import W_Int
    if isinstance(w_index, W_Int):
        return w_index.intval
    if not ops.has_index(w_index):
        raise type_error("slice indices must be integers or None or have an __index__ method")
    return ops.clamped_index_w(w_index)


def bound_index(w_index):
    """The same for the bounds of index(x, start, stop), where None is nothing special."""
    from interpreter import ops
    if not ops.has_index(w_index):
        raise type_error("slice indices must be integers or have an __index__ method")
    return ops.clamped_index_w(w_index)


class W_Slice(W_Root):
    _attrs_ = ['w_start', 'w_stop', 'w_step']
    _immutable_fields_ = ['w_start', 'w_stop', 'w_step']

    def __init__(self, w_start, w_stop, w_step):
        self.w_start = w_start
        self.w_stop = w_stop
        self.w_step = w_step

    @new('(cls, /, *args)')
    def descr_new(w_cls, args_w):
        n = len(args_w)
        if n == 0:
            raise type_error("slice expected at least 1 argument, got 0")
        if n > 3:
            raise type_error("slice expected at most 3 arguments, got %d" % n)
        if n == 1:
            return W_Slice(w_None, args_w[0], w_None)
        return W_Slice(args_w[0], args_w[1], args_w[2] if n == 3 else w_None)

    def unpack(self, length):
        """(start, stop, step, count) for a sequence of the given length, resolved and clamped; ValueError for step 0."""
        step = 1
        if self.w_step is not w_None:
            step = slice_index(self.w_step)
            if step == 0:
                raise value_error("slice step cannot be zero")
            if step < -MAX:
                step = -MAX
        if self.w_start is w_None:
            start = length - 1 if step < 0 else 0
        else:
            start = clamp(slice_index(self.w_start), length, step)
        if self.w_stop is w_None:
            stop = -1 if step < 0 else length
        else:
            stop = clamp(slice_index(self.w_stop), length, step)
        if step > 0:
            count = 0 if start >= stop else (stop - start - 1) // step + 1
        else:
            count = 0 if start <= stop else (start - stop - 1) // -step + 1
        return start, stop, step, count

    def as_tuple(self):
        from interpreter.objects.tuple import W_Tuple
        return W_Tuple([self.w_start, self.w_stop, self.w_step])

    def op_repr(self):
        from interpreter import ops
        from interpreter.objects.str import newstr
        return newstr("slice(%s, %s, %s)" % (ops.repr_w(self.w_start), ops.repr_w(self.w_stop), ops.repr_w(self.w_step)))

    def op_eq(self, w_other):
        if not isinstance(w_other, W_Slice):
            return w_NotImplemented
        return self.as_tuple().op_eq(w_other.as_tuple())

    def op_ne(self, w_other):
        if not isinstance(w_other, W_Slice):
            return w_NotImplemented
        return self.as_tuple().op_ne(w_other.as_tuple())

    def op_lt(self, w_other):
        if not isinstance(w_other, W_Slice):
            return w_NotImplemented
        return self.as_tuple().op_lt(w_other.as_tuple())

    def op_le(self, w_other):
        if not isinstance(w_other, W_Slice):
            return w_NotImplemented
        return self.as_tuple().op_le(w_other.as_tuple())

    def op_gt(self, w_other):
        if not isinstance(w_other, W_Slice):
            return w_NotImplemented
        return self.as_tuple().op_gt(w_other.as_tuple())

    def op_ge(self, w_other):
        if not isinstance(w_other, W_Slice):
            return w_NotImplemented
        return self.as_tuple().op_ge(w_other.as_tuple())

    @getter('start')
    def get_start(self):
        return self.w_start

    @getter('stop')
    def get_stop(self):
        return self.w_stop

    @getter('step')
    def get_step(self):
        return self.w_step

    @method('indices(self, length, /)')
    def descr_indices(self, w_length):
        """The tuple of start, stop and step that the slice means for a sequence of that length."""
        from interpreter import ops
        from interpreter.objects.int import newbigint
        from interpreter.objects.tuple import W_Tuple
        length = ops.bigint_w(w_length)
        if length.sign < 0:
            raise value_error("length should not be negative")
        start, stop, step = self.big_indices(length)
        return W_Tuple([newbigint(start), newbigint(stop), newbigint(step)])

    def big_indices(self, length):
        """(start, stop, step) as rbigints."""
        one = rbigint.fromint(1)
        zero = rbigint.fromint(0)
        step = one
        if self.w_step is not w_None:
            step = big_slice_index(self.w_step)
            if step.sign == 0:
                raise value_error("slice step cannot be zero")
        if step.sign < 0:
            lower = rbigint.fromint(-1)
            upper = length.sub(one)
        else:
            lower = zero
            upper = length
        if self.w_start is w_None:
            start = upper if step.sign < 0 else lower
        else:
            start = _big_clamp(big_slice_index(self.w_start), length, lower, upper)
        if self.w_stop is w_None:
            stop = lower if step.sign < 0 else upper
        else:
            stop = _big_clamp(big_slice_index(self.w_stop), length, lower, upper)
        return start, stop, step

    @method('__reduce__(self, /)')
    def descr_reduce(self):
        from interpreter.objects.tuple import W_Tuple
        return W_Tuple([self.gettype(), self.as_tuple()])


def clamp(index, length, step):
    """A bound resolved against the length and cut to what the direction allows."""
    if index < 0:
        index += length
        if index < 0:
            return -1 if step < 0 else 0
    elif index >= length:
        return length - 1 if step < 0 else length
    return index


def big_slice_index(w_index):
    from interpreter import ops
    if not ops.has_index(w_index):
        raise type_error("slice indices must be integers or None or have an __index__ method")
    return ops.bigint_w(w_index)


def _big_clamp(index, length, lower, upper):
    if index.sign < 0:
        index = index.add(length)
        return lower if index.lt(lower) else index
    return upper if index.gt(upper) else index


W_Slice.typedef = TypeDef('slice', W_Slice, subclassable=False, unhashable=True,
                          doc="The bounds and the step of a subscript like a[1:5:2].")


def newslice(w_start, w_stop, w_step):
    return W_Slice(w_start, w_stop, w_step)
