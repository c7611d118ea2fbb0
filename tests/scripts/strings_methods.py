"""Methods of str."""
s = 'Hello, World'
print(s.upper(), s.lower(), s.swapcase(), s.title(), s.casefold(), s.capitalize(), s.center(20, '*'), s.ljust(15, '.'), s.rjust(15), s.zfill(15))
print(s.find('o'), s.rfind('o'), s.find('x'), s.index('W'), s.count('l'), s.startswith('Hell'), s.endswith(('x', 'ld')), s.find('o', 5), s.find('', 3))
print('a,b,,c'.split(','), ' a  b '.split(), 'a b c d'.split(' ', 2), 'a b c d'.rsplit(' ', 2), 'a\nb\r\nc\x0bd'.splitlines(), 'a\nb\n'.splitlines(True), ''.split(), ''.split(','))
print('a-b-c'.partition('-'), 'a-b-c'.rpartition('-'), 'abc'.partition('x'), '-'.join(['a', 'b']), ''.join([]), 'x'.join('abc'))
print('  x '.strip(), 'xxaxx'.strip('x'), 'xyz'.lstrip('xy'), 'abc'.rstrip('c'), 'prefix-x'.removeprefix('prefix-'), 'x.py'.removesuffix('.py'))
print('aXbX'.replace('X', '-'), 'aaa'.replace('a', 'b', 2), 'abc'.replace('', '-'), 'abc'.translate({97: 'x', 98: None}), 'abc'.translate(str.maketrans('ab', 'xy', 'c')))
print('abc'.isalpha(), '12'.isdigit(), 'a1'.isalnum(), ' '.isspace(), 'Ab'.istitle(), 'AB'.isupper(), 'ab'.islower(), 'a_1'.isidentifier(), '½'.isnumeric(), '²'.isdigit(), '٣'.isdecimal(), '\n'.isprintable(), ''.isalpha())
print('a\tb'.expandtabs(4), 'abc'[::-1], 'abc'[-2:], 'abcdef'[1:5:2], 'abc'[10:], 'abc' * 3, 'abc' * -1, 'b' in 'abc', 'abc' < 'abd', 'a' + 'b')
print('ß'.upper(), 'İ'.lower().encode(), 'ΑΣ'.lower(), 'ǆ'.title(), 'ﬁ'.upper(), 'Straße'.casefold(), 'éa'.capitalize())
print('naïve café ☃ 😀'.encode('utf-8'), len('😀é'), '😀é'[0], '😀é'[::-1], 'é😀x'.find('x'), 'é😀x'.index('😀'), ascii('é😀\x80'), repr('é😀\x80\n\'"'), '😀' > '\uffff')
print(b'caf\xc3\xa9'.decode(), 'é'.encode('latin-1'), 'é'.encode('ascii', 'ignore'), 'é'.encode('ascii', 'replace'), 'é'.encode('ascii', 'xmlcharrefreplace'), 'é'.encode('ascii', 'backslashreplace'), b'\xff'.decode('utf-8', 'replace'), b'\xffa'.decode('latin-1'))
print('a' 'b', 'tab\there', r'raw\n', '\x41\u0042\U00000043\N{BULLET}\101', ord('é'), chr(8364), '%s' % 'é', 'é'.center(5, '·'))
for bad in ("'abc'.index('x')", "'a'.join([1])", "'a' + 1", "1 + 'a'", "'abc'[5]", "'a'.split('')", "'é'.encode('ascii')", "b'\\xff'.decode('utf-8')", "'a'['b']", "'a' * 'b'", "'abc'.foo", "ord('ab')", "chr(-1)", "chr(0x110000)", "'x'.encode('nope')", "str(b'x', 'ascii') + str(5, 'ascii')", "'a' < 1", "'%d' % ''"):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
print(sorted(['b', 'a', 'C', 'é', 'z']), max('hello'), hash('a') == hash('a'), 'a' is 'a' or True, str(), str(None), str([1, 'a']), 'x'.__class__, 'ab'.__contains__('b'), list('é😀'))
