"""str methods on the case and kind of characters, and translate; mixed into W_Str."""

from rpython.rlib.rstring import StringBuilder

from interpreter.errors import type_error, value_error
from interpreter.gateway import method, staticmethod_
from interpreter.objects.root import w_None
from interpreter.unicode import casing, database, utf8
from interpreter.unicode.space import is_space


class StrCase(object):
    """Needs _utf8, _length and the access methods of W_Str."""

    # ---- case mapping

    @method('upper(self, /)')
    def m_upper(self):
        """Itself in upper case."""
        from interpreter.objects.str import newascii, newstr
        if self.is_ascii():
            return newascii(casing.ascii_upper(self._utf8))
        return newstr(casing.upper(self._utf8))

    @method('lower(self, /)')
    def m_lower(self):
        """Itself in lower case."""
        from interpreter.objects.str import newascii, newstr
        if self.is_ascii():
            return newascii(casing.ascii_lower(self._utf8))
        return newstr(casing.lower(self._utf8))

    @method('casefold(self, /)')
    def m_casefold(self):
        """Itself in the form that compares without regard to case."""
        from interpreter.objects.str import newascii, newstr
        if self.is_ascii():
            return newascii(casing.ascii_lower(self._utf8))
        return newstr(casing.casefold(self._utf8))

    @method('title(self, /)')
    def m_title(self):
        """Itself with every word in title case."""
        from interpreter.objects.str import newascii, newstr
        if self.is_ascii():
            return newascii(casing.ascii_title(self._utf8))
        return newstr(casing.title(self._utf8))

    @method('capitalize(self, /)')
    def m_capitalize(self):
        """Itself with its first character in title case and the others in lower case."""
        from interpreter.objects.str import newascii, newstr
        if self.is_ascii():
            return newascii(casing.ascii_capitalize(self._utf8))
        return newstr(casing.capitalize(self._utf8))

    @method('swapcase(self, /)')
    def m_swapcase(self):
        """Itself with upper and lower case exchanged."""
        from interpreter.objects.str import newascii, newstr
        if self.is_ascii():
            return newascii(casing.ascii_swapcase(self._utf8))
        return newstr(casing.swapcase(self._utf8))

    # ---- predicates

    def all_have(self, flag):
        """Is the string not empty, and has every code point one of the properties in flag?"""
        text = self._utf8
        if len(text) == 0:
            return False
        i = 0
        while i < len(text):
            if not database.has(utf8.code_at(text, i), flag):
                return False
            i = utf8.next_offset(text, i)
        return True

    @method('isalpha(self, /) -> bool')
    def m_isalpha(self):
        """Is it not empty and all letters?"""
        return self.all_have(database.ALPHA)

    @method('isalnum(self, /) -> bool')
    def m_isalnum(self):
        """Is it not empty and all letters or digits?"""
        return self.all_have(database.ALPHA | database.DECIMAL | database.DIGIT | database.NUMERIC)

    @method('isdecimal(self, /) -> bool')
    def m_isdecimal(self):
        """Is it not empty and all decimal digits?"""
        return self.all_have(database.DECIMAL)

    @method('isdigit(self, /) -> bool')
    def m_isdigit(self):
        """Is it not empty and all digits?"""
        return self.all_have(database.DIGIT)

    @method('isnumeric(self, /) -> bool')
    def m_isnumeric(self):
        """Is it not empty and all numeric characters?"""
        return self.all_have(database.NUMERIC)

    @method('isspace(self, /) -> bool')
    def m_isspace(self):
        """Is it not empty and all white space?"""
        text = self._utf8
        i = 0
        while i < len(text):
            if not is_space(utf8.code_at(text, i)):
                return False
            i = utf8.next_offset(text, i)
        return len(text) > 0

    @method('isprintable(self, /) -> bool')
    def m_isprintable(self):
        """Would repr() show every character as it is?"""
        return self._length == 0 or self.all_have(database.PRINTABLE)

    @method('isidentifier(self, /) -> bool')
    def m_isidentifier(self):
        """Is it an identifier of the language? (Keywords are, too.)"""
        return is_identifier(self._utf8)

    @method('isascii(self, /) -> bool')
    def m_isascii(self):
        """Is every character below 128?"""
        return self.is_ascii()

    @method('islower(self, /) -> bool')
    def m_islower(self):
        """Has it cased characters, all of them in lower case?"""
        return casing.is_lower(self._utf8)

    @method('isupper(self, /) -> bool')
    def m_isupper(self):
        """Has it cased characters, all of them in upper case?"""
        return casing.is_upper(self._utf8)

    @method('istitle(self, /) -> bool')
    def m_istitle(self):
        """Does every word start in upper or title case and go on in lower case?"""
        return casing.is_title(self._utf8)

    # ---- translate

    @method('translate(self, table, /)')
    def m_translate(self, w_table):
        """Itself with every character mapped through the table."""
        from interpreter.objects.str import newstr
        text = self._utf8
        builder = StringBuilder(len(text))
        ascii_known = [None] * 128        # the translation of each ASCII character seen so far
        i = 0
        while i < len(text):
            code = utf8.code_at(text, i)
            if code < 128:
                translated = ascii_known[code]
                if translated is None:
                    translated = translate_code(w_table, code)
                    ascii_known[code] = translated
            else:
                translated = translate_code(w_table, code)
            builder.append(translated)
            i = utf8.next_offset(text, i)
        return newstr(builder.build())

    @staticmethod_('maketrans(x, y=?, z=?, /)')
    def m_maketrans(w_x, w_y, w_z):
        """A table for translate()."""
        if w_y is None:
            return maketrans_of_dict(w_x)
        return maketrans_of_strings(w_x, w_y, w_z)


def is_identifier(text):
    """str.isidentifier of UTF-8 text."""
    i = 0
    flag = database.XID_START
    while i < len(text):
        if not database.has(utf8.code_at(text, i), flag):
            return False
        flag = database.XID_CONTINUE
        i = utf8.next_offset(text, i)
    return len(text) > 0


def translate_code(w_table, code):
    """The UTF-8 that the table has for a code point."""
    from interpreter import ops
    from interpreter.errors import OperationError
    from interpreter.objects import exception
    from interpreter.objects.int import W_AbstractInt, W_Int, newint
    from interpreter.objects.str import W_Str
    try:
        w_value = ops.getitem(w_table, newint(code))
    except OperationError as e:
        if not e.is_instance(exception.W_LookupError.typedef):
            raise
        return utf8.encode(code)
    if isinstance(w_value, W_Str):
        return w_value._utf8
    if w_value is w_None:
        return ''
    if isinstance(w_value, W_AbstractInt):
        if isinstance(w_value, W_Int) and 0 <= w_value.intval <= utf8.MAX_CODE:
            return utf8.encode(w_value.intval)
        raise value_error("character mapping must be in range(0x110000)")
    raise type_error("character mapping must return integer, None or str")


def maketrans_of_dict(w_x):
    from interpreter import ops
    from interpreter.objects.dict import W_Dict, newdict
    from interpreter.objects.int import W_AbstractInt, newint
    from interpreter.objects.str import W_Str
    if w_x.gettype() is not W_Dict.typedef.w_type:
        raise type_error("if you give only one argument to maketrans it must be a dict")
    w_result = newdict()
    w_iterator = ops.iter(w_x)
    while True:
        w_key = ops.next(w_iterator)
        if w_key is None:
            return w_result
        w_value = ops.getitem(w_x, w_key)
        if isinstance(w_key, W_Str):
            if w_key._length != 1:
                raise value_error("string keys in translate table must be of length 1")
            w_key = newint(utf8.code_at(w_key._utf8, 0))
        elif not isinstance(w_key, W_AbstractInt):
            raise type_error("keys in translate table must be strings or integers")
        ops.setitem(w_result, w_key, w_value)


def maketrans_of_strings(w_x, w_y, w_z):
    from interpreter import ops
    from interpreter.objects.dict import newdict
    from interpreter.objects.int import newint
    from interpreter.objects.str import W_Str
    from interpreter.objects.strsearch import shown_type
    if not isinstance(w_y, W_Str):
        raise type_error("maketrans() argument 2 must be str, not %s" % shown_type(w_y))
    if w_z is not None and not isinstance(w_z, W_Str):
        raise type_error("maketrans() argument 3 must be str, not %s" % shown_type(w_z))
    if not isinstance(w_x, W_Str):
        raise type_error("first maketrans argument must be a string if there is a second argument")
    if w_x._length != w_y._length:
        raise value_error("the first two maketrans arguments must have equal length")
    w_result = newdict()
    keys, values = utf8.codes(w_x._utf8), utf8.codes(w_y._utf8)
    for i in range(len(keys)):
        ops.setitem(w_result, newint(keys[i]), newint(values[i]))
    if w_z is not None:
        assert isinstance(w_z, W_Str)
        for code in utf8.codes(w_z._utf8):
            ops.setitem(w_result, newint(code), w_None)
    return w_result
