"""What the prompt of pypy-stm reads: lines, until they are a statement."""

import codeop
import os
import sys

_MORE_MAY_COME = codeop.PyCF_ALLOW_INCOMPLETE_INPUT | codeop.PyCF_DONT_IMPLY_DEDENT


def banner():
    """What the prompt begins with."""
    return 'Python %s on %s\nType "help", "copyright", "credits" or "license" for more information.\n' % (sys.version, sys.platform)


def prompt_text(name):
    """str(sys.ps1) or str(sys.ps2), made anew for each line; nothing where that fails."""
    try:
        return str(getattr(sys, name))
    except Exception:
        return ''


class StatementReader:
    """Reads the statements of one session."""

    def __init__(self):
        for name, text in ('ps1', '>>> '), ('ps2', '... '):
            if not hasattr(sys, name):
                setattr(sys, name, text)
        self.compile = codeop.CommandCompiler()         # it remembers the `from __future__` imports

    def read_line(self, prompt):
        """A line without its end, edited where there is a terminal."""
        readline = sys.modules.get('readline')
        if readline is not None and os.isatty(0) and os.isatty(1):
            if sys.__stdout__ is not None:
                sys.__stdout__.flush()
            return readline.read_line(prompt)
        sys.__stderr__.write(prompt)
        sys.__stderr__.flush()
        line = sys.__stdin__.readline()
        if not line:
            raise EOFError
        return line.removesuffix('\n')

    def read_statement(self):
        """The code object of the next statement; None at the end of the input.  Raises what compiling raises."""
        lines = []
        ended = False
        while not ended:
            try:
                lines.append(self.read_line(prompt_text('ps2' if lines else 'ps1')))
            except EOFError:
                sys.stderr.write('\n')
                if not lines:
                    return None
                ended = True
            else:
                code = self.compile('\n'.join(lines), '<stdin>', 'single')
                if code is not None:
                    return code
        flags = self.compile.compiler.flags & ~_MORE_MAY_COME
        return compile('\n'.join(lines) + '\n', '<stdin>', 'single', flags, True)
