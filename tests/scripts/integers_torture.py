"""Big integers: identities that hold for numbers of many sizes, digests of exact results, conversions and their limits."""
import math
import random
import sys

r = random.Random(12)
sizes = [1, 8, 30, 31, 32, 60, 61, 62, 63, 64, 65, 127, 128, 129, 500, 1000, 3000, 9001]


def number(bits):
    n = r.getrandbits(bits)
    if r.random() < 0.2:
        n = (1 << bits) - r.randrange(3)
    if r.random() < 0.1:
        n = 1 << (bits - 1)
    return n if r.random() < 0.5 else -n


digest = 0
for _ in range(400):
    a, b, c = number(r.choice(sizes)), number(r.choice(sizes)), number(r.choice(sizes))
    shift = r.randrange(200)
    if b:
        q, m = divmod(a, b)
        assert q * b + m == a and (m == 0 or (m < 0) == (b < 0)) and abs(m) < abs(b) and a // b == q and a % b == m
        assert int(math.fmod(0, 1)) == 0
    assert (a + b) - b == a and (a - b) + b == a and a * b == b * a and a * (b + c) == a * b + a * c
    assert (a ^ b) ^ b == a and (a & b) + (a | b) == a + b and ~a == -a - 1 and (a & ~b) | (a & b) == a
    assert (a << shift) >> shift == a and a >> shift == a // 2 ** shift and (a << shift) == a * 2 ** shift
    assert int(str(a)) == a and int(hex(a), 16) == a and int(oct(a), 8) == a and int(bin(a), 2) == a and int('%x' % a, 16) == a
    assert int.from_bytes(a.to_bytes(1200, 'big', signed=True), 'big', signed=True) == a == int.from_bytes(a.to_bytes(1200, 'little', signed=True), 'little', signed=True)
    assert a.bit_length() == len(bin(abs(a))) - 2 if a else True
    assert a.bit_count() == bin(abs(a)).count('1')
    s = math.isqrt(abs(a))
    assert s * s <= abs(a) < (s + 1) ** 2
    g = math.gcd(a, b, c)
    assert g == 0 or (a % g, b % g, c % g) == (0, 0, 0)
    if abs(c) > 1:
        e = r.randrange(60)
        assert pow(a, e, c) == a ** e % c
    assert hash(a) == hash(a + 0) and (hash(a) == hash(float(a)) if abs(a) < 2 ** 53 else True) and hash(a) == (-1 if False else hash(int(str(a))))
    assert (a < b) == (b > a) == (not a >= b) and (a == b) == (not a != b)
    assert a == eval(repr(a)) and format(a, 'd') == str(a) and format(a, ',').replace(',', '') == str(a) and format(a, '_x').replace('_', '') == format(a, 'x')
    digest = (digest * 31 + (a * b ^ c) + (a // b if b else 7)) % (2 ** 127 - 1)
print(digest)
print(hash(2 ** 61 - 1), hash(2 ** 61), hash(-2 ** 61), hash(-1), hash(10 ** 40), hash(-(10 ** 40)), hash(2 ** 5000 + 1))
print([len(str(7 ** k)) for k in (100, 1000, 4000)], sum(map(int, str(3 ** 5000))), math.factorial(60), math.comb(100, 50), math.perm(30, 12))
for text in ('0b101', '0o17', '0xFf', '1_000', '-0', '+7', ' 12\n', '٣٤', '1__0', '_1', '1_', '0x', '', '-', '1e3', '0b2', '09', '5' * 4301, '12\x00', 'zz', '½'):
    for base in (10, 0, 16, 36):
        try:
            value = int(text, base)
            print(text[:10], base, value if value < 10 ** 30 else value % 997, end='; ')
        except ValueError as e:
            print(text[:10], base, str(e)[:70], end='; ')
    print()
for f in (lambda: int('1', 1), lambda: int('1', 37), lambda: int(1, 10), lambda: int('9' * 5000), lambda: str(10 ** 5000), lambda: int(float('inf')), lambda: int(float('nan')),
          lambda: 1 << -1, lambda: 1 >> -1, lambda: pow(2, -1, 4), lambda: pow(3, 5, 0), lambda: pow(2, 10 ** 3, -7), lambda: pow(3, -1, 7), lambda: float(10 ** 400), lambda: 10 ** 400 / 3,
          lambda: 10 ** 400 // 10 ** 398, lambda: (10 ** 400) / (10 ** 399), lambda: 2 ** -2, lambda: 0 ** -1, lambda: (-8) ** 0.5 == complex(-8) ** 0.5, lambda: 300 .to_bytes(1, 'big'),
          lambda: (-1).to_bytes(2, 'big'), lambda: (5).to_bytes(length=2, byteorder='middle'), lambda: int.from_bytes([1, 2, 300], 'big'), lambda: int.from_bytes('ab', 'big'),
          lambda: math.isqrt(-1), lambda: round(12345, -2), lambda: round(15, -1), lambda: round(25, -1), lambda: round(-10 ** 30 - 5, -1), lambda: round(5, 2 ** 70), lambda: 7 // 0,
          lambda: 7 % 0, lambda: divmod(10 ** 30, 0), lambda: 1.5 // 0, lambda: 5 .__floordiv__(0.5), lambda: int.__add__(1, 1.5), lambda: (2 ** 1023 * 2 - 2 ** 970) * 1.0,
          lambda: float(2 ** 53 + 1), lambda: float(2 ** 54 + 3), lambda: (2 ** 64 + 2 ** 11) / 1, lambda: 1 / 3 == (10 ** 300) / (3 * 10 ** 300), lambda: 1e16 == 10 ** 16, lambda: 2 ** 53 == 2.0 ** 53 + 1,
          lambda: 10 ** 23 == 1e23, lambda: 10 ** 400 > float('inf'), lambda: -10 ** 400 < 1e308, lambda: sorted([10 ** 20, 1e19, True, -2 ** 70, 0.5]), lambda: sys.int_info.default_max_str_digits):
    try:
        print(f(), end='; ')
    except Exception as e:
        print(type(e).__name__, e, end='; ')
print()
for spec in ('d', 'n', '+,d', '#_b', '#x', 'X', '^+30,', '030_', 'c', 'e', '.3f', 'g', '%', '.0e', '>#50o', '=+20', '.2', 's', ',x'):
    try:
        print(format(-12345678901234567890, spec), format(65, spec), sep=' | ', end='; ')
    except (ValueError, OverflowError) as e:
        print(e, end='; ')
print()


class Small(int):
    def __add__(self, other):
        return Small(int(self) + other & 0xff)
    __radd__ = __add__

    def __repr__(self):
        return 'Small(%d)' % self


print(Small(250) + 10, 10 + Small(250), sum([Small(200), 100]), Small(3) * Small(4), -Small(5), Small(7) // 2, [10, 20, 30][Small(1)], int(Small(9)), {Small(1): 'a'}[1], Small('12'), f'{Small(5):>4}')
fib = [0, 1]
while len(fib) < 2000:
    fib.append(fib[-1] + fib[-2])
print(fib[-1] % 10 ** 40, fib[300])
digits, n = '', 10 ** 120
pi = sum((n * 16 // (2 * k + 1) // 5 ** (2 * k + 1) - n * 4 // (2 * k + 1) // 239 ** (2 * k + 1)) * (-1) ** k for k in range(200))
print(str(pi)[:101])
