"""Digits of any script, as int(), float() and complex() accept them."""

from rpython.rlib.rstring import StringBuilder

from interpreter.unicode import database, utf8
from interpreter.unicode.space import is_space


def to_ascii_digits(text):
    """text with decimal digits of any script in ASCII, white space as blanks, and '?' for the rest of what is not ASCII."""
    builder = StringBuilder(len(text))
    i = 0
    while i < len(text):
        code = utf8.code_at(text, i)
        if code < 128:
            builder.append(chr(code))
        elif is_space(code):
            builder.append(' ')
        else:
            digit = database.decimal_value(code)
            builder.append(chr(ord('0') + digit) if digit >= 0 else '?')
        i = utf8.next_offset(text, i)
    return builder.build()
