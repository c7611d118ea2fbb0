"""str: UTF-8 with its length in code points.

    str.py          the class, its slots: concatenation, indexing, comparison, iteration
    strsearch.py    find, split, strip, replace, join ...
    strcase.py      case mapping, predicates, translate
    strlayout.py    center, zfill, expandtabs, format, encode ...
    format*.py      the formatting languages

Text is ASCII exactly if its length is that of its UTF-8: then offsets are indices.  Other text gets an index of offsets, at the first
random access.  Long text that grows by `+` is put together only when it is looked at (`grow`, `flatten`).
"""

from rpython.rlib.objectmodel import import_from_mixin
from rpython.rlib.rstring import StringBuilder

from interpreter.errors import index_error, memory_error, type_error
from interpreter.gateway import method, new
from interpreter.objects.bounds import MAX_INDEX, check_repeat, repeat_count, slice_count, subscript_index
from interpreter.objects.int import newbool, newint
from interpreter.objects.root import W_Root, w_NotImplemented
from interpreter.objects.strcase import StrCase
from interpreter.objects.strlayout import StrLayout
from interpreter.objects.strsearch import StrSearch
from interpreter.objects.texthash import str_hash
from interpreter.typedef import TypeDef
from interpreter.unicode import utf8

WALK = 2 * utf8.STRIDE       # shorter text is walked from its start rather than indexed
LONG = 512                   # code points from which on `+` may leave the copying for later


class Extra(object):
    """What is kept about long text, besides it.

    table      the offsets of every 64th code point, or None
    builder    if the text was not put together yet: its first `size` bytes are the first that were appended to this StringBuilder
    """
    _attrs_ = ['table', 'builder', 'size']
    _immutable_fields_ = ['table', 'builder', 'size']

    def __init__(self, table, builder, size):
        self.table = table
        self.builder = builder
        self.size = size


grown = Extra(None, None, 0)        # of long text that `+` made: if it grows again, that is probably a loop


class W_Str(W_Root):
    """_utf8 is the text in UTF-8, lone surrogates as three bytes; _length its code points.

    _text is _utf8, or None before the text was put together.  It counts as immutable: who sees None calls `flatten`, which every
    transaction that does it at the same time does alike, and which reads the mutable _extra first.
    """
    _attrs_ = ['_text', '_length', '_extra']
    _immutable_fields_ = ['_text', '_length']
    _extra = None

    import_from_mixin(StrSearch)
    import_from_mixin(StrCase)
    import_from_mixin(StrLayout)

    def __init__(self, utf8, length):
        self._text = utf8
        self._length = length

    def get_utf8(self):
        text = self._text
        if text is None:
            text = self.flatten()
        return text
    get_utf8._always_inline_ = True
    _utf8 = property(get_utf8)

    def __repr__(self):
        """For people debugging untranslated code."""
        return 'W_Str(%r)' % (self._utf8,)

    # ---- access by code point

    def is_ascii(self):
        return len(self._utf8) == self._length

    def exact(self):
        """The same text as an exact str."""
        if type(self) is W_Str:
            return self
        return W_Str(self._utf8, self._length)

    def offset(self, index):
        """The byte offset of code point `index`, 0 <= index <= length."""
        text = self._utf8
        if len(text) == self._length:
            result = index
        elif index == self._length:
            result = len(text)
        elif index < WALK:
            result = utf8.advance(text, 0, index)
        else:
            result = utf8.indexed_offset(text, self.index_table(), index)
        assert result >= 0
        return result

    def position(self, offset):
        """The number of code points before a byte offset."""
        text = self._utf8
        if len(text) == self._length:
            return offset
        if offset < WALK:
            return utf8.count_between(text, 0, offset)
        return utf8.indexed_position(text, self.index_table(), offset)

    def index_table(self):
        text = self._utf8
        extra = self._extra
        if extra is not None and extra.table is not None:
            return extra.table
        table = utf8.build_index(text, self._length)
        self._extra = Extra(table, None, 0)
        return table

    def substring(self, start, stop):
        """self[start:stop], 0 <= start <= stop <= length."""
        if start == 0 and stop == self._length:
            return self.exact()
        if stop - start == 1:
            return newchar(utf8.code_at(self._utf8, self.offset(start)))
        if self.is_ascii():
            assert 0 <= start <= stop
            return W_Str(self._utf8[start:stop], stop - start)
        first = self.offset(start)
        if stop - start < utf8.STRIDE and stop < self._length:
            last = utf8.advance(self._utf8, first, stop - start)
        else:
            last = self.offset(stop)
        assert last >= 0
        return W_Str(self._utf8[first:last], stop - start)

    def between(self, first, last):
        """The text between two byte offsets."""
        assert 0 <= first <= last
        text = self._utf8
        if first == 0 and last == len(text):
            return self.exact()
        if self.is_ascii():
            return newascii(text[first:last])
        return newstr(text[first:last])

    # ---- construction

    @new('(cls, object=?, encoding: cstr=?, errors: cstr=?)')
    def descr_new(w_cls, w_object, encoding, errors):
        from interpreter import ops
        from interpreter.objects.strlayout import decode_object
        if w_object is None:
            w_text = empty
        elif encoding is None and errors is None:
            w_text = ops.str(w_object)
        else:
            w_text = decode_object(w_object, encoding, errors)
        return subtype_str(w_cls, w_text)

    @method('__getnewargs__(self, /)')
    def m_getnewargs(self):
        from interpreter.objects.tuple import newtuple
        return newtuple([W_Str(self._utf8, self._length)])

    @method('__sizeof__(self, /) -> int')
    def m_sizeof(self):
        """Its size in memory, in bytes, as CPython counts it: by the largest code point."""
        if self.is_ascii():
            return 49 + self._length
        largest = 0
        for c in self._utf8:
            if ord(c) > largest:
                largest = ord(c)
        if largest < 0xC4:              # the first byte of U+0100
            return 73 + self._length
        if largest < 0xF0:
            return 74 + 2 * self._length
        return 76 + 4 * self._length

    # ---- conversions

    def op_bool(self):
        return self._length != 0

    def op_hash(self):
        return str_hash(self._utf8)

    def op_str(self):
        return self.exact()

    def op_repr(self):
        from interpreter.unicode.repr import text_repr
        return newstr(text_repr(self._utf8))

    def op_format(self, spec):
        from interpreter.objects.format import format_str
        return format_str(self, spec)

    # ---- comparison

    def op_eq(self, w_other):
        if isinstance(w_other, W_Str):
            return newbool(self._utf8 == w_other._utf8)
        return w_NotImplemented

    def op_ne(self, w_other):
        if isinstance(w_other, W_Str):
            return newbool(self._utf8 != w_other._utf8)
        return w_NotImplemented

    def op_lt(self, w_other):
        if isinstance(w_other, W_Str):
            return newbool(self._utf8 < w_other._utf8)
        return w_NotImplemented

    def op_le(self, w_other):
        if isinstance(w_other, W_Str):
            return newbool(self._utf8 <= w_other._utf8)
        return w_NotImplemented

    def op_gt(self, w_other):
        if isinstance(w_other, W_Str):
            return newbool(self._utf8 > w_other._utf8)
        return w_NotImplemented

    def op_ge(self, w_other):
        if isinstance(w_other, W_Str):
            return newbool(self._utf8 >= w_other._utf8)
        return w_NotImplemented

    # ---- sequence

    def has_len(self):
        return True

    def is_repeatable(self):
        return True

    def op_len(self):
        return self._length

    def op_add(self, w_other):
        if isinstance(w_other, W_Str):
            if self._length == 0:
                return w_other.exact()
            if w_other._length == 0:
                return self.exact()
            if self._length >= LONG:
                return self.grow(w_other)
            return W_Str(self._utf8 + w_other._utf8, self._length + w_other._length)
        return w_NotImplemented

    def grow(self, w_other):
        """self + w_other, for long text: what `+` has made already is appended to, and put together at the first look."""
        tail = w_other._utf8
        length = self._length + w_other._length
        extra = self._extra
        if extra is None or extra.table is not None:
            w_result = W_Str(self._utf8 + tail, length)
            w_result._extra = grown
            return w_result
        builder = extra.builder
        if builder is None or builder.getlength() != extra.size:      # something else was appended
            text = self._utf8
            builder = StringBuilder(2 * len(text))
            builder.append(text)
        builder.append(tail)
        w_result = W_Str(None, length)
        w_result._extra = Extra(None, builder, builder.getlength())
        return w_result

    def flatten(self):
        """Puts the text together; returns it."""
        extra = self._extra
        text = extra.builder.build()
        size = extra.size
        if len(text) != size:
            assert size >= 0
            text = text[:size]
        self._text = text
        self._extra = None
        return text
    flatten._dont_inline_ = True

    def op_concat_error(self, w_other):
        return type_error('can only concatenate str (not "%s") to str' % w_other.gettype().name)

    def op_mul(self, w_other):
        count = repeat_count(w_other)
        if count < 0:
            return w_NotImplemented
        if count == 1:
            return self.exact()
        length = check_repeat(self._length, count, "repeated string is too long")
        if length == 0:
            return empty
        if len(self._utf8) > MAX_INDEX // count:
            raise memory_error("")
        return W_Str(self._utf8 * count, self._length * count)

    def op_rmul(self, w_other):
        return W_Str.op_mul(self, w_other)

    def op_mod(self, w_other):
        from interpreter.objects.percent import percent_format
        return percent_format(self, w_other)

    def op_rmod(self, w_other):
        if isinstance(w_other, W_Str):
            return W_Str.op_mod(w_other, self)
        return w_NotImplemented

    def op_contains(self, w_item):
        if not isinstance(w_item, W_Str):
            raise type_error("'in <string>' requires string as left operand, not %s" % w_item.gettype().name)
        return self._utf8.find(w_item._utf8) >= 0

    def op_getitem(self, w_key):
        from interpreter.objects.slice import W_Slice
        if isinstance(w_key, W_Slice):
            start, stop, step, count = w_key.unpack(self._length)
            if count == 0:
                return empty
            if step == 1:
                return self.substring(start, start + count)
            return self.stepped(start, step, count)
        index = subscript_index(w_key, "string indices must be integers, not '%s'")
        if index < 0:
            index += self._length
        if index < 0 or index >= self._length:
            raise index_error("string index out of range")
        return self.char(index)

    def char(self, index):
        """The code point `index`, which is in range, as a str."""
        text = self._utf8
        if len(text) == self._length:
            assert index >= 0
            return newchar(ord(text[index]))
        return newchar(utf8.code_at(text, self.offset(index)))

    def stepped(self, start, step, count):
        """`count` code points from `start`, each `step` from the one before."""
        builder = StringBuilder(count)
        text = self._utf8
        i = start
        if self.is_ascii():
            for _ in range(count):
                assert i >= 0
                builder.append(text[i])
                i += step
        else:
            for _ in range(count):
                utf8.append(builder, utf8.code_at(text, self.offset(i)))
                i += step
        return W_Str(builder.build(), count)

    def op_iter(self):
        if self.is_ascii():
            return W_AsciiStrIterator(self)
        return W_StrIterator(self)


W_Str.typedef = TypeDef('str', W_Str, doc="Text: str(object), or str(bytes, encoding, errors).")


class W_StrIterator(W_Root):
    """The iterator of a str; w_str is None once it is exhausted."""
    _attrs_ = ['w_str', 'offset']

    def __init__(self, w_str):
        self.w_str = w_str
        self.offset = 0

    def op_iter(self):
        return self

    def is_iterator(self):
        return True

    def op_next(self):
        w_str = self.w_str
        if w_str is None:
            return None
        text = w_str._utf8
        offset = self.offset
        if offset >= len(text):
            self.w_str = None
            return None
        assert offset >= 0
        self.offset = utf8.next_offset(text, offset)
        return newchar(utf8.code_at(text, offset))

    @method('__length_hint__(self, /) -> int')
    def m_length_hint(self):
        """How many items are left."""
        if self.w_str is None:
            return 0
        return utf8.count_between(self.w_str._utf8, self.offset, len(self.w_str._utf8))

    @method('__reduce__(self, /)')
    def m_reduce(self):
        """What pickle needs to rebuild it."""
        from interpreter.objects.object import builtin_by_name
        from interpreter.objects.tuple import newtuple
        w_iter = builtin_by_name('iter')
        if self.w_str is None:
            return newtuple([w_iter, newtuple([empty])])
        return newtuple([w_iter, newtuple([self.w_str]), newint(self.w_str.position(self.offset))])

    @method('__setstate__(self, state: int, /) -> None')
    def m_setstate(self, index):
        """Sets the position, for pickle."""
        if self.w_str is not None:
            if index < 0:
                index = 0
            elif index > self.w_str._length:
                index = self.w_str._length
            self.offset = self.w_str.offset(index)


class W_AsciiStrIterator(W_StrIterator):
    """The same over ASCII text: a type of its own, as in CPython."""
    _attrs_ = ()
    m_length_hint = W_StrIterator.__dict__['m_length_hint']
    m_reduce = W_StrIterator.__dict__['m_reduce']
    m_setstate = W_StrIterator.__dict__['m_setstate']

    def op_next(self):
        w_str = self.w_str
        if w_str is None:
            return None
        text = w_str._utf8
        offset = self.offset
        if offset >= len(text):
            self.w_str = None
            return None
        assert offset >= 0
        self.offset = offset + 1
        return newchar(ord(text[offset]))


W_StrIterator.typedef = TypeDef('str_iterator', W_StrIterator, subclassable=False)
W_AsciiStrIterator.typedef = TypeDef('str_ascii_iterator', W_AsciiStrIterator, subclassable=False)


# ____________________________________________________________
# making str


class _Prebuilt(object):
    """The one-character ASCII strings."""
    _immutable_fields_ = ['chars[*]']

    def __init__(self):
        self.chars = [W_Str(chr(i), 1) for i in range(128)]


_prebuilt = _Prebuilt()
empty = W_Str('', 0)


def newstr(text):
    """The str of UTF-8 text, in which lone surrogates may be encoded as three bytes."""
    return W_Str(text, utf8.count(text))


def newascii(text):
    """The str of ASCII text."""
    return W_Str(text, len(text))


def newchar(code):
    """The str of one code point."""
    if code < 128:
        return _prebuilt.chars[code]
    return W_Str(utf8.encode(code), 1)


def subtype_str(w_cls, w_text):
    """w_text as an instance of w_cls, which is str or a subclass of it."""
    from interpreter.objects.instance import allocate_instance
    assert isinstance(w_text, W_Str)
    if w_cls is W_Str.typedef.w_type:
        return w_text
    assert isinstance(w_text, W_Str)
    w_result = allocate_instance(W_Str, w_cls)
    w_result._text = w_text._utf8
    w_result._length = w_text._length
    return w_result
