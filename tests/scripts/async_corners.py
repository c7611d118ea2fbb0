"""async: await protocol, async for/with/comprehensions, async generators (asend, athrow, aclose), errors, hooks."""
import sys
import types


class Suspend:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        return (yield self.v)


def run(coro, *sends):
    out = []
    sends = list(sends)
    value = None
    try:
        while True:
            out.append(coro.send(value))
            value = sends.pop(0) if sends else None
    except StopIteration as e:
        return out, e.value
    except BaseException as e:
        return out, type(e).__name__, str(e)


class Range:
    def __init__(self, n):
        self.n, self.i = n, 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        return await Suspend(self.i)


class Manager:
    async def __aenter__(self):
        print('aenter', await Suspend('entering'))
        return self

    async def __aexit__(self, *exc):
        print('aexit', exc[0] and exc[0].__name__)
        return exc[0] is ValueError


async def agen(n):
    try:
        for i in range(n):
            got = yield i
            print('agen got', got)
            await Suspend('inside agen')
    except KeyError as e:
        yield 'handled %s' % e
    finally:
        print('agen finally')


async def loops():
    out = []
    async for x in Range(3):
        if x == 2:
            continue
        out.append(x)
    else:
        out.append('else')
    return out, [x async for x in Range(2)], {x async for x in Range(1)}, {x: y async for x in Range(2) for y in [x]}, [await Suspend(i) for i in range(2)], [y for x in [1] async for y in Range(2) if y]


print(run(loops(), *'abcdefghijklmn'))


async def managers():
    async with Manager() as m, Manager():
        raise ValueError('swallowed')
    async with Manager():
        return 'returned'


print(run(managers(), 1, 2, 3))


async def use_agen():
    g = agen(3)
    a = await g.asend(None)
    b = await g.asend('sent')
    c = await g.athrow(KeyError('k'))
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print('async stop')
    h = agen(2)
    await h.__anext__()
    await h.aclose()
    total = [x async for x in agen(2)]
    ge = (x * 2 async for x in Range(2))
    return a, b, c, total, [v async for v in ge], type(ge).__name__, await anext(Range(1)), await anext(Range(0), 'default')


print(run(use_agen()))


@types.coroutine
def old_style():
    x = yield 'from generator'
    return x


async def awaits(what):
    return await what


print(run(awaits(old_style()), 'result'), run(awaits(awaits(Suspend(1))), 2))
for bad in (5, None, [1], (x for x in []), Range(1), agen(1)):
    print(type(bad).__name__, run(awaits(bad)))


class BadAwait:
    def __await__(self):
        return 5


class BadAiter:
    def __aiter__(self):
        return 5


async def bad_for(x):
    async for _ in x:
        pass


async def bad_with(x):
    async with x:
        pass


print(run(awaits(BadAwait())), run(bad_for([])), run(bad_for(BadAiter())), run(bad_with(5)), run(bad_with(open('/dev/null'))))
c = awaits(Suspend(1))
print(c.cr_running, c.cr_frame is not None, c.cr_await, c.__name__, type(c).__name__, c.send(None), c.cr_await is not None)
try:
    c.throw(OSError('thrown in'))
except OSError as e:
    print(e, c.cr_frame)
for f in (lambda: c.send(None), lambda: iter(c), lambda: next(c), lambda: c.close()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
n = awaits(Suspend(1))
try:
    n.send('too early')
except TypeError as e:
    print(e)
n.close()


async def stop():
    raise StopIteration('s')


async def astop():
    yield 1
    raise StopAsyncIteration


print(run(stop()), run(bad_for(astop())))
for src in ('await x', 'async def f():\n yield from x', 'def f():\n await x', 'def f():\n async for x in y: pass', 'def f():\n async with y: pass', '[x async for x in y]', 'async def f():\n yield 1\n return 5', 'async def f():\n lambda: await x', 'async def f():\n return [await x for x in y]', 'async x = 5', 'def f(): return (x async for x in y)', 'async def f(await_=1): pass', 'await = 5', 'async def f():\n def g():\n  [x async for x in y]'):
    try:
        compile(src, 's', 'exec')
        print('ok', repr(src))
    except SyntaxError as e:
        print(repr(src), e.msg)
