"""What `await`, `async for` and `yield from` iterate over."""

from interpreter import ops
from interpreter.errors import OperationError, type_error, runtime_error
from interpreter.objects.asyncgenerator import W_ASend, W_AThrow
from interpreter.objects.code import CO_COROUTINE, CO_ITERABLE_COROUTINE
from interpreter.objects.generator import W_Generator, W_Coroutine, W_CoroutineWrapper, W_Resumable, from_cause


def is_generator_coroutine(w_obj):
    """Is it a generator made a coroutine by types.coroutine?"""
    return isinstance(w_obj, W_Generator) and w_obj.code.flags & CO_ITERABLE_COROUTINE != 0


def get_yield_from_iter(frame, w_obj):
    """GET_YIELD_FROM_ITER"""
    if isinstance(w_obj, W_Coroutine):
        if not frame.code.flags & (CO_COROUTINE | CO_ITERABLE_COROUTINE):
            raise type_error("cannot 'yield from' a coroutine object in a non-coroutine generator")
        return w_obj
    if isinstance(w_obj, W_Generator):
        return w_obj
    return ops.iter(w_obj)


def awaitable_or_none(w_obj):
    """The iterator behind an awaitable; None if it is none."""
    if isinstance(w_obj, W_Coroutine) or is_generator_coroutine(w_obj):
        return w_obj
    w_method = ops.lookup_special(w_obj, '__await__')
    if w_method is None:
        return None
    w_iterator = w_method.call0()
    if isinstance(w_iterator, W_Coroutine) or is_generator_coroutine(w_iterator):
        raise type_error("__await__() returned a coroutine")
    if not w_iterator.is_iterator():
        raise type_error("__await__() returned non-iterator of type '%s'" % w_iterator.gettype().name)
    return w_iterator


def get_awaitable_iter(w_obj):
    """The iterator behind an awaitable; TypeError if it is none."""
    w_iterator = awaitable_or_none(w_obj)
    if w_iterator is None:
        raise type_error("object %s can't be used in 'await' expression" % w_obj.gettype().name)
    return w_iterator


def get_awaitable(w_obj, where):
    """GET_AWAITABLE: where is 1 after __aenter__, 2 after __aexit__."""
    w_iterator = awaitable_or_none(w_obj)
    if w_iterator is None:
        name = w_obj.gettype().name
        if where == 1:
            raise type_error("'async with' received an object from __aenter__ that does not implement __await__: %s" % name)
        if where == 2:
            raise type_error("'async with' received an object from __aexit__ that does not implement __await__: %s" % name)
        raise type_error("object %s can't be used in 'await' expression" % name)
    if isinstance(w_iterator, W_Coroutine) and w_iterator.yield_from() is not None:
        raise runtime_error("coroutine is being awaited already")
    return w_iterator


def get_aiter(w_obj):
    """GET_AITER"""
    w_method = ops.lookup_special(w_obj, '__aiter__')
    if w_method is None:
        raise type_error("'async for' requires an object with __aiter__ method, got %s" % w_obj.gettype().name)
    w_iterator = w_method.call0()
    if w_iterator.gettype().lookup('__anext__') is None:
        raise type_error("'async for' received an object from __aiter__ that does not implement __anext__: %s" %
                         w_iterator.gettype().name)
    return w_iterator


def get_anext(w_iterator):
    """GET_ANEXT: what __anext__() awaits."""
    w_method = ops.lookup_special(w_iterator, '__anext__')
    if w_method is None:
        raise type_error("'async for' requires an iterator with __anext__ method, got %s" % w_iterator.gettype().name)
    w_awaitable = w_method.call0()
    if isinstance(w_awaitable, W_ASend):
        return w_awaitable
    message = "'async for' received an invalid object from __anext__: %s" % w_awaitable.gettype().name
    try:
        w_result = awaitable_or_none(w_awaitable)
    except OperationError as e:
        new = from_cause(message, e)
        new.w_exc.w_class = type_error("").w_exc.w_class
        raise new
    if w_result is None:
        raise type_error(message)
    return w_result
