"""Case mapping of text: the full mappings of Unicode 3.13, with the final sigma."""

from rpython.rlib.rstring import StringBuilder

from interpreter.unicode import database, utf8
from interpreter.unicode.database import CASE_IGNORABLE, CASED, LOWER, TITLE, UPPER

CAPITAL_SIGMA, SMALL_SIGMA, FINAL_SIGMA = 0x3A3, 0x3C3, 0x3C2


def append_mapping(builder, mapping):
    for code in mapping:
        utf8.append(builder, code)


def append_upper(builder, code):
    if code < 128:
        builder.append(chr(code - 32 if 97 <= code <= 122 else code))
        return
    mapping = database.full_upper(code)
    if mapping is not None:
        append_mapping(builder, mapping)
    else:
        utf8.append(builder, database.to_upper(code))


def append_title(builder, code):
    if code < 128:
        builder.append(chr(code - 32 if 97 <= code <= 122 else code))
        return
    mapping = database.full_title(code)
    if mapping is not None:
        append_mapping(builder, mapping)
    else:
        utf8.append(builder, database.to_title(code))


def append_lower(builder, code, text, offset):
    """The lower case of the code point at text[offset]."""
    if code < 128:
        builder.append(chr(code + 32 if 65 <= code <= 90 else code))
    elif code == CAPITAL_SIGMA:
        utf8.append(builder, FINAL_SIGMA if is_final_sigma(text, offset) else SMALL_SIGMA)
    else:
        mapping = database.full_lower(code)
        if mapping is not None:
            append_mapping(builder, mapping)
        else:
            utf8.append(builder, database.to_lower(code))


def is_final_sigma(text, offset):
    """Is the sigma at `offset` preceded by a cased letter and not followed by one, case-ignorable code points aside?"""
    i = offset
    before = False
    while i > 0:
        i = utf8.previous_offset(text, i)
        flags = database.flags(utf8.code_at(text, i))
        if not flags & CASE_IGNORABLE:
            before = flags & CASED != 0
            break
    if not before:
        return False
    i = utf8.next_offset(text, offset)
    while i < len(text):
        flags = database.flags(utf8.code_at(text, i))
        if not flags & CASE_IGNORABLE:
            return flags & CASED == 0
        i = utf8.next_offset(text, i)
    return True


def upper(text):
    builder = StringBuilder(len(text))
    i = 0
    while i < len(text):
        append_upper(builder, utf8.code_at(text, i))
        i = utf8.next_offset(text, i)
    return builder.build()


def lower(text):
    builder = StringBuilder(len(text))
    i = 0
    while i < len(text):
        append_lower(builder, utf8.code_at(text, i), text, i)
        i = utf8.next_offset(text, i)
    return builder.build()


def casefold(text):
    builder = StringBuilder(len(text))
    i = 0
    while i < len(text):
        code = utf8.code_at(text, i)
        mapping = database.full_fold(code)
        if mapping is not None:
            append_mapping(builder, mapping)
        else:
            utf8.append(builder, database.to_lower(code))
        i = utf8.next_offset(text, i)
    return builder.build()


def title(text):
    builder = StringBuilder(len(text))
    previous_cased = False
    i = 0
    while i < len(text):
        code = utf8.code_at(text, i)
        if previous_cased:
            append_lower(builder, code, text, i)
        else:
            append_title(builder, code)
        previous_cased = database.has(code, CASED)
        i = utf8.next_offset(text, i)
    return builder.build()


def capitalize(text):
    builder = StringBuilder(len(text))
    i = 0
    while i < len(text):
        code = utf8.code_at(text, i)
        if i == 0:
            append_title(builder, code)
        else:
            append_lower(builder, code, text, i)
        i = utf8.next_offset(text, i)
    return builder.build()


def swapcase(text):
    builder = StringBuilder(len(text))
    i = 0
    while i < len(text):
        code = utf8.code_at(text, i)
        flags = database.flags(code)
        if flags & UPPER:
            append_lower(builder, code, text, i)
        elif flags & LOWER:
            append_upper(builder, code)
        else:
            utf8.append(builder, code)
        i = utf8.next_offset(text, i)
    return builder.build()


def is_lower(text):
    found = False
    i = 0
    while i < len(text):
        flags = database.flags(utf8.code_at(text, i))
        if flags & (UPPER | TITLE):
            return False
        if flags & LOWER:
            found = True
        i = utf8.next_offset(text, i)
    return found


def is_upper(text):
    found = False
    i = 0
    while i < len(text):
        flags = database.flags(utf8.code_at(text, i))
        if flags & (LOWER | TITLE):
            return False
        if flags & UPPER:
            found = True
        i = utf8.next_offset(text, i)
    return found


def is_title(text):
    found = False
    previous_cased = False
    i = 0
    while i < len(text):
        flags = database.flags(utf8.code_at(text, i))
        if flags & (UPPER | TITLE):
            if previous_cased:
                return False
            previous_cased = found = True
        elif flags & LOWER:
            if not previous_cased:
                return False
            found = True
        else:
            previous_cased = False
        i = utf8.next_offset(text, i)
    return found


# ____________________________________________________________
# ASCII


def ascii_upper(text):
    return text.upper()


def ascii_lower(text):
    return text.lower()


def ascii_title(text):
    builder = StringBuilder(len(text))
    previous_cased = False
    for c in text:
        if 'a' <= c <= 'z':
            builder.append(c if previous_cased else chr(ord(c) - 32))
            previous_cased = True
        elif 'A' <= c <= 'Z':
            builder.append(chr(ord(c) + 32) if previous_cased else c)
            previous_cased = True
        else:
            builder.append(c)
            previous_cased = False
    return builder.build()


def ascii_capitalize(text):
    builder = StringBuilder(len(text))
    for i in range(len(text)):
        c = text[i]
        if i == 0:
            builder.append(chr(ord(c) - 32) if 'a' <= c <= 'z' else c)
        else:
            builder.append(chr(ord(c) + 32) if 'A' <= c <= 'Z' else c)
    return builder.build()


def ascii_swapcase(text):
    builder = StringBuilder(len(text))
    for c in text:
        if 'a' <= c <= 'z':
            builder.append(chr(ord(c) - 32))
        elif 'A' <= c <= 'Z':
            builder.append(chr(ord(c) + 32))
        else:
            builder.append(c)
    return builder.build()
