"""Finding, counting, splitting, replacing, stripping in str: tables of arguments."""
s = 'abracadabra'
for sub in ('a', 'abra', '', 'z', 'bra', 'abracadabra!', 'é'):
    print(repr(sub), s.find(sub), s.rfind(sub), s.count(sub), sub in s, s.startswith(sub), s.endswith(sub), s.partition(sub) if sub else '', s.rpartition(sub) if sub else '', s.replace(sub, '-'), s.replace(sub, '*', 2), s.removeprefix(sub), s.removesuffix(sub))
for a, b in ((0, 5), (3, None), (-4, None), (None, -1), (5, 2), (100, 200), (11, 11), (-100, 100)):
    print(a, b, s.find('a', a, b), s.rfind('a', a, b), s.count('a', a, b), s.count('', a, b), s.find('', a, b), s.rfind('', a, b), s.startswith('a', a, b), s.endswith('a', a, b), s.startswith(('x', 'ra'), a, b))
for text in ('a b  c', '  lead', 'trail  ', '', '   ', 'one', 'a,b,,c', ',', 'tab\tnew\nline', 'x\u00a0y\u3000z'):
    print(repr(text), text.split(), text.split(None, 1), text.rsplit(None, 1), text.split(','), text.split(',', 1), text.rsplit(',', 1), text.split(' '), text.strip(), text.lstrip(), text.rstrip(), text.strip(' ,ct'))
for text in ('a\nb', 'a\r\nb\r\n', 'a\rb', '\n', '', 'x\x0by\x0cz\x1c1\x1d2\x1e3\x854\u20285\u20296', 'end\n\n'):
    print(ascii(text), ascii(text.splitlines()), ascii(text.splitlines(True)))
print('-'.join([]), '-'.join(['a']), '-'.join('abc'), ''.join(map(str, range(5))), 'é😀'.join('xyz'), '😀a😀b'.split('😀'), 'añb'.find('b'), '😀x'.index('x'), 'x😀y'.rfind('y'))
print('a'.ljust(4, '*'), 'a'.rjust(4), 'a'.center(4, '-'), 'ab'.center(5, '-'), 'abc'.center(2), '42'.zfill(5), '-42'.zfill(5), '+4'.zfill(1), '--1'.zfill(6), 'é'.center(6, '中'), 'a\tb\tccc\td'.expandtabs(), '\t|a\t|'.expandtabs(4), 'x\ty'.expandtabs(0), 'a\n\tb'.expandtabs(3))
print('abc'.translate({97: 'X', 98: None, 99: 'long', 100: 5}), 'abc'.translate(str.maketrans('ab', 'xy', 'c')), str.maketrans({'a': 1, 98: 'z'}), 'hello'.translate(lambda: 0) if 0 else '', 'aé'.translate({233: 0x1f600}))
for bad in ("s.index('z')", "s.rindex('z')", "s.split('')", "s.partition('')", "s.replace('a')", "','.join([1])", "','.join(5)", "s.find(1)", "s.count()", "s.startswith(['a'])", "s.endswith(('a', 1))", "s.strip(5)", "s.center(5, 'ab')", "s.zfill('x')", "s.ljust()", "str.maketrans('a', 'bc')", "str.maketrans(5)", "'a'.translate(5)", "s + 5", "5 + s", "s * 1.5", "s['a']", "s[100]", "s.nope", "s.splitlines(1, 2)", "s.join('a', 'b')", "'a' < 1", "'x' in 5", "5 in 'x'", "str(b'x', 'ascii', 'strict', 1)", "str('x', 'utf-8')", "s[0] = 'x'", "'abc'.encode('nope')", "'é'.encode('ascii')", "s.split(',', 'x')", "'a'.format_map()", "s.expandtabs('a')", "str.upper(5)", "'a'.removeprefix(1)", "s.rsplit(1)", "''.join([b'x'])", "'%s'.replace('a', 'b', 'c')"):
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, '->', type(e).__name__, e)
