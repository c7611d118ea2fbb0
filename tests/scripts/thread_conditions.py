"""Conditions, events, semaphores, barriers, timers and RLocks between threads."""
import threading
import time
cond = threading.Condition()
buffer, log = [], []


def consumer(n):
    for _ in range(n):
        with cond:
            cond.wait_for(lambda: buffer)
            log.append(buffer.pop(0))


t = threading.Thread(target=consumer, args=(5,))
t.start()
for i in range(5):
    with cond:
        buffer.append(i)
        cond.notify()
t.join()
print(log)
with cond:
    print(cond.wait(timeout=0.01), cond.wait_for(lambda: False, timeout=0.01), cond.wait_for(lambda: 'value'))
for f in (cond.notify, cond.wait, cond.release, cond.notify_all):
    try:
        f()
    except RuntimeError as e:
        print(e)
e = threading.Event()
seen = []
ts = [threading.Thread(target=lambda: (e.wait(), seen.append(1))) for _ in range(4)]
for t in ts:
    t.start()
print(e.is_set(), e.wait(0.01), len(seen))
e.set()
for t in ts:
    t.join()
print(e.is_set(), e.wait(), len(seen), e.clear(), e.is_set())
s = threading.Semaphore(2)
active, peak, lock = [0], [0], threading.Lock()


def limited():
    with s:
        with lock:
            active[0] += 1
            peak[0] = max(peak[0], active[0])
        time.sleep(0.005)
        with lock:
            active[0] -= 1


ts = [threading.Thread(target=limited) for _ in range(6)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(peak[0] <= 2, s.acquire(), s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01), s.release(2))
try:
    threading.Semaphore(-1)
except ValueError as x:
    print(x)
bs = threading.BoundedSemaphore(1)
try:
    bs.release()
except ValueError as x:
    print(x)
b = threading.Barrier(3, action=lambda: order.append('action'))
order = []


def meet():
    order.append('before')
    i = b.wait()
    order.append('after')
    indices.append(i)


indices = []
ts = [threading.Thread(target=meet) for _ in range(3)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(order, sorted(indices), b.parties, b.n_waiting, b.broken)
b2 = threading.Barrier(2)
try:
    b2.wait(timeout=0.01)
except threading.BrokenBarrierError:
    print('broken', b2.broken)
b2.reset()
print(b2.broken)
r = threading.RLock()
with r:
    with r:
        got = []
        t = threading.Thread(target=lambda: got.append(r.acquire(blocking=False)))
        t.start()
        t.join()
        print(got)
try:
    r.release()
except RuntimeError as x:
    print(x)
fired = []
timer = threading.Timer(0.01, fired.append, args=('fired',))
timer.start()
timer.join()
cancelled = threading.Timer(50, fired.append, args=('never',))
cancelled.start()
cancelled.cancel()
cancelled.join()
print(fired)
ping, pong, out = threading.Semaphore(1), threading.Semaphore(0), []


def player(mine, other, name):
    for i in range(5):
        mine.acquire()
        out.append(name)
        other.release()


ts = [threading.Thread(target=player, args=a) for a in ((ping, pong, 'ping'), (pong, ping, 'pong'))]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(out)
