def show(e, depth=0):
    print('  ' * depth, type(e).__name__, e, e.__suppress_context__)
    if e.__cause__ is not None and depth < 5:
        show(e.__cause__, depth + 1)
    if e.__context__ is not None and e.__context__ is not e.__cause__ and depth < 5:
        show(e.__context__, depth + 1)

def attempt(f):
    try:
        f()
    except BaseException as e:
        show(e)
    else:
        print('no exception')

def context():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError('k')
attempt(context)

def cause():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError('k') from e
attempt(cause)

def no_cause():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError('k') from None
attempt(no_cause)

def bare():
    try:
        1 / 0
    except ZeroDivisionError:
        raise
attempt(bare)

def bare_outside():
    raise
attempt(bare_outside)

def not_an_exception():
    raise 5
attempt(not_an_exception)
def bad_cause():
    raise ValueError from 5
attempt(bad_cause)
def class_cause():
    raise ValueError from KeyError
attempt(class_cause)

def in_finally():
    try:
        1 / 0
    finally:
        print('finally', repr(exc_info()))
        [][1]
attempt(in_finally)

def swallowed():
    try:
        1 / 0
    finally:
        return 5
print(swallowed(), exc_info())

def nested():
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise KeyError(2)
        except KeyError:
            print(repr(exc_info()))
        print(repr(exc_info()))
    print(repr(exc_info()))
nested()

def catch_bad():
    try:
        1 / 0
    except 5:
        pass
attempt(catch_bad)
def catch_bad_tuple():
    try:
        1 / 0
    except (ValueError, 'x'):
        pass
attempt(catch_bad_tuple)

def loop():
    for i in range(4):
        try:
            if i == 1: continue
            if i == 3: break
            print('body', i)
        except ValueError:
            pass
        else:
            print('else', i)
        finally:
            print('finally', i)
    print(exc_info())
loop()

def in_generator():
    try:
        yield 1
    except ValueError as e:
        yield repr(exc_info())
    yield repr(exc_info())
def use_generator():
    g = in_generator()
    print(next(g))
    try:
        raise KeyError('outer')
    except KeyError:
        print(g.throw(ValueError('inner')))
        print(next(g))
        print(repr(exc_info()))
use_generator()

class Custom(Exception):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b
    def __str__(self):
        return 'custom %s' % self.b
def custom():
    raise Custom(1, 2)
attempt(custom)
print(repr(Custom(1, 2)), Custom(1, 2).args)
class Both(KeyError, AttributeError): pass
attempt(lambda: (_ for _ in ()).throw(Both('x')))
e = ValueError('a', 'b')
print(e, repr(e), e.args)
e.add_note('note')
print(e.__notes__)
e.attribute = 3
print(e.attribute, e.__dict__)
try:
    e.args = 5
except TypeError as t:
    print(t)
print(e.with_traceback(None) is e)
for args in [(), (1,), (1, 2)]:
    print(repr(StopIteration(*args).value), repr(SystemExit(*args).code), str(KeyError(*args)))
o = OSError(2, 'No such file', 'name')
print(type(o), o, o.errno, o.strerror, o.filename, o.filename2, o.args)
print(repr(o), type(OSError(17, 'x')), type(OSError(32, 'x')), OSError('only'), OSError(1, 2, 3, 4, 5))
print(ImportError('m', name='n', path='p').name, NameError('x', name='y').name, AttributeError('x', name='n', obj=3).obj)
s = SyntaxError('msg', ('file', 1, 2, 'text'))
print(s, s.lineno, s.offset, s.text, s.end_lineno)
print(UnicodeDecodeError('utf-8', b'abc\xff', 3, 4, 'bad'), UnicodeEncodeError('ascii', 'ab\xe9', 2, 3, 'bad'))
print(UnicodeDecodeError('utf-8', b'abc\xff', 1, 4, 'bad'), UnicodeTranslateError('\u1234', 0, 1, 'bad'))
def unbound():
    x
    x = 1
attempt(unbound)
def unbound_cell():
    def inner(): return y
    inner()
    y = 1
attempt(unbound_cell)
def deleted():
    x = 1
    del x
    del x
attempt(deleted)
def undefined(): undefined_name
attempt(undefined)
try:
    unbound()
except UnboundLocalError as e:
    print(e.name)
