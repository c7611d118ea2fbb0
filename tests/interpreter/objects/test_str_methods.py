"""str against CPython 3.11."""
from __future__ import absolute_import

from expressions import check
from seeds import seeded
from texts import SHARED, part_of, shared_expressions, shown, some_text

METHODS = SHARED + 'casefold isdecimal isnumeric isprintable isidentifier encode'.split()


def test_random():
    r = seeded('str')
    sources = []
    for _ in range(120):
        value, e, shared = shared_expressions(r, some_text, shown, METHODS)
        sources += shared
        keys = some_text(r, 4)
        values = (some_text(r, 4) + keys)[:len(keys)] if r.random() < 0.8 else some_text(r, 4)
        spec = (r.choice(['', '<', u'\xe9^', '*>', u'\u65e5<']) + r.choice(['', '0']) + r.choice(['', '5', '15']) +
                r.choice(['', '.3', '.0']) + r.choice(['', 's']))
        percent = u'%' + r.choice(['', '-', '0']) + r.choice(['', '8']) + r.choice(['', '.3']) + r.choice('sra')
        sources += ['%s.translate(str.maketrans(%s, %s%s)' % (
                        e, shown(keys), shown(values), r.choice([')', ', %s)' % shown(some_text(r, 2))])),
                    'format(%s, %s)' % (e, shown(unicode(spec))), '%s %% (%s,)' % (shown(percent), e), 'ascii(%s)' % e,
                    '"{0!%s:%s}".format(%s)' % (r.choice('sra'), r.choice(['', '<9', '*^9']), e)]
    check(sources)


def test_case_mapping_of_every_code_point():
    """In rows of 256 code points, so that each stands between others."""
    sources = []
    for start in range(0, 0x20000, 256):
        row = u''.join(unichr(c) for c in range(start, start + 256))
        e = shown(row)
        sources += ['%s.%s()' % (e, name) for name in ('upper', 'lower', 'casefold', 'swapcase')]
    check(sources + ["(%s).title()" % shown(u' '.join(unichr(c) for c in range(start, start + 256)))
                          for start in range(0, 0x3000, 256)])


def test_growing():
    """Texts that grow from any earlier one and are looked at in any order."""
    from interpreter.objects.str import LONG, newstr
    for alphabet in (u'ab', u'a\xe9\u65e5\U0001f600'):
        r = seeded('growing')
        texts_w, texts, put_off = [newstr('x' * (LONG - 3))], [u'x' * (LONG - 3)], 0
        for _ in range(400):
            k = r.choice([-1, -1, -1, r.randrange(len(texts))])
            tail = u''.join([r.choice(alphabet) for _ in range(r.randrange(9))])
            texts_w.append(texts_w[k].op_add(newstr(tail.encode('utf-8'))))
            texts.append(texts[k] + tail)
            put_off += texts_w[-1]._text is None
            k = r.randrange(len(texts))
            if r.random() < 0.1:
                assert texts_w[k]._utf8 == texts[k].encode('utf-8')
            elif r.random() < 0.1:
                i = r.randrange(len(texts[k]))
                assert texts_w[k].substring(i, i + 1)._utf8 == texts[k][i].encode('utf-8')
        assert put_off > 100
        for w_text, text in zip(texts_w, texts):
            assert w_text._utf8 == text.encode('utf-8') and w_text._length == len(text) and w_text._text is not None


def test_errors():
    check(["'a' + 1", "1 + 'a'", "'a' * 'b'", "'a' * 10 ** 30", "'ab' * 2 ** 62", "'a'[1]", "'a'[1.0]", "'a'['b']", "'a'[10 ** 30]", "1 in 'a'", "None in 'a'",
           "'a' < 1", "'a' == 1", "'a' != b'a'", "'a'.find(1)", "'a'.find(None)", "'a'.find('b', 'c')", "'a'.index('b')",
           "'a'.rindex('b')", "'a'.count(1)", "'a'.startswith(1)", "'a'.startswith(('a', 1))", "'a'.startswith((1,))", "'a'.endswith([])",
           "'a'.startswith(())", "'a'.split('')", "'a'.split(1)", "'a'.rsplit(b'x')", "'a'.split('x', 1.5)", "'a b c'.split(maxsplit=1)",
           "'a'.split(sep='a')", "'a'.partition('')", "'a'.partition(1)", "'a'.rpartition(None)", "'a'.strip(1)", "'a'.lstrip(b'a')",
           "'a'.rstrip(1)", "'a'.replace(1, 2)", "'a'.replace('a', 2)", "'a'.replace('a')", "'a'.replace('a', 'b', 'c')", "'a'.join(1)",
           "'a'.join([1])", "'a'.join(['b', 1])", "','.join('abc')", "','.join(('a',))", "'a'.center(3, 'ab')", "'a'.center(3, 1)",
           "'a'.center('b')", "'a'.ljust(3, '')", "'a'.zfill('b')", "'a'.expandtabs('b')", "'a'.translate(1)", "'a'.translate({97: 1.5})",
           "'a'.translate({97: 0x110000})", "'ab'.translate({97: None})", "'ab'.translate({97: 'xyz'})", "'ab'.translate({97: 98})",
           "'ab'.translate([])", "str.maketrans(1)", "str.maketrans({'ab': 1})", "str.maketrans({1.5: 1})", "str.maketrans('a', 'bc')",
           "str.maketrans('a', 1)", "str.maketrans(1, 'a')", "str.maketrans('a', 'b', 1)", "sorted(str.maketrans({'a': 'b', 99: None}).items())",
           "'a'.removeprefix(1)", "'a'.removesuffix(None)"])


def test_construction():
    check(['str()', 'str(1)', 'str(b"a")', 'str(b"a", "utf-8")', 'str(b"\\xff", "ascii", "replace")', 'str(b"a", errors="strict")',
           'str("a", "utf-8")', 'str(1, "utf-8")', 'str(object="x")', 'str(bytearray(b"ab"), "ascii")', 'str(memoryview(b"ab"), "ascii")',
           'str(b"\\xc3\\xa9", encoding="utf-8")', 'str("a", "b", "c", "d")', '"a".__getnewargs__()', 'list("a\\u00e9\\U0001f600")'])


def test_long_text_is_indexed():
    """Random access to long text that is not ASCII, on both sides of the index's strides."""
    r = seeded('long text')
    sources = []
    for _ in range(10):
        pool = r.choice([u'a\xe9', u'\u65e5\U0001f600a', u'\ud800a'])
        text = u''.join(r.choice(pool) for _ in range(r.choice([127, 128, 129, 191, 192, 193, 400])))
        e = shown(text)
        for _ in range(12):
            i, j = r.randint(-len(text), len(text) - 1), r.randint(-len(text), len(text))
            sources += ['%s[%d]' % (e, i), '%s[%d:%d]' % (e, i, j), '%s[%d:%d:-7]' % (e, i, j), '%s[::%d]' % (e, r.choice([-65, -3, 5, 70])),
                        '%s.find(%s)' % (e, shown(part_of(r, text, some_text))), '%s.rfind(%s, %d, %d)' % (e, shown(part_of(r, text, some_text)), i, j)]
    check(sources)


def test_hash_and_identity():
    from interpreter import ops
    from interpreter.objects.str import W_Str, newstr
    assert ops.hash(newstr('abc')) == ops.hash(W_Str('abc', 3))
    assert newstr('abc').op_getitem(expression('0')) is newstr('xa').op_getitem(expression('1'))


def expression(source):
    import ast
    from expressions import Evaluator
    return Evaluator({}).eval(ast.parse(source, mode='eval'))
