"""W_Type: classes, their method resolution order, attribute look-up with version tags, and the call of a class.

`version` is an object that is replaced whenever a look-up in the type may give something new: at each change of the type or of one
of its bases.  Caches compare it: the method cache below, and the inline caches of the evaluation loop.
"""
from __future__ import absolute_import

import weakref

from rpython.rlib.debug import make_sure_not_resized
from rpython.rlib.objectmodel import compute_hash, compute_identity_hash
from rpython_stm import rstm

from interpreter.errors import (type_error, attribute_error, attribute_error_message, bare_attribute_error,
                                add_attribute_context, OperationError)
from interpreter.gateway import getter, setter, deleter, method, raw_new, raw_method, classmethod_
from interpreter.objects.interned import interned_text
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.slottable import SLOT_NAMES, N_SLOTS
from interpreter.typedef import TypeDef


class Version(object):
    """The identity of a state of a type."""
    _immutable_fields_ = ['hash']

    def __init__(self):
        self.hash = compute_identity_hash(self)


class MethodEntry(object):
    """One entry of the method cache: what `name` gave in the type that had `version`."""
    _immutable_ = True

    def __init__(self, version, name, w_value):
        self.version = version
        self.name = name
        self.w_value = w_value


method_cache = rstm.Cache(MethodEntry, 4096)


class SlotTable(object):
    """What the slots of a user class do, for one version of its type.

    methods_w[i] is the object to call for the special method SLOT_NAMES[i], or None if the type inherits what its built-in
    base does there (or if there is no such method)."""
    _immutable_fields_ = ['methods_w[*]', 'w_new', 'w_init', 'plain_new', 'w_getattr', 'has_del']

    def __init__(self, methods_w, w_new, w_init, plain_new, w_getattr, has_del):
        self.methods_w = methods_w
        self.w_new = w_new            # the __new__ to call
        self.w_init = w_init          # the __init__ to call; None if it is that of object
        self.plain_new = plain_new    # __new__ is that of object: an instance has no content but its attributes
        self.w_getattr = w_getattr    # __getattr__ or None
        self.has_del = has_del        # there is a __del__


class W_Type(W_Root):
    """A class.

    bases_w, mro_w   fixed-size lists of W_Type
    w_dict           the namespace, a W_Dict
    typedef_         the TypeDef of the built-in type that lays out the instances
    layout           the W_Type of that TypeDef
    solid            the type itself, if it adds fields or slots to its bases, else the type it gets them from
    heap             made by a class statement: mutable
    nslots           how many `__slots__` members instances have, those of the bases included
    root_map         the interpreter.objects.instance.Map of a new instance, or None
    """
    _hidden_slots_ = ['__getitem__', '__bool__']      # not to be shown as special methods of `type`
    _attrs_ = ['name', 'qualname', 'bases_w', 'mro_w', 'w_dict', 'typedef_', 'layout', 'heap', 'nslots', 'own_slots', 'has_dict', 'has_weakref',
               'root_map', 'version', 'table', 'subclasses', 'abstract', 'lifeline', 'solid', 'acceptable_base', 'is_sequence', 'is_mapping']
    _immutable_fields_ = ['typedef_', 'layout', 'heap', 'nslots', 'has_dict?', 'has_weakref?', 'acceptable_base']

    def __init__(self):
        self.name = self.qualname = '?'
        self.typedef_ = None
        self.layout = None
        self.solid = None
        self.heap = False
        self.init_fields()

    def init_fields(self):
        """The fields that every new type starts with."""
        self.bases_w = _no_types
        self.mro_w = _no_types
        self.w_dict = None
        self.nslots = 0
        self.own_slots = None         # names of the __slots__ of this class, mangled, without __dict__ and __weakref__
        self.has_dict = False
        self.has_weakref = False
        self.root_map = None
        self.version = Version()
        self.table = None
        self.subclasses = []
        self.abstract = False
        self.lifeline = None
        self.acceptable_base = True
        self.is_sequence = False      # match statements: Py_TPFLAGS_SEQUENCE
        self.is_mapping = False

    # ---- look-up

    def lookup(self, name):
        """The attribute `name` of the first class in the MRO that has it; None if none has."""
        version = self.version
        index = version.hash ^ compute_hash(name)
        entry = method_cache.get(index)
        if entry is not None and entry.version is version and entry.name == name:
            return entry.w_value
        w_value = self.lookup_uncached(name)
        method_cache.set(index, MethodEntry(version, name, w_value))
        return w_value

    def lookup_uncached(self, name):
        for w_class in self.mro_w:
            w_value = w_class.w_dict.getitem_str(name)
            if w_value is not None:
                return w_value
        return None

    def lookup_where(self, name):
        """The W_Type in the MRO that has `name`, or None."""
        for w_class in self.mro_w:
            if w_class.w_dict.getitem_str(name) is not None:
                return w_class
        return None

    def lookup_after(self, w_start, name):
        """The attribute `name` of the classes that follow w_start in the MRO: super().name."""
        i = 0
        while i < len(self.mro_w) and self.mro_w[i] is not w_start:
            i += 1
        for j in range(i + 1, len(self.mro_w)):
            w_value = self.mro_w[j].w_dict.getitem_str(name)
            if w_value is not None:
                return w_value
        return None

    def issubtype(self, w_type):
        """Is w_type in the MRO?"""
        if self is w_type:
            return True
        for w_class in self.mro_w:
            if w_class is w_type:
                return True
        return False

    def mutated(self, name=''):
        """Call after each change of the namespace (of attribute `name`), of the bases or of the MRO (name '')."""
        self.version = Version()
        if name == '' or name.startswith('__'):
            self.table = None            # only special methods are in the table
        for ref in self.subclasses:
            w_subclass = ref()
            if w_subclass is not None:
                w_subclass.mutated(name)

    def slots(self):
        """The SlotTable of the present version."""
        table = self.table
        if table is None:
            table = self.compute_slots()
            self.table = table
        return table

    def compute_slots(self):
        from interpreter.objects.descriptor import W_ClassMethod, W_StaticMethod
        from interpreter.objects.object import object_new, object_init
        layout = self.layout
        methods_w = [None] * N_SLOTS
        if layout is not self:
            for i in range(N_SLOTS):
                w_found = self.lookup_uncached(SLOT_NAMES[i])
                if w_found is not None and w_found is not layout.lookup_uncached(SLOT_NAMES[i]):
                    methods_w[i] = w_found
        w_new = self.lookup_uncached('__new__')
        if isinstance(w_new, W_StaticMethod):
            w_new = w_new.w_callable
        elif isinstance(w_new, W_ClassMethod):
            w_new = w_new.op_get(None, self)
        w_init = self.lookup_uncached('__init__')
        if w_init is object_init.w_function:
            w_init = None
        plain_new = w_new is object_new.w_function
        if plain_new and layout is not W_Root.typedef.w_type:
            # as in CPython, object.__new__ in such a class stands for the __new__ of the layout, if that has one of its own
            w_new = layout.lookup_uncached('__new__')
            if w_new is object_new.w_function:
                w_new = None
            plain_new = False
        elif plain_new and self.heap and self.overrides_python_new():
            plain_new = False
        return SlotTable(methods_w, w_new, w_init, plain_new, self.lookup_uncached('__getattr__'),
                         self.lookup_uncached('__del__') is not None)

    def overrides_python_new(self):
        """Does a class after the first in the MRO that has `__new__` have a Python one?  Then object.__new__ takes no arguments."""
        from interpreter.objects.object import object_new
        for w_class in self.mro_w:
            if w_class.heap:
                w_value = w_class.w_dict.getitem_str('__new__')
                if w_value is not None and w_value is not object_new.w_function:
                    return True
        return False

    # ---- subclasses

    def is_variable_size(self):
        """Do instances of this built-in type differ in size, so that CPython allows no `__slots__` in a subclass?"""
        return self.name == 'int' or self.name == 'tuple' or self.name == 'bytes' or self.name == 'type'

    def add_subclass(self, w_subclass):
        """Registers a new direct subclass."""
        assert w_subclass is not None
        ref = weakref.ref(w_subclass)
        for each in self.subclasses:
            if each() is w_subclass:
                return
        for i in range(len(self.subclasses)):
            if self.subclasses[i]() is None:
                self.subclasses[i] = ref
                return
        self.subclasses.append(ref)

    def remove_subclass(self, w_subclass):
        self.subclasses = [ref for ref in self.subclasses if ref() is not w_subclass]

    def live_subclasses(self):
        result = []
        for ref in self.subclasses:
            w_subclass = ref()
            if w_subclass is not None:
                result.append(w_subclass)
        return result

    # ---- calls

    def op_call(self, args_w, kwnames):
        if self is W_Type.typedef.w_type:
            if len(args_w) == 1 and kwnames is None:
                return args_w[0].gettype()
            if len(args_w) - (0 if kwnames is None else len(kwnames)) != 3:
                raise type_error("type() takes 1 or 3 arguments")
        table = self.slots()
        if table.plain_new:
            if len(args_w) > 0 and table.w_init is None:
                raise type_error("%s() takes no arguments" % self.name)
            w_obj = self.new_instance()
        else:
            if table.w_new is None:
                raise type_error("cannot create '%s' instances" % self.name)
            w_obj = table.w_new.op_call(_prepend(self, args_w), kwnames)
            w_type = w_obj.gettype()
            if w_type is not self:
                if not w_type.issubtype(self):
                    return w_obj
                table = w_type.slots()
        if table.w_init is not None:
            from interpreter import ops
            check_init(ops.call_special(w_obj, table.w_init, args_w, kwnames))
        return w_obj

    def call0(self):
        table = self.slots()
        if table.plain_new:
            w_obj = self.new_instance()
            w_init = table.w_init
            if w_init is not None:
                if not w_init.is_method_descr():
                    w_init = w_init.op_get(w_obj, self)
                    check_init(w_init.call0())
                else:
                    check_init(w_init.call1(w_obj))
            return w_obj
        return self.op_call([], None)

    def call1(self, w_a):
        if self is W_Type.typedef.w_type:
            return w_a.gettype()
        table = self.slots()
        w_init = table.w_init
        if table.plain_new and w_init is not None and w_init.is_method_descr():
            w_obj = self.new_instance()
            check_init(w_init.call2(w_obj, w_a))
            return w_obj
        if w_init is None and not self.heap and not table.plain_new and table.w_new is not None:
            return table.w_new.call2(self, w_a)
        return self.op_call([w_a], None)

    def call2(self, w_a, w_b):
        table = self.slots()
        w_init = table.w_init
        if table.plain_new and w_init is not None and w_init.is_method_descr():
            w_obj = self.new_instance()
            check_init(w_init.call3(w_obj, w_a, w_b))
            return w_obj
        return self.op_call([w_a, w_b], None)

    def is_callable(self):
        return True

    def new_plain_instance(self):
        """A new instance if calling the class makes one by object.__new__ and then only calls `__init__`; else None."""
        if self.is_user_instance or not self.slots().plain_new or self.abstract:
            return None
        return self.new_instance()

    def new_instance(self):
        """object.__new__(self)"""
        from interpreter.objects.instance import W_Instance
        from interpreter.objects.object import W_Object
        if self.abstract:
            self.raise_abstract()
        if not self.heap:
            return W_Object()
        w_obj = W_Instance(self.root_map)
        if self.slots().has_del:
            from interpreter.objects.finalizer import register_finalizer
            register_finalizer(w_obj)
        return w_obj

    def is_heap_type(self):
        """Was the class made by a class statement?"""
        return self.heap

    def raise_abstract(self):
        from interpreter import ops
        names_w = ops.listview(self.getattribute('__abstractmethods__'))
        names = [ops.text_w(w_name) for w_name in names_w]
        from interpreter.objects.sorting import sort_strings
        sort_strings(names)
        plural = '' if len(names) == 1 else 's'
        raise type_error("Can't instantiate abstract class %s with abstract method%s %s" % (self.name, plural, ', '.join(names)))

    # ---- attributes of the class itself

    def getattribute(self, name):
        """type.__getattribute__(self, name)"""
        try:
            w_value = self.findattr(name)
        except OperationError as e:
            add_attribute_context(e, self, name)
            raise
        if w_value is None:
            raise attribute_error(self, name)
        return w_value

    def findattr(self, name):
        """The same, None if there is no such attribute; a descriptor may raise."""
        w_meta = self.gettype()
        w_meta_value = w_meta.lookup(name)
        if w_meta_value is not None and w_meta_value.is_data_descr() and w_meta_value.is_descr():
            return w_meta_value.op_get(self, w_meta)
        w_value = self.lookup(name)
        if w_value is not None:
            if w_value.is_descr():
                return w_value.op_get(None, self)
            return w_value
        if w_meta_value is not None:
            if w_meta_value.is_descr():
                return w_meta_value.op_get(self, w_meta)
            return w_meta_value
        return None

    def op_getattribute(self, name):
        return self.getattribute(name)

    def op_findattr(self, name):
        try:
            return self.findattr(name)
        except OperationError as e:
            if not is_attribute_error(e):
                raise
            return None

    def op_setattr(self, name, w_value):
        w_descr = self.gettype().lookup(name)
        if w_descr is not None and w_descr.is_data_descr():
            self.check_mutable(name)
            w_descr.op_set(self, w_value)
            return
        self.check_mutable(name)
        self.set_in_dict(name, w_value)

    def op_delattr(self, name):
        w_descr = self.gettype().lookup(name)
        self.check_mutable(name)
        if w_descr is not None and w_descr.is_data_descr():
            w_descr.op_delete(self)
            return
        if not self.w_dict.delitem_str(name):
            raise bare_attribute_error("type object '%s' has no attribute '%s'" % (self.name, name))
        self.mutated(name)

    def check_mutable(self, name):
        if not self.heap:
            raise type_error("cannot set '%s' attribute of immutable type '%s'" % (name, self.name))

    def set_in_dict(self, name, w_value):
        self.w_dict.setitem_str(name, w_value)
        self.mutated(name)

    def getdict(self):
        return self.w_dict

    def getdictvalue(self, name):
        return self.w_dict.getitem_str(name)

    def getweakref(self):
        return self.lifeline

    def setweakref(self, lifeline):
        self.lifeline = lifeline

    def op_repr(self):
        from interpreter.objects.str import newstr, W_Str
        w_module = self.get_module()
        if isinstance(w_module, W_Str) and w_module._utf8 != 'builtins':
            return newstr("<class '%s.%s'>" % (w_module._utf8, self.qualname))
        return newstr("<class '%s'>" % self.qualname)

    def op_or(self, w_other):
        from interpreter.objects.union import union_of
        return union_of(self, w_other)

    def op_ror(self, w_other):
        from interpreter.objects.union import union_of
        return union_of(w_other, self)

    def op_getitem(self, w_key):
        """C[key]: __class_getitem__; `type` itself makes a generic alias."""
        if self is W_Type.typedef.w_type:
            from interpreter.objects.genericalias import newgenericalias
            return newgenericalias(self, w_key)
        w_method = self.op_findattr('__class_getitem__')
        if w_method is None:
            raise type_error("type '%s' is not subscriptable" % self.name)
        return w_method.call1(w_key)

    def get_module(self):
        """The value of __module__."""
        from interpreter.objects.str import newstr
        if self.heap:
            w_module = self.w_dict.getitem_str('__module__')
            if w_module is None:
                raise attribute_error(self, '__module__')
            return w_module
        i = self.name.rfind('.')
        if i > 0:
            return newstr(self.name[:i])
        return newstr(self.typedef_.module)

    def short_name(self):
        """__name__: for built-in types the name without the module."""
        if self.heap:
            return self.name
        i = self.name.rfind('.') + 1
        assert i >= 0
        return self.name[i:]

    # ---- Python-level attributes and methods

    @raw_new('__new__')
    def descr_new(args_w, kwnames):
        from interpreter.objects.typenew import type_new
        return type_new(args_w, kwnames)

    @raw_method('__init__')
    def descr_init(args_w, kwnames):
        nkw = 0 if kwnames is None else len(kwnames)
        n = len(args_w) - nkw
        if n == 2 and nkw > 0:
            raise type_error("type.__init__() takes no keyword arguments")
        if n != 2 and n != 4:
            raise type_error("type.__init__() takes 1 or 3 arguments")
        return w_None

    @classmethod_('__prepare__(cls, *args, **kwds)')
    def descr_prepare(w_cls, args_w, w_kwds):
        from interpreter.objects.dict import newdict
        return newdict()

    @method('mro(self, /)')
    def descr_mro(self):
        """The method resolution order, computed anew, as a list."""
        from interpreter.objects.mro import compute_mro
        from interpreter.objects.wrap import newlist
        return newlist(_as_objects(compute_mro(self)))

    @method('__subclasses__(self, /)')
    def descr_subclasses(self):
        from interpreter.objects.wrap import newlist
        return newlist(_as_objects(self.live_subclasses()))

    @method('__instancecheck__(self, instance, /) -> bool')
    def descr_instancecheck(self, w_obj):
        from interpreter.objects.typecheck import plain_isinstance
        return plain_isinstance(w_obj, self)

    @method('__subclasscheck__(self, subclass, /) -> bool')
    def descr_subclasscheck(self, w_derived):
        from interpreter.objects.typecheck import plain_issubclass
        return plain_issubclass(w_derived, self)

    @method('__dir__(self, /)')
    def descr_dir(self):
        from interpreter.objects.object import merge_class_names
        from interpreter.objects.dict import newdict
        from interpreter.objects.wrap import newlist
        w_names = newdict()
        merge_class_names(w_names, self)
        return newlist(w_names.keys_w())

    @method('__sizeof__(self, /) -> int')
    def descr_sizeof(self):
        return 1064 if self.heap else 408

    @getter('__name__')
    def get_name(self):
        return interned_text(self.short_name())

    @setter('__name__')
    def set_name(self, w_value):
        from interpreter.objects.str import W_Str
        self.check_mutable('__name__')
        if not isinstance(w_value, W_Str):
            raise type_error("can only assign string to %s.__name__, not '%s'" % (self.name, w_value.gettype().name))
        if '\0' in w_value._utf8:
            from interpreter.errors import value_error
            raise value_error("type name must not contain null characters")
        from interpreter.objects.typenew import check_encodable
        check_encodable(w_value)
        self.name = w_value._utf8

    @deleter('__name__')
    def del_name(self):
        raise self.cannot_delete('__name__')

    def cannot_delete(self, name):
        return type_error("cannot delete '%s' attribute of immutable type '%s'" % (name, self.name))

    @getter('__qualname__')
    def get_qualname(self):
        return interned_text(self.qualname)

    @setter('__qualname__')
    def set_qualname(self, w_value):
        from interpreter.objects.str import W_Str
        self.check_mutable('__qualname__')
        if not isinstance(w_value, W_Str):
            raise type_error("can only assign string to %s.__qualname__, not '%s'" % (self.name, w_value.gettype().name))
        self.qualname = w_value._utf8

    @deleter('__qualname__')
    def del_qualname(self):
        raise self.cannot_delete('__qualname__')

    @getter('__module__')
    def get_module_attribute(self):
        return self.get_module()

    @setter('__module__')
    def set_module(self, w_value):
        self.check_mutable('__module__')
        self.set_in_dict('__module__', w_value)

    @deleter('__module__')
    def del_module(self):
        raise self.cannot_delete('__module__')

    @getter('__bases__')
    def get_bases(self):
        from interpreter.objects.wrap import newtuple
        return newtuple(_as_objects(self.bases_w))

    @setter('__bases__')
    def set_bases(self, w_value):
        from interpreter.objects.typenew import assign_bases
        self.check_mutable('__bases__')
        assign_bases(self, w_value)

    @deleter('__bases__')
    def del_bases(self):
        raise self.cannot_delete('__bases__')

    @getter('__base__')
    def get_base(self):
        from interpreter.objects.typenew import best_base
        if len(self.bases_w) == 0:
            return w_None
        return best_base(self.bases_w)

    @getter('__mro__')
    def get_mro(self):
        from interpreter.objects.wrap import newtuple
        if len(self.mro_w) == 0:
            return w_None              # mro() of a metaclass is at work
        return newtuple(_as_objects(self.mro_w))

    @getter('__dict__')
    def get_dict_proxy(self):
        from interpreter.objects.mappingproxy import W_MappingProxy
        return W_MappingProxy(self.w_dict)

    @getter('__doc__')
    def get_doc(self):
        from interpreter.objects.str import newstr
        w_doc = self.w_dict.getitem_str('__doc__')
        if w_doc is None:
            return w_None
        if w_doc.is_descr():
            return w_doc.op_get(None, self)
        return w_doc

    @setter('__doc__')
    def set_doc(self, w_value):
        self.check_mutable('__doc__')
        self.set_in_dict('__doc__', w_value)

    @deleter('__doc__')
    def del_doc(self):
        raise self.cannot_delete('__doc__')

    @getter('__text_signature__')
    def get_text_signature(self):
        from interpreter.objects.str import newstr
        signature = self.typedef_.text_signature
        if signature is None or self.typedef_.w_type is not self:
            return w_None
        return newstr(signature)

    @getter('__annotations__')
    def get_annotations(self):
        from interpreter.objects.dict import newdict
        w_value = self.w_dict.getitem_str('__annotations__')
        if w_value is not None:
            if w_value.is_descr():
                return w_value.op_get(None, self)
            return w_value
        if not self.heap:
            raise attribute_error(self, '__annotations__')
        w_value = newdict()
        self.set_in_dict('__annotations__', w_value)
        return w_value

    @setter('__annotations__')
    def set_annotations(self, w_value):
        self.set_in_dict('__annotations__', w_value)

    @deleter('__annotations__')
    def del_annotations(self):
        if not self.heap or not self.w_dict.delitem_str('__annotations__'):
            raise attribute_error_message(self, '__annotations__', '__annotations__')
        self.mutated()

    @getter('__abstractmethods__')
    def get_abstractmethods(self):
        w_value = None
        if self is not W_Type.typedef.w_type:
            w_value = self.w_dict.getitem_str('__abstractmethods__')
        if w_value is None:
            raise attribute_error_message(self, '__abstractmethods__', '__abstractmethods__')
        return w_value

    @setter('__abstractmethods__')
    def set_abstractmethods(self, w_value):
        from interpreter import ops
        self.set_in_dict('__abstractmethods__', w_value)
        self.abstract = ops.is_true(w_value)

    @deleter('__abstractmethods__')
    def del_abstractmethods(self):
        if not self.w_dict.delitem_str('__abstractmethods__'):
            raise attribute_error_message(self, '__abstractmethods__', '__abstractmethods__')
        self.abstract = False
        self.mutated()

    @getter('__flags__')
    def get_flags(self):
        from interpreter.objects.int import newint
        flags = 1 << 12                               # READY
        flags |= 1 << 9 if self.heap else 1 << 8      # HEAPTYPE, IMMUTABLETYPE
        if self.acceptable_base:
            flags |= 1 << 10
        if self.is_sequence:
            flags |= 1 << 5
        if self.is_mapping:
            flags |= 1 << 6
        if self.abstract:
            flags |= 1 << 20
        flags |= self.builtin_flags()
        return newint(flags)

    def builtin_flags(self):
        """The *_SUBCLASS bits."""
        name = self.name
        for w_class in self.mro_w:
            if not w_class.heap:
                name = w_class.name
                for i in range(len(_FLAG_TYPES)):
                    if name == _FLAG_TYPES[i]:
                        return 1 << (24 + i)
        return 0

    @getter('__basicsize__')
    def get_basicsize(self):
        from interpreter.objects.int import newint
        size = 16 + 8 * self.nslots
        if self.heap:
            size += 8 * int(self.has_dict) + 8 * int(self.has_weakref)
        return newint(size)

    @getter('__itemsize__')
    def get_itemsize(self):
        from interpreter.objects.int import newint
        name = self.layout.name
        if name == 'tuple':
            return newint(8)
        if name == 'int' or name == 'bool':
            return newint(4)
        if name == 'bytes':
            return newint(1)
        if name == 'type':
            return newint(40)
        return newint(0)

    @getter('__dictoffset__')
    def get_dictoffset(self):
        from interpreter.objects.int import newint
        return newint(16 + 8 * self.nslots if self.has_dict else 0)

    @getter('__weakrefoffset__')
    def get_weakrefoffset(self):
        from interpreter.objects.int import newint
        return newint(24 + 8 * self.nslots if self.has_weakref else 0)


# the built-in types that have a flag of their own, from bit 24 up
_FLAG_TYPES = ['int', 'list', 'tuple', 'bytes', 'str', 'dict', 'BaseException', 'type']

W_Type.typedef = TypeDef('type', W_Type, weakrefable=True, has_dict=True,
                         doc="The class of classes: type(obj) gives the class of obj, type(name, bases, namespace) makes a class.")


def _as_objects(types_w):
    """The same list as one of W_Root."""
    result_w = [None] * len(types_w)
    for i in range(len(types_w)):
        result_w[i] = types_w[i]
    return result_w


def _prepend(w_first, args_w):
    result_w = [w_first] * (len(args_w) + 1)
    for i in range(len(args_w)):
        result_w[i + 1] = args_w[i]
    return result_w


def check_init(w_result):
    if w_result is not w_None:
        raise type_error("__init__() should return None, not '%s'" % w_result.gettype().name)


def is_attribute_error(e):
    from interpreter.objects import exception
    return e.is_instance(exception.W_AttributeError.typedef)


_no_types = []
make_sure_not_resized(_no_types)
