"""bytes and bytearray."""
b = b'Hello\x00\xff'
print(b, b[0], b[1:3], len(b), list(b[:3]), b + b'!', b * 2, b.hex(), bytes.fromhex('48 65'), b'l' in b, 72 in b, b.find(b'l'), b.replace(b'l', b'L'), b.split(b'l'), bytes(3), bytes([1, 2]), bytes('é', 'utf-8'))
print(b'a,b'.split(b','), b'-'.join([b'x', b'y']), b' x '.strip(), b'abc'.upper(), b'abc'.startswith(b'a'), b'abc' < b'abd', b'a' == 'a', hash(b'a') == hash(b'a'), b'%d %s' % (5, b'x'), b'abc'.translate(None, b'b'), b'a\nb'.splitlines(), b"it's", b'"\'')
a = bytearray(b'abc')
a.append(100)
a[0] = 65
a[1:2] = b'XYZ'
a += b'!'
a.extend([1, 2])
print(a, a.pop(), a.reverse(), a, len(a), bytes(a), a == b'abc', a.find(b'Z'), bytearray(2), a.copy() is a)
del a[:3]
a.insert(0, 66)
a.remove(66)
print(a, a.hex(), a.decode('latin-1'))
for bad in ('b"a" + "a"', 'bytes([256])', 'bytes(-1)', 'b"a"[5]', 'bytes("x")', 'bytearray(b"a").append(300)', 'b"é"' if False else 'b"a".decode("ascii", "zz") + 1', 'bytes.fromhex("zz")', 'b"a" < "a"', 'b"abc".index(b"x")', 'bytes(["a"])'):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
m = memoryview(bytearray(b'abcdef'))
m[0] = 90
print(m[0], bytes(m[1:3]), len(m), m.tolist()[:2], m[::2].tobytes(), m.readonly, m.format, m.nbytes, memoryview(b'ab') == b'ab')
