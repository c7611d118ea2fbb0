"""Generators: send, throw, close, yield from, return values."""


def count(n):
    i = 0
    while i < n:
        got = yield i
        if got is not None:
            i = got
        else:
            i += 1
    return 'done %d' % i


g = count(5)
print(next(g), next(g), g.send(3), next(g))
try:
    next(g)
except StopIteration as e:
    print('stop', e.value)
print(list(g))


def delegate():
    result = yield from count(3)
    print('result', result)
    try:
        yield 'more'
    except ValueError as e:
        print('caught', e)
        yield 'after'
    finally:
        print('finally')


d = delegate()
print([next(d) for _ in range(4)])
print(d.throw(ValueError('boo')))
d.close()


def closing():
    try:
        yield 1
    except GeneratorExit:
        print('exit')
        raise


c = closing()
next(c)
c.close()
c.close()


def ignoring():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


i = ignoring()
next(i)
try:
    i.close()
except RuntimeError as e:
    print(e)


def stops():
    yield 1
    raise StopIteration('inner')


try:
    list(stops())
except RuntimeError as e:
    print(e, type(e.__cause__).__name__)


def recursive():
    yield next(r)


r = recursive()
try:
    next(r)
except ValueError as e:
    print(e)
print(sum(x * x for x in range(10)), list(x + y for x in 'ab' for y in 'cd' if x != y))


def tree(t):
    if isinstance(t, list):
        for s in t:
            yield from tree(s)
    else:
        yield t


print(list(tree([1, [2, [3, 4], 5], [[6]]])))
g = count(2)
print(g.gi_frame is not None, g.gi_running, g.__name__, g.gi_code.co_name)
try:
    g.send(5)
except TypeError as e:
    print(e)
a, *b = count(4)
print(a, b)
