"""set and frozenset.

A set iterates in the order of insertion (CPython's order is arbitrary)."""

from rpython.rlib.objectmodel import import_from_mixin, specialize
from rpython.rlib.rarithmetic import intmask, r_uint

from interpreter.errors import OperationError, key_error, runtime_error
from interpreter.gateway import classmethod_, method, new
from interpreter.objects import reprguard
from interpreter.objects.hashtable import TableMixin
from interpreter.objects.root import W_Root, w_NotImplemented, w_None
from interpreter.typedef import TypeDef


class W_BaseSet(W_Root):
    """What set and frozenset share."""
    _attrs_ = ['index', 'hashes', 'entries', 'used', 'fill', 'lifeline']
    STRIDE = 1
    lifeline = None
    import_from_mixin(TableMixin)

    def __init__(self):
        self.init_table()

    def getweakref(self):
        return self.lifeline

    def setweakref(self, lifeline):
        self.lifeline = lifeline

    # ---- for RPython code

    def add(self, w_item):
        """Adds an item: `set.add`."""
        self.add_hashed(w_item, w_item.op_hash())

    def add_hashed(self, w_item, h):
        if self.find(w_item, h) < 0:
            self.append_entry(w_item, h)

    def has_hashed(self, w_item, h):
        return self.find(w_item, h) >= 0

    def discard_hashed(self, w_item, h):
        """False if the item was not there."""
        i = self.find(w_item, h)
        if i < 0:
            return False
        self.delete_entry(i)
        return True

    def items_w(self):
        """The items, in a new list."""
        result_w = []
        i = self.next_entry(0)
        while i >= 0:
            result_w.append(self.entries[i])
            i = self.next_entry(i + 1)
        return result_w

    def update_with(self, w_iterable):
        """Adds all items of an iterable."""
        from interpreter import ops
        from interpreter.objects.dict import W_Dict
        if isinstance(w_iterable, W_BaseSet):
            if w_iterable is self:
                return
            if self.used == 0 and self.fill == 0:
                self.copy_table_from(w_iterable)
                return
            i = w_iterable.next_entry(0)
            while i >= 0:
                self.add_hashed(w_iterable.entries[i], w_iterable.hashes[i])
                i = w_iterable.next_entry(i + 1)
            return
        if isinstance(w_iterable, W_Dict) and not w_iterable.is_user_instance:
            i = w_iterable.next_live(0)
            while i >= 0:
                self.add_hashed(w_iterable.key_at(i), w_iterable.hashes[i])
                i = w_iterable.next_live(i + 1)
            return
        w_iterator = ops.iter(w_iterable)
        while True:
            w_item = ops.next(w_iterator)
            if w_item is None:
                return
            self.add(w_item)

    def same_kind(self):
        """An empty set of the exact type that operators on self give."""
        return W_Set()

    def copied(self):
        w_copy = self.same_kind()
        w_copy.copy_table_from(self)
        return w_copy

    def intersected(self, w_iterable):
        """A new set of the items that are in both."""
        from interpreter import ops
        w_result = self.same_kind()
        if isinstance(w_iterable, W_BaseSet):
            small, large = w_iterable, self
            if small.used > large.used:
                small, large = large, small
            i = small.next_entry(0)
            while i >= 0:
                w_item, h = small.entries[i], small.hashes[i]
                if large.has_hashed(w_item, h):
                    w_result.add_hashed(w_item, h)
                i = small.next_entry(i + 1)
            return w_result
        w_iterator = ops.iter(w_iterable)
        while True:
            w_item = ops.next(w_iterator)
            if w_item is None:
                return w_result
            h = w_item.op_hash()
            if self.has_hashed(w_item, h):
                w_result.add_hashed(w_item, h)

    def subtracted(self, w_iterable):
        """A new set of the items that are not in the iterable."""
        w_other = as_set(w_iterable)
        w_result = self.same_kind()
        i = self.next_entry(0)
        while i >= 0:
            w_item, h = self.entries[i], self.hashes[i]
            if not w_other.has_hashed(w_item, h):
                w_result.add_hashed(w_item, h)
            i = self.next_entry(i + 1)
        return w_result

    def differing(self, w_iterable):
        """A new set of the items that are in one of the two only."""
        w_other = as_set(w_iterable)
        w_result = self.subtracted(w_other)
        i = w_other.next_entry(0)
        while i >= 0:
            w_item, h = w_other.entries[i], w_other.hashes[i]
            if not self.has_hashed(w_item, h):
                w_result.add_hashed(w_item, h)
            i = w_other.next_entry(i + 1)
        return w_result

    def is_subset(self, w_other):
        if self.used > w_other.used:
            return False
        i = self.next_entry(0)
        while i >= 0:
            if not w_other.has_hashed(self.entries[i], self.hashes[i]):
                return False
            i = self.next_entry(i + 1)
        return True

    def is_same(self, w_other):
        return self.used == w_other.used and self.is_subset(w_other)

    # ---- slots

    def has_len(self):
        return True

    def op_len(self):
        return self.used

    def op_bool(self):
        return self.used != 0

    def op_iter(self):
        return W_SetIterator(self)

    def op_contains(self, w_item):
        try:
            h = w_item.op_hash()
        except OperationError as e:
            w_frozen = frozen_key(w_item, e)
            return self.has_hashed(w_frozen, w_frozen.op_hash())
        return self.has_hashed(w_item, h)

    def op_eq(self, w_other):
        from interpreter.objects.wrap import newbool
        if not isinstance(w_other, W_BaseSet):
            return w_NotImplemented
        return newbool(self.is_same(w_other))

    def op_ne(self, w_other):
        from interpreter.objects.wrap import newbool
        if not isinstance(w_other, W_BaseSet):
            return w_NotImplemented
        return newbool(not self.is_same(w_other))

    def op_le(self, w_other):
        from interpreter.objects.wrap import newbool
        if not isinstance(w_other, W_BaseSet):
            return w_NotImplemented
        return newbool(self.is_subset(w_other))

    def op_lt(self, w_other):
        from interpreter.objects.wrap import newbool
        if not isinstance(w_other, W_BaseSet):
            return w_NotImplemented
        return newbool(self.used < w_other.used and self.is_subset(w_other))

    def op_ge(self, w_other):
        from interpreter.objects.wrap import newbool
        if not isinstance(w_other, W_BaseSet):
            return w_NotImplemented
        return newbool(w_other.is_subset(self))

    def op_gt(self, w_other):
        from interpreter.objects.wrap import newbool
        if not isinstance(w_other, W_BaseSet):
            return w_NotImplemented
        return newbool(w_other.used < self.used and w_other.is_subset(self))

    def op_and(self, w_other):
        if not isinstance(w_other, W_BaseSet):
            return w_NotImplemented
        return self.intersected(w_other)

    def op_or(self, w_other):
        if not isinstance(w_other, W_BaseSet):
            return w_NotImplemented
        w_result = self.copied()
        w_result.update_with(w_other)
        return w_result

    def op_sub(self, w_other):
        if not isinstance(w_other, W_BaseSet):
            return w_NotImplemented
        return self.subtracted(w_other)

    def op_xor(self, w_other):
        if not isinstance(w_other, W_BaseSet):
            return w_NotImplemented
        return self.differing(w_other)

    def op_rand(self, w_other):
        return w_NotImplemented if not isinstance(w_other, W_BaseSet) else w_other.op_and(self)

    def op_ror(self, w_other):
        return w_NotImplemented if not isinstance(w_other, W_BaseSet) else w_other.op_or(self)

    def op_rsub(self, w_other):
        return w_NotImplemented if not isinstance(w_other, W_BaseSet) else w_other.op_sub(self)

    def op_rxor(self, w_other):
        return w_NotImplemented if not isinstance(w_other, W_BaseSet) else w_other.op_xor(self)

    def op_repr(self):
        from interpreter import ops
        from interpreter.objects.wrap import newstr
        name = self.gettype().name
        if self.used == 0:
            return newstr(name + '()')
        if not reprguard.enter(self):
            return newstr(name + '(...)')
        try:
            text = '{' + ', '.join([ops.repr_w(w_item) for w_item in self.items_w()]) + '}'
        finally:
            reprguard.leave(self)
        if self.gettype() is W_Set.typedef.w_type:
            return newstr(text)
        return newstr(name + '(' + text + ')')


class W_Set(W_BaseSet):
    _attrs_ = ()

    def op_isub(self, w_other):
        if not isinstance(w_other, W_BaseSet):
            return w_NotImplemented
        self.remove_all(w_other)
        return self

    def op_iand(self, w_other):
        if not isinstance(w_other, W_BaseSet):
            return w_NotImplemented
        self.take_over(self.intersected(w_other))
        return self

    def op_ior(self, w_other):
        if not isinstance(w_other, W_BaseSet):
            return w_NotImplemented
        self.update_with(w_other)
        return self

    def op_ixor(self, w_other):
        if not isinstance(w_other, W_BaseSet):
            return w_NotImplemented
        self.take_over(self.differing(w_other))
        return self

    def take_over(self, w_other):
        """Becomes what w_other is, a set that nobody else uses."""
        self.index = w_other.index
        self.hashes = w_other.hashes
        self.entries = w_other.entries
        self.used = w_other.used
        self.fill = w_other.fill

    def remove_all(self, w_iterable):
        w_other = as_set(w_iterable)
        if w_other is self:
            self.clear_table()
            return
        i = w_other.next_entry(0)
        while i >= 0:
            self.discard_hashed(w_other.entries[i], w_other.hashes[i])
            i = w_other.next_entry(i + 1)


class W_FrozenSet(W_BaseSet):
    _attrs_ = ['hash']

    def __init__(self):
        W_BaseSet.__init__(self)
        self.hash = -1

    def same_kind(self):
        return W_FrozenSet()

    def op_hash(self):
        """The same for every order of the items; CPython's formula."""
        h = self.hash
        if h == -1:
            total = r_uint(0)
            i = self.next_entry(0)
            while i >= 0:
                item = r_uint(self.hashes[i])
                total ^= ((item ^ r_uint(89869747)) ^ (item << 16)) * r_uint(3644798167)
                i = self.next_entry(i + 1)
            total ^= (r_uint(self.used) + 1) * r_uint(1927868237)
            total ^= (total >> 11) ^ (total >> 25)
            total = total * r_uint(69069) + r_uint(907133923)
            h = intmask(total)
            if h == -1:
                h = 590923713
            self.hash = h
        return h


def as_set(w_iterable):
    """A set with the items of any iterable: itself if it is a set already."""
    if isinstance(w_iterable, W_BaseSet):
        return w_iterable
    w_set = W_Set()
    w_set.update_with(w_iterable)
    return w_set


def frozen_key(w_item, error):
    """For `set in sets`: the frozenset equal to an unhashable set; anything else raises the error again."""
    if isinstance(w_item, W_Set):
        w_frozen = W_FrozenSet()
        w_frozen.copy_table_from(w_item)
        return w_frozen
    raise error


class W_SetIterator(W_Root):
    """`expected` is the size at the start: a change of it while iterating is an error."""
    _attrs_ = ['w_set', 'position', 'expected', 'left']

    def __init__(self, w_set):
        self.w_set = w_set
        self.position = 0
        self.expected = w_set.used
        self.left = w_set.used

    def is_iterator(self):
        return True

    def op_iter(self):
        return self

    def op_next(self):
        w_set = self.w_set
        if w_set is None:
            return None
        if w_set.used != self.expected:
            self.expected = -1
            raise runtime_error("Set changed size during iteration")
        i = w_set.next_entry(self.position)
        if i < 0:
            self.w_set = None
            return None
        self.position = i + 1
        self.left -= 1
        return w_set.entries[i]

    @method('__length_hint__(self, /) -> int')
    def m_length_hint(self):
        return self.left if self.w_set is not None else 0

    @method('__reduce__(self, /)')
    def m_reduce(self):
        from interpreter import ops
        from interpreter.objects.wrap import newlist, newtuple
        items_w = []
        while True:
            w_item = self.op_next()
            if w_item is None:
                break
            items_w.append(w_item)
        return newtuple([ops.builtin('iter'), newtuple([newlist(items_w)])])


W_SetIterator.typedef = TypeDef('set_iterator', W_SetIterator, subclassable=False)


# ____________________________________________________________
# construction


@specialize.call_location()
def newset(items_w):
    """A set of the items."""
    w_set = W_Set()
    for w_item in items_w:
        w_set.add(w_item)
    return w_set


@specialize.call_location()
def newfrozenset(items_w):
    w_set = W_FrozenSet()
    for w_item in items_w:
        w_set.add(w_item)
    return w_set


def allocate_set(w_cls):
    from interpreter.objects.instance import allocate_instance
    w_set = allocate_instance(W_Set, w_cls)
    w_set.init_table()
    return w_set


def allocate_frozenset(w_cls):
    from interpreter.objects.instance import allocate_instance
    w_set = allocate_instance(W_FrozenSet, w_cls)
    w_set.init_table()
    w_set.hash = -1
    return w_set


# ____________________________________________________________
# methods: the shared ones are written once and put into both types


def set_new(w_cls, args_w, w_kwds):
    """set.__new__: an empty set; __init__ fills it."""
    return allocate_set(w_cls)


def set_init(w_self, w_iterable):
    w_self.clear_table()
    if w_iterable is not None:
        w_self.update_with(w_iterable)


def frozenset_new(w_cls, w_iterable):
    exact = w_cls is W_FrozenSet.typedef.w_type
    if exact and w_iterable is not None and w_iterable.gettype() is w_cls:
        return w_iterable
    w_set = allocate_frozenset(w_cls)
    if w_iterable is not None:
        w_set.update_with(w_iterable)
    return w_set


def _shared(name, line, function):
    """Exposes `function` as a method of both classes, under copies so that each is annotated for its class."""
    from types import FunctionType
    for cls in (W_Set, W_FrozenSet):
        copy = FunctionType(function.func_code, function.func_globals, name, function.func_defaults)
        copy.__doc__ = function.__doc__
        setattr(cls, 'm_' + name, method(line)(copy))


def _copy(self):
    """Another set of the same items."""
    if self.gettype() is W_FrozenSet.typedef.w_type:
        return self
    return self.copied()


def _union(self, others_w):
    """The items of it and of all the others."""
    w_result = self.copied()
    for w_other in others_w:
        w_result.update_with(w_other)
    return w_result


def _intersection(self, others_w):
    """The items that are in it and in all the others."""
    if len(others_w) == 0:
        return self.copied()
    w_result = self
    for w_other in others_w:
        w_result = w_result.intersected(w_other)
    return w_result


def _difference(self, others_w):
    """The items that are in none of the others."""
    w_result = self.copied()
    for w_other in others_w:
        w_result = w_result.subtracted(w_other)
    return w_result


def _symmetric_difference(self, w_other):
    """The items that are in one of the two only."""
    return self.differing(w_other)


def _isdisjoint(self, w_other):
    """Have the two no item in common?"""
    return self.intersected(w_other).used == 0


def _issubset(self, w_other):
    """Are all its items in the other?"""
    return self.is_subset(as_set(w_other))


def _issuperset(self, w_other):
    """Are all items of the other in it?"""
    return as_set(w_other).is_subset(self)


def _reduce(self):
    from interpreter.objects.reduce import getstate
    from interpreter.objects.wrap import newlist, newtuple
    return newtuple([self.gettype(), newtuple([newlist(self.items_w())]), getstate(self, False)])


def _class_getitem(w_cls, w_item):
    from interpreter.objects.genericalias import newgenericalias
    return newgenericalias(w_cls, w_item)


for _name, _line, _function in [
        ('copy', 'copy(self, /)', _copy), ('union', 'union(self, /, *others)', _union),
        ('intersection', 'intersection(self, /, *others)', _intersection), ('difference', 'difference(self, /, *others)', _difference),
        ('symmetric_difference', 'symmetric_difference(self, other, /)', _symmetric_difference),
        ('isdisjoint', 'isdisjoint(self, other, /) -> bool', _isdisjoint), ('issubset', 'issubset(self, other, /) -> bool', _issubset),
        ('issuperset', 'issuperset(self, other, /) -> bool', _issuperset), ('reduce', '__reduce__(self, /)', _reduce)]:
    _shared(_name, _line, _function)


def _m_add(self, w_item):
    """Adds an item."""
    self.add(w_item)


def _m_remove(self, w_item):
    """Removes an item; KeyError if it is not there."""
    if not discard(self, w_item):
        raise key_error(w_item)


def _m_discard(self, w_item):
    """Removes an item if it is there."""
    discard(self, w_item)


def discard(w_set, w_item):
    """False if the item was not there."""
    try:
        h = w_item.op_hash()
    except OperationError as e:
        w_item = frozen_key(w_item, e)
        h = w_item.op_hash()
    return w_set.discard_hashed(w_item, h)


def _m_pop(self):
    """Removes an item and returns it."""
    from interpreter.objects.wrap import newstr
    i = self.next_entry(0)
    if i < 0:
        raise key_error(newstr("pop from an empty set"))
    w_item = self.entries[i]
    self.delete_entry(i)
    return w_item


def _m_clear(self):
    """Removes all items."""
    self.clear_table()


def _m_update(self, others_w):
    """Adds the items of all the others."""
    for w_other in others_w:
        self.update_with(w_other)


def _m_intersection_update(self, others_w):
    """Keeps the items that are in all the others."""
    for w_other in others_w:
        self.take_over(self.intersected(w_other))


def _m_difference_update(self, others_w):
    """Removes the items of all the others."""
    for w_other in others_w:
        self.remove_all(w_other)


def _m_symmetric_difference_update(self, w_other):
    """Keeps the items that are in one of the two only."""
    self.take_over(self.differing(w_other))


for _line, _function in [
        ('add(self, item, /) -> None', _m_add), ('remove(self, item, /) -> None', _m_remove), ('discard(self, item, /) -> None', _m_discard),
        ('pop(self, /)', _m_pop), ('clear(self, /) -> None', _m_clear), ('update(self, /, *others) -> None', _m_update),
        ('intersection_update(self, /, *others) -> None', _m_intersection_update),
        ('difference_update(self, /, *others) -> None', _m_difference_update),
        ('symmetric_difference_update(self, other, /) -> None', _m_symmetric_difference_update),
        ('__init__(self, iterable=?, /) -> None', set_init)]:
    setattr(W_Set, _function.__name__.lstrip('_'), method(_line)(_function))

W_Set.descr_new = new('(cls, *args, **kwds)')(set_new)
W_Set.m_class_getitem = classmethod_('__class_getitem__(cls, item, /)')(_class_getitem)
W_FrozenSet.descr_new = new('(cls, iterable=?, /)')(frozenset_new)


def _frozen_class_getitem(w_cls, w_item):
    return _class_getitem(w_cls, w_item)


W_FrozenSet.m_class_getitem = classmethod_('__class_getitem__(cls, item, /)')(_frozen_class_getitem)

W_Set.typedef = TypeDef('set', W_Set, unhashable=True, weakrefable=True, doc="An unordered collection of distinct items.")
W_FrozenSet.typedef = TypeDef('frozenset', W_FrozenSet, weakrefable=True, doc="A set that does not change.")
