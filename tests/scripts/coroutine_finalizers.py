"""What is said of coroutines that nobody awaits and of generators that die badly; anext() with a default, sent to by hand."""
import gc
import sys
import types
import warnings

seen = []
sys.unraisablehook = lambda args: seen.append((args.exc_type, str(args.exc_value), args.err_msg, type(args.object), getattr(args.object, '__name__', None)))


def report(what):
    gc.collect()
    print(what, [(w.category.__name__, str(w.message).replace(__file__, 'HERE')) for w in caught], seen)
    del caught[:], seen[:]


async def nobody():
    pass


def make():
    return nobody()     # here


def stubborn():
    try:
        yield
    finally:
        yield 1


def failing():
    try:
        yield
    finally:
        1 / 0


async def asynchronous():
    try:
        yield 1
    finally:
        1 / 0

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    make()
    report('plain')
    sys.set_coroutine_origin_tracking_depth(2)
    make()
    report('with origin')
    sys.set_coroutine_origin_tracking_depth(0)
    coroutine = nobody()
    coroutine.cr_frame.clear()
    coroutine.close()
    report('frame cleared')
    original = warnings._warn_unawaited_coroutine
    warnings._warn_unawaited_coroutine = lambda coroutine: 1 / 0
    make()
    report('broken')
    del warnings._warn_unawaited_coroutine
    make()
    report('absent')
    warnings._warn_unawaited_coroutine = original
    warnings.simplefilter('error')
    make()
    report('an error')
    for function in stubborn, failing:
        next(function())
        report(function.__name__)
        generator = function()
        next(generator)
        print(generator.gi_frame.clear())
        del generator
        report(function.__name__)
    iterator = asynchronous()
    try:
        iterator.__anext__().send(None)
    except StopIteration as e:
        print(e.value)
    del iterator
    report('asynchronous')

for kind in types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType:
    for name in '__name__', '__qualname__', 'send', 'throw', 'close':
        if name in kind.__dict__:
            print(kind.__name__.replace('async_generator', 'async generator') in kind.__dict__[name].__doc__ or name)


class Numbers:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration


awaitable = anext(Numbers(), 'default')
try:
    awaitable.send(None)
except StopIteration as e:
    print(e.value)
