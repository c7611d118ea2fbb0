"""struct and array: formats, sizes, byte order, errors; array methods."""
import array
import struct
for fmt, args in (('<i', (-2,)), ('>I', (2 ** 32 - 1,)), ('<hH', (-1, 65535)), ('!bB', (-128, 255)), ('<q', (-2 ** 63,)), ('>Q', (2 ** 64 - 1,)), ('<f', (1.5,)), ('>d', (-0.1,)), ('<e', (0.5,)), ('?', (True,)), ('3s', (b'ab',)), ('5p', (b'abc',)), ('c', (b'x',)), ('<2h3x1B', (1, 2, 3)), ('<0s', (b'',)), ('=lL', (-5, 5)), ('@bi', (1, 2)), ('<bi', (1, 2)), ('i0q', (1,)), ('n', (-1,)), ('4?', (1, 0, 1, 0)), ('<d', (float('inf'),))):
    b = struct.pack(fmt, *args)
    print(fmt, b, struct.calcsize(fmt), struct.unpack(fmt, b))
for bad in ('pack("<b", 200)', 'pack("<i", 1.5)', 'pack("<i")', 'pack("<i", 1, 2)', 'pack("z", 1)', 'unpack("<i", b"abc")', 'pack("3s", "str")', 'pack("c", b"ab")', 'pack("<f", "x")', 'pack("<Q", -1)', 'pack("<H", 70000)', 'calcsize("<n")', 'unpack_from("<i", b"abcd", 2)', 'pack("5", 1)', 'unpack("i", "str")', 'pack_into("<i", bytearray(2), 0, 1)', 'pack("<f", 1e40)', 'pack("<e", 1e6)', 'iter_unpack("<h", b"abc")', 'pack(5)'):
    try:
        print(bad, eval('struct.' + bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
s = struct.Struct('<hb')
buf = bytearray(8)
s.pack_into(buf, 2, 258, -1)
print(buf, s.size, s.format, s.unpack_from(buf, 2), list(struct.iter_unpack('<H', bytes(range(6)))), [*s.iter_unpack(b'\x01\x00\x02\x03\x00\x04')], struct.unpack('<2s1x1s', b'abcd'))
for code in 'bBhHiIlLqQfdu':
    a = array.array(code, 'az' if code == 'u' else [1, 2, 3])
    print(code, a, a.itemsize, a.typecode, a.tobytes() if code not in 'lL' else '', len(a), a[0], a[-1], a[::-1])
a = array.array('i', [3, 1, 2])
a.append(5)
a.extend([7, 8])
a.extend(array.array('i', [9]))
a.insert(1, -1)
a[0] = 30
a[1:3] = array.array('i', [100, 200, 300])
del a[-1]
a += array.array('i', [1])
print(a, a.pop(), a.pop(0), a.index(200), a.count(300), a.tolist(), 5 in a, a * 2, a + a[:1], a == array.array('l', a.tolist()), a < array.array('i', [500]), a.buffer_info()[1], sum(a), max(a), a.remove(5), a.reverse(), a)
b = array.array('d')
b.frombytes(struct.pack('2d', 1.5, -2.5))
b.fromlist([3.0])
print(b, bytes(b[:1]) == struct.pack('d', 1.5), memoryview(b)[1], array.array('h', b'\x01\x00\x02\x00'), array.array('u', 'é').tounicode(), array.array('H', [1, 256]).byteswap())
for bad in ('array.array("z")', 'array.array("b", [200])', 'array.array("i", ["a"])', 'array.array("i", [1.5])', 'a.append("x")', 'a[99]', 'a[0:1] if a.extend("ab") else 0', 'a + [1]', 'a.frombytes(b"abc")', 'a.remove(12345)', 'a.index(12345)', 'array.array("i").pop()', 'a.fromlist(["x"])', 'hash(a)', 'array.array()', 'array.array("u", [1])', 'a.__setitem__(slice(0, 1), [1])', 'array.array("B", [-1])', 'array.array("ii")', 'a < 5'):
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)


def outcome(function, *arguments):
    try:
        return function(*arguments)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


# an array keeps its size while a memoryview shows it
numbers = array.array('i', [1, 2, 3])
view = memoryview(numbers)
for change in ('pop()', 'append(1)', 'fromlist([1])', 'extend([1])', 'insert(0, 1)', 'frombytes(b"abcd")', '__delitem__(0)', '__imul__(2)', '__setitem__(slice(1), numbers)'):
    print(change, outcome(eval, 'numbers.' + change))
numbers[0:1] = array.array('i', [9])
print(view.tolist())
view.release()
numbers.append(4)
print(numbers, outcome(numbers.__iadd__, [1]))

# pickles of arrays name the machine's format
rebuild = array._array_reconstructor
print([array.array(code).__reduce_ex__(4)[1] for code in array.typecodes], array.array('d', [1]).__reduce_ex__(2))
for arguments in ((1, 2, 3, 4), (int, 'i', 8, b''), (array.array, 'i', 99, b''), (array.array, 'x', 8, b''), (array.array, 'i', 8, 'a'), (array.array, 'i', 8, b'abc'), (array.array, 'i', 9, b'\0\0\0\1'), (array.array, 'u', 18, b'a\0b\0'), (array.array, 'd', 14, b'\0\0\x80\x3f'), (array.array, 'L', 7, b'\1\0\0\0'), (array.array, 'l', 13, b'\xff\0\0\0' * 2), (array.array, 'l', 11, b'\xff\0\0\0' * 2), (array.array, 'b', 3, b'\1\2'), (array.array, 'd', 17, b'?\xf0' + bytes(6))):
    print(arguments[1:], outcome(rebuild, *arguments))
for code, number in (('L', -1), ('Q', -1), ('L', 2 ** 64), ('Q', 2 ** 64), ('q', 2 ** 63), ('l', 2 ** 63)):
    print(code, outcome(array.array, code, [number]))
iterator = iter(array.array('i', [1, 2, 3]))
next(iterator)
print(iterator.__reduce__()[1:], outcome(struct.pack_into, '<h'), outcome(struct.pack_into, '<h', bytearray(2)))


# the ends of what each format holds
for code in 'bBhHiIlLqQnN':
    for order in '@<>':
        if order != '@' and code in 'nN':
            continue
        size = struct.calcsize(order + code)
        signed = code in 'bhilqn'
        low, high = (-1 << 8 * size - 1, (1 << 8 * size - 1) - 1) if signed else (0, (1 << 8 * size) - 1)
        for value in (low - 1, low, low + 1, -2, high - 1, high, high + 1, 1 << 80, True):
            try:
                data = struct.pack(order + code, value)
                print(order + code, data.hex(), struct.unpack(order + code, data)[0] == value, end='; ')
            except (struct.error, OverflowError) as e:
                print(type(e).__name__, end='; ')
        print()
for value in (0.0, -0.0, 1.5, -2.75, 1e-45, 1.4e-45, 5e-324, 3.4028234e38, 3.4028235677973366e38, -3.5e38, 65504.0, 65520.0, 1e308, 6e-8,
              float('inf'), float('-inf'), 1 / 3, 7):
    for format in ('<e', '>f', '<f', '@f', '<d', '>d'):
        try:
            data = struct.pack(format, value)
            print(format, data.hex(), struct.unpack(format, data)[0], end='; ')
        except OverflowError as e:
            print(format, e, end='; ')
    print()
for format in ('<f', '<d', '<e'):
    print(struct.unpack(format, struct.pack(format, float('nan'))))
print(struct.pack('>3xh2xq5s0p7p2?c', -2, 1 << 62, b'ab', b'', b'pascal string', [], 'x', b'z'), struct.pack('@bxh0i', 1, 2))


for data in b'\xff\xff\xff\xff', b'\0\0\x11\0':
    characters = array.array('u', data)
    for f in characters.tounicode, characters.__repr__, characters.tolist, lambda: characters[0], lambda: list(characters):
        try:
            print(f())
        except ValueError as e:
            print(e)
