"""try, except, else, finally; the hierarchy; chaining."""


def f(what):
    try:
        if what == 'value':
            raise ValueError('v')
        if what == 'key':
            {}['missing']
        if what == 'zero':
            1 / 0
        if what == 'return':
            return 'returned'
    except ValueError as e:
        print('value', e.args)
    except (KeyError, IndexError) as e:
        print('lookup', repr(e), str(e))
    except ArithmeticError as e:
        print('arithmetic', e)
    else:
        print('else')
    finally:
        print('finally')
    return 'end'


for w in ['value', 'key', 'zero', 'return', '']:
    print(f(w))
try:
    e
except NameError as err:
    print(err)


def chain():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise KeyError('k') from e
    except KeyError as e:
        print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise KeyError('k')
    except KeyError as e:
        print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
    try:
        raise ValueError from None
    except ValueError as e:
        print(e.__suppress_context__, e.args)


chain()


class MyError(Exception):
    def __init__(self, code):
        super().__init__('code %d' % code)
        self.code = code


try:
    raise MyError(5)
except Exception as e:
    print(type(e).__name__, e, e.code, e.args)


def nested():
    for i in range(3):
        try:
            if i == 1:
                continue
            try:
                if i == 2:
                    break
            finally:
                print('inner', i)
        finally:
            print('outer', i)
    try:
        try:
            raise ValueError(1)
        finally:
            print('cleanup')
    except ValueError as e:
        print(e)


nested()


def override():
    try:
        return 1
    finally:
        return 2


print(override())
try:
    raise
except RuntimeError as e:
    print(e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as e:
    print(e)
import sys
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[2] is not None)
print(sys.exc_info())
print(BaseException.__subclasses__()[:1] is not None, issubclass(KeyboardInterrupt, Exception), OSError is IOError)
e = ValueError('a', 1)
e.add_note('note')
print(e, repr(e), e.__notes__, ValueError('a') == ValueError('a'))
try:
    open('/nonexistent/file')
except FileNotFoundError as e:
    print(e.errno, e.filename, e.strerror, e)
assert True
try:
    assert 1 == 2, 'wrong'
except AssertionError as e:
    print(e)
