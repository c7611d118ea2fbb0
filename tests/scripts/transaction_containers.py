"""transaction: stmdict, stmset, their identity versions, count, Accumulator, Counter, threadlocalproperty, clocks, Executor."""
import threading
import time
import transaction
from transaction import stmdict, stmiddict, stmidset, stmset

d = stmdict({'a': 1}, b=2)
d['c'] = 3
d['a'] += 10
print(sorted(d.items()), len(d), 'a' in d, 'z' in d, d.get('z'), d.get('z', 5), d['c'], bool(d), bool(stmdict()))
print(d == {'a': 11, 'b': 2, 'c': 3}, d == stmdict(a=11, b=2, c=3), d != {'a': 11}, sorted(d), sorted(d.keys()), sorted(d.values()))
print(d.setdefault('a', 7), d.setdefault('n', 7), d.pop('n'), d.pop('n', 'gone'), d.setdefault('none'), d.pop('none'))
for bad in (lambda: d['q'], lambda: d.pop('q'), lambda: d.__delitem__('q'), lambda: stmdict().popitem(), lambda: d[[]], lambda: stmset([{}]),
            lambda: stmset().pop(), lambda: stmset().remove(1)):
    try:
        bad()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
del d['b']
print(sorted(d.items()), repr(stmdict(x=[1])), repr(stmdict()))
d['self'] = d
print(repr(stmdict(k=d))[:20], 'self' in repr(d))
del d['self']
c = d.copy()
c['only in the copy'] = 1
print(type(c).__name__, len(c) - len(d))
big = stmdict((i, i * i) for i in range(5000))
print(len(big), all(big[i] == i * i for i in range(5000)), sum(big), 5000 in big)
for i in range(0, 5000, 2):
    del big[i]
print(len(big), min(big), sum(v for k, v in big.items()))
removed = 0
while big:
    big.popitem()
    removed += 1
print(removed, list(big))
seen = []
for key in d:
    seen.append(key)
    d[key + '+'] = 0
print(sorted(seen), sorted(d))
d.clear()
print(d.items(), len(d))


class SameHash:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 5

    def __eq__(self, other):
        return self.n == other.n


same = stmdict((SameHash(i), i) for i in range(100))
print(len(same), same[SameHash(77)], SameHash(100) in same)

one, other = [1], [1]
i = stmiddict([(one, 'one')])
print(one in i, other in i, i[one], i.get(other), len(i))
i[other] = 'other'
print(sorted(i.values()), i.pop(one), one in i, i.keys() == [other], i == i, i == stmiddict())
s = stmset('hello')
s.add('h')
s.discard('zz')
s.update('xy', 'yz')
print(sorted(s), len(s), 'h' in s, sorted(s & {'h', 'e'}), sorted(s | {'q'}), s == set('helloxyz'), {'h'} <= s, sorted(s - set('hello')))
s.remove('h')
print('h' in s, type(s.copy()).__name__, len(s.copy()), s.pop() in s, repr(stmset()), repr(stmset([1])))
s.clear()
print(len(s), list(s))
t = stmidset([one, other])
print(len(t), one in t, [1] in t, t == t)
t.remove(one)
print(len(t), one in t)

# from many transactions
words = stmdict()
found = stmset()
total = transaction.Accumulator()
kinds = transaction.Counter()
numbers = transaction.count(10, 5)
drawn = stmset()


def work(n):
    for k in range(n, n + 10):
        words.setdefault(k, []).append(n)
        found.add(k % 7)
    total.add(n)
    kinds.add('even' if n % 2 == 0 else 'odd')
    drawn.add(next(numbers))


for n in range(0, 400):
    transaction.add(work, n)
transaction.run()
print(len(words), all(sorted(words[k]) == list(range(max(0, k - 9), min(k, 399) + 1)) for k in words), sorted(found))
print(total.value, kinds['even'], kinds['odd'], kinds['none'], dict(kinds.counts()) == {'even': 200, 'odd': 200}, repr(transaction.Accumulator(2.5)))
print(len(drawn), all((x - 10) % 5 == 0 for x in drawn), min(drawn) >= 10)
alone = transaction.count(3)
print([next(alone) for _ in range(4)], iter(alone) is alone)


class Parser:
    buffer = transaction.threadlocalproperty(list)
    plain = transaction.threadlocalproperty()


p, q = Parser(), Parser()
p.buffer.append('main')
p.plain = 1
results = []


def in_a_thread():
    p.buffer.append('thread')
    try:
        p.plain
    except AttributeError as e:
        results.append(str(e))
    p.plain = 2
    results.append((p.buffer, p.plain))


thread = threading.Thread(target=in_a_thread)
thread.start()
thread.join()
print(results, p.buffer, p.plain, q.buffer, type(Parser.buffer).__name__)
del p.plain
for bad in (lambda: p.plain, lambda: delattr(p, 'plain')):
    try:
        bad()
    except AttributeError as e:
        print(e)
print(abs(transaction.time() - time.time()) < 60, transaction.clock() <= transaction.clock())

with transaction.Executor() as executor:
    futures = [executor.submit(pow, 2, n) for n in range(10)]
    print([f.result() for f in futures])
    print(list(executor.map(lambda a, b: (a + b, transaction.is_atomic()), range(3), range(3))))
    failed = executor.submit(lambda: 1 / 0)
    try:
        failed.result()
    except ZeroDivisionError as e:
        print('raised', e)
    print(type(failed.exception()).__name__)
print(isinstance(executor, __import__('concurrent.futures').futures.Executor), transaction.is_atomic())
with transaction.exclusive_atomic:
    print(transaction.is_atomic())
try:
    transaction.no_such_name
except AttributeError as e:
    print(e)
steps = []


def generator(k):
    for i in range(3):
        steps.append((k, i))
        yield


transaction.add_generator(generator('g'))
transaction.add_generator(generator('h'))
transaction.run(ordered=True)
print(steps)
