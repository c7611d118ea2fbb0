"""The buffer protocol: memory that objects share with memoryview and with functions that read or fill bytes.

An object that exports a buffer overrides two slots: `buffer_str()`, a copy of the whole content as an RPython str, which is all that most readers
need, and `op_buffer(writable)`, which returns a Buffer, or None if it has none (of that kind).
"""

from rpython.rlib.rstring import StringBuilder


class Buffer(object):
    """A run of bytes.  w_owner is the exporting object; format, itemsize and shape say how its items look (PEP 3118)."""
    _attrs_ = ['w_owner', 'readonly', 'format', 'itemsize', 'shape']
    _immutable_fields_ = ['w_owner', 'readonly', 'format', 'itemsize', 'shape[*]']

    def __init__(self, w_owner, readonly, format='B', itemsize=1, shape=None):
        self.w_owner = w_owner
        self.readonly = readonly
        self.format = format
        self.itemsize = itemsize
        self.shape = shape                # None: one dimension, of size() // itemsize items

    def size(self):
        """Its length in bytes."""
        raise NotImplementedError

    def get(self, i):
        """The byte (a char) at i, which is in range."""
        raise NotImplementedError

    def set(self, i, c):
        """Sets the byte at i, which is in range; never called on a read-only buffer."""
        raise NotImplementedError

    def as_str(self):
        """The whole content."""
        return self.slice(0, self.size())

    def slice(self, start, count):
        """The bytes start .. start + count."""
        builder = StringBuilder(count)
        for i in range(start, start + count):
            builder.append(self.get(i))
        return builder.build()

    def set_slice(self, start, data):
        """Replaces the bytes from start on, as many as data has."""
        for i in range(len(data)):
            self.set(start + i, data[i])

    def acquire(self):
        """Forbids the exporter to resize until release(); for holders that are sure to call it."""

    def release(self):
        """Ends what acquire() began."""

    def viewed(self):
        """One more memoryview shows it: the exporter cannot be resized while any of them is reachable."""

    def unviewed(self):
        """A memoryview was released."""


class StringBuffer(Buffer):
    """The read-only buffer of an RPython str."""
    _attrs_ = ['data']
    _immutable_fields_ = ['data']

    def __init__(self, data, w_owner):
        Buffer.__init__(self, w_owner, True)
        self.data = data

    def size(self):
        return len(self.data)

    def get(self, i):
        assert i >= 0
        return self.data[i]

    def as_str(self):
        return self.data

    def slice(self, start, count):
        assert start >= 0 and count >= 0
        return self.data[start:start + count]
