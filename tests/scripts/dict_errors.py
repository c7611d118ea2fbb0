"""Dictionaries, their views and iterators, slices and the iterator functions, and the messages of their errors."""
def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: print(type(e).__name__, e)
    else: print(repr(r))
d = {'a': 1, 2: 'b', (1,): None}
print(d, len(d), list(d), d.keys(), d.values(), d.items())
t(lambda: d['x']); t(lambda: d[[]]); t(d.get, 'x'); t(d.get, 'x', 5); t(d.get); t(d.pop, 'x'); t(d.pop, 'x', 1); t(d.pop, 'a'); t(d.popitem); t(d.setdefault, 'n'); t(d.setdefault, 'n', 3); t(d.setdefault, 'm', 3); print(d)
t({}.popitem); t(dict, 5); t(dict, [1]); t(dict, [(1,2,3)]); t(dict, ['ab', 'cd']); t(dict, [(1,2)], a=3); t(dict, {1:2}, b=3); t(dict, 1, 2); t(dict.fromkeys, 'abc'); t(dict.fromkeys, 'abc', 1); t(dict.fromkeys); t(dict.fromkeys, 5)
d.update({1:2}, z=3); print(d); t(d.update, 1); t(d.update, 1, 2); d.update([(5,6)]); print(d)
def dl(k):
    del d[k]
t(dl, 5); t(dl, 5)
print({1:1} | {2:2}, {1:1} == {1:1.0}, {1:1} != {2:1}); t(lambda: {} | 1); t(lambda: {} < {}); t(lambda: 1 | {})
x = {1:1}; x |= {3:4}; x |= [(7,8)]; print(x); t(lambda: x.__ior__(5))
def chg():
    q = {1:1, 2:2}
    for k in q: q[k+10] = 1
t(chg)
def chg2():
    q = {1:1, 2:2}
    for k in q.items(): del q[k[0]]
t(chg2)
print(list(reversed({1:1,2:2})), list(reversed({1:1,2:2}.items())), list(reversed({1:1,2:2}.values())))
k = {1:1,2:2}.keys()
print(k & {1}, k | {5}, k - {1}, k ^ {1, 7}, {1} & k, [1,9] & k if 0 else '', k == {1,2}, k < {1,2,3}, k >= {1}, k.isdisjoint([5]), k.isdisjoint([1]), 1 in k, k.mapping)
i = {1:1,2:2}.items()
print(i & {(1,1)}, (1,1) in i, (1,2) in i, 1 in i, i == {(1,1),(2,2)}, len(i | [3]), i.isdisjoint([1]))
t(lambda: k & 5); t(lambda: hash(k)); t(lambda: {1:[]}.items() | {1}) ; t(lambda: k < 5)
print(d.copy() == d, d.copy() is d); d.clear(); print(d)
a = {}; a['self'] = a; print(a, a.values(), a.items())
class H:
    def __init__(s, n): s.n = n
    def __hash__(s): return 1
    def __eq__(s, o): return s.n == o.n
hd = {H(i): i for i in range(20)}
print([hd[H(i)] for i in range(20)], H(50) in hd)
for i in range(0, 20, 2): del hd[H(i)]
print(list(hd.values())); hd[H(2)] = 'new'; print(list(hd.values()))
big = {i: i*i for i in range(1000)}
for i in range(0, 1000, 3): del big[i]
print(sum(big), len(big), big.get(999), big.get(998), list(big)[:5])
class Bad:
    def __hash__(self): return 1
    def __eq__(self, o): raise ZeroDivisionError('eq')
bd = {Bad(): 1}
t(lambda: bd[Bad()])
class Mut:
    def __init__(s, d): s.d = d
    def __hash__(s): return 1
    def __eq__(s, o): s.d.clear(); return False
m = {}
m[Mut(m)] = 1
t(lambda: m.get(Mut(m))); print(len(m))
class DD(dict):
    def __getitem__(self, k): return 'over'
    def keys(self): return ['k1']
dd = DD(a=1); print(dd['zz'], dict(dd), {**dd}, dd.get('a')); 
class DD2(dict):
    def __iter__(self): return iter(['q'])
    def __getitem__(self, k): return 'over'
print(dict(DD2(a=1)), {**DD2(a=1)})
it = iter({1:2, 3:4}); print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), list(it))
print(1 in {1:2}, {1.0: 'a'}[1], {True: 1}[1], {'a': 1}.__contains__('a'), {}.__len__(), dict.__contains__({1:2}, 1))
t(lambda: {}.__getitem__(1)); t(lambda: {}.__delitem__(1)); t(lambda: dict.__getitem__(1, 2)); t(lambda: {}.fromkeys([1], 2))
t(lambda: {1:2, **{3:4}}); t(lambda: {**5}); 
def f(**k): return k
t(f, **{'a': 1}); t(lambda: f(**{1: 2})); t(lambda: f(a=1, **{'a': 2})); t(lambda: f(**5))
for bad in (1, None): 
    t(lambda: dict(bad))
print(dict([[1, 2], (3, 4), 'ab']), dict(zip('ab', [1,2])), dict(a=1)|dict(b=2))
n = {float('nan'): 1}; print(len(n), list(n.values()))
print(slice(1,2,3), slice(1,2) == slice(1,2), slice(1).indices(5), slice(None,None,-1).indices(3), slice(10**30).indices(10**31), slice(1,2,3).start); t(lambda: slice(1).indices(-1)); t(slice); t(slice,1,2,3,4); t(hash, slice(1)); t(lambda: slice(1) < slice(2)); t(lambda: slice(0,5,0).indices(3))
print(list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate('ab', start=2**63-1)), list(zip([1,2],'ab')), list(zip()), list(map(str, [1,2])), list(map(lambda a,b: a+b, [1,2],[3,4])), list(filter(None, [0,1,''])), list(filter(lambda x: x>1, [1,2,3])))
t(enumerate, 5); t(enumerate, [], 'a'); t(zip, 5); t(zip, [], 5); t(map); t(map, 1); t(list, map(1, [1])); t(filter, 1); t(reversed, 5); t(reversed, {1}); t(lambda: list(zip([1], [1,2], strict=True))); t(lambda: list(zip([1,2], [1], strict=True))); t(lambda: list(zip([1,2],[1,2],[1], strict=True))); t(zip, [1], foo=1); t(iter, 5); t(iter, 5, 6); t(list, iter(lambda: 1, 1)); t(next, 5); t(next, [])
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i
    def __len__(self): return 4
print(list(Seq()), list(reversed(Seq())), 2 in Seq(), 9 in Seq(), iter(Seq()))if 0 else None
print(list(Seq()), list(reversed(Seq())), 2 in Seq(), 9 in Seq())
def cnt():
    c = [0]
    def g(): c[0] += 1; return c[0]
    return list(iter(g, 4))
print(cnt())
