"""_tuplegetter: the attributes of named tuples; and _count_elements, for Counter."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import bare_attribute_error, index_error, type_error
from interpreter.gateway import function, getter, method, new, setter
from interpreter.objects.dict import W_Dict
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import newint, newstr, newtuple
from interpreter.typedef import TypeDef


class W_TupleGetter(W_Root):
    """A descriptor for item `index` of a tuple."""
    _attrs_ = ['index', 'w_doc']
    _immutable_fields_ = ['index']

    def __init__(self, index, w_doc):
        self.index = index
        self.w_doc = w_doc

    @new('(cls, index: int, doc, /)')
    def descr_new(w_cls, index, w_doc):
        return W_TupleGetter(index, w_doc)

    def op_get(self, w_obj, w_type):
        if w_obj is None or w_obj is w_None:
            return self
        if not isinstance(w_obj, W_Tuple):
            raise type_error("descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object" % (
                self.index, w_obj.gettype().name))
        index = self.index
        if index < 0 or index >= len(w_obj.items):
            raise index_error("tuple index out of range")
        return w_obj.items[index]

    def op_set(self, w_obj, w_value):
        raise bare_attribute_error("can't set attribute")

    def op_delete(self, w_obj):
        raise bare_attribute_error("can't delete attribute")

    def op_repr(self):
        return newstr("_tuplegetter(%d, %s)" % (self.index, ops.repr_w(self.w_doc)))

    @method('__reduce__(self, /)')
    def m_reduce(self):
        return newtuple([self.gettype(), newtuple([newint(self.index), self.w_doc])])

    @getter('__doc__')
    def get_doc(self):
        return self.w_doc

    @setter('__doc__')
    def set_doc(self, w_doc):
        self.w_doc = w_doc


W_TupleGetter.typedef = TypeDef('_tuplegetter', W_TupleGetter, module='_collections', subclassable=False)


@function('_count_elements(mapping, iterable, /) -> None')
def count_elements(w_mapping, w_iterable):
    """Adds 1 to mapping[item] for each item of the iterable."""
    w_iterator = ops.iter(w_iterable)
    w_one = newint(1)
    w_dict_type = W_Dict.typedef.w_type
    w_type = w_mapping.gettype()
    if (isinstance(w_mapping, W_Dict) and w_type.lookup('get') is w_dict_type.lookup('get') and
            w_type.lookup('__setitem__') is w_dict_type.lookup('__setitem__')):
        while True:
            w_item = ops.next(w_iterator)
            if w_item is None:
                return
            h = w_item.op_hash()
            i = w_mapping.find(w_item, h)
            w_count = None
            if i >= 0:
                w_count = w_mapping.value_at(i)
            if w_count is None:
                w_count = w_one
            else:
                w_count = ops.add(w_count, w_one)
            w_mapping.setitem_hashed(w_item, h, w_count)
    w_get = ops.getattr(w_mapping, 'get')
    w_zero = newint(0)
    while True:
        w_item = ops.next(w_iterator)
        if w_item is None:
            return
        ops.setitem(w_mapping, w_item, ops.add(ops.call2(w_get, w_item, w_zero), w_one))
