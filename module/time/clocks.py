"""Clocks and sleeping."""
from __future__ import absolute_import

import errno
import math

from rpython.rlib.rbigint import rbigint
from rpython.rtyper.lltypesystem import lltype

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.float import W_Float
from interpreter.objects.wrap import newbigint, newbool, newfloat, newint, newstr
from module.posix.stat import nanoseconds
from module.time import clib

CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID = 0, 1, 2, 3
BILLION = 1000000000


def read_clock(clock):
    """(int) -> (seconds, nanoseconds).  Raises OSError."""
    with lltype.scoped_alloc(clib.LONGS, 2) as out:
        if clib.c_clock_gettime(clock, out) < 0:
            raise errors.os_error(clib.saved_errno(), None)
        return out[0], out[1]


def clock_float(clock):
    seconds, ns = read_clock(clock)
    return seconds + 1e-9 * ns


def clock_ns(clock):
    seconds, ns = read_clock(clock)
    return nanoseconds(seconds, ns)


@function('time() -> float')
def time():
    """Seconds since the epoch."""
    return clock_float(CLOCK_REALTIME)


@function('time_ns()')
def time_ns():
    """Nanoseconds since the epoch."""
    return clock_ns(CLOCK_REALTIME)


@function('monotonic() -> float')
def monotonic():
    """Seconds of a clock that never goes back."""
    return clock_float(CLOCK_MONOTONIC)


@function('monotonic_ns()')
def monotonic_ns():
    """Nanoseconds of a clock that never goes back."""
    return clock_ns(CLOCK_MONOTONIC)


@function('perf_counter() -> float')
def perf_counter():
    """Seconds of the best clock for measuring."""
    return clock_float(CLOCK_MONOTONIC)


@function('perf_counter_ns()')
def perf_counter_ns():
    """Nanoseconds of the best clock for measuring."""
    return clock_ns(CLOCK_MONOTONIC)


@function('process_time() -> float')
def process_time():
    """Seconds of processor time of this process."""
    return clock_float(CLOCK_PROCESS_CPUTIME_ID)


@function('process_time_ns()')
def process_time_ns():
    """Nanoseconds of processor time of this process."""
    return clock_ns(CLOCK_PROCESS_CPUTIME_ID)


@function('thread_time() -> float')
def thread_time():
    """Seconds of processor time of this thread."""
    return clock_float(CLOCK_THREAD_CPUTIME_ID)


@function('thread_time_ns()')
def thread_time_ns():
    """Nanoseconds of processor time of this thread."""
    return clock_ns(CLOCK_THREAD_CPUTIME_ID)


@function('clock_gettime(clk_id: int, /) -> float')
def clock_gettime(clock):
    """Seconds of the given clock."""
    return clock_float(clock)


@function('clock_gettime_ns(clk_id: int, /)')
def clock_gettime_ns(clock):
    """Nanoseconds of the given clock."""
    return clock_ns(clock)


@function('clock_settime(clk_id: int, time, /) -> None')
def clock_settime(clock, w_time):
    """Sets the given clock."""
    seconds, ns = split_seconds(w_time)
    if clib.c_clock_settime(clock, seconds, ns) < 0:
        raise errors.os_error(clib.saved_errno(), None)


@function('clock_settime_ns(clk_id: int, time: int, /) -> None')
def clock_settime_ns(clock, time):
    """Sets the given clock, in nanoseconds."""
    if clib.c_clock_settime(clock, time // BILLION, time % BILLION) < 0:
        raise errors.os_error(clib.saved_errno(), None)


@function('clock_getres(clk_id: int, /) -> float')
def clock_getres(clock):
    """The resolution of the given clock, in seconds."""
    with lltype.scoped_alloc(clib.LONGS, 2) as out:
        if clib.c_clock_getres(clock, out) < 0:
            raise errors.os_error(clib.saved_errno(), None)
        return out[0] + 1e-9 * out[1]


@function('pthread_getcpuclockid(thread_id: int, /) -> int')
def pthread_getcpuclockid(thread):
    """The clock of the processor time of a thread."""
    with lltype.scoped_alloc(clib.LONGS, 1) as out:
        if clib.c_pthread_clock(thread, out) < 0:
            raise errors.os_error(clib.saved_errno(), None)
        return out[0]


def split_seconds(w_time):
    """A number of seconds -> (seconds, nanoseconds), rounded up; ValueError, OverflowError."""
    if isinstance(w_time, W_Float):
        value = w_time.floatval
        if value != value:
            raise errors.value_error("Invalid value NaN (not a number)")
        whole = math.floor(value)
        if not -9.2e18 < whole < 9.2e18:
            raise errors.overflow_error("timestamp too large to convert to C _PyTime_t")
        ns = int(math.ceil((value - whole) * 1e9))
        seconds = int(whole)
        if ns >= BILLION:
            seconds += 1
            ns -= BILLION
        return seconds, ns
    return ops.int_w(w_time), 0


@function('sleep(seconds, /) -> None')
def sleep(w_seconds):
    """Does nothing for so many seconds; signal handlers run meanwhile."""
    seconds, ns = split_seconds(w_seconds)
    if seconds < 0:
        raise errors.value_error("sleep length must be non-negative")
    if seconds > 9000000000:
        raise errors.overflow_error("timestamp too large to convert to C _PyTime_t")
    now, now_ns = read_clock(CLOCK_MONOTONIC)
    until = now + seconds
    until_ns = now_ns + ns
    if until_ns >= BILLION:
        until += 1
        until_ns -= BILLION
    while True:
        error = clib.c_sleep_until(until, until_ns)
        if error != 0 and error != errno.EINTR:
            raise errors.os_error(error, None)
        # also when the time is over: a signal may have come in at the last moment
        from interpreter.eval.executioncontext import check_actions, getexecutioncontext
        check_actions(getexecutioncontext())
        if error == 0:
            return


@function('get_clock_info(name: str, /)')
def get_clock_info(name):
    """What is known about a clock: a namespace."""
    from interpreter.objects.namespace import W_SimpleNamespace
    if name == 'time':
        clock, monotonic, adjustable = CLOCK_REALTIME, False, True
        implementation = 'clock_gettime(CLOCK_REALTIME)'
    elif name == 'monotonic' or name == 'perf_counter':
        clock, monotonic, adjustable = CLOCK_MONOTONIC, True, False
        implementation = 'clock_gettime(CLOCK_MONOTONIC)'
    elif name == 'process_time':
        clock, monotonic, adjustable = CLOCK_PROCESS_CPUTIME_ID, True, False
        implementation = 'clock_gettime(CLOCK_PROCESS_CPUTIME_ID)'
    elif name == 'thread_time':
        clock, monotonic, adjustable = CLOCK_THREAD_CPUTIME_ID, True, False
        implementation = 'clock_gettime(CLOCK_THREAD_CPUTIME_ID)'
    else:
        raise errors.value_error("unknown clock")
    w_info = W_SimpleNamespace()
    w_dict = w_info.getdict()
    w_dict.setitem_str('implementation', newstr(implementation))
    w_dict.setitem_str('monotonic', newbool(monotonic))
    w_dict.setitem_str('adjustable', newbool(adjustable))
    w_dict.setitem_str('resolution', newfloat(clock_getres(clock)))
    return w_info
