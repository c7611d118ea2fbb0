"""warnings: filters, categories, once and always, catch_warnings, stack levels, formatting, errors."""
import warnings


def noisy(n):
    warnings.warn('message %d' % n, UserWarning, stacklevel=2)


with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    noisy(1)
    noisy(1)
    warnings.warn('dep', DeprecationWarning)
    warnings.warn(FutureWarning('instance'))
    print([(str(x.message), x.category.__name__, x.filename.split('/')[-1], x.lineno > 0) for x in w])
for action in ('default', 'once', 'module', 'ignore', 'always'):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter(action)
        globals().pop('__warningregistry__', None)
        for i in range(3):
            warnings.warn('same')
        warnings.warn('other')
        print(action, len(w), [str(x.message) for x in w])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    for c in (UserWarning, DeprecationWarning, RuntimeWarning):
        try:
            warnings.warn('raised', c)
        except Warning as e:
            print(repr(e))
with warnings.catch_warnings(record=True) as w:
    warnings.resetwarnings()
    warnings.filterwarnings('ignore', message='skip.*')
    warnings.filterwarnings('error', category=BytesWarning)
    warnings.filterwarnings('always', module='no_such_module')
    warnings.warn('skip this')
    warnings.warn('keep this')
    try:
        warnings.warn('bytes', BytesWarning)
    except BytesWarning as e:
        print('error', e)
    print([str(x.message) for x in w], len(warnings.filters))
for bad in (lambda: warnings.warn('x', int), lambda: warnings.warn('x', 5), lambda: warnings.simplefilter('nope'), lambda: warnings.filterwarnings('ignore', category=int)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(warnings.formatwarning('msg', UserWarning, 'file.py', 3, 'source line'), warnings.formatwarning('m', DeprecationWarning, 'none.py', 1))
shown = []
old, warnings.showwarning = warnings.showwarning, lambda m, c, f, l, *a: shown.append((str(m), c.__name__))
with warnings.catch_warnings():
    warnings.simplefilter('always')
    warnings.showwarning = lambda m, c, f, l, *a: shown.append((str(m), c.__name__))
    noisy(7)
warnings.showwarning = old
print(shown)


class Mine(UserWarning):
    pass


with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('ignore')
    warnings.simplefilter('always', Mine)
    warnings.warn('a', Mine)
    warnings.warn('b')
    warnings.warn_explicit('explicit', Mine, 'f.py', 9, module='m')
    print([(str(x.message), x.filename.split('/')[-1]) for x in w])
for src in ('1 is 1', '(1)()', '"a"[1, 2]', 'assert (1, "x")', "'\\d'", '0or 1', '[1][1, 2]', 'x is "s"'):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try:
            compile(src, '<src>', 'exec')
        except SyntaxError as e:
            print(src, e.msg)
        print(src, [(x.category.__name__, str(x.message), x.lineno) for x in w])
