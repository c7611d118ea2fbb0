"""Tuples: construction, comparison, hashing, methods, subclass, named tuples and struct sequences, errors."""
import time
from collections import namedtuple
t = 1, 'a', (2.5, None), [3]
print(t, t[0], t[-1], t[1:3], t[::-1], t + (4,), t * 2, len(t), 'a' in t, t.index('a'), t.count(1), (), (1,), ((),), tuple('ab'), tuple(i for i in range(3)), tuple(), t.__add__((5,)), repr((1,)), str(()))
t[3].append(4)
print(t, () == tuple(), () is (), t[:] is t, tuple(t) is t, (1, 2) < (1, 2, 3), (1, 2) < (1, 3), ('b',) > ('a', 'z'), (1, 'a') == (1.0, 'a'), (1, 2) != [1, 2], (0, 'x') < (1, 2), max((1, 2), (1, 1, 9)), sorted([(2,), (1, 5), (1,)]))
print(hash((1, 2)) == hash((1, 2)), hash(()), hash((1,)), hash((1, 2, 3)), hash((0.5, True)), hash((1, (2, (3,)))), {(1, 2): 'k'}[1, 2], {(): 'e'}[()])
a, *b, c = t
x = yield_ = *range(3), *'ab'
print(a, b, c, x, [*t, *()], (lambda *p: p)(*t[:2]))
for bad in ("hash(([],))", "(1,)[1]", "(1,)['a']", "(1,) + [1]", "(1,) < 5", "(1,) < ('a',)", "(1,).index(2)", "(1, 2)(3)", "tuple(5)", "tuple(1, 2)", "(1,).nope", "(1,) * 'a'", "(1,).__setitem__(0, 1)", "().append(1)", "[1, 2][(1,)]", "(1,) * (1 << 62)", "tuple(x=1)", "(1, 2).index(1, 5)", "(1,).count()"):
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, '->', type(e).__name__, e)
try:
    t[0] = 5
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
P = namedtuple('P', 'x y z', defaults=[10])
p = P(1, y=2)
print(p, p.x, p[1], p._fields, p._asdict(), p._replace(x=5), P._make([7, 8, 9]), p == (1, 2, 10), p + (1,), P.__doc__, P._field_defaults, hash(p) == hash((1, 2, 10)), isinstance(p, tuple), P.x.__doc__, p.__getnewargs__(), len(p), [*p], P.__match_args__)
for bad in ('P()', 'P(1, 2, 3, 4)', 'P(1, 2, w=3)', 'p._replace(q=1)', 'namedtuple("N", "a a")', 'namedtuple("N", "class")', 'namedtuple("N", "_a")', 'namedtuple("1N", "a")', 'P._make([1])', 'setattr(p, "x", 3)'):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, '->', type(e).__name__, e)
print(namedtuple('R', 'a def a _b', rename=True)._fields, namedtuple('E', '')())


class T(tuple):
    def __new__(cls, *a):
        return super().__new__(cls, a)

    def __repr__(self):
        return 'T' + super().__repr__()


u = T(1, 2)
u.attr = 'attributes'
print(u, u[:1], type(u + ()).__name__, u == (1, 2), u.attr, {u: 1}[1, 2], tuple(u).__class__.__name__)
s = time.struct_time((2020, 1, 2, 3, 4, 5, 3, 2, 0))
print(s, s.tm_year, s[1], s[:3], len(s), s == (2020, 1, 2, 3, 4, 5, 3, 2, 0), s.n_fields, isinstance(s, tuple))
