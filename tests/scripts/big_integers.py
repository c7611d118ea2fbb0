"""Integers of any size."""
a = 2 ** 200
b = -3 ** 150
print(a, b, a + b, a - b, a * b, a // 12345678901234567890, a % 1000000007, b // 7, b % 7, divmod(b, 10 ** 20))
print(a >> 100, a << 3, b >> 10, ~a, a & 0xffff, a | 1, a ^ b, -a, abs(b), int(str(a)) == a, hash(a), hash(-1), hash(2 ** 61 - 1))
print(9223372036854775807 + 1, -9223372036854775808 - 1, 3037000500 * 3037000500, -9223372036854775808 // -1, 2 ** 63, 2 ** 62 * 2)
print(a / b, 10 ** 400 // 10 ** 399, 1 / 3, -7 // 2, -7 % 3, 7 // -2, 7 % -3, divmod(-7, 2))
print(hex(a), oct(2 ** 70), bin(2 ** 65), int('ff', 16), int('-0x1F', 16), int('0b101', 0), int('z', 36), int('1_000'))
print((2 ** 100).bit_length(), (255).bit_count(), (1000).to_bytes(2, 'big'), int.from_bytes(b'\xff\x00', 'little', signed=True), (-5).to_bytes(3, 'little', signed=True))
print(pow(3, 1000, 10 ** 9 + 7), pow(3, -1, 7), 5 .__add__(3), (5).conjugate(), (7).as_integer_ratio(), round(12345, -2), round(15, -1), round(25, -1))
print(float(2 ** 80), int(1e30), int(-3.9), 2 ** 0.5, 2 ** -1, 0 ** 0, (-8) ** (1 / 3))
import math
print(math.factorial(30), math.gcd(2 ** 70, 6 ** 30), math.isqrt(10 ** 40), math.comb(50, 25), math.lcm(12, 18), math.perm(10, 3))
print(10 ** 18 == 1e18, 2 ** 53 + 1 == float(2 ** 53 + 1), 10 ** 400 > 1e308, sorted([2 ** 70, 1.5, -3, 10 ** 30]))
for bad in ('1 // 0', '1 % 0', '2 ** 10000 / 3', 'int("12x")', 'int("")', 'int("9", 8)', '1 << -1', 'pow(2, -1, 4)', 'int("1__0")', 'int(None)', 'int([])', 'float(10 ** 400)',
            '(256).to_bytes(1, "big")', 'int("1", 99)', 'int(float("nan"))', 'int(float("inf"))'):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
print(True + True, True & False, isinstance(True, int), bool(0), bool('0'), int(True), ~True, str(True))
n = 1
for i in range(1, 60):
    n = n * i + (n >> 3) - (n << 1) % 1000003
print(n)
