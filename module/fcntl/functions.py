"""The functions of fcntl."""
from __future__ import absolute_import

import os

from rpython.rlib import rposix
from rpython.rlib.rarithmetic import widen
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newbytes, newint
from module.posix.path import fileno_arg, interrupted

_eci = ExternalCompilationInfo(
    post_include_bits=['RPY_EXTERN long pfc_fcntl(long fd, long command, long argument);',
                       'RPY_EXTERN long pfc_fcntl_buffer(long fd, long command, char *buffer);',
                       'RPY_EXTERN long pfc_ioctl(long fd, long request, long argument);',
                       'RPY_EXTERN long pfc_ioctl_buffer(long fd, long request, char *buffer);',
                       'RPY_EXTERN long pfc_flock(long fd, long operation);',
                       'RPY_EXTERN long pfc_lockf(long fd, long command, long type, long start, long length, long whence);'],
    separate_module_sources=['''
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>

RPY_EXTERN long pfc_fcntl(long fd, long command, long argument) { return fcntl((int)fd, (int)command, argument); }
RPY_EXTERN long pfc_fcntl_buffer(long fd, long command, char *buffer) { return fcntl((int)fd, (int)command, buffer); }
RPY_EXTERN long pfc_ioctl(long fd, long request, long argument) { return ioctl((int)fd, (unsigned long)request, argument); }
RPY_EXTERN long pfc_ioctl_buffer(long fd, long request, char *buffer) { return ioctl((int)fd, (unsigned long)request, buffer); }
RPY_EXTERN long pfc_flock(long fd, long operation) { return flock((int)fd, (int)operation); }

RPY_EXTERN long pfc_lockf(long fd, long command, long type, long start, long length, long whence)
{
    struct flock lock;
    memset(&lock, 0, sizeof(lock));
    lock.l_type = (short)type;
    lock.l_start = start;
    lock.l_len = length;
    lock.l_whence = (short)whence;
    return fcntl((int)fd, (int)command, &lock);
}
'''])
_S = lltype.Signed


def _external(name, args):
    return rffi.llexternal(name, args, _S, compilation_info=_eci, save_err=rffi.RFFI_SAVE_ERRNO, releasegil=True)


c_fcntl = _external('pfc_fcntl', [_S, _S, _S])
c_fcntl_buffer = _external('pfc_fcntl_buffer', [_S, _S, rffi.CCHARP])
c_ioctl = _external('pfc_ioctl', [_S, _S, _S])
c_ioctl_buffer = _external('pfc_ioctl_buffer', [_S, _S, rffi.CCHARP])
c_flock = _external('pfc_flock', [_S, _S])
c_lockf = _external('pfc_lockf', [_S] * 6)

LOCK_SH, LOCK_EX, LOCK_NB, LOCK_UN = 1, 2, 4, 8
F_SETLK, F_SETLKW, F_RDLCK, F_WRLCK, F_UNLCK = 6, 7, 0, 1, 2
SIZE = 1024


def failure():
    return errors.os_error(rposix.get_saved_errno(), None)


def buffer_of(w_argument):
    """The bytes of a str or bytes-like argument, or None."""
    if isinstance(w_argument, W_Str):
        return w_argument._utf8
    return w_argument.buffer_str()


@function('fcntl(fd, cmd: int, arg=0, /)')
def fcntl(w_fd, command, w_argument):
    """fcntl(2), with an int or a buffer."""
    fd = fileno_arg(w_fd)
    data = buffer_of(w_argument)
    if data is None:
        argument = ops.int_w(w_argument)
        while True:
            result = c_fcntl(fd, command, argument)
            if result >= 0:
                return newint(result)
            if not interrupted():
                raise failure()
    if len(data) > SIZE:
        raise errors.value_error("fcntl string arg too long")
    with rffi.scoped_alloc_buffer(SIZE) as buf:
        for i in range(len(data)):
            buf.raw[i] = data[i]
        while True:
            if c_fcntl_buffer(fd, command, buf.raw) >= 0:
                return newbytes(rffi.charpsize2str(buf.raw, len(data)))
            if not interrupted():
                raise failure()


@function('ioctl(fd, request: int, arg=0, mutate_flag: bool=True, /)')
def ioctl(w_fd, request, w_argument, mutate):
    """ioctl(2), with an int or a buffer, which may be changed."""
    fd = fileno_arg(w_fd)
    data = buffer_of(w_argument)
    if data is None:
        result = c_ioctl(fd, request, ops.int_w(w_argument))
        if result < 0:
            raise failure()
        return newint(result)
    size = len(data)
    if size > SIZE:
        raise errors.value_error("ioctl string arg too long")
    with rffi.scoped_alloc_buffer(SIZE) as buf:
        for i in range(size):
            buf.raw[i] = data[i]
        result = c_ioctl_buffer(fd, request, buf.raw)
        if result < 0:
            raise failure()
        changed = rffi.charpsize2str(buf.raw, size)
    if w_argument.buffer_writable() and mutate:
        w_argument.buffer_write(0, changed)
        return newint(result)
    return newbytes(changed)


@function('flock(fd, operation: int, /) -> None')
def flock(w_fd, operation):
    """flock(2): a lock on an open file."""
    fd = fileno_arg(w_fd)
    while c_flock(fd, operation) < 0:
        if not interrupted():
            raise failure()


@function('lockf(fd, cmd: int, len: int=0, start: int=0, whence: int=0, /) -> None')
def lockf(w_fd, command, length, start, whence):
    """A lock on a part of a file, by fcntl(2)."""
    fd = fileno_arg(w_fd)
    if command == LOCK_UN:
        kind = F_UNLCK
    elif command & LOCK_SH:
        kind = F_RDLCK
    elif command & LOCK_EX:
        kind = F_WRLCK
    else:
        raise errors.value_error("unrecognized lockf argument")
    how = F_SETLK if command & LOCK_NB else F_SETLKW
    while c_lockf(fd, how, kind, start, length, whence) < 0:
        if not interrupted():
            raise failure()
