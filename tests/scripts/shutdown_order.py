# compare stderr
"""What is alive when a program ends: finalizers, generators, files, atexit, threads.  Each case is a program of its own."""
import os
import re
import subprocess
import sys
import tempfile
import textwrap

FOLDER = tempfile.mkdtemp()


def case(name, source, *options, files={}):
    for file_name, text in files.items():
        with open(os.path.join(FOLDER, file_name), 'w') as f:
            f.write(textwrap.dedent(text))
    done = subprocess.run([sys.executable, *options, '-c', textwrap.dedent(source)], capture_output=True, text=True, cwd=FOLDER)
    err = re.sub(r'0x[0-9a-f]+', 'ADDRESS', done.stderr)
    err = re.sub(r'File "[^"]*/', 'File "', err)
    print('== %s: %d' % (name, done.returncode))
    print(done.stdout, end='')
    print(''.join('! %s\n' % line for line in err.splitlines()), end='', flush=True)


NOISY = '''
import sys
class Noisy:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print('del', self.name, describe(self), sys.is_finalizing(), len(()))
def describe(noisy):
    return '<%s>' % noisy.name
'''

case('globals', NOISY + '''
a = Noisy('a')
b = [{'key': Noisy('b')}]
c = lambda x=Noisy('c'): x
def outer():
    d = Noisy('d')
    return lambda: d
d = outer()
print('end')
''')
case('cycle', NOISY + '''
a = Noisy('a')
a.b = Noisy('b')
a.b.a = a
''')
case('dropped before', '''
class A:
    def __del__(self):
        print('del', __name__)
A().me = 1
''')
case('resurrected', '''
class Back:
    def __del__(self):
        print('del')
        kept.append(self)
kept = []
back = Back()
''')
case('releases another', '''
class Inner:
    def __del__(self):
        print('inner')
class Outer:
    def __del__(self):
        print('outer')
        del self.inner
outer = Outer()
outer.inner = Inner()
''')
case('module', 'import noisy_module\nprint(noisy_module.thing.name)\n', files={'noisy_module.py': NOISY + "thing = Noisy('thing')\n"})
case('module kept alive', '''
import builtins, sys
class C:
    def __del__(self):
        print("before")
        len(())
        print("after")
that = C()
builtins.that = sys.modules[__name__]
sys.that = sys.modules[__name__]
''')
case('attribute of a library module', '''
import struct, sys
class C:
    def __init__(self):
        self.pack = struct.pack
    def __del__(self):
        print(self.pack.__name__, len(sys.modules))
        1 / 0
struct.x = C()
''')
case('generator', '''
def numbers():
    try:
        yield 1
    finally:
        print('closed')
def managed():
    with open('managed', 'w') as f:
        f.write('managed')
        yield 2
g, h = numbers(), managed()
print(next(g), next(h))
''')
case('what it wrote', "print(open('managed').read())")
case('files', '''
import io
new, memory = io.TextIOWrapper, io.BytesIO
class Late:
    def __init__(self):
        self.file = open('late', 'w')
    def __del__(self):
        self.file.write('written in del')
        new(memory(), encoding='utf-8')
        print('ok')
f = open('plain', 'w')
f.write('plain')
late = Late()
''')
case('what they wrote', "print(open('plain').read(), open('late').read())")
case('warning', '''
import warnings
warn = warnings.warn
class A:
    def __del__(self):
        warn("test")
a = A()
''')
case('exception', '''
class A:
    def __del__(self):
        print('del')
        1 / 0
a = A()
''')
case('exit status', '''
import sys
class A:
    def __del__(self):
        print('del')
        sys.exit(5)
a = A()
sys.exit(3)
''')
case('uncaught', '''
class A:
    def __del__(self):
        print('del')
a = A()
def f(x):
    raise ValueError(x)
f(A())
''')
case('import in del', '''
import sys
class A:
    def __del__(self):
        print(sys.meta_path, sys.path, 'sys' in sys.modules)
        import this
a = A()
''')
case('redirected', '''
import sys
class Stream:
    def write(self, text):
        sys.__stdout__.write('[%s]' % text)
    def flush(self):
        pass
class A:
    def __del__(self):
        print('del', type(sys.stdout).__name__)
sys.stdout = Stream()
a = A()
print('x')
''')
case('signal in del', '''
import _thread
class A:
    def __del__(self):
        _thread.interrupt_main()
        print('goes on')
a = A()
''')
case('thread without stderr', '''
import sys, threading
t = threading.Thread(target=lambda: started.wait() and 1 / 0, name='T')
started = threading.Event()
t.start()
sys.stderr = None
started.set()
t.join()
''')
case('atexit', '''
import atexit
def show(*args, **kwds):
    print(args, kwds, atexit._ncallbacks())
def fails():
    raise KeyError('atexit')
def registers():
    print('registers')
    atexit.register(show, 'never')
    atexit.unregister(unregistered)
def unregistered():
    print('unregistered')
class A:
    def __del__(self):
        print('del')
a = A()
atexit.register(show, 1, a=2)
atexit.register(unregistered)
atexit.register(fails)
atexit.register(show, 2)
atexit.register(registers)
atexit.register(show)
''')
case('threads', '''
import atexit, threading, time
class A:
    def __del__(self):
        print('del')
a = A()
def work():
    time.sleep(0.05)
    print('thread', threading.main_thread().is_alive())
atexit.register(print, 'atexit')
threading.Thread(target=work).start()
print('end of main')
''')
case('daemon threads', '''
import threading, time
def spin():
    n = 0
    while True:
        n += len(str(n))
def sleep():
    while True:
        time.sleep(0.0001)
def wait():
    threading.Lock().acquire()
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
for f in [spin, sleep, wait] * 3:
    threading.Thread(target=f, daemon=True).start()
time.sleep(0.05)
print('end of main')
''')
case('interrupt', '''
import _thread, signal, threading
try:
    _thread.interrupt_main()
    print('not reached')
except KeyboardInterrupt:
    print('interrupted')
def handler(number, frame):
    print('handler', number, frame.f_code.co_name)
signal.signal(signal.SIGTERM, handler)
_thread.interrupt_main(signal.SIGTERM)
print('after')
t = threading.Thread(target=_thread.interrupt_main)
try:
    t.start()
    t.join()
    for i in range(1000000): pass
except KeyboardInterrupt:
    print('interrupted')
t.join()
for what in [signal.SIG_IGN, signal.SIG_DFL]:
    signal.signal(signal.SIGINT, what)
    _thread.interrupt_main()
print('end')
''')
