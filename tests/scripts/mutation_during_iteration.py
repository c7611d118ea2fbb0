"""Changing a container while it is iterated: dict, set, list, deque, OrderedDict, defaultdict, Counter."""
from collections import OrderedDict, defaultdict, deque, Counter, ChainMap


def attempt(label, iterable, change, limit=10):
    seen = []
    try:
        for x in iterable:
            seen.append(x)
            change(x)
            if len(seen) >= limit:
                break
    except RuntimeError as e:
        print(label, seen, 'RuntimeError:', e)
    else:
        print(label, seen)


d = {1: 'a', 2: 'b'}
attempt('dict grow', d, lambda k: d.__setitem__(k + 10, 0))
d = {1: 'a', 2: 'b'}
attempt('dict shrink', d, lambda k: d.pop(k))
d = {1: 'a', 2: 'b'}
attempt('dict replace', d.items(), lambda k: d.__setitem__(k[0], 'new'))
d = {1: 'a', 2: 'b'}
attempt('dict copy', list(d), lambda k: d.pop(k))
d = {1: 'a', 2: 'b', 3: 'c'}
it = iter(d)
next(it)
del d[1]
d[9] = 'same size'
try:
    print(next(it), list(it))
except RuntimeError as e:
    print('same size', e)
s = {1}
attempt('set grow', s, lambda k: s.add(k + 1))
s = {1, 2}
attempt('set shrink', s, lambda k: s.clear())
l = [1, 2, 3]
attempt('list grow', l, lambda k: l.append(k))
l = [1, 2, 3, 4]
attempt('list shrink', l, lambda k: l.remove(k))
l = [1, 2, 3]
attempt('list insert', l, lambda k: l.insert(0, 'x'), 4)
l = [1, 2, 3]
attempt('reversed list', reversed(l), lambda k: l.pop())
q = deque([1, 2])
attempt('deque grow', q, lambda k: q.append(k))
q = deque([1, 2])
attempt('deque rotate', q, lambda k: q.rotate(1))
o = OrderedDict(a=1, b=2)
attempt('ordered', list(o), lambda k: o.__setitem__(k + '!', 1))
dd = defaultdict(list, {'a': 1})
attempt('default', dd, lambda k: dd[k + 'x'])
c = Counter('ab')
attempt('counter', c, lambda k: c.update([k * 2]))
b = bytearray(b'ab')
attempt('bytearray', b, lambda k: b.append(k))
cm = ChainMap({'a': 1}, {'b': 2})
attempt('chainmap', sorted(cm), lambda k: cm.__setitem__(k, 0))
print(cm.maps)
e = enumerate(l2 := [1, 2])
attempt('enumerate', e, lambda k: l2.append(0) if len(l2) < 4 else None)
attempt('zip', zip(l2, l2), lambda k: l2.clear())
m = map(lambda v: v * 2, l3 := [1, 2])
attempt('map', m, lambda k: l3.append(k) if len(l3) < 4 else None)
d = {}


class Evil:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        d.clear()
        return False


d[Evil()] = 1
d[Evil()] = 2
print(len(d))
l = [1, 2, 3]


class Clears:
    def __eq__(self, other):
        l.clear()
        return False


print(l.index, Clears() in l, l) if False else print(Clears() in l, l)
l = [Clears(), 2, 3]
try:
    l.remove(5)
except ValueError as e:
    print(e, l)
l = list(range(5))
print([l.pop() for _ in l], l)
d = dict.fromkeys(range(5))
print([d.pop(k) for k in list(d)], d)
