"""sys.excepthook, displayhook, unraisablehook and breakpointhook, and how the rest of the interpreter calls them."""
from __future__ import absolute_import

import os

from interpreter import errors, ops
from interpreter.gateway import function, raw_function
from interpreter.objects.baseexception import W_BaseException
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newstr
from module.audit import audit
from module.sys.info import W_UnraisableArgs


def sys_attribute(name):
    """(str) -> W_Root or None: sys.<name> as it is now."""
    from module.framework import load_builtin
    return load_builtin('sys').getdict().getitem_str(name)


def write_raw(text):
    """Writes UTF-8 to descriptor 2; nothing is left to be done if that fails."""
    try:
        os.write(2, text)
    except OSError:
        pass


def write_stderr(text):
    """Writes to sys.stderr, or to descriptor 2 where there is none."""
    w_stderr = sys_attribute('stderr')
    if w_stderr is None or w_stderr is w_None:
        if w_stderr is None:
            write_raw(text)
        return
    ops.call_method1(w_stderr, 'write', newstr(text))


def print_exception(w_exc):
    """The traceback of an exception on sys.stderr, as sys.excepthook shows it."""
    from interpreter.eval.printtraceback import print_exception as show
    w_stderr = sys_attribute('stderr')
    if w_stderr is None:
        from interpreter.eval.printtraceback import format_exception
        write_raw(format_exception(w_exc))
        return
    if w_stderr is w_None:
        return
    show(w_exc, w_stderr)


@function('excepthook(exctype, value, traceback, /) -> None')
def excepthook(w_type, w_value, w_traceback):
    """Shows an uncaught exception on sys.stderr."""
    if not isinstance(w_value, W_BaseException):
        write_stderr("TypeError: print_exception(): Exception expected for value, %s found\n" % w_value.gettype().name)
        return
    if w_traceback is not w_None and w_value.w_traceback is None:
        w_value.set_traceback(w_traceback)
    flush_stdout()
    print_exception(w_value)


def flush_stdout():
    """Before a traceback: what was printed comes first."""
    w_stdout = sys_attribute('stdout')
    if w_stdout is not None and w_stdout is not w_None:
        try:
            ops.call_method0(w_stdout, 'flush')
        except errors.OperationError:
            pass        # the exception that is about to be shown matters more


def show_uncaught(w_exc):
    """Calls sys.excepthook for an exception that nobody caught, and keeps it for debuggers; the hook's own exceptions are shown too."""
    from module.framework import load_builtin
    w_hook = sys_attribute('excepthook')
    w_type = w_exc.gettype()
    w_traceback = w_exc.get_traceback()
    w_sys = load_builtin('sys').getdict()
    w_sys.setitem_str('last_type', w_type)
    w_sys.setitem_str('last_value', w_exc)
    w_sys.setitem_str('last_traceback', w_traceback)
    if w_hook is None:
        write_stderr("sys.excepthook is missing\n")
        print_exception(w_exc)
        return
    try:
        audit('sys.excepthook', [w_hook, w_type, w_exc, w_traceback])
        w_hook.call3(w_type, w_exc, w_traceback)
    except errors.OperationError as e:
        from interpreter.objects.exception import W_SystemExit
        if e.is_instance(W_SystemExit.typedef):
            raise
        write_stderr("Error in sys.excepthook:\n")
        print_exception(e.w_exc)
        write_stderr("\nOriginal exception was:\n")
        print_exception(w_exc)


@function('displayhook(object, /) -> None')
def displayhook(w_object):
    """Shows the value of an expression at the prompt, and keeps it in builtins._."""
    if w_object is w_None:
        return
    from module.framework import load_builtin
    w_builtins = load_builtin('builtins').getdict()
    w_builtins.setitem_str('_', w_None)
    w_stdout = sys_attribute('stdout')
    if w_stdout is None or w_stdout is w_None:
        raise errors.runtime_error("lost sys.stdout")
    w_text = ops.repr(w_object)
    from interpreter.objects.exception import W_UnicodeEncodeError
    try:
        ops.call_method1(w_stdout, 'write', w_text)
    except errors.OperationError as e:
        if not e.is_instance(W_UnicodeEncodeError.typedef):
            raise
        w_encoding = ops.getattr(w_stdout, 'encoding')
        w_bytes = ops.call_method(w_text, 'encode', [w_encoding, newstr('backslashreplace')])
        w_buffer = ops.getattr_or_none(w_stdout, 'buffer')
        if w_buffer is not None:
            ops.call_method1(w_buffer, 'write', w_bytes)
        else:
            ops.call_method1(w_stdout, 'write', ops.call_method(w_bytes, 'decode', [w_encoding, newstr('strict')]))
    ops.call_method1(w_stdout, 'write', newstr('\n'))
    w_builtins.setitem_str('_', w_object)


@raw_function('breakpointhook')
def breakpointhook(args_w, kwnames):
    """Calls what the environment variable PYTHONBREAKPOINT names, by default pdb.set_trace."""
    name = os.environ.get('PYTHONBREAKPOINT')
    if name is None or name == '':
        name = 'pdb.set_trace'
    if name == '0':
        return w_None
    dot = name.rfind('.')
    if dot < 0:
        modulename, attribute = 'builtins', name
    else:
        modulename, attribute = name[:dot], name[dot + 1:]
    from module._imp.importing import import_module
    from interpreter.objects.exception import W_ImportError
    w_hook = None
    try:
        w_module = import_module(modulename)
        w_hook = ops.getattr_or_none(w_module, attribute)
    except errors.OperationError as e:
        if not e.is_instance(W_ImportError.typedef):
            raise
    if w_hook is None:
        from module._warnings.warn import warn_runtime
        warn_runtime('Ignoring unimportable $PYTHONBREAKPOINT: "%s"' % name)
        return w_None
    return w_hook.op_call(args_w, kwnames)


# ---- exceptions that nobody can catch

@function('unraisablehook(unraisable, /) -> None')
def unraisablehook(w_unraisable):
    """Shows on sys.stderr an exception that could not be raised."""
    if not isinstance(w_unraisable, W_UnraisableArgs):
        raise errors.type_error("sys.unraisablehook argument type must be UnraisableHookArgs")
    items_w = ops.tuple_items(w_unraisable)
    w_value = items_w[1]
    w_message = items_w[3]
    w_object = items_w[4]
    if w_object is not w_None:
        message = "Exception ignored in" if w_message is w_None else ops.str_w(w_message)
        from interpreter.objects.exception import W_Exception
        try:
            shown = ops.repr_w(w_object)
        except errors.OperationError as e:
            if not e.is_instance(W_Exception.typedef):
                raise
            shown = "<object repr() failed>"
        write_stderr("%s: %s\n" % (message, shown))
    elif w_message is not w_None:
        write_stderr("%s:\n" % ops.str_w(w_message))
    if isinstance(w_value, W_BaseException):
        print_exception(w_value)


def report_unraisable(e, message, w_object):
    """(OperationError, str or None, W_Root or None) -> None: hands an exception that cannot be raised to sys.unraisablehook."""
    w_exc = e.w_exc
    w_message = w_None if message is None else newstr(message)
    w_args = W_UnraisableArgs.build([w_exc.gettype(), w_exc, w_exc.get_traceback(), w_message, w_None if w_object is None else w_object])
    w_hook = sys_attribute('unraisablehook')
    try:
        if w_hook is None or w_hook is w_None:
            unraisablehook(w_args)
        else:
            w_hook.call1(w_args)
    except errors.OperationError as e2:
        write_raw("Exception ignored in sys.unraisablehook: %s\n" % e2.w_exc.gettype().name)
