"""int and bool against CPython 3.11."""
from __future__ import absolute_import

import expressions
from expressions import check
from seeds import seeded

EDGES = [2 ** 31, 2 ** 32, 2 ** 53, 2 ** 62, 2 ** 63, 2 ** 64, 10 ** 18, 2 ** 61 - 1]
OPERATORS = ['+', '-', '*', '//', '%', '/', '&', '|', '^', '<', '<=', '==', '!=', '>', '>=']


def an_int(r):
    kind = r.random()
    if kind < 0.3:
        value = r.randint(-10, 10)
    elif kind < 0.5:
        value = r.choice(EDGES) + r.randint(-3, 3)
    elif kind < 0.7:
        value = r.getrandbits(r.randint(1, 70))
    elif kind < 0.9:
        value = r.getrandbits(r.randint(60, 400))
    else:
        value = r.getrandbits(64) << r.randint(0, 200)
    return '(%d)' % (value if r.random() < 0.6 else -value)


def test_arithmetic():
    r = seeded('arithmetic')
    sources = []
    for _ in range(150):
        sources.append('%s %s %s' % (an_int(r), r.choice(OPERATORS), an_int(r)))
    for _ in range(150):
        sources += ['divmod(%s, %s)' % (an_int(r), an_int(r)), '%s << %d' % (an_int(r), r.randint(-1, 150)),
                    '%s >> %d' % (an_int(r), r.randint(-1, 150)), '(%d) ** %d' % (r.randint(-50, 50), r.randint(-5, 60)),
                    '-%s' % an_int(r), '~%s' % an_int(r), 'abs%s' % an_int(r), 'hash%s' % an_int(r), 'float%s' % an_int(r)]
    check(sources)


def test_pow_with_modulus():
    r = seeded('pow')
    check(['pow(%s, %d, %s)' % (an_int(r), r.randint(-20, 200), an_int(r)) for _ in range(150)] +
          ['pow(%s, %s, %d)' % (an_int(r), an_int(r), r.randint(-20, 200)) for _ in range(150)] +
          ['pow(2, 3, 0)', 'pow(2, -1, 4)', 'pow(2, 3, 1.5)', 'pow(True, 5, 3)', 'pow(0, 0, 1)', 'pow(-3, -1, -7)'])


def test_shifts_and_powers_past_the_word():
    check(['1 << 63', '-1 << 63', '1 << 64', '0 << 10 ** 30', '1 << -1', '1 >> -1', '1 >> 10 ** 30', '-1 >> 10 ** 30', '1 << -10 ** 30',
           '2 ** 63', '(-2) ** 63', '(-2) ** 64', '0 ** 0', '0 ** -1', '(-1) ** (10 ** 30)', '1 ** (10 ** 30)', '0 ** (10 ** 30)',
           '2 ** -1', '(2 ** 70) ** -1', '(10 ** 400) ** -1'])


def test_division():
    check(['7 // 0', '7 % 0', '7 / 0', 'divmod(7, 0)', '10 ** 30 // 0', '10 ** 30 % 0', '10 ** 30 / 0', 'divmod(10 ** 30, 0)',
           '(-2 ** 63) // -1', '(-2 ** 63) % -1', 'divmod(-2 ** 63, -1)', '10 ** 400 / 3', '10 ** 400 / 10 ** 399', '(2 ** 53 + 1) / 1',
           '(2 ** 53 + 1) / 3', '(2 ** 64 + 2 ** 11) / 1'])


def test_methods():
    r = seeded('methods')
    sources = []
    for _ in range(150):
        order, signed = r.choice(['big', 'little']), r.choice([True, False])
        data = ''.join(chr(r.randrange(256)) for _ in range(r.randint(0, 30)))
        sources += ['%s.bit_length()' % an_int(r), '%s.bit_count()' % an_int(r), 'round(%s, %d)' % (an_int(r), r.randint(-25, 3)),
                    '%s.to_bytes(%d, "%s", signed=%s)' % (an_int(r), r.randint(0, 12), order, signed),
                    'int.from_bytes(b%s, "%s", signed=%s)' % (repr(data), order, signed)]
    check(sources + [
        '(5).real', '(5).imag', '(5).numerator', '(5).denominator', '(5).conjugate()', '(5).as_integer_ratio()', '(5).__trunc__()',
        '(5).__floor__()', '(5).__ceil__()', '(5).__getnewargs__()', '(5).__index__()', 'True.__index__()', 'True.real', 'True.conjugate()',
        '(5).to_bytes()', '(300).to_bytes()', '(-1).to_bytes(1)', '(5).to_bytes(-1, "big")', '(5).to_bytes(1, "middle")',
        '(0).to_bytes(0, "big")', '(1).to_bytes(0, "big")', '(-129).to_bytes(1, "big", signed=True)', 'int.from_bytes([1, 2], "big")',
        'int.from_bytes("ab", "big")', 'int.from_bytes(b"", "big")', 'int.from_bytes(b"\\x01")', 'bool.from_bytes(b"\\x01")',
        'round(15, -1)', 'round(25, -1)', 'round(-15, -1)', 'round(5, 10 ** 30)', 'round(5, "a")',
        'round(10 ** 30 + 5 * 10 ** 10, -11)'])


def test_bool():
    check(['True & False', 'True | False', 'True ^ True', 'True & 1', '1 & True', 'True + True', '-True', '~True', 'repr(True)',
           'bool()', 'bool("")', 'bool([1])', 'bool(0.0)', 'int(True)', 'True == 1', 'True < 2', 'int.__and__(True, False)',
           'bool.__and__(True, False)', 'hash(True)', 'True.bit_length()', 'bool(1, 2)'])


def test_text_to_int():
    r = seeded('text')
    digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
    sources = []
    for _ in range(150):
        base = r.randint(2, 36)
        text = ''.join(r.choice(digits[:base] + '_') if r.random() < 0.97 else r.choice(' -+z_') for _ in range(r.randint(1, 60)))
        sources.append('int(%r, %d)' % (text, base))
        sources += ['int(%r)' % an_int(r)[1:-1], 'int(%r, 0)' % hex(int(an_int(r)[1:-1])).rstrip('L'), 'repr%s' % an_int(r)]
    check(sources + [
        "int('')", "int('12a')", "int(' 12 ')", "int('1_2')", "int('_12')", "int('12_')", "int('1__2')", "int('0x1f', 16)",
        "int('0x_1f', 16)", "int('0x1f', 0)", "int('0x', 16)", "int('0x', 0)", "int('0b2', 0)", "int('010', 0)", "int('0_0', 0)",
        "int('00', 0)", "int('0o17', 0)", "int('0B11', 2)", "int('0b1', 16)", "int('12', 1)", "int('12', 37)", "int('12', -1)",
        "int('12', 10 ** 30)", "int('12', 1.5)", "int('z', 36)", "int(b'12')", "int(b'1a')", "int(bytearray(b'1a'))", 'int([])',
        'int(12, 10)', 'int(base=10)', 'int()', "int('1' * 4300) % 10 ** 9", "int('1' * 4301)", "int('1' * 5000 + 'z')",
        "int('_' * 5000)", "int('1' * 5000, 16) % 10 ** 9", "int('- 1')", "int('--1')", "int('+1')", "int('1\\x002')", 'int(None)',
        u"int('\u0663\u0664')".encode('utf-8'), u"int('\u0663x')".encode('utf-8'), "int('\\x1c12')", u"int('\u300012\u2003')".encode('utf-8'),
        u"int('\xe9' * 300)".encode('utf-8'), 'int(1.9)', 'int(-1.9)', "int(float('nan'))", "int(float('inf'))", 'int(1e300)',
        'repr(10 ** 4299)[:10]', 'repr(10 ** 4300)', "'%d' % 10 ** 4300", "'%x' % 16 ** 5000 == '1' + '0' * 5000"])


def test_formats():
    r = seeded('formats')
    sources = []
    for _ in range(150):
        spec = (r.choice(['', '<', 'x^', '*>', '=']) + r.choice(['', '+', ' ', '-']) + r.choice(['', '#']) + r.choice(['', '0']) +
                r.choice(['', '5', '40']) + r.choice(['', ',', '_']) + r.choice(['', 'd', 'x', 'X', 'o', 'b', 'n', 'e', 'g', 'f', '%', 's']))
        sources.append('format(%s, %r)' % (an_int(r), spec))
        percent = ('%' + r.choice(['', '+', '-', '0', ' ', '#', '#0', '-+']) + r.choice(['', '5', '30']) + r.choice(['', '.3', '.25']) +
                   r.choice('diuoxXc'))
        sources.append('%r %% (%s,)' % (percent, an_int(r)))
    check(sources)


def test_hashes_agree():
    check(['hash(2 ** 61 - 1)', 'hash(2 ** 61)', 'hash(-1)', 'hash(-2)', 'hash(2 ** 61 - 2)', 'hash(-(2 ** 61))', 'hash(10 ** 30)',
           'hash(10 ** 30) == hash(1e30)', 'hash(2 ** 100) == hash(2.0 ** 100)', 'hash(-2 ** 63)', 'hash(2 ** 63)'])


def test_representation_is_canonical():
    """A value that fits the word is a W_Int, whatever it came from."""
    from interpreter.objects.int import W_Int, W_Long
    for source, cls in [('2 ** 63 - 1', W_Int), ('2 ** 63', W_Long), ('-2 ** 63', W_Int), ('-2 ** 63 - 1', W_Long),
                        ('2 ** 64 - 2 ** 64', W_Int), ('2 ** 64 // 4', W_Int), ('-(2 ** 63)', W_Int), ('2 ** 64 >> 10', W_Int)]:
        import __future__
        import ast
        tree = compile(source, '<expression>', 'eval', ast.PyCF_ONLY_AST | __future__.division.compiler_flag)
        assert type(expressions.Evaluator({}).eval(tree)) is cls


def test_small_ints_are_shared():
    from interpreter.objects.int import newint
    assert newint(256) is newint(256) and newint(-5) is newint(-5)
    assert newint(257) is not newint(257)
