"""gettext and its family in the C locale, where no text is translated: what they are told is remembered, as the C library does."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.fscodec import fsdecode
from interpreter.gateway import function
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newstr
from module._locale.failures import error_class

DEFAULT_DOMAIN = 'messages'
DEFAULT_FOLDER = '/usr/share/locale'


class Domains(object):
    """current: the domain of gettext(); folders, codesets: by domain."""

    def __init__(self):
        self.current = DEFAULT_DOMAIN
        self.folders = {}
        self.codesets = {}


domains = Domains()


def checked(text):
    """A text that goes to the C library."""
    if text is not None and '\0' in text:
        raise errors.value_error("embedded null character")
    return text


@function('gettext(msg: str, /) -> str')
def gettext(text):
    """The translation of a text."""
    return checked(text)


def check_domain(w_domain, name):
    if w_domain is w_None:
        return
    if not isinstance(w_domain, W_Str):
        raise errors.type_error("%s() argument 1 must be str or None, not %s" % (name, w_domain.gettype().name))
    checked(ops.text_w(w_domain))


@function('dgettext(domain, msg: str, /) -> str')
def dgettext(w_domain, text):
    """The translation of a text in a domain."""
    check_domain(w_domain, 'dgettext')
    return checked(text)


@function('dcgettext(domain, msg: str, category: cint, /) -> str')
def dcgettext(w_domain, text, category):
    """The translation of a text in a domain and a category."""
    check_domain(w_domain, 'dcgettext')
    return checked(text)


@function('textdomain(domain, /)')
def textdomain(w_domain):
    """Sets the domain of gettext(); None only asks for it."""
    if w_domain is not w_None:
        if not isinstance(w_domain, W_Str):
            raise errors.type_error("textdomain() argument must be str or None, not %s" % w_domain.gettype().name)
        name = checked(ops.text_w(w_domain))
        domains.current = DEFAULT_DOMAIN if name == '' else name
    return newstr(domains.current)


def domain_arg(domain):
    if domain == '':
        raise error_class.make("domain must be a non-empty string")
    return checked(domain)


@function('bindtextdomain(domain: str, dir, /)')
def bindtextdomain(domain, w_folder):
    """Sets the folder of a domain's translations; None only asks for it."""
    name = domain_arg(domain)
    if w_folder is not w_None:
        domains.folders[name] = ops.fspath_w(w_folder)
    return newstr(fsdecode(domains.folders.get(name, DEFAULT_FOLDER)))


@function('bind_textdomain_codeset(domain: str, codeset, /)')
def bind_textdomain_codeset(domain, w_codeset):
    """Sets the encoding of a domain's translations; None only asks for it."""
    name = domain_arg(domain)
    if w_codeset is not w_None:
        domains.codesets[name] = checked(ops.str_argument(w_codeset, "bind_textdomain_codeset() argument 2"))
    found = domains.codesets.get(name, None)
    return w_None if found is None else newstr(found)
