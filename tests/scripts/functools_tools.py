"""functools: partial, reduce, lru_cache, cache, cmp_to_key, singledispatch, wraps, partialmethod, cached_property."""
import functools


def f(a, b=2, *args, c=3, **kw):
    return a, b, args, c, kw


p = functools.partial(f, 1, c=30)
q = functools.partial(p, 2, d=4)
print(p(), p(5, 6), q(), q.func is f, q.args, q.keywords, p(c=1), functools.partial(int, base=2)('101'), isinstance(p, functools.partial))
print(functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(lambda a, b: a + b, [], 'init'), functools.reduce(max, [3, 9, 2], 5))
try:
    functools.reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
calls = []


@functools.lru_cache(maxsize=2)
def sq(x, *, k=0):
    calls.append(x)
    return x * x + k


print(sq(1), sq(2), sq(1), sq(3), sq(2), sq(3, k=1), calls, sq.cache_info(), sq.cache_parameters(), sq.__wrapped__(9))
sq.cache_clear()
print(sq.cache_info())
try:
    sq([])
except TypeError as e:
    print(e)


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info())


@functools.lru_cache(maxsize=None, typed=True)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed.cache_info().currsize)


@functools.singledispatch
def show(x, *a):
    return 'default %r' % (x,)


@show.register
def _(x: int, *a):
    return 'int %d' % x


@show.register(list)
@show.register(tuple)
def _(x, *a):
    return 'sequence of %d' % len(x)


class Base:
    pass


class Derived(Base):
    pass


show.register(Base, lambda x: 'base')
print(show(1), show(True), show([1]), show((1, 2)), show(Derived()), show('s'), show.dispatch(bool)(True), sorted(k.__name__ for k in show.registry))
try:
    show()
except TypeError as e:
    print(e)


class Cell:
    def set(self, v, *, flag=False):
        self.v, self.flag = v, flag
    on = functools.partialmethod(set, 'on', flag=True)

    @functools.cached_property
    def expensive(self):
        calls.append('expensive')
        return 42

    @functools.lru_cache
    def method(self, x):
        return x + 1

    def __eq__(self, o):
        return self is o
    __hash__ = object.__hash__


c = Cell()
c.on()
print(c.v, c.flag, c.expensive, c.expensive, calls.count('expensive'), 'expensive' in c.__dict__, c.method(1), c.method(1), Cell.method.cache_info().hits)
del c.expensive
print(c.expensive, calls.count('expensive'))
K = functools.cmp_to_key(lambda a, b: (a > b) - (a < b))
print(K(1) < K(2), K(2) == K(2), K(3) > K(2), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))


@functools.total_ordering
class T:
    def __init__(self, v):
        self.v = v

    def __gt__(self, o):
        return self.v > o.v if isinstance(o, T) else NotImplemented

    def __eq__(self, o):
        return self.v == o.v


print(T(1) < T(2), T(2) <= T(2), T(3) >= T(4))
try:
    T(1) < 5
except TypeError as e:
    print(e)


def w(): "doc"


@functools.wraps(w)
def wrapped(): pass


print(wrapped.__name__, wrapped.__doc__, wrapped.__wrapped__ is w, repr(functools.partial(print, 1, sep='-')))
