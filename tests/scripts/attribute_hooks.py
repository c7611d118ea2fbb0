"""__getattr__, __getattribute__, __setattr__, __delattr__, __dir__, on classes, metaclasses and modules."""
import sys
import types


class Dyn:
    def __init__(self):
        self.real = 1

    def __getattr__(self, name):
        if name.startswith('no'):
            raise AttributeError('refused ' + name)
        return 'dyn ' + name

    def __setattr__(self, name, value):
        print('setattr', name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print('delattr', name)
        object.__delattr__(self, name)


d = Dyn()
d.x = 2
print(d.real, d.x, d.other, hasattr(d, 'nope'), getattr(d, 'nothing', 'default'), d.__dict__)
del d.x
print(d.x)
try:
    d.nope
except AttributeError as e:
    print(e, e.name, e.obj is d)
try:
    del d.x
except AttributeError as e:
    print(type(e).__name__, e)


class All:
    y = 5

    def __getattribute__(self, name):
        if name == 'secret':
            raise AttributeError('via getattribute')
        if name == 'boom':
            raise KeyError('boom')
        return 'all', name if name[0] != '_' else object.__getattribute__(self, name)

    def __getattr__(self, name):
        return 'fallback', name

    def __len__(self):
        return 7


a = All()
print(a.y, a.secret, len(a), a.anything)
try:
    a.boom
except KeyError as e:
    print(repr(e))


class Prop:
    @property
    def broken(self):
        return self.missing_inner

    def __getattr__(self, name):
        return 'getattr ' + name


print(Prop().broken)


class Meta(type):
    def __getattr__(cls, name):
        return '%s.%s from meta' % (cls.__name__, name)

    def __setattr__(cls, name, value):
        print('meta set', name)
        super().__setattr__(name, value)

    def __dir__(cls):
        return ['z', 'a']

    @property
    def tag(cls):
        return 'tag of ' + cls.__name__


class M(metaclass=Meta):
    def __dir__(self):
        return ('q', 'b')


M.v = 1
print(M.whatever, M.v, M.tag, dir(M), dir(M()), hasattr(M(), 'whatever'), hasattr(M(), 'tag'))
m = types.ModuleType('dynmod', 'its doc')
exec('def __getattr__(name):\n    if name == "bad": raise AttributeError(name)\n    return "module " + name\ndef __dir__(): return ["one"]\nx = 1', m.__dict__)
sys.modules['dynmod'] = m
import dynmod
from dynmod import anything, x
print(dynmod.x, dynmod.y, anything, dir(dynmod), dynmod.__doc__, hasattr(dynmod, 'bad'), repr(types.ModuleType('plain')))
try:
    from dynmod import bad
except ImportError as e:
    print(e)
for src in ('"abc".uper', '[].appendd', 'sys.exitt', 'int.reall', 'types.ModuleType("t").q', '(lambda: 0).nam', 'None.x', 'Dyn.nope', 'd.real.imagg', 'type.x', 'super(Dyn, d).zz', '{}.key', 'getattr(5, "a b")', 'getattr(5, 5)', 'hasattr(5, 5)', 'setattr(5)', 'object.__getattribute__(5, "q")', 'vars(5)', 'delattr(5, "real")'):
    try:
        eval(src)
    except Exception as e:
        print(src, '->', type(e).__name__, e)
