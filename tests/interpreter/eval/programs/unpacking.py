def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def u2(v):
    a, b = v
    return a, b
def ustar(v):
    a, *b, c = v
    return a, b, c
for v in [(1, 2), [1, 2], 'ab', range(2), (1,), (1, 2, 3), 5, {1: 2, 3: 4}, (x for x in range(2)), (x for x in range(5)), (x for x in [])]:
    attempt(lambda: u2(v))
for v in [(1, 2), (1, 2, 3), range(6), (1,), 5, 'abc', (x for x in range(1))]:
    attempt(lambda: ustar(v))
print([*range(3), *'ab'], (*[1], *(2,)), {*[1, 2], *[2]}, {**{'a': 1}, 'b': 2, **{'a': 3}})
attempt(lambda: [*5])
attempt(lambda: {**5})
attempt(lambda: (*None,))
[a, (b, *c)], d = [1, (2, 3, 4)], 5
print(a, b, c, d)
x = y = [1]
x += [2]
print(y)
i = 0
i, lst = 1, [0, 0]
lst[i], i = 5, 0
print(lst, i)
for a, (b, c) in [(1, (2, 3))]: print(a, b, c)
def f(*args, **kw): return args, kw
print(f(*[1], 2, *[3], a=1, **{'b': 2}))
if (n := 10) > 5: print(n)
print([y := 1, y ** 2], f'{n:>5}|{n!r:<4}|{n=}|{"a" "b"}')
del a
attempt(lambda: a)
print(1 < 2 < 3, 1 < 3 < 2, 1 if 0 else 2, not 1, 5 if [] else 6, 1 and 0 or 3)
print(3 in [1, 3], 'x' not in 'abc', d is d, b is not None)
print(7 // 2, -7 // 2, 7 % -3, 2 ** 10, 2 ** -1, 7 / 2, 1 << 70, 5 & 3, 5 | 3, 5 ^ 3, ~5, -5, +5)
print(9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 3, 1.5 + 1, 2 * 1.5, 3 - 0.5)
