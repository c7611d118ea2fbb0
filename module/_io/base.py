"""The abstract classes of the io hierarchy, and what all streams share."""
from __future__ import absolute_import

from rpython.rlib.objectmodel import import_from_mixin

from interpreter import errors, ops
from interpreter.gateway import method, getter, new, raw_new
from interpreter.objects.dict import W_Dict
from interpreter.objects.instance import allocate_instance
from interpreter.objects.int import W_AbstractInt
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newbool, newbytes, newint, newlist, newstr
from interpreter.typedef import TypeDef
from module.attributes import HasDict

DEFAULT_BUFFER_SIZE = 8192


class State(object):
    """Objects made when the module is first imported."""
    w_unsupported = None        # io.UnsupportedOperation
    stdio_closed = False
    utf8_mode = False           # -X utf8
    warn_encoding = False       # -X warn_default_encoding


state = State()


def unsupported(message):
    """The OperationError io.UnsupportedOperation(message)."""
    w_exc = state.w_unsupported.op_call([newstr(message)], None)
    return errors.OperationError(w_exc)


def is_unsupported(e):
    return e.match(state.w_unsupported)


def closed_error():
    return errors.value_error("I/O operation on closed file.")


class W_IOBase(W_Root):
    """_io._IOBase."""
    import_from_mixin(HasDict)
    base_closed = False
    finalizing = False          # the collector closes it: close() warns that nobody else did

    # what the streams implemented in RPython override; a Python subclass is asked through its attributes

    def is_closed(self):
        """For exact built-in streams: closed?"""
        return self.base_closed

    def op_iter(self):
        check_closed(self)
        return self

    def is_iterator(self):
        return True

    def op_next(self):
        w_line = ops.call_method0(self, 'readline')
        if not w_line.op_bool():
            return None
        return w_line

    # ---- Python

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        return allocate_instance(W_IOBase, w_cls)

    @method('__init__(self, *args, **kwds) -> None')
    def m_init(self, args_w, w_kwds):
        pass

    @getter('closed')
    def get_closed(self):
        return newbool(self.base_closed)

    @method('close(self, /) -> None')
    def m_close(self):
        """Writes out what is held back and closes the stream; does nothing if it is closed."""
        if not self.base_closed:
            try:
                ops.call_method0(self, 'flush')
            finally:
                self.base_closed = True

    @method('flush(self, /) -> None')
    def m_flush(self):
        """Writes out what is held back."""
        if self.base_closed:
            raise closed_error()

    @method('seek(self, offset, whence=0, /)')
    def m_seek(self, w_offset, w_whence):
        """Moves the position, counted from where whence says (0 start, 1 here, 2 end), and returns the new one."""
        raise unsupported("seek")

    @method('tell(self, /)')
    def m_tell(self):
        """The position in the stream."""
        return ops.call_method(self, 'seek', [newint(0), newint(1)])

    @method('truncate(self, size=None, /)')
    def m_truncate(self, w_size):
        """Makes the file size bytes long, by default as far as the position, and returns the size."""
        raise unsupported("truncate")

    @method('fileno(self, /)')
    def m_fileno(self):
        """The file descriptor below; OSError if there is none."""
        raise unsupported("fileno")

    @method('isatty(self, /) -> bool')
    def m_isatty(self):
        """Is the stream a terminal?"""
        check_closed(self)
        return False

    @method('readable(self, /) -> bool')
    def m_readable(self):
        """Can it be read from?"""
        return False

    @method('writable(self, /) -> bool')
    def m_writable(self):
        """Can it be written to?"""
        return False

    @method('seekable(self, /) -> bool')
    def m_seekable(self):
        """Can the position be moved?"""
        return False

    @method('_checkClosed(self, msg=None) -> None')
    def m_check_closed(self, w_message):
        check_closed(self)

    @method('_checkReadable(self, msg=None) -> None')
    def m_check_readable(self, w_message):
        check_readable(self)

    @method('_checkWritable(self, msg=None) -> None')
    def m_check_writable(self, w_message):
        check_writable(self)

    @method('_checkSeekable(self, msg=None) -> None')
    def m_check_seekable(self, w_message):
        check_seekable(self)

    @method('__enter__(self, /)')
    def m_enter(self):
        check_closed(self)
        return self

    @method('__exit__(self, *args) -> None')
    def m_exit(self, args_w):
        ops.call_method0(self, 'close')

    @method('readline(self, size=-1, /)')
    def m_readline(self, w_size):
        """Reads up to and with the next end of line, at most size bytes."""
        limit = size_argument(w_size)
        w_peek = ops.getattr_or_none(self, 'peek')
        parts = []
        total = 0
        while limit < 0 or total < limit:
            wanted = 1
            if w_peek is not None:
                w_ahead = w_peek.call1(newint(1))
                ahead = bytes_result(w_ahead, 'peek')
                if len(ahead) > 0:
                    end = ahead.find('\n') + 1
                    wanted = end if end > 0 else len(ahead)
                    if limit >= 0 and wanted > limit - total:
                        wanted = limit - total
            data = bytes_result(ops.call_method1(self, 'read', newint(wanted)), 'read')
            if len(data) == 0:
                break
            parts.append(data)
            total += len(data)
            if data.endswith('\n'):
                break
        return newbytes(''.join(parts))

    @method('readlines(self, hint=-1, /)')
    def m_readlines(self, w_hint):
        """The list of the lines left; it stops after about hint bytes if that is positive."""
        hint = size_argument(w_hint)
        lines_w = []
        total = 0
        w_iterator = ops.iter(self)
        while True:
            w_line = w_iterator.op_next()
            if w_line is None:
                break
            lines_w.append(w_line)
            if hint > 0:
                total += ops.len(w_line)
                if total >= hint:
                    break
        return newlist(lines_w)

    @method('writelines(self, lines, /) -> None')
    def m_writelines(self, w_lines):
        """Writes all items of an iterable, without adding ends of lines."""
        check_closed(self)
        w_iterator = ops.iter(w_lines)
        while True:
            w_line = w_iterator.op_next()
            if w_line is None:
                return
            ops.call_method1(self, 'write', w_line)

    @method('__del__(self, /) -> None')
    def m_del(self):
        finalize(self)


def finalize(w_stream):
    """What becomes of a stream that nobody refers to: it is closed, and errors are not reported."""
    try:
        if not closed(w_stream):
            w_stream.finalizing = True
            ops.call_method0(w_stream, 'close')
    except errors.OperationError:
        pass        # as in CPython: a stream that cannot be closed any more is simply gone


def name_of(w_stream):
    """(W_Root) -> its `name` for repr(); None if it has none, or what is below it was detached."""
    try:
        return ops.getattr_or_none(w_stream, 'name')
    except errors.OperationError as e:
        from interpreter.objects.exception import W_ValueError
        if e.is_instance(W_ValueError.typedef):
            return None
        raise


def dealloc_warn(w_stream, w_source):
    """Has the stream below w_source, which is being finalized, warn that w_source was not closed."""
    try:
        ops.call_method1(w_stream, '_dealloc_warn', w_source)
    except errors.OperationError:
        pass        # it is no stream of ours, and knows no such warning


W_IOBase.typedef = TypeDef('_io._IOBase', W_IOBase, module='_io', has_dict=True, weakrefable=True,
                           doc="What all streams have: closing, positions, lines.")


class W_RawIOBase(W_IOBase):
    """_io._RawIOBase."""

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        return allocate_instance(W_RawIOBase, w_cls)

    @method('read(self, size=-1, /)')
    def m_read(self, w_size):
        size = size_argument(w_size)
        if size < 0:
            return ops.call_method0(self, 'readall')
        w_buffer = new_bytearray(size)
        w_count = ops.call_method1(self, 'readinto', w_buffer)
        if w_count is w_None:
            return w_None
        count = ops.int_w(w_count)
        if count < 0 or count > size:
            raise errors.value_error("readinto returned %d outside buffer size %d" % (count, size))
        return newbytes(ops.bufferstr_w(w_buffer)[:count])

    @method('readall(self, /)')
    def m_readall(self):
        """Reads all that is left."""
        parts = []
        while True:
            w_data = ops.call_method1(self, 'read', newint(DEFAULT_BUFFER_SIZE))
            if w_data is w_None:
                if len(parts) == 0:
                    return w_None
                break
            data = bytes_result(w_data, 'read')
            if len(data) == 0:
                break
            parts.append(data)
        return newbytes(''.join(parts))


W_RawIOBase.typedef = TypeDef('_io._RawIOBase', W_RawIOBase, base=W_IOBase.typedef, module='_io', has_dict=True, weakrefable=True,
                              doc="The base of streams of bytes without a buffer.")


class W_BufferedIOBase(W_IOBase):
    """_io._BufferedIOBase."""

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        return allocate_instance(W_BufferedIOBase, w_cls)

    @method('detach(self, /)')
    def m_detach(self):
        """Gives up the raw stream below and returns it."""
        raise unsupported("detach")

    @method('read(self, size=-1, /)')
    def m_read(self, w_size):
        """Reads at most size bytes, all that is left by default."""
        raise unsupported("read")

    @method('read1(self, size=-1, /)')
    def m_read1(self, w_size):
        """Reads at most size bytes with at most one read of the raw stream."""
        raise unsupported("read1")

    @method('write(self, b, /)')
    def m_write(self, w_data):
        """Writes bytes and returns how many."""
        raise unsupported("write")

    @method('readinto(self, buffer, /)')
    def m_readinto(self, w_buffer):
        return read_into(self, w_buffer, 'read')

    @method('readinto1(self, buffer, /)')
    def m_readinto1(self, w_buffer):
        return read_into(self, w_buffer, 'read1')


W_BufferedIOBase.typedef = TypeDef('_io._BufferedIOBase', W_BufferedIOBase, base=W_IOBase.typedef, module='_io', has_dict=True,
                                   weakrefable=True, doc="The base of streams of bytes with a buffer.")


class W_TextIOBase(W_IOBase):
    """_io._TextIOBase."""

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        return allocate_instance(W_TextIOBase, w_cls)

    @method('detach(self, /)')
    def m_detach(self):
        """Gives up the buffer below and returns it."""
        raise unsupported("detach")

    @method('read(self, size=-1, /)')
    def m_read(self, w_size):
        """Reads at most size characters, all that is left by default."""
        raise unsupported("read")

    @method('readline(self, size=-1, /)')
    def m_readline(self, w_size):
        """Reads up to and with the next end of line, at most size characters."""
        raise unsupported("readline")

    @method('write(self, text, /)')
    def m_write(self, w_text):
        """Writes text and returns the number of its characters."""
        raise unsupported("write")

    @getter('encoding')
    def get_encoding(self):
        """The name of the encoding; None where there is none."""
        return w_None

    @getter('newlines')
    def get_newlines(self):
        """The ends of lines seen so far: None, a str, or a tuple of several."""
        return w_None

    @getter('errors')
    def get_errors(self):
        """How characters that cannot be coded are treated."""
        return w_None


W_TextIOBase.typedef = TypeDef('_io._TextIOBase', W_TextIOBase, base=W_IOBase.typedef, module='_io', has_dict=True, weakrefable=True,
                               doc="The base of streams of text.")


# ---- helpers

def warn_no_encoding(stacklevel):
    """With -X warn_default_encoding, an EncodingWarning: text is read or written in the default encoding."""
    if state.warn_encoding:
        from interpreter.objects.exception import W_EncodingWarning
        from module._warnings.warn import issue
        issue(newstr("'encoding' argument not specified"), W_EncodingWarning.typedef.w_type, stacklevel, w_None)


def check_signals():
    """Something was written, but not all of it: a signal may be the reason.  Its handler may raise."""
    from interpreter.eval.executioncontext import check_actions, getexecutioncontext
    check_actions(getexecutioncontext())


def closed(w_stream):
    """(W_Root) -> bool: its `closed` attribute."""
    if isinstance(w_stream, W_IOBase) and not w_stream.is_user_instance:
        return w_stream.is_closed()
    return ops.is_true(ops.getattr(w_stream, 'closed'))


def check_closed(w_stream):
    if closed(w_stream):
        raise closed_error()


def check_readable(w_stream):
    if not ops.is_true(ops.call_method0(w_stream, 'readable')):
        raise unsupported("File or stream is not readable.")


def check_writable(w_stream):
    if not ops.is_true(ops.call_method0(w_stream, 'writable')):
        raise unsupported("File or stream is not writable.")


def check_seekable(w_stream):
    if not ops.is_true(ops.call_method0(w_stream, 'seekable')):
        raise unsupported("File or stream is not seekable.")


def size_argument(w_size):
    """A size parameter: -1 for None and for absent."""
    if w_size is None or w_size is w_None:
        return -1
    if not isinstance(w_size, W_AbstractInt) and w_size.gettype().lookup('__index__') is None:
        raise errors.type_error("argument should be integer or None, not '%s'" % w_size.gettype().name)
    return ops.index_w(w_size)


def bytes_result(w_data, method_name):
    """What a method of another stream returned: bytes."""
    data = w_data.buffer_str()
    if data is None:
        raise errors.os_error_message("%s() should have returned a bytes object, not '%s'" % (method_name, w_data.gettype().name))
    return data


def position_item(w_item, beginning):
    """The position in a state for __setstate__.  TypeError, which names the type after `beginning`; ValueError."""
    if not isinstance(w_item, W_AbstractInt):
        raise errors.type_error("%s %s" % (beginning, w_item.gettype().name))
    pos = ops.int_w(w_item)
    if pos < 0:
        raise errors.value_error("position value cannot be negative")
    return pos


def restore_attributes(w_stream, w_attributes, which):
    """Puts the attributes in a state for __setstate__ (a dict or None) into the stream.  TypeError."""
    if w_attributes is not w_None:
        if not isinstance(w_attributes, W_Dict):
            raise errors.type_error("%s item of state should be a dict, got a %s" % (which, w_attributes.gettype().name))
        ops.call_method1(w_stream.getdict(), 'update', w_attributes)


def new_bytearray(size):
    """bytearray(size)"""
    from interpreter.objects.bytearray import W_ByteArray
    return W_ByteArray.typedef.w_type.call1(newint(size))


def buffer_length(w_buffer):
    """The size in bytes of a writable buffer; TypeError for others."""
    data = w_buffer.buffer_str()
    if data is None or not w_buffer.buffer_writable():
        raise errors.type_error("readinto() argument must be read-write bytes-like object, not %s" % w_buffer.gettype().name)
    return len(data)


def read_into(w_stream, w_buffer, name):
    """readinto through read or read1."""
    size = buffer_length(w_buffer)
    w_data = ops.call_method1(w_stream, name, newint(size))
    if w_data is w_None:
        return w_None
    data = bytes_result(w_data, name)
    if len(data) > size:
        raise errors.value_error("read() returned too much data: %d bytes requested, %d returned" % (size, len(data)))
    w_buffer.buffer_write(0, data)
    return newint(len(data))
