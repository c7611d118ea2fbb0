"""Text reports: f-strings nested and multi-line, str methods, textwrap, string.Template, difflib, locale-free number formats."""
import datetime
import decimal
import difflib
import fractions
import string
import textwrap

rows = [('Ångström', 12.5, 3, datetime.date(2023, 1, 31)), ('日本語', -0.000123, 10 ** 7, datetime.date(1999, 12, 1)), ('', 1e22, 0, datetime.date(1, 1, 1)), ('x' * 12, float('inf'), -5, None)]
for name, value, count, day in rows:
    print(f'|{name:<10.8}|{value:>+12.3g}|{count:^ 12,}|{day!s:>12.10}|{name!a}|{len(name)=}')
width, precision, fill = 12, 2, '·'
for value in (3.14159, -2, 10 ** 10, 0.5e-5):
    print(f'{value:{fill}^{width}.{precision}f}', f'{value:{"+" if value > 0 else "-"}{width}.{precision}e}', f'{value!r:>{width}}', f'{f"{value:.1f}":*>{width}}', f'{{{value}}}')
print(f'''{
    [n ** 2 for n in range(5)
     if n % 2]}
{ {'a': 1}['a'] } {(lambda x: x * 2)(4)} { "nested " f"{'deep ' f'{1 + 1}'}" }''', f"{'a' 'b'!r}", f'{3:{1}{0}}', f'{"" or "empty"}', f'{width = } {width=:>5} {width + 1 = !r}')
print(rf'\d{width}\n', fr'{fill}\t', f'\N{GREEK SMALL LETTER ALPHA}{fill}\x41', f'{"é"!a}', ascii('é'))


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        if spec.endswith('€'):
            return format(self.cents / 100, spec[:-1] + '.2f') + ' €'
        if spec:
            raise ValueError(f'bad spec {spec!r} for {type(self).__name__}')
        return str(self)

    def __str__(self):
        return f'{self.cents // 100}.{self.cents % 100:02d}'


print(f'{Money(12345)} {Money(12345):,€} {Money(99):>10€}', '{:€}|{!s:>8}'.format(Money(5), Money(5)))
for bad in ("f'{Money(1):x}'", "'{0.cents[0]}'.format(Money(1))", "'{} {1}'.format(1, 2)", "'{a}'.format()", "'{'.format()", "'{!x}'.format(1)", "f'{1:d:}'", "'{:{:{}}}'.format(1, 2, 3)",
            "'%(a)d' % {'b': 1}", "'%d' % 'x'", "'%c' % 300000000", "'%s %s' % 1", "'{:>{w}}'.format('x', w=-1)", "format('x', '=5')", "format(1.5, 'd')", "'{0[a}'.format({})", "'{0.}'.format(1)"):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
paragraph = 'The quick brown fox, which is (as everybody knows) rather   quick, jumps over the lazy dog; afterwards-it-sleeps for 1,000 hours.  Ünïcödé is fine.\n\n  Indented second paragraph\twith a tab.'
for options in (dict(width=30), dict(width=25, initial_indent='* ', subsequent_indent='  '), dict(width=10, break_long_words=False), dict(width=40, max_lines=2, placeholder=' [...]'), dict(width=30, break_on_hyphens=False, drop_whitespace=False)):
    print(textwrap.fill(paragraph, **options).replace(' ', '.'), end='\n--\n')
print(textwrap.shorten(paragraph, 40), repr(textwrap.dedent('''
      a
        b
    \t
      c
''')), textwrap.indent('a\n\nb\n', '> ', lambda line: True), sep='|')
t = string.Template('$who owes ${amount}€, $$5 fee; $missing')
print(t.safe_substitute(who='Zoë', amount=3), t.get_identifiers(), t.is_valid())
try:
    t.substitute(who=1, amount=2)
except KeyError as e:
    print('KeyError', e)
try:
    string.Template('a\n $ b').substitute()
except ValueError as e:
    print(e)


class Brace(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f'<{key}>') if isinstance(key, str) else super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        return value.upper() if conversion == 'u' else super().convert_field(value, conversion)


print(Brace().format('{0} {name!u} {other:>8} {name!r}', 1, name='n'), list(string.Formatter().parse('a{b!r:c{d}}e{{f}}')), string.capwords('the  quick-brown FOX'))
old, new = 'one two three four five six'.split(), 'one 2 three five six seven'.split()
print('\n'.join(difflib.unified_diff(old, new, 'old', 'new', lineterm='', n=1)))
print('\n'.join(difflib.ndiff(['private Thread thread;', 'same'], ['private volatile Thread  thread;', 'same', 'added'])))
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), round(difflib.SequenceMatcher(None, 'abcd bcde', 'bcde abcd').ratio(), 4), difflib.SequenceMatcher(lambda x: x == ' ', 'qabxcd', 'abycdf').get_opcodes())
for d in (decimal.Decimal('1234567.891'), decimal.Decimal('-0E-8'), decimal.Decimal('NaN'), fractions.Fraction(22, 7)):
    try:
        print(f'{d!s} {d:.2f}', f'{d:>20,.1f}' if not d != d else '', d * 3, round(d, 1), sep=' | ')
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
with decimal.localcontext(decimal.Context(prec=30, rounding=decimal.ROUND_HALF_UP)) as c:
    print(decimal.Decimal(2).sqrt(), (decimal.Decimal(1) / 7).quantize(decimal.Decimal('1e-10')), decimal.Decimal('1e400').ln(), c.prec, decimal.Decimal('0.1') + decimal.Decimal('0.2') == decimal.Decimal('0.3'))
table = str.maketrans({'a': 'ä', 'o': None, 'ß': 'ss', 0x1F600: ':)'})
print('aolß😀 path'.translate(table), 'Straße ǅ ﬁ ΑΣ'.upper(), 'ΑΣ ΑΣΑ İI'.lower(), 'ǆ ß x'.title(), "they're bill's".title(), 'ß'.casefold(), 'a\u0301é'.encode('unicode_escape'), 'tab\tx'.expandtabs(4))
for text in ('١٢', '²', '½', 'Ⅷ', 'a1', '_x', 'é', '', ' ', '\u200b', 'ª', 'ʰ', '\u0345'):
    print(ascii(text), *[int(getattr(text, m)()) for m in ('isdecimal', 'isdigit', 'isnumeric', 'isalpha', 'isalnum', 'isidentifier', 'isspace', 'isprintable', 'islower', 'isupper', 'istitle', 'isascii')], end='; ')
print()
