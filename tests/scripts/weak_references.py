"""weakref: references, callbacks, proxies, weak containers, finalizers."""
import gc
import weakref


class C:
    def __init__(self, name='c'):
        self.name = name

    def __add__(self, other):
        return 'sum', other

    def __call__(self, x):
        return x * 2

    def __len__(self):
        return 3


def collect():
    for i in range(3):
        gc.collect()


c = C()
r = weakref.ref(c)
print(r() is c, weakref.ref(c) is r, r == weakref.ref(c), weakref.getweakrefcount(c), isinstance(r, weakref.ReferenceType))
died = []
r2 = weakref.ref(c, lambda ref: died.append(ref is r2))
print(weakref.getweakrefcount(c), r2.__callback__ is not None, r.__callback__)
p = weakref.proxy(c)
print(p.name, p + 1, p(4), len(p), type(p).__name__)
p.name = 'changed'
print(c.name, bool(p))
del c
collect()
print(r(), r2(), died, str(r).endswith('dead>'))
try:
    p.name
except ReferenceError as e:
    print(e)
for bad in (1, 'x', None, ()):
    try:
        weakref.ref(bad)
    except TypeError as e:
        print(e)
d = weakref.WeakValueDictionary()
k = weakref.WeakKeyDictionary()
s = weakref.WeakSet()
a, b = C('a'), C('b')
d['a'], d['b'] = a, b
k[a], k[b] = 1, 2
s.add(a)
s.add(b)
print(sorted(d), len(k), len(s))
del a
collect()
print(sorted(d), len(k), len(s), list(k.values()))
f = weakref.finalize(b, print, 'finalized', 1, x=2) if False else weakref.finalize(b, print, 'finalized', 1)
print(f.alive)
del b
collect()
print(f.alive)


class D(C):
    def method(self):
        return self.name


obj = D('m')
m = weakref.WeakMethod(obj.method)
print(m()())
del obj
collect()
print(m())


class Sub(weakref.ref):
    __slots__ = ('extra',)

    def __new__(cls, obj, callback=None, extra=None):
        self = super().__new__(cls, obj, callback)
        self.extra = extra
        return self

    def __init__(self, obj, callback=None, extra=None):
        super().__init__(obj, callback)


x = C()
q = Sub(x, None, 'extra')
print(q() is x, q.extra, hash(q) == hash(x))


class Fin:
    def __del__(self):
        print('del', self.n)


z = Fin()
z.n = 1
del z
collect()
