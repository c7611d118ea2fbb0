"""int(): text, bases, bytes, __int__, __index__, __trunc__; to_bytes, from_bytes; round; subclass."""
for text in ('12', ' 12 ', '-12', '+7', '1_000', '_1', '1_', '0x1f', '0b2', '', ' ', '1 2', '٣', '１２', '12a', '--1', '0012', '1e3', '\n5\t', '1.0', '−1'):
    try:
        print(repr(text), int(text))
    except ValueError as e:
        print(e)
for text, base in (('ff', 16), ('0xff', 16), ('0xff', 0), ('zz', 36), ('z', 35), ('010', 0), ('0', 0), ('0o17', 0), ('0B11', 2), ('1', 1), ('1', 37), ('1_0', 2), ('', 10), (b'12', 10), (bytearray(b'7'), 8), ('10', -2), (10, 10), ('00', 0), ('0_7', 0)):
    try:
        print(text, base, int(text, base))
    except (ValueError, TypeError) as e:
        print(text, base, type(e).__name__, e)


class I:
    def __int__(self):
        return 5


class X:
    def __index__(self):
        return 3


class B:
    def __int__(self):
        return 'no'


class S(int):
    def __repr__(self):
        return 'S(%d)' % self

    def __add__(self, o):
        return S(int(self) + o)


print(int(I()), int(X()), [10, 20, 30, 40][X()], 'abcdef'[X():], range(X()), hex(X()), 'x' * X(), int(True), int(3.99), int(-3.99), int(1e25), int(b'15'))
for f in (lambda: int(B()), lambda: int(object()), lambda: int('1', base=None), lambda: int(base=10), lambda: int(None), lambda: [1][1.0], lambda: int('x' * 300), lambda: int(float('nan')), lambda: int(1j), lambda: int(5, 10)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e)[:80])
s = S(4)
print(s, s + 1, 1 + s, -s, type(s * 2).__name__, s == 4, hash(s) == hash(4), {4: 'four'}[s], isinstance(s, int), s.real, '%d' % s, f'{s}', f'{s:03}', str(s), int(s).__class__.__name__)
for n in (0, 1, 127, 128, 255, 256, -1, -128, -129, 65535, 2 ** 70):
    for length, order, signed in ((1, 'big', False), (2, 'little', True), (10, 'big', True)):
        try:
            b = n.to_bytes(length, order, signed=signed)
            print(n, b, int.from_bytes(b, order, signed=signed) == n, end='; ')
        except OverflowError as e:
            print(n, length, signed, e, end='; ')
    print()
print(int.from_bytes([1, 2, 3], 'big'), int.from_bytes(b'', 'big'), (1).to_bytes(), [round(n, k) for n in (15, 25, 35, -15, 12345, 0) for k in (-1, -2, -5, 1, 0)], round(7), round(7, None))
print((6).__floordiv__(4), (6).__rsub__(10), (6).__add__('x'), int.__add__(1, 2), (5).__divmod__(3), (5).__pow__(3, 7), (5).__lt__(6.0), (5).__eq__(5.0), (5).__bool__(), (5).__index__(), (5).__format__('04x'))
print(int.__name__, int.__mro__, (5).__class__, bool.__bases__, bool(2), True is bool(1), True + 1.5, sum([True] * 3), ~False, True << 2, -True, True.real, repr(True & 3), True ^ True, True | False)
