"""bytes.

    bytes.py         the class and its slots
    bytesearch.py    methods that bytes and bytearray share: find, split, strip ...
    byteargs.py      bytes-like arguments, hexadecimal digits, the constructors' arguments
"""

from rpython.rlib.objectmodel import import_from_mixin
from rpython.rlib.rstring import StringBuilder

from interpreter.errors import index_error, type_error
from interpreter.gateway import classmethod_, method, new
from interpreter.objects.bounds import check_repeat, repeat_count, subscript_index
from interpreter.objects.byteargs import bytes_from_hex, item_or_bytes, new_content, special_bytes
from interpreter.objects.bytesearch import ByteMethods
from interpreter.objects.int import newbool, newint
from interpreter.objects.root import W_Root, w_NotImplemented
from interpreter.objects.texthash import bytes_hash
from interpreter.typedef import TypeDef


class W_Bytes(W_Root):
    """_value is the content."""
    _attrs_ = ['_value']
    _immutable_fields_ = ['_value']

    import_from_mixin(ByteMethods)

    def __init__(self, value):
        self._value = value

    def __repr__(self):
        """For people debugging untranslated code."""
        return 'W_Bytes(%r)' % (self._value,)

    # ---- what ByteMethods needs

    def content(self):
        return self._value

    def make(self, value):
        """An object of this kind with another content."""
        return newbytes(value)

    def unchanged(self):
        """What a method returns that has nothing to change."""
        if type(self) is W_Bytes:
            return self
        return newbytes(self._value)

    def hold(self):
        pass

    def release(self):
        pass

    def buffer_str(self):
        return self._value

    def op_buffer(self, writable):
        from interpreter.objects.buffer import StringBuffer
        if writable:
            return None
        return StringBuffer(self._value, self)

    # ---- construction

    @new('(cls, source=?, encoding: cstr=?, errors: cstr=?)')
    def descr_new(w_cls, w_source, encoding, errors):
        from interpreter.objects.instance import allocate_instance
        exact = w_cls is W_Bytes.typedef.w_type
        if exact and type(w_source) is W_Bytes and encoding is None and errors is None:
            return w_source
        if exact and w_source is not None and encoding is None and errors is None:
            w_result = special_bytes(w_source)
            if w_result is not None:
                return w_result
        value = new_content(w_source, encoding, errors, 'bytes')
        if exact:
            return newbytes(value)
        w_bytes = allocate_instance(W_Bytes, w_cls)
        w_bytes._value = value
        return w_bytes

    @classmethod_('fromhex(type, string, /)')
    def m_fromhex(w_cls, w_string):
        """The bytes that hexadecimal digits spell; white space may separate them."""
        w_value = newbytes(bytes_from_hex(w_string))
        if w_cls is W_Bytes.typedef.w_type:
            return w_value
        return w_cls.call1(w_value)

    @method('__bytes__(self, /)')
    def m_bytes(self):
        """Itself as exact bytes."""
        return self.unchanged()

    @method('__getnewargs__(self, /)')
    def m_getnewargs(self):
        from interpreter.objects.tuple import newtuple
        return newtuple([newbytes(self._value)])

    @method('__sizeof__(self, /) -> int')
    def m_sizeof(self):
        """Its size in memory, in bytes."""
        return 40 + len(self._value)

    # ---- conversions

    def op_bool(self):
        return len(self._value) > 0

    def op_hash(self):
        return bytes_hash(self._value)

    def op_repr(self):
        from interpreter.objects.str import newascii
        from interpreter.unicode.repr import bytes_repr
        return newascii('b' + bytes_repr(self._value))

    # ---- comparison

    def op_eq(self, w_other):
        if isinstance(w_other, W_Bytes):
            return newbool(self._value == w_other._value)
        return w_NotImplemented

    def op_ne(self, w_other):
        if isinstance(w_other, W_Bytes):
            return newbool(self._value != w_other._value)
        return w_NotImplemented

    def op_lt(self, w_other):
        if isinstance(w_other, W_Bytes):
            return newbool(self._value < w_other._value)
        return w_NotImplemented

    def op_le(self, w_other):
        if isinstance(w_other, W_Bytes):
            return newbool(self._value <= w_other._value)
        return w_NotImplemented

    def op_gt(self, w_other):
        if isinstance(w_other, W_Bytes):
            return newbool(self._value > w_other._value)
        return w_NotImplemented

    def op_ge(self, w_other):
        if isinstance(w_other, W_Bytes):
            return newbool(self._value >= w_other._value)
        return w_NotImplemented

    # ---- sequence

    def has_len(self):
        return True

    def is_repeatable(self):
        return True

    def op_len(self):
        return len(self._value)

    def op_add(self, w_other):
        other = w_other.buffer_str()
        if other is None:
            return w_NotImplemented
        if len(other) == 0:
            return self.unchanged()
        if len(self._value) == 0 and isinstance(w_other, W_Bytes):
            return w_other.unchanged()
        return newbytes(self._value + other)

    def op_concat_error(self, w_other):
        return type_error("can't concat %s to bytes" % w_other.gettype().name)

    def op_mul(self, w_other):
        count = repeat_count(w_other)
        if count < 0:
            return w_NotImplemented
        if count == 1:
            return self.unchanged()
        check_repeat(len(self._value), count, "repeated bytes are too long")
        return newbytes(self._value * count)

    def op_rmul(self, w_other):
        return W_Bytes.op_mul(self, w_other)

    def op_mod(self, w_other):
        from interpreter.objects.percent import percent_format_bytes
        return newbytes(percent_format_bytes(self._value, w_other))

    def op_rmod(self, w_other):
        if isinstance(w_other, W_Bytes):
            return W_Bytes.op_mod(w_other, self)
        return w_NotImplemented

    def op_contains(self, w_item):
        return self._value.find(item_or_bytes(w_item, "a bytes-like object is required, not '%s'")) >= 0

    def op_getitem(self, w_key):
        from interpreter.objects.slice import W_Slice
        value = self._value
        if isinstance(w_key, W_Slice):
            start, stop, step, count = w_key.unpack(len(value))
            if step == 1:
                if count == len(value):
                    return self.unchanged()
                assert start >= 0 and count >= 0
                return newbytes(value[start:start + count])
            return newbytes(stepped(value, start, step, count))
        index = subscript_index(w_key, "byte indices must be integers or slices, not %s")
        if index < 0:
            index += len(value)
        if index < 0 or index >= len(value):
            raise index_error("index out of range")
        return newint(ord(value[index]))

    def op_iter(self):
        return W_BytesIterator(self)


W_Bytes.typedef = TypeDef('bytes', W_Bytes, doc="bytes(source, encoding, errors): immutable bytes, of an iterable of ints, a text and its encoding, a bytes-like object, or a number of zeros.")


class W_BytesIterator(W_Root):
    """The iterator of bytes; w_bytes is None once it is exhausted."""
    _attrs_ = ['w_bytes', 'position']

    def __init__(self, w_bytes):
        self.w_bytes = w_bytes
        self.position = 0

    def op_iter(self):
        return self

    def is_iterator(self):
        return True

    def op_next(self):
        w_bytes = self.w_bytes
        if w_bytes is None:
            return None
        position = self.position
        if position >= len(w_bytes._value):
            self.w_bytes = None
            return None
        assert position >= 0
        self.position = position + 1
        return newint(ord(w_bytes._value[position]))

    @method('__length_hint__(self, /) -> int')
    def m_length_hint(self):
        """How many items are left."""
        if self.w_bytes is None:
            return 0
        return len(self.w_bytes._value) - self.position

    @method('__reduce__(self, /)')
    def m_reduce(self):
        """What pickle needs to rebuild it."""
        from interpreter.objects.object import builtin_by_name
        from interpreter.objects.tuple import newtuple
        w_iter = builtin_by_name('iter')
        if self.w_bytes is None:
            return newtuple([w_iter, newtuple([newtuple([])])])
        return newtuple([w_iter, newtuple([self.w_bytes]), newint(self.position)])

    @method('__setstate__(self, state: int, /) -> None')
    def m_setstate(self, position):
        """Sets the position, for pickle."""
        if self.w_bytes is not None:
            self.position = min(max(position, 0), len(self.w_bytes._value))


W_BytesIterator.typedef = TypeDef('bytes_iterator', W_BytesIterator, subclassable=False)


# ____________________________________________________________
# making bytes


class _Prebuilt(object):
    """The bytes objects of one byte."""
    _immutable_fields_ = ['chars[*]']

    def __init__(self):
        self.chars = [W_Bytes(chr(i)) for i in range(256)]


_prebuilt = _Prebuilt()
empty = W_Bytes('')


def newbytes(value):
    """The bytes object of an RPython str."""
    if len(value) <= 1:
        if len(value) == 0:
            return empty
        return _prebuilt.chars[ord(value[0])]
    return W_Bytes(value)


def stepped(value, start, step, count):
    """`count` bytes from `start`, each `step` from the one before."""
    builder = StringBuilder(count)
    i = start
    for _ in range(count):
        assert i >= 0
        builder.append(value[i])
        i += step
    return builder.build()
