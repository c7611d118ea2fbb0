"""object.__reduce_ex__: what copy and pickle ask of objects without a method of their own."""

from interpreter import ops
from interpreter.errors import type_error
from interpreter.objects.root import W_Root, w_None


def reduce_ex(w_obj, protocol):
    """object.__reduce_ex__(w_obj, protocol)"""
    from interpreter.objects.object import W_Object
    w_class = ops.getattr(w_obj, '__class__')
    w_reduce = ops.getattr(w_class, '__reduce__')
    w_default = W_Object.typedef.w_type.lookup('__reduce__')
    if w_reduce is not w_default:
        return ops.getattr(w_obj, '__reduce__').call0()
    return reduce_2_or_less(w_obj, protocol)


def copyreg(name):
    """An attribute of the module copyreg."""
    from interpreter.eval.importing import import_module
    return ops.getattr(import_module('copyreg'), name)


def reduce_2_or_less(w_obj, protocol):
    from interpreter.objects.int import newint
    if protocol >= 2:
        return reduce_newobj(w_obj)
    return copyreg('_reduce_ex').call2(w_obj, newint(protocol))


def reduce_newobj(w_obj):
    """Protocol 2 and up: copyreg.__newobj__ with the arguments of __new__, the state, and the items of lists and dicts."""
    from interpreter.objects.dict import W_Dict
    from interpreter.objects.list import W_List
    from interpreter.objects.tuple import W_Tuple, newtuple
    w_type = w_obj.gettype()
    if w_type.slots().w_new is None:
        raise type_error("cannot pickle '%s' object" % w_type.name)
    w_args, w_kwds, has_args = newargs(w_obj)
    if w_kwds is not None and ops.len(w_kwds) > 0:
        w_function = copyreg('__newobj_ex__')
        w_arguments = newtuple([w_type, w_args, w_kwds])
    else:
        w_function = copyreg('__newobj__')
        w_arguments = newtuple([w_type] + ops.fixedview(w_args))
    required = not has_args and not isinstance(w_obj, W_List) and not isinstance(w_obj, W_Dict)
    w_state = getstate(w_obj, required)
    w_listitems = w_None
    if isinstance(w_obj, W_List):
        w_listitems = ops.iter(w_obj)
    w_dictitems = w_None
    if isinstance(w_obj, W_Dict):
        w_dictitems = ops.iter(ops.call_method0(w_obj, 'items'))
    return W_Tuple([w_function, w_arguments, w_state, w_listitems, w_dictitems])


def newargs(w_obj):
    """(args tuple, kwargs dict or None, were they given by a method?)"""
    from interpreter.errors import value_error
    from interpreter.objects.dict import W_Dict
    from interpreter.objects.tuple import W_Tuple, newtuple
    w_method = ops.lookup_special(w_obj, '__getnewargs_ex__')
    if w_method is not None:
        w_result = w_method.call0()
        if not isinstance(w_result, W_Tuple):
            raise type_error("__getnewargs_ex__ should return a tuple, not '%s'" % w_result.gettype().name)
        if len(w_result.items) != 2:
            raise value_error("__getnewargs_ex__ should return a tuple of length 2, not %d" % len(w_result.items))
        w_args, w_kwds = w_result.items[0], w_result.items[1]
        if not isinstance(w_args, W_Tuple):
            raise type_error("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'" %
                             w_args.gettype().name)
        if not isinstance(w_kwds, W_Dict):
            raise type_error("second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'" %
                             w_kwds.gettype().name)
        return w_args, w_kwds, True
    w_method = ops.lookup_special(w_obj, '__getnewargs__')
    if w_method is not None:
        w_args = w_method.call0()
        if not isinstance(w_args, W_Tuple):
            raise type_error("__getnewargs__ should return a tuple, not '%s'" % w_args.gettype().name)
        return w_args, None, True
    return newtuple([]), None, False


def getstate(w_obj, required):
    """What `__getstate__` gives; the default one knows whether the state may be lost."""
    from interpreter.objects.object import W_Object
    w_method = w_obj.gettype().lookup('__getstate__')
    if w_method is W_Object.typedef.w_type.lookup('__getstate__') and w_obj.getdictvalue('__getstate__') is None:
        return default_getstate(w_obj, required)
    return ops.call_method0(w_obj, '__getstate__')


def default_getstate(w_obj, required):
    """object.__getstate__: the attributes; with slots, a pair of them and a dict of the slots."""
    from interpreter.objects.dict import W_Dict, newdict
    from interpreter.objects.tuple import newtuple
    w_type = w_obj.gettype()
    if required and not w_type.heap and not is_plain(w_type):
        raise type_error("cannot pickle '%s' object" % w_type.name)
    w_state = w_None
    w_dict = ops.getattr_or_none(w_obj, '__dict__')
    if w_dict is not None and not (isinstance(w_dict, W_Dict) and w_dict.length() == 0):
        w_state = w_dict
    names = slot_names(w_type)
    if len(names) > 0:
        w_slots = newdict()
        for name in names:
            w_value = ops.getattr_or_none(w_obj, name)
            if w_value is not None:
                w_slots.setitem_str(name, w_value)
        if w_slots.length() > 0:
            return newtuple([w_state, w_slots])
    return w_state


def slot_names(w_type):
    """The names in `__slots__` of a class and its bases; a class may say them in `__slotnames__`."""
    from interpreter.objects.list import W_List
    names = []
    if w_type.heap:
        w_names = w_type.w_dict.getitem_str('__slotnames__')
        if isinstance(w_names, W_List):
            for w_name in w_names.items:
                names.append(ops.text_w(w_name))
            return names
    if w_type.nslots > 0:
        for w_class in w_type.mro_w:
            own = w_class.own_slots
            if own is not None:
                for name in own:
                    names.append(name)
    return names


def is_plain(w_type):
    """A built-in type whose instances may be made again without their content."""
    from interpreter.objects.object import W_Object
    return w_type.layout is W_Object.typedef.w_type
