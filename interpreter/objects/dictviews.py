"""The iterators and views of dict."""

from rpython.rlib.objectmodel import import_from_mixin

from interpreter import ops
from interpreter.errors import runtime_error
from interpreter.gateway import method, getter
from interpreter.objects import reprguard
from interpreter.objects.dict import W_Dict
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.objects.tuple import W_Tuple, newtuple
from interpreter.typedef import TypeDef


# ____________________________________________________________
# iterators


class W_DictIterator(W_Root):
    """position is the number of the next entry to look at; w_dict becomes None at the end."""
    _attrs_ = ['w_dict', 'position', 'used', 'left']

    def __init__(self, w_dict):
        self.w_dict = w_dict
        self.position = 0
        self.used = w_dict.used
        self.left = w_dict.used

    def step(self):
        """The number of the next entry, -1 at the end."""
        w_dict = self.w_dict
        if w_dict is None:
            return -1
        if w_dict.used != self.used:
            self.used = -1           # and stay so
            raise runtime_error("dictionary changed size during iteration")
        i = self.advance(w_dict)
        if i < 0:
            self.w_dict = None
            return -1
        if self.left == 0:
            self.w_dict = None
            raise runtime_error("dictionary keys changed during iteration")
        self.left -= 1
        return i

    def advance(self, w_dict):
        i = w_dict.next_live(self.position)
        self.position = i + 1
        return i

    def op_iter(self):
        return self

    def length_hint(self):
        if self.w_dict is None or self.w_dict.used != self.used:
            return 0
        return self.left

    def rest(self):
        """(iter, (the items that are left,)): for pickle."""
        from interpreter.objects.list import W_List
        items_w = []
        saved = self.w_dict, self.position, self.used, self.left
        while True:
            w_item = self.op_next()
            if w_item is None:
                break
            items_w.append(w_item)
        self.w_dict, self.position, self.used, self.left = saved
        return newtuple([ops.builtin('iter'), newtuple([W_List(items_w)])])


class W_DictReverseIterator(W_DictIterator):
    _attrs_ = ()

    def __init__(self, w_dict):
        W_DictIterator.__init__(self, w_dict)
        self.position = w_dict.fill

    def advance(self, w_dict):
        i = w_dict.previous_live(self.position)
        self.position = i - 1
        return i


class KeysMixin(object):
    def op_next(self):
        w_dict = self.w_dict
        i = self.step()
        if i < 0:
            return None
        return w_dict.key_at(i)


class ValuesMixin(object):
    def op_next(self):
        w_dict = self.w_dict
        i = self.step()
        if i < 0:
            return None
        return w_dict.value_at(i)


class ItemsMixin(object):
    def op_next(self):
        w_dict = self.w_dict
        i = self.step()
        if i < 0:
            return None
        return W_Tuple([w_dict.key_at(i), w_dict.value_at(i)])


def _iterator_class(name, base, mixin, type_name):
    @method('__length_hint__(self, /) -> int')
    def descr_length_hint(self):
        return self.length_hint()

    @method('__reduce__(self, /)')
    def descr_reduce(self):
        return self.rest()

    def op_iter(self):
        return self

    from rpython.tool.sourcetools import func_with_new_name
    op_next = func_with_new_name(mixin.__dict__['op_next'], 'op_next')
    cls = type(name, (base,), {'_attrs_': (), '__module__': __name__, 'op_iter': op_iter, 'op_next': op_next,
                               'descr_length_hint': descr_length_hint, 'descr_reduce': descr_reduce})
    cls.typedef = TypeDef(type_name, cls, subclassable=False)
    return cls


W_DictKeyIterator = _iterator_class('W_DictKeyIterator', W_DictIterator, KeysMixin, 'dict_keyiterator')
W_DictValueIterator = _iterator_class('W_DictValueIterator', W_DictIterator, ValuesMixin, 'dict_valueiterator')
W_DictItemIterator = _iterator_class('W_DictItemIterator', W_DictIterator, ItemsMixin, 'dict_itemiterator')
W_DictReverseKeyIterator = _iterator_class('W_DictReverseKeyIterator', W_DictReverseIterator, KeysMixin, 'dict_reversekeyiterator')
W_DictReverseValueIterator = _iterator_class('W_DictReverseValueIterator', W_DictReverseIterator, ValuesMixin,
                                             'dict_reversevalueiterator')
W_DictReverseItemIterator = _iterator_class('W_DictReverseItemIterator', W_DictReverseIterator, ItemsMixin, 'dict_reverseitemiterator')


# ____________________________________________________________
# views


class W_DictView(W_Root):
    _attrs_ = ['w_dict']
    _immutable_fields_ = ['w_dict']

    def __init__(self, w_dict):
        self.w_dict = w_dict

    def op_len(self):
        return self.w_dict.used

    def op_repr(self):
        from interpreter.objects.list import W_List
        from interpreter.objects.str import newstr
        if not reprguard.enter(self):
            return newstr('...')
        try:
            text = ops.repr_w(W_List(ops.iterate_to_list(self)))
        finally:
            reprguard.leave(self)
        return newstr('%s(%s)' % (self.gettype().name, text))

    def mapping(self):
        from interpreter.objects.mappingproxy import W_MappingProxy
        return W_MappingProxy(self.w_dict)


def is_set_like(w_obj):
    """Is it a set, a frozenset, or a view of keys or items?"""
    from interpreter.objects.set import W_BaseSet
    return isinstance(w_obj, W_BaseSet) or isinstance(w_obj, W_DictKeys) or isinstance(w_obj, W_DictItems)


def contains_all(w_container, w_items):
    """Is every item of w_items in w_container?"""
    w_iterator = ops.iter(w_items)
    while True:
        w_item = w_iterator.op_next()
        if w_item is None:
            return True
        if not ops.contains(w_container, w_item):
            return False


class SetLikeMixin(object):
    """The set operations of keys and items."""

    def op_eq(self, w_other):
        from interpreter.objects.int import newbool
        if not is_set_like(w_other):
            return w_NotImplemented
        return newbool(self.op_len() == ops.len(w_other) and contains_all(w_other, self))

    def op_ne(self, w_other):
        from interpreter.objects.int import newbool
        if not is_set_like(w_other):
            return w_NotImplemented
        return newbool(not (self.op_len() == ops.len(w_other) and contains_all(w_other, self)))

    def op_lt(self, w_other):
        from interpreter.objects.int import newbool
        if not is_set_like(w_other):
            return w_NotImplemented
        return newbool(self.op_len() < ops.len(w_other) and contains_all(w_other, self))

    def op_le(self, w_other):
        from interpreter.objects.int import newbool
        if not is_set_like(w_other):
            return w_NotImplemented
        return newbool(self.op_len() <= ops.len(w_other) and contains_all(w_other, self))

    def op_gt(self, w_other):
        from interpreter.objects.int import newbool
        if not is_set_like(w_other):
            return w_NotImplemented
        return newbool(self.op_len() > ops.len(w_other) and contains_all(self, w_other))

    def op_ge(self, w_other):
        from interpreter.objects.int import newbool
        if not is_set_like(w_other):
            return w_NotImplemented
        return newbool(self.op_len() >= ops.len(w_other) and contains_all(self, w_other))

    def op_and(self, w_other):
        return intersection(self, w_other)

    def op_rand(self, w_other):
        return intersection(w_other, self)

    def op_or(self, w_other):
        return combine(self, w_other, 'update')

    def op_ror(self, w_other):
        return combine(w_other, self, 'update')

    def op_sub(self, w_other):
        return combine(self, w_other, 'difference_update')

    def op_rsub(self, w_other):
        return combine(w_other, self, 'difference_update')

    def op_xor(self, w_other):
        return combine(self, w_other, 'symmetric_difference_update')

    def op_rxor(self, w_other):
        return combine(w_other, self, 'symmetric_difference_update')


def as_set(w_iterable):
    from interpreter.objects.set import newset
    return newset(ops.listview(w_iterable))


def intersection(w_a, w_b):
    from interpreter.objects.set import newset
    w_result = newset([])
    if not (isinstance(w_a, W_DictView) and is_set_like(w_a)):
        w_a, w_b = w_b, w_a
    if is_set_like(w_b) and ops.len(w_b) > ops.len(w_a) and isinstance(w_b, W_DictView):
        w_a, w_b = w_b, w_a
    w_iterator = ops.iter(w_b)
    while True:
        w_item = w_iterator.op_next()
        if w_item is None:
            return w_result
        if ops.contains(w_a, w_item):
            w_result.add(w_item)


def combine(w_a, w_b, name):
    w_result = as_set(w_a)
    ops.call_method1(w_result, name, w_b)
    return w_result


def _isdisjoint(w_view, w_other):
    if w_view is w_other:
        return w_view.op_len() == 0
    w_iterator = ops.iter(w_other)
    while True:
        w_item = w_iterator.op_next()
        if w_item is None:
            return True
        if ops.contains(w_view, w_item):
            return False


class W_DictKeys(W_DictView):
    _attrs_ = ()
    import_from_mixin(SetLikeMixin)

    def op_len(self):
        return self.w_dict.used

    def op_repr(self):
        return W_DictView.op_repr(self)

    def op_iter(self):
        return W_DictKeyIterator(self.w_dict)

    def op_contains(self, w_key):
        return self.w_dict.getitem(w_key) is not None

    @method('isdisjoint(self, other, /) -> bool')
    def descr_isdisjoint(self, w_other):
        """Do the view and an iterable have nothing in common?"""
        return _isdisjoint(self, w_other)

    @method('__reversed__(self, /)')
    def descr_reversed(self):
        return W_DictReverseKeyIterator(self.w_dict)

    @getter('mapping')
    def get_mapping(self):
        """The dictionary that is seen, as a read-only proxy."""
        return self.mapping()


class W_DictItems(W_DictView):
    _attrs_ = ()
    import_from_mixin(SetLikeMixin)

    def op_len(self):
        return self.w_dict.used

    def op_repr(self):
        return W_DictView.op_repr(self)

    def op_iter(self):
        return W_DictItemIterator(self.w_dict)

    def op_contains(self, w_item):
        if not isinstance(w_item, W_Tuple) or len(w_item.items) != 2:
            return False
        w_value = self.w_dict.getitem(w_item.items[0])
        return w_value is not None and ops.eq_w(w_value, w_item.items[1])

    @method('isdisjoint(self, other, /) -> bool')
    def descr_isdisjoint(self, w_other):
        """Do the view and an iterable have nothing in common?"""
        return _isdisjoint(self, w_other)

    @method('__reversed__(self, /)')
    def descr_reversed(self):
        return W_DictReverseItemIterator(self.w_dict)

    @getter('mapping')
    def get_mapping(self):
        """The dictionary that is seen, as a read-only proxy."""
        return self.mapping()


class W_DictValues(W_DictView):
    _attrs_ = ()

    def op_len(self):
        return self.w_dict.used

    def op_repr(self):
        return W_DictView.op_repr(self)

    def op_iter(self):
        return W_DictValueIterator(self.w_dict)

    @method('__reversed__(self, /)')
    def descr_reversed(self):
        return W_DictReverseValueIterator(self.w_dict)

    @getter('mapping')
    def get_mapping(self):
        """The dictionary that is seen, as a read-only proxy."""
        return self.mapping()


W_DictKeys.typedef = TypeDef('dict_keys', W_DictKeys, subclassable=False, unhashable=True)
W_DictItems.typedef = TypeDef('dict_items', W_DictItems, subclassable=False, unhashable=True)
W_DictValues.typedef = TypeDef('dict_values', W_DictValues, subclassable=False)
