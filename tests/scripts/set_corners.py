"""Sets and frozensets: operators against every operand, errors, mutation during iteration, hashing, subclass."""


def S(v):
    return '%s{%s}' % (type(v).__name__, ', '.join(sorted(map(repr, v)))) if isinstance(v, (set, frozenset)) else v


a, b, f = {1, 2, 3}, {3, 4}, frozenset([2, 3, 9])
others = [b, f, {3: 'dict'}.keys(), [3, 5], 'ab', set(), a]
for o in others:
    for op in ('a | o', 'a & o', 'a - o', 'a ^ o', 'o - a', 'a <= o', 'a < o', 'a >= o', 'a == o', 'a != o', 'a.union(o)', 'a.intersection(o)', 'a.difference(o)', 'a.symmetric_difference(o)', 'a.issubset(o)', 'a.issuperset(o)', 'a.isdisjoint(o)', 'f | o', 'f & a', 'f.union(o, [77])'):
        try:
            print(op, S(eval(op)), end='; ')
        except TypeError as e:
            print(op, e, end='; ')
    print()
for stmt in ('c |= b', 'c &= b', 'c -= b', 'c ^= b', 'c |= [1]', 'c.update([7], "x")', 'c.intersection_update([1, 2])', 'c.difference_update([1], [2])', 'c.symmetric_difference_update([1, 8])', 'c.add((1,))', 'c.discard(99)', 'c.remove(1)', 'c.clear()', 'c &= c', 'c -= c', 'c ^= c', 'c.update()', 'c.add([])', 'c.remove(99)', 'c.remove([])', 'c.discard({})', 'c.pop(1)', 'c.update(5)', 'c |= 5', 'c.remove({1})', 'c.nope', 'c[0]', 'c + c', 'hash(c)', 'c < 5', 'set(5)', 'set(1, 2)', 'set().pop()', '{{}}', '{[]}', 'frozenset().add(1)', 'set([[1]])', 'c.union(5)', 'c > [1]'):
    c = {1, 2, 3}
    try:
        exec(stmt)
        print(stmt, S(c), end='; ')
    except Exception as e:
        print(stmt, '->', type(e).__name__, e, end='; ')
print()
print(set(), frozenset(), {5}, frozenset({5}), len({1, 1.0, True}), {1} == frozenset([1]), hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1])), {frozenset([1])} == {frozenset([1])}, frozenset([1]) in {frozenset([1]): 0}, {1} in {frozenset([1])}, frozenset(f) is f, f.copy() is f, S(f), S(frozenset('aab')), {None, None}, not set())
print(hash(frozenset()), hash(frozenset([0])), hash(frozenset([1, 2, 3])), sorted([{1, 2}, {1}, set()], key=len), max([{1}, {1, 2}]) == {1, 2}, S(set('hello')), S({*'ab', *[1]}), S({x % 3 for x in range(9)}))
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 100)
except RuntimeError as e:
    print(e)
it = iter({1})
print(it.__length_hint__(), next(it), list(it))


class Sub(set):
    def __contains__(self, x):
        return x == 'magic' or super().__contains__(x)


x = Sub([1])
x.attr = 2
print('magic' in x, type(x | {2}).__name__, type(x.copy()).__name__, x == {1}, x, x.attr, repr(Sub()), type(x & x).__name__, isinstance(x, set), Sub('a') | {'a'})
big = set(range(0, 3000, 7))
big -= set(range(0, 3000, 14))
print(len(big), min(big), max(big), sum(big), 7 in big, 14 in big, len(big ^ set(range(50))), len(big & set(range(100, 200))))


class Collide:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return 1

    def __eq__(self, o):
        return self.v == o.v


cs = {Collide(i % 5) for i in range(20)}
print(len(cs), sorted(c.v for c in cs), Collide(3) in cs, Collide(9) in cs, len(cs - {Collide(1), Collide(2)}))
