def attempt(f, *args):
    try:
        print(f(*args))
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__cause__))

def count(n):
    i = 0
    while i < n:
        received = yield i
        if received is not None:
            print('received', received)
        i += 1
    return 'end'

g = count(3)
print(g.__name__, g.__qualname__, g.gi_running, g.gi_frame is not None, g.gi_code.co_name)
attempt(g.send, 5)
print(next(g), g.send('x'), next(g))
attempt(next, g)
attempt(next, g)
print(g.gi_frame)
print(list(count(4)), tuple(count(2)), [*count(3)])

def delegating():
    result = yield from count(2)
    print('result', result)
    try:
        yield from [10, 20]
    except ValueError as e:
        print('caught', e)
        yield 'after'
    return 7
print(list(delegating()))
g = delegating()
print(next(g), next(g), next(g), g.gi_yieldfrom is not None)
print(g.throw(ValueError('thrown')))
attempt(next, g)

def closing():
    try:
        yield 1
        yield 2
    finally:
        print('closed')
g = closing()
next(g)
g.close()
attempt(next, g)
g = closing()
g.close()
attempt(next, g)

def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
g = stubborn()
next(g)
attempt(g.close)

def leaking():
    yield 1
    raise StopIteration(5)
g = leaking()
next(g)
attempt(next, g)

def reentrant():
    yield next(me)
me = reentrant()
attempt(next, me)

class Iterator:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration('value')
        return self.n
    def throw(self, *args):
        print('throw', [repr(a) for a in args])
        raise StopIteration('from throw')
def outer():
    print('value is', (yield from Iterator()))
    print('value is', (yield from Iterator()))
g = outer()
print(next(g), next(g), next(g))
attempt(g.throw, ValueError('x'))
attempt(g.throw, 5)
attempt(g.throw, ValueError('a'), 'b')
attempt(count(1).throw, ValueError)
attempt(count(1).throw, KeyError, 'arg')

def squares(): return (x * x for x in range(5) if x % 2)
print(list(squares()), sum)  if False else print(list(squares()))
print({x: y for x, y in zip('ab', (i for i in range(2)))})
def with_locals(a):
    b = 2
    yield locals()
print(next(with_locals(1)))
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(4)))
def exception_state():
    try:
        raise ValueError('in')
    except ValueError:
        yield repr(exc_info())
        yield repr(exc_info())
g = exception_state()
print(next(g), exc_info())
try:
    raise KeyError('out')
except KeyError:
    print(next(g), repr(exc_info()))
print(list(g), exc_info())
def thrown_context():
    def inner():
        yield
    def outer():
        try:
            raise KeyError('a')
        except KeyError:
            yield from inner()
    g = outer()
    g.send(None)
    try:
        g.throw(ValueError)
    except ValueError as e:
        print(repr(e.__context__))
thrown_context()
class NotMade(Exception):
    def __new__(cls): return cls
def catching():
    try:
        yield 1
    except TypeError as e:
        yield 'TypeError inside'
g = catching()
next(g)
print(g.throw(NotMade))
