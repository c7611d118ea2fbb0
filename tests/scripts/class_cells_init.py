"""Class creation hooks: __init_subclass__, __set_name__, __class_getitem__, class-body execution, annotations, docstrings."""


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, **kwds):
        super().__init_subclass__(**kwds)
        Plugin.registry[name or cls.__name__] = cls


class One(Plugin):
    pass


class Two(Plugin, name='second'):
    pass


print(sorted(Plugin.registry))
try:
    class Three(Plugin, wrong=1):
        pass
except TypeError as e:
    print(e)


class Field:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.owner, self.name = owner.__name__, name


class Model:
    a = Field(int)
    b = c = Field(str)
    listed = [Field(float)]

    class Inner:
        d = Field(int)


print(Model.a.owner, Model.a.name, Model.b.name, hasattr(Model.listed[0], 'name'), Model.Inner.d.owner)


class BadName:
    def __set_name__(self, owner, name):
        raise ValueError('refused')


try:
    class Broken:
        x = BadName()
except Exception as e:
    print(type(e).__name__, e, repr(e.__cause__), getattr(e, '__notes__', None))


class Generic:
    def __class_getitem__(cls, item):
        return cls.__name__, item


class GenericSub(Generic):
    pass


print(Generic[int], GenericSub[1, 2:3], Generic['x'])
try:
    Plugin[int]
except TypeError as e:
    print(e)
try:
    Generic()[1]
except TypeError as e:
    print(e)


class Body:
    """the docstring"""
    print('running body of', __qualname__, __module__)
    for i in range(3):
        locals()['gen%d' % i] = i
    x: int = 1
    y: 'later'
    z: list[int]
    if x:
        def cond(self):
            return 'conditional method'
    try:
        1 / 0
    except ZeroDivisionError as err:
        caught = str(err)
    del i
    import math as m
    from os.path import join
    (lambda: None)()
    w = [v for v in range(x + 1)]

    class Nested:
        deep = 1

    async def co(self):
        pass

    def gen(self):
        yield


print(Body.__doc__, Body.gen0, Body.gen2, Body.__annotations__, Body().cond(), Body.caught, hasattr(Body, 'err'), hasattr(Body, 'i'), Body.m.pi > 3, Body.join('a', 'b'), Body.w, Body.Nested.__qualname__, [k for k in vars(Body) if not k.startswith('__')])


def make(base, value):
    class Made(base):
        v = value

        def get(self):
            return value, __class__ is Made
    return Made


X, Y = make(object, 1), make(Plugin, 2)
print(X().get(), Y().get(), X is not Y, X.__qualname__, 'Made' in Plugin.registry)
X.__name__ = 'Renamed'
X.__qualname__ = 'New.Qual'
X.__doc__ = 'new doc'
X.extra = property(lambda self: self.v)
print(X.__name__, repr(X), X().extra, X.__doc__, X.__module__, X.__dict__['v'], 'v' in X.__dict__, type(X.__dict__).__name__)


class P1:
    def who(self):
        return 'P1'


class P2:
    def who(self):
        return 'P2'


class Child(P1):
    pass


c = Child()
print(c.who(), end=' ')
Child.__bases__ = (P2,)
print(c.who(), Child.__base__.__name__, P1.__subclasses__(), [k.__name__ for k in P2.__subclasses__()], Child.__mro__[1].__name__)
c.__class__ = P1
print(c.who(), type(c).__name__)
