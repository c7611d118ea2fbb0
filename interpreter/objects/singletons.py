"""The types of None, NotImplemented and Ellipsis, as Python sees them."""

from interpreter.errors import type_error
from interpreter.gateway import new, method
from interpreter.objects.root import (W_NoneType, W_NotImplementedType, W_EllipsisType, w_None, w_NotImplemented, w_Ellipsis)
from interpreter.typedef import TypeDef


@new('(cls, *args, **kwds)')
def none_new(w_cls, args_w, w_kwds):
    if len(args_w) > 0 or w_kwds is not None:
        raise type_error("NoneType takes no arguments")
    return w_None


@new('(cls, *args, **kwds)')
def not_implemented_new(w_cls, args_w, w_kwds):
    if len(args_w) > 0 or w_kwds is not None:
        raise type_error("NotImplementedType takes no arguments")
    return w_NotImplemented


@new('(cls, *args, **kwds)')
def ellipsis_new(w_cls, args_w, w_kwds):
    if len(args_w) > 0 or w_kwds is not None:
        raise type_error("EllipsisType takes no arguments")
    return w_Ellipsis


@method('__reduce__(self, /) -> str')
def not_implemented_reduce(self):
    return 'NotImplemented'


@method('__reduce__(self, /) -> str')
def ellipsis_reduce(self):
    return 'Ellipsis'


W_NoneType.descr_new = none_new
W_NotImplementedType.descr_new = not_implemented_new
W_NotImplementedType.descr_reduce = not_implemented_reduce
W_EllipsisType.descr_new = ellipsis_new
W_EllipsisType.descr_reduce = ellipsis_reduce

W_NoneType.typedef = TypeDef('NoneType', W_NoneType, subclassable=False)
W_NotImplementedType.typedef = TypeDef('NotImplementedType', W_NotImplementedType, subclassable=False)
W_EllipsisType.typedef = TypeDef('ellipsis', W_EllipsisType, subclassable=False)
