"""Stand-ins for interpreter.objects and interpreter.ops, enough for the parser and the compiler: install() must run before these are
imported.

RPython: targetcompiler.py is translated with them.  Operators fold nothing.
"""
import sys
import types


class W_Root(object):
    pass


class TypeDef(object):
    def __init__(self, name):
        self.name = name


class W_Singleton(W_Root):
    typedef = TypeDef('singleton')


class W_AbstractInt(W_Root):
    typedef = TypeDef('int')

    def sign(self):
        return 0


class W_Int(W_AbstractInt):
    def __init__(self, intval):
        self.intval = intval


class W_Bool(W_Int):
    typedef = TypeDef('bool')


class W_Long(W_AbstractInt):
    def __init__(self, num):
        self.num = num


class W_Float(W_Root):
    typedef = TypeDef('float')

    def __init__(self, floatval):
        self.floatval = floatval


class W_Complex(W_Root):
    typedef = TypeDef('complex')

    def __init__(self, realval, imagval):
        self.realval = realval
        self.imagval = imagval


class W_Str(W_Root):
    typedef = TypeDef('str')

    def __init__(self, utf8):
        self._utf8 = utf8


class W_Bytes(W_Root):
    typedef = TypeDef('bytes')

    def __init__(self, value):
        self._value = value


class W_Tuple(W_Root):
    typedef = TypeDef('tuple')

    def __init__(self, items):
        self.items = items


class W_FrozenSet(W_Root):
    typedef = TypeDef('frozenset')

    def __init__(self, items):
        self.items = items


class W_Code(W_Root):
    def __init__(self, argcount, posonlyargcount, kwonlyargcount, nregs, flags, bytecode, consts_w, names, varnames,
                 cellvars, freevars, cell2arg, filename, name, qualname, firstlineno, positions, exceptiontable, ncaches):
        self.argcount = argcount
        self.posonlyargcount = posonlyargcount
        self.kwonlyargcount = kwonlyargcount
        self.nregs = nregs
        self.flags = flags
        self.bytecode = bytecode[:]
        self.consts_w = consts_w[:]
        self.names = names[:]
        self.varnames = varnames[:]
        self.cellvars = cellvars[:]
        self.freevars = freevars[:]
        self.cell2arg = cell2arg[:]
        self.filename = filename
        self.name = name
        self.qualname = qualname
        self.firstlineno = firstlineno
        self.positions = positions[:]
        self.exceptiontable = exceptiontable[:]
        self.ncaches = ncaches


w_None = W_Singleton()
w_Ellipsis = W_Singleton()
w_True = W_Bool(1)
w_False = W_Bool(0)


class OperationError(Exception):
    pass


def newbool(value):
    return w_True if value else w_False


def unfoldable(w_left, w_right):
    raise OperationError


def unfoldable_unary(w_value):
    raise OperationError


def is_true(w_value):
    if isinstance(w_value, W_Int):
        return w_value.intval != 0
    return w_value is not w_None


def length(w_value):
    if isinstance(w_value, W_Str):
        return len(w_value._utf8)
    return 1


def tuple_items(w_value):
    assert isinstance(w_value, W_Tuple)
    return w_value.items


def fixedview(w_value):
    assert isinstance(w_value, W_FrozenSet)
    return w_value.items


def repr_w(w_value):
    if isinstance(w_value, W_Str):
        return w_value._utf8
    return '?'


def eq_w(w_left, w_right):
    return w_left is w_right


def bit_length(w_value):
    return 8


def module(name, **contents):
    result = types.ModuleType(name)
    result.__dict__.update(contents)
    sys.modules[name] = result
    package, _, last = name.rpartition('.')
    setattr(sys.modules[package], last, result)


def install():
    import interpreter
    package = types.ModuleType('interpreter.objects')
    package.__path__ = []
    sys.modules['interpreter.objects'] = package
    interpreter.objects = package
    module('interpreter.ops', is_true=is_true, len=length, tuple_items=tuple_items, fixedview=fixedview, repr_w=repr_w, eq_w=eq_w,
           neg=unfoldable_unary, pos=unfoldable_unary, invert=unfoldable_unary, getitem=unfoldable,
           **dict((name, unfoldable) for name in ['add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'lshift', 'rshift',
                                                  'or_', 'xor', 'and_']))
    module('interpreter.errors', OperationError=OperationError)
    module('interpreter.objects.int', W_AbstractInt=W_AbstractInt, W_Int=W_Int, W_Long=W_Long, W_Bool=W_Bool,
           bit_length=bit_length)
    module('interpreter.objects.float', W_Float=W_Float)
    module('interpreter.objects.complex', W_Complex=W_Complex)
    module('interpreter.objects.str', W_Str=W_Str)
    module('interpreter.objects.bytes', W_Bytes=W_Bytes)
    module('interpreter.objects.tuple', W_Tuple=W_Tuple)
    module('interpreter.objects.set', W_FrozenSet=W_FrozenSet)
    module('interpreter.objects.code', W_Code=W_Code, CO_OPTIMIZED=1, CO_NEWLOCALS=2, CO_VARARGS=4, CO_VARKEYWORDS=8,
           CO_NESTED=16, CO_GENERATOR=32, CO_COROUTINE=128, CO_ASYNC_GENERATOR=512)
    module('interpreter.objects.wrap', w_None=w_None, w_True=w_True, w_False=w_False, w_Ellipsis=w_Ellipsis, newint=W_Int,
           newbigint=W_Long, newbool=newbool, newfloat=W_Float, newcomplex=W_Complex, newstr=W_Str, newbytes=W_Bytes,
           newtuple=W_Tuple, newfrozenset=W_FrozenSet)
