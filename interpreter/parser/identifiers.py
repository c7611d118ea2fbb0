"""Identifiers outside ASCII: PEP 3131's XID_Start, XID_Continue and NFKC.

Everything comes from the tables of Unicode 14.0 in interpreter.unicode.
"""

from interpreter.parser import utf8
from interpreter.unicode import characters, normalization
from interpreter.unicode import database as unicode14


class UnicodeDatabase(object):
    """What the tokenizer asks about characters; all arguments are code points."""

    def is_xid_start(self, code):
        return unicode14.has(code, unicode14.XID_START)

    def is_xid_continue(self, code):
        return unicode14.has(code, unicode14.XID_CONTINUE)

    def is_printable(self, code):
        return unicode14.is_printable(code)

    def nfkc(self, text):
        """The normal form KC (str, UTF-8) of `text`, valid UTF-8."""
        return normalization.normalize('NFKC', text, characters.current)

    def lookup(self, name):
        """The UTF-8 text (str) of the character or sequence called `name`;
        None if there is none.  For \\N{...}."""
        code = characters.code_of(name)
        if code < 0:
            return None
        return utf8.encode(code)


class UnicodeHook(object):
    def __init__(self):
        self.database = UnicodeDatabase()


unicode_hook = UnicodeHook()


def is_ascii(text):
    for c in text:
        if ord(c) >= 0x80:
            return False
    return True


def first_invalid(text):
    """The byte position (int) of the first character of `text`, valid UTF-8, at
    which it stops being an identifier; -1 if it is one."""
    database = unicode_hook.database
    i = 0
    while i < len(text):
        code = utf8.codepoint_at(text, i)
        if code < 0x80:
            good = code == ord('_') or chr(code).isalnum()
            if i == 0 and chr(code).isdigit():
                good = False
        elif i == 0:
            good = database.is_xid_start(code)
        else:
            good = database.is_xid_continue(code)
        if not good:
            return i
        i += utf8.sequence_length(ord(text[i]))
    return -1
