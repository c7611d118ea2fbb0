"""The functions of _operator.  Those that only apply an operator are generated."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import type_error, value_error
from interpreter.gateway import function, raw_function
from interpreter.objects.object import not_iterable_argument
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str

# name, what it does: `a` and `b` are the operands
_BINARY = [('add', 'a + b'), ('sub', 'a - b'), ('mul', 'a * b'), ('matmul', 'a @ b'), ('truediv', 'a / b'), ('floordiv', 'a // b'),
           ('mod', 'a % b'), ('pow', 'a ** b'), ('lshift', 'a << b'), ('rshift', 'a >> b'), ('and_', 'a & b'), ('or_', 'a | b'),
           ('xor', 'a ^ b'), ('lt', 'a < b'), ('le', 'a <= b'), ('eq', 'a == b'), ('ne', 'a != b'), ('gt', 'a > b'), ('ge', 'a >= b'),
           ('iadd', 'a += b'), ('isub', 'a -= b'), ('imul', 'a *= b'), ('imatmul', 'a @= b'), ('itruediv', 'a /= b'),
           ('ifloordiv', 'a //= b'), ('imod', 'a %= b'), ('ipow', 'a **= b'), ('ilshift', 'a <<= b'), ('irshift', 'a >>= b'),
           ('iand', 'a &= b'), ('ior', 'a |= b'), ('ixor', 'a ^= b'), ('getitem', 'a[b]')]
_UNARY = [('neg', 'neg', '-a'), ('pos', 'pos', '+a'), ('invert', 'invert', '~a'), ('inv', 'invert', '~a'), ('abs', 'abs', 'abs(a)'),
          ('index', 'index', 'a.__index__()')]

_SOURCE = '''
@function('%(name)s(a, b, /)')
def %(name)s(w_a, w_b):
    """Same as %(text)s."""
    return ops.%(name)s(w_a, w_b)
'''
for _name, _text in _BINARY:
    exec _SOURCE % {'name': _name, 'text': _text}

_SOURCE = '''
@function('%(name)s(a, /)')
def %(name)s(w_a):
    """Same as %(text)s."""
    return ops.%(op)s(w_a)
'''
for _name, _op, _text in _UNARY:
    exec _SOURCE % {'name': _name, 'op': _op, 'text': _text}


@function('not_(a, /) -> bool')
def not_(w_a):
    """Same as not a."""
    return not ops.is_true(w_a)


@function('truth(a, /) -> bool')
def truth(w_a):
    """Is a true?"""
    return ops.is_true(w_a)


@function('is_(a, b, /) -> bool')
def is_(w_a, w_b):
    """Same as a is b."""
    return ops.is_(w_a, w_b)


@function('is_not(a, b, /) -> bool')
def is_not(w_a, w_b):
    """Same as a is not b."""
    return not ops.is_(w_a, w_b)


@function('contains(a, b, /) -> bool')
def contains(w_a, w_b):
    """Same as b in a (the operands in reverse)."""
    return ops.contains(w_a, w_b)


@function('setitem(a, b, c, /) -> None')
def setitem(w_a, w_b, w_c):
    """Same as a[b] = c."""
    ops.setitem(w_a, w_b, w_c)


@function('delitem(a, b, /) -> None')
def delitem(w_a, w_b):
    """Same as del a[b]."""
    ops.delitem(w_a, w_b)


def check_concatenates(w_a):
    if not ops.is_sequence(w_a):
        raise type_error("'%s' object can't be concatenated" % w_a.gettype().name)


@function('concat(a, b, /)')
def concat(w_a, w_b):
    """Same as a + b, for sequences."""
    check_concatenates(w_a)
    return ops.add(w_a, w_b)


@function('iconcat(a, b, /)')
def iconcat(w_a, w_b):
    """Same as a += b, for sequences."""
    check_concatenates(w_a)
    return ops.iadd(w_a, w_b)


def iterator_of(w_a):
    if w_a.op_iter_is_missing():
        raise not_iterable_argument(w_a)
    return ops.iter(w_a)


@function('countOf(a, b, /) -> int')
def countOf(w_a, w_b):
    """How many items of a are b, or equal to it."""
    w_iterator = iterator_of(w_a)
    count = 0
    while True:
        w_item = ops.next(w_iterator)
        if w_item is None:
            return count
        if ops.eq_w(w_item, w_b):
            count += 1


@function('indexOf(a, b, /) -> int')
def indexOf(w_a, w_b):
    """The first position of b in a."""
    w_iterator = iterator_of(w_a)
    i = 0
    while True:
        w_item = ops.next(w_iterator)
        if w_item is None:
            raise value_error("sequence.index(x): x not in sequence")
        if ops.eq_w(w_item, w_b):
            return i
        i += 1


@function('length_hint(obj, default: int=0, /) -> int')
def length_hint(w_obj, default):
    """How many items the iterable has, as far as it says so."""
    return ops.length_hint(w_obj, default)


@raw_function('call')
def call(args_w, kwnames):
    """Same as obj(*args, **kwargs)."""
    nkw = 0 if kwnames is None else len(kwnames)
    if len(args_w) == nkw:
        raise type_error("call expected at least 1 argument, got 0")
    return ops.call_args(args_w[0], args_w[1:], kwnames)


def digest_of(w_obj):
    """The bytes to compare: of a bytes-like object, or of a str in ASCII."""
    if isinstance(w_obj, W_Str):
        if not w_obj.is_ascii():
            raise type_error("comparing strings with non-ASCII characters is not supported")
        return w_obj._utf8
    return ops.bufferstr_w(w_obj)


@function('_compare_digest(a, b, /) -> bool')
def compare_digest(w_a, w_b):
    """Same as a == b, in a time that does not depend on where they differ."""
    if isinstance(w_a, W_Str) != isinstance(w_b, W_Str):
        raise type_error("unsupported operand types(s) or combination of types: '%s' and '%s'" % (
            w_a.gettype().name, w_b.gettype().name))
    a = digest_of(w_a)
    b = digest_of(w_b)
    if len(a) != len(b):
        return False
    difference = 0
    for i in range(len(a)):
        difference |= ord(a[i]) ^ ord(b[i])
    return difference == 0
