"""The functions of cmath, on the functions of pairs of floats in rpython.rlib.rcomplex."""
from __future__ import absolute_import

import math

from rpython.rlib import rcomplex, rfloat

from interpreter.gateway import function
from interpreter.objects.complex import complex_parts
from interpreter.objects.wrap import newcomplex, newfloat, newtuple
from module.math.functions import domain_error, range_error

_UNARY = '''
@function('%(name)s(z, /)', doc=%(doc)r)
def %(name)s_(w_z):
    x, y = complex_parts(w_z)
    try:
        real, imag = rcomplex.c_%(name)s(x, y)
    except ValueError:
        raise domain_error()
    except OverflowError:
        raise range_error()
    return newcomplex(real, imag)
'''

for _name, _doc in [
        ('acos', "The arc cosine."),
        ('acosh', "The inverse hyperbolic cosine."),
        ('asin', "The arc sine."),
        ('asinh', "The inverse hyperbolic sine."),
        ('atan', "The arc tangent."),
        ('atanh', "The inverse hyperbolic tangent."),
        ('cos', "The cosine."),
        ('cosh', "The hyperbolic cosine."),
        ('exp', "e ** z."),
        ('log10', "The logarithm to base 10."),
        ('sin', "The sine."),
        ('sinh', "The hyperbolic sine."),
        ('sqrt', "The square root."),
        ('tan', "The tangent."),
        ('tanh', "The hyperbolic tangent.")]:
    exec compile(_UNARY % {'name': _name, 'doc': _doc}, __file__, 'exec')


@function('log(z, base=?, /)')
def log(w_z, w_base):
    """The logarithm of z to a base, by default e."""
    x, y = complex_parts(w_z)
    try:
        real, imag = rcomplex.c_log(x, y)
    except ValueError:
        if w_base is None:
            raise domain_error()
        real, imag = -rfloat.INFINITY, math.atan2(y, x)       # as in CPython, zero is no error where there is a base
    if w_base is not None:
        x, y = complex_parts(w_base)
        try:
            real, imag = rcomplex.c_div((real, imag), rcomplex.c_log(x, y))
        except (ValueError, ZeroDivisionError):
            raise domain_error()
    return newcomplex(real, imag)


@function('phase(z, /) -> float')
def phase(w_z):
    """The angle of z."""
    x, y = complex_parts(w_z)
    return rcomplex.c_phase(x, y)


@function('polar(z, /)')
def polar(w_z):
    """The distance of z from zero and its angle."""
    x, y = complex_parts(w_z)
    try:
        distance, angle = rcomplex.c_polar(x, y)
    except OverflowError:
        raise range_error()
    return newtuple([newfloat(distance), newfloat(angle)])


@function('rect(r: float, phi: float, /)')
def rect(r, phi):
    """The complex number at distance r from zero, at angle phi."""
    try:
        real, imag = rcomplex.c_rect(r, phi)
    except ValueError:
        raise domain_error()
    return newcomplex(real, imag)


@function('isfinite(z, /) -> bool')
def isfinite(w_z):
    """Are both parts finite?"""
    x, y = complex_parts(w_z)
    return rcomplex.c_isfinite(x, y)


@function('isinf(z, /) -> bool')
def isinf(w_z):
    """Is a part an infinity?"""
    x, y = complex_parts(w_z)
    return rcomplex.c_isinf(x, y)


@function('isnan(z, /) -> bool')
def isnan(w_z):
    """Is a part not a number?"""
    x, y = complex_parts(w_z)
    return rcomplex.c_isnan(x, y)


def _size(x, y):
    if math.isinf(x) or math.isinf(y):
        return rfloat.INFINITY
    try:
        return math.hypot(x, y)
    except OverflowError:
        return rfloat.INFINITY


@function('isclose(a, b, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> bool')
def isclose(w_a, w_b, rel_tol, abs_tol):
    """Are a and b equal up to a relative or an absolute tolerance?"""
    from interpreter.errors import value_error
    a, b = complex_parts(w_a)
    c, d = complex_parts(w_b)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise value_error("tolerances must be non-negative")
    if a == c and b == d:
        return True
    if math.isinf(a) or math.isinf(b) or math.isinf(c) or math.isinf(d):
        return False
    difference = _size(a - c, b - d)
    return difference <= rel_tol * _size(c, d) or difference <= rel_tol * _size(a, b) or difference <= abs_tol
