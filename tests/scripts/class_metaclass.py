"""Metaclasses, __prepare__, __init_subclass__, __set_name__, __class_getitem__."""


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kwds):
        print('prepare', name, kwds)
        return {}

    def __new__(mcls, name, bases, namespace, **kwds):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.order = [k for k in namespace if not k.startswith('__')]
        return cls

    def __init__(cls, name, bases, namespace, **kwds):
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwds):
        print('making', cls.__name__, args)
        return super().__call__(*args, **kwds)

    def __len__(cls):
        return 42

    def __contains__(cls, item):
        return item == 'yes'


class Base(metaclass=Meta, option=3):
    b = 1
    a = 2

    def __init__(self, v):
        self.v = v


print(Base.order, len(Base), 'yes' in Base, 'no' in Base, type(Base).__name__)
print(Base(7).v)


class Registry:
    known = []

    def __init_subclass__(cls, /, tag=None, **kwds):
        super().__init_subclass__(**kwds)
        cls.known.append((cls.__name__, tag))


class One(Registry, tag='first'):
    pass


class Two(One):
    pass


print(Registry.known)


class Field:
    def __set_name__(self, owner, name):
        self.name = owner.__name__ + '.' + name

    def __get__(self, instance, owner):
        return self.name if instance is None else (self.name, instance.n)


class Record:
    f = Field()
    g = Field()
    n = 9


print(Record.f, Record().g)


class Gen:
    def __class_getitem__(cls, item):
        return (cls.__name__, item)


print(Gen[int], Gen[1, 2])
X = type('X', (Record,), {'n': 10, '__doc__': 'made'})
print(X.__doc__, X().f, X.__name__, X.__qualname__, X.__module__)
try:
    class Bad(Base, Registry, metaclass=type):
        pass
except TypeError as e:
    print('TypeError', e)


class M2(type):
    pass


try:
    class Conflict(Base, metaclass=M2):
        pass
except TypeError as e:
    print('TypeError', e)
