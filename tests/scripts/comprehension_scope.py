"""Comprehension and generator-expression scoping, laziness, nesting, async and walrus inside."""
x = 'outer'
print([x for x in 'ab'], x, {x for x in 'a'}, {x: 1 for x in 'b'}, x, list(x for x in 'cd'), x)
fs = [lambda: i for i in range(3)]
print([f() for f in fs], [f() for f in [lambda i=i: i for i in range(3)]])


def gen():
    print('first iterable evaluated at once')
    return iter(range(3))


g = (print('body', v) or v for v in gen() for w in (print('second lazily') or [1]))
print('made')
print(next(g))
g.close()
print(list(g))


class C:
    size = 3
    first = [i for i in range(size)]
    try:
        second = [size for i in range(1)]
    except NameError as e:
        print('in class:', e)
    third = [i + s for i, s in zip(range(2), [size] * 2)]


print(C.first, C.third)
print([(a, b, c) for a in range(3) if a for b in range(a) if b % 2 == 0 for c in 'xy'])
print([[j * 10 + i for i in range(j)] for j in range(4)])
print([last := n for n in range(3)], last, {k: v for k, v in zip('ab', range(2))})
print(sum(i * i for i in range(5)), max((i for i in [3, 9, 2]), key=lambda v: -v), dict((k, k * 2) for k in 'ab'), sorted(c for c in 'bca'))
print([i for i in range(10) if i % 2 if i % 3], [y for x in [[1, 2], [3]] for y in x], [*map(str, (n for n in (1, 2)))])
print({i % 3: i for i in range(7)}, [(lambda v: v * 2)(i) for i in range(3)], [i if i else 'zero' for i in range(2)])
print([a for a, in [(1,), (2,)]], [(a, b) for a, *b in ['xyz', 'w']], [d['k'] for d['k'] in [1, 2] for d in [{}]] if False else 'skipped')


def names():
    t = 10
    return [[t + u for u in range(2)] for t in range(2)], t, (lambda: [t for _ in [1]])()


print(names())
ge = (i for i in range(3))
print(type(ge).__name__, ge.gi_frame is not None, ge.gi_running, ge.__name__, [*ge], ge.gi_frame)


def interrupted():
    for v in (1 / (2 - i) for i in range(5)):
        yield v


try:
    for v in interrupted():
        print(v)
except ZeroDivisionError as e:
    print(e)
try:
    list(next(iter([])) for _ in range(1))
except RuntimeError as e:
    print(e, repr(e.__cause__))
for bad in ('[x := 1 for x in y]', '[(i := 1) for i in range(2)]', '[i for i in (j := range(2))]', 'class K: [(z := 1) for _ in [1]]', '[*a for a in b]', '{**d for d in e}',
            '(yield x for x in y)', '[(yield x) for x in y]', '[a, b for a, b in c]', 'f(a for a in b, c)', 'f(c, a for a in b)', '[x for x in 1, 2]', '[for x in y]', '[x if y for z in w]'):
    try:
        compile(bad, '<s>', 'exec')
        print('fine', bad)
    except SyntaxError as e:
        print(bad, '->', e.msg)
