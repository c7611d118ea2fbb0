"""bytearray: a list of chars, with the methods of bytes and those of a list."""

from __future__ import absolute_import

from rpython.rlib.objectmodel import import_from_mixin, newlist_hint

from interpreter.errors import buffer_error, index_error, type_error, value_error
from interpreter.gateway import classmethod_, method, new
from interpreter.objects.bounds import check_repeat, repeat_count, subscript_index
from interpreter.objects.buffer import Buffer
from interpreter.objects.byteargs import byte_value, bytes_from_hex, item_or_bytes, new_content
from interpreter.objects.bytes import newbytes
from interpreter.objects.bytesearch import ByteMethods
from interpreter.objects.exporting import MOST_VIEWS, ExportedBuffer, Exporting
from interpreter.objects.int import newbool, newint
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.typedef import TypeDef


class W_ByteArray(W_Root):
    """data is the content, a list of chars."""
    _attrs_ = ['data', 'exports', 'views', 'views_limit']
    data = []
    exports = 0
    views = None
    views_limit = MOST_VIEWS

    import_from_mixin(ByteMethods)
    import_from_mixin(Exporting)

    def __init__(self, data):
        self.data = data

    def __repr__(self):
        """For people debugging untranslated code."""
        return 'W_ByteArray(%r)' % (self.as_str(),)

    # ---- what ByteMethods needs

    def as_str(self):
        return ''.join(self.data)

    def content(self):
        return ''.join(self.data)

    def make(self, value):
        """A bytearray of a content."""
        return newbytearray(value)

    def unchanged(self):
        """What a method returns that has nothing to change: a copy, always."""
        return W_ByteArray(self.data[:])

    # ---- buffer protocol

    def buffer_str(self):
        return ''.join(self.data)

    def buffer_writable(self):
        return True

    def buffer_write(self, start, data):
        if start + len(data) > len(self.data):
            # nothing is locked while Python code computes the data: it may have made this shorter
            raise buffer_error("Existing exports of data: object cannot be re-sized")
        for i in range(len(data)):
            self.data[start + i] = data[i]

    def op_buffer(self, writable):
        return ByteArrayBuffer(self)

    def check_resizable(self):
        self.check_exports("Existing exports of data: object cannot be re-sized")

    # ---- construction

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        from interpreter.objects.instance import allocate_instance
        if w_cls is W_ByteArray.typedef.w_type:
            return W_ByteArray([])
        w_array = allocate_instance(W_ByteArray, w_cls)
        w_array.data = []
        w_array.exports = 0
        return w_array

    @method('__init__(self, source=?, encoding: cstr=?, errors: cstr=?) -> None')
    def m_init(self, w_source, encoding, errors):
        self.check_resizable()
        self.data = chars(new_content(w_source, encoding, errors, 'bytearray'))

    @classmethod_('fromhex(type, string, /)')
    def m_fromhex(w_cls, w_string):
        """The bytes that hexadecimal digits spell; white space may separate them."""
        data = bytes_from_hex(w_string)
        if w_cls is W_ByteArray.typedef.w_type:
            return newbytearray(data)
        return w_cls.call1(newbytes(data))

    # ---- methods of its own

    @method('append(self, item, /) -> None')
    def m_append(self, w_item):
        """Adds a byte at the end."""
        c = byte_value(w_item)
        self.check_resizable()
        self.data.append(c)

    @method('extend(self, iterable_of_ints, /) -> None')
    def m_extend(self, w_iterable):
        """Adds the bytes of a bytes-like object or an iterable of ints at the end."""
        data = extension(w_iterable)
        self.check_resizable()
        for c in data:
            self.data.append(c)

    @method('insert(self, index: index, item, /) -> None')
    def m_insert(self, index, w_item):
        """Puts a byte before the index."""
        c = byte_value(w_item)
        self.check_resizable()
        size = len(self.data)
        if index < 0:
            index = max(index + size, 0)
        elif index > size:
            index = size
        assert index >= 0
        self.data.insert(index, c)

    @method('pop(self, index: int=-1, /) -> int')
    def m_pop(self, index):
        """Takes the byte at the index out and returns it."""
        size = len(self.data)
        if size == 0:
            raise index_error("pop from empty bytearray")
        if index < 0:
            index += size
        if index < 0 or index >= size:
            raise index_error("pop index out of range")
        self.check_resizable()
        return ord(self.data.pop(index))

    @method('remove(self, value, /) -> None')
    def m_remove(self, w_value):
        """Takes the first occurrence of a byte out."""
        c = byte_value(w_value)
        for i in range(len(self.data)):
            if self.data[i] == c:
                self.check_resizable()
                del self.data[i]
                return
        raise value_error("value not found in bytearray")

    @method('clear(self, /) -> None')
    def m_clear(self):
        """Empties it."""
        self.check_resizable()
        self.data = []

    @method('copy(self, /)')
    def m_copy(self):
        """A copy."""
        return W_ByteArray(self.data[:])

    @method('reverse(self, /) -> None')
    def m_reverse(self):
        """Reverses it in place."""
        self.data.reverse()

    @method('__alloc__(self, /) -> int')
    def m_alloc(self):
        """The bytes that it has room for."""
        return len(self.data) + 1

    @method('__sizeof__(self, /) -> int')
    def m_sizeof(self):
        """Its size in memory, in bytes."""
        return 56 + len(self.data)

    @method('__reduce__(self, /)')
    def m_reduce(self):
        """What pickle needs to rebuild it."""
        return reduce_bytearray(self, 2)

    @method('__reduce_ex__(self, proto: int=0, /)')
    def m_reduce_ex(self, protocol):
        """What pickle needs to rebuild it."""
        return reduce_bytearray(self, protocol)

    # ---- conversions

    def op_bool(self):
        return len(self.data) > 0

    def op_repr(self):
        from interpreter.objects.str import newstr
        from interpreter.unicode.repr import bytearray_repr
        return newstr(self.gettype().name + '(b' + bytearray_repr(self.as_str()) + ')')

    # ---- sequence

    def has_len(self):
        return True

    def is_repeatable(self):
        return True

    def op_len(self):
        return len(self.data)

    def op_add(self, w_other):
        other = w_other.buffer_str()
        if other is None:
            return w_NotImplemented
        return W_ByteArray(self.data + chars(other))

    def op_iadd(self, w_other):
        other = w_other.buffer_str()
        if other is None:
            raise self.op_concat_error(w_other)
        self.check_resizable()
        for c in other:
            self.data.append(c)
        return self

    def op_concat_error(self, w_other):
        return type_error("can't concat %s to %s" % (w_other.gettype().name, self.gettype().name))

    def op_mul(self, w_other):
        count = repeat_count(w_other)
        if count < 0:
            return w_NotImplemented
        check_repeat(len(self.data), count, "repeated bytes are too long")
        return W_ByteArray(self.data * count)

    def op_rmul(self, w_other):
        return W_ByteArray.op_mul(self, w_other)

    def op_imul(self, w_other):
        count = repeat_count(w_other)
        if count < 0:
            return w_NotImplemented
        check_repeat(len(self.data), count, "repeated bytes are too long")
        if count != 1:
            self.check_resizable()
        self.data = self.data * count
        return self

    def op_mod(self, w_other):
        from interpreter.objects.percent import percent_format_bytes
        return newbytearray(percent_format_bytes(self.as_str(), w_other))

    def op_rmod(self, w_other):
        if isinstance(w_other, W_ByteArray):
            return W_ByteArray.op_mod(w_other, self)
        return w_NotImplemented

    def op_contains(self, w_item):
        return self.as_str().find(item_or_bytes(w_item, "a bytes-like object is required, not '%s'")) >= 0

    def op_iter(self):
        return W_ByteArrayIterator(self)

    def op_getitem(self, w_key):
        from interpreter.objects.slice import W_Slice
        data = self.data
        if isinstance(w_key, W_Slice):
            start, stop, step, count = w_key.unpack(len(data))
            if step == 1:
                assert start >= 0 and count >= 0
                return W_ByteArray(data[start:start + count])
            result = newlist_hint(count)
            for i in range(count):
                result.append(data[start + i * step])
            return W_ByteArray(result)
        return newint(ord(data[self.checked_index(w_key)]))

    def checked_index(self, w_key):
        return self.resolved(subscript_index(w_key, "bytearray indices must be integers or slices, not %s"))

    def resolved(self, index):
        if index < 0:
            index += len(self.data)
        if index < 0 or index >= len(self.data):
            raise index_error("bytearray index out of range")
        return index

    def op_setitem(self, w_key, w_value):
        from interpreter.objects.slice import W_Slice
        if isinstance(w_key, W_Slice):
            values = assigned_values(w_value)
            start, stop, step, count = w_key.unpack(len(self.data))
            self.set_slice(start, step, count, values)
        else:
            index = subscript_index(w_key, "bytearray indices must be integers or slices, not %s")
            c = byte_value(w_value)
            self.data[self.resolved(index)] = c

    def set_slice(self, start, step, count, values):
        data = self.data
        if step == 1:
            if len(values) == count:
                for i in range(count):
                    data[start + i] = values[i]
                return
            self.check_resizable()
            assert start >= 0 and count >= 0
            self.data = data[:start] + chars(values) + data[start + count:]
            return
        if len(values) == 0 and count > 0:
            self.delete_slice(start, step, count)
            return
        if len(values) != count:
            raise value_error("attempt to assign bytes of size %d to extended slice of size %d" % (len(values), count))
        for i in range(count):
            data[start + i * step] = values[i]

    def op_delitem(self, w_key):
        from interpreter.objects.slice import W_Slice
        if isinstance(w_key, W_Slice):
            start, stop, step, count = w_key.unpack(len(self.data))
            self.delete_slice(start, step, count)
        else:
            index = self.checked_index(w_key)
            self.check_resizable()
            del self.data[index]

    def delete_slice(self, start, step, count):
        if count == 0:
            return
        self.check_resizable()
        if step < 0:
            start += (count - 1) * step
            step = -step
        assert start >= 0
        if step == 1:
            stop = start + count
            assert stop >= 0
            del self.data[start:stop]
            return
        kept = newlist_hint(len(self.data) - count)
        skip, left = start, count
        for i in range(len(self.data)):
            if left > 0 and i == skip:
                skip += step
                left -= 1
            else:
                kept.append(self.data[i])
        self.data = kept


_COMPARE = """
def op_{name}(self, w_other):
    other = w_other.buffer_str()
    if other is None:
        return w_NotImplemented
    return newbool(self.as_str() {symbol} other)
"""


def _complete_slots():
    for name, symbol in [('lt', '<'), ('le', '<='), ('eq', '=='), ('ne', '!='), ('gt', '>'), ('ge', '>=')]:
        namespace = {}
        exec compile(_COMPARE.format(name=name, symbol=symbol), '<bytearray %s>' % name, 'exec') in globals(), namespace
        setattr(W_ByteArray, 'op_' + name, namespace['op_' + name])


_complete_slots()

W_ByteArray.typedef = TypeDef('bytearray', W_ByteArray, unhashable=True,
                              doc="bytearray(source, encoding, errors): bytes that can be changed, of what bytes() takes.")


class ByteArrayBuffer(Buffer):
    """The writable buffer of a bytearray."""
    _attrs_ = ['w_exporter', 'views']
    _immutable_fields_ = ['w_exporter']

    import_from_mixin(ExportedBuffer)

    def __init__(self, w_array):
        Buffer.__init__(self, w_array, False)
        self.w_exporter = w_array
        self.views = 0

    def size(self):
        return len(self.w_exporter.data)

    def get(self, i):
        return self.w_exporter.data[i]

    def set(self, i, c):
        self.w_exporter.data[i] = c

    def as_str(self):
        return self.w_exporter.as_str()

    def slice(self, start, count):
        assert start >= 0 and count >= 0
        return ''.join(self.w_exporter.data[start:start + count])


class W_ByteArrayIterator(W_Root):
    """The iterator of a bytearray; w_array is None once it is exhausted."""
    _attrs_ = ['w_array', 'position']

    def __init__(self, w_array):
        self.w_array = w_array
        self.position = 0

    def op_iter(self):
        return self

    def is_iterator(self):
        return True

    def op_next(self):
        w_array = self.w_array
        if w_array is None:
            return None
        position = self.position
        if position >= len(w_array.data):
            self.w_array = None
            return None
        self.position = position + 1
        return newint(ord(w_array.data[position]))

    @method('__length_hint__(self, /) -> int')
    def m_length_hint(self):
        """How many items are left."""
        if self.w_array is None:
            return 0
        return max(len(self.w_array.data) - self.position, 0)

    @method('__reduce__(self, /)')
    def m_reduce(self):
        """What pickle needs to rebuild it."""
        from interpreter.objects.object import builtin_by_name
        from interpreter.objects.tuple import newtuple
        w_iter = builtin_by_name('iter')
        if self.w_array is None:
            return newtuple([w_iter, newtuple([newtuple([])])])
        return newtuple([w_iter, newtuple([self.w_array]), newint(self.position)])

    @method('__setstate__(self, state: int, /) -> None')
    def m_setstate(self, position):
        """Sets the position, for pickle."""
        if self.w_array is not None:
            self.position = min(max(position, 0), len(self.w_array.data))


W_ByteArrayIterator.typedef = TypeDef('bytearray_iterator', W_ByteArrayIterator, subclassable=False)


# ____________________________________________________________
# helpers


def chars(data):
    """The bytes of an RPython str in a new list."""
    result = newlist_hint(len(data))
    for c in data:
        result.append(c)
    return result


def newbytearray(data):
    """The bytearray object of an RPython str."""
    return W_ByteArray(chars(data))


def extension(w_iterable):
    """What extend() adds, as an RPython str."""
    from interpreter.objects.byteargs import content_of_iterable
    data = w_iterable.buffer_str()
    if data is not None:
        return data
    if w_iterable.op_iter_is_missing():
        raise type_error("can't extend bytearray with %s" % w_iterable.gettype().name)
    return content_of_iterable(w_iterable, 'bytearray')


def assigned_values(w_value):
    """What may be assigned to a slice, as an RPython str."""
    from interpreter.objects.byteargs import content_of_iterable
    from interpreter.objects.str import W_Str
    data = w_value.buffer_str()
    if data is not None:
        return data
    if isinstance(w_value, W_Str) or w_value.op_index() is not None:
        raise type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
    return content_of_iterable(w_value, 'bytearray')


def reduce_bytearray(w_self, protocol):
    from interpreter.objects.reduce import getstate
    from interpreter.objects.str import newascii, newstr
    from interpreter.objects.tuple import newtuple
    data = w_self.as_str()
    w_state = getstate(w_self, False)
    if len(data) == 0:
        w_args = newtuple([])
    elif protocol < 3:
        from interpreter.unicode.latin1 import decode
        w_args = newtuple([newstr(decode(data)), newascii('latin-1')])
    else:
        w_args = newtuple([newbytes(data)])
    return newtuple([w_self.gettype(), w_args, w_state])
