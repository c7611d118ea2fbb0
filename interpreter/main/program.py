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
    if options.show_help:
        write(1, options_module.USAGE)
        return 0
    if options.show_version > 0:
        write(1, VERSION + '\n')
        return 0
    options_module.read_environment(options, os.environ)
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
