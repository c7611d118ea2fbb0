"""Arithmetic on numbers of thousands of digits, checked against identities and printed as digests."""
import math


def digest(n):
    s = str(n)
    return '%s...%s (%d digits, mod 97 = %d)' % (s[:12], s[-12:], len(s), n % 97)


f = math.factorial(800)
p = 3 ** 2500
q = 7 ** 900 + 1
print(digest(f), digest(p), digest(q), digest(f * p), digest(p // q), digest(p % q), digest(-p // q), digest(-p % q))
d, m = divmod(f * q + 12345, q)
print(d == f, m, (p * q) // q == p, (p + q) * (p - q) == p * p - q * q, math.isqrt(p) ** 2 <= p < (math.isqrt(p) + 1) ** 2, int(str(p)) == p, int(hex(f), 16) == f, int(oct(q), 8) == q, int(bin(q), 2) == q)
print(pow(3, p, 10 ** 30 + 57), pow(q, 5, 10 ** 20), math.gcd(f, p) == 3 ** 398 or math.gcd(f, p).bit_length(), math.lcm(12 ** 30, 18 ** 25) % 10 ** 15, p.bit_length(), f.bit_count())
a, b = 0, 1
for _ in range(3000):
    a, b = b, a + b
print(digest(a), a & 0xffffffff, (a >> 2000) & 0xffffffff, (a << 77) >> 77 == a, (a ^ b) ^ b == a, (a | b) + (a & b) == a + b, ~a + a)
print((-a >> 1999) == -(-(-a) >> 1999) - 1, -a // 2 ** 50 == -a >> 50, -a & 0xffff, (-a | 1) % 2 ** 20, (-a ^ b) % 2 ** 20)
print(2 ** 1000 / 2 ** 990, (10 ** 30) / (10 ** 29 * 3), float(10 ** 22), float(2 ** 53 + 1), (2 ** 1023) * 1.5 == 1.5 * 2.0 ** 1023, int(1.7976931348623157e308) % 10 ** 10, 10 ** 23 == 1e23, 10 ** 22 == 1e22, 2 ** 100 < 1e31, 2 ** 2000 > float('inf'))
for bad in ('float(10 ** 309)', '10 ** 400 / 3.0', '10 ** 400 * 1.0', '1 << 2 ** 80', '(10 ** 400).__float__()', 'int("1" * 4301)', 'str(10 ** 4300) and 1', 'math.isqrt(-1)', 'math.factorial(-1)', 'pow(2, -1, 10 ** 30)', '0 ** -1', '5 % (p - p)'):
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
digits = []
k, n = 2, 4
# a spigot for pi
q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
while len(digits) < 150:
    if 4 * q + r - t < n * t:
        digits.append(str(n))
        q, r, n = 10 * q, 10 * (r - n * t), (10 * (3 * q + r)) // t - 10 * n
    else:
        q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2
print(''.join(digits))
