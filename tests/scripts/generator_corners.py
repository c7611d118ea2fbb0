"""Generators: send before start, throw forms, close with yield, return in finally, recursion, yield from anything, attributes."""
import sys


def g(log):
    try:
        while True:
            try:
                log.append((yield len(log)))
            except KeyError as e:
                log.append('key %s' % e)
    except GeneratorExit:
        log.append('exit')
        raise
    finally:
        log.append('finally')


log = []
x = g(log)
try:
    x.send(5)
except TypeError as e:
    print(e)
print(next(x), x.send('a'), x.throw(KeyError('k')), x.throw(KeyError, 'two args'), x.close(), x.close(), log)
for f in (lambda: next(x), lambda: x.send(None), lambda: x.throw(ValueError('late'))):
    try:
        f()
    except BaseException as e:
        print(repr(e))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def stop():
    yield 1
    raise StopIteration('inside')


try:
    list(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def ret():
    return [1]
    yield


def outer():
    r = yield from ret()
    r2 = yield from [10, 20]
    r3 = yield from inner()
    return r, r2, r3


def inner():
    got = yield 'inner'
    print('inner got', got)
    try:
        yield 'second'
    except ValueError as e:
        return 'handled %s' % e


o = outer()
print(next(o), o.send(None), o.gi_yieldfrom is not None, o.send(None), o.send('sent'), end=' ')
try:
    o.throw(ValueError('thrown'))
except StopIteration as e:
    print(e.value)


def self_running():
    try:
        next(me)
    except ValueError as e:
        yield str(e)


me = self_running()
print(next(me), me.gi_running, me.gi_code.co_name, me.__name__, me.__qualname__, me.gi_frame.f_lineno > 0, type(me))


def tree(t):
    if t:
        yield from tree(t[0])
        yield t[1]
        yield from tree(t[2])


print(list(tree((((), 1, ()), 2, ((), 3, ())))), sum(tree(((), 5, ()))))


def exc_context():
    try:
        yield 1
    finally:
        print('exc_info in generator:', sys.exc_info()[0])


e = exc_context()
next(e)
try:
    raise TypeError('outer')
except TypeError:
    try:
        next(e)
    except StopIteration:
        print('still', sys.exc_info()[0].__name__)
print(sys.exc_info())


def swallow():
    for i in range(3):
        try:
            yield i
        finally:
            continue


w = swallow()
print(next(w), w.throw(ZeroDivisionError), list(w))
for bad in (('throw', ()), ('throw', (5,)), ('throw', (ValueError, 1, 2)), ('send', ()), ('throw', (ValueError(1), 2)), ('throw', (int,))):
    n = tree(((), 1, ()))
    next(n)
    try:
        getattr(n, bad[0])(*bad[1])
    except Exception as ex:
        print(bad[1], type(ex).__name__, ex)
d = {}
exec('def z():\n    a = yield\n    b = (yield a) or (yield 5)\n    return b', d)
z = d['z']()
print(next(z), z.send(1), z.send(0), end=' ')
try:
    z.send('v')
except StopIteration as ex:
    print(ex.value)
for src in ('def f():\n yield from', 'yield 1', 'class C:\n yield 1', 'def f():\n return 1\n yield = 2', 'async def f():\n yield from x', 'async def f():\n yield 1\n return 2', 'def f(a=(yield)): pass', 'lambda: (yield 1)'):
    try:
        compile(src, '<s>', 'exec')
        print('ok', repr(src))
    except SyntaxError as ex:
        print(repr(src), ex.msg)
