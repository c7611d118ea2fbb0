"""Moving bytes: several buffers at once, from descriptor to descriptor, and descriptors that are no files."""
from __future__ import absolute_import

import errno
import sys

from rpython.rlib.rarithmetic import intmask, r_uint, widen
from rpython.rlib.rbigint import rbigint
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.int import W_AbstractInt
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newbigint
from module.posix import clib
from module.posix.fd import emit, fd_read, fd_write
from module.posix.path import check, failure, fd_arg, fileno_arg, interrupted

IOV_MAX = 1024
EFD_CLOEXEC = 0x80000
NO_OFFSET = -sys.maxint - 1


def _int(value):
    return rffi.cast(rffi.INT, value)


# ---- several buffers.  The kernel treats them as their concatenation, and so do we

def buffers_arg(w_buffers, name):
    """The objects in a sequence.  TypeError; OSError if there are too many."""
    if not ops.is_sequence(w_buffers):
        raise errors.type_error("%s() arg 2 must be a sequence" % name)
    buffers_w = ops.listview(w_buffers)
    if len(buffers_w) > IOV_MAX:
        raise errors.os_error(errno.EINVAL, None)
    return buffers_w


def total_size(buffers_w):
    """The bytes that fit into writable buffers."""
    size = 0
    for w_buffer in buffers_w:
        size += len(ops.bufferstr_w(w_buffer))
        if not w_buffer.buffer_writable():
            raise errors.buffer_error("Object is not writable.")
    return size


def scatter(buffers_w, data):
    """Fills the buffers, one after the other."""
    start = 0
    for w_buffer in buffers_w:
        size = min(len(ops.bufferstr_w(w_buffer)), len(data) - start)
        if size <= 0:
            continue
        assert start >= 0
        w_buffer.buffer_write(0, data[start:start + size])
        start += size


def gathered(buffers_w):
    return ''.join([ops.bufferstr_w(w_buffer) for w_buffer in buffers_w])


@function('readv(fd, buffers, /) -> int')
def readv(w_fd, w_buffers):
    """Reads into several buffers; returns how many bytes."""
    fd = fd_arg(w_fd)
    buffers_w = buffers_arg(w_buffers, 'readv')
    data = fd_read(fd, total_size(buffers_w))
    scatter(buffers_w, data)
    return len(data)


@function('writev(fd, buffers, /) -> int')
def writev(w_fd, w_buffers):
    """Writes several buffers; returns how many bytes."""
    fd = fd_arg(w_fd)
    return fd_write(fd, gathered(buffers_arg(w_buffers, 'writev')))


@function('preadv(fd, buffers, offset: int, flags: cint=0, /) -> int')
def preadv(w_fd, w_buffers, offset, flags):
    """The same as readv at a place in the file; -1 is where it stands."""
    fd = fd_arg(w_fd)
    buffers_w = buffers_arg(w_buffers, 'preadv')
    size = total_size(buffers_w)
    with rffi.scoped_alloc_buffer(size) as buf:
        while True:
            got = clib.c_preadv(fd, buf.raw, size, offset, flags)
            if got >= 0:
                break
            if not interrupted():
                raise failure()
        data = buf.str(got)
    scatter(buffers_w, data)
    return len(data)


@function('pwritev(fd, buffers, offset: int, flags: cint=0, /) -> int')
def pwritev(w_fd, w_buffers, offset, flags):
    """The same as writev at a place in the file."""
    fd = fd_arg(w_fd)
    data = gathered(buffers_arg(w_buffers, 'pwritev'))
    emit()
    with rffi.scoped_nonmovingbuffer(data) as buf:
        while True:
            put = clib.c_pwritev(fd, buf, len(data), offset, flags)
            if put >= 0:
                return put
            if not interrupted():
                raise failure()


# ---- from descriptor to descriptor

def offset_arg(w_offset):
    return NO_OFFSET if w_offset is w_None else ops.int_w(w_offset)


@function('sendfile(out_fd, in_fd, offset, count: int) -> int')
def sendfile(w_out, w_in, w_offset, count):
    """Copies at most count bytes from one descriptor to another inside the system and returns how many."""
    out_fd = fd_arg(w_out)
    in_fd = fd_arg(w_in)
    offset = offset_arg(w_offset)
    emit()
    while True:
        sent = clib.c_sendfile(out_fd, in_fd, offset, count)
        if sent >= 0:
            return sent
        if not interrupted():
            raise failure()


@function('splice(src: cint, dst: cint, count: int, offset_src=None, offset_dst=None, flags: int=0) -> int')
def splice(src, dst, count, w_from, w_to, flags):
    """Moves bytes between two descriptors, one of which is a pipe; returns how many."""
    if count < 0:
        raise errors.value_error("negative value for 'count' not allowed")
    src_place, dst_place = offset_arg(w_from), offset_arg(w_to)
    emit()
    while True:
        moved = clib.c_splice(src, dst, count, src_place, dst_place, flags)
        if moved >= 0:
            return moved
        if not interrupted():
            raise failure()


@function('copy_file_range(src: cint, dst: cint, count: int, offset_src=None, offset_dst=None) -> int')
def copy_file_range(src, dst, count, w_from, w_to):
    """Copies bytes from file to file; returns how many."""
    if count < 0:
        raise errors.value_error("negative value for 'count' not allowed")
    src_place, dst_place = offset_arg(w_from), offset_arg(w_to)
    emit()
    while True:
        copied = clib.c_copy_file_range(src, dst, count, src_place, dst_place)
        if copied >= 0:
            return copied
        if not interrupted():
            raise failure()


@function('posix_fallocate(fd: cint, offset: int, length: int, /) -> None')
def posix_fallocate(fd, offset, length):
    """Makes sure that the file has room on the disk."""
    while True:
        error = widen(clib.c_posix_fallocate(_int(fd), rffi.cast(rffi.LONGLONG, offset), rffi.cast(rffi.LONGLONG, length)))
        if error == 0:
            return
        if error != errno.EINTR:
            raise errors.os_error(error, None)


@function('posix_fadvise(fd: cint, offset: int, length: int, advice: cint, /) -> None')
def posix_fadvise(fd, offset, length, advice):
    """Tells the system how the file will be used."""
    error = widen(clib.c_posix_fadvise(_int(fd), rffi.cast(rffi.LONGLONG, offset), rffi.cast(rffi.LONGLONG, length), _int(advice)))
    if error != 0:
        raise errors.os_error(error, None)


# ---- descriptors that are no files

def unsigned_arg(w_value, bits, c_type):
    """An unsigned number of so many bits as its 64 bits.  TypeError, ValueError, OverflowError."""
    if not isinstance(w_value, W_AbstractInt):
        raise errors.type_error("an integer is required")
    value = ops.bigint_w(w_value)
    if value.sign < 0:
        raise errors.value_error("value must be positive")
    if value.bit_length() > bits:
        if bits == 64:
            raise errors.overflow_error("int too big to convert")
        raise errors.overflow_error("Python int too large for C " + c_type)
    return intmask(value.touint())


@function('eventfd(initval, flags: cint=0x80000) -> int')
def eventfd(w_initval, flags):
    """A descriptor that is a counter."""
    initval = unsigned_arg(w_initval, 32, 'unsigned int')
    return check(widen(clib.c_eventfd(rffi.cast(rffi.UINT, initval), _int(flags))))


@function('eventfd_read(fd)')
def eventfd_read(w_fd):
    """Waits until the counter is not zero, sets it to zero and returns what it was."""
    fd = fileno_arg(w_fd)
    with lltype.scoped_alloc(clib.LONGS, 1) as out:
        while clib.c_eventfd_read(fd, out) < 0:
            if not interrupted():
                raise failure()
        return newbigint(rbigint.fromrarith_int(r_uint(out[0])))


@function('eventfd_write(fd, value) -> None')
def eventfd_write(w_fd, w_value):
    """Adds to the counter."""
    fd = fileno_arg(w_fd)
    value = unsigned_arg(w_value, 64, 'unsigned long long')
    emit()
    while clib.c_eventfd_write(fd, value) < 0:
        if not interrupted():
            raise failure()


@function('memfd_create(name: fspath, flags=1) -> int')
def memfd_create(name, w_flags):
    """A descriptor of a file that lives in memory."""
    flags = unsigned_arg(w_flags, 32, 'unsigned int')
    return check(widen(clib.c_memfd_create(name, rffi.cast(rffi.UINT, flags))))


@function('pidfd_open(pid: cint, flags=0) -> int')
def pidfd_open(pid, w_flags):
    """A descriptor that becomes readable when the process ends."""
    return check(clib.c_pidfd_open(pid, unsigned_arg(w_flags, 32, 'unsigned int')))
