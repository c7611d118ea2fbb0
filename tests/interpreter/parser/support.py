"""Parsing with our parser and with CPython 3.11, to compare."""
import json
import os
import subprocess
import sys

from rpython.rlib.rfloat import DTSF_ADD_DOT_0, double_to_string

from interpreter.objects import wrap
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.complex import W_Complex
from interpreter.objects.float import W_Float
from interpreter.objects.int import W_Int, W_Long
from interpreter.objects.str import W_Str
from interpreter.parser.dump import Dumper, dump, str_repr
from interpreter.parser.error import ParseError
from interpreter.parser.parser import parse

from plainobjects import bytes_repr

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))

sys.setrecursionlimit(max(sys.getrecursionlimit(), 5000))


def python311():
    """The command of CPython 3.11."""
    python = os.path.join(ROOT, 'build', 'py311', 'bin', 'python')
    return python if os.path.exists(python) else 'python3.11'


def standard_library():
    """The folder of CPython 3.11's standard library."""
    return subprocess.check_output(
        [python311(), '-c', 'import os; print(os.path.dirname(os.__file__))']).strip()


def float_text(value, flags):
    return double_to_string(value, 'r', 0, flags)[0]


class TestDumper(Dumper):
    __test__ = False

    def constant_repr(self, w_value):
        for name in ('None', 'True', 'False', 'Ellipsis'):
            if w_value is getattr(wrap, 'w_' + name):
                return name
        if isinstance(w_value, W_Int):
            return str(w_value.intval)
        if isinstance(w_value, W_Long):
            return w_value.num.str()
        if isinstance(w_value, W_Float):
            return float_text(w_value.floatval, DTSF_ADD_DOT_0)
        if isinstance(w_value, W_Complex):
            assert w_value.realval == 0.0
            return float_text(w_value.imagval, 0) + 'j'
        if isinstance(w_value, W_Str):
            return str_repr(w_value._utf8)
        assert isinstance(w_value, W_Bytes)
        return bytes_repr(w_value._value)


def ours(mode, source, flags=0):
    """The same as oracle311.py gives for one item, from our parser."""
    try:
        return dump(parse(source, '<test>', mode, flags), TestDumper()).decode('utf-8')
    except ParseError as e:
        result = [e.kind, e.msg.decode('utf-8'), None, None, None, None, None]
        if e.lineno >= 0:
            result[2:5] = [e.lineno, e.offset, e.text]
            if e.text is not None:
                result[4] = e.text.decode('utf-8')
            if e.end_lineno >= 0:
                result[5:] = [e.end_lineno, e.end_offset]
        return result


def cpython(items, flags=0):
    """What oracle311.py gives for a list of (mode, source bytes)."""
    process = subprocess.Popen([python311(), os.path.join(HERE, 'oracle311.py'), str(flags)],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    output, _ = process.communicate(json.dumps(
        [[mode, source.decode('latin-1')] for mode, source in items]))
    assert process.returncode == 0
    return json.loads(output)


def differences(items, flags=0):
    """For a list of (mode, source): texts that say where the parsers differ."""
    found = []
    for (mode, source), expected in zip(items, cpython(items, flags)):
        got = ours(mode, source, flags)
        if got == expected:
            continue
        if isinstance(got, unicode) and isinstance(expected, unicode):
            i = len(os.path.commonprefix([got, expected]))
            start = max(0, i - 100)
            got, expected = got[start:i + 100], expected[start:i + 100]
        elif isinstance(got, unicode):
            got = got[:200]
        elif isinstance(expected, unicode):
            expected = expected[:200]
        found.append('%s: %r\n    ours:    %r\n    CPython: %r'
                     % (mode, source[:300], got, expected))
    return found


def check(items, flags=0):
    """Fail if the parsers differ on one of the (mode, source) pairs."""
    found = differences(items, flags)
    assert not found, '%d of %d differ\n%s' % (len(found), len(items), '\n'.join(found))
