"""super."""

from interpreter.errors import type_error, OperationError
from interpreter.gateway import getter, new, raw_method
from interpreter.objects.root import W_Root, w_None
from interpreter.typedef import TypeDef


class W_Super(W_Root):
    """w_start: the class after which the search begins.  w_obj, w_obj_type: what it is bound to, None while unbound."""
    _attrs_ = ['w_start', 'w_obj', 'w_obj_type']

    def __init__(self, w_start, w_obj, w_obj_type):
        self.w_start = w_start
        self.w_obj = w_obj
        self.w_obj_type = w_obj_type

    @new('__new__(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        from interpreter.objects.instance import allocate_instance
        w_self = allocate_instance(W_Super, w_cls)
        w_self.w_start = None
        w_self.w_obj = None
        w_self.w_obj_type = None
        return w_self

    @raw_method('__init__')
    def descr_init(args_w, kwnames):
        from interpreter.objects.type import W_Type
        w_self = args_w[0]
        assert isinstance(w_self, W_Super)
        if kwnames is not None:
            raise type_error("super() takes no keyword arguments")
        n = len(args_w) - 1
        if n > 2:
            raise type_error("super() expected at most 2 arguments, got %d" % n)
        if n == 0:
            from interpreter.eval.call import super_arguments
            w_type, w_obj = super_arguments()
        else:
            w_type = args_w[1]
            w_obj = args_w[2] if n == 2 else w_None
        if not isinstance(w_type, W_Type):
            raise type_error("super() argument 1 must be a type, not %s" % w_type.gettype().name)
        w_self.w_start = w_type
        if w_obj is not w_None:
            w_self.w_obj_type = check_super(w_type, w_obj)
            w_self.w_obj = w_obj
        return w_None

    def op_getattribute(self, name):
        w_value = self.search(name)
        if w_value is not None:
            return w_value
        from interpreter.objects.object import generic_getattribute
        return generic_getattribute(self, name)

    def op_findattr(self, name):
        from interpreter.objects.type import is_attribute_error
        try:
            w_value = self.search(name)
        except OperationError as e:
            if not is_attribute_error(e):
                raise
            return None
        if w_value is not None:
            return w_value
        from interpreter.objects.object import generic_findattr
        return generic_findattr(self, name)

    def search(self, name):
        """The attribute of the classes after w_start, bound; None if there is none."""
        if self.w_obj_type is None or name == '__class__':
            return None
        w_value = self.w_obj_type.lookup_after(self.w_start, name)
        if w_value is None or not w_value.is_descr():
            return w_value
        w_obj = self.w_obj
        return w_value.op_get(None if w_obj is self.w_obj_type else w_obj, self.w_obj_type)

    def is_descr(self):
        return True

    def op_get(self, w_obj, w_type):
        if w_obj is None or w_obj is w_None or self.w_obj is not None:
            return self
        if self.gettype() is not W_Super.typedef.w_type:
            return self.gettype().op_call([self.w_start, w_obj], None)
        return W_Super(self.w_start, w_obj, check_super(self.w_start, w_obj))

    def op_repr(self):
        from interpreter.objects.str import newstr
        start = 'NULL' if self.w_start is None else self.w_start.name
        if self.w_obj_type is not None:
            return newstr("<super: <class '%s'>, <%s object>>" % (start, self.w_obj_type.name))
        return newstr("<super: <class '%s'>, NULL>" % start)

    @getter('__thisclass__')
    def get_thisclass(self):
        if self.w_start is None:
            return w_None
        return self.w_start

    @getter('__self__')
    def get_self(self):
        if self.w_obj is None:
            return w_None
        return self.w_obj

    @getter('__self_class__')
    def get_self_class(self):
        if self.w_obj_type is None:
            return w_None
        return self.w_obj_type


def check_super(w_type, w_obj):
    """The class whose MRO super(w_type, w_obj) walks."""
    from interpreter import ops
    from interpreter.objects.type import W_Type
    if isinstance(w_obj, W_Type) and w_obj.issubtype(w_type):
        return w_obj
    w_obj_type = w_obj.gettype()
    if w_obj_type.issubtype(w_type):
        return w_obj_type
    w_class = ops.getattr_or_none(w_obj, '__class__')
    if isinstance(w_class, W_Type) and w_class is not w_obj_type and w_class.issubtype(w_type):
        return w_class
    raise type_error("super(type, obj): obj must be an instance or subtype of type")


W_Super.typedef = TypeDef('super', W_Super,
                          doc="Attribute access that goes on after a class in the method resolution order.")
