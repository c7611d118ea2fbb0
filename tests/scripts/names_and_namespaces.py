"""Names of functions and classes, namespaces that define __dict__, sums of nothing."""
import functools, warnings
def f(): pass
@functools.wraps(f)
def g(): pass
print(g.__name__ is f.__name__, g.__qualname__ is f.__qualname__)
print(sum([], False), sum([True], False), sum([], 1.5), sum([1,2]))
warnings.simplefilter('error')
try: bool(NotImplemented)
except DeprecationWarning as e: print(e)
import collections
od = collections.OrderedDict([('a', 1), ('b', 2)]); od.move_to_end('a')
print(list(type('C', (), od).__dict__.items())[:2])
class V:
    def d(self): return {'a': 2}
    __dict__ = property(d)
print(vars(V()))
for k in [lambda: type('A', (), {'__doc__': 'x\udcdcy'}), lambda: type('A\udcdcB', (), {}), lambda: setattr(V, '__name__', 'A\udcdcB')]:
    try: print(k())
    except UnicodeEncodeError as e: print(e)
import enum, dataclasses, typing
class E(enum.Enum): A=1; B=2
print(list(E), sum.__name__ is sum.__name__ or 1)
def gen(): yield
x = gen(); print(x.__name__ is gen.__name__)


# what stands in the place of the builtins
class Refusing(dict):
    def __getitem__(self, key):
        raise KeyError(key) if key == 'print' else ZeroDivisionError(key)


class Making(dict):
    def __missing__(self, key):
        return 'made ' + key


def outcome(source, namespace):
    try:
        exec(source, namespace)
        return 'ran'
    except BaseException as e:
        return '%s: %s' % (type(e).__name__, e)


for source in ('name', 'class A: pass', 'def f(): return name\nf()', 'def f(): return print\nf()', 'x = 1'):
    for builtins in ({}, None, 5, {'name': 1}, Refusing({'name': 1})):
        print(outcome(source, {'__builtins__': builtins}))
    print(outcome(source, Refusing(name=1)))
print(eval('1 + 1', {'__builtins__': None}), eval('name', Making()), eval('name', {}, Making()))
making = Making()
exec('def f(): return name\nx = f()', making)
print(making['x'])


# a global is asked of the namespace's own class, every time
class Numbers(dict):
    def __missing__(self, key):
        return int(key.removeprefix('number_'))


print(eval('lambda: ' + ' + '.join('number_%d' % i for i in range(40)), Numbers())())
