"""`from __future__` statements."""

from interpreter.parser import ast
from interpreter.parser.error import ParseError
from interpreter.objects.str import W_Str

CO_FUTURE_BARRY_AS_BDFL = 0x400000
CO_FUTURE_GENERATOR_STOP = 0x800000
CO_FUTURE_ANNOTATIONS = 0x1000000
FUTURE_MASK = (0x20000 | 0x40000 | 0x80000 | 0x100000 | 0x200000 | CO_FUTURE_BARRY_AS_BDFL | CO_FUTURE_GENERATOR_STOP |
               CO_FUTURE_ANNOTATIONS)


class Future(object):
    """flags: the CO_FUTURE_* bits;  last_line: the line of the last such statement, -1 if there is none."""

    def __init__(self):
        self.flags = 0
        self.last_line = -1


def find_future(mod, filename):
    """The Future of a module: the statements at its start."""
    result = Future()
    if isinstance(mod, ast.Module):
        scan(mod.body, filename, result)
    elif isinstance(mod, ast.Interactive):
        scan(mod.body, filename, result)
    return result


def scan(body, filename, result):
    done = False
    previous_line = 0
    for i in range(len(body)):
        stmt = body[i]
        if done and stmt.lineno > previous_line:
            return
        previous_line = stmt.lineno
        if isinstance(stmt, ast.ImportFrom):
            name = stmt.module
            if name is not None and name == '__future__' and stmt.level == 0:
                if done:
                    late = error("from __future__ imports must occur at the beginning of the file", stmt, filename)
                    late.offset -= 1            # as CPython counts here
                    raise late
                for alias in stmt.names:
                    result.flags |= feature(alias.name, stmt, filename)
                result.last_line = stmt.lineno
            else:
                done = True
        elif isinstance(stmt, ast.Expr) and i == 0:
            value = stmt.value
            if not (isinstance(value, ast.Constant) and isinstance(value.value, W_Str)):
                done = True             # else it is the docstring
        else:
            done = True


def feature(name, stmt, filename):
    """The flag of a feature."""
    if (name == 'nested_scopes' or name == 'generators' or name == 'division' or name == 'absolute_import' or
            name == 'with_statement' or name == 'print_function' or name == 'unicode_literals'):
        return 0                # always on
    if name == 'barry_as_FLUFL':
        return CO_FUTURE_BARRY_AS_BDFL
    if name == 'generator_stop':
        return CO_FUTURE_GENERATOR_STOP
    if name == 'annotations':
        return CO_FUTURE_ANNOTATIONS
    if name == 'braces':
        raise error("not a chance", stmt, filename)
    raise error("future feature %s is not defined" % name, stmt, filename)


def error(msg, stmt, filename):
    return ParseError('SyntaxError', msg, filename, stmt.lineno, stmt.col_offset + 1, None,
                      stmt.lineno, -1)
