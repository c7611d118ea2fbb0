"""Slots, layouts, descriptors, special methods and constructors, and the messages of their errors."""
def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: print(type(e).__name__, e)
    else: print(repr(r))
class S:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1
s = S(); print(s.a); t(lambda: s.b); t(setattr, s, 'c', 1); s.b = 2; print(s.b); del s.b; t(lambda: s.b); t(delattr, s, 'b'); t(lambda: s.__dict__); print(S.a, S.__slots__)
class S2(S): __slots__ = ('c',)
x = S2(); x.c = 3; x.b = 4; print(x.a, x.b, x.c); t(setattr, x, 'zz', 1)
class S3(S): pass
y = S3(); y.q = 1; y.b = 5; print(y.__dict__, y.b)
t(type, 'X', (S, ), {'__slots__': ('__dict__',)}); t(type, 'X', (S3, ), {'__slots__': ('__dict__',)}); t(type, 'X', (), {'__slots__': ('a b',)}); t(type, 'X', (), {'__slots__': (1,)}); t(type, 'X', (int,), {'__slots__': ('a',)}); t(type, 'X', (), {'__slots__': ('a',), 'a': 1})
class Q1: __slots__ = ('a',)
class Q2: __slots__ = ('b',)
t(type, 'X', (Q1, Q2), {}); t(type, 'X', (int, str), {}); t(type, 'X', (bool,), {}); t(type, 'X', (type(None),), {}); t(type, 'X', (1,), {}); t(type, 'X', (int, object), {}) ; t(type, 'X', (object, int), {}); t(type, 'X', (int, int), {})
t(type, 1, 2, 3); t(type, 'a', 2, 3); t(type, 'a', (), 3); t(type); t(type, 1, 2); t(type, 'X\0', (), {})
class M1(type): pass
class M2(type): pass
class A1(metaclass=M1): pass
class A2(metaclass=M2): pass
t(lambda: type('X', (A1, A2), {})); print(type(type('X', (A1,), {})))
class Name:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name)
class U: n = Name()
class BadName:
    def __set_name__(self, owner, name): 1/0
try:
    class U2: n = BadName()
except RuntimeError as e: print(e, repr(e.__cause__))
except ZeroDivisionError as e: print('zde')
class IS:
    def __init_subclass__(cls, /, x=None, **k): print('init_subclass', cls.__name__, x, k); super().__init_subclass__(**k)
class IS2(IS, x=5): pass
t(lambda: type('IS3', (IS,), {}, y=3)); t(lambda: type('O', (), {}, y=3))
class CG:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(CG[int]); t(lambda: int[1]); t(lambda: A1[1]); print(list[int], dict[str, int], type[int], tuple[int, ...], list[int].__origin__, list[int].__args__, list[int] == list[int], hash(list[int]) == hash(list[int]), int | str, int | None, (int | str) == (str | int), isinstance(1, int | str), issubclass(bool, int | str)); t(lambda: isinstance(1, list[int])); t(lambda: int | 5); print(list[int](), list[int]('ab'))
class P1:
    x = 1
class P2:
    x = 2
p = P1(); p.__class__ = P2; print(p.x, type(p)); t(setattr, p, '__class__', 5); t(setattr, p, '__class__', int); t(setattr, 5, '__class__', P1); t(setattr, S(), '__class__', P1)
class GA:
    def __getattr__(self, n):
        if n == 'bad': raise AttributeError('custom')
        return 'ga ' + n
    def __setattr__(self, n, v): print('set', n); super().__setattr__(n, v)
    def __delattr__(self, n): print('del', n); object.__delattr__(self, n)
g = GA(); print(g.foo); g.x = 1; print(g.x); del g.x; print(g.x); t(lambda: g.bad); print(hasattr(g, 'bad'), hasattr(g, 'zz'), getattr(g, 'bad', 5))
class GB:
    def __getattribute__(self, n): return 'gb ' + n
print(GB().zzz, GB().__class__)
class GC:
    @property
    def p(self): raise AttributeError('inner')
    def __getattr__(self, n): return 'fallback ' + n
print(GC().p)
class DD:
    def __get__(self, o, t): return ('get', o is None, t.__name__)
    def __set__(self, o, v): print('set', v)
    def __delete__(self, o): print('delete')
class ND:
    def __get__(self, o, t): return 'nd'
class H: d = DD(); n = ND()
h = H(); print(h.d, H.d, h.n); h.d = 5; del h.d; h.n = 7; print(h.n); h.__dict__['d'] = 9; print(h.d)
class SetOnly:
    def __set__(self, o, v): o.__dict__['so'] = v
class H2: so = SetOnly()
h2 = H2(); print(type(h2.so)); h2.so = 4; print(h2.so); t(delattr, h2, 'so')
t(setattr, int, 'x', 1); t(delattr, int, 'real'); t(setattr, H, '__name__', 5); H.__name__ = 'HH'; print(H, H.__name__, H.__qualname__); H.__qualname__ = 'QQ'; print(H); t(delattr, H, '__name__'); t(delattr, H, 'nonexist'); t(setattr, H, '__bases__', ()); t(setattr, H, '__bases__', (H,)); t(setattr, H, '__dict__', {}); 
class Base1: v = 'b1'
class Base2: v = 'b2'
class Der(Base1): pass
print(Der().v); Der.__bases__ = (Base2,); print(Der().v, Der.__mro__, Base2.__subclasses__(), Base1.__subclasses__())
class X0: pass
class Y0: pass
class XY(X0, Y0): pass
class YX(Y0, X0): pass
t(lambda: type('Z', (XY, YX), {})); t(lambda: type('Z', (X0, X0), {}))
class MM(type):
    def mro(cls): return [cls, Base1, object]
class MMC(metaclass=MM): pass
print(MMC.v, MMC.__mro__)
t(object, 1); t(object.__new__, 1); t(object.__new__); t(object.__new__, int); t(lambda: X0(1)); t(lambda: X0(a=1)); t(object().__init__, 1)
class N1:
    def __new__(cls, *a): print('new', a); return super().__new__(cls)
N1(1,2)
class N2:
    def __new__(cls, x): return x
    def __init__(self, x): print('init!')
print(N2(5))
class I1:
    def __init__(self): return 5
t(I1)
class Rich:
    def __eq__(self, o): return 'eq'
    def __lt__(self, o): return NotImplemented
print(Rich() == 1, Rich() != 1, 1 == Rich(), Rich.__hash__); t(lambda: Rich() < 1); t(lambda: 1 > Rich()); t(hash, Rich())
class RA:
    def __add__(self, o): return 'RA.add'
    def __radd__(self, o): return 'RA.radd'
class RB(RA):
    def __radd__(self, o): return 'RB.radd'
class RC(RA): pass
print(RA() + RB(), RA() + RC(), 1 + RA(), RB() + RA(), RB() + RB()); t(lambda: object() + 1)
class Cmp:
    def __gt__(self, o): return 'gt'
class Cmp2(Cmp):
    def __lt__(self, o): return 'lt2'
print(Cmp() > Cmp2(), 1 < Cmp())
class HB:
    def __bool__(self): return 1
t(bool, HB())
class HL:
    def __init__(s, v): s.v = v
    def __len__(self): return self.v
print(bool(HL(0)), bool(HL(2))); t(len, HL(-1)); t(len, HL('a')); t(len, HL(10**30)); t(bool, HL(-1)); t(len, HL(-10**30)); t(len, 5)
class HH1:
    def __hash__(self): return -1
class HH2:
    def __hash__(self): return 'a'
class HH3:
    def __hash__(self): return 10**30
print(hash(HH1()), hash(HH3()) == hash(10**30)); t(hash, HH2())
class NoHash: __hash__ = None
t(hash, NoHash()); 
class NoIter: __iter__ = None
class NoCont: __contains__ = None
t(iter, NoIter()); t(lambda: 1 in NoCont()); t(lambda: 1 in 5); t(lambda: 1 in NoIter())
class RepBad:
    def __repr__(self): return 5
    def __str__(self): return 6
    def __format__(self, s): return 7
t(repr, RepBad()); t(str, RepBad()); t(format, RepBad()); t(format, object(), 'x'); t(format, 5, 6)
class Idx:
    def __init__(s, v): s.v = v
    def __index__(self): return self.v
print([1,2,3][Idx(1)], 'abc'[Idx(2)], (1,2)[Idx(0):Idx(1)], range(Idx(3))); t(lambda: [1][Idx('a')]); t(lambda: [1][Idx(10**30)])
class Itr:
    def __init__(s): s.n = 0
    def __iter__(s): return s
    def __next__(s):
        s.n += 1
        if s.n > 3: raise StopIteration
        return s.n
print(list(Itr()), sum(Itr()), tuple(Itr()), dict(zip(Itr(), Itr())), [*Itr()], max(Itr()))
class BadIter:
    def __iter__(self): return 5
t(iter, BadIter()); t(list, BadIter())
print(isinstance(True, int), issubclass(bool, int), isinstance(1, (str, (int,)))); t(isinstance, 1, 5); t(issubclass, 1, int); t(issubclass, int, 5); t(isinstance, 1, (str, 5))
class MI(type):
    def __instancecheck__(c, o): return 'yes'
    def __subclasscheck__(c, o): return []
class MIC(metaclass=MI): pass
print(isinstance(5, MIC), issubclass(int, MIC))
class Fake:
    @property
    def __class__(self): return int
print(isinstance(Fake(), int), type(Fake()), Fake().__class__)
print(type.__call__(int, '5'), int.__add__(1, 2), int.__add__(1, 'a')); t(lambda: int.__add__('a', 1)); t(lambda: int.__add__()); t(lambda: (1).__add__()); t(lambda: str.__add__('a', 1))
print(super(Der, Der()).v, super(Der, Der).v); t(super, 5); t(super, Der, 5); t(lambda: super().x); print(repr(super(Der, Der())).split(' object')[0])
import_ = None
