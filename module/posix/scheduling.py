"""Priorities, and which processors a process runs on."""
from __future__ import absolute_import

from rpython.rlib.rarithmetic import intmask, widen
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.int import W_Int
from interpreter.objects.wrap import newint, newset
from module.posix import clib
from module.posix.path import check, failure
from module.structseq import make_structseq

NO_PRIORITY = 1000          # what shim.c returns for an error
MOST_WORDS = 1 << 14        # of 64 processors each

W_SchedParam = make_structseq('sched_param', 'posix', ['sched_priority'], makes='item',
                              doc="The parameters of a scheduling policy.",
                              docs=["The priority."])


def _int(value):
    return rffi.cast(rffi.INT, value)


def param_arg(w_param):
    """The priority in a sched_param.  TypeError, OverflowError."""
    if not isinstance(w_param, W_SchedParam):
        raise errors.type_error("must have a sched_param object")
    w_priority = ops.index(ops.tuple_items(w_param)[0])
    if not isinstance(w_priority, W_Int) or not -0x80000000 <= w_priority.intval <= 0x7FFFFFFF:
        raise errors.overflow_error("sched_priority out of range")
    return w_priority.intval


@function('nice(increment: cint, /) -> int')
def nice(increment):
    """Adds to the niceness of the process and returns the new one."""
    result = clib.c_nice(increment)
    if result == NO_PRIORITY:
        raise failure()
    return result


@function('getpriority(which: cint, who: cint) -> int')
def getpriority(which, who):
    """The scheduling priority of a process, a group or a user."""
    result = clib.c_getpriority(which, who)
    if result == NO_PRIORITY:
        raise failure()
    return result


@function('setpriority(which: cint, who: cint, priority: cint) -> None')
def setpriority(which, who, priority):
    """Sets the scheduling priority of a process, a group or a user."""
    check(clib.c_setpriority(which, who, priority))


@function('sched_yield() -> None')
def sched_yield():
    """Lets another thread run."""
    check(clib.c_sched_yield())


@function('sched_get_priority_max(policy: cint) -> int')
def sched_get_priority_max(policy):
    """The highest priority of a scheduling policy."""
    return check(widen(clib.c_sched_get_priority_max(_int(policy))))


@function('sched_get_priority_min(policy: cint) -> int')
def sched_get_priority_min(policy):
    """The lowest priority of a scheduling policy."""
    return check(widen(clib.c_sched_get_priority_min(_int(policy))))


@function('sched_getscheduler(pid: cint, /) -> int')
def sched_getscheduler(pid):
    """The scheduling policy of a process."""
    return check(widen(clib.c_sched_getscheduler(_int(pid))))


@function('sched_setscheduler(pid: cint, policy: cint, param, /) -> None')
def sched_setscheduler(pid, policy, w_param):
    """Sets the scheduling policy and parameters of a process."""
    check(clib.c_sched_setscheduler(pid, policy, param_arg(w_param)))


@function('sched_getparam(pid: cint, /)')
def sched_getparam(pid):
    """The scheduling parameters of a process."""
    return W_SchedParam.build([newint(check(clib.c_sched_getparam(pid)))])


@function('sched_setparam(pid: cint, param, /) -> None')
def sched_setparam(pid, w_param):
    """Sets the scheduling parameters of a process."""
    check(clib.c_sched_setparam(pid, param_arg(w_param)))


@function('sched_rr_get_interval(pid: cint, /) -> float')
def sched_rr_get_interval(pid):
    """The seconds that the process may run before another of its priority does."""
    with lltype.scoped_alloc(clib.LONGS, 2) as out:
        check(clib.c_sched_rr_get_interval(pid, out))
        return out[0] + 1e-9 * out[1]


@function('sched_getaffinity(pid: cint, /)')
def sched_getaffinity(pid):
    """The set of the processors that the process may run on."""
    from rpython.rlib import rposix
    import errno
    count = 16
    while True:
        with lltype.scoped_alloc(clib.LONGS, count, zero=True) as words:
            if clib.c_sched_getaffinity(pid, count, words) >= 0:
                return newset([newint(i) for i in range(64 * count) if (words[i >> 6] >> (i & 63)) & 1])
            if rposix.get_saved_errno() != errno.EINVAL or count >= MOST_WORDS:       # EINVAL: the kernel knows more processors
                raise failure()
        count *= 2


@function('sched_setaffinity(pid: cint, mask, /) -> None')
def sched_setaffinity(pid, w_mask):
    """Restricts the process to some processors."""
    processors = []
    count = 16
    for w_number in ops.listview(w_mask):
        if not ops.has_index(w_number):
            raise errors.type_error("expected an iterator of ints, but iterator yielded %s" % ops.repr_w(w_number.gettype()))
        w_int = ops.index(w_number)
        if not isinstance(w_int, W_Int):
            if ops.bigint_w(w_int).sign < 0:
                raise errors.value_error("negative CPU number")
            raise errors.overflow_error("CPU number too large")
        number = w_int.intval
        if number < 0:
            raise errors.value_error("negative CPU number")
        if number >= 0x7FFFFFFF:
            raise errors.overflow_error("CPU number too large")
        processors.append(number)
        count = max(count, (number >> 6) + 1)
    with lltype.scoped_alloc(clib.LONGS, count, zero=True) as words:
        for number in processors:
            words[number >> 6] |= intmask(1 << (number & 63))
        check(clib.c_sched_setaffinity(pid, count, words))
