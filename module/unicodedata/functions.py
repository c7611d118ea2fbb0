"""The functions of unicodedata: those of a database, for the current one."""
from __future__ import absolute_import

from interpreter.gateway import function
from interpreter.unicode.characters import current
from module.unicodedata import ucd


@function('lookup(name, /) -> str')
def lookup(w_name):
    """The character of a name."""
    return ucd.lookup(w_name)


@function('name(chr, default=?, /)')
def name(w_char, w_default):
    """The name of a character."""
    return ucd.name(current, w_char, w_default)


@function('decimal(chr, default=?, /)')
def decimal(w_char, w_default):
    """The value of a decimal digit."""
    return ucd.decimal(current, w_char, w_default)


@function('digit(chr, default=?, /)')
def digit(w_char, w_default):
    """The value of a digit."""
    return ucd.digit(current, w_char, w_default)


@function('numeric(chr, default=?, /)')
def numeric(w_char, w_default):
    """The numeric value of a character, as a float."""
    return ucd.numeric(current, w_char, w_default)


@function('category(chr, /) -> str')
def category(w_char):
    """The general category."""
    return current.category(ucd.character(w_char, "category() argument"))


@function('bidirectional(chr, /) -> str')
def bidirectional(w_char):
    """The bidirectional class."""
    return current.bidirectional(ucd.character(w_char, "bidirectional() argument"))


@function('combining(chr, /) -> int')
def combining(w_char):
    """The canonical combining class."""
    return current.combining(ucd.character(w_char, "combining() argument"))


@function('east_asian_width(chr, /) -> str')
def east_asian_width(w_char):
    """The East Asian width."""
    return current.width(ucd.character(w_char, "east_asian_width() argument"))


@function('mirrored(chr, /) -> int')
def mirrored(w_char):
    """Is it mirrored in text from right to left?"""
    return current.mirrored(ucd.character(w_char, "mirrored() argument"))


@function('decomposition(chr, /) -> str')
def decomposition(w_char):
    """The decomposition as the database writes it."""
    return current.decomposition(ucd.character(w_char, "decomposition() argument"))


@function('normalize(form: str, unistr, /)')
def normalize(form, w_text):
    """The text in a normalization form."""
    return ucd.normalize(current, form, w_text)


@function('is_normalized(form: str, unistr, /) -> bool')
def is_normalized(form, w_text):
    """Is the text in the normalization form?"""
    return ucd.is_normalized(current, form, w_text)
