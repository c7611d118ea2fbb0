"""Integer operators and methods over a table of values, small, at machine-word edges and big."""
values = [0, 1, -1, 2, -3, 7, 255, -256, 2 ** 31 - 1, -2 ** 31, 2 ** 62, 2 ** 63 - 1, -2 ** 63, 2 ** 63, 2 ** 64 - 1, 10 ** 25, -10 ** 25]


def check(f, *a):
    try:
        return f(*a)
    except (ZeroDivisionError, ValueError, OverflowError) as e:
        return '%s: %s' % (type(e).__name__, e)


for a in values:
    print(a, -a, +a, ~a, abs(a), bool(a), a.bit_length(), a.bit_count(), hash(a), hex(a), oct(a), bin(a)[:20], float(a), str(a), repr(a), a.conjugate(), a.numerator, a.denominator)
for a in values:
    for b in values:
        print(a, b, a + b, a - b, a * b, check(lambda: a // b), check(lambda: a % b), check(divmod, a, b), a & b, a | b, a ^ b, a < b, a <= b, a == b, a != b)
for a in values:
    for n in (0, 1, 5, 31, 63, 64, 65, -1):
        print(a, n, check(lambda: a << n), check(lambda: a >> n), end=' ')
    print()
for a in values[:8]:
    for n in (0, 1, 2, 5, -1, -2):
        print(a, n, check(lambda: a ** n), check(pow, a, n, 7), check(pow, a, n, -5), end=' ')
    print()
for a in values:
    for b in values[1:]:
        print('%.17g' % (a / b), end=' ')
    print()
