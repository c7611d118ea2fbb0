"""Complex numbers: repr, arithmetic, powers, parsing, formatting, errors; cmath."""
import cmath
inf, nan = float('inf'), float('nan')
values = [0j, 1 + 0j, -1j, 1 + 2j, -3.5 + 0.25j, complex(0.0, -0.0), complex(-0.0, 1), complex(inf, 1), complex(nan, 0), 1e20 + 1e-20j, complex(2, inf)]


def check(f):
    try:
        return f()
    except (ZeroDivisionError, OverflowError, ValueError, TypeError) as e:
        return '%s: %s' % (type(e).__name__, e)


for a in values:
    print(a, repr(a), str(-a), +a, check(lambda: abs(a)), a.conjugate(), a.real, a.imag, bool(a), a == a)
for a in values[:5]:
    for b in values[:5]:
        print(a, b, a + b, a - b, a * b, check(lambda: a / b), a == b, check(lambda: a ** 2), check(lambda: a ** -1), sep=' ', end='; ')
    print(a + 1, 1 - a, a * 2.5, check(lambda: 1 / a), a == a.real)
for text in ('1', '1j', '1+2j', ' 3-4J ', '(1+2j)', 'j', '-j', '1e5+1e-5j', 'inf+nanj', '1 + 2j', '', '1+2', '1+2jx', '((1))', '1_0j', '.5j', '1-1', 'nan', '-infj'):
    print(repr(text), check(lambda: complex(text)))
print(complex(), complex(1), complex(1, 2), complex(1j, 2j), complex(real=3), complex(imag=2), complex(True), complex(2.5, -0.0))
for f in (lambda: complex('1', 2), lambda: complex(1, '2'), lambda: complex([]), lambda: 1j < 2j, lambda: 1j // 2, lambda: 1j % 2, lambda: int(1j), lambda: float(1j), lambda: divmod(1j, 1), lambda: round(1j), lambda: 0j ** -1, lambda: pow(1j, 2, 3), lambda: 1j & 1, lambda: 1j + 'x'):
    print(check(f))


class C:
    def __complex__(self):
        return 1 + 5j


class D(complex):
    pass


print(complex(C()), D(1, 2), type(D(1) + 1).__name__, D(3) == 3, hash(2 + 0j) == hash(2), hash(1j) == hash(complex('1j')), {1: 'a'}[1 + 0j], 3 == 3 + 0j, 1j != 1)
print(format(1 + 2j, ''), f'{1 + 2j:.2f}', f'{1.5 - 2j:+.1e}', f'{3j:10.1f}|', f'{1 + 2j:>12}|', f'{1 + 2j:^14.1f}|', f'{1e10 + 1j:,}', check(lambda: format(1j, 'd')), check(lambda: format(1j, '010')), check(lambda: format(1j, '=10')), '%s %r' % (1j, 2j), check(lambda: '%d' % 1j))
for name in ('sqrt', 'exp', 'log', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'log10', 'phase'):
    v = getattr(cmath, name)(1 + 2j)
    print(name, '%.9f %.9f' % (v.real, v.imag), end=' ')
print(cmath.polar(3 + 4j)[0], cmath.rect(2, 0), cmath.isclose(1 + 1e-12j, 1), cmath.isnan(complex(nan, 0)), cmath.isinf(complex(0, inf)), cmath.isfinite(1j), cmath.pi, cmath.infj, cmath.nanj)
print(1j ** 2, (1 + 1j) ** 3, (1 + 1j) ** 0, (2 + 0j) ** 0.5, 1j ** 1j, sum([1j, 2, 3.5]), (3 + 4j).__abs__(), (1 + 2j).__add__(3), (1 + 2j).__eq__('x'))
