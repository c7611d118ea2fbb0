"""Running Python programs on the untranslated interpreter, and on CPython 3.11, to compare.

    output(source)      what the program prints; an uncaught exception ends it with its type and message

`print` is one of our own, which only joins str() of its arguments: no sys.stdout is needed.  Of modules, only built-in ones can be
imported.
"""
from __future__ import absolute_import

import os
import subprocess
import sys

from interpreter import gateway, ops
from interpreter.errors import OperationError, module_not_found_error
from interpreter.eval.run import compile_source, exec_code
from interpreter.objects.function import W_BuiltinFunction
from interpreter.objects.module import W_Module
from interpreter.objects.wrap import newdict, newstr, w_None
from module.framework import build_modules, load_builtin

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
PYTHON = os.path.join(ROOT, 'build', 'py311', 'bin', 'python')

lines = []


def collect(args_w, kwnames):
    lines.append(' '.join([ops.str_w(w_arg) for w_arg in args_w]))
    return w_None


def import_builtin(args_w, kwnames):
    """__import__ of built-in modules only (and a stand-in for __future__)."""
    name = ops.text_w(args_w[0])
    if name == '__future__':
        w_module = W_Module(name)
        w_module.getdict().setitem_str('annotations', w_None)
        return w_module
    w_module = load_builtin(name)
    if w_module is None:
        raise module_not_found_error(name)
    return w_module


registry = build_modules(['builtins', 'sys', 'itertools'])
registry.find('builtins').load().getdict().setitem_str(
    '__import__', W_BuiltinFunction(gateway.build_raw_code(import_builtin, '__import__'), 'builtins'))
w_print = W_BuiltinFunction(gateway.build_raw_code(collect, 'print'), 'builtins')


def ours(source, filename='<test>', optimize=0):
    """What the program prints on our interpreter."""
    del lines[:]
    w_globals = newdict()
    w_globals.setitem_str('__name__', newstr('__main__'))
    w_globals.setitem_str('__builtins__', registry.find('builtins').load())
    w_globals.setitem_str('print', w_print)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20000)
    try:
        exec_code(compile_source(source, filename, 'exec', 0, optimize), w_globals, w_globals)
    except OperationError as e:
        lines.append('%s: %s' % (e.w_exc.gettype().name, ops.str_w(e.w_exc)))
    finally:
        sys.setrecursionlimit(limit)
    return '\n'.join(lines)


PRELUDE = r'''
import sys, warnings
warnings.simplefilter('ignore')
lines = []
def collect(*args): lines.append(' '.join(map(str, args)))
source = sys.stdin.buffer.read()
try:
    exec(compile(source, '<test>', 'exec', 0, True, int(sys.argv[1])), {'__name__': '__main__', 'print': collect})
except BaseException as e:
    lines.append('%s: %s' % (type(e).__name__, e))
sys.stdout.buffer.write('\n'.join(lines).encode('utf-8', 'surrogatepass'))
'''


def cpython(source, optimize=0):
    """The same on CPython 3.11."""
    process = subprocess.Popen([PYTHON, '-c', PRELUDE, str(optimize)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    output, _ = process.communicate(source)
    assert process.returncode == 0
    return output


def check(source, optimize=0):
    """Both print the same."""
    expected = cpython(source, optimize)
    found = ours(source, optimize=optimize)
    assert found == expected, 'ours:\n%s\nCPython:\n%s' % (found, expected)
