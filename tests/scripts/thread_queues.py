"""queue: producer and consumer, LifoQueue, PriorityQueue, timeouts, task_done and join, SimpleQueue."""
import queue
import threading
q = queue.Queue(maxsize=3)
out, lock = [], threading.Lock()


def producer(k):
    for i in range(20):
        q.put((k, i))


def consumer():
    while True:
        item = q.get()
        try:
            if item is None:
                return
            with lock:
                out.append(item)
        finally:
            q.task_done()


consumers = [threading.Thread(target=consumer) for _ in range(3)]
producers = [threading.Thread(target=producer, args=(k,)) for k in range(2)]
for t in consumers + producers:
    t.start()
for t in producers:
    t.join()
for _ in consumers:
    q.put(None)
q.join()
for t in consumers:
    t.join()
print(sorted(out) == [(k, i) for k in range(2) for i in range(20)], q.empty(), q.qsize(), q.full(), q.unfinished_tasks)
l = queue.LifoQueue()
p = queue.PriorityQueue()
s = queue.SimpleQueue()
for v in (3, 1, 2):
    l.put(v)
    p.put((v, 'item %d' % v))
    s.put(v)
print([l.get() for _ in range(3)], [p.get() for _ in range(3)], [s.get() for _ in range(3)], s.empty(), s.qsize())
b = queue.Queue(1)
b.put('x')
for f in (lambda: b.put('y', block=False), lambda: b.put_nowait(1), lambda: b.put('y', timeout=0.01), lambda: l.get_nowait(), lambda: l.get(timeout=0.01), lambda: l.get(timeout=-1), lambda: s.get_nowait(), lambda: s.get(timeout=0.01), lambda: b.task_done() or b.task_done()):
    try:
        f()
        print('fine')
    except (queue.Full, queue.Empty, ValueError) as e:
        print(type(e).__name__, e)
results = {}


def square(n):
    results[n] = n * n


def pool(work, n):
    todo = queue.Queue()
    for w in work:
        todo.put(w)

    def run():
        while True:
            try:
                w = todo.get_nowait()
            except queue.Empty:
                return
            square(w)
    ts = [threading.Thread(target=run) for _ in range(n)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()


pool(range(50), 4)
print(len(results), sum(results.values()))
a, z = queue.Queue(), queue.Queue()


def stage(src, dst, f):
    while (v := src.get()) is not None:
        dst.put(f(v))
    dst.put(None)


mid = queue.Queue()
ts = [threading.Thread(target=stage, args=(a, mid, lambda v: v + 1)), threading.Thread(target=stage, args=(mid, z, lambda v: v * 10))]
for t in ts:
    t.start()
for v in (1, 2, 3, None):
    a.put(v)
for t in ts:
    t.join()
print([z.get() for _ in range(4)])
