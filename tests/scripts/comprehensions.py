"""List, set and dict comprehensions, nested, conditional, walrus."""
print([x for x in range(10) if x % 3 == 0], {x % 3 for x in range(10)}, {x: x * x for x in range(4)})
print([[i * j for j in range(3)] for i in range(3)], [(x, y) for x in range(3) for y in range(x)])
print([y := 1, y ** 2], [last := x for x in range(5)], last)
if (n := len('hello')) > 3:
    print(n)
print([x if x % 2 else -x for x in range(6)])
matrix = [[1, 2], [3, 4], [5, 6]]
print([list(row) for row in zip(*matrix)])
x = 'untouched'
[x for x in range(3)]
print(x)
print({**{'a': 1}, 'b': 2, **{'a': 3}}, [*range(3), *'ab'], (*(1, 2), 3), {*[1, 2], 3} == {1, 2, 3})


def scope():
    a = 10
    return [a + b for b in [c + a for c in range(2)]]


print(scope())


class K:
    values = [1, 2, 3]
    doubled = [v * 2 for v in values]


print(K.doubled)
print(any(x > 3 for x in [1, 5]), all([]), max((len(w), w) for w in ['a', 'bbb', 'cc']))
