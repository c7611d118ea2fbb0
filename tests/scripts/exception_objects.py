"""Exception objects: args, attributes, __cause__, __context__, notes, with_traceback, hierarchy, errors in raise and except."""
import sys


def chain():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise KeyError('second') from e
    except KeyError as e:
        try:
            raise TypeError('third')
        except TypeError as f:
            return f


e = chain()
while e:
    print(repr(e), repr(e.__cause__), e.__suppress_context__, end=' <- ')
    e = e.__cause__ or e.__context__
print()
for exc in (OSError(2, 'No such', 'file'), OSError(13, 'denied'), OSError('one'), OSError(17, 'a', 'f1', None, 'f2'), OSError(), KeyError('k'), KeyError('a', 'b'), KeyError(), StopIteration(5), SystemExit(3), SystemExit(), UnicodeDecodeError('utf-8', b'ab\xff', 2, 3, 'bad'), UnicodeEncodeError('ascii', 'aé', 1, 2, 'no'), UnicodeTranslateError('abc', 0, 2, 'why'),
            ImportError('msg', name='n', path='p'), ModuleNotFoundError('m', name='q'), NameError('x', name='nm'), AttributeError('a', name='at', obj=5), SyntaxError('bad', ('f.py', 3, 4, 'text', 3, 9)), SyntaxError('only'), BlockingIOError(11, 'again', 7), ValueError(), ValueError(1, 2), ExceptionGroup('g', [ValueError(1)]), BaseException('b', [1]), Warning('w')):
    attrs = {k: getattr(exc, k) for k in ('errno', 'strerror', 'filename', 'filename2', 'code', 'value', 'encoding', 'object', 'start', 'end', 'reason', 'name', 'path', 'msg', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset', 'obj', 'characters_written') if hasattr(exc, k)}
    print(type(exc).__name__, repr(exc), '|', str(exc), '|', exc.args, attrs)


class Custom(Exception):
    def __init__(self, code, *, detail=None):
        super().__init__(code)
        self.detail = detail


try:
    raise Custom(5, detail='d')
except Exception as c:
    c.add_note('note 1')
    c.add_note('note 2')
    print(c.args, c.detail, c.__notes__, c.__traceback__.tb_lineno > 0, c.with_traceback(None) is c, c.__traceback__)
for bad in ('raise 5', 'raise "x"', 'raise', 'raise ValueError from 5', 'raise ValueError(1) from None', 'raise ValueError from KeyError', 'try: 1/0\nexcept 5: pass', 'try: 1/0\nexcept (ValueError, "x"): pass', 'raise int', 'raise Custom', 'ValueError().add_note(5)', 'ValueError().__cause__ = 5', 'ValueError().__traceback__ = 5', 'del ValueError().args', 'ValueError(x=1)', 'OSError(x=1)', 'ImportError(x=1)', 'UnicodeDecodeError(1)', 'raise ValueError, 1', 'ValueError.args', 'raise type("E", (Exception,), {"__init__": lambda s: 1/0})', 'raise type("E", (Exception,), {"__new__": lambda c: 5})', 'BaseExceptionGroup("x")', 'ExceptionGroup("m", [BaseException()])', 'ValueError().args = 5'):
    try:
        exec(bad)
        print(bad, 'fine')
    except BaseException as x:
        print(bad, '->', type(x).__name__, x, '|', repr(x.__cause__), repr(x.__context__))
print(sys.exc_info(), [c.__name__ for c in FileNotFoundError.__mro__], [type(OSError(n, 'x')).__name__ for n in (1, 2, 4, 9, 10, 11, 13, 17, 20, 21, 32, 104, 110, 111)], IOError is OSError is EnvironmentError, issubclass(KeyError, LookupError), issubclass(UnicodeError, ValueError), issubclass(RecursionError, RuntimeError))


def reraise():
    try:
        raise ValueError('original')
    except ValueError:
        try:
            raise KeyError('inner')
        except KeyError:
            pass
        print(sys.exc_info()[0].__name__, sys.exception())
        raise


try:
    reraise()
except ValueError as x:
    print(repr(x), repr(x.__context__), x.__traceback__.tb_next is not None)


def cycle():
    a, b = ValueError('a'), ValueError('b')
    try:
        try:
            raise a
        except ValueError:
            raise b
    except ValueError:
        try:
            raise a
        except ValueError as got:
            return got is a, a.__context__ is b, b.__context__


print(cycle())
