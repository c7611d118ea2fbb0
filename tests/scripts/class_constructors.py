"""Constructors that return something else, object.__setattr__ on classes, unusual MROs."""
def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: print(type(e).__name__, e)
    else: print(repr(r))
class C(object):
    def __new__(cls, arg):
        if isinstance(arg, str): return [1, 2, 3]
        elif isinstance(arg, int): return object.__new__(D)
        else: return object.__new__(cls)
class D(C):
    def __init__(self, arg): self.foo = arg
print(C('1'), D('1'), D(None).foo, C(1).foo, D(1).foo)
t(object.__setattr__, str, 'foo', 42); t(object.__delattr__, str, 'lower'); t(object.__setattr__, C, 'foo', 42); t(type.__setattr__, C, 'foo', 42); print(C.foo)
def bad():
    class M(type):
        def mro(cls): return (C,)
    class A(metaclass=M): pass
t(bad)
o = D('x') if 0 else D(None); object.__setattr__(o, 'q', 1); print(o.q); object.__delattr__(o, 'q'); print(hasattr(o, 'q'))
def booh(self): raise AttributeError('booh')
class E: __eq__ = property(booh)
print(E() == E())
class M(type):
    def mro(cls):
        L = type.mro(cls); L.reverse(); return L
class A: pass
class C2(A, metaclass=M): pass
print([c.__name__ for c in C2.__mro__])
class P:
    x = property(lambda s: 1)
try: P.x.__set_name__()
except TypeError as e: print(e)
print(iter([1, 2]).__reduce__()[1:], iter({1: 2}).__reduce__()[1:])
