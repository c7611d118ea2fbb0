"""slice objects and range: attributes, indices, comparison, membership, big values, errors."""
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice('a', 'b'), s == slice(1, 10, 2), s != slice(1), slice(1) < slice(2), s.indices(5), slice(None, None, -1).indices(4), slice(-3, None).indices(10), slice(-100, 100, 3).indices(7), slice(2 ** 70, -2 ** 70, -1).indices(3))
for bad in ('slice()', 'slice(1, 2, 3, 4)', 's.indices(-1)', "s.indices('a')", 'slice(None, None, 0).indices(3)', "slice('a').indices(3)", 'hash(s)', 's.start.__set__', '[1][::0]', "'abc'['a':]", '(1,)[1.5:]', 'range(1)[::0]', 'range()', 'range(1, 2, 0)', "range('a')", 'range(1.0)', 'range(1, 2, 3, 4)', 'range(3)[5]', 'range(3)[-4]', "range(3)['a']", 'range(3).index(7)', 'range(3) + range(3)', 'range(3) < range(4)', 'len(range(2 ** 70))', 'range(3).nope', 'hash(range(3)) and 1', 'range(3).count()', 'range(2 ** 70)[2 ** 71]', 'range(stop=3)'):
    try:
        print(bad, eval(bad), end='; ')
    except Exception as e:
        print(bad, '->', type(e).__name__, e, end='; ')
print()
for r in (range(5), range(0), range(2, 10, 3), range(10, 0, -4), range(5, 5), range(-3, 3), range(2 ** 63 - 2, 2 ** 63 + 2), range(10 ** 20, 10 ** 20 + 5, 2), range(1, -1, -1), range(0, -10, -3)):
    print(r, len(r), list(r), list(reversed(r)), r.start, r.stop, r.step, r[0:2], r[::-1], r[-2:], bool(r), r.count(2), 2 in r, 2.0 in r, 'a' in r, -5 in r, sum(r), r[1:][::2], r == range(5))
print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), hash(range(0, 3, 2)) == hash(range(0, 4, 2)), range(5).index(3), range(2 ** 70).index(2 ** 69) == 2 ** 69, 2 ** 69 in range(2 ** 70), range(3, 10)[2], range(10)[2:8:3], range(10)[-3:], range(True), iter(range(3)).__length_hint__(), iter(range(3)).__reduce__()[1])


class Seq:
    def __getitem__(self, i):
        return i

    def __len__(self):
        return 10

    def __setitem__(self, i, v):
        print('set', i, v)

    def __delitem__(self, i):
        print('del', i)


q = Seq()
print(q[1], q[-1], q[1:2], q[:], q[::2], q[1, 2], q[1:2, ::3], q[...], q[..., 1:], q[()], q[*[1, 2]], q[*'ab', 1:2], q['k'], q[None:None])
q[1:2] = 3
q[-1] = 4
q[1, :, ...] = 5
del q[2:], q[0]


class Idx:
    def __index__(self):
        return 2


print([1, 2, 3, 4][Idx()], 'abcdef'[Idx():], (1, 2, 3)[:Idx()], list(range(Idx(), 8, Idx())), b'abcdef'[::Idx()], slice(Idx()).indices(Idx()), range(10)[Idx()], Idx() in range(3))
i = iter(range(4))
next(i)
print(list(zip(i, i)), list(range(3).__iter__()), [*range(3)][::-1], tuple(range(-1, -4, -1)), list(map(lambda a, b: a * b, range(3), range(3, 6))))
