"""Floats: repr, arithmetic, formatting, parsing."""
for x in (0.1, 1.0, 1e16, 1e15, 123456789.123, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, 2 / 3, 100.0, 1e100, float('inf'), float('-inf'), float('nan'), -0.0):
    print(repr(x), str(x), '%.3f' % x, '%g' % x, format(x, '.5g'), format(x, 'e'))
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(7.5, 2), 2.0 ** 10, 1e308 * 10, -1e308 * 10)
print(round(2.5), round(3.5), round(2.675, 2), round(-1.5), round(1234.567, -2), round(1e20), round(0.5))
print(float('  1.5e3 '), float('1_000.5'), float('Infinity'), float('-nan'), (0.5).as_integer_ratio(), (3.0).is_integer(), (0.1).hex(), float.fromhex('0x1.8p1'))
print(1.0 == 1, hash(1.0) == hash(1), hash(0.5), hash(float('inf')), 0.1 + 0.2 == 0.3, 1 < 1.5 < 2, float('nan') == float('nan'), min(1.5, 1), max(2, 2.0))
print(int(1e15), int(-2.7), 3.7.__trunc__(), 3.2.__ceil__(), 3.7.__floor__(), abs(-2.5), -(2.5), +2.5, 3.0.real, 2.0.imag, complex(1.5))
import math
print(math.sqrt(2), math.sin(1), math.cos(1), math.atan2(1, 2), math.exp(1), math.log(10), math.log2(8), math.log10(1000), math.log(8, 2), math.floor(-1.5), math.ceil(1.2), math.trunc(2.7))
print(math.hypot(3, 4), math.fmod(-7, 3), math.copysign(1, -0.0), math.isnan(float('nan')), math.isclose(0.1 + 0.2, 0.3), math.fsum([0.1] * 10), math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 4), math.pi, math.e, math.inf, math.degrees(math.pi), math.radians(180))
for bad in ('1.0 / 0', '1.0 // 0', '1.0 % 0', 'float("x")', 'float("")', 'math.sqrt(-1)', 'math.log(0)', '0.0 ** -1', 'float(None)', '1.5 << 2', 'math.exp(1000)', '10.0 ** 400', 'int("1.5")', 'float.fromhex("zz")'):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
print(1j * 1j, (1 + 2j) * (3 - 1j), abs(3 + 4j), (1 + 2j).conjugate(), complex('1+2j'), (1 + 2j) ** 2, (1 + 2j) / (1 - 1j), repr(-0j), complex(1, -0.0), 1j == 1j, hash(1 + 0j) == hash(1), (2 + 3j).real, str(1e20 + 1j))
