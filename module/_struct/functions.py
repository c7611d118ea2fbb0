"""The functions of _struct, and Struct."""
from __future__ import absolute_import

from rpython.rlib.objectmodel import compute_hash
from rpython.rlib.rbigint import rbigint
from rpython_stm import rstm

from interpreter import ops
from interpreter.errors import type_error
from interpreter.gateway import function, getter, method, new, raw_function, raw_method
from interpreter.objects.instance import allocate_instance
from interpreter.objects.root import W_Root
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newbytes, newint, newstr, newtuple
from interpreter.typedef import TypeDef
from module import exceptions
from module._struct import values
from module._struct.layout import StructError, parse

error = exceptions.LazyException('struct', 'error')


def struct_error(message):
    return error.make(message)


class FormatEntry(object):
    """One entry of the cache of layouts."""
    _immutable_ = True

    def __init__(self, text, layout):
        self.text = text
        self.layout = layout


format_cache = rstm.Cache(FormatEntry, 128)


def get_layout(w_format):
    """The Layout of a format object."""
    if isinstance(w_format, W_Str):
        text = w_format._utf8
    else:
        text = w_format.buffer_str()
        if text is None:
            raise type_error("Struct() argument 1 must be a str or bytes object, not %s" % w_format.gettype().name)
    key = compute_hash(text)
    entry = format_cache.get(key)
    if entry is not None and entry.text == text:
        return entry.layout
    if text.find('\0') >= 0:
        raise struct_error("embedded null character")
    try:
        layout = parse(text)
    except StructError as e:
        raise struct_error(e.message)
    format_cache.set(key, FormatEntry(text, layout))
    return layout


def pack_values(layout, args_w, first):
    """The bytes of args_w[first:]."""
    try:
        return values.pack(layout, args_w, first)
    except StructError as e:
        raise struct_error(e.message)


def unpack_all(layout, w_data):
    data = ops.bufferstr_w(w_data)
    if len(data) != layout.size:
        raise struct_error("unpack requires a buffer of %d bytes" % layout.size)
    return newtuple(values.unpack(layout, data, 0)[:])


def exact_sum(a, b):
    """The digits of a + b, which may not fit a word."""
    return rbigint.fromint(a).add(rbigint.fromint(b)).str()


def unpack_part(layout, w_data, offset):
    data = ops.bufferstr_w(w_data)
    size = len(data)
    start = offset
    if start < 0:
        if start + layout.size > 0:
            raise struct_error("not enough data to unpack %d bytes at offset %d" % (layout.size, offset))
        start += size
        if start < 0:
            raise struct_error("offset %d out of range for %d-byte buffer" % (offset, size))
    if size - start < layout.size:
        raise struct_error("unpack_from requires a buffer of at least %s bytes for unpacking %d bytes at offset %d "
                           "(actual buffer size is %d)" % (exact_sum(layout.size, start), layout.size, start, size))
    return newtuple(values.unpack(layout, data, start)[:])


def pack_there(layout, args_w, first):
    """pack_into: args_w[first] is the buffer, the offset and the values follow."""
    if len(args_w) < first + 2:
        raise struct_error("pack_into expected buffer argument" if len(args_w) == first else "pack_into expected offset argument")
    given = len(args_w) - first - 2
    if given != layout.count:
        raise struct_error("pack_into expected %d items for packing (got %d)" % (layout.count, given))
    w_buffer = args_w[first]
    if not w_buffer.buffer_writable():
        raise type_error("argument must be read-write bytes-like object, not %s" % w_buffer.gettype().name)
    size = len(ops.bufferstr_w(w_buffer))
    offset = ops.int_w(args_w[first + 1])
    start = offset
    if start < 0:
        if start + layout.size > 0:
            raise struct_error("no space to pack %d bytes at offset %d" % (layout.size, offset))
        start += size
        if start < 0:
            raise struct_error("offset %d out of range for %d-byte buffer" % (offset, size))
    if size - start < layout.size:
        raise struct_error("pack_into requires a buffer of at least %s bytes for packing %d bytes at offset %d "
                           "(actual buffer size is %d)" % (exact_sum(layout.size, start), layout.size, start, size))
    w_buffer.buffer_write(start, pack_values(layout, args_w, first + 2))


def iterate(layout, w_data):
    data = ops.bufferstr_w(w_data)
    if layout.size == 0:
        raise struct_error("cannot iteratively unpack with a struct of length 0")
    if len(data) % layout.size != 0:
        raise struct_error("iterative unpacking requires a buffer of a multiple of %d bytes" % layout.size)
    return W_UnpackIterator(layout, data)


def no_keywords(name, kwnames):
    if kwnames is not None and len(kwnames) > 0:
        raise type_error("%s() takes no keyword arguments" % name)


@function('calcsize(format, /) -> int')
def calcsize(w_format):
    """The number of bytes of a format."""
    return get_layout(w_format).size


@raw_function('pack')
def pack(args_w, kwnames):
    """The bytes of the values, as the format says."""
    no_keywords('pack', kwnames)
    if len(args_w) == 0:
        raise type_error("pack expected at least 1 argument, got 0")
    return newbytes(pack_values(get_layout(args_w[0]), args_w, 1))


@raw_function('pack_into')
def pack_into(args_w, kwnames):
    """Writes the bytes of the values into a buffer."""
    from interpreter.objects.root import w_None
    no_keywords('pack_into', kwnames)
    if len(args_w) == 0:
        raise struct_error("pack_into expected at least 1 argument, got 0")
    pack_there(get_layout(args_w[0]), args_w, 1)
    return w_None


@function('unpack(format, buffer, /)')
def unpack(w_format, w_data):
    """The tuple of the values in the bytes."""
    return unpack_all(get_layout(w_format), w_data)


@function('unpack_from(format, /, buffer, offset: int = 0)')
def unpack_from(w_format, w_data, offset):
    """The tuple of the values at an offset."""
    return unpack_part(get_layout(w_format), w_data, offset)


@function('iter_unpack(format, buffer, /)')
def iter_unpack(w_format, w_data):
    """An iterator over the tuples in the bytes."""
    return iterate(get_layout(w_format), w_data)


@function('_clearcache() -> None')
def clearcache():
    """Empties the cache of formats."""
    format_cache.clear()


class W_UnpackIterator(W_Root):
    _attrs_ = ['layout', 'data', 'position']

    def __init__(self, layout, data):
        self.layout = layout
        self.data = data
        self.position = 0

    def is_iterator(self):
        return True

    def op_iter(self):
        return self

    def op_next(self):
        position = self.position
        if position >= len(self.data):
            return None
        self.position = position + self.layout.size
        return newtuple(values.unpack(self.layout, self.data, position)[:])

    @method('__length_hint__(self, /) -> int')
    def m_length_hint(self):
        return (len(self.data) - self.position) // self.layout.size


W_UnpackIterator.typedef = TypeDef('_struct.unpack_iterator', W_UnpackIterator, module='_struct', subclassable=False)


class W_Struct(W_Root):
    """A format, compiled."""
    _attrs_ = ['w_format', 'layout']

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        w_self = allocate_instance(W_Struct, w_cls)
        w_self.w_format = newstr('')
        w_self.layout = parse('')
        return w_self

    @method('__init__(self, format) -> None')
    def m_init(self, w_format):
        self.layout = get_layout(w_format)
        if isinstance(w_format, W_Str):
            self.w_format = w_format
        else:
            self.w_format = newstr(ops.bufferstr_w(w_format))

    @raw_method('pack')
    def m_pack(args_w, kwnames):
        """The bytes of the values."""
        no_keywords('pack', kwnames)
        return newbytes(pack_values(checked(args_w).layout, args_w, 1))

    @raw_method('pack_into')
    def m_pack_into(args_w, kwnames):
        """Writes the bytes of the values into a buffer."""
        from interpreter.objects.root import w_None
        no_keywords('pack_into', kwnames)
        pack_there(checked(args_w).layout, args_w, 1)
        return w_None

    @method('unpack(self, buffer, /)')
    def m_unpack(self, w_data):
        """The tuple of the values in the bytes."""
        return unpack_all(self.layout, w_data)

    @method('unpack_from(self, buffer, offset: int = 0)')
    def m_unpack_from(self, w_data, offset):
        """The tuple of the values at an offset."""
        return unpack_part(self.layout, w_data, offset)

    @method('iter_unpack(self, buffer, /)')
    def m_iter_unpack(self, w_data):
        """An iterator over the tuples in the bytes."""
        return iterate(self.layout, w_data)

    @getter('format')
    def get_format(self):
        """The format string."""
        return self.w_format

    @getter('size')
    def get_size(self):
        """The number of bytes that the format takes."""
        return newint(self.layout.size)


W_Struct.typedef = TypeDef('_struct.Struct', W_Struct, module='_struct', doc="A compiled struct format.")


def checked(args_w):
    """The Struct that a raw method was called on."""
    if len(args_w) > 0:
        w_self = args_w[0]
        if isinstance(w_self, W_Struct):
            return w_self
    raise type_error("descriptor requires a '_struct.Struct' object")
