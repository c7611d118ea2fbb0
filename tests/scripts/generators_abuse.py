"""Generators used in every way that is allowed, and in some that are not."""
import inspect
import itertools
import sys


def outcome(f, *args):
    try:
        return f(*args)
    except BaseException as e:
        return type(e).__name__, e.args, type(e.__cause__).__name__, type(e.__context__).__name__


def inner(log):
    try:
        while True:
            try:
                got = yield len(log)
                log.append(got)
                if got == 'stop':
                    return 'inner done'
            except ValueError as e:
                log.append(('caught', str(e)))
                yield 'after ValueError'
    finally:
        log.append('finally')


def outer(log):
    result = yield from inner(log)
    log.append(result)
    try:
        yield from [1, 2]
    except KeyError:
        yield 'KeyError while delegating to a list'
    return 'outer done'


log = []
g = outer(log)
print(next(g), g.send('a'), g.throw(ValueError('v')), next(g), g.send('stop'), outcome(g.throw, KeyError), outcome(next, g), outcome(next, g), log)
log = []
g = outer(log)
next(g)
print(g.close(), g.close(), outcome(next, g), log)
g = outer([])
print(outcome(g.send, 1), outcome(g.throw, TypeError, 'x'), outcome(next, g))


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            yield 'no'


g = stubborn()
next(g)
print(outcome(g.close), outcome(g.close))
print(outcome(g.throw, GeneratorExit))


def last_breath():
    try:
        yield 1
    finally:
        print('cleaning')
        raise LookupError('in finally')


g = last_breath()
next(g)
print(outcome(g.close), g.gi_frame, g.gi_running)


def leaks():
    yield 1
    raise StopIteration('inside')


print(outcome(list, leaks()), outcome(lambda: next(x for x in [1] if next(iter([])))))


def reentrant():
    yield outcome(next, me)
    yield outcome(me.send, None)
    yield outcome(me.close)
    yield outcome(me.throw, ValueError)


me = reentrant()
print(list(me))


def counts():
    received = []
    while len(received) < 3:
        received.append((yield))
    return received


g = counts()
next(g)
for v in 'ab':
    g.send(v)
print(outcome(g.send, 'c'))


def chain():
    a = yield from counts()
    b = yield from counts()
    return a + b


g = chain()
next(g)
print([outcome(g.send, i) for i in range(6)])


def states(g):
    return inspect.getgeneratorstate(g), g.gi_frame is not None, g.gi_yieldfrom is not None


g = outer([])
print(states(g), end=' ')
next(g)
print(states(g), end=' ')
g.close()
print(states(g), g.__name__, g.__qualname__, g.gi_code.co_name)


def sieve(n):
    numbers = itertools.count(2)
    for _ in range(n):
        p = next(numbers)
        yield p
        numbers = filter(lambda x, p=p: x % p, numbers)


print(list(sieve(25)))


def tree(depth, path=''):
    if depth:
        yield from tree(depth - 1, path + 'l')
        yield path
        yield from tree(depth - 1, path + 'r')


print(list(tree(4)))


def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


print(sum(deep(200)))


def context():
    try:
        raise KeyError('outer')
    except KeyError:
        yield sys.exc_info()[0].__name__
        yield outcome(lambda: 1 // 0)
    yield sys.exc_info()[0]


g = context()
print(sys.exc_info()[0], next(g), sys.exc_info()[0], next(g), next(g))


def swallow():
    for i in range(3):
        try:
            yield i
        except Exception as e:
            print('swallowed', type(e).__name__, type(e.__context__).__name__)


g = swallow()
next(g)
try:
    1 // 0
except ZeroDivisionError:
    print(g.throw(OSError(2, 'gone')))
print(outcome(g.throw, KeyboardInterrupt), outcome(next, g))
print([*map(list, (range(2), (x * y for x in range(3) for y in range(x)), ((yy := z) for z in 'ab')))], yy)
print(outcome(lambda: (lambda: (yield))().send(1)), [(yield_) for yield_ in (lambda: [(yield 1), (yield 2)])()])
class Iterates:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise StopIteration('value of iterator')
        return self.n
    def throw(self, *args): return ('own throw', len(args))
    def close(self): print('own close')
def over():
    return (yield from Iterates(3))
g = over()
print(next(g), g.throw(ValueError), g.send(None), next(g), outcome(next, g))
g = over()
next(g)
g.close()
print(outcome((lambda: (yield from 5))().__next__), outcome((lambda: (yield from Iterates(2)))().send, 3))
