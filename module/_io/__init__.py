"""_io: the streams, a file for each layer: base, fileio, buffered, textio, bytesio, stringio; opening puts them together."""
from __future__ import absolute_import

from interpreter.objects.exception import W_BlockingIOError, W_OSError, W_ValueError
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newdict, newstr, newtuple
from module._io import opening
from module._io.base import (W_IOBase, W_RawIOBase, W_BufferedIOBase, W_TextIOBase, DEFAULT_BUFFER_SIZE, state)
from module._io.buffered import W_BufferedReader, W_BufferedWriter, W_BufferedRandom
from module._io.bytesio import W_BytesIO
from module._io.fileio import W_FileIO
from module._io.newlines import W_IncrementalNewlineDecoder
from module._io.rwpair import W_BufferedRWPair
from module._io.stringio import W_StringIO
from module._io.textio import W_TextIOWrapper
from module.framework import BuiltinModule


def init(w_module):
    """UnsupportedOperation has two bases, so it is made as Python code would make it."""
    from interpreter.objects.type import W_Type
    w_dict = newdict()
    w_dict.setitem_str('__module__', newstr('io'))
    state.w_unsupported = W_Type.typedef.w_type.op_call([
        newstr('UnsupportedOperation'), newtuple([W_OSError.typedef.w_type, W_ValueError.typedef.w_type]), w_dict], None)
    w_module.getdict().setitem_str('UnsupportedOperation', state.w_unsupported)
    w_module.getdict().setitem_str('BlockingIOError', W_BlockingIOError.typedef.w_type)


module = BuiltinModule(
    '_io', doc="The streams behind the module io.", sources=[opening], constants={'DEFAULT_BUFFER_SIZE': DEFAULT_BUFFER_SIZE}, init=init,
    types=[W_IOBase, W_RawIOBase, W_BufferedIOBase, W_TextIOBase, W_FileIO, W_BufferedReader, W_BufferedWriter, W_BufferedRandom,
           W_BufferedRWPair, W_BytesIO, W_StringIO, W_TextIOWrapper, W_IncrementalNewlineDecoder])
