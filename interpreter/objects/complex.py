"""complex."""

import math

from rpython.rlib import rfloat
from rpython.rlib.rarithmetic import intmask, r_uint

from interpreter.errors import overflow_error, type_error, value_error, zero_division_error
from interpreter.gateway import getter, method, new
from interpreter.objects.float import W_Float, hash_float, newfloat
from interpreter.objects.floatstr import float_of, remove_underscores, scan_float
from interpreter.objects.int import W_AbstractInt, W_Int, newbool
from interpreter.objects.intstr import is_c_space
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.typedef import TypeDef

HASH_IMAG = 1000003
MALFORMED = "complex() arg is a malformed string"


class W_Complex(W_Root):
    _attrs_ = ['realval', 'imagval']
    _immutable_fields_ = ['realval', 'imagval']

    def __init__(self, realval, imagval):
        self.realval = realval
        self.imagval = imagval

    def __repr__(self):
        """For people debugging untranslated code."""
        return 'W_Complex(%r, %r)' % (self.realval, self.imagval)

    def exact(self):
        if type(self) is W_Complex:
            return self
        return W_Complex(self.realval, self.imagval)

    # ---- construction

    @new('(cls, real=?, imag=?)')
    def descr_new(w_cls, w_real, w_imag):
        if w_imag is None and type(w_real) is W_Complex and w_cls is W_Complex.typedef.w_type:
            return w_real
        real, imag = complex_from_objects(w_real, w_imag)
        return subtype_complex(w_cls, real, imag)

    # ---- methods

    @method('conjugate(self, /)')
    def m_conjugate(self):
        """The complex conjugate."""
        return W_Complex(self.realval, -self.imagval)

    @method('__complex__(self, /)')
    def m_complex(self):
        """Itself as an exact complex."""
        return self.exact()

    @method('__getnewargs__(self, /)')
    def m_getnewargs(self):
        from interpreter.objects.tuple import newtuple
        return newtuple([newfloat(self.realval), newfloat(self.imagval)])

    @getter('real')
    def get_real(self):
        """the real part of a complex number"""
        return newfloat(self.realval)

    @getter('imag')
    def get_imag(self):
        """the imaginary part of a complex number"""
        return newfloat(self.imagval)

    # ---- conversions

    def op_bool(self):
        return self.realval != 0.0 or self.imagval != 0.0

    def op_complex(self):
        return self.exact()

    def op_hash(self):
        if rfloat.isnan(self.realval) or rfloat.isnan(self.imagval):
            from interpreter.objects.object import identity_hash
            return identity_hash(self)
        combined = r_uint(hash_float(self.realval)) + r_uint(HASH_IMAG) * r_uint(hash_float(self.imagval))
        result = intmask(combined)
        return -2 if result == -1 else result

    def op_repr(self):
        from interpreter.objects.str import newascii
        return newascii(complex_repr(self.realval, self.imagval))

    def op_format(self, spec):
        from interpreter.objects.format import format_complex
        return format_complex(self, spec)

    # ---- operators

    def op_neg(self):
        return W_Complex(-self.realval, -self.imagval)

    def op_pos(self):
        return self.exact()

    def op_abs(self):
        x, y = self.realval, self.imagval
        if rfloat.isinf(x) or rfloat.isinf(y):
            return newfloat(rfloat.INFINITY)
        if rfloat.isnan(x) or rfloat.isnan(y):
            return newfloat(rfloat.NAN)
        try:
            result = math.hypot(x, y)
        except OverflowError:
            result = rfloat.INFINITY
        if rfloat.isinf(result):
            raise overflow_error("absolute value too large")
        return newfloat(result)

    def op_eq(self, w_other):
        if isinstance(w_other, W_Complex):
            return newbool(self.realval == w_other.realval and self.imagval == w_other.imagval)
        if isinstance(w_other, W_AbstractInt) or isinstance(w_other, W_Float):
            if self.imagval != 0.0:
                return newbool(False)
            return W_Float.op_eq(W_Float(self.realval), w_other)
        return w_NotImplemented

    def op_ne(self, w_other):
        w_equal = W_Complex.op_eq(self, w_other)
        if w_equal is w_NotImplemented:
            return w_NotImplemented
        return newbool(not w_equal.op_bool())

    def op_pow3(self, w_other, w_modulus):
        if not is_number(w_other):
            return w_NotImplemented
        raise value_error("complex modulo")


def is_number(w_x):
    return isinstance(w_x, W_Complex) or isinstance(w_x, W_Float) or isinstance(w_x, W_AbstractInt)


def parts_of(w_x):
    """(real, imag) of a complex, float or int operand; the caller has checked that it is one."""
    if isinstance(w_x, W_Complex):
        return w_x.realval, w_x.imagval
    if isinstance(w_x, W_Float):
        return w_x.floatval, 0.0
    if isinstance(w_x, W_Int):
        return float(w_x.intval), 0.0
    assert isinstance(w_x, W_AbstractInt)
    return w_x.as_float(), 0.0


_BINARY = """
def op_{name}(self, w_other):
    if not is_number(w_other):
        return w_NotImplemented
    x, y = parts_of(w_other)
    return complex_{name}(self.realval, self.imagval, x, y)

def op_r{name}(self, w_other):
    if not is_number(w_other):
        return w_NotImplemented
    x, y = parts_of(w_other)
    return complex_{name}(x, y, self.realval, self.imagval)
"""


def _complete_slots():
    for name in ['add', 'sub', 'mul', 'truediv', 'pow']:
        namespace = {}
        exec compile(_BINARY.format(name=name), '<complex %s>' % name, 'exec') in globals(), namespace
        for slot in ['op_' + name, 'op_r' + name]:
            setattr(W_Complex, slot, namespace[slot])


_complete_slots()

W_Complex.typedef = TypeDef('complex', W_Complex, text_signature='(real=0, imag=0)', doc="Complex numbers: complex(real, imag), or complex(text).")


def newcomplex(realval, imagval):
    """The complex object of two RPython floats."""
    return W_Complex(realval, imagval)


def subtype_complex(w_cls, real, imag):
    """An instance of w_cls, which is complex or a subclass of it."""
    from interpreter.objects.instance import allocate_instance
    if w_cls is W_Complex.typedef.w_type:
        return newcomplex(real, imag)
    w_complex = allocate_instance(W_Complex, w_cls)
    w_complex.realval = real
    w_complex.imagval = imag
    return w_complex


# ____________________________________________________________
# arithmetic


def complex_add(a, b, c, d):
    return W_Complex(a + c, b + d)


def complex_sub(a, b, c, d):
    return W_Complex(a - c, b - d)


def complex_mul(a, b, c, d):
    return W_Complex(a * c - b * d, a * d + b * c)


def complex_truediv(a, b, c, d):
    """Smith's method: divides by the larger part of the divisor first, against overflow."""
    if c == 0.0 and d == 0.0:
        raise zero_division_error("complex division by zero")
    if abs(c) >= abs(d):
        ratio = d / c
        denominator = c + d * ratio
        return W_Complex((a + b * ratio) / denominator, (b - a * ratio) / denominator)
    if abs(d) >= abs(c):
        ratio = c / d
        denominator = c * ratio + d
        return W_Complex((a * ratio + b) / denominator, (b * ratio - a) / denominator)
    return W_Complex(rfloat.NAN, rfloat.NAN)


def complex_pow(a, b, c, d):
    """(a + bj) ** (c + dj)"""
    if d == 0.0 and c == math.floor(c) and abs(c) <= 100.0:
        result = power_by_squaring(a, b, int(c))
    else:
        result = power_by_polar(a, b, c, d)
    real, imag = result
    if rfloat.isinf(real) or rfloat.isinf(imag):
        raise overflow_error("complex exponentiation")
    return W_Complex(real, imag)


def power_by_polar(a, b, c, d):
    if c == 0.0 and d == 0.0:
        return 1.0, 0.0
    if a == 0.0 and b == 0.0:
        if d != 0.0 or c < 0.0:
            raise zero_division_error("0.0 to a negative or complex power")
        return 0.0, 0.0
    try:
        size = math.hypot(a, b)
        length = math.pow(size, c)
        angle = math.atan2(b, a)
        phase = angle * c
        if d != 0.0:
            length /= math.exp(angle * d)
            phase += d * math.log(size)
        return length * math.cos(phase), length * math.sin(phase)
    except OverflowError:
        raise overflow_error("complex exponentiation")
    except ValueError:                    # the cosine of infinity: EDOM, which CPython takes for this
        raise zero_division_error("0.0 to a negative or complex power")


def power_by_squaring(a, b, n):
    if n < 0:
        x, y = power_by_squaring(a, b, -n)
        w_result = complex_truediv(1.0, 0.0, x, y) if x != 0.0 or y != 0.0 else None
        if w_result is None:
            raise zero_division_error("0.0 to a negative or complex power")
        return w_result.realval, w_result.imagval
    real, imag = 1.0, 0.0
    mask = 1
    while mask <= n:
        if n & mask:
            real, imag = real * a - imag * b, real * b + imag * a
        mask <<= 1
        a, b = a * a - b * b, 2.0 * a * b
    return real, imag


# ____________________________________________________________
# text


def part_repr(x):
    """A part of a complex, without a .0 at the end."""
    return rfloat.formatd(x, 'r', 0)


def complex_repr(real, imag):
    imag_text = part_repr(imag) + 'j'
    if real == 0.0 and math.copysign(1.0, real) == 1.0:
        return imag_text
    if imag_text[0] != '-':
        imag_text = '+' + imag_text
    return '(' + part_repr(real) + imag_text + ')'


def complex_from_objects(w_real, w_imag):
    """complex(real, imag) -> (float, float); absent arguments are None."""
    from interpreter.objects.str import W_Str
    if w_real is None:
        if w_imag is None:
            return 0.0, 0.0
        x, y = 0.0, 0.0
    else:
        if isinstance(w_real, W_Str):
            if w_imag is not None:
                raise type_error("complex() can't take second arg if first is a string")
            return complex_from_str(w_real)
        if isinstance(w_imag, W_Str):
            raise type_error("complex() second arg can't be a string")
        x, y = number_parts(w_real, "complex() first argument must be a string or a number, not '%s'", True)
        if w_imag is None:
            return x, y
    if isinstance(w_imag, W_Str):
        raise type_error("complex() second arg can't be a string")
    c, d = number_parts(w_imag, "complex() second argument must be a number, not '%s'", False)
    # the second argument may be complex: real + imag * 1j; no arithmetic where it is not, for the signs of zeros
    if isinstance(w_imag, W_Complex):
        x -= d
    if w_real is not None and has_imaginary(w_real):
        c += y
    return x, c


def has_imaginary(w_x):
    return w_x.op_complex() is not None


def complex_parts(w_x):
    """The parts of any number, as cmath takes it."""
    if isinstance(w_x, W_Complex):
        return w_x.realval, w_x.imagval
    return number_parts(w_x, "must be real number, not %s", True)


def number_parts(w_x, message, complex_allowed):
    from interpreter import ops
    if isinstance(w_x, W_Complex) and (type(w_x) is W_Complex or not complex_allowed):
        return w_x.realval, w_x.imagval
    w_complex = w_x.op_complex() if complex_allowed else None
    if w_complex is not None:
        if not isinstance(w_complex, W_Complex):
            raise type_error("__complex__ returned non-complex (type %s)" % w_complex.gettype().name)
        if type(w_complex) is not W_Complex:
            from interpreter.objects.warning import warn_deprecated
            warn_deprecated("__complex__ returned non-complex (type %s).  The ability to return an instance of a strict subclass "
                            "of complex is deprecated, and may be removed in a future version of Python." % w_complex.gettype().name)
        return w_complex.realval, w_complex.imagval
    if w_x.op_float() is None and w_x.op_index() is None:
        left, right = message.split('%s')
        raise type_error(left + w_x.gettype().name + right)
    return ops.float_w(w_x), 0.0


def complex_from_str(w_str):
    """complex('...') -> (real, imag)"""
    text = w_str._utf8
    if not w_str.is_ascii():
        from interpreter.unicode.numeric import to_ascii_digits
        text = to_ascii_digits(text)
    start, end = 0, len(text)
    while start < end and is_c_space(text[start]):
        start += 1
    while end > start and is_c_space(text[end - 1]):
        end -= 1
    if end - start >= 2 and text[start] == '(' and text[end - 1] == ')':
        start += 1
        end -= 1
        while start < end and is_c_space(text[start]):
            start += 1
        while end > start and is_c_space(text[end - 1]):
            end -= 1
    assert end >= 0
    text = remove_underscores(text[start:end])
    if text is None or len(text) == 0:
        raise value_error(MALFORMED)
    return parse_complex(text)


def is_imaginary_unit(c):
    return c == 'j' or c == 'J'


def parse_complex(text):
    """One of: real, imag j, real sign imag j, where imag may be a sign alone."""
    after = scan_float(text, 0)
    assert after >= 0
    if after == 0:
        return 0.0, lone_unit(text, 0)
    first = float_of(text[:after])
    if after == len(text):
        return first, 0.0
    if is_imaginary_unit(text[after]):
        if after + 1 != len(text):
            raise value_error(MALFORMED)
        return 0.0, first
    if text[after] != '+' and text[after] != '-':
        raise value_error(MALFORMED)
    last = scan_float(text, after)
    if last == after:
        return first, lone_unit(text, after)
    if last + 1 != len(text) or not is_imaginary_unit(text[last]):
        raise value_error(MALFORMED)
    assert last >= 0
    return first, float_of(text[after:last])


def lone_unit(text, i):
    """The value of [sign]j at the end of the text."""
    value = 1.0
    if i < len(text) and (text[i] == '+' or text[i] == '-'):
        if text[i] == '-':
            value = -1.0
        i += 1
    if i + 1 != len(text) or not is_imaginary_unit(text[i]):
        raise value_error(MALFORMED)
    return value
