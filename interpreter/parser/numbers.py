"""Number literals: text, already checked by the tokenizer -> wrapped numbers."""
from rpython.rlib.rarithmetic import ovfcheck
from rpython.rlib.rbigint import rbigint
from rpython.rlib.rfloat import rstring_to_float

from interpreter.objects.wrap import newbigint, newcomplex, newfloat, newint

# Up to here no limit is checked (sys.int_info.str_digits_check_threshold).
MAX_STR_DIGITS_THRESHOLD = 640


class DigitLimit(object):
    """How many digits a decimal literal may have; 0 for any number.  The module
    that sets the limit for int() sets this one too."""

    def __init__(self):
        self.max_digits = 4300


digit_limit = DigitLimit()


def is_imaginary(text, start, end):
    """Whether text[start:end], a number literal, is imaginary (bool)."""
    last = text[end - 1]
    if last == 'j' or last == 'J':
        return True
    return False


def parse_number(text, start, end, parser):
    """The wrapped int, float or complex that text[start:end] spells.

    `parser` makes the errors, for a decimal integer that is too long and for an old grammar.
    """
    first = text[start]
    if parser.minor_version < 6:
        parser.check_underscores(text, start, end)
    if first == '0' and end - start > 1:
        marker = text[start + 1]
        if marker == 'x' or marker == 'X':
            return power_of_two_base(text, start + 2, end, 4)
        if marker == 'o' or marker == 'O':
            return power_of_two_base(text, start + 2, end, 3)
        if marker == 'b' or marker == 'B':
            return power_of_two_base(text, start + 2, end, 1)
    value = 0
    for i in range(start, end):
        c = text[i]
        if '0' <= c <= '9':
            try:
                value = ovfcheck(ovfcheck(value * 10) + (ord(c) - ord('0')))
            except OverflowError:
                return other_number(text, start, end, parser)
        elif c != '_':
            return other_number(text, start, end, parser)
    return newint(value)


def other_number(text, start, end, parser):
    """A float, an imaginary number, or an int beyond machine words."""
    assert 0 <= start < end
    digits = text[start:end]
    if '_' in digits:
        digits = ''.join(digits.split('_'))
    if is_imaginary(text, start, end):
        stop = len(digits) - 1
        assert stop >= 0
        return newcomplex(0.0, rstring_to_float(digits[:stop]))
    for c in digits:
        if not '0' <= c <= '9':
            return newfloat(rstring_to_float(digits))
    limit = digit_limit.max_digits
    if len(digits) > MAX_STR_DIGITS_THRESHOLD and 0 < limit < len(digits):
        raise parser.too_many_digits(len(digits), limit)
    return newbigint(rbigint.fromstr(digits, 10))


def digit_value(c):
    if c <= '9':
        return ord(c) - ord('0')
    if c >= 'a':
        return ord(c) - ord('a') + 10
    return ord(c) - ord('A') + 10


def power_of_two_base(text, start, end, bits):
    """The integer whose digits have `bits` bits each."""
    value = 0
    used = 0
    for i in range(start, end):
        c = text[i]
        if c == '_':
            continue
        if value:
            used += bits
            if used > 62 - bits:
                return big_power_of_two_base(text, start, end, bits)
        value = (value << bits) | digit_value(c)
    return newint(value)


def big_power_of_two_base(text, start, end, bits):
    value = rbigint.fromint(0)
    part = 0
    part_bits = 0
    for i in range(start, end):
        c = text[i]
        if c == '_':
            continue
        part = (part << bits) | digit_value(c)
        part_bits += bits
        if part_bits >= 56:
            value = value.lshift(part_bits).or_(rbigint.fromint(part))
            part = 0
            part_bits = 0
    return newbigint(value.lshift(part_bits).or_(rbigint.fromint(part)))
