"""Threads as people use them: pools, futures, pipelines, a cache under a lock, thread-local data, a reader-writer lock, timeouts that never decide."""
import collections
import concurrent.futures
import contextlib
import functools
import queue
import threading


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


with concurrent.futures.ThreadPoolExecutor(4, thread_name_prefix='pool') as pool:
    print(list(pool.map(fib, range(15))), sum(f.result() for f in concurrent.futures.as_completed([pool.submit(fib, n) for n in (10, 12, 14)])))
    failing = pool.submit(lambda: {}['no'])
    print(type(failing.exception()).__name__, failing.done(), pool.submit(pow, 2, 10).result(60), pool.submit(lambda: threading.current_thread().name[:4]).result())
    done, rest = concurrent.futures.wait([pool.submit(fib, 5) for _ in range(6)])
    print(len(done), len(rest), {f.result() for f in done})
    called = []
    f = pool.submit(fib, 11)
    f.add_done_callback(lambda f: called.append(f.result()))
try:
    pool.submit(fib, 1)
except RuntimeError as e:
    print(called, e)
future = concurrent.futures.Future()
print(future.cancel(), future.cancelled(), future.running())
try:
    future.result()
except concurrent.futures.CancelledError as e:
    print(type(e).__name__)


class Pipeline:
    """Stages connected by queues; None ends each."""

    def __init__(self, *stages):
        self.queues = [queue.Queue(maxsize=3) for _ in range(len(stages) + 1)]
        self.threads = [threading.Thread(target=self.work, args=(f, a, b)) for f, a, b in zip(stages, self.queues, self.queues[1:])]
        for t in self.threads:
            t.start()

    @staticmethod
    def work(f, source, target):
        for item in iter(source.get, None):
            for result in f(item):
                target.put(result)
        target.put(None)

    def run(self, items):
        feeder = threading.Thread(target=lambda: [self.queues[0].put(i) for i in [*items, None]])
        feeder.start()
        yield from iter(self.queues[-1].get, None)
        for t in [feeder, *self.threads]:
            t.join()


print(list(Pipeline(lambda n: range(n), lambda n: [n * n] if n % 2 else [], lambda n: [str(n), '|']).run(range(8))))


class ReadWrite:
    def __init__(self):
        self.condition, self.readers, self.writing = threading.Condition(), 0, False

    @contextlib.contextmanager
    def read(self):
        with self.condition:
            self.condition.wait_for(lambda: not self.writing)
            self.readers += 1
        try:
            yield
        finally:
            with self.condition:
                self.readers -= 1
                self.condition.notify_all()

    @contextlib.contextmanager
    def write(self):
        with self.condition:
            self.condition.wait_for(lambda: not self.writing and not self.readers)
            self.writing = True
        try:
            yield
        finally:
            with self.condition:
                self.writing = False
                self.condition.notify_all()


lock, pair, torn = ReadWrite(), [0, 0], []


def writer(k):
    for i in range(50):
        with lock.write():
            pair[0] += k
            pair[1] += k


def reader():
    for i in range(100):
        with lock.read():
            if pair[0] != pair[1]:
                torn.append(list(pair))


threads = [threading.Thread(target=writer, args=(k,)) for k in (1, 10)] + [threading.Thread(target=reader) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(pair, torn)
local, seen = threading.local(), collections.Counter()


@functools.lru_cache(maxsize=None)
def cached(n):
    return n if n < 2 else cached(n - 1) + cached(n - 2)


def use(k):
    local.mine = []
    for i in range(30):
        local.mine.append(cached(i + k))
    with counting:
        seen[sum(local.mine)] += 1


counting = threading.Lock()
threads = [threading.Thread(target=use, args=(k % 2,)) for k in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(seen.items()), hasattr(local, 'mine'), cached.cache_info().currsize)
start, finish = threading.Barrier(5), threading.Barrier(5)
numbers = [0] * 4
rounds = []


def lane(k):
    for _ in range(10):
        start.wait()
        numbers[k] += k + 1
        finish.wait()


lanes = [threading.Thread(target=lane, args=(k,)) for k in range(4)]
for t in lanes:
    t.start()
for _ in range(10):
    start.wait()
    finish.wait()
    rounds.append(sum(numbers))
for t in lanes:
    t.join()
print(rounds, numbers)
philosophers, forks, meals = 4, [threading.Lock() for _ in range(4)], [0] * 4


def dine(k):
    first, second = sorted((k, (k + 1) % philosophers))
    for _ in range(40):
        with forks[first], forks[second]:
            meals[k] += 1


threads = [threading.Thread(target=dine, args=(k,)) for k in range(philosophers)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(meals)
unsafe = {'dict': {}, 'list': [], 'set': set(), 'deque': collections.deque()}


def hammer(k):
    for i in range(500):
        unsafe['dict'].setdefault(i, []).append(k)
        unsafe['list'].append(i)
        unsafe['set'].add(i * k)
        unsafe['deque'].appendleft(i)


threads = [threading.Thread(target=hammer, args=(k,)) for k in (1, 2, 3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(unsafe['dict']), {tuple(sorted(v)) for v in unsafe['dict'].values()}, sorted(unsafe['list']) == sorted(list(range(500)) * 3), len(unsafe['set']), len(unsafe['deque']))
stop = threading.Event()
ticks = []


def ticker():
    while not stop.wait(0.001):
        ticks.append(1)


t = threading.Thread(target=ticker, daemon=True)
t.start()
while not ticks:
    pass
stop.set()
t.join()
print(t.is_alive(), bool(ticks), threading.active_count())
