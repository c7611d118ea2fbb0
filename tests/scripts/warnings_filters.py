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

# what _warnings and the warnings module share
import _warnings
import io
import sys
print(warnings.filters is _warnings.filters, warnings.onceregistry is _warnings._onceregistry, warnings.defaultaction, warnings.warn is _warnings.warn)
print([(f[0], f[1], f[2].__name__, f[3], f[4]) for f in _warnings.filters])


def attempt(function, *args, **kwds):
    try:
        print('done', function(*args, **kwds))
    except Exception as e:
        print(type(e).__name__, e)


with warnings.catch_warnings(record=True) as w:
    warnings.resetwarnings()
    registry = {}
    for action in ('ignore', 'default', 'module', 'once', 'always'):
        warnings.simplefilter(action)
        warnings.warn_explicit('text', UserWarning, 'f.py', 5, registry=registry)
        warnings.warn_explicit('text', UserWarning, 'f.py', 5, registry=registry)
        print(action, len(w), [k for k in registry if k != 'version'])
    warnings.warn_explicit('none', UserWarning, 'f.py', 5, module=None)
    warnings.simplefilter('once')
    warnings.warn_explicit('twice', UserWarning, 'f.py', 5)
    warnings.warn_explicit('twice', UserWarning, 'g.py', 6)
    print(len(w), list(warnings.onceregistry)[1:])
    warnings.filters = [('always', 'exact', UserWarning, 'f', 0), ('ignore', None, Warning, None, 0)]
    warnings._filters_mutated()
    for text, filename in (('exact', 'f.py'), ('exact', 'g.py'), ('exactly', 'f.py')):
        warnings.warn_explicit(text, UserWarning, filename, 1)
    print(len(w), w[-1].message, w[-1].filename)
    for bad in ((), [(None, None, Warning, None, 0)], [('x', None)], [('odd', None, Warning, None, 0)]):
        warnings.filters = bad
        attempt(warnings.warn, 'bad filters')
    warnings.filters = []
    for name, value in (('defaultaction', 5), ('defaultaction', 'once'), ('onceregistry', None)):
        saved = getattr(warnings, name)
        setattr(warnings, name, value)
        attempt(warnings.warn_explicit, 'bad ' + name, UserWarning, 'f.py', 1)
        if value != 'once':
            setattr(warnings, name, saved)
    warnings.defaultaction = 'default'
    warnings.onceregistry = {}
    attempt(warnings.warn_explicit, 'x', UserWarning, 'f.py', 1, registry=5)
    attempt(warnings.warn_explicit, 'x', UserWarning, 'f.py', 1, module_globals=5)

saved, showing = sys.stderr, warnings._showwarnmsg
sys.stderr = io.StringIO()
del warnings._showwarnmsg


class Loader:
    def get_source(self, name):
        return 'first\n   the second  \n'


try:
    warnings.warn('shown without the module')
    attempt(warnings.warn_explicit, 'no such line', UserWarning, 'nowhere.py', 3, module_globals={'__loader__': Loader(), '__name__': 'n'})
    exec('import warnings\ndef f(level): warnings.warn("far up", stacklevel=level)\nf(2); f(40)', {})
finally:
    shown, sys.stderr, warnings._showwarnmsg = sys.stderr.getvalue(), saved, showing
print(shown.replace(__file__, 'FILE'))
warnings._showwarnmsg = 5
attempt(warnings.warn, 'not callable')
