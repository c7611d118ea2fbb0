"""Threads, locks, conditions, events, queues, semaphores, timers, locals."""
import threading
import queue
import time

counter = 0
lock = threading.Lock()


def work(n):
    global counter
    for _ in range(n):
        with lock:
            counter += 1


threads = [threading.Thread(target=work, args=(1000,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter, threads[0].is_alive())
q = queue.Queue(maxsize=5)
results = []


def producer():
    for i in range(20):
        q.put(i)
    q.put(None)


def consumer():
    while (item := q.get()) is not None:
        results.append(item * item)


p, c = threading.Thread(target=producer), threading.Thread(target=consumer)
p.start(), c.start()
p.join(), c.join()
print(results)
event = threading.Event()
waiter = threading.Thread(target=lambda: (event.wait(), results.append('woken')))
waiter.start()
event.set()
waiter.join()
print(results[-1], event.is_set(), event.wait(0.01), threading.Event().wait(0.01))
condition = threading.Condition()
ready = []


def wait_ready():
    with condition:
        condition.wait_for(lambda: ready)
        ready.append('seen')


w = threading.Thread(target=wait_ready)
w.start()
with condition:
    ready.append('go')
    condition.notify()
w.join()
print(ready)
local = threading.local()
local.x = 1
seen = []


def use_local():
    seen.append(hasattr(local, 'x'))
    local.x = 2


t = threading.Thread(target=use_local)
t.start()
t.join()
print(seen, local.x)
semaphore = threading.Semaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False))
r = threading.RLock()
with r:
    with r:
        print('reentrant')
try:
    lock.release()
except RuntimeError as e:
    print(e)
print(lock.acquire(timeout=1), lock.acquire(timeout=0.01), lock.locked())
lock.release()
barrier = threading.Barrier(3)
order = []
bt = [threading.Thread(target=lambda: order.append(barrier.wait())) for _ in range(3)]
for t in bt:
    t.start()
for t in bt:
    t.join()
print(sorted(order), threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count())
timer = threading.Timer(0.01, lambda: results.append('timer'))
timer.start()
timer.join()
print(results[-1])
try:
    threading.Thread(target=print).join()
except RuntimeError as e:
    print(e)
