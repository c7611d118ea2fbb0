"""Decorators with and without arguments, stacked, on classes; functools.wraps."""
import functools


def trace(f):
    @functools.wraps(f)
    def wrapper(*args, **kwds):
        print('call', f.__name__, args, kwds)
        return f(*args, **kwds)
    return wrapper


def times(n):
    def deco(f):
        def inner(*a):
            return [f(*a) for _ in range(n)]
        return inner
    return deco


@trace
def add(a, b=1):
    "adds"
    return a + b


@times(2)
@trace
def hello(x):
    return 'hello ' + x


print(add(1), add(2, b=5), add.__name__, add.__doc__, add.__wrapped__(1))
print(hello('you'))


def register(cls):
    cls.registered = True
    return cls


@register
class K:
    pass


print(K.registered)


@(lambda f: lambda: f() + 1)
def one():
    return 1


print(one())


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


class Cached:
    def __init__(self):
        self.n = 0

    @functools.cached_property
    def value(self):
        self.n += 1
        return self.n


c = Cached()
print(c.value, c.value, c.n)


@functools.singledispatch
def show(x):
    return 'object'


@show.register
def _(x: int):
    return 'int'


@show.register(list)
def _(x):
    return 'list of ' + ','.join(show(i) for i in x)


print(show(1), show('a'), show([1, None]))
print(functools.reduce(lambda a, b: a * b, range(1, 6)), functools.partial(add, 10)(b=3))


@functools.total_ordering
class T:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v

    def __lt__(self, o):
        return self.v < o.v


print(T(1) <= T(1), T(2) > T(1), T(1) >= T(2))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
