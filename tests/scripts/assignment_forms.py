"""Every form of assignment: targets, chains, annotations, augmented, starred, deletion."""
a = b = c = [1]
c.append(2)
print(a, b is c)
x, (y, [z, *w]), *rest = 1, (2, 'abc'), 4, 5
print(x, y, z, w, rest)
(p) = 1
[q] = (2,)
(r,) = [3]
[] = ()
print(p, q, r)


class Log:
    def __init__(self, name):
        object.__setattr__(self, 'name', name)

    def __setattr__(self, k, v):
        print('set', self.name, k, v)

    def __setitem__(self, k, v):
        print('item', self.name, k, v)

    def __getitem__(self, k):
        print('get', self.name, k)
        return 10

    def __delitem__(self, k):
        print('del item', k)

    def __delattr__(self, k):
        print('del attr', k)


def log(name, value):
    print('eval', name)
    return value


o = Log('o')
log('obj', o).attr, log('obj2', o)[log('key', 5)] = log('value', (1, 2))
o[1] += 5
o[1:2, ::3, ...] = 'slices'
del o.x, (o[1], [o[2]])
n: int = 5
m: 'undefined name' + 1 if False else 'str'
print(__annotations__['n'], 'm' in __annotations__ or __annotations__)
for i, (j, *k) in [(1, 'ab'), (2, 'c')]:
    print(i, j, k)
for o.loop in [1, 2]:
    pass
with open('/dev/null') as f, open('/dev/null') as g:
    print(f.closed, g.closed)
lst = [0, 1, 2, 3]
lst[0], lst[lst[0]] = 3, 'moved'
print(lst)
i = 0
i, lst[i] = 2, 'order'
print(i, lst)
t = (1, [2])
try:
    t[1] += [3]
except TypeError as e:
    print(e, t)
for op in ('+=', '-=', '*=', '/=', '//=', '%=', '**=', '>>=', '<<=', '&=', '|=', '^='):
    v = 13
    exec('v %s 3' % op)
    print(op, v, end='; ')
print()
for bad in ('a, b = 1', 'a, b = 1, 2, 3', 'a, *b, c = [1]', 'a, b = {}', '[a] = "xy"', '*a, = 5', 'del nothing', 'del lst[99]', 'del lst.x', 'x.y = 1'):
    try:
        exec(bad)
    except Exception as e:
        print(bad, '->', type(e).__name__, e)
