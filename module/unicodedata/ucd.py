"""unicodedata.UCD: a version of the database, and what its functions do."""
from __future__ import absolute_import

from interpreter.errors import key_error, type_error, value_error
from interpreter.gateway import getter, method
from interpreter.objects.root import W_Root
from interpreter.objects.str import W_Str, newascii, newstr
from interpreter.objects.strsearch import shown_type, str_arg
from interpreter.objects.wrap import newfloat, newint
from interpreter.typedef import TypeDef
from interpreter.unicode import characters, database, normalization, utf8


def character(w_char, where):
    """The code point of a str of one character; `where` is like "f() argument 1"."""
    if not isinstance(w_char, W_Str) or w_char._length != 1:
        raise type_error("%s must be a unicode character, not %s" % (where, shown_type(w_char)))
    return utf8.code_at(w_char._utf8, 0)


def is_assigned(properties, code):
    """In an older version most properties of code points that it does not know are absent."""
    return properties is characters.current or properties.category(code) != 'Cn'


def lookup(w_name):
    name = str_arg(w_name, "lookup() argument")
    code = characters.code_of(name)
    if code < 0:
        raise key_error(newstr("undefined character name '%s'" % name))
    return utf8.encode(code)


def name(properties, w_char, w_default):
    code = character(w_char, "name() argument 1")
    found = characters.name_of(code) if is_assigned(properties, code) else None
    if found is not None:
        return newascii(found)
    if w_default is None:
        raise value_error("no such name")
    return w_default


def decimal(properties, w_char, w_default):
    code = character(w_char, "decimal() argument 1")
    value = database.decimal_value(code) if is_assigned(properties, code) else -1
    if value >= 0:
        return newint(value)
    if w_default is None:
        raise value_error("not a decimal")
    return w_default


def digit(properties, w_char, w_default):
    code = character(w_char, "digit() argument 1")
    value = database.digit_value(code) if is_assigned(properties, code) else -1
    if value >= 0:
        return newint(value)
    if w_default is None:
        raise value_error("not a digit")
    return w_default


def numeric(properties, w_char, w_default):
    code = character(w_char, "numeric() argument 1")
    if database.has(code, database.NUMERIC) and is_assigned(properties, code):
        return newfloat(database.numeric_value(code))
    if w_default is None:
        raise value_error("not a numeric character")
    return w_default


def normalize(properties, form, w_text):
    text = str_arg(w_text, "normalize() argument 2")
    if len(text) == 0:
        return w_text
    if not normalization.is_form(form):
        raise value_error("invalid normalization form")
    result = normalization.normalize(form, text, properties)
    if result == text:
        return w_text
    return newstr(result)


def is_normalized(properties, form, w_text):
    text = str_arg(w_text, "is_normalized() argument 2")
    if len(text) == 0:
        return True
    if not normalization.is_form(form):
        raise value_error("invalid normalization form")
    return normalization.normalize(form, text, properties) == text


class W_UCD(W_Root):
    """properties: interpreter.unicode.characters.Properties"""
    _attrs_ = ['properties']
    _immutable_fields_ = ['properties']

    def __init__(self, properties):
        self.properties = properties

    @getter('unidata_version', doc="The version of Unicode.")
    def get_version(self):
        return newascii(self.properties.version)

    @method('lookup(self, name, /) -> str')
    def m_lookup(self, w_name):
        """The character of a name."""
        return lookup(w_name)

    @method('name(self, chr, default=?, /)')
    def m_name(self, w_char, w_default):
        """The name of a character."""
        return name(self.properties, w_char, w_default)

    @method('decimal(self, chr, default=?, /)')
    def m_decimal(self, w_char, w_default):
        """The value of a decimal digit."""
        return decimal(self.properties, w_char, w_default)

    @method('digit(self, chr, default=?, /)')
    def m_digit(self, w_char, w_default):
        """The value of a digit."""
        return digit(self.properties, w_char, w_default)

    @method('numeric(self, chr, default=?, /)')
    def m_numeric(self, w_char, w_default):
        """The numeric value of a character, as a float."""
        return numeric(self.properties, w_char, w_default)

    @method('category(self, chr, /) -> str')
    def m_category(self, w_char):
        """The general category."""
        return self.properties.category(character(w_char, "category() argument"))

    @method('bidirectional(self, chr, /) -> str')
    def m_bidirectional(self, w_char):
        """The bidirectional class."""
        return self.properties.bidirectional(character(w_char, "bidirectional() argument"))

    @method('combining(self, chr, /) -> int')
    def m_combining(self, w_char):
        """The canonical combining class."""
        return self.properties.combining(character(w_char, "combining() argument"))

    @method('east_asian_width(self, chr, /) -> str')
    def m_east_asian_width(self, w_char):
        """The East Asian width."""
        return self.properties.width(character(w_char, "east_asian_width() argument"))

    @method('mirrored(self, chr, /) -> int')
    def m_mirrored(self, w_char):
        """Is it mirrored in text from right to left?"""
        return self.properties.mirrored(character(w_char, "mirrored() argument"))

    @method('decomposition(self, chr, /) -> str')
    def m_decomposition(self, w_char):
        """The decomposition as the database writes it."""
        return self.properties.decomposition(character(w_char, "decomposition() argument"))

    @method('normalize(self, form: str, unistr, /)')
    def m_normalize(self, form, w_text):
        """The text in a normalization form."""
        return normalize(self.properties, form, w_text)

    @method('is_normalized(self, form: str, unistr, /) -> bool')
    def m_is_normalized(self, form, w_text):
        """Is the text in the normalization form?"""
        return is_normalized(self.properties, form, w_text)


W_UCD.typedef = TypeDef('unicodedata.UCD', W_UCD, module='unicodedata', subclassable=False, doc="A version of the Unicode character database.")
