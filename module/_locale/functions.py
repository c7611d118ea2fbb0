"""The functions of _locale."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newdict, newint, newlist, newstr
from module._locale.failures import error_class
from module._locale.langinfo import TEXTS
from module._locale.messages import checked

LC_ALL = 6


@function('setlocale(category: int, locale=None, /)')
def setlocale(category, w_locale):
    """Accepts the names of the C locale; returns the locale's name."""
    if category < 0 or category > 12:
        raise error_class.make("invalid locale category")
    if w_locale is not w_None:
        name = ops.text_w(w_locale)
        if name != '' and name != 'C' and name != 'POSIX' and name != 'C.UTF-8' and name != 'C.utf8':
            raise error_class.make("unsupported locale setting")
    return newstr('C')


@function('localeconv()')
def localeconv():
    """How numbers and money are written in the C locale."""
    w_dict = newdict()
    for name in ['int_curr_symbol', 'currency_symbol', 'mon_decimal_point', 'mon_thousands_sep', 'positive_sign', 'negative_sign',
                 'thousands_sep']:
        w_dict.setitem_str(name, newstr(''))
    w_dict.setitem_str('decimal_point', newstr('.'))
    for name in ['mon_grouping', 'grouping']:
        w_dict.setitem_str(name, newlist([]))
    for name in ['int_frac_digits', 'frac_digits', 'p_cs_precedes', 'p_sep_by_space', 'n_cs_precedes', 'n_sep_by_space', 'p_sign_posn',
                 'n_sign_posn']:
        w_dict.setitem_str(name, newint(127))
    return w_dict


@function('strcoll(a: str, b: str, /) -> int')
def strcoll(a, b):
    """-1, 0 or 1, by code points."""
    checked(a)
    checked(b)
    if a == b:
        return 0
    return -1 if a < b else 1


@function('strxfrm(string: str, /) -> str')
def strxfrm(text):
    """Text that sorts by code points as strcoll does: itself."""
    return checked(text)


@function('nl_langinfo(key: cint, /)')
def nl_langinfo(key):
    """What an item of the locale says."""
    if key not in TEXTS:
        raise errors.value_error("unsupported langinfo constant")
    return newstr(TEXTS[key])


@function('getencoding() -> str')
def getencoding():
    """The encoding of the locale."""
    return 'UTF-8'
