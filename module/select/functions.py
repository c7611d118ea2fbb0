"""select() and poll objects; both stand on poll(2)."""
from __future__ import absolute_import

import errno

from rpython.rlib import rposix
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from interpreter import errors, ops
from interpreter.gateway import function, method
from interpreter.objects.list import W_List
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import newint, newlist, newtuple
from interpreter.typedef import TypeDef
from module._thread.locks import microseconds
from module.posix.path import fileno_arg, interrupted
from module.select.timeouts import milliseconds, unsigned_short

_eci = ExternalCompilationInfo(
    post_include_bits=['RPY_EXTERN long psl_poll(long *fds, long *events, long count, long timeout_ms);'],
    separate_module_sources=['''
#include <errno.h>
#include <poll.h>
#include <stdlib.h>

/* events[i] is what to wait for, and becomes what happened */
RPY_EXTERN long psl_poll(long *fds, long *events, long count, long timeout_ms)
{
    long i, result;
    struct pollfd *set = malloc((count + 1) * sizeof(struct pollfd));
    int saved;
    if (set == NULL) {
        errno = ENOMEM;
        return -1;
    }
    for (i = 0; i < count; i++) {
        set[i].fd = (int)fds[i];
        set[i].events = (short)events[i];
        set[i].revents = 0;
    }
    result = poll(set, (nfds_t)count, (int)timeout_ms);
    saved = errno;
    for (i = 0; i < count; i++)
        events[i] = (unsigned short)set[i].revents;
    free(set);
    errno = saved;
    return result;
}
'''])
LONGS = rffi.CArray(lltype.Signed)
_LP = lltype.Ptr(LONGS)
c_poll = rffi.llexternal('psl_poll', [_LP, _LP, lltype.Signed, lltype.Signed], lltype.Signed, compilation_info=_eci,
                         save_err=rffi.RFFI_SAVE_ERRNO, releasegil=True)
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
FD_SETSIZE = 1024                       # the least number that select() cannot wait for, as in C


def do_poll(fds, events, timeout_ms):
    """([int], [int], int) -> [int]: what happened for each descriptor; signals do not end the wait."""
    count = len(fds)
    deadline = microseconds() + timeout_ms * 1000 if timeout_ms > 0 else 0
    while True:
        c_fds = lltype.malloc(LONGS, count + 1, flavor='raw')
        c_events = lltype.malloc(LONGS, count + 1, flavor='raw')
        for i in range(count):
            c_fds[i] = fds[i]
            c_events[i] = events[i]
        result = c_poll(c_fds, c_events, count, timeout_ms)
        happened = [c_events[i] for i in range(count)]
        lltype.free(c_events, flavor='raw')
        lltype.free(c_fds, flavor='raw')
        if result >= 0:
            return happened
        if not interrupted():
            raise errors.os_error(rposix.get_saved_errno(), None)
        if timeout_ms > 0:
            timeout_ms = max(0, (deadline - microseconds()) // 1000)


def descriptors(w_list):
    """A sequence of files -> ([the files], [their descriptors]).  A list may be changed by a file's fileno() meanwhile."""
    if not isinstance(w_list, W_List) and not isinstance(w_list, W_Tuple):
        w_list = newlist(ops.items_or_error(w_list, "arguments 1-3 must be sequences"))
    files_w, fds = [], []
    i = 0
    while i < ops.len(w_list):
        w_file = ops.getitem(w_list, newint(i))
        fd = fileno_arg(w_file)
        if fd >= FD_SETSIZE:
            raise errors.value_error("filedescriptor out of range in select()")
        files_w.append(w_file)
        fds.append(fd)
        i += 1
    return files_w, fds


def ready_files(files_w, fds, happened, mask):
    return newlist([files_w[i] for i in range(len(fds)) if happened[fds[i]] & mask])


@function('select(rlist, wlist, xlist, timeout=None, /)')
def select(w_rlist, w_wlist, w_xlist, w_timeout):
    """Waits until descriptors of three lists are ready; returns those that are."""
    timeout = milliseconds(w_timeout, 1000.0, "timeout must be a float or None")
    if timeout < 0 and w_timeout is not w_None:
        raise errors.value_error("timeout must be non-negative")
    readers_w, readers = descriptors(w_rlist)
    writers_w, writers = descriptors(w_wlist)
    others_w, others = descriptors(w_xlist)
    wanted = {}
    for fd in readers:
        wanted[fd] = wanted.get(fd, 0) | POLLIN
    for fd in writers:
        wanted[fd] = wanted.get(fd, 0) | POLLOUT
    for fd in others:
        wanted[fd] = wanted.get(fd, 0) | POLLPRI
    fds = wanted.keys()
    happened = do_poll(fds, [wanted[fd] for fd in fds], timeout)
    results = {}
    for i in range(len(fds)):
        if happened[i] & POLLNVAL:
            raise errors.os_error(errno.EBADF, None)
        results[fds[i]] = happened[i]
    return newtuple([ready_files(readers_w, readers, results, POLLIN | POLLHUP | POLLERR),
                     ready_files(writers_w, writers, results, POLLOUT | POLLERR),
                     ready_files(others_w, others, results, POLLPRI)])


class W_Poll(W_Root):
    """select.poll objects."""
    _attrs_ = ['events', 'running']

    def __init__(self):
        self.events = {}
        self.running = False

    @method('register(self, fd, eventmask=7, /) -> None')
    def m_register(self, w_fd, w_mask):
        """Adds a descriptor, or changes what is waited for."""
        fd = fileno_arg(w_fd)
        self.events[fd] = unsigned_short(w_mask)

    @method('modify(self, fd, eventmask, /) -> None')
    def m_modify(self, w_fd, w_mask):
        """Changes what is waited for."""
        fd = fileno_arg(w_fd)
        mask = unsigned_short(w_mask)
        if fd not in self.events:
            raise errors.os_error(errno.ENOENT, None)
        self.events[fd] = mask

    @method('unregister(self, fd, /) -> None')
    def m_unregister(self, w_fd):
        """Removes a descriptor."""
        fd = fileno_arg(w_fd)
        if fd not in self.events:
            raise errors.key_error(newint(fd))
        del self.events[fd]

    @method('poll(self, timeout=None, /)')
    def m_poll(self, w_timeout):
        """Waits, at most so many milliseconds; returns pairs of a descriptor and what happened."""
        timeout = max(milliseconds(w_timeout, 1.0, "timeout must be an integer or None"), -1)
        if self.running:
            raise errors.runtime_error("concurrent poll() invocation")
        fds = self.events.keys()
        self.running = True
        try:
            happened = do_poll(fds, [self.events[fd] for fd in fds], timeout)
        finally:
            self.running = False
        return newlist([newtuple([newint(fds[i]), newint(happened[i])]) for i in range(len(fds)) if happened[i]])


W_Poll.typedef = TypeDef('select.poll', W_Poll, module='select', subclassable=False)


@function('poll()')
def poll():
    """An object that waits for descriptors."""
    return W_Poll()
