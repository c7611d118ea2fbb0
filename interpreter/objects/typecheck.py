"""isinstance and issubclass."""

from interpreter.errors import recursion_error, type_error
from interpreter.objects.root import W_Root, w_None


def check_depth(depth, where):
    """RecursionError where tuples of classes are nested too deeply."""
    from interpreter.eval.executioncontext import getrecursionlimit
    if depth > getrecursionlimit():
        raise recursion_error("maximum recursion depth exceeded in %s" % where)


def isinstance_w(w_obj, w_class):
    """isinstance(w_obj, w_class), with __instancecheck__, tuples and unions."""
    return _isinstance(w_obj, w_class, 0)


def _isinstance(w_obj, w_class, depth):
    from interpreter import ops
    from interpreter.objects.tuple import W_Tuple
    from interpreter.objects.type import W_Type
    from interpreter.objects.union import W_Union
    if w_obj.gettype() is w_class:
        return True
    w_meta = w_class.gettype()
    if w_meta is W_Type.typedef.w_type:
        return plain_isinstance(w_obj, w_class)
    if isinstance(w_class, W_Union):
        return w_class.instancecheck(w_obj)
    if isinstance(w_class, W_Tuple):
        check_depth(depth, "__instancecheck__")
        for w_item in w_class.items:
            if _isinstance(w_obj, w_item, depth + 1):
                return True
        return False
    w_check = w_meta.lookup('__instancecheck__')
    if w_check is not None:
        return ops.is_true(ops.call_special1(w_class, w_check, w_obj))
    return plain_isinstance(w_obj, w_class)


def plain_isinstance(w_obj, w_class):
    """type.__instancecheck__(w_class, w_obj)"""
    from interpreter import ops
    from interpreter.objects.type import W_Type
    from interpreter.objects.weakref import W_Proxy
    if isinstance(w_class, W_Type):
        w_type = w_obj.gettype()
        if w_type.issubtype(w_class):
            return True
        if not w_type.heap and not isinstance(w_obj, W_Type) and not isinstance(w_obj, W_Proxy):
            return False        # a built-in type has no __class__ of its own
        w_type = ops.getattr_or_none(w_obj, '__class__')
        if isinstance(w_type, W_Type) and w_type is not w_obj.gettype():
            return w_type.issubtype(w_class)
        return False
    if not _has_bases(w_class):
        raise type_error("isinstance() arg 2 must be a type, a tuple of types, or a union")
    w_type = ops.getattr_or_none(w_obj, '__class__')
    if w_type is None:
        return False
    return _abstract_issubclass(w_type, w_class)


def issubclass_w(w_derived, w_class):
    """issubclass(w_derived, w_class), with __subclasscheck__, tuples and unions."""
    return _issubclass(w_derived, w_class, 0)


def _issubclass(w_derived, w_class, depth):
    from interpreter import ops
    from interpreter.objects.tuple import W_Tuple
    from interpreter.objects.type import W_Type
    from interpreter.objects.union import W_Union
    w_meta = w_class.gettype()
    if w_meta is W_Type.typedef.w_type:
        if w_derived is w_class:
            return True
        return plain_issubclass(w_derived, w_class)
    if isinstance(w_class, W_Union):
        return w_class.subclasscheck(w_derived)
    if isinstance(w_class, W_Tuple):
        check_depth(depth, "__subclasscheck__")
        for w_item in w_class.items:
            if _issubclass(w_derived, w_item, depth + 1):
                return True
        return False
    w_check = w_meta.lookup('__subclasscheck__')
    if w_check is not None:
        return ops.is_true(ops.call_special1(w_class, w_check, w_derived))
    return plain_issubclass(w_derived, w_class)


def plain_issubclass(w_derived, w_class):
    """type.__subclasscheck__(w_class, w_derived)"""
    from interpreter.objects.type import W_Type
    if isinstance(w_class, W_Type) and isinstance(w_derived, W_Type):
        return w_derived.issubtype(w_class)
    if not isinstance(w_derived, W_Type) and not _has_bases(w_derived):
        raise type_error("issubclass() arg 1 must be a class")
    if not isinstance(w_class, W_Type) and not _has_bases(w_class):
        raise type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    return _abstract_issubclass(w_derived, w_class)


def _bases_of(w_class):
    """The items of `__bases__`, or None if that is no tuple."""
    from interpreter import ops
    from interpreter.objects.tuple import W_Tuple
    w_bases = ops.getattr_or_none(w_class, '__bases__')
    if isinstance(w_bases, W_Tuple):
        return w_bases.items
    return None


def _has_bases(w_class):
    return _bases_of(w_class) is not None


def _abstract_issubclass(w_derived, w_class):
    while True:
        if w_derived is w_class:
            return True
        bases_w = _bases_of(w_derived)
        if bases_w is None or len(bases_w) == 0:
            return False
        if len(bases_w) > 1:
            break
        w_derived = bases_w[0]
    for w_base in bases_w:
        if _abstract_issubclass(w_base, w_class):
            return True
    return False
