"""Generators as coroutines: pipelines, a scheduler, a trampoline, an accumulator, producer and consumer."""
from collections import deque
import functools


def coroutine(f):
    @functools.wraps(f)
    def start(*args):
        c = f(*args)
        next(c)
        return c
    return start


@coroutine
def grep(word, target):
    while True:
        line = yield
        if word in line:
            target.send(line)


@coroutine
def upper(target):
    while True:
        target.send((yield).upper())


@coroutine
def collect(into):
    try:
        while True:
            into.append((yield))
    except GeneratorExit:
        into.append('closed')


got = []
sink = collect(got)
pipe = grep('py', upper(sink))
for line in ('python', 'java', 'pypy', 'perl', 'numpy'):
    pipe.send(line)
sink.close()
print(got)


@coroutine
def average():
    total = n = 0
    mean = None
    while True:
        total += yield mean
        n += 1
        mean = total / n


a = average()
print([a.send(v) for v in (10, 20, 60)])


class Scheduler:
    def __init__(self):
        self.ready = deque()
        self.waiting = {}
        self.trace = []

    def spawn(self, task, name):
        self.ready.append((task, name, None))

    def run(self):
        while self.ready:
            task, name, value = self.ready.popleft()
            try:
                request = task.send(value)
            except StopIteration as e:
                self.trace.append((name, 'done', e.value))
                for waiter in self.waiting.pop(name, ()):
                    self.ready.append(waiter + (e.value,))
                continue
            if isinstance(request, tuple) and request[0] == 'join':
                self.waiting.setdefault(request[1], []).append((task, name))
            else:
                self.trace.append((name, request))
                self.ready.append((task, name, request * 2))


def worker(n, step):
    total = 0
    for i in range(n):
        total += yield i * step
    return total


def boss():
    r = yield ('join', 'w2')
    s = yield 100
    return r, s


sch = Scheduler()
sch.spawn(worker(3, 1), 'w1')
sch.spawn(boss(), 'boss')
sch.spawn(worker(2, 10), 'w2')
sch.run()
for entry in sch.trace:
    print(*entry)


def trampoline(g):
    stack, value = [g], None
    while stack:
        try:
            value = stack[-1].send(value)
            if hasattr(value, 'send'):
                stack.append(value)
                value = None
        except StopIteration as e:
            stack.pop()
            value = e.value
    return value


def depth(n):
    return 0 if n == 0 else 1 + (yield depth(n - 1))


print(trampoline(depth(3000)))


def permutations(items):
    if not items:
        yield ()
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (x,) + rest


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


print(list(permutations('abc')), [p for p, _ in zip(primes(), range(12))])


def two_way():
    x = 0
    while x < 100:
        x = (yield x) or x + 1


t = two_way()
print(next(t), next(t), t.send(50), next(t), t.send(99), list(t))
