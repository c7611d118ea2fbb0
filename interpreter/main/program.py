"""Running a program: a script, a command, a module, standard input or the prompt; and its exit status."""

import os

from interpreter import errors, ops
from interpreter.errors import OperationError
from interpreter.eval.run import compile_source, exec_code
from interpreter.fscodec import fsdecode
from interpreter.main import options as options_module
from interpreter.main.hashseed import MESSAGE as BAD_SEED, BadSeed, choose_key
from interpreter.main.paths import absolute, dirname, find_layout, is_dir
from interpreter.main.prompt import is_exit, is_interactive, run_prompt
from interpreter.main.shutdown import finish
from interpreter.main.startup import importer, start, w_path
from interpreter.objects import exception
from interpreter.objects.int import W_AbstractInt
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newbool, newint, newlist, newstr
from interpreter.parser.source import PyCF_FROM_FILE
from module.framework import load_builtin
from module.sys import hooks as sys_hooks

PYCF_IGNORE_COOKIE = 0x800
NOT_STARTED = -3
VERSION = 'Python 3.11.7 (pypy-stm)'


def write(fd, text):
    try:
        while text != '':
            text = text[os.write(fd, text):]
    except OSError:
        pass        # nowhere left to complain


def main(argv, layout):
    """([str], Layout or None) -> exit status."""
    options = options_module.parse(argv)
    if options.error is not None:
        write(2, "%s\n%sTry `pypy-stm -h' for more information.\n" % (options.error, options_module.USAGE.split('\n')[0] + '\n'))
        return 2
    if options.help != '':
        write(1, options.help)
        return 0
    if options.show_version > 0:
        write(1, VERSION + '\n')
        return 0
    options_module.read_environment(options, os.environ)
    if options.fatal is not None:
        write(2, "Fatal Python error: %s\nPython runtime state: preinitialized\n\n" % options.fatal)
        return 1
    try:
        choose_key(options)
    except BadSeed:
        write(2, BAD_SEED)
        return 1
    if layout is None:
        layout = find_layout(argv[0])
    if layout.stdlib == '':
        write(2, "pypy-stm: the standard library (lib-python/3.11) is neither beside %s nor in ../lib/pypy-stm\n" % layout.executable)
        return 1
    status = run_session(options, layout, argv)
    if status == NOT_STARTED:
        return 1
    return finish(status, layout, len(options.warnings) > 0)


def run_session(options, layout, argv):
    """Starts up, runs the program and the prompt of -i.  The exit status; -2: a KeyboardInterrupt ended it; NOT_STARTED.

    Nothing of the program is on the stack any more when it returns: what comes then looks for what has died."""
    try:
        w_main = start(options, layout, argv)
    except OperationError as e:
        sys_hooks.print_exception(e.w_exc)
        write(2, "pypy-stm: starting up failed\n")
        return NOT_STARTED
    status = run_program(options, w_main)
    if options.inspect and not at_prompt(options) and is_interactive(options):
        options.inspect = 0                 # SystemExit ends the prompt
        status = guarded_prompt(options, w_main, False)
    return status


# ____________________________________________________________
# the ways to run


def run_program(options, w_main):
    """Runs what the command line says; the exit status."""
    try:
        if options.command is not None:
            set_argv(options, '-c')
            run_command(options, w_main, options.command)
        elif options.module is not None:
            set_argv(options, '-m')
            run_module(options, options.module, True)
        elif options.script is not None and options.script != '-':
            set_argv(options, options.script)
            script = options.script
            assert script is not None
            run_script(options, w_main, absolute(script))
        elif at_prompt(options):
            set_argv(options, '' if options.script is None else '-')
            insert_path(options, '')
            return guarded_prompt(options, w_main, True)
        else:
            set_argv(options, '' if options.script is None else '-')
            insert_path(options, '')
            run_stdin(w_main)
    except OperationError as e:
        status = handle(e, options.inspect > 0)
        if not is_exit(e):
            read_inspection(options)
        return status
    read_inspection(options)
    return 0


def at_prompt(options):
    """Is the prompt all that there is to run?"""
    return (options.command is None and options.module is None and (options.script is None or options.script == '-') and
            is_interactive(options))


def read_inspection(options):
    """The program may have set PYTHONINSPECT: as in CPython, that asks for the prompt at its end."""
    if not options.ignore_environment and options_module.is_set(os.environ.get('PYTHONINSPECT')):
        options.inspect = 1


def guarded_prompt(options, w_main, begins):
    """The exit status of the prompt; that of a process killed by Ctrl-C where it ended the last statement, as in CPython."""
    try:
        interrupted = run_prompt(options, w_main, begins)
    except OperationError as e:
        return handle(e, False)
    return -2 if interrupted else 0


def set_argv(options, first):
    args_w = [w_path(first)]
    for arg in options.arguments:
        args_w.append(w_path(arg))
    load_builtin('sys').getdict().setitem_str('argv', newlist(args_w))


def insert_path(options, folder):
    """Puts a folder first into sys.path, unless -P or -I forbids it."""
    if options.safe_path:
        return
    w_list = load_builtin('sys').getdict().getitem_str('path')
    ops.call_method(w_list, 'insert', [newint(0), w_path(folder)])


def run_command(options, w_main, command):
    insert_path(options, '')
    w_dict = w_main.getdict()
    try:
        ops.call_method(w_path(command), 'encode', [newstr('utf-8')])
    except OperationError as e:
        sys_hooks.write_stderr("Unable to decode the command from the command line:\n")
        raise e
    w_code = compile_source(fsdecode(command) + '\n', '<string>', 'exec', PYCF_IGNORE_COOKIE, -1)
    exec_code(w_code, w_dict, w_dict)


def run_module(options, name, set_path):
    if set_path:
        insert_path(options, current_folder())
    w_runpy = importer.import_module('runpy')
    ops.call_method(w_runpy, '_run_module_as_main', [w_path(name), newbool(set_path)])


def current_folder():
    try:
        return os.getcwd()
    except OSError:
        return ''


def run_script(options, w_main, path):
    assert path is not None
    if is_dir(path) or is_zip(path):
        w_list = load_builtin('sys').getdict().getitem_str('path')
        ops.call_method(w_list, 'insert', [newint(0), w_path(path)])
        run_module(options, '__main__', False)
        return
    source = read_script(path)
    insert_path(options, script_folder(path))
    w_dict = w_main.getdict()
    w_dict.setitem_str('__file__', w_path(path))
    w_dict.setitem_str('__cached__', w_None)
    set_loader(w_dict, 'SourceFileLoader' if not path.endswith('.pyc') else 'SourcelessFileLoader', path)
    if path.endswith('.pyc'):
        w_code = cached_code(source)
    else:
        w_code = compile_source(source, fsdecode(path), 'exec', PyCF_FROM_FILE, -1)
    exec_code(w_code, w_dict, w_dict)


def cached_code(data):
    """The code object in the content of a .pyc file."""
    from module._imp.fingerprint import MAGIC
    from module.marshal.functions import load_object
    from interpreter.objects.code import W_Code
    if len(data) < 16 or not data.startswith(MAGIC):
        raise errors.runtime_error("Bad magic number in .pyc file")
    w_code = load_object(data[16:])
    if not isinstance(w_code, W_Code):
        raise errors.runtime_error("Bad code object in .pyc file")
    return w_code


def set_loader(w_dict, name, path):
    w_class = ops.getattr(importer.import_module('_frozen_importlib_external'), name)
    w_dict.setitem_str('__loader__', w_class.call2(newstr('__main__'), w_path(path)))


def is_zip(path):
    """Does the file begin as a zip file?"""
    try:
        fd = os.open(path, os.O_RDONLY, 0)
    except OSError:
        return False
    try:
        start = os.read(fd, 4)
    except OSError:
        start = ''
    os.close(fd)
    return start == 'PK\x03\x04'


class NoScript(Exception):
    """The script cannot be read: the message has been shown."""


def read_script(path):
    """The content of the script; SystemExit(2) with CPython's message if it cannot be read."""
    from module.posix.fd import read_whole
    try:
        return read_whole(w_path(path), path)
    except OperationError as e:
        w_exc = e.w_exc
        if not isinstance(w_exc, exception.W_OSError):
            raise
        executable = ops.str_w(load_builtin('sys').getdict().getitem_str('executable'))
        write(2, "%s: can't open file %s: [Errno %s] %s\n" % (
            executable, ops.repr_w(w_path(path)), ops.str_w(ops.getattr(w_exc, 'errno')),
            ops.str_w(ops.getattr(w_exc, 'strerror'))))
        raise OperationError(exception.W_SystemExit.typedef.w_type.call1(newint(2)))


def script_folder(path):
    """The folder of the script, links followed, absolute."""
    for i in range(40):
        try:
            target = os.readlink(path)
        except OSError:
            break
        if target.startswith('/'):
            path = target
        else:
            path = dirname(path) + '/' + target if '/' in path else target
    from module.posix.files import normpath
    return dirname(normpath(absolute(path)))


def run_stdin(w_main):
    parts = []
    while True:
        try:
            data = os.read(0, 1 << 16)
        except OSError:
            break
        if data == '':
            break
        parts.append(data)
    w_dict = w_main.getdict()
    w_code = compile_source(''.join(parts), '<stdin>', 'exec', 0, -1)
    exec_code(w_code, w_dict, w_dict)


# ____________________________________________________________
# the end


def handle(e, inspect):
    """What an exception that left the program means: shows it, gives the exit status.  inspect: SystemExit is shown, too."""
    if is_exit(e) and not inspect:
        return exit_status(e.w_exc)
    interrupted = e.is_instance(exception.W_KeyboardInterrupt.typedef)
    try:
        sys_hooks.show_uncaught(e.w_exc)
    except OperationError as e2:
        if e2.is_instance(exception.W_SystemExit.typedef):
            return exit_status(e2.w_exc)
        sys_hooks.print_exception(e2.w_exc)
    if interrupted:
        return -2
    return 1


def exit_status(w_exc):
    """The status that SystemExit asks for; a message goes to stderr."""
    w_code = ops.getattr_or_none(w_exc, 'code')
    if w_code is None or w_code is w_None:
        return 0
    if isinstance(w_code, W_AbstractInt):
        from rpython.rlib.rbigint import rbigint
        num = ops.bigint_w(w_code)
        try:
            return num.toint() & 0xFF
        except OverflowError:
            return 0xFF
    try:
        sys_hooks.flush_stdout()
        sys_hooks.write_stderr(ops.str_w(w_code) + '\n')
    except OperationError:
        pass        # as CPython: the status tells
    return 1
