"""contextlib: contextmanager, ExitStack, suppress, closing, redirect, nullcontext; __exit__ that swallows."""
import contextlib
import io


class CM:
    def __init__(self, name, swallow=False, fail_exit=False):
        self.name, self.swallow, self.fail_exit = name, swallow, fail_exit

    def __enter__(self):
        print('enter', self.name)
        return self

    def __exit__(self, t, v, tb):
        print('exit', self.name, t and t.__name__, v, tb is not None)
        if self.fail_exit:
            raise RuntimeError('exit of ' + self.name)
        return self.swallow


with CM('a') as a, CM('b', swallow=True) as b:
    1 / 0
with (CM('p'), CM('q') as q,):
    print(q.name)
try:
    with CM('outer'), CM('inner', fail_exit=True):
        raise KeyError('k')
except RuntimeError as e:
    print(repr(e), repr(e.__context__))


@contextlib.contextmanager
def managed(x):
    print('start', x)
    try:
        yield x * 2
    except ValueError as e:
        print('manager caught', e)
    finally:
        print('end', x)


with managed(4) as v:
    print(v)
    raise ValueError('inside')


@managed(5)
def decorated():
    print('decorated')


decorated()
decorated()
with contextlib.ExitStack() as stack:
    for n in 'xyz':
        stack.enter_context(CM(n))
    stack.callback(print, 'callback', sep='-')
    stack.push(lambda t, v, tb: print('pushed', t) or True)
    other = stack.pop_all()
print('nothing closed')
with other:
    raise OSError('gone')
with contextlib.suppress(KeyError, IndexError):
    [][1]
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print('captured')
print(repr(out.getvalue()))
with contextlib.closing(io.StringIO()) as f, contextlib.nullcontext(7) as seven:
    print(f.closed, seven)
print(f.closed)
for bad in ('with 5: pass', 'with CM: pass', 'with managed(1).gen: pass'):
    try:
        exec(bad)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
@contextlib.contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice():
        pass
except RuntimeError as e:
    print(e)
def ret():
    with CM('return'):
        return 'value'
print(ret())
for i in range(2):
    with CM(str(i)):
        if i == 0:
            continue
        break
