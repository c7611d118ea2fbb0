class CM:
    def __init__(self, name, suppress=False, fail=None):
        self.name, self.suppress, self.fail = name, suppress, fail
    def __enter__(self):
        print('enter', self.name)
        if self.fail == 'enter': raise ValueError('enter ' + self.name)
        return self.name
    def __exit__(self, t, v, tb):
        print('exit', self.name, t and t.__name__, v, tb is not None)
        if self.fail == 'exit': raise KeyError('exit ' + self.name)
        return self.suppress
def plain():
    with CM('a') as x: print(x)
    with CM('a') as x, CM('b') as y: print(x, y)
    with (CM('a') as x, CM('b'), CM('c') as z): print(x, z)
    with CM('a'): pass
plain()
def ways(kind, suppress):
    for i in range(2):
        with CM('o', suppress) as o, CM('i') as n:
            if kind == 'return': return i
            if kind == 'break': break
            if kind == 'continue': continue
            if kind == 'raise': raise ValueError(i)
    return 'end'
for k in 'return break continue raise none'.split():
    for s in (False, True):
        try: print(k, s, ways(k, s))
        except ValueError as e: print('raised', e)
def failing():
    for fail in ('enter', 'exit'):
        for body in (False, True):
            try:
                with CM('a'), CM('b', fail=fail):
                    if body: raise IndexError('body')
            except Exception as e:
                print(repr(e), repr(e.__context__))
failing()
def targets():
    d = {}
    class O: pass
    o = O()
    with CM('ab') as d['k'], CM('cd') as o.x, CM('ef') as (p, q), CM('gh') as [*r]:
        print(d, o.x, p, q, r)
    try:
        with CM('a', suppress=True) as (x, y, z): print('not reached')
        print('suppressed')
    except ValueError as e: print(e)
targets()
class NoExit:
    def __enter__(self): pass
class NoEnter:
    def __exit__(self, *a): pass
for bad in (NoExit(), NoEnter(), 5):
    try:
        with bad: pass
    except TypeError as e: print(e)
def mixed():
    try:
        with CM('a'):
            try:
                return 'r'
            finally:
                print('fin in with')
    finally:
        print('fin out')
print(mixed())
def value():
    x = [1]
    with CM('v'):
        return x
    x = 2
print(value())
def loop():
    n = 0
    while True:
        with CM('l%d' % n):
            n += 1
            if n == 2: continue
            if n == 3: break
    return n
print(loop())
import sys
def info():
    class S:
        def __enter__(self): return self
        def __exit__(self, *a):
            print(repr(sys.exc_info()[1]))
            return True
    with S(): raise ValueError(1)
    print(sys.exc_info())
    with S(): pass
info()
def gen():
    with CM('g') as x:
        yield x
        yield 2
g = gen(); print(next(g)); g.close()
try:
    g = gen(); next(g); g.throw(ValueError, ValueError('thrown'))
except ValueError as e: print(e)
class Truth:
    def __bool__(self): raise ZeroDivisionError('bool')
class BadTruth:
    def __enter__(self): pass
    def __exit__(self, *a): return Truth()
try:
    with BadTruth(): raise ValueError(1)
except ZeroDivisionError as e: print(repr(e), repr(e.__context__))
with BadTruth(): pass
