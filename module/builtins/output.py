"""print, input and open."""
from __future__ import absolute_import

import os

from interpreter import errors, ops
from interpreter.gateway import function, raw_function
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newint, newstr
from module.audit import audit


def sys_attribute(name):
    """(str) -> W_Root or None: an attribute of sys, as it is now."""
    from module.framework import load_builtin
    return load_builtin('sys').getdict().getitem_str(name)


@function("print(*args, sep=None, end=None, file=None, flush: bool=False) -> None")
def print_(w_sep, w_end, w_file, flush, args_w):
    """Writes the values as text to a file, by default to sys.stdout."""
    if w_file is w_None:
        w_file = sys_attribute('stdout')
        if w_file is None:
            raise errors.runtime_error("lost sys.stdout")
        if w_file is w_None:
            return
    sep = _separator(w_sep, 'sep', ' ')
    end = _separator(w_end, 'end', '\n')
    from module._io.textio import W_TextIOWrapper, print_fast
    if w_file.__class__ is W_TextIOWrapper:
        assert isinstance(w_file, W_TextIOWrapper)
        print_fast(w_file, args_w, sep, end)
    else:
        w_write = ops.getattr(w_file, 'write')
        first = True
        for w_arg in args_w:
            if not first and sep:
                w_write.call1(newstr(sep))
            first = False
            w_write.call1(ops.str(w_arg))
        if end:
            w_write.call1(newstr(end))
    if flush:
        ops.call_method0(w_file, 'flush')


def _separator(w_value, name, default):
    if w_value is w_None:
        return default
    if not isinstance(w_value, W_Str):
        raise errors.type_error("%s must be None or a string, not %s" % (name, w_value.gettype().name))
    return w_value._utf8


def _flush_quietly(w_file):
    try:
        ops.call_method0(w_file, 'flush')
    except errors.OperationError as e:
        from interpreter.objects.exception import W_Exception
        if not e.is_instance(W_Exception.typedef):
            raise


def line_editor(w_stdin, w_stdout):
    """read_line of the module readline if that is loaded and the streams are the terminal, or None."""
    from module._imp.importing import find_loaded
    if w_stdin is not sys_attribute('__stdin__') or w_stdout is not sys_attribute('__stdout__'):
        return None
    w_readline = find_loaded('readline')
    if w_readline is None or w_readline is w_None or not os.isatty(0) or not os.isatty(1):
        return None
    return ops.getattr_or_none(w_readline, 'read_line')


@function('input(prompt=None, /)')
def input(w_prompt):
    """Reads a line from standard input, after writing a prompt."""
    w_stdin = sys_attribute('stdin')
    w_stdout = sys_attribute('stdout')
    w_stderr = sys_attribute('stderr')
    if w_stdin is None or w_stdin is w_None:
        raise errors.runtime_error("input(): lost sys.stdin")
    if w_stdout is None or w_stdout is w_None:
        raise errors.runtime_error("input(): lost sys.stdout")
    if w_stderr is None or w_stderr is w_None:
        raise errors.runtime_error("input(): lost sys.stderr")
    audit('builtins.input', [w_prompt])
    from module._io.deferred import emit
    emit()                  # what the transaction printed before the question
    _flush_quietly(w_stderr)
    w_read_line = line_editor(w_stdin, w_stdout)
    if w_read_line is not None:
        _flush_quietly(w_stdout)
        try:
            w_line = w_read_line.call1(newstr('') if w_prompt is w_None else ops.str(w_prompt))
        except errors.OperationError as e:
            e.w_exc.set_traceback(w_None)       # the line editor's own frames are no concern of the program
            raise
        audit('builtins.input/result', [w_line])
        return w_line
    if w_prompt is not w_None:
        ops.call_method1(w_stdout, 'write', ops.str(w_prompt))
    _flush_quietly(w_stdout)
    w_line = ops.call_method0(w_stdin, 'readline')
    if not isinstance(w_line, W_Str):
        raise errors.type_error("object.readline() returned non-string")
    line = w_line._utf8
    if line == '':
        raise errors.eof_error("EOF when reading a line")
    audit('builtins.input/result', [newstr(line)])
    if line.endswith('\n'):
        line = line[:-1]
    return newstr(line)


@function("open(file, mode: str='r', buffering: int=-1, encoding=None, errors=None, newline=None, closefd: bool=True, opener=None)")
def open(w_file, mode, buffering, w_encoding, w_errors, w_newline, closefd, w_opener):
    """Opens a file as a stream."""
    from module._io.opening import open_file
    return open_file(w_file, mode, buffering, w_encoding, w_errors, w_newline, closefd, w_opener)
