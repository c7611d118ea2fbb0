"""Operator precedence and associativity, chained comparison, conditional, lambda, evaluation order."""
for e in ('2 + 3 * 4', '-2 ** 2', '2 ** -1', '2 ** 3 ** 2', '(2 ** 3) ** 2', 'not 1 == 2', 'not True or True', '1 or 2 and 3', '1 < 2 < 3',
          '1 < 3 > 2', '3 > 2 == 2', '1 == 1 in [1]', '1 if 0 else 2 if 0 else 3', '5 // 2 * 3', '5 % 3 ** 2', '~1 + 2', '-7 // 2', '- -5',
          '1 | 2 & 3 ^ 1', '1 << 2 + 1', '8 >> 1 << 2', '6 & 3 == 3', 'lambda: 1, 2', '(lambda *a, k=3, **d: (a, k, d))(1, 2, z=4)',
          '[] or {} or "last"', '0 and 1 / 0', '1 < 0 < 1 / 0', '"a" "b" % ()', '"%s" % 1 + "x"', 'not not 5', '1, 2 + 3, *[4]', '2 ** ~1', 'await_ if 0 else 1',
          '3 is not None', 'not 3 is None', '1 not in [2]', 'not 1 in [2]', '(1,) + (2,)', '1 .__class__', '1..real', '1.e2', '0x_ff', '0b1_0', '0o17', '1_000j',
          '5 if 1 else 6 and 7', '(yield_ := 5) + yield_', '[1, 2, 3][-1:][0]', '{1: 2}[1] + 3', '"abc"[1].upper() * 2', '1 +2', '1 - -1', '1 if True else 1/0'):
    try:
        v = eval(e)
        print(e, '=', [x if not callable(x) else 'function' for x in v] if type(v) is tuple else v)
    except Exception as x:
        print(e, '->', type(x).__name__, x)


def t(name, v=None):
    print(name, end=' ')
    return v


t('a', 1) + t('b', 2) * t('c', 3)
print()
[t('x', 1), t('y', 2)][t('index', 0)]
print()
{t('k1', 1): t('v1'), t('k2', 2): t('v2')}
print()
t('f', print)(t('arg'), *t('star', []), **t('kw', {}), sep=t('sep', ''))
t('then', 1) if t('cond', 0) else t('else', 2)
print()
t('l', 1) < t('m', 3) < t('n', 2) < t('never', 5)
print()
t('o', {})[t('p', 1)] = t('value first', 1)
print()
d = {}
d[t('key', 'k')] = d.setdefault(t('k2', 'z'), t('v2', 0))
print(d)
print((lambda x=t('default', 5): x)(), (lambda: (yield))().__class__.__name__)
