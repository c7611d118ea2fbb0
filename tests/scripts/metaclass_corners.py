"""Metaclasses: conflicts, derivation, __prepare__ kinds, __call__, instance checks, type() with three arguments, __mro_entries__."""
import collections


class Ordered(type):
    @classmethod
    def __prepare__(m, name, bases, **kw):
        return collections.OrderedDict(prepared=name)

    def __new__(m, name, bases, ns, **kw):
        self = super().__new__(m, name, bases, dict(ns))
        self.kw = kw
        return self

    def __init__(self, name, bases, ns, **kw):
        super().__init__(name, bases, ns)


class A(metaclass=Ordered, x=1):
    b = 2


class B(A, y=3):
    pass


print(A.prepared, A.kw, B.kw, type(B).__name__, B.__mro__[1].__name__, type(type(B)).__name__)


class M2(type):
    pass


class Counting(dict):
    def __missing__(self, key):
        return 'auto ' + key

    def __setitem__(self, k, v):
        if k in self:
            print('defined twice', k)
        super().__setitem__(k, v)


class Auto(type):
    def __prepare__(name, bases):
        return Counting()
    __prepare__ = staticmethod(__prepare__)


class C(metaclass=Auto):
    a = 1
    a = 2


print(C.a)


class Instances(type):
    def __instancecheck__(cls, obj):
        return obj == 'instance'

    def __subclasscheck__(cls, sub):
        return sub is int


class I(metaclass=Instances):
    pass


print(isinstance('instance', I), isinstance(1, I), issubclass(int, I), issubclass(str, I), isinstance(I(), I))


class Single(type):
    made = {}

    def __call__(cls, *a):
        if cls not in cls.made:
            cls.made[cls] = super().__call__(*a)
        return cls.made[cls]

    def __iter__(cls):
        return iter('iterates the class')

    def __getitem__(cls, k):
        return cls.__name__, k

    def __add__(cls, o):
        return cls.__name__ + '+' + str(o)

    def __eq__(cls, o):
        return o == 'equal'
    __hash__ = type.__hash__

    def __bool__(cls):
        return False

    def __repr__(cls):
        return '<single %s>' % cls.__name__


class S(metaclass=Single):
    def __init__(self, v):
        self.v = v


print(S(1) is S(2), S(3).v, next(iter(S)), S[5], S + 1, S == 'equal', bool(S), S, [S])
T = type('T', (A,), {'m': lambda self: 'made by type()', '__module__': 'somewhere'}, z=1)
print(T.__name__, T().m(), T.kw, T.__module__, type('U', (), {}).__mro__[-1], repr(type('V', (), {'__qualname__': 'Q.V', '__module__': 'mod'})))


class Entries:
    def __mro_entries__(self, bases):
        print('entries', len(bases))
        return (A,)


class E(Entries()):
    pass


print(E.__bases__ == (A,), len(E.__orig_bases__))


def function_meta(name, bases, ns):
    return name, bases, sorted(k for k in ns if k[0] != '_')


class F(metaclass=function_meta):
    z = 1
    y = 2


print(F)
for src in ('class X(A, metaclass=M2): pass', 'class X(int, str): pass', 'class X(A, A): pass', 'class X(bool): pass', 'class X(5): pass', 'class X(type(None)): pass', 'class X(object, A): pass', 'class X(x=1): pass', 'class X(metaclass=5): pass', 'type("X")', 'type("X", (), {}, {})', 'type(5, (), {})', 'type("X", 5, {})', 'type("X", (5,), {})', 'type("X\\0", (), {})', 'type()', 'type("X", (), 5)', 'class X(A): __slots__ = 5', 'class X: __slots__ = "a b",', 'class X: a = 1; __slots__ = "a",', 'class X(type, metaclass=Auto): pass', 'class P(A): pass\nclass Q(P, A): pass\nclass R(A, P): pass', 'type.__new__(type)', 'type.__new__(int, "X", (), {})', 'object.__new__(int)', 'object.__new__(5)', 'int.__new__(str)', 'type.__call__(5)', 'class X(range): pass', 'class X(lambda: 0): pass', 'class X(A, nope=1, metaclass=M2): pass', 'class X(*[int], **{"metaclass": type}): pass\nprint(X(5))'):
    try:
        exec(src)
        print('fine', src)
    except Exception as e:
        print(src, '->', type(e).__name__, e)
