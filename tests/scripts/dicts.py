"""Dictionaries: order, methods, views, errors."""
d = {'b': 1, 'a': 2}
d['c'] = 3
d['b'] = 10
print(d, list(d), d.keys(), d.values(), d.items(), len(d), 'a' in d, d.get('x'), d.get('x', 5), d.setdefault('e', []), d.pop('c'), d.pop('zz', None))
d.update({'x': 1}, y=2)
d.update([('z', 3)])
print(d, d.popitem(), dict([(1, 2)]), dict(a=1), dict(zip('ab', [1, 2])), dict.fromkeys('ab', 0), {1: 'a', 1.0: 'b', True: 'c'})
del d['a']
print(d, d == dict(reversed(list(d.items()))), d | {'q': 1}, {k: v for k, v in d.items() if v}, list(reversed(d)))
d |= {'b': 'new'}
print(d['b'], sorted(d.keys() & {'b', 'x'}), d.keys() | {'n'} == set(d) | {'n'}, d.keys() - {'b'} == set(d) - {'b'}, d.items() >= {('x', 1)}, {'x'} <= d.keys())
d2 = d.copy()
d2['b'] = 0
print(d['b'], d2['b'], d != d2)
for bad in ("{}['k']", '{}.popitem()', '{[]: 1}', '{}.pop("a")', 'dict([1])', 'dict([(1, 2, 3)])', 'dict(5)', '{} < {}', '{} + {}', '{1: 2}[1][0]', 'hash({})', '{{}: 1}', '{}.update(5)'):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
try:
    for k in d:
        d[k + 'x'] = 1
except RuntimeError as e:
    print(e)
v = d.keys()
d.clear()
print(len(v), v, d)


class Missing(dict):
    def __missing__(self, key):
        return 'missing ' + key


m = Missing(a=1)
print(m['a'], m['q'], m.get('q'), m)


class Key:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return 1

    def __eq__(self, o):
        return self.v == o.v


k = {Key(i): i for i in range(20)}
print(k[Key(7)], len(k), Key(50) in k)
del k[Key(3)]
print([x.v for x in k][:5])
big = {i: str(i) for i in range(1000)}
for i in range(0, 1000, 3):
    del big[i]
print(len(big), sum(big), next(iter(big)), list(big.items())[-1])
r = {}
r['self'] = r
print(r, {(1, 2): 3}[1, 2], {None: 1, (): 2, 'a': {'b': {}}})
from collections import OrderedDict, defaultdict, Counter, ChainMap
o = OrderedDict(a=1, b=2)
o.move_to_end('a')
print(o, o.popitem(last=False), defaultdict(list, {'a': [1]})['z'], Counter('hello').most_common(1), ChainMap({'a': 1}, {'b': 2})['b'])
dd = defaultdict(int)
for ch in 'mississippi':
    dd[ch] += 1
print(dict(dd), dd, Counter('aab') + Counter('b'), Counter('aab') - Counter('a'))
