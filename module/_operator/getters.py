"""attrgetter, itemgetter, methodcaller."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import type_error
from interpreter.gateway import method, raw_new
from interpreter.objects import reprguard
from interpreter.objects.instance import allocate_instance
from interpreter.objects.root import W_Root
from interpreter.objects.str import W_Str
from interpreter.objects.type import W_Type
from interpreter.objects.wrap import newstr, newtuple
from interpreter.typedef import TypeDef


class W_Getter(W_Root):
    """What attrgetter and itemgetter share: `wanted_w` are the names or the keys."""
    _attrs_ = ['wanted_w']

    def fetch(self, w_obj, i):
        """What wanted_w[i] gives of the object."""
        raise NotImplementedError

    def fetch_all(self, w_obj):
        count = len(self.wanted_w)
        if count == 1:
            return self.fetch(w_obj, 0)
        return newtuple([self.fetch(w_obj, i) for i in range(count)])

    def call_checked(self, name, args_w, kwnames):
        if kwnames is not None and len(kwnames) > 0:
            raise type_error("%s() takes no keyword arguments" % name)
        if len(args_w) != 1:
            raise type_error("%s expected 1 argument, got %d" % (name, len(args_w)))
        return self.fetch_all(args_w[0])

    def shown(self):
        name = self.gettype().name
        if not reprguard.enter(self):
            return newstr(name + '(...)')
        try:
            text = name + '(' + ', '.join([ops.repr_w(w_each) for w_each in self.wanted_w]) + ')'
        finally:
            reprguard.leave(self)
        return newstr(text)

    def reduced(self):
        return newtuple([self.gettype(), newtuple(self.wanted_w)])


def wanted_of(name, args_w, kwnames):
    """The arguments of __new__ after the class."""
    if kwnames is not None and len(kwnames) > 0:
        raise type_error("%s() takes no keyword arguments" % name)
    if len(args_w) < 2:
        raise type_error("%s expected 1 argument, got 0" % name)
    return args_w[1:]


class W_AttrGetter(W_Getter):
    """`paths` are the names, split at the dots."""
    _attrs_ = ['paths']

    @raw_new('__new__')
    def descr_new(args_w, kwnames):
        w_cls = args_w[0]
        assert isinstance(w_cls, W_Type)
        wanted_w = wanted_of('attrgetter', args_w, kwnames)
        paths = []
        for w_name in wanted_w:
            if not isinstance(w_name, W_Str):
                raise type_error("attribute name must be a string")
            paths.append(w_name._utf8.split('.'))
        w_self = allocate_instance(W_AttrGetter, w_cls)
        w_self.wanted_w = wanted_w
        w_self.paths = paths
        return w_self

    def fetch(self, w_obj, i):
        for name in self.paths[i]:
            w_obj = ops.getattr(w_obj, name)
        return w_obj

    def op_call(self, args_w, kwnames):
        return self.call_checked('attrgetter', args_w, kwnames)

    def call1(self, w_obj):
        return self.fetch_all(w_obj)

    def op_repr(self):
        return self.shown()

    @method('__reduce__(self, /)')
    def m_reduce(self):
        return self.reduced()


W_AttrGetter.typedef = TypeDef('operator.attrgetter', W_AttrGetter, doc="A function that gets attributes of its argument.")


class W_ItemGetter(W_Getter):
    _attrs_ = []

    @raw_new('__new__')
    def descr_new(args_w, kwnames):
        w_cls = args_w[0]
        assert isinstance(w_cls, W_Type)
        wanted_w = wanted_of('itemgetter', args_w, kwnames)
        w_self = allocate_instance(W_ItemGetter, w_cls)
        w_self.wanted_w = wanted_w
        return w_self

    def fetch(self, w_obj, i):
        return ops.getitem(w_obj, self.wanted_w[i])

    def op_call(self, args_w, kwnames):
        return self.call_checked('itemgetter', args_w, kwnames)

    def call1(self, w_obj):
        return self.fetch_all(w_obj)

    def op_repr(self):
        return self.shown()

    @method('__reduce__(self, /)')
    def m_reduce(self):
        return self.reduced()


W_ItemGetter.typedef = TypeDef('operator.itemgetter', W_ItemGetter, doc="A function that gets items of its argument.")


class W_MethodCaller(W_Root):
    """arguments_w: the positional ones, then the values of those in `keywords`."""
    _attrs_ = ['w_name', 'name', 'arguments_w', 'keywords']

    @raw_new('__new__')
    def descr_new(args_w, kwnames):
        w_cls = args_w[0]
        assert isinstance(w_cls, W_Type)
        nkw = 0 if kwnames is None else len(kwnames)
        if len(args_w) - nkw < 2:
            raise type_error("methodcaller needs at least one argument, the method name")
        w_name = args_w[1]
        if not isinstance(w_name, W_Str):
            raise type_error("method name must be a string")
        w_self = allocate_instance(W_MethodCaller, w_cls)
        w_self.w_name = w_name
        w_self.name = w_name._utf8
        w_self.arguments_w = args_w[2:]
        w_self.keywords = kwnames
        return w_self

    def op_call(self, args_w, kwnames):
        if kwnames is not None and len(kwnames) > 0:
            raise type_error("methodcaller() takes no keyword arguments")
        if len(args_w) != 1:
            raise type_error("methodcaller expected 1 argument, got %d" % len(args_w))
        return self.call1(args_w[0])

    def call1(self, w_obj):
        return ops.call_args(ops.getattr(w_obj, self.name), self.arguments_w, self.keywords)

    def positional(self):
        """How many of the arguments are positional."""
        if self.keywords is None:
            return len(self.arguments_w)
        return len(self.arguments_w) - len(self.keywords)

    def op_repr(self):
        name = self.gettype().name
        if not reprguard.enter(self):
            return newstr(name + '(...)')
        try:
            pieces = [ops.repr_w(self.w_name)]
            positional = self.positional()
            for i in range(len(self.arguments_w)):
                text = ops.repr_w(self.arguments_w[i])
                if i >= positional:
                    text = self.keywords[i - positional] + '=' + text
                pieces.append(text)
        finally:
            reprguard.leave(self)
        return newstr(name + '(' + ', '.join(pieces) + ')')

    @method('__reduce__(self, /)')
    def m_reduce(self):
        positional = self.positional()
        if positional == len(self.arguments_w):
            return newtuple([self.gettype(), newtuple(ops.prepend(self.w_name, self.arguments_w))])
        from interpreter.eval.importing import import_module
        w_partial = ops.getattr(import_module('functools'), 'partial')
        assert positional >= 0
        values_w = self.arguments_w[positional:]
        bound_w = ops.prepend(self.gettype(), ops.prepend(self.w_name, values_w))
        return newtuple([ops.call_args(w_partial, bound_w, self.keywords), newtuple(self.arguments_w[:positional])])


W_MethodCaller.typedef = TypeDef('operator.methodcaller', W_MethodCaller, doc="A function that calls a method of its argument.")
