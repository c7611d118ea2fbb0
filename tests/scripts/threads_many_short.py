"""Many short threads, threads that start threads, exceptions in some, results collected in plain containers."""
import threading
counts = {}
lock = threading.Lock()
errors = []
threading.excepthook = lambda a: errors.append(type(a.exc_value).__name__)


def work(i):
    if i % 10 == 3:
        raise ValueError(i)
    if i % 10 == 7:
        return {}[i]
    total = sum(range(i))
    with lock:
        counts[i] = total


for batch in range(5):
    ts = [threading.Thread(target=work, args=(batch * 20 + i,)) for i in range(20)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
print(len(counts), sum(counts.values()), sorted(set(errors)), len(errors))
tree = []


def grow(depth, path):
    if depth:
        ts = [threading.Thread(target=grow, args=(depth - 1, path + c)) for c in 'ab']
        for t in ts:
            t.start()
        for t in ts:
            t.join()
    tree.append(path)


grow(4, '')
print(len(tree), sorted(tree)[:5], tree[-1] == '')
shared = {'list': [], 'dict': {}, 'n': 0}


def mutate(k):
    for i in range(200):
        shared['list'].append(k)
        shared['dict'].setdefault(i, k)
        with lock:
            shared['n'] += 1


ts = [threading.Thread(target=mutate, args=(k,)) for k in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(len(shared['list']), [shared['list'].count(k) for k in range(4)], len(shared['dict']), shared['n'], threading.active_count())
