"""__slots__: inheritance, __dict__ and __weakref__, defaults, layout conflicts, pickling, name mangling."""
import copy
import weakref


class P:
    __slots__ = ('x', 'y', '__private')

    def __init__(self, x):
        self.x = x
        self.__private = 'p'


class Q(P):
    __slots__ = 'z'


class R(P):
    pass


class W:
    __slots__ = ('__weakref__', '__dict__', 'a')


class D:
    __slots__ = {'doc': 'documented', 'b': None}


p, q, r, w = P(1), Q(2), R(3), W()
q.z, q.y = 26, 25
r.anything = 5
w.a, w.other = 1, 2
print(p.x, q.x, q.z, q.y, r.__dict__, w.__dict__, w.a, P.__slots__, Q.__slots__, hasattr(P, '__dict__'), '__dict__' in dir(p), p._P__private, type(P.x).__name__, D.doc.__doc__, P.x.__name__, P.x.__objclass__.__name__, weakref.ref(w)() is w, P.x.__get__(p), repr(P.x))
for bad in ('p.q', 'p.q = 1', 'p.y', 'del p.y', 'p.__dict__', 'weakref.ref(p)', 'del p.x; p.x', 'q.w = 1', 'P.x.__get__(5)', 'P.x.__set__(5, 1)', 'vars(p)', 'p.x', 'class X(P, Q2): pass', 'class X(P, W2): pass', 'class X: __slots__ = ["1a"]', 'class X: __slots__ = [5]', 'class X(int): __slots__ = "a"', 'class X(tuple): __slots__ = ["a"]', 'class X(W): __slots__ = "__dict__"', 'class X: __slots__ = ("a", "a")\nX().a = 1', 'class X(bytes): __slots__ = ()\nX().z = 1', 'p.__class__ = Q', 'p.__class__ = Same; p.same()'):
    class Q2:
        __slots__ = 'q2'

    class W2:
        __slots__ = 'w2'

    class Same:
        __slots__ = ('x', 'y', '_P__private')

        def same(self):
            print('same layout')
    try:
        exec(bad)
        print(bad, 'fine')
    except Exception as e:
        print(bad, '->', type(e).__name__, e)


class Point:
    __slots__ = ['x', 'y']

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, o):
        return (self.x, self.y) == (o.x, o.y)


a = Point(1, [2])
b, c = copy.copy(a), copy.deepcopy(a)
print(b == a, c == a, b.y is a.y, c.y is a.y, a.__reduce_ex__(2)[2], object.__getstate__(a))


class Empty(Point):
    __slots__ = ()


class Mixed(Point):
    __slots__ = ('z',)

    def __init__(self):
        super().__init__(1, 2)


m = Mixed()
m.z = 3
print(copy.copy(m).z, Empty(1, 2) == Point(1, 2), Mixed.__basicsize__ >= Point.__basicsize__, [s for k in Mixed.__mro__ for s in getattr(k, '__slots__', ())])


class Cls:
    __slots__ = ('v',)
    other = 'class attribute'


o = Cls()
try:
    o.other = 1
except AttributeError as e:
    print(e)
try:
    o.brand_new = 1
except AttributeError as e:
    print(e)


# the same places in the code, again and again: what they remember must hold
class Pair:
    __slots__ = ('left', 'right')


class Named(Pair):
    __slots__ = ()
    left = 'of the class'


class Other:
    right = Pair.right              # does not apply to instances of Other


def read(obj):
    try:
        return obj.left, obj.right
    except (AttributeError, TypeError) as e:
        return '%s: %s' % (type(e).__name__, e)


def write(obj, value):
    try:
        obj.right = value
        obj.left = -value
    except (AttributeError, TypeError) as e:
        return '%s: %s' % (type(e).__name__, e)


pair, named, foreign = Pair(), Named(), Other()
for i in range(3):
    for obj in (pair, named, foreign, pair, pair):
        print(i, read(obj), write(obj, i), read(obj))
    del pair.left
    print(read(pair), read(pair))
kept = Pair.left
Pair.left = property(lambda self: 'property', lambda self, value: print('set', value))
print(write(pair, 5), read(pair), write(pair, 6), read(pair))
Pair.left = kept
print(read(pair), write(pair, 7), read(pair), read(pair))
