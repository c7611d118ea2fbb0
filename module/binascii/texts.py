"""Arguments that are ASCII text, and the exceptions."""
from __future__ import absolute_import

from interpreter.errors import type_error, value_error
from interpreter.objects.memoryview import W_MemoryView
from interpreter.objects.str import W_Str
from module.exceptions import LazyException

error = LazyException('binascii', 'Error', 'W_ValueError')
incomplete = LazyException('binascii', 'Incomplete')


def ascii_text(w_data):
    """The bytes of an ASCII str or of a bytes-like object."""
    if isinstance(w_data, W_Str):
        text = w_data._utf8
        for c in text:
            if ord(c) >= 128:
                raise value_error("string argument should contain only ASCII characters")
        return text
    data = w_data.buffer_str()
    if data is None or (isinstance(w_data, W_MemoryView) and not w_data.is_contiguous(False)):
        raise type_error("argument should be bytes, buffer or ASCII string, not '%s'" % w_data.gettype().name)
    return data
