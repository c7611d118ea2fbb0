"""binascii: every function on many inputs, and the messages of its exceptions."""
import binascii
import random

random.seed(11)


def show(f, *args, **kwds):
    try:
        result = f(*args, **kwds)
    except Exception as e:
        result = type(e).__module__, type(e).__name__, str(e)
    print(f.__name__, args, kwds, '->', result)


def noise(size, alphabet):
    return bytes(random.choice(alphabet) for _ in range(size))


for size in list(range(12)) + [44, 45, 46, 57, 100]:
    data = random.randbytes(size)
    for f in binascii.b2a_base64, binascii.b2a_uu, binascii.b2a_qp, binascii.hexlify, binascii.b2a_hex, binascii.crc32:
        show(f, data)
    show(binascii.b2a_base64, data, newline=False)
    show(binascii.b2a_uu, data, backtick=True)
    show(binascii.crc_hqx, data, size * 7001)
    show(binascii.crc32, data, size * 700001 - 3)
    show(binascii.hexlify, data, ':')
    show(binascii.hexlify, data, b'-', 3)
    show(binascii.hexlify, bytearray(data), sep='_', bytes_per_sep=-2)

for _ in range(40):
    show(binascii.a2b_base64, noise(random.randrange(14), b'ABCDabz019+/==\n*'))
    show(binascii.a2b_base64, noise(random.randrange(10), b'ABCDabz019+/=='), strict_mode=True)
    show(binascii.a2b_uu, noise(random.randrange(10), b'#$% !ABC`_^\n\x7f'))
    show(binascii.a2b_qp, noise(random.randrange(20), b'==0aFg_ \r\n'))
    show(binascii.a2b_qp, noise(random.randrange(20), b'==0aFg_ \r\n'), header=True)
    show(binascii.unhexlify, noise(random.randrange(6), b'0123abcdefABCDEFg'))
    text = noise(random.randrange(120), b'aaaaaaaa..=_ \t\r\n\n\x00\x80\xff')
    for flags in range(8):
        show(binascii.b2a_qp, text, bool(flags & 1), bool(flags & 2), bool(flags & 4))

for size in range(70, 90):
    show(binascii.b2a_qp, b'x' * size + b'\r\n' + b'y' * 3)
    show(binascii.b2a_qp, b'x' * size + b'=\n' + b' ' * size)

for f in (binascii.a2b_base64, binascii.a2b_uu, binascii.a2b_qp, binascii.unhexlify, binascii.a2b_hex, binascii.b2a_base64, binascii.b2a_uu,
          binascii.b2a_qp, binascii.hexlify, binascii.crc32):
    for value in '', 'AAAA', 'caf\xe9', b'', bytearray(b'4142'), memoryview(b'4142'), 5, None:
        if not isinstance(value, memoryview):
            show(f, value)
        else:
            print(f(value))
for sep in '', 'ab', '\xe9', 5, b'\xff', b'':
    show(binascii.hexlify, b'abcd', sep)
show(binascii.hexlify, b'abcd', ':', 0)
show(binascii.crc32, b'abc', 'x')
show(binascii.crc32, b'abc', -1)
show(binascii.crc32, b'abc', 1 << 70)
show(binascii.crc_hqx, b'abc')
show(binascii.crc_hqx, b'abc', -1)
show(binascii.b2a_base64)
show(binascii.b2a_base64, b'abc', False)
show(binascii.b2a_base64, b'abc', False, 3)
show(int.from_bytes, 1, 2, 3, 4)
show((1).to_bytes, 1, 'big', 2)
print(binascii.Error.__mro__, binascii.Incomplete.__mro__, binascii.Error.__module__)
