"""Functions of floats."""
from __future__ import absolute_import

import math

from rpython.rlib import rfloat
from rpython.rlib.rfloat import INFINITY, NAN
from rpython.rtyper.lltypesystem import rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from interpreter import ops
from interpreter.errors import overflow_error, type_error, value_error
from interpreter.gateway import function
from interpreter.objects.wrap import newfloat, newint, newtuple

_eci = ExternalCompilationInfo(includes=['math.h'], libraries=['m'])
_c_cbrt = rffi.llexternal('cbrt', [rffi.DOUBLE], rffi.DOUBLE, compilation_info=_eci, releasegil=False, sandboxsafe=True)
_c_exp2 = rffi.llexternal('exp2', [rffi.DOUBLE], rffi.DOUBLE, compilation_info=_eci, releasegil=False, sandboxsafe=True)
_c_log2 = rffi.llexternal('log2', [rffi.DOUBLE], rffi.DOUBLE, compilation_info=_eci, releasegil=False, sandboxsafe=True)
_c_nextafter = rffi.llexternal('nextafter', [rffi.DOUBLE, rffi.DOUBLE], rffi.DOUBLE, compilation_info=_eci, releasegil=False,
                               sandboxsafe=True)
_c_remainder = rffi.llexternal('remainder', [rffi.DOUBLE, rffi.DOUBLE], rffi.DOUBLE, compilation_info=_eci, releasegil=False,
                               sandboxsafe=True)


def domain_error():
    return value_error("math domain error")


def range_error():
    return overflow_error("math range error")


# ____________________________________________________________
# one float in, one float out

_UNARY = '''
@function('%(name)s(x: float, /) -> float', doc=%(doc)r)
def %(name)s_(x):
    try:
        return %(call)s
    except ValueError:
        raise domain_error()
    except OverflowError:
        raise range_error()
'''

for _name, _call, _doc in [
        ('acos', 'math.acos(x)', "The arc cosine, in radians."),
        ('acosh', 'rfloat.acosh(x)', "The inverse hyperbolic cosine."),
        ('asin', 'math.asin(x)', "The arc sine, in radians."),
        ('asinh', 'rfloat.asinh(x)', "The inverse hyperbolic sine."),
        ('atan', 'math.atan(x)', "The arc tangent, in radians."),
        ('atanh', 'rfloat.atanh(x)', "The inverse hyperbolic tangent."),
        ('cos', 'math.cos(x)', "The cosine of an angle in radians."),
        ('cosh', 'math.cosh(x)', "The hyperbolic cosine."),
        ('erf', 'rfloat.erf(x)', "The error function."),
        ('erfc', 'rfloat.erfc(x)', "1 - erf(x)."),
        ('exp', 'math.exp(x)', "e ** x."),
        ('expm1', 'rfloat.expm1(x)', "e ** x - 1, exact for small x."),
        ('fabs', 'math.fabs(x)', "The absolute value, a float."),
        ('gamma', 'rfloat.gamma(x)', "The gamma function."),
        ('lgamma', 'rfloat.lgamma(x)', "The logarithm of abs(gamma(x))."),
        ('log1p', '_log1p(x)', "log(1 + x), exact for small x."),
        ('sin', 'math.sin(x)', "The sine of an angle in radians."),
        ('sinh', 'math.sinh(x)', "The hyperbolic sine."),
        ('sqrt', 'math.sqrt(x)', "The square root."),
        ('tan', 'math.tan(x)', "The tangent of an angle in radians."),
        ('tanh', 'math.tanh(x)', "The hyperbolic tangent."),
        ('cbrt', '_c_cbrt(x)', "The cube root."),
        ('exp2', '_exp2(x)', "2 ** x.")]:
    exec compile(_UNARY % {'name': _name, 'call': _call, 'doc': _doc}, __file__, 'exec')


def _log1p(x):
    if x == -1.0:
        raise ValueError
    return rfloat.log1p(x)


def _exp2(x):
    result = _c_exp2(x)
    if math.isinf(result) and not math.isinf(x):
        raise OverflowError
    return result


# ____________________________________________________________
# two floats

@function('atan2(y: float, x: float, /) -> float')
def atan2(y, x):
    """The angle of the point (x, y), in radians, in its right quadrant."""
    return math.atan2(y, x)


@function('copysign(x: float, y: float, /) -> float')
def copysign(x, y):
    """x with the sign of y."""
    return math.copysign(x, y)


@function('fmod(x: float, y: float, /) -> float')
def fmod(x, y):
    """C's fmod: the remainder with the sign of x."""
    if math.isinf(y) and not math.isinf(x) and not math.isnan(x):
        return x
    try:
        return math.fmod(x, y)
    except ValueError:
        raise domain_error()


@function('pow(x: float, y: float, /) -> float')
def pow_(x, y):
    """x ** y, in floats."""
    if x == 0.0 and math.isinf(y):
        return INFINITY if y < 0.0 else 0.0
    try:
        return math.pow(x, y)
    except ValueError:
        raise domain_error()
    except OverflowError:
        raise range_error()


@function('remainder(x: float, y: float, /) -> float')
def remainder(x, y):
    """The IEEE 754 remainder: x minus the nearest multiple of y, ties to even."""
    if math.isnan(x) or math.isnan(y):
        return NAN
    if math.isinf(x) or y == 0.0:
        raise domain_error()
    return _c_remainder(x, y)


@function('nextafter(x: float, y: float, /) -> float')
def nextafter(x, y):
    """The float next to x on the way to y."""
    return _c_nextafter(x, y)


@function('ulp(x: float, /) -> float')
def ulp(x):
    """The value of the last bit of x."""
    if math.isnan(x):
        return x
    x = math.fabs(x)
    if math.isinf(x):
        return x
    following = _c_nextafter(x, INFINITY)
    if math.isinf(following):
        return x - _c_nextafter(x, -INFINITY)
    return following - x


@function('isclose(a: float, b: float, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> bool')
def isclose(a, b, rel_tol, abs_tol):
    """Are a and b equal up to a relative or an absolute tolerance?"""
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise value_error("tolerances must be non-negative")
    if a == b:
        return True
    if math.isinf(a) or math.isinf(b):
        return False
    difference = math.fabs(b - a)
    return difference <= math.fabs(rel_tol * b) or difference <= math.fabs(rel_tol * a) or difference <= abs_tol


# ____________________________________________________________
# parts and kinds of a float

@function('isfinite(x: float, /) -> bool')
def isfinite(x):
    """Is x a number other than an infinity?"""
    return not math.isinf(x) and not math.isnan(x)


@function('isinf(x: float, /) -> bool')
def isinf(x):
    """Is x an infinity?"""
    return math.isinf(x)


@function('isnan(x: float, /) -> bool')
def isnan(x):
    """Is x not a number?"""
    return math.isnan(x)


@function('degrees(x: float, /) -> float')
def degrees(x):
    """Radians to degrees."""
    return x * (180.0 / math.pi)


@function('radians(x: float, /) -> float')
def radians(x):
    """Degrees to radians."""
    return x * (math.pi / 180.0)


@function('frexp(x: float, /)')
def frexp(x):
    """(m, e) with x == m * 2 ** e and 0.5 <= abs(m) < 1."""
    if math.isinf(x) or math.isnan(x) or x == 0.0:
        return newtuple([newfloat(x), newint(0)])
    mantissa, exponent = math.frexp(x)
    return newtuple([newfloat(mantissa), newint(exponent)])


@function('modf(x: float, /)')
def modf(x):
    """The fraction and the whole part, both floats with the sign of x."""
    if math.isinf(x):
        return newtuple([newfloat(math.copysign(0.0, x)), newfloat(x)])
    fraction, whole = math.modf(x)
    return newtuple([newfloat(fraction), newfloat(whole)])


@function('ldexp(x: float, i, /) -> float')
def ldexp(x, w_exponent):
    """x * 2 ** i."""
    from interpreter.objects.int import W_AbstractInt, W_Int
    if not isinstance(w_exponent, W_AbstractInt):
        raise type_error("Expected an int as second argument to ldexp.")
    if math.isinf(x) or math.isnan(x) or x == 0.0:
        return x
    if isinstance(w_exponent, W_Int):
        exponent = w_exponent.intval
    elif ops.bigint_w(w_exponent).sign < 0:
        exponent = -100000
    else:
        exponent = 100000
    if exponent > 100000:
        exponent = 100000
    elif exponent < -100000:
        exponent = -100000
    try:
        return math.ldexp(x, exponent)
    except OverflowError:
        raise range_error()


def _whole(x):
    """The int object of a float that is whole; int()'s errors for inf and nan."""
    return ops.call_method0(newfloat(x), '__int__')


_ROUND = '''
@function('%(name)s(x, /)', doc=%(doc)r)
def %(name)s_(w_x):
    from interpreter.objects.float import W_Float
    if type(w_x) is not W_Float:
        w_method = ops.lookup_special(w_x, '__%(name)s__')
        if w_method is not None:
            return w_method.call0()
%(rest)s
'''
_ROUND_FLOAT = '''    return _whole(math.%(name)s(ops.float_w(w_x)))'''
for _name, _doc in [('ceil', "The smallest int >= x."),
                    ('floor', "The largest int <= x.")]:
    exec compile(_ROUND % {'name': _name, 'doc': _doc, 'rest': _ROUND_FLOAT % {'name': _name}}, __file__, 'exec')


@function('trunc(x, /)')
def trunc(w_x):
    """x without its fraction, by __trunc__."""
    from interpreter.objects.float import W_Float
    if type(w_x) is W_Float:
        return _whole(w_x.floatval)
    w_method = ops.lookup_special(w_x, '__trunc__')
    if w_method is None:
        raise type_error("type %s doesn't define __trunc__ method" % w_x.gettype().name)
    return w_method.call0()


# ____________________________________________________________
# logarithms, also of ints past the range of floats

def _log_of(w_x, base):
    """log(x) for base 2.0, 10.0 or 0.0, which stands for e."""
    from interpreter.objects.int import W_Long
    if isinstance(w_x, W_Long):
        num = w_x.num
        if num.sign <= 0:
            raise domain_error()
        try:
            x = num.tofloat()
        except OverflowError:
            shift = num.bit_length() - 64
            assert shift >= 0
            x = num.rshift(shift).tofloat()
            if base == 2.0:
                return _c_log2(x) + float(shift)
            if base == 10.0:
                return math.log10(x) + float(shift) * math.log10(2.0)
            return math.log(x) + float(shift) * math.log(2.0)
    else:
        x = ops.float_w(w_x)
    if math.isnan(x):
        return x
    if x <= 0.0:
        raise domain_error()
    if math.isinf(x):
        return x
    if base == 2.0:
        return _c_log2(x)
    if base == 10.0:
        return math.log10(x)
    return math.log(x)


@function('log(x, base=?, /) -> float')
def log(w_x, w_base):
    """The logarithm of x to a base, by default e."""
    from interpreter.errors import zero_division_error
    numerator = _log_of(w_x, 0.0)
    if w_base is None:
        return numerator
    denominator = _log_of(w_base, 0.0)
    if denominator == 0.0:
        raise zero_division_error("float division by zero")
    return numerator / denominator


@function('log2(x, /) -> float')
def log2(w_x):
    """The logarithm to base 2."""
    return _log_of(w_x, 2.0)


@function('log10(x, /) -> float')
def log10(w_x):
    """The logarithm to base 10."""
    return _log_of(w_x, 10.0)
