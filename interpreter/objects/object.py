"""object: the attribute protocol, and the methods that every object has."""

from rpython.rlib.objectmodel import compute_identity_hash, compute_unique_id
from rpython.rlib.rarithmetic import intmask, r_uint

from interpreter.errors import (type_error, attribute_error, bare_attribute_error, add_attribute_context, OperationError)
from interpreter.gateway import method, getter, setter, raw_new, raw_method, classmethod_
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.typedef import TypeDef


# ____________________________________________________________
# attributes: what the slots of W_Root do


def generic_getattribute(w_obj, name):
    """object.__getattribute__: data descriptors of the type, the instance, the type."""
    try:
        w_value = find_attribute(w_obj, name)
    except OperationError as e:
        add_attribute_context(e, w_obj, name)
        raise
    if w_value is None:
        raise attribute_error(w_obj, name)
    return w_value


def find_attribute(w_obj, name):
    """The same, None if there is no such attribute; a descriptor may raise anything."""
    w_type = w_obj.gettype()
    w_descr = w_type.lookup(name)
    if w_descr is not None and w_descr.is_data_descr() and w_descr.is_descr():
        return w_descr.op_get(w_obj, w_type)
    w_value = w_obj.getdictvalue(name)
    if w_value is not None:
        return w_value
    if w_descr is not None and w_descr.is_descr():
        return w_descr.op_get(w_obj, w_type)
    return w_descr


def generic_findattr(w_obj, name):
    """The same, None also where a descriptor raises AttributeError."""
    from interpreter.objects.type import is_attribute_error
    try:
        return find_attribute(w_obj, name)
    except OperationError as e:
        if not is_attribute_error(e):
            raise
        return None


def generic_setattr(w_obj, name, w_value):
    """object.__setattr__"""
    w_descr = w_obj.gettype().lookup(name)
    if w_descr is not None and w_descr.is_data_descr():
        w_descr.op_set(w_obj, w_value)
        return
    if not w_obj.setdictvalue(name, w_value):
        raise no_such_attribute(w_obj, name, w_descr)


def generic_delattr(w_obj, name):
    """object.__delattr__"""
    w_descr = w_obj.gettype().lookup(name)
    if w_descr is not None and w_descr.is_data_descr():
        w_descr.op_delete(w_obj)
        return
    if not w_obj.deldictvalue(name):
        if w_obj.gettype().has_dict:
            w_descr = None
        raise no_such_attribute(w_obj, name, w_descr)


def no_such_attribute(w_obj, name, w_descr):
    """The error for an attribute that cannot be set or deleted."""
    text = "has no attribute '%s'" % name
    if w_descr is not None:
        text = "attribute '%s' is read-only" % name
    return bare_attribute_error("'%s' object %s" % (w_obj.gettype().name, text))


# ____________________________________________________________
# other defaults


def address_hex(w_obj):
    """What repr() shows as the address, '0x...'."""
    number = r_uint(compute_unique_id(w_obj))
    digits = []
    while True:
        digits.append('0123456789abcdef'[intmask(number & r_uint(15))])
        number >>= 4
        if number == r_uint(0):
            break
    digits.reverse()
    return '0x' + ''.join(digits)


def default_repr(w_obj):
    from interpreter.objects.str import newstr, W_Str
    w_type = w_obj.gettype()
    w_module = w_type.get_module()
    name = w_type.qualname
    if isinstance(w_module, W_Str) and w_module._utf8 != 'builtins':
        name = '%s.%s' % (w_module._utf8, name)
    return newstr("<%s object at %s>" % (name, address_hex(w_obj)))


def identity_hash(w_obj):
    """object.__hash__"""
    h = intmask(compute_identity_hash(w_obj))
    return -2 if h == -1 else h


def default_format(w_obj, spec):
    from interpreter import ops
    if len(spec) > 0:
        raise type_error("unsupported format string passed to %s.__format__" % w_obj.gettype().name)
    return ops.str(w_obj)


def contains_by_iteration(w_obj, w_item):
    """w_item in w_obj, for any iterable."""
    from interpreter import ops
    if w_obj.op_iter_is_missing():
        raise not_iterable_argument(w_obj)
    try:
        w_iterator = ops.iter(w_obj)
    except OperationError as e:
        if not e.is_instance(ops._exception('W_TypeError')):
            raise
        raise not_iterable_argument(w_obj)
    while True:
        w_next = w_iterator.op_next()
        if w_next is None:
            return False
        if ops.eq_w(w_next, w_item):
            return True


def not_iterable_argument(w_obj):
    return type_error("argument of type '%s' is not iterable" % w_obj.gettype().name)


def merge_class_names(w_names, w_class):
    """Adds the names in the namespaces of a class and of its bases to a dict."""
    from interpreter.objects.type import W_Type
    if isinstance(w_class, W_Type):
        for w_each in w_class.mro_w:
            for w_name in w_each.w_dict.keys_w():
                w_names.setitem(w_name, w_None)


def dir_of(w_obj):
    """object.__dir__(w_obj): a list object, unsorted."""
    from interpreter import ops
    from interpreter.objects.dict import newdict, W_Dict
    from interpreter.objects.wrap import newlist
    w_names = newdict()
    w_dict = ops.getattr_or_none(w_obj, '__dict__')
    if isinstance(w_dict, W_Dict):
        for w_name in w_dict.keys_w():
            w_names.setitem(w_name, w_None)
    w_class = ops.getattr_or_none(w_obj, '__class__')
    if w_class is not None:
        merge_class_names(w_names, w_class)
    return newlist(w_names.keys_w())


def builtin_by_name(name):
    """The function of that name in the builtins module."""
    from interpreter import ops
    return ops.builtin(name)


# ____________________________________________________________
# the class


class W_Object(W_Root):
    """A plain object()."""
    _attrs_ = ()

    @raw_new('__new__')
    def descr_new(args_w, kwnames):
        from interpreter.objects.type import W_Type
        nkw = 0 if kwnames is None else len(kwnames)
        if len(args_w) == nkw:
            raise type_error("object.__new__(): not enough arguments")
        w_cls = args_w[0]
        if not isinstance(w_cls, W_Type):
            raise type_error("object.__new__(X): X is not a type object (%s)" % w_cls.gettype().name)
        if len(args_w) > 1:
            table = w_cls.slots()
            if not table.plain_new:
                raise type_error("object.__new__() takes exactly one argument (the type to instantiate)")
            if table.w_init is None:
                raise type_error("%s() takes no arguments" % w_cls.name)
        if w_cls.layout is not W_Object.typedef.w_type:
            raise type_error("object.__new__(%s) is not safe, use %s.__new__()" % (w_cls.name, w_cls.layout.name))
        return w_cls.new_instance()

    @raw_method('__init__')
    def descr_init(args_w, kwnames):
        nkw = 0 if kwnames is None else len(kwnames)
        if len(args_w) == nkw:
            raise type_error("descriptor '__init__' of 'object' object needs an argument")
        if len(args_w) > 1:
            w_self = args_w[0]
            table = w_self.gettype().slots()
            if table.w_init is not None:
                raise type_error("object.__init__() takes exactly one argument (the instance to initialize)")
            if table.plain_new:
                raise type_error("%s.__init__() takes exactly one argument (the instance to initialize)" % w_self.gettype().name)
        return w_None

    @getter('__class__')
    def get_class(self):
        return self.gettype()

    @setter('__class__')
    def set_class(self, w_value):
        from interpreter.objects.type import W_Type
        if not isinstance(w_value, W_Type):
            raise type_error("__class__ must be set to a class, not '%s' object" % w_value.gettype().name)
        self.settype(w_value)

    @method('__reduce__(self, /)')
    def descr_reduce(self):
        from interpreter.objects.reduce import reduce_2_or_less
        return reduce_2_or_less(self, 0)

    @method('__reduce_ex__(self, protocol: int, /)')
    def descr_reduce_ex(self, protocol):
        from interpreter.objects.reduce import reduce_ex
        return reduce_ex(self, protocol)

    @method('__getstate__(self, /)')
    def descr_getstate(self):
        from interpreter.objects.reduce import default_getstate
        return default_getstate(self, False)

    @classmethod_('__subclasshook__(cls, *args)')
    def descr_subclasshook(w_cls, args_w):
        return w_NotImplemented

    @classmethod_('__init_subclass__(cls, *args, **kwds)')
    def descr_init_subclass(w_cls, args_w, w_kwds):
        if w_kwds is not None and w_kwds.length() > 0:
            raise type_error("%s.__init_subclass__() takes no keyword arguments" % w_cls.name)
        if len(args_w) > 0:
            raise type_error("%s.__init_subclass__() takes no arguments (%d given)" % (w_cls.name, len(args_w)))
        return w_None

    @method('__dir__(self, /)')
    def descr_dir(self):
        return dir_of(self)

    @method('__sizeof__(self, /) -> int')
    def descr_sizeof(self):
        return 16


W_Object.typedef = TypeDef('object', W_Object, text_signature='()',
                           doc="The base of all classes.")
W_Root.typedef = W_Object.typedef        # for the methods of object, which every object has


class _Found(object):
    """A function of object that type.py compares with; set by interpreter.objects.build once it is there."""
    _immutable_fields_ = ['w_function']
    w_function = None


object_new = _Found()
object_init = _Found()
