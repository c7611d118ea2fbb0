"""Instances of classes written in Python: maps, W_Instance, and the user subclasses of built-in types.

A *map* says where the attributes of an instance are: a chain of immutable nodes, each of which adds one name to its parent, with the
class at the root.  Instances that got the same attributes in the same order share their map, so that (map, name) -> index is worth
caching.  The values are in numbered places: first the `__slots__` members of the class, then the attributes.

Asking for `__dict__` (or more than MAX_ATTRIBUTES attributes) moves the attributes into a real W_Dict, which then is one of the
numbered values, at `map.dict_index`.  Weak references keep their lifeline in a place of its own, under a name that Python cannot spell.

`allocate_instance(W_X, w_type)` makes an instance of a built-in type or of a Python class that extends it: then of a generated
RPython subclass of W_X (interpreter.objects.userslots) with a map and a list of values.
"""

from rpython.rlib.debug import make_sure_not_resized
from rpython.rlib.objectmodel import compute_hash, compute_identity_hash, import_from_mixin, instantiate, specialize
from rpython_stm import rstm

from interpreter.errors import type_error
from interpreter.objects.root import W_Root

MAX_ATTRIBUTES = 80       # more of them are better off in a dictionary
LIFELINE = '\0lifeline'   # the hidden name of the lifeline


class MapEntry(object):
    """One entry of the cache of Map.find."""
    _immutable_ = True

    def __init__(self, map, name, index):
        self.map = map
        self.name = name
        self.index = index


map_cache = rstm.Cache(MapEntry, 2048)


class Map(object):
    """w_type     the class
    parent     the map without the last attribute, None for a root
    name, index   the last attribute and its place
    size       how many places are in use
    depth      how many names are in the chain
    dict_index    where the W_Dict of the attributes is, -1 while they are in places of their own
    """
    _immutable_fields_ = ['w_type', 'parent', 'name', 'index', 'size', 'depth', 'dict_index', 'hash']

    def __init__(self, w_type, parent, name, size, dict_index):
        self.w_type = w_type
        self.parent = parent
        self.name = name
        self.index = size - 1
        self.size = size
        self.depth = 0 if parent is None else parent.depth + 1
        self.dict_index = dict_index
        self.hash = compute_identity_hash(self)
        self.children = None          # name -> Map
        self.dict_map = None          # of a root: the root for instances with a real dictionary

    def find(self, name):
        """The place of attribute `name`, -1 if there is none."""
        if self.depth <= 2:
            return self.find_uncached(name)
        key = self.hash ^ compute_hash(name)
        entry = map_cache.get(key)
        if entry is not None and entry.map is self and entry.name == name:
            return entry.index
        index = self.find_uncached(name)
        map_cache.set(key, MapEntry(self, name, index))
        return index

    def find_uncached(self, name):
        node = self
        while node.parent is not None:
            if node.name == name:
                return node.index
            node = node.parent
        return -1

    def add(self, name):
        """The map with one attribute more, in the place numbered self.size."""
        if self.children is None:
            self.children = {}
        child = self.children.get(name, None)
        if child is None:
            child = Map(self.w_type, self, name, self.size + 1, self.dict_index)
            self.children[name] = child
        return child

    def root(self):
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    def names(self):
        """The names in order, the hidden ones included."""
        names = [''] * self.depth
        node = self
        while node.parent is not None:
            names[node.depth - 1] = node.name
            node = node.parent
        return names

    def with_dict(self):
        """The root map of instances of the same class with a real dictionary."""
        root = self.root()
        if root.dict_index >= 0:
            return root
        if root.dict_map is None:
            root.dict_map = Map(root.w_type, None, '', root.size + 1, root.size)
        return root.dict_map


def new_root_map(w_type):
    """The map of new instances of a class."""
    return Map(w_type, None, '', w_type.nslots, -1)


class MapMixin(object):
    """What every object with a map has; the class provides get_place(i), set_place(i, w_value) and clear_places()."""

    def gettype(self):
        return self.map.w_type

    def map_or_none(self):
        return self.map

    def getslotvalue(self, index):
        return self.get_place(index)

    def setslotvalue(self, index, w_value):
        self.set_place(index, w_value)

    def getweakref(self):
        index = self.map.find(LIFELINE)
        if index < 0:
            return None
        return self.get_place(index)

    def setweakref(self, lifeline):
        map = self.map
        if not map.w_type.has_weakref:
            raise type_error("cannot create weak reference to '%s' object" % map.w_type.name)
        index = map.find(LIFELINE)
        if index < 0:
            map = map.add(LIFELINE)
            self.set_place(map.index, lifeline)
            self.map = map
        else:
            self.set_place(index, lifeline)

    def settype(self, w_type):
        old = self.map
        check_class_assignment(old.w_type, w_type)
        self.map = same_shape(old, w_type)


class MapDictMixin(object):
    """The attributes of an object with a map, where the built-in base has no dictionary of its own."""

    def getdictvalue(self, name):
        map = self.map
        if map.dict_index >= 0:
            return dict_at(self, map).getitem_str(name)
        index = map.find(name)
        if index < 0:
            return None
        return self.get_place(index)

    def setdictvalue(self, name, w_value):
        map = self.map
        if map.dict_index < 0:
            index = map.find(name)
            if index >= 0:
                self.set_place(index, w_value)
                return True
            if not map.w_type.has_dict:
                return False
            if map.depth < MAX_ATTRIBUTES:
                map = map.add(name)
                self.set_place(map.index, w_value)
                self.map = map
                return True
            move_to_dict(self)
            map = self.map
        dict_at(self, map).setitem_str(name, w_value)
        return True

    def deldictvalue(self, name):
        map = self.map
        if map.dict_index >= 0:
            return dict_at(self, map).delitem_str(name)
        if map.find(name) < 0:
            return False
        names = map.names()
        values_w = [self.get_place(map.find(each)) for each in names]
        slots_w = [self.get_place(i) for i in range(map.w_type.nslots)]
        self.clear_places()
        map = map.root()
        for i in range(len(slots_w)):
            if slots_w[i] is not None:
                self.set_place(i, slots_w[i])
        for i in range(len(names)):
            if names[i] != name:
                map = map.add(names[i])
                self.set_place(map.index, values_w[i])
        self.map = map
        return True

    def getdict(self):
        if self.map.dict_index < 0:
            if not self.map.w_type.has_dict:
                return None
            move_to_dict(self)
        return dict_at(self, self.map)

    def setdict(self, w_dict):
        from interpreter.errors import attribute_error
        from interpreter.objects.dict import W_Dict
        if not self.map.w_type.has_dict:
            raise attribute_error(self, '__dict__')
        if not isinstance(w_dict, W_Dict):
            raise type_error("__dict__ must be set to a dictionary, not a '%s'" % w_dict.gettype().name)
        if self.map.dict_index < 0:
            move_to_dict(self)
        self.set_place(self.map.dict_index, w_dict)


def dict_at(w_obj, map):
    """The W_Dict of an instance whose attributes are in one."""
    from interpreter.objects.dict import W_Dict
    w_dict = w_obj.getslotvalue(map.dict_index)
    assert isinstance(w_dict, W_Dict)
    return w_dict


@specialize.argtype(0)
def move_to_dict(w_obj):
    """Moves the attributes of an instance from its places into a real dictionary."""
    from interpreter.objects.dict import newdict
    old = w_obj.map
    w_dict = newdict()
    w_lifeline = None
    for name in old.names():
        w_value = w_obj.get_place(old.find(name))
        if name == LIFELINE:
            w_lifeline = w_value
        else:
            w_dict.setitem_str(name, w_value)
    slots_w = [w_obj.get_place(i) for i in range(old.w_type.nslots)]
    w_obj.clear_places()
    map = old.with_dict()
    for i in range(len(slots_w)):
        if slots_w[i] is not None:
            w_obj.set_place(i, slots_w[i])
    w_obj.set_place(map.dict_index, w_dict)
    if w_lifeline is not None:
        map = map.add(LIFELINE)
        w_obj.set_place(map.index, w_lifeline)
    w_obj.map = map


def same_shape(old, w_type):
    """The map of class w_type with the attributes of `old` in the same places."""
    map = w_type.root_map
    if old.dict_index >= 0:
        map = map.with_dict()
    for name in old.names():
        map = map.add(name)
    return map


def check_class_assignment(w_old, w_new):
    """TypeError unless `__class__` of an instance of w_old may become w_new."""
    if not w_new.heap or not w_old.heap:
        raise type_error("__class__ assignment only supported for mutable types or ModuleType subclasses")
    w_old_shape = shape_owner(w_old)
    w_new_shape = shape_owner(w_new)
    if w_old_shape is w_new_shape:
        return
    if (w_old.layout is not w_new.layout or w_old.nslots != w_new.nslots or w_old.has_dict != w_new.has_dict or
            w_old.has_weakref != w_new.has_weakref or first_base(w_old_shape) is not first_base(w_new_shape) or
            not _same_slots(w_old_shape, w_new_shape)):
        raise type_error("__class__ assignment: '%s' object layout differs from '%s'" % (w_new.name, w_old.name))


def first_base(w_type):
    """The base that says how instances are laid out."""
    from interpreter.objects.typenew import best_base
    if len(w_type.bases_w) == 0:
        return w_type
    return best_base(w_type.bases_w)


def shape_owner(w_type):
    """The last class, going up from w_type, that adds something to the layout of its base."""
    while w_type.heap:
        w_base = first_base(w_type)
        if (w_base.layout is not w_type.layout or w_base.nslots != w_type.nslots or w_base.has_dict != w_type.has_dict or
                w_base.has_weakref != w_type.has_weakref):
            break
        w_type = w_base
    return w_type


def _same_slots(w_old, w_new):
    """Add both classes slots of the same names?"""
    names = w_old.own_slots
    others = w_new.own_slots
    if names is None or others is None:
        return (names is None or len(names) == 0) and (others is None or len(others) == 0)
    if len(names) != len(others):
        return False
    for i in range(len(names)):
        if names[i] != others[i]:
            return False
    return True


# ____________________________________________________________
# where the values are


INLINE = 4               # so many values of a W_Instance are in fields
_no_values = []
make_sure_not_resized(_no_values)


class InlineMixin(object):
    """The places of a W_Instance: INLINE fields, then a list."""

    def get_place(self, index):
        if index == 0:
            return self.value0
        if index == 1:
            return self.value1
        if index == 2:
            return self.value2
        if index == 3:
            return self.value3
        index -= INLINE
        if index >= len(self.more):
            return None
        return self.more[index]

    def set_place(self, index, w_value):
        if index == 0:
            self.value0 = w_value
        elif index == 1:
            self.value1 = w_value
        elif index == 2:
            self.value2 = w_value
        elif index == 3:
            self.value3 = w_value
        else:
            index -= INLINE
            if index >= len(self.more):
                self.more = grown(self.more, index)
            self.more[index] = w_value

    def clear_places(self):
        self.value0 = None
        self.value1 = None
        self.value2 = None
        self.value3 = None
        self.more = _no_values


class StorageMixin(object):
    """The places of an instance of a user subclass of a built-in type: a list."""

    def get_place(self, index):
        if index >= len(self.storage):
            return None
        return self.storage[index]

    def set_place(self, index, w_value):
        if index >= len(self.storage):
            self.storage = grown(self.storage, index)
        self.storage[index] = w_value

    def clear_places(self):
        self.storage = _no_values

    def init_user(self, map):
        self.map = map
        self.storage = _no_values


def grown(values_w, index):
    """A copy with room for `index`."""
    size = index + 1
    if len(values_w) > 0:
        size = index + 1 + (index >> 1)
    result_w = [None] * size
    for i in range(len(values_w)):
        result_w[i] = values_w[i]
    return result_w


class W_Instance(W_Root):
    """An instance of a class that extends object only."""
    _attrs_ = ['map', 'value0', 'value1', 'value2', 'value3', 'more']
    is_user_instance = True
    reflects_first = True
    import_from_mixin(MapMixin)
    import_from_mixin(MapDictMixin)
    import_from_mixin(InlineMixin)

    def __init__(self, map):
        self.map = map
        self.value0 = None
        self.value1 = None
        self.value2 = None
        self.value3 = None
        self.more = _no_values


def _add_slots():
    from interpreter.objects.userslots import user_methods
    for name, function in user_methods(W_Root, own=True).items():
        setattr(W_Instance, name, function)


_add_slots()


# ____________________________________________________________
# making instances


_user_classes = {}


def build_user_class(cls):
    """The user subclass of a built-in RPython class; not RPython."""
    if cls not in _user_classes:
        from interpreter.objects.userslots import user_methods
        namespace = {'is_user_instance': True, 'reflects_first': True, '__module__': __name__}
        if '_attrs_' in cls.__dict__:
            namespace['_attrs_'] = ['map', 'storage']
        mixins = [MapMixin, StorageMixin]
        if not cls.typedef.has_dict:
            mixins.append(MapDictMixin)
        for mixin in mixins:
            _copy_mixin(namespace, mixin)
        namespace.update(user_methods(cls))
        _user_classes[cls] = type(cls)(cls.__name__ + 'User', (cls,), namespace)
    return _user_classes[cls]


def _copy_mixin(namespace, mixin):
    from rpython.tool.sourcetools import func_with_new_name
    for key, value in mixin.__dict__.items():
        if not key.startswith('__'):
            namespace[key] = func_with_new_name(value, key)


@specialize.memo()
def user_class(cls):
    return build_user_class(cls)


@specialize.arg(0)
def allocate_instance(cls, w_type):
    """A new object of the RPython class cls, whose Python type is w_type: cls's own built-in type, or a Python class that extends it.

    __init__ is not called: the caller sets every field of cls."""
    if w_type.heap:
        w_obj = instantiate(user_class(cls))
        w_obj.init_user(w_type.root_map)
        if w_type.slots().has_del:
            from interpreter.objects.finalizer import register_finalizer
            register_finalizer(w_obj)
        return w_obj
    return instantiate(cls)
