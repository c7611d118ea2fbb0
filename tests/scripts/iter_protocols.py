"""Iteration protocols: __iter__, __next__, __getitem__ fallback, two-argument iter, length hints, errors."""
import operator


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration('end')
        return self.n


class Old:
    def __getitem__(self, i):
        print('item', i, end=' ')
        if i > 2:
            raise IndexError
        return i * 10


class Sized(Old):
    def __len__(self):
        return 3


class Hint:
    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        return 50


class NotIter:
    def __iter__(self):
        return 5


class NoNext:
    def __iter__(self):
        return NoNext()


class Blocked:
    __iter__ = None

    def __getitem__(self, i):
        return 1


class Boom:
    def __iter__(self):
        return self

    def __next__(self):
        raise OSError('while iterating')


print(list(Count(3)), tuple(Old()), 20 in Old(), [*Sized()], list(reversed(Sized())), sum(Count(4)), max(Count(3)), dict(zip('ab', Count(2))), list(Hint()), operator.length_hint(Hint()), operator.length_hint(Count(2), 7), 7 in Count(3))
a, *b = Count(3)
print(a, b, (lambda *p: p)(*Count(2)), {*Count(2)} == {0, 1}, [x for x in Old()], 'x'.join(map(str, Count(3))))
for maker in (NotIter, NoNext, Blocked, Boom, int):
    for use in ('list(o)', 'for_(o)', '[*o]', 'a_, b_ = o', '1 in o', 'sum(o)', 'f(*o)', 'iter(o)', 'next(o)', 'reversed(o)', 'zip(o)', 'sorted(o)', 'any(o)', 'dict(o)', 'set(o)', 'max(o)', '"".join(o)', 'yield_from(o)', 'l.extend(o)', 'l[:] = o', 'map(f, o)', 'enumerate(o)'):
        ns = {'o': maker(), 'f': lambda *x: x, 'l': [], 'for_': lambda o: [x for x in o], 'yield_from': lambda o: list((yield_from_gen(o)))}

        def yield_from_gen(o):
            yield from o
        try:
            exec(use, ns)
            print(use, 'fine', end='; ')
        except Exception as e:
            print(use, type(e).__name__, e, end='; ')
    print()
it = iter([1, 2, 3, 0, 4])
print(list(iter(it.__next__, 0)), next(it), next(it, 'default'))
state = []
print(list(iter(lambda: state.append(1) or len(state), 4)), state)
print(list(map(lambda a, b: (a, b), 'ab', [1, 2, 3])), list(zip()), list(zip('abc')), list(zip('ab', 'xyz')), list(filter(None, [0, 1, '', 'a'])), list(enumerate('ab', -1)), list(reversed(range(3))), all([]), any([]), all(Count(2)), any(Count(3)))
try:
    list(zip('ab', 'a', strict=True))
except ValueError as e:
    print(e)
try:
    list(zip('a', 'ab', 'abc', strict=True))
except ValueError as e:
    print(e)
c = Count(5)
for x in c:
    if x == 3:
        break
print(list(c), list(c))
i = iter('ab')
print(i is iter(i), type(iter([])).__name__, type(iter(())).__name__, type(iter('')).__name__, type(iter({})).__name__, type(iter(set())).__name__, type(iter(range(0))).__name__, type(iter(b'')).__name__, type(iter({}.items())).__name__, type(iter(int, 1)).__name__, type(reversed([])).__name__, type(zip()).__name__)
