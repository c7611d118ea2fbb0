"""sys.settrace and sys.setprofile: which events arrive, however the calls are written."""
import sys

events = []


def note(frame, event, arg):
    code = frame.f_code
    if code.co_filename != __file__:
        return None
    what = arg if isinstance(arg, (int, str, type(None))) else getattr(arg, '__name__', type(arg).__name__)
    events.append((code.co_name, event, frame.f_lineno - code.co_firstlineno, what))
    return note


def show(title):
    print(title)
    for event in events:
        print('   ', *event)
    del events[:]


class Tracer:
    def trace(self, frame, event, arg):
        return note(frame, event, arg)


def callee(a, b=2):
    c = a + b
    return c


def loops():
    for i in range(2):
        callee(i)
    while i < 3:
        i += 1
    return i


def numbers():
    yield 1
    try:
        yield 2
    except ValueError:
        yield 3


def outer():
    x = yield from numbers()
    return x


def failing():
    try:
        callee('a')
    except TypeError:
        pass
    finally:
        callee(1, b=3)
    callee(*(1, 2))


def generators():
    g = outer()
    next(g)
    next(g)
    g.throw(ValueError)
    next(g, None)


def matching(x):
    match x:
        case 1:
            return 'one'
        case [a, b]:
            return a
        case _:
            return 'other'


def match_all():
    matching(1)
    matching((1, 2))
    matching(3)


def run(f, setter=sys.settrace):
    tracer = Tracer()
    setter(tracer.trace)
    try:
        f()
    finally:
        setter(None)


def builtins_called():
    values = []
    values.append(1)
    values.append(len('abc'))
    sorted([2, 1], key=abs)
    try:
        int('x')
    except ValueError:
        pass
    list.append(values, 5)
    print(*(), end='')
    callee(1)


for function in (callee, loops, failing, generators, match_all):
    try:
        run(function)
    except TypeError as e:
        print('TypeError', e)
    show('trace ' + function.__name__)
for function in (loops, failing, generators, builtins_called):
    run(function, sys.setprofile)
    show('profile ' + function.__name__)


def jumping():
    x = 1
    x = 2
    x = 3
    return x


def jumper(frame, event, arg):
    if frame.f_code is jumping.__code__:
        if event == 'line' and frame.f_lineno == frame.f_code.co_firstlineno + 2:
            frame.f_lineno = frame.f_lineno + 2
        return jumper


sys.settrace(jumper)
result = jumping()
sys.settrace(None)
print('jumped', result)


def broken(frame, event, arg):
    raise KeyError(event)


sys.settrace(broken)
try:
    callee(1)
except KeyError as e:
    print('raised', e, sys.gettrace())


def blocks(n):
    for i in range(2):
        n += i
    try:
        n += 1
    except KeyError:
        n += 2
        n += 3

    n += 4
    return n


def jump_to(start, target):
    def tracer(frame, event, arg):
        nonlocal start
        if frame.f_code is blocks.__code__:
            if event == 'line' and frame.f_lineno == blocks.__code__.co_firstlineno + start:
                start = None or -1
                try:
                    frame.f_lineno = blocks.__code__.co_firstlineno + target
                except ValueError as e:
                    print(start, target, e)
            return tracer
    sys.settrace(tracer)
    try:
        return blocks(0)
    finally:
        sys.settrace(None)


for start, target in ((1, 2), (1, 3), (2, 9), (1, 6), (3, 1), (9, 4), (1, 8), (10, 9)):
    print(start, target, jump_to(start, target))
for event in 'call', 'return', 'exception':
    def refuse(frame, happened, arg, event=event):
        if happened == event:
            try:
                frame.f_lineno = frame.f_lineno
            except ValueError as e:
                print(event, e)
        return refuse
    sys.settrace(refuse)
    try:
        callee('x')
    except TypeError:
        pass
    finally:
        sys.settrace(None)
