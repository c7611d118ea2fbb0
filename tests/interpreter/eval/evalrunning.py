"""Runs Python source on the untranslated evaluation loop, and on CPython 3.11 for comparison.

Only the evaluation loop and the objects take part: the built-in functions are a handful defined here, and nothing can be imported.
"""
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
PYTHON311 = os.path.join(ROOT, 'build', 'py311', 'bin', 'python')

sys.setrecursionlimit(20000)

import interpreter.objects.wrap                                                    # noqa: breaks an import cycle
from interpreter import gateway, ops
from interpreter.errors import OperationError, stop_iteration
from interpreter.eval import call, run as runner
from interpreter.eval.buildclass import build_class
from interpreter.eval.executioncontext import getexecutioncontext
from interpreter.eval.printtraceback import format_exception
from interpreter.objects.dict import newmoduledict
from interpreter.objects.function import W_BuiltinFunction
from interpreter.objects.generator import W_Resumable
from interpreter.objects.wrap import newstr, newint, newlist, newtuple, w_None
from interpreter.typedef import all_typedefs, finish_typedefs

output = []
w_builtins = newmoduledict()


def builtin(line):
    def register(function):
        code = gateway.build_code(function, line)
        w_builtins.setitem_str(code.name, W_BuiltinFunction(code, 'builtins'))
        return function
    return register


@builtin('print(*args) -> None')
def print_(args_w):
    output.append(' '.join([ops.text_w(ops.str(w_arg)) for w_arg in args_w]) + '\n')


@builtin('len(obj, /) -> int')
def len_(w_obj):
    return ops.len(w_obj)


@builtin('repr(obj, /)')
def repr_(w_obj):
    return ops.repr(w_obj)


@builtin('iter(obj, /)')
def iter_(w_obj):
    return ops.iter(w_obj)


@builtin('next(iterator, /)')
def next_(w_iterator):
    w_item = w_iterator.op_next()
    if w_item is None:
        if isinstance(w_iterator, W_Resumable):
            raise w_iterator.stop()
        raise stop_iteration(None)
    return w_item


@builtin('isinstance(obj, cls, /) -> bool')
def isinstance_(w_obj, w_class):
    return ops.isinstance(w_obj, w_class)


@builtin('getattr(obj, name: str, /)')
def getattr_(w_obj, name):
    return ops.getattr(w_obj, name)


@builtin('hasattr(obj, name: str, /) -> bool')
def hasattr_(w_obj, name):
    return ops.getattr_or_none(w_obj, name) is not None


@builtin('callable(obj, /) -> bool')
def callable_(w_obj):
    return ops.callable(w_obj)


@builtin('locals()')
def locals_():
    return getexecutioncontext().topframe.getlocals()


@builtin('globals()')
def globals_():
    return getexecutioncontext().topframe.w_globals


@builtin('frame(depth: int=0, /)')
def frame_(depth):
    return getexecutioncontext().gettopframe(depth)


@builtin('exc_info()')
def exc_info():
    w_exc = getexecutioncontext().handled_exception()
    return w_None if w_exc is None else w_exc


@builtin('settrace(f, /) -> None')
def settrace(w_function):
    getexecutioncontext().settrace(w_function)


@builtin('setprofile(f, /) -> None')
def setprofile(w_function):
    getexecutioncontext().setprofile(w_function)


@builtin('sorted(iterable, /)')
def sorted_(w_iterable):
    w_list = newlist(ops.listview(w_iterable))
    ops.call_method(w_list, 'sort', [])
    return w_list


w_builtins.setitem_str('__build_class__', W_BuiltinFunction(gateway.build_raw_code(build_class, '__build_class__'), 'builtins'))
finish_typedefs()
for _typedef in all_typedefs:
    if _typedef.module == 'builtins' and w_builtins.getitem_str(_typedef.name) is None:
        w_builtins.setitem_str(_typedef.name, _typedef.w_type)
w_builtins.setitem_str('BaseExceptionGroup', w_builtins.getitem_str('BaseExceptionGroup'))
call.set_builtins(w_builtins)

# what the script finds on CPython under the names that only exist here
CPYTHON_PRELUDE = '''\
import sys
from sys import settrace, setprofile
def exc_info(): return sys.exc_info()[1]
def frame(depth=0): return sys._getframe(depth + 1)
CodeType = type(exc_info.__code__)
import types
function, code, cell, method = types.FunctionType, types.CodeType, types.CellType, types.MethodType
traceback = types.TracebackType
'''


def run(source, filename='<test>'):
    """What the script prints, then its traceback if it ends in an exception."""
    del output[:]
    w_globals = newmoduledict()
    w_globals.setitem_str('__name__', newstr('__main__'))
    try:
        w_code = runner.compile_source(source, filename, 'exec', 0x100, 0)
        runner.exec_code(w_code, w_globals, w_globals)
    except OperationError as e:
        output.append(format_exception(e.w_exc))
    ec = getexecutioncontext()
    assert ec.topframe is None
    assert ec.handled_exception() is None
    return ''.join(output)


def run_cpython(source, filename='<test>'):
    """The same by CPython 3.11."""
    program = CPYTHON_PRELUDE + '''
import io, traceback as _tb
_out = io.StringIO()
sys.stdout = _out
sys.stderr = _out
_source = sys.stdin.read()
_names = dict(globals())
_names['__name__'] = '__main__'
try:
    exec(compile(_source, %r, 'exec', dont_inherit=True), _names)
except BaseException as e:
    settrace(None)
    e.__traceback__ = e.__traceback__.tb_next if e.__traceback__ else None
    sys.__excepthook__(type(e), e, e.__traceback__)
sys.__stdout__.write(_out.getvalue())
''' % filename
    process = subprocess.Popen([PYTHON311, '-c', program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    return process.communicate(source)[0]


def same(source, filename='<test>'):
    """Asserts that both print the same; returns it."""
    ours = run(source, filename)
    theirs = run_cpython(source, filename)
    assert ours == theirs
    return ours
