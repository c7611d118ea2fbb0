"""The codecs of Unicode against CPython 3.11."""
from __future__ import absolute_import

from expressions import check
from seeds import seeded
from texts import shown, some_text

HANDLERS = ['strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass']
ENCODINGS = ['utf-8', 'latin-1', 'ascii', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-be', 'utf-32-le', 'UTF8', 'ISO_8859_1']
INTERESTING = [0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xed, 0xa0, 0x80, 0xf0, 0x9f, 0x98, 0x80, 0x41, 0xd8, 0xdc, 0]


def test_encode():
    r = seeded('encode')
    check(['%s.encode(%r, %r)' % (shown(some_text(r)), r.choice(ENCODINGS), r.choice(HANDLERS + ['xmlcharrefreplace'])) for _ in range(1500)])


def test_decode():
    r = seeded('decode')
    sources = []
    for _ in range(2500):
        data = ''.join(chr(r.choice(INTERESTING + [r.randrange(256)])) for _ in range(r.randint(0, 14)))
        sources.append('%s.decode(%r, %r)' % (shown(data), r.choice(ENCODINGS + ['utf-8'] * 6), r.choice(HANDLERS)))
    check(sources)


def test_every_code_point_survives():
    from interpreter.unicode import latin1, utf8, utf8codec, utf16
    from interpreter.objects.codecerrors import Handler
    from interpreter.objects.str import newstr
    text = utf8.from_codes([c for c in range(0x110000) if not 0xD800 <= c < 0xE000])
    handler = Handler('strict', newstr(''))
    assert utf8codec.decode(text, handler, True) == (text, len(text))
    loose = Handler('surrogatepass', newstr(''))
    for size, decode in [(2, utf16.decode16), (4, utf16.decode32)]:
        part = utf8.from_codes([c for c in range(0, 0x110000, 97) if size == 4 or not 0xD800 <= c < 0xDC00])
        for order in (utf16.NATIVE, utf16.LITTLE, utf16.BIG):
            data = utf16.encode(part, loose, order, size)
            assert decode(data, loose, order, True)[:2] == (part, len(data))
    assert latin1.decode(latin1.encode(utf8.from_codes(range(256)), handler)) == utf8.from_codes(range(256))


def test_incomplete_input_is_left():
    from interpreter.unicode import utf8codec
    from interpreter.objects.codecerrors import Handler
    from interpreter.objects.bytes import newbytes
    data = 'a\xc3\xa9\xf0\x9f\x98\x80\xe2\x82\xac'
    for cut in range(len(data) + 1):
        handler = Handler('strict', newbytes(data))
        text, used = utf8codec.decode(data[:cut], handler, False)
        assert text == data[:used] and cut - used < 4 and (used == cut or ord(data[cut]) & 0xC0 == 0x80)


def test_escapes():
    """unicode_escape and raw_unicode_escape, there and back."""
    from expressions import cpython, wrapped
    from interpreter.objects.codecerrors import Handler
    from interpreter.objects.bytes import newbytes
    from interpreter.objects.str import newstr
    from interpreter import ops
    from interpreter.unicode import escapes
    from interpreter.errors import OperationError
    r = seeded('escapes')
    sources, found = [], []
    for _ in range(300):
        data = ''.join(r.choice(['\\', 'x', 'u', 'U', 'N', '{', '}', '0', '1', '7', '9', 'a', 'F', '\n', '\\x4', '\\u00e', '\\U0001F60', '\xe9'])
                       for _ in range(r.randint(0, 8)))
        errors = r.choice(['strict', 'ignore', 'replace'])
        sources.append('%s.decode("unicode_escape", %r)' % (shown(data), errors))
        found.append(outcome(lambda: escapes.decode_unicode_escape(data, Handler(errors, newbytes(data)), True).text))
        sources.append('%s.decode("raw_unicode_escape", %r)' % (shown(data), errors))
        found.append(outcome(lambda: escapes.decode_raw_unicode_escape(data, Handler(errors, newbytes(data)), True)[0]))
        text = some_text(r)
        w_text = wrapped(text)
        sources.append('%s.encode("unicode_escape")' % shown(text))
        found.append(ops.ascii(newbytes(escapes.encode_unicode_escape(w_text._utf8)))._utf8)
        sources.append('%s.encode("raw_unicode_escape")' % shown(text))
        found.append(ops.ascii(newbytes(escapes.encode_raw_unicode_escape(w_text._utf8)))._utf8)
    expected = cpython(sources)
    assert [(s, f) for s, f in zip(sources, found)] == [(s, e) for s, e in zip(sources, expected)]


def outcome(function):
    from interpreter import ops
    from interpreter.errors import OperationError
    from interpreter.objects.str import newstr
    try:
        return ops.ascii(newstr(function()))._utf8
    except OperationError as e:
        return '%s: %s' % (e.w_exc.gettype().name, ops.ascii(ops.str(e.w_exc))._utf8)
