"""Traceback and frame objects, the traceback module's functions, sys.exc_info, sys._getframe."""
import sys
import traceback


def a(n):
    local = 'in a'
    return b(n - 1)


def b(n):
    if n <= 0:
        raise ValueError('bottom')
    return a(n)


try:
    a(3)
except ValueError as e:
    tb = e.__traceback__
    chain = []
    while tb:
        chain.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
        tb = tb.tb_next
    print(chain)
    t = traceback.extract_tb(e.__traceback__)
    print([(f.name, f.line) for f in t], t[0].filename.endswith('traceback_objects.py'), len(t))
    text = traceback.format_exc()
    print('\n'.join(line.split(', in ')[-1] for line in text.splitlines()))
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    te = traceback.TracebackException.from_exception(e, limit=2, capture_locals=True)
    print([(f.name, f.locals and f.locals.get('local')) for f in te.stack], str(te), te.exc_type.__name__)
    print(sys.exc_info()[0] is ValueError, sys.exc_info()[1] is e, sys.exc_info()[2] is e.__traceback__, sys.exception() is e)
    last = e.__traceback__.tb_next.tb_frame
    print(last.f_locals['local'], last.f_globals is globals(), last.f_back is not None, last.f_code.co_name, last.f_builtins['len'] is len)
print(sys.exc_info())


def who():
    f = sys._getframe()
    g = sys._getframe(1)
    return f.f_code.co_name, g.f_code.co_name, f.f_back is g, f.f_lineno - f.f_code.co_firstlineno, sorted(f.f_locals)


def caller():
    return who()


print(caller())
try:
    sys._getframe(10000)
except ValueError as e:
    print(e)
print([f.name for f in (lambda: traceback.extract_stack())()], traceback.format_list([('f.py', 3, 'name', 'source line')]))
try:
    try:
        {}['k']
    except KeyError:
        raise RuntimeError('while handling')
except RuntimeError as e:
    lines = traceback.format_exception(e)
    print([line for line in ''.join(lines).splitlines() if not line.startswith('  ')])
    print([line for line in ''.join(traceback.format_exception(e, chain=False)).splitlines() if not line.startswith('  ')])
try:
    exec(compile('x = 1\ny = [\n  1 / 0,\n]', '<generated>', 'exec'))
except ZeroDivisionError as e:
    print(traceback.format_tb(e.__traceback__)[-1], e.__traceback__.tb_next.tb_lineno)
try:
    compile('a = = b', 'bad.py', 'exec')
except SyntaxError as e:
    print(''.join(traceback.format_exception_only(e)))
g = ExceptionGroup('top', [ValueError(1), ExceptionGroup('sub', [KeyError('k')])])
print(''.join(traceback.format_exception(g)))
e = ValueError('noted')
e.add_note('a note\nof two lines')
print(''.join(traceback.format_exception(e)), traceback.format_exception_only(KeyError()), traceback.format_exception(None))


class BadStr(Exception):
    def __str__(self):
        raise TypeError('no str')


print(traceback.format_exception_only(BadStr()), traceback.format_exception_only(type('Local', (Exception,), {'__module__': 'mod', '__qualname__': 'Q.Local'})('x')))


def deep(n):
    return deep(n - 1) if n else 1 / 0


try:
    deep(10)
except ZeroDivisionError:
    out = traceback.format_exc().splitlines()
    print(len([line for line in out if 'in deep' in line]), [line for line in out if 'repeated' in line])
e2 = ValueError('manual')
print(e2.with_traceback(None).__traceback__, traceback.walk_tb(None).__class__.__name__, traceback.print_exception.__name__)
