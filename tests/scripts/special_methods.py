"""Special methods with wrong results, and where they are looked up: on the type only."""


def klass(**methods):
    return type('W', (), {'__%s__' % k: (v if callable(v) else (lambda self, *a, v=v: v)) for k, v in methods.items()})()


for what, src, methods in (
        ('len', 'len(o)', dict(len=-1)), ('len', 'len(o)', dict(len='x')), ('len', 'len(o)', dict(len=2 ** 70)), ('len', 'len(o)', dict(len=True)), ('bool', 'bool(o)', dict(bool=1)), ('bool', 'if o: pass', dict(bool='x')),
        ('bool by len', 'print(bool(o))', dict(len=0)), ('hash', 'hash(o)', dict(hash='x')), ('hash', 'print(hash(o))', dict(hash=2 ** 61)), ('hash', 'print(hash(o))', dict(hash=-1)), ('repr', 'repr(o)', dict(repr=5)), ('str', 'str(o)', dict(str=None)),
        ('str falls back', 'print(str(o), f"{o}", "%s" % o)', dict(repr='R')), ('index', '[1, 2][o]', dict(index=1.5)), ('index', 'print([1, 2][o], hex(o), "ab"[o], "x" * o)', dict(index=1)), ('int', 'int(o)', dict(int=1.5)), ('float', 'float(o)', dict(float=1)),
        ('float', 'float(o)', dict(float='x')), ('float by index', 'print(float(o), int(o), complex(o), o.__index__())', dict(index=7)), ('complex', 'complex(o)', dict(complex=1)), ('iter', 'iter(o)', dict(iter=5)), ('next', 'for x in o: pass', dict(iter=lambda s: s)),
        ('contains', 'print(1 in o)', dict(contains='yes')), ('format', 'format(o)', dict(format=5)), ('format', 'print(f"{o:spec}")', dict(format=lambda s, f: '<' + f + '>')), ('bytes', 'bytes(o)', dict(bytes='x')), ('dir', 'dir(o)', dict(dir=5)), ('dir', 'print(dir(o))', dict(dir='ba')),
        ('length_hint', 'list(o)', dict(iter=lambda s: iter('ab'), length_hint='x')), ('length_hint', 'list(o)', dict(iter=lambda s: iter('ab'), length_hint=-5)), ('enter', 'with o: pass', dict(enter=1)), ('exit', 'with o: pass', dict(exit=1)), ('reversed', 'print(reversed(o))', dict(reversed='rev')),
        ('eq', 'print(o == 1, o != 1, [o] == [1])', dict(eq='truthy')), ('ne derived', 'print(o != 1)', dict(eq=NotImplemented)), ('lt', 'print(o < 1, 1 > o, sorted([o, o]) == [o, o])', dict(lt='x')), ('ceil', 'import math; print(math.ceil(o), math.floor(o), math.trunc(o))', dict(ceil='c', floor='f', trunc='t')),
        ('fspath', 'import os; print(os.fspath(o))', dict(fspath='/p')), ('fspath', 'import os; os.fspath(o)', dict(fspath=5)), ('missing', 'print({}.get(o) is None)', dict(missing='m')), ('class', 'print(o.__class__, isinstance(o, int))', dict()), ('call', 'o()', dict()), ('getitem', 'print(o[1], list(zip(o, "ab")))', dict(getitem=9)),
        ('round', 'print(round(o, 3))', dict(round=lambda s, n: n)), ('instancecheck', 'isinstance(1, o)', dict()), ('new', 'print(type(o).__new__(type(o)).__class__.__name__)', dict()), ('sizeof', 'import sys; print(sys.getsizeof(o) > 0)', dict(sizeof=10)), ('eq', '{o: 1}', dict(eq=True)),
        ('setitem', 'o[1] = 2; del o[1]', dict(setitem=0)), ('matmul', 'print(o @ 1, 1 @ o)', dict(matmul='m', rmatmul='rm')), ('aiter', 'import sys; aiter(o)', dict()), ('anext', 'anext(o)', dict()), ('await', 'print(type(o).__name__)', dict(__await__=1))):
    o = klass(**methods)
    try:
        exec(src)
        print(what, 'fine')
    except Exception as e:
        print(what, '->', type(e).__name__, e)


class T:
    pass


t = T()
t.__len__ = lambda: 5
t.__str__ = lambda: 'instance str'
t.__call__ = lambda: 'call'
t.__add__ = lambda o: o
t.__iter__ = lambda: iter([1])
for src in ('len(t)', 't()', 't + 1', 'list(t)', 't.__call__()', 't.__len__()', '"instance" in str(t)'):
    try:
        print(src, eval(src))
    except TypeError as e:
        print(src, '->', e)
T.__len__ = lambda self: 6
T.__call__ = lambda self, *a: ('now', a)
print(len(t), t(1), bool(t))
del T.__len__
print(bool(t), callable(t), hasattr(t, '__len__'))


class NewInit:
    def __new__(cls, *a):
        print('new', a)
        return super().__new__(cls) if a != (5,) else 'something else'

    def __init__(self, *a):
        print('init', a)


print(type(NewInit(1)).__name__, NewInit(5))
for src in ('object(1)', 'object.__init__(1, 2)', 'T(1)', 'class_with_init()', 'T.__init__(T(), 5)', 'NewInit.__new__(int)', 'int.__new__()', 'T.__new__(5)'):
    try:
        print(src, eval(src, globals(), {'class_with_init': type('I', (), {'__init__': lambda self: 5})}))
    except TypeError as e:
        print(src, '->', e)

print([[].__len__.__doc__, iter([]).__next__.__doc__, int.__rlshift__.__doc__, int.__pow__.__doc__, dict.__ior__.__doc__, object.__lt__.__doc__, len.__call__.__doc__])
