"""Floats from text and to text: float(), repr, hex and fromhex."""

import math

from rpython.rlib.rstring import replace
from rpython.rlib import rfloat
from rpython.rlib.rarithmetic import r_uint
from rpython.rlib.rstring import StringBuilder

from interpreter.errors import overflow_error, type_error, value_error
from interpreter.objects.intstr import bytes_of, digit_value, is_c_space, shorten


def float_repr(x):
    """The shortest text that reads back as x."""
    return rfloat.formatd(x, 'r', 0, rfloat.DTSF_ADD_DOT_0)


def parse_decimal(text):
    """The nearest float of a well-formed decimal number; infinity past the range."""
    return rfloat.rstring_to_float(text)


# ____________________________________________________________
# float()


def float_from_object(w_x):
    """float(x) as an RPython float."""
    from interpreter.objects.float import W_Float
    from interpreter.objects.int import W_AbstractInt
    from interpreter.objects.str import W_Str
    if type(w_x) is W_Float:
        return w_x.floatval
    if type(w_x) is W_Str:
        return float_from_str(w_x)
    w_result = w_x.op_float()
    if w_result is not None:
        if not isinstance(w_result, W_Float):
            raise type_error("%s.__float__ returned non-float (type %s)" % (w_x.gettype().name, w_result.gettype().name))
        if type(w_result) is not W_Float:
            from interpreter.objects.warning import warn_deprecated
            warn_deprecated("%s.__float__ returned non-float (type %s).  The ability to return an instance of a strict subclass "
                            "of float is deprecated, and may be removed in a future version of Python." % (
                                w_x.gettype().name, w_result.gettype().name))
        return w_result.floatval
    w_result = w_x.op_index()
    if w_result is not None:
        if not isinstance(w_result, W_AbstractInt):
            raise type_error("__index__ returned non-int (type %s)" % w_result.gettype().name)
        return w_result.as_float()
    if isinstance(w_x, W_Float):
        return w_x.floatval
    if isinstance(w_x, W_Str):
        return float_from_str(w_x)
    data = bytes_of(w_x)
    if data is None:
        data = w_x.buffer_str()
        if data is None:
            raise type_error("float() argument must be a string or a real number, not '%s'" % w_x.gettype().name)
    return float_from_text(data, w_x)


def float_from_str(w_str):
    text = w_str._utf8
    if not w_str.is_ascii():
        from interpreter.unicode.numeric import to_ascii_digits
        text = to_ascii_digits(text)
    return float_from_text(text, w_str)


def float_from_text(text, w_original):
    """The float that ASCII text spells; w_original is shown in the error."""
    start, end = 0, len(text)
    while start < end and is_c_space(text[start]):
        start += 1
    while end > start and is_c_space(text[end - 1]):
        end -= 1
    assert end >= 0
    text = remove_underscores(text[start:end])
    if text is not None:
        after = scan_float(text, 0)
        if after == len(text) and after > 0:
            return float_of(text)
    from interpreter import ops
    raise value_error("could not convert string to float: %s" % shorten(ops.repr_w(w_original), 200))


def remove_underscores(text):
    """The text without its underscores; None unless each stands between two digits."""
    if text.find('_') < 0:
        return text
    previous = ' '
    for i in range(len(text)):
        c = text[i]
        if c == '_':
            if not '0' <= previous <= '9':
                return None
            if i + 1 == len(text) or not '0' <= text[i + 1] <= '9':
                return None
        previous = c
    return replace(text, '_', '')


def skip_digits(text, i):
    while i < len(text) and '0' <= text[i] <= '9':
        i += 1
    return i


def scan_float(text, start):
    """The offset after the longest float literal (with sign, inf and nan) that starts there; `start` if there is none."""
    i = start
    if i < len(text) and (text[i] == '+' or text[i] == '-'):
        i += 1
    if i < len(text) and not '0' <= text[i] <= '9' and text[i] != '.':
        return special_end(text, start, i)
    digits = i
    i = skip_digits(text, i)
    count = i - digits
    if i < len(text) and text[i] == '.':
        after = skip_digits(text, i + 1)
        count += after - i - 1
        i = after
    if count == 0:
        return start
    if i < len(text) and (text[i] == 'e' or text[i] == 'E'):
        j = i + 1
        if j < len(text) and (text[j] == '+' or text[j] == '-'):
            j += 1
        after = skip_digits(text, j)
        if after > j:
            i = after
    return i


def special_end(text, start, i):
    """The offset after inf, infinity or nan at i, else start."""
    if starts_with_word(text, i, 'infinity'):
        return i + 8
    if starts_with_word(text, i, 'inf') or starts_with_word(text, i, 'nan'):
        return i + 3
    return start


def starts_with_word(text, i, word):
    """Does text have the lower-case word at i, in any case?"""
    if i + len(word) > len(text):
        return False
    for k in range(len(word)):
        if ord(text[i + k]) | 0x20 != ord(word[k]):
            return False
    return True


def float_of(text):
    """The float of text that scan_float accepts."""
    i = 1 if text[0] == '+' or text[0] == '-' else 0
    c = ord(text[i]) | 0x20
    if c == ord('i'):
        return -rfloat.INFINITY if text[0] == '-' else rfloat.INFINITY
    if c == ord('n'):
        return math.copysign(rfloat.NAN, -1.0 if text[0] == '-' else 1.0)    # the constant's own sign is any
    return parse_decimal(text)


# ____________________________________________________________
# hexadecimal


def float_to_hex(x):
    """float.hex()"""
    if rfloat.isnan(x):
        return 'nan'
    negative = math.copysign(1.0, x) < 0.0
    if rfloat.isinf(x):
        return '-inf' if negative else 'inf'
    sign = '-' if negative else ''
    if x == 0.0:
        return sign + '0x0.0p+0'
    mantissa, exponent = math.frexp(abs(x))
    shift = 1 - max(-1021 - exponent, 0)          # one binary digit before the point; none if subnormal
    mantissa = math.ldexp(mantissa, shift)
    exponent -= shift
    builder = StringBuilder(24)
    builder.append(sign)
    builder.append('0x')
    whole = int(mantissa)
    builder.append('0123456789abcdef'[whole])
    mantissa -= float(whole)
    builder.append('.')
    for i in range(13):
        mantissa *= 16.0
        digit = int(mantissa)
        builder.append('0123456789abcdef'[digit])
        mantissa -= float(digit)
    builder.append('p')
    builder.append('-' if exponent < 0 else '+')
    builder.append(str(abs(exponent)))
    return builder.build()


INVALID_HEX = "invalid hexadecimal floating-point string"
TOO_LARGE_HEX = "hexadecimal value too large to represent as a float"


def float_from_hex(text):
    """float.fromhex(): rounds half to even."""
    i, end = 0, len(text)
    while i < end and is_c_space(text[i]):
        i += 1
    while end > i and is_c_space(text[end - 1]):
        end -= 1
    start = i
    negative = False
    if i < end and (text[i] == '+' or text[i] == '-'):
        negative = text[i] == '-'
        i += 1
    if special_end(text, start, i) == end and end > i:
        value = rfloat.INFINITY if ord(text[i]) | 0x20 == ord('i') else rfloat.NAN
    else:
        value = hex_magnitude(text, i, end)
    return -value if negative else value


def hex_magnitude(text, i, end):
    """The value of [0x]hex[.hex][p[sign]digits] in text[i:end]."""
    if i + 1 < end and text[i] == '0' and ord(text[i + 1]) | 0x20 == ord('x'):
        i += 2
    # 60 bits of the digits go to `bits`, what follows is only sticky
    bits = r_uint(0)
    sticky = False
    count = 0
    exponent = 0
    seen_point = False
    while i < end:
        c = text[i]
        if c == '.':
            if seen_point:
                raise value_error(INVALID_HEX)
            seen_point = True
        else:
            digit = digit_value(c)
            if digit > 15:
                break
            count += 1
            if bits >> 56 == 0:
                bits = bits << 4 | r_uint(digit)
                if seen_point:
                    exponent -= 4
            else:
                if digit:
                    sticky = True
                if not seen_point:
                    exponent += 4
        i += 1
    if count == 0:
        raise value_error(INVALID_HEX)
    if i < end and ord(text[i]) | 0x20 == ord('p'):
        i += 1
        negative = False
        if i < end and (text[i] == '+' or text[i] == '-'):
            negative = text[i] == '-'
            i += 1
        if i == end:
            raise value_error(INVALID_HEX)
        given = 0
        while i < end and '0' <= text[i] <= '9':
            if given < 1 << 50:
                given = given * 10 + ord(text[i]) - ord('0')
            i += 1
        exponent += -given if negative else given
    if i != end:
        raise value_error(INVALID_HEX)
    return scaled(bits, sticky, exponent)


def scaled(bits, sticky, exponent):
    """bits * 2 ** exponent, rounded to the nearest float; sticky: a little more than bits."""
    if bits == r_uint(0):
        return 0.0
    length = 64
    while not bits >> (length - 1):
        length -= 1
    top = length + exponent                       # 2 ** (top - 1) <= value < 2 ** top
    if top > 1024:
        raise overflow_error(TOO_LARGE_HEX)
    if top < -1075:
        return 0.0
    drop = max(length - 53, -1074 - exponent)     # bits below the last one of the result
    if drop > 0:
        if drop > 63:
            return 0.0
        half = r_uint(1) << (drop - 1)
        rest = bits & ((half << 1) - 1)
        bits = bits >> drop
        exponent += drop
        if rest > half or (rest == half and (sticky or bits & 1)):
            bits += 1
    value = float(bits)
    if top == 1024 and value == 9007199254740992.0:
        raise overflow_error(TOO_LARGE_HEX)
    return math.ldexp(value, exponent)
