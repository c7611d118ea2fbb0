"""The buffer behind BytesIO.getbuffer(): while a view holds it, the BytesIO keeps its size."""
from __future__ import absolute_import

from interpreter import errors
from interpreter.objects.buffer import Buffer
from interpreter.objects.memoryview import W_MemoryView


class BytesIOBuffer(Buffer):
    """The content of a W_BytesIO, writable in place."""
    _attrs_ = ['stream']

    def __init__(self, stream):
        Buffer.__init__(self, stream, False)
        self.stream = stream

    def size(self):
        return self.stream.size()

    def get(self, i):
        assert i >= 0
        return self.stream.content()[i]

    def set(self, i, c):
        self.set_slice(i, c)

    def as_str(self):
        return self.stream.content()

    def slice(self, start, count):
        assert start >= 0 and count >= 0
        return self.stream.content()[start:start + count]

    def set_slice(self, start, data):
        content = self.stream.content()
        end = start + len(data)
        assert start >= 0 and end >= 0
        self.stream.data = content[:start] + data + content[end:]

    def acquire(self):
        self.stream.exports += 1

    def release(self):
        self.stream.exports -= 1


def view(stream):
    """(W_BytesIO) -> memoryview"""
    return W_MemoryView.typedef.w_type.call1(stream)
