"""array.array."""
from __future__ import absolute_import

from rpython.rlib.objectmodel import import_from_mixin

from interpreter import ops
from interpreter.errors import OperationError, buffer_error, eof_error, index_error, memory_error, type_error, value_error
from interpreter.gateway import classmethod_, getter, method, raw_new
from interpreter.objects.buffer import Buffer
from interpreter.objects.exporting import MOST_VIEWS, ExportedBuffer, Exporting
from interpreter.objects.instance import allocate_instance
from interpreter.objects.root import W_Root, w_NotImplemented, w_None
from interpreter.objects.slice import W_Slice
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newbytes, newfloat, newint, newlist, newstr, newtuple
from interpreter.typedef import TypeDef
from interpreter.unicode import utf8
from module.array.machineformat import format_of
from module.array.items import (float_bytes, float_from_bytes, int_bytes, int_from, int_from_bytes, int_object, is_float_code, item_size,
                                rounded)

MOST_ITEMS = 1 << 40            # past any memory: a repetition of more is not begun


class W_Array(W_Root):
    """`ints` or `floats` holds the items, after `is_float`."""
    _attrs_ = ['code', 'size', 'is_float', 'ints', 'floats', 'exports', 'views', 'views_limit', '_lifeline']

    import_from_mixin(Exporting)

    @raw_new('__new__')
    def descr_new(args_w, kwnames):
        from interpreter.objects.type import W_Type
        w_cls = args_w[0]
        assert isinstance(w_cls, W_Type)
        nkw = 0 if kwnames is None else len(kwnames)
        if nkw > 0 and w_cls is W_Array.typedef.w_type:
            raise type_error("array.array() takes no keyword arguments")
        count = len(args_w) - nkw
        if count < 2 or count > 3:
            raise type_error("array() takes at %s argument%s (%d given)" % ("least 1" if count < 2 else "most 2", "" if count < 2 else "s",
                                                                            count - 1))
        w_code = args_w[1]
        if not isinstance(w_code, W_Str) or w_code.op_len() != 1:
            raise type_error("array() argument 1 must be a unicode character, not %s" % w_code.gettype().name)
        code = w_code._utf8
        if len(code) != 1 or item_size(code[0]) == 0:
            raise value_error("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        w_array = new_array(w_cls, code[0])
        if count == 3:
            w_array.fill(args_w[2])
        return w_array

    # ---- for RPython code

    def getweakref(self):
        return self._lifeline

    def setweakref(self, lifeline):
        self._lifeline = lifeline

    def fill(self, w_source):
        if isinstance(w_source, W_Str):
            if self.code != 'u':
                raise type_error("cannot use a str to initialize an array with typecode '%s'" % self.code)
            self.append_text(w_source._utf8)
        elif isinstance(w_source, W_Array):
            if (self.code == 'u') != (w_source.code == 'u'):
                raise type_error("cannot use a unicode array to initialize an array with typecode '%s'" % self.code)
            for i in range(w_source.length()):
                self.append(w_source.item(i))
        elif w_source.buffer_str() is not None:
            self.append_bytes(w_source.buffer_str())
        else:
            self.extend_iterable(w_source)

    def append_text(self, text):
        for code in utf8.codes(text):
            self.ints.append(code)

    def append_bytes(self, data):
        if len(data) % self.size != 0:
            raise value_error("bytes length not a multiple of item size")
        for position in range(0, len(data), self.size):
            if self.is_float:
                self.floats.append(float_from_bytes(data, position, self.size))
            else:
                self.ints.append(int_from_bytes(self.code, data, position, self.size))

    def extend_iterable(self, w_iterable):
        w_iterator = ops.iter(w_iterable)
        while True:
            w_item = ops.next(w_iterator)
            if w_item is None:
                return
            self.append(w_item)

    def length(self):
        return len(self.floats) if self.is_float else len(self.ints)

    def item(self, i):
        if self.is_float:
            return newfloat(self.floats[i])
        return int_object(self.code, self.ints[i])

    def put(self, i, w_value):
        if self.is_float:
            self.floats[i] = self.float_from(w_value)
        else:
            self.ints[i] = int_from(self.code, w_value)

    def float_from(self, w_value):
        return rounded(self.code, ops.float_w(w_value))

    def append(self, w_value):
        if self.is_float:
            self.floats.append(self.float_from(w_value))
        else:
            self.ints.append(int_from(self.code, w_value))

    def check_resizable(self):
        self.check_exports("cannot resize an array that is exporting buffers")

    def delete(self, i):
        assert i >= 0
        if self.is_float:
            del self.floats[i]
        else:
            del self.ints[i]

    def insert(self, i, w_value):
        assert i >= 0
        if self.is_float:
            self.floats.insert(i, self.float_from(w_value))
        else:
            self.ints.insert(i, int_from(self.code, w_value))

    def selected(self, start, step, count):
        """A new array of some of the items."""
        w_result = new_array(W_Array.typedef.w_type, self.code)
        for k in range(count):
            if self.is_float:
                w_result.floats.append(self.floats[start + k * step])
            else:
                w_result.ints.append(self.ints[start + k * step])
        return w_result

    def item_bytes(self, i):
        if self.is_float:
            return float_bytes(self.floats[i], self.size)
        return int_bytes(self.ints[i], self.size)

    def as_bytes(self):
        return ''.join([self.item_bytes(i) for i in range(self.length())])

    def write_item(self, i, data):
        if self.is_float:
            self.floats[i] = float_from_bytes(data, 0, self.size)
        else:
            self.ints[i] = int_from_bytes(self.code, data, 0, self.size)

    def index_of(self, w_key, message):
        i = ops.index_w(w_key)
        if i < 0:
            i += self.length()
        if not 0 <= i < self.length():
            raise index_error(message)
        return i

    def find(self, w_value):
        i = 0
        while i < self.length():
            if ops.eq_w(self.item(i), w_value):
                return i
            i += 1
        return -1

    def same_kind(self, w_other, what):
        if not isinstance(w_other, W_Array):
            raise type_error("can only %s array (not \"%s\") to array" % (what, w_other.gettype().name))
        if w_other.code != self.code:
            raise type_error("bad argument type for built-in operation")
        return w_other

    def extend_array(self, w_other):
        self.check_resizable()
        if self.is_float:
            self.floats.extend(w_other.floats[:])
        else:
            self.ints.extend(w_other.ints[:])

    # ---- buffer protocol

    def buffer_str(self):
        return self.as_bytes()

    def buffer_writable(self):
        return True

    def buffer_write(self, start, data):
        buffer = ArrayBuffer(self)
        if start + len(data) > buffer.size():        # Python code that computed the data may have made this shorter
            raise buffer_error("cannot resize an array that is exporting buffers")
        buffer.set_slice(start, data)

    def op_buffer(self, writable):
        return ArrayBuffer(self)

    # ---- methods

    @method('append(self, v, /) -> None')
    def m_append(self, w_value):
        """Adds an item at the end."""
        self.check_resizable()
        self.append(w_value)

    @method('extend(self, bb, /) -> None')
    def m_extend(self, w_iterable):
        """Adds the items of an array or an iterable at the end."""
        self.check_resizable()
        if isinstance(w_iterable, W_Array):
            if w_iterable.code != self.code:
                raise type_error("can only extend with array of same kind")
            self.extend_array(w_iterable)
        else:
            self.extend_iterable(w_iterable)

    @method('fromlist(self, list, /) -> None')
    def m_fromlist(self, w_list):
        """Adds the items of a list, all or none."""
        from interpreter.objects.list import W_List
        if not isinstance(w_list, W_List):
            raise type_error("arg must be list")
        self.check_resizable()
        length = self.length()
        try:
            self.extend_iterable(w_list)
        except OperationError:
            while self.length() > length:
                self.delete(self.length() - 1)
            raise

    @method('frombytes(self, buffer: bytes, /) -> None')
    def m_frombytes(self, data):
        """Adds items given as bytes."""
        self.check_resizable()
        self.append_bytes(data)

    @method('fromunicode(self, ustr: str, /) -> None')
    def m_fromunicode(self, text):
        """Adds the characters of a str to an array of characters."""
        if self.code != 'u':
            raise value_error("fromunicode() may only be called on unicode type arrays")
        self.check_resizable()
        self.append_text(text)

    @method('fromfile(self, f, n: int, /) -> None')
    def m_fromfile(self, w_file, count):
        """Adds n items read from a file."""
        if count < 0:
            raise value_error("negative count")
        data = ops.bufferstr_w(ops.call_method(w_file, 'read', [newint(count * self.size)]))
        wanted = count * self.size
        usable = len(data) - len(data) % self.size
        assert usable >= 0
        self.check_resizable()
        self.append_bytes(data[:usable])
        if len(data) < wanted:
            raise eof_error("read() didn't return enough bytes")

    @method('tofile(self, f, /) -> None')
    def m_tofile(self, w_file):
        """Writes the items' bytes to a file."""
        ops.call_method(w_file, 'write', [newbytes(self.as_bytes())])

    @method('tobytes(self, /) -> bytes')
    def m_tobytes(self):
        """The items' bytes."""
        return self.as_bytes()

    @method('tolist(self, /)')
    def m_tolist(self):
        """A list of the items."""
        return newlist([self.item(i) for i in range(self.length())])

    @method('tounicode(self, /) -> str')
    def m_tounicode(self):
        """The str of an array of characters."""
        if self.code != 'u':
            raise value_error("tounicode() may only be called on unicode type arrays")
        return self.text()

    def text(self):
        """The UTF-8 of an array of characters; ValueError for what is none."""
        for code in self.ints:
            if not 0 <= code <= 0x10FFFF:
                raise value_error("character U+%x is not in range [U+0000; U+10ffff]" % (code & 0xFFFFFFFF))
        return utf8.from_codes(self.ints)

    @method('buffer_info(self, /)')
    def m_buffer_info(self):
        """(an identifying number, the number of items)"""
        return newtuple([ops.id(self), newint(self.length())])

    @method('byteswap(self, /) -> None')
    def m_byteswap(self):
        """Reverses the bytes of every item."""
        for i in range(self.length()):
            data = self.item_bytes(i)
            self.write_item(i, ''.join([data[len(data) - 1 - k] for k in range(len(data))]))

    @method('count(self, v, /) -> int')
    def m_count(self, w_value):
        """How many items are equal to the value."""
        count = 0
        for i in range(self.length()):
            if ops.eq_w(self.item(i), w_value):
                count += 1
        return count

    @method('index(self, v, start: index=0, stop: index=9223372036854775807, /) -> int')
    def m_index(self, w_value, start, stop):
        """The first position of a value; ValueError if it is not there."""
        if start < 0:
            start = max(0, start + self.length())
        if stop < 0:
            stop += self.length()
        i = start
        while i < min(stop, self.length()):
            if ops.eq_w(self.item(i), w_value):
                return i
            i += 1
        raise value_error("array.index(x): x not in array")

    @method('insert(self, i: index, v, /) -> None')
    def m_insert(self, i, w_value):
        """Inserts an item before the position."""
        self.check_resizable()
        length = self.length()
        if i < 0:
            i = max(0, i + length)
        self.insert(min(i, length), w_value)

    @method('pop(self, i: index=-1, /)')
    def m_pop(self, i):
        """Removes an item and returns it."""
        if self.length() == 0:
            raise index_error("pop from empty array")
        i = self.index_of(newint(i), "pop index out of range")
        self.check_resizable()
        w_item = self.item(i)
        self.delete(i)
        return w_item

    @method('remove(self, v, /) -> None')
    def m_remove(self, w_value):
        """Removes the first equal item; ValueError if there is none."""
        i = self.find(w_value)
        if i < 0:
            raise value_error("array.remove(x): x not in array")
        self.check_resizable()
        self.delete(i)

    @method('reverse(self, /) -> None')
    def m_reverse(self):
        """Reverses the order of the items."""
        self.ints.reverse()
        self.floats.reverse()

    @method('__copy__(self, /)')
    def m_copy(self):
        return self.selected(0, 1, self.length())

    @method('__deepcopy__(self, memo, /)')
    def m_deepcopy(self, w_memo):
        return self.selected(0, 1, self.length())

    @method('__reduce_ex__(self, protocol, /)')
    def m_reduce_ex(self, w_protocol):
        w_dict = self.getdict()
        w_state = w_None if w_dict is None else w_dict
        if ops.int_w(w_protocol) < 3:
            return newtuple([self.gettype(), newtuple([newstr(self.code), self.m_tolist()]), w_state])
        from interpreter.eval.importing import import_module
        w_reconstructor = ops.getattr(import_module('array'), '_array_reconstructor')
        return newtuple([w_reconstructor, newtuple([self.gettype(), newstr(self.code), newint(format_of(self.code)),
                                                    newbytes(self.as_bytes())]), w_state])

    @getter('typecode')
    def get_typecode(self):
        """The letter of the items' type."""
        return newstr(self.code)

    @getter('itemsize')
    def get_itemsize(self):
        """The number of bytes of an item."""
        return newint(self.size)

    @classmethod_('__class_getitem__(cls, item, /)')
    def m_class_getitem(w_cls, w_item):
        from interpreter.objects.genericalias import newgenericalias
        return newgenericalias(w_cls, w_item)

    # ---- slots

    def has_len(self):
        return True

    def is_repeatable(self):
        return True

    def op_len(self):
        return self.length()

    def op_bool(self):
        return self.length() > 0

    def op_iter(self):
        return W_ArrayIterator(self)

    def op_contains(self, w_value):
        return self.find(w_value) >= 0

    def op_getitem(self, w_key):
        if isinstance(w_key, W_Slice):
            start, stop, step, count = w_key.unpack(self.length())
            return self.selected(start, step, count)
        if not ops.has_index(w_key):
            raise type_error("array indices must be integers")
        return self.item(self.index_of(w_key, "array index out of range"))

    def op_setitem(self, w_key, w_value):
        if isinstance(w_key, W_Slice):
            self.set_slice(w_key, w_value)
            return
        if not ops.has_index(w_key):
            raise type_error("array indices must be integers")
        self.put(self.index_of(w_key, "array assignment index out of range"), w_value)

    def set_slice(self, w_slice, w_value):
        if not isinstance(w_value, W_Array):
            raise type_error("can only assign array (not \"%s\") to array slice" % w_value.gettype().name)
        if w_value.code != self.code:
            raise type_error("bad argument type for built-in operation")
        start, stop, step, count = w_slice.unpack(self.length())
        w_source = w_value.selected(0, 1, w_value.length())
        size = w_source.length()
        if step == 1:
            if size != count:
                self.check_resizable()
            assert start >= 0 and count >= 0
            if self.is_float:
                self.floats = self.floats[:start] + w_source.floats + self.floats[start + count:]
            else:
                self.ints = self.ints[:start] + w_source.ints + self.ints[start + count:]
            return
        if size != count:
            raise value_error("attempt to assign array of size %d to extended slice of size %d" % (size, count))
        for k in range(count):
            if self.is_float:
                self.floats[start + k * step] = w_source.floats[k]
            else:
                self.ints[start + k * step] = w_source.ints[k]

    def op_delitem(self, w_key):
        self.check_resizable()
        if not isinstance(w_key, W_Slice):
            if not ops.has_index(w_key):
                raise type_error("array indices must be integers")
            self.delete(self.index_of(w_key, "array assignment index out of range"))
            return
        start, stop, step, count = w_key.unpack(self.length())
        for k in range(count):
            # from the last one down, so that the others keep their places
            i = start + (count - 1 - k) * step if step > 0 else start + k * step
            self.delete(i)

    def op_add(self, w_other):
        w_source = self.same_kind(w_other, 'append')
        w_result = self.selected(0, 1, self.length())
        w_result.extend_array(w_source)
        return w_result

    def op_iadd(self, w_other):
        if not isinstance(w_other, W_Array):
            raise type_error("can only extend array with array (not \"%s\")" % w_other.gettype().name)
        if w_other.code != self.code:
            raise type_error("can only extend with array of same kind")
        self.extend_array(w_other)
        return self

    def is_repeatable(self):
        return True

    def op_mul(self, w_count):
        if not ops.has_index(w_count):
            return w_NotImplemented
        w_result = new_array(W_Array.typedef.w_type, self.code)
        count = ops.index_w(w_count)
        length = self.length()
        if length == 0:
            return w_result
        if count > 0 and length > MOST_ITEMS // count:
            raise memory_error("")
        for _ in range(count):
            w_result.extend_array(self)
        return w_result

    def op_rmul(self, w_count):
        return self.op_mul(w_count)

    def op_imul(self, w_count):
        if not ops.has_index(w_count):
            return w_NotImplemented
        w_product = self.op_mul(w_count)
        assert isinstance(w_product, W_Array)
        self.check_resizable()
        self.ints = w_product.ints
        self.floats = w_product.floats
        return self

    def op_repr(self):
        text = "array('%s'" % self.code
        if self.length() > 0:
            if self.code == 'u':
                text += ', ' + ops.repr_w(newstr(self.text()))
            else:
                text += ', ' + ops.repr_w(self.m_tolist())
        return newstr(text + ')')


_COMPARE = '''
def op_%(name)s(self, w_other):
    if not isinstance(w_other, W_Array):
        return w_NotImplemented
    return ops.%(name)s(self.m_tolist(), w_other.m_tolist())
W_Array.op_%(name)s = op_%(name)s
'''
for _name in ('eq', 'ne', 'lt', 'le', 'gt', 'ge'):
    exec _COMPARE % {'name': _name}

W_Array.typedef = TypeDef('array.array', W_Array, module='array', weakrefable=True, unhashable=True, doc="A sequence of numbers of one kind.")


def new_array(w_cls, code):
    """An empty array."""
    w_array = allocate_instance(W_Array, w_cls)
    w_array.code = code
    w_array.size = item_size(code)
    w_array.is_float = is_float_code(code)
    w_array.ints = []
    w_array.floats = []
    w_array.exports = 0
    w_array.views = None
    w_array.views_limit = MOST_VIEWS
    w_array._lifeline = None
    return w_array


class W_ArrayIterator(W_Root):
    _attrs_ = ['w_array', 'position']

    def __init__(self, w_array):
        self.w_array = w_array
        self.position = 0

    def is_iterator(self):
        return True

    def op_iter(self):
        return self

    def op_next(self):
        w_array = self.w_array
        if w_array is None:
            return None
        if self.position >= w_array.length():
            self.w_array = None
            return None
        w_item = w_array.item(self.position)
        self.position += 1
        return w_item

    @method('__reduce__(self, /)')
    def m_reduce(self):
        from interpreter.eval.importing import import_module
        w_iter = ops.getattr(import_module('builtins'), 'iter')
        if self.w_array is None:
            return newtuple([w_iter, newtuple([newtuple([])])])
        return newtuple([w_iter, newtuple([self.w_array]), newint(self.position)])

    @method('__setstate__(self, state, /) -> None')
    def m_setstate(self, w_state):
        if self.w_array is not None:
            self.position = min(max(ops.int_w(w_state), 0), self.w_array.length())


W_ArrayIterator.typedef = TypeDef('array.arrayiterator', W_ArrayIterator, module='array', subclassable=False)


class ArrayBuffer(Buffer):
    """The bytes of an array."""
    _attrs_ = ['w_exporter', 'views']
    _immutable_fields_ = ['w_exporter']

    import_from_mixin(ExportedBuffer)

    def __init__(self, w_array):
        Buffer.__init__(self, w_array, False, w_array.code if w_array.code != 'u' else 'w', w_array.size)
        self.w_exporter = w_array
        self.views = 0

    def size(self):
        return self.w_exporter.length() * self.w_exporter.size

    def get(self, i):
        return self.w_exporter.item_bytes(i // self.itemsize)[i % self.itemsize]

    def set(self, i, c):
        data = self.w_exporter.item_bytes(i // self.itemsize)
        k = i % self.itemsize
        assert k >= 0
        self.w_exporter.write_item(i // self.itemsize, data[:k] + c + data[k + 1:])

    def as_str(self):
        return self.w_exporter.as_bytes()
