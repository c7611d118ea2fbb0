"""Masks, timers and waiting for signals."""
from __future__ import absolute_import

from rpython.rlib.rarithmetic import widen
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter import errors, ops
from interpreter.eval.executioncontext import getexecutioncontext
from interpreter.gateway import function
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newfloat, newint, newset, newtuple
from module._signal import clib
from module._signal.handlers import action
from module.posix.clib import saved_errno


def mask_argument(w_signals):
    """An iterable of signal numbers -> a mask."""
    mask = 0
    for w_number in ops.listview(w_signals):
        number = ops.int_w(w_number)
        if number < 1 or number > 64:
            raise errors.value_error("signal number %d out of range [1; 64]" % number)
        mask |= 1 << (number - 1)
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
            raise errors.os_error(saved_errno(), None)
        return newtuple([newfloat(old[0]), newfloat(old[1])])


@function('getitimer(which: int, /)')
def getitimer(which):
    """What a timer is set to."""
    with lltype.scoped_alloc(clib.DOUBLES, 2) as out:
        if clib.c_getitimer(which, out) < 0:
            raise errors.os_error(saved_errno(), None)
        return newtuple([newfloat(out[0]), newfloat(out[1])])
