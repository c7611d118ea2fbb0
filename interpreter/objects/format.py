"""The format specification mini-language: format(x, spec) of str, int, float and complex.

    [[fill]align][sign][z][#][0][width][grouping][.precision][type]

    formatspec.Spec       the parsed specification
    format_str, format_int, format_float, format_complex: object and spec (UTF-8) -> W_Str
"""

import math

from rpython.rlib import rfloat
from rpython.rlib.rstring import StringBuilder

from interpreter.errors import overflow_error, value_error
from interpreter.objects.formatspec import parse_spec
from interpreter.unicode import utf8

FLOAT_TYPES = 'eEfFgGn%'
MAX_PRECISION = 2147483647


def shown_code(code):
    """A presentation type in an error message."""
    if 32 < code < 128:
        return chr(code)
    digits = ''
    while code:
        digits = '0123456789abcdef'[code & 15] + digits
        code >>= 4
    return '\\x' + digits


def unknown_code(spec, w_obj):
    return value_error("Unknown format code '%s' for object of type '%s'" % (shown_code(spec.type), w_obj.gettype().name))


def is_type(code, chars):
    return code < 128 and chars.find(chr(code)) >= 0


# ____________________________________________________________
# str


def format_str(w_str, text):
    """format(str, spec)"""
    from interpreter import ops
    from interpreter.objects.str import W_Str
    if len(text) == 0:
        return ops.str(w_str)
    spec = parse_spec(text, '<', w_str)
    if spec.type != 0 and spec.type != ord('s'):
        raise unknown_code(spec, w_str)
    if spec.sign == ' ':
        raise value_error("Space not allowed in string format specifier")
    if spec.sign != '\0':
        raise value_error("Sign not allowed in string format specifier")
    if spec.no_negative_zero:
        raise value_error("Negative zero coercion (z) not allowed in string format specifier")
    if spec.alternate:
        raise value_error("Alternate form (#) not allowed in string format specifier")
    if spec.align == '=':
        raise value_error("'=' alignment not allowed in string format specifier")
    content, length = w_str._utf8, w_str._length
    precision = spec.precision
    if 0 <= precision < length:
        content = content[:w_str.offset(precision)]
        length = precision
    left, right = spec.margins(spec.width - length)
    if left == 0 and right == 0:
        return w_str if length == w_str._length else W_Str(content, length)
    return W_Str(spec.fill * left + content + spec.fill * right, length + left + right)


# ____________________________________________________________
# numbers


def format_int(w_int, text):
    """format(int, spec), also of bool and of subclasses."""
    from interpreter import ops
    from interpreter.objects.intstr import int_to_base, int_to_decimal
    if len(text) == 0:
        return ops.str(w_int)
    spec = parse_spec(text, '>', w_int)
    if is_type(spec.type, FLOAT_TYPES) and spec.type != ord('n'):
        return layout_float(w_int.as_float(), spec, w_int)
    if spec.type != 0 and not is_type(spec.type, 'bcdoxXn'):
        raise unknown_code(spec, w_int)
    if spec.precision >= 0:
        raise value_error("Precision not allowed in integer format specifier")
    if spec.no_negative_zero:
        raise value_error("Negative zero coercion (z) not allowed in integer format specifier")
    if spec.type == ord('c'):
        return format_character(w_int, spec)
    negative = w_int.sign() < 0
    prefix = ''
    if spec.type == ord('b'):
        digits = int_to_base(w_int, 1)
        prefix = '0b'
    elif spec.type == ord('o'):
        digits = int_to_base(w_int, 3)
        prefix = '0o'
    elif spec.type == ord('x'):
        digits = int_to_base(w_int, 4)
        prefix = '0x'
    elif spec.type == ord('X'):
        digits = int_to_base(w_int, 4).upper()
        prefix = '0X'
    else:
        digits = int_to_decimal(w_int)
        if negative:
            digits = digits[1:]
    if not spec.alternate:
        prefix = ''
    return layout_number(spec, negative, prefix, digits, '')


def format_character(w_int, spec):
    """The presentation type c."""
    from interpreter.objects.int import W_Int
    if spec.sign != '\0':
        raise value_error("Sign not allowed with integer format specifier 'c'")
    if spec.alternate:
        raise value_error("Alternate form (#) not allowed with integer format specifier 'c'")
    if not isinstance(w_int, W_Int):
        raise overflow_error("Python int too large to convert to C long")
    if not 0 <= w_int.intval <= utf8.MAX_CODE:
        raise overflow_error("%c arg not in range(0x110000)")
    return layout_number(spec, False, '', '', utf8.encode(w_int.intval))


def format_float(w_float, text):
    """format(float, spec)"""
    from interpreter import ops
    if len(text) == 0:
        return ops.str(w_float)
    return layout_float(w_float.floatval, parse_spec(text, '>', w_float), w_float)


def layout_float(x, spec, w_obj):
    if spec.type != 0 and not is_type(spec.type, FLOAT_TYPES):
        raise unknown_code(spec, w_obj)
    check_precision(spec)
    percent = spec.type == ord('%')
    if percent:
        x *= 100.0
    text = float_text(x, spec, True)
    negative = text[0] == '-'
    if negative:
        text = text[1:]
    count = leading_digits(text)
    assert count >= 0
    rest = text[count:]
    if percent:
        rest += '%'
    return layout_number(spec, negative, '', text[:count], rest)


def check_precision(spec):
    if spec.precision > MAX_PRECISION:
        raise value_error("precision too big")


def float_text(x, spec, dot_zero):
    """The number with its sign, without padding or grouping; dot_zero: a plain whole number ends in '.0'."""
    flags = rfloat.DTSF_ALT if spec.alternate else 0
    precision = spec.precision
    if spec.type == 0:
        if dot_zero:
            flags |= rfloat.DTSF_ADD_DOT_0
        if precision < 0:
            kind = 'r'
            precision = 0
        else:
            kind = 'g'
    else:
        kind = chr(spec.type)
        if kind == 'n':
            kind = 'g'
        elif kind == '%':
            kind = 'f'
        if precision < 0:
            precision = 6
    text = format_double(x, kind, precision, flags)
    if spec.no_negative_zero and text[0] == '-' and is_zero_text(text):
        return text[1:]
    return text


def format_double(x, kind, precision, flags):
    """x as %kind with the precision; kind r is repr."""
    if kind == 'g' or kind == 'G':
        return general_double(x, kind, precision, flags)
    if precision > 5000 and kind != 'r' and -1e308 < x < 1e308:
        return long_double(x, kind, precision, flags)
    return rfloat.formatd(x, kind, precision, flags)


LONGEST = 1100       # no float has more digits after the point


def long_double(x, kind, precision, flags):
    """The same for a huge precision: past some digits all are zeros."""
    text = rfloat.formatd(x, kind, LONGEST, flags)
    zeros = '0' * (precision - LONGEST)
    at = text.find('e' if kind == 'e' else 'E')
    if at >= 0:
        return text[:at] + zeros + text[at:]
    return text + zeros


def general_double(x, kind, precision, flags):
    """x as %g.  Zeros at the end are taken away here: rpython's dtoa leaves them where it has a quick way to the digits."""
    if flags & rfloat.DTSF_ALT:
        return rfloat.formatd(x, kind, precision, flags)
    text = rfloat.formatd(x, kind, min(precision, LONGEST), flags)
    end = len(text)
    at = text.find('e' if kind == 'g' else 'E')
    if at >= 0:
        end = at
    if text.find('.') < 0:
        return text
    stop = end
    while stop > 0 and text[stop - 1] == '0':
        stop -= 1
    if stop > 0 and text[stop - 1] == '.':
        stop -= 1
        if flags & rfloat.DTSF_ADD_DOT_0 and at < 0:
            stop += 2
    if stop == end:
        return text
    assert stop >= 0 and end >= 0
    return text[:stop] + text[end:]


def is_zero_text(text):
    """Is every digit of the mantissa a zero?"""
    for c in text:
        if c == 'e' or c == 'E':
            break
        if '1' <= c <= '9' or c == 'i' or c == 'I' or c == 'n' or c == 'N':
            return False
    return True


def leading_digits(text):
    i = 0
    while i < len(text) and '0' <= text[i] <= '9':
        i += 1
    return i


def sign_text(spec, negative):
    if negative:
        return '-'
    if spec.sign == '+' or spec.sign == ' ':
        return spec.sign
    return ''


def layout_number(spec, negative, prefix, digits, rest):
    """Sign, prefix, digits (grouped, and filled up with zeros where the spec says 0 and =) and the rest, put into the width."""
    from interpreter.objects.str import newstr
    sign = sign_text(spec, negative)
    rest_length = utf8.count(rest)
    if len(digits) > 0:
        minimum = 0
        if spec.fill == '0' and spec.align == '=':
            minimum = spec.width - len(sign) - len(prefix) - rest_length
        digits = group(digits, spec.separator, spec.group_size(), minimum)
    length = len(sign) + len(prefix) + len(digits) + rest_length
    inner = 0
    left = right = 0
    if spec.width > length:
        if spec.align == '=':
            inner = spec.width - length
        else:
            left, right = spec.margins(spec.width - length)
    builder = StringBuilder(length + 16)
    append_fill(builder, spec.fill, left)
    builder.append(sign)
    builder.append(prefix)
    append_fill(builder, spec.fill, inner)
    builder.append(digits)
    builder.append(rest)
    append_fill(builder, spec.fill, right)
    return newstr(builder.build())


def append_fill(builder, fill, count):
    if len(fill) == 1:
        builder.append_multiple_char(fill[0], count)
    else:
        for _ in range(count):
            builder.append(fill)


def group(digits, separator, size, minimum):
    """The digits with a separator after each `size`, from the right, and zeros before them up to `minimum` characters."""
    if separator == '\0':
        if minimum > len(digits):
            return '0' * (minimum - len(digits)) + digits
        return digits
    pieces = []                        # from the right
    remaining = len(digits)
    while True:
        count = min(size, max(max(remaining, minimum), 1))
        taken = min(remaining, count)
        start = remaining - taken
        assert start >= 0 and remaining >= 0
        pieces.append('0' * (count - taken) + digits[start:remaining])
        remaining -= taken
        minimum -= count
        if remaining <= 0 and minimum <= 0:
            break
        minimum -= 1
    pieces.reverse()
    return separator.join(pieces)


def format_complex(w_complex, text):
    """format(complex, spec)"""
    from interpreter import ops
    from interpreter.objects.str import newstr
    if len(text) == 0:
        return ops.str(w_complex)
    spec = parse_spec(text, '>', w_complex)
    if spec.type != 0 and (not is_type(spec.type, FLOAT_TYPES) or spec.type == ord('%')):
        raise unknown_code(spec, w_complex)
    if spec.fill == '0':
        raise value_error("Zero padding is not allowed in complex format specifier")
    if spec.align == '=':
        raise value_error("'=' alignment flag is not allowed in complex format specifier")
    check_precision(spec)
    real, imag = w_complex.realval, w_complex.imagval
    parenthesized = skip_real = False
    if spec.type == 0:                 # as repr, with a precision
        parenthesized = True
        if real == 0.0 and math.copysign(1.0, real) == 1.0:
            skip_real = True
            parenthesized = False
    result = ''
    if not skip_real:
        result = signed_part(spec, real, spec.sign)
    result += signed_part(spec, imag, spec.sign if skip_real else '+') + 'j'
    if parenthesized:
        result = '(' + result + ')'
    left, right = spec.margins(spec.width - len(result))
    return newstr(spec.fill * left + result + spec.fill * right)


def signed_part(spec, x, sign):
    """One part of a complex: sign, grouped digits and the rest."""
    text = float_text(x, spec, False)
    negative = text[0] == '-'
    if negative:
        text = text[1:]
    count = leading_digits(text)
    assert count >= 0
    assert count >= 0
    digits = text[:count]
    if count > 0:
        digits = group(digits, spec.separator, spec.group_size(), 0)
    if negative:
        shown = '-'
    elif sign == '+' or sign == ' ':
        shown = sign
    else:
        shown = ''
    return shown + digits + text[count:]
