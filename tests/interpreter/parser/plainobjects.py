"""Stand-ins for interpreter.objects, enough for the parser: what they hold is
kept as the text of its repr().  install() must run before the parser is imported.

RPython: targetparser.py is translated with them.
"""
import sys
import types

from rpython.rlib.rfloat import DTSF_ADD_DOT_0, double_to_string


class W_Root(object):
    def __init__(self, kind, text):
        self.kind = kind        # 's': `text` is the value in UTF-8, 'b': bytes
        self.text = text


w_None = W_Root('r', 'None')
w_True = W_Root('r', 'True')
w_False = W_Root('r', 'False')
w_Ellipsis = W_Root('r', 'Ellipsis')


def newint(value):
    return W_Root('r', str(value))


def newbigint(value):
    return W_Root('r', value.str())


def float_repr(value, flags):
    text, _ = double_to_string(value, 'r', 0, flags)
    return text


def newfloat(value):
    return W_Root('r', float_repr(value, DTSF_ADD_DOT_0))


def newcomplex(real, imag):
    return W_Root('r', float_repr(imag, 0) + 'j')


def newstr(text):
    return W_Root('s', text)


def newbytes(value):
    return W_Root('b', value)


def bytes_repr(value):
    quote = "'"
    if "'" in value and '"' not in value:
        quote = '"'
    out = ['b', quote]
    for c in value:
        if c == quote or c == '\\':
            out.append('\\' + c)
        elif c == '\n':
            out.append('\\n')
        elif c == '\r':
            out.append('\\r')
        elif c == '\t':
            out.append('\\t')
        elif not ' ' <= c <= '~':
            digits = '0123456789abcdef'
            out.append('\\x' + digits[ord(c) >> 4] + digits[ord(c) & 15])
        else:
            out.append(c)
    out.append(quote)
    return ''.join(out)


def install():
    """Make this module what `interpreter.objects.wrap` is, if nothing is yet."""
    if 'interpreter.objects.wrap' not in sys.modules:
        package = types.ModuleType('interpreter.objects')
        package.__path__ = []
        package.wrap = sys.modules[__name__]
        sys.modules['interpreter.objects'] = package
        sys.modules['interpreter.objects.wrap'] = sys.modules[__name__]
