"""str.format and format_map: fields, conversions, nesting, auto-numbering, errors; string.Formatter."""
import string


class P:
    x = 3
    y = {'k': [10, 20], 5: 'five', 'a-b': 'dash'}


p = P()
for template, args, kw in (
        ('{} {}', (1, 2), {}), ('{0} {1} {0}', ('a', 'b'), {}), ('{a} {b}', (), {'a': 1, 'b': 2}), ('{0.x} {0.y[k]} {0.y[k][1]} {0.y[5]}', (p,), {}),
        ('{0.y[a-b]}', (p,), {}), ('{{}} {{{}}}', (1,), {}), ('{!r} {!s} {!a}', ('é', 'é', 'é'), {}), ('{:>{}}', ('r', 6), {}), ('{:{w}.{p}f}', (3.14159,), {'w': 8, 'p': 2}),
        ('{0[0]}{0[1]}', ('xy',), {}), ('{x!r:>10}', (), {'x': 'q'}), ('', (1,), {}), ('no fields', (), {}), ('{}', (), {}), ('{1}', (1,), {}), ('{a}', (), {}), ('{', (), {}), ('}', (), {}),
        ('{0', (1,), {}), ('{!}', (1,), {}), ('{!x}', (1,), {}), ('{!rr}', (1,), {}), ('{0} {}', (1, 2), {}), ('{} {0}', (1, 2), {}), ('{0.nope}', (p,), {}), ('{0[zz]}', (p.y,), {}), ('{0[}', ([1],), {}),
        ('{0.}', (p,), {}), ('{0[]}', (p,), {}), ('{0[0]x}', ([1],), {}), ('{:{:{}}}', (1, 2, 3), {}), ('{:d}', ('s',), {}), ('{-1}', (1,), {}), ('{ 0}', (1,), {}), ('{0!r:^{1}}', ('m', 7), {}), ('{a.b}', (), {'a': 5}), ('{99999999999999999999}', (1,), {})):
    try:
        print(template, '->', template.format(*args, **kw))
    except Exception as e:
        print(template, '->', type(e).__name__, e)


class Default(dict):
    def __missing__(self, key):
        return '<%s?>' % key


print('{a} {b} {c.real}'.format_map(Default(a=1, c=2)), '{k:>5}'.format_map({'k': 'v'}))
try:
    '{x}'.format_map({})
except KeyError as e:
    print(repr(e))
try:
    '{}'.format_map({'': 'empty'})
except ValueError as e:
    print(e)


class Upper(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, '?') if isinstance(key, str) else args[key]

    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == 'u' else super().convert_field(value, conversion)


print(Upper().format('{0!u} {name} {name!u:>6} {missing}', 'abc', name='n'), list(string.Formatter().parse('a{b!r:c}d{{e}}{0.x[1]}')), string.Formatter().vformat('{} {x}', (1,), {'x': 2}))
t = string.Template('$who owes ${what}s, $$5, $missing')
print(t.safe_substitute(who='Ann', what='pound'), t.template[:4], sorted(t.get_identifiers()), t.is_valid())
for bad in (lambda: t.substitute(who=1), lambda: string.Template('$ 5').substitute(), lambda: string.Template('${').substitute()):
    try:
        bad()
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)
print(string.capwords('the quick  brown', None), string.ascii_letters[:5], string.digits, string.hexdigits, string.octdigits, repr(string.whitespace), string.punctuation, len(string.printable))
