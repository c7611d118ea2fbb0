"""Regular expressions by table: pattern, text, flags; match, groups, spans, split, sub, findall."""
import re
table = [
    (r'a*b', 'aaab'), (r'(a)(b)?', 'ac'), (r'(?P<y>\d{4})-(?P<m>\d\d)', 'on 2024-05 and 1999-12'), (r'\bfoo\b', 'a foo.bar food'), (r'^x', 'y\nx', re.M), (r'x$', 'x\ny\nx', re.M), (r'a.c', 'a\nc', re.S), (r'A(?i:b)C' if 0 else r'(?i)abc', 'xABc'), (r'[^a-c\]]+', 'abcd]ef'),
    (r'(a|ab)(c|bcd)(d*)', 'abcd'), (r'a{2,3}?', 'aaaa'), (r'(?:ab)+', 'ababa'), (r'(\w+) \1', 'hello hello world'), (r'(?=a)\w+', 'bat'), (r'(?!a)\w+', 'abc'), (r'(?<=\$)\d+', 'cost $42'), (r'(?<!\$)\b\d+', '$1 22'), (r'(?x) a  b # comment', 'ab'), (r'\d+(?#c)\s', '12 3'), (r'(?P<q>[\'"]).*?(?P=q)', 'say "it\'s" ok'),
    (r'\s+', 'a \t\n b'), (r'', 'ab'), (r'x*', 'axb'), (r'(x)*', 'b'), (r'(a)|(b)', 'ba'), (r'[\w.]+@[\w.]+', 'to me@x.org, you@y.net'), (r'é+', 'caféé'), (r'\w+', 'añb中_1'), (r'\w+', 'añb', re.A), (r'[\d\-x]+', '1-x9'), (r'\.', 'a.b'), (r'(?s:.)b', '\nb'), (r'(a(b(c)))', 'abc'), (r'(?(1)x|y)' if 0 else r'(a)?(?(1)b|c)', 'abc'),
    (r'\x41\u0042\103', 'ABC'), (r'[a-z&&x]', 'x&'), (r'a++b' , 'aaab'), (r'(?>a*)ab', 'aaab'), (r'\Aab\Z', 'ab'), (r'.{3}', 'abcdefg'), (r'(?m)^\w', 'a\nb\nc'), (r'ß', 'SS', re.I), (r'[A-Z]', 'é b', re.I), (r'k', '\u212a', re.I), (r'((a)|b)*', 'aba'), (r'(?:(a)|b)*', 'ab'), (r'\Bb', 'ab b'), (r'a|b|', 'cab')]
for pattern, text, *flags in table:
    p = re.compile(pattern, *flags)
    m = p.search(text)
    print(repr(pattern), m and (m.group(), m.span(), m.groups(), m.groupdict(), m.lastindex, m.lastgroup, m.regs), p.match(text) is not None, p.fullmatch(text) is not None, p.findall(text), [x.span() for x in p.finditer(text)], p.split(text), p.split(text, 1), p.subn('<\\g<0>>', text), p.groups, p.groupindex)
print(re.sub(r'(?P<n>\d+)', lambda m: str(int(m['n']) * 2), 'a1b22'), re.sub('a', r'\\n\n', 'xa'), re.sub('(b)', r'[\1\g<1>]', 'abc', count=1), re.escape('a.b*c[d]é '), re.sub('x*', '-', 'abxd'), re.sub(b'a', b'b', b'cat'), re.split('([,;])', 'a,b;c'), re.findall('(a)(b)', 'abab'))
m = re.match(r'(?P<a>x)(y)?', 'xz')
print(m.group('a', 2), m.groups('none'), m.start(2), m.expand(r'\g<a>-\1'), m[0], m['a'], m.re.pattern, m.string, m.pos, m.endpos, repr(m), bool(m), re.compile('a').search('ba', 1).start(), re.compile('^a').search('ba', 1), re.compile('a').match('aaa', 1, 2).span())
for bad in ('(', ')', 'a**', '[', '[z-a]', '*a', '(?P<1>a)', '(?P<a>x)(?P<a>y)', '(?P=no)', r'\1', '(?z)', 'a{3,1}', '(?<=a*)b', '\\', '(?(2)a)', r'\q', '(?P<n', '(?:', 'x{99999999999}', r'[\d-a]' , '(?i', 'a(?i)b', r'\N{nope}', '(?P>x)', r'\u12', '[]', '(?#', '+'):
    try:
        re.compile(bad)
        print(bad, 'fine')
    except (re.error, OverflowError) as e:
        print(bad, '->', e, getattr(e, 'pos', None))
for f in (lambda: m.group(5), lambda: m['zz'], lambda: re.sub('a', r'\5', 'a'), lambda: re.match(b'a', 'a'), lambda: re.match('a', 5), lambda: re.compile(5), lambda: re.sub('(a)', r'\g<x>', 'a'), lambda: re.compile('a', 5000000), lambda: re.sub('a', r'\q', 'a')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(re.compile('a', re.I | re.M), re.compile('(?ix)b').flags, re.compile(b'x'), re.compile('a') == re.compile('a'), re.I | re.S, re.RegexFlag(0), re.purge(), re.compile('x').scanner('axx').search().span())

for method in 'match', 'search', 'fullmatch', 'finditer', 'findall', 'scanner':
    for args in ('b', 1 << 63), (b'b', 1 << 63), ('b', -1 << 64), ('b', 'x'):
        try:
            getattr(re.compile('a'), method)(*args)
        except Exception as e:
            print(method, type(e), e)
