"""types.GenericAlias: `list[int]` (PEP 585)."""

from interpreter import ops
from interpreter.errors import type_error, attribute_error
from interpreter.gateway import method, getter, new
from interpreter.objects.root import W_Root, w_None, w_NotImplemented, w_Ellipsis
from interpreter.typedef import TypeDef

# attributes of the alias itself; all others are those of the origin
_OWN = ['__class__', '__origin__', '__args__', '__unpacked__', '__parameters__', '__typing_unpacked_tuple_args__', '__mro_entries__',
        '__reduce_ex__', '__reduce__', '__copy__', '__deepcopy__']


class W_GenericAlias(W_Root):
    """origin[args]; `starred` for *origin[args].  w_parameters is made when first asked for."""
    _attrs_ = ['w_origin', 'w_args', 'w_parameters', 'starred', 'lifeline']

    def __init__(self, w_origin, w_args, starred):
        self.w_origin = w_origin
        self.w_args = w_args
        self.w_parameters = None
        self.starred = starred
        self.lifeline = None

    @new('__new__(cls, origin, args, /)')
    def descr_new(w_cls, w_origin, w_args):
        from interpreter.objects.instance import allocate_instance
        w_alias = allocate_instance(W_GenericAlias, w_cls)
        W_GenericAlias.__init__(w_alias, w_origin, as_tuple(w_args), False)
        return w_alias

    def getweakref(self):
        return self.lifeline

    def setweakref(self, lifeline):
        self.lifeline = lifeline

    def parameters(self):
        if self.w_parameters is None:
            from interpreter.objects.typevars import collect_parameters
            self.w_parameters = collect_parameters(self.w_args)
        return self.w_parameters

    def without_star(self):
        return W_GenericAlias(self.w_origin, self.w_args, False)

    @getter('__origin__')
    def get_origin(self):
        return self.w_origin

    @getter('__args__')
    def get_args(self):
        return self.w_args

    @getter('__parameters__')
    def get_parameters(self):
        return self.parameters()

    @getter('__unpacked__')
    def get_unpacked(self):
        from interpreter.objects.int import newbool
        return newbool(self.starred)

    @getter('__typing_unpacked_tuple_args__')
    def get_unpacked_tuple_args(self):
        from interpreter.objects.tuple import W_Tuple
        if self.starred and self.w_origin is W_Tuple.typedef.w_type:
            return self.w_args
        return w_None

    def op_getattribute(self, name):
        if name not in _OWN:
            return ops.getattr(self.w_origin, name)
        from interpreter.objects.object import generic_getattribute
        return generic_getattribute(self, name)

    def op_call(self, args_w, kwnames):
        from interpreter.errors import OperationError
        from interpreter.objects import exception
        w_obj = self.w_origin.op_call(args_w, kwnames)
        try:
            ops.setattr(w_obj, '__orig_class__', self)
        except OperationError as e:
            if not e.is_instance(exception.W_AttributeError.typedef) and not e.is_instance(exception.W_TypeError.typedef):
                raise
        return w_obj

    def op_getitem(self, w_key):
        from interpreter.objects.typevars import substitute
        w_args = substitute(self, self.w_args, self.parameters(), w_key)
        return W_GenericAlias(self.w_origin, w_args, self.starred)

    def op_iter(self):
        from interpreter.objects.iterators import W_SingleIterator
        return W_SingleIterator(W_GenericAlias(self.w_origin, self.w_args, True))

    def op_repr(self):
        from interpreter.objects.str import newstr
        items_w = ops.tuple_items(self.w_args)
        pieces = [repr_of_argument(w_item) for w_item in items_w]
        inside = ', '.join(pieces) if len(pieces) > 0 else '()'
        star = '*' if self.starred else ''
        return newstr("%s%s[%s]" % (star, repr_of_argument(self.w_origin), inside))

    def op_hash(self):
        return ops.hash(self.w_origin) ^ ops.hash(self.w_args)

    def op_eq(self, w_other):
        from interpreter.objects.int import newbool
        if not isinstance(w_other, W_GenericAlias):
            return w_NotImplemented
        return newbool(self.starred == w_other.starred and ops.eq_w(self.w_origin, w_other.w_origin) and
                       ops.eq_w(self.w_args, w_other.w_args))

    def op_or(self, w_other):
        from interpreter.objects.union import union_of
        return union_of(self, w_other)

    def op_ror(self, w_other):
        from interpreter.objects.union import union_of
        return union_of(w_other, self)

    @method('__mro_entries__(self, bases, /)')
    def descr_mro_entries(self, w_bases):
        from interpreter.objects.tuple import newtuple
        return newtuple([self.w_origin])

    @method('__instancecheck__(self, instance, /)')
    def descr_instancecheck(self, w_obj):
        raise type_error("isinstance() argument 2 cannot be a parameterized generic")

    @method('__subclasscheck__(self, cls, /)')
    def descr_subclasscheck(self, w_class):
        raise type_error("issubclass() argument 2 cannot be a parameterized generic")

    @method('__reduce__(self, /)')
    def descr_reduce(self):
        from interpreter.objects.tuple import newtuple
        if self.starred:
            w_iterator = ops.iter(self.without_star())
            return newtuple([ops.builtin('next'), newtuple([w_iterator])])
        return newtuple([self.gettype(), newtuple([self.w_origin, self.w_args])])

    @method('__dir__(self, /)')
    def descr_dir(self):
        from interpreter.objects.list import newlist
        from interpreter.objects.str import newstr
        w_method = ops.lookup_special(self.w_origin, '__dir__')
        if w_method is None:
            raise type_error("object does not provide __dir__")
        w_list = newlist(ops.listview(w_method.call0()))
        for name in _OWN:
            w_name = newstr(name)
            if not ops.contains(w_list, w_name):
                ops.call_method1(w_list, 'append', w_name)
        return w_list


def as_tuple(w_args):
    """The arguments of an alias: a tuple as it is, anything else in a tuple of one."""
    from interpreter.objects.tuple import W_Tuple
    if isinstance(w_args, W_Tuple):
        return w_args
    return W_Tuple([w_args])


def newgenericalias(w_origin, w_args):
    """origin[args]"""
    return W_GenericAlias(w_origin, as_tuple(w_args), False)


def repr_of_argument(w_obj):
    """How an argument of an alias or a union is shown: a type by its qualified name."""
    from interpreter.objects.list import W_List
    from interpreter.objects.str import W_Str
    if w_obj is w_Ellipsis:
        return '...'
    if isinstance(w_obj, W_List):
        return '[%s]' % ', '.join([repr_of_argument(w_item) for w_item in w_obj.items])
    if ops.getattr_or_none(w_obj, '__origin__') is not None and ops.getattr_or_none(w_obj, '__args__') is not None:
        return ops.repr_w(w_obj)
    w_qualname = ops.getattr_or_none(w_obj, '__qualname__')
    if w_qualname is None:
        return ops.repr_w(w_obj)
    w_module = ops.getattr_or_none(w_obj, '__module__')
    if w_module is None or w_module is w_None:
        return ops.repr_w(w_obj)
    if isinstance(w_module, W_Str) and w_module._utf8 == 'builtins':
        return ops.str_w(w_qualname)
    return '%s.%s' % (ops.str_w(w_module), ops.str_w(w_qualname))


W_GenericAlias.typedef = TypeDef('types.GenericAlias', W_GenericAlias, weakrefable=True,
                                 doc="A class with arguments, such as list[int].")
