"""Thread objects: names, daemon, identity, local data, excepthook, subclass, errors, enumeration."""
import sys
import threading


class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__(name='worker-%d' % n, daemon=True)
        self.n, self.result = n, None

    def run(self):
        self.result = threading.current_thread().name, self.n ** 2, threading.current_thread() is self, self.is_alive(), self.ident == threading.get_ident()


ws = [Worker(i) for i in range(3)]
print([w.is_alive() for w in ws], ws[0].ident, ws[0].daemon, ws[0].name)
for w in ws:
    w.start()
for w in ws:
    w.join()
print([w.result for w in ws], [w.is_alive() for w in ws], ws[0].join(), ws[0].ident is not None)
m = threading.main_thread()
print(m.name, m is threading.current_thread(), m.daemon, threading.active_count(), [t.name for t in threading.enumerate()], m.is_alive(), m.ident == threading.get_ident())
local = threading.local()
local.v = 'main'
seen = []


class Init(threading.local):
    def __init__(self, start):
        self.items = [start]


init = Init('s')
init.items.append('main')


def f(k):
    seen.append((k, hasattr(local, 'v'), list(init.items)))
    local.v = k
    init.items.append(k)
    seen.append((k, local.v, init.items, sorted(local.__dict__)))


for k in (1, 2):
    t = threading.Thread(target=f, args=(k,))
    t.start()
    t.join()
print(seen, local.v, init.items)


def started(thread):
    thread.start()
    return thread


for bad in (lambda: ws[0].start(), lambda: threading.Thread().join(), lambda: m.join(), lambda: setattr(m, 'daemon', 1), lambda: threading.Thread(5), lambda: started(threading.Thread(target=f, args=5)).join(), lambda: threading.Thread(group=None, nope=1), lambda: threading.Lock().release(), lambda: threading.local(1), lambda: local.missing, lambda: threading.Lock().acquire(False, 5)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, str(e).split('(')[0])
hooked = []
old, threading.excepthook = threading.excepthook, lambda a: hooked.append((a.exc_type.__name__, str(a.exc_value), a.thread.name, a.exc_traceback is not None))
t = threading.Thread(target=lambda: 1 / 0, name='dies')
t.start()
t.join()
t = threading.Thread(target=sys.exit, args=(5,), name='exits quietly')
t.start()
t.join()
threading.excepthook = old
print(hooked)
results = []
t = threading.Thread(target=lambda *a, **k: results.append((a, k)), args=(1, 2), kwargs={'z': 3})
t.start()
t.join()
print(results, repr(threading.Thread(name='r')).split(',')[0], threading.Thread(name='x').name)
lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01), lock.release(), lock.locked())
with lock:
    print(lock.locked())
depth = []


def nested(n):
    if n:
        t = threading.Thread(target=nested, args=(n - 1,))
        t.start()
        t.join()
    depth.append(n)


nested(6)
print(depth)


def recursion():
    def r(n):
        return r(n + 1)
    try:
        r(0)
    except RecursionError:
        results.append('recursion in a thread')


t = threading.Thread(target=recursion)
t.start()
t.join()
print(results[-1])
gen_out = []
t = threading.Thread(target=lambda: gen_out.extend(x * x for x in range(5)))
t.start()
t.join()
print(gen_out)
