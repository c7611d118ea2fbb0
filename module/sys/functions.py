"""The functions of sys: frames, limits, tracing, interning."""
from __future__ import absolute_import

from rpython.rlib import rthread

from interpreter import errors, ops
from interpreter.eval import executioncontext
from interpreter.eval.executioncontext import getexecutioncontext
from interpreter.gateway import function, raw_function
from interpreter.objects import intstr
from interpreter.objects.interned import intern_object
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.parser.numbers import digit_limit
from interpreter.objects.wrap import newbool, newdict, newint, newlist, newstr, newtuple, newfloat
from module import audit as audit_hooks
from module.sys.info import W_AsyncgenHooks


@function('exc_info()')
def exc_info():
    """The exception being handled: its type, itself and its traceback."""
    w_exc = getexecutioncontext().handled_exception()
    if w_exc is None:
        return newtuple([w_None, w_None, w_None])
    return newtuple([w_exc.gettype(), w_exc, w_exc.get_traceback()])


@function('exception()')
def exception():
    """The exception being handled, or None."""
    w_exc = getexecutioncontext().handled_exception()
    if w_exc is None:
        return w_None
    return w_exc


@function('exit(status=None, /)')
def exit(w_status):
    """Raises SystemExit(status)."""
    from interpreter.objects.exception import W_SystemExit
    if w_status is w_None:
        args_w = []
    elif isinstance(w_status, W_Tuple):
        args_w = w_status.items[:]          # as CPython: a tuple is the arguments
    else:
        args_w = [w_status]
    raise errors.OperationError(W_SystemExit.typedef.w_type.op_call(args_w, None))


@function('_getframe(depth: int=0, /)')
def _getframe(depth):
    """The frame so many calls up."""
    frame = getexecutioncontext().gettopframe(max(depth, 0))
    if frame is None:
        raise errors.value_error("call stack is not deep enough")
    audit_hooks.audit('sys._getframe', [frame])
    return frame


@function('getrecursionlimit() -> int')
def getrecursionlimit():
    """How deep calls may nest."""
    return executioncontext.getrecursionlimit()


@function('setrecursionlimit(limit: int, /) -> None')
def setrecursionlimit(limit):
    """Sets how deep calls may nest."""
    if limit < 1:
        raise errors.value_error("recursion limit must be greater or equal than 1")
    if limit > 2147483647:
        raise errors.overflow_error("Python int too large to convert to C int")
    depth = 0
    frame = getexecutioncontext().topframe
    while frame is not None:
        depth += 1
        frame = frame.f_back
    if depth >= limit:
        raise errors.recursion_error("cannot set the recursion limit to %d at the recursion depth %d: the limit is too low" % (limit, depth))
    executioncontext.setrecursionlimit(limit)


@function('settrace(function, /) -> None')
def settrace(w_function):
    """Sets the trace function of this thread."""
    audit_hooks.audit('sys.settrace', [])
    getexecutioncontext().settrace(w_function)


@function('gettrace()')
def gettrace():
    """The trace function of this thread, or None."""
    w_function = getexecutioncontext().w_tracefunc
    return w_None if w_function is None else w_function


@function('setprofile(function, /) -> None')
def setprofile(w_function):
    """Sets the profile function of this thread."""
    audit_hooks.audit('sys.setprofile', [])
    getexecutioncontext().setprofile(w_function)


@function('getprofile()')
def getprofile():
    """The profile function of this thread, or None."""
    w_function = getexecutioncontext().w_profilefunc
    return w_None if w_function is None else w_function


@function('call_tracing(func, args, /)')
def call_tracing(w_function, w_args):
    """Calls func(*args) with tracing on, although a trace function is running."""
    ec = getexecutioncontext()
    saved = ec.is_tracing
    ec.is_tracing = 0
    try:
        return ops.call(w_function, ops.listview(w_args))
    finally:
        ec.is_tracing = saved


@function('intern(string, /)')
def intern(w_string):
    """The one string object that stands for all equal ones."""
    if not isinstance(w_string, W_Str):
        raise errors.type_error("intern() argument must be str, not %s" % w_string.gettype().name)
    if w_string.is_user_instance:
        raise errors.type_error("can't intern %s" % w_string.gettype().name)
    return intern_object(w_string)


@function('getsizeof(object, default=?)')
def getsizeof(w_object, w_default):
    """An estimate of the object's size in bytes."""
    w_method = ops.lookup_special(w_object, '__sizeof__')
    if w_method is None:
        if w_default is not None:
            return w_default
        raise errors.type_error("Type %s doesn't define __sizeof__" % w_object.gettype().name)
    w_result = w_method.call0()
    size = ops.int_w(w_result)
    if size < 0:
        raise errors.value_error("__sizeof__() should return >= 0")
    return newint(size)


@function('getdefaultencoding() -> str')
def getdefaultencoding():
    """The encoding that str.encode uses when none is given."""
    return 'utf-8'


@function('getfilesystemencoding() -> str')
def getfilesystemencoding():
    """The encoding of file names."""
    return 'utf-8'


@function('getfilesystemencodeerrors() -> str')
def getfilesystemencodeerrors():
    """The error handler for file names."""
    return 'surrogateescape'


class SwitchInterval(object):
    def __init__(self):
        self.seconds = 0.005


switch_interval = SwitchInterval()


@function('getswitchinterval() -> float')
def getswitchinterval():
    """What setswitchinterval was given; threads run at once, so it means nothing here."""
    return switch_interval.seconds


@function('setswitchinterval(interval: float, /) -> None')
def setswitchinterval(interval):
    """Remembers the interval."""
    if not interval > 0.0:
        raise errors.value_error("switch interval must be strictly positive")
    switch_interval.seconds = interval


class Finalizing(object):
    """now: has the program ended?  thread: the identifier of the thread that ends it (0 before)."""

    def __init__(self):
        self.now = False
        self.thread = 0

    def begin(self):
        self.now = True
        self.thread = rthread.get_ident()


finalizing = Finalizing()


@function('is_finalizing() -> bool')
def is_finalizing():
    """Is the interpreter shutting down?"""
    return finalizing.now


@function('addaudithook(hook) -> None')
def addaudithook(w_hook):
    """Adds a function to be called at every audit event."""
    from interpreter.objects.exception import W_Exception
    try:
        audit_hooks.audit('sys.addaudithook', [])
    except errors.OperationError as e:
        if not e.is_instance(W_Exception.typedef):
            raise
        return
    audit_hooks.hooks.hooks_w = audit_hooks.hooks.hooks_w + [w_hook]


@raw_function('audit')
def audit(args_w, kwnames):
    """Reports an event to the audit hooks."""
    if kwnames is not None and len(kwnames) > 0:
        raise errors.type_error("audit() takes no keyword arguments")
    if len(args_w) == 0:
        raise errors.type_error("audit() missing 1 required positional argument: 'event'")
    w_event = args_w[0]
    if not isinstance(w_event, W_Str):
        raise errors.type_error("expected str for argument 'event', not %s" % w_event.gettype().name)
    audit_hooks.audit(w_event._utf8, args_w[1:])
    return w_None


# ---- hooks of asynchronous generators and coroutines

@function('set_asyncgen_hooks(firstiter=?, finalizer=?) -> None')
def set_asyncgen_hooks(w_firstiter, w_finalizer):
    """Sets what is called when an asynchronous generator starts, and when one is dropped."""
    ec = getexecutioncontext()
    if w_finalizer is not None and w_finalizer is not w_None and not ops.callable(w_finalizer):
        raise errors.type_error("callable finalizer expected, got %s" % w_finalizer.gettype().name)
    if w_firstiter is not None and w_firstiter is not w_None and not ops.callable(w_firstiter):
        raise errors.type_error("callable firstiter expected, got %s" % w_firstiter.gettype().name)
    if w_finalizer is not None:
        ec.w_asyncgen_finalizer = None if w_finalizer is w_None else w_finalizer
    if w_firstiter is not None:
        ec.w_asyncgen_firstiter = None if w_firstiter is w_None else w_firstiter


@function('get_asyncgen_hooks()')
def get_asyncgen_hooks():
    """What set_asyncgen_hooks set."""
    ec = getexecutioncontext()
    w_first = ec.w_asyncgen_firstiter
    w_final = ec.w_asyncgen_finalizer
    return W_AsyncgenHooks.build([w_None if w_first is None else w_first, w_None if w_final is None else w_final])


@function('set_coroutine_origin_tracking_depth(depth: int) -> None')
def set_coroutine_origin_tracking_depth(depth):
    """How many frames a coroutine remembers of the place where it was made."""
    if depth < 0:
        raise errors.value_error("depth must be >= 0")
    getexecutioncontext().coroutine_origin_depth = depth


@function('get_coroutine_origin_tracking_depth() -> int')
def get_coroutine_origin_tracking_depth():
    """What set_coroutine_origin_tracking_depth set."""
    return getexecutioncontext().coroutine_origin_depth


# ---- the limit on the digits of ints

@function('set_int_max_str_digits(maxdigits: int) -> None')
def set_int_max_str_digits(maxdigits):
    """How many decimal digits an int may have in a conversion; 0 for no limit."""
    if maxdigits != 0 and maxdigits < intstr.MAX_STR_DIGITS_THRESHOLD:
        raise errors.value_error("maxdigits must be 0 or larger than %d" % intstr.MAX_STR_DIGITS_THRESHOLD)
    intstr.limits.max_str_digits = maxdigits
    digit_limit.max_digits = maxdigits


@function('get_int_max_str_digits() -> int')
def get_int_max_str_digits():
    """What set_int_max_str_digits set."""
    return intstr.limits.max_str_digits


# ---- other threads

@function('_current_frames()')
def _current_frames():
    """The running frame of each thread, by its identifier."""
    from module._thread.threads import all_contexts
    w_result = newdict()
    for ident, ec in all_contexts():
        if ec.topframe is not None:
            w_result.setitem(newint(ident), ec.topframe)
    return w_result


@function('_current_exceptions()')
def _current_exceptions():
    """The exception that each thread handles, by the thread's identifier."""
    from module._thread.threads import all_contexts
    w_result = newdict()
    for ident, ec in all_contexts():
        w_exc = ec.handled_exception()
        if w_exc is None:
            w_value = newtuple([w_None, w_None, w_None])
        else:
            w_value = newtuple([w_exc.gettype(), w_exc, w_exc.get_traceback()])
        w_result.setitem(newint(ident), w_value)
    return w_result


@function('_clear_type_cache() -> None')
def _clear_type_cache():
    """Nothing to do: caches check the versions of types."""


@function('getdlopenflags() -> int')
def getdlopenflags():
    """The flags for dlopen; extension modules are not supported."""
    return 2
