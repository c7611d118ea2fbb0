"""Descriptors: data and non-data, precedence, __set_name__, __delete__, class access, broken ones."""


class Data:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)
        self.name = '_' + name

    def __get__(self, instance, owner=None):
        return 'class %s' % owner.__name__ if instance is None else instance.__dict__.get(self.name, 'unset')

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value * 2

    def __delete__(self, instance):
        del instance.__dict__[self.name]


class NonData:
    def __get__(self, instance, owner):
        return 'non-data', instance is None


class SetOnly:
    def __set__(self, instance, value):
        instance.__dict__['so'] = ('through set', value)


class ReadOnly:
    def __get__(self, i, o):
        return 'ro'

    def __set__(self, i, v):
        raise AttributeError('read-only!')


class K:
    d = Data()
    n = NonData()
    so = SetOnly()
    ro = ReadOnly()
    plain = 5


class Sub(K):
    n = 'shadowed'


k = K()
k.__dict__.update(d='dict', n='dict n', plain='dict plain')
print(k.d, k.n, k.plain, K.d, K.n, Sub.n, Sub().d, Sub.d, isinstance(k.so, SetOnly))
k.d = 4
k.so = 1
print(k.d, k.so, sorted(k.__dict__))
del k.d, k.n
print(k.d, k.n)
for bad in ('del k.d', 'k.ro = 1', 'del k.ro', 'del k.so', 'del k.n', 'k.nope', 'del k.nope', 'K.nope', 'object().x = 1', 'del K.nope', '(5).x = 1', 'int.x = 1', 'None.x = 1', 'len.x = 1', 'del int.real', 'K().plain.x = 1', '"".join.x', 'K.__name__ = 5', 'K.__bases__ = ()', 'K.__dict__["d"] = 1', 'del K.__name__', 'K().__class__ = 5', 'K().__class__ = int', 'K().__dict__ = 5', 'del K().__dict__; 1/1'):
    try:
        exec(bad)
        print(bad, 'fine')
    except Exception as e:
        print(bad, '->', type(e).__name__, e)
K.d = 'replaced'
print(k.d, K.d, Sub.d)
p = property(lambda s: 'got', doc='the doc')
print(p.fget(None), p.fset, p.__doc__, p.__get__(None, K) is p, p.__get__(5), property().getter(len).__get__([1]))
for bad in (lambda: p.__set__(5, 1), lambda: p.__delete__(5), lambda: property().__get__(5), lambda: property(1).__get__(5), lambda: type('T', (), {'x': p})().__setattr__('x', 1), lambda: setattr(type('T', (), {'only': property(lambda s: 1)})(), 'only', 2)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
f = K.__init_subclass__
print((lambda self: self).__get__(5)(), (lambda self: 1).__get__(None, K).__class__.__name__, str.upper.__get__('x')(), int.__add__.__get__(3)(4), classmethod(lambda c, *a: (c.__name__, a)).__get__(None, K)(1), staticmethod(len).__get__(1)('abc'), staticmethod(len)('ab'), type(str.upper).__name__, type(''.upper).__name__, type(int.real).__name__, type(dict.__dict__['fromkeys']).__name__, type(object.__init__).__name__, type(object().__str__).__name__)
