"""dump, dumps, load, loads."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.wrap import newbytes, newint
from module.marshal.reader import Reader
from module.marshal.writer import Writer


def dump_object(w_value, version):
    """(W_Root, int) -> str"""
    writer = Writer(version)
    writer.write(w_value)
    return writer.result()


def load_object(data):
    """(str) -> W_Root.  EOFError, ValueError, TypeError."""
    return Reader(data).read_top()


@function('dumps(value, version: int=4, /) -> bytes')
def dumps(w_value, version):
    """The bytes of a value."""
    return dump_object(w_value, version)


@function('dump(value, file, version: int=4, /)')
def dump(w_value, w_file, version):
    """Writes the bytes of a value to a binary file."""
    return ops.call_method1(w_file, 'write', newbytes(dump_object(w_value, version)))


@function('loads(bytes: bytes, /)')
def loads(data):
    """The value that the bytes begin with."""
    return load_object(data)


@function('load(file, /)')
def load(w_file):
    """Reads one value from a binary file, and no byte more."""
    return FileReader(w_file).read_top()


class FileReader(Reader):
    """Reads from a file object as it goes."""

    def __init__(self, w_file):
        Reader.__init__(self, '')
        self.w_read = ops.getattr(w_file, 'read')
        data = self.w_read.call1(newint(0))
        if data.buffer_str() is None:
            raise errors.type_error("file.read() returned not bytes but %s" % data.gettype().name)

    def take(self, count):
        if count == 0:
            return ''
        data = ops.bufferstr_w(self.w_read.call1(newint(count)))
        if len(data) < count:
            raise errors.eof_error("marshal data too short")
        if len(data) > count:
            raise errors.value_error("read() returned too much data: %d bytes requested, %d returned" % (count, len(data)))
        return data
