"""groupby, zip_longest."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import type_error
from interpreter.gateway import method, new
from interpreter.objects.instance import allocate_instance
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newtuple
from interpreter.typedef import TypeDef
from module.itertools.infinite import W_Iterator
from module.itertools.state import state_items


class W_Groupby(W_Iterator):
    """`w_value` and `w_key` are the item read last and its key; `w_target` is the key of the group handed out last;
    `group` numbers the groups, so that an old group knows that it is over."""
    _attrs_ = ['w_iterator', 'w_keyfunc', 'w_value', 'w_key', 'w_target', 'group']

    @new('(cls, iterable, key=None)')
    def descr_new(w_cls, w_iterable, w_keyfunc):
        w_self = allocate_instance(W_Groupby, w_cls)
        w_self.w_iterator = ops.iter(w_iterable)
        w_self.w_keyfunc = w_keyfunc
        w_self.w_value = None
        w_self.w_key = None
        w_self.w_target = None
        w_self.group = 0
        return w_self

    def step(self):
        """Reads the next item; False at the end."""
        w_value = ops.next(self.w_iterator)
        if w_value is None:
            return False
        w_key = w_value if self.w_keyfunc is w_None else ops.call1(self.w_keyfunc, w_value)
        self.w_value = w_value
        self.w_key = w_key
        return True

    def op_iter(self):
        return self

    def op_next(self):
        self.group += 1
        while True:
            if self.w_key is not None:
                if self.w_target is None or not ops.eq_w(self.w_target, self.w_key):
                    break
            if not self.step():
                return None
        self.w_target = self.w_key
        return newtuple([self.w_key, W_Grouper(self, self.w_target, self.group)])

    @method('__reduce__(self, /)')
    def m_reduce(self):
        w_arguments = newtuple([self.w_iterator, self.w_keyfunc])
        if self.w_value is None or self.w_target is None or self.w_key is None:
            return newtuple([self.gettype(), w_arguments])
        return newtuple([self.gettype(), w_arguments, newtuple([self.w_value, self.w_target, self.w_key])])

    @method('__setstate__(self, state, /) -> None')
    def m_setstate(self, w_state):
        items_w = state_items(w_state)
        if len(items_w) != 3:
            raise type_error("function takes exactly 3 arguments (%d given)" % len(items_w))
        self.w_value = items_w[0]
        self.w_target = items_w[1]
        self.w_key = items_w[2]


W_Groupby.typedef = TypeDef('itertools.groupby', W_Groupby,
                            text_signature='(iterable, key=None)',
                            doc="(key, group) for each run of items with equal keys.")


class W_Grouper(W_Iterator):
    """The items of one group."""
    _attrs_ = ['parent', 'w_key', 'group']

    def __init__(self, parent, w_key, group):
        self.parent = parent
        self.w_key = w_key
        self.group = group

    @new('(cls, parent, tgtkey, /)')
    def descr_new(w_cls, w_parent, w_key):
        if not isinstance(w_parent, W_Groupby):
            raise type_error("_grouper() argument 1 must be itertools.groupby, not %s" % w_parent.gettype().name)
        w_parent.group += 1
        return W_Grouper(w_parent, w_key, w_parent.group)

    @method('__reduce__(self, /)')
    def m_reduce(self):
        if self.parent.group != self.group:
            return newtuple([ops.builtin('iter'), newtuple([newtuple([])])])
        return newtuple([self.gettype(), newtuple([self.parent, self.w_key])])

    def op_iter(self):
        return self

    def op_next(self):
        parent = self.parent
        if parent.group != self.group:
            return None
        if parent.w_value is None and not parent.step():
            return None
        if not ops.eq_w(self.w_key, parent.w_key):
            return None
        w_value = parent.w_value
        parent.w_value = None
        return w_value


W_Grouper.typedef = TypeDef('itertools._grouper', W_Grouper, subclassable=False)


class W_ZipLongest(W_Iterator):
    """An exhausted iterator is None; `active` counts the others."""
    _attrs_ = ['iterators_w', 'w_fill', 'active']

    @new('(cls, *iterables, **kwds)')
    def descr_new(w_cls, iterables_w, w_kwds):
        w_fill = w_None
        if w_kwds is not None:
            w_fill = w_kwds.getitem_str('fillvalue')
            if w_fill is None or w_kwds.length() > 1:
                raise type_error("zip_longest() got an unexpected keyword argument")
        w_self = allocate_instance(W_ZipLongest, w_cls)
        w_self.iterators_w = [ops.iter(w_iterable) for w_iterable in iterables_w]
        w_self.w_fill = w_fill
        w_self.active = len(iterables_w)
        return w_self

    def op_iter(self):
        return self

    def op_next(self):
        if self.active <= 0:
            return None
        count = len(self.iterators_w)
        row_w = [self.w_fill] * count
        for i in range(count):
            w_iterator = self.iterators_w[i]
            if w_iterator is None:
                continue
            w_item = ops.next(w_iterator)
            if w_item is None:
                self.iterators_w[i] = None
                self.active -= 1
                if self.active <= 0:
                    return None
            else:
                row_w[i] = w_item
        return newtuple(row_w)

    @method('__reduce__(self, /)')
    def m_reduce(self):
        count = len(self.iterators_w)
        arguments_w = [w_None] * count
        for i in range(count):
            w_iterator = self.iterators_w[i]
            arguments_w[i] = newtuple([]) if w_iterator is None else w_iterator
        return newtuple([self.gettype(), newtuple(arguments_w), self.w_fill])

    @method('__setstate__(self, state, /) -> None')
    def m_setstate(self, w_fill):
        self.w_fill = w_fill


W_ZipLongest.typedef = TypeDef('itertools.zip_longest', W_ZipLongest, doc="As zip, up to the longest, short ones filled up.")
