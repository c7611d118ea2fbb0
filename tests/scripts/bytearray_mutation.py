"""bytearray: item and slice assignment, deletion, methods that change it, exports that forbid resizing."""
a = bytearray(b'0123456789')
a[0] = 65
a[-1] = 90
a[2:4] = b'XYZ'
print(a)
a[::3] = b'****' if len(a[::3]) == 4 else b'?' * len(a[::3])
print(a)
del a[1:3]
del a[-1]
del a[::4]
print(a)
a[1:1] = [33, 34]
a[len(a):] = range(97, 100)
a += b'!'
a *= 2
print(a)
a.append(0)
a.extend(b'ext')
a.extend([1, 2])
a.extend(iter((3,)))
a.insert(0, 255)
a.insert(-1, 254)
a.insert(999, 253)
print(a, len(a))
print(a.pop(), a.pop(0), a.pop(-2), a.remove(33), a.reverse(), a.count(b'!'), a.copy() == a, a.copy() is a)
print(a)
a.clear()
print(a, bool(a), a == b'', bytearray(b'x') == b'x', b'x' == bytearray(b'x'), bytearray(b'a') < b'b', bytearray(5), bytearray(b'abc').__alloc__() >= 3)
for bad in ("a.pop()", "a.append(256)", "a.append('x')", "a.append(-1)", "a.extend(['x'])", "a.extend('abc')", "a.extend(5)", "a.insert(0, 300)", "a.remove(1)", "a[0] = 1", "a[0:1] = 'str'", "a[0:1] = 5", "b[0] = 256", "b[0] = b'x'", "b[9] = 1", "b[::2] = b'x'", "del b[10]", "b['x'] = 1", "hash(b)", "{b: 1}", "b += 'x'", "b += 5", "b.pop(10)", "b.remove(300)", "b.remove('a')", "b[0:2] = [1, 300]", "b.pop('x')", "b.insert('x', 1)"):
    b = bytearray(b'abc')
    try:
        exec(bad)
        print(bad, 'fine', b)
    except Exception as e:
        print(bad, '->', type(e).__name__, e, b)
b = bytearray(b'shared')
m = memoryview(b)
m[0] = ord('S')
m[1:3] = b'HA'
print(b, m.tobytes())
for resize in ('b.append(1)', 'b.clear()', 'del b[0]', 'b += b"x"', 'b[1:2] = b""', 'b.pop()'):
    try:
        exec(resize)
    except BufferError as e:
        print(resize, e)
b[0:2] = b'ok'
m.release()
b.append(33)
print(b)
try:
    m[0]
except ValueError as e:
    print(e)
it = iter(b)
print(next(it), b.clear(), list(it))
c = bytearray(b'self')
c[1:1] = c
c.extend(c)
print(c, c.translate(None, b'es'), c.find(b'fs'), bytes(c[:4]), c.isalpha())
x = y = bytearray(b'alias')
x += b'ed'
print(y, x is y, x * 0, b'-'.join([x, b'z']), bytearray(b',').join([b'a', b'b']), bytearray.fromhex('00 ff'), bytes(reversed(bytearray(b'abc'))))


# join() holds on to its separator while it reads the items
def shrinking(separator):
    separator.clear()
    yield b'A'


separator = bytearray(b',')
try:
    separator.join(shrinking(separator))
except BufferError as e:
    print(e)
separator.extend(b';')
print(separator.join(iter([b'A', bytearray(b'B')])))


# what fills a buffer from Python code that makes it shorter meanwhile must not write behind its end
import array
import io
import struct


class Shrinks:
    def __init__(self, buffer):
        self.buffer = buffer

    def __index__(self):
        del self.buffer[:]
        return 1


class Reader(io.BufferedIOBase):
    def read(self, size=-1):
        del self.buffer[:]
        return b'x' * size

    read1 = read


for make in (lambda: bytearray(64), lambda: array.array('b', bytes(64))):
    buffer = make()
    try:
        print(struct.pack_into('8i', buffer, 0, *[1] * 7, Shrinks(buffer)))
    except BufferError as e:
        print('BufferError', e)
    for method in 'readinto', 'readinto1':
        buffer = make()
        reader = Reader()
        reader.buffer = buffer
        try:
            print(getattr(reader, method)(buffer))
        except BufferError as e:
            print('BufferError', e)
