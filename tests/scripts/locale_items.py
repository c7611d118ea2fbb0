"""_locale: the items of nl_langinfo, gettext's family, comparing texts; all in the C locale, with UTF-8."""
import _locale


def t(f, *args):
    try:
        print(f.__name__, args, '->', repr(f(*args)))
    except Exception as e:
        print(f.__name__, args, type(e).__name__, e)


items = sorted(name for name in dir(_locale) if name.strip('_').isupper() and name[:3] not in ('LC_', 'CHA'))
print(len(items))
for name in items:
    number = getattr(_locale, name)
    print(name, number, repr(_locale.nl_langinfo(number)))
for key in (-1, 12345, 'x'):
    t(_locale.nl_langinfo, key)
for args in [('x',), (5,), ('a\0b',)]:
    t(_locale.gettext, *args)
for args in [(None, 'x'), ('d', 'x'), (5, 'x')]:
    t(_locale.dgettext, *args)
for args in [('d', 'x', _locale.LC_ALL), (None, 'x', 99)]:
    t(_locale.dcgettext, *args)
for args in [(None,), ('foo',), (None,), (5,), ('',)]:
    t(_locale.textdomain, *args)
for args in [('foo', None), ('foo', '/tmp'), ('foo', None), ('', None), ('foo', 5), (5, None)]:
    t(_locale.bindtextdomain, *args)
for args in [('foo', None), ('foo', 'UTF-8'), ('foo', None), ('bar', None)]:
    t(_locale.bind_textdomain_codeset, *args)
for args in [('a\0', 'b'), ('a', 'b'), ('c', 'b'), ('b', 'b'), (1, 'b')]:
    t(_locale.strcoll, *args)
for args in [('a\0b',), ('abc',)]:
    t(_locale.strxfrm, *args)
