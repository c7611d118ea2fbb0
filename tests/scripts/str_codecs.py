"""encode and decode: codecs, error handlers, BOMs, surrogates, exception attributes."""
import codecs
text = 'Aé€😀'
for enc in ('utf-8', 'UTF8', 'utf_8', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-8-sig', 'utf-7', 'unicode_escape', 'raw_unicode_escape', 'latin-1', 'ascii', 'iso8859-15', 'cp1252', 'cp437', 'koi8-r', 'mac-roman'):
    for errors in ('strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace', 'nope'):
        try:
            b = text.encode(enc, errors)
            print(enc, errors, b, ascii(b.decode(enc, 'replace')))
        except (UnicodeError, LookupError) as e:
            print(enc, errors, type(e).__name__, ascii(str(e)))
for data in (b'abc\xff', b'\xc3', b'\xc3\x28', b'\xe2\x82', b'\xe2\x82\xac', b'\xf0\x9f\x98', b'\xed\xa0\x80', b'\xc0\x80', b'\xf5\x80\x80\x80', b'\x80', b'\xe2\x28\xa1', b'ok'):
    out = []
    for errors in ('strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass'):
        try:
            out.append(ascii(data.decode('utf-8', errors)))
        except UnicodeDecodeError as e:
            out.append('%s %s %d %d %s' % (e.encoding, e.reason, e.start, e.end, e.object[e.start:e.end]))
    print(data, '; '.join(out))
print('\udcff'.encode('utf-8', 'surrogateescape'), '\ud800'.encode('utf-8', 'surrogatepass'), ascii(b'\xff'.decode('ascii', 'surrogateescape')), b'\xff\xfeA\x00'.decode('utf-16'), b'\xfe\xff\x00A'.decode('utf-16'), b'\xef\xbb\xbfx'.decode('utf-8-sig'), ascii(b'\xef\xbb\xbfx'.decode('utf-8')))
for data, enc in ((b'A\x00B', 'utf-16-le'), (b'\x00\xd8', 'utf-16-le'), (b'\x00\x00\x11\x00', 'utf-32-le'), (b'\\x4', 'unicode_escape'), (b'\\u00e9\\n', 'unicode_escape'), (b'\x81', 'cp1252'), (b'caf\xe9', 'latin-1'), (b'x', 'no-such-codec'), (b'\xa4', 'iso8859-15')):
    try:
        print(enc, ascii(data.decode(enc)))
    except (UnicodeDecodeError, LookupError) as e:
        print(enc, type(e).__name__, e)
try:
    'ab\ud800'.encode('utf-8')
except UnicodeEncodeError as e:
    print(e, e.args[0], e.start, e.end, e.reason, ascii(e.object))
codecs.register_error('mine', lambda e: ('<%s>' % e.object[e.start:e.end].encode('unicode_escape').decode(), e.end))
print('aé€b'.encode('ascii', 'mine'), codecs.lookup('utf8').name, codecs.lookup('latin1').name, codecs.encode('abc', 'rot13'), codecs.encode(b'abc', 'hex'), codecs.decode(b'616263', 'hex'), codecs.encode(b'abc', 'base64'), codecs.BOM_UTF8)
d = codecs.getincrementaldecoder('utf-8')()
print([d.decode(b) for b in (b'\xe2', b'\x82', b'\xac!', b'\xf0\x9f')], d.getstate())
e = codecs.getincrementalencoder('utf-16')()
print(e.encode('a'), e.encode('b'), list(codecs.iterdecode([b'\xc3', b'\xa9'], 'utf-8')), codecs.escape_decode(b'\\n\\x41')[0] if hasattr(codecs, 'escape_decode') else b'\nA')
for bad in (lambda: 'a'.encode('hex'), lambda: b'a'.decode('rot13'), lambda: codecs.lookup_error('none'), lambda: 'a'.encode(5), lambda: codecs.lookup('a\0b')):
    try:
        print(bad())
    except Exception as x:
        print(type(x).__name__, x)

# names that cannot be C strings
for name in '\udcfe', 'utf-8\0', 42:
    for f in (codecs.lookup, codecs.lookup_error, lambda n: 'a'.encode(n), lambda n: b'a'.decode(n), lambda n: 'a'.encode('ascii', n), lambda n: b'a'.decode('ascii', n),
              lambda n: str(b'a', n), lambda n: str(b'a', 'ascii', n), lambda n: bytes('a', n), lambda n: bytearray('a', 'ascii', n), lambda n: codecs.encode('a', n),
              lambda n: codecs.decode(b'a', 'ascii', n), lambda n: codecs.register_error(n, str)):
        try:
            f(name)
        except Exception as e:
            print(type(e), ascii(str(e)))
