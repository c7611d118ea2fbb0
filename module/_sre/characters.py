"""Tests of one character: categories, case, character sets."""
from __future__ import absolute_import

from interpreter.unicode import database
from interpreter.unicode.space import is_line_break, is_space
from module._sre import opcodes


def is_ascii_word(code):
    return 48 <= code <= 57 or 65 <= code <= 90 or code == 95 or 97 <= code <= 122


def is_unicode_word(code):
    if code < 128:
        return is_ascii_word(code)
    return database.has(code, database.ALPHA | database.DECIMAL | database.DIGIT | database.NUMERIC)


def ascii_lower(code):
    return code + 32 if 65 <= code <= 90 else code


def to_upper(code):
    """The first character of the upper case, which for a few letters has several."""
    full = database.full_upper(code)
    if full is not None:
        return full[0]
    return database.to_upper(code)


def in_category(category, code):
    """Does the character belong to the category?  Odd numbers negate the even ones before them."""
    kind = category & ~1
    if kind == opcodes.DIGIT:
        result = 48 <= code <= 57
    elif kind == opcodes.SPACE:
        result = code == 32 or 9 <= code <= 13
    elif kind == opcodes.WORD or kind == opcodes.LOC_WORD:
        result = is_ascii_word(code)
    elif kind == opcodes.LINEBREAK:
        result = code == 10
    elif kind == opcodes.UNI_DIGIT:
        result = 48 <= code <= 57 if code < 128 else database.has(code, database.DECIMAL)
    elif kind == opcodes.UNI_SPACE:
        result = is_space(code)
    elif kind == opcodes.UNI_WORD:
        result = is_unicode_word(code)
    else:
        result = is_line_break(code)
    return result != bool(category & 1)


def in_charset(program, pc, code):
    """Is the character in the set that begins at program[pc] and ends with FAILURE?"""
    wanted = True
    while True:
        op = program[pc]
        if op == opcodes.RANGE:
            if program[pc + 1] <= code <= program[pc + 2]:
                return wanted
            pc += 3
        elif op == opcodes.LITERAL:
            if code == program[pc + 1]:
                return wanted
            pc += 2
        elif op == opcodes.CATEGORY:
            if in_category(program[pc + 1], code):
                return wanted
            pc += 2
        elif op == opcodes.CHARSET:
            if code < 256 and program[pc + 1 + (code >> 5)] >> (code & 31) & 1:
                return wanted
            pc += 9
        elif op == opcodes.BIGCHARSET:
            if code < 65536:
                block = program[pc + 2 + (code >> 10)] >> (code >> 8 & 3) * 8 & 0xff
                if program[pc + 66 + block * 8 + (code >> 5 & 7)] >> (code & 31) & 1:
                    return wanted
            pc += 66 + program[pc + 1] * 8
        elif op == opcodes.NEGATE:
            wanted = not wanted
            pc += 1
        elif op == opcodes.RANGE_UNI_IGNORE:
            if program[pc + 1] <= code <= program[pc + 2]:
                return wanted
            upper = to_upper(code)
            if program[pc + 1] <= upper <= program[pc + 2]:
                return wanted
            pc += 3
        else:
            return not wanted
