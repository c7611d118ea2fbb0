"""FileIO: a raw stream over a file descriptor."""
from __future__ import absolute_import

import errno

from rpython.rlib.rarithmetic import widen
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter import errors, ops
from interpreter.eval.hooks import report_unraisable
from interpreter.gateway import method, getter, setter, new
from interpreter.objects.instance import allocate_instance
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.exception import W_Warning
from interpreter.objects.int import W_AbstractInt
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newbool, newbytes, newint, newstr
from interpreter.typedef import TypeDef
from module._io.base import (W_RawIOBase, unsupported, size_argument, buffer_length, check_signals, DEFAULT_BUFFER_SIZE)
from module._warnings.warn import warn_unclosed
from module.audit import audit
from module.posix import clib, held
from module.posix.fd import fd_open, fd_read, fd_write, fd_lseek, fd_close
from module.posix.path import Path, path_arg, check, failure, interrupted

O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_CLOEXEC = 1, 2, 0o100, 0o200, 0o1000, 0o2000, 0o2000000
S_IFMT, S_IFDIR = 0xF000, 0x4000


def file_path(w_file):
    """The Path of what open() was given; errors show it as it was given."""
    w_path = ops.path_w(w_file)
    if isinstance(w_path, W_Bytes) and '\0' in w_path._value:
        raise errors.value_error("embedded null byte")
    path = path_arg(w_path, 'open', 'file')
    return Path(w_file, path.name, -1, path.text)


def closed_file():
    return errors.value_error("I/O operation on closed file")


class W_FileIO(W_RawIOBase):
    """_io.FileIO; fd is -1 when closed."""
    fd = -1
    can_read = False
    can_write = False
    created = False
    appending = False
    closefd = True
    seekable = -1              # unknown
    blksize = 0

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        return allocate_instance(W_FileIO, w_cls)

    @method("__init__(self, file, mode: str='r', closefd: bool=True, opener=None) -> None")
    def m_init(self, w_file, mode, closefd, w_opener):
        if self.fd >= 0:
            if self.closefd:
                fd_close(self.fd)
            self.fd = -1
        flags = self.parse_mode(mode)
        self.closefd = closefd
        fd = -1
        if isinstance(w_file, W_AbstractInt):
            fd = ops.int_w(w_file)
            if fd < 0:
                raise errors.value_error("negative file descriptor")
            if fd > 2147483647:
                raise errors.overflow_error("Python int too large to convert to C int")
        elif w_file.gettype().lookup('__index__') is not None:
            fd = ops.int_w(w_file)
            if fd < 0:
                raise errors.value_error("negative file descriptor")
        own = False
        audit('open', [w_file, newstr(mode), newint(flags)])
        if fd < 0:
            if not closefd:
                raise errors.value_error("Cannot use closefd=False with file name")
            own = True
            if w_opener is w_None:
                fd = fd_open(file_path(w_file), flags, 0o666)
            else:
                w_fd = w_opener.call2(w_file, newint(flags | O_CLOEXEC))
                if not isinstance(w_fd, W_AbstractInt):
                    raise errors.type_error("expected integer from opener")
                fd = ops.int_w(w_fd)
                if fd < 0:
                    raise errors.value_error("opener returned %d" % fd)
                check(clib.c_set_inheritable(fd, 0))
        self.check_not_directory(fd, own, w_file)
        self.fd = fd
        try:
            ops.setattr(self, 'name', w_file)
            if self.appending:
                self.seek_end(fd)
        except errors.OperationError:
            self.fd = -1
            if own:
                fd_close(fd)
            raise
        from module._io.finalizers import register
        register(self)

    def seek_end(self, fd):
        try:
            fd_lseek(fd, 0, 2)
        except errors.OperationError as e:
            if not self.is_not_seekable(e):
                raise

    def is_not_seekable(self, e):
        from interpreter.objects.exception import W_OSError
        return e.is_instance(W_OSError.typedef)

    def parse_mode(self, mode):
        """Sets the fields that the mode gives; returns the flags of open(2)."""
        self.can_read = self.can_write = self.created = self.appending = False
        primary = 0
        plus = 0
        for c in mode:
            if c == 'x' or c == 'r' or c == 'w' or c == 'a':
                primary += 1
            elif c == '+':
                plus += 1
            elif c != 'b':
                raise errors.value_error("invalid mode: %s" % mode)
        if primary != 1 or plus > 1:
            raise errors.value_error("Must have exactly one of create/read/write/append mode and at most one plus")
        flags = 0
        if 'r' in mode:
            self.can_read = True
        elif 'w' in mode:
            self.can_write = True
            flags = O_CREAT | O_TRUNC
        elif 'x' in mode:
            self.can_write = self.created = True
            flags = O_CREAT | O_EXCL
        else:
            self.can_write = self.appending = True
            flags = O_CREAT | O_APPEND
        if plus:
            self.can_read = self.can_write = True
        if self.can_read and self.can_write:
            flags |= O_RDWR
        elif self.can_write:
            flags |= O_WRONLY
        return flags

    def check_not_directory(self, fd, own, w_file):
        with lltype.scoped_alloc(clib.LONGS, 16) as out:
            result = held.fstat(fd, out)
            if result < 0:
                if clib.saved_errno() == errno.EBADF:
                    raise errors.os_error(errno.EBADF, None)
                return
            mode = out[0]
            blksize = out[13]
        if mode & S_IFMT == S_IFDIR:
            if own:
                fd_close(fd)
            raise errors.os_error(errno.EISDIR, w_file)
        if blksize > 1:
            self.blksize = blksize

    # ---- for the other streams

    def is_closed(self):
        return self.fd < 0

    def check_open(self):
        if self.fd < 0:
            raise closed_file()

    def read_some(self, size):
        """Up to `size` bytes from one read(2), or None if it would block."""
        self.check_open()
        if not self.can_read:
            raise unsupported("File not open for reading")
        try:
            return fd_read(self.fd, size)
        except errors.OperationError as e:
            if would_block(e):
                return None
            raise

    def write_some(self, data):
        """The number of bytes written by one write(2), or -1 if it would block."""
        self.check_open()
        if not self.can_write:
            raise unsupported("File not open for writing")
        try:
            return fd_write(self.fd, data)
        except errors.OperationError as e:
            if would_block(e):
                return -1
            raise

    def read_all(self):
        """Everything up to the end, or None if nothing is there and it would block."""
        self.check_open()
        if not self.can_read:
            raise unsupported("File not open for reading")
        size = DEFAULT_BUFFER_SIZE
        with lltype.scoped_alloc(clib.LONGS, 16) as out:
            if held.fstat(self.fd, out) >= 0 and out[6] > 0:
                position = held.lseek(self.fd, 0, 1)
                rest = out[6] - max(position, 0) + 1
                if rest > size and rest < 1 << 40:
                    size = rest
        parts = []
        while True:
            data = self.read_some(size)
            if data is None:
                if len(parts) == 0:
                    return None
                break
            if len(data) == 0:
                break
            parts.append(data)
            size = max(min(size, 1 << 20), DEFAULT_BUFFER_SIZE)
        return ''.join(parts)

    def test_seekable(self):
        if self.seekable < 0:
            try:
                fd_lseek(self.fd, 0, 1)
                self.seekable = 1
            except errors.OperationError as e:
                if not self.is_not_seekable(e):
                    raise
                self.seekable = 0
        return self.seekable == 1

    # ---- Python

    @method('read(self, size=-1, /)')
    def m_read(self, w_size):
        """Reads at most size bytes, all that is left by default; None if nothing is there yet and it does not wait."""
        size = size_argument(w_size)
        data = self.read_all() if size < 0 else self.read_some(size)
        return w_None if data is None else newbytes(data)

    @method('readall(self, /)')
    def m_readall(self):
        """Reads all that is left; None if nothing is there yet and it does not wait."""
        data = self.read_all()
        return w_None if data is None else newbytes(data)

    @method('readinto(self, buffer, /)')
    def m_readinto(self, w_buffer):
        """Reads bytes into a buffer and returns how many; None if nothing is there yet and it does not wait."""
        self.check_open()
        if not self.can_read:
            raise unsupported("File not open for reading")
        data = self.read_some(buffer_length(w_buffer))
        if data is None:
            return w_None
        w_buffer.buffer_write(0, data)
        return newint(len(data))

    @method('write(self, b: bytes, /)')
    def m_write(self, data):
        """Writes bytes and returns how many; None if no room is there yet and it does not wait."""
        count = self.write_some(data)
        if count < len(data):
            check_signals()
        return w_None if count < 0 else newint(count)

    @method('seek(self, pos: int, whence: int=0, /)  -> int')
    def m_seek(self, position, whence):
        """Moves the position, counted from where whence says (0 start, 1 here, 2 end), and returns the new one."""
        self.check_open()
        return fd_lseek(self.fd, position, whence)

    @method('tell(self, /) -> int')
    def m_tell(self):
        """The position, in bytes."""
        self.check_open()
        return fd_lseek(self.fd, 0, 1)

    @method('truncate(self, size=None, /)')
    def m_truncate(self, w_size):
        """Makes the file size bytes long, by default as far as the position, and returns the size."""
        self.check_open()
        if not self.can_write:
            raise unsupported("File not open for writing")
        if w_size is w_None:
            size = fd_lseek(self.fd, 0, 1)
            w_size = newint(size)
        else:
            size = ops.int_w(w_size)
        check(widen(clib.c_ftruncate(_cint(self.fd), _coffset(size))))
        return w_size

    @method('close(self, /) -> None')
    def m_close(self):
        """Closes the file, and its descriptor unless closefd is false."""
        try:
            W_RawIOBase.m_close(self)
        finally:
            if self.finalizing:
                self.m_dealloc_warn(self)
            fd = self.fd
            self.fd = -1
            if fd >= 0 and self.closefd:
                fd_close(fd)

    @method('_dealloc_warn(self, source, /) -> None')
    def m_dealloc_warn(self, w_source):
        if self.fd < 0 or not self.closefd:
            return
        try:
            warn_unclosed(w_source)
        except errors.OperationError as e:
            if e.is_instance(W_Warning.typedef):
                report_unraisable(e, None, self)

    @method('__getstate__(self, /)')
    def m_getstate(self):
        raise errors.type_error("cannot pickle '%s' object" % self.gettype().name)

    @method('fileno(self, /) -> int')
    def m_fileno(self):
        """The file descriptor."""
        self.check_open()
        return self.fd

    @method('isatty(self, /) -> bool')
    def m_isatty(self):
        """Is the file a terminal?"""
        self.check_open()
        return widen(clib.c_isatty(_cint(self.fd))) != 0

    @method('readable(self, /) -> bool')
    def m_readable(self):
        """Was it opened for reading?"""
        self.check_open()
        return self.can_read

    @method('writable(self, /) -> bool')
    def m_writable(self):
        """Was it opened for writing?"""
        self.check_open()
        return self.can_write

    @method('seekable(self, /) -> bool')
    def m_seekable(self):
        """Can the position be moved?"""
        self.check_open()
        return self.test_seekable()

    @getter('closed')
    def get_closed(self):
        """True if the file is closed"""
        return newbool(self.fd < 0)

    @getter('closefd')
    def get_closefd(self):
        """Does closing the stream close the descriptor?"""
        return newbool(self.closefd)

    @getter('mode')
    def get_mode(self):
        """The mode that the file was opened with."""
        return newstr(self.mode_text())

    def mode_text(self):
        if self.created:
            return 'xb+' if self.can_read else 'xb'
        if self.appending:
            return 'ab+' if self.can_read else 'ab'
        if self.can_read:
            return 'rb+' if self.can_write else 'rb'
        return 'wb'

    @getter('_blksize')
    def get_blksize(self):
        return newint(self.blksize)

    def op_repr(self):
        name = self.gettype().name
        if self.fd < 0:
            return newstr("<_io.FileIO [closed]>")
        closefd = "True" if self.closefd else "False"
        w_name = ops.getattr_or_none(self, 'name')
        if w_name is None:
            return newstr("<_io.FileIO fd=%d mode='%s' closefd=%s>" % (self.fd, self.mode_text(), closefd))
        return newstr("<_io.FileIO name=%s mode='%s' closefd=%s>" % (ops.repr_w(w_name), self.mode_text(), closefd))


def _cint(value):
    return rffi.cast(rffi.INT, value)


def _coffset(value):
    return rffi.cast(rffi.LONGLONG, value)


def would_block(e):
    """Is it a BlockingIOError?"""
    from interpreter.objects.exception import W_BlockingIOError
    return e.is_instance(W_BlockingIOError.typedef)


W_FileIO.typedef = TypeDef('_io.FileIO', W_FileIO, base=W_RawIOBase.typedef, module='_io', has_dict=True, weakrefable=True,
                           doc="A stream of the bytes of a file, without a buffer.")
