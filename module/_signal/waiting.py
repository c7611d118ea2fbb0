"""Masks, timers and waiting for signals."""
from __future__ import absolute_import

import errno

from rpython.rlib.rarithmetic import intmask, widen
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter import errors, ops
from interpreter.eval.executioncontext import getexecutioncontext
from interpreter.gateway import function
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newfloat, newint, newset, newstr, newtuple
from module._signal import clib
from module._signal.handlers import action
from module._thread.locks import TIMEOUT_MAX, microseconds
from module.exceptions import LazyException
from module.posix.clib import c_strerror, saved_errno
from module.structseq import make_structseq

W_Siginfo = make_structseq('struct_siginfo', 'signal', ['si_signo', 'si_code', 'si_errno', 'si_pid', 'si_uid', 'si_status', 'si_band'],
                           doc="What sigwaitinfo() returns: what is known about a signal.",
                           docs=["The number of the signal.", "Why it was sent.", "The error number that belongs to it.",
                                 "The process that sent it.", "The user who sent it.", "The exit code or the signal of a child.",
                                 "The event of a descriptor, for SIGPOLL."])
ItimerError = LazyException('signal', 'itimer_error', 'W_OSError')


def itimer_error(number):
    """signal.ItimerError, an OSError, for an errno."""
    text = rffi.charp2str(c_strerror(rffi.cast(rffi.INT, number)))
    return errors.OperationError(ops.call(ItimerError.get(), [newint(number), newstr(text)]))


def mask_argument(w_signals):
    """An iterable of signal numbers -> a mask."""
    mask = 0
    for w_number in ops.listview(w_signals):
        try:
            number = ops.bigint_w(ops.index(w_number)).toint()
        except OverflowError:
            number = -1
        if number < 1 or number > 64:
            raise errors.value_error("signal number %d out of range [1; 64]" % number)
        mask |= intmask(1 << (number - 1))
    return mask


def mask_set(mask):
    """A mask -> a set of signal numbers."""
    return newset([newint(i) for i in range(1, 65) if (mask >> (i - 1)) & 1])


@function('pthread_sigmask(how: int, mask, /)')
def pthread_sigmask(how, w_mask):
    """Changes which signals this thread blocks; returns those blocked before."""
    mask = mask_argument(w_mask)
    with lltype.scoped_alloc(clib.LONGS, 1) as old:
        if clib.c_sigmask(how, mask, old) < 0:
            raise errors.os_error(saved_errno(), None)
        previous = old[0]
    action.perform(getexecutioncontext())
    return mask_set(previous)


@function('sigpending()')
def sigpending():
    """The blocked signals that have come in."""
    with lltype.scoped_alloc(clib.LONGS, 1) as out:
        if clib.c_sigpending(out) < 0:
            raise errors.os_error(saved_errno(), None)
        return mask_set(out[0])


@function('sigwait(sigset, /) -> int')
def sigwait(w_signals):
    """Waits until one of the signals comes in."""
    number = clib.c_sigwait(mask_argument(w_signals))
    if number < 0:
        raise errors.os_error(saved_errno(), None)
    return number


def siginfo(out):
    """What c_sigtimedwait wrote, as a struct_siginfo."""
    return W_Siginfo.build([newint(out[i]) for i in range(7)])


@function('sigwaitinfo(sigset, /)')
def sigwaitinfo(w_signals):
    """Waits until one of the signals comes in; returns what is known of it."""
    mask = mask_argument(w_signals)
    with lltype.scoped_alloc(clib.LONGS, 7) as out:
        while clib.c_sigtimedwait(mask, -1.0, out) < 0:
            interrupted_or_raise()
        return siginfo(out)


@function('sigtimedwait(sigset, timeout, /)')
def sigtimedwait(w_signals, w_timeout):
    """The same, for so many seconds at most: then None."""
    timeout = ops.float_w(w_timeout)
    if timeout != timeout:
        raise errors.value_error("Invalid value NaN (not a number)")
    if timeout < 0.0:
        raise errors.value_error("timeout must be non-negative")
    if timeout > TIMEOUT_MAX:
        raise errors.overflow_error("timestamp out of range for platform time_t")
    mask = mask_argument(w_signals)
    deadline = microseconds() + int(timeout * 1e6)
    with lltype.scoped_alloc(clib.LONGS, 7) as out:
        while True:
            number = clib.c_sigtimedwait(mask, timeout, out)
            if number == 0:
                return w_None
            if number > 0:
                return siginfo(out)
            interrupted_or_raise()
            timeout = (deadline - microseconds()) * 1e-6
            if timeout < 0.0:
                return w_None


def interrupted_or_raise():
    """After an error of a wait: runs the handlers of a signal that interrupted it; other errors are raised."""
    if saved_errno() != errno.EINTR:
        raise errors.os_error(saved_errno(), None)
    action.perform(getexecutioncontext())


@function('pidfd_send_signal(pidfd: int, signalnum: int, siginfo=None, flags: int=0, /) -> None')
def pidfd_send_signal(pidfd, signalnum, w_siginfo, flags):
    """Sends a signal to the process that a pidfd refers to."""
    if w_siginfo is not w_None:
        raise errors.type_error("siginfo must be None")
    if clib.c_pidfd_send(pidfd, signalnum, flags) < 0:
        raise errors.os_error(saved_errno(), None)
    action.perform(getexecutioncontext())


@function('pthread_kill(thread_id: int, signalnum: int, /) -> None')
def pthread_kill(thread, signalnum):
    """Sends a signal to a thread of this process."""
    error = widen(clib.c_pthread_kill(thread, rffi.cast(rffi.INT, signalnum)))
    if error != 0:
        raise errors.os_error(error, None)
    action.perform(getexecutioncontext())


@function('setitimer(which: int, seconds: float, interval: float=0.0, /)')
def setitimer(which, seconds, interval):
    """Sets a timer; returns what it was."""
    with lltype.scoped_alloc(clib.DOUBLES, 2) as old:
        if clib.c_setitimer(which, seconds, interval, old) < 0:
            raise itimer_error(saved_errno())
        return newtuple([newfloat(old[0]), newfloat(old[1])])


@function('getitimer(which: int, /)')
def getitimer(which):
    """What a timer is set to."""
    with lltype.scoped_alloc(clib.DOUBLES, 2) as out:
        if clib.c_getitimer(which, out) < 0:
            raise itimer_error(saved_errno())
        return newtuple([newfloat(out[0]), newfloat(out[1])])
