"""C functions about signals that rpython.rlib.rsignal does not have; sets of signals are masks in a long, signal 1 in bit 0."""
from __future__ import absolute_import

from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

_eci = ExternalCompilationInfo(
    includes=['signal.h', 'string.h', 'sys/syscall.h', 'sys/time.h', 'pthread.h', 'unistd.h'],
    post_include_bits=['RPY_EXTERN long psg_sigmask(long how, long mask, long *old);',
                       'RPY_EXTERN long psg_sigwait(long mask);',
                       'RPY_EXTERN long psg_sigtimedwait(long mask, double timeout, long *out);',
                       'RPY_EXTERN long psg_pidfd_send(long pidfd, long number, long flags);',
                       'RPY_EXTERN long psg_sigpending(long *out);',
                       'RPY_EXTERN long psg_setitimer(long which, double value, double interval, double *old);',
                       'RPY_EXTERN long psg_getitimer(long which, double *out);'],
    separate_module_sources=['''
#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

static void to_set(long mask, sigset_t *set)
{
    int i;
    sigemptyset(set);
    for (i = 1; i < 65; i++)
        if ((mask >> (i - 1)) & 1)
            sigaddset(set, i);
}

static long to_mask(const sigset_t *set)
{
    int i;
    unsigned long mask = 0;
    for (i = 1; i < 65; i++)
        if (sigismember(set, i) == 1)
            mask |= 1UL << (i - 1);
    return (long)mask;
}

RPY_EXTERN long psg_sigmask(long how, long mask, long *old)
{
    sigset_t set, previous;
    int error;
    to_set(mask, &set);
    error = pthread_sigmask((int)how, &set, &previous);
    if (error) { errno = error; return -1; }
    old[0] = to_mask(&previous);
    return 0;
}

RPY_EXTERN long psg_sigwait(long mask)
{
    sigset_t set;
    int number = 0, error;
    to_set(mask, &set);
    error = sigwait(&set, &number);
    if (error) { errno = error; return -1; }
    return number;
}

/* the signal that came in, 0 after `timeout` seconds (negative: never), -1 for an error; out: the fields of struct_siginfo */
RPY_EXTERN long psg_sigtimedwait(long mask, double timeout, long *out)
{
    sigset_t set;
    siginfo_t info;
    int number;
    to_set(mask, &set);
    if (timeout < 0)
        number = sigwaitinfo(&set, &info);
    else {
        struct timespec ts;
        double whole = floor(timeout);
        ts.tv_sec = (long)whole;
        ts.tv_nsec = (long)((timeout - whole) * 1e9);
        number = sigtimedwait(&set, &info, &ts);
    }
    if (number < 0)
        return errno == EAGAIN ? 0 : -1;
    out[0] = info.si_signo;
    out[1] = info.si_code;
    out[2] = info.si_errno;
    out[3] = info.si_pid;
    out[4] = info.si_uid;
    out[5] = info.si_status;
    out[6] = info.si_band;
    return number;
}

RPY_EXTERN long psg_pidfd_send(long pidfd, long number, long flags)
{
#ifndef __NR_pidfd_send_signal
#define __NR_pidfd_send_signal 424
#endif
    return syscall(__NR_pidfd_send_signal, (int)pidfd, (int)number, NULL, (unsigned int)flags);
}

RPY_EXTERN long psg_sigpending(long *out)
{
    sigset_t set;
    if (sigpending(&set) < 0)
        return -1;
    out[0] = to_mask(&set);
    return 0;
}

static void to_timeval(double value, struct timeval *tv)
{
    double whole = floor(value);
    tv->tv_sec = (long)whole;
    tv->tv_usec = (long)((value - whole) * 1e6);
    if (value > 0 && tv->tv_sec == 0 && tv->tv_usec == 0)
        tv->tv_usec = 1;
}

RPY_EXTERN long psg_setitimer(long which, double value, double interval, double *old)
{
    struct itimerval new, previous;
    to_timeval(value, &new.it_value);
    to_timeval(interval, &new.it_interval);
    if (setitimer((int)which, &new, &previous) < 0)
        return -1;
    old[0] = previous.it_value.tv_sec + 1e-6 * previous.it_value.tv_usec;
    old[1] = previous.it_interval.tv_sec + 1e-6 * previous.it_interval.tv_usec;
    return 0;
}

RPY_EXTERN long psg_getitimer(long which, double *out)
{
    struct itimerval current;
    if (getitimer((int)which, &current) < 0)
        return -1;
    out[0] = current.it_value.tv_sec + 1e-6 * current.it_value.tv_usec;
    out[1] = current.it_interval.tv_sec + 1e-6 * current.it_interval.tv_usec;
    return 0;
}
'''], libraries=['m'])

LONGS = rffi.CArray(lltype.Signed)
DOUBLES = rffi.CArray(lltype.Float)
_S, _F = lltype.Signed, lltype.Float


def _external(name, args, result, **kwds):
    return rffi.llexternal(name, args, result, compilation_info=_eci, save_err=rffi.RFFI_SAVE_ERRNO, **kwds)


c_strsignal = _external('strsignal', [rffi.INT], rffi.CCHARP, releasegil=False)
c_sigmask = _external('psg_sigmask', [_S, _S, lltype.Ptr(LONGS)], _S, releasegil=False)
c_sigwait = _external('psg_sigwait', [_S], _S, releasegil=True)
c_sigtimedwait = _external('psg_sigtimedwait', [_S, _F, lltype.Ptr(LONGS)], _S, releasegil=True)
c_pidfd_send = _external('psg_pidfd_send', [_S, _S, _S], _S, releasegil=False)
c_sigpending = _external('psg_sigpending', [lltype.Ptr(LONGS)], _S, releasegil=False)
c_setitimer = _external('psg_setitimer', [_S, _F, _F, lltype.Ptr(DOUBLES)], _S, releasegil=False)
c_getitimer = _external('psg_getitimer', [_S, lltype.Ptr(DOUBLES)], _S, releasegil=False)
c_pthread_kill = _external('pthread_kill', [_S, rffi.INT], rffi.INT, releasegil=False)
