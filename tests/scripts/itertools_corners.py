"""itertools in depth: laziness, errors, tee, groupby invalidation, count with floats, products of nothing."""
import itertools as it
import operator


def noisy(n, name):
    for i in range(n):
        print(name, i, end=' ')
        yield i


z = zip(noisy(3, 'a'), noisy(2, 'b'))
print(list(z))
print(list(it.islice(it.count(10, -3), 4)), list(it.islice(it.count(0.5, 0.25), 3)), repr(it.count(1)), repr(it.count(1, 2)), repr(it.repeat('x', 3)), list(it.islice(it.cycle([1, 2]), 5)), list(it.cycle([])))
a, b, c = it.tee(noisy(3, 't'), 3)
print(next(a), next(a), list(b), list(c), list(a))
g = it.groupby('aabbcc')
k1, v1 = next(g)
k2, v2 = next(g)
print(k1, list(v1), k2, list(v2), [k for k, _ in g])
print([(k, list(v)) for k, v in it.groupby([1, 1, 2, 3, 3], key=lambda v: v // 2)], list(it.groupby([])))
print(list(it.product()), list(it.product('ab', [])), list(it.product([1, 2], repeat=0)), len(list(it.product(range(3), repeat=4))), list(it.permutations([1, 2, 3], 0)), list(it.permutations('ab', 3)), list(it.combinations('abc', 4)), list(it.combinations_with_replacement('ab', 3)), list(it.permutations('aab'))[:3])
print(list(it.accumulate([3, 1, 2], max)), list(it.accumulate([])), list(it.accumulate([], initial=5)), list(it.accumulate('abc')), list(it.starmap(lambda *a: sum(a), [(1, 2), (3,), ()])), list(it.chain()), list(it.chain([1], (2,), {3: 4}, '5', noisy(1, 'c'))), list(it.chain.from_iterable(['ab', [1]])))
print(list(it.zip_longest()), list(it.zip_longest([1], [2, 3], [4, 5, 6])), list(it.pairwise([1])), list(it.pairwise('abcd')), list(it.compress(it.count(), [1, 0, 1, 1])), list(it.filterfalse(None, [0, 1, '', 2])), list(it.takewhile(operator.not_, [0, 0, 1, 0])), list(it.dropwhile(operator.not_, [0, 1, 0])))
s = it.islice(it.count(), 2, None, 3)
print(next(s), next(s), list(it.islice('abcdef', None)), list(it.islice('abcdef', 4)), list(it.islice('abcdef', 2, 4)), list(it.islice([], 5)), operator.length_hint(it.repeat(1, 5)))
src = iter(range(10))
print(list(it.islice(src, 3)), list(it.islice(src, 1, 3)), next(src))
for bad in ('it.islice([1], -1)', 'it.islice([1], 1, 2, 0)', 'it.islice([1], "a")', 'it.count("a")', 'it.product(5)', 'it.product([1], repeat=-1)', 'it.permutations([1], -1)', 'it.combinations([1])', 'it.chain.from_iterable(5)', 'list(it.chain([1], 5))', 'it.repeat()', 'it.tee([], -1)', 'it.zip_longest([1], x=2)', 'list(it.starmap(pow, [1]))', 'it.groupby()', 'it.accumulate()', 'it.cycle(5)', 'list(it.accumulate([1, "a"]))', 'it.compress([1])', 'next(it.repeat(1, 0))', 'it.permutations(5)', 'it.pairwise(5)', 'list(map(lambda a: a, [1], [2]))'):
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)


def batched(iterable, n):
    i = iter(iterable)
    while chunk := list(it.islice(i, n)):
        yield chunk


def roundrobin(*iterables):
    pending = it.cycle([iter(i).__next__ for i in iterables])
    alive = len(iterables)
    while alive:
        try:
            for n in pending:
                yield n()
        except StopIteration:
            alive -= 1
            pending = it.cycle(it.islice(pending, alive))


print(list(batched('abcdefg', 3)), ''.join(roundrobin('ABC', 'D', 'EF')), [''.join(p) for p in it.permutations('abc')], sum(1 for _ in it.combinations(range(10), 4)), max(it.accumulate([1, -5, 3, 4], lambda s, v: max(s + v, v))))
