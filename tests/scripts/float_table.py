"""Float operators, rounding, comparison with integers, over a table of values."""
import math
inf, nan = math.inf, math.nan
values = [0.0, -0.0, 1.0, -1.5, 2.5, 0.1, 1 / 3, 1e16, 123456.789, 1e-7, 5e-324, 1.7976931348623157e308, inf, -inf, nan]


def check(f):
    try:
        return f()
    except (ZeroDivisionError, ValueError, OverflowError) as e:
        return '%s: %s' % (type(e).__name__, e)


for a in values:
    print(a, -a, abs(a), bool(a), check(lambda: int(a)), check(lambda: round(a)), check(lambda: math.floor(a)), check(lambda: math.ceil(a)), a.hex(), check(a.as_integer_ratio), a.is_integer(), a == a, [round(a, k) for k in (0, 1, 3, -2)])
for a in values:
    for b in values:
        print(a, b, a + b, a - b, a * b, check(lambda: a / b), check(lambda: a // b), check(lambda: a % b), check(lambda: divmod(a, b)), a < b, a <= b, a == b, a != b)
for a in (0.0, -0.0, 1.0, -1.5, 2.0, 0.5, inf, -inf, nan):
    print(a, [check(lambda: a ** b) for b in (0, 1, 2, -1, 0.5, -0.5, 3.0, inf, -inf, nan)])
big = 2 ** 53
for n in (0, 1, -1, big, big + 1, 10 ** 400, -10 ** 400):
    print(n > 9e15, [n < v for v in values], [n == v for v in values], [v >= n for v in values])
for text in ('1', '-1.5e3', '1e400', '-1e-400', 'inf', '-Infinity', 'nan', '  2.5\n', '1_0.0_1', '1__0', '.5', '5.', '.', 'e5', '1e', '0x1p3', '', '1.5.2', '١.٥', '1e+5', '+3', 'infin', '1 2', 'NaN', '0.1e-5_0'):
    try:
        print(repr(text), float(text))
    except ValueError as e:
        print(e)
for h in ('0x1.8p1', '-0x1p-1074', '0x.8', '1', 'inf', '0x1p1024', '0x1.fffffffffffff8p1023', 'nan', '0xz', '1p', '0x1.0p-1080'):
    try:
        print(h, float.fromhex(h))
    except (ValueError, OverflowError) as e:
        print(h, e)
print(1e22, 1e21 + 0.1, 9007199254740993.0, 0.1 + 0.2, 1e15 / 3, 1.1 * 3, 4.35, 2.675, 1e-320, 123456789012345680.0, 1.0e5, 1e100, 12345678901234567890.0, 0.0001, 0.00001)
print([hash(v) for v in values[:-1]], float.__getformat__('double'), sum([0.1] * 10), sum([0.1] * 10, 0.5), max(nan, 1), min(1, nan), sorted([3.5, -0.0, 0, 1e3]), float(True), float(10 ** 20), type(float(1)) is float)
