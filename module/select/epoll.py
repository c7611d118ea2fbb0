"""epoll objects: the kernel keeps what is waited for."""
from __future__ import absolute_import

from rpython.rlib import rposix
from rpython.rlib.rarithmetic import intmask
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from interpreter import errors
from interpreter.gateway import classmethod_, getter, method, new
from interpreter.objects.finalizer import register_resource
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newbool, newint, newlist, newstr, newtuple
from interpreter.typedef import TypeDef
from module._thread.locks import microseconds
from module.posix import clib
from module.posix.path import fileno_arg, interrupted
from module.select.timeouts import milliseconds

_eci = ExternalCompilationInfo(
    post_include_bits=['RPY_EXTERN long psl_epoll_create(long flags);',
                       'RPY_EXTERN long psl_epoll_ctl(long epoll, long operation, long fd, long events);',
                       'RPY_EXTERN long psl_epoll_wait(long epoll, long *fds, long *events, long count, long timeout_ms);'],
    separate_module_sources=['''
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>

RPY_EXTERN long psl_epoll_create(long flags) { return epoll_create1((int)flags); }

RPY_EXTERN long psl_epoll_ctl(long epoll, long operation, long fd, long events)
{
    struct epoll_event event;
    memset(&event, 0, sizeof(event));
    event.events = (uint32_t)events;
    event.data.fd = (int)fd;
    return epoll_ctl((int)epoll, (int)operation, (int)fd, &event);
}

/* the number of events that came in, at most count */
RPY_EXTERN long psl_epoll_wait(long epoll, long *fds, long *events, long count, long timeout_ms)
{
    long i, result;
    int saved;
    struct epoll_event *happened = malloc(count * sizeof(struct epoll_event));
    if (happened == NULL) {
        errno = ENOMEM;
        return -1;
    }
    result = epoll_wait((int)epoll, happened, (int)count, (int)timeout_ms);
    saved = errno;
    for (i = 0; i < result; i++) {
        fds[i] = happened[i].data.fd;
        events[i] = (long)happened[i].events;
    }
    free(happened);
    errno = saved;
    return result;
}
'''])
LONGS = rffi.CArray(lltype.Signed)
_LP = lltype.Ptr(LONGS)
_S = lltype.Signed
c_create = rffi.llexternal('psl_epoll_create', [_S], _S, compilation_info=_eci, save_err=rffi.RFFI_SAVE_ERRNO, releasegil=False)
c_ctl = rffi.llexternal('psl_epoll_ctl', [_S] * 4, _S, compilation_info=_eci, save_err=rffi.RFFI_SAVE_ERRNO, releasegil=False)
c_wait = rffi.llexternal('psl_epoll_wait', [_S, _LP, _LP, _S, _S], _S, compilation_info=_eci, save_err=rffi.RFFI_SAVE_ERRNO, releasegil=True)

CTL_ADD, CTL_DEL, CTL_MOD = 1, 2, 3
CLOEXEC = 0x80000
DEFAULT_MASK = 7                        # EPOLLIN | EPOLLPRI | EPOLLOUT
MOST_EVENTS = 1023                      # without maxevents
CONSTANTS = dict(
    EPOLLIN=1, EPOLLPRI=2, EPOLLOUT=4, EPOLLERR=8, EPOLLHUP=16, EPOLLRDNORM=64, EPOLLRDBAND=128, EPOLLWRNORM=256, EPOLLWRBAND=512,
    EPOLLMSG=1024, EPOLLRDHUP=0x2000, EPOLLEXCLUSIVE=1 << 28, EPOLLONESHOT=1 << 30, EPOLLET=1 << 31, EPOLL_CLOEXEC=CLOEXEC)


class W_Epoll(W_Root):
    """select.epoll objects.  fd is -1 when closed."""
    _attrs_ = ['fd', 'is_open']

    def __init__(self, fd):
        self.fd = fd
        self.is_open = True
        register_resource(self)

    def check_open(self):
        if not self.is_open:
            raise errors.value_error("I/O operation on closed epoll object")

    def close(self):
        """Somebody may have closed the descriptor already: that is no error, as in CPython."""
        if self.is_open:
            self.is_open = False
            clib.c_close(rffi.cast(rffi.INT, self.fd))

    def control(self, operation, w_fd, mask):
        self.check_open()
        if c_ctl(self.fd, operation, fileno_arg(w_fd), mask) < 0:
            raise errors.os_error(rposix.get_saved_errno(), None)

    @new('(cls, sizehint: cint=-1, flags: cint=0)')
    def descr_new(w_cls, sizehint, flags):
        if sizehint != -1 and sizehint <= 0:
            raise errors.value_error("negative sizehint")
        if flags & ~CLOEXEC:
            from interpreter.objects.exception import W_OSError
            raise errors.OperationError(W_OSError.typedef.w_type.call1(newstr("invalid flags")))
        fd = c_create(CLOEXEC)
        if fd < 0:
            raise errors.os_error(rposix.get_saved_errno(), None)
        return W_Epoll(fd)

    @classmethod_('fromfd(cls, fd: cint, /)')
    def m_fromfd(w_cls, fd):
        """Create an epoll object from a given control fd."""
        return W_Epoll(fd)

    @method('close(self, /) -> None')
    def m_close(self):
        """Close the epoll control file descriptor; further operations raise ValueError."""
        self.close()

    @method('__del__(self, /) -> None')
    def m_del(self):
        self.close()

    @method('fileno(self, /) -> int')
    def m_fileno(self):
        """The epoll control file descriptor."""
        self.check_open()
        return self.fd

    @getter('closed', doc="Is it closed?")
    def get_closed(self):
        return newbool(not self.is_open)

    @method('register(self, fd, eventmask: int=7) -> None')
    def m_register(self, w_fd, mask):
        """Adds a descriptor; OSError if it is there already."""
        self.control(CTL_ADD, w_fd, mask)

    @method('modify(self, fd, eventmask: int) -> None')
    def m_modify(self, w_fd, mask):
        """Changes what is waited for."""
        self.control(CTL_MOD, w_fd, mask)

    @method('unregister(self, fd) -> None')
    def m_unregister(self, w_fd):
        """Removes a descriptor."""
        self.control(CTL_DEL, w_fd, 0)

    @method('poll(self, timeout=None, maxevents: cint=-1)')
    def m_poll(self, w_timeout, most):
        """Waits, at most so many seconds; returns pairs of a descriptor and what happened."""
        self.check_open()
        timeout = milliseconds(w_timeout, 1000.0, "timeout must be an integer or None")
        if most == -1:
            most = MOST_EVENTS
        elif most < 1:
            raise errors.value_error("maxevents must be greater than 0, got %d" % most)
        deadline = microseconds() + timeout * 1000 if timeout > 0 else 0
        with lltype.scoped_alloc(LONGS, most) as fds:
            with lltype.scoped_alloc(LONGS, most) as happened:
                while True:
                    count = c_wait(self.fd, fds, happened, most, timeout)
                    if count >= 0:
                        return newlist([newtuple([newint(fds[i]), newint(happened[i])]) for i in range(intmask(count))])
                    if not interrupted():
                        raise errors.os_error(rposix.get_saved_errno(), None)
                    if timeout > 0:
                        timeout = max(0, (deadline - microseconds()) // 1000)

    @method('__enter__(self, /)')
    def m_enter(self):
        self.check_open()
        return self

    @method('__exit__(self, exc_type=None, exc_value=None, exc_tb=None, /)')
    def m_exit(self, w_type, w_value, w_traceback):
        self.close()
        return w_None


W_Epoll.typedef = TypeDef('select.epoll', W_Epoll, module='select', subclassable=False,
                          doc="epoll(sizehint=-1, flags=0): waits for many descriptors; the kernel keeps the list of them.")
