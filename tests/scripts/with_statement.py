"""Context managers."""


class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()

    def __exit__(self, t, v, tb):
        print('exit', self.name, t.__name__ if t else None, v)
        return self.swallow


with CM('a') as a, CM('b') as b:
    print(a, b)
with CM('s', True):
    raise ValueError('swallowed')
try:
    with CM('x'):
        with CM('y'):
            1 / 0
except ZeroDivisionError as e:
    print('out', e)


def ret():
    with CM('r'):
        return 'value'


print(ret())
for i in range(3):
    with CM('l%d' % i):
        if i == 0:
            continue
        if i == 1:
            break
with (CM('p') as p, CM('q') as q,):
    print(p, q)
for bad in ('with 5: pass', 'with object() as x: pass'):
    try:
        exec(bad)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
from contextlib import contextmanager, suppress, ExitStack, closing, nullcontext


@contextmanager
def tag(name):
    print('<%s>' % name)
    try:
        yield name
    except KeyError:
        print('key error inside')
    finally:
        print('</%s>' % name)


with tag('b') as t:
    print(t)
with tag('k'):
    {}['x']
with suppress(ZeroDivisionError):
    1 / 0
with ExitStack() as stack:
    for n in 'xyz':
        stack.enter_context(CM(n))
    stack.callback(print, 'callback')
with nullcontext(3) as n:
    print(n)
