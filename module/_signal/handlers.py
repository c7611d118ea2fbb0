"""Signal handlers.

rpython's C handler only sets flags; SignalAction, which the evaluation loop runs at its safe points, calls the Python handlers, in the
main thread only.
"""
from __future__ import absolute_import

import errno

from rpython.rlib import rposix, rsignal
from rpython.rlib.rarithmetic import intmask, widen
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter import errors, ops
from interpreter.eval.executioncontext import Action, actionflag, getexecutioncontext
from interpreter.eval.hooks import report_unraisable
from interpreter.gateway import function
from interpreter.objects.baseexception import W_BaseException
from interpreter.objects.int import W_AbstractInt
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.traceback import W_Traceback
from interpreter.objects.wrap import newfloat, newint, newset, newstr, newtuple
from interpreter.typedef import TypeDef
from rpython_stm import rstm

NSIG = 65
SIG_DFL, SIG_IGN = 0, 1


class Handlers(object):
    """What each signal does: an int object (SIG_DFL, SIG_IGN), None (unknown, set by others) or a callable."""

    def __init__(self):
        self.handlers_w = {}
        self.wakeup_fd = -1

    def _cleanup_(self):
        self.handlers_w = {}


state = Handlers()


class SignalAction(Action):
    """Polls for signals that came in, and runs their handlers."""

    def perform(self, ec):
        occurred = rsignal.pypysig_getaddr_occurred()
        from module._thread.threads import is_main_thread
        if rstm.we_are_stm():
            if occurred.c_value >= 0 or not is_main_thread():
                return
            occurred.c_value = 0        # before looking: what comes in now sets it again
        elif not is_main_thread():
            number = widen(rsignal.pypysig_poll())
            if number >= 0:             # put back, it makes a break due: the main thread shall come to a safe point soon
                rsignal.pypysig_pushback(rffi.cast(rffi.INT, number))
            return
        while True:
            number = widen(rsignal.pypysig_poll())
            if number < 0:
                return
            try:
                run_handler(ec, number)
            except errors.OperationError:
                occurred.c_value = -1       # there may be more
                raise


action = SignalAction()


def run_handler(ec, number):
    w_handler = state.handlers_w.get(number, None)
    if w_handler is None or w_handler is w_None or isinstance(w_handler, W_AbstractInt):
        report_ignored(ec, number)
        return
    w_frame = ec.gettopframe(0)
    w_handler.call2(newint(number), w_None if w_frame is None else w_frame)


def report_ignored(ec, number):
    """A signal came in that has no Python handler any more."""
    from interpreter.objects.exception import W_OSError
    w_exc = ops.call1(W_OSError.typedef.w_type, newstr("Signal %d ignored due to race condition" % number))
    assert isinstance(w_exc, W_BaseException)
    frame = ec.gettopframe(0)
    if frame is not None:
        w_exc.w_traceback = W_Traceback(frame, frame.pc, None)
    report_unraisable(errors.OperationError(w_exc), None, w_None)


def simulate(number):
    """As if the signal had come in: _thread.interrupt_main."""
    w_handler = state.handlers_w.get(number, None)
    if isinstance(w_handler, W_AbstractInt):
        return
    rsignal.pypysig_pushback(rffi.cast(rffi.INT, number))
    rstm.hint_commit_soon()


@function('default_int_handler(signalnum: int, frame, /) -> None')
def default_int_handler(signalnum, w_frame):
    """What Ctrl-C does: raises KeyboardInterrupt."""
    from interpreter.objects.exception import W_KeyboardInterrupt
    raise errors.OperationError(W_KeyboardInterrupt.typedef.w_type.call0())


def install_default(w_dict):
    """At start-up: KeyboardInterrupt for SIGINT unless it is ignored; SIGPIPE and SIGXFSZ ignored."""
    actionflag.register(action)
    for number in range(1, NSIG):
        state.handlers_w[number] = newint(SIG_DFL)
    rsignal.pypysig_ignore(rffi.cast(rffi.INT, rsignal.SIGPIPE))
    rsignal.pypysig_ignore(rffi.cast(rffi.INT, rsignal.SIGXFSZ))
    state.handlers_w[rsignal.SIGPIPE] = newint(SIG_IGN)
    state.handlers_w[rsignal.SIGXFSZ] = newint(SIG_IGN)
    w_handler = w_dict.getitem_str('default_int_handler')
    state.handlers_w[rsignal.SIGINT] = w_handler
    rsignal.pypysig_setflag(rffi.cast(rffi.INT, rsignal.SIGINT))


def restore_defaults():
    """At the end of the program, when handlers can no longer be called: the signals that have one do what they do by default."""
    for number in range(1, NSIG):
        w_handler = state.handlers_w.get(number, None)
        if w_handler is not None and w_handler is not w_None and not isinstance(w_handler, W_AbstractInt):
            rsignal.pypysig_default(rffi.cast(rffi.INT, number))
            del state.handlers_w[number]


def signal_number(number):
    if number < 1 or number >= NSIG:
        raise errors.value_error("signal number out of range")
    return number


@function('signal(signalnum: int, handler, /)')
def signal(signalnum, w_handler):
    """Sets what a signal does; returns what it did."""
    from module._thread.threads import is_main_thread
    if not is_main_thread():
        raise errors.value_error("signal only works in main thread of the main interpreter")
    signal_number(signalnum)
    if signalnum == rsignal.SIGKILL or signalnum == rsignal.SIGSTOP:
        raise errors.os_error(errno.EINVAL, None)
    is_default = isinstance(w_handler, W_AbstractInt) and ops.int_w(w_handler) == SIG_DFL
    is_ignore = isinstance(w_handler, W_AbstractInt) and ops.int_w(w_handler) == SIG_IGN
    if not is_default and not is_ignore and not ops.callable(w_handler):
        raise errors.type_error("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    action.perform(getexecutioncontext())
    w_old = state.handlers_w.get(signalnum, None)
    number = rffi.cast(rffi.INT, signalnum)
    if is_default:
        rsignal.pypysig_default(number)
    elif is_ignore:
        rsignal.pypysig_ignore(number)
    else:
        rsignal.pypysig_setflag(number)
    state.handlers_w[signalnum] = w_handler
    return w_None if w_old is None else w_old


@function('getsignal(signalnum: int, /)')
def getsignal(signalnum):
    """What a signal does."""
    w_handler = state.handlers_w.get(signal_number(signalnum), None)
    return w_None if w_handler is None else w_handler


@function('raise_signal(signalnum: int, /) -> None')
def raise_signal(signalnum):
    """Sends a signal to this process."""
    from module.posix.clib import c_getpid, c_kill, saved_errno
    if widen(c_kill(c_getpid(), rffi.cast(rffi.INT, signalnum))) < 0:
        raise errors.os_error(saved_errno(), None)
    action.perform(getexecutioncontext())


@function('alarm(seconds: int, /) -> int')
def alarm(seconds):
    """Asks for SIGALRM after so many seconds."""
    return widen(rsignal.c_alarm(rffi.cast(rffi.INT, seconds)))


@function('pause() -> None')
def pause():
    """Waits for a signal; one whose handler is still to run has come already."""
    if rsignal.pypysig_getaddr_occurred().c_value >= 0:
        rsignal.c_pause()
    action.perform(getexecutioncontext())


@function('siginterrupt(signalnum: int, flag: int, /) -> None')
def siginterrupt(signalnum, flag):
    """Shall the signal interrupt system calls?"""
    signal_number(signalnum)
    if widen(rsignal.c_siginterrupt(rffi.cast(rffi.INT, signalnum), rffi.cast(rffi.INT, flag))) < 0:
        raise errors.os_error(rposix.get_saved_errno(), None)


@function('set_wakeup_fd(fd: int, /, *, warn_on_full_buffer: bool=True) -> int')
def set_wakeup_fd(fd, warn_on_full_buffer):
    """The descriptor that gets a byte for each signal (-1: none); returns the one before."""
    from module._thread.threads import is_main_thread
    if not is_main_thread():
        raise errors.value_error("set_wakeup_fd only works in main thread of the main interpreter")
    if fd != -1:
        from module.posix import clib
        with lltype.scoped_alloc(clib.LONGS, 16) as out:
            if clib.c_fstat(fd, out) < 0:
                raise errors.os_error(clib.saved_errno(), None)
        if clib.c_get_blocking(fd) == 1:
            raise errors.value_error("the fd %d must be in non-blocking mode" % fd)
    old = widen(rsignal.pypysig_set_wakeup_fd(rffi.cast(rffi.INT, fd), rffi.cast(rffi.INT, 0)))
    return old


@function('valid_signals()')
def valid_signals():
    """The numbers of all signals that a program may use."""
    return newset([newint(number) for number in range(1, NSIG) if number != 32 and number != 33])


@function('strsignal(signalnum: int, /)')
def strsignal(signalnum):
    """What a signal is called, in words."""
    from module._signal.clib import c_strsignal
    signal_number(signalnum)
    text = c_strsignal(rffi.cast(rffi.INT, signalnum))
    if not text:
        return w_None
    name = rffi.charp2str(text)
    if name.startswith('Unknown signal'):
        return w_None
    return newstr(name)
