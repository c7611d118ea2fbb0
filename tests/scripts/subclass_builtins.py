"""Subclasses of built-in types: overridden methods, attributes, conversions, copies, equality, pickling of state."""
import copy


class Int(int):
    def __new__(cls, v, unit='u'):
        self = super().__new__(cls, v)
        self.unit = unit
        return self

    def __str__(self):
        return '%d%s' % (int(self), self.unit)

    def __add__(self, o):
        return Int(int(self) + int(o), self.unit)


class Float(float):
    def __repr__(self):
        return 'F%s' % float.__repr__(self)


class Str(str):
    def __eq__(self, o):
        return self.lower() == o.lower()

    def __hash__(self):
        return hash(self.lower())


class List(list):
    def append(self, x):
        super().append(('appended', x))

    def __iter__(self):
        return iter(['custom iter'])

    def __len__(self):
        return 99


class Dict(dict):
    def __getitem__(self, k):
        return 'item ' + str(super().get(k))

    def keys(self):
        return ['fake']

    def __contains__(self, k):
        return True


class Tuple(tuple):
    def __getitem__(self, i):
        return 'tuple item', super().__getitem__(i)


class Bytes(bytes):
    tag = 'b'


class Set(set):
    def add(self, x):
        super().add(x * 2)


class Exc(ValueError):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b

    def __str__(self):
        return 'Exc %s %s' % (self.args, self.b)


i = Int(5, 'kg')
print(i, repr(i), i + 1, 1 + i, i * 2, type(i * 2).__name__, '%d %s' % (i, i), f'{i} {i:3d}', i.unit, hash(i) == 5, [1, 2, 3, 4, 5, 6][i], range(i)[-1], i == 5, Int(5) is Int(5), max(i, 3), sum([i, 1]), bool(Int(0)), int(i).__class__.__name__, abs(i).__class__.__name__, i.real.__class__.__name__, copy.copy(i).unit, copy.deepcopy(i).unit, -i, i.__class__.__mro__[1].__name__)
f = Float(1.5)
print(f, str(f), [f], f + 1, '%s %r %.2f' % (f, f, f), float(f).__class__.__name__, f == 1.5, {1.5: 'k'}[f], round(f), f.hex())
s = Str('Hello')
print(s == 'HELLO', s != 'hello', {s: 1}[Str('hELLO')], s + '!', type(s + '!').__name__, s.upper() == 'HELLO', 'ell' in s, ''.join([s, s]), s[1:], type(s[1:]).__name__, type(str(s)).__name__, f'{s!r}', sorted([s, 'a']), s.__class__.__name__, len(s), getattr('x', Str('upper'))())
l = List([1])
l.append(2)
l.extend([3])
print(list(l), l[1], l[:], len(l), [*l], sorted(l), l == [1, ('appended', 2), 3], repr(l), bool(l), type(l + [1]).__name__, type(copy.copy(l)).__name__, tuple(l), l.pop(), 'custom iter' in l, ('appended', 2) in l, ','.join(l))
d = Dict(a=1)
print(d['a'], d.get('a'), 'zz' in d, {**d}, dict(d), list(d), d.keys(), '%(a)s' % d, '{a}'.format_map(d), d == {'a': 1}, d | {'b': 2}, type(d | {}).__name__, copy.copy(d), eval('a', {}, d), d)
t = Tuple((1, 2))
a, b = t
print(t[0], a, b, t[0:1], t == (1, 2), hash(t) == hash((1, 2)), t + (3,), [*t], '%s %s' % t, max(t), type(t[:]).__name__, isinstance(t, tuple))
x = Bytes(b'ab')
print(x, x.tag, x + b'c', type(x + b'c').__name__, x[0], x == b'ab', {b'ab': 1}[x], bytes(x).__class__.__name__)
z = Set([1])
z.add(5)
z |= {7}
print(sorted(z), type(z | {1}).__name__, type(z.copy()).__name__, z == {1, 10, 7}, type(z).__name__, {1} < z)
e = Exc('x', b=3)
print(e, repr(e), e.args, copy.copy(e) if False else '', isinstance(e, ValueError))
try:
    raise e
except ValueError as caught:
    print(caught is e, caught.b, caught.__traceback__ is not None)


class Bool:
    def __bool__(self):
        raise ZeroDivisionError('no truth')


for src in ('not Bool()', 'Bool() and 1', '[x for x in [1] if Bool()]', 'any([Bool()])', 'filter(None, [Bool()]).__next__()', '1 if Bool() else 2', 'assert_()', 'bool(Bool())', 'all([Bool()])', 'list(filter(lambda v: Bool(), [1]))', 'max([1, 2], key=lambda v: v) or Bool()'):
    try:
        print(src, eval(src, globals(), {'assert_': lambda: exec('assert Bool()')}))
    except ZeroDivisionError as ex:
        print(src, '->', ex)
