"""Lists and tuples: slices, methods, comparisons, and the messages of their errors."""
def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: print(type(e).__name__, e)
    else: print(repr(r))
L = [1,2,3,4,5]
for s in [slice(None), slice(1,3), slice(None,None,-1), slice(-2,None), slice(4,1,-2), slice(10,20), slice(0,5,2), slice(None,None,0), slice('a')]:
    t(lambda: L[s]); t(lambda: tuple(L)[s])
def setit(l, k, v):
    l = list(l); l[k] = v; return l
def delit(l, k):
    l = list(l); del l[k]; return l
for k, v in [(0, 9), (-1, 9), (5, 9), ('a', 1), (slice(1,3), [7,8,9]), (slice(1,3), []), (slice(None,None,2), [1,2,3]), (slice(None,None,2), [1]), (slice(3,1), 'xy'), (slice(None,None,-1), range(5)), (slice(0,2), 5), (slice(0,5,2), 5), (1.5, 2), (slice(1,2), (i for i in 'abc'))]:
    t(setit, L, k, v)
for k in [0, -1, 7, 'a', slice(1,3), slice(None,None,2), slice(None,None,-2), slice(4,0,-3), slice(2,2), slice(None), None]:
    t(delit, L, k)
t(lambda: L + [1]); t(lambda: L + (1,)); t(lambda: (1,) + [1]); t(lambda: L * 2); t(lambda: 2 * L); t(lambda: L * 'a'); t(lambda: 'a' * L); t(lambda: L * -1); t(lambda: L * 1.0); t(lambda: () * 3); t(lambda: [None] * (10**30))
l = [3,1,2]
t(l.append); t(l.append, 1, 2); t(l.insert, 0, 'x'); t(l.insert, 100, 'y'); t(l.insert, -1, 'z'); t(l.insert, 'a', 1); t(l.insert, 1); print(l)
t(l.pop); t(l.pop, 0); t(l.pop, -1); t(l.pop, 10); t(l.pop, 'a'); t([].pop); print(l)
t(l.remove, 1); t(l.remove, 99); t(l.index, 2); t(l.index, 99); t(l.index, 2, 5); t(l.index); t(l.count, 2); t(l.extend, 5); t(l.extend, 'ab'); print(l)
t(l.reverse); print(l); t(l.copy); t(l.clear); print(l)
t([3,1,2].sort); l=[3,1,2]; l.sort(reverse=True); print(l); l.sort(key=lambda x: -x); print(l); t(l.sort, 1); t(l.sort, key=1); t(l.sort, foo=1)
t([1,'a'].sort); t(lambda: sorted([1, None])); t(lambda: sorted([3.5, 1, 2])); t(lambda: sorted('hello')); t(lambda: sorted([(2,'b'),(1,'a'),(2,'a')])); t(lambda: sorted([1,2,3], key=lambda x: x % 2)); t(lambda: sorted(['b','A','c'], key=str.lower, reverse=True))
def mod():
    l = [3,2,1]
    def k(x): l.append(x); return x
    l.sort(key=k)
t(mod)
t(lambda: [1,2] < [1,3]); t(lambda: [1,2] < [1]); t(lambda: [1] <= [1]); t(lambda: [] > [1]); t(lambda: [1] < (1,)); t(lambda: [1] == (1,)); t(lambda: (1,2) > (1,)); t(lambda: [1, 'a'] < [1, 2])
t(list, 5); t(list, [1], [2]); t(list, x=1); t(tuple, 5); t(tuple, 'abc'); t(lambda: tuple([1,2]).index(2)); t(lambda: (1,).index(5)); t(lambda: (1,2,1).count(1)); t(lambda: (1,2)['a']); t(lambda: (1,2)[5]); t(lambda: [][0]); t(lambda: [1]['a'])
t(hash, (1,2)); t(hash, ()); t(hash, [1]); t(hash, ('a' < 'b', 1.5, (2,3))); t(hash, ([],)); t(hash, {}); t(hash, (1,(2,(3,4)),-1))
a = [1]; a.append(a); print(a); t2 = ([],); t2[0].append(t2); print(t2)
it = iter([1,2,3]); print(next(it), it.__length_hint__(), list(it), list(it)); t(next, it); t(next, it, 'def')
print(list(reversed([1,2,3])), reversed([1]).__length_hint__())
def setbool():
    class X(list):
        def __len__(self): return 0
    x = X([1]); print(bool(x), len(x), x == [1])
setbool()
print([].__add__([1]), [].__add__(1) if 0 else '', (1).__add__('a'), [1].__eq__(1), [].__iadd__([2]), [1].__mul__(2), [1].__rmul__(2))
print([1,2,3].__iter__, list.append, list.__len__, [].append) if 0 else None
print([x for x in dir(list) if not x.startswith('__')], [x for x in dir(tuple) if not x.startswith('__')], [x for x in dir(dict) if not x.startswith('__')])
class Hinted:
    def __init__(self, n): self.n = n
    def __iter__(self): return iter([1])
    def __length_hint__(self): return self.n
for many in (range(2**62), Hinted(2**61), Hinted(2**59), Hinted(3)):
    for f in (list, tuple, sorted, lambda x: [*x], lambda x: (*x, 1), lambda x: [].extend(x), lambda x: max(*x)) + ((bytes, bytearray) if type(many) is Hinted else ()):
        t(f, many)
t(list, range(-2**62, 2**62))
