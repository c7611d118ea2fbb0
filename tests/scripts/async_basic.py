"""Coroutines, async generators, asynchronous comprehensions, driven by hand."""


class Step:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        got = yield self.v
        return got


async def work(n):
    total = 0
    for i in range(n):
        total += await Step(i)
    return total


def drive(coro):
    sent = None
    steps = []
    while True:
        try:
            steps.append(coro.send(sent))
            sent = steps[-1] * 10
        except StopIteration as e:
            return steps, e.value


print(drive(work(4)))


async def agen(n):
    for i in range(n):
        x = await Step(i)
        yield x


async def consume():
    result = [x async for x in agen(3) if x]
    async for y in agen(2):
        result.append(y)
    else:
        result.append('else')
    return result, {k: v async for k, v in pairs()}


async def pairs():
    yield 1, 2
    yield 3, 4


print(drive(consume()))


class ACM:
    async def __aenter__(self):
        await Step(5)
        return 'entered'

    async def __aexit__(self, *exc):
        await Step(6)
        print('aexit', exc[0])
        return True


async def withs():
    async with ACM() as a:
        print(a)
        raise ValueError


print(drive(withs()))
c = work(1)
c.close()
try:
    drive(work('x'))
except TypeError as e:
    print(e)


async def bad():
    await 5


try:
    drive(bad())
except TypeError as e:
    print(e)
