"""range and slice objects."""
r = range(1, 20, 3)
print(list(r), len(r), r[2], r[-1], r[1:3], 7 in r, 8 in r, r.index(7), r.count(4), list(reversed(r)), r == range(1, 21, 3), hash(r) == hash(range(1, 21, 3)), repr(range(5)), r.start, r.stop, r.step)
print(list(range(5, 0, -2)), list(range(0)), range(10)[::-1], bool(range(0)), range(10 ** 20)[10 ** 19], len(range(0, 10 ** 10, 7)), 10 ** 18 in range(10 ** 19))
s = slice(1, 10, 2)
print(s, s.indices(5), s.start, slice(None).indices(3), slice(-1, None, -1).indices(4), s == slice(1, 10, 2), [0, 1, 2, 3][s])
for bad in ('range()', 'range(1, 2, 0)', 'range(1.5)', 'range(5)[9]', 'range(5).index(9)', 'slice()', '[1][1.5]', '[1]["x":]', 'range("a")', 'len(range(10 ** 20))', 'hash(slice(1))'):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)


class Show:
    def __getitem__(self, k):
        return k


print(Show()[1:2], Show()[::2, ..., 1], Show()[:, 0], Show()[1, 2])
print([i for i in range(3) for j in range(i)], sum(range(101)), max(range(3, 9)), list(zip(range(3), range(3, 6))))
