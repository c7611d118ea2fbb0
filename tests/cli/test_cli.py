"""The command line of the builds, seen from outside; what CPython 3.11 does is what is expected.

The expectation is CPython's own outcome, taken in the same run, wherever the two can be compared byte for byte.
"""

import os
import re
import signal
import subprocess
import time

import pytest

import blackbox

CLEAN = {'PATH': os.environ.get('PATH', ''), 'LC_ALL': 'C.UTF-8'}
each_build = pytest.mark.parametrize('build', blackbox.BUILDS)


def same(build, arguments, stderr=True, **options):
    """Runs both, compares exit code, stdout and (the last line of, or the whole) stderr; returns CPython's outcome."""
    expected = blackbox.run('cpython', arguments, **options)
    got = blackbox.run(build, arguments, **options)
    assert got[:2] == expected[:2], got[2].decode('utf-8', 'replace')
    if stderr == 'last line':
        assert got[2].splitlines()[-1:] == expected[2].splitlines()[-1:]
    elif stderr:
        assert library_hidden(got[2]) == library_hidden(expected[2])
    return expected


def library_hidden(text):
    """Tracebacks without the folder of the standard library."""
    return re.sub(rb'File "[^"]*/(lib-python/3\.11|lib/python3\.11)/', b'File "LIBRARY/', text)


def write(folder, name, text):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


@each_build
@pytest.mark.parametrize('arguments', [
    ['-c', 'print(1 + 1)'],
    ['-c', 'import sys; print(sys.argv)', 'a', '-b', '--c', 'd e'],
    ['-c', 'import sys; print(__name__, __doc__, sys.path[0] == "", __builtins__.len([]))'],
    ['-c', 'x = 1\nfor i in range(2):\n    print(i + x)'],
    ['-c', ''],
    ['-c', 'print("é😀")'],
    ['-c', 'import sys; print(sys.argv, file=sys.stderr); print("out")', 'é'],
    ['-c', 'print(input() + input())'],
    ['-c', 'import sys; print(sys.stdin.read())'],
    ['-c', 'print(__debug__); assert 0, "shown"'],
    ['-O', '-c', 'print(__debug__); assert 0, "not shown"'],
    ['-OO', '-c', 'def f():\n "doc"\nprint(f.__doc__, __debug__)'],
    ['-S', '-c', 'import sys; print("site" in sys.modules, sys.flags.no_site)'],
    ['-E', '-c', 'import sys; print(sys.flags.ignore_environment)'],
    ['-I', '-c', 'import sys; print(sys.flags.isolated, sys.flags.no_user_site)'],
    ['-B', '-c', 'import sys; print(sys.dont_write_bytecode)'],
    ['-q', '-c', 'print("quiet")'],
    ['-u', '-c', 'import sys; sys.stdout.write("unbuffered"); sys.stderr.write("e")'],
    ['-bb', '-c', 'import sys; print(sys.flags.bytes_warning)'],
    ['-W', 'error', '-c', 'import warnings\ntry: warnings.warn("w")\nexcept UserWarning as e: print("raised", e)'],
    ['-W', 'ignore', '-c', 'import warnings; warnings.warn("w"); print("ignored")'],
    ['-X', 'utf8', '-c', 'import sys; print(sys.flags.utf8_mode)'],
    ['-X', 'pycache_prefix=/tmp/cached', '-c', 'import sys; print(sys.pycache_prefix, sys._xoptions)'],
    ['-X', 'no_debug_ranges', '-c', 'import traceback\ndef f():\n    return 1 / 0\ntry: f()\nexcept ZeroDivisionError: traceback.print_exc()\n'
     'print({position[2:] for position in f.__code__.co_positions()})'],
    ['-d', '-c', 'import sys; print(sys.flags.debug, sys.flags.int_max_str_digits, sys.get_int_max_str_digits())'],
    ['-X', 'int_max_str_digits=700', '-c', 'import sys; print(sys.flags.int_max_str_digits, sys.get_int_max_str_digits()); int("1" * 701)'],
    ['-X', 'int_max_str_digits=0', '-c', 'import sys; print(sys.flags.int_max_str_digits, len(str(10 ** 9000)))'],
    ['-X', 'int_max_str_digits=5', '-c', '1'],
    ['-X', 'int_max_str_digits', '-c', '1'],
    ['-X', 'frozen_modules=off', '-c', 'import os; print(type(os.__spec__.loader), os.__loader__.get_source("os")[:5])'],
    ['-X', 'frozen_modules=maybe', '-c', '1'],
    ['-c', 'print(__loader__, __spec__)'],
    ['-c', 'import sys\nsys.tracebacklimit = -1 << 1000\n1/0'],
    ['-c', 'import sys\nsys.tracebacklimit = 1 << 1000\n1/0'],
    ['-c', 'raise SyntaxError("msg", (b"name", 123, 0, "text"))'],
    [b'-c', b'print("\xff")'],
    ['-c', 'import sys\nfor t in type(sys.flags), type(sys.version_info):\n try: t()\n except TypeError as e: print(e)'],
    ['-m', 'this'],
    ['-m', 'json.tool', '--indent', '1'],
])
def test_options(build, arguments):
    same(build, arguments, stdin=b'{"a": [1, 2]}\n[]' if 'json.tool' not in arguments else b'{"a": [1, 2]}')


@each_build
@pytest.mark.parametrize('code', ['sys.exit()', 'sys.exit(0)', 'sys.exit(3)', 'sys.exit(256 + 7)', 'sys.exit(-1)', 'sys.exit("message")', 'sys.exit(None)',
                                  'sys.exit(True)', 'sys.exit((1, 2))', 'sys.exit(2.5)', 'raise SystemExit', 'raise SystemExit(4)', 'exit(5)', 'quit()',
                                  'raise SystemExit("é")', 'sys.exit([])', 'raise KeyError("k")', '1/0', 'os._exit(9)', 'sys.exit(2 ** 70)',
                                  'sys.stdout.write("no newline"); sys.exit(1)', 'raise Exception', 'import no_such_module', 'sys.excepthook = lambda *a: print("hook", a[0].__name__); 1/0',
                                  'import atexit; atexit.register(print, "late"); sys.exit(6)', 'import atexit; atexit.register(lambda: 1/0); print("x")'])
def test_exit_codes(build, code):
    same(build, ['-c', 'import sys, os; ' + code], stderr='last line')


@each_build
@pytest.mark.parametrize('source', [b'print(1', b'x = = 1', b'if 1:\nprint(2)', b'  indented', b'def f(:\n pass', b'print("a" "b\n', b'\xff\xfe', b'# comment\nx = "\xe9"\n',
                                    b'# coding: no-such\n', b'# coding: latin-1\nprint(ascii("\xe9"))\n', b'\xef\xbb\xbfprint("bom")\n', b'', b'\n\n', b'# only a comment', b'x = 1\x00\n',
                                    b'print(1)\r\nprint(2)\r\n', b'print("no newline at end")', b'if 1:\n\tx=1\n        y=2\n', b'f(**a, *b)\n', b'\'\'\'open\n', b'return 5\n', b'nonlocal x\n',
                                    b'def f():\n    1/0\n\nf()\n', b'raise ValueError("line\\ntwo")\n', b'lambda: (yield)\nbreak\n', b'x = 08\n', b'print("\xc3\xa9")\n', b'from __future__ import nope\n'])
def test_scripts(build, source, tmp_path):
    write(tmp_path, 'script.py', source)
    same(build, ['script.py'], cwd=str(tmp_path))


@each_build
def test_script_arguments_and_path(build, tmp_path):
    write(tmp_path, 's.py', 'import sys, neighbour\nprint(sys.argv, __name__, __file__, neighbour.value, sys.path[0] == sys.argv[1])\n')
    write(tmp_path, 'neighbour.py', 'value = 42\n')
    same(build, [str(tmp_path / 's.py'), str(tmp_path), '-c', 'x'])
    same(build, ['s.py', '', '--'], cwd=str(tmp_path))


@each_build
def test_missing_and_unreadable(build, tmp_path):
    for path in ('missing.py', '.', 'nowhere/x.py'):
        code, out, err = blackbox.run(build, [path], cwd=str(tmp_path))
        expected = blackbox.run('cpython', [path], cwd=str(tmp_path))
        assert (code, out) == expected[:2]
        # the message names the program first, which differs
        assert err.split(b': ', 1)[-1] == expected[2].split(b': ', 1)[-1]
    path = write(tmp_path, 'secret.py', 'print(1)')
    os.chmod(path, 0)
    if os.geteuid() != 0:
        code, out, err = blackbox.run(build, [path])
        assert code == 2 and b'Permission denied' in err


@each_build
def test_folder_and_module(build, tmp_path):
    package = tmp_path / 'pkg'
    package.mkdir()
    write(package, '__init__.py', 'print("init", __name__)\n')
    write(package, '__main__.py', 'import sys\nfrom . import sub\nprint("main", __name__, __package__, sub.v, sys.argv[1:])\n')
    write(package, 'sub.py', 'v = 7\nprint("sub", __name__)\n')
    same(build, ['-m', 'pkg', 'x'], cwd=str(tmp_path))
    same(build, ['-m', 'pkg.sub'], cwd=str(tmp_path))
    same(build, ['-m', 'pkg.none'], cwd=str(tmp_path), stderr=False)
    same(build, ['-m', 'no_such_module'], cwd=str(tmp_path), stderr=False)
    folder = tmp_path / 'folder'
    folder.mkdir()
    write(folder, '__main__.py', 'import sys\nprint(__name__, sys.path[0])\n')
    same(build, ['folder'], cwd=str(tmp_path))


@each_build
def test_standard_input(build):
    same(build, ['-'], stdin=b'import sys\nprint(sys.argv, __name__)\nif 1:\n    print(2)\nprint(3)')
    same(build, [], stdin=b'print("no argument")\n')
    same(build, ['-', 'a', 'b'], stdin=b'import sys; print(sys.argv)\n')
    same(build, ['-'], stdin=b'')
    same(build, ['-'], stdin=b'def f():\n    1/0\n\nf()\n')
    same(build, ['-'], stdin=b'x = = 1\n')


@each_build
def test_prompt_from_a_pipe(build):
    text = b'x = 5\nx + 1\n_ * 2\nfor i in range(2):\n    i\n\ndef f():\n    return "r"\n\nf()\n1/0\nNone\nx = = 2\n"after"\nimport sys; sys.exit(3)\n'
    code, out, err = blackbox.run(build, ['-i', '-q'], stdin=text)
    expected = blackbox.run('cpython', ['-i', '-q'], stdin=text)
    assert (code, out) == expected[:2]
    assert err == expected[2]
    assert same(build, ['-i', '-c', 'a = 9'], stdin=b'a\n', stderr=False)[1] == b'9\n'
    same(build, ['-i', '-q'], stdin=b'if 1:\n    (2,\n')


@each_build
def test_inspection_and_startup_file(build, tmp_path):
    write(tmp_path, 'exits.py', 'import os, sys\nos.environ["PYTHONINSPECT"] = "1"\nsys.exit(3)\n')
    write(tmp_path, 'asks.py', 'import os\nos.environ["PYTHONINSPECT"] = "1"\n')
    startup = {'PYTHONSTARTUP': write(tmp_path, 'startup.py', 'print("startup", __name__)\nleft = 5\n')}
    for arguments in (['-i', 'exits.py'], ['exits.py'], ['asks.py'], ['-i', '-c', '1/0'], ['-iq']):
        same(build, arguments, stdin=b'import sys; sys.last_type\nleft\n', cwd=str(tmp_path), environment=startup)
    same(build, ['exits.py'], stdin=b'', cwd=str(tmp_path), environment={'PYTHONINSPECT': 'x'})
    same(build, ['-iq'], stdin=b'1\n', environment={'PYTHONSTARTUP': str(tmp_path / 'none.py')})
    same(build, ['-i', '-c', 'import sys; sys.__interactivehook__ = lambda: 1/0'], stdin=b'1\n', stderr='last line')


@each_build
def test_version_and_usage(build):
    code, out, err = blackbox.run(build, ['-V'])
    assert code == 0 and re.match(rb'Python 3\.11\.\d+', out + err)
    assert blackbox.run(build, ['--version'])[0] == 0
    assert blackbox.run(build, ['-h'])[0] == 0
    code, out, err = blackbox.run(build, ['-Z'])
    assert code == 2 and b'-Z' in err
    code, out, err = blackbox.run(build, ['-c'])
    assert code == 2 and b'-c' in err


@each_build
def test_environment(build, tmp_path):
    write(tmp_path, 'onpath.py', 'v = "from PYTHONPATH"\n')
    code, out, err = blackbox.run(build, ['-c', 'import onpath; print(onpath.v)'], environment={'PYTHONPATH': str(tmp_path)})
    assert (code, out) == (0, b'from PYTHONPATH\n'), err
    same(build, ['-c', 'import sys; print(sys.stdout.encoding, ascii("\xe9"))'], environment={'PYTHONIOENCODING': 'latin-1'})
    same(build, ['-c', 'print(__debug__)'], environment={'PYTHONOPTIMIZE': '1'})
    show = 'import sys; print([(s.encoding, s.errors) for s in (sys.stdin, sys.stdout, sys.stderr)])'
    for variables in ({'LC_ALL': 'C'}, {'LC_ALL': 'POSIX'}, {'LC_ALL': '', 'LANG': 'C.UTF-8'}, {'LC_ALL': 'C', 'PYTHONIOENCODING': ':ignore'},
                      {'LC_ALL': 'C', 'PYTHONIOENCODING': 'utf-8'}, {'LC_ALL': 'C', 'PYTHONIOENCODING': 'utf-8:replace'}, {'LC_ALL': 'C.UTF-8', 'PYTHONIOENCODING': ':'}):
        same(build, ['-c', show], environment=variables)


@each_build
def test_hash_seed(build):
    """The hashes are CPython's for each seed; random ones differ from run to run."""
    code = """if 1:
        import sys
        name = 'sys' + 'tem'
        texts = '', 'abc', 'caf\\xe9', '\\xe4\\xfa\\u2211\\u2107', '\\U0001f600x', '\\ud800', b'', b'abc', b'caf\\xe9', memoryview(b'a\\xff'), 'x' * 1000, name
        print([hash(t) for t in texts], sys.flags.hash_randomization, sys.hash_info)
        print(vars(sys)['path'] is sys.path, 'x' in {'x', 'y'}, {'é': 1}['é'], hash(frozenset(['a', b'\\xff'])), hash(('a', 1)))
        import unicodedata
        print(unicodedata.lookup('SNOWMAN'))"""
    for seed in '0', '1', '42', '4294967295', ' +7', 'x', '-1', '4294967296', '1 ', '1e':
        same(build, ['-c', code], environment={'PYTHONHASHSEED': seed})
    shown = set()
    for flags, seed in ([], ''), ([], 'random'), (['-R'], '0'), (['-R'], 'x'), (['-E'], '0'), (['-E'], '1e'), (['-I'], '-1'):
        status, out, err = blackbox.run(build, flags + ['-c', code], environment={'PYTHONHASHSEED': seed})
        assert status == 0, err
        assert b'] 1 sys.hash_info(' in out
        shown.add(out)
    assert len(shown) == 7


@each_build
def test_bytecode_is_cached_and_refreshed(build, tmp_path):
    write(tmp_path, 'cached.py', 'v = 1\n')
    cache = {'PYTHONDONTWRITEBYTECODE': ''}
    command = ['-c', 'import cached; print(cached.v)']
    assert blackbox.run(build, command, cwd=str(tmp_path), environment=cache)[1] == b'1\n'
    assert list((tmp_path / '__pycache__').glob('cached.*.pyc'))
    assert blackbox.run(build, command, cwd=str(tmp_path), environment=cache)[1] == b'1\n'
    write(tmp_path, 'cached.py', 'v = "changed"\n')
    assert blackbox.run(build, command, cwd=str(tmp_path), environment=cache)[1] == b'changed\n'


@each_build
def test_output_to_a_closed_pipe(build):
    for program in ('for i in range(100000): print(i)', 'print("x")', 'import sys\nfor i in range(100000): sys.stdout.write("y" * 100)'):
        read, put = os.pipe()
        process = subprocess.Popen([blackbox.interpreter(build), '-c', program], stdout=put, stderr=subprocess.PIPE, env=CLEAN)
        os.close(put)
        os.close(read)
        err = process.communicate(timeout=blackbox.PATIENCE)[1]
        assert process.returncode in (1, 120), (process.returncode, err)
        assert b'BrokenPipeError' in err


@each_build
def test_full_device(build):
    with open('/dev/full', 'wb') as full:
        done = subprocess.run([blackbox.interpreter(build), '-c', 'print("x")'], stdout=full, stderr=subprocess.PIPE, timeout=blackbox.PATIENCE, env=CLEAN)
    assert done.returncode == 120 and b'No space left' in done.stderr


@each_build
def test_closed_standard_streams(build):
    command = '%s -c "import sys; print(sys.stdout, sys.stdin)" >&- <&-; echo $?' % blackbox.interpreter(build)
    assert subprocess.run(['sh', '-c', command], stdout=subprocess.PIPE, timeout=blackbox.PATIENCE, env=CLEAN).stdout == b'0\n'


def interrupt(build, program, after=b'ready\n'):
    """Runs the program, sends SIGINT once it printed `after`; returns (exit code, stdout, stderr).

    The pause makes it likely that the program is where the test wants it; wherever it is, the outcome must be the same.
    """
    process = subprocess.Popen([blackbox.interpreter(build), '-u', '-c', program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=CLEAN)
    assert process.stdout.readline() == after
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    try:
        out, err = process.communicate(timeout=blackbox.PATIENCE)
    finally:
        process.kill()
    return process.returncode, out, err


COMPUTE = 'def compute():\n    n = 0\n    while True: n = (n * 3 + 1) % 1000003\n'


@each_build
def test_interrupt_in_the_main_thread(build):
    code, out, err = interrupt(build, COMPUTE + 'print("ready")\ncompute()')
    assert code == -signal.SIGINT and err.rstrip().endswith(b'KeyboardInterrupt')
    code, out, err = interrupt(build, COMPUTE + 'try: print("ready"); compute()\nexcept KeyboardInterrupt: print("caught")')
    assert (code, out) == (0, b'caught\n'), err


@each_build
def test_interrupt_while_other_threads_compute(build):
    program = 'import threading\n' + COMPUTE + (
        'for i in range(2): threading.Thread(target=compute, daemon=True).start()\n'
        'try: print("ready"); compute()\nexcept KeyboardInterrupt: print("caught in", threading.current_thread().name)\n')
    code, out, err = interrupt(build, program)
    assert (code, out) == (0, b'caught in MainThread\n'), err


@each_build
@pytest.mark.parametrize('wait', ['time.sleep(100)', 'threading.Event().wait()', 'threading.Lock().acquire() and lock.acquire()', 'queue.Queue().get()', 'thread.join()'])
def test_interrupt_while_waiting(build, wait):
    program = ('import threading, time, queue\nlock = threading.Lock(); lock.acquire()\nthread = threading.Thread(target=time.sleep, args=(100,), daemon=True)\n'
               'thread.start()\ntry: print("ready"); %s\nexcept KeyboardInterrupt: print("caught")' % wait)
    code, out, err = interrupt(build, program)
    assert (code, out) == (0, b'caught\n'), err


@each_build
def test_signal_handlers(build):
    program = 'import signal, sys\nsignal.signal(signal.SIGINT, lambda n, f: (print("handler", n), sys.exit(5)))\nprint("ready")\nwhile True: pass'
    assert interrupt(build, program)[:2] == (5, b'handler 2\n')
    same(build, ['-c', 'import signal, os\nsignal.signal(signal.SIGUSR1, lambda n, f: print("usr1", n, f is not None))\n'
                 'os.kill(os.getpid(), signal.SIGUSR1)\nprint(signal.getsignal(signal.SIGINT) is signal.default_int_handler)'])


@each_build
def test_a_thread_dies_while_others_run(build):
    program = ('import threading\ndone = []\ndef work(i):\n    if i == 2: raise ValueError("thread %d" % i)\n    done.append(sum(range(20000)))\n'
               'ts = [threading.Thread(target=work, args=(i,), name="T%d" % i) for i in range(5)]\n[t.start() for t in ts]\n[t.join() for t in ts]\nprint(len(done), set(done))')
    same(build, ['-c', program])


@each_build
def test_exit_with_threads(build):
    # ordinary threads are waited for, daemon threads are not
    same(build, ['-c', 'import threading, time\ndef f():\n    e.wait()\n    time.sleep(0.2)\n    print("thread done")\ne = threading.Event()\n'
                 'threading.Thread(target=f).start()\nprint("main done")\ne.set()'])
    same(build, ['-c', 'import threading, time\nthreading.Thread(target=time.sleep, args=(100,), daemon=True).start()\nprint("main done")'])
    same(build, ['-c', 'import threading, sys\ndef f():\n    sys.exit(3)\nt = threading.Thread(target=f)\nt.start()\nt.join()\nprint("a thread exits alone")'])
    same(build, ['-c', 'import threading\ndef f():\n    while True: pass\nthreading.Thread(target=f, daemon=True).start()\n1/0'])


@each_build
def test_infinite_recursion(build):
    code, out, err = blackbox.run(build, ['-c', 'def f(): f()\ntry: f()\nexcept RecursionError as e: print("caught", e)\nf()'])
    assert code == 1 and out == b'caught maximum recursion depth exceeded\n' and err.rstrip().endswith(b'RecursionError: maximum recursion depth exceeded')
    code, out, err = blackbox.run(build, ['-c', 'class A:\n    def __repr__(self): return repr(self)\n'
                                          'def g(n): return [g(n + 1)]\nfor t in (lambda: repr(A()), lambda: g(0), lambda: eval("(" * 150 + "1" + ")" * 150)):\n'
                                          '    try: print(t())\n    except (RecursionError, MemoryError, SyntaxError) as e: print(type(e).__name__)'])
    assert code == 0, err
    assert out.split()[:2] == [b'RecursionError', b'RecursionError']


def test_memory_limit():
    if 'pypy-stm' not in blackbox.BUILDS:
        pytest.skip('the limit is that of the STM build')
    program = ('keep = []\ntry:\n    while True: keep.append([0] * 100000)\nexcept MemoryError:\n    n = len(keep)\n    del keep\n    print("MemoryError", 10 < n < 400)\n'
               'l = [i * i for i in range(100000)]\nprint("goes on", sum(l))\n')
    code, out, err = blackbox.run('pypy-stm', ['-c', program], environment={'PYPYSTM_MAX_HEAP': '200M'})
    assert (code, out) == (0, b'MemoryError True\ngoes on 333328333350000\n'), err
    code, out, err = blackbox.run('pypy-stm', ['-c', 'x = []\nwhile True: x.append([0] * 100000)'], environment={'PYPYSTM_MAX_HEAP': '200M'})
    assert code == 1 and err.rstrip().endswith(b'MemoryError')


@each_build
def test_little_address_space(build):
    command = "ulimit -v 4000000; exec '%s' -c 'print(1)'" % blackbox.interpreter(build)
    done = subprocess.run(['sh', '-c', command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=blackbox.PATIENCE, env=CLEAN)
    if os.path.basename(build) == 'pypy-stm':           # it reserves terabytes: one line says so
        assert (done.returncode, done.stdout) == (1, b'') and done.stderr.count(b'\n') == 1 and b'ulimit -v' in done.stderr
    else:
        assert (done.returncode, done.stdout) == (0, b'1\n')


@each_build
def test_idle_loops_see_each_other(build):
    program = ('import threading\ngo = [0, 0]\ndef f():\n    while not go[0]: pass\n    go[1] = 1\nt = threading.Thread(target=f)\nt.start()\ngo[0] = 1\n'
               'while not go[1]: pass\nt.join()\nprint("both")')
    same(build, ['-c', program])


def test_printing_does_not_make_a_transaction_inevitable():
    if 'pypy-stm' not in blackbox.BUILDS:
        pytest.skip('only the STM build has transactions')
    program = ('import _transaction, threading, transaction\nthreading.Thread(target=threading.Event().wait, daemon=True).start()\nseen = []\n'
               'def work(n):\n    print("call", n)\n    seen.append(_transaction.is_inevitable())\n'
               'for n in range(5): transaction.add(work, n)\ntransaction.run(ordered=True)\nprint(len(seen), all(seen))')
    code, out, err = blackbox.run('pypy-stm', ['-u', '-c', program])
    assert (code, out.decode().splitlines()) == (0, ['call %d' % n for n in range(5)] + ['5 False']), err


@each_build
def test_run_inside_a_transaction(build):
    program = ('import transaction\nfor how in ("atomic", "call"):\n    try:\n        if how == "atomic":\n            with transaction.atomic: transaction.run()\n'
               '        else:\n            transaction.add(transaction.run)\n            transaction.run()\n    except transaction.TransactionError as e: print(how, e)\n'
               'r = []\ntransaction.add(r.append, 1)\ntransaction.run()\nprint(r)')
    same(build, ['-c', program])


@each_build
def test_an_exception_in_a_transaction(build):
    same(build, ['-c', 'import transaction\ndef f(i):\n    if i == 1: raise ValueError(i)\nfor i in range(2): transaction.add(f, i)\ntransaction.run()'], stderr='last line')


@each_build
def test_deeply_nested_source_does_not_crash(build):
    for source in ('(' * 5000, '-' * 50000 + '1', '[' * 300 + ']' * 300, 'a' + '.b' * 20000, 'if 1:\n' + ''.join(' ' * i + 'if 1:\n' for i in range(1, 120)), 'x = ' + '+'.join(['1'] * 20000),
                   '((((' * 30 + '1' + '))))' * 30, 'lambda: ' * 3000 + '1', '{' * 1000):
        code, out, err = blackbox.run(build, ['-c', 'import sys\ntry: compile(sys.stdin.read(), "s", "exec")\nexcept (SyntaxError, MemoryError, RecursionError) as e: pass\nprint("alive")'],
                                      stdin=source.encode())
        assert (code, out) == (0, b'alive\n'), (source[:20], err[-500:])
