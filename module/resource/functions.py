"""The functions of resource."""
from __future__ import absolute_import

import errno

from rpython.rlib import rposix
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newfloat, newint, newtuple
from module.audit import audit
from module.structseq import make_structseq

_COUNTS = ['ru_maxrss', 'ru_ixrss', 'ru_idrss', 'ru_isrss', 'ru_minflt', 'ru_majflt', 'ru_nswap', 'ru_inblock', 'ru_oublock', 'ru_msgsnd',
           'ru_msgrcv', 'ru_nsignals', 'ru_nvcsw', 'ru_nivcsw']
W_Rusage = make_structseq(
    'struct_rusage', 'resource', ['ru_utime', 'ru_stime'] + _COUNTS, doc="The resources that a process used.",
    docs=["The seconds in its own code.", "The seconds in the system.", "The largest resident size.", "The size of shared memory.",
          "The size of unshared data.", "The size of unshared stack.", "The page faults without reading.", "The page faults with reading.",
          "How often it was swapped out.", "The block reads.", "The block writes.", "The messages sent.", "The messages received.",
          "The signals received.", "The context switches that it asked for.", "The context switches forced on it."])
NRESOURCES = 16
NFIELDS = 4 + len(_COUNTS)          # the times take two each: seconds and microseconds

_eci = ExternalCompilationInfo(
    post_include_bits=['RPY_EXTERN long prs_limit(long pid, long resource, long set, long *limits);',
                       'RPY_EXTERN long prs_usage(long who, long *fields);', 'RPY_EXTERN long prs_page_size(void);'],
    separate_module_sources=['''
#include <sys/resource.h>
#include <sys/types.h>
#include <unistd.h>

/* prlimit(2): limits is {soft, hard}; holds the new ones where `set`, and the old ones afterwards */
RPY_EXTERN long prs_limit(long pid, long resource, long set, long *limits)
{
    struct rlimit wanted, old;
    long result;
    wanted.rlim_cur = (rlim_t)limits[0];
    wanted.rlim_max = (rlim_t)limits[1];
    result = prlimit((pid_t)pid, resource, set ? &wanted : NULL, &old);
    limits[0] = (long)old.rlim_cur;
    limits[1] = (long)old.rlim_max;
    return result;
}

RPY_EXTERN long prs_usage(long who, long *fields)
{
    struct rusage u;
    long result = getrusage((int)who, &u);
    long *f = fields;
    if (result != 0)
        return result;
    *f++ = u.ru_utime.tv_sec;  *f++ = u.ru_utime.tv_usec;  *f++ = u.ru_stime.tv_sec;  *f++ = u.ru_stime.tv_usec;
    *f++ = u.ru_maxrss;  *f++ = u.ru_ixrss;  *f++ = u.ru_idrss;  *f++ = u.ru_isrss;  *f++ = u.ru_minflt;  *f++ = u.ru_majflt;
    *f++ = u.ru_nswap;  *f++ = u.ru_inblock;  *f++ = u.ru_oublock;  *f++ = u.ru_msgsnd;  *f++ = u.ru_msgrcv;  *f++ = u.ru_nsignals;
    *f++ = u.ru_nvcsw;  *f++ = u.ru_nivcsw;
    return 0;
}

RPY_EXTERN long prs_page_size(void) { return sysconf(_SC_PAGESIZE); }
'''])
_S = lltype.Signed


def _external(name, args):
    return rffi.llexternal(name, args, _S, compilation_info=_eci, save_err=rffi.RFFI_SAVE_ERRNO, releasegil=False)


c_limit = _external('prs_limit', [_S, _S, _S, rffi.SIGNEDP])
c_usage = _external('prs_usage', [_S, rffi.SIGNEDP])
c_page_size = _external('prs_page_size', [])


def limits_of(w_limits):
    """The soft and the hard limit of an argument."""
    items_w = ops.fixedview(w_limits)
    if len(items_w) != 2:
        raise errors.value_error("expected a tuple of 2 integers")
    return ops.int_w(items_w[0]), ops.int_w(items_w[1])


def limit(pid, resource, w_limits):
    """Sets the limits of a process (0: this one), unless w_limits is None; returns what prlimit(2) does, and the old ones."""
    soft, hard = 0, 0
    if w_limits is not None:
        soft, hard = limits_of(w_limits)
    with lltype.scoped_alloc(rffi.SIGNEDP.TO, 2) as limits:
        limits[0] = soft
        limits[1] = hard
        result = c_limit(pid, resource, int(w_limits is not None), limits)
        return result, newtuple([newint(limits[0]), newint(limits[1])])


def failure():
    error = rposix.get_saved_errno()
    if error == errno.EINVAL:
        return errors.value_error("current limit exceeds maximum limit")
    return errors.os_error(error, None)


def check_resource(resource):
    if resource < 0 or resource >= NRESOURCES:
        raise errors.value_error("invalid resource specified")


@function('getrlimit(resource: int, /)')
def getrlimit(resource):
    """The soft and the hard limit of this process."""
    check_resource(resource)
    result, w_limits = limit(0, resource, None)
    if result != 0:
        raise failure()
    return w_limits


@function('setrlimit(resource: int, limits, /) -> None')
def setrlimit(resource, w_limits):
    """Sets the soft and the hard limit of this process; -1 for none."""
    check_resource(resource)
    audit('resource.setrlimit', [newint(resource), w_limits])
    result, _ = limit(0, resource, w_limits)
    if result != 0:
        if rposix.get_saved_errno() == errno.EPERM:
            raise errors.value_error("not allowed to raise maximum limit")
        raise failure()


@function('prlimit(pid: int, resource: int, limits=?, /)')
def prlimit(pid, resource, w_limits):
    """Sets the limits of a process where some are given, and returns those of before."""
    check_resource(resource)
    audit('resource.prlimit', [newint(pid), newint(resource), w_None if w_limits is None else w_limits])
    result, w_old = limit(pid, resource, w_limits)
    if result != 0:
        raise failure()
    return w_old


@function('getrusage(who: int, /)')
def getrusage(who):
    """What this process (RUSAGE_SELF), its ended children or this thread have used."""
    with lltype.scoped_alloc(rffi.SIGNEDP.TO, NFIELDS) as fields:
        if c_usage(who, fields) != 0:
            if rposix.get_saved_errno() == errno.EINVAL:
                raise errors.value_error("invalid who parameter")
            raise failure()
        values_w = [newfloat(fields[0] + fields[1] * 1e-6), newfloat(fields[2] + fields[3] * 1e-6)]
        for i in range(4, NFIELDS):
            values_w.append(newint(fields[i]))
    return W_Rusage.build(values_w[:])


@function('getpagesize() -> int')
def getpagesize():
    """How many bytes a page of memory has."""
    return c_page_size()
