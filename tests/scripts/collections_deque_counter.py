"""collections: deque, Counter, OrderedDict, defaultdict, ChainMap, UserDict."""
from collections import deque, Counter, OrderedDict, defaultdict, ChainMap, UserDict, UserList, UserString
d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, d.maxlen, d.pop(), d.popleft(), len(d), d[0], d[-1], 3 in d, d.index(3), d.count(2))
d.rotate(1)
d.extend('ab')
d.extendleft('xy')
d.reverse()
print(d, list(reversed(d)), d.copy() == d, d + deque([9]), deque('ab') * 2, deque([1]) < deque([2]), bool(deque()), deque(maxlen=0))
d.insert(1, 'i') if len(d) < 4 else d.remove(d[0])
d[0] = 'set'
del d[-1]
print(d)
for bad in ('deque().pop()', 'deque().popleft()', 'deque([1])[5]', 'deque([1]).remove(2)', 'deque([1]).index(2)', 'deque(maxlen=-1)', 'deque([1, 2], 2).insert(0, 5)', 'deque(5)', 'hash(deque())', 'deque([1])["a"]', 'deque([1])[0:1]', 'deque() + []', 'deque([1]).rotate("a")'):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
c = Counter('abracadabra')
print(c, c.most_common(2), c['z'], sorted(c.elements()), c.total(), c + Counter(a=1), c - Counter(a=10, b=1), c & Counter(a=2, z=1), c | Counter(z=3), +Counter(a=-1, b=1), -Counter(a=-1), c == Counter('aaaaabbrrcd'), Counter(a=1) <= Counter(a=2), Counter({'x': 0}) == Counter())
c.subtract('aaa')
c.update({'q': 5})
del c['missing']
print(c, dict(c), Counter([1, 1.0, True]), c.copy() == c, Counter(None), repr(Counter()))
o = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
o.move_to_end('a')
o.move_to_end('c', last=False)
print(o, o.popitem(), o.popitem(last=False), o == {'b': 2}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) | {'z': 2}, list(reversed(OrderedDict(x=1, y=2))))
try:
    o.move_to_end('nope')
except KeyError as e:
    print(repr(e))
dd = defaultdict(list)
dd['a'].append(1)
dd['b']
print(dd, dd.get('zz'), 'zz' in dd, dd.default_factory, defaultdict(int, x=1), dd.copy(), dict(dd), dd | {'q': 1})
try:
    defaultdict(None)['x']
except KeyError as e:
    print(repr(e))
try:
    defaultdict(5)
except TypeError as e:
    print(e)
cm = ChainMap({'a': 1}, {'a': 2, 'b': 3})
cm['new'] = 5
print(cm['a'], cm['b'], sorted(cm), len(cm), cm.maps, cm.new_child({'a': 0})['a'], cm.parents['a'], dict(cm), cm.get('zz', 'no'))
try:
    del cm['b']
except KeyError as e:
    print(e)


class Up(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)


u = Up(a=1)
u.update(b=2)
print(u, 'A' in u, u.data, UserList([1, 2]) + [3], UserString('abc').upper(), UserList([3, 1])[::-1], Up({'x': 1}) | {'y': 2})
# iterators of a deque can be copied
import copy
queue = deque([1, 2, 3])
forward, backward = iter(queue), reversed(queue)
next(forward), next(backward)
print(forward.__reduce__(), backward.__reduce__(), list(copy.copy(forward)), list(copy.copy(backward)), list(forward), list(backward))
for index in (-1, 1, 7):
    print(list(type(forward)(queue, index)), list(type(backward)(queue, index)))
try:
    type(forward)([])
except TypeError as e:
    print(e)
