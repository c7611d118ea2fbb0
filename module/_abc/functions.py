"""The functions behind abc.ABCMeta.

Each abstract class has an W_AbcData in its attribute `_abc_impl`.  Its caches are keyed by the identity hash of a class and hold
the class weakly: an entry that another class of the same hash replaces is looked for anew.
"""
from __future__ import absolute_import

import weakref

from rpython.rlib.objectmodel import compute_identity_hash

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.dict import W_Dict
from interpreter.objects.int import W_AbstractInt
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.objects.str import W_Str
from interpreter.objects.type import W_Type
from interpreter.objects.wrap import newbool, newfrozenset, newint, newset, newstr, newtuple, w_True
from interpreter.typedef import TypeDef

MAPPING_FLAG, SEQUENCE_FLAG = 1 << 6, 1 << 5


class Counter(object):
    """Counts registrations: negative answers of before a registration are worth nothing."""

    def __init__(self):
        self.value = 0


counter = Counter()


class ClassCache(object):
    """A set of classes, held weakly, that may lose some."""

    def __init__(self):
        self.refs = {}

    def add(self, w_class):
        self.refs[compute_identity_hash(w_class)] = weakref.ref(w_class)

    def has(self, w_class):
        ref = self.refs.get(compute_identity_hash(w_class), None)
        return ref is not None and ref() is w_class

    def classes(self):
        result_w = []
        for ref in self.refs.values():
            w_class = ref()
            if w_class is not None:
                result_w.append(w_class)
        return result_w

    def clear(self):
        self.refs = {}


class W_AbcData(W_Root):
    """What one abstract class remembers."""
    _attrs_ = ['registry', 'cache', 'negative', 'negative_version']

    def __init__(self):
        self.registry = []                # weak references to the classes registered here
        self.cache = ClassCache()         # known subclasses
        self.negative = ClassCache()      # known not to be subclasses, as of negative_version
        self.negative_version = counter.value

    def registered(self):
        """The registered classes that are still there."""
        result_w = []
        for ref in self.registry:
            w_class = ref()
            if w_class is not None:
                result_w.append(w_class)
        return result_w


W_AbcData.typedef = TypeDef('_abc_data', W_AbcData, module='_abc', subclassable=False)


def get_data(w_cls):
    """The W_AbcData of an abstract class; TypeError if it has none."""
    w_data = ops.getattr(w_cls, '_abc_impl')
    if not isinstance(w_data, W_AbcData):
        raise errors.type_error("_abc_impl is set to a wrong type")
    return w_data


def is_abstract(w_value):
    w_flag = ops.getattr_or_none(w_value, '__isabstractmethod__')
    return w_flag is not None and w_flag.op_bool()


@function('get_cache_token() -> int')
def get_cache_token():
    """A number that changes with every registration."""
    return counter.value


@function('_abc_init(cls, /) -> None')
def _abc_init(w_cls):
    """Finds the abstract methods of a new class, and gives it its data."""
    abstract_w = []
    seen = {}
    w_namespace = ops.getattr(w_cls, '__dict__')
    w_items = ops.call_method0(w_namespace, 'items')
    for w_item in ops.listview(w_items):
        pair_w = ops.unpack_iterable(w_item, 2)
        w_key = pair_w[0]
        if isinstance(w_key, W_Str) and is_abstract(pair_w[1]):
            seen[w_key._utf8] = True
            abstract_w.append(w_key)
    w_bases = ops.getattr(w_cls, '__bases__')
    for w_base in ops.listview(w_bases):
        w_inherited = ops.getattr_or_none(w_base, '__abstractmethods__')
        if w_inherited is None:
            continue
        for w_key in ops.listview(w_inherited):
            if not isinstance(w_key, W_Str):
                raise errors.type_error("attribute name must be string, not '%s'" % w_key.gettype().name)
            if w_key._utf8 in seen:
                continue
            w_value = ops.getattr_or_none(w_cls, w_key._utf8)
            if w_value is not None and is_abstract(w_value):
                seen[w_key._utf8] = True
                abstract_w.append(w_key)
    ops.setattr(w_cls, '__abstractmethods__', newfrozenset(abstract_w))
    ops.setattr(w_cls, '_abc_impl', W_AbcData())
    if isinstance(w_cls, W_Type):
        w_flags = w_cls.w_dict.getitem_str('__abc_tpflags__')
        if isinstance(w_flags, W_AbstractInt):
            flags = ops.int_w(w_flags)
            if flags & MAPPING_FLAG and flags & SEQUENCE_FLAG:
                raise errors.type_error("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING")
            if flags & MAPPING_FLAG:
                w_cls.is_mapping = True
            if flags & SEQUENCE_FLAG:
                w_cls.is_sequence = True
            ops.delattr(w_cls, '__abc_tpflags__')


@function('_abc_register(cls, subclass, /)')
def _abc_register(w_cls, w_subclass):
    """Makes a class count as a subclass of cls."""
    if not isinstance(w_subclass, W_Type):
        raise errors.type_error("Can only register classes")
    if ops.issubclass(w_subclass, w_cls):
        return w_subclass
    if ops.issubclass(w_cls, w_subclass):
        raise errors.runtime_error("Refusing to create an inheritance cycle")
    data = get_data(w_cls)
    data.registry.append(weakref.ref(w_subclass))
    counter.value += 1
    if isinstance(w_cls, W_Type) and (w_cls.is_sequence or w_cls.is_mapping):
        inherit_flags(w_subclass, w_cls.is_sequence, w_cls.is_mapping)
    return w_subclass


def inherit_flags(w_class, is_sequence, is_mapping):
    """A registered class, and those derived from it, match sequence or mapping patterns; only classes made in Python are changed."""
    if not w_class.heap:
        return
    w_class.is_sequence = is_sequence
    w_class.is_mapping = is_mapping
    for w_subclass in w_class.live_subclasses():
        inherit_flags(w_subclass, is_sequence, is_mapping)


@function('_abc_instancecheck(cls, instance, /)')
def _abc_instancecheck(w_cls, w_instance):
    """isinstance(instance, cls)"""
    data = get_data(w_cls)
    w_subclass = ops.getattr(w_instance, '__class__')
    if isinstance(w_subclass, W_Type) and data.cache.has(w_subclass):
        return w_True
    w_type = w_instance.gettype()
    if w_type is w_subclass:
        if data.negative_version == counter.value and data.negative.has(w_type):
            return newbool(False)
        return newbool(ops.is_true(ops.call_method1(w_cls, '__subclasscheck__', w_subclass)))
    if ops.is_true(ops.call_method1(w_cls, '__subclasscheck__', w_subclass)):
        return w_True
    return newbool(ops.is_true(ops.call_method1(w_cls, '__subclasscheck__', w_type)))


@function('_abc_subclasscheck(cls, subclass, /) -> bool')
def _abc_subclasscheck(w_cls, w_subclass):
    """issubclass(subclass, cls)"""
    if not isinstance(w_subclass, W_Type):
        raise errors.type_error("issubclass() arg 1 must be a class")
    data = get_data(w_cls)
    if data.cache.has(w_subclass):
        return True
    if data.negative_version < counter.value:
        data.negative.clear()
        data.negative_version = counter.value
    elif data.negative.has(w_subclass):
        return False
    w_answer = ops.call_method1(w_cls, '__subclasshook__', w_subclass)
    if w_answer is w_True:
        data.cache.add(w_subclass)
        return True
    if w_answer is not w_NotImplemented:
        if w_answer is not newbool(False):
            raise errors.assertion_error("__subclasshook__ must return either False, True, or NotImplemented")
        data.negative.add(w_subclass)
        return False
    if isinstance(w_cls, W_Type) and w_subclass.issubtype(w_cls):
        data.cache.add(w_subclass)
        return True
    for w_registered in data.registered():
        if ops.issubclass(w_subclass, w_registered):
            data.cache.add(w_subclass)
            return True
    w_derived = ops.call_method0(w_cls, '__subclasses__')
    for w_class in ops.listview(w_derived):
        if ops.issubclass(w_subclass, w_class):
            data.cache.add(w_subclass)
            return True
    data.negative.add(w_subclass)
    return False


@function('_reset_registry(cls, /) -> None')
def _reset_registry(w_cls):
    """Forgets the registered classes."""
    get_data(w_cls).registry = []


@function('_reset_caches(cls, /) -> None')
def _reset_caches(w_cls):
    """Empties both caches."""
    data = get_data(w_cls)
    data.cache.clear()
    data.negative.clear()


@function('_get_dump(cls, /)')
def _get_dump(w_cls):
    """(registry, cache, negative cache, version), for debugging."""
    from interpreter.objects.weakref import make_ref
    data = get_data(w_cls)
    return newtuple([newset([make_ref(w_class, w_None) for w_class in data.registered()]),
                     newset([make_ref(w_class, w_None) for w_class in data.cache.classes()]),
                     newset([make_ref(w_class, w_None) for w_class in data.negative.classes()]),
                     newint(data.negative_version)])
