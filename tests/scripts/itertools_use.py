"""itertools."""
from itertools import *
print(list(chain([1], 'ab')), list(chain.from_iterable([[1], [2, 3]])), list(islice(count(5, 2), 3)), list(islice('abcdef', 1, 5, 2)), list(zip(range(3), cycle('ab'))))
print(list(repeat(1, 3)), list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)), list(product('ab', repeat=2)), list(product([1, 2], 'x')), list(permutations('abc', 2)), list(combinations(range(4), 2)), list(combinations_with_replacement('ab', 2)))
print([(k, list(g)) for k, g in groupby('aabbbc')], [(k, [x for x in g]) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)], list(takewhile(lambda x: x < 3, range(9))), list(dropwhile(lambda x: x < 3, range(5))), list(filterfalse(lambda x: x % 2, range(5))), list(starmap(pow, [(2, 3), (3, 2)])), list(compress('abcd', [1, 0, 1])), list(zip_longest('ab', 'c', fillvalue='-')), list(pairwise('abc')))
a, b = tee(iter(range(3)))
print(list(a), list(b), next(count(3)), list(islice(repeat('x'), 2)))
