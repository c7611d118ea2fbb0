"""types.SimpleNamespace."""

from interpreter import ops
from interpreter.errors import type_error
from interpreter.gateway import method, new, raw_method
from interpreter.objects import reprguard
from interpreter.objects.dict import W_Dict, newdict
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.typedef import TypeDef


class W_SimpleNamespace(W_Root):
    """Its attributes are in w_dict."""
    _attrs_ = ['w_dict']

    def __init__(self):
        self.w_dict = newdict()

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        from interpreter.objects.instance import allocate_instance
        w_self = allocate_instance(W_SimpleNamespace, w_cls)
        w_self.w_dict = newdict()
        return w_self

    @raw_method('__init__')
    def descr_init(args_w, kwnames):
        w_self = args_w[0]
        assert isinstance(w_self, W_SimpleNamespace)
        nkw = 0 if kwnames is None else len(kwnames)
        npos = len(args_w) - nkw
        if npos > 1:
            raise type_error("no positional arguments expected")
        for i in range(nkw):
            w_self.w_dict.setitem_str(kwnames[i], args_w[npos + i])
        return w_None

    def getdict(self):
        return self.w_dict

    def getdictvalue(self, name):
        return self.w_dict.getitem_str(name)

    def setdictvalue(self, name, w_value):
        self.w_dict.setitem_str(name, w_value)
        return True

    def deldictvalue(self, name):
        return self.w_dict.delitem_str(name)

    def op_repr(self):
        from interpreter.objects.str import W_Str, newstr
        name = self.gettype().name
        if self.gettype() is W_SimpleNamespace.typedef.w_type:
            name = 'namespace'
        if not reprguard.enter(self):
            return newstr(name + '(...)')
        try:
            pieces = []
            for w_key in self.w_dict.keys_w():
                if isinstance(w_key, W_Str) and len(w_key._utf8) > 0:
                    w_value = self.w_dict.getitem(w_key)
                    if w_value is not None:
                        pieces.append('%s=%s' % (w_key._utf8, ops.repr_w(w_value)))
        finally:
            reprguard.leave(self)
        return newstr('%s(%s)' % (name, ', '.join(pieces)))

    def op_eq(self, w_other):
        if not isinstance(w_other, W_SimpleNamespace):
            return w_NotImplemented
        return self.w_dict.op_eq(w_other.w_dict)

    def op_ne(self, w_other):
        if not isinstance(w_other, W_SimpleNamespace):
            return w_NotImplemented
        return self.w_dict.op_ne(w_other.w_dict)

    def op_lt(self, w_other):
        if not isinstance(w_other, W_SimpleNamespace):
            return w_NotImplemented
        return ops.lt(self.w_dict, w_other.w_dict)

    @method('__reduce__(self, /)')
    def descr_reduce(self):
        from interpreter.objects.tuple import newtuple
        return newtuple([self.gettype(), newtuple([]), self.w_dict])


W_SimpleNamespace.typedef = TypeDef('types.SimpleNamespace', W_SimpleNamespace, has_dict=True, unhashable=True,
                                    doc="An object with the attributes that it is given.")
