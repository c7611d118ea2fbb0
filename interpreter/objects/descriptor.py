"""Descriptors: property, staticmethod, classmethod, and the getset and member descriptors of types."""

from rpython.rlib.objectmodel import import_from_mixin

from interpreter.errors import type_error, attribute_error, bare_attribute_error
from interpreter.gateway import method, raw_method, getter, setter, new
from interpreter.objects.root import W_Root, w_None
from interpreter.typedef import TypeDef


class W_GetSet(W_Root):
    """An attribute of a built-in type that RPython functions compute.

    fget(w_obj) -> W_Root; fset(w_obj, w_value) and fdel(w_obj) may be None."""
    _attrs_ = ['name', 'doc', 'w_objclass', 'fget', 'fset', 'fdel']
    _immutable_fields_ = ['name', 'doc', 'w_objclass', 'fget', 'fset', 'fdel']

    def __init__(self, name, doc, w_objclass, fget, fset, fdel):
        self.name = name
        self.doc = doc
        self.w_objclass = w_objclass
        self.fget = fget
        self.fset = fset
        self.fdel = fdel

    def is_descr(self):
        return True

    def is_data_descr(self):
        return True

    def op_get(self, w_obj, w_type):
        if w_obj is None:
            return self
        self.check(w_obj)
        if self.fget is None:
            raise bare_attribute_error("attribute '%s' of '%s' objects is not readable" % (self.name, self.w_objclass.name))
        return self.fget(w_obj)

    def op_set(self, w_obj, w_value):
        self.check(w_obj)
        if self.fset is None:
            raise self.not_writable()
        self.fset(w_obj, w_value)

    def op_delete(self, w_obj):
        self.check(w_obj)
        if self.fdel is None:
            if self.fset is not None:
                raise type_error("cannot delete attribute '%s' of '%s' objects" % (self.name, self.w_objclass.name))
            raise self.not_writable()
        self.fdel(w_obj)

    def check(self, w_obj):
        if not w_obj.gettype().issubtype(self.w_objclass):
            raise type_error("descriptor '%s' for '%s' objects doesn't apply to a '%s' object" % (
                self.name, self.w_objclass.name, w_obj.gettype().name))

    def not_writable(self):
        return bare_attribute_error("attribute '%s' of '%s' objects is not writable" % (self.name, self.w_objclass.name))

    def op_repr(self):
        from interpreter.objects.str import newstr
        return newstr("<attribute '%s' of '%s' objects>" % (self.name, self.w_objclass.name))

    @getter('__name__')
    def get_name(self):
        from interpreter.objects.str import newstr
        return newstr(self.name)

    @getter('__qualname__')
    def get_qualname(self):
        from interpreter.objects.str import newstr
        return newstr('%s.%s' % (self.w_objclass.qualname, self.name))

    @getter('__objclass__')
    def get_objclass(self):
        return self.w_objclass

    @getter('__doc__')
    def get_doc(self):
        return _text_or_none(self.doc)


def _text_or_none(text):
    from interpreter.objects.str import newstr
    if text is None:
        return w_None
    return newstr(text)


W_GetSet.typedef = TypeDef('getset_descriptor', W_GetSet, subclassable=False)


class W_AbstractMember(W_Root):
    """What the members that `__slots__` makes and those of built-in types share."""
    _attrs_ = ['name', 'w_objclass']
    _immutable_fields_ = ['name', 'w_objclass']

    def is_descr(self):
        return True

    def is_data_descr(self):
        return True

    def check(self, w_obj):
        if not w_obj.gettype().issubtype(self.w_objclass):
            raise type_error("descriptor '%s' for '%s' objects doesn't apply to a '%s' object" % (
                self.name, self.w_objclass.name, w_obj.gettype().name))

    def op_repr(self):
        from interpreter.objects.str import newstr
        return newstr("<member '%s' of '%s' objects>" % (self.name, self.w_objclass.name))

    @getter('__name__')
    def get_name(self):
        from interpreter.objects.str import newstr
        return newstr(self.name)

    @getter('__qualname__')
    def get_qualname(self):
        from interpreter.objects.str import newstr
        return newstr('%s.%s' % (self.w_objclass.qualname, self.name))

    @getter('__objclass__')
    def get_objclass(self):
        return self.w_objclass

    def get_text(self):
        """The docstring, or None."""
        return None

    @getter('__doc__')
    def get_doc(self):
        return _text_or_none(self.get_text())

    @method('__reduce__(self, /)')
    def descr_reduce(self):
        from interpreter import ops
        from interpreter.objects.str import newstr
        from interpreter.objects.tuple import newtuple
        return newtuple([ops.builtin('getattr'), newtuple([self.w_objclass, newstr(self.name)])])


class W_Member(W_AbstractMember):
    """A name in `__slots__`: the place `index` of the instances of w_objclass."""
    _attrs_ = ['index']
    _immutable_fields_ = ['index']

    def __init__(self, name, w_objclass, index):
        self.name = name
        self.w_objclass = w_objclass
        self.index = index

    def op_get(self, w_obj, w_type):
        if w_obj is None:
            return self
        self.check(w_obj)
        w_value = w_obj.getslotvalue(self.index)
        if w_value is None:
            raise attribute_error(w_obj, self.name)
        return w_value

    def op_set(self, w_obj, w_value):
        self.check(w_obj)
        w_obj.setslotvalue(self.index, w_value)

    def op_delete(self, w_obj):
        self.check(w_obj)
        if w_obj.getslotvalue(self.index) is None:
            raise bare_attribute_error(self.name)
        w_obj.setslotvalue(self.index, None)


class W_BuiltinMember(W_AbstractMember):
    """An attribute of a built-in type that CPython keeps in a field: compute(w_obj) -> W_Root, assign(w_obj, w_value), remove(w_obj).

    Without `assign` it is read-only; with it but without `remove`, it is a number, which cannot be deleted."""
    _attrs_ = ['text', 'compute', 'assign', 'remove']
    _immutable_fields_ = ['text', 'compute', 'assign', 'remove']

    def __init__(self, name, text, w_objclass, compute, assign, remove):
        self.name = name
        self.text = text
        self.w_objclass = w_objclass
        self.compute = compute
        self.assign = assign
        self.remove = remove

    def get_text(self):
        return self.text

    def op_get(self, w_obj, w_type):
        if w_obj is None:
            return self
        self.check(w_obj)
        return self.compute(w_obj)

    def op_set(self, w_obj, w_value):
        self.check(w_obj)
        if self.assign is None:
            raise bare_attribute_error("readonly attribute")
        self.assign(w_obj, w_value)

    def op_delete(self, w_obj):
        self.check(w_obj)
        if self.remove is not None:
            self.remove(w_obj)
            return
        if self.assign is None:
            raise bare_attribute_error("readonly attribute")
        raise type_error("can't delete numeric/char attribute")


W_AbstractMember._layouts_ = (W_Member, W_BuiltinMember)
W_AbstractMember.typedef = TypeDef('member_descriptor', W_AbstractMember, subclassable=False)


class WrapperMixin(object):
    """What staticmethod and classmethod share: the attributes of the wrapped callable, and a __dict__ of their own."""

    def getdict(self):
        from interpreter.objects.dict import newdict
        if self.w_dict is None:
            self.w_dict = newdict()
        return self.w_dict

    def getdictvalue(self, name):
        if self.w_dict is None:
            return None
        return self.w_dict.getitem_str(name)

    def setdictvalue(self, name, w_value):
        self.getdict().setitem_str(name, w_value)
        return True

    def deldictvalue(self, name):
        return self.w_dict is not None and self.w_dict.delitem_str(name)

    def wrap(self, w_callable):
        """`__init__`: takes over the callable and the attributes that functools.wraps would."""
        self.w_callable = w_callable
        copy_wrapped_attributes(self, w_callable)

    def is_descr(self):
        return True


def copy_wrapped_attributes(w_wrapper, w_callable):
    from interpreter import ops
    for name in ['__module__', '__name__', '__qualname__', '__doc__', '__annotations__']:
        w_value = ops.getattr_or_none(w_callable, name)
        if w_value is not None:
            w_wrapper.setdictvalue(name, w_value)


def _repr_of(name, w_callable):
    from interpreter import ops
    from interpreter.objects.str import newstr
    return newstr("<%s(%s)>" % (name, ops.repr_w(w_callable)))


def _is_abstract(w_callable):
    """Has the callable a true `__isabstractmethod__`?"""
    from interpreter import ops
    w_value = ops.getattr_or_none(w_callable, '__isabstractmethod__')
    return w_value is not None and ops.is_true(w_value)


class W_StaticMethod(W_Root):
    _attrs_ = ['w_callable', 'w_dict']
    import_from_mixin(WrapperMixin)

    def __init__(self, w_callable):
        self.w_callable = w_callable
        self.w_dict = None

    @new('__new__(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        from interpreter.objects.instance import allocate_instance
        w_self = allocate_instance(W_StaticMethod, w_cls)
        w_self.w_callable = w_None
        w_self.w_dict = None
        return w_self

    @method('__init__(self, function, /) -> None')
    def descr_init(self, w_callable):
        self.wrap(w_callable)

    def op_get(self, w_obj, w_type):
        return self.w_callable

    def op_call(self, args_w, kwnames):
        return self.w_callable.op_call(args_w, kwnames)

    def op_repr(self):
        return _repr_of('staticmethod', self.w_callable)

    @getter('__func__')
    def get_func(self):
        return self.w_callable

    @getter('__wrapped__')
    def get_wrapped(self):
        return self.w_callable

    @getter('__isabstractmethod__')
    def get_isabstract(self):
        from interpreter.objects.int import newbool
        return newbool(_is_abstract(self.w_callable))


W_StaticMethod.typedef = TypeDef('staticmethod', W_StaticMethod, has_dict=True,
                                 doc="A function kept in a class that is called without the instance.")


class W_ClassMethod(W_Root):
    _attrs_ = ['w_callable', 'w_dict']
    import_from_mixin(WrapperMixin)

    def __init__(self, w_callable):
        self.w_callable = w_callable
        self.w_dict = None

    @new('__new__(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        from interpreter.objects.instance import allocate_instance
        w_self = allocate_instance(W_ClassMethod, w_cls)
        w_self.w_callable = w_None
        w_self.w_dict = None
        return w_self

    @method('__init__(self, function, /) -> None')
    def descr_init(self, w_callable):
        self.wrap(w_callable)

    def op_get(self, w_obj, w_type):
        from interpreter.objects.function import W_Method
        if w_type is None or w_type is w_None:
            w_type = w_obj.gettype()
        w_callable = self.w_callable
        if w_callable.is_method_descr():
            return W_Method(w_callable, w_type)
        if w_callable.is_descr():
            return w_callable.op_get(w_type, w_type)
        return W_Method(w_callable, w_type)

    def op_repr(self):
        return _repr_of('classmethod', self.w_callable)

    @getter('__func__')
    def get_func(self):
        return self.w_callable

    @getter('__wrapped__')
    def get_wrapped(self):
        return self.w_callable

    @getter('__isabstractmethod__')
    def get_isabstract(self):
        from interpreter.objects.int import newbool
        return newbool(_is_abstract(self.w_callable))


W_ClassMethod.typedef = TypeDef('classmethod', W_ClassMethod, has_dict=True,
                                doc="A function kept in a class that is called with the class first.")


class W_Property(W_Root):
    """w_get, w_set, w_del are None (RPython null) where absent."""
    _attrs_ = ['w_get', 'w_set', 'w_del', 'w_doc', 'w_name', 'getter_doc']

    def __init__(self):
        self.w_get = None
        self.w_set = None
        self.w_del = None
        self.w_doc = w_None
        self.w_name = None
        self.getter_doc = False

    @new('__new__(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        from interpreter.objects.instance import allocate_instance
        w_self = allocate_instance(W_Property, w_cls)
        W_Property.__init__(w_self)
        return w_self

    @method('__init__(self, fget=None, fset=None, fdel=None, doc=None) -> None')
    def descr_init(self, w_get, w_set, w_del, w_doc):
        from interpreter import ops
        self.w_get = None if w_get is w_None else w_get
        self.w_set = None if w_set is w_None else w_set
        self.w_del = None if w_del is w_None else w_del
        self.w_doc = w_doc
        self.getter_doc = False
        if w_doc is w_None and self.w_get is not None:
            w_doc = ops.getattr_or_none(self.w_get, '__doc__')
            if w_doc is not None:
                self.getter_doc = True
                self.w_doc = w_doc
                if self.is_user_instance:
                    ops.setattr(self, '__doc__', w_doc)      # a subclass may have a __doc__ of its own in the way

    def is_descr(self):
        return True

    def is_data_descr(self):
        return True

    def op_get(self, w_obj, w_type):
        if w_obj is None or w_obj is w_None:
            return self
        if self.w_get is None:
            raise self.missing(w_obj, 'getter')
        return self.w_get.call1(w_obj)

    def op_set(self, w_obj, w_value):
        if self.w_set is None:
            raise self.missing(w_obj, 'setter')
        self.w_set.call2(w_obj, w_value)

    def op_delete(self, w_obj):
        if self.w_del is None:
            raise self.missing(w_obj, 'deleter')
        self.w_del.call1(w_obj)

    def missing(self, w_obj, what):
        """The AttributeError for a function that the property does not have."""
        from interpreter import ops
        if self.w_name is not None:
            return bare_attribute_error("property %s of '%s' object has no %s" % (
                ops.repr_w(self.w_name), w_obj.gettype().qualname, what))
        return bare_attribute_error("property of '%s' object has no %s" % (w_obj.gettype().qualname, what))

    def copy_with(self, w_get, w_set, w_del):
        """A property of the same type with one function replaced."""
        w_get = self.w_get if w_get is None else w_get
        w_set = self.w_set if w_set is None else w_set
        w_del = self.w_del if w_del is None else w_del
        w_doc = self.w_doc
        if self.getter_doc and w_get is not None:
            w_doc = w_None
        args_w = [_or_none(w_get), _or_none(w_set), _or_none(w_del), w_doc]
        w_new = self.gettype().op_call(args_w, None)
        if isinstance(w_new, W_Property) and self.w_name is not None:
            w_new.w_name = self.w_name
        return w_new

    @method('getter(self, fget, /)')
    def descr_getter(self, w_get):
        """The same property with another function to compute it."""
        return self.copy_with(w_get, None, None)

    @method('setter(self, fset, /)')
    def descr_setter(self, w_set):
        """The same property with another function to set it."""
        return self.copy_with(None, w_set, None)

    @method('deleter(self, fdel, /)')
    def descr_deleter(self, w_del):
        """The same property with another function to delete it."""
        return self.copy_with(None, None, w_del)

    @raw_method('__set_name__')
    def descr_set_name(args_w, kwnames):
        if len(args_w) != 3:
            raise type_error("__set_name__() takes 2 positional arguments but %d were given" % (len(args_w) - 1))
        w_self = args_w[0]
        assert isinstance(w_self, W_Property)
        w_self.w_name = args_w[2]
        return w_None

    @getter('fget')
    def get_fget(self):
        return _or_none(self.w_get)

    @getter('fset')
    def get_fset(self):
        return _or_none(self.w_set)

    @getter('fdel')
    def get_fdel(self):
        return _or_none(self.w_del)

    @getter('__doc__')
    def get_doc(self):
        return self.w_doc

    @setter('__doc__')
    def set_doc(self, w_value):
        self.w_doc = w_value

    @getter('__isabstractmethod__')
    def get_isabstract(self):
        from interpreter.objects.int import newbool
        return newbool(self.w_get is not None and _is_abstract(self.w_get) or
                       self.w_set is not None and _is_abstract(self.w_set) or
                       self.w_del is not None and _is_abstract(self.w_del))


def _or_none(w_obj):
    if w_obj is None:
        return w_None
    return w_obj


W_Property.typedef = TypeDef('property', W_Property, text_signature='(fget=None, fset=None, fdel=None, doc=None)',
                             doc="An attribute that functions compute, set and delete.")
