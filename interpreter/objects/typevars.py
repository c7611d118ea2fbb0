"""Type variables in generic aliases and unions: finding them, and substituting arguments for them (PEP 585, 604, 646)."""

from interpreter import ops
from interpreter.errors import type_error
from interpreter.objects.root import W_Root, w_None


def collect_parameters(w_args):
    """The type variables in the arguments of an alias, each once, as a tuple."""
    from interpreter.objects.list import W_List
    from interpreter.objects.tuple import W_Tuple, newtuple
    from interpreter.objects.type import W_Type
    found_w = []
    for w_item in ops.tuple_items(w_args):
        if isinstance(w_item, W_Type):
            continue
        if w_item.gettype().lookup('__typing_subst__') is not None:
            _add(found_w, w_item)
        elif isinstance(w_item, W_Tuple):
            for w_each in ops.tuple_items(collect_parameters(w_item)):
                _add(found_w, w_each)
        else:
            w_parameters = ops.getattr_or_none(w_item, '__parameters__')
            if isinstance(w_parameters, W_Tuple):
                for w_each in w_parameters.items:
                    _add(found_w, w_each)
    return newtuple(found_w)


def _add(found_w, w_item):
    for w_each in found_w:
        if w_each is w_item:
            return
    found_w.append(w_item)


def _unpacked_arguments(w_item):
    """The items of *tuple[...], or None where w_item is nothing of the kind."""
    from interpreter.objects.tuple import W_Tuple
    from interpreter.objects.type import W_Type
    if isinstance(w_item, W_Type):
        return None
    w_args = ops.getattr_or_none(w_item, '__typing_unpacked_tuple_args__')
    if isinstance(w_args, W_Tuple):
        items_w = w_args.items
        from interpreter.objects.root import w_Ellipsis
        if len(items_w) > 0 and items_w[len(items_w) - 1] is w_Ellipsis:
            return None
        return items_w
    return None


def substitute(w_self, w_args, w_parameters, w_item):
    """The arguments w_args with the items of w_item in place of the type variables, as a tuple."""
    from interpreter.objects.tuple import W_Tuple, newtuple
    parameters_w = ops.tuple_items(w_parameters)
    if len(parameters_w) == 0:
        raise type_error("%s is not a generic class" % ops.repr_w(w_self))
    given_w = []
    items_w = w_item.items if isinstance(w_item, W_Tuple) else [w_item]
    for w_each in items_w:
        unpacked_w = _unpacked_arguments(w_each)
        if unpacked_w is None:
            given_w.append(w_each)
        else:
            given_w.extend(unpacked_w)
    w_given = newtuple(given_w)
    for w_parameter in parameters_w:
        w_prepare = ops.getattr_or_none(w_parameter, '__typing_prepare_subst__')
        if w_prepare is not None and w_prepare is not w_None:
            w_given = w_prepare.call2(w_self, w_given)
            if not isinstance(w_given, W_Tuple):
                w_given = newtuple([w_given])
    values_w = ops.tuple_items(w_given)
    if len(values_w) != len(parameters_w):
        raise type_error("Too %s arguments for %s; actual %d, expected %d" % (
            "many" if len(values_w) > len(parameters_w) else "few", ops.repr_w(w_self), len(values_w), len(parameters_w)))
    return _substituted(w_args, parameters_w, values_w)


def _substituted(w_args, parameters_w, values_w):
    from interpreter.objects.tuple import W_Tuple, newtuple
    from interpreter.objects.type import W_Type
    result_w = []
    for w_arg in ops.tuple_items(w_args):
        if isinstance(w_arg, W_Type):
            result_w.append(w_arg)
            continue
        w_subst = ops.lookup_special(w_arg, '__typing_subst__')
        if w_subst is not None:
            w_value = w_subst.call1(values_w[_position(parameters_w, w_arg)])
        elif isinstance(w_arg, W_Tuple):
            w_value = _substituted(w_arg, parameters_w, values_w)
        else:
            w_value = _substitute_inside(w_arg, parameters_w, values_w)
        unpacked_w = _unpacked_items(w_arg, w_value)
        if unpacked_w is not None:
            result_w.extend(unpacked_w)
        else:
            result_w.append(w_value)
    return newtuple(result_w)


def _unpacked_items(w_arg, w_value):
    """A starred argument is replaced by several: its items, or None if it is not starred."""
    from interpreter.objects.tuple import W_Tuple
    w_starred = ops.getattr_or_none(w_arg, '__typing_is_unpacked_typevartuple__')
    if w_starred is not None and ops.is_true(w_starred) and isinstance(w_value, W_Tuple):
        return w_value.items
    return None


def _position(parameters_w, w_item):
    for i in range(len(parameters_w)):
        if parameters_w[i] is w_item:
            return i
    raise type_error("unknown type parameter %s" % ops.repr_w(w_item))


def _substitute_inside(w_arg, parameters_w, values_w):
    """w_arg[...] with what its own type variables become."""
    from interpreter.objects.tuple import W_Tuple, newtuple
    w_inner = ops.getattr_or_none(w_arg, '__parameters__')
    if not isinstance(w_inner, W_Tuple) or len(w_inner.items) == 0:
        return w_arg
    chosen_w = []
    for w_parameter in w_inner.items:
        w_value = values_w[_position(parameters_w, w_parameter)]
        if w_parameter.gettype().lookup('__iter__') is not None and isinstance(w_value, W_Tuple):
            chosen_w.extend(w_value.items)      # a TypeVarTuple
        else:
            chosen_w.append(w_value)
    return ops.getitem(w_arg, newtuple(chosen_w))
