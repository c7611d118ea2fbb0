def run(make):
    out = []
    try:
        try:
            raise make()
        except* ValueError as e:
            out.append(('V', e.exceptions))
        except* (TypeError, KeyError) as e:
            out.append(('TK', e.exceptions))
        else:
            out.append('else')
        finally:
            out.append('finally')
    except BaseException as e:
        out.append(('left', repr(e)))
    return out
EG = ExceptionGroup
print(run(lambda: EG('g', [ValueError(1), TypeError(2), OSError(3)])))
print(run(lambda: EG('g', [ValueError(1), EG('h', [KeyError(2), ValueError(3)])])))
print(run(lambda: ValueError('naked')))
print(run(lambda: OSError('naked')))
print(run(lambda: BaseExceptionGroup('b', [KeyboardInterrupt(), KeyError(1)])))
def empty():
    try: pass
    except* ValueError: print('no')
    else: print('else')
    finally: print('fin')
empty()
def raising():
    try:
        try:
            raise EG('g', [ValueError(1), TypeError(2), OSError(3)])
        except* ValueError as e:
            raise KeyError('from V')
        except* TypeError as e:
            raise
        except* OSError as e:
            raise IndexError('from O') from e
    except BaseException as e:
        def show(e, n=0):
            print(' ' * n, type(e).__name__, e, repr(e.__context__)[:60], repr(e.__cause__)[:60])
            for s in getattr(e, 'exceptions', ()): show(s, n + 1)
        show(e)
raising()
import sys
def info():
    try:
        raise EG('g', [ValueError(1), TypeError(2)])
    except* ValueError as e:
        print(repr(sys.exc_info()[1]))
    except* TypeError:
        print(repr(sys.exc_info()[1]))
    print(sys.exc_info())
    try: e
    except UnboundLocalError as x: print(x)
info()
def bad():
    for t in (ExceptionGroup, (ValueError, ExceptionGroup), 5, (5,)):
        try:
            try: raise EG('g', [ValueError(1)])
            except* t: print('no')
        except TypeError as e: print(e)
bad()
def loop():
    r = []
    for i in range(3):
        try:
            if i == 1: raise EG('x', [ValueError(i)])
            if i == 2: break
        except* ValueError as e: r.append(str(e))
        finally: r.append(i)
    return r
print(loop())
def nested():
    try:
        try: raise EG('a', [ValueError(1), TypeError(2)])
        except* ValueError:
            try: raise EG('b', [OSError(1), KeyError(1)])
            except* OSError: print('os')
    except BaseException as e: print(repr(e), [repr(x) for x in e.exceptions])
nested()
def ret():
    def f():
        try: return 'x'
        except* ValueError: pass
        finally: print('f')
    return f()
print(ret())
def naked_reraise():
    try:
        try: raise ValueError('n')
        except* TypeError: pass
    except ValueError as e: print(repr(e))
    try:
        try: raise ValueError('n')
        except* ValueError: raise
    except BaseException as e: print(repr(e))
naked_reraise()
