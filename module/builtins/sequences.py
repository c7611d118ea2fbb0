"""Built-in functions about iterables."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.gateway import function, raw_function
from interpreter.objects.generator import W_Coroutine
from interpreter.objects.iterators import W_CallableIterator
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newlist, newint
from interpreter.typedef import TypeDef


@function('len(obj, /) -> int')
def len_(w_object):
    """The number of items."""
    return ops.len(w_object)


@function('iter(object, sentinel=?, /)')
def iter(w_object, w_sentinel):
    """An iterator over the items, or over what a callable returns until the sentinel comes."""
    if w_sentinel is None:
        return ops.iter(w_object)
    if not ops.callable(w_object):
        raise errors.type_error("iter(v, w): v must be callable")
    return W_CallableIterator(w_object, w_sentinel)


@function('next(iterator, default=?, /)')
def next(w_iterator, w_default):
    """The next item of an iterator, or the default at its end."""
    if not w_iterator.is_iterator():
        raise errors.type_error("'%s' object is not an iterator" % w_iterator.gettype().name)
    if w_default is not None:
        w_result = w_iterator.op_next()
        if w_result is None:
            return w_default
        return w_result
    return next_or_stop(w_iterator)


def next_or_stop(w_iterator):
    """The next item; StopIteration, with its value for a generator, at the end."""
    from interpreter.objects.generator import W_Generator
    if isinstance(w_iterator, W_Generator) or w_iterator.is_user_instance:
        w_next = ops.lookup_special(w_iterator, '__next__')
        if w_next is not None:
            return w_next.call0()
    w_result = w_iterator.op_next()
    if w_result is None:
        raise errors.stop_iteration(None)
    return w_result


@function('aiter(async_iterable, /)')
def aiter(w_iterable):
    """The asynchronous iterator of an asynchronous iterable."""
    w_method = ops.lookup_special(w_iterable, '__aiter__')
    if w_method is None:
        raise errors.type_error("'%s' object is not an async iterable" % w_iterable.gettype().name)
    w_result = w_method.call0()
    if w_result.gettype().lookup('__anext__') is None:
        raise errors.type_error("aiter() returned not an async iterator of type '%s'" % w_result.gettype().name)
    return w_result


@function('anext(async_iterator, default=?, /)')
def anext(w_iterator, w_default):
    """An awaitable for the next item of an asynchronous iterator."""
    w_method = ops.lookup_special(w_iterator, '__anext__')
    if w_method is None:
        raise errors.type_error("'%s' object is not an async iterator" % w_iterator.gettype().name)
    w_awaitable = w_method.call0()
    if w_default is None:
        return w_awaitable
    return W_AnextAwaitable(w_awaitable, w_default)


class W_AnextAwaitable(W_Root):
    """What anext(it, default) returns: awaits, and gives the default at the end."""
    _attrs_ = ['w_awaitable', 'w_default', 'w_iterator']

    def __init__(self, w_awaitable, w_default):
        self.w_awaitable = w_awaitable
        self.w_default = w_default
        self.w_iterator = None

    def inner(self):
        if self.w_iterator is None:
            from interpreter.eval.coroutines import get_awaitable_iter
            w_iterator = get_awaitable_iter(self.w_awaitable)
            if isinstance(w_iterator, W_Coroutine):         # which is no iterator itself
                w_iterator = w_iterator.m_await()
            self.w_iterator = w_iterator
        return self.w_iterator

    def is_iterator(self):
        return True

    def op_iter(self):
        return self

    def op_next(self):
        return self.forward('__next__', [])

    def forward(self, name, args_w):
        from interpreter.objects.exception import W_StopAsyncIteration
        try:
            return ops.call_method(self.inner(), name, args_w)
        except errors.OperationError as e:
            if e.is_instance(W_StopAsyncIteration.typedef):
                raise errors.stop_iteration(self.w_default)
            raise

    from interpreter.gateway import method

    @method('__await__(self, /)')
    def m_await(self):
        return self

    @method('send(self, value, /)')
    def m_send(self, w_value):
        return self.forward('send', [w_value])

    @method('throw(self, *args)')
    def m_throw(self, args_w):
        return self.forward('throw', args_w)

    @method('close(self, /)')
    def m_close(self):
        return self.forward('close', [])


W_AnextAwaitable.typedef = TypeDef('anext_awaitable', W_AnextAwaitable, subclassable=False)


@function('all(iterable, /) -> bool')
def all(w_iterable):
    """Are all items true?"""
    w_iterator = ops.iter(w_iterable)
    while True:
        w_item = w_iterator.op_next()
        if w_item is None:
            return True
        if not w_item.op_bool():
            return False


@function('any(iterable, /) -> bool')
def any(w_iterable):
    """Is one of the items true?"""
    w_iterator = ops.iter(w_iterable)
    while True:
        w_item = w_iterator.op_next()
        if w_item is None:
            return False
        if w_item.op_bool():
            return True


@function('sorted(iterable, /, *, key=None, reverse: cint=False)')
def sorted(w_iterable, w_key, reverse):
    """A sorted list of the items."""
    from interpreter.objects.wrap import newbool
    w_list = newlist(ops.listview(w_iterable))
    w_sort = ops.getattr(w_list, 'sort')
    w_sort.op_call([w_key, newbool(reverse != 0)], ['key', 'reverse'])
    return w_list


def _extreme(name, args_w, kwnames, want_less):
    """min and max: a raw function for speed."""
    nkw = 0 if kwnames is None else len(kwnames)
    npos = len(args_w) - nkw
    w_key = None
    w_default = None
    for i in range(nkw):
        kwname = kwnames[i]
        if kwname == 'key':
            w_key = args_w[npos + i]
        elif kwname == 'default':
            w_default = args_w[npos + i]
        else:
            raise errors.type_error("'%s' is an invalid keyword argument for %s()" % (kwname, name))
    if w_key is w_None:
        w_key = None
    if npos == 0:
        raise errors.type_error("%s expected at least 1 argument, got 0" % name)
    if npos > 1:
        if w_default is not None:
            raise errors.type_error("Cannot specify a default for %s() with multiple positional arguments" % name)
        w_best = args_w[0]
        w_best_key = w_best if w_key is None else w_key.call1(w_best)
        for i in range(1, npos):
            w_item = args_w[i]
            w_item_key = w_item if w_key is None else w_key.call1(w_item)
            if _better(w_item_key, w_best_key, want_less):
                w_best = w_item
                w_best_key = w_item_key
        return w_best
    w_iterator = ops.iter(args_w[0])
    w_best = w_iterator.op_next()
    if w_best is None:
        if w_default is not None:
            return w_default
        raise errors.value_error("%s() arg is an empty sequence" % name)
    w_best_key = w_best if w_key is None else w_key.call1(w_best)
    while True:
        w_item = w_iterator.op_next()
        if w_item is None:
            return w_best
        w_item_key = w_item if w_key is None else w_key.call1(w_item)
        if _better(w_item_key, w_best_key, want_less):
            w_best = w_item
            w_best_key = w_item_key


def _better(w_a, w_b, want_less):
    if want_less:
        return ops.is_true(ops.lt(w_a, w_b))
    return ops.is_true(ops.gt(w_a, w_b))


@raw_function('min')
def min(args_w, kwnames):
    """min(iterable, *, key=None) or min(a, b, ...): the smallest item or argument."""
    return _extreme('min', args_w, kwnames, True)


@raw_function('max')
def max(args_w, kwnames):
    """max(iterable, *, key=None) or max(a, b, ...): the largest item or argument."""
    return _extreme('max', args_w, kwnames, False)
