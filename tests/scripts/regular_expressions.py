"""The re module."""
import re
print(re.match(r'(\w+)@(\w+)\.com', 'user@example.com').groups(), re.search(r'\d+', 'abc 123 def').group(), re.findall(r'[a-z]+', 'ab1cd2'), re.split(r'[,;]\s*', 'a, b;c'), re.sub(r'(\w)(\d)', r'\2\1', 'a1 b2'))
print(re.sub('x', lambda m: m.group().upper() + str(m.start()), 'axbx'), re.fullmatch('a+', 'aaa').span(), re.match('x', 'y'), re.compile('(?P<y>\\d{4})-(?P<m>\\d\\d)').match('2024-05').groupdict())
print([m.span() for m in re.finditer('a*', 'baac')], re.escape('a.b*c'), re.search('(?i)HELLO', 'say hello').group(), re.findall(r'(?m)^\w', 'ab\ncd'), re.findall('(?s)a.b', 'a\nb'), re.search(r'(?<=a)b(?!c)', 'abc abd').start())
print(re.match(r'(a)|(b)', 'b').groups(), re.match(r'(?:a|b)+?c', 'abac').group(), re.match(r'(\w+) \1', 'the the').group(1), re.subn('a', 'b', 'aaa', count=2), re.split('(-)', 'a-b-c'), re.findall('é+', 'caféé'), re.search('[^\\W\\d_]+', '1_naïve').group())
print(re.match(r'.*?(\d+)$', 'abc 42').group(1), re.sub(r'\s+', ' ', 'a  b \n c').strip(), re.match(r'(?x) a  # comment\n b', 'ab').group(), bool(re.search(r'\bfoo\b', 'a foo b')), re.findall(b'[0-9]', b'a1b2'), re.match('(?P<n>x)(?P=n)', 'xx').lastgroup, re.match('(a)?(b)?', 'b').group(1, 2), re.compile('a|b').pattern, re.template if hasattr(re, 'nothing') else 'ok')
for bad in ('(', '[', '*a', '(?P<1>a)', 'a{2,1}', '\\', '(?P=x)', '(?z)'):
    try:
        re.compile(bad)
    except re.error as e:
        print(bad, e)
print(re.compile(r'a(b)').search('xab').expand(r'<\1>'), re.purge(), re.match('a', 'A', re.I).string, re.search('b', 'abc', re.A | re.M).pos, repr(re.compile('x', re.I)), re.match('a++b', 'aab') is not None, re.match('(?>a+)ab', 'aaab'))
