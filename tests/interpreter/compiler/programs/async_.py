class Await:
    def __init__(self, value): self.value = value
    def __await__(self):
        r = yield ('await', self.value)
        return (self.value, r)
def run(coro):
    n = 0
    try:
        value = None
        while True:
            y = coro.send(value)
            print('  suspended', y)
            n += 1
            value = n
    except StopIteration as e:
        return e.value
async def simple(): return 1
async def two():
    a = await Await('x')
    b = await simple()
    return a, b
print(run(two()))
class AIter:
    def __init__(self, n, fail=False): self.n, self.fail = n, fail
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0:
            if self.fail: raise ValueError('anext')
            raise StopAsyncIteration
        self.n -= 1
        await Await(self.n)
        return self.n
async def loop():
    async for x in AIter(3):
        print('x', x)
        if x == 0: continue
    else:
        print('else')
    async for x in AIter(3):
        if x == 1: break
    else:
        print('not here')
    try:
        async for x in AIter(1, True): pass
    except ValueError as e: print(e)
    async for (a, b), c in pairs():
        print(a, b, c)
    return x
async def pairs():
    yield (1, 2), 3
    yield (4, 5), 6
print(run(loop()))
class ACM:
    def __init__(self, name, suppress=False): self.name, self.suppress = name, suppress
    async def __aenter__(self):
        await Await('enter ' + self.name)
        return self.name
    async def __aexit__(self, t, v, tb):
        await Await('exit ' + self.name)
        print('exit', self.name, t and t.__name__, v)
        return self.suppress
async def ways(kind, suppress):
    for i in range(2):
        async with ACM('a', suppress) as a, ACM('b') as b:
            if kind == 'return': return a, b
            if kind == 'raise': raise ValueError(i)
            if kind == 'break': break
            if kind == 'continue': continue
    return 'end'
for k in 'return raise break continue none'.split():
    for s in (False, True):
        try: print(k, s, run(ways(k, s)))
        except ValueError as e: print('raised', e)
async def agen(n):
    try:
        for i in range(n):
            r = yield i
            if r: print('sent', r)
            await Await(i)
    finally:
        await Await('fin')
        print('agen finally')
async def use():
    print([x async for x in agen(3)])
    print({x: await simple() async for x in agen(2) if x})
    print({x + y async for x in agen(2) for y in [1, 2]})
    print([x for x in [await simple(), 2]])
    print([await Await(x) for x in range(2)])
    print([[x async for x in agen(y)] for y in range(2)])
    g = (x async for x in agen(2))
    print([y async for y in g])
    g = (await Await(x) for x in range(2))
    print([y async for y in g])
    g = agen(5)
    print(await g.__anext__(), await g.asend('hi'))
    try: await g.athrow(KeyError('k'))
    except KeyError as e: print(repr(e))
    g = agen(5)
    await g.__anext__()
    await g.aclose()
    try: await g.__anext__()
    except StopAsyncIteration: print('stopped')
    g = agen(1)
    await g.asend(None)
    try: await g.asend(None)
    except StopAsyncIteration: print('end')
run(use())
async def order():
    return (await Await(1), [await Await(2), await Await(3)], f'{await Await(4)}', {await Await(5): await Await(6)})
print(run(order()))
async def errors():
    for bad in (5, None, 'x'):
        try: await bad
        except TypeError as e: print(e)
    try:
        async with 5: pass
    except TypeError as e: print(e)
    try:
        async for x in 5: pass
    except TypeError as e: print(e)
    class B:
        def __aiter__(self): return self
        def __anext__(self): return 5
    try:
        async for x in B(): pass
    except TypeError as e: print(e)
    class C:
        def __aenter__(self): return 5
        async def __aexit__(self, *a): pass
    try:
        async with C(): pass
    except TypeError as e: print(e)
    class D:
        def __aiter__(self): return 5
    try:
        async for x in D(): pass
    except TypeError as e: print(e)
    class E:
        async def __aenter__(self): pass
        def __aexit__(self, *a): return 7
    try:
        async with E(): pass
    except TypeError as e: print(e)
    try:
        with ACM('x'): pass
    except TypeError as e: print(e)
run(errors())
async def fin():
    try:
        return await Await('r')
    finally:
        await Await('f')
        print('f')
print(run(fin()))
c = fin()
c.send(None)
try: c.throw(ValueError('t'))
except ValueError as e: print(e)
else:
    try: c.send(None)
    except ValueError as e: print('later', e)
c = simple()
print(c.__name__, c.cr_frame is not None)
c.close()
try: c.send(None)
except RuntimeError as e: print(e)
async def stop():
    raise StopIteration('s')
try: run(stop())
except RuntimeError as e: print(e)
async def agen_stop():
    yield 1
    raise StopAsyncIteration('s')
async def use_stop():
    try:
        async for x in agen_stop(): print(x)
    except RuntimeError as e: print(e)
run(use_stop())
async def nested():
    async def inner(x): return x * 2
    return [await inner(x) for x in range(3)], [f async for f in (await inner(y) for y in range(2))]
print(run(nested()))
class Desc:
    async def method(self, x=1): return x
    @staticmethod
    async def static(): return 's'
print(run(Desc().method(5)), run(Desc.static()))
lam = lambda: (await_ for await_ in [1])
print(list(lam()))
