"""The members of built-in types: what they are called, what may be assigned or deleted, and the messages when not."""

import contextvars
import re
import collections
import weakref


def attempt(what, f, *args):
    try:
        print(what, '->', f(*args))
    except Exception as e:
        print(what, '->', type(e).__name__, e)


match = re.match('(a)', 'a')
code = attempt.__code__
objects = [(range(3), 'start stop step'), (slice(1), 'start'), (1j, 'real'), (code, 'co_name co_consts co_flags co_firstlineno co_filename co_varnames'),
           (match, 'string re pos endpos lastgroup'), (match.re, 'pattern flags groups groupindex'), (list[int], '__origin__ __args__ __parameters__'),
           (int | str, '__args__'), (BaseExceptionGroup('m', [KeyboardInterrupt()]), 'message exceptions'), (contextvars.ContextVar('v'), 'name'),
           (list.append, '__name__ __objclass__ __qualname__'), (list.__add__, '__name__ __objclass__'), (property.fget, '__name__ __objclass__'),
           (type.__dict__['__doc__'], '__name__ __objclass__'), ([].__len__, '__self__'), ((i for i in ()), 'gi_code gi_running'),
           (weakref.ref(code), '__callback__')]
for value, names in objects:
    for name in names.split():
        print(type(type(value).__dict__[name]).__name__, repr(type(value).__dict__[name]).partition(' at 0x')[0])
        attempt('set ' + name, setattr, value, name, 1)
        attempt('delete ' + name, delattr, value, name)

decoding = UnicodeDecodeError('ascii', b'abc', 1, 2, 'why')
errors = [(SyntaxError('m'), 'msg filename lineno offset text end_lineno end_offset print_file_and_line'), (OSError(1, 'b'), 'errno strerror filename filename2'),
          (StopIteration(1), 'value'), (SystemExit(1), 'code'), (ImportError('m'), 'msg name path'), (NameError('m'), 'name'), (AttributeError('m'), 'name obj'),
          (decoding, 'encoding object start end reason'), (UnicodeTranslateError('a', 0, 1, 'b'), 'object start'), (ValueError(), '__suppress_context__ __cause__ args')]
for value, names in errors:
    for name in names.split():
        for kind in type(value).__mro__:
            if name in kind.__dict__:
                print(type(kind.__dict__[name]).__name__, kind.__dict__[name])
        for new in 'text', 7, None:
            attempt('set %s %r' % (name, new), setattr, value, name, new)
            if name not in ('object', 'print_file_and_line', 'start', 'end') or new == 7:
                attempt('now ' + name, getattr, value, name)
        attempt('delete ' + name, delattr, value, name)
        if name not in ('start', 'end'):
            attempt('now ' + name, getattr, value, name)

print(weakref.ref[int], weakref.ReferenceType[str, int].__args__)
default = collections.defaultdict(list)
default.default_factory = 7
print(default, collections.defaultdict.default_factory)
del default.default_factory
print(default)
default.__init__(list, a=1)
print(default)
default.__init__(b=2)
print(default)
