"""Ints from text and to text: int(), literals, decimal conversion and its limit (CVE-2020-10735)."""

from rpython.rlib.rstring import replace
from rpython.rlib.rarithmetic import ovfcheck
from rpython.rlib.rbigint import rbigint

from interpreter.errors import type_error, value_error
from interpreter.objects.int import W_AbstractInt, W_Int, W_Long, newbigint, newint

DEFAULT_MAX_STR_DIGITS = 4300
MAX_STR_DIGITS_THRESHOLD = 640      # the lowest limit that may be set, and below which nothing is checked


class Limits(object):
    """What sys.set_int_max_str_digits sets; 0 means no limit."""
    def __init__(self):
        self.max_str_digits = DEFAULT_MAX_STR_DIGITS


limits = Limits()


# ____________________________________________________________
# int()


def int_new(w_x, w_base):
    """int(x, base) -> an exact int; absent arguments are None."""
    from interpreter import ops
    from interpreter.objects.bytes import newbytes
    from interpreter.objects.str import W_Str
    if w_x is None:
        if w_base is not None:
            raise type_error("int() missing string argument")
        return newint(0)
    if w_base is None:
        return int_from_object(w_x)
    w_base = ops.index(w_base)
    base = w_base.intval if isinstance(w_base, W_Int) else -1
    if base != 0 and (base < 2 or base > 36):
        raise value_error("int() base must be >= 2 and <= 36, or 0")
    if isinstance(w_x, W_Str):
        return int_from_str(w_x, base)
    data = bytes_of(w_x)
    if data is None:
        raise type_error("int() can't convert non-string with explicit base")
    return int_from_text(data, base, newbytes(data))


def bytes_of(w_x):
    """The content of bytes or bytearray, else None."""
    from interpreter.objects.bytearray import W_ByteArray
    from interpreter.objects.bytes import W_Bytes
    if isinstance(w_x, W_Bytes):
        return w_x._value
    if isinstance(w_x, W_ByteArray):
        return w_x.as_str()
    return None


def int_from_object(w_x):
    """int(x) -> an exact int."""
    from interpreter import ops
    from interpreter.objects.bytes import newbytes
    from interpreter.objects.str import W_Str
    if type(w_x) is W_Int:
        return w_x
    w_result = w_x.op_int()
    if w_result is not None:
        return checked_int(w_result, '__int__')
    w_result = w_x.op_index()
    if w_result is not None:
        return checked_int(w_result, '__index__')
    w_trunc = ops.lookup_special(w_x, '__trunc__')
    if w_trunc is not None:
        from interpreter.objects.warning import warn_deprecated
        warn_deprecated("The delegation of int() to __trunc__ is deprecated.")
        w_result = w_trunc.call0()
        if isinstance(w_result, W_AbstractInt):
            return w_result.exact()
        w_index = w_result.op_index()
        if w_index is None:
            raise type_error("__trunc__ returned non-Integral (type %s)" % w_result.gettype().name)
        return checked_int(w_index, '__index__')
    if isinstance(w_x, W_Str):
        return int_from_str(w_x, 10)
    data = w_x.buffer_str()
    if data is None:
        raise type_error("int() argument must be a string, a bytes-like object or a real number, not '%s'" % w_x.gettype().name)
    return int_from_text(data, 10, newbytes(data))


def checked_int(w_result, name):
    """What a special method returned, as an exact int."""
    if isinstance(w_result, W_AbstractInt):
        if type(w_result) is not W_Int and type(w_result) is not W_Long:
            from interpreter.objects.warning import warn_deprecated
            warn_deprecated("%s returned non-int (type %s).  The ability to return an instance of a strict subclass of int "
                            "is deprecated, and may be removed in a future version of Python." % (
                                name, w_result.gettype().name))
        return w_result.exact()
    raise type_error("%s returned non-int (type %s)" % (name, w_result.gettype().name))


def int_from_str(w_str, base):
    """The int that a W_Str spells."""
    text = w_str._utf8
    if not w_str.is_ascii():
        from interpreter.unicode.numeric import to_ascii_digits
        text = to_ascii_digits(text)
    return int_from_text(text, base, w_str)


def int_from_text(text, base, w_original):
    """The int that ASCII text spells; w_original is shown in the error."""
    w_result = parse_int(text, base)
    if w_result is None:
        from interpreter import ops
        shown = ops.repr_w(w_original)
        raise value_error("invalid literal for int() with base %d: %s" % (base, shorten(shown, 200)))
    return w_result


def shorten(utf8, limit):
    """At most `limit` code points of utf8: what %.200R prints."""
    from interpreter.unicode.utf8 import offset_of
    if len(utf8) <= limit:
        return utf8
    return utf8[:offset_of(utf8, limit)]


# ____________________________________________________________
# digits


def is_c_space(c):
    """isspace() of the C locale."""
    return c == ' ' or '\t' <= c <= '\r'


def digit_value(c):
    """The value of an ASCII digit or letter as a digit; 99 for others."""
    if '0' <= c <= '9':
        return ord(c) - ord('0')
    if 'a' <= c <= 'z':
        return ord(c) - ord('a') + 10
    if 'A' <= c <= 'Z':
        return ord(c) - ord('A') + 10
    return 99


def parse_int(text, base):
    """The int that `text` spells, with surrounding white space, sign, prefix and underscores as int() allows; None if it is none."""
    start, end = 0, len(text)
    while start < end and is_c_space(text[start]):
        start += 1
    while end > start and is_c_space(text[end - 1]):
        end -= 1
    negative = False
    if start < end and (text[start] == '-' or text[start] == '+'):
        negative = text[start] == '-'
        start += 1
    if start == end:
        return None
    prefixed = False
    if text[start] == '0' and start + 1 < end:
        prefix = prefix_base(text[start + 1])
        if prefix != 0 and (base == 0 or base == prefix):
            base = prefix
            start += 2
            prefixed = True
            if start < end and text[start] == '_':
                start += 1
    if base == 0:
        base = 10
        if text[start] == '0':         # no leading zeros, so that nobody means octal; zero itself may have them
            for i in range(start, end):
                if text[i] != '0' and text[i] != '_':
                    return None
    digits = digits_only(text, start, end, base)
    if digits is None:
        return None
    return int_from_digits(digits, base, negative)


def prefix_base(c):
    """The base that 0x, 0o or 0b stands for, else 0."""
    if c == 'x' or c == 'X':
        return 16
    if c == 'o' or c == 'O':
        return 8
    if c == 'b' or c == 'B':
        return 2
    return 0


def digits_only(text, start, end, base):
    """text[start:end] without its underscores; None unless it is digits, with single underscores between them."""
    if start >= end:
        return None
    underscores = 0
    previous = '_'
    for i in range(start, end):
        c = text[i]
        if c == '_':
            if previous == '_':
                return None
            underscores += 1
        elif digit_value(c) >= base:
            if i - start - underscores > 0:
                check_parse_limit(i - start - underscores, base)
            return None
        previous = c
    if previous == '_':
        return None
    check_parse_limit(end - start - underscores, base)
    assert 0 <= start <= end
    if underscores:
        return replace(text[start:end], '_', '')
    return text[start:end]


def check_parse_limit(count, base):
    """ValueError if `count` digits are more than the limit allows; bases that are powers of two have none."""
    if base & (base - 1) and count > MAX_STR_DIGITS_THRESHOLD and 0 < limits.max_str_digits < count:
        raise value_error("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "
                          "use sys.set_int_max_str_digits() to increase the limit" % (limits.max_str_digits, count))


def int_from_digits(digits, base, negative):
    """The int of plain digits."""
    value = 0
    try:
        for c in digits:
            value = ovfcheck(ovfcheck(value * base) + digit_value(c))
    except OverflowError:
        num = bigint_from_digits(digits, 0, len(digits), base)
        return newbigint(num.neg() if negative else num)
    return newint(-value if negative else value)


LINEAR_DIGITS = 400        # past this many digits, halving and multiplying (Karatsuba) is faster


def bigint_from_digits(digits, start, end, base):
    if end - start <= LINEAR_DIGITS:
        num = rbigint.fromint(0)
        i = start
        while i < end:
            value, scale = 0, 1
            while i < end and scale < (1 << 56):
                value = value * base + digit_value(digits[i])
                scale *= base
                i += 1
            num = num.int_mul(scale).int_add(value)
        return num
    middle = (start + end) // 2
    high = bigint_from_digits(digits, start, middle, base)
    low = bigint_from_digits(digits, middle, end, base)
    bits = prefix_bits(base)
    if bits:
        high = high.lshift(bits * (end - middle))
    else:
        high = high.mul(rbigint.fromint(base).pow(rbigint.fromint(end - middle)))
    return high.add(low)


def prefix_bits(base):
    """log2 of a base that is a power of two, else 0."""
    for bits in range(1, 6):
        if base == 1 << bits:
            return bits
    return 0


def bigint_to_decimal(num):
    """Its decimal digits; ValueError past the limit."""
    limit = limits.max_str_digits
    if limit > 0:
        bits = num.bit_length()
        if bits > MAX_STR_DIGITS_THRESHOLD * 3 and bits // 10 * 3 > limit + 1:      # log10(2) > 0.3
            raise_decimal_limit()
        text = num.str()
        count = len(text)
        if num.sign < 0:
            count -= 1
        if count > limit:
            raise_decimal_limit()
        return text
    return num.str()


def raise_decimal_limit():
    raise value_error("Exceeds the limit (%d digits) for integer string conversion; "
                      "use sys.set_int_max_str_digits() to increase the limit" % limits.max_str_digits)


BASE2, BASE8, BASE16 = '01', '01234567', '0123456789abcdef'


def int_to_base(w_int, bits):
    """The digits of abs(w_int) in base 2 ** bits, bits being 1, 3 or 4."""
    if isinstance(w_int, W_Int):
        value = w_int.intval
        if value >= 0:
            return word_to_base(value, bits)
    num = w_int.as_bigint().abs()
    if bits == 1:
        return num.format(BASE2)
    if bits == 3:
        return num.format(BASE8)
    return num.format(BASE16)


def word_to_base(value, bits):
    if value == 0:
        return str(value)        # a string to the annotator, where '0' is a character
    mask = (1 << bits) - 1
    buffer = ['\0'] * 64
    i = 64
    while value:
        i -= 1
        buffer[i] = BASE16[value & mask]
        value >>= bits
    assert i >= 0
    return ''.join(buffer[i:])


def int_to_decimal(w_int):
    """str(int) as RPython str."""
    if isinstance(w_int, W_Int):
        return str(w_int.intval)
    return bigint_to_decimal(w_int.as_bigint())
