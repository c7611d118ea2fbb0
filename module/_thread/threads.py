"""Threads: starting them, who is running, what happens at their end."""
from __future__ import absolute_import

from rpython.rlib import rthread
from rpython.rlib.objectmodel import we_are_translated

from interpreter import errors, ops
from interpreter.eval.executioncontext import Action, forget_executioncontext, getexecutioncontext
from interpreter.eval.hooks import report_unraisable
from interpreter.gateway import function
from interpreter.objects.baseexception import W_BaseException
from interpreter.objects.dict import W_Dict
from interpreter.objects.root import w_None
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import newint, newstr, newtuple
from module._thread import local
from module._thread.locks import W_Lock
from module.structseq import make_structseq
from module.sys.functions import finalizing
from rpython_stm import rstm

W_ExceptHookArgs = make_structseq('_ExceptHookArgs', '_thread', ['exc_type', 'exc_value', 'exc_traceback', 'thread'],
                                  doc="What threading.excepthook is given.",
                                  docs=["The class of the exception.", "The exception.", "Its traceback.", "The Thread object, or None."])


class ThreadRecord(object):
    """A running thread."""

    def __init__(self, ident, ec):
        self.ident = ident
        self.ec = ec
        self.w_sentinel = None        # the lock that is released when the thread ends


class Starting(object):
    """A thread that was asked for and has not begun: what to call, with what."""

    def __init__(self, w_callable, args_w, kwnames):
        self.w_callable = w_callable
        self.args_w = args_w
        self.kwnames = kwnames


class Threads(object):
    """All threads."""

    def __init__(self):
        self.records = {}             # ident -> ThreadRecord
        self.starting = []            # Starting objects that wait for a thread to take them
        self.main_ident = 0
        self.stack_size = 0
        self.started = 0              # threads begun by start_new_thread that have not ended

    def _cleanup_(self):
        self.records = {}
        self.main_ident = 0


threads = Threads()


class FreezeAction(Action):
    """A daemon thread that is left when the program has ended stops for good at its next safe point."""

    def perform(self, ec):
        if finalizing.thread == 0 or finalizing.thread == rthread.get_ident():
            return
        while True:
            try:
                rstm.wait_for_change(finalizing, -1)
            except rstm.CannotRetry:
                return          # inside an atomic block: once it is left


freeze_action = FreezeAction()


def register_main_thread():
    """At start-up (and in the child of a fork)."""
    ident = rthread.get_ident()
    threads.main_ident = ident
    threads.records[ident] = ThreadRecord(ident, getexecutioncontext())


def is_main_thread():
    """Is this the thread that runs signal handlers?"""
    return threads.main_ident == 0 or rthread.get_ident() == threads.main_ident


def after_fork_in_child():
    """Only this thread is left, and is the main thread now."""
    threads.records = {}
    threads.starting = []
    threads.started = 0 if is_main_thread() else 1
    register_main_thread()


def all_contexts():
    """() -> [(ident, ExecutionContext)]"""
    return [(record.ident, record.ec) for record in threads.records.values()]


def thread_main():
    """What a new thread runs: it takes the oldest Starting object."""
    rstm.thread_start()
    work = threads.starting.pop(0)
    ident = rthread.get_ident()
    ec = getexecutioncontext()
    record = ThreadRecord(ident, ec)
    threads.records[ident] = record
    threads.started += 1
    try:
        work.w_callable.op_call(work.args_w, work.kwnames)
    except errors.OperationError as e:
        from interpreter.objects.exception import W_SystemExit
        if not e.is_instance(W_SystemExit.typedef):
            report_unraisable(e, "Exception ignored in thread started by", work.w_callable)
    thread_ended(record)
    forget_executioncontext()
    rstm.thread_die()


def thread_ended(record):
    """Bookkeeping at the end of a thread; whoever waits for it goes on."""
    local.thread_ended(record.ident)
    if record.ident in threads.records:
        del threads.records[record.ident]
    threads.started -= 1
    w_sentinel = record.w_sentinel
    record.w_sentinel = None
    if w_sentinel is not None and w_sentinel.held:
        w_sentinel.give()


@function('start_new_thread(function, args, kwargs=?, /) -> int')
def start_new_thread(w_callable, w_args, w_kwds):
    """Starts a thread that calls function(*args, **kwargs); returns its identifier."""
    if not ops.callable(w_callable):
        raise errors.type_error("first arg must be callable")
    if not isinstance(w_args, W_Tuple):
        raise errors.type_error("2nd arg must be a tuple")
    if w_kwds is not None and not isinstance(w_kwds, W_Dict):
        raise errors.type_error("optional 3rd arg must be a dictionary")
    from module.audit import audit
    audit('_thread.start_new_thread', [w_callable, w_args, w_None if w_kwds is None else w_kwds])
    args_w = ops.listview(w_args)
    kwnames = None
    if w_kwds is not None and ops.len(w_kwds) > 0:
        names = []
        for w_key in ops.listview(w_kwds):
            names.append(ops.text_w(w_key))
            args_w.append(w_kwds.getitem(w_key))
        kwnames = names[:]
    work = Starting(w_callable, args_w[:], kwnames)
    threads.starting.append(work)
    try:
        return rstm.start_new_thread(thread_main)
    except rthread.error:
        threads.starting.remove(work)
        raise errors.runtime_error("can't start new thread")


@function('start_new(function, args, kwargs=?, /) -> int')
def start_new(w_callable, w_args, w_kwds):
    """The old name of start_new_thread."""
    return start_new_thread(w_callable, w_args, w_kwds)


@function('get_ident() -> int')
def get_ident():
    """The identifier of this thread."""
    return rthread.get_ident()


@function('get_native_id() -> int')
def get_native_id():
    """The number by which the system knows this thread."""
    from module._thread.clib import c_gettid
    return c_gettid()


@function('_count() -> int')
def _count():
    """How many threads start_new_thread started that have not ended."""
    return threads.started


@function('exit() -> None')
def exit():
    """Ends this thread: raises SystemExit."""
    from interpreter.objects.exception import W_SystemExit
    raise errors.OperationError(W_SystemExit.typedef.w_type.call0())


@function('exit_thread() -> None')
def exit_thread():
    """The old name of exit."""
    exit()


@function('stack_size(size: int=0, /) -> int')
def stack_size(size):
    """Sets the stack size of new threads (0: the default); returns what it was."""
    if size < 0:
        raise errors.value_error("size must be 0 or a positive value")
    old = threads.stack_size
    if size != 0 and size < 32768:
        raise errors.value_error("size not valid: %d bytes" % size)
    if rthread.set_stacksize(size) != 0:
        raise errors.value_error("size not valid: %d bytes" % size)
    threads.stack_size = size
    return old


@function('_set_sentinel()')
def _set_sentinel():
    """A lock that is released when this thread ends."""
    w_lock = W_Lock()
    ident = rthread.get_ident()
    record = threads.records.get(ident, None)
    if record is None:
        record = ThreadRecord(ident, getexecutioncontext())
        threads.records[ident] = record
    record.w_sentinel = w_lock
    return w_lock


@function('interrupt_main(signum: int=2, /) -> None')
def interrupt_main(signum):
    """Makes the main thread behave as if the signal had come in."""
    from module._signal.handlers import action, simulate
    if signum < 1 or signum >= 65:
        raise errors.value_error("signal number out of range")
    simulate(signum)
    action.perform(getexecutioncontext())


@function('_excepthook(args, /) -> None')
def _excepthook(w_args):
    """Shows the exception that ended a thread, as threading.excepthook."""
    if not isinstance(w_args, W_ExceptHookArgs):
        raise errors.type_error("_thread.excepthook argument type must be ExceptHookArgs")
    items_w = ops.tuple_items(w_args)
    w_type, w_value, w_thread = items_w[0], items_w[1], items_w[3]
    from interpreter.objects.exception import W_SystemExit
    if w_type is W_SystemExit.typedef.w_type:
        return
    from interpreter.eval.printtraceback import print_exception
    from module.sys.hooks import sys_attribute
    w_file = sys_attribute('stderr')
    if (w_file is None or w_file is w_None) and w_thread is not w_None:
        w_file = ops.getattr_or_none(w_thread, '_stderr')        # what sys.stderr was when the thread was made
    if w_file is None or w_file is w_None:
        return
    name = str(rthread.get_ident())
    if w_thread is not w_None:
        w_name = ops.getattr_or_none(w_thread, 'name')
        if w_name is not None:
            name = ops.str_w(w_name)
    ops.call_method1(w_file, 'write', newstr("Exception in thread %s:\n" % name))
    if isinstance(w_value, W_BaseException):
        print_exception(w_value, w_file)
    ops.call_method0(w_file, 'flush')
