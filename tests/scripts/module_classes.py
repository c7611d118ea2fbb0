"""Modules of other classes: subclasses of ModuleType, assignment to __class__, PEP 562."""
import sys
import types


class Sub(types.ModuleType):
    a = 1

    @property
    def computed(self):
        return self.__name__ + '!'

    def method(self, x):
        return self.__name__, x

    def __call__(self, x):
        return 'called', x

    def __getattr__(self, name):
        if name.startswith('lazy'):
            return 'lazy ' + name
        raise AttributeError(name)


m = types.ModuleType('m', 'doc')
print(type(m) is types.ModuleType, hasattr(m, 'a'), m.__doc__)
m.__class__ = Sub
print(type(m) is Sub, m.a, m.computed, m.method(2), m(3), callable(m), m.lazy1, isinstance(m, Sub))
try:
    m.missing
except AttributeError as e:
    print(e)
m.x = 5
print(m.x, m.__dict__['x'], 'x' in dir(m), [name for name in dir(m) if not name.startswith('__')])
m.__class__ = types.ModuleType
print(type(m) is types.ModuleType, hasattr(m, 'a'), callable(m), m.x)
for bad in (int, object, list):
    try:
        m.__class__ = bad
    except TypeError as e:
        print(e)


class Log(types.ModuleType):
    log = []

    def __setattr__(self, name, value):
        self.log.append(('set', name, value))
        types.ModuleType.__setattr__(self, name, value)

    def __delattr__(self, name):
        self.log.append(('del', name))
        types.ModuleType.__delattr__(self, name)


for n in (Log('n'), types.ModuleType('n')):
    n.__class__ = Log
    n.foo = 12
    del n.foo
    print(Log.log, n, hasattr(n, 'foo'))
    Log.log.clear()
this = sys.modules[__name__]
this.__class__ = Sub
print(this.computed, this.Sub is Sub, this(1))
print(sorted(name for name in dir(Sub('s')) if not name.startswith('__')))
