"""The buffer behind BytesIO.getbuffer(): while a view holds it, the BytesIO keeps its size."""
from __future__ import absolute_import

from rpython.rlib.objectmodel import import_from_mixin

from interpreter.objects.buffer import Buffer
from interpreter.objects.exporting import ExportedBuffer
from interpreter.objects.memoryview import W_MemoryView


class BytesIOBuffer(Buffer):
    """The content of a W_BytesIO, writable in place."""
    _attrs_ = ['w_exporter', 'views']
    _immutable_fields_ = ['w_exporter']

    import_from_mixin(ExportedBuffer)

    def __init__(self, stream):
        Buffer.__init__(self, stream, False)
        self.w_exporter = stream
        self.views = 0

    def size(self):
        return self.w_exporter.size()

    def get(self, i):
        assert i >= 0
        return self.w_exporter.content()[i]

    def set(self, i, c):
        self.set_slice(i, c)

    def as_str(self):
        return self.w_exporter.content()

    def slice(self, start, count):
        assert start >= 0 and count >= 0
        return self.w_exporter.content()[start:start + count]

    def set_slice(self, start, data):
        content = self.w_exporter.content()
        end = start + len(data)
        assert start >= 0 and end >= 0
        self.w_exporter.data = content[:start] + data + content[end:]


def view(stream):
    """(W_BytesIO) -> memoryview"""
    return W_MemoryView.typedef.w_type.call1(stream)
