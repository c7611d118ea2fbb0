"""Operator methods, reflected and in-place forms."""


class V:
    def __init__(self, *c):
        self.c = c

    def __repr__(self):
        return 'V%r' % (self.c,)

    def __add__(self, o):
        if not isinstance(o, V):
            return NotImplemented
        return V(*[a + b for a, b in zip(self.c, o.c)])

    def __mul__(self, k):
        return V(*[a * k for a in self.c])

    __rmul__ = __mul__

    def __matmul__(self, o):
        return sum(a * b for a, b in zip(self.c, o.c))

    def __neg__(self):
        return V(*[-a for a in self.c])

    def __eq__(self, o):
        return isinstance(o, V) and self.c == o.c

    def __hash__(self):
        return hash(self.c)

    def __lt__(self, o):
        return self.c < o.c

    def __getitem__(self, i):
        return self.c[i]

    def __len__(self):
        return len(self.c)

    def __bool__(self):
        return any(self.c)

    def __contains__(self, x):
        return x in self.c

    def __call__(self, f):
        return V(*map(f, self.c))

    def __iadd__(self, o):
        self.c = tuple(a + 1 for a in self.c)
        return self

    def __abs__(self):
        return sum(a * a for a in self.c) ** 0.5

    def __index__(self):
        return self.c[0]

    def __divmod__(self, o):
        return ('divmod', o)

    def __rsub__(self, o):
        return ('rsub', o)

    def __pow__(self, e, m=None):
        return ('pow', e, m)

    def __round__(self, n=None):
        return ('round', n)

    def __format__(self, spec):
        return 'fmt(%s)' % spec


a, b = V(1, 2), V(3, 4)
print(a + b, a * 2, 3 * b, a @ b, -a, a == V(1, 2), a != b, a < b, a > b)
print(a[1], len(a), bool(V(0, 0)), 2 in a, a(lambda x: x * 10), abs(V(3, 4)))
a += b
print(a, [10, 20, 30][V(1)], divmod(a, 2), 5 - a, pow(a, 2, 3), a ** 4, round(a), round(a, 1), f'{a:xyz}')
print(list(V(7, 8)), {V(1): 'k'}[V(1)], max(V(1), V(2)), sorted([V(2), V(1)]))
for expression in ('a + 1', '1 + a', 'a - 1', 'a / 2', 'a <= b', '~a', 'a.x', 'int(a)'):
    try:
        print(eval(expression))
    except (TypeError, AttributeError) as e:
        print(expression, type(e).__name__, e)


class Base:
    def __add__(self, o):
        return 'Base.add'

    def __radd__(self, o):
        return 'Base.radd'


class Derived(Base):
    def __radd__(self, o):
        return 'Derived.radd'


print(Base() + Derived(), Derived() + Base(), 1 + Base(), Base() + Base())
