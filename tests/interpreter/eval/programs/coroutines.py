class Suspend:
    def __init__(self, value): self.value = value
    def __await__(self):
        result = yield self.value
        return result

def drive(coro, *values):
    trace = []
    try:
        trace.append(coro.send(None))
        for value in values:
            trace.append(coro.send(value))
    except StopIteration as e:
        trace.append(('returned', e.value))
    except BaseException as e:
        trace.append((type(e).__name__, str(e)))
    print(trace)

async def simple():
    a = await Suspend('first')
    b = await Suspend('second')
    return a, b
drive(simple(), 1, 2)
async def nested():
    return ('nested', await simple())
drive(nested(), 'x', 'y')
async def bad():
    await 5
drive(bad())

class Manager:
    async def __aenter__(self):
        await Suspend('enter')
        return 'value'
    async def __aexit__(self, *args):
        await Suspend('exit')
        print('exit', args[0])
        return args[0] is ValueError
async def manage(exc):
    async with Manager() as m:
        print(m)
        if exc: raise exc
    return 'done'
drive(manage(None), None, None)
drive(manage(ValueError('v')), None, None)
drive(manage(KeyError('k')), None, None)

class Counter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        await Suspend(self.n)
        return self.n
async def loop():
    result = []
    async for x in Counter(3):
        result.append(x)
    else:
        result.append('else')
    return result, [x async for x in Counter(2)]
drive(loop(), *[None] * 5)

async def agen(n):
    try:
        for i in range(n):
            await Suspend(('await', i))
            got = yield i
            if got: print('got', got)
    finally:
        print('agen finally')
async def use():
    return [x async for x in agen(2)]
drive(use(), None, None)
async def use_asend():
    g = agen(3)
    print(await g.asend(None))
    print(await g.asend('hello'))
    await g.aclose()
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print('stopped')
drive(use_asend(), None, None, None)
async def use_athrow():
    g = agen(3)
    await g.__anext__()
    try:
        await g.athrow(ValueError('thrown'))
    except ValueError as e:
        print('caught', e)
drive(use_athrow(), None)
async def not_iterable():
    async for x in 5: pass
drive(not_iterable())
async def not_manager():
    async with 5: pass
drive(not_manager())
c = simple()
print(c.__name__, c.cr_running, c.cr_await, c.cr_frame is not None)
c.close()
try:
    c.send(None)
except RuntimeError as e:
    print(e)
async def conditional(): return [x for x in [1, 2] if await Suspend(x)]
drive(conditional(), True, False)
async def generator_expression(): return [x async for x in (await Suspend(y) for y in [1, 2])]
drive(generator_expression(), 'a', 'b')
