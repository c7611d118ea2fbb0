# every way out of try statements
def log(*a): print(*a)
def ways(kind):
    for i in range(3):
        try:
            if kind == 'return': return ('returned', i)
            if kind == 'break': break
            if kind == 'continue': continue
            if kind == 'raise': raise ValueError(i)
            log('body', i)
        finally:
            log('finally', i)
    else:
        log('else')
    return 'end'
for k in 'return break continue raise none'.split():
    try: log(k, ways(k))
    except ValueError as e: log(k, 'raised', e)

def override(kind, how):
    for i in range(2):
        try:
            if kind == 'return': return 'try'
            if kind == 'raise': raise ValueError(i)
            if kind == 'break': break
            if kind == 'continue': continue
        finally:
            if how == 'return': return 'finally'
            if how == 'break': break
            if how == 'continue': continue
            if how == 'raise': raise KeyError(i)
    return 'end'
for k in 'return raise break continue none'.split():
    for h in 'return break continue raise none'.split():
        try: log(k, h, override(k, h))
        except Exception as e: log(k, h, repr(e), repr(e.__context__))

def nested(kind):
    try:
        try:
            try:
                if kind == 1: return 'one'
                if kind == 2: raise ValueError
                if kind == 3: raise KeyError
            except ValueError:
                log('handler')
                if kind == 2: return 'two'
            else:
                log('else')
                return 'else'
            finally:
                log('f1')
        except KeyError as e:
            log('outer', repr(e))
            return 'three'
        finally:
            log('f2')
    finally:
        log('f3')
for k in range(5): log(k, nested(k))

def value():
    x = 1
    try:
        return x
    finally:
        x = 2
        log('x', x)
log(value())
def value2():
    try:
        raise ValueError('v')
    except ValueError as e:
        return e
    finally:
        log('done')
log(repr(value2()))
def value3():
    for x in range(5):
        try:
            try:
                if x == 3: return x
                continue
            finally:
                y = x
                x = 77
                log('inner', y, x)
        finally:
            log('outer', x)
log(value3())

import sys
def context():
    try:
        raise ValueError(1)
    except ValueError:
        log(sys.exc_info()[0].__name__)
        try:
            raise KeyError(2)
        except KeyError as e:
            log(sys.exc_info()[0].__name__, repr(e.__context__))
        log(sys.exc_info()[0].__name__)
        try:
            log(sys.exc_info()[0].__name__)
        finally:
            log(sys.exc_info()[0].__name__)
    log(sys.exc_info())
context()
def exc_in_loop():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError:
            if i == 0: continue
            if i == 1: break
    log(sys.exc_info())
exc_in_loop()
def reraise():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            try:
                raise TypeError(2)
            except TypeError:
                pass
            raise
    except ValueError as e:
        log('re', repr(e), e.__context__)
reraise()
def no_active():
    try: raise
    except RuntimeError as e: log(e)
no_active()
def unbound_name():
    try: raise ValueError(1)
    except ValueError as e: pass
    try: log(e)
    except UnboundLocalError as x: log(x)
unbound_name()
def deleted_name():
    try: raise ValueError(1)
    except ValueError as e:
        del e
    try:
        try: raise ValueError(1)
        except ValueError as e:
            raise KeyError(e)
    except KeyError as k: log(repr(k))
    log('e' in locals())
deleted_name()
try: raise ValueError(1)
except ValueError as modname: pass
try: modname
except NameError as x: log(x)
def in_finally():
    try:
        raise ValueError(1)
    finally:
        log(repr(sys.exc_info()[1]))
        try:
            raise KeyError(2)
        except KeyError:
            log(repr(sys.exc_info()[1]))
        log(repr(sys.exc_info()[1]))
try: in_finally()
except ValueError as e: log(repr(e), e.__context__)
def while_else():
    n = 3
    while n:
        n -= 1
        try:
            if n == 1: continue
        finally:
            log('w', n)
    else:
        log('exhausted')
while_else()
def bad_match():
    try:
        try: raise ValueError(1)
        except 5: pass
    except TypeError as e: log(e, repr(e.__context__))
    try:
        try: raise ValueError(1)
        except (KeyError, 'x'): pass
    except TypeError as e: log(e)
bad_match()
def tuple_match():
    try: raise IndexError(1)
    except (KeyError, IndexError) as e: log(repr(e))
    try: raise IndexError(1)
    except LookupError: log('lookup')
    try: {}['x']
    except: log('bare', sys.exc_info()[0].__name__)
tuple_match()
def gen_finally():
    try:
        yield 1
        yield 2
    finally:
        log('gen closed')
g = gen_finally(); next(g); g.close()
gf = gen_finally()
for v in gf:
    log(v)
    if v == 2: break
gf.close()
def gen_return():
    try:
        yield 1
    finally:
        return 5
g = gen_return(); next(g)
try: g.throw(ValueError(3))
except StopIteration as e: log('stop', e.value)
def deep(n):
    try:
        if n == 0: raise ValueError('deep')
        return deep(n - 1)
    finally:
        log('level', n)
try: deep(3)
except ValueError as e: log(e)
def cause():
    try:
        try: raise ValueError(1)
        except ValueError as e: raise KeyError(2) from e
    except KeyError as k: log(repr(k.__cause__), k.__suppress_context__)
    try:
        try: raise ValueError(1)
        except ValueError as e: raise KeyError(2) from None
    except KeyError as k: log(repr(k.__cause__), repr(k.__context__), k.__suppress_context__)
    for bad in (5, 'x', int):
        try: raise ValueError from bad
        except TypeError as e: log(e)
        try: raise bad
        except TypeError as e: log(e)
cause()
