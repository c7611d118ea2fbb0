"""Operators on exact ints and floats, inlined into the evaluation loop.

Each `add`, `sub` ... here returns None where the operands are something else (or the result does not fit a machine word): then the loop
asks interpreter.ops.  Each comparison returns 0 or 1, or -1 for "something else".
"""

from rpython.rlib.rarithmetic import ovfcheck, LONG_BIT
from interpreter.objects.int import W_Int
from interpreter.objects.float import W_Float
from interpreter.objects.str import W_Str


_ARITHMETIC = '''
def %(name)s(w_a, w_b):
    if w_a.__class__ is W_Int:
        assert isinstance(w_a, W_Int)
        if w_b.__class__ is W_Int:
            assert isinstance(w_b, W_Int)
            try:
                value = ovfcheck(w_a.intval %(symbol)s w_b.intval)
            except OverflowError:
                return None
            return W_Int(value)
        if w_b.__class__ is W_Float:
            assert isinstance(w_b, W_Float)
            return W_Float(float(w_a.intval) %(symbol)s w_b.floatval)
    elif w_a.__class__ is W_Float:
        assert isinstance(w_a, W_Float)
        if w_b.__class__ is W_Float:
            assert isinstance(w_b, W_Float)
            return W_Float(w_a.floatval %(symbol)s w_b.floatval)
        if w_b.__class__ is W_Int:
            assert isinstance(w_b, W_Int)
            return W_Float(w_a.floatval %(symbol)s float(w_b.intval))
    return None
%(name)s._always_inline_ = True
'''

for _name, _symbol in [('add', '+'), ('sub', '-'), ('mul', '*')]:
    exec _ARITHMETIC % {'name': _name, 'symbol': _symbol}


_BITWISE = '''
def %(name)s(w_a, w_b):
    if w_a.__class__ is W_Int and w_b.__class__ is W_Int:
        assert isinstance(w_a, W_Int)
        assert isinstance(w_b, W_Int)
        return W_Int(w_a.intval %(symbol)s w_b.intval)
    return None
%(name)s._always_inline_ = True
'''

for _name, _symbol in [('and_', '&'), ('or_', '|'), ('xor', '^')]:
    exec _BITWISE % {'name': _name, 'symbol': _symbol}


def truediv(w_a, w_b):
    if w_a.__class__ is W_Float:
        assert isinstance(w_a, W_Float)
        if w_b.__class__ is W_Float:
            assert isinstance(w_b, W_Float)
            if w_b.floatval != 0.0:
                return W_Float(w_a.floatval / w_b.floatval)
        elif w_b.__class__ is W_Int:
            assert isinstance(w_b, W_Int)
            if w_b.intval != 0:
                return W_Float(w_a.floatval / float(w_b.intval))
    elif w_a.__class__ is W_Int and w_b.__class__ is W_Float:
        assert isinstance(w_a, W_Int)
        assert isinstance(w_b, W_Float)
        if w_b.floatval != 0.0:
            return W_Float(float(w_a.intval) / w_b.floatval)
    return None
truediv._always_inline_ = True


def floordiv(w_a, w_b):
    if w_a.__class__ is W_Int and w_b.__class__ is W_Int:
        assert isinstance(w_a, W_Int)
        assert isinstance(w_b, W_Int)
        if w_b.intval > 0:
            return W_Int(w_a.intval // w_b.intval)
    return None
floordiv._always_inline_ = True


def mod(w_a, w_b):
    if w_a.__class__ is W_Int and w_b.__class__ is W_Int:
        assert isinstance(w_a, W_Int)
        assert isinstance(w_b, W_Int)
        if w_b.intval > 0:
            return W_Int(w_a.intval % w_b.intval)
    return None
mod._always_inline_ = True


def lshift(w_a, w_b):
    if w_a.__class__ is W_Int and w_b.__class__ is W_Int:
        assert isinstance(w_a, W_Int)
        assert isinstance(w_b, W_Int)
        count = w_b.intval
        if 0 <= count < LONG_BIT:
            try:
                value = ovfcheck(w_a.intval << count)
            except OverflowError:
                return None
            return W_Int(value)
    return None
lshift._always_inline_ = True


def rshift(w_a, w_b):
    if w_a.__class__ is W_Int and w_b.__class__ is W_Int:
        assert isinstance(w_a, W_Int)
        assert isinstance(w_b, W_Int)
        count = w_b.intval
        if 0 <= count < LONG_BIT:
            return W_Int(w_a.intval >> count)
    return None
rshift._always_inline_ = True


_COMPARE = '''
def %(name)s(w_a, w_b):
    if w_a.__class__ is W_Int and w_b.__class__ is W_Int:
        assert isinstance(w_a, W_Int)
        assert isinstance(w_b, W_Int)
        return int(w_a.intval %(symbol)s w_b.intval)
    if w_a.__class__ is W_Float and w_b.__class__ is W_Float:
        assert isinstance(w_a, W_Float)
        assert isinstance(w_b, W_Float)
        return int(w_a.floatval %(symbol)s w_b.floatval)
    %(more)s
    return -1
%(name)s._always_inline_ = True
'''

_EQUAL_STRINGS = '''
    if w_a.__class__ is W_Str and w_b.__class__ is W_Str:
        assert isinstance(w_a, W_Str)
        assert isinstance(w_b, W_Str)
        if w_a is w_b:
            return %(same)d
        return int(w_a._utf8 %(symbol)s w_b._utf8)
'''

for _name, _symbol in [('lt', '<'), ('le', '<='), ('eq', '=='), ('ne', '!='), ('gt', '>'), ('ge', '>=')]:
    _more = ''
    if _name in ('eq', 'ne'):
        _more = _EQUAL_STRINGS.strip() % {'same': _name == 'eq', 'symbol': _symbol}
    exec _COMPARE % {'name': _name, 'symbol': _symbol, 'more': _more}
