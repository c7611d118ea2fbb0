"""From objects to RPython values, with CPython's conversion methods and errors.  Use them as members of interpreter.ops."""

import sys

from interpreter.errors import buffer_error, type_error, value_error, index_error, overflow_error


def index(w_obj):
    """w_obj.__index__(): an exact int object.  TypeError if there is none."""
    from interpreter.objects.int import W_AbstractInt
    if isinstance(w_obj, W_AbstractInt):
        return exact_int(w_obj)
    w_result = w_obj.op_index()
    if w_result is None:
        raise type_error("'%s' object cannot be interpreted as an integer" % w_obj.gettype().name)
    return exact_int(checked_index_result(w_result))


def exact_int(w_obj):
    """The plain int of the same value as an int, a bool or an instance of a subclass of int."""
    from interpreter.objects.int import W_Int, W_Long, newint, newbigint
    if isinstance(w_obj, W_Int):
        if w_obj.__class__ is W_Int:
            return w_obj
        return newint(w_obj.intval)
    assert isinstance(w_obj, W_Long)
    if w_obj.__class__ is W_Long:
        return w_obj
    return newbigint(w_obj.num)


def checked_index_result(w_result):
    """What __index__ returned, as an int object; a strict subclass of int is deprecated."""
    from interpreter.objects.int import W_AbstractInt, W_Int, W_Long
    if not isinstance(w_result, W_AbstractInt):
        raise type_error("__index__ returned non-int (type %s)" % w_result.gettype().name)
    if type(w_result) is not W_Int and type(w_result) is not W_Long:
        from interpreter.objects.warning import warn_deprecated
        warn_deprecated("__index__ returned non-int (type %s).  The ability to return an instance of a strict subclass of int "
                        "is deprecated, and may be removed in a future version of Python." % w_result.gettype().name)
    return w_result


def has_index(w_obj):
    """Is it an int, or does it convert by __index__?"""
    from interpreter.objects.int import W_AbstractInt
    return isinstance(w_obj, W_AbstractInt) or w_obj.gettype().lookup('__index__') is not None


def int_w(w_obj):
    """An RPython int through __index__; OverflowError past the machine word."""
    from interpreter.objects.int import W_Int
    if isinstance(w_obj, W_Int):
        return w_obj.intval
    w_index = index(w_obj)
    if isinstance(w_index, W_Int):
        return w_index.intval
    raise overflow_error("Python int too large to convert to C ssize_t")


def cint_w(w_obj):
    """An RPython int that fits a C int, through __index__; OverflowError past 32 bits."""
    from interpreter.objects.int import W_Int
    w_index = index(w_obj)
    if isinstance(w_index, W_Int):
        value = w_index.intval
        if -0x80000000 <= value <= 0x7fffffff:
            return value
    raise overflow_error("Python int too large to convert to C int")


def index_w(w_obj):
    """An RPython int to index a sequence with; IndexError past the machine word."""
    from interpreter.objects.int import W_Int
    if isinstance(w_obj, W_Int):
        return w_obj.intval
    w_index = index(w_obj)
    if isinstance(w_index, W_Int):
        return w_index.intval
    raise index_error("cannot fit '%s' into an index-sized integer" % w_obj.gettype().name)


def repeat_w(w_obj):
    """An RPython int to repeat a sequence with; OverflowError past the machine word."""
    from interpreter.objects.int import W_Int
    w_index = index(w_obj)
    if isinstance(w_index, W_Int):
        return w_index.intval
    raise overflow_error("cannot fit '%s' into an index-sized integer" % w_obj.gettype().name)


def clamped_index_w(w_obj):
    """An RPython int through __index__, clamped to the machine word."""
    from interpreter.objects.int import W_Int, W_Long
    w_index = index(w_obj)
    if isinstance(w_index, W_Int):
        return w_index.intval
    assert isinstance(w_index, W_Long)
    if w_index.num.sign < 0:
        return -sys.maxint - 1
    return sys.maxint


def uint_w(w_obj):
    """The low 64 bits as an unsigned number; ValueError if negative, OverflowError past 64 bits."""
    from rpython.rlib.rarithmetic import r_uint
    from interpreter.objects.int import W_Int, W_Long
    w_index = index(w_obj)
    if isinstance(w_index, W_Int):
        if w_index.intval < 0:
            raise value_error("Cannot convert negative int")
        return r_uint(w_index.intval)
    assert isinstance(w_index, W_Long)
    if w_index.num.sign < 0:
        raise value_error("Cannot convert negative int")
    try:
        return w_index.num.touint()
    except OverflowError:
        raise overflow_error("Python int too large to convert to C unsigned long")


def bigint_w(w_obj):
    """An rbigint through __index__."""
    from rpython.rlib.rbigint import rbigint
    from interpreter.objects.int import W_Int, W_Long
    w_index = index(w_obj)
    if isinstance(w_index, W_Int):
        return rbigint.fromint(w_index.intval)
    assert isinstance(w_index, W_Long)
    return w_index.num


def float_w(w_obj):
    """An RPython float: a float, through __float__ or through __index__."""
    from interpreter.objects.float import W_Float
    from interpreter.objects.int import W_Int
    if isinstance(w_obj, W_Float):
        return w_obj.floatval
    if w_obj.__class__ is W_Int:
        assert isinstance(w_obj, W_Int)
        return float(w_obj.intval)
    w_result = w_obj.op_float()
    if w_result is not None:
        if not isinstance(w_result, W_Float):
            raise type_error("%s.__float__ returned non-float (type %s)" % (w_obj.gettype().name, w_result.gettype().name))
        if type(w_result) is not W_Float:
            from interpreter.objects.warning import warn_deprecated
            warn_deprecated("%s.__float__ returned non-float (type %s).  The ability to return an instance of a strict subclass "
                            "of float is deprecated, and may be removed in a future version of Python." % (
                                w_obj.gettype().name, w_result.gettype().name))
        return w_result.floatval
    w_result = w_obj.op_index()
    if w_result is None:
        raise type_error("must be real number, not %s" % w_obj.gettype().name)
    w_float = checked_index_result(w_result).op_float()
    assert isinstance(w_float, W_Float)
    return w_float.floatval


def text_w(w_obj):
    """The UTF-8 of a str."""
    from interpreter.objects.str import W_Str
    if not isinstance(w_obj, W_Str):
        raise type_error("expected str, got %s" % w_obj.gettype().name)
    return w_obj._utf8


def str_argument(w_obj, where):
    """The UTF-8 of a str argument; `where` is like "f() argument 1"."""
    from interpreter.objects.root import w_None
    from interpreter.objects.str import W_Str
    if not isinstance(w_obj, W_Str):
        given = "None" if w_obj is w_None else w_obj.gettype().name
        raise type_error("%s must be str, not %s" % (where, given))
    return w_obj._utf8


def cstr_argument(w_obj, where):
    """The same for what is a C string in CPython: UnicodeEncodeError for a lone surrogate, ValueError for a NUL in it."""
    from interpreter.objects.codecregistry import utf8_name
    from interpreter.objects.str import W_Str
    text = str_argument(w_obj, where)
    assert isinstance(w_obj, W_Str)
    utf8_name(w_obj)
    if '\0' in text:
        raise value_error("embedded null character")
    return text


def bufferstr_w(w_obj):
    """The content of a bytes-like object; BufferError for a memoryview with gaps."""
    from interpreter.objects.memoryview import W_MemoryView
    result = w_obj.buffer_str()
    if result is None:
        raise type_error("a bytes-like object is required, not '%s'" % w_obj.gettype().name)
    if isinstance(w_obj, W_MemoryView) and not w_obj.is_contiguous(False):
        raise buffer_error("memoryview: underlying buffer is not C-contiguous")
    return result


def path_w(w_obj):
    """os.fspath(w_obj): a str or bytes object."""
    from interpreter.objects.str import W_Str
    from interpreter.objects.bytes import W_Bytes
    if isinstance(w_obj, W_Str) or isinstance(w_obj, W_Bytes):
        return w_obj
    w_descr = w_obj.gettype().lookup('__fspath__')
    if w_descr is None:
        raise type_error("expected str, bytes or os.PathLike object, not %s" % w_obj.gettype().name)
    w_path = w_descr.op_get(w_obj, w_obj.gettype()).call0()
    if isinstance(w_path, W_Str) or isinstance(w_path, W_Bytes):
        return w_path
    raise type_error("expected %s.__fspath__() to return str or bytes, not %s" % (w_obj.gettype().name, w_path.gettype().name))


def fspath_w(w_obj):
    """A path as bytes in the file system's encoding; ValueError for an embedded null byte."""
    from interpreter.objects.str import W_Str
    from interpreter.objects.bytes import W_Bytes
    from interpreter.fscodec import fsencode
    w_path = path_w(w_obj)
    if isinstance(w_path, W_Str):
        path = fsencode(w_path._utf8)
        if '\0' in path:
            raise value_error("embedded null byte")
    else:
        assert isinstance(w_path, W_Bytes)
        path = w_path._value
        if '\0' in path:
            raise value_error("embedded null byte")
    return path
