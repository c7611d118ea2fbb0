"""Lists: methods, slices, sorting, errors."""
l = [3, 1, 2]
l.append(5)
l.extend([7, 6])
l.insert(1, 'x')
l += (8,)
print(l, l.pop(), l.pop(0), l.index('x'), l.count(1), len(l))
l.remove('x')
l.sort()
print(l, sorted(l, reverse=True), list(reversed(l)), l[::-1], l[1:3], l[-2:], l[::2])
l[1:3] = [10, 11, 12]
print(l)
l[::2] = ['a', 'b', 'c'] if len(l[::2]) == 3 else l[::2]
print(l)
del l[0]
del l[1:3]
print(l, l * 2, [0] * 3, [1, 2] + [3], [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], 1 in [1], [] == ())
l.clear()
print(l, bool(l))
m = [[0] * 2 for _ in range(2)]
m[0][1] = 5
c = m.copy()
c[0][0] = 9
print(m, c is m, c[0] is m[0])
words = ['banana', 'apple', 'Cherry', 'date']
words.sort(key=str.lower)
print(words, sorted(words, key=len), sorted(words, key=lambda w: (-len(w), w)), min(words, key=len))
print(sorted([(2, 'b'), (1, 'z'), (2, 'a')]), sorted([3.5, 1, 2.5]), sorted({'b': 1, 'a': 2}))
a = [1, 2, 3]
a[1:1] = a
print(a)
a[:] = []
print(a)
r = []
r.append(r)
print(r, repr([r]))
for bad in ('[1][5]', '[1].remove(2)', '[].pop()', '[1].index(2)', '[1] + (2,)', '[1]["a"]', 'sorted([1, "a"])', '[1, 2][::0]', '[] < 5', 'list(5)', '[1].pop(9)', '[1, 2, 3].__setitem__(slice(0, 3, 2), [1])', 'del_()'):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
try:
    x = [1, 2]
    del x[5]
except IndexError as e:
    print(e)
try:
    x[9] = 1
except IndexError as e:
    print(e)
print(list(range(10))[slice(2, 8, 3)], [*map(str, [1, 2])], list(zip([1, 2], 'ab')), list(enumerate('ab', 1)), [i for i in filter(None, [0, 1, '', 'a'])])
n = list(range(20))
n[5:15:3] = 'abcd'
del n[::4]
print(n, sum(range(5)), sum([[1], [2]], []), any(n), all(n))


class Evil:
    def __lt__(self, o):
        e.append(1)
        return False


e = [Evil(), Evil()]
try:
    e.sort()
except ValueError as err:
    print(err)
