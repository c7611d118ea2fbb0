def echo():
    value = 'start'
    while True:
        try:
            value = yield value
            if value == 'stop': return 'stopped'
        except ValueError as e:
            value = f'caught {e}'
g = echo()
print(next(g), g.send(1), g.throw(ValueError('x')), g.send(2))
try: g.send('stop')
except StopIteration as e: print('stop', e.value)
try: next(g)
except StopIteration as e: print('again', e.value)
def delegate():
    r = yield from inner()
    print('inner returned', r)
    r = yield from [1, 2]
    print('list returned', r)
    return 'outer'
def inner():
    try:
        x = yield 'i1'
        print('inner got', x)
        yield 'i2'
    except KeyError as e:
        print('inner caught', e)
        yield 'i3'
    finally:
        print('inner finally')
    return 'result'
g = delegate()
print(next(g), g.send('hello'), g.throw(KeyError('k')), list(g))
g = delegate(); next(g); g.close()
g = delegate(); next(g)
try: g.throw(ZeroDivisionError)
except ZeroDivisionError as e: print('out', repr(e))
def exprs(x):
    a = (yield) + (yield x) * (yield x + 1)
    print(a)
    b = [(yield 1), (yield 2), *(yield 3)]
    print(b)
    print((yield 4), k := (yield 5))
    d = {(yield 'k'): (yield 'v')}
    print(d)
    f = f'{(yield "f")}-{(yield "g")!r:>4}'
    print(f)
    x[(yield 'i')] = (yield 'val')
    print(x)
    lam = lambda: (yield 7)
    print(list(lam()))
    return (yield), (yield 8)
class L(dict):
    def __add__(self, o): return L()
g = exprs(L())
v = next(g)
sends = iter([1, 2, 3, 10, 20, (30, 40), 'p', 'q', 'K', 'V', 'F', 'G', 'index', 'value', 'r1', 'r2'])
try:
    while True:
        s = next(sends)
        v = g.send(s)
        print('yielded', v)
except StopIteration as e: print(e.value)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
import itertools
print(list(itertools.islice(fib(), 12)))
def stop():
    yield 1
    raise StopIteration('inside')
try: list(stop())
except RuntimeError as e: print(e, repr(e.__cause__))
keep = []
def ignoring():
    while True:
        try: yield 1
        except GeneratorExit: print('ignored')
g = ignoring(); next(g); keep.append(g)
try: g.close()
except RuntimeError as e: print(e)
g2 = (i for i in range(3))
try: g2.send(5)
except TypeError as e: print(e)
print(g2.__name__, g2.__qualname__, g2.gi_running, g2.gi_yieldfrom)
def reentrant():
    try: next(r)
    except ValueError as e: print(e)
    yield 1
r = reentrant(); next(r)
def gen_args(*args, a=1, **kw):
    yield args, a, kw
print(list(gen_args(1, 2, a=3, b=4)))
def closure():
    n = 0
    def inc():
        nonlocal n
        while n < 3:
            n += 1
            yield n
    return list(inc()), n
print(closure())
print(sum(x * y for x in range(4) for y in range(x) if (x + y) % 2), max((x for x in 'abc'), default=None))
print(list(zip(*[iter(range(6))] * 2)))
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))
def lambda_gen():
    return [*(lambda x: [(yield x), (yield x + 1)])(1)]
print(lambda_gen())
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration('done')
        return self.n
def from_it():
    r = yield from It()
    print('r', r)
print(list(from_it()))
def bad():
    yield from 5
try: list(bad())
except TypeError as e: print(e)
def send_to_list():
    yield from [1, 2]
g = send_to_list(); next(g)
try: g.send(3)
except AttributeError as e: print(e)
def unfinished():
    for i in range(3):
        with_value = yield i
        if with_value: print('with', with_value)
    else:
        yield 'else'
g = unfinished()
print([next(g), g.send('a'), next(g), g.send('b')])
def gen_locals(a, b=2):
    c = a + b
    yield sorted(locals().items())
    del a
    yield sorted(locals().items())
print(list(gen_locals(1)))
def deep_yield():
    with open_cm() as f:
        for i in range(2):
            try:
                if i: yield f
                else: yield i
            finally: print('df', i)
class open_cm:
    def __enter__(self): return 'opened'
    def __exit__(self, *a): print('closed')
print(list(deep_yield()))
