"""Classes, metaclasses and subclasses of built-in types, in passing."""
class A:
    cls = 1
    def __init__(self, x): self.x = x
    def __repr__(self): return f"A({self.x})"
    def __add__(self, o): return A(self.x + o.x)
    def __lt__(self, o): return self.x < o.x
    def __eq__(self, o): return isinstance(o, A) and self.x == o.x
    def __hash__(self): return hash(self.x)
    def __len__(self): return self.x
    def __getitem__(self, i):
        if i >= self.x: raise IndexError
        return i * 10
    def __contains__(self, y): return y == 'yes'
    def __call__(self, *a, **k): return a, k
    def __iadd__(self, o): self.x += 100; return self
    def __neg__(self): return 'neg'
    def __int__(self): return 42
    def __index__(self): return 2
    def __bool__(self): return False
    def __enter__(self): return 'in'
    def __exit__(self, *a): return True
    def __format__(self, s): return 'fmt:' + s
print(A(1)+A(2), A(1) < A(2), sorted([A(3), A(1)]), A(1) == A(1), A(1) != A(1), A(1) != 3)
print(len(A(5)), list(A(3)), 'yes' in A(0), 'no' in A(0), A(1)(1, 2, k=3), -A(1), int(A(1)), [1,2,3][A(1)], bool(A(1)))
a = A(1); a += 3; print(a, f"{a:xyz}")
d = {A(1): 'one'}
print(d[A(1)], A.cls, a.cls)
try: A(1) - A(2)
except TypeError as e: print(e)
try: A(1) > 3
except Exception as e: print(type(e), e)
try: a.nope
except AttributeError as e: print(e)
try: A.nope
except AttributeError as e: print(e)
try: A()
except TypeError as e: print(e)
class B(A): pass
print(B(3), B.__mro__, B.__bases__, B.__name__, B.__qualname__, B.__module__)
class M(type):
    def __call__(cls, *a): return super().__call__(*a)
    def __getattr__(cls, n): return 'meta ' + n
    def __len__(cls): return 7
    def __iter__(cls): return iter([1,2])
    def __contains__(cls, x): return x == 1
    def __getitem__(cls, x): return ('item', x)
    def __prepare__(name, bases, **kw): print('prepare', name, bases, kw); return {'pre': 1}
    def __new__(m, name, bases, ns, **kw): return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
class C(metaclass=M, kw=5): 
    z = 1
print(C.foo, len(C), list(C), 1 in C, C[5], C.pre, C.z, type(C), type(C()))
class L(list):
    def foo(self): return len(self)
    def __getitem__(self, i): return ('L', super().__getitem__(i))
l = L([1,2,3]); l.attr = 5
print(l, l.foo(), l[0], l.attr, l.__dict__, l == [1,2,3], isinstance(l, list), l + [4], type(l + [4]))
class D(dict):
    def __missing__(self, k): return k * 2
x = D(a=1); print(x, x['a'], x['b'], x.get('q'))
class I(int):
    def __add__(self, o): return 'I+' 
    def __radd__(self, o): return '+I'
print(I(3) + 1, 1 + I(3), I(3) * 2, I(3), I('12'), I(10**30) + 1, I(10**30))
class S(str): 
    def up(self): return self.upper()
print(S('abc').up(), S('abc') == 'abc', {S('a'): 1}['a'], S(5))
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
print(T(1,2,3), T(1,2)[0], len(T()), hash(T(1,2)) == hash((1,2)))
class E(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
try: raise E(1, 2)
except E as e: print(e, e.b, e.args, repr(e))
class KA(KeyError, AttributeError): pass
try: raise KA('x')
except KeyError as e: print(repr(e), str(e))
class P:
    @property
    def v(self): "docs"; return self._v
    @v.setter
    def v(self, x): self._v = x
    @v.deleter
    def v(self): del self._v
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls, a): return cls, a
    @property
    def ro(self): return 1
p = P(); p.v = 3; print(p.v, P.s(1), p.s(2), P.c(3), p.c(4), P.v.__doc__)
del p.v
try: p.v
except AttributeError as e: print(e)
try: p.ro = 2
except AttributeError as e: print(e)
try: del p.ro
except AttributeError as e: print(e)
