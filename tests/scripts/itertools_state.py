"""__reduce__ and __setstate__ of the iterators of itertools."""
from itertools import *
from itertools import _tee, _tee_dataobject, _grouper
import copy
def rt(it):
    r = it.__reduce__()
    o = r[0](*r[1])
    if len(r) > 2 and r[2] is not None: o.__setstate__(r[2])
    return o
def show(mk, n=2, k=4):
    for i in range(n+1):
        it = mk()
        for _ in range(i): next(it, None)
        r = it.__reduce__()
        it2 = rt(it)
        print(type(it2).__name__, i, list(islice(it2, k)))
show(lambda: accumulate(range(5)))
show(lambda: accumulate(range(5), initial=7))
show(lambda: accumulate([None, 1], lambda a, b: None))
show(lambda: chain('abc', 'de'), 5)
show(lambda: combinations('abcd', 2), 6)
show(lambda: combinations_with_replacement('abc', 2), 6)
show(lambda: permutations('abc', 2), 6)
show(lambda: product('ab', 'cd'), 4)
show(lambda: compress('abc', [1, 0, 1]))
show(lambda: cycle('abc'), 5, 7)
show(lambda: dropwhile(lambda x: x < 3, range(6)))
show(lambda: takewhile(lambda x: x < 3, range(6)), 5)
show(lambda: filterfalse(None, [0, 1, 0]))
show(lambda: islice(range(100), 3, 20, 4), 3)
show(lambda: islice(range(3), 2), 3)
show(lambda: starmap(pow, [(1, 2), (3, 4)]))
show(lambda: zip_longest('ab', 'cde', fillvalue='x'), 3)
show(lambda: count(10.25)); show(lambda: count(5)); show(lambda: count(5, 2))
print(count(10.25), count(1.5, 2), count(True, True), count(5))
g = groupby('aab')
k, gg = next(g); next(gg)
print(g.__reduce__()[1][1], rt(gg).__class__.__name__)
a, b = tee('abcdef')
next(a)
print(list(rt(a)), a.__reduce__()[2][1])
a, b = tee(range(200)); 
for i in range(100): next(a)
print(sum(copy.copy(a)), sum(b), sum(a))
for f in [lambda: zip_longest([1], x=2), lambda: chain().__setstate__(0), lambda: chain().__setstate__(([],)), lambda: cycle('').__setstate__(()), lambda: cycle('').__setstate__([[], 0])]:
    try: f()
    except Exception as e: print(type(e).__name__, e)
class I:
    first = True
    def __iter__(self): return self
    def __next__(self):
        f, self.first = self.first, False
        if f: return next(b)
a, b = tee(I())
try: next(a)
except RuntimeError as e: print(e)
class I:
    count = 0
    def __iter__(self): return self
    def __next__(self):
        if self.count >= 1: self.count += 1; raise StopIteration
        self.count += 1
        return next(it)
it = pairwise(I())
print(list(it))
