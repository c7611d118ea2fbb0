"""deque: a ring buffer."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import index_error, memory_error, runtime_error, type_error, value_error
from interpreter.gateway import classmethod_, getter, method, new
from interpreter.objects import reprguard
from interpreter.objects.instance import allocate_instance
from interpreter.objects.reduce import getstate
from interpreter.objects.root import W_Root, w_NotImplemented, w_None
from interpreter.objects.wrap import newint, newlist, newstr, newtuple
from interpreter.typedef import TypeDef

MOST_ITEMS = 1 << 40            # past any memory: a repetition of more is not begun


class W_Deque(W_Root):
    """Item i is ring[(head + i) % len(ring)]; len(ring) is a power of two.  `maxlen` is -1 for none.  `state` changes with every
    change of the items, so that iterators notice."""
    _attrs_ = ['ring', 'head', 'length', 'maxlen', 'state', '_lifeline']

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        return make_deque(w_cls)

    @method('__init__(self, iterable=?, maxlen=None) -> None')
    def m_init(self, w_iterable, w_maxlen):
        maxlen = -1
        if w_maxlen is not w_None:
            maxlen = ops.int_w(w_maxlen)
            if maxlen < 0:
                raise value_error("maxlen must be non-negative")
        self.maxlen = maxlen
        self.clear()
        if w_iterable is not None:
            self.extend(w_iterable)

    # ---- for RPython code

    def getweakref(self):
        return self._lifeline

    def setweakref(self, lifeline):
        self._lifeline = lifeline

    def clear(self):
        self.ring = [None] * 8
        self.head = 0
        self.length = 0
        self.state += 1

    def at(self, i):
        return self.ring[(self.head + i) & (len(self.ring) - 1)]

    def put(self, i, w_item):
        self.ring[(self.head + i) & (len(self.ring) - 1)] = w_item

    def grow(self):
        ring = [None] * (len(self.ring) * 2)
        for i in range(self.length):
            ring[i] = self.at(i)
        self.ring = ring
        self.head = 0

    def append(self, w_item):
        if self.length == len(self.ring):
            self.grow()
        self.put(self.length, w_item)
        self.length += 1
        self.state += 1
        if 0 <= self.maxlen < self.length:
            self.popleft()

    def appendleft(self, w_item):
        if self.length == len(self.ring):
            self.grow()
        self.head = (self.head - 1) & (len(self.ring) - 1)
        self.put(0, w_item)
        self.length += 1
        self.state += 1
        if 0 <= self.maxlen < self.length:
            self.pop()

    def pop(self):
        if self.length == 0:
            raise index_error("pop from an empty deque")
        self.length -= 1
        self.state += 1
        w_item = self.at(self.length)
        self.put(self.length, None)
        return w_item

    def popleft(self):
        if self.length == 0:
            raise index_error("pop from an empty deque")
        w_item = self.at(0)
        self.put(0, None)
        self.head = (self.head + 1) & (len(self.ring) - 1)
        self.length -= 1
        self.state += 1
        return w_item

    def extend(self, w_iterable):
        if w_iterable is self:
            w_iterable = newlist(self.items_w())
        w_iterator = ops.iter(w_iterable)
        while True:
            w_item = ops.next(w_iterator)
            if w_item is None:
                return
            self.append(w_item)

    def items_w(self):
        return [self.at(i) for i in range(self.length)]

    def rotate(self, steps):
        length = self.length
        if length > 1:
            steps = steps % length
            items_w = self.items_w()
            for i in range(length):
                self.put((i + steps) % length, items_w[i])
            self.state += 1

    def index_of(self, w_index):
        if not ops.has_index(w_index):
            raise type_error("sequence index must be integer, not '%s'" % w_index.gettype().name)
        i = ops.index_w(w_index)
        if i < 0:
            i += self.length
        if not 0 <= i < self.length:
            raise index_error("deque index out of range")
        return i

    def delete(self, i):
        for k in range(i, self.length - 1):
            self.put(k, self.at(k + 1))
        self.length -= 1
        self.put(self.length, None)
        self.state += 1

    def find(self, w_item, start, stop):
        """The first index of an equal item, or -1."""
        state = self.state
        i = start
        while i < stop:
            if ops.eq_w(self.at(i), w_item):
                return i
            if self.state != state:
                raise runtime_error("deque mutated during iteration")
            i += 1
        return -1

    # ---- methods

    @method('append(self, item, /) -> None')
    def m_append(self, w_item):
        """Adds an item at the right end."""
        self.append(w_item)

    @method('appendleft(self, item, /) -> None')
    def m_appendleft(self, w_item):
        """Adds an item at the left end."""
        self.appendleft(w_item)

    @method('pop(self, /)')
    def m_pop(self):
        """Removes the rightmost item and returns it."""
        return self.pop()

    @method('popleft(self, /)')
    def m_popleft(self):
        """Removes the leftmost item and returns it."""
        return self.popleft()

    @method('extend(self, iterable, /) -> None')
    def m_extend(self, w_iterable):
        """Adds all items at the right end."""
        self.extend(w_iterable)

    @method('extendleft(self, iterable, /) -> None')
    def m_extendleft(self, w_iterable):
        """Adds all items at the left end, one by one."""
        if w_iterable is self:
            w_iterable = newlist(self.items_w())
        w_iterator = ops.iter(w_iterable)
        while True:
            w_item = ops.next(w_iterator)
            if w_item is None:
                return
            self.appendleft(w_item)

    @method('clear(self, /) -> None')
    def m_clear(self):
        """Removes all items."""
        self.clear()

    @method('rotate(self, n: int=1, /) -> None')
    def m_rotate(self, steps):
        """Moves all items n places to the right."""
        self.rotate(steps)

    @method('reverse(self, /) -> None')
    def m_reverse(self):
        """Reverses the order of the items."""
        items_w = self.items_w()
        for i in range(self.length):
            self.put(self.length - 1 - i, items_w[i])
        self.state += 1

    @method('count(self, value, /) -> int')
    def m_count(self, w_value):
        """How many items are equal to the value."""
        count = 0
        state = self.state
        for i in range(self.length):
            if ops.eq_w(self.at(i), w_value):
                count += 1
            if self.state != state:
                raise runtime_error("deque mutated during iteration")
        return count

    @method('index(self, value, start: index=0, stop: index=9223372036854775807, //) -> int')
    def m_index(self, w_value, start, stop):
        """The first position of a value; ValueError if it is not there."""
        if start < 0:
            start = max(0, start + self.length)
        if stop < 0:
            stop += self.length
        i = self.find(w_value, start, min(stop, self.length))
        if i < 0:
            raise missing_value(w_value)
        return i

    @method('insert(self, index: index, value, //) -> None')
    def m_insert(self, i, w_value):
        """Inserts a value before the position."""
        if 0 <= self.maxlen <= self.length:
            raise index_error("deque already at its maximum size")
        if i < 0:
            i = max(0, i + self.length)
        i = min(i, self.length)
        self.append(w_value)
        k = self.length - 1
        while k > i:
            self.put(k, self.at(k - 1))
            k -= 1
        self.put(i, w_value)

    @method('remove(self, value, /) -> None')
    def m_remove(self, w_value):
        """Removes the first equal item; ValueError if there is none."""
        length = self.length
        for i in range(length):
            equal = ops.eq_w(self.at(i), w_value)
            if self.length != length:
                raise index_error("deque mutated during remove().")
            if equal:
                self.delete(i)
                return
        raise missing_value(w_value)

    def copied(self):
        w_copy = make_deque(W_Deque.typedef.w_type)
        w_copy.maxlen = self.maxlen
        for i in range(self.length):
            w_copy.append(self.at(i))
        return w_copy

    @method('copy(self, /)')
    def m_copy(self):
        """Another deque of the same items."""
        return self.copy_of_its_type()

    @method('__copy__(self, /)')
    def m_dunder_copy(self):
        return self.copy_of_its_type()

    def copy_of_its_type(self):
        if self.gettype() is W_Deque.typedef.w_type:
            return self.copied()
        if self.maxlen < 0:
            return ops.call1(self.gettype(), self)
        return ops.call2(self.gettype(), self, newint(self.maxlen))

    @method('__reversed__(self, /)')
    def m_reversed(self):
        """An iterator from right to left."""
        return W_DequeReverseIterator(self)

    @method('__reduce__(self, /)')
    def m_reduce(self):
        arguments_w = []
        if self.maxlen >= 0:
            arguments_w = [newtuple([]), newint(self.maxlen)]
        return newtuple([self.gettype(), newtuple(arguments_w), getstate(self, False), ops.iter(self)])

    @getter('maxlen')
    def get_maxlen(self):
        """The most items that it can hold, or None without a bound."""
        return w_None if self.maxlen < 0 else newint(self.maxlen)

    @classmethod_('__class_getitem__(cls, item, /)')
    def m_class_getitem(w_cls, w_item):
        from interpreter.objects.genericalias import newgenericalias
        return newgenericalias(w_cls, w_item)

    # ---- slots

    def has_len(self):
        return True

    def is_repeatable(self):
        return True

    def op_len(self):
        return self.length

    def op_bool(self):
        return self.length > 0

    def op_iter(self):
        return W_DequeIterator(self)

    def op_contains(self, w_item):
        return self.find(w_item, 0, self.length) >= 0

    def op_getitem(self, w_index):
        return self.at(self.index_of(w_index))

    def op_setitem(self, w_index, w_value):
        self.put(self.index_of(w_index), w_value)

    def op_delitem(self, w_index):
        self.delete(self.index_of(w_index))

    def op_add(self, w_other):
        if not isinstance(w_other, W_Deque):
            raise type_error('can only concatenate deque (not "%s") to deque' % w_other.gettype().name)
        w_result = self.copied()
        w_result.extend(w_other)
        return w_result

    def op_iadd(self, w_other):
        self.extend(w_other)
        return self

    def op_mul(self, w_count):
        if not ops.has_index(w_count):
            return w_NotImplemented
        w_result = self.copied()
        w_result.repeat(ops.index_w(w_count))
        return w_result

    def op_rmul(self, w_count):
        return self.op_mul(w_count)

    def op_imul(self, w_count):
        if not ops.has_index(w_count):
            return w_NotImplemented
        self.repeat(ops.index_w(w_count))
        return self

    def repeat(self, count):
        length = self.length
        if length == 0 or count <= 0:
            count = 0
        elif self.maxlen >= 0:
            count = min(count, self.maxlen // length + 1)       # what comes before is pushed out again
        elif length > MOST_ITEMS // count:
            raise memory_error("")
        items_w = self.items_w()
        self.clear()
        for _ in range(count):
            for w_item in items_w:
                self.append(w_item)

    def op_repr(self):
        if not reprguard.enter(self):
            return newstr('[...]')
        try:
            text = self.gettype().short_name() + '(' + ops.repr_w(newlist(self.items_w()))
        finally:
            reprguard.leave(self)
        if self.maxlen >= 0:
            text += ', maxlen=%d' % self.maxlen
        return newstr(text + ')')


_COMPARE = '''
def op_%(name)s(self, w_other):
    if not isinstance(w_other, W_Deque):
        return w_NotImplemented
    return ops.%(name)s(newlist(self.items_w()), newlist(w_other.items_w()))
W_Deque.op_%(name)s = op_%(name)s
'''
for _name in ('eq', 'ne', 'lt', 'le', 'gt', 'ge'):
    exec _COMPARE % {'name': _name}

W_Deque.typedef = TypeDef('collections.deque', W_Deque, weakrefable=True, unhashable=True,
                          doc="A list-like sequence with fast changes at both ends.")


def missing_value(w_value):
    return value_error("%s is not in deque" % ops.repr_w(w_value))


def make_deque(w_cls):
    w_deque = allocate_instance(W_Deque, w_cls)
    w_deque.maxlen = -1
    w_deque.state = 0
    w_deque._lifeline = None
    w_deque.clear()
    return w_deque


def check_deque(w_deque):
    if not isinstance(w_deque, W_Deque):
        raise type_error("argument 1 must be collections.deque, not %s" % w_deque.gettype().name)
    return w_deque


class W_DequeIterator(W_Root):
    _attrs_ = ['w_deque', 'position', 'state']

    def __init__(self, w_deque):
        self.w_deque = w_deque
        self.position = 0
        self.state = w_deque.state

    @new('(cls, deque, index: int=0, /)')
    def descr_new(w_cls, w_deque, index):
        w_iterator = W_DequeIterator(check_deque(w_deque))
        w_iterator.position = min(max(0, index), w_iterator.w_deque.length)
        return w_iterator

    def is_iterator(self):
        return True

    def op_iter(self):
        return self

    def op_next(self):
        w_deque = self.w_deque
        if self.state != w_deque.state:
            self.position = w_deque.length
            raise runtime_error("deque mutated during iteration")
        if self.position >= w_deque.length:
            return None
        w_item = w_deque.at(self.position)
        self.position += 1
        return w_item

    @method('__length_hint__(self, /) -> int')
    def m_length_hint(self):
        return max(0, self.w_deque.length - self.position)

    @method('__reduce__(self, /)')
    def m_reduce(self):
        return newtuple([W_DequeIterator.typedef.w_type, newtuple([self.w_deque, newint(self.position)])])


W_DequeIterator.typedef = TypeDef('_deque_iterator', W_DequeIterator, module='_collections', subclassable=False)


class W_DequeReverseIterator(W_Root):
    _attrs_ = ['w_deque', 'left', 'state']

    def __init__(self, w_deque):
        self.w_deque = w_deque
        self.left = w_deque.length
        self.state = w_deque.state

    @new('(cls, deque, index: int=0, /)')
    def descr_new(w_cls, w_deque, index):
        w_iterator = W_DequeReverseIterator(check_deque(w_deque))
        w_iterator.left = max(0, w_iterator.left - max(0, index))
        return w_iterator

    def is_iterator(self):
        return True

    def op_iter(self):
        return self

    def op_next(self):
        w_deque = self.w_deque
        if self.state != w_deque.state:
            self.left = 0
            raise runtime_error("deque mutated during iteration")
        if self.left <= 0:
            return None
        self.left -= 1
        return w_deque.at(self.left)

    @method('__length_hint__(self, /) -> int')
    def m_length_hint(self):
        return self.left

    @method('__reduce__(self, /)')
    def m_reduce(self):
        return newtuple([W_DequeReverseIterator.typedef.w_type, newtuple([self.w_deque, newint(self.w_deque.length - self.left)])])


W_DequeReverseIterator.typedef = TypeDef('_deque_reverse_iterator', W_DequeReverseIterator, module='_collections', subclassable=False)
