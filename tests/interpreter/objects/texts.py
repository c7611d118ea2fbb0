"""Random text and bytes, and the expressions on them that the tests of str, bytes and bytearray share."""
from __future__ import absolute_import

POOLS = [u'ab', u'abcABC ', u'aAbB1 _.-', u'\xe9\xe0\xfc\xdf\xc9', u'\u03b1\u03a3\u03c3\u03c2\u0391', u'a\xe9\u65e5\u672c\U0001f600x',
         u'\u0130\u0131Ii\u0307', u'\u01c6\u01c5\u01c4 \u0149 \ufb00 \u1fb3 \u1fbc', u'\u0345\u02b0a\u00aaA', u'\ud800\udc00a',
         u'\u0663\u0664\xbd\xb2\u2167\u4e00', u'\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\u3000 ',
         u'"\'\\\x00\x7f\xa0\xad\u200b\ue000\U000e0001']
BYTE_POOLS = ['ab', 'abcABC ', 'aAbB1 _.-\t\n\r\x0b\x0c', '\x00\xff\x80a', '"\'\\\x7f']


def shown(value):
    """The source of a text or bytes constant, in ASCII."""
    if isinstance(value, unicode):
        parts = []
        for c in value:
            code = ord(c)
            parts.append(c.encode('ascii') if 32 <= code < 127 and c not in u'\\"' else
                         '\\U%08x' % code if code > 0xFFFF else '\\u%04x' % code)
        return '"%s"' % ''.join(parts)
    return 'b"%s"' % ''.join('\\x%02x' % ord(c) for c in value)


def some_text(r, size=12):
    kind = r.random()
    if kind < 0.05:
        return u''.join(unichr(r.choice([r.randrange(0x110000), r.randrange(0x3000)])) for _ in range(r.randint(0, size)))
    pool = u''.join(POOLS) if kind < 0.1 else r.choice(POOLS)
    return u''.join(r.choice(pool) for _ in range(r.randint(0, size)))


def some_bytes(r, size=12):
    pool = r.choice(BYTE_POOLS)
    return ''.join(r.choice(pool) for _ in range(r.randint(0, size)))


def part_of(r, value, make):
    if value and r.random() < 0.7:
        i = r.randrange(len(value))
        return value[i:i + r.randint(0, 3)]
    return make(r, 3)


def a_bound(r):
    return r.choice(['None'] * 2 + [str(r.randint(-15, 15))] * 6 + ['10**30', '-10**30'])


def a_subscript(r):
    bounds = [a_bound(r) if r.random() < 0.7 else '' for _ in range(2)]
    return r.choice(['[%d]' % r.randint(-15, 15), '[%s:%s]' % tuple(bounds),
                     '[%s:%s:%d]' % (bounds[0], bounds[1], r.choice([-3, -2, -1, 1, 2, 3, 0]))])


SHARED = ('upper lower title capitalize swapcase isalpha isalnum isdigit isspace isascii islower isupper istitle split rsplit splitlines '
          'strip lstrip rstrip expandtabs').split()


def shared_expressions(r, make, source, methods):
    """Expressions on one random value; source makes the source of an object of a value."""
    value = make(r, 200 if r.random() < 0.1 else 12)
    e = source(value)
    part = lambda: shown(part_of(r, value, make))
    result = ['%s.%s()' % (e, name) for name in r.sample(methods, 6)]
    for name in r.sample('find rfind index rindex count startswith endswith'.split(), 3):
        arguments = [part()] + [a_bound(r) for _ in range(r.choice([0, 0, 1, 2]))]
        result.append('%s.%s(%s)' % (e, name, ', '.join(arguments)))
    limit = lambda: r.choice([')', ', %d)' % r.randint(-1, 4)])
    fill = lambda: r.choice([')', ', %s)' % shown(part_of(r, value, make)[:1])])
    result += [
        e + a_subscript(r), e + a_subscript(r), 'len(%s)' % e, 'repr(%s)' % e, 'list(%s)' % e, '%s.splitlines(True)' % e,
        '%s.%s(%s%s' % (e, r.choice(['split', 'rsplit']), r.choice(['None', part()]), limit()),
        '%s.%s(%s)' % (e, r.choice(['partition', 'rpartition', 'removeprefix', 'removesuffix']), part()),
        '%s.%s(%s)' % (e, r.choice(['strip', 'lstrip', 'rstrip']), shown(part_of(r, value, make) + part_of(r, value, make))),
        '%s.replace(%s, %s%s' % (e, part(), part(), limit()),
        '%s.%s(%d%s' % (e, r.choice(['center', 'ljust', 'rjust']), r.randint(-2, 25), fill()),
        '%s.zfill(%d)' % (e, r.randint(-2, 25)), '%s.expandtabs(%d)' % (e, r.randint(-2, 9)),
        '%s.join([%s])' % (e, ', '.join(part() for _ in range(r.randint(0, 4)))),
        '%s in %s' % (part(), e), '%s * %d' % (e, r.randint(-1, 4)), '%s + %s' % (e, shown(make(r, 12))),
        '%s %s %s' % (e, r.choice(['<', '<=', '==', '!=', '>', '>=']), shown(r.choice([make(r, 12), value[:r.randint(0, 5)], value + value])))]
    return value, e, result
