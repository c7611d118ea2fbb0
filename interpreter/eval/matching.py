"""The match statement: mapping and class patterns (PEP 634)."""

from interpreter import ops
from interpreter.errors import type_error, value_error, OperationError
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import newtuple
from interpreter.typedef import TypeDef


class W_Missing(W_Root):
    """The default for `get`: no key can have it as its value."""
    _attrs_ = []


W_Missing.typedef = TypeDef('object', W_Missing, subclassable=False)
w_missing = W_Missing()


def match_keys(w_subject, w_keys):
    """The values for the keys, a tuple; None (object) if one is missing."""
    keys_w = ops.tuple_items(w_keys)
    if len(keys_w) == 0:
        return newtuple([])
    w_get = ops.getattr(w_subject, 'get')
    values_w = [None] * len(keys_w)
    for i in range(len(keys_w)):
        w_key = keys_w[i]
        for j in range(i):
            if ops.eq_w(keys_w[j], w_key):
                raise value_error("mapping pattern checks duplicate key (%s)" % ops.repr_w(w_key))
        w_value = w_get.call2(w_key, w_missing)
        if w_value is w_missing:
            return w_None
        values_w[i] = w_value
    return W_Tuple(values_w)


# built-in types whose single positional sub-pattern is the subject itself
SELF_MATCHING = ['bool', 'bytearray', 'bytes', 'dict', 'float', 'frozenset', 'int', 'list', 'set', 'str', 'tuple']


def matches_self(w_class):
    for w_base in w_class.mro_w:
        if not w_base.heap and w_base.name in SELF_MATCHING:
            return True
    return False


def match_attribute(w_subject, w_class, name, seen):
    """The attribute, or None (null) if there is none."""
    for other in seen:
        if other == name:
            raise type_error("%s() got multiple sub-patterns for attribute '%s'" % (w_class.name, name))
    seen.append(name)
    return ops.getattr_or_none(w_subject, name)


def match_class(w_subject, w_class, count, w_names):
    """The sub-subjects of a class pattern with `count` positional and the named keyword sub-patterns; None (object) if it fails."""
    from interpreter.objects.type import W_Type
    if not isinstance(w_class, W_Type):
        raise type_error("called match pattern must be a type")
    if not ops.isinstance(w_subject, w_class):
        return w_None
    seen = []
    found_w = []
    if count > 0:
        w_match_args = ops.getattr_or_none(w_class, '__match_args__')
        match_self = False
        names_w = []
        if w_match_args is not None:
            if not isinstance(w_match_args, W_Tuple):
                raise type_error("%s.__match_args__ must be a tuple (got %s)" % (w_class.name, w_match_args.gettype().name))
            names_w = ops.resizable(ops.tuple_items(w_match_args))
            allowed = len(names_w)
        else:
            match_self = matches_self(w_class)
            allowed = 1 if match_self else 0
        if allowed < count:
            raise type_error("%s() accepts %d positional sub-pattern%s (%d given)" % (
                w_class.name, allowed, '' if allowed == 1 else 's', count))
        if match_self:
            found_w.append(w_subject)
        else:
            for i in range(count):
                w_name = names_w[i]
                if not isinstance(w_name, W_Str):
                    raise type_error("__match_args__ elements must be strings (got %s)" % w_name.gettype().name)
                w_value = match_attribute(w_subject, w_class, w_name._utf8, seen)
                if w_value is None:
                    return w_None
                found_w.append(w_value)
    for w_name in ops.tuple_items(w_names):
        assert isinstance(w_name, W_Str)
        w_value = match_attribute(w_subject, w_class, w_name._utf8, seen)
        if w_value is None:
            return w_None
        found_w.append(w_value)
    return W_Tuple(found_w[:])
