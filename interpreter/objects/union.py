"""types.UnionType: `int | str` (PEP 604)."""

from interpreter import ops
from interpreter.errors import type_error
from interpreter.gateway import method, getter
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.typedef import TypeDef


class W_Union(W_Root):
    """w_args is a tuple of the alternatives, without duplicates."""
    _attrs_ = ['w_args', 'w_parameters', 'lifeline']

    def __init__(self, w_args):
        self.w_args = w_args
        self.w_parameters = None
        self.lifeline = None

    def getweakref(self):
        return self.lifeline

    def setweakref(self, lifeline):
        self.lifeline = lifeline

    def op_getattribute(self, name):
        if name == '__module__':
            return ops.getattr(self.gettype(), name)
        from interpreter.objects.object import generic_getattribute
        return generic_getattribute(self, name)

    @getter('__args__')
    def get_args(self):
        return self.w_args

    @getter('__parameters__')
    def get_parameters(self):
        return self.parameters()

    def parameters(self):
        if self.w_parameters is None:
            from interpreter.objects.typevars import collect_parameters
            self.w_parameters = collect_parameters(self.w_args)
        return self.w_parameters

    def op_getitem(self, w_key):
        from interpreter.objects.typevars import substitute
        items_w = ops.tuple_items(substitute(self, self.w_args, self.parameters(), w_key))
        w_result = items_w[0]
        for i in range(1, len(items_w)):
            w_result = ops.or_(w_result, items_w[i])
        return w_result

    def op_or(self, w_other):
        return union_of(self, w_other)

    def op_ror(self, w_other):
        return union_of(w_other, self)

    def op_repr(self):
        from interpreter.objects.genericalias import repr_of_argument
        from interpreter.objects.str import newstr
        pieces = []
        for w_item in ops.tuple_items(self.w_args):
            pieces.append('None' if w_item is w_None.gettype() else repr_of_argument(w_item))
        return newstr(' | '.join(pieces))

    def op_hash(self):
        from interpreter.objects.set import newfrozenset
        return ops.hash(newfrozenset(ops.tuple_items(self.w_args)))

    def op_eq(self, w_other):
        from interpreter.objects.set import newfrozenset
        if not isinstance(w_other, W_Union):
            return w_NotImplemented
        return ops.eq(newfrozenset(ops.tuple_items(self.w_args)), newfrozenset(ops.tuple_items(w_other.w_args)))

    def instancecheck(self, w_obj):
        for w_item in ops.tuple_items(self.w_args):
            if ops.isinstance(w_obj, w_item):
                return True
        return False

    def subclasscheck(self, w_class):
        from interpreter.objects.type import W_Type
        if not isinstance(w_class, W_Type):
            raise type_error("issubclass() arg 1 must be a class")
        self.check_plain("issubclass() argument 2 cannot be a parameterized generic")
        for w_item in ops.tuple_items(self.w_args):
            if ops.issubclass(w_class, w_item):
                return True
        return False

    def check_plain(self, message):
        from interpreter.objects.genericalias import W_GenericAlias
        for w_item in ops.tuple_items(self.w_args):
            if isinstance(w_item, W_GenericAlias):
                raise type_error(message)

    @method('__instancecheck__(self, obj, /) -> bool')
    def descr_instancecheck(self, w_obj):
        return self.instancecheck(w_obj)

    @method('__subclasscheck__(self, cls, /) -> bool')
    def descr_subclasscheck(self, w_class):
        return self.subclasscheck(w_class)


def _is_alternative(w_obj):
    """May it stand in a union?"""
    from interpreter.objects.genericalias import W_GenericAlias
    from interpreter.objects.type import W_Type
    return w_obj is w_None or isinstance(w_obj, W_Type) or isinstance(w_obj, W_GenericAlias) or isinstance(w_obj, W_Union)


def union_of(w_left, w_right):
    """left | right, or NotImplemented."""
    if not _is_alternative(w_left) or not _is_alternative(w_right):
        return w_NotImplemented
    items_w = []
    _add_alternatives(items_w, w_left)
    _add_alternatives(items_w, w_right)
    if len(items_w) == 1:
        return items_w[0]
    from interpreter.objects.tuple import newtuple
    return W_Union(newtuple(items_w))


def _add_alternatives(items_w, w_obj):
    from interpreter.objects.genericalias import W_GenericAlias
    if isinstance(w_obj, W_Union):
        for w_item in ops.tuple_items(w_obj.w_args):
            _add_alternatives(items_w, w_item)
        return
    if w_obj is w_None:
        w_obj = w_None.gettype()
    for w_item in items_w:
        if w_item is w_obj:
            return
        if isinstance(w_item, W_GenericAlias) and isinstance(w_obj, W_GenericAlias) and ops.eq_w(w_item, w_obj):
            return
    items_w.append(w_obj)


W_Union.typedef = TypeDef('types.UnionType', W_Union, subclassable=False, weakrefable=True,
                          doc="Several types of which any will do, such as int | str.")
