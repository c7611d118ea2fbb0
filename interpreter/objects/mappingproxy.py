"""types.MappingProxyType: a read-only view of a mapping, and what `cls.__dict__` gives."""

from interpreter import ops
from interpreter.errors import type_error
from interpreter.gateway import method, new, classmethod_
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.typedef import TypeDef


class W_MappingProxy(W_Root):
    _attrs_ = ['w_mapping']
    _immutable_fields_ = ['w_mapping']

    def __init__(self, w_mapping):
        self.w_mapping = w_mapping

    @new('__new__(cls, mapping)')
    def descr_new(w_cls, w_mapping):
        if not is_mapping(w_mapping):
            raise type_error("mappingproxy() argument must be a mapping, not %s" % w_mapping.gettype().name)
        return W_MappingProxy(w_mapping)

    def op_len(self):
        return ops.len(self.w_mapping)

    def op_bool(self):
        return ops.len(self.w_mapping) != 0

    def op_getitem(self, w_key):
        return ops.getitem(self.w_mapping, w_key)

    def op_contains(self, w_key):
        return ops.contains(self.w_mapping, w_key)

    def op_iter(self):
        return ops.iter(self.w_mapping)

    def op_repr(self):
        from interpreter.objects.str import newstr
        return newstr("mappingproxy(%s)" % ops.repr_w(self.w_mapping))

    def op_str(self):
        return ops.str(self.w_mapping)

    def op_eq(self, w_other):
        return ops.eq(self.w_mapping, unwrapped(w_other))

    def op_ne(self, w_other):
        return ops.ne(self.w_mapping, unwrapped(w_other))

    def op_lt(self, w_other):
        return ops.lt(self.w_mapping, unwrapped(w_other))

    def op_le(self, w_other):
        return ops.le(self.w_mapping, unwrapped(w_other))

    def op_gt(self, w_other):
        return ops.gt(self.w_mapping, unwrapped(w_other))

    def op_ge(self, w_other):
        return ops.ge(self.w_mapping, unwrapped(w_other))

    def op_or(self, w_other):
        return ops.or_(self.w_mapping, unwrapped(w_other))

    def op_ror(self, w_other):
        return ops.or_(unwrapped(w_other), self.w_mapping)

    def op_ior(self, w_other):
        raise type_error("'|=' is not supported by mappingproxy; use '|' instead")

    @method('get(self, key, default=None, /)')
    def descr_get(self, w_key, w_default):
        """The value of a key in the mapping, or default where there is none."""
        return ops.call_method(self.w_mapping, 'get', [w_key, w_default])

    @method('keys(self, /)')
    def descr_keys(self):
        """The keys of the mapping, as its own method gives them."""
        return ops.call_method0(self.w_mapping, 'keys')

    @method('values(self, /)')
    def descr_values(self):
        """The values of the mapping, as its own method gives them."""
        return ops.call_method0(self.w_mapping, 'values')

    @method('items(self, /)')
    def descr_items(self):
        """The pairs of key and value of the mapping, as its own method gives them."""
        return ops.call_method0(self.w_mapping, 'items')

    @method('copy(self, /)')
    def descr_copy(self):
        """A copy of the mapping, as its own method makes it."""
        return ops.call_method0(self.w_mapping, 'copy')

    @method('__reversed__(self, /)')
    def descr_reversed(self):
        return ops.call_method0(self.w_mapping, '__reversed__')

    @classmethod_('__class_getitem__(cls, object, /)')
    def descr_class_getitem(w_cls, w_item):
        from interpreter.objects.genericalias import newgenericalias
        return newgenericalias(w_cls, w_item)


def unwrapped(w_obj):
    if isinstance(w_obj, W_MappingProxy):
        return w_obj.w_mapping
    return w_obj


def is_mapping(w_obj):
    """PyMapping_Check, without lists and tuples."""
    from interpreter.objects.list import W_List
    from interpreter.objects.tuple import W_Tuple
    if isinstance(w_obj, W_List) or isinstance(w_obj, W_Tuple):
        return False
    return w_obj.gettype().lookup('__getitem__') is not None


W_MappingProxy.typedef = TypeDef('mappingproxy', W_MappingProxy, subclassable=False, unhashable=True,
                                 doc="A view of a mapping that cannot change it.")
