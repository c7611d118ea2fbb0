"""Case and kind of ASCII bytes; mixed into bytes and bytearray."""

from interpreter.gateway import method
from interpreter.unicode import casing


class ByteCase(object):
    """Needs content() and make()."""

    @method('upper(self, /)')
    def m_upper(self):
        """Itself in upper case."""
        return self.make(casing.ascii_upper(self.content()))

    @method('lower(self, /)')
    def m_lower(self):
        """Itself in lower case."""
        return self.make(casing.ascii_lower(self.content()))

    @method('title(self, /)')
    def m_title(self):
        """Itself with every word in title case."""
        return self.make(casing.ascii_title(self.content()))

    @method('capitalize(self, /)')
    def m_capitalize(self):
        """Itself with its first character in title case and the others in lower case."""
        return self.make(casing.ascii_capitalize(self.content()))

    @method('swapcase(self, /)')
    def m_swapcase(self):
        """Itself with upper and lower case exchanged."""
        return self.make(casing.ascii_swapcase(self.content()))

    @method('isalpha(self, /) -> bool')
    def m_isalpha(self):
        """Is it not empty and all letters?"""
        text = self.content()
        for c in text:
            if not is_letter(c):
                return False
        return len(text) > 0

    @method('isalnum(self, /) -> bool')
    def m_isalnum(self):
        """Is it not empty and all letters or digits?"""
        text = self.content()
        for c in text:
            if not is_letter(c) and not '0' <= c <= '9':
                return False
        return len(text) > 0

    @method('isdigit(self, /) -> bool')
    def m_isdigit(self):
        """Is it not empty and all digits?"""
        text = self.content()
        for c in text:
            if not '0' <= c <= '9':
                return False
        return len(text) > 0

    @method('isspace(self, /) -> bool')
    def m_isspace(self):
        """Is it not empty and all white space?"""
        text = self.content()
        for c in text:
            if not (c == ' ' or '\t' <= c <= '\r'):
                return False
        return len(text) > 0

    @method('isascii(self, /) -> bool')
    def m_isascii(self):
        """Is every character below 128?"""
        for c in self.content():
            if ord(c) >= 128:
                return False
        return True

    @method('islower(self, /) -> bool')
    def m_islower(self):
        """Has it cased characters, all of them in lower case?"""
        found = False
        for c in self.content():
            if 'A' <= c <= 'Z':
                return False
            if 'a' <= c <= 'z':
                found = True
        return found

    @method('isupper(self, /) -> bool')
    def m_isupper(self):
        """Has it cased characters, all of them in upper case?"""
        found = False
        for c in self.content():
            if 'a' <= c <= 'z':
                return False
            if 'A' <= c <= 'Z':
                found = True
        return found

    @method('istitle(self, /) -> bool')
    def m_istitle(self):
        """Does every word start in upper or title case and go on in lower case?"""
        found = False
        previous_cased = False
        for c in self.content():
            if 'A' <= c <= 'Z':
                if previous_cased:
                    return False
                previous_cased = found = True
            elif 'a' <= c <= 'z':
                if not previous_cased:
                    return False
                found = True
            else:
                previous_cased = False
        return found


def is_letter(c):
    return 'a' <= c <= 'z' or 'A' <= c <= 'Z'
