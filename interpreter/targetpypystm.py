"""The Python interpreter as an RPython target.

    python2.7 -m translator --stock --thread --output pypy-nostm interpreter/targetpypystm.py

The environment variable PYPYSTM_STDLIB names the folder of CPython 3.11's library at build time (default: lib-python/3.11), whose
modules that start-up needs become part of the program.
"""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# the built-in modules; a module is a folder of module/
MODULES = ['sys', 'builtins', '_imp', '_io', 'posix', 'errno', 'time', 'marshal', '_thread', '_signal', '_warnings', '_weakref', '_codecs',
           '_abc', '_string', 'atexit', 'gc', '_transaction']
# those of other authors, as far as they are there
MORE = ['math', 'cmath', 'itertools', '_operator', '_functools', '_collections', '_sre', '_random', '_struct', 'array', 'binascii',
        'unicodedata', '_contextvars', '_md5', '_sha1', '_sha256', '_sha512', '_locale',
        '_bisect', '_heapq', '_json', '_posixsubprocess', 'fcntl', 'select', 'pwd', '_socket', '_stat', '_typing', '_statistics', 'grp',
        'resource']


def available_modules():
    """The names of the modules that this tree has; PYPYSTM_WITHOUT (names separated by commas) leaves some out."""
    without = os.environ.get('PYPYSTM_WITHOUT', '').split(',')
    names = list(MODULES)
    for name in MORE:
        path = os.path.join(ROOT, 'module', name, '__init__.py')
        if name not in without and os.path.exists(path):
            names.append(name)
    return names


def build(stdlib, compile_frozen=True):
    """Everything that is made before translation."""
    from interpreter.typedef import finish_typedefs
    from module._imp import frozen
    from module.framework import build_modules
    finish_typedefs()
    build_modules(available_modules())
    from interpreter.eval.call import set_builtins
    from module.builtins import module as builtins
    set_builtins(builtins.w_module.getdict())
    frozen.freeze(stdlib, None if compile_frozen else [])


def make_entry_point():
    from interpreter.main.program import main, write

    def entry_point(argv):
        try:
            return main(argv, None)
        except MemoryError:
            write(2, "MemoryError\n")          # not even enough to make the exception object
            return 1
    return entry_point


def target(driver, args):
    from interpreter.objects.prebuilt import collect_tables
    sys.setrecursionlimit(20000)
    stdlib = os.environ.get('PYPYSTM_STDLIB') or os.path.join(ROOT, 'lib-python', '3.11')
    if not os.path.exists(os.path.join(stdlib, 'os.py')):
        raise Exception("the standard library is not in %s: set PYPYSTM_STDLIB" % stdlib)
    build(stdlib)
    collect_tables()
    return make_entry_point(), None
