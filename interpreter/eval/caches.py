"""Inline caches: what an instruction learned about the global or the attribute that it loads.

The entries are immutable and live in segment-local tables (rpython_stm.rstm.Cache), which may forget them at any moment.  Each cache of
each code object has a number of its own, its key; an entry is good only if its key is that of the asking instruction.
"""

from rpython_stm import rstm
from interpreter import ops
from interpreter.objects import exception
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.descriptor import W_ClassMethod, W_Member, W_StaticMethod
from interpreter.objects.dict import W_Dict
from interpreter.objects.instance import W_Instance
from interpreter.objects.module import W_Module
from interpreter.objects.type import W_Type
from interpreter.objects.function import W_Function, W_Method
from interpreter.objects.str import newstr
from interpreter.errors import OperationError, name_error


class GlobalEntry(object):
    """The cells of a global variable and of the built-in of the same name; builtin_cell is None if there is no such built-in."""
    _immutable_ = True

    def __init__(self, key, w_globals, cell, builtin_cell):
        self.key = key
        self.w_globals = w_globals
        self.cell = cell
        self.builtin_cell = builtin_cell


globals_cache = rstm.Cache(GlobalEntry, 8192)

# what an attribute look-up found
PLACE = 0           # an attribute of the instance, or a member of `__slots__`, at `place`
VALUE = 1           # a value in the class that is no descriptor, or one of a class
METHOD = 2          # a function or method descriptor in the class: call it with the instance before the arguments
CELL = 3            # a global of a module, in `cell`
ADD = 4             # of a store: the instance gets the attribute, at `place`, and then has `new_map`


class AttributeEntry(object):
    """For an object with `map` (None where the type has none), of a type with `version`; w_owner: the module or class itself."""
    _immutable_ = True

    def __init__(self, key, map, version, w_owner, kind, place, w_value, cell, new_map=None):
        self.key = key
        self.map = map
        self.version = version
        self.w_owner = w_owner
        self.kind = kind
        self.place = place
        self.w_value = w_value
        self.cell = cell
        self.new_map = new_map


attributes_cache = rstm.Cache(AttributeEntry, 16384)


# ____________________________________________________________
# globals


def find_in_mapping(w_mapping, name):
    """w_mapping[name], or None where that is a KeyError."""
    if w_mapping.__class__ is W_Dict:
        assert isinstance(w_mapping, W_Dict)
        return w_mapping.getitem_str(name)
    try:
        return w_mapping.op_getitem(newstr(name))
    except OperationError as e:
        if not e.is_instance(exception.W_KeyError.typedef):
            raise
        return None


def load_global(frame, name, key):
    """The value of a global or built-in name, where the cache does not know it."""
    w_globals = frame.w_globals
    w_builtins = frame.w_builtins
    if w_globals.__class__ is W_Dict and w_globals.has_cells and key >= 0:
        cell = w_globals.getcell(name, False)
        builtin_cell = None
        if w_builtins.__class__ is W_Dict:
            assert isinstance(w_builtins, W_Dict)
            if w_builtins.has_cells:
                builtin_cell = w_builtins.getcell(name, False)
        if cell is None and builtin_cell is not None and builtin_cell.w_value is not None:
            # an empty cell, to be filled if somebody defines a global of the name later
            cell = w_globals.getcell(name, True)
        if cell is not None:
            globals_cache.set(key, GlobalEntry(key, w_globals, cell, builtin_cell))
            w_value = cell.w_value
            if w_value is None and builtin_cell is not None:
                w_value = builtin_cell.w_value
            if w_value is not None:
                return w_value
    w_value = find_in_mapping(w_globals, name)
    if w_value is None:
        w_value = find_in_mapping(w_builtins, name)
        if w_value is None:
            raise name_error(name, "name '%s' is not defined" % name)
    return w_value
load_global._dont_inline_ = True


# ____________________________________________________________
# attributes


def has_plain_getattribute(w_type):
    """Do instances of a Python class look attributes up in the normal way?"""
    from interpreter.objects.object import W_Object
    return w_type.lookup('__getattribute__') is W_Object.typedef.w_type.lookup('__getattribute__')


def make_entry(w_obj, name, key):
    """An AttributeEntry for the attribute of this object, put in the cache; None if it is not one that can be cached."""
    entry = None
    if isinstance(w_obj, W_Instance):
        entry = instance_entry(w_obj, name, key)
    elif isinstance(w_obj, W_Module):
        if w_obj.__class__ is W_Module and w_obj.gettype().lookup(name) is None:
            cell = w_obj.w_dict.getcell(name, False)
            if cell is not None:
                entry = AttributeEntry(key, None, None, w_obj, CELL, 0, None, cell)
    elif isinstance(w_obj, W_Type):
        entry = class_entry(w_obj, name, key)
    elif not w_obj.is_user_instance:
        w_type = w_obj.gettype()
        if not w_type.has_dict and has_plain_getattribute(w_type):
            w_value = w_type.lookup(name)
            if w_value is not None and w_value.is_method_descr():
                entry = AttributeEntry(key, None, w_type.version, None, METHOD, 0, w_value, None)
    if entry is not None:
        attributes_cache.set(key, entry)
    return entry


def instance_entry(w_obj, name, key):
    map = w_obj.map
    w_type = map.w_type
    if map.dict_index >= 0 or not has_plain_getattribute(w_type):
        return None
    version = w_type.version
    w_value = w_type.lookup(name)
    if w_value is not None and w_value.is_data_descr():
        place = slot_place(w_type, w_value)
        if place < 0:
            return None
    else:
        place = map.find(name)
    if place >= 0:
        return AttributeEntry(key, map, version, None, PLACE, place, None, None)
    if w_value is None:
        return None
    if w_value.is_method_descr():
        return AttributeEntry(key, map, version, None, METHOD, 0, w_value, None)
    if w_value.is_descr():
        w_value = bound_to_class(w_value, w_type)
        if w_value is None:
            return None
    return AttributeEntry(key, map, version, None, VALUE, 0, w_value, None)


def bound_to_class(w_descr, w_type):
    """What a static or class method gives for the class and for each instance of it; None if it is another descriptor, or a class method
    around one that may give something else each time."""
    if w_descr.__class__ is W_StaticMethod:
        return w_descr.op_get(None, w_type)
    if w_descr.__class__ is W_ClassMethod:
        assert isinstance(w_descr, W_ClassMethod)
        w_callable = w_descr.w_callable
        if w_callable is not None and (w_callable.is_method_descr() or not w_callable.is_descr()):
            return w_descr.op_get(None, w_type)
    return None


def slot_place(w_type, w_descr):
    """The place of the member of `__slots__` that a data descriptor of the class stands for; -1 if it is something else."""
    if w_descr.__class__ is W_Member:
        assert isinstance(w_descr, W_Member)
        if w_type.issubtype(w_descr.w_objclass):
            return w_descr.index
    return -1


def class_entry(w_class, name, key):
    if w_class.is_user_instance:
        return None                  # of a metaclass
    w_value = w_class.lookup(name)
    if w_value is None:
        return None
    w_meta_value = w_class.gettype().lookup(name)
    if w_meta_value is not None and w_meta_value.is_data_descr():
        return None
    if w_value.is_descr():
        if w_value.is_method_descr():
            w_value = w_value.op_get(None, w_class)
        else:
            w_value = bound_to_class(w_value, w_class)
            if w_value is None:
                return None
    return AttributeEntry(key, None, w_class.version, w_class, VALUE, 0, w_value, None)


def find_entry(w_obj, key):
    """The entry for this object, if the cache has one that is still true; else None."""
    entry = attributes_cache.get(key)
    if entry is None or entry.key != key:
        return None
    if w_obj.__class__ is W_Instance:
        assert isinstance(w_obj, W_Instance)
        map = w_obj.map
        if entry.map is map and entry.version is map.w_type.version:
            return entry
        return None
    if entry.map is not None:
        return None
    w_owner = entry.w_owner
    if w_owner is not None:
        if w_owner is not w_obj:
            return None
        if entry.kind == CELL:
            return entry
        assert isinstance(w_owner, W_Type)
        return entry if w_owner.version is entry.version else None
    if w_obj.is_user_instance:
        return None
    if entry.version is w_obj.gettype().version:
        return entry
    return None


def load_attribute(w_obj, name, key):
    """w_obj.name with the help of the cache `key`."""
    entry = find_entry(w_obj, key)
    if entry is None:
        entry = make_entry(w_obj, name, key)
        if entry is None:
            return w_obj.op_getattribute(name)
    w_value = entry_value(entry, w_obj)
    if w_value is None:
        return w_obj.op_getattribute(name)
    return w_value
load_attribute._dont_inline_ = True


def entry_value(entry, w_obj):
    """The attribute that an entry stands for; None if it is unset meanwhile."""
    kind = entry.kind
    if kind == PLACE:
        assert isinstance(w_obj, W_Instance)
        return w_obj.get_place(entry.place)
    if kind == VALUE:
        return entry.w_value
    if kind == CELL:
        return entry.cell.w_value
    w_value = entry.w_value
    if w_value.__class__ is W_Function:
        return W_Method(w_value, w_obj)
    return w_value.op_get(w_obj, w_obj.gettype())


def load_method(w_obj, name, key):
    """The function or method descriptor that `w_obj.name` is bound from, or None if the attribute is no plain method."""
    entry = find_entry(w_obj, key)
    if entry is None:
        entry = make_entry(w_obj, name, key)
        if entry is None:
            return method_without_cache(w_obj, name)
    if entry.kind == METHOD:
        return entry.w_value
    return None


def method_without_cache(w_obj, name):
    """The same for objects that no entry describes: of a subclass of a built-in type, with a dictionary, of a metaclass."""
    if isinstance(w_obj, W_Type) or isinstance(w_obj, W_Module) or isinstance(w_obj, W_Method):
        return None
    w_type = w_obj.gettype()
    if not has_plain_getattribute(w_type):
        return None
    if not w_obj.is_user_instance and w_type.has_dict:
        return None
    w_value = w_type.lookup(name)
    if w_value is None or not w_value.is_method_descr():
        return None
    if w_obj.getdictvalue(name) is not None:
        return None
    return w_value


def store_attribute(w_obj, name, key, w_value):
    """w_obj.name = w_value with the help of the cache `key`."""
    if w_obj.__class__ is W_Instance:
        assert isinstance(w_obj, W_Instance)
        map = w_obj.map
        entry = attributes_cache.get(key)
        if entry is not None and entry.key == key and entry.map is map and entry.version is map.w_type.version:
            w_obj.set_place(entry.place, w_value)
            new_map = entry.new_map
            if new_map is not None:
                w_obj.map = new_map
            return
        w_obj.op_setattr(name, w_value)
        remember_store(w_obj, map, name, key)
        return
    w_obj.op_setattr(name, w_value)
store_attribute._dont_inline_ = True


def remember_store(w_obj, map, name, key):
    """Caches what storing an attribute in an instance with `map` did, if the next time it can be done at once."""
    w_type = map.w_type
    if map.dict_index >= 0 or not has_plain_setattr(w_type):
        return
    w_descr = w_type.lookup(name)
    new_map = w_obj.map
    if w_descr is not None and w_descr.is_data_descr():
        place = slot_place(w_type, w_descr)
        if place >= 0 and new_map is map:
            attributes_cache.set(key, AttributeEntry(key, map, w_type.version, None, PLACE, place, None, None))
    elif new_map is map:
        place = map.find(name)
        if place >= 0:
            attributes_cache.set(key, AttributeEntry(key, map, w_type.version, None, PLACE, place, None, None))
    elif new_map.parent is map and new_map.name == name:
        attributes_cache.set(key, AttributeEntry(key, map, w_type.version, None, ADD, new_map.index, None, None, new_map))


def has_plain_setattr(w_type):
    from interpreter.objects.object import W_Object
    return w_type.lookup('__setattr__') is W_Object.typedef.w_type.lookup('__setattr__')
