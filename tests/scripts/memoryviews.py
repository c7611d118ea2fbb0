"""memoryview: attributes, slicing, assignment, casts, comparison, release, errors."""
import array
data = bytearray(range(24))
m = memoryview(data)
print(m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.readonly, m.contiguous, m.c_contiguous, m.suboffsets, len(m), m.obj is data, m[3], m[-1], m[2:5].tolist(), m[::-5].tolist(), m[::2].strides, m[::2].contiguous)
m[0] = 100
m[1:4] = b'abc'
m[::8] = bytes([1, 2, 3])
print(data[:10], m[4:8].tobytes(), m[:3].hex(), bytes(m[8:10]), list(m[20:]), 5 in m, m.tobytes() == bytes(data), memoryview(b'abc') == b'abc', memoryview(b'abc') != memoryview(b'abd'), memoryview(b'ab') == 'ab', hash(memoryview(b'x')) == hash(b'x'))
i = m.cast('i')
print(len(i), i.itemsize, i.format, i[1], i.shape, i.cast('B').nbytes)
i[0] = -2
print(data[:4], i[0], m.cast('H')[0], m.cast('b')[0], m.cast('d').shape, m.cast('?')[0], m.cast('c')[1])
two = m.cast('B', shape=[4, 6])
print(two.ndim, two.shape, two.strides, two[1, 2], two.tolist()[3], two.nbytes, len(two))
two[0, 0] = 77
print(data[0], two.cast('B')[0])
a = array.array('h', [1, 2, -3])
am = memoryview(a)
am[1] = 20
print(a, am.format, am.tolist(), am.itemsize, am.tobytes(), am == array.array('h', [1, 20, -3]), am == array.array('i', [1, 20, -3]), am[1:].tolist(), am.nbytes)
for bad in ("memoryview('str')", "memoryview(5)", "memoryview(b'ro').__setitem__(0, 1)", "m.__setitem__(0, 256)", "m.__setitem__(0, b'x')", "m[100]", "m['x']", "m.__setitem__(slice(0, 2), b'abc')", "m.cast('z')", "m.cast('i', shape=[5])", "m[1:].cast('i')", "hash(m)", "m < m", "m + m", "m.nope", "two[0]", "two[9, 9]", "i.cast('h')", "am.__setitem__(0, 2 ** 20)", "am.__setitem__(0, 1.5)", "m.__delitem__(0)", "memoryview()", "m[::2].cast('H')", "m[0, 0]"):
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, '->', type(e).__name__, e)
r = memoryview(b'xyz')
ro = m.toreadonly()
print(ro.readonly, r.readonly, repr(r).startswith('<memory at 0x'), type(r).__name__, list(reversed(r)), [*r], r.index(1) if hasattr(r, 'index') else '', r[1:][0], r[:0].tobytes(), bytes(r), bytearray(r), b''.join([r, b'!']), b'a' + r, r.tobytes('C'))
with memoryview(data) as v:
    print(v[0])
for f in (lambda: v[0], lambda: v.tobytes(), lambda: len(v), lambda: v.release(), lambda: repr(v)[:16]):
    try:
        print(f())
    except ValueError as e:
        print(e)
n = memoryview(memoryview(data)[4:8])
print(n.obj is data, n.tolist(), int.from_bytes(n, 'big'), n[1:3].tolist(), n[-1:-4:-2].tolist())
