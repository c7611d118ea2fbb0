"""Programs with threads whose outcome does not depend on the interleaving: (name, source, expected output)."""

MONEY = ('money', '''
import threading, random, transaction
accounts = [1000] * 20
def work(seed):
    r = random.Random(seed)
    for _ in range(3000):
        a, b, n = r.randrange(20), r.randrange(20), r.randrange(50)
        with transaction.atomic:
            accounts[a] -= n
            accounts[b] += n
ts = [threading.Thread(target=work, args=(i,)) for i in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(sum(accounts))
''', '20000\n')

APPEND = ('list.append and dict.setdefault are atomic', '''
import threading
l, d = [], {}
def work(k):
    for i in range(5000):
        l.append((k, i))
        d.setdefault(i, []).append(k)
ts = [threading.Thread(target=work, args=(k,)) for k in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(len(l), len(set(l)), len(d), all(sorted(v) == [0, 1, 2, 3] for v in d.values()))
# each thread's own appends stay in order
print(all([i for k2, i in l if k2 == k] == list(range(5000)) for k in range(4)))
''', '20000 20000 5000 True\nTrue\n')

ALLOCATE = ('garbage, cycles and weak references from several threads', '''
import threading, weakref, gc
class Node:
    pass
failures = []
def work(k):
    refs = []
    for i in range(400):
        a, b = Node(), Node()
        a.other, b.other, a.data = b, a, [k] * 50
        refs.append(weakref.ref(a))
        if i % 100 == 0: gc.collect()
        if a.other.other is not a or a.data[-1] != k: failures.append(i)
    del a, b
    gc.collect(); gc.collect()
    return
ts = [threading.Thread(target=work, args=(k,)) for k in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(failures)
''', '[]\n')

SHORT = ('many short threads', '''
import threading
total = []
for round in range(40):
    ts = [threading.Thread(target=total.append, args=(i,)) for i in range(8)]
    for t in ts: t.start()
    for t in ts: t.join()
print(len(total), sum(total), threading.active_count())
''', '320 1120 1\n')

HANDOVER = ('a token handed round through conditions', '''
import threading
c = threading.Condition()
turn, out = 0, []
def work(k):
    global turn
    for i in range(100):
        with c:
            while turn % 3 != k: c.wait()
            out.append(k); turn += 1
            c.notify_all()
ts = [threading.Thread(target=work, args=(k,)) for k in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(out == [0, 1, 2] * 100)
''', 'True\n')

ORDERED = ('ordered transactions that all conflict', '''
import transaction
log = []
n = 0
def step(i):
    global n
    n = n * 3 % 1000003 + i
    log.append(i)
for i in range(300): transaction.add(step, i)
transaction.run(ordered=True)
m = 0
for i in range(300): m = m * 3 % 1000003 + i
print(log == list(range(300)), n == m)
''', 'True True\n')

EXCEPTIONS = ('exceptions in many threads', '''
import threading
caught = []
def f(n):
    if n == 0: raise KeyError('deep')
    try: f(n - 1)
    finally: n += 1
def work(k):
    for i in range(200):
        try: f(k % 5 + 5)
        except KeyError as e: caught.append(e.args[0])
ts = [threading.Thread(target=work, args=(k,)) for k in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(len(caught), set(caught))
''', "800 {'deep'}\n")

GENERATORS = ('one generator under a lock, and iterators shared without', '''
import threading, itertools
lock, seen = threading.Lock(), []
def numbers():
    for i in range(2000): yield i
g = numbers()
count = itertools.count()
counted = []
def work():
    while True:
        with lock:
            v = next(g, None)
        if v is None: return
        seen.append(v)
        counted.append(next(count))
ts = [threading.Thread(target=work) for k in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(seen) == list(range(2000)), sorted(counted) == list(range(2000)))
''', 'True True\n')

FLUSH = ('a stream whose thread writes all the time is flushed by another thread, and at exit', '''
import os, threading, time
files = [open(os.devnull, 'w') for _ in range(4)]
def work(k):
    while True: files[k].write('x' * 100)
for k in range(4): threading.Thread(target=work, args=(k,), daemon=True).start()
time.sleep(0.1)
for i in range(40): files[i % 4].flush()
print('flushed')
''', 'flushed\n')

ALL = [MONEY, APPEND, ALLOCATE, SHORT, HANDOVER, ORDERED, EXCEPTIONS, GENERATORS, FLUSH]
