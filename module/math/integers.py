"""Number theory on ints."""
from __future__ import absolute_import

from rpython.rlib.rbigint import rbigint

from interpreter import ops
from interpreter.errors import overflow_error, type_error, value_error
from interpreter.gateway import function, raw_function
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newbigint, newint

_ONE = rbigint.fromint(1)




def _gcd_big(a, b):
    while b.sign:
        a, b = b, a.mod(b)
    return a


def _no_keywords(name, kwnames):
    if kwnames is not None and len(kwnames) > 0:
        raise type_error("math.%s() takes no keyword arguments" % name)


@raw_function('gcd')
def gcd(args_w, kwnames):
    """The greatest common divisor."""
    _no_keywords('gcd', kwnames)
    result = rbigint.fromint(0)
    for w_arg in args_w:
        result = _gcd_big(result, ops.bigint_w(w_arg).abs())
    return newbigint(result)


@raw_function('lcm')
def lcm(args_w, kwnames):
    """The least common multiple."""
    _no_keywords('lcm', kwnames)
    result = _ONE
    for w_arg in args_w:
        num = ops.bigint_w(w_arg).abs()
        if not num.sign or not result.sign:
            result = rbigint.fromint(0)
        else:
            result = result.floordiv(_gcd_big(result, num)).mul(num)
    return newbigint(result)


def _isqrt_big(n):
    """floor(sqrt(n)), n > 0, by Newton's iteration from above."""
    x = _ONE.lshift((n.bit_length() + 1) // 2)
    while True:
        y = x.add(n.floordiv(x)).rshift(1)
        if y.ge(x):
            return x
        x = y


@function('isqrt(n, /)')
def isqrt(w_n):
    """The largest int whose square is at most n."""
    n = ops.bigint_w(w_n)
    if n.sign < 0:
        raise value_error("isqrt() argument must be nonnegative")
    if n.sign == 0:
        return newint(0)
    return newbigint(_isqrt_big(n))


def _product(first, last):
    """first * (first + 1) * ... * last, by halves, so that the factors stay of one size."""
    if last - first < 8:
        result = rbigint.fromint(first)
        for i in range(first + 1, last + 1):
            result = result.int_mul(i)
        return result
    middle = (first + last) // 2
    return _product(first, middle).mul(_product(middle + 1, last))


@function('factorial(n, /)')
def factorial(w_n):
    """n!, for an int n >= 0."""
    num = ops.bigint_w(w_n)
    if num.sign < 0:
        raise value_error("factorial() not defined for negative values")
    try:
        n = num.toint()
    except OverflowError:
        raise overflow_error("factorial() argument should not exceed 9223372036854775807")
    if n < 2:
        return newint(1)
    return newbigint(_product(1, n))


def _falling(n, k):
    """n * (n - 1) * ... k factors."""
    result = _ONE
    for i in range(k):
        result = result.mul(n.sub(rbigint.fromint(i)))
    return result


def _count(num, name):
    try:
        return num.toint()
    except OverflowError:
        raise overflow_error("%s must not exceed 9223372036854775807" % name)


@function('comb(n, k, /)')
def comb(w_n, w_k):
    """In how many ways k of n things can be chosen."""
    n, k = ops.bigint_w(w_n), ops.bigint_w(w_k)
    if n.sign < 0:
        raise value_error("n must be a non-negative integer")
    if k.sign < 0:
        raise value_error("k must be a non-negative integer")
    other = n.sub(k)
    if other.sign < 0:
        return newint(0)
    if other.lt(k):
        k = other
    count = _count(k, "min(n - k, k)")
    result = _ONE
    for i in range(count):
        result = result.mul(n.sub(rbigint.fromint(i))).floordiv(rbigint.fromint(i + 1))
    return newbigint(result)


@function('perm(n, k=None, /)')
def perm(w_n, w_k):
    """In how many ways k of n things can be lined up."""
    if w_k is w_None:
        return factorial(w_n)
    n, k = ops.bigint_w(w_n), ops.bigint_w(w_k)
    if n.sign < 0:
        raise value_error("n must be a non-negative integer")
    if k.sign < 0:
        raise value_error("k must be a non-negative integer")
    if n.lt(k):
        return newint(0)
    return newbigint(_falling(n, _count(k, "k")))
