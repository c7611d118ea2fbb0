"""defaultdict."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import key_error, type_error
from interpreter.gateway import deleter, getter, method, new, raw_method, setter
from interpreter.objects import reprguard
from interpreter.objects.dict import W_Dict
from interpreter.objects.instance import allocate_instance
from interpreter.objects.root import w_NotImplemented, w_None
from interpreter.objects.wrap import newstr, newtuple
from interpreter.typedef import TypeDef


class W_DefaultDict(W_Dict):
    """A dict that calls `w_factory` (None for none) for a missing key."""
    _attrs_ = ['w_factory']
    reflects_first = True

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        return make_defaultdict(w_cls)

    @raw_method('__init__')
    def m_init(args_w, kwnames):
        w_self = args_w[0]
        if not isinstance(w_self, W_DefaultDict):
            raise type_error("descriptor '__init__' requires a 'collections.defaultdict' object but received a '%s'" %
                             w_self.gettype().name)
        nkw = 0 if kwnames is None else len(kwnames)
        rest_w = [args_w[0]]
        first = 1
        w_factory = w_None
        if len(args_w) - nkw > 1:
            w_factory = args_w[1]
            if w_factory is not w_None and not ops.callable(w_factory):
                raise type_error("first argument must be callable or None")
            first = 2
        w_self.w_factory = w_factory
        for i in range(first, len(args_w)):
            rest_w.append(args_w[i])
        return ops.call_args(W_Dict.typedef.w_type.lookup('__init__'), rest_w[:], kwnames)

    def missing(self, w_key):
        if self.gettype() is not W_DefaultDict.typedef.w_type:
            return ops.call_method(self, '__missing__', [w_key])
        return self.make_default(w_key)

    def make_default(self, w_key):
        if self.w_factory is w_None:
            raise key_error(w_key)
        w_value = ops.call0(self.w_factory)
        ops.setitem(self, w_key, w_value)
        return w_value

    @method('__missing__(self, key, /)')
    def m_missing(self, w_key):
        """Makes the value of a missing key, or raises KeyError."""
        return self.make_default(w_key)

    @getter('default_factory')
    def get_factory(self):
        """What __missing__ calls for the value of a missing key, or None."""
        return self.w_factory

    @setter('default_factory')
    def set_factory(self, w_value):
        self.w_factory = w_value

    @deleter('default_factory')
    def delete_factory(self):
        self.w_factory = w_None

    @method('copy(self, /)')
    def m_copy(self):
        """Another one with the same items and factory."""
        return ops.call2(self.gettype(), self.w_factory, self)

    @method('__copy__(self, /)')
    def m_dunder_copy(self):
        return ops.call2(self.gettype(), self.w_factory, self)

    @method('__reduce__(self, /)')
    def m_reduce(self):
        arguments_w = []
        if self.w_factory is not w_None:
            arguments_w.append(self.w_factory)
        return newtuple([self.gettype(), newtuple(arguments_w), w_None, w_None, ops.iter(ops.call_method(self, 'items', []))])

    def op_or(self, w_other):
        if not isinstance(w_other, W_Dict):
            return w_NotImplemented
        w_result = ops.call2(self.gettype(), self.w_factory, self)
        ops.call_method(w_result, 'update', [w_other])
        return w_result

    def op_ror(self, w_other):
        if not isinstance(w_other, W_Dict):
            return w_NotImplemented
        w_result = ops.call2(self.gettype(), self.w_factory, w_other)
        ops.call_method(w_result, 'update', [self])
        return w_result

    def op_repr(self):
        if reprguard.enter(self):
            try:
                factory = ops.repr_w(self.w_factory)
            finally:
                reprguard.leave(self)
        else:
            factory = '...'
        return newstr('%s(%s, %s)' % (self.gettype().short_name(), factory, ops.text_w(W_Dict.op_repr(self))))


W_DefaultDict.typedef = TypeDef('collections.defaultdict', W_DefaultDict, base=W_Dict.typedef, unhashable=True,
                                doc="A dict that makes the values of missing keys.")


def make_defaultdict(w_cls):
    w_dict = allocate_instance(W_DefaultDict, w_cls)
    w_dict.init_table()
    w_dict.has_cells = False
    w_dict.w_factory = w_None
    return w_dict
