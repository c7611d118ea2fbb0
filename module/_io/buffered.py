"""BufferedReader, BufferedWriter, BufferedRandom.

`rbuf` holds bytes read ahead, of which `rpos` have been handed out; `pending` bytes wait to be written.  Never both at once:
the raw stream's position is that of the end of rbuf, or of the start of the pending bytes.

A method that may call the raw stream is between enter() and leave() (exclusive.py); what the others do is atomic.
"""
from __future__ import absolute_import

import errno

from rpython.rlib.objectmodel import import_from_mixin

from interpreter import errors, ops
from interpreter.gateway import method, getter, new
from interpreter.objects.instance import allocate_instance
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newbool, newbytes, newint, newstr
from interpreter.typedef import TypeDef
from module._io import base
from module._io.base import (W_BufferedIOBase, unsupported, size_argument, buffer_length, DEFAULT_BUFFER_SIZE, bytes_result, new_bytearray)
from module._io.exclusive import Exclusive
from module._io.fileio import W_FileIO

MAX_BUFFER_SIZE = 1 << 47           # no address space holds more


class W_Buffered(W_BufferedIOBase):
    """What the three buffered streams over one raw stream share."""
    import_from_mixin(Exclusive)
    w_raw = None                # None: __init__ has not run, or detached
    detached = False
    buffer_size = DEFAULT_BUFFER_SIZE
    can_read = False
    can_write = False
    rbuf = ''
    rpos = 0
    pending = None              # list of str
    pending_size = 0

    def setup(self, w_raw, buffer_size, can_read, can_write):
        if buffer_size <= 0:
            raise errors.value_error("buffer size must be strictly positive")
        if buffer_size > MAX_BUFFER_SIZE:
            raise errors.memory_error("")
        self.w_raw = w_raw
        self.detached = False
        self.buffer_size = buffer_size
        self.can_read = can_read
        self.can_write = can_write
        self.rbuf = ''
        self.rpos = 0
        self.pending = []
        self.pending_size = 0
        self.owner = 0
        self.heir = 0
        from module._io.finalizers import register, register_writer
        if can_write:
            register_writer(self)
        else:
            register(self)

    def raw(self):
        w_raw = self.w_raw
        if w_raw is None:
            if self.detached:
                raise errors.value_error("raw stream has been detached")
            raise errors.value_error("I/O operation on uninitialized object")
        return w_raw

    def is_closed(self):
        return base.closed(self.raw())

    def check_open(self, what):
        if base.closed(self.raw()):
            raise errors.value_error("%s of closed file" % what)

    def check_writing(self):
        if base.closed(self.raw()):
            raise errors.value_error("write to closed file")

    # ---- the raw stream

    def raw_read(self, size):
        """Up to `size` bytes, or None if it would block."""
        w_raw = self.w_raw
        if w_raw.__class__ is W_FileIO:
            assert isinstance(w_raw, W_FileIO)
            return w_raw.read_some(size)
        w_buffer = new_bytearray(size)
        w_count = ops.call_method1(w_raw, 'readinto', w_buffer)
        if w_count is w_None:
            return None
        try:
            count = ops.int_w(w_count)
        except errors.OperationError as e:
            error = errors.os_error_message("raw readinto() failed")
            raise caused_by(error, e)
        if count < 0 or count > size:
            raise errors.os_error_message("raw readinto() returned invalid length %d (should have been between 0 and %d)" % (count, size))
        return ops.bufferstr_w(w_buffer)[:count]

    def raw_write(self, data):
        """The number of bytes written, or -1 if it would block."""
        w_raw = self.w_raw
        if w_raw.__class__ is W_FileIO:
            assert isinstance(w_raw, W_FileIO)
            return w_raw.write_some(data)
        w_count = ops.call_method1(w_raw, 'write', newbytes(data))
        if w_count is w_None:
            return -1
        count = ops.int_w(w_count)
        if count < 0 or count > len(data):
            raise errors.os_error_message("raw write() returned invalid length %d (should have been between 0 and %d)" % (count, len(data)))
        return count

    def raw_seek(self, position, whence):
        w_raw = self.w_raw
        if w_raw.__class__ is W_FileIO:
            assert isinstance(w_raw, W_FileIO)
            return w_raw.m_seek(position, whence)
        result = ops.int_w(ops.call_method(w_raw, 'seek', [newint(position), newint(whence)]))
        if result < 0:
            raise errors.os_error_message("Raw stream returned invalid position %d" % result)
        return result

    def raw_tell(self):
        w_raw = self.w_raw
        if w_raw.__class__ is W_FileIO:
            assert isinstance(w_raw, W_FileIO)
            return w_raw.m_tell()
        result = ops.int_w(ops.call_method0(w_raw, 'tell'))
        if result < 0:
            raise errors.os_error_message("Raw stream returned invalid position %d" % result)
        return result

    # ---- reading

    def unread(self):
        return len(self.rbuf) - self.rpos

    def prepare_read(self):
        if not self.can_read:
            raise unsupported("read")
        if self.pending_size > 0:
            self.flush_pending()

    def take(self, count):
        """The next `count` buffered bytes."""
        start = self.rpos
        assert start >= 0
        stop = start + count
        assert stop >= 0
        self.rpos = stop
        if start == 0 and stop == len(self.rbuf):
            return self.rbuf
        return self.rbuf[start:stop]

    def fill(self):
        """Reads one more buffer when it is empty; the number of bytes, -1 if it would block."""
        data = self.raw_read(self.buffer_size)
        self.rpos = 0
        if data is None:
            self.rbuf = ''
            return -1
        self.rbuf = data
        return len(data)

    def read_bytes(self, size):
        """`size` bytes unless the end comes first; None if nothing is there and it would block."""
        self.prepare_read()
        have = self.unread()
        if size <= have:
            return self.take(size)
        parts = [self.take(have)]
        missing = size - have
        while missing > 0:
            if missing >= self.buffer_size:
                data = self.raw_read(missing)
                if data is None or len(data) == 0:
                    if data is None and missing == size:
                        return None
                    break
                parts.append(data)
                missing -= len(data)
            else:
                count = self.fill()
                if count <= 0:
                    if count < 0 and missing == size:
                        return None
                    break
                if count > missing:
                    count = missing
                parts.append(self.take(count))
                missing -= count
        return ''.join(parts)

    def read_all(self):
        """Everything to the end; None if nothing is there and it would block."""
        self.prepare_read()
        have = self.take(self.unread())
        w_raw = self.w_raw
        if w_raw.__class__ is W_FileIO:
            assert isinstance(w_raw, W_FileIO)
            data = w_raw.read_all()
            if data is None:
                return have if len(have) > 0 else None
            return have + data
        w_readall = ops.getattr_or_none(w_raw, 'readall')
        if w_readall is not None:
            w_data = w_readall.call0()
            if w_data is w_None:
                return have if len(have) > 0 else None
            data = w_data.buffer_str()
            if data is None:
                raise errors.type_error("readall() should return bytes")
            return have + data
        parts = [have]
        total = len(have)
        while True:
            w_data = ops.call_method0(w_raw, 'read')
            if w_data is w_None:
                if total == 0:
                    return None
                break
            data = bytes_result(w_data, 'read')
            if len(data) == 0:
                break
            parts.append(data)
            total += len(data)
        return ''.join(parts)

    def read_line(self, limit):
        """One line, at most `limit` bytes unless that is negative."""
        if limit < 0 and self.can_read and self.pending_size == 0 and not self.busy():
            start = self.rpos
            assert start >= 0
            end = self.rbuf.find('\n', start) + 1
            if end > 0:
                return self.take(end - start)
        entered = self.enter()
        try:
            return self.read_long_line(limit)
        finally:
            self.leave(entered)

    def read_long_line(self, limit):
        self.prepare_read()
        parts = []
        total = 0
        while True:
            start = self.rpos
            assert start >= 0
            end = self.rbuf.find('\n', start) + 1
            if end == 0:
                end = len(self.rbuf)
                found = False
            else:
                found = True
            count = end - start
            if limit >= 0 and total + count >= limit:
                parts.append(self.take(limit - total))
                break
            parts.append(self.take(count))
            total += count
            if found or self.fill() <= 0:
                break
        if len(parts) == 1:
            return parts[0]
        return ''.join(parts)

    # ---- writing

    def flush_pending(self):
        """Writes what is pending.  BlockingIOError if it would block; what was not written stays."""
        while self.pending_size > 0:
            parts = self.pending
            data = parts[0] if len(parts) == 1 else ''.join(parts)
            self.pending = []
            self.pending_size = 0
            rest = data
            try:
                count = self.raw_write(data)
                if count < 0:
                    raise blocking_error("write could not complete without blocking", 0)
                assert count >= 0
                rest = data[count:]
                if len(rest) > 0:
                    base.check_signals()
            finally:
                if len(rest) > 0:
                    self.pending.insert(0, rest)
                    self.pending_size += len(rest)

    def forget_read_ahead(self):
        """Moves the raw stream back to where the reader is."""
        ahead = self.unread()
        self.rbuf = ''
        self.rpos = 0
        if ahead > 0:
            self.raw_seek(-ahead, 1)

    def write_bytes(self, data):
        """Buffers or writes; returns len(data)."""
        size = len(data)
        if not self.can_read and self.pending_size + size <= self.buffer_size and not self.busy():
            self.keep(data)
            return size
        entered = self.enter()
        try:
            self.check_writing()        # another thread may have closed it meanwhile
            if self.can_read:
                self.forget_read_ahead()
            if self.pending_size + size <= self.buffer_size or self.make_room(size):
                self.keep(data)
            else:
                self.write_through(data)
            return size
        finally:
            self.leave(entered)

    def keep(self, data):
        self.pending.append(data)
        self.pending_size += len(data)
        if self.pending_size >= self.buffer_size and len(self.pending) > 64:
            self.pending = [''.join(self.pending)]

    def make_room(self, size):
        """Writes what is pending.  True if that would block, but `size` more bytes fit."""
        try:
            self.flush_pending()
        except errors.OperationError as e:
            if not is_blocking_error(e):
                raise
            return self.pending_size + size <= self.buffer_size
        return False

    def write_through(self, data):
        """Writes data, which comes behind the pending bytes, and keeps the end of it.  BlockingIOError says how much was written or kept."""
        written = 0
        blocked = self.pending_size > 0
        while not blocked and len(data) - written > self.buffer_size:
            count = self.raw_write(data if written == 0 else data[written:])
            if count < 0:
                blocked = True
            else:
                assert count >= 0
                written += count
                base.check_signals()
        room = max(self.buffer_size - self.pending_size, 0)
        stop = min(written + room, len(data))
        assert written >= 0 and stop >= 0
        if stop > written:
            self.keep(data[written:stop])
        if stop < len(data):
            raise blocking_error("write could not complete without blocking", stop)

    # ---- Python: for all

    @method('detach(self, /)')
    def m_detach(self):
        w_raw = self.raw()
        ops.call_method0(self, 'flush')
        self.w_raw = None
        self.detached = True
        return w_raw

    @method('flush(self, /) -> None')
    def m_flush(self):
        self.check_open("flush")
        if not self.can_write:
            ops.call_method0(self.w_raw, 'flush')
            return
        entered = self.enter()
        try:
            self.check_open("flush")
            self.flush_pending()
            if self.can_read:
                self.forget_read_ahead()
        finally:
            self.leave(entered)

    @method('close(self, /)')
    def m_close(self):
        w_raw = self.raw()
        if base.closed(w_raw):
            return w_None
        if self.finalizing:
            base.dealloc_warn(w_raw, self)
        try:
            ops.call_method0(self, 'flush')
        except errors.OperationError as e:
            try:
                self.close_raw()
            except errors.OperationError as e2:
                chain(e2, e)
                raise e2
            raise
        return self.close_raw()

    def close_raw(self):
        entered = self.enter()
        try:
            w_result = ops.call_method0(self.raw(), 'close')
        finally:
            self.leave(entered)
        self.pending = []
        self.pending_size = 0
        return w_result

    @getter('closed')
    def get_closed(self):
        return ops.getattr(self.raw(), 'closed')

    @getter('raw')
    def get_raw(self):
        return w_None if self.w_raw is None else self.w_raw

    @getter('name')
    def get_name(self):
        return ops.getattr(self.raw(), 'name')

    @getter('mode')
    def get_mode(self):
        return ops.getattr(self.raw(), 'mode')

    @method('seekable(self, /)')
    def m_seekable(self):
        return ops.call_method0(self.raw(), 'seekable')

    @method('fileno(self, /)')
    def m_fileno(self):
        return ops.call_method0(self.raw(), 'fileno')

    @method('isatty(self, /)')
    def m_isatty(self):
        return ops.call_method0(self.raw(), 'isatty')

    @method('tell(self, /)')
    def m_tell(self):
        self.raw()
        return newint(self.raw_tell() - self.unread() + self.pending_size)

    @method('seek(self, target: int, whence: int=0, /)')
    def m_seek(self, target, whence):
        if whence < 0 or whence > 4:
            raise errors.value_error("whence value %d unsupported" % whence)
        self.check_open("seek")
        if not ops.is_true(ops.call_method0(self.w_raw, 'seekable')):
            raise unsupported("File or stream is not seekable.")
        entered = self.enter()
        try:
            return newint(self.seek_position(target, whence))
        finally:
            self.leave(entered)

    def seek_position(self, target, whence):
        """seek(): within what is buffered, if it can."""
        if self.can_read and whence < 2 and self.pending_size == 0 and len(self.rbuf) > 0:
            here = self.raw_tell() - self.unread()
            offset = target - here if whence == 0 else target
            if -self.rpos <= offset <= self.unread():
                self.rpos += offset
                return here + offset
        if self.can_write:
            self.flush_pending()
        if whence == 1:
            target -= self.unread()
        result = self.raw_seek(target, whence)
        self.rbuf = ''
        self.rpos = 0
        return result

    @method('truncate(self, pos=None, /)')
    def m_truncate(self, w_size):
        self.check_open("truncate")
        if not self.can_write:
            raise unsupported("truncate")
        entered = self.enter()
        try:
            self.flush_pending()
            if self.can_read:
                self.forget_read_ahead()
            if w_size is w_None:
                w_size = newint(self.raw_tell())
            return ops.call_method1(self.w_raw, 'truncate', w_size)
        finally:
            self.leave(entered)

    @method('__sizeof__(self, /) -> int')
    def m_sizeof(self):
        return 64 + self.buffer_size

    @method('__getstate__(self, /)')
    def m_getstate(self):
        raise errors.type_error("cannot pickle '%s' object" % self.gettype().name)

    @method('_dealloc_warn(self, source, /) -> None')
    def m_dealloc_warn(self, w_source):
        if self.w_raw is not None:
            base.dealloc_warn(self.w_raw, w_source)

    def op_repr(self):
        w_name = None
        if self.w_raw is not None:
            w_name = base.name_of(self)
        if w_name is None:
            return newstr("<%s>" % full_name(self))
        return newstr("<%s name=%s>" % (full_name(self), ops.repr_w(w_name)))

    # ---- reading, for BufferedReader and BufferedRandom

    def do_read(self, w_size):
        size = size_argument(w_size)
        if size < -1:
            raise errors.value_error("read length must be non-negative or -1")
        self.check_open("read")
        if 0 <= size <= self.unread() and self.pending_size == 0 and not self.busy():
            return newbytes(self.take(size))
        entered = self.enter()
        try:
            data = self.read_all() if size < 0 else self.read_bytes(size)
        finally:
            self.leave(entered)
        return w_None if data is None else newbytes(data)

    def do_read1(self, w_size):
        size = size_argument(w_size)
        if size < 0:
            size = self.buffer_size
        self.check_open("read")
        entered = self.enter()
        try:
            self.prepare_read()
            if size == 0:
                return newbytes('')
            have = self.unread()
            if have > 0:
                return newbytes(self.take(min(have, size)))
            data = self.raw_read(size)
            self.rbuf = ''
            self.rpos = 0
        finally:
            self.leave(entered)
        return newbytes('' if data is None else data)

    def do_peek(self):
        self.check_open("peek")
        entered = self.enter()
        try:
            self.prepare_read()
            if self.unread() == 0:
                self.fill()
            start = self.rpos
            assert start >= 0
            return newbytes(self.rbuf[start:])
        finally:
            self.leave(entered)

    def do_readline(self, w_size):
        limit = size_argument(w_size)
        self.check_open("readline")
        return newbytes(self.read_line(limit))

    def do_readinto(self, w_buffer, once):
        size = buffer_length(w_buffer)
        self.check_open("readinto")
        entered = self.enter()
        try:
            self.prepare_read()
            data = self.read_once(size) if once else self.read_bytes(size)
        finally:
            self.leave(entered)
        if data is None:
            return w_None
        w_buffer.buffer_write(0, data)
        return newint(len(data))

    def read_once(self, size):
        """What readinto1 puts into `size` bytes: what is buffered, and what at most one call of the raw stream adds; None if it would block."""
        have = self.unread()
        if size <= have:
            return self.take(size)
        data = self.take(have)
        if size - have > self.buffer_size:
            self.rbuf = ''
            self.rpos = 0
            more = self.raw_read(size - have)
            if more is None:
                return data if have > 0 else None
            return data + more
        if have == 0:
            if self.fill() < 0:
                return None
            data = self.take(min(self.unread(), size))
        return data

    def next_line(self):
        self.check_open("readline")
        line = self.read_line(-1)
        if len(line) == 0:
            return None
        return newbytes(line)


def expose(cls):
    """Gives a Python type the methods that W_Buffered, which is no Python type, has for it; those of the class itself win."""
    for name, value in vars(W_Buffered).items():
        if getattr(value, '__dict__', {}).get('_exposed') and name not in vars(cls):
            setattr(cls, name, value)


def full_name(w_stream):
    """'_io.BufferedReader', or the name of the subclass with its module."""
    w_type = w_stream.gettype()
    w_module = ops.getattr_or_none(w_type, '__module__')
    name = ops.text_w(ops.getattr(w_type, '__qualname__'))
    from interpreter.objects.str import W_Str
    if isinstance(w_module, W_Str):
        return w_module._utf8 + '.' + name
    return name


def chain(e, context):
    """Sets __context__ of e, unless it has one."""
    if e.w_exc.w_context is None and e.w_exc is not context.w_exc:
        e.w_exc.w_context = context.w_exc


def caused_by(error, cause):
    """`error`, with the exception `cause` as its __cause__ and __context__."""
    error.w_exc.w_cause = error.w_exc.w_context = cause.w_exc
    error.w_exc.suppress_context = True
    return error


def blocking_error(message, written):
    """BlockingIOError with characters_written."""
    from interpreter.objects import exception
    return errors.OperationError(exception.new_exception(exception.W_BlockingIOError.typedef.w_type, [
        newint(errno.EAGAIN), newstr(message), newint(written)]))


def is_blocking_error(e):
    from interpreter.objects.exception import W_BlockingIOError
    return e.is_instance(W_BlockingIOError.typedef)


def check_capability(w_raw, name, message):
    if not ops.is_true(ops.call_method0(w_raw, name)):
        raise unsupported(message)


class W_BufferedReader(W_Buffered):
    """_io.BufferedReader."""

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        return allocate_instance(W_BufferedReader, w_cls)

    @method('__init__(self, raw, buffer_size: int=8192) -> None')
    def m_init(self, w_raw, buffer_size):
        self.w_raw = None
        check_capability(w_raw, 'readable', "File or stream is not readable.")
        self.setup(w_raw, buffer_size, True, False)

    def op_next(self):
        if self.is_user_instance:
            return W_BufferedIOBase.op_next(self)
        return self.next_line()

    @method('readable(self, /)')
    def m_readable(self):
        return ops.call_method0(self.raw(), 'readable')

    @method('read(self, size=-1, /)')
    def m_read(self, w_size):
        return self.do_read(w_size)

    @method('read1(self, size=-1, /)')
    def m_read1(self, w_size):
        return self.do_read1(w_size)

    @method('peek(self, size: int=0, /)')
    def m_peek(self, size):
        return self.do_peek()

    @method('readline(self, size=-1, /)')
    def m_readline(self, w_size):
        return self.do_readline(w_size)

    @method('readinto(self, buffer, /)')
    def m_readinto(self, w_buffer):
        return self.do_readinto(w_buffer, False)

    @method('readinto1(self, buffer, /)')
    def m_readinto1(self, w_buffer):
        return self.do_readinto(w_buffer, True)


expose(W_BufferedReader)
W_BufferedReader.typedef = TypeDef('_io.BufferedReader', W_BufferedReader,
                                   text_signature='(raw, buffer_size=DEFAULT_BUFFER_SIZE)',
                                   base=W_BufferedIOBase.typedef, module='_io', has_dict=True,
                                   weakrefable=True, doc="Reads bytes from a raw stream through a buffer.")


class W_BufferedWriter(W_Buffered):
    """_io.BufferedWriter."""

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        return allocate_instance(W_BufferedWriter, w_cls)

    @method('__init__(self, raw, buffer_size: int=8192) -> None')
    def m_init(self, w_raw, buffer_size):
        self.w_raw = None
        check_capability(w_raw, 'writable', "File or stream is not writable.")
        self.setup(w_raw, buffer_size, False, True)

    @method('writable(self, /)')
    def m_writable(self):
        return ops.call_method0(self.raw(), 'writable')

    @method('write(self, buffer: bytes, /) -> int')
    def m_write(self, data):
        self.check_writing()
        return self.write_bytes(data)


expose(W_BufferedWriter)
W_BufferedWriter.typedef = TypeDef('_io.BufferedWriter', W_BufferedWriter,
                                   text_signature='(raw, buffer_size=DEFAULT_BUFFER_SIZE)',
                                   base=W_BufferedIOBase.typedef, module='_io', has_dict=True,
                                   weakrefable=True, doc="Writes bytes to a raw stream through a buffer.")


class W_BufferedRandom(W_Buffered):
    """_io.BufferedRandom."""

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        return allocate_instance(W_BufferedRandom, w_cls)

    @method('__init__(self, raw, buffer_size: int=8192) -> None')
    def m_init(self, w_raw, buffer_size):
        self.w_raw = None
        check_capability(w_raw, 'seekable', "File or stream is not seekable.")
        check_capability(w_raw, 'readable', "File or stream is not readable.")
        check_capability(w_raw, 'writable', "File or stream is not writable.")
        self.setup(w_raw, buffer_size, True, True)

    def op_next(self):
        if self.is_user_instance:
            return W_BufferedIOBase.op_next(self)
        return self.next_line()

    @method('readable(self, /)')
    def m_readable(self):
        return ops.call_method0(self.raw(), 'readable')

    @method('writable(self, /)')
    def m_writable(self):
        return ops.call_method0(self.raw(), 'writable')

    @method('read(self, size=-1, /)')
    def m_read(self, w_size):
        return self.do_read(w_size)

    @method('read1(self, size=-1, /)')
    def m_read1(self, w_size):
        return self.do_read1(w_size)

    @method('peek(self, size: int=0, /)')
    def m_peek(self, size):
        return self.do_peek()

    @method('readline(self, size=-1, /)')
    def m_readline(self, w_size):
        return self.do_readline(w_size)

    @method('readinto(self, buffer, /)')
    def m_readinto(self, w_buffer):
        return self.do_readinto(w_buffer, False)

    @method('readinto1(self, buffer, /)')
    def m_readinto1(self, w_buffer):
        return self.do_readinto(w_buffer, True)

    @method('write(self, buffer: bytes, /) -> int')
    def m_write(self, data):
        self.check_writing()
        return self.write_bytes(data)


expose(W_BufferedRandom)
W_BufferedRandom.typedef = TypeDef('_io.BufferedRandom', W_BufferedRandom,
                                   text_signature='(raw, buffer_size=DEFAULT_BUFFER_SIZE)',
                                   base=W_BufferedIOBase.typedef, module='_io', has_dict=True,
                                   weakrefable=True, doc="Reads and writes bytes of a raw stream that can seek, through a buffer.")
