"""Streams in the corners: raw streams that block or misbehave, uninitialised and detached streams, states, encodings, files nobody closes."""
import gc
import io
import os
import pickle
import subprocess
import sys
import tempfile
import threading
import warnings


def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, str(e).replace('[Errno 11]', '[Errno 0]'), type(e.__cause__).__name__)
class Raw(io.RawIOBase):
    "A raw stream that reads the given pieces and writes until it blocks."
    def __init__(self, pieces=()):
        self.pieces = list(pieces); self.written = []; self.reads = 0; self.blocker = None
    def readable(self): return True
    def writable(self): return True
    def readinto(self, b):
        self.reads += 1
        if not self.pieces: return 0
        d = self.pieces.pop(0)
        if d is None: return None
        if len(d) > len(b): self.pieces.insert(0, d[len(b):]); d = d[:len(b)]
        b[:len(d)] = d
        return len(d)
    def write(self, b):
        b = bytes(b)
        if self.blocker is not None and self.blocker in b:
            n = b.index(self.blocker)
            if n == 0:
                self.blocker = None
                return None
            b = b[:n]
        self.written.append(b)
        return len(b)
# readinto1
raw = Raw((b'abc', b'de', b'fgh', b'jkl', None, b'x' * 30))
r = io.BufferedReader(raw, 10)
b = bytearray(2)
print(r.peek(3), r.readinto1(b), b, r.readinto1(b), b, raw.reads, r.readinto1(b), b, raw.reads)
b = bytearray(20)
print(r.peek(3), r.readinto1(b), b, raw.reads, r.readinto1(b), r.readinto1(b), raw.reads, r.read1(5), r.readinto1(bytearray(3)), raw.reads)
raw = Raw((b'ab', None, b'cd'))
r = io.BufferedReader(raw, 4)
print(r.peek(), r.readinto1(bytearray(9)), r.readinto1(bytearray(9)), r.readinto1(bytearray(9)))
# write_non_blocking
raw = Raw()
w = io.BufferedWriter(raw, 8)
print(w.write(b'abcd'), w.write(b'efghi'))
raw.blocker = b'k'
print(w.write(b'jklmn'))
raw.blocker = b'0'
try: w.write(b'opqrwxyz0123456789')
except BlockingIOError as e: print(e.args[1:], e.characters_written)
print(raw.written, w.write(b'ABCDEFGHI'), raw.written)
raw.blocker = b'A'
print(w.write(b'1234567'))
raw.blocker = b'1'
try: w.write(b'12345678901')
except BlockingIOError as e: print(e.args[1:], e.characters_written)
raw.blocker=None
w.flush(); print(raw.written)
raw = Raw(); w=io.BufferedWriter(raw, 4); raw.blocker=b'5'; w.write(b'5')
print(w.write(b'67'))
raw.blocker=b'5'
show(w.flush); print(raw.written); w.flush(); print(raw.written)
# readable/writable
r = io.BufferedReader(Raw()); w = io.BufferedWriter(Raw())
print(r.readable(), r.writable(), w.readable(), w.writable())
show(r.truncate, 0); show(w.read)
for c in (io.BufferedReader, io.BufferedWriter): show(c, io.BytesIO(), sys.maxsize)
w = io.BufferedWriter(io.BytesIO()); w.close(); show(w.write, b'x'); show(w.flush)
bad = io.BufferedReader(io.BytesIO(b'12')); bad.readinto = lambda b: b''
show(io.BufferedReader(bad).readline)
bad = io.BufferedReader(io.BytesIO(b'12')); bad.readinto = lambda b: -1
show(io.BufferedReader(bad).readline)
# reentrant
class Re(Raw):
    def write(self, b): 
        return self.outer.write(b'x' * 10)
    def __repr__(self): return 'Re'
raw = Re(); w = io.BufferedWriter(raw, 4); raw.outer = w; raw.name = 'the name'
show(w.write, b'123456')
raw.outer = Raw(); w.close()
# text
t = io.TextIOWrapper(io.BytesIO())
for kw in (dict(encoding='\udcfe'), dict(errors='\udcfe'), dict(encoding='utf-8\0'), dict(errors='x\0'), dict(encoding='x')):
    try: t.__init__(io.BytesIO(), **{'encoding':'utf-8', **kw})
    except Exception as e: print(type(e).__name__, ascii(e))
for encoding in '\udcfe', 'locale\0', 'x':
    try: io.TextIOWrapper(io.BytesIO()).reconfigure(encoding=encoding)
    except Exception as e: print(type(e).__name__)
show(repr, io.TextIOWrapper.__new__(io.TextIOWrapper))
show(repr, io.BufferedReader.__new__(io.BufferedReader))
show(repr, io.FileIO.__new__(io.FileIO))
t = io.TextIOWrapper(io.BufferedReader(io.BytesIO()), 'ascii')
try: del t._CHUNK_SIZE
except AttributeError as e: print(e)
print(t); t.buffer.detach(); print(t)
raw = io.BytesIO(); t = io.TextIOWrapper(raw, 'ascii', newline='\n'); t.write('foo\n'); t.reconfigure(encoding='utf-8-sig'); t.write('é\n'); t.flush(); print(raw.getvalue())
class NoSeek(io.BytesIO):
    def seekable(self): return False
raw = NoSeek(); t = io.TextIOWrapper(raw, 'ascii', newline='\n'); t.write('foo\n'); t.reconfigure(encoding='utf-8-sig'); t.write('é\n'); t.flush(); print(raw.getvalue())
raw = io.BytesIO(); t = io.TextIOWrapper(raw, 'utf-8-sig', newline='\n'); t.write('foo\n'); t.reconfigure(errors='replace'); t.write('é\n'); t.flush(); print(raw.getvalue())
class Bad:
    def __index__(self): 1/0
t = io.TextIOWrapper(io.BytesIO())
for flags in ({'line_buffering': Bad()}, {'write_through': 2**1000}, {'line_buffering': 1.5}, {'line_buffering': True, 'write_through': 0}, {'line_buffering': None}):
    try: t.reconfigure(**flags); print(t.line_buffering, t.write_through)
    except Exception as e: print(type(e).__name__)
print(bool(memoryview(b'')), bool(memoryview(b'0')), bool(memoryview(bytearray(4)).cast('i')))
# finalizers
folder = tempfile.mkdtemp(); path = os.path.join(folder, 'f')
def unclosed(make):
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter('always')
        f = make(); del f
        for i in range(3): gc.collect()
    for m in log: print(m.category.__name__, str(m.message).replace(folder, 'DIR'))
for mode in 'w', 'r', 'wb', 'rb', 'rb+':
    unclosed(lambda: open(path, mode))
unclosed(lambda: io.FileIO(path))
unclosed(lambda: open(path).close())
unclosed(lambda: io.TextIOWrapper(io.BytesIO()))
class F(io.FileIO):
    def close(self):
        print('close'); super().close()
    def __del__(self):
        print('del'); super().__del__()
    def flush(self):
        print('flush'); super().flush()
unclosed(lambda: F(path))
os.remove(path)
os.rmdir(folder)
# states
b = io.BytesIO(b'abc')
for state in ((b'x', 0, None), (bytearray(b'yz'), 5, {'spam': 3}), (b'', -1, None), ('t', 0, None), (b'', 0.0, None), (b'', 0, 0), (b'', 0), 0):
    show(b.__setstate__, state)
print(b.spam, b.getvalue(), b.tell())
view = b.getbuffer()
for f in (b.__init__, b.close, lambda: b.__setstate__((b'', 0, None))): show(f)
view.release(); b.close(); show(b.__setstate__, (b'', 0, None))
s = io.StringIO()
for state in (('x', '\n', 0, None), ('a\r\nb', '', 2, {'spam': 3}), ('', 'f', 0, None), ('', '', -1, None), (b'', '', 0, None), ('', b'', 0, None), ('', '', 0.0, None), ('', '', 0, 0), ('', 0), 0):
    show(s.__setstate__, state)
s.__setstate__(('a\r\nb', '\r\n', 2, None)); print(s.spam, ascii(s.getvalue()), s.tell(), s.__getstate__())
s.close(); show(s.__setstate__, ('', '', 0, None))
b = io.BytesIO(b'abc'); view = b.getbuffer(); show(b.write, b'xyz'); show(b.truncate); del view; show(b.write, b'xyz')
for f in (open('/dev/null', 'rb', 0), open('/dev/null', 'wb'), open('/dev/null')):
    with f:
        for protocol in range(6): show(pickle.dumps, f, protocol)
# one thread closes, slowly, while the other writes
class Slow(Raw):
    def flush(self):
        closing.set()
        written.wait(0.2)
        super().flush()
closing, written = threading.Event(), threading.Event()
w = io.BufferedWriter(Slow(), 8)
thread = threading.Thread(target=w.close)
thread.start()
closing.wait()
show(w.write, b'spam')
print(w.closed)
thread.join()
# what options say about text
program = """
import io
print(io.text_encoding(None), io.text_encoding('x'))
open('/dev/null').close()
try: open('/dev/null', errors='nonsense').close()
except LookupError as e: print(e)
"""
for options in ['-X', 'utf8'], ['-X', 'dev'], ['-X', 'warn_default_encoding']:
    done = subprocess.run([sys.executable, *options, '-c', program], capture_output=True)
    print(done.stdout.decode().replace('utf-8 x', 'default x').replace('locale x', 'default x') if options[1] != 'utf8' else done.stdout.decode(), [line for line in done.stderr.decode().splitlines() if line.startswith('<string>')])
