"""File descriptors: open, read, write, pipe ..."""
from __future__ import absolute_import

import errno

from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.rlib.rarithmetic import intmask, widen
from rpython.rlib import rgc

from interpreter import errors
from interpreter.gateway import function
from interpreter.objects.wrap import newint, newbytes, newstr, newtuple, newbool, w_None
from module.audit import audit
from module.posix import clib, held
from module.posix.path import Path, path_arg, dir_fd_arg, check, failure, fd_arg, fileno_arg, interrupted, run_signal_handlers
from module.structseq import make_structseq

O_CLOEXEC = 0x80000
W_TerminalSize = make_structseq('terminal_size', 'os', ['columns', 'lines'],
                                doc="The size of a terminal, in characters.",
                                docs=["The width.", "The height."])


# ---- plain operations, also for module/_io

def emit():
    """Before what cannot be undone and others can see: what this transaction printed comes out first."""
    from module._io import deferred
    deferred.emit()


def fd_open(path, flags, mode, dir_fd=clib.AT_FDCWD):
    """(Path, int, int) -> int: not inheritable.  OSError names the path."""
    while True:
        fd = held.openat(dir_fd, path.name, flags | O_CLOEXEC, mode)
        if fd >= 0:
            return fd
        if not interrupted():
            raise failure(path)


def fd_read(fd, size):
    """(int, int) -> str.  Raises OSError."""
    with rffi.scoped_alloc_buffer(size) as buf:
        while True:
            got = held.read(fd, buf.raw, size)
            if got >= 0:
                return buf.str(got)
            if not interrupted():
                raise failure()


def read_whole(w_path, name):
    """(W_Root, str) -> str: the content of a file, given by its name as Python shows it and as the system has it.  Raises OSError."""
    fd = fd_open(Path(w_path, name, -1, True), 0, 0)
    try:
        parts = []
        while True:
            data = fd_read(fd, 1 << 16)
            if data == '':
                return ''.join(parts)
            parts.append(data)
    finally:
        fd_close(fd)


def fd_write(fd, data):
    """(int, str) -> int, the number of bytes written.  Raises OSError."""
    assert data is not None
    emit()
    size = len(data)
    with rffi.scoped_nonmovingbuffer(data) as buf:
        while True:
            put = widen(clib.c_write(rffi.cast(rffi.INT, fd), buf, rffi.cast(rffi.SIZE_T, size)))
            if put >= 0:
                return intmask(put)
            if not interrupted():
                raise failure()


def fd_lseek(fd, position, how):
    """(int, int, int) -> int.  Raises OSError."""
    return check(held.lseek(fd, position, how))


def fd_close(fd):
    """(int) -> None.  Raises OSError.  A signal is not an error: the descriptor is gone all the same."""
    if held.close(fd) < 0 and clib.saved_errno() != errno.EINTR:
        raise failure()


def _int(fd):
    return rffi.cast(rffi.INT, fd)


# ---- the functions of the module

@function('open(path, flags: cint, mode: cint=0o777, *, dir_fd=None) -> int')
def open(w_path, flags, mode, w_dir_fd):
    """Opens a file and returns its descriptor, which child programs do not inherit."""
    path = path_arg(w_path, 'open')
    audit('open', [w_path, w_None, newint(flags)])
    return fd_open(path, flags, mode, dir_fd_arg(w_dir_fd))


@function('close(fd)  -> None')
def close(w_fd):
    """Closes a descriptor."""
    fd_close(fd_arg(w_fd))


@function('closerange(fd_low: int, fd_high: int, /) -> None')
def closerange(low, high):
    """Closes the descriptors from fd_low up to, not including, fd_high; those that are not open are skipped."""
    for fd in range(low, high):
        clib.c_close(_int(fd))


@function('read(fd, length: int, /) -> bytes')
def read(w_fd, length):
    """Reads at most length bytes; no bytes are the end of the file."""
    fd = fd_arg(w_fd)
    if length < 0:
        raise errors.os_error(errno.EINVAL, None)
    return fd_read(fd, length)


@function('write(fd, data: bytes, /) -> int')
def write(w_fd, data):
    """Writes bytes and returns how many were written."""
    put = fd_write(fd_arg(w_fd), data)
    if put < len(data):
        run_signal_handlers()
    return put


@function('pread(fd, length: int, offset: int, /) -> bytes')
def pread(w_fd, length, offset):
    """Reads at most length bytes at an offset; the position of the descriptor stays."""
    fd = fd_arg(w_fd)
    if length < 0:
        raise errors.os_error(errno.EINVAL, None)
    with rffi.scoped_alloc_buffer(length) as buf:
        while True:
            got = widen(clib.c_pread(_int(fd), buf.raw, rffi.cast(rffi.SIZE_T, length), rffi.cast(rffi.LONGLONG, offset)))
            if got >= 0:
                return buf.str(intmask(got))
            if not interrupted():
                raise failure()


@function('pwrite(fd, buffer: bytes, offset: int, /) -> int')
def pwrite(w_fd, data, offset):
    """Writes bytes at an offset and returns how many were written; the position of the descriptor stays."""
    fd = fd_arg(w_fd)
    assert data is not None
    emit()
    with rffi.scoped_nonmovingbuffer(data) as buf:
        while True:
            put = widen(clib.c_pwrite(_int(fd), buf, rffi.cast(rffi.SIZE_T, len(data)), rffi.cast(rffi.LONGLONG, offset)))
            if put >= 0:
                return intmask(put)
            if not interrupted():
                raise failure()


@function('lseek(fd, position: int, how: int, /) -> int')
def lseek(w_fd, position, how):
    """Moves the position of a descriptor, counted from where how says, and returns the new one."""
    return fd_lseek(fd_arg(w_fd), position, how)


@function('isatty(fd, /) -> bool')
def isatty(w_fd):
    """Is the descriptor a terminal?"""
    return widen(clib.c_isatty(_int(fd_arg(w_fd)))) != 0


@function('ttyname(fd, /)')
def ttyname(w_fd):
    """The name of the terminal behind a descriptor."""
    fd = fd_arg(w_fd)
    from interpreter.fscodec import fsdecode
    with rffi.scoped_alloc_buffer(1024) as buf:
        code = widen(clib.c_ttyname_r(_int(fd), buf.raw, rffi.cast(rffi.SIZE_T, 1024)))
        if code != 0:
            raise errors.os_error(code, None)
        return newstr(fsdecode(rffi.charp2str(buf.raw)))


@function('dup(fd, /) -> int')
def dup(w_fd):
    """A second descriptor of the same open file, which child programs do not inherit."""
    from rpython.rlib import rposix
    fd = fd_arg(w_fd)
    try:
        return rposix.dup(fd, inheritable=False)
    except OSError as e:
        raise errors.os_error(e.errno, None)


@function('dup2(fd, fd2, inheritable: bool=True) -> int')
def dup2(w_fd, w_fd2, inheritable):
    """Makes fd2 a descriptor of the same open file as fd and returns it."""
    return check(clib.c_dup2(fd_arg(w_fd), fd_arg(w_fd2), 1 if inheritable else 0))


def make_pipe(flags):
    pair = lltype.malloc(rffi.CArray(rffi.INT), 2, flavor='raw')
    try:
        check(widen(clib.c_pipe2(pair, rffi.cast(rffi.INT, flags))))
        return newtuple([newint(intmask(pair[0])), newint(intmask(pair[1]))])
    finally:
        lltype.free(pair, flavor='raw')


@function('pipe()')
def pipe():
    """A new pipe: the descriptors to read from and to write to."""
    return make_pipe(O_CLOEXEC)


@function('pipe2(flags: int, /)')
def pipe2(flags):
    """A new pipe with flags such as O_CLOEXEC: the descriptors to read from and to write to."""
    return make_pipe(flags)


@function('openpty()')
def openpty():
    """A new pseudo-terminal: the descriptors of its controlling side and of its terminal side."""
    with lltype.scoped_alloc(clib.LONGS, 2) as out:
        check(clib.c_openpty(out))
        check(clib.c_set_inheritable(out[0], 0))
        check(clib.c_set_inheritable(out[1], 0))
        return newtuple([newint(out[0]), newint(out[1])])


@function('fsync(fd) -> None')
def fsync(w_fd):
    """Waits until what was written to the file is on the disk."""
    fd = fileno_arg(w_fd)
    check(widen(clib.c_fsync(_int(fd))))


@function('fdatasync(fd) -> None')
def fdatasync(w_fd):
    """Waits until the data of the file is on the disk, not all that is known about it."""
    fd = fileno_arg(w_fd)
    check(widen(clib.c_fdatasync(_int(fd))))


@function('sync() -> None')
def sync():
    """Has everything that was written put on the disks."""
    clib.c_sync()


@function('ftruncate(fd, length: int, /) -> None')
def ftruncate(w_fd, length):
    """Makes the open file length bytes long."""
    check(widen(clib.c_ftruncate(_int(fd_arg(w_fd)), rffi.cast(rffi.LONGLONG, length))))


@function('truncate(path, length: int) -> None')
def truncate(w_path, length):
    """Makes the file, given by name or descriptor, length bytes long."""
    path = path_arg(w_path, 'truncate', allow_fd=True)
    if path.fd != -1:
        check(widen(clib.c_ftruncate(_int(path.fd), rffi.cast(rffi.LONGLONG, length))), path)
    else:
        check(widen(clib.c_truncate(path.name, rffi.cast(rffi.LONGLONG, length))), path)


@function('get_inheritable(fd, /) -> bool')
def get_inheritable(w_fd):
    """Do child programs inherit the descriptor?"""
    return check(clib.c_get_inheritable(fd_arg(w_fd))) != 0


@function('set_inheritable(fd, inheritable: int, /) -> None')
def set_inheritable(w_fd, inheritable):
    """Sets whether child programs inherit the descriptor."""
    check(clib.c_set_inheritable(fd_arg(w_fd), inheritable))


@function('get_blocking(fd, /) -> bool')
def get_blocking(w_fd):
    """Do reads and writes of the descriptor wait?"""
    return check(clib.c_get_blocking(fd_arg(w_fd))) != 0


@function('set_blocking(fd, blocking: bool, /) -> None')
def set_blocking(w_fd, blocking):
    """Sets whether reads and writes of the descriptor wait."""
    check(clib.c_set_blocking(fd_arg(w_fd), 1 if blocking else 0))


@function('lockf(fd, command: int, length: int, /) -> None')
def lockf(w_fd, command, length):
    """Sets, tests or removes a lock on length bytes of the file from the descriptor's position on."""
    check(clib.c_lockf(fd_arg(w_fd), command, length))


@function('get_terminal_size(fd=?, /)')
def get_terminal_size(w_fd):
    """The columns and lines of the terminal behind a descriptor, by default standard output's."""
    fd = 1 if w_fd is None else fd_arg(w_fd)
    with lltype.scoped_alloc(clib.LONGS, 2) as out:
        check(clib.c_terminal_size(fd, out))
        return W_TerminalSize.build([newint(out[0]), newint(out[1])])


@function('device_encoding(fd)')
def device_encoding(w_fd):
    """The text encoding of the terminal behind a descriptor, or None if it is no terminal."""
    if widen(clib.c_isatty(_int(fd_arg(w_fd)))) == 0:
        return w_None
    return newstr('UTF-8')
