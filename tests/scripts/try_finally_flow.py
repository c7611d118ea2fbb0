"""The order of try, except, else, finally under every way out."""
import itertools

log = []


def run(body, handler, other, final):
    def act(what, where):
        log.append(where)
        if what == 'raise':
            raise ValueError(where)
        return what
    for _ in range(2):
        try:
            w = act(body, 'body')
            if w == 'return':
                return 'r-body'
            if w == 'break':
                break
            if w == 'continue':
                continue
        except ValueError:
            w = act(handler, 'handler')
            if w == 'return':
                return 'r-handler'
            if w == 'break':
                break
            if w == 'continue':
                continue
        else:
            w = act(other, 'else')
            if w == 'return':
                return 'r-else'
            if w == 'break':
                break
        finally:
            w = act(final, 'finally')
            if w == 'return':
                return 'r-finally'
            if w == 'break':
                break
        log.append('after')
    return 'end'


ways = ['pass', 'raise', 'return', 'break', 'continue']
for combination in itertools.product(ways, ['pass', 'raise', 'return', 'continue'], ['pass', 'raise', 'break'], ['pass', 'return', 'break', 'raise']):
    log.clear()
    try:
        got = run(*combination)
    except ValueError as e:
        context = e.__context__
        got = 'error %s, context %s' % (e, context)
    print(' '.join(combination), '|', ' '.join(log), '|', got)


def nested():
    try:
        try:
            try:
                1 / 0
            finally:
                log.append('inner finally')
        except ZeroDivisionError:
            log.append('caught')
            raise KeyError('new') from None
        finally:
            log.append('outer finally')
    except KeyError as e:
        log.append(repr(e.__cause__))
        return e.__suppress_context__, type(e.__context__).__name__


log.clear()
print(nested(), log)


def generator():
    try:
        yield 1
        yield 2
    finally:
        print('generator closed')


g = generator()
print(next(g))
g.close()
for v in generator():
    print(v)
