"""An RPython program: parse files, print their trees or errors.

    targetparser [-q] [-e] FILE ...

-q prints nothing for files that parse.  Translated to test that the parser is
RPython, and fast, without the rest of the interpreter.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                *[os.pardir] * 3))
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import plainobjects
plainobjects.install()

from interpreter.parser.dump import Dumper, dump, str_repr
from interpreter.parser.error import ParseError
from interpreter.parser.parser import parse


class PlainDumper(Dumper):
    def constant_repr(self, w_value):
        assert isinstance(w_value, plainobjects.W_Root)
        if w_value.kind == 's':
            return str_repr(w_value.text)
        if w_value.kind == 'b':
            return plainobjects.bytes_repr(w_value.text)
        return w_value.text


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


def error_text(e):
    text = e.text
    return '%s|%s|%d|%d|%s|%d|%d' % (
        e.kind, e.msg, e.lineno, e.offset,
        'None' if text is None else str_repr(text), e.end_lineno, e.end_offset)


def entry_point(argv):
    quiet = False
    mode = 'exec'
    status = 0
    for name in argv[1:]:
        if name == '-q':
            quiet = True
        elif name == '-e':
            mode = 'eval'
        elif name == '-s':
            mode = 'single'
        else:
            try:
                node = parse(read_file(name), name, mode)
                if not quiet:
                    os.write(1, dump(node, PlainDumper()) + '\n')
            except ParseError as e:
                os.write(1, '%s: %s\n' % (name, error_text(e)))
                status = 1
    return status


def target(driver, args):
    return entry_point, None


if __name__ == '__main__':
    sys.setrecursionlimit(5000)
    sys.exit(entry_point(sys.argv))
