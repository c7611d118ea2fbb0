"""Lists: slice assignment and deletion tables, mutation while iterating, comparison, self-reference, subclass, errors."""
base = list(range(8))
slices = [slice(None), slice(2, 5), slice(5, 2), slice(None, None, 2), slice(None, None, -1), slice(-3, None), slice(1, -1, 3), slice(10, 20), slice(-20, 3), slice(6, 1, -2), slice(0, 0)]
for s in slices:
    print(s, base[s], s.indices(8), end=' ')
    for value in ([], ['a'], ['a', 'b', 'c', 'd'], 'xyz'):
        c = base[:]
        try:
            c[s] = value
            print(c, end=' ')
        except ValueError as e:
            print(e, end=' ')
    c = base[:]
    del c[s]
    print('del', c)
l = [1]
l.append(l)
print(l, l[1] is l, l[1][1][0], repr([l]), [[]] * 2)
try:
    l == [1, [1, l]]
    print('compared')
except RecursionError as e:
    print('RecursionError')
a = [1, 2, 3]
a[1:1] = a
a += a
a *= 1
a.extend(a[:2])
a.insert(-1, 'i')
a.insert(100, 'end')
a.insert(-100, 'start')
print(a, a.index(2, 3), a.index(3, -5), a.count(1), a.copy() == a, a.reverse(), a)
print([1, 2] < [1, 2, 0], [2] > [1, 9], [1, 'a'] == [1, 'a'], [] < [0], [1, [2]] <= [1, [2]], [float('nan')] == [float('nan')], (lambda n: [n] == [n])(float('nan')), [1] != [1.0], [1] == (1,))
it = iter([1, 2, 3])
print(it.__length_hint__(), next(it), it.__reduce__()[1], list(it), list(it), it.__length_hint__())
g = [1, 2, 3, 4]
for i, v in enumerate(g):
    if v == 2:
        del g[0]
    print(i, v, end=' ')
r = reversed(g)
print(next(r), g.append(9), list(r), [].__len__(), list('ab') + ['c'], list(), list({1: 2}), [0] * -1, [1, 2] * True, 3 * [0])


class L(list):
    def __getitem__(self, i):
        return ('got', list.__getitem__(self, i)) if not isinstance(i, slice) else super().__getitem__(i)


x = L([1, 2])
x.extra = 1
print(x, x[0], x[:1], type(x[:1]).__name__, type(x + [1]).__name__, x == [1, 2], list(x), [*x], isinstance(x, list), len(x), x.__dict__, sorted(L([2, 1])), L.__mro__[1].__name__)
for bad in ("[].pop()", "[1].pop(5)", "[1].pop('a')", "[1].remove(2)", "[1].index(2)", "[1][1]", "[1]['a']", "[1][1.0]", "[1].__setitem__(3, 0)", "[1] + (1,)", "[1] * 'a'", "[1] * [1]", "[1] < 5", "[1] < ['a']", "[].append()", "[].extend(5)", "[].insert(1)", "list(5)", "list(1, 2)", "[1, 2].sort(None)", "[1, 'a'].sort()", "[1].sort(key=5)", "[].nope", "[1, 2, 3].__setitem__(slice(0, 3, 2), [1])", "[1].__delitem__(4)", "hash([])", "[1].index(1, 'a')", "[].__iadd__(5)", "list.append(5, 1)", "[] > None", "[1].count()", "[2, 1].sort(reverse='x')", "list(x=1)", "[1].__getitem__()", "[0] * (1 << 62)"):
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, '->', type(e).__name__, e)
