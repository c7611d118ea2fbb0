# line, exception, call and return events of statements that leave blocks, of loops and of generators; then jumps of a debugger
seen = []
traced = ()
def trace(frame, event, arg):
    if frame.f_code.co_name in traced:
        what = arg[0].__name__ if event == 'exception' else value_shown(arg) if event == 'return' else ''
        seen.append((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, event, what))
        return trace
def value_shown(value):
    return repr(value) if isinstance(value, (int, list, type(None))) else type(value).__name__
def show(fn, *args, names=''):
    global traced, seen
    traced = (fn.__name__,) + tuple(names.split())
    settrace(trace)
    try:
        fn(*args)
    except BaseException as e:
        settrace(None)
        print('raised', type(e).__name__, e)
    settrace(None)
    print(fn.__name__, args)
    for name, line, event, what in seen:
        print('   ', name, line, event, what)
    seen = []


class CM:
    def __enter__(self):
        return self
    def __exit__(self, *exc):
        return True


def endless(n):
    while True:
        n -= 1
        if n == 3:
            continue
        if n < 0:
            break
        n -= 1
    while 0:
        n = 5
    while 1:
        while n:
            break
        break
    1
    'text'
    pass


def leaves(way):
    "A docstring has no line."
    for i in range(2):
        try:
            with CM():
                if way == 0:
                    break
                if way == 1:
                    continue
                if way == 2:
                    return way
                if way == 3:
                    return (
                        7
                    )
                way.attribute
        finally:
            way = way + 0
    else:
        1
    return [
        len([way])
    ]


def handlers(x):
    try:
        try:
            try:
                raise x
            except KeyError as e:
                raise
            except ValueError:
                pass
            except:
                if x is None:
                    raise
            else:
                2
        finally:
            x = 1
    except* TypeError:
        x = 2
    except* KeyError as e:
        x = 3
    (
        a,
        b
    ) = x, 1
    with CM() \
            as c:
        a = c


class Steps:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration(5)
        return self.n
    def __await__(self):
        return self
    def __aiter__(self):
        return self
    async def __anext__(self):
        self.n -= 1
        if self.n < 0:
            raise StopAsyncIteration
        return self.n


def counting(result):
    try:
        yield 1
        yield 2
    finally:
        result.append(3)
    if result[0]:
        return 4


def delegating(first):
    x = yield from counting(first)
    x = yield from [5]
    x = yield from Steps(1)


async def waiting():
    async for x in Steps(1):
        await Steps(0)
        y = x


def generators():
    for x in counting([0]):
        pass
    for x in Steps(1):
        pass
    for x in delegating([1]):
        pass
    g = counting([1])
    next(g)
    g.close()
    g = counting([0])
    next(g)
    try:
        g.throw(KeyError)
    except KeyError:
        pass
    g = delegating([0])
    next(g)
    g.send(1)
    g.close()
    try:
        waiting().send(None)
    except StopIteration:
        pass


show(endless, 6)
for way in range(5):
    show(leaves, way)
for error in KeyError(1), ValueError(2), TypeError(3), None:
    show(handlers, error)
show(generators, names='counting delegating waiting __anext__')


# what a trace function raises takes the place of the exception, and leaves the frame at a return
def one():
    try:
        return 1
    except ValueError:
        return 2


def fails():
    try:
        [][1]
    except ValueError as e:
        return 'caught', type(e.__context__).__name__
    except IndexError:
        return 'not replaced'


def generate():
    try:
        yield 1
    except ValueError:
        yield 2


for fn in one, fails, generate:
    for when in 'call', 'line', 'exception', 'return':
        def raising(frame, event, arg):
            if frame.f_code is fn.__code__:
                if event == when:
                    raise ValueError(event)
                return raising
        settrace(raising)
        try:
            result = fn()
            if fn is generate:
                result = [x for x in result]
        except ValueError as e:
            settrace(None)
            result = e
            names = []
            tb = e.__traceback__
            while tb:
                names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno if tb.tb_frame.f_code is fn.__code__ else 0))
                tb = tb.tb_next
            print(names)
        settrace(None)
        print(fn.__name__, when, repr(result))


# a frame that is traced from some moment on: no event for the rest of the line
def install():
    global traced
    traced = ('late', 'later')
    settrace(trace)
    frame(1).f_trace = trace
    frame(2).f_trace = trace


def late():
    install(); x = 1
    y = 2


def later():
    x = [late(), 3]; z = 4
    y = 5


later()
settrace(None)
print(seen)
seen = []


# jumps: from the first line event of a line to another line
def jump(fn, start, target, event='line'):
    output = []
    first = fn.__code__.co_firstlineno
    done = []
    def tracer(frame, happened, arg):
        if frame.f_code is fn.__code__:
            if happened == event and frame.f_lineno == first + start and not done:
                done.append(1)
                frame.f_lineno = first + target
            return tracer
    settrace(tracer)
    try:
        result = fn(output)
        if not isinstance(result, (list, int, type(None))):
            settrace(None)
            settrace(tracer)
            result = [x for x in result]
    except Exception as e:
        settrace(None)
        result = e
    settrace(None)
    print(fn.__name__, start, target, event, output, repr(result), exc_info())


def blocks(o):
    o.append(1)
    for i in [1, 2]:
        o.append(3)
        try:
            o.append(5)
            o.nothing
        except AttributeError as e:
            o.append(8)
            o.append(exc_info() is e)
        finally:
            o.append(11)
            o.append(exc_info())
    with CM() as c:
        o.append(14)
        for j in (
            1, 2):
            o.append(17)
    with CM():
        o.append(19)
        o.append(exc_info())
    while o:
        o.append(22)
        break
    return o


def again(o):
    try:
        o.append(2)
        o.nothing
    finally:
        o.append(5)
        o.append(exc_info() is None)
        o.append(7)
    o.append(8)


def groups(o):
    try:
        o.nothing
    except* ValueError:
        o.append(4)
    except* AttributeError:
        o.append(6)
        o.append(7)
        o.append(8)
    o.append(9)
    o.append(exc_info())


def yields(o):
    o.append(1)
    yield 2
    o.append(3)
    yield 4
    o.append(5)


def expression(o):
    x = 0
    x = int(
        o.append(3) or 0
        + 1
    ) + (
        (o.append(6) or 1) +
        1
    )
    o.append(x)


for start, target in ((1, 3), (1, 17), (1, 8), (8, 11), (9, 3), (9, 1), (8, 12), (11, 1), (14, 20), (17, 14), (17, 20),
                      (17, 1), (19, 14), (20, 17), (22, 25), (25, 22), (3, 99), (3, -5), (5, 8), (5, 7), (9, 8)):
    jump(blocks, start, target)
for start, target in ((5, 7), (7, 2), (7, 8), (2, 5), (2, 7), (8, 5)):
    jump(again, start, target)
for start, target in ((6, 8), (7, 9), (7, 6), (4, 6), (9, 6), (9, 4)):
    jump(groups, start, target)
for start, target, event in ((1, 3, 'line'), (5, 1, 'return'), (0, 2, 'call')):
    jump(yields, start, target, event)
for start, target in ((3, 9), (6, 9), (9, 1), (9, 6), (6, 3)):
    jump(expression, start, target)


def at_yield(frame, event, arg):
    if frame.f_code is yields.__code__:
        if event == 'return':
            frame.f_lineno = yields.__code__.co_firstlineno + 5
        return at_yield


g = yields([])
settrace(at_yield)
print(next(g))
settrace(None)
print(g.gi_frame.f_lineno - yields.__code__.co_firstlineno)


# deleted and assigned through f_locals
def variables():
    a = 1
    b = 2
    return a, b


def changing(frame, event, arg):
    if frame.f_code is variables.__code__:
        if event == 'line' and 'b' in frame.f_locals:
            frame.f_locals['a'] = 5
        return changing


settrace(changing)
print(variables())
settrace(None)


# the attributes of frames
def attributes(f):
    for value in 1, 'x', True, 10 ** 30:
        try:
            f.f_lineno = value
        except Exception as e:
            print(type(e).__name__, e)
    for name in 'f_trace_lines', 'f_trace_opcodes', 'f_trace':
        for value in 1, None, True:
            try:
                object.__setattr__(f, name, value)
            except Exception as e:
                print(type(e).__name__, e)
            print(name, value, getattr(f, name))
        try:
            object.__delattr__(f, name)
        except Exception as e:
            print(type(e).__name__, e)
    f.f_trace_opcodes = False


def inside(f, event, arg):
    if f.f_code is helper.__code__:
        if event == 'line':
            attributes(f)
        return inside


def helper():
    return 1


attributes(frame())
settrace(inside)
helper()
settrace(None)


# lines of handlers, of class bodies and of what stands on one line
class Failing(CM):
    def __exit__(self, *exc):
        raise KeyError(1)


def one_line(x):
    try: pass
    except* KeyError: pass
    else: x = 1
    class Inner:
        x = 1
        def method(self): return __class__
    with CM() as a, Failing() as b: x.nothing
    with CM() as a, \
         Failing() as b: x.nothing


show(one_line, 1, names='Inner')
