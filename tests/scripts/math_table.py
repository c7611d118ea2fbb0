"""math: every function over a table of arguments, with domain and range errors."""
import math
one = ['sqrt', 'cbrt', 'exp', 'exp2', 'expm1', 'log', 'log2', 'log10', 'log1p', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh', 'floor', 'ceil', 'trunc', 'fabs', 'degrees', 'radians', 'erf', 'erfc', 'gamma', 'lgamma', 'isfinite', 'isinf', 'isnan', 'frexp', 'modf', 'factorial', 'isqrt', 'ulp']
values = [0.0, -0.0, 1.0, -1.0, 0.5, 2.5, -3.7, 10, 1e-10, 1e300, float('inf'), float('-inf'), float('nan'), 10 ** 30, True, 'x', None]


def show(v):
    # the last digits are the C library's business
    return '%.13g' % v if isinstance(v, float) else '(%s)' % ', '.join(map(show, v)) if isinstance(v, tuple) else str(v)


def call(f, *a):
    try:
        return show(f(*a))
    except (ValueError, OverflowError, TypeError, ZeroDivisionError) as e:
        return '%s: %s' % (type(e).__name__, e)


for name in one:
    f = getattr(math, name)
    print(name, '; '.join('%r %s' % (v, call(f, v)) for v in values if not (name in ('gamma', 'factorial') and v in (1e300, 10 ** 30))))
for name, pairs in (('pow', [(2, 3), (0, 0), (-8, 1 / 3), (0, -1), (2, 5000), (float('inf'), 0), (-1, float('inf')), (-2, 3.0)]), ('atan2', [(1, 1), (0, -1), (-0.0, -1), (1, 0), (float('inf'), float('-inf'))]), ('fmod', [(7, 3), (-7, 3), (7, -3), (1, 0), (float('inf'), 1), (1, float('inf'))]), ('copysign', [(3, -0.0), (-3, 1)]),
                    ('ldexp', [(1.5, 4), (1, 5000), (1, -5000), (0.0, 10 ** 20)]), ('remainder', [(7, 3), (5, 2), (-7, 2), (1, 0)]), ('nextafter', [(1, 2), (0, 1), (0, -1)]), ('gcd', [(12, 18), (0, 0), (-4, 6), (2 ** 70, 6 ** 40)]), ('lcm', [(4, 6), (0, 5), (-3, 7)]), ('comb', [(10, 3), (5, 7), (100, 50), (-1, 2), (3, -1), (3.0, 1)]),
                    ('perm', [(5, 2), (5, 9), (4,), (-1, 1)]), ('log', [(8, 2), (100, 10), (2, 1), (0, 2), (10 ** 400, 10), (2, 0)]), ('hypot', [(3, 4), (1, 2, 2), (), (float('inf'), float('nan'))]), ('dist', [((0, 0), (3, 4)), ((1,), (1, 2))]), ('isclose', [(1, 1 + 1e-10), (1, 1.1), (0, 1e-12), (float('inf'), float('inf'))]), ('prod', [([1, 2, 3],), ([],), ([2.5, 4],)]), ('fsum', [([0.1] * 10,), ([1e100, 1, -1e100],), ([],), ([float('inf'), 1],)])):
    print(name, '; '.join('%s %s' % (p, call(getattr(math, name), *p)) for p in pairs))
print(math.pi, math.e, math.tau, math.inf, math.nan, math.prod([2, 3], start=5), math.isclose(1, 1.05, rel_tol=0.1), math.isclose(0, 0.01, abs_tol=0.1), math.log(10 ** 400), math.gcd(), math.lcm(), math.gcd(12, 18, 27), math.floor(10 ** 20 + 0.5), math.ceil(-0.5), math.trunc(-2.7), math.factorial(25), math.isqrt(2 ** 101))


class N:
    def __floor__(self):
        return 'floor'

    def __ceil__(self):
        return 'ceil'

    def __trunc__(self):
        return 'trunc'

    def __float__(self):
        return 4.0

    def __index__(self):
        return 5


print(math.floor(N()), math.ceil(N()), math.trunc(N()), math.sqrt(N()), math.factorial(N()), math.gcd(N(), 15), math.isqrt(N()))
