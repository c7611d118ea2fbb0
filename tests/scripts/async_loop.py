"""A small event loop in plain Python: tasks, sleep in virtual time, events, queues, gather, cancellation, timeouts."""
import heapq
from collections import deque
from contextlib import asynccontextmanager


class Cancelled(BaseException):
    pass


class Loop:
    def __init__(self):
        self.now, self.ready, self.timers, self.n = 0, deque(), [], 0

    def spawn(self, coro, name):
        t = Task(coro, name)
        self.ready.append((t, None))
        return t

    def run(self, coro):
        main = self.spawn(coro, 'main')
        while not main.done:
            if not self.ready:
                self.now, _, task = heapq.heappop(self.timers)
                if task.done or task.waiting is None:
                    continue
                task.waiting = None
                self.ready.append((task, None))
            task, exc = self.ready.popleft()
            if task.done:
                continue
            task.step(exc)
        if main.error:
            raise main.error
        return main.result


class Task:
    def __init__(self, coro, name):
        self.coro, self.name, self.done, self.result, self.error, self.waiters, self.waiting = coro, name, False, None, None, [], None

    def step(self, exc):
        try:
            op, arg = self.coro.throw(exc) if exc else self.coro.send(None)
        except StopIteration as e:
            self.finish(e.value, None)
        except BaseException as e:
            self.finish(None, e)
        else:
            self.waiting = op
            if op == 'sleep':
                loop.n += 1
                heapq.heappush(loop.timers, (loop.now + arg, loop.n, self))
            else:
                arg.append(self)

    def finish(self, result, error):
        self.done, self.result, self.error = True, result, error
        wake(self.waiters)

    def cancel(self):
        if not self.done:
            self.waiting = None
            loop.ready.append((self, Cancelled('task ' + self.name)))

    def __await__(self):
        if not self.done:
            yield 'wait', self.waiters
        if self.error:
            raise self.error
        return self.result


def wake(waiters):
    for t in waiters:
        t.waiting = None
        loop.ready.append((t, None))
    waiters.clear()


class Op:
    def __init__(self, *op):
        self.op = op

    def __await__(self):
        yield self.op


def sleep(n):
    return Op('sleep', n)


class Queue:
    def __init__(self):
        self.items, self.getters = deque(), []

    def put(self, x):
        self.items.append(x)
        wake(self.getters)

    async def get(self):
        while not self.items:
            await Op('wait', self.getters)
        return self.items.popleft()


@asynccontextmanager
async def timed(label):
    start = loop.now
    try:
        yield label
    finally:
        print(label, 'took', loop.now - start)


async def producer(q, n):
    for i in range(n):
        await sleep(2)
        q.put(i * i)
    q.put(None)


async def consumer(q):
    got = []
    while (x := await q.get()) is not None:
        got.append((loop.now, x))
    return got


async def ticker():
    n = 0
    try:
        while True:
            await sleep(3)
            n += 1
    except Cancelled as e:
        print('cancelled', e, n)
        raise
    finally:
        print('ticker ends at', loop.now)


async def failing():
    await sleep(1)
    raise ValueError('failed task')


async def main():
    q = Queue()
    c, t = loop.spawn(consumer(q), 'consumer'), loop.spawn(ticker(), 'ticker')
    loop.spawn(producer(q, 4), 'producer')
    async with timed('consuming') as label:
        print(label, await c)
    t.cancel()
    try:
        await t
    except Cancelled as e:
        print('main saw', e)
    try:
        await loop.spawn(failing(), 'failing')
    except ValueError as e:
        print(e, loop.now)
    tasks = [loop.spawn(consumer(q) if False else nap(i), 'nap%d' % i) for i in (3, 1, 2)]
    return [await t for t in tasks], loop.now


async def nap(n):
    await sleep(n)
    return n


loop = Loop()
print(loop.run(main()))
