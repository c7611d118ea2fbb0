"""Function objects: attributes, defaults, annotations, code objects, methods, calling conventions."""
import types


def f(a, b=2, /, c: int = 3, *args: tuple, d, e=5, **kw: dict) -> 'ret':
    """the doc"""
    local = 1
    return a, b, c, args, d, e, kw


print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__module__, f.__closure__)
c = f.__code__
print(c.co_name, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_varnames, c.co_flags & 0x0f, c.co_freevars, c.co_firstlineno)
f.__defaults__ = (20, 30)
f.__kwdefaults__ = {'d': 40, 'e': 50}
print(f(1))
f.__defaults__ = None
f.__kwdefaults__ = None
for args, kw in (((), {}), ((1,), {}), ((1, 2, 3), {}), ((1, 2, 3), {'d': 1, 'e': 2, 'a': 5})):
    try:
        print(f(*args, **kw))
    except TypeError as x:
        print(x)
f.attribute = [1]
f.__name__ = 'renamed'
f.__doc__ = None
print(f.attribute, f.__dict__, f.__name__, f.__doc__, repr(f).startswith('<function f at 0x'))
for name, value in (('__code__', 5), ('__defaults__', 5), ('__name__', 5), ('__dict__', 5), ('__kwdefaults__', []), ('__closure__', ()), ('__annotations__', 5)):
    try:
        setattr(f, name, value)
        print('set', name)
    except (TypeError, AttributeError) as x:
        print(name, type(x).__name__, x)


def mutable(item, bucket=[]):
    bucket.append(item)
    return bucket


print(mutable(1), mutable(2), mutable.__defaults__, mutable(3, []))
g = types.FunctionType(f.__code__, globals(), 'g', (1, 2, 3))
print(g.__name__, g.__defaults__)


class K:
    def m(self, *a):
        return self.__class__.__name__, a

    @classmethod
    def cm(cls, *a):
        return cls.__name__, a

    @staticmethod
    def sm(*a):
        return a


k = K()
bound = k.m
print(bound(1), K.m(k, 2), k.cm(3), K.cm(4), k.sm(5), bound.__self__ is k, bound.__func__ is K.m, bound.__name__, bound == k.m, bound is k.m, hash(bound) == hash(k.m))
print(types.MethodType(lambda self, v: (type(self).__name__, v), 5)(6), repr(K.m).split(' at ')[0], K.__dict__['cm'].__func__.__name__, K.__dict__['sm'].__wrapped__.__name__)
try:
    bound.attr = 1
except AttributeError as x:
    print(x)
print((lambda: 0).__name__, (lambda: 0).__qualname__, callable(f), callable(k), [fn.__qualname__ for fn in (K.m, k.cm, K.sm)])


def outer():
    def inner(): pass
    class C:
        def m(self): pass
    return inner.__qualname__, C.__qualname__, C.m.__qualname__


print(outer())
f.__code__ = (lambda *a, **k: ('new code', a, k)).__code__
print(f(1, z=2))
