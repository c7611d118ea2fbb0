"""functools: what its built-in types do beside being called: state, copies, errors, order of use, re-entrance."""
import copy
import functools
import gc
import pickle
import random
import weakref

wrapper_type = functools._lru_cache_wrapper


def attempt(f, *args, **kwds):
    try:
        print(f(*args, **kwds))
    except Exception as e:
        print(type(e).__name__, e)


def show(*args, **kwds):
    return args, kwds


class Sub(functools.partial):
    pass


class Calling(functools.partial):
    def __call__(self, *args, **kwds):
        return 'called', super().__call__(*args, **kwds)


# ---- partial
for p in [functools.partial(Sub(show, 1), 2), Sub(functools.partial(show, 1, a=1), 2, b=2), functools.partial(Calling(show, 1), 2)]:
    print(type(p).__name__, p.func is show, p.args, p.keywords, p(3, b=4), repr(p).split(' ')[0])
s = Sub(show, 1)
s.name = 'x'
print(functools.partial(s, 2).func is s, s.__dict__, vars(copy.copy(s)), pickle.loads(pickle.dumps(s)).name)
attempt(functools.partial)
attempt(functools.partial, 1)
attempt(functools.partial, func=1)
p = functools.partial(show, 0, a=1, b=2)
attempt(p, 1, b=3, c=4)
attempt(p, **{'a': 5})
attempt(setattr, p, 'func', 1)
attempt(delattr, p, '__dict__')
attempt(setattr, p, '__dict__', 1)
attempt(p.__setstate__, (show, [], {}, None))
attempt(p.__setstate__, 1)
p.keywords[1] = 2
attempt(p)
p.keywords.clear()
print(p(1), p(1, 2), functools.partial(max, 5)(3), functools.partial(max, 5, 6, 9)(3), functools.partial[int], [len(x) for x in p.__reduce__()[1:]], p.__reduce__()[2][1:])
p.__setstate__((p, (p,), {'k': p}, None))
print(repr(p))
p.__setstate__((show, (), {}, {'note': 1}))
print(p.note, p(), weakref.ref(p)() is p)

# ---- reduce and cmp_to_key
attempt(functools.reduce)
attempt(functools.reduce, 1, 2)
attempt(functools.reduce, 1, [])
attempt(functools.reduce, lambda a, b: a + [b], (), ['start'])
attempt(functools.reduce, lambda a, b: (a, b), 'abc')
attempt(functools.reduce, lambda a, b: 1 / 0, [1, 2])
K = functools.cmp_to_key(lambda a, b: 'less' if a is None else a - b)
for operation in [lambda: K(1) < K(2), lambda: K(1) == 1, lambda: 2 < K(1), lambda: K < K(1), lambda: hash(K(1)), lambda: K(None) < K(1),
                  lambda: K(None) == K(1), lambda: K(obj=3).obj, lambda: K.obj, lambda: K(), lambda: K(1, 2), lambda: type(K)(1), lambda: K(1) >= K(1.5)]:
    attempt(operation)
key = K(3)
key.obj = 5
print(key.obj, key > K(4))
del key.obj
attempt(lambda: key == key)

# ---- lru_cache: errors, attributes
attempt(wrapper_type, 1, 2, 3, 4)
attempt(wrapper_type, int, 'a', True, tuple)
attempt(wrapper_type, int, 1.5, True, tuple)
f = wrapper_type(int, maxsize=2, typed=0, cache_info_type=show)
print(f.cache_info(), f('12'), f('12'), f.cache_info(), f.__dict__)
attempt(f, [])
attempt(f, 'x')
attempt(f.__reduce__)
attempt(f.__get__, None)
attempt(delattr, f, '__dict__')
print(f.cache_info(), copy.copy(f) is f, copy.deepcopy(f) is f, f.__get__(None, int) is f)
f.extra = 1
print(f.extra, wrapper_type(f, None, False, show).__get__('7')(), weakref.ref(f)() is f)
attempt(type, 'Cached', (wrapper_type,), {})
g = wrapper_type(str, 3, True, show)
print(g(1), g(True), g(1.0), g(1), g.cache_info())


# ---- what is the same call
@functools.lru_cache(maxsize=None)
def untyped(*args, **kwds):
    return len(calls.append((args, kwds)) or calls)


calls = []
for call in [lambda: untyped(1), lambda: untyped(1.0), lambda: untyped(True), lambda: untyped((1,)), lambda: untyped(1, 2), lambda: untyped((1, 2)),
             lambda: untyped(a=1), lambda: untyped('a', 1), lambda: untyped(a=1, b=2), lambda: untyped(b=2, a=1), lambda: untyped(a=1.0),
             lambda: untyped('1'), lambda: untyped(2 ** 70), lambda: untyped(float(2 ** 70)), lambda: untyped(), lambda: untyped(**{})]:
    print(call(), end=' ')
print(untyped.cache_info())


@functools.lru_cache(maxsize=4, typed=True)
def typed(*args, **kwds):
    return [type(x).__name__ for x in (*args, *kwds.values())]


print(typed(1, 2.0), typed(1.0, 2), typed(1, a=2), typed(1, a=2.0), typed(1, a=2), typed(1, 2.0), typed.cache_info())


# ---- the order of use, against a model
rng = random.Random(5)
for size in [1, 2, 7, 20]:
    run = []
    cached = functools.lru_cache(size)(run.append)
    order, expected, hits = [], [], 0
    for i in range(1500):
        n = min(rng.randrange(3 * size), rng.randrange(3 * size))
        if n in order:
            order.remove(n)
            hits += 1
        else:
            expected.append(n)
            if len(order) == size:
                del order[0]
        order.append(n)
        cached(n)
        if i == 700:
            cached.cache_clear()
            order, hits = [], 0
    print(size, run == expected, cached.cache_info().hits == hits, cached.cache_info().currsize)


# ---- the function uses the cache itself, or fails
@functools.lru_cache(maxsize=3)
def nested(n):
    return 1 if n < 2 else nested(n - 1) + nested(n - 2)


print(nested(30), nested.cache_info())


@functools.lru_cache(maxsize=2)
def again(n, depth=[0]):
    if depth[0] < 2:
        depth[0] += 1
        return again(n)
    return n


print([again(n) for n in (1, 2, 3, 1)], again.cache_info())


class Clearing:
    """Its comparison empties the cache, or fills it."""
    def __init__(self, action):
        self.action = action

    def __hash__(self):
        return 1

    def __eq__(self, other):
        action, self.action = self.action, None
        if action:
            action()
        return True


@functools.lru_cache(maxsize=2)
def identity(x):
    return x


for action in [identity.cache_clear, lambda: [identity(i) for i in range(10, 15)], lambda: 1 / 0]:
    identity.cache_clear()
    identity(Clearing(action))
    attempt(lambda: type(identity(Clearing(None))).__name__)
    print(identity.cache_info())


@functools.lru_cache
def failing(n):
    raise ValueError(n)


for i in range(2):
    attempt(failing, 1)
try:
    failing(2)
except ValueError as e:
    print(e.__context__, failing.cache_info())


class Thing:
    @functools.lru_cache(maxsize=None)
    def method(self, x):
        return x

    @classmethod
    @functools.lru_cache
    def made(cls, x):
        return cls.__name__, x

    @staticmethod
    @functools.lru_cache
    def plain(x):
        return x


t = Thing()
print(t.method(1), Thing.method(t, 1), Thing.method.cache_info(), t.made(1), Thing.made(1), Thing.made.cache_info().hits, t.plain(2), Thing.plain(2))
print(t.method.__name__, t.method.__self__ is t, pickle.loads(pickle.dumps(nested)) is nested)
ref = weakref.ref(Thing.plain)
del Thing.plain
gc.collect()
print(ref())
