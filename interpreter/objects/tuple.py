"""tuple."""

from rpython.rlib.debug import make_sure_not_resized
from rpython.rlib.objectmodel import specialize
from rpython.rlib.rarithmetic import intmask, r_uint, ovfcheck

from interpreter.errors import type_error, value_error, index_error, memory_error
from interpreter.gateway import method, classmethod_, new
from interpreter.objects import reprguard
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.typedef import TypeDef


class W_Tuple(W_Root):
    """`items` is a fixed-size list that nobody changes."""
    _attrs_ = ['items']
    _immutable_fields_ = ['items[*]']

    def __init__(self, items):
        make_sure_not_resized(items)
        self.items = items

    @new('(cls, iterable=?, /)')
    def descr_new(w_cls, w_iterable):
        from interpreter import ops
        if not w_cls.heap:
            if w_iterable is None:
                return w_empty_tuple
            if w_iterable.__class__ is W_Tuple:
                return w_iterable
            return _adopt(ops.fixedview(w_iterable))
        items = []
        if w_iterable is not None:
            items = ops.fixedview(w_iterable)
        return newtuple_of_type(w_cls, items)

    def op_len(self):
        return len(self.items)

    def op_bool(self):
        return len(self.items) > 0

    def is_repeatable(self):
        return True

    def op_getitem(self, w_key):
        from interpreter import ops
        from interpreter.objects.int import W_Int
        from interpreter.objects.slice import W_Slice
        items = self.items
        if isinstance(w_key, W_Int):
            i = w_key.intval
        elif isinstance(w_key, W_Slice):
            return self.getslice(w_key)
        elif ops.has_index(w_key):
            i = ops.index_w(w_key)
        else:
            raise type_error("tuple indices must be integers or slices, not %s" % w_key.gettype().name)
        if i < 0:
            i += len(items)
        if i < 0 or i >= len(items):
            raise index_error("tuple index out of range")
        assert i >= 0
        return items[i]

    def getslice(self, w_slice):
        items = self.items
        start, stop, step, count = w_slice.unpack(len(items))
        if count == len(items) and step == 1 and self.__class__ is W_Tuple:
            return self
        if step == 1 and count > 0:
            assert 0 <= start <= stop
            return _adopt(items[start:stop])
        result = [None] * count
        for i in range(count):
            result[i] = items[start]
            start += step
        return _adopt(result)

    def op_contains(self, w_item):
        from interpreter import ops
        for w_each in self.items:
            if ops.eq_w(w_each, w_item):
                return True
        return False

    def op_iter(self):
        return W_TupleIterator(self)

    def op_repr(self):
        from interpreter import ops
        from interpreter.objects.str import newstr
        n = len(self.items)
        if n == 0:
            return newstr('()')
        if not reprguard.enter(self):
            return newstr('(...)')
        try:
            pieces = [ops.repr_w(w_item) for w_item in self.items]
        finally:
            reprguard.leave(self)
        if n == 1:
            return newstr('(%s,)' % pieces[0])
        return newstr('(%s)' % ', '.join(pieces))

    def op_hash(self):
        # xxHash with the constants and the order that CPython uses
        from interpreter import ops
        acc = r_uint(PRIME5)
        for w_item in self.items:
            acc += r_uint(ops.hash(w_item)) * r_uint(PRIME2)
            acc = (acc << 31) | (acc >> 33)
            acc *= r_uint(PRIME1)
        acc += r_uint(len(self.items)) ^ (r_uint(PRIME5) ^ r_uint(3527539))
        h = intmask(acc)
        if h == -1:
            return 1546275796
        return h

    def op_add(self, w_other):
        if not isinstance(w_other, W_Tuple):
            return w_NotImplemented
        if len(self.items) == 0 and w_other.__class__ is W_Tuple:
            return w_other
        if len(w_other.items) == 0 and self.__class__ is W_Tuple:
            return self
        return _adopt(self.items + w_other.items)

    def op_concat_error(self, w_other):
        return type_error('can only concatenate tuple (not "%s") to tuple' % w_other.gettype().name)

    def op_mul(self, w_count):
        from interpreter import ops, conversions
        if not ops.has_index(w_count):
            return w_NotImplemented
        count = conversions.repeat_w(w_count)
        n = len(self.items)
        if count <= 0 or n == 0:
            if n == 0 and self.__class__ is W_Tuple:
                return self
            return w_empty_tuple
        if count == 1 and self.__class__ is W_Tuple:
            return self
        try:
            size = ovfcheck(n * count)
        except OverflowError:
            raise memory_error("")
        result = [None] * size
        for i in range(n):
            w_item = self.items[i]
            j = i
            while j < size:
                result[j] = w_item
                j += n
        return _adopt(result)

    def op_rmul(self, w_count):
        return self.op_mul(w_count)

    @method('__getnewargs__(self, /)')
    def descr_getnewargs(self):
        return W_Tuple([_adopt(self.items)])

    @method('index(self, value, start=0, stop=9223372036854775807, /)')
    def descr_index(self, w_value, w_start, w_stop):
        """The index of the first item between start and stop that equals value; ValueError if there is none."""
        from interpreter import ops
        from interpreter.objects.int import newint
        from interpreter.objects.slice import bound_index
        items = self.items
        start = resolve(bound_index(w_start), len(items))
        stop = min(resolve(bound_index(w_stop), len(items)), len(items))
        for i in range(start, stop):
            if ops.eq_w(items[i], w_value):
                return newint(i)
        raise value_error("tuple.index(x): x not in tuple")

    @method('count(self, value, /) -> int')
    def descr_count(self, w_value):
        """How many items equal value."""
        from interpreter import ops
        count = 0
        for w_item in self.items:
            if ops.eq_w(w_item, w_value):
                count += 1
        return count

    @classmethod_('__class_getitem__(cls, object, /)')
    def descr_class_getitem(w_cls, w_item):
        from interpreter.objects.genericalias import newgenericalias
        return newgenericalias(w_cls, w_item)


PRIME1 = 11400714785074694791
PRIME2 = 14029467366897019727
PRIME5 = 2870177450012600261


def resolve(index, length):
    """A bound of index(x, start, stop): negative ones count from the end."""
    if index < 0:
        index += length
        if index < 0:
            return 0
    return index


def _first_difference(w_a, w_b):
    """The index of the first items that differ; the smaller length if there are none."""
    from interpreter import ops
    a, b = w_a.items, w_b.items
    n = min(len(a), len(b))
    for i in range(n):
        if not ops.eq_w(a[i], b[i]):
            return i
    return n


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


def equal_items(w_a, w_b):
    if len(w_a.items) != len(w_b.items):
        return False
    return _first_difference(w_a, w_b) == len(w_a.items)


def _op_eq(self, w_other):
    from interpreter.objects.int import newbool
    if not isinstance(w_other, W_Tuple):
        return w_NotImplemented
    return newbool(equal_items(self, w_other))


def _op_ne(self, w_other):
    from interpreter.objects.int import newbool
    if not isinstance(w_other, W_Tuple):
        return w_NotImplemented
    return newbool(not equal_items(self, w_other))


W_Tuple.op_eq = _op_eq
W_Tuple.op_ne = _op_ne
for _op in ('lt', 'le', 'gt', 'ge'):
    exec '''
def op_%(op)s(self, w_other):
    if not isinstance(w_other, W_Tuple):
        return w_NotImplemented
    return _compare(self, w_other, %(op)r)
W_Tuple.op_%(op)s = op_%(op)s
''' % {'op': _op}


class W_TupleIterator(W_Root):
    _attrs_ = ['w_tuple', 'index']

    def __init__(self, w_tuple):
        self.w_tuple = w_tuple
        self.index = 0

    def op_iter(self):
        return self

    def op_next(self):
        w_tuple = self.w_tuple
        if w_tuple is None:
            return None
        i = self.index
        if i >= len(w_tuple.items):
            self.w_tuple = None
            return None
        self.index = i + 1
        return w_tuple.items[i]

    @method('__length_hint__(self, /) -> int')
    def descr_length_hint(self):
        if self.w_tuple is None:
            return 0
        return len(self.w_tuple.items) - self.index

    @method('__reduce__(self, /)')
    def descr_reduce(self):
        from interpreter import ops
        from interpreter.objects.int import newint
        w_iter = ops.builtin('iter')        # looking it up may run Python code that ends this iterator
        if self.w_tuple is None:
            return W_Tuple([w_iter, W_Tuple([w_empty_tuple])])
        return W_Tuple([w_iter, W_Tuple([self.w_tuple]), newint(self.index)])

    @method('__setstate__(self, state: index, /) -> None')
    def descr_setstate(self, index):
        if self.w_tuple is not None:
            self.index = min(max(index, 0), len(self.w_tuple.items))


W_Tuple.typedef = TypeDef('tuple', W_Tuple, text_signature='(iterable=(), /)',
                          doc="A sequence of objects that does not change.")
W_TupleIterator.typedef = TypeDef('tuple_iterator', W_TupleIterator, subclassable=False)

w_empty_tuple = W_Tuple([])


def _adopt(items):
    """The tuple of a fixed-size list, which it takes over."""
    if len(items) == 0:
        return w_empty_tuple
    return W_Tuple(items)


def newtuple_of_type(w_cls, items):
    """An instance of a Python subclass of tuple; takes the fixed-size list over."""
    from interpreter.objects.instance import allocate_instance
    w_tuple = allocate_instance(W_Tuple, w_cls)
    w_tuple.items = items
    return w_tuple


@specialize.call_location()
def newtuple(items_w):
    """The tuple of a copy of items_w.  W_Tuple(fixed-size list) takes the list over."""
    if len(items_w) == 0:
        return w_empty_tuple
    return W_Tuple(items_w[:])
