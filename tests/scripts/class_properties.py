"""Properties, descriptors, slots, class and static methods."""


class Celsius:
    def __init__(self, t=0):
        self._t = t

    @property
    def t(self):
        "the temperature"
        return self._t

    @t.setter
    def t(self, value):
        if value < -273:
            raise ValueError('too cold')
        self._t = value

    @t.deleter
    def t(self):
        print('deleted')
        self._t = None

    @classmethod
    def make(cls, v):
        return cls(v)

    @staticmethod
    def scale(v):
        return v * 9 / 5 + 32


c = Celsius.make(20)
print(c.t, Celsius.scale(c.t), c.scale(0), Celsius.t.__doc__)
c.t = 30
print(c.t)
try:
    c.t = -300
except ValueError as e:
    print(e)
del c.t
print(c.t)


class RO:
    @property
    def x(self):
        return 1


try:
    RO().x = 2
except AttributeError as e:
    print(e)
try:
    del RO().x
except AttributeError as e:
    print(e)


class Slots:
    __slots__ = ('a', 'b')

    def __init__(self):
        self.a = 1


s = Slots()
print(s.a)
try:
    s.b
except AttributeError as e:
    print(e)
try:
    s.c = 3
except AttributeError as e:
    print(e)
print(hasattr(s, '__dict__'), Slots.a.__class__.__name__)


class SubSlots(Slots):
    pass


t = SubSlots()
t.c = 4
print(t.c, t.__dict__)


class Data:
    def __get__(self, obj, cls=None):
        return 'data-get' if obj is not None else self

    def __set__(self, obj, value):
        print('set', value)


class NonData:
    def __get__(self, obj, cls=None):
        return 'nondata-get'


class Owner:
    d = Data()
    n = NonData()


o = Owner()
o.d = 5
o.__dict__['d'] = 'shadow'
o.n = 'own'
print(o.d, o.n, Owner.n)


# class methods and static methods, through the same place in the code again and again
def numbers():
    number = 0
    while True:
        number += 1
        yield number


class Counted:
    numbers = numbers()

    @classmethod
    @property
    def next(cls):
        return cls.__name__, next(cls.numbers)

    @classmethod
    def name(cls, *args):
        return cls.__name__, args

    @staticmethod
    def plain(*args):
        return args


class Sub(Counted):
    pass


def use(obj):
    return obj.next, obj.name(1), obj.plain(2), obj.name.__self__.__name__


counted, sub = Counted(), Sub()
for i in range(3):
    for obj in (Counted, Counted, Sub, Sub, counted, counted, sub, sub):
        print(use(obj))
    if i == 1:
        Sub.name = classmethod(lambda cls, *args: ('changed', cls.__name__))
        Counted.plain = staticmethod(lambda *args: ('changed', args))
        sub.name = lambda *args: ('of the instance', args)
        sub.name.__self__ = Sub
