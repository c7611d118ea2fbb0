"""Functions: Python functions, bound methods, and the callables that stand for built-in functions and methods.

    W_Function          function                       a code object with its globals, defaults and closure
    W_Method            method                         a callable bound to a self
    W_BuiltinFunction   builtin_function_or_method     a gateway.BuiltinCode, perhaps bound to a self
    W_MethodDescr       method_descriptor              a method of a built-in type, unbound
    W_SlotWrapper       wrapper_descriptor             the same for a special method derived from a slot
    W_MethodWrapper     method-wrapper                 a bound W_SlotWrapper
"""

from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.objects.wrap import newint, newstr, newtuple, newbool
from interpreter.objects.cell import W_Cell
from interpreter.objects.code import W_Code, CO_OPTIMIZED
from interpreter.objects.interned import interned_text
from interpreter.errors import type_error, value_error
from interpreter.gateway import method, getter, setter, deleter, new
from interpreter.typedef import TypeDef


class W_Function(W_Root):
    """A function written in Python.

    code         W_Code, may be assigned      defaults_w   list of W_Root, or None
    w_globals    W_Dict                       w_kwdefaults W_Dict, or None
    w_builtins   a mapping                    closure      list of W_Cell, as many as code.freevars
    name, qualname  str, UTF-8                w_module     the value of __module__
    """
    _attrs_ = ['code', 'w_globals', 'w_builtins', 'name', 'qualname', 'w_doc', 'w_module', 'defaults_w', 'w_kwdefaults', 'closure', 'w_dict', 'w_annotations', 'lifeline']
    _immutable_fields_ = ['w_globals', 'w_builtins', 'closure[*]']

    w_dict = None
    w_annotations = None         # a W_Dict, a W_Tuple of names and values in turn (not asked for yet), or None
    lifeline = None

    def __init__(self, code, w_globals, w_builtins, name, qualname, w_doc, w_module, defaults_w, w_kwdefaults, closure):
        self.code = code
        self.w_globals = w_globals
        self.w_builtins = w_builtins
        self.name = name
        self.qualname = qualname
        self.w_doc = w_doc
        self.w_module = w_module
        self.defaults_w = defaults_w
        self.w_kwdefaults = w_kwdefaults
        self.closure = closure

    # ---- calls

    def op_call(self, args_w, kwnames):
        from interpreter.eval.call import call_function
        return call_function(self, args_w, kwnames)

    def call0(self):
        from interpreter.eval.call import call_function0
        return call_function0(self)

    def call1(self, w_a):
        from interpreter.eval.call import call_function1
        return call_function1(self, w_a)

    def call2(self, w_a, w_b):
        from interpreter.eval.call import call_function2
        return call_function2(self, w_a, w_b)

    def call3(self, w_a, w_b, w_c):
        from interpreter.eval.call import call_function3
        return call_function3(self, w_a, w_b, w_c)

    # ---- descriptor

    def is_descr(self):
        return True

    def is_method_descr(self):
        return True

    def is_callable(self):
        return True

    def op_get(self, w_obj, w_type):
        if w_obj is None:
            return self
        return W_Method(self, w_obj)

    # ---- attributes of the instance

    def getdict(self):
        from interpreter.objects.dict import newdict
        if self.w_dict is None:
            self.w_dict = newdict()
        return self.w_dict

    def setdict(self, w_dict):
        from interpreter.objects.dict import W_Dict
        if not isinstance(w_dict, W_Dict):
            raise type_error("__dict__ must be set to a dictionary, not a '%s'" % w_dict.gettype().name)
        self.w_dict = w_dict

    def getdictvalue(self, name):
        if self.w_dict is None:
            return None
        return self.w_dict.getitem_str(name)

    def setdictvalue(self, name, w_value):
        self.getdict().setitem_str(name, w_value)
        return True

    def deldictvalue(self, name):
        if self.w_dict is None or self.w_dict.getitem_str(name) is None:
            return False
        self.w_dict.delitem_str(name)
        return True

    def getweakref(self):
        return self.lifeline

    def setweakref(self, lifeline):
        self.lifeline = lifeline

    # ---- Python attributes

    @getter('__dict__')
    def get_dict(self):
        return self.getdict()

    @setter('__dict__')
    def set_dict(self, w_dict):
        self.setdict(w_dict)

    @deleter('__dict__')
    def delete_dict(self):
        raise type_error("cannot delete __dict__")

    @new('__new__(cls, code, globals, name=None, argdefs=None, closure=None)')
    def descr_new(w_cls, w_code, w_globals, w_name, w_argdefs, w_closure):
        """A function from a code object and its surroundings."""
        from interpreter import ops
        from interpreter.objects.dict import W_Dict
        from interpreter.objects.tuple import W_Tuple
        from interpreter.objects.str import W_Str
        from interpreter.eval.call import builtins_of
        if not isinstance(w_code, W_Code):
            raise type_error("function() argument 'code' must be code, not %s" % w_code.gettype().name)
        if not isinstance(w_globals, W_Dict):
            raise type_error("function() argument 'globals' must be dict, not %s" % w_globals.gettype().name)
        if w_name is not w_None and not isinstance(w_name, W_Str):
            raise type_error("arg 3 (name) must be None or string")
        if w_argdefs is not w_None and not isinstance(w_argdefs, W_Tuple):
            raise type_error("arg 4 (defaults) must be None or tuple")
        if not isinstance(w_closure, W_Tuple):
            if w_code.nfrees > 0 and w_closure is w_None:
                raise type_error("arg 5 (closure) must be tuple")
            if w_closure is not w_None:
                raise type_error("arg 5 (closure) must be None or tuple")
        closure = []
        if w_closure is not w_None:
            for w_cell in ops.tuple_items(w_closure):
                if not isinstance(w_cell, W_Cell):
                    raise type_error("arg 5 (closure) expected cell, found %s" % w_cell.gettype().name)
                closure.append(w_cell)
        if len(closure) != w_code.nfrees:
            raise value_error("%s requires closure of length %d, not %d" % (w_code.name, w_code.nfrees, len(closure)))
        func = make_function(w_code, w_globals, builtins_of(w_globals), closure[:])
        if w_name is not w_None:
            func.name = ops.text_w(w_name)
        if w_argdefs is not w_None:
            func.defaults_w = ops.tuple_items(w_argdefs)[:]
        return func

    @getter('__code__')
    def get_code(self):
        return self.code

    @setter('__code__')
    def set_code(self, w_code):
        if not isinstance(w_code, W_Code):
            raise type_error("__code__ must be set to a code object")
        if w_code.nfrees != len(self.closure):
            raise value_error("%s() requires a code object with %d free vars, not %d" % (
                self.name, len(self.closure), w_code.nfrees))
        self.code = w_code

    @getter('__globals__')
    def get_globals(self):
        return self.w_globals

    @getter('__builtins__')
    def get_builtins(self):
        return self.w_builtins

    @getter('__closure__')
    def get_closure(self):
        if len(self.closure) == 0:
            return w_None
        items_w = [None] * len(self.closure)
        for i in range(len(self.closure)):
            items_w[i] = self.closure[i]
        return newtuple(items_w)

    @getter('__name__')
    def get_name(self):
        return interned_text(self.name)

    @setter('__name__')
    def set_name(self, w_name):
        from interpreter import ops
        from interpreter.objects.str import W_Str
        if not isinstance(w_name, W_Str):
            raise type_error("__name__ must be set to a string object")
        self.name = ops.text_w(w_name)

    @getter('__qualname__')
    def get_qualname(self):
        return interned_text(self.qualname)

    @setter('__qualname__')
    def set_qualname(self, w_name):
        from interpreter import ops
        from interpreter.objects.str import W_Str
        if not isinstance(w_name, W_Str):
            raise type_error("__qualname__ must be set to a string object")
        self.qualname = ops.text_w(w_name)

    @getter('__doc__')
    def get_doc(self):
        return self.w_doc

    @setter('__doc__')
    def set_doc(self, w_doc):
        self.w_doc = w_doc

    @deleter('__doc__')
    def delete_doc(self):
        self.w_doc = w_None

    @getter('__module__')
    def get_module(self):
        return self.w_module

    @setter('__module__')
    def set_module(self, w_module):
        self.w_module = w_module

    @deleter('__module__')
    def delete_module(self):
        self.w_module = w_None

    @getter('__defaults__')
    def get_defaults(self):
        if self.defaults_w is None:
            return w_None
        return newtuple(self.defaults_w[:])

    @setter('__defaults__')
    def set_defaults(self, w_defaults):
        from interpreter import ops
        from interpreter.objects.tuple import W_Tuple
        if w_defaults is w_None:
            self.defaults_w = None
            return
        if not isinstance(w_defaults, W_Tuple):
            raise type_error("__defaults__ must be set to a tuple object")
        self.defaults_w = ops.tuple_items(w_defaults)[:]

    @deleter('__defaults__')
    def delete_defaults(self):
        self.defaults_w = None

    @getter('__kwdefaults__')
    def get_kwdefaults(self):
        if self.w_kwdefaults is None:
            return w_None
        return self.w_kwdefaults

    @setter('__kwdefaults__')
    def set_kwdefaults(self, w_kwdefaults):
        from interpreter.objects.dict import W_Dict
        if w_kwdefaults is w_None:
            self.w_kwdefaults = None
            return
        if not isinstance(w_kwdefaults, W_Dict):
            raise type_error("__kwdefaults__ must be set to a dict object")
        self.w_kwdefaults = w_kwdefaults

    @deleter('__kwdefaults__')
    def delete_kwdefaults(self):
        self.w_kwdefaults = None

    @getter('__annotations__')
    def get_annotations(self):
        from interpreter import ops
        from interpreter.objects.dict import newdict, W_Dict
        w_annotations = self.w_annotations
        if isinstance(w_annotations, W_Dict):
            return w_annotations
        w_dict = newdict()
        if w_annotations is not None:
            items_w = ops.tuple_items(w_annotations)
            for i in range(0, len(items_w) - 1, 2):
                w_dict.setitem(items_w[i], items_w[i + 1])
        self.w_annotations = w_dict
        return w_dict

    @setter('__annotations__')
    def set_annotations(self, w_annotations):
        from interpreter.objects.dict import W_Dict
        if w_annotations is w_None:
            self.w_annotations = None
            return
        if not isinstance(w_annotations, W_Dict):
            raise type_error("__annotations__ must be set to a dict object")
        self.w_annotations = w_annotations

    @deleter('__annotations__')
    def delete_annotations(self):
        self.w_annotations = None

    def op_repr(self):
        from interpreter.objects.object import address_hex
        return newstr("<function %s at %s>" % (self.qualname, address_hex(self)))


def make_function(w_code, w_globals, w_builtins, closure):
    """The W_Function of a code object, without defaults; `closure` is a list of W_Cell."""
    from interpreter.objects.str import W_Str
    w_doc = w_None
    if len(w_code.consts_w) > 0 and isinstance(w_code.consts_w[0], W_Str):
        w_doc = w_code.consts_w[0]
    w_module = w_globals.getitem_str('__name__')
    if w_module is None:
        w_module = w_None
    return W_Function(w_code, w_globals, w_builtins, w_code.name, w_code.qualname, w_doc, w_module, None, None, closure)


class W_Method(W_Root):
    """A bound method: calls w_function with w_self before the arguments."""
    _attrs_ = ['w_function', 'w_self', 'lifeline']
    _immutable_fields_ = ['w_function', 'w_self']

    lifeline = None

    def is_callable(self):
        return True

    def __init__(self, w_function, w_self):
        self.w_function = w_function
        self.w_self = w_self

    @new('__new__(cls, function, instance, /)')
    def descr_new(w_cls, w_function, w_instance):
        """A callable that passes instance before the arguments."""
        from interpreter import ops
        if not ops.callable(w_function):
            raise type_error("first argument must be callable")
        if w_instance is w_None:
            raise type_error("instance must not be None")
        return W_Method(w_function, w_instance)

    def op_call(self, args_w, kwnames):
        return self.w_function.op_call([self.w_self] + args_w, kwnames)

    def call0(self):
        return self.w_function.call1(self.w_self)

    def call1(self, w_a):
        return self.w_function.call2(self.w_self, w_a)

    def call2(self, w_a, w_b):
        return self.w_function.call3(self.w_self, w_a, w_b)

    def op_getattribute(self, name):
        # the type's own attributes first, then those of the function
        w_descr = self.gettype().lookup(name)
        if w_descr is not None:
            if w_descr.is_descr():
                return w_descr.op_get(self, self.gettype())
            return w_descr
        return self.w_function.op_getattribute(name)

    def getweakref(self):
        return self.lifeline

    def setweakref(self, lifeline):
        self.lifeline = lifeline

    @getter('__func__')
    def get_func(self):
        return self.w_function

    @getter('__self__')
    def get_self(self):
        return self.w_self

    @getter('__doc__')
    def get_doc(self):
        return self.w_function.op_getattribute('__doc__')

    @method('__reduce__(self, /)')
    def m_reduce(self):
        from interpreter import ops
        w_getattr = ops.builtin('getattr')
        return newtuple([w_getattr, newtuple([self.w_self, self.w_function.op_getattribute('__name__')])])

    def op_repr(self):
        from interpreter import ops
        w_name = ops.getattr_or_none(self.w_function, '__qualname__')
        if w_name is None:
            w_name = ops.getattr_or_none(self.w_function, '__name__')
        from interpreter.objects.str import W_Str
        name = '?'
        if isinstance(w_name, W_Str):
            name = ops.text_w(w_name)
        return newstr("<bound method %s of %s>" % (name, ops.text_w(ops.repr(self.w_self))))

    def op_eq(self, w_other):
        from interpreter import ops
        if not isinstance(w_other, W_Method):
            return w_NotImplemented
        if self.w_self is not w_other.w_self:
            return newbool(False)
        return newbool(ops.eq_w(self.w_function, w_other.w_function))

    def op_ne(self, w_other):
        from interpreter import ops
        if not isinstance(w_other, W_Method):
            return w_NotImplemented
        if self.w_self is not w_other.w_self:
            return newbool(True)
        return newbool(not ops.eq_w(self.w_function, w_other.w_function))

    def op_hash(self):
        from interpreter import ops
        from interpreter.objects.object import identity_hash
        return identity_hash(self.w_self) ^ ops.hash(self.w_function)


class W_BuiltinFunction(W_Root):
    """A built-in function (w_self None) or a method of a built-in type bound to w_self.

    modulename: the value of __module__ as a str, or None."""
    _attrs_ = ['code', 'modulename', 'w_self', 'w_module', 'lifeline']
    _immutable_fields_ = ['code', 'w_self']

    w_module = None              # what __self__ shows for a function of a module
    lifeline = None

    def is_callable(self):
        return True

    def __init__(self, code, modulename=None, w_self=None):
        self.code = code
        self.modulename = modulename
        self.w_self = w_self

    def op_call(self, args_w, kwnames):
        if self.w_self is not None:
            args_w = [self.w_self] + args_w
        return self.code.call_args(args_w, kwnames)

    def call0(self):
        if self.w_self is not None:
            return self.code.call1(self.w_self)
        return self.code.call0()

    def call1(self, w_a):
        if self.w_self is not None:
            return self.code.call2(self.w_self, w_a)
        return self.code.call1(w_a)

    def call2(self, w_a, w_b):
        if self.w_self is not None:
            return self.code.call3(self.w_self, w_a, w_b)
        return self.code.call2(w_a, w_b)

    def call3(self, w_a, w_b, w_c):
        if self.w_self is not None:
            return self.code.call4(self.w_self, w_a, w_b, w_c)
        return self.code.call3(w_a, w_b, w_c)

    def getweakref(self):
        return self.lifeline

    def setweakref(self, lifeline):
        self.lifeline = lifeline

    @getter('__name__')
    def get_name(self):
        return newstr(self.code.name)

    @getter('__qualname__')
    def get_qualname(self):
        from interpreter.objects.type import W_Type
        if isinstance(self.w_self, W_Type):
            return newstr(self.code.qualname)
        if self.w_self is not None:
            return newstr("%s.%s" % (self.w_self.gettype().name, self.code.name))
        return newstr(self.code.qualname)

    @getter('__doc__')
    def get_doc(self):
        return str_or_none(self.code.doc)

    @getter('__text_signature__')
    def get_text_signature(self):
        return str_or_none(self.code.text_signature)

    @getter('__module__')
    def get_module(self):
        return str_or_none(self.modulename)

    @getter('__self__')
    def get_self(self):
        if self.w_self is not None:
            return self.w_self
        from interpreter.objects.type import W_Type
        if self.w_module is not None and (self.code.name == '__new__' or not isinstance(self.w_module, W_Type)):
            return self.w_module
        return w_None                   # a static method has none

    def owner(self):
        """The object whose method it is: for `__new__` and static methods the type; None for a function of a module."""
        from interpreter.objects.type import W_Type
        if self.w_self is None and isinstance(self.w_module, W_Type):
            return self.w_module
        return self.w_self

    @method('__reduce__(self, /)')
    def m_reduce(self):
        from interpreter import ops
        w_owner = self.owner()
        if w_owner is None:
            return newstr(self.code.name)
        return newtuple([ops.builtin('getattr'), newtuple([w_owner, newstr(self.code.name)])])

    def op_repr(self):
        from interpreter.objects.object import address_hex
        w_owner = self.owner()
        if w_owner is None:
            return newstr("<built-in function %s>" % self.code.name)
        return newstr("<built-in method %s of %s object at %s>" % (self.code.name, w_owner.gettype().name, address_hex(w_owner)))

    def op_eq(self, w_other):
        if not isinstance(w_other, W_BuiltinFunction):
            return w_NotImplemented
        return newbool(self.code is w_other.code and self.w_self is w_other.w_self)

    def op_ne(self, w_other):
        if not isinstance(w_other, W_BuiltinFunction):
            return w_NotImplemented
        return newbool(not (self.code is w_other.code and self.w_self is w_other.w_self))

    def op_hash(self):
        from interpreter.objects.object import identity_hash
        if self.w_self is None:
            return identity_hash(self)
        value = identity_hash(self.w_self)
        for ch in self.code.name:
            value = (value ^ ord(ch)) * 3 & 0xffffffffff
        return value


def str_or_none(text):
    if text is None:
        return w_None
    return newstr(text)


class W_MethodDescr(W_Root):
    """A method of a built-in type: code is a gateway.MethodCode, w_objclass the W_Type."""
    _attrs_ = ['code', 'w_objclass']
    _immutable_fields_ = ['code', 'w_objclass']

    def is_method_descr(self):
        return True

    def is_callable(self):
        return True

    def __init__(self, w_objclass, code):
        self.w_objclass = w_objclass
        self.code = code

    def op_call(self, args_w, kwnames):
        nkw = 0 if kwnames is None else len(kwnames)
        if len(args_w) > nkw:
            self.check_self(args_w[0])
        else:
            raise type_error("unbound method %s() needs an argument" % self.code.qualname)
        return self.code.call_args(args_w, kwnames)

    def check_self(self, w_self):
        """TypeError unless w_self is an instance of the type that the method belongs to."""
        if not w_self.gettype().issubtype(self.w_objclass):
            raise type_error("descriptor '%s' for '%s' objects doesn't apply to a '%s' object" % (
                self.code.name, self.w_objclass.name, w_self.gettype().name))

    def call0(self):
        return self.op_call([], None)

    def call1(self, w_a):
        # the thunk of the method tests the type of self
        return self.code.call1(w_a)

    def call2(self, w_a, w_b):
        return self.code.call2(w_a, w_b)

    def call3(self, w_a, w_b, w_c):
        return self.code.call3(w_a, w_b, w_c)

    def is_descr(self):
        return True

    def op_get(self, w_obj, w_type):
        if w_obj is None:
            return self
        self.check_self(w_obj)
        return W_BuiltinFunction(self.code, None, w_obj)

    @getter('__name__')
    def get_name(self):
        return newstr(self.code.name)

    @getter('__qualname__')
    def get_qualname(self):
        return newstr(self.code.qualname)

    @getter('__objclass__')
    def get_objclass(self):
        return self.w_objclass

    @getter('__doc__')
    def get_doc(self):
        return str_or_none(self.code.doc)

    @getter('__text_signature__')
    def get_text_signature(self):
        return str_or_none(self.code.text_signature)

    @method('__reduce__(self, /)')
    def m_reduce(self):
        from interpreter import ops
        w_getattr = ops.builtin('getattr')
        return newtuple([w_getattr, newtuple([self.w_objclass, newstr(self.code.name)])])

    def op_repr(self):
        return newstr("<method '%s' of '%s' objects>" % (self.code.name, self.w_objclass.name))


class W_SlotWrapper(W_Root):
    """A special method derived from a slot of a built-in type."""
    _attrs_ = ['code', 'w_objclass']
    _immutable_fields_ = ['code', 'w_objclass']

    def is_method_descr(self):
        return True

    def is_callable(self):
        return True

    def __init__(self, w_objclass, code):
        self.w_objclass = w_objclass
        self.code = code

    def check_self(self, w_self):
        if not w_self.gettype().issubtype(self.w_objclass):
            raise type_error("descriptor '%s' requires a '%s' object but received a '%s'" % (
                self.code.name, self.w_objclass.name, w_self.gettype().name))

    def op_call(self, args_w, kwnames):
        nkw = 0 if kwnames is None else len(kwnames)
        if len(args_w) > nkw:
            self.check_self(args_w[0])
        else:
            raise type_error("descriptor '%s' of '%s' object needs an argument" % (
                self.code.name, self.w_objclass.name))
        return self.code.call_args(args_w, kwnames)

    def call1(self, w_a):
        self.check_self(w_a)
        return self.code.call1(w_a)

    def call2(self, w_a, w_b):
        self.check_self(w_a)
        return self.code.call2(w_a, w_b)

    def call3(self, w_a, w_b, w_c):
        self.check_self(w_a)
        return self.code.call3(w_a, w_b, w_c)

    def is_descr(self):
        return True

    def op_get(self, w_obj, w_type):
        if w_obj is None:
            return self
        self.check_self(w_obj)
        return W_MethodWrapper(self, w_obj)

    @getter('__name__')
    def get_name(self):
        return newstr(self.code.name)

    @getter('__qualname__')
    def get_qualname(self):
        return newstr(self.code.qualname)

    @getter('__objclass__')
    def get_objclass(self):
        return self.w_objclass

    @getter('__doc__')
    def get_doc(self):
        return str_or_none(self.code.doc)

    @getter('__text_signature__')
    def get_text_signature(self):
        return str_or_none(self.code.text_signature)

    @method('__reduce__(self, /)')
    def m_reduce(self):
        from interpreter import ops
        w_getattr = ops.builtin('getattr')
        return newtuple([w_getattr, newtuple([self.w_objclass, newstr(self.code.name)])])

    def op_repr(self):
        return newstr("<slot wrapper '%s' of '%s' objects>" % (self.code.name, self.w_objclass.name))


class W_MethodWrapper(W_Root):
    """A W_SlotWrapper bound to w_self."""
    _attrs_ = ['w_wrapper', 'w_self']
    _immutable_fields_ = ['w_wrapper', 'w_self']

    def is_callable(self):
        return True

    def __init__(self, w_wrapper, w_self):
        self.w_wrapper = w_wrapper
        self.w_self = w_self

    def op_call(self, args_w, kwnames):
        return self.w_wrapper.code.call_args([self.w_self] + args_w, kwnames)

    def call0(self):
        return self.w_wrapper.code.call1(self.w_self)

    def call1(self, w_a):
        return self.w_wrapper.code.call2(self.w_self, w_a)

    def call2(self, w_a, w_b):
        return self.w_wrapper.code.call3(self.w_self, w_a, w_b)

    @getter('__self__')
    def get_self(self):
        return self.w_self

    @getter('__objclass__')
    def get_objclass(self):
        return self.w_wrapper.w_objclass

    @getter('__name__')
    def get_name(self):
        return newstr(self.w_wrapper.code.name)

    @getter('__qualname__')
    def get_qualname(self):
        return newstr(self.w_wrapper.code.qualname)

    @getter('__doc__')
    def get_doc(self):
        return str_or_none(self.w_wrapper.code.doc)

    @getter('__text_signature__')
    def get_text_signature(self):
        return str_or_none(self.w_wrapper.code.text_signature)

    @method('__reduce__(self, /)')
    def m_reduce(self):
        from interpreter import ops
        w_getattr = ops.builtin('getattr')
        return newtuple([w_getattr, newtuple([self.w_self, newstr(self.w_wrapper.code.name)])])

    def op_repr(self):
        from interpreter.objects.object import address_hex
        return newstr("<method-wrapper '%s' of %s object at %s>" % (
            self.w_wrapper.code.name, self.w_self.gettype().name, address_hex(self.w_self)))

    def op_eq(self, w_other):
        if not isinstance(w_other, W_MethodWrapper):
            return w_NotImplemented
        return newbool(self.w_wrapper is w_other.w_wrapper and self.w_self is w_other.w_self)

    def op_ne(self, w_other):
        if not isinstance(w_other, W_MethodWrapper):
            return w_NotImplemented
        return newbool(not (self.w_wrapper is w_other.w_wrapper and self.w_self is w_other.w_self))

    def op_hash(self):
        from interpreter.objects.object import identity_hash
        return identity_hash(self.w_self) ^ identity_hash(self.w_wrapper)


class W_ClassMethodDescr(W_Root):
    """A class method of a built-in type: binds to the type (`dict.fromkeys`)."""
    _attrs_ = ['code', 'w_objclass']
    _immutable_fields_ = ['code', 'w_objclass']

    def __init__(self, w_objclass, code):
        self.w_objclass = w_objclass
        self.code = code

    def is_callable(self):
        return True

    def op_call(self, args_w, kwnames):
        from interpreter.objects.type import W_Type
        nkw = 0 if kwnames is None else len(kwnames)
        if len(args_w) <= nkw:
            raise type_error("descriptor '%s' of '%s' object needs an argument" % (
                self.code.name, self.w_objclass.name))
        w_type = args_w[0]
        if not isinstance(w_type, W_Type):
            raise type_error("descriptor '%s' requires a type but received a '%s' instance" % (
                self.code.name, w_type.gettype().name))
        self.check_type(w_type)
        return self.code.call_args(args_w, kwnames)

    def check_type(self, w_type):
        if not w_type.issubtype(self.w_objclass):
            raise type_error("descriptor '%s' requires a subtype of '%s' but received '%s'" % (
                self.code.name, self.w_objclass.name, w_type.name))

    def is_descr(self):
        return True

    def op_get(self, w_obj, w_type):
        from interpreter.objects.type import W_Type
        if w_type is None or w_type is w_None:
            w_type = w_obj.gettype()
        if not isinstance(w_type, W_Type):
            raise type_error("descriptor '%s' for type '%s' needs a type, not a '%s' as arg 2" % (
                self.code.name, self.w_objclass.name, w_type.gettype().name))
        self.check_type(w_type)
        return W_BuiltinFunction(self.code, None, w_type)

    @getter('__name__')
    def get_name(self):
        return newstr(self.code.name)

    @getter('__qualname__')
    def get_qualname(self):
        return newstr(self.code.qualname)

    @getter('__objclass__')
    def get_objclass(self):
        return self.w_objclass

    @getter('__doc__')
    def get_doc(self):
        return str_or_none(self.code.doc)

    @getter('__text_signature__')
    def get_text_signature(self):
        return str_or_none(self.code.text_signature)

    def op_repr(self):
        return newstr("<method '%s' of '%s' objects>" % (self.code.name, self.w_objclass.name))


W_Function.typedef = TypeDef('function', W_Function,
                             text_signature='(code, globals, name=None, argdefs=None, closure=None)',
                             subclassable=False, has_dict=True, weakrefable=True,
                             doc="A function written in Python.")
W_Method.typedef = TypeDef('method', W_Method,
                           text_signature='(function, instance, /)',
                           subclassable=False, weakrefable=True, doc="A function bound to an instance.")
W_BuiltinFunction.typedef = TypeDef('builtin_function_or_method', W_BuiltinFunction, subclassable=False, weakrefable=True)
W_MethodDescr.typedef = TypeDef('method_descriptor', W_MethodDescr, subclassable=False)
W_SlotWrapper.typedef = TypeDef('wrapper_descriptor', W_SlotWrapper, subclassable=False)
W_MethodWrapper.typedef = TypeDef('method-wrapper', W_MethodWrapper, subclassable=False)
W_ClassMethodDescr.typedef = TypeDef('classmethod_descriptor', W_ClassMethodDescr, subclassable=False)
