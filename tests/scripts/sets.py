"""Sets and frozensets."""
a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a <= b, {1} < a, a.isdisjoint({9}), a == {3, 2, 1}, len(a), 2 in a, set(), frozenset([1]), sorted({1} | frozenset([2])), type(frozenset([2]) | {1}).__name__)
a.add(5)
a.discard(9)
a.remove(1)
a |= {7}
a -= {2}
a &= {3, 5, 7, 9}
a ^= {3}
print(a, sorted(a.union([1], (2,))), a.intersection([5]), a.difference([5]), a.symmetric_difference([5, 1]) == {7, 1}, a.issubset([5, 7]), a.issuperset([]))
print(a.pop() in (5, 7), len(a), set('hello') == {'h', 'e', 'l', 'o'}, {frozenset([1]): 'x'}[frozenset([1])], hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
for bad in ('{1}.remove(5)', '{[]}', 'set(5)', '{1} | [2]', 'set().pop()', 'hash(set())', '{1} < 5', 'frozenset().add', '{1}[0]'):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
s = set(range(100))
s.difference_update(range(0, 100, 2))
print(sorted(s)[:5], len(s), sorted(x for x in s if x > 90), {1, 1.0, True}, repr(set()), repr(frozenset()))
try:
    for x in s:
        s.add(x + 1000)
except RuntimeError as e:
    print(e)
t = s.copy()
t.clear()
print(len(s) > 0, t, sorted({'b', 'a'}), max({3, 1}), {*'ab'} == set('ab'), set([1]) in [{1}], {1} in {frozenset({1})})
