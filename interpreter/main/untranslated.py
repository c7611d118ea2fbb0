"""Runs the interpreter on top of Python 2.7, untranslated: `python2.7 -m interpreter.main.untranslated [options] script.py`.

The environment variable PYPYSTM_STDLIB names the folder of CPython 3.11's library; by default it is lib-python/3.11 in this tree.
"""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def default_stdlib():
    return os.environ.get('PYPYSTM_STDLIB') or os.path.join(ROOT, 'lib-python', '3.11')


def prepare(stdlib, compile_frozen=False):
    """Builds the types, the modules and the table of frozen modules."""
    from interpreter.targetpypystm import build
    build(stdlib, compile_frozen)


def main(argv):
    sys.setrecursionlimit(20000)
    import threading
    threading.stack_size(512 << 20)
    stdlib = default_stdlib()
    prepare(stdlib)
    from interpreter.main.paths import Layout
    from interpreter.main.program import main as run
    layout = Layout()
    layout.executable = sys.executable
    layout.prefix = ROOT
    layout.stdlib = stdlib
    layout.ours = os.path.join(ROOT, 'lib')
    result = []

    def body():
        result.append(run(['pypy-stm'] + argv, layout))
    thread = threading.Thread(target=body)
    thread.start()
    thread.join()
    sys.stdout.flush()
    os._exit(result[0] if result else 1)


if __name__ == '__main__':
    main(sys.argv[1:])
