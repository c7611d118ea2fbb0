"""range.

A range keeps its bounds as int objects; `fast` says that they, and all items, are machine words, kept a second time as such."""

from rpython.rlib.rarithmetic import ovfcheck
from rpython.rlib.rbigint import rbigint

from interpreter.errors import index_error, type_error, value_error
from interpreter.gateway import getter, method, new
from interpreter.objects.root import W_Root, w_NotImplemented, w_None
from interpreter.typedef import TypeDef


class W_Range(W_Root):
    """`length` is the number of items if fast; w_length the same as an int object."""
    _attrs_ = ['w_start', 'w_stop', 'w_step', 'w_length', 'fast', 'start', 'step', 'length']
    _immutable_fields_ = ['w_start', 'w_stop', 'w_step', 'w_length', 'fast', 'start', 'step', 'length']
    _shows_bool_ = True

    def __init__(self, w_start, w_stop, w_step, w_length, fast, start, step, length):
        self.w_start = w_start
        self.w_stop = w_stop
        self.w_step = w_step
        self.w_length = w_length
        self.fast = fast
        self.start = start
        self.step = step
        self.length = length

    @new('(cls, /, *args)')
    def descr_new(w_cls, args_w):
        from interpreter import ops
        from interpreter.objects.int import newint
        count = len(args_w)
        if count == 0:
            raise type_error("range expected at least 1 argument, got 0")
        if count > 3:
            raise type_error("range expected at most 3 arguments, got %d" % count)
        w_step = newint(1)
        if count == 1:
            w_start = newint(0)
            w_stop = ops.index(args_w[0])
        else:
            w_start = ops.index(args_w[0])
            w_stop = ops.index(args_w[1])
            if count == 3:
                w_step = ops.index(args_w[2])
                if not ops.is_true(w_step):
                    raise value_error("range() arg 3 must not be zero")
        return make_range(w_start, w_stop, w_step)

    # ---- items

    def word_at(self, i):
        return self.start + i * self.step

    def item(self, w_index):
        """The item at an index that is in range, an int object."""
        from interpreter import ops
        from interpreter.objects.int import newint
        if self.fast:
            return newint(self.word_at(ops.int_w(w_index)))
        return ops.add(self.w_start, ops.mul(w_index, self.w_step))

    def has_len(self):
        return True

    def op_len(self):
        if not self.fast:
            from interpreter import ops
            return ops.int_w(self.w_length)
        return self.length

    def op_bool(self):
        from interpreter import ops
        return ops.is_true(self.w_length)

    def op_getitem(self, w_key):
        from interpreter import ops
        from interpreter.objects.int import W_Int, newint
        from interpreter.objects.slice import W_Slice
        if self.fast and isinstance(w_key, W_Int):
            i = w_key.intval
            if i < 0:
                i += self.length
            if 0 <= i < self.length:
                return newint(self.word_at(i))
            raise index_error("range object index out of range")
        if isinstance(w_key, W_Slice):
            return self.slice(w_key)
        if not ops.has_index(w_key):
            raise type_error("range indices must be integers or slices, not %s" % w_key.gettype().name)
        w_index = ops.index(w_key)
        w_zero = newint(0)
        if ops.lt_w(w_index, w_zero):
            w_index = ops.add(w_index, self.w_length)
        if ops.lt_w(w_index, w_zero) or not ops.lt_w(w_index, self.w_length):
            raise index_error("range object index out of range")
        return self.item(w_index)

    def slice(self, w_slice):
        from interpreter import ops
        from interpreter.objects.int import newbigint
        start, stop, step = w_slice.big_indices(ops.bigint_w(self.w_length))
        w_step = ops.mul(self.w_step, newbigint(step))
        w_start = ops.add(self.w_start, ops.mul(newbigint(start), self.w_step))
        w_stop = ops.add(self.w_start, ops.mul(newbigint(stop), self.w_step))
        return make_range(w_start, w_stop, w_step)

    def find(self, w_item):
        """The index of an item as an int object, or None."""
        from interpreter import ops
        from interpreter.objects.int import W_AbstractInt, W_Bool, W_Int, newint
        if w_item.__class__ is W_Int or w_item.__class__ is W_Bool or (
                isinstance(w_item, W_AbstractInt) and not w_item.is_user_instance):
            w_distance = ops.sub(w_item, self.w_start)
            w_zero = newint(0)
            if ops.is_true(ops.mod(w_distance, self.w_step)):
                return None
            w_index = ops.floordiv(w_distance, self.w_step)
            if ops.lt_w(w_index, w_zero) or not ops.lt_w(w_index, self.w_length):
                return None
            return w_index
        i = 0
        w_iterator = self.op_iter()
        while True:
            w_each = ops.next(w_iterator)
            if w_each is None:
                return None
            if ops.eq_w(w_each, w_item):
                return newint(i)
            i += 1

    def op_contains(self, w_item):
        return self.find(w_item) is not None

    def op_iter(self):
        if self.fast:
            return W_RangeIterator(self.start, self.step, self.length)
        from interpreter.objects.int import newint
        return W_LongRangeIterator(self, newint(0), self.w_length)

    @method('__reversed__(self, /)')
    def m_reversed(self):
        """An iterator from the last item to the first."""
        from interpreter import ops
        from interpreter.objects.int import newint
        if self.fast:
            if self.length == 0:
                return W_RangeIterator(self.start, self.step, 0)
            last = self.word_at(self.length - 1)
            try:
                step = ovfcheck(-self.step)
            except OverflowError:
                step = self.step            # one item only: never used
            return W_RangeIterator(last, step, self.length)
        w_last = ops.sub(self.w_length, newint(1))
        w_reversed = make_range(self.item(w_last), ops.sub(self.w_start, self.w_step), ops.neg(self.w_step))
        return w_reversed.op_iter()

    @method('count(self, value, /)')
    def m_count(self, w_item):
        """How often an item occurs."""
        from interpreter import ops
        from interpreter.objects.int import W_AbstractInt, newint
        if isinstance(w_item, W_AbstractInt) and not w_item.is_user_instance:
            return newint(0 if self.find(w_item) is None else 1)
        count = 0
        w_iterator = self.op_iter()
        while True:
            w_each = ops.next(w_iterator)
            if w_each is None:
                return newint(count)
            if ops.eq_w(w_each, w_item):
                count += 1

    @method('index(self, value, /)')
    def m_index(self, w_item):
        """The position of an item; ValueError if it is not there."""
        from interpreter import ops
        from interpreter.objects.int import W_AbstractInt
        w_index = self.find(w_item)
        if w_index is None:
            if isinstance(w_item, W_AbstractInt):
                raise value_error("%s is not in range" % ops.repr_w(w_item))
            raise value_error("sequence.index(x): x not in sequence")
        return w_index

    # ---- comparison

    def same(self, w_other):
        from interpreter import ops
        from interpreter.objects.int import newint
        if not ops.eq_w(self.w_length, w_other.w_length):
            return False
        if not ops.is_true(self.w_length):
            return True
        if not ops.eq_w(self.w_start, w_other.w_start):
            return False
        return ops.eq_w(self.w_length, newint(1)) or ops.eq_w(self.w_step, w_other.w_step)

    def op_eq(self, w_other):
        from interpreter.objects.int import newbool
        if not isinstance(w_other, W_Range):
            return w_NotImplemented
        return newbool(self.same(w_other))

    def op_ne(self, w_other):
        from interpreter.objects.int import newbool
        if not isinstance(w_other, W_Range):
            return w_NotImplemented
        return newbool(not self.same(w_other))

    def op_hash(self):
        from interpreter import ops
        from interpreter.objects.int import newint
        from interpreter.objects.tuple import W_Tuple
        w_start, w_step = self.w_start, self.w_step
        if not ops.is_true(self.w_length):
            w_start = w_step = w_None
        elif ops.eq_w(self.w_length, newint(1)):
            w_step = w_None
        return W_Tuple([self.w_length, w_start, w_step]).op_hash()

    def op_repr(self):
        from interpreter import ops
        from interpreter.objects.int import newint
        from interpreter.objects.str import newstr
        text = 'range(%s, %s' % (ops.repr_w(self.w_start), ops.repr_w(self.w_stop))
        if not ops.eq_w(self.w_step, newint(1)):
            text += ', ' + ops.repr_w(self.w_step)
        return newstr(text + ')')

    # ---- attributes

    @getter('start')
    def get_start(self):
        return self.w_start

    @getter('stop')
    def get_stop(self):
        return self.w_stop

    @getter('step')
    def get_step(self):
        return self.w_step

    @method('__reduce__(self, /)')
    def m_reduce(self):
        from interpreter.objects.tuple import W_Tuple
        return W_Tuple([self.gettype(), W_Tuple([self.w_start, self.w_stop, self.w_step])])


W_Range.typedef = TypeDef('range', W_Range, subclassable=False, doc="The ints from start to stop, stop excluded, step by step.")


def make_range(w_start, w_stop, w_step):
    """The range of three exact ints, step not zero."""
    from interpreter.objects.int import W_Int, newbigint, newint
    if isinstance(w_start, W_Int) and isinstance(w_stop, W_Int) and isinstance(w_step, W_Int):
        start, stop, step = w_start.intval, w_stop.intval, w_step.intval
        try:
            if step > 0:
                length = 0 if start >= stop else ovfcheck(ovfcheck(stop - start) - 1) // step + 1
            else:
                length = 0 if start <= stop else ovfcheck(ovfcheck(start - stop) - 1) // ovfcheck(-step) + 1
            if length > 0:
                ovfcheck(start + ovfcheck(length * step))      # so that no step of an iteration overflows
            return W_Range(w_start, w_stop, w_step, newint(length), True, start, step, length)
        except OverflowError:
            pass
    from interpreter import ops
    start, stop, step = ops.bigint_w(w_start), ops.bigint_w(w_stop), ops.bigint_w(w_step)
    one = rbigint.fromint(1)
    if step.sign > 0:
        distance, size = stop.sub(start), step
    else:
        distance, size = start.sub(stop), step.neg()
    if distance.sign <= 0:
        length = rbigint.fromint(0)
    else:
        length = distance.sub(one).floordiv(size).add(one)
    return W_Range(w_start, w_stop, w_step, newbigint(length), False, 0, 0, 0)


class W_RangeIterator(W_Root):
    """The iterator over machine words: `left` of `length` items are to come."""
    _attrs_ = ['current', 'step', 'left', 'length']
    _immutable_fields_ = ['step', 'length']

    def __init__(self, start, step, length):
        self.current = start
        self.step = step
        self.left = length
        self.length = length

    def is_iterator(self):
        return True

    def op_iter(self):
        return self

    def op_next(self):
        from interpreter.objects.int import newint
        left = self.left
        if left <= 0:
            return None
        result = self.current
        self.left = left - 1
        self.current = result + self.step
        return newint(result)

    @method('__length_hint__(self, /) -> int')
    def m_length_hint(self):
        return self.left

    @method('__reduce__(self, /)')
    def m_reduce(self):
        from interpreter import ops
        from interpreter.objects.int import newint
        from interpreter.objects.tuple import W_Tuple
        done = self.length - self.left
        w_step = newint(self.step)
        w_start = newint(self.current - done * self.step)
        w_stop = ops.add(w_start, ops.mul(newint(self.length), w_step))
        return W_Tuple([ops.builtin('iter'), W_Tuple([make_range(w_start, w_stop, w_step)]), newint(done)])

    @method('__setstate__(self, state: index, /) -> None')
    def m_setstate(self, index):
        done = self.length - self.left
        index = max(0, min(index, self.length))
        self.current += (index - done) * self.step
        self.left = self.length - index


W_RangeIterator.typedef = TypeDef('range_iterator', W_RangeIterator, subclassable=False)


class W_LongRangeIterator(W_Root):
    """The iterator over ints of any size."""
    _attrs_ = ['w_range', 'w_index', 'w_length']

    def __init__(self, w_range, w_index, w_length):
        self.w_range = w_range
        self.w_index = w_index
        self.w_length = w_length

    def is_iterator(self):
        return True

    def op_iter(self):
        return self

    def op_next(self):
        from interpreter import ops
        from interpreter.objects.int import newint
        w_index = self.w_index
        if not ops.lt_w(w_index, self.w_length):
            return None
        self.w_index = ops.add(w_index, newint(1))
        return self.w_range.item(w_index)

    @method('__length_hint__(self, /)')
    def m_length_hint(self):
        from interpreter import ops
        return ops.sub(self.w_length, self.w_index)

    @method('__reduce__(self, /)')
    def m_reduce(self):
        from interpreter import ops
        from interpreter.objects.tuple import W_Tuple
        return W_Tuple([ops.builtin('iter'), W_Tuple([self.w_range]), self.w_index])

    @method('__setstate__(self, state, /) -> None')
    def m_setstate(self, w_index):
        from interpreter import ops
        from interpreter.objects.int import newint
        w_index = ops.index(w_index)
        if ops.lt_w(w_index, newint(0)):
            w_index = newint(0)
        elif ops.lt_w(self.w_length, w_index):
            w_index = self.w_length
        self.w_index = w_index


W_LongRangeIterator.typedef = TypeDef('longrange_iterator', W_LongRangeIterator, subclassable=False)
