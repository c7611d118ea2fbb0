"""float.

    float.py        the class and its arithmetic
    floatstr.py     conversion from and to text: repr, float(), hex
"""

import math

from rpython.rlib import rfloat
from rpython.rlib.rarithmetic import intmask, r_uint
from rpython.rlib.rbigint import rbigint

from interpreter.errors import overflow_error, type_error, value_error, zero_division_error
from interpreter.gateway import classmethod_, getter, method, new
from interpreter.objects.int import HASH_BITS, HASH_MODULUS, W_AbstractInt, W_Int, W_Long, newbigint, newbool, newint
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.typedef import TypeDef

HASH_INF = 314159
EXACT_INT = 1 << 53            # ints up to here are floats exactly


class W_Float(W_Root):
    _attrs_ = ['floatval']
    _immutable_fields_ = ['floatval']

    def __init__(self, floatval):
        self.floatval = floatval

    def __repr__(self):
        """For people debugging untranslated code."""
        return 'W_Float(%r)' % self.floatval

    def exact(self):
        """The same value as an exact float."""
        if type(self) is W_Float:
            return self
        return W_Float(self.floatval)

    # ---- construction

    @new('(cls, x=0.0, /)')
    def descr_new(w_cls, w_x):
        from interpreter.objects.floatstr import float_from_object
        return subtype_float(w_cls, float_from_object(w_x))

    @classmethod_('fromhex(type, string, /)')
    def m_fromhex(w_cls, w_string):
        """The float that a hexadecimal text spells."""
        from interpreter.objects.floatstr import float_from_hex
        from interpreter.objects.str import W_Str
        if not isinstance(w_string, W_Str):
            raise type_error("bad argument type for built-in operation")
        w_value = newfloat(float_from_hex(w_string._utf8))
        if w_cls is W_Float.typedef.w_type:
            return w_value
        return w_cls.call1(w_value)

    @classmethod_('__getformat__(type, typestr: str, /) -> str')
    def m_getformat(w_cls, kind):
        """The memory layout of the C type that is named."""
        if kind != 'double' and kind != 'float':
            raise value_error("__getformat__() argument 1 must be 'double' or 'float'")
        return 'IEEE, little-endian'

    # ---- methods

    @method('conjugate(self, /)')
    def m_conjugate(self):
        """The complex conjugate."""
        return self.exact()

    @method('is_integer(self, /) -> bool')
    def m_is_integer(self):
        """Is it a whole number?"""
        x = self.floatval
        return is_finite(x) and math.floor(x) == x

    @method('as_integer_ratio(self, /)')
    def m_as_integer_ratio(self):
        """Numerator and denominator of the exact value, in lowest terms."""
        from interpreter.objects.tuple import newtuple
        x = self.floatval
        if rfloat.isinf(x):
            raise overflow_error("cannot convert Infinity to integer ratio")
        if rfloat.isnan(x):
            raise value_error("cannot convert NaN to integer ratio")
        numerator, denominator = rfloat.float_as_rbigint_ratio(x)
        return newtuple([newbigint(numerator), newbigint(denominator)])

    @method('hex(self, /) -> str')
    def m_hex(self):
        """The exact value in hexadecimal, as C's %a writes it."""
        from interpreter.objects.floatstr import float_to_hex
        return float_to_hex(self.floatval)

    @method('__trunc__(self, /)')
    def m_trunc(self):
        """The int nearest to it towards zero."""
        return float_to_int(self.floatval)

    @method('__floor__(self, /)')
    def m_floor(self):
        """The greatest int that is not above it."""
        return float_to_int(math.floor(self.floatval))

    @method('__ceil__(self, /)')
    def m_ceil(self):
        """The least int that is not below it."""
        return float_to_int(math.ceil(self.floatval))

    @method('__round__(self, ndigits=None, /)')
    def m_round(self, w_ndigits):
        """The nearest multiple of 10 ** -ndigits, halves going to the even one."""
        from interpreter import ops
        x = self.floatval
        if w_ndigits is w_None:
            if is_finite(x):
                x = rfloat.round_half_even(x)
            return float_to_int(x)
        return newfloat(round_to_digits(x, ops.clamped_index_w(w_ndigits)))

    @method('__getnewargs__(self, /)')
    def m_getnewargs(self):
        from interpreter.objects.tuple import newtuple
        return newtuple([self.exact()])

    @getter('real', doc="The real part.")
    def get_real(self):
        return self.exact()

    @getter('imag', doc="The imaginary part.")
    def get_imag(self):
        return newfloat(0.0)

    # ---- conversions

    def op_bool(self):
        return self.floatval != 0.0

    def op_hash(self):
        x = self.floatval
        if rfloat.isnan(x):
            from interpreter.objects.object import identity_hash
            return identity_hash(self)
        return hash_float(x)

    def op_int(self):
        return float_to_int(self.floatval)

    def op_float(self):
        return self.exact()

    def op_repr(self):
        from interpreter.objects.floatstr import float_repr
        from interpreter.objects.str import newascii
        return newascii(float_repr(self.floatval))

    def op_format(self, spec):
        from interpreter.objects.format import format_float
        return format_float(self, spec)

    # ---- unary operators

    def op_neg(self):
        return W_Float(-self.floatval)

    def op_pos(self):
        return self.exact()

    def op_abs(self):
        return W_Float(abs(self.floatval))

    # ---- binary operators, as templates below complete them

    def op_pow3(self, w_other, w_modulus):
        if not isinstance(w_other, W_Float) and not isinstance(w_other, W_AbstractInt):
            return w_NotImplemented
        raise type_error("pow() 3rd argument not allowed unless all arguments are integers")


def as_float(w_x):
    """The value of a float or int operand; the caller has checked that it is one."""
    if isinstance(w_x, W_Float):
        return w_x.floatval
    if isinstance(w_x, W_Int):
        return float(w_x.intval)
    assert isinstance(w_x, W_AbstractInt)
    return w_x.as_float()


_BINARY = """
def op_{name}(self, w_other):
    if isinstance(w_other, W_Float):
        return float_{name}(self.floatval, w_other.floatval)
    if isinstance(w_other, W_Int):
        return float_{name}(self.floatval, float(w_other.intval))
    if isinstance(w_other, W_Long):
        return float_{name}(self.floatval, w_other.as_float())
    return w_NotImplemented

def op_r{name}(self, w_other):
    if isinstance(w_other, W_Float):
        return float_{name}(w_other.floatval, self.floatval)
    if isinstance(w_other, W_Int):
        return float_{name}(float(w_other.intval), self.floatval)
    if isinstance(w_other, W_Long):
        return float_{name}(w_other.as_float(), self.floatval)
    return w_NotImplemented
"""

_COMPARE = """
def op_{name}(self, w_other):
    if isinstance(w_other, W_Float):
        return newbool(self.floatval {symbol} w_other.floatval)
    if isinstance(w_other, W_Int):
        y = w_other.intval
        if -EXACT_INT <= y <= EXACT_INT:
            return newbool(self.floatval {symbol} float(y))
        return newbool(compare_bigint_{name}(self.floatval, rbigint.fromint(y)))
    if isinstance(w_other, W_Long):
        return newbool(compare_bigint_{name}(self.floatval, w_other.num))
    return w_NotImplemented

def compare_bigint_{name}(x, num):
    if not is_finite(x):
        return x {symbol} 0.0
    order = compare_exactly(x, num)
    return order {symbol} 0
"""


def _complete_slots():
    for template, names in [(_BINARY, [('add', ''), ('sub', ''), ('mul', ''), ('truediv', ''), ('floordiv', ''), ('mod', ''),
                                       ('divmod', ''), ('pow', '')]),
                            (_COMPARE, [('lt', '<'), ('le', '<='), ('eq', '=='), ('ne', '!='), ('gt', '>'), ('ge', '>=')])]:
        for name, symbol in names:
            exec compile(template.format(name=name, symbol=symbol), '<float %s>' % name, 'exec') in globals()
            for slot in ['op_' + name, 'op_r' + name]:
                if slot in globals():
                    setattr(W_Float, slot, globals().pop(slot))


def newfloat(floatval):
    """The float object of an RPython float."""
    return W_Float(floatval)


def subtype_float(w_cls, value):
    """An instance of w_cls, which is float or a subclass of it."""
    from interpreter.objects.instance import allocate_instance
    if w_cls is W_Float.typedef.w_type:
        return newfloat(value)
    w_float = allocate_instance(W_Float, w_cls)
    w_float.floatval = value
    return w_float


# ____________________________________________________________
# arithmetic


def is_finite(x):
    return not rfloat.isinf(x) and not rfloat.isnan(x)


def float_add(x, y):
    return W_Float(x + y)


def float_sub(x, y):
    return W_Float(x - y)


def float_mul(x, y):
    return W_Float(x * y)


def float_truediv(x, y):
    if y == 0.0:
        raise zero_division_error("float division by zero")
    return W_Float(x / y)


def divide(x, y):
    """divmod(x, y) in floats: the remainder has the sign of y."""
    mod = math.fmod(x, y) if is_finite(x) else rfloat.NAN
    # the quotient is exact up to the last rounding, so that quotient * y + mod is x
    div = (x - mod) / y
    if mod:
        if (y < 0) != (mod < 0):
            mod += y
            div -= 1.0
    else:
        mod = math.copysign(0.0, y)
    if div:
        floor = math.floor(div)
        if div - floor > 0.5:
            floor += 1.0
    else:
        floor = math.copysign(0.0, x / y)
    return floor, mod


def float_floordiv(x, y):
    if y == 0.0:
        raise zero_division_error("float floor division by zero")
    return W_Float(divide(x, y)[0])


def float_mod(x, y):
    if y == 0.0:
        raise zero_division_error("float modulo")
    return W_Float(divide(x, y)[1])


def float_divmod(x, y):
    from interpreter.objects.tuple import newtuple
    if y == 0.0:
        raise zero_division_error("float divmod()")
    floor, mod = divide(x, y)
    return newtuple([W_Float(floor), W_Float(mod)])


def is_odd(x):
    return math.fmod(abs(x), 2.0) == 1.0


def float_pow(x, y):
    """x ** y, with the special cases of C99 annex F; complex for a negative base with a fraction as exponent."""
    if y == 0.0 or x == 1.0:
        return W_Float(1.0)
    if rfloat.isnan(x) or rfloat.isnan(y):
        return W_Float(rfloat.NAN)
    if rfloat.isinf(y):
        x = abs(x)
        if x == 1.0:
            return W_Float(1.0)
        if (y > 0.0) == (x > 1.0):
            return W_Float(rfloat.INFINITY)
        return W_Float(0.0)
    if rfloat.isinf(x):
        odd = is_odd(y)
        if y > 0.0:
            return W_Float(x if odd else abs(x))
        return W_Float(math.copysign(0.0, x) if odd else 0.0)
    if x == 0.0:
        if y < 0.0:
            raise zero_division_error("0.0 cannot be raised to a negative power")
        return W_Float(x if is_odd(y) else 0.0)
    negative = False
    if x < 0.0:
        if math.floor(y) != y:
            from interpreter.objects.complex import complex_pow
            return complex_pow(x, 0.0, y, 0.0)
        x = -x
        negative = is_odd(y)
    if x == 1.0:
        return W_Float(-1.0 if negative else 1.0)
    try:
        result = math.pow(x, y)
    except OverflowError:
        raise overflow_pow()
    except ValueError:
        raise overflow_pow()
    if rfloat.isinf(result):
        raise overflow_pow()
    return W_Float(-result if negative else result)


def overflow_pow():
    """OverflowError(34, 'Numerical result out of range'), which is what CPython makes of ERANGE."""
    from interpreter.errors import OperationError
    from interpreter.objects import exception
    from interpreter.objects.str import newascii
    return OperationError(exception.new_exception(exception.W_OverflowError.typedef.w_type,
                                                  [newint(34), newascii('Numerical result out of range')]))


def compare_exactly(x, num):
    """-1, 0 or 1: a finite float against an rbigint."""
    sign = -1 if x < 0.0 else (1 if x > 0.0 else 0)
    if sign != num.sign:
        return -1 if sign < num.sign else 1
    floor = math.floor(x)
    whole = rbigint.fromfloat(floor)
    if whole.lt(num):
        return -1
    if whole.gt(num) or floor != x:
        return 1
    return 0


def float_to_int(x):
    """int(x): truncates."""
    if -4e18 < x < 4e18:
        return newint(int(x))
    if rfloat.isinf(x):
        raise overflow_error("cannot convert float infinity to integer")
    if rfloat.isnan(x):
        raise value_error("cannot convert float NaN to integer")
    return newbigint(rbigint.fromfloat(x))


def hash_float(x):
    """hash() of a float that is no NaN: equal to that of an equal int or Fraction."""
    if rfloat.isinf(x):
        return HASH_INF if x > 0.0 else -HASH_INF
    if -1e15 < x < 1e15 and math.floor(x) == x:
        result = int(x)
        return -2 if result == -1 else result
    mantissa, exponent = math.frexp(x)
    negative = mantissa < 0.0
    if negative:
        mantissa = -mantissa
    modulus = r_uint(HASH_MODULUS)
    h = r_uint(0)
    while mantissa:
        h = ((h << 28) & modulus) | (h >> (HASH_BITS - 28))
        mantissa *= 268435456.0      # 2**28: the mantissa's bits go over in pieces
        exponent -= 28
        piece = int(mantissa)
        mantissa -= float(piece)
        h += r_uint(piece)
        if h >= modulus:
            h -= modulus
    exponent %= HASH_BITS
    h = ((h << exponent) & modulus) | (h >> (HASH_BITS - exponent))
    result = intmask(h)
    if negative:
        result = -result
    return -2 if result == -1 else result


DBL_MANT_DIG, DBL_MAX_EXP, DBL_MIN_EXP = 53, 1024, -1021


def round_to_digits(x, ndigits):
    """round(x, ndigits): correctly rounded, halves to even."""
    if not is_finite(x) or x == 0.0:
        return x
    # past these there is nothing to round, or nothing left
    if ndigits > int((DBL_MANT_DIG - DBL_MIN_EXP) * 0.30103):
        return x
    if ndigits < -int((DBL_MAX_EXP + 1) * 0.30103):
        return 0.0 * x
    result = round_decimal(x, ndigits)
    if rfloat.isinf(result):
        raise overflow_error("rounded value too large to represent")
    return result


def round_decimal(x, ndigits):
    from interpreter.objects.floatstr import parse_decimal
    if ndigits >= 0:
        return parse_decimal(rfloat.formatd(x, 'f', ndigits))
    # a float this large has no fraction that matters: round the integer part exactly
    num, denominator = rfloat.float_as_rbigint_ratio(abs(x))
    unit = rbigint.fromint(10).pow(rbigint.fromint(-ndigits))
    quotient, remainder = num.divmod(unit.mul(denominator))
    twice = remainder.lshift(1)
    bound = unit.mul(denominator)
    if twice.gt(bound) or (twice.eq(bound) and quotient.digit(0) & 1):
        quotient = quotient.int_add(1)
    try:
        result = quotient.mul(unit).tofloat()
    except OverflowError:
        result = rfloat.INFINITY
    return math.copysign(result, x)


_complete_slots()

W_Float.typedef = TypeDef('float', W_Float, text_signature='(x=0, /)', doc="Floating-point numbers: float(number or text).")
