"""Making a class: type.__new__, and the choice of bases and layout."""

from interpreter import ops
from interpreter.errors import type_error, value_error, runtime_error, attribute_error_message, OperationError
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.type import W_Type, Version
from interpreter.objects.mro import mro_of


def type_new(args_w, kwnames):
    """type.__new__(metatype, name, bases, namespace, **kwds)"""
    from interpreter.objects.dict import W_Dict
    from interpreter.objects.instance import allocate_instance
    from interpreter.objects.str import W_Str
    from interpreter.objects.tuple import W_Tuple
    nkw = 0 if kwnames is None else len(kwnames)
    n = len(args_w) - nkw
    if n == 0:
        raise type_error("type.__new__(): not enough arguments")
    w_meta = args_w[0]
    if not isinstance(w_meta, W_Type):
        raise type_error("type.__new__(X): X is not a type object (%s)" % w_meta.gettype().name)
    type_type = W_Type.typedef.w_type
    if not w_meta.issubtype(type_type):
        raise type_error("type.__new__(%s): %s is not a subtype of type" % (w_meta.name, w_meta.name))
    if n != 4:
        raise type_error("type.__new__() takes exactly 3 arguments (%d given)" % (n - 1))
    w_name = args_w[1]
    w_bases = args_w[2]
    w_namespace = args_w[3]
    if not isinstance(w_name, W_Str):
        raise type_error("type.__new__() argument 1 must be str, not %s" % w_name.gettype().name)
    if not isinstance(w_bases, W_Tuple):
        raise type_error("type.__new__() argument 2 must be tuple, not %s" % w_bases.gettype().name)
    if not isinstance(w_namespace, W_Dict):
        raise type_error("type.__new__() argument 3 must be dict, not %s" % w_namespace.gettype().name)
    bases_w = check_bases(w_bases.items)
    w_winner = best_metatype(w_meta, bases_w)
    if w_winner is not w_meta:
        w_new = w_winner.slots().w_new
        if w_new is not type_type.slots().w_new:
            args_w = args_w[:]
            args_w[0] = w_winner
            return w_new.op_call(args_w, kwnames)
        w_meta = w_winner
    w_type = allocate_instance(W_Type, w_meta)
    name = w_name._utf8
    if '\0' in name:
        raise value_error("type name must not contain null characters")
    check_encodable(w_name)
    build_class(w_type, name, bases_w, w_namespace)
    set_names(w_type)
    init_subclass(w_type, args_w, kwnames)
    return w_type


def check_encodable(w_text):
    """UnicodeEncodeError for a str with lone surrogates."""
    from interpreter.objects.codecregistry import encode_to_bytes
    from interpreter.objects.str import W_Str
    if isinstance(w_text, W_Str) and not w_text.is_ascii():
        encode_to_bytes(w_text, 'utf-8', 'strict')


def check_bases(items_w):
    """The bases as a fixed-size list of W_Type: (object,) if there are none."""
    if len(items_w) == 0:
        from interpreter.objects.object import W_Object
        return [W_Object.typedef.w_type]
    bases_w = [None] * len(items_w)
    for i in range(len(items_w)):
        w_base = items_w[i]
        if not isinstance(w_base, W_Type):
            if w_base.gettype().lookup('__mro_entries__') is not None or ops.getattr_or_none(w_base, '__mro_entries__') is not None:
                raise type_error("type() doesn't support MRO entry resolution; use types.new_class()")
            raise metaclass_conflict()
        bases_w[i] = w_base
    return bases_w


def best_metatype(w_meta, bases_w):
    """The most derived of w_meta and the types of the bases."""
    w_winner = w_meta
    for w_base in bases_w:
        w_each = w_base.gettype()
        if w_winner.issubtype(w_each):
            continue
        if w_each.issubtype(w_winner):
            w_winner = w_each
            continue
        raise metaclass_conflict()
    return w_winner


def metaclass_conflict():
    return type_error("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                      "of the metaclasses of all its bases")


def best_base(bases_w):
    """The base that says how instances are laid out; TypeError where two of them disagree."""
    w_winner = None
    w_best = None
    for w_base in bases_w:
        if not w_base.acceptable_base:
            raise type_error("type '%s' is not an acceptable base type" % w_base.name)
        w_candidate = w_base.solid
        if w_winner is None or w_candidate is not w_winner and w_candidate.issubtype(w_winner):
            w_winner = w_candidate
            w_best = w_base
        elif not w_winner.issubtype(w_candidate):
            raise type_error("multiple bases have instance lay-out conflict")
    assert w_best is not None
    return w_best


def build_class(w_type, name, bases_w, w_namespace):
    """Fills a new W_Type."""
    from interpreter.objects.dict import newdict
    w_base = best_base(bases_w)
    w_type.name = name
    w_type.qualname = name
    w_type.typedef_ = w_base.typedef_
    w_type.layout = w_base.layout
    w_type.heap = True
    w_type.init_fields()
    w_type.bases_w = bases_w
    w_dict = newdict()
    w_dict.update_from(w_namespace)           # in the order of its own iteration
    w_type.w_dict = w_dict
    set_up_namespace(w_type, w_dict)
    set_up_slots(w_type, w_base, w_dict)
    w_doc = w_dict.getitem_str('__doc__')
    if w_doc is None:
        w_dict.setitem_str('__doc__', w_None)
    else:
        check_encodable(w_doc)
    w_type.mro_w = mro_of(w_type)
    for w_each in w_type.mro_w:
        if w_each.is_sequence or w_each.is_mapping:          # the first one in the MRO tells
            w_type.is_sequence = w_each.is_sequence
            w_type.is_mapping = w_each.is_mapping
            break
    finish_layout(w_type)
    for w_each in bases_w:
        w_each.add_subclass(w_type)


def finish_layout(w_type):
    """Makes the root map, once nslots is known."""
    from interpreter.objects.instance import new_root_map
    w_type.root_map = new_root_map(w_type)


def set_up_namespace(w_type, w_dict):
    """What type.__new__ adds to or changes in the namespace."""
    from interpreter.objects.cell import W_Cell
    from interpreter.objects.descriptor import W_StaticMethod, W_ClassMethod
    from interpreter.objects.function import W_Function
    from interpreter.objects.str import W_Str
    w_qualname = w_dict.getitem_str('__qualname__')
    if w_qualname is not None:
        if not isinstance(w_qualname, W_Str):
            raise type_error("type __qualname__ must be a str, not %s" % w_qualname.gettype().name)
        w_type.qualname = w_qualname._utf8
        w_dict.delitem_str('__qualname__')
    if w_dict.getitem_str('__module__') is None:
        from interpreter.eval.call import current_globals
        w_globals = current_globals()
        if w_globals is not None:
            w_module = w_globals.getitem_str('__name__')
            if w_module is not None:
                w_dict.setitem_str('__module__', w_module)
    w_new = w_dict.getitem_str('__new__')
    if isinstance(w_new, W_Function):
        w_dict.setitem_str('__new__', W_StaticMethod(w_new))
    for name in ['__init_subclass__', '__class_getitem__']:
        w_function = w_dict.getitem_str(name)
        if isinstance(w_function, W_Function):
            w_dict.setitem_str(name, W_ClassMethod(w_function))
    w_cell = w_dict.getitem_str('__classcell__')
    if w_cell is not None:
        if not isinstance(w_cell, W_Cell):
            raise type_error("type.__new__(): __classcell__ must be a nonlocal cell, not %s" % ops.repr_w(w_cell.gettype()))
        w_cell.w_value = w_type
        w_dict.delitem_str('__classcell__')
    if w_dict.getitem_str('__eq__') is not None and w_dict.getitem_str('__hash__') is None:
        w_dict.setitem_str('__hash__', w_None)


def mangle(class_name, name):
    """A private name as a class body spells it: `__x` in class C is `_C__x`."""
    if not name.startswith('__') or name.endswith('__') or '.' in name:
        return name
    i = 0
    while i < len(class_name) and class_name[i] == '_':
        i += 1
    if i == len(class_name):
        return name
    return '_' + class_name[i:] + name


def set_up_slots(w_type, w_base, w_dict):
    """`__slots__`, and whether instances have `__dict__` and `__weakref__`."""
    from interpreter.objects.descriptor import W_Member
    from interpreter.objects.str import W_Str, newstr
    may_add_dict = not w_base.has_dict
    may_add_weakref = not w_base.has_weakref
    for w_each in w_type.bases_w:
        if w_each.has_dict:
            w_type.has_dict = True
        if w_each.has_weakref:
            w_type.has_weakref = True
    w_slots = w_dict.getitem_str('__slots__')
    w_type.nslots = w_base.nslots
    w_type.solid = w_base.solid
    if w_slots is None:
        if not w_type.has_dict:
            w_type.has_dict = True
            add_getset(w_dict, '__dict__', dict_getset(w_type))
        if not w_type.has_weakref:
            w_type.has_weakref = True
            add_getset(w_dict, '__weakref__', weakref_getset(w_type))
        return
    if isinstance(w_slots, W_Str):
        items_w = [newstr(w_slots._utf8)]
    else:
        items_w = ops.listview(w_slots)
    if len(items_w) > 0 and w_type.layout.is_variable_size():
        for w_item in items_w:
            if isinstance(w_item, W_Str) and w_item._utf8 not in ('__dict__', '__weakref__'):
                raise type_error("nonempty __slots__ not supported for subtype of '%s'" % w_base.name)
    names = []
    add_dict = add_weakref = False
    for w_item in items_w:
        if not isinstance(w_item, W_Str):
            raise type_error("__slots__ items must be strings, not '%s'" % w_item.gettype().name)
        name = w_item._utf8
        if not is_identifier(w_item):
            raise type_error("__slots__ must be identifiers")
        if name == '__dict__':
            if not may_add_dict or add_dict:
                raise type_error("__dict__ slot disallowed: we already got one")
            add_dict = True
            continue
        if name == '__weakref__':
            if not may_add_weakref or add_weakref:
                raise type_error("__weakref__ slot disallowed: we already got one")
            add_weakref = True
            continue
        mangled = mangle(w_type.name, name)
        if w_dict.getitem_str(mangled) is not None and name not in ('__qualname__', '__classcell__'):
            raise value_error("%s in __slots__ conflicts with class variable" % ops.repr_w(w_item))
        if mangled not in names:
            names.append(mangled)
    from interpreter.objects.sorting import sort_strings
    sort_strings(names)
    for name in names:
        w_dict.setitem_str(name, W_Member(name, w_type, w_type.nslots))
        w_type.nslots += 1
    w_type.own_slots = names[:]
    if len(names) > 0:
        w_type.solid = w_type
    if add_dict:
        add_getset(w_dict, '__dict__', dict_getset(w_type))
        w_type.has_dict = True
    if add_weakref:
        add_getset(w_dict, '__weakref__', weakref_getset(w_type))
        w_type.has_weakref = True


def add_getset(w_dict, name, w_getset):
    """Adds an attribute of every class, unless the class body defines it."""
    if w_dict.getitem_str(name) is None:
        w_dict.setitem_str(name, w_getset)


def is_identifier(w_str):
    return ops.is_true(ops.call_method0(w_str, 'isidentifier'))


def get_dict(w_obj):
    if isinstance(w_obj, W_Type):
        return w_obj.get_dict_proxy()
    w_dict = w_obj.getdict()
    if w_dict is None:
        raise attribute_error_message(w_obj, '__dict__', "This object has no __dict__")
    return w_dict


def check_dict_writable(w_obj):
    """A class and a module keep their dictionary, also where `__dict__` is that of another base."""
    from interpreter.errors import bare_attribute_error
    from interpreter.objects.module import W_Module
    if isinstance(w_obj, W_Type):
        raise bare_attribute_error("attribute '__dict__' of 'type' objects is not writable")
    if isinstance(w_obj, W_Module):
        raise bare_attribute_error("readonly attribute")


def set_dict(w_obj, w_value):
    check_dict_writable(w_obj)
    w_obj.setdict(w_value)


def del_dict(w_obj):
    """A new dictionary, except for an object whose built-in type has one: that cannot be deleted."""
    from interpreter.objects.dict import newdict
    check_dict_writable(w_obj)
    for w_base in w_obj.gettype().mro_w:
        if not w_base.heap and w_base.has_dict:
            raise type_error("cannot delete __dict__")
    w_obj.setdict(newdict())


def get_weakref(w_obj):
    from interpreter.objects.weakref import live_references
    references = live_references(w_obj)
    return references[0] if len(references) > 0 else w_None


def dict_getset(w_type):
    """The `__dict__` of the instances of a class; those of a built-in type always have one."""
    from interpreter.objects.descriptor import W_GetSet
    return W_GetSet('__dict__', 'dictionary for instance variables', w_type, get_dict, set_dict, del_dict)


def weakref_getset(w_type):
    from interpreter.objects.descriptor import W_GetSet
    return W_GetSet('__weakref__', 'list of weak references to the object', w_type, get_weakref, None, None)


def set_names(w_type):
    """Calls `__set_name__` of the values of the new namespace."""
    from interpreter.objects.str import W_Str
    w_names = w_type.w_dict.copy()
    i = w_names.next_entry(0)
    while i >= 0:
        w_name = w_names.key_at(i)
        w_value = w_names.value_at(i)
        w_descr = w_value.gettype().lookup('__set_name__')
        if w_descr is not None:
            try:
                ops.call_special2(w_value, w_descr, w_type, w_name)
            except OperationError as e:
                error = runtime_error("Error calling __set_name__ on '%s' instance %s in '%s'" % (
                    w_value.gettype().name, ops.repr_w(w_name), w_type.name))
                ops.setattr(error.w_exc, '__cause__', e.w_exc)
                ops.setattr(error.w_exc, '__context__', e.w_exc)
                raise error
        i = w_names.next_entry(i + 1)


def has_itself(w_type):
    """Is the class in its own MRO?  A metaclass may have left it out."""
    for w_class in w_type.mro_w:
        if w_class is w_type:
            return True
    return False


def init_subclass(w_type, args_w, kwnames):
    """super(cls, cls).__init_subclass__(**kwds)"""
    if not has_itself(w_type):
        raise type_error("super(type, obj): obj must be an instance or subtype of type")
    w_method = w_type.lookup_after(w_type, '__init_subclass__')
    if w_method is None:
        return              # an MRO of its own order, without object after the class
    w_method = w_method.op_get(w_type, w_type) if not w_method.is_descr() else w_method.op_get(None, w_type)
    nkw = 0 if kwnames is None else len(kwnames)
    start = len(args_w) - nkw
    assert start >= 0
    w_method.op_call(args_w[start:], kwnames)


def assign_bases(w_type, w_value):
    """cls.__bases__ = (...)"""
    from interpreter.objects.tuple import W_Tuple
    if not isinstance(w_value, W_Tuple):
        raise type_error("can only assign tuple to %s.__bases__, not %s" % (w_type.name, w_value.gettype().name))
    if len(w_value.items) == 0:
        raise type_error("can only assign non-empty tuple to %s.__bases__, not ()" % w_type.name)
    bases_w = [None] * len(w_value.items)
    for i in range(len(w_value.items)):
        w_base = w_value.items[i]
        if not isinstance(w_base, W_Type):
            raise type_error("%s.__bases__ must be tuple of classes, not '%s'" % (w_type.name, w_base.gettype().name))
        if w_base.issubtype(w_type) or derives_from(w_base, w_type):
            raise type_error("a __bases__ item causes an inheritance cycle")
        bases_w[i] = w_base
    w_base = best_base(bases_w)
    w_old_base = best_base(w_type.bases_w)
    if (w_base.layout is not w_old_base.layout or w_base.nslots != w_old_base.nslots or w_base.solid is not w_old_base.solid or
            w_base.has_dict and not w_type.has_dict):
        raise type_error("__bases__ assignment: '%s' object layout differs from '%s'" % (w_base.name, w_old_base.name))
    old_bases_w = w_type.bases_w
    changed = []
    old_mros = []
    w_type.bases_w = bases_w
    try:
        _recompute_mros(w_type, changed, old_mros)
    except OperationError:
        if w_type.bases_w is bases_w:           # else mro() of a metaclass assigned them again
            w_type.bases_w = old_bases_w
            for i in range(len(changed)):
                changed[i].mro_w = old_mros[i]
        raise
    if w_type.bases_w is not bases_w:
        return
    for w_each in old_bases_w:
        w_each.remove_subclass(w_type)
    for w_each in bases_w:
        w_each.add_subclass(w_type)
    w_type.mutated()


def derives_from(w_type, w_other):
    """Is w_other among the bases of w_type, or of theirs?  The MRO may not say so yet."""
    for w_base in w_type.bases_w:
        if w_base is w_other or derives_from(w_base, w_other):
            return True
    return False


def _recompute_mros(w_type, changed, old_mros):
    changed.append(w_type)
    old_mros.append(w_type.mro_w)
    bases_w = w_type.bases_w
    mro_w = mro_of(w_type)
    if w_type.bases_w is not bases_w:
        return                  # assigned again in the meantime
    w_type.mro_w = mro_w
    for w_subclass in w_type.live_subclasses():
        _recompute_mros(w_subclass, changed, old_mros)
