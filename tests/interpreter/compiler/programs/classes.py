class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, [b.__name__ for b in bases], sorted(k for k in ns), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)
    def __call__(cls, *a, **k):
        print('call', cls.__name__, a, k)
        return super().__call__(*a, **k)
class A(metaclass=Meta, flag=1):
    """docstring"""
    def __init__(self, x=0): self.x = x
    def cls(self): return __class__
class B(A, **{'opt': 2}):
    y: int = 3
    def __init__(self, *args): super().__init__(*args); self.z = super().cls()
b = B(5)
print(b.x, b.y, b.z.__name__, B.__annotations__, A.__doc__, B.__doc__, B.__module__, B.__qualname__)
bases = (A,)
class C(*bases, flag='c'): pass
class D: 
    def f(self): pass
    class E:
        def g(self): pass
        h = lambda self: 0
    def make(self):
        class F:
            def k(self): pass
            l = [1 for _ in '1']
        def inner(): pass
        return F, inner, lambda: 1
F, inner, lam = D().make()
for o in (D.f, D.E, D.E.g, D.E.h, F, F.k, inner, lam): print(o.__qualname__, o.__name__)
def gq():
    global GQ, gqf
    class GQ:
        def m(self): pass
    def gqf(): pass
gq(); print(GQ.__qualname__, GQ.m.__qualname__, gqf.__qualname__)
def deco(arg):
    def apply(c): print('deco', arg, c.__name__); c.tag = arg; return c
    return apply
@deco(1)
@deco(2)
class G: pass
print(G.tag)
class Base:
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag
    def __class_getitem__(cls, item): return (cls.__name__, item)
class H(Base, tag='t'): pass
print(H.tag, H[int, str], Base[...])
class Desc:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name)
    def __get__(self, obj, typ=None): return (obj is None, typ.__name__)
    def __set__(self, obj, v): print('set', v)
class I: d = Desc()
print(I.d, I().d); I().d = 5
class P:
    def __init__(self): self._v = 1
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x
    @v.deleter
    def v(self): print('deleted')
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls, a): return cls.__name__, a
p = P(); p.v = 7; print(p.v, P.s(1), P.c(2), p.c(3)); del p.v
class MRO1: 
    def w(self): return ['1']
class MRO2(MRO1):
    def w(self): return ['2'] + super().w()
class MRO3(MRO1):
    def w(self): return ['3'] + super(MRO3, self).w()
class MRO4(MRO2, MRO3):
    def w(self): return ['4'] + super().w()
print(MRO4().w(), [c.__name__ for c in MRO4.__mro__])
class Nested:
    def outer(self):
        def f(): return super(Nested, self).__repr__ is not None and __class__.__name__
        return f(), [__class__ for _ in range(1)][0].__name__
print(Nested().outer())
class SuperCell:
    def m(self):
        def g(s=self): return super(__class__, s)
        return type(g()).__name__
    def n(self):
        self2 = self
        f = lambda: self2
        try: return super().__str__ and f() is self
        except RuntimeError as e: return str(e)
    def o(self):
        def inner():
            try: super().__repr__()
            except RuntimeError as e: return str(e)
        return inner()
    def q(*args):
        try: super().__repr__(); return 'ok'
        except RuntimeError as e: return str(e)
    def r(self):
        del self
        try: super()
        except RuntimeError as e: return str(e)
s = SuperCell()
print(s.m(), s.n(), s.o(), s.q(), s.r())
class Slots:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1
sl = Slots()
try: sl.c = 1
except AttributeError as e: print(e)
try: sl.b
except AttributeError as e: print(e)
class Cond:
    if True:
        x = 1
    else:
        y = 2
    for i in range(3): z = i
    try: 1 / 0
    except ZeroDivisionError as e: err = str(e)
    with_locals = sorted(k for k in locals() if not k.startswith('__'))
    def __repr__(self): return 'Cond'
print(Cond.x, Cond.z, Cond.err, Cond.with_locals, hasattr(Cond, 'y'), Cond())
try:
    class Bad(metaclass=lambda *a, **k: 5): pass
    print(Bad)
    class Bad2(A, metaclass=type): pass
    print(type(Bad2))
    class M2(type): pass
    class Bad3(A, metaclass=M2): pass
except TypeError as e: print(e)
try:
    class NoCell(metaclass=Meta):
        def m(self): return __class__
        __classcell__ = 5
except TypeError as e: print(e)
class MetaNoCell(type):
    def __new__(m, n, b, ns):
        ns.pop('__classcell__', None)
        return super().__new__(m, n, b, ns)
try:
    class X(metaclass=MetaNoCell):
        def m(self): return __class__
except RuntimeError as e: print(e)
class Ops:
    def __init__(self, v): self.v = v
    def __add__(self, o): return f'{self.v}+{o.v}'
    def __radd__(self, o): return f'r{o}'
    def __iadd__(self, o): self.v += o.v; return self
    def __getitem__(self, i): return i
    def __contains__(self, i): return i == 1
    def __call__(self, *a): return a
    def __neg__(self): return 'neg'
    def __bool__(self): return False
    def __len__(self): return 3
    def __iter__(self): yield from 'it'
    def __eq__(self, o): return 'eq'
    def __lt__(self, o): return 'lt'
    def __matmul__(self, o): return '@'
    def __index__(self): return 1
o = Ops(1)
o2 = o
o += Ops(2)
print(o is o2, o.v, o + Ops(5), 3 + o, o[1:2, ...], 1 in o, 2 not in o, o(1, 2), -o, not o, len(o), [*o], o == 1, o < 1, o @ 1, [5, 6][o])
print(o == 1 == 2, o < 5 < 6, o > o)
