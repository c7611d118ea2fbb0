"""The text of a search: a str, or anything bytes-like."""
from __future__ import absolute_import

from interpreter.errors import type_error
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newbytes


class Subject(object):
    """`text` is UTF-8 or bytes; positions in it are byte offsets, positions of the user are indices of items."""
    _immutable_ = True

    def __init__(self, w_object, w_str, text, narrow):
        self.w_object = w_object
        self.w_str = w_str              # None for bytes
        self.text = text
        self.narrow = narrow

    def offset(self, index):
        """Byte offset of an index, which is clamped to the text."""
        if index < 0:
            index = 0
        if self.narrow:
            return min(index, len(self.text))
        length = self.w_str.op_len()
        if index >= length:
            return len(self.text)
        return self.w_str.offset(index)

    def index(self, offset):
        """Index of a byte offset; -1 stays -1."""
        if self.narrow or offset < 0:
            return offset
        return self.w_str.position(offset)

    def piece(self, first, last):
        """The object for the text between two byte offsets."""
        assert 0 <= first <= last
        if self.w_str is not None:
            return self.w_str.between(first, last)
        return newbytes(self.text[first:last])

    def present_piece(self, first, last):
        """The same for a match: of bytes that can change, what they are now."""
        w_object = self.w_object
        if self.w_str is not None or isinstance(w_object, W_Bytes):
            return self.piece(first, last)
        text = w_object.buffer_str()
        last = min(last, len(text))
        first = min(first, last)
        assert 0 <= first <= last
        return newbytes(text[first:last])


def open_subject(w_object, w_pattern):
    """The Subject of a search with this pattern; TypeError if the kinds do not fit."""
    is_text = isinstance(w_object, W_Str)
    if not is_text and w_object.buffer_str() is None:
        raise type_error("expected string or bytes-like object, got '%s'" % w_object.gettype().name)
    if w_pattern is not None:
        if is_text and not w_pattern.is_text:
            raise type_error("cannot use a bytes pattern on a string-like object")
        if not is_text and w_pattern.is_text:
            raise type_error("cannot use a string pattern on a bytes-like object")
    if isinstance(w_object, W_Str):
        return Subject(w_object, w_object, w_object._utf8, w_object.is_ascii())
    return Subject(w_object, None, w_object.buffer_str(), True)
