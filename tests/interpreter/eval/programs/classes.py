class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        print('new', name, kw)
        return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print('prepare', name, kw)
        return {'prepared': 1}
    def __call__(cls, *args):
        print('call', cls.__name__, args)
        return super().__call__(*args)
class A(metaclass=Meta, option=3):
    x = 1
    def method(self): return __class__.__name__
print(A.prepared, A().method(), type(A).__name__)
class B(A):
    def method(self): return 'B' + super().method()
print(B().method(), B.__mro__)
class Base:
    def __init_subclass__(cls, /, tag=None, **kw): print('subclass', cls.__name__, tag)
class Derived(Base, tag='t'): pass
class Entries:
    def __mro_entries__(self, bases): return (Base,)
class FromEntries(Entries()): pass
print(FromEntries.__bases__, len(FromEntries.__orig_bases__))
class Scope:
    a = 1
    b = [a for _ in range(2)]if False else a + 1
    def f(self): return a
a = 'global'
print(Scope.b, Scope().f())
def local_class(p):
    class L:
        q = p
        def get(self): return p
    return L
print(local_class(5).q, local_class(6)().get(), local_class.__name__, local_class(1).__qualname__)
class Descr:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name)
    def __get__(self, obj, owner): return 'got', obj is None
    def __set__(self, obj, value): print('set', value)
class D:
    d = Descr()
print(D.d, D().d)
D().d = 5
class Prop:
    def __init__(self): self._v = 1
    @property
    def v(self): return self._v
    @v.setter
    def v(self, value): self._v = value
p = Prop()
p.v += 5
print(p.v)
class Attr:
    def __getattr__(self, name): return name.upper()
    y = 5
print(Attr().foo, Attr().y)
class Ops:
    def __init__(self, v): self.v = v
    def __add__(self, o): return Ops(self.v + (o.v if isinstance(o, Ops) else o))
    __radd__ = __add__
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return 'Ops(%d)' % self.v
    def __getitem__(self, i): return i
    def __contains__(self, x): return x == self.v
    def __len__(self): return self.v
    def __bool__(self): return self.v > 2
    def __iadd__(self, o):
        self.v += 100
        return self
    def __call__(self, *a): return a
    def __enter__(self): return 'entered'
    def __exit__(self, *a): print('exit', a[0]); return True
o = Ops(2)
print(o + 3, 3 + o, o == Ops(2), o != Ops(2), o < Ops(3), o[1:2], 2 in o, len(o), bool(o), o(1))
o += 1
print(o)
with o as x:
    print(x)
    raise ValueError
try:
    class Conflict(Meta, int): pass
except TypeError as e:
    print(e)
try:
    class C(5): pass
except TypeError as e:
    print(type(e))
class Slots:
    __slots__ = ('a', 'b')
s = Slots()
s.a = 1
try:
    s.c = 1
except AttributeError as e:
    print(e)
print(s.a, hasattr(s, 'b'))
for i in range(3):
    class Again:
        value = i
    print(Again.value, Again().value)
obj = Prop()
for i in range(20):
    obj.attr = i
    if i == 10: Prop.attr2 = 'class attribute'
    if i > 10: obj.attr2
print(obj.attr, obj.attr2)
obj.method = lambda: 'instance'
Prop.method = lambda self: 'class'
print(obj.method(), Prop().method())
