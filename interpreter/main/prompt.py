"""The prompt: reads statements (lib/_pypystm_prompt.py does that, with line editing), runs and shows them."""

import os

from interpreter import ops
from interpreter.errors import OperationError
from interpreter.eval.run import compile_source, exec_code
from interpreter.main.startup import importer, w_path
from interpreter.objects import exception
from interpreter.objects.code import W_Code
from interpreter.objects.root import w_None
from interpreter.parser.source import PyCF_FROM_FILE
from module.sys import hooks as sys_hooks


def is_interactive(options):
    """Is somebody typing, or does -i say so?"""
    return options.interactive > 0 or os.isatty(0)


def is_exit(e):
    return e.is_instance(exception.W_SystemExit.typedef)


def run_prompt(options, w_main, begins):
    """Runs the prompt until the end of its input; SystemExit leaves it.  begins: nothing ran before, so that there are a banner and a
    start-up file.  Returns whether Ctrl-C ended the last statement that was run."""
    w_module = importer.import_module('_pypystm_prompt')
    w_reader = ops.call_method0(w_module, 'StatementReader')
    if begins:
        if not options.quiet:
            sys_hooks.write_stderr(ops.str_w(ops.call_method0(w_module, 'banner')))
        run_startup_file(options, w_main)
    call_hook()
    w_dict = w_main.getdict()
    interrupted = False
    while True:
        try:
            w_code = ops.call_method0(w_reader, 'read_statement')
        except OperationError as e:
            if is_exit(e):
                raise
            if e.is_instance(exception.W_KeyboardInterrupt.typedef):
                sys_hooks.flush_stdout()
                sys_hooks.write_stderr("\nKeyboardInterrupt\n")
            else:
                e.w_exc.set_traceback(w_None)       # a statement that cannot be compiled: only the place in it is of interest
                sys_hooks.show_uncaught(e.w_exc)
            continue
        if not isinstance(w_code, W_Code):      # None: the end of the input
            return interrupted
        interrupted = False
        try:
            exec_code(w_code, w_dict, w_dict)
        except OperationError as e:
            if is_exit(e):
                raise
            interrupted = e.is_instance(exception.W_KeyboardInterrupt.typedef)
            sys_hooks.show_uncaught(e.w_exc)
        sys_hooks.flush_stdout()


def run_startup_file(options, w_main):
    """Executes the file that PYTHONSTARTUP names."""
    from module.posix.fd import read_whole
    path = os.environ.get('PYTHONSTARTUP')
    if path is None or path == '' or options.ignore_environment:
        return
    w_dict = w_main.getdict()
    w_name = w_path(path)
    try:
        source = read_whole(w_name, path)
    except OperationError as e:
        sys_hooks.write_stderr("Could not open PYTHONSTARTUP\n")
        sys_hooks.print_exception(e.w_exc)
        return
    w_dict.setitem_str('__file__', w_name)
    try:
        exec_code(compile_source(source, ops.text_w(w_name), 'exec', PyCF_FROM_FILE, -1), w_dict, w_dict)
    except OperationError as e:
        if is_exit(e):
            raise
        sys_hooks.show_uncaught(e.w_exc)
    w_dict.delitem_str('__file__')


def call_hook():
    """sys.__interactivehook__, which site uses to set up history and completion."""
    w_hook = sys_hooks.sys_attribute('__interactivehook__')
    if w_hook is None:
        return
    try:
        w_hook.call0()
    except OperationError as e:
        if is_exit(e):
            raise
        sys_hooks.write_stderr("Failed calling sys.__interactivehook__\n")
        sys_hooks.show_uncaught(e.w_exc)
