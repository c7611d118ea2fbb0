"""Format specifications, % and str.format against CPython 3.11."""
from __future__ import absolute_import

from expressions import check
from seeds import seeded


def test_specifications():
    check(["format('a', %r)" % spec for spec in ['+', ' ', 'z', '#', '=5', 'd', ',', '_', '5,s', 'ab', '05', '<05', '.0', '.1s', '1.', 's5']] +
          ["format(1, %r)" % spec for spec in ['.3', 'z', '+c', '#c', 'c', 's', 'ab', ',_', '_,', ',,', ',b', '_b', ',c', ',n', '_n', '.', '0<5',
                                               '99999999999999999999', '5 ', '\\', '{']] +
          ["format(%s, %r)" % (x, spec) for x in ['123', '1234567', "float('inf')", '1234.5', '255', '0', '-1'] for spec in
           ['04,', '015,', 'x<015,', '010', '010,', '+010,', '012,.1f', '#_x', '#020_x', '#020_b', '#o', '^+12', '=+12', '-<12']] +
          ["format(-1, 'c')", "format(10 ** 30, 'c')", "format(1, '\\xe9')", "format(1, ',\\xe9')", "format(10 ** 400, 'f')", "format(True, '')",
           "format(True, 'd')", "format(True, 's')", "format(1j, '05')", "format(1j, '=5')", "format(1j, 'd')", "format(1j, '%')",
           "format(-0.0, 'z')", "format(-0.001, 'z.1f')", "format([], '')", "format([], '5')", "format(None, '<5')"])


def test_percent():
    check(["'%d' % 'a'", "'%x' % 1.5", "'%d' % 1.5", "'%d' % 1e30", "'%c' % 'ab'", "'%c' % -1", "'%c' % 1.5", "'%c' % 233", "'%c' % 'e'", "'%f' % 'a'",
           "'%s' % ()", "'%s' % (1, 2)", "'abc' % 1", "'abc' % {}", "'abc' % []", "'%(a)s' % 1", "'%(a)s' % {'a': 3}", "'%(a' % {'a': 3}", "'%' % 1",
           "'%5' % 1", "'%y' % 1", "'\\xe9%y' % 1", "'%\\xe9' % 1", "'%*d' % ('a', 1)", "'%*d' % (5, 1)", "'%*d' % (-5, 1)", "'%.*f' % (2, 1)",
           "'%.*f' % (-2, 1)", "'%99999999999999999999d' % 1", "'%.99999999999999999999d' % 1", "'%.3d' % 5", "'%#x' % 255", "'%#o' % 8", "'%#X' % -255",
           "'%+05d' % 3", "'% d' % 3", "'%-5d|' % 3", "'%05d' % -3", "'%.0f' % 0.5", "'%05f' % float('inf')", "'%#.0f' % 1", "'%g' % 1e-5",
           "'%r' % '\\xe9'", "'%a' % '\\xe9'", "'%.2s' % '\\xe9\\xe0\\xfc'", "'%5s' % '\\xe9'", "'%05s' % '\\xe9'", "'%i %u' % (1, 2)", "'%ld' % 3",
           "'%((a))s' % {'(a)': 1}", "'%%' % ()", "'%5%' % ()", "'%s %s' % (1,)", "'%(a)s %(b)s' % {'a': 1, 'b': 2}", "'%(a)s' % {}", "'%s' % {}",
           "'%s' % [1]", "'%s' % ((1, 2),)", "'%d' % True", "'%x' % -255", "'%08.3f' % -1.5", "'%+.2e' % 12345.678", "'%G' % 1e-10", "'%F' % float('nan')",
           "'%e' % 10 ** 400", "'%s' % None", "'%.0s|' % 'abc'", "'%b' % 1", "'%d%%' % 5", "'%-08d|' % 5", "'%#010x' % 255", "'%+s' % 'a'"])


def test_fields():
    check(["'}'.format()", "'{'.format()", "'{0'.format(1)", "'{0!}'.format(1)", "'{0!r'.format(1)", "'{0!rs}'.format(1)", "'{0!x}'.format(1)",
           "'{0!\\xe9}'.format(1)", "'{}{0}'.format(1)", "'{0}{}'.format(1)", "'{}'.format()", "'{5}'.format(1)", "'{a}'.format()", "'{a}'.format_map({})",
           "'{}'.format_map({})", "'{0}'.format_map({})", "'{a}'.format_map({'a': 5})", "'{a.}'.format(a=1)", "'{a[}'.format(a=1)", "'{a[]}'.format(a=1)",
           "'{a[0]b}'.format(a=[1])", "'{a[0].real}'.format(a=[1])", "'{a{b}}'.format(a=1)", "'{0:{1}}'.format(1, 5)", "'{0:{1:{2}}}'.format(1, 5, 3)",
           "'{:{}{}}'.format(1, '>', 5)", "'{0:{}}'.format(1, 5)", "'{99999999999999999999}'.format(1)", "'{{{0}}}'.format(1)", "'{0:}}'.format(1)",
           "'{0:{{}'.format(1)", "'{0:{}'.format(1)", "'{0:a{'.format(1)", "'{!r}'.format('a')", "'{.real}'.format(1)", "'{[0]}'.format([5])",
           "'{0[a]}'.format({'a': 1})", "'{0[-1]}'.format({'-1': 2})", "'{0[99999999999999999999]}'.format([1])", "'{:^{}}'.format('x', 5)",
           "'{a.b.c}'.format(a=1)", "'{:d}'.format('a')", "'{!s:>5}|'.format('\\xe9')", "'{!a}'.format('\\xe9')", "'{ 0}'.format(1)", "'{0 }'.format(1)",
           "'{:%Y}'.format(1)", "'{0}{1}{0}'.format(1, 2)", "'{a}{b}'.format(a=1, b=2)", "'{0}{a}'.format(1, a=2)", "'{}}}{{'.format(1)",
           "'{0.__class__.__name__}'.format(1)", "'{0:>{width}}'.format(1, width=4)", "''.format()", "'abc'.format(1, 2)", "str.format()",
           "str.format(1)", "'{:,}'.format(1234567)", "'{:_b}'.format(1234)", "'{:\\xe9>5}'.format('a')", "'{!}'.format(1)", "'{!'.format(1)", "'{:'.format(1)"])


def test_parser_of_string_formatter():
    from interpreter.objects.fields import FieldName, Parser
    parser = Parser('a{{b{x.y[0]!r:>{w}}c')
    seen = []
    while parser.next():
        seen.append((parser.literal, parser.has_field, parser.name, parser.spec, parser.conversion))
    assert seen == [('a{', False, '', '', 0), ('b', True, 'x.y[0]', '>{w}', ord('r')), ('c', False, '', '', 0)]
    name = FieldName('x.y[0][k].z')
    parts = []
    while name.next():
        parts.append((name.is_attribute, name.part))
    assert name.first == 'x' and parts == [(True, 'y'), (False, '0'), (False, 'k'), (True, 'z')]


def test_random_fields():
    r = seeded('fields')
    sources = []
    for _ in range(400):
        text = ''.join(r.choice(['{', '}', '{{', '}}', '0', '1', 'a', '!r', '!', ':', '>5', '.real', '[0]', '[', ']', 'x', '{0}', '{}', '{a}'])
                       for _ in range(r.randint(0, 7)))
        sources.append('%r.format(1, 2, a=3)' % text)
    check(sources)
