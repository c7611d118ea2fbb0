"""String literals: escapes, prefixes, raw, triple quotes, repr and ascii of every kind."""
print('\a\b\f\v'.encode(), '\0\01\012\377'.encode('latin-1'), '\x41\u0042\U00000043\N{DIGIT ONE}', 'line \
continued', r'\n\x', R'\u', b'\x00\xff\n\t\\', rb'\x', Rb"\'", u'u', '''triple 'single' "double"
newline''', """a"b""", 'it\'s', "q\"q")
for s in ('', "'", '"', '\'"', '\\', '\n\r\t', '\x00\x1f\x7f', '\x80\xa0\xad', 'é', '\u200b\u2028', '\ud800', '😀', '\U0001f9ff', '\ue000', '\U000e0001', 'a\\nb', '\u0378', '\x7e\xa1'):
    print(ascii(repr(s)), ascii(ascii(s)), len(s), eval(repr(s)) == s, eval(ascii(s)) == s)
for b in (b'', b"'", b'"', b'\'"', b'\\', bytes(range(0, 40)), bytes(range(120, 140)), b'\n'):
    print(repr(b), eval(repr(b)) == b, repr(bytearray(b)))
print('a' 'b' "c" '''d''', ('implicit '
      'concatenation'), len('\
'), 'tab	inside', '\\N', "\\'")
import warnings
for src in (r"'\d'", r"'\8'", r"b'\é'" if 0 else r"b'\z'", r"'\400'", r"b'\400'", r"'\x4'", r"'\u12'", r"'\U00110000'", r"'\N{nope}'", r"'\N{'", r"'\N'", r"b'\x'", "'abc", '"""abc', "b'é'", "'a\nb'", r"'\uD800'", r"'\N{LATIN SMALL LETTER A}'", "ur'x'", "bu'x'", "rr'x'", r"r'\'", "'\\\\\\'", r"r'\''", "f'\\N{BULLET}'", r"'\\u0041'", "'\0'", "b'a' 'b'"):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try:
            print(ascii(src), '=', ascii(eval(src)), [str(x.message) for x in w])
        except (SyntaxError, ValueError) as e:
            print(ascii(src), '->', type(e).__name__, ascii(getattr(e, 'msg', None) or str(e)), [str(x.message) for x in w])
print(str(), str(None), str(5), str(b'x'), str(b'x', 'ascii'), str(object=3), str(b'\xe9', encoding='latin-1'), str(b'\xff', errors='replace'), type(str('a')), repr(str), str(str), '%r' % 'q')


class S(str):
    def __str__(self):
        return 'str of S'

    def __repr__(self):
        return 'repr of S'


s = S('data')
print(s, [s], s + '', type(s + '').__name__, str(s), s.upper(), '%s' % s, f'{s}', f'{s:>10}', ''.join([s]), S('x') == 'x', {'data': 1}[s], type(s[:]).__name__, s.__class__.__mro__[1], hash(s) == hash('data'), len(s), type(str.__str__(s)).__name__)
