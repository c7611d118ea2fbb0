"""float and complex against CPython 3.11."""
from __future__ import absolute_import

from expressions import check
from seeds import seeded
from test_num_int import an_int

SPECIAL = ['0.0', '(-0.0)', '1.5', '(-2.5)', '0.5', '1e308', '1e-320', '5e-324', '1e16', '1e15', '123456789.125', '(2.0**53)', '1e22', '1e23',
           '0.1', '1e100', '(-1e-5)', '(-7.0)', '3.0', "float('inf')", "float('-inf')", "float('nan')"]


def a_float(r):
    kind = r.random()
    if kind < 0.4:
        return r.choice(SPECIAL)
    if kind < 0.7:
        return '(%r)' % r.uniform(-100, 100)
    return '(%r)' % (r.uniform(-1, 1) * 10.0 ** r.randint(-300, 300))


def a_complex(r):
    return 'complex(%s, %s)' % (a_float(r), a_float(r))


def test_arithmetic():
    r = seeded('floats')
    sources = []
    for _ in range(500):
        a, b = a_float(r), r.choice([a_float, a_float, an_int])(r)
        if r.random() < 0.5:
            a, b = b, a
        sources.append('%s %s %s' % (a, r.choice(['+', '-', '*', '//', '%', '/', '<', '<=', '==', '!=', '>', '>=']), b))
    for _ in range(200):
        sources += ['divmod(%s, %s)' % (a_float(r), a_float(r)), '%s ** %s' % (a_float(r), a_float(r)),
                    '%s ** %d' % (a_float(r), r.randint(-5, 5))]
    check(sources)


def test_conversions_and_methods():
    r = seeded('float methods')
    sources = []
    for _ in range(200):
        x = a_float(r)
        if 'nan' not in x:
            sources.append('hash(%s)' % x)
        sources += ['repr(%s)' % x, 'int(%s)' % x, 'round(%s)' % x, 'round(%s, %d)' % (x, r.randint(-5, 8)),
                    'round(%s, %d)' % (x, r.randint(-310, 330)), '%s.hex()' % x, '%s.as_integer_ratio()' % x, '%s.is_integer()' % x,
                    'float.fromhex(%s.hex())' % x, '%s.__trunc__()' % x, '%s.__floor__()' % x, '%s.__ceil__()' % x, 'float(repr(%s))' % x]
    check(sources + ['(2.5).__round__()', '(3.5).__round__()', 'round(2.675, 2)', 'round(0.5, 0)', 'round(1e308, -308)',
                     'round(1.7e308, -308)', 'round(5e-324, 323)', 'round(1.5, None)', 'round(1.5, "a")', '(1.5).real', '(1.5).imag',
                     '(1.5).conjugate()', 'float.__getformat__("double")', 'float.__getformat__("single")', '(1.5).__getnewargs__()'])


def test_text():
    check(["float('')", "float('1_0.5')", "float('1_')", "float('_1')", "float('1e_5')", "float('1e5_0')", "float('  1.5\\n')",
           "float('inf')", "float('-Infinity')", "float('+nan')", "float('infi')", "float('1e400')", "float('-1e400')", "float('.5')",
           "float('5.')", "float('.')", "float('e5')", "float('1e')", "float('1e+')", u"float('\u0663.\u0665')".encode('utf-8'),
           "float(b'1.5')", "float(bytearray(b'1.x'))", 'float([])', "float('0x1')", 'float(10 ** 400)', 'float(None)', "float('1.5e-3x')",
           "float('1\\x00')", 'float(True)', 'float()', 'float(2 ** 53 + 1)', 'float(1, 2)', "float('9' * 400)", "float('0.' + '0' * 400 + '1')",
           "float('179769313486231580793728971405301e276')", "float('2.4703282292062328e-324')", "float('2.4703282292062327e-324')"])


def test_hexadecimal():
    r = seeded('hexadecimal')
    sources = []
    for _ in range(120):
        digits = ''.join(r.choice('0123456789abcdefABCDEF') for _ in range(r.randint(0, 20)))
        sources.append('float.fromhex(%r)' % (
            r.choice(['', '-', '+', ' ']) + r.choice(['', '0x', '0X']) + digits + r.choice(['', '.', '.8', '.123456789abcdef01']) +
            r.choice(['', 'p%d' % r.randint(-1200, 1100), 'p+5', 'P-1074', 'p', 'q'])))
    check(sources + ["float.fromhex('inf')", "float.fromhex('-infinity ')", "float.fromhex('nan')", "float.fromhex('')",
                     "float.fromhex('0x1.fffffffffffff8p1023')", "float.fromhex('0x1.fffffffffffff7p1023')", "float.fromhex('0x1p-1075')",
                     "float.fromhex('0x1.8p-1075')", "float.fromhex('0x0.8p-1074')", 'float.fromhex(1)', "float.fromhex('0x1p99999999999999999999')",
                     "float.fromhex('0x0p99999999999999999999')", "float.fromhex('0x1p-99999999999999999999')"])


def test_formats():
    r = seeded('float formats')
    sources = []
    for _ in range(250):
        spec = (r.choice(['', '<', 'x^', '*>', '=']) + r.choice(['', '+', ' ', '-']) + r.choice(['', 'z']) + r.choice(['', '#']) +
                r.choice(['', '0']) + r.choice(['', '5', '40']) + r.choice(['', ',', '_']) + r.choice(['', '.0', '.3', '.12', '.30']) +
                r.choice(['', 'e', 'g', 'f', '%', 'E', 'G', 'F', 'n']))
        sources.append('format(%s, %r)' % (a_float(r), spec))
        percent = ('%' + r.choice(['', '+', '-', '0', ' ', '#', '#0', '-+']) + r.choice(['', '5', '30']) + r.choice(['', '.0', '.3', '.25']) +
                   r.choice('eEfFgG'))
        sources.append('%r %% %s' % (percent, a_float(r)))
    check(sources + ["format(1.5, '.6000f')", "format(1e-320, '.7000e')[-30:]", "'%.6000g' % 1.1", "format(1.5, '.2147483648f')"])


def test_pow_special_cases():
    values = ['0.0', '(-0.0)', '1.0', '(-1.0)', '2.0', '(-2.0)', '0.5', "float('inf')", "float('-inf')", "float('nan')", '3.0', '(-0.5)', '1e300']
    check(['%s ** %s' % (x, y) for x in values for y in values if not (x.startswith('(-') and y == '0.5')])


def test_complex():
    r = seeded('complex')
    sources = []
    for _ in range(120):
        a, b = a_complex(r), r.choice([a_complex, a_complex, a_float, an_int])(r)
        if r.random() < 0.5:
            a, b = b, a
        sources.append('%s %s %s' % (a, r.choice(['+', '-', '*', '/', '==', '!=']), b))
        spec = (r.choice(['', '<', 'x^', '*>']) + r.choice(['', '+', ' ', '-']) + r.choice(['', '#']) + r.choice(['', '5', '60']) +
                r.choice(['', ',', '_']) + r.choice(['', '.0', '.3', '.12']) + r.choice(['', 'e', 'g', 'f', 'E', 'G', 'F', 'n']))
        sources += ['repr(%s)' % a_complex(r), 'abs(%s)' % a_complex(r), 'complex(repr(%s))' % a_complex(r),
                    'format(%s, %r)' % (a_complex(r), spec), '-%s' % a_complex(r)]
    check(sources + [
        "complex('1+2j')", "complex('1+2')", "complex('j')", "complex('-j')", "complex('1-j')", "complex(' ( 1+2j ) ')", "complex('1 + 2j')",
        "complex('infj')", "complex('nan+nanj')", "complex('1e5-1e-5j')", "complex('')", "complex('1', '2')", "complex(1, '2')", 'complex([])',
        'complex(1, [])', 'complex(1+2j, 3+4j)', 'complex(1, -0.0)', 'complex(-0.0, -0.0)', 'complex(imag=1)', 'complex(real=1+1j)',
        "complex('1_0')", '1j < 2j', '1j % 2', '1j // 2', 'divmod(1j, 2)', 'pow(1j, 2, 3)', '(1+2j) ** 2', '(1+2j) ** -2', '(1+2j) ** 0',
        '0j ** 0', '0j ** -1', '0j ** 1j', '1j ** 1000000', '(1+2j).real', '(1+2j).imag', '(1+2j).conjugate()', '(1+2j).__complex__()',
        '(1+2j).__getnewargs__()', 'hash(1+0j) == hash(1)', 'hash(1.5+2j)', '(1+2j) == 1', '(1+0j) == 1', '1 == (1+0j)', '1.5 == 1.5+0j',
        '(2 ** 53 + 1) == complex(2 ** 53)', '1j / 0', "int(1j)", "float(1j)", 'abs(complex(1e308, 1e308))', 'bool(0j)', 'bool(1j)'])
