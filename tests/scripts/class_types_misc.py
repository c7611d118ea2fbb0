"""Generic aliases, unions, mapping proxies, namespaces, properties, super, operators, conversions, copying."""
def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: print(type(e).__name__, e)
    else: print(repr(r))
# generic alias / union
from types import GenericAlias, UnionType, MappingProxyType, SimpleNamespace
print(list[int] | None, int | list[str], GenericAlias(list, (int,)), repr(list[...]), tuple[()], list[int].__parameters__, (int | None).__args__, int | int, str | (int | str))
t(lambda: list[int][str]); t(lambda: isinstance(5, int | list[int])); t(lambda: issubclass(int, list[int])); print(list[int].append, list[int].__doc__ == list.__doc__, list[int].__class__, type(list[int]), list[int].__mro_entries__(()), type(list[int]()))
class LI(list[int]): pass
print(LI.__bases__, LI.__orig_bases__, LI([1]))
print(*list[int].__args__, next(iter(tuple[int])), [*tuple[int]])
t(lambda: setattr(list[int], 'x', 1)); t(lambda: list[int].nope); t(lambda: hash(int | str) == hash(str | int)); t(lambda: type(int | str)()); t(lambda: {int | str: 1}[str | int]); t(lambda: (int | str) | 5); t(lambda: [] | int)
mp = MappingProxyType({'a': 1}); print(mp, mp['a'], len(mp), list(mp), 'a' in mp, mp.get('z', 3), mp == {'a': 1}, mp | {'b': 2}, {'b': 2} | mp, list(mp.items()), mp.copy()); t(lambda: mp.__setitem__('a', 1)); t(hash, mp); t(MappingProxyType, 5); t(MappingProxyType, [1]); t(lambda: mp['zz'])
def sm(): mp['a'] = 1
t(sm)
ns = SimpleNamespace(a=1); ns.b = ns; print(ns, ns.a, ns == SimpleNamespace(a=1)); t(SimpleNamespace, 1); t(lambda: ns.zz); del ns.b; print(ns, ns.__dict__)
class NS(SimpleNamespace): pass
print(NS(q=1), NS(q=1) == SimpleNamespace(q=1)); t(lambda: NS(q=1) < NS(q=2))
# property
class P:
    def g(self): 'gdoc'; return 1
    x = property(g); y = property(g, doc='mine'); z = property()
    w = property(None, lambda s, v: print('w', v))
print(P.x.__doc__, P.y.__doc__, P.z.__doc__, P.x.fget is P.g, P.x.fset); t(lambda: P().z); t(lambda: P().w); t(setattr, P(), 'x', 1); P().w = 5; t(delattr, P(), 'x'); t(property, 1, 2, 3, 4, 5); t(property, foo=1)
pp = P.x.getter(lambda s: 9).setter(lambda s, v: None); print(pp.__get__(P()), pp.fset is not None, P.x.__get__(None, P) is P.x, pp.__doc__)
class SubP(property): pass
class Q:
    @SubP
    def v(self): 'vdoc'; return 7
print(Q().v, Q.v.__doc__, type(Q.v))
q = property(lambda s: 1); t(lambda: q.__get__(None)); t(lambda: property().__get__(5)); t(lambda: property().__set__(5, 6)); t(lambda: property().__delete__(5)); print(property.__isabstractmethod__, q.__isabstractmethod__) if 0 else print(q.__isabstractmethod__)
# staticmethod classmethod
sm = staticmethod(lambda: 5); print(sm(), sm.__func__(), sm.__wrapped__() , sm.__isabstractmethod__); t(staticmethod); t(classmethod); t(classmethod, 1, 2); t(lambda: classmethod(5).__get__(None, int)())
def deco(): 'd'
print(staticmethod(deco).__name__, staticmethod(deco).__doc__, classmethod(deco).__qualname__); t(lambda: classmethod(deco)())
class CM:
    @classmethod
    @property
    def cp(cls): return cls.__name__
    @classmethod
    def c(cls): return cls
    c2 = classmethod(type)
print(CM.cp, CM().c(), CM.c2())
# super
class A0:
    def f(self): return 'A0.f'
    @classmethod
    def k(cls): return 'A0.k', cls.__name__
    x = 1
class B0(A0):
    def f(self): return 'B0.' + super().f()
    @classmethod
    def k(cls): return super().k()
    def s(self): return super(), super().x, super().__class__
class C0(B0):
    def f(self): return 'C0.' + super().f()
print(C0().f(), C0.k(), C0().s()[1:], super(B0, C0()).__thisclass__, super(B0, C0()).__self_class__); t(lambda: super(B0, C0()).nope); t(lambda: setattr(super(B0, C0()), 'x', 1)); t(lambda: super(B0).x); print(super(B0).__get__(C0()).x)
def nof(): super()
t(nof)
class X:
    def f(): super()
t(X.f)
class Y:
    def f(self):
        del self
        super()
t(Y().f)
# __del__ / __dir__ / __sizeof__
class DR:
    def __dir__(self): return ['z', 'a']
print(dir(DR()), [n for n in dir(A0()) if not n.startswith('__')], [n for n in dir(C0) if not n.startswith('__')], type(object().__sizeof__()))
class DB:
    def __dir__(self): return 5
t(dir, DB())
# callables
class CA:
    def __call__(self, *a, **k): return a, k
ca = CA(); print(ca(), ca(1), ca(1, 2), ca(1, 2, 3), ca(1, 2, 3, 4), ca(x=1), callable(ca), callable(5), callable(int), callable(print)); t(lambda: object()())
class CB: pass
cb = CB(); cb.__call__ = lambda: 1; t(cb)
class CC: __call__ = CA()
print(CC()(1))
# operators with None / inplace
class IO:
    def __iadd__(self, o): return NotImplemented
    def __add__(self, o): return 'add'
    __imul__ = None
io = IO(); io += 1; print(io)
io = IO()
def im():
    x = IO(); x *= 2
t(im)
def isub():
    x = IO(); x -= 2
t(isub)
def ipow():
    x = IO(); x **= 2
t(ipow); t(lambda: pow(1, 2, 'a')); t(lambda: pow('a', 2)); t(lambda: divmod('a', 2)); t(lambda: -'a'); t(lambda: ~'a'); t(lambda: +[]); t(lambda: abs('a')); t(lambda: 1 @ 2); t(lambda: print >> 3)
class PW:
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o, m=None): return ('rpow', o, m)
print(PW() ** 2, pow(PW(), 2, 3), 2 ** PW()); t(lambda: pow(2, 3, PW()))
# conversion
class CI:
    def __init__(s, **k): s.__dict__.update(k)
    def __int__(self): return self.i
    def __float__(self): return self.f
    def __complex__(self): return self.c
    def __index__(self): return self.x
t(int, CI(i=5)); t(int, CI(i='a')); t(float, CI(f=1.5)); t(float, CI(f=1)); t(complex, CI(c=1j)); t(hex, CI(x=255)); t(hex, CI(x='z')); t(lambda: range(CI(x=2))); t(lambda: 'a' * CI(x=3)); t(lambda: [0] * CI(x=2)); t(bin, 1.5)
import copy
class CP:
    def __init__(s): s.l = [1]
    def __copy__(s): return 'copied'
    def __deepcopy__(s, m): return 'deep'
print(copy.copy(CP()), copy.deepcopy(CP()))
class SL:
    __slots__ = ('a', '__dict__')
x = SL(); x.a = [1]; x.b = 2; y = copy.copy(x); print(y.a is x.a, y.b, x.__getstate__(), SL().__getstate__(), object().__getstate__())
class LS(list): pass
ls = LS([1, 2]); ls.attr = 3; l2 = copy.copy(ls); print(l2, l2.attr, type(l2)); d2 = copy.deepcopy({1: ls}); print(d2, d2[1].attr)
t(copy.copy, (i for i in [])); 
print(object().__reduce_ex__(2)[1:], (5).__reduce_ex__(2)[1:], [].__reduce_ex__(2)[2:3])
mappingproxy = type(type.__dict__)
print(bool(mappingproxy({})), bool(mappingproxy({1: 2})), '__bool__' in mappingproxy.__dict__)
print((int | str).__module__, type(int | str).__module__)


class Named:
    pass


print(Named.__name__ is Named.__name__, Named.__qualname__ is Named.__qualname__)
