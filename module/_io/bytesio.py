"""BytesIO: a binary stream in memory, as a list of characters that grows."""
from __future__ import absolute_import

from rpython.rlib.objectmodel import import_from_mixin

from interpreter import errors, ops
from interpreter.gateway import method, getter, new
from interpreter.objects.exporting import MOST_VIEWS, Exporting
from interpreter.objects.instance import allocate_instance
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newbool, newbytes, newint, newtuple
from interpreter.typedef import TypeDef
from module._io.base import W_BufferedIOBase, size_argument, buffer_length, position_item, restore_attributes


class W_BytesIO(W_BufferedIOBase):
    """_io.BytesIO.  The content is `data` followed by `tail`: writes at the end only collect pieces."""
    data = ''
    tail = None
    tail_size = 0
    pos = 0
    exports = 0
    views = None
    views_limit = MOST_VIEWS

    import_from_mixin(Exporting)

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        w_self = allocate_instance(W_BytesIO, w_cls)
        w_self.tail = []
        return w_self

    @method("__init__(self, initial_bytes=None) -> None")
    def m_init(self, w_initial):
        self.check_resizable()
        self.data = '' if w_initial is w_None else ops.bufferstr_w(w_initial)
        self.tail = []
        self.tail_size = 0
        self.pos = 0
        self.base_closed = False

    def check_open(self):
        if self.base_closed:
            raise errors.value_error("I/O operation on closed file.")

    def check_resizable(self):
        self.check_exports("Existing exports of data: object cannot be re-sized")

    def op_buffer(self, writable):
        from module._io.bytesbuffer import BytesIOBuffer
        return BytesIOBuffer(self)

    def content(self):
        """The whole content, joined."""
        if self.tail_size > 0:
            self.data = self.data + ''.join(self.tail)
            self.tail = []
            self.tail_size = 0
        return self.data

    def size(self):
        return len(self.data) + self.tail_size

    def write_bytes(self, new):
        self.check_resizable()
        if len(new) == 0:
            return 0
        size = self.size()
        if self.pos == size:
            self.tail.append(new)
            self.tail_size += len(new)
        else:
            data = self.content()
            pos = self.pos
            assert pos >= 0
            if pos > size:
                data = data + '\x00' * (pos - size)
            end = pos + len(new)
            rest = data[end:] if end < len(data) else ''
            self.data = data[:pos] + new + rest
        self.pos += len(new)
        return len(new)

    def read_bytes(self, size):
        data = self.content()
        start = self.pos
        if start >= len(data):
            return ''
        assert start >= 0
        end = len(data)
        if 0 <= size < end - start:
            end = start + size
        self.pos = end
        return data[start:end]

    def read_line(self, limit):
        data = self.content()
        start = self.pos
        if start >= len(data):
            return ''
        assert start >= 0
        end = data.find('\n', start) + 1
        if end == 0:
            end = len(data)
        if 0 <= limit < end - start:
            end = start + limit
        assert end >= 0
        self.pos = end
        return data[start:end]

    def op_next(self):
        if self.is_user_instance:
            return W_BufferedIOBase.op_next(self)
        self.check_open()
        line = self.read_line(-1)
        if line == '':
            return None
        return newbytes(line)

    @method('read(self, size=-1, /)')
    def m_read(self, w_size):
        """Reads at most size bytes, all that is left by default."""
        self.check_open()
        return newbytes(self.read_bytes(size_argument(w_size)))

    @method('read1(self, size=-1, /)')
    def m_read1(self, w_size):
        """Reads at most size bytes, all that is left by default."""
        self.check_open()
        return newbytes(self.read_bytes(size_argument(w_size)))

    @method('readline(self, size=-1, /)')
    def m_readline(self, w_size):
        """Reads up to and with the next newline, at most size bytes."""
        self.check_open()
        return newbytes(self.read_line(size_argument(w_size)))

    @method('readinto(self, buffer, /) -> int')
    def m_readinto(self, w_buffer):
        """Reads bytes into a buffer and returns how many."""
        self.check_open()
        data = self.read_bytes(buffer_length(w_buffer))
        w_buffer.buffer_write(0, data)
        return len(data)

    @method('write(self, b, /) -> int')
    def m_write(self, w_data):
        """Writes bytes at the position and returns how many."""
        self.check_open()
        return self.write_bytes(ops.bufferstr_w(w_data))

    @method('getvalue(self, /) -> bytes')
    def m_getvalue(self):
        """All bytes, as bytes."""
        self.check_open()
        return self.content()

    @method('getbuffer(self, /)')
    def m_getbuffer(self):
        """A memoryview of the contents, through which they can be changed; the size is fixed while it lives."""
        self.check_open()
        from module._io.bytesbuffer import view
        return view(self)

    @method('seek(self, pos: int, whence: int=0, /) -> int')
    def m_seek(self, pos, whence):
        """Moves the position, counted from where whence says (0 start, 1 here, 2 end), and returns the new one."""
        self.check_open()
        if whence == 0:
            if pos < 0:
                raise errors.value_error("negative seek value %d" % pos)
        elif whence == 1:
            pos += self.pos
        elif whence == 2:
            pos += self.size()
        else:
            raise errors.value_error("invalid whence (%d, should be 0, 1 or 2)" % whence)
        self.pos = max(pos, 0)
        return self.pos

    @method('tell(self, /) -> int')
    def m_tell(self):
        """The position, in bytes."""
        self.check_open()
        return self.pos

    @method('truncate(self, size=None, /) -> int')
    def m_truncate(self, w_size):
        """Cuts the contents at size, by default at the position, and returns size."""
        self.check_open()
        self.check_resizable()
        if w_size is w_None:
            size = self.pos
        else:
            size = ops.index_w(w_size)
            if size < 0:
                raise errors.value_error("negative size value %d" % size)
        data = self.content()
        assert size >= 0
        if size < len(data):
            self.data = data[:size]
        return size

    @method('close(self, /) -> None')
    def m_close(self):
        """Drops the contents; no operation works afterwards."""
        self.check_resizable()
        self.base_closed = True
        self.data = ''
        self.tail = []
        self.tail_size = 0

    @method('flush(self, /) -> None')
    def m_flush(self):
        """Does nothing: there is no file below."""
        self.check_open()

    @method('isatty(self, /) -> bool')
    def m_isatty(self):
        """False: it is no terminal."""
        self.check_open()
        return False

    @method('readable(self, /) -> bool')
    def m_readable(self):
        """True: it can be read from."""
        self.check_open()
        return True

    @method('writable(self, /) -> bool')
    def m_writable(self):
        """True: it can be written to."""
        self.check_open()
        return True

    @method('seekable(self, /) -> bool')
    def m_seekable(self):
        """True: the position can be moved."""
        self.check_open()
        return True

    @method('__getstate__(self, /)')
    def m_getstate(self):
        self.check_open()
        w_dict = w_None
        if self.getdict() is not None and ops.len(self.getdict()) > 0:
            w_dict = ops.call_method0(self.getdict(), 'copy')
        return newtuple([newbytes(self.content()), newint(self.pos), w_dict])

    @method('__setstate__(self, state, /) -> None')
    def m_setstate(self, w_state):
        from interpreter.objects.tuple import W_Tuple
        if not isinstance(w_state, W_Tuple) or len(w_state.items) < 3:
            raise errors.type_error("%s.__setstate__ argument should be 3-tuple, got %s" % (self.gettype().name, w_state.gettype().name))
        self.check_open()
        self.m_init(newbytes(ops.bufferstr_w(w_state.items[0])))
        self.pos = position_item(w_state.items[1], "second item of state must be an integer, not")
        restore_attributes(self, w_state.items[2], "third")


W_BytesIO.typedef = TypeDef('_io.BytesIO', W_BytesIO, base=W_BufferedIOBase.typedef, module='_io', has_dict=True, weakrefable=True,
                            doc="A stream of bytes kept in memory.")
