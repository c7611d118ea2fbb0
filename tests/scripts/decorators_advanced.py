"""Decorators: classes as decorators, on methods, registering, memoizing, any expression, evaluation order."""
import functools

registry = {}


def register(name=None):
    print('register', name)

    def deco(f):
        print('decorate', f.__name__)
        registry[name or f.__name__] = f
        return f
    return deco


@register('first')
@register()
def task(n):
    return n + 1


print(sorted(registry), registry['first'](1))


class CountCalls:
    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f, self.calls = f, 0

    def __call__(self, *args):
        self.calls += 1
        return self.f(*args)

    def __get__(self, instance, owner=None):
        return self if instance is None else functools.partial(self, instance)


@CountCalls
def square(x):
    "squares"
    return x * x


print(square(3), square(4), square.calls, square.__name__, square.__doc__, square.__wrapped__(5))


class Thing:
    @CountCalls
    def m(self, v):
        return self.__class__.__name__, v

    @property
    @functools.lru_cache
    def cached(self):
        print('computed')
        return 5

    @(lambda f: staticmethod(f))
    def anything():
        return 'any expression'

    @functools.singledispatchmethod
    def show(self, v):
        return 'object', v

    @show.register
    def _(self, v: int):
        return 'int', v

    @show.register(list)
    def _(self, v):
        return 'list', v

    @functools.cached_property
    def lazy(self):
        print('lazy computed')
        return [1]


t = Thing()
print(t.m(1), t.m(2), Thing.m.calls, t.cached, t.cached, t.anything(), t.show(1), t.show('s'), t.show([]), t.lazy, t.lazy is t.lazy)


def class_decorator(cls):
    cls.added = lambda self: 'added to ' + cls.__name__
    return cls


@class_decorator
@functools.total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n


print(Version(1) <= Version(2), Version(2) >= Version(3), Version(1) > Version(0), Version(1).added())
decorators = [str, repr]


@decorators[0]
@decorators[1]
@(lambda f: f())
def value():
    return 'text'


print(value, type(value))


@functools.wraps(task, assigned=('__doc__',), updated=())
def partly(): pass


print(partly.__name__, partly.__wrapped__ is task)
try:
    @5
    def broken(): pass
except TypeError as e:
    print(e, 'broken' in globals())
