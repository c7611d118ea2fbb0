"""Dicts: order, views, mutation during iteration, keys with odd equality, subclass hooks, big and sparse dicts."""


class Key:
    def __init__(self, v, h=None):
        self.v, self.h = v, v if h is None else h

    def __hash__(self):
        return self.h

    def __eq__(self, o):
        log.append((self.v, getattr(o, 'v', o)))
        return isinstance(o, Key) and self.v == o.v

    def __repr__(self):
        return 'K%s' % self.v


log = []
d = {Key(1, 5): 'a', Key(2, 5): 'b', Key(3): 'c'}
print(d[Key(2, 5)], log, len(d))
k = Key(1, 5)
d[k] = 'new value, old key'
print(d, next(iter(d)) is k)
del d[Key(1, 5)]
d[Key(1, 5)] = 'at the end'
print(d)
for change in ("d['x'] = 1", "del d['a']", "d.clear()", "d.pop('b')", "d.update(z=1)", "d['a'] = 2", "d.popitem()", "d.setdefault('n')"):
    d = {'a': 1, 'b': 2, 'c': 3}
    for view in ('d', 'd.keys()', 'd.values()', 'd.items()', 'reversed(d)'):
        d = {'a': 1, 'b': 2, 'c': 3}
        try:
            n = 0
            for _ in eval(view):
                n += 1
                if n == 1:
                    exec(change)
            print(change, view, 'fine', n, end='; ')
        except RuntimeError as e:
            print(change, view, n, e, end='; ')
    print()
d = {i: i * i for i in range(1000)}
for i in range(0, 1000, 3):
    del d[i]
for i in range(2000, 2100):
    d[i] = i
print(len(d), list(d)[:5], list(d)[-3:], sum(d), sum(d.values()), d.popitem(), d.popitem(), list(reversed(d))[:2], 3 in d, 4 in d)
while len(d) > 3:
    d.popitem()
print(d)
a, b = {'x': 1, 'y': 2}, {'y': 3, 'z': 4}
print(a | b, b | a, a.keys() & b.keys(), sorted(a.keys() | b.keys()), sorted(a.keys() ^ b.keys()), a.keys() - b.keys(), a.items() & {('x', 1)}, a.keys() <= {'x', 'y'}, a.keys().isdisjoint(['q']), a.items() == {'y': 2, 'x': 1}.items(), a.keys() == {'x', 'y'}, ('x', 1) in a.items(), 2 in a.values(), len(a.items()), a.keys().mapping, a.values() == a.values())
print({1: 'int', True: 'bool', 1.0: 'float'}, {0: 1, -0.0: 2}, {float('nan'): 1, float('nan'): 2}, {(1, 2): 3, (1.0, 2): 4}, {None: 0, '': 1}, {-1: 'm1', -2: 'm2'})


class Missing(dict):
    def __missing__(self, key):
        return 'missing %r' % (key,)

    def __setitem__(self, k, v):
        super().__setitem__(k, ('set', v))


m = Missing(a=1)
m['b'] = 2
m.update(c=3)
m.setdefault('d', 4)
print(m, m['zz'], m.get('zz'), m | {'e': 5}, type(m | {}).__name__, type(m.copy()).__name__, '%(q)s' % m, Missing.fromkeys('xy', 0), dict(m) == m)
m |= {'f': 6}
print(m, dict(**m), {**m} == dict(m))


class Mapping:
    def keys(self):
        return ['p', 'q']

    def __getitem__(self, k):
        return k.upper()


print(dict(Mapping()), {**Mapping()}, dict(Mapping(), q=1), (lambda **k: k)(**Mapping()))
r = {}
r['self'] = r
print(r, {'l': [r]})
s = {}
for w in 'the cat the dog the end'.split():
    s[w] = s.get(w, 0) + 1
print(s, sorted(s.items(), key=lambda i: (-i[1], i[0])), max(s, key=s.get), dict(sorted(s.items())))


class Keywords(dict):
    pass


print(dict(cls=1, self=2), Keywords(cls=1), Keywords(self=1), dict().__class__(cls=3))
