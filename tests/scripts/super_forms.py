"""super(): zero, one and two arguments, in class and static methods, cooperative calls, closures over __class__, errors."""


class A:
    name = 'A'

    def f(self, *a):
        return ['A', *a]

    @classmethod
    def c(cls):
        return 'A.c', cls.__name__

    @staticmethod
    def s():
        return 'A.s'

    @property
    def p(self):
        return 'A.p'

    def __getitem__(self, i):
        return 'A item %s' % i

    def __init_subclass__(cls, **kw):
        cls.subclassed = kw


class B(A):
    def f(self, *a):
        return ['B'] + super().f(*a)

    @classmethod
    def c(cls):
        return ('B.c',) + super().c()

    @staticmethod
    def s():
        return 'B.s ' + super(B, B).s()

    @property
    def p(self):
        return 'B.p ' + super().p

    def __getitem__(self, i):
        return super().__getitem__(i) + '!'

    def inner(self):
        def g():
            return super(B, self).f('inner')
        return g(), [super(B, self).f(i) for i in range(2)], (lambda: super(B, self).name)()

    def klass(self):
        return __class__.__name__, (lambda: __class__)().__name__


class C(A):
    def f(self, *a):
        return ['C'] + super().f(*a)


class D(B, C, option=5):
    def f(self, *a):
        return ['D'] + super().f(*a)

    name = 'D'


d = D()
print(d.f(1), d.c(), D.c(), d.s(), d.p, d[3], d.inner(), d.klass(), D.subclassed, super(D, d).name, super(B, d).f(), super(C, D).c(), B.f(d, 2))
s = super(B, d)
print(repr(s).replace(hex(id(d)), ''), s.__thisclass__.__name__, s.__self_class__.__name__, s.__self__ is d, super(B).__get__(d).f(), type(super(B)).__name__, [k.__name__ for k in D.mro()])


class Base:
    def __init__(self, **kw):
        assert not kw, kw
        self.log = ['Base']


class L(Base):
    def __init__(self, l, **kw):
        super().__init__(**kw)
        self.log.append('L%s' % l)


class R(Base):
    def __init__(self, r=0, **kw):
        super().__init__(**kw)
        self.log.append('R%s' % r)


class LR(L, R):
    pass


print(LR(l=1, r=2).log)


class Sneaky:
    def plain():
        return super()

    def renamed(this):
        return super().__repr__()[:9]

    def deleted(self):
        del self
        return super()

    def star(*args):
        return super().__init__()

    def shadow(self):
        super = lambda: 'my super'
        return super()

    gen = lambda self: [x for x in [super]][0](Sneaky, self).__class__.__name__


for call in ('Sneaky.plain()', 'Sneaky().renamed()', 'Sneaky().deleted()', 'Sneaky().star()', 'Sneaky().shadow()', 'Sneaky().gen()', 'Sneaky.renamed(5)', 'super()', 'super(5)', 'super(A, 5)', 'super(A, int)', 'super(A, d).nope', 'super(B).f', '(lambda: super())()', 'super(1, 2, 3)', 'super(B, d)[1]', 'len(super(B, d))', 'super(type, type).mro', 'super(B, d).__init__(5)', 'B.f(5)'):
    try:
        print(call, eval(call))
    except Exception as e:
        print(call, '->', type(e).__name__, str(e).split(' at 0x')[0])


def late(self):
    return __class__


try:
    late(1)
except NameError as e:
    print(e)


class Meta(type):
    def __new__(m, n, b, ns):
        print('cell' in str(ns.get('__classcell__')))
        return super().__new__(m, n, b, ns)


class UsesCell(metaclass=Meta):
    def m(self):
        return __class__


print(UsesCell().m() is UsesCell, A.f.__closure__, B.f.__closure__[0].cell_contents is B, B.f.__code__.co_freevars)
