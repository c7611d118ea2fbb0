"""_thread and threading: locks, RLocks, conditions, events, semaphores, barriers, local data, timers."""
import _thread
import threading
import time

lock = _thread.allocate_lock()
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01), lock.locked(), lock.release(), lock.locked())
for function in [lock.release, lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-2), lambda: lock.acquire(True, 1e20)]:
    try:
        function()
    except Exception as e:
        print(type(e).__name__, e)
r = threading.RLock()
print(r.acquire(), r.acquire(), r._is_owned(), r.release(), r.release())
try:
    r.release()
except RuntimeError as e:
    print(e)
condition = threading.Condition()
items = []


def consume(out):
    for i in range(5):
        with condition:
            while not items:
                condition.wait()
            out.append(items.pop(0))


out = []
thread = threading.Thread(target=consume, args=(out,))
thread.start()
for i in range(5):
    with condition:
        items.append(i)
        condition.notify()
thread.join()
print(out)
event = threading.Event()
print(event.wait(0.01), event.is_set())
threading.Timer(0.01, event.set).start()
print(event.wait(5), event.is_set())
semaphore = threading.BoundedSemaphore(1)
print(semaphore.acquire(), semaphore.acquire(timeout=0.01), semaphore.release())
try:
    semaphore.release()
except ValueError as e:
    print(e)
barrier = threading.Barrier(3)
results = []


def meet():
    results.append(barrier.wait())


threads = [threading.Thread(target=meet) for i in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results))


class Local(threading.local):
    number = 1

    def __init__(self, value):
        self.value = value


local = Local(10)
local.value = 11
values = []


def use_local():
    values.append((local.value, local.number))
    local.value = 'mine'
    values.append(local.value)


thread = threading.Thread(target=use_local)
thread.start()
thread.join()
print(values, local.value, sorted(local.__dict__))
print(threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count())
done = []


def last():
    time.sleep(0.05)
    done.append(1)
    print('not a daemon: waited for')


threading.Thread(target=last).start()
threading.Thread(target=time.sleep, args=(100,), daemon=True).start()
