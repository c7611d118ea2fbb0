"""heapq, bisect, operator and a priority queue."""
import bisect
import heapq
import operator
import random
r = random.Random(7)
data = [r.randrange(1000) for _ in range(200)]
h = []
for v in data:
    heapq.heappush(h, v)
print(all(h[k] <= h[c] for k in range(len(h)) for c in (2 * k + 1, 2 * k + 2) if c < len(h)), [heapq.heappop(h) for _ in range(200)] == sorted(data))
h = data[:]
heapq.heapify(h)
print(h[0] == min(data), heapq.heappushpop(h, -1), heapq.heapreplace(h, 5000) == min(data), heapq.nlargest(3, data), heapq.nsmallest(3, data), heapq.nlargest(2, 'hello', key=ord), heapq.nsmallest(1, []), heapq.nlargest(300, [1, 2]), list(heapq.merge([1, 4], [2], [], [0, 9], reverse=False)), list(heapq.merge('ca', 'b', reverse=True)), list(heapq.merge(['bb'], ['a', 'ccc'], key=len)))
for bad in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappush(5, 1), lambda: heapq.heapify((2, 1)), lambda: heapq.heapify([1, 'a'])):
    try:
        bad()
    except Exception as e:
        print(isinstance(e, (TypeError, IndexError, AttributeError)))
s = [1, 3, 3, 3, 5, 8]
for x in (0, 1, 3, 4, 8, 9):
    print(x, bisect.bisect_left(s, x), bisect.bisect_right(s, x), bisect.bisect(s, x, 2), bisect.bisect_left(s, x, 1, 4), end='; ')
bisect.insort(s, 4)
bisect.insort_left(s, 3)
print(s, bisect.bisect_left(['a', 'bb', 'ccc'], 2, key=len))
out = []
for v in data[:20]:
    bisect.insort(out, v)
print(out == sorted(data[:20]), [('FEDCBA'[bisect.bisect((30, 44, 66, 75, 85), g)]) for g in (33, 99, 77, 70, 89, 12)])
for name in ('lt', 'le', 'eq', 'ne', 'gt', 'ge', 'add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'and_', 'or_', 'xor', 'lshift', 'rshift'):
    print(name, getattr(operator, name)(7, 2), end=' ')
print()
print(operator.itemgetter(1)('abc'), operator.itemgetter(0, -1)([1, 2, 3]), operator.itemgetter('k')({'k': 'v'}), operator.itemgetter(slice(1, 3))('abcd'), operator.attrgetter('real', 'imag')(3), operator.attrgetter('__class__.__name__')(5), operator.methodcaller('split', ',', maxsplit=1)('a,b,c'), operator.countOf([1, 2, 1], 1), operator.indexOf('abc', 'c'), operator.getitem([1, 2], 1), operator.inv(5), operator.pos(-3), operator.abs(-2), operator.is_not(1, 2), operator.length_hint([1, 2]), operator.call(max, 1, 2))
l = [1, 2, 3]
operator.setitem(l, 0, 'x')
operator.delitem(l, 1)
print(l, sorted([{'n': 2}, {'n': 1}], key=operator.itemgetter('n')), operator.iconcat(l, [9]), operator.imul(l, 2), repr(operator.itemgetter(1, 2)), repr(operator.attrgetter('a.b')), repr(operator.methodcaller('m', 1, k=2)))
for bad in (lambda: operator.attrgetter(5), lambda: operator.itemgetter(5)('a'), lambda: operator.attrgetter('zz')(1), lambda: operator.indexOf([], 1), lambda: operator.index(1.5), lambda: operator.length_hint(1, 'x')):
    try:
        bad()
    except Exception as e:
        print(isinstance(e, (TypeError, AttributeError, IndexError, ValueError)))


class PQ:
    def __init__(self):
        self.h, self.n, self.where = [], 0, {}

    def add(self, task, priority):
        if task in self.where:
            self.where[task][-1] = None
        self.n += 1
        e = self.where[task] = [priority, self.n, task]
        heapq.heappush(self.h, e)

    def pop(self):
        while self.h:
            p, _, task = heapq.heappop(self.h)
            if task is not None:
                del self.where[task]
                return task, p


pq = PQ()
for t, p in (('write', 5), ('test', 2), ('ship', 9), ('write', 1), ('nap', 2)):
    pq.add(t, p)
print([pq.pop() for _ in range(5)])
