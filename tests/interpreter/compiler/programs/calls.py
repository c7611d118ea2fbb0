def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, e=7, z=8), f(*[1, 2], **{'d': 3, 'a': 'A', 'b': 'B'}))
print(f(1, *(2,), *[3, 4], d=5, **{'x': 1}, **{'y': 2}), f(0, c=1, d=2, *()))
def err(fn):
    try: print(fn())
    except TypeError as e: print(e)
err(lambda: f())
err(lambda: f(1))
err(lambda: f(1, a=2, d=3))
err(lambda: f(1, b=2, d=3))
err(lambda: f(1, 2, 3, c=4, d=5))
err(lambda: f(1, d=2, **{'d': 3}))
err(lambda: f(1, **{'d': 3}, **{'d': 4}))
err(lambda: f(1, **{1: 2}))
err(lambda: f(1, **5))
err(lambda: f(*5))
err(lambda: f(1, *5, *6))
err(lambda: f(1, d=1, **None))
err(lambda: 5())
err(lambda: (lambda: 0)(1))
err(lambda: (lambda a, b: 0)(1))
err(lambda: (lambda a, *, b: 0)(1))
err(lambda: (lambda a, *, b, c: 0)(1))
err(lambda: (lambda a, b=1: 0)())
err(lambda: (lambda a, b=1: 0)(1, 2, 3))
err(lambda: (lambda a, /: 0)(a=1))
err(lambda: (lambda **k: k)(**{'a': 1}, a=2))
err(lambda: (lambda *a: a)(*[1], 2, *[3]))
err(lambda: print.__class__(1, 2, 3, 4, x=5) if False else len(1, 2))
err(lambda: len(x=1))
class C:
    def m(self, *a, **k): return a, k
    def __call__(self, *a, **k): return 'call', a, k
    @classmethod
    def c(cls, *a): return cls.__name__, a
    @staticmethod
    def s(*a): return a
    attr = len
    def none(): pass
c = C()
print(c.m(1, 2, x=3), c.m(*[1], **{'y': 2}), c(1, z=2), C.c(1), c.c(2), c.s(3), C.s(4), C.m(c, 5), c.attr([1, 2]))
err(lambda: c.none())
err(lambda: C.m())
bound = c.m
print(bound(1), bound(k=2))
c.fn = lambda *a: a
print(c.fn(1), c.fn(len([1])), c.fn(x := 5, x))
def many(*args): return len(args), sum(args)
print(many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40))
def kwonly(*, a, b=a if False else 2, c): return a, b, c
print(kwonly(a=1, c=3), kwonly.__kwdefaults__, f.__defaults__, f.__kwdefaults__)
def mutable(x, l=[]): l.append(x); return l
print(mutable(1), mutable(2))
print((lambda x, y=2, *a, k=1, **kw: (x, y, a, k, kw))(1, 3, 4, k=5, z=6))
def rec(n): return 1 if n == 0 else n * rec(n - 1)
print(rec(20))
def ann(a: int, b: 'str' = 'x', *c: list, d: dict = None, **e: set) -> tuple: 'doc'; return a
print(ann.__annotations__, ann.__doc__, ann.__name__, ann.__qualname__, ann.__module__)
def nodoc(): 1; 'not doc'
def fdoc(): f'not doc'
def cdoc(): 'a' 'b'
def bdoc(): b'bytes'
print(nodoc.__doc__, fdoc.__doc__, cdoc.__doc__, bdoc.__doc__)
sorted_ = sorted([3, 1, 2], key=lambda v: -v, reverse=True); print(sorted_)
print(str.join('-', ['a', 'b']), 'x'.join(c for c in 'abc'), ' {} '.format(5).strip().ljust(4, '.'))
print(max([1, 2], [3], key=len), dict(a=1, **{'b': 2}), int('ff', base=16), [].__len__(), (5).bit_length(), 1.5.is_integer())
class K:
    def __init__(self, *a, **k): self.a, self.k = a, k
    def __getattr__(self, n): return lambda *a, **k: (n, a, k)
k = K(1, b=2); print(k.a, k.k, k.dyn(1), k.dyn(len('abc'), x=len('ab')), k.dyn2(*[1], **{'q': 1}))
def deco(f): return lambda *a: ('deco', f(*a))
@deco
@deco
def decorated(x): return x
print(decorated(1))
@(lambda f: f.__name__)
def lambda_decorated(): pass
print(lambda_decorated)
x = [deco]
@x[0]
def sub_decorated(): return 1
print(sub_decorated())
class Obj:
    class Sub:
        @staticmethod
        def d(f): return 'sub', f.__name__
@Obj.Sub.d
def attr_decorated(): pass
print(attr_decorated)
def star_order(): 
    log = []
    def t(v): log.append(v); return v
    f(t(1), *t([2]), d=t(3), *t([4]), **t({'z': 5}), e=t(6))
    return log
print(star_order())
print(*map(lambda a, b: (a, b), [1, 2], [3, 4]), *{'k': 1}, *'ab')
def gen(*a): yield a
print(list(gen(*range(3))))
err(lambda: [*5]); err(lambda: {*5}); err(lambda: {**5}); err(lambda: (*5,)); err(lambda: {**{1: 2}, **[1]})
print({**{'a': 1}, 'a': 2, **{'a': 3}}, {*[1, 2], *(2, 3)}, [*'ab', *[1]], (*(), 1, *{2}))
def nargs(a0, a1, a2, a3, a4, a5): return a5
print(nargs(0, 1, 2, 3, 4, 5), nargs(a5=0, a4=1, a3=2, a2=3, a1=4, a0=5))
