"""memoryview: a window on the buffer of another object.

Nobody counts the references to a view, so an exporter cannot know when the last view is gone.  A bytearray, array or
BytesIO looks, by a collection, whether one is still reachable (exporting.py).  Other exporters may resize outside of a `with` block; a view
that then reaches past the end raises BufferError when used.

    buffer.py          the protocol
    itemformat.py      items from bytes and back, for the formats of the module struct that memoryview knows
"""

from rpython.rlib.rstring import StringBuilder

from interpreter.errors import buffer_error, index_error, not_implemented_error, type_error, value_error
from interpreter.gateway import getter, method, new
from interpreter.objects.byteargs import hex_of
from interpreter.objects.bytes import newbytes
from interpreter.objects.int import newbool, newint
from interpreter.objects.itemformat import equal_items, item_size, pack_item, unpack_item
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.objects.texthash import bytes_hash
from interpreter.typedef import TypeDef

MAX_DIMENSIONS = 64


class W_MemoryView(W_Root):
    """buffer is None once it is released.  start is a byte offset in it; shape and strides (in bytes) are fixed-size lists, empty for no
    dimension; limit is the offset after the last byte that it shows."""
    _attrs_ = ['buffer', 'start', 'shape', 'strides', 'format', 'itemsize', 'readonly', 'limit', 'locks', 'held', 'hash', 'lifeline']
    _immutable_fields_ = ['start', 'shape[*]', 'strides[*]', 'format', 'itemsize', 'readonly', 'limit']

    def __init__(self, buffer, start, shape, strides, format, itemsize, readonly):
        self.buffer = buffer
        self.start = start
        self.shape = shape
        self.strides = strides
        self.format = format
        self.itemsize = itemsize
        self.readonly = readonly
        self.limit = end_of(start, shape, strides, itemsize)
        self.locks = 0             # `with` blocks that it is in
        self.held = 0              # buffers of it that others hold
        self.hash = -1
        self.lifeline = None       # of weak references
        buffer.viewed()

    def getweakref(self):
        return self.lifeline

    def setweakref(self, lifeline):
        self.lifeline = lifeline

    @new('(cls, object)')
    def descr_new(w_cls, w_object):
        return memoryview_of(w_object)

    # ---- access

    def checked(self):
        """The buffer; ValueError once it is released."""
        buffer = self.buffer
        if buffer is None:
            raise value_error("operation forbidden on released memoryview object")
        if buffer.size() < self.limit:
            raise buffer_error("memoryview: the underlying object has been resized")
        return buffer

    def ndim(self):
        return len(self.shape)

    def count(self):
        """Number of items."""
        result = 1
        for extent in self.shape:
            result *= extent
        return result

    def is_contiguous(self, fortran):
        """Do the items lie side by side, in C's or Fortran's order?"""
        expected = self.itemsize
        ndim = len(self.shape)
        for extent in self.shape:
            if extent == 0:
                return True
        for k in range(ndim):
            i = k if fortran else ndim - 1 - k
            if self.shape[i] > 1 and self.strides[i] != expected:
                return False
            expected *= self.shape[i]
        return True

    def derived(self, start, shape, strides):
        return W_MemoryView(self.checked(), start, shape[:], strides[:], self.format, self.itemsize, self.readonly)

    def content(self):
        """The items' bytes in C's order."""
        buffer = self.checked()
        size = self.count() * self.itemsize
        if self.is_contiguous(False):
            return buffer.slice(self.start, size)
        builder = StringBuilder(size)
        self.append_content(builder, self.start, 0)
        return builder.build()

    def append_content(self, builder, offset, dimension):
        if dimension == len(self.shape):
            builder.append(self.checked().slice(offset, self.itemsize))
            return
        for i in range(self.shape[dimension]):
            self.append_content(builder, offset + i * self.strides[dimension], dimension + 1)

    def append_fortran(self, builder, offset, dimension):
        """The same in Fortran's order: the first index runs fastest."""
        if dimension < 0:
            builder.append(self.checked().slice(offset, self.itemsize))
            return
        for i in range(self.shape[dimension]):
            self.append_fortran(builder, offset + i * self.strides[dimension], dimension - 1)

    def item_at(self, offset):
        return unpack_item(self.format, self.checked().slice(offset, self.itemsize))

    def offset_of_item(self, w_key):
        """The byte offset of the item that an index, or a tuple of them, names."""
        from interpreter import ops
        from interpreter.objects.tuple import W_Tuple
        if isinstance(w_key, W_Tuple):
            indices_w = ops.tuple_items(w_key)
            for w_index in indices_w:
                if not ops.has_index(w_index):
                    raise type_error("memoryview: invalid slice key")
            if len(indices_w) < len(self.shape):
                raise not_implemented_error("sub-views are not implemented")
            if len(indices_w) > len(self.shape):
                raise type_error("cannot index %d-dimension view with %d-element tuple" % (len(self.shape), len(indices_w)))
            offset = self.start
            for k in range(len(indices_w)):
                offset += self.checked_index(ops.index_w(indices_w[k]), k) * self.strides[k]
            return offset
        if not ops.has_index(w_key):
            raise type_error("memoryview: invalid slice key")
        if len(self.shape) == 0:
            raise type_error("invalid indexing of 0-dim memory")
        if len(self.shape) > 1:
            raise not_implemented_error("multi-dimensional sub-views are not implemented")
        return self.start + self.checked_index(ops.index_w(w_key), 0) * self.strides[0]

    def checked_index(self, index, dimension):
        extent = self.shape[dimension]
        if index < 0:
            index += extent
        if index < 0 or index >= extent:
            raise index_error("index out of bounds on dimension %d" % (dimension + 1))
        return index

    def sliced(self, w_slice):
        start, stop, step, count = w_slice.unpack(self.shape[0])
        return self.derived(self.start + start * self.strides[0], [count], [self.strides[0] * step])

    # ---- buffer protocol

    def buffer_str(self):
        return self.content()

    def buffer_writable(self):
        return not self.readonly

    def buffer_write(self, start, data):
        buffer = self.checked()
        if self.is_contiguous(False):
            buffer.set_slice(self.start + start, data)
            return
        raise buffer_error("memoryview: underlying buffer is not C-contiguous")

    def op_buffer(self, writable):
        self.checked()
        if writable and self.readonly:
            return None
        from interpreter.objects.viewbuffer import ViewBuffer
        return ViewBuffer(self)

    # ---- slots

    def op_repr(self):
        from interpreter.objects.object import address_hex
        from interpreter.objects.str import newascii
        if self.buffer is None:
            return newascii('<released memory at %s>' % address_hex(self))
        return newascii('<memory at %s>' % address_hex(self))

    def op_hash(self):
        if self.hash == -1:
            self.checked()
            if not self.readonly:
                raise value_error("cannot hash writable memoryview object")
            if self.format != 'B' and self.format != 'b' and self.format != 'c':
                raise value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
            self.hash = bytes_hash(self.content())
        return self.hash

    def has_len(self):
        return True

    def op_len(self):
        self.checked()
        if len(self.shape) == 0:
            return 1
        return self.shape[0]

    def op_bool(self):
        return self.op_len() != 0

    def op_getitem(self, w_key):
        from interpreter.objects.root import w_Ellipsis
        from interpreter.objects.slice import W_Slice
        from interpreter.objects.tuple import W_Tuple
        from interpreter import ops
        self.checked()
        if len(self.shape) == 0:
            if isinstance(w_key, W_Tuple) and ops.len(w_key) == 0:
                return self.item_at(self.start)
            if w_key is w_Ellipsis:
                return self
            raise type_error("invalid indexing of 0-dim memory")
        if isinstance(w_key, W_Slice):
            if len(self.shape) > 1:
                raise not_implemented_error("multi-dimensional slicing is not implemented")
            return self.sliced(w_key)
        return self.item_at(self.offset_of_item(w_key))

    def op_setitem(self, w_key, w_value):
        from interpreter.objects.root import w_Ellipsis
        from interpreter.objects.slice import W_Slice
        from interpreter.objects.tuple import W_Tuple
        from interpreter import ops
        buffer = self.checked()
        if self.readonly:
            raise type_error("cannot modify read-only memory")
        if len(self.shape) == 0:
            if w_key is not w_Ellipsis and not (isinstance(w_key, W_Tuple) and ops.len(w_key) == 0):
                raise type_error("invalid indexing of 0-dim memory")
            offset = self.start
        elif isinstance(w_key, W_Slice):
            self.assign_slice(w_key, w_value)
            return
        else:
            offset = self.offset_of_item(w_key)
        data = pack_item(self.format, w_value)
        self.checked()
        buffer.set_slice(offset, data)

    def assign_slice(self, w_slice, w_value):
        if len(self.shape) > 1:
            raise not_implemented_error("memoryview slice assignments are currently restricted to ndim = 1")
        target = self.sliced(w_slice)
        if w_value.buffer_str() is None:
            raise type_error("a bytes-like object is required, not '%s'" % w_value.gettype().name)
        source = memoryview_of(w_value)
        if source.format != target.format or len(source.shape) != 1 or source.shape[0] != target.shape[0]:
            raise value_error("memoryview assignment: lvalue and rvalue have different structures")
        data = source.content()
        size = target.itemsize
        for i in range(target.shape[0]):
            assert size >= 0
            target.checked().set_slice(target.start + i * target.strides[0], data[i * size:(i + 1) * size])
        target.drop()
        source.drop()

    def op_delitem(self, w_key):
        raise type_error("cannot delete memory")

    def op_eq(self, w_other):
        if self is w_other:
            return newbool(True)
        if self.buffer is None:
            return newbool(False)
        other = view_of_any(w_other)
        if other is None:
            return w_NotImplemented
        equal = equal_views(self, other)
        if other is not w_other:
            other.drop()
        return newbool(equal)

    def op_ne(self, w_other):
        w_equal = W_MemoryView.op_eq(self, w_other)
        if w_equal is w_NotImplemented:
            return w_NotImplemented
        return newbool(not w_equal.op_bool())

    def op_iter(self):
        self.checked()
        if len(self.shape) == 0:
            raise type_error("invalid indexing of 0-dim memory")
        if len(self.shape) > 1:
            raise not_implemented_error("multi-dimensional sub-views are not implemented")
        return W_MemoryIterator(self)

    # ---- methods

    @method('tobytes(self, order=None)')
    def m_tobytes(self, w_order):
        """The items' bytes, in the order C, F or A."""
        from interpreter.objects.strsearch import shown_type
        from interpreter.objects.str import W_Str
        fortran = False
        if w_order is not w_None:
            if not isinstance(w_order, W_Str):
                raise type_error("tobytes() argument 'order' must be str or None, not %s" % shown_type(w_order))
            order = w_order._utf8
            if order != 'C' and order != 'F' and order != 'A':
                raise value_error("order must be 'C', 'F' or 'A'")
            fortran = order == 'F' or (order == 'A' and self.is_contiguous(True) and not self.is_contiguous(False))
        self.checked()
        if not fortran:
            return newbytes(self.content())
        builder = StringBuilder(self.count() * self.itemsize)
        self.append_fortran(builder, self.start, len(self.shape) - 1)
        return newbytes(builder.build())

    @method('tolist(self, /)')
    def m_tolist(self):
        """The items as a list, of lists where it has more dimensions."""
        self.checked()
        if len(self.shape) == 0:
            return self.item_at(self.start)
        return self.list_of(self.start, 0)

    def list_of(self, offset, dimension):
        from interpreter.objects.list import newlist
        items_w = []
        for i in range(self.shape[dimension]):
            at = offset + i * self.strides[dimension]
            if dimension + 1 == len(self.shape):
                items_w.append(self.item_at(at))
            else:
                items_w.append(self.list_of(at, dimension + 1))
        return newlist(items_w)

    @method('hex(self, sep=?, bytes_per_sep: int=1) -> str')
    def m_hex(self, w_separator, group):
        """Its bytes as hexadecimal digits, with sep between groups of bytes_per_sep."""
        return hex_of(self.content(), w_separator, group)

    @method('toreadonly(self, /)')
    def m_toreadonly(self):
        """The same view, read-only."""
        return W_MemoryView(self.checked(), self.start, self.shape, self.strides, self.format, self.itemsize, True)

    @method('release(self, /) -> None')
    def m_release(self):
        """Lets the buffer go: the view is of no use afterwards."""
        self.drop()

    def drop(self):
        if self.buffer is None:
            return
        if self.held > 0:
            raise buffer_error("memoryview has %d exported buffer%s" % (self.held, "" if self.held == 1 else "s"))
        while self.locks > 0:
            self.locks -= 1
            self.buffer.release()
        self.buffer.unviewed()
        self.buffer = None

    @method('__enter__(self, /)')
    def m_enter(self):
        self.checked().acquire()
        self.locks += 1
        return self

    @method('__exit__(self, /, *args) -> None')
    def m_exit(self, args_w):
        self.drop()

    @method('cast(self, format: str, shape=?)')
    def m_cast(self, format, w_shape):
        """The same memory with another format or shape."""
        from interpreter.objects.viewcast import cast
        return cast(self, format, w_shape)

    # ---- attributes

    @getter('obj', doc="The object whose buffer it shows.")
    def get_obj(self):
        w_owner = self.checked().w_owner
        if w_owner is None:
            return w_None
        return w_owner

    @getter('nbytes', doc="The bytes of all items.")
    def get_nbytes(self):
        self.checked()
        return newint(self.count() * self.itemsize)

    @getter('itemsize', doc="The bytes of an item.")
    def get_itemsize(self):
        self.checked()
        return newint(self.itemsize)

    @getter('format', doc="The format of an item, as in the module struct.")
    def get_format(self):
        from interpreter.objects.str import newascii
        self.checked()
        return newascii(self.format)

    @getter('ndim', doc="The number of dimensions.")
    def get_ndim(self):
        self.checked()
        return newint(len(self.shape))

    @getter('shape', doc="The extent of each dimension.")
    def get_shape(self):
        from interpreter.objects.tuple import newtuple
        self.checked()
        return newtuple([newint(extent) for extent in self.shape])

    @getter('strides', doc="For each dimension the bytes from an item to the next.")
    def get_strides(self):
        from interpreter.objects.tuple import newtuple
        self.checked()
        return newtuple([newint(stride) for stride in self.strides])

    @getter('suboffsets', doc="Always empty.")
    def get_suboffsets(self):
        from interpreter.objects.tuple import newtuple
        self.checked()
        return newtuple([])

    @getter('readonly', doc="May the memory be changed through it?")
    def get_readonly(self):
        self.checked()
        return newbool(self.readonly)

    @getter('c_contiguous', doc="Do the items lie side by side in C's order?")
    def get_c_contiguous(self):
        self.checked()
        return newbool(self.is_contiguous(False))

    @getter('f_contiguous', doc="Do the items lie side by side in Fortran's order?")
    def get_f_contiguous(self):
        self.checked()
        return newbool(self.is_contiguous(True))

    @getter('contiguous', doc="Do the items lie side by side?")
    def get_contiguous(self):
        self.checked()
        return newbool(self.is_contiguous(False) or self.is_contiguous(True))


W_MemoryView.typedef = TypeDef('memoryview', W_MemoryView, text_signature='(object)', subclassable=False, weakrefable=True,
                               doc="A view of the memory of a bytes-like object.")


class W_MemoryIterator(W_Root):
    _attrs_ = ['w_view', 'position']

    def __init__(self, w_view):
        self.w_view = w_view
        self.position = 0

    def op_iter(self):
        return self

    def is_iterator(self):
        return True

    def op_next(self):
        w_view = self.w_view
        if w_view is None:
            return None
        if self.position >= w_view.shape[0]:
            self.w_view = None
            return None
        w_item = w_view.item_at(w_view.start + self.position * w_view.strides[0])
        self.position += 1
        return w_item


W_MemoryIterator.typedef = TypeDef('memory_iterator', W_MemoryIterator, subclassable=False)


# ____________________________________________________________
# making views


def strides_of(shape, itemsize):
    """The strides of a C-contiguous array."""
    strides = [itemsize] * len(shape)
    for i in range(len(shape) - 2, -1, -1):
        strides[i] = strides[i + 1] * shape[i + 1]
    return strides


def end_of(start, shape, strides, itemsize):
    """The offset after the last byte of a view."""
    last = start
    for i in range(len(shape)):
        if shape[i] == 0:
            return 0
        if strides[i] > 0:
            last += (shape[i] - 1) * strides[i]
    return last + itemsize


def memoryview_of(w_object):
    """memoryview(object)"""
    if isinstance(w_object, W_MemoryView):
        return w_object.derived(w_object.start, w_object.shape, w_object.strides)
    buffer = w_object.op_buffer(False)
    if buffer is None:
        raise type_error("memoryview: a bytes-like object is required, not '%s'" % w_object.gettype().name)
    if buffer.shape is None:
        shape = [buffer.size() // buffer.itemsize]
    else:
        shape = buffer.shape[:]
    return W_MemoryView(buffer, 0, shape, strides_of(shape, buffer.itemsize), buffer.format, buffer.itemsize, buffer.readonly)


def view_of_any(w_object):
    """A view of the object, or None if it has no buffer."""
    if isinstance(w_object, W_MemoryView):
        if w_object.buffer is None:
            return None
        return w_object
    if w_object.op_buffer(False) is None:
        return None
    return memoryview_of(w_object)


def equal_views(a, b):
    """Have they the same shape and equal items?"""
    if len(a.shape) != len(b.shape):
        return False
    for i in range(len(a.shape)):
        if a.shape[i] != b.shape[i]:
            return False
    left, right = a.content(), b.content()
    if a.format == b.format and item_size(a.format) == 1 and a.format != '?':
        return left == right
    if item_size(a.format) == 0 or item_size(b.format) == 0:
        return False
    for i in range(a.count()):
        if not equal_items(a.format, left, b.format, right, i):
            return False
    return True
