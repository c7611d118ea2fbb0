"""Files in a temporary directory: text and binary modes, newlines, encodings, seeking, appending, iteration, errors."""
import io
import os
import tempfile
folder = tempfile.mkdtemp()
path = os.path.join(folder, 'f.txt')
with open(path, 'w') as f:
    print(f.write('line1\nzwei é\n'), f.writelines(['a\n', 'b']), f.tell(), f.writable(), f.readable(), f.seekable(), f.mode, f.encoding.lower(), f.closed, os.path.basename(f.name))
with open(path) as f:
    print(f.readline(), f.tell(), f.read(3), f.readlines(), f.read(), f.seek(0), next(f), list(f), f.seek(0, 2), f.read())
with open(path, 'a+') as f:
    f.write('\nappended')
    f.seek(0)
    print(len(f.read()), f.tell())
with open(path, 'r+b') as f:
    print(f.read(4), f.seek(-3, 2), f.read(), f.seek(2), f.write(b'NE'), f.seek(0), f.readline(), f.peek(2)[:2], bytes(f.readinto(bytearray(3)).to_bytes(1, 'big')), f.tell(), f.truncate(8), f.seek(0), f.read())
for newline in (None, '', '\n', '\r', '\r\n'):
    with open(path, 'w', newline=newline) as f:
        f.write('a\nb\r\nc\rd')
    with open(path, 'rb') as f:
        raw = f.read()
    with open(path, 'wb') as f:
        f.write(b'a\nb\r\nc\rd')
    with open(path, newline=newline) as f:
        print(repr(newline), raw, f.readlines(), f.newlines)
for enc, errors in (('utf-16', 'strict'), ('latin-1', 'replace'), ('ascii', 'backslashreplace'), ('utf-8-sig', 'strict')):
    with open(path, 'w', encoding=enc, errors=errors) as f:
        f.write('é€\n')
    print(enc, open(path, 'rb').read(), ascii(open(path, encoding=enc).read()))
for bad in (lambda: open(path, 'z'), lambda: open(path, 'rw'), lambda: open(path + 'none'), lambda: open(folder), lambda: open(path, 'x'), lambda: open(path, 'rb', encoding='utf-8'), lambda: open(path, encoding='nope'), lambda: open(path, 'w').read(), lambda: open(path).write('x'), lambda: open(path, 'rb').write(b'x'), lambda: open(path, 'wb').write('text'), lambda: open(path, 'w').write(b'x'), lambda: open(path, buffering=0), lambda: open(5.5), lambda: open('a\0b'), lambda: open(path, newline='x'), lambda: open(path, 'rt+b'), lambda: open(999), lambda: f.read(), lambda: open(path, 'w').seek(-1), lambda: open(path, 'rb').seek(0, 9), lambda: open('')):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, str(e).replace(folder, 'DIR'))
with open(path, 'wb', buffering=0) as raw, open(path, 'rb') as r:
    raw.write(b'unbuffered')
    print(r.read(), type(raw).__name__, type(r).__name__, type(open(path)).__name__, type(open(path, 'r+b')).__name__)
s = io.StringIO('one\ntwo\r\nthree', newline=None)
print(s.readlines(), s.getvalue(), s.seek(0), s.read(2), s.write('XX'), s.getvalue(), s.truncate(5), s.getvalue(), s.tell(), s.close())
b = io.BytesIO(b'abc')
print(b.read(1), b.getvalue(), b.seek(5), b.write(b'z'), b.getvalue(), b.getbuffer()[0], b.readline(), b.seek(-2, 2), b.read())
w = io.TextIOWrapper(io.BytesIO(), encoding='utf-8', newline='\r\n', write_through=True)
w.write('x\ny')
print(w.buffer.getvalue(), w.detach().getvalue(), io.BufferedReader(io.BytesIO(b'0123456789'), 4).read(6), io.SEEK_END, io.DEFAULT_BUFFER_SIZE)
print('to file', file=open(path, 'w'), end='!', flush=True)
print(sorted(os.listdir(folder)), os.path.getsize(path) >= 0, os.remove(path), os.rmdir(folder), os.path.exists(folder))
