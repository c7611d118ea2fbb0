"""sort and sorted: stability, key, reverse, cmp_to_key, partial orders, mutation and exceptions while sorting."""
import functools
import random
random.seed(12345)
data = [(random.randrange(5), i) for i in range(60)]
s = sorted(data, key=lambda t: t[0])
print(all(a[0] < b[0] or a[0] == b[0] and a[1] < b[1] for a, b in zip(s, s[1:])), s[:8])
r = sorted(data, key=lambda t: t[0], reverse=True)
print(all(a[0] > b[0] or a[0] == b[0] and a[1] < b[1] for a, b in zip(r, r[1:])), r[:8])
for n in (0, 1, 2, 3, 10, 63, 64, 65, 100, 1000):
    for kind in ('random', 'ascending', 'descending', 'equal', 'saw', 'float', 'string', 'tuple'):
        v = {'random': lambda: [random.randrange(n) for _ in range(n)], 'ascending': lambda: list(range(n)), 'descending': lambda: list(range(n, 0, -1)), 'equal': lambda: [7] * n,
             'saw': lambda: [i % 10 for i in range(n)], 'float': lambda: [random.random() for _ in range(n)], 'string': lambda: [str(random.randrange(n)) for _ in range(n)], 'tuple': lambda: [(i % 3, -i) for i in range(n)]}[kind]()
        w = sorted(v)
        print(n, kind, all(a <= b for a, b in zip(w, w[1:])), len(w) == len(v), sorted(v, reverse=True) == w[::-1] or kind, end=' ')
    print()
print(sorted('banana'), sorted({'b': 1, 'a': 2}), sorted([3, 1.5, True, -2]), sorted(['b', 'B', 'a', 'é', 'z', '']), sorted([[2], [1, 5], []]), sorted(['10', '9', '1'], key=int), sorted(range(5), key=lambda v: -v), sorted([1, 2, 3], key=lambda v: v % 2), sorted([b'b', b'a']))
print(sorted(['bb', 'a', 'ccc'], key=functools.cmp_to_key(lambda a, b: len(b) - len(a))), sorted([5, 3], key=functools.cmp_to_key(lambda a, b: 0)), min([3, 1, 2], key=lambda v: -v), max('ab', 'B', key=str.lower))
count = 0


class Lt:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        global count
        count += 1
        return self.v < o.v


l = [Lt(i) for i in range(50)]
l.sort()
print(count, [x.v for x in l] == list(range(50)))


class Explode:
    def __lt__(self, o):
        raise ValueError('no order')


v = [3, 2, Explode(), Explode(), 1]
for bad in ([3, 'a', 2], [None, 1], [{}, {}], [1j, 2j], [Explode(), Explode()], [(1, 'a'), (1, 2)]):
    try:
        sorted(bad)
    except Exception as e:
        print(type(e).__name__, e)
m = [3, 1, 2]


def key(x):
    m.append(x)
    return x


try:
    m.sort(key=key)
except ValueError as e:
    print(e, m)


def fail(x):
    if x == 2:
        raise KeyError(x)
    return x


m = [3, 1, 2]
try:
    m.sort(key=fail)
except KeyError as e:
    print('key failed', m)
m.sort(key=None, reverse=1)
print(m, sorted([(1, 'x'), (0, 'y')])[0], sorted([float('nan'), 1.0, 0.5])[1:] is not None, sorted(sorted(data, key=lambda t: t[1]), key=lambda t: t[0]) == s)
