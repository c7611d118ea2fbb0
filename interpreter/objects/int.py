"""int and bool: W_Int is a machine word, W_Long holds any other value.

W_AbstractInt is the class behind the type `int`; a value that fits a machine word is always a W_Int, so that equal ints never have
different representations.  A Python subclass of int has a user class over each of W_Int and W_Long.

The slots are written twice, on W_Int and W_Long; W_AbstractInt has dispatchers of the same names, which are what `int.__add__` and its
like call, whatever the subclass of the object overrides.
"""

from rpython.rlib.objectmodel import dont_inline
from rpython.rlib.rarithmetic import LONG_BIT, intmask, ovfcheck, r_uint
from rpython.rlib.rbigint import rbigint

from interpreter.errors import overflow_error, type_error, value_error, zero_division_error
from interpreter.gateway import classmethod_, getter, method, new
from interpreter.objects.root import W_Root, w_NotImplemented
from interpreter.typedef import TypeDef

HASH_BITS = 61
HASH_MODULUS = (1 << HASH_BITS) - 1      # sys.hash_info.modulus: a Mersenne prime
EXACT_FLOAT = 1 << 53                    # ints up to here are floats exactly


class W_AbstractInt(W_Root):
    """Any Python int, bool included."""
    _attrs_ = ()

    def as_bigint(self):
        """The value as an rbigint."""
        raise NotImplementedError

    def as_float(self):
        """The nearest float; OverflowError if out of range."""
        raise NotImplementedError

    def sign(self):
        """-1, 0 or 1."""
        raise NotImplementedError

    def exact(self):
        """The same value as an exact int."""
        raise NotImplementedError

    # ---- construction

    @new('(cls, x=?, /, base=?)')
    def descr_new(w_cls, w_x, w_base):
        from interpreter.objects.intstr import int_new
        if w_cls is W_Bool.typedef.w_type:
            raise type_error("int.__new__(bool) is not safe, use bool.__new__()")
        return subtype_int(w_cls, int_new(w_x, w_base))

    @classmethod_('from_bytes(type, bytes, byteorder="big", *, signed: bool=False)')
    def m_from_bytes(w_cls, w_bytes, w_byteorder, signed):
        """The int that bytes spell in base 256."""
        from interpreter import ops
        from interpreter.objects.byteargs import bytes_from_object
        byteorder = check_byteorder(ops.text_w(w_byteorder))
        data = bytes_from_object(w_bytes)
        w_value = newbigint(rbigint.frombytes(data, byteorder, signed))
        if w_cls is W_AbstractInt.typedef.w_type:
            return w_value
        return w_cls.call1(w_value)

    @method('to_bytes(self, length: int=1, byteorder="big", *, signed: bool=False)')
    def m_to_bytes(self, length, w_byteorder, signed):
        """Its value as bytes in base 256; two's complement if signed."""
        from interpreter import ops
        from interpreter.objects.bytes import newbytes
        byteorder = check_byteorder(ops.text_w(w_byteorder))
        if length < 0:
            raise value_error("length argument must be non-negative")
        if not signed and self.sign() < 0:
            raise overflow_error("can't convert negative int to unsigned")
        if length == 0:
            if self.sign() != 0:
                raise overflow_error("int too big to convert")
            return newbytes('')
        try:
            return newbytes(self.as_bigint().tobytes(length, byteorder, signed))
        except OverflowError:
            raise overflow_error("int too big to convert")

    # ---- methods

    @method('conjugate(self, /)')
    def m_conjugate(self):
        """The complex conjugate."""
        return self.exact()

    @method('bit_length(self, /) -> int')
    def m_bit_length(self):
        """The number of bits of the absolute value."""
        return bit_length(self)

    @method('bit_count(self, /) -> int')
    def m_bit_count(self):
        """The number of ones among the bits of the absolute value."""
        if isinstance(self, W_Int):
            value = r_uint(self.intval)
            if self.intval < 0:
                value = -value
            return count_bits(value)
        num = self.as_bigint()
        count = 0
        for i in range(num.numdigits()):
            count += count_bits(r_uint(num.digit(i)))
        return count

    @method('as_integer_ratio(self, /)')
    def m_as_integer_ratio(self):
        """Numerator and denominator of the exact value, in lowest terms."""
        from interpreter.objects.tuple import newtuple
        return newtuple([self.exact(), newint(1)])

    @method('__trunc__(self, /)')
    def m_trunc(self):
        """The int nearest to it towards zero."""
        return self.exact()

    @method('__floor__(self, /)')
    def m_floor(self):
        """The greatest int that is not above it."""
        return self.exact()

    @method('__ceil__(self, /)')
    def m_ceil(self):
        """The least int that is not below it."""
        return self.exact()

    @method('__round__(self, ndigits=?, /)')
    def m_round(self, w_ndigits):
        """The nearest multiple of 10 ** -ndigits, halves going to the even one."""
        if w_ndigits is None:
            return self.exact()
        return round_int(self, w_ndigits)

    @method('__getnewargs__(self, /)')
    def m_getnewargs(self):
        from interpreter.objects.tuple import newtuple
        return newtuple([self.exact()])

    @method('__sizeof__(self, /) -> int')
    def m_sizeof(self):
        """Its size in memory, in bytes."""
        if isinstance(self, W_Int):
            return 16
        return 48 + 8 * self.as_bigint().numdigits()

    @getter('real', doc="The real part.")
    def get_real(self):
        return self.exact()

    @getter('imag', doc="The imaginary part.")
    def get_imag(self):
        return newint(0)

    @getter('numerator', doc="The number itself.")
    def get_numerator(self):
        return self.exact()

    @getter('denominator', doc="1.")
    def get_denominator(self):
        return newint(1)

    # ---- slots that do not depend on the representation

    def op_int(self):
        return self.exact()

    def op_index(self):
        return self.exact()

    def op_float(self):
        from interpreter.objects.float import newfloat
        return newfloat(self.as_float())

    def op_pos(self):
        return self.exact()

    def op_format(self, spec):
        from interpreter.objects.format import format_int
        return format_int(self, spec)

    def op_rpow(self, w_other):
        if isinstance(w_other, W_AbstractInt):
            return W_AbstractInt.op_pow(w_other, self)
        return w_NotImplemented

    def op_pow3(self, w_other, w_modulus):
        if not isinstance(w_other, W_AbstractInt) or not isinstance(w_modulus, W_AbstractInt):
            return pow3_of_others(w_other, w_modulus)
        return pow_mod(self, w_other, w_modulus)


class W_Int(W_AbstractInt):
    """An int that fits a machine word."""
    _attrs_ = ['intval']
    _immutable_fields_ = ['intval']

    def __init__(self, intval):
        self.intval = intval

    def __repr__(self):
        """For people debugging untranslated code."""
        return '%s(%d)' % (self.__class__.__name__, self.intval)

    def as_bigint(self):
        return rbigint.fromint(self.intval)

    def as_float(self):
        return float(self.intval)

    def sign(self):
        value = self.intval
        return -1 if value < 0 else (1 if value > 0 else 0)

    def exact(self):
        if type(self) is W_Int:
            return self
        return newint(self.intval)

    # ---- conversions

    def op_bool(self):
        return self.intval != 0

    def op_hash(self):
        return hash_int(self.intval)

    def op_repr(self):
        from interpreter.objects.str import newascii
        return newascii(str(self.intval))

    # ---- unary operators

    def op_neg(self):
        try:
            return newint(ovfcheck(-self.intval))
        except OverflowError:
            return W_Long(rbigint.fromint(self.intval).neg())

    def op_invert(self):
        return newint(~self.intval)

    def op_abs(self):
        if self.intval < 0:
            return W_Int.op_neg(self)
        return self.exact()

    # ---- binary operators

    def op_add(self, w_other):
        if isinstance(w_other, W_Int):
            x, y = self.intval, w_other.intval
            try:
                return newint(ovfcheck(x + y))
            except OverflowError:
                return W_Long(rbigint.fromint(x).int_add(y))
        if isinstance(w_other, W_Long):
            return newbigint(w_other.num.int_add(self.intval))
        return w_NotImplemented

    def op_sub(self, w_other):
        if isinstance(w_other, W_Int):
            x, y = self.intval, w_other.intval
            try:
                return newint(ovfcheck(x - y))
            except OverflowError:
                return W_Long(rbigint.fromint(x).int_sub(y))
        if isinstance(w_other, W_Long):
            return newbigint(rbigint.fromint(self.intval).sub(w_other.num))
        return w_NotImplemented

    def op_mul(self, w_other):
        if isinstance(w_other, W_Int):
            x, y = self.intval, w_other.intval
            try:
                return newint(ovfcheck(x * y))
            except OverflowError:
                return W_Long(rbigint.fromint(x).int_mul(y))
        if isinstance(w_other, W_Long):
            return newbigint(w_other.num.int_mul(self.intval))
        return w_NotImplemented

    def op_floordiv(self, w_other):
        if isinstance(w_other, W_Int):
            y = w_other.intval
            if y == 0:
                raise zero_division_error("integer division or modulo by zero")
            if y == -1:
                return W_Int.op_neg(self)
            return newint(self.intval // y)
        if isinstance(w_other, W_Long):
            return newbigint(self.as_bigint().floordiv(w_other.num))
        return w_NotImplemented

    def op_mod(self, w_other):
        if isinstance(w_other, W_Int):
            y = w_other.intval
            if y == 0:
                raise zero_division_error("integer modulo by zero")
            if y == -1:
                return newint(0)
            return newint(self.intval % y)
        if isinstance(w_other, W_Long):
            return newbigint(self.as_bigint().mod(w_other.num))
        return w_NotImplemented

    def op_divmod(self, w_other):
        from interpreter.objects.tuple import newtuple
        if isinstance(w_other, W_Int):
            x, y = self.intval, w_other.intval
            if y == 0:
                raise zero_division_error("integer division or modulo by zero")
            if y == -1:
                return newtuple([W_Int.op_neg(self), newint(0)])
            return newtuple([newint(x // y), newint(x % y)])
        if isinstance(w_other, W_Long):
            return divmod_big(self.as_bigint(), w_other.num)
        return w_NotImplemented

    def op_truediv(self, w_other):
        from interpreter.objects.float import newfloat
        if isinstance(w_other, W_Int):
            x, y = self.intval, w_other.intval
            if y == 0:
                raise zero_division_error("division by zero")
            if -EXACT_FLOAT <= x <= EXACT_FLOAT and -EXACT_FLOAT <= y <= EXACT_FLOAT:
                return newfloat(float(x) / float(y))
        elif not isinstance(w_other, W_Long):
            return w_NotImplemented
        return truediv_big(self.as_bigint(), w_other.as_bigint())

    def op_pow(self, w_other):
        if isinstance(w_other, W_Int):
            x, y = self.intval, w_other.intval
            if y < 0:
                return pow_negative(self, w_other)
            try:
                return newint(pow_word(x, y))
            except OverflowError:
                return newbigint(rbigint.fromint(x).pow(rbigint.fromint(y)))
        if isinstance(w_other, W_Long):
            return pow_big(self, w_other)
        return w_NotImplemented

    def op_lshift(self, w_other):
        if isinstance(w_other, W_Int):
            x, y = self.intval, w_other.intval
            if y < 0:
                raise value_error("negative shift count")
            if x == 0:
                return newint(0)
            if y < LONG_BIT:
                try:
                    return newint(ovfcheck(x << y))
                except OverflowError:
                    pass
            return newbigint(shift_left(rbigint.fromint(x), y))
        if isinstance(w_other, W_Long):
            return lshift_by_long(self, w_other)
        return w_NotImplemented

    def op_rshift(self, w_other):
        if isinstance(w_other, W_Int):
            x, y = self.intval, w_other.intval
            if y < 0:
                raise value_error("negative shift count")
            if y >= LONG_BIT:
                return newint(-1 if x < 0 else 0)
            return newint(x >> y)
        if isinstance(w_other, W_Long):
            return rshift_by_long(self, w_other)
        return w_NotImplemented

    def op_and(self, w_other):
        if isinstance(w_other, W_Int):
            return newint(self.intval & w_other.intval)
        if isinstance(w_other, W_Long):
            return newbigint(w_other.num.and_(self.as_bigint()))
        return w_NotImplemented

    def op_or(self, w_other):
        if isinstance(w_other, W_Int):
            return newint(self.intval | w_other.intval)
        if isinstance(w_other, W_Long):
            return newbigint(w_other.num.or_(self.as_bigint()))
        return w_NotImplemented

    def op_xor(self, w_other):
        if isinstance(w_other, W_Int):
            return newint(self.intval ^ w_other.intval)
        if isinstance(w_other, W_Long):
            return newbigint(w_other.num.xor(self.as_bigint()))
        return w_NotImplemented


class W_Long(W_AbstractInt):
    """An int that does not fit a machine word."""
    _attrs_ = ['num']
    _immutable_fields_ = ['num']

    def __init__(self, num):
        self.num = num

    def __repr__(self):
        """For people debugging untranslated code."""
        return '%s(%s)' % (self.__class__.__name__, self.num.str())

    def as_bigint(self):
        return self.num

    def as_float(self):
        try:
            return self.num.tofloat()
        except OverflowError:
            raise overflow_error("int too large to convert to float")

    def sign(self):
        return self.num.sign

    def exact(self):
        if type(self) is W_Long:
            return self
        return W_Long(self.num)

    # ---- conversions

    def op_bool(self):
        return True

    def op_hash(self):
        return hash_bigint(self.num)

    def op_repr(self):
        from interpreter.objects.intstr import bigint_to_decimal
        from interpreter.objects.str import newascii
        return newascii(bigint_to_decimal(self.num))

    # ---- unary operators

    def op_neg(self):
        return newbigint(self.num.neg())

    def op_invert(self):
        return newbigint(self.num.invert())

    def op_abs(self):
        if self.num.sign < 0:
            return newbigint(self.num.neg())
        return self.exact()

    # ---- binary operators

    def op_add(self, w_other):
        if isinstance(w_other, W_Int):
            return newbigint(self.num.int_add(w_other.intval))
        if isinstance(w_other, W_Long):
            return newbigint(self.num.add(w_other.num))
        return w_NotImplemented

    def op_sub(self, w_other):
        if isinstance(w_other, W_Int):
            return newbigint(self.num.int_sub(w_other.intval))
        if isinstance(w_other, W_Long):
            return newbigint(self.num.sub(w_other.num))
        return w_NotImplemented

    def op_mul(self, w_other):
        if isinstance(w_other, W_Int):
            return newbigint(self.num.int_mul(w_other.intval))
        if isinstance(w_other, W_Long):
            return newbigint(self.num.mul(w_other.num))
        return w_NotImplemented

    def op_floordiv(self, w_other):
        if isinstance(w_other, W_AbstractInt):
            if w_other.sign() == 0:
                raise zero_division_error("integer division or modulo by zero")
            return newbigint(self.num.floordiv(w_other.as_bigint()))
        return w_NotImplemented

    def op_mod(self, w_other):
        if isinstance(w_other, W_Int):
            if w_other.intval == 0:
                raise zero_division_error("integer modulo by zero")
            return newbigint(self.num.int_mod(w_other.intval))
        if isinstance(w_other, W_Long):
            return newbigint(self.num.mod(w_other.num))
        return w_NotImplemented

    def op_divmod(self, w_other):
        if isinstance(w_other, W_AbstractInt):
            if w_other.sign() == 0:
                raise zero_division_error("integer division or modulo by zero")
            return divmod_big(self.num, w_other.as_bigint())
        return w_NotImplemented

    def op_truediv(self, w_other):
        if isinstance(w_other, W_AbstractInt):
            if w_other.sign() == 0:
                raise zero_division_error("division by zero")
            return truediv_big(self.num, w_other.as_bigint())
        return w_NotImplemented

    def op_pow(self, w_other):
        if isinstance(w_other, W_Int):
            if w_other.intval < 0:
                return pow_negative(self, w_other)
            return newbigint(self.num.pow(w_other.as_bigint()))
        if isinstance(w_other, W_Long):
            return pow_big(self, w_other)
        return w_NotImplemented

    def op_lshift(self, w_other):
        if isinstance(w_other, W_Int):
            if w_other.intval < 0:
                raise value_error("negative shift count")
            return newbigint(shift_left(self.num, w_other.intval))
        if isinstance(w_other, W_Long):
            return lshift_by_long(self, w_other)
        return w_NotImplemented

    def op_rshift(self, w_other):
        if isinstance(w_other, W_Int):
            if w_other.intval < 0:
                raise value_error("negative shift count")
            return newbigint(self.num.rshift(w_other.intval))
        if isinstance(w_other, W_Long):
            return rshift_by_long(self, w_other)
        return w_NotImplemented

    def op_and(self, w_other):
        if isinstance(w_other, W_AbstractInt):
            return newbigint(self.num.and_(w_other.as_bigint()))
        return w_NotImplemented

    def op_or(self, w_other):
        if isinstance(w_other, W_AbstractInt):
            return newbigint(self.num.or_(w_other.as_bigint()))
        return w_NotImplemented

    def op_xor(self, w_other):
        if isinstance(w_other, W_AbstractInt):
            return newbigint(self.num.xor(w_other.as_bigint()))
        return w_NotImplemented


class W_Bool(W_Int):
    """True and False: there is one of each."""
    _attrs_ = ()

    @new('(cls, x=False, /)')
    def descr_new(w_cls, w_x):
        from interpreter import ops
        return newbool(ops.is_true(w_x))

    def op_repr(self):
        from interpreter.objects.str import newascii
        return newascii('True' if self.intval else 'False')

    def op_and(self, w_other):
        if isinstance(w_other, W_Bool):
            return newbool((self.intval & w_other.intval) != 0)
        return W_Int.op_and(self, w_other)

    def op_or(self, w_other):
        if isinstance(w_other, W_Bool):
            return newbool((self.intval | w_other.intval) != 0)
        return W_Int.op_or(self, w_other)

    def op_xor(self, w_other):
        if isinstance(w_other, W_Bool):
            return newbool((self.intval ^ w_other.intval) != 0)
        return W_Int.op_xor(self, w_other)

    def op_rand(self, w_other):
        return W_Int.op_rand(self, w_other)

    def op_ror(self, w_other):
        return W_Int.op_ror(self, w_other)

    def op_rxor(self, w_other):
        return W_Int.op_rxor(self, w_other)


# ____________________________________________________________
# the comparisons, the reflected operators and W_AbstractInt's dispatchers, which are alike


_COMPARE = """
def word_op_{name}(self, w_other):
    if isinstance(w_other, W_Int):
        return newbool(self.intval {symbol} w_other.intval)
    if isinstance(w_other, W_Long):
        return newbool(0 {symbol} w_other.num.sign)
    return w_NotImplemented

def long_op_{name}(self, w_other):
    if isinstance(w_other, W_Long):
        return newbool(self.num.{name}(w_other.num))
    if isinstance(w_other, W_Int):
        return newbool(self.num.sign {symbol} 0)
    return w_NotImplemented
"""

_REFLECTED = """
def op_r{name}(self, w_other):
    if isinstance(w_other, W_AbstractInt):
        return W_AbstractInt.op_{name}(w_other, self)
    return w_NotImplemented
"""

_DISPATCH = """
def op_{name}({parameters}):
    if isinstance(self, W_Int):
        return W_Int.op_{name}({parameters})
    assert isinstance(self, W_Long)
    return W_Long.op_{name}({parameters})
"""


def _define(template, **values):
    namespace = {}
    exec compile(template.format(**values), '<int %s>' % values['name'], 'exec') in globals(), namespace
    return namespace


def _complete_slots():
    for name, symbol in [('lt', '<'), ('le', '<='), ('eq', '=='), ('ne', '!='), ('gt', '>'), ('ge', '>=')]:
        functions = _define(_COMPARE, name=name, symbol=symbol)
        setattr(W_Int, 'op_' + name, functions['word_op_' + name])
        setattr(W_Long, 'op_' + name, functions['long_op_' + name])
        setattr(W_AbstractInt, 'op_' + name, _define(_DISPATCH, name=name, parameters='self, w_other')['op_' + name])
    for name in ['add', 'sub', 'mul', 'floordiv', 'mod', 'divmod', 'truediv', 'pow', 'lshift', 'rshift', 'and', 'or', 'xor']:
        setattr(W_AbstractInt, 'op_' + name, _define(_DISPATCH, name=name, parameters='self, w_other')['op_' + name])
        if name != 'pow':
            setattr(W_AbstractInt, 'op_r' + name, _define(_REFLECTED, name=name)['op_r' + name])
    for name in ['bool', 'hash', 'repr', 'neg', 'invert', 'abs']:
        setattr(W_AbstractInt, 'op_' + name, _define(_DISPATCH, name=name, parameters='self')['op_' + name])


_complete_slots()


W_AbstractInt.typedef = TypeDef('int', W_AbstractInt, doc="The whole numbers: int(number), or int(text, base) with base 0 for a prefix that says it.")

W_AbstractInt._layouts_ = (W_Int, W_Long)
W_Bool.typedef = TypeDef('bool', W_Bool, base=W_AbstractInt.typedef, subclassable=False, doc="True and False: the truth value of an object.")


# ____________________________________________________________
# making ints


class _Prebuilt(object):
    """The ints that exist once: CPython's range, so that `is` gives what people see there."""
    _immutable_fields_ = ['ints[*]']

    def __init__(self):
        self.ints = [W_Int(i) for i in range(SMALL_MIN, SMALL_MAX + 1)]


SMALL_MIN, SMALL_MAX = -5, 256
_prebuilt = _Prebuilt()

w_False = W_Bool(0)
w_True = W_Bool(1)


def newint(intval):
    """The W_Int of a machine word."""
    if SMALL_MIN <= intval <= SMALL_MAX:
        return _prebuilt.ints[intval - SMALL_MIN]
    return W_Int(intval)


def newbigint(num):
    """The int of an rbigint: a W_Int if it fits."""
    try:
        return newint(num.toint())
    except OverflowError:
        return W_Long(num)


def newbool(value):
    """True or False."""
    return w_True if value else w_False


def newint_unsigned(value):
    """The int of an r_uint."""
    if intmask(value) >= 0:
        return newint(intmask(value))
    return W_Long(rbigint.fromrarith_int(value))


def subtype_int(w_cls, w_value):
    """w_value, an exact int, as an instance of w_cls, which is int or a subclass of it."""
    from interpreter.objects.instance import allocate_instance
    if w_cls is W_AbstractInt.typedef.w_type:
        return w_value
    if isinstance(w_value, W_Int):
        w_int = allocate_instance(W_Int, w_cls)
        w_int.intval = w_value.intval
        return w_int
    assert isinstance(w_value, W_Long)
    w_long = allocate_instance(W_Long, w_cls)
    w_long.num = w_value.num
    return w_long


# ____________________________________________________________
# helpers of the operators


def hash_int(value):
    """hash() of a machine word: the value modulo 2**61 - 1 with its sign, never -1."""
    if -HASH_MODULUS < value < HASH_MODULUS:
        return -2 if value == -1 else value
    negative = value < 0
    word = r_uint(value)
    if negative:
        word = -word
    result = intmask(word % r_uint(HASH_MODULUS))
    if negative:
        result = -result
    return -2 if result == -1 else result


def hash_bigint(num):
    """The same for an rbigint, whose digits have 63 bits: 2**63 is 4 modulo 2**61 - 1."""
    modulus = r_uint(HASH_MODULUS)
    x = r_uint(0)
    i = num.numdigits() - 1
    while i >= 0:
        x = ((x << 2) & modulus) | (x >> (HASH_BITS - 2))
        x += num.udigit(i) % modulus
        if x >= modulus:
            x -= modulus
        i -= 1
    result = intmask(x)
    if num.sign < 0:
        result = -result
    return -2 if result == -1 else result


def count_bits(word):
    """Number of ones in an r_uint."""
    word -= (word >> 1) & r_uint(0x5555555555555555)
    word = (word & r_uint(0x3333333333333333)) + ((word >> 2) & r_uint(0x3333333333333333))
    word = (word + (word >> 4)) & r_uint(0x0F0F0F0F0F0F0F0F)
    return intmask((word * r_uint(0x0101010101010101)) >> 56)


def bit_length(w_int):
    if isinstance(w_int, W_Int):
        word = r_uint(w_int.intval)
        if w_int.intval < 0:
            word = -word
        bits = 0
        while word >= r_uint(256):
            bits += 8
            word >>= 8
        while word:
            bits += 1
            word >>= 1
        return bits
    try:
        return w_int.as_bigint().bit_length()
    except OverflowError:
        raise overflow_error("int too large to express in bits")


def check_byteorder(byteorder):
    if byteorder == 'little' or byteorder == 'big':
        return byteorder
    raise value_error("byteorder must be either 'little' or 'big'")


def divmod_big(x, y):
    from interpreter.objects.tuple import newtuple
    quotient, remainder = x.divmod(y)
    return newtuple([newbigint(quotient), newbigint(remainder)])


def truediv_big(x, y):
    """The correctly rounded x / y, y not zero."""
    from interpreter.objects.float import newfloat
    try:
        return newfloat(x.truediv(y))
    except OverflowError:
        raise overflow_error("integer division result too large for a float")


@dont_inline
def _lshift(num, count):
    """rbigint.lshift is always inlined, which a call inside a `try` cannot be."""
    return num.lshift(count)


def shift_left(num, count):
    """num << count."""
    try:
        return _lshift(num, count)
    except (OverflowError, MemoryError):
        raise overflow_error("too many digits in integer")


def lshift_by_long(w_self, w_count):
    if w_count.num.sign < 0:
        raise value_error("negative shift count")
    if w_self.sign() == 0:
        return newint(0)
    raise overflow_error("too many digits in integer")


def rshift_by_long(w_self, w_count):
    if w_count.num.sign < 0:
        raise value_error("negative shift count")
    return newint(-1 if w_self.sign() < 0 else 0)


def pow_word(x, y):
    """x ** y in machine words, y >= 0; OverflowError if it does not fit."""
    result = 1
    while True:
        if y & 1:
            result = ovfcheck(result * x)
        y >>= 1
        if y == 0:
            return result
        x = ovfcheck(x * x)


def pow_negative(w_x, w_y):
    """x ** y for y < 0: in floats."""
    from interpreter.objects.float import float_pow
    return float_pow(w_x.as_float(), w_y.as_float())


def pow_big(w_x, w_y):
    """x ** y for a y past the machine words."""
    if w_y.num.sign < 0:
        return pow_negative(w_x, w_y)
    if isinstance(w_x, W_Int):
        x = w_x.intval
        if x == 0 or x == 1:
            return newint(x)
        if x == -1:
            return newint(-1 if w_y.num.digit(0) & 1 else 1)
    from interpreter.errors import memory_error
    raise memory_error("")


def pow_mod(w_x, w_y, w_modulus):
    """pow(x, y, modulus), with a modular inverse for y < 0."""
    if w_modulus.sign() == 0:
        raise value_error("pow() 3rd argument cannot be 0")
    x, y, modulus = w_x.as_bigint(), w_y.as_bigint(), w_modulus.as_bigint()
    if y.sign < 0:
        y = y.neg()
        x = modular_inverse(x, modulus)
    return newbigint(x.pow(y, modulus))


def pow3_of_others(w_other, w_modulus):
    """pow(int, other, modulus) where one of them is no int: float and complex refuse it in words of their own."""
    from interpreter.objects.complex import W_Complex
    from interpreter.objects.float import W_Float
    if isinstance(w_other, W_Complex) or isinstance(w_modulus, W_Complex):
        raise value_error("complex modulo")
    if isinstance(w_other, W_Float) or isinstance(w_modulus, W_Float):
        raise type_error("pow() 3rd argument not allowed unless all arguments are integers")
    return w_NotImplemented


def modular_inverse(x, modulus):
    """The y with x * y == 1 modulo `modulus`, by the extended Euclidean algorithm; ValueError if there is none."""
    modulus = modulus.abs()
    one = rbigint.fromint(1)
    a, b = x.mod(modulus), modulus
    u, v = one, rbigint.fromint(0)
    while a.tobool():
        quotient, remainder = b.divmod(a)
        b, a = a, remainder
        v, u = u, v.sub(quotient.mul(u))
    if not b.eq(one):
        raise value_error("base is not invertible for the given modulus")
    return v


def round_int(w_self, w_ndigits):
    """round(int, ndigits): to a multiple of 10 ** -ndigits, halves to even."""
    from interpreter import ops
    w_ndigits = ops.index(w_ndigits)
    assert isinstance(w_ndigits, W_AbstractInt)
    if w_ndigits.sign() >= 0:
        return w_self.exact()
    if not isinstance(w_ndigits, W_Int) or -w_ndigits.intval > bit_length(w_self):
        return newint(0)
    num = w_self.as_bigint()
    unit = rbigint.fromint(10).pow(rbigint.fromint(-w_ndigits.intval))
    quotient, remainder = num.divmod(unit)
    twice = remainder.lshift(1)
    if twice.gt(unit) or (twice.eq(unit) and quotient.digit(0) & 1):
        quotient = quotient.int_add(1)
    return newbigint(quotient.mul(unit))
