"""The buffer that a memoryview exports in its turn."""

from interpreter.objects.buffer import Buffer


class ViewBuffer(Buffer):
    """The items of a one-dimensional or contiguous view."""
    _attrs_ = ['w_view']
    _immutable_fields_ = ['w_view']

    def __init__(self, w_view):
        Buffer.__init__(self, w_view.buffer.w_owner, w_view.readonly, w_view.format, w_view.itemsize, w_view.shape)
        self.w_view = w_view

    def size(self):
        return self.w_view.count() * self.w_view.itemsize

    def offset(self, i):
        """Where byte i of the items lies in the viewed buffer."""
        view = self.w_view
        if view.is_contiguous(False):
            return view.start + i
        item, byte = i // view.itemsize, i % view.itemsize
        offset = view.start + byte
        for k in range(len(view.shape) - 1, -1, -1):
            offset += item % view.shape[k] * view.strides[k]
            item //= view.shape[k]
        return offset

    def get(self, i):
        return self.w_view.checked().get(self.offset(i))

    def set(self, i, c):
        self.w_view.checked().set(self.offset(i), c)

    def as_str(self):
        return self.w_view.content()

    def acquire(self):
        self.w_view.held += 1

    def release(self):
        self.w_view.held -= 1
