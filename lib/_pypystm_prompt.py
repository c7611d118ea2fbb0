"""The prompt of pypy-stm: reads, compiles, runs, shows."""

import os
import sys
from code import InteractiveConsole


class Console(InteractiveConsole):
    """An InteractiveConsole whose exceptions end the program where CPython's prompt would end."""

    def __init__(self, module):
        InteractiveConsole.__init__(self, module.__dict__, '<stdin>')

    def raw_input(self, prompt=''):
        if sys.stdin.isatty():
            readline = sys.modules.get('readline')
            if readline is not None and sys.stdin is sys.__stdin__ and sys.stdout is sys.__stdout__ and sys.stdout.isatty():
                sys.stdout.flush()
                return readline.read_line(prompt)
            return input(prompt)
        sys.stderr.write(prompt)
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.rstrip('\n')


def banner_text():
    return 'Python %s on %s\nType "help", "copyright", "credits" or "license" for more information.' % (sys.version, sys.platform)


def run_startup_file(module):
    """Executes the file that PYTHONSTARTUP names."""
    filename = os.environ.get('PYTHONSTARTUP')
    if not filename or sys.flags.ignore_environment:
        return
    try:
        with open(filename, 'rb') as f:
            source = f.read()
    except OSError as e:
        print('Could not open PYTHONSTARTUP\n%s: %s' % (type(e).__name__, e), file=sys.stderr)
        return
    try:
        exec(compile(source, filename, 'exec'), module.__dict__)
    except SystemExit:
        raise
    except BaseException:
        sys.excepthook(*sys.exc_info())


def run(module, banner):
    """Runs the prompt in the namespace of a module until the end of the input."""
    if not hasattr(sys, 'ps1'):
        sys.ps1 = '>>> '
    if not hasattr(sys, 'ps2'):
        sys.ps2 = '... '
    hook = getattr(sys, '__interactivehook__', None)
    if hook is not None:
        try:
            hook()
        except ImportError:
            pass            # readline is not there
    run_startup_file(module)
    Console(module).interact(banner_text() if banner else '', '')
