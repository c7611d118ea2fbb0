"""list."""

from rpython.rlib.objectmodel import specialize
from rpython.rlib.rarithmetic import ovfcheck

from interpreter.errors import type_error, value_error, index_error, memory_error, attribute_error
from interpreter.gateway import method, classmethod_, new
from interpreter.objects import reprguard
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.typedef import TypeDef


MAX_LENGTH = 1 << 56        # no memory has room for more


class W_List(W_Root):
    """`items` is a list that may grow."""
    _attrs_ = ['items']

    def __init__(self, items):
        self.items = items

    # ---- for RPython code

    def append(self, w_item):
        self.items.append(w_item)

    def length(self):
        return len(self.items)

    def extend(self, w_iterable):
        """self += w_iterable"""
        from interpreter import ops
        from interpreter.objects.tuple import W_Tuple
        if w_iterable.__class__ is W_List:
            assert isinstance(w_iterable, W_List)
            if w_iterable is self:
                self.items.extend(self.items[:])
            else:
                self.items.extend(w_iterable.items)
            return
        if w_iterable.__class__ is W_Tuple:
            assert isinstance(w_iterable, W_Tuple)
            self.items.extend(w_iterable.items)
            return
        w_iterator = ops.iter(w_iterable)
        ops.check_length_hint(w_iterable, len(self.items))
        while True:
            w_item = w_iterator.op_next()
            if w_item is None:
                return
            self.items.append(w_item)

    # ---- slots

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        if not w_cls.heap:
            return W_List([])
        from interpreter.objects.instance import allocate_instance
        w_list = allocate_instance(W_List, w_cls)
        w_list.items = []
        return w_list

    @method('__init__(self, iterable=?, /) -> None')
    def descr_init(self, w_iterable):
        self.items = []
        if w_iterable is not None:
            self.extend(w_iterable)

    def op_len(self):
        return len(self.items)

    def op_bool(self):
        return len(self.items) > 0

    def is_repeatable(self):
        return True

    def index_of(self, w_key, what):
        """The key as an index, from 0; `what` is the message if it is out of range."""
        from interpreter import ops
        from interpreter.objects.int import W_Int
        if isinstance(w_key, W_Int):
            i = w_key.intval
        elif ops.has_index(w_key):
            i = ops.index_w(w_key)
        else:
            raise type_error("list indices must be integers or slices, not %s" % w_key.gettype().name)
        n = len(self.items)
        if i < 0:
            i += n
        if i < 0 or i >= n:
            raise index_error(what)
        return i

    def op_getitem(self, w_key):
        from interpreter.objects.slice import W_Slice
        if isinstance(w_key, W_Slice):
            return self.getslice(w_key)
        i = self.index_of(w_key, "list index out of range")
        assert i >= 0
        return self.items[i]

    def getslice(self, w_slice):
        start, stop, step, count = w_slice.unpack(len(self.items))
        if count == 0:
            return W_List([])
        items = self.items
        if step == 1:
            assert 0 <= start <= stop
            return W_List(items[start:stop])
        result = [None] * count
        for i in range(count):
            result[i] = items[start]
            start += step
        return W_List(result)

    def op_setitem(self, w_key, w_value):
        from interpreter.objects.slice import W_Slice
        if isinstance(w_key, W_Slice):
            self.setslice(w_key, w_value)
            return
        i = self.index_of(w_key, "list assignment index out of range")
        assert i >= 0
        self.items[i] = w_value

    def setslice(self, w_slice, w_value):
        from interpreter import ops
        simple = w_slice.w_step is w_None
        size = len(self.items)
        start, stop, step, count = w_slice.unpack(size)
        new_w = ops.items_or_error(w_value, "can only assign an iterable" if simple else "must assign iterable to extended slice")
        if len(self.items) != size:                 # iterating changed the list
            start, stop, step, count = w_slice.unpack(len(self.items))
        if step == 1:
            if stop < start:
                stop = start
            self.replace(start, stop, new_w)
            return
        if len(new_w) != count:
            raise value_error("attempt to assign sequence of size %d to extended slice of size %d" % (len(new_w), count))
        for i in range(count):
            self.items[start] = new_w[i]
            start += step

    def replace(self, start, stop, new_w):
        """items[start:stop] = new_w"""
        items = self.items
        assert 0 <= start <= stop
        growth = len(new_w) - (stop - start)
        if growth == 0:
            for i in range(len(new_w)):
                items[start + i] = new_w[i]
        elif growth < 0:
            for i in range(len(new_w)):
                items[start + i] = new_w[i]
            middle = start + len(new_w)
            assert middle >= 0
            del items[middle:stop]
        else:
            tail = items[stop:]
            del items[start:]
            items.extend(new_w)
            items.extend(tail)

    def op_delitem(self, w_key):
        from interpreter.objects.slice import W_Slice
        if isinstance(w_key, W_Slice):
            self.delslice(w_key)
            return
        i = self.index_of(w_key, "list assignment index out of range")
        assert i >= 0
        del self.items[i]

    def delslice(self, w_slice):
        start, stop, step, count = w_slice.unpack(len(self.items))
        if count == 0:
            return
        if step < 0:
            start = start + step * (count - 1)
            step = -step
        if step == 1:
            stop = start + count
            assert 0 <= start <= stop
            del self.items[start:stop]
            return
        items = self.items
        kept = start
        removed = 0
        for i in range(start, len(items)):
            if removed < count and i == start + removed * step:
                removed += 1
            else:
                items[kept] = items[i]
                kept += 1
        assert kept >= 0
        del items[kept:]

    def op_contains(self, w_item):
        from interpreter import ops
        i = 0
        while i < len(self.items):
            if ops.eq_w(self.items[i], w_item):
                return True
            i += 1
        return False

    def op_iter(self):
        return W_ListIterator(self)

    def op_repr(self):
        from interpreter import ops
        from interpreter.objects.str import newstr
        if len(self.items) == 0:
            return newstr('[]')
        if not reprguard.enter(self):
            return newstr('[...]')
        try:
            pieces = []
            i = 0
            while i < len(self.items):
                pieces.append(ops.repr_w(self.items[i]))
                i += 1
        finally:
            reprguard.leave(self)
        return newstr('[%s]' % ', '.join(pieces))

    def op_add(self, w_other):
        if not isinstance(w_other, W_List):
            return w_NotImplemented
        return W_List(self.items + w_other.items)

    def op_concat_error(self, w_other):
        return type_error('can only concatenate list (not "%s") to list' % w_other.gettype().name)

    def op_iadd(self, w_other):
        self.extend(w_other)
        return self

    def repeated(self, w_count):
        """The items of self * w_count; None if w_count is no index."""
        from interpreter import ops, conversions
        if not ops.has_index(w_count):
            return None
        count = conversions.repeat_w(w_count)
        if count <= 0 or len(self.items) == 0:
            return []
        try:
            total = ovfcheck(len(self.items) * count)
        except OverflowError:
            raise memory_error("")
        if total > MAX_LENGTH:
            raise memory_error("")
        return self.items * count

    def op_mul(self, w_count):
        items = self.repeated(w_count)
        if items is None:
            return w_NotImplemented
        return W_List(items)

    def op_rmul(self, w_count):
        return self.op_mul(w_count)

    def op_imul(self, w_count):
        items = self.repeated(w_count)
        if items is None:
            return w_NotImplemented
        self.items = items
        return self

    # ---- methods

    @method('__getitem__(self, index, /)')
    def descr_getitem(self, w_key):
        from interpreter.objects.slice import W_Slice
        if isinstance(w_key, W_Slice):
            return self.getslice(w_key)
        i = self.index_of(w_key, "list index out of range")
        assert i >= 0
        return self.items[i]

    @method('append(self, object, /) -> None')
    def descr_append(self, w_item):
        """Adds an item at the end."""
        self.items.append(w_item)

    @method('insert(self, index: index, object, /) -> None')
    def descr_insert(self, index, w_item):
        """Puts an item before the one at index."""
        n = len(self.items)
        if index < 0:
            index += n
            if index < 0:
                index = 0
        elif index > n:
            index = n
        self.items.insert(index, w_item)

    @method('extend(self, iterable, /) -> None')
    def descr_extend(self, w_iterable):
        """Adds the items of an iterable at the end."""
        self.extend(w_iterable)

    @method('pop(self, index: index=-1, /)')
    def descr_pop(self, index):
        """Removes the item at index, by default the last, and returns it; IndexError if there is none."""
        n = len(self.items)
        if n == 0:
            raise index_error("pop from empty list")
        if index == -1:
            return self.items.pop()
        if index < 0:
            index += n
        if index < 0 or index >= n:
            raise index_error("pop index out of range")
        return self.items.pop(index)

    @method('remove(self, value, /) -> None')
    def descr_remove(self, w_value):
        """Removes the first item that equals value; ValueError if there is none."""
        from interpreter import ops
        i = 0
        while i < len(self.items):
            if ops.eq_w(self.items[i], w_value):
                if i < len(self.items):
                    del self.items[i]
                return
            i += 1
        raise value_error("list.remove(x): x not in list")

    @method('clear(self, /) -> None')
    def descr_clear(self):
        """Removes all items."""
        self.items = []

    @method('copy(self, /)')
    def descr_copy(self):
        """A new list of the same items."""
        return W_List(self.items[:])

    @method('reverse(self, /) -> None')
    def descr_reverse(self):
        """Reverses the order of the items in place."""
        self.items.reverse()

    @method('index(self, value, start=0, stop=9223372036854775807, /)')
    def descr_index(self, w_value, w_start, w_stop):
        """The index of the first item between start and stop that equals value; ValueError if there is none."""
        from interpreter import ops
        from interpreter.objects.int import newint
        from interpreter.objects.slice import bound_index
        from interpreter.objects.tuple import resolve
        i = resolve(bound_index(w_start), len(self.items))
        stop = resolve(bound_index(w_stop), len(self.items))
        while i < stop and i < len(self.items):
            if ops.eq_w(self.items[i], w_value):
                return newint(i)
            i += 1
        raise value_error("%s is not in list" % ops.repr_w(w_value))

    @method('count(self, value, /) -> int')
    def descr_count(self, w_value):
        """How many items equal value."""
        from interpreter import ops
        count = 0
        i = 0
        while i < len(self.items):
            if ops.eq_w(self.items[i], w_value):
                count += 1
            i += 1
        return count

    @method('sort(self, *, key=None, reverse: cint=False) -> None')
    def descr_sort(self, w_key, reverse):
        """Sorts the items in place, equal ones keep their order; key computes what is compared, reverse puts the largest first."""
        from interpreter.objects.listsort import sort_list
        sort_list(self, w_key, reverse != 0)

    @method('__reversed__(self, /)')
    def descr_reversed(self):
        return W_ListReverseIterator(self)

    @method('__sizeof__(self, /) -> int')
    def descr_sizeof(self):
        return 40 + 8 * len(self.items)

    @classmethod_('__class_getitem__(cls, object, /)')
    def descr_class_getitem(w_cls, w_item):
        from interpreter.objects.genericalias import newgenericalias
        return newgenericalias(w_cls, w_item)


def equal_items(w_a, w_b):
    if len(w_a.items) != len(w_b.items):
        return False
    return _first_difference(w_a, w_b) >= min(len(w_a.items), len(w_b.items)) and len(w_a.items) == len(w_b.items)


def _first_difference(w_a, w_b):
    """The index of the first items that differ; past the end of one if there are none."""
    from interpreter import ops
    i = 0
    while i < len(w_a.items) and i < len(w_b.items):
        if not ops.eq_w(w_a.items[i], w_b.items[i]):
            return i
        i += 1
    return i


def _compare(w_a, w_b, op):
    """w_a op w_b for the orderings."""
    from interpreter import ops
    from interpreter.objects.int import newbool
    i = _first_difference(w_a, w_b)
    m, n = len(w_a.items), len(w_b.items)
    if i < m and i < n:
        return ops.ordering(op, w_a.items[i], w_b.items[i])
    if op == 'lt':
        return newbool(m < n)
    if op == 'le':
        return newbool(m <= n)
    if op == 'gt':
        return newbool(m > n)
    return newbool(m >= n)
_compare._annspecialcase_ = 'specialize:arg(2)'


def _op_eq(self, w_other):
    from interpreter.objects.int import newbool
    if not isinstance(w_other, W_List):
        return w_NotImplemented
    return newbool(equal_items(self, w_other))


def _op_ne(self, w_other):
    from interpreter.objects.int import newbool
    if not isinstance(w_other, W_List):
        return w_NotImplemented
    return newbool(not equal_items(self, w_other))


W_List.op_eq = _op_eq
W_List.op_ne = _op_ne
for _op in ('lt', 'le', 'gt', 'ge'):
    exec '''
def op_%(op)s(self, w_other):
    if not isinstance(w_other, W_List):
        return w_NotImplemented
    return _compare(self, w_other, %(op)r)
W_List.op_%(op)s = op_%(op)s
''' % {'op': _op}


class W_ListIterator(W_Root):
    _attrs_ = ['w_list', 'index']

    def __init__(self, w_list):
        self.w_list = w_list
        self.index = 0

    def op_iter(self):
        return self

    def op_next(self):
        w_list = self.w_list
        if w_list is None:
            return None
        i = self.index
        if i >= len(w_list.items):
            self.w_list = None
            return None
        self.index = i + 1
        return w_list.items[i]

    @method('__length_hint__(self, /) -> int')
    def descr_length_hint(self):
        if self.w_list is None:
            return 0
        return max(len(self.w_list.items) - self.index, 0)

    @method('__reduce__(self, /)')
    def descr_reduce(self):
        from interpreter import ops
        from interpreter.objects.int import newint
        from interpreter.objects.tuple import W_Tuple
        w_iter = ops.builtin('iter')        # looking it up may run Python code that ends this iterator
        if self.w_list is None:
            return W_Tuple([w_iter, W_Tuple([W_List([])])])
        return W_Tuple([w_iter, W_Tuple([self.w_list]), newint(self.index)])

    @method('__setstate__(self, state: index, /) -> None')
    def descr_setstate(self, index):
        if self.w_list is not None:
            self.index = min(max(index, 0), len(self.w_list.items))


class W_ListReverseIterator(W_Root):
    _attrs_ = ['w_list', 'index']

    def __init__(self, w_list):
        self.w_list = w_list
        self.index = len(w_list.items) - 1

    def op_iter(self):
        return self

    def op_next(self):
        w_list = self.w_list
        if w_list is None:
            return None
        i = self.index
        if i < 0 or i >= len(w_list.items):
            self.w_list = None
            return None
        self.index = i - 1
        return w_list.items[i]

    @method('__length_hint__(self, /) -> int')
    def descr_length_hint(self):
        if self.w_list is None or self.index >= len(self.w_list.items):
            return 0
        return self.index + 1

    @method('__reduce__(self, /)')
    def descr_reduce(self):
        from interpreter import ops
        from interpreter.objects.int import newint
        from interpreter.objects.tuple import W_Tuple
        w_reversed = ops.builtin('reversed')
        if self.w_list is None:
            return W_Tuple([ops.builtin('iter'), W_Tuple([W_List([])])])
        return W_Tuple([w_reversed, W_Tuple([self.w_list]), newint(self.index)])

    @method('__setstate__(self, state: index, /) -> None')
    def descr_setstate(self, index):
        if self.w_list is not None:
            self.index = min(max(index, -1), len(self.w_list.items) - 1)


class _Append(object):
    """list.append, which the evaluation loop knows; set by interpreter.objects.build once it is there."""
    _immutable_fields_ = ['w_function']
    w_function = None


list_append = _Append()

W_List.typedef = TypeDef('list', W_List, text_signature='(iterable=(), /)', unhashable=True,
                         doc="A sequence of objects that can be changed.")
W_ListIterator.typedef = TypeDef('list_iterator', W_ListIterator, subclassable=False)
W_ListReverseIterator.typedef = TypeDef('list_reverseiterator', W_ListReverseIterator, subclassable=False)


@specialize.call_location()
def newlist(items_w):
    """The list of a copy of items_w.  W_List(resizable list) takes the list over."""
    items = []
    items.extend(items_w)
    return W_List(items)
