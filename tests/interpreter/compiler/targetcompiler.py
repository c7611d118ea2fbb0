"""An RPython program: compile files, print what can be summed up of the code, or the error.

    targetcompiler [-n COUNT] FILE ...

Translated to test that parser, compiler and code cache are RPython, and fast, without the rest of the interpreter.
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, *[os.pardir] * 3))
sys.path.insert(0, HERE)

import plainobjects
plainobjects.install()

from interpreter.compiler.codecache import BadCode, dump_code, load_code
from interpreter.compiler.compile import compile_ast
from interpreter.parser.error import ParseError
from interpreter.parser.parser import parse


def read_file(name):
    fd = os.open(name, os.O_RDONLY, 0)
    parts = []
    while True:
        data = os.read(fd, 1 << 20)
        if not data:
            break
        parts.append(data)
    os.close(fd)
    return ''.join(parts)


def checksum(data):
    result = 0
    for c in data:
        result = (result * 31 + ord(c)) & 0xffffffff
    return result


def entry_point(argv):
    repeat = 1
    status = 0
    i = 1
    while i < len(argv):
        name = argv[i]
        i += 1
        if name == '-n':
            repeat = int(argv[i])
            i += 1
            continue
        source = read_file(name)
        for k in range(repeat):
            try:
                data = dump_code(compile_ast(parse(source, name, 'exec'), name))
                again = dump_code(load_code(data))
                os.write(1, '%s: %d bytes, checksum %d, %s\n' % (
                    name, len(data), checksum(data), 'same' if again == data else 'DIFFERENT'))
            except ParseError as e:
                os.write(1, '%s: %s: %s, line %d, column %d\n' % (name, e.kind, e.msg, e.lineno, e.offset))
                status = 1
            except BadCode:
                os.write(1, '%s: bad code\n' % name)
                status = 2
    return status


def target(driver, args):
    return entry_point, None


if __name__ == '__main__':
    sys.setrecursionlimit(20000)
    sys.exit(entry_point(sys.argv))
