print([x for x in range(5)], {x % 3 for x in range(9)}, {x: x * x for x in range(4)}, list(x for x in 'ab'))
print([(x, y) for x in range(3) if x for y in range(x) if not y])
print([[y for y in range(x)] for x in range(4)])
print([x for x, in [(1,), (2,)]], [a + b for a, (b, *c) in [(1, (2, 3)), (4, (5,))]])
x = 'outer'
print([x for x in range(3)], x)
def f():
    x = 'local'
    l = [x for x in range(3)]
    m = [(lambda: x)() for y in range(2)]
    return l, m, x
print(f())
def g(n): return [lambda: i for i in range(n)]
print([h() for h in g(3)])
class C:
    a = 5
    b = [a for _ in range(2)] if False else [y for y in range(a)]
    c = [z for z in [a, a + 1]]
print(C.b, C.c)
try:
    class D:
        a = 1
        b = [a for _ in range(2)]
except NameError as e: print(e)
print([y := 1, y ** 2], y)
print([last := i for i in range(4)], last)
print(any((hit := n) > 2 for n in range(10)), hit)
def w():
    if any((found := n) % 7 == 6 for n in range(20)): print('found', found)
    total = 0
    parts = [total := total + v for v in range(5)]
    return parts, total
print(w())
def nonl():
    n = 0
    def inner():
        nonlocal n
        return [n := n + i for i in range(3)]
    return inner(), n
print(nonl())
def glob():
    global G
    [G := i for i in range(3)]
glob(); print(G)
print([j for i in range(5) for j in [i * i] if j % 2 == 0], [(a, b) for a in [1, 2] for b in (a,)])
print([k for i in range(3) for j in [i] for k in [j + 1, j]], [j for i in range(2) for j in [9]])
try: [z for z in 5]
except TypeError as e: print(e)
try: [q / 0 for q in [1]]
except ZeroDivisionError as e: print(e)
gen = (undefined_name for x in range(1))
try: next(gen)
except NameError as e: print(e)
try: (x for x in None)
except TypeError as e: print(e)
print([*(x for x in 'ab')])
print({**{k: v for k, v in zip('ab', [1, 2])}, 'c': 3})
print(dict((k, v) for v, k in enumerate('xyz')), sum([x for x in range(10)]), sorted({c for c in 'hello'}))
def args(*a, **k): return a, k
print(args(*[x for x in range(2)], *(y for y in 'ab'), **{s: s for s in 'pq'}))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
print([x if x % 2 else -x for x in range(5) if x if x > 1])
print(list(map(lambda x: [x for _ in range(x)], range(3))))
def shadow(x): return [x for x in x if x for x in [x]]
print(shadow([0, 1, 2]))
print([f'{x}{y!r}' for x, y in {'a': 1}.items()])
o = type('O', (), {})()
[0 for o.attr in range(3)]; print(o.attr)
l = [0]; [0 for l[0] in 'xyz']; print(l)
print((lambda: [x for x in range(3) for y in range(2)])())
print([(lambda y: x + y)(1) for x in range(3)])
def cells():
    fs = []
    for i in range(3):
        fs.append([lambda: (i, j) for j in range(2)])
    return [[f() for f in row] for row in fs]
print(cells())
print([a for a in [1] for a in [a + 1] for a in [a + 1]])
print([i for i in range(3) if (i and 0) or not (i > 1 and i < 5)])
