"""BufferedRWPair: a reader and a writer under one name."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.gateway import method, getter, new
from interpreter.objects.instance import allocate_instance
from interpreter.objects.wrap import newbool, newint
from interpreter.typedef import TypeDef
from module._io import base
from module._io.base import W_BufferedIOBase
from module._io.buffered import W_BufferedReader, W_BufferedWriter, chain, check_capability


class W_BufferedRWPair(W_BufferedIOBase):
    """_io.BufferedRWPair."""
    w_reader = None
    w_writer = None

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        return allocate_instance(W_BufferedRWPair, w_cls)

    @method('__init__(self, reader, writer, buffer_size: int=8192, /) -> None')
    def m_init(self, w_reader, w_writer, buffer_size):
        check_capability(w_reader, 'readable', "File or stream is not readable.")
        check_capability(w_writer, 'writable', "File or stream is not writable.")
        self.w_reader = W_BufferedReader.typedef.w_type.call2(w_reader, newint(buffer_size))
        self.w_writer = W_BufferedWriter.typedef.w_type.call2(w_writer, newint(buffer_size))

    def reader(self):
        if self.w_reader is None:
            raise errors.value_error("I/O operation on uninitialized object")
        return self.w_reader

    def writer(self):
        if self.w_writer is None:
            raise errors.value_error("I/O operation on uninitialized object")
        return self.w_writer

    def is_closed(self):
        return base.closed(self.writer())

    @getter('closed')
    def get_closed(self):
        return ops.getattr(self.writer(), 'closed')

    @method('read(self, size=-1, /)')
    def m_read(self, w_size):
        return ops.call_method1(self.reader(), 'read', w_size)

    @method('read1(self, size=-1, /)')
    def m_read1(self, w_size):
        return ops.call_method1(self.reader(), 'read1', w_size)

    @method('peek(self, size=0, /)')
    def m_peek(self, w_size):
        return ops.call_method1(self.reader(), 'peek', w_size)

    @method('readinto(self, buffer, /)')
    def m_readinto(self, w_buffer):
        return ops.call_method1(self.reader(), 'readinto', w_buffer)

    @method('readinto1(self, buffer, /)')
    def m_readinto1(self, w_buffer):
        return ops.call_method1(self.reader(), 'readinto1', w_buffer)

    @method('write(self, buffer, /)')
    def m_write(self, w_data):
        return ops.call_method1(self.writer(), 'write', w_data)

    @method('flush(self, /)')
    def m_flush(self):
        return ops.call_method0(self.writer(), 'flush')

    @method('readable(self, /)')
    def m_readable(self):
        return ops.call_method0(self.reader(), 'readable')

    @method('writable(self, /)')
    def m_writable(self):
        return ops.call_method0(self.writer(), 'writable')

    @method('isatty(self, /)')
    def m_isatty(self):
        if ops.is_true(ops.call_method0(self.writer(), 'isatty')):
            return newbool(True)
        return ops.call_method0(self.reader(), 'isatty')

    @method('close(self, /) -> None')
    def m_close(self):
        try:
            ops.call_method0(self.writer(), 'close')
        except errors.OperationError as e:
            try:
                ops.call_method0(self.reader(), 'close')
            except errors.OperationError as e2:
                chain(e2, e)
                raise e2
            raise
        ops.call_method0(self.reader(), 'close')


W_BufferedRWPair.typedef = TypeDef('_io.BufferedRWPair', W_BufferedRWPair,
                                   text_signature='(reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /)',
                                   base=W_BufferedIOBase.typedef, module='_io', has_dict=True,
                                   weakrefable=True, doc="A reader and a writer of bytes, each with a buffer, seen as one stream.")
