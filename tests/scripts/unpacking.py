"""Tuple unpacking, starred targets, swaps, errors."""
a, b = 1, 2
a, b = b, a
(c, d), [e, f] = (1, 2), 'xy'
g, *h, i = range(6)
*j, k = 'abc'
l, *m = [1]
print(a, b, c, d, e, f, g, h, i, j, k, l, m)
[n, (o, *p)] = 1, (2, 3, 4)
print(n, o, p)
for x, (y, *z) in [(1, (2, 3)), (4, (5,))]:
    print(x, y, z)
d = {}
d['a'], d['b'] = 1, 2
print(d)
x = y = z = []
x.append(1)
print(z)
i = 0
lst = [5, 6]
i, lst[i] = 1, 9
print(i, lst)
for bad in ('a, b = 1', 'a, b = 1, 2, 3', 'a, b = [1]', 'a, *b, c = [1]', 'a, b = "abc"', '(a, b), c = 1, 2', 'a, b = {}'):
    try:
        exec(bad)
    except (ValueError, TypeError) as e:
        print(bad, type(e).__name__, e)


def gen():
    yield 1
    yield 2


q, r = gen()
print(q, r, *gen(), sep='-')
first, *_, last = sorted([3, 1, 2])
print(first, last, dict(a=1, **{'b': 2}))
