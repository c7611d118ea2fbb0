"""Files: modes, buffering, text and binary, seeking, errors."""
import io
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'file.txt')


def show(function, *args, **kwds):
    try:
        print(repr(function(*args, **kwds)))
    except Exception as e:
        print(type(e).__name__, e)


with open(path, 'w') as f:
    print(f.write('one\ntwo\r\nthr\u00e9\u20ac\n'), f.mode, f.encoding, f.closed, f.writable(), f.readable())
    print(f.writelines(['a\n', 'b\n']))
print(f.closed)
show(f.write, 'x')
show(f.read)
for newline in (None, '', '\n', '\r', '\r\n'):
    with open(path, newline=newline) as f:
        print(newline, f.readlines(), f.newlines)
with open(path, 'rb') as f:
    print(f.read(3), f.tell(), f.readline(), f.seek(0), f.read1(2), f.peek(1)[:1], f.seek(-3, 2), f.read())
    buffer = bytearray(5)
    f.seek(0)
    print(f.readinto(buffer), buffer)
with open(path, 'r+') as f:
    print(f.readline())
    position = f.tell()
    print(f.readline(), f.read(2))
    f.seek(position)
    print(f.readline())
    f.seek(0, 2)
    f.write('end')
with open(path, 'ab') as f:
    print(f.tell() == os.path.getsize(path), f.write(b'!'))
print(open(path).read()[-5:])
with open(path, 'rb+', buffering=0) as f:
    print(type(f).__name__, f.read(2), f.write(b'XY'), f.seek(0), f.read(6))
with open(path, 'wb+') as f:
    f.write(b'0123456789')
    f.seek(3)
    print(f.read(2), f.write(b'AB'), f.seek(0), f.read(), f.truncate(4), f.seek(0), f.read())
show(open, path, 'rw')
show(open, path, 'z')
show(open, path, 'rb', encoding='utf-8')
show(open, path, 'r', 0)
show(open, path, 'bt')
try:
    open(os.path.join(folder, 'missing'))
except FileNotFoundError as e:
    print(e.errno, e.strerror, os.path.basename(e.filename))
try:
    open(folder)
except IsADirectoryError as e:
    print(e.errno, e.strerror)
try:
    open(path, 'x')
except FileExistsError as e:
    print(e.errno)
with open(path, 'w', encoding='latin-1', errors='replace') as f:
    f.write('\u00e9\u20ac')
print(open(path, 'rb').read())
with open(path, 'wb') as f:
    f.write(b'ab\xff\xfecd')
show(open(path).read)
print(ascii(open(path, errors='surrogateescape').read()), open(path, errors='ignore').read())
with open(path, 'w', encoding='utf-16') as f:
    f.write('hi')
    f.write('\u20ac')
print(open(path, 'rb').read().hex() in ('fffe68006900ac20', 'feff0068006920ac'), open(path, encoding='utf-16').read())
for item in os.scandir(folder):
    print(item.name, item.is_file(), item.is_dir(), item.stat().st_size)
os.remove(path)
os.rmdir(folder)

s = io.StringIO('line1\nline2\n')
print(s.readline(), s.tell(), s.read(), s.seek(0, 2), s.write('more'), s.getvalue())
s = io.StringIO(newline=None)
s.write('a\r\nb\rc\n')
print(repr(s.getvalue()), s.newlines)
s = io.StringIO()
s.seek(3)
s.write('x')
print(repr(s.getvalue()), s.truncate(2), repr(s.getvalue()))
b = io.BytesIO(b'abc')
print(b.read(1), b.write(b'ZZZ'), b.getvalue(), b.seek(1), b.readline(), list(io.BytesIO(b'1\n2\n3')))
with b.getbuffer() as view:
    view[0] = 65
    show(b.write, b'0' * 100)
print(b.getvalue())
t = io.TextIOWrapper(io.BytesIO(), encoding='utf-8', newline='\r\n')
t.write('x\ny\n')
t.flush()
print(t.buffer.getvalue(), t.detach().getvalue())
show(t.read)
show(io.TextIOWrapper, io.BytesIO(), encoding='no-such-encoding')


class Raw(io.RawIOBase):
    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    def readinto(self, buffer):
        n = min(len(buffer), 3, len(self.data))
        buffer[:n] = self.data[:n]
        self.data = self.data[n:]
        return n


print(io.BufferedReader(Raw(b'0123456789')).read(7), Raw(b'abcdefg').read(), Raw(b'abcdefg').read(5))
print(list(io.TextIOWrapper(io.BufferedReader(Raw(b'l1\nl2\nl3')), encoding='ascii')))
print(issubclass(io.UnsupportedOperation, OSError), issubclass(io.UnsupportedOperation, ValueError))
show(io.BytesIO().fileno)
show(io.StringIO().detach)
print(isinstance(io.StringIO(), io.TextIOBase), isinstance(b, io.IOBase), io.DEFAULT_BUFFER_SIZE)
pair = io.BufferedRWPair(Raw(b'in'), io.FileIO(os.open(os.devnull, os.O_WRONLY), 'w'))
print(pair.read(), pair.write(b'out'), pair.readable(), pair.writable())
pair.close()
