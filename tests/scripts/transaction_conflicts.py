"""Every call writes the same things: slow, but right."""
import transaction
shared = {'n': 0}
seen = []


def bump(i):
    n = shared['n']
    for _ in range(20):
        n = n + 1
    shared['n'] = n - 19
    seen.append(shared['n'])


for i in range(100):
    transaction.add(bump, i)
transaction.run()
print(shared, seen == list(range(1, 101)))
words = 'the quick brown fox jumps over the lazy dog the end'.split()
index = {}


def put(i, w):
    index.setdefault(w, []).append(i)


for i, w in enumerate(words * 10):
    transaction.add(put, i, w)
transaction.run()
print({w: len(v) for w, v in sorted(index.items())}, sorted(index['the']) == sorted(i for i, w in enumerate(words * 10) if w == 'the'))
