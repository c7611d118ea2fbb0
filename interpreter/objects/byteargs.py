"""Arguments of bytes and bytearray: bytes-like objects, single bytes, hexadecimal digits, what their constructors take."""

from rpython.rlib.objectmodel import specialize
from rpython.rlib.rstring import StringBuilder

from interpreter.errors import overflow_error, type_error, value_error
from interpreter.objects.bounds import checked_index
from interpreter.objects.int import W_AbstractInt, W_Int
from interpreter.objects.intstr import digit_value, is_c_space


def byte_value(w_item, message="byte must be in range(0, 256)"):
    """A byte from an integer; ValueError(message) outside 0 .. 255."""
    from interpreter import ops
    w_index = ops.index(w_item)
    if isinstance(w_index, W_Int) and 0 <= w_index.intval < 256:
        return chr(w_index.intval)
    raise value_error(message)


@specialize.arg(1)
def item_or_bytes(w_item, message):
    """An integer as one byte, or the content of a bytes-like object; TypeError(message % type) for anything else."""
    data = w_item.buffer_str()
    if data is not None:
        return data
    if isinstance(w_item, W_AbstractInt):
        return byte_value(w_item)
    w_index = w_item.op_index()
    if w_index is None:
        raise type_error(message % w_item.gettype().name)
    return byte_value(w_index)


def bytes_from_object(w_object):
    """bytes(object) for a bytes-like object, an iterable of integers or an object with __bytes__, as an RPython str."""
    return new_content_of_object(w_object, 'bytes')


@specialize.arg(3)
def new_content(w_source, encoding, errors, kind):
    """The content that bytes() and bytearray() make of their arguments, absent ones being None; kind is 'bytes' or 'bytearray'."""
    from interpreter import ops
    from interpreter.objects.codecregistry import encode_to_bytes
    from interpreter.objects.str import W_Str
    if w_source is None:
        if encoding is not None:
            raise type_error("encoding without a string argument")
        if errors is not None:
            raise type_error("errors without a string argument")
        return ''
    if kind == 'bytes' and encoding is None and errors is None:
        data = content_of_special(w_source)
        if data is not None:
            return data
    if isinstance(w_source, W_Str):
        if encoding is None:
            raise type_error("string argument without an encoding")
        return encode_to_bytes(w_source, encoding, 'strict' if errors is None else errors)
    if encoding is not None:
        raise type_error("encoding without a string argument")
    if errors is not None:
        raise type_error("errors without a string argument")
    if not isinstance(w_source, W_AbstractInt):
        data = w_source.buffer_str()
        if data is not None:
            return data
    w_index = checked_index(w_source)
    if w_index is not None:
        if not isinstance(w_index, W_Int):
            raise overflow_error("cannot fit '%s' into an index-sized integer" % w_source.gettype().name)
        count = w_index.intval
        if count < 0:
            raise value_error("negative count")
        return '\0' * count
    return content_of_iterable(w_source, kind)


@specialize.arg(1)
def new_content_of_object(w_object, kind):
    from interpreter.objects.str import W_Str
    data = content_of_special(w_object)
    if data is not None:
        return data
    data = w_object.buffer_str()
    if data is not None:
        return data
    if isinstance(w_object, W_Str):
        raise type_error("cannot convert 'str' object to " + kind)
    return content_of_iterable(w_object, kind)


def content_of_special(w_object):
    """The content of what __bytes__ returns; None if there is none."""
    from interpreter.objects.bytes import W_Bytes
    if type(w_object) is W_Bytes:
        return w_object._value
    w_result = special_bytes(w_object)
    if w_result is None:
        return None
    return w_result._value


def special_bytes(w_object):
    """The W_Bytes that __bytes__ returns; None if there is none."""
    from interpreter import ops
    from interpreter.objects.bytes import W_Bytes
    w_method = ops.lookup_special(w_object, '__bytes__')
    if w_method is None:
        return None
    w_result = w_method.call0()
    if not isinstance(w_result, W_Bytes):
        raise type_error("__bytes__ returned non-bytes (type %s)" % w_result.gettype().name)
    return w_result


@specialize.arg(1)
def content_of_iterable(w_object, kind):
    """The bytes of an iterable of integers."""
    from interpreter import ops
    if w_object.op_iter_is_missing():
        raise type_error("cannot convert '%s' object to %s" % (w_object.gettype().name, kind))
    message = "bytes must be in range(0, 256)" if kind == 'bytes' else "byte must be in range(0, 256)"
    if kind == 'bytes':                      # a bytearray grows without asking
        ops.check_length_hint(w_object)
    builder = StringBuilder()
    w_iterator = ops.iter(w_object)
    while True:
        w_item = ops.next(w_iterator)
        if w_item is None:
            return builder.build()
        builder.append(byte_value(w_item, message))


# ____________________________________________________________
# hexadecimal


def bytes_from_hex(w_string):
    """bytes.fromhex"""
    from interpreter.objects.str import W_Str
    from interpreter.objects.strsearch import shown_type
    if not isinstance(w_string, W_Str):
        raise type_error("fromhex() argument must be str, not %s" % shown_type(w_string))
    text = w_string._utf8
    builder = StringBuilder(len(text) // 2)
    i = 0
    while i < len(text):
        if is_c_space(text[i]):
            i += 1
            continue
        high = digit_value(text[i])
        if high > 15:
            raise invalid_hex(w_string, i)
        low = digit_value(text[i + 1]) if i + 1 < len(text) else 99
        if low > 15:
            raise invalid_hex(w_string, i + 1)
        builder.append(chr(high << 4 | low))
        i += 2
    return builder.build()


def invalid_hex(w_string, offset):
    return value_error("non-hexadecimal number found in fromhex() arg at position %d" % w_string.position(offset))


HEX = '0123456789abcdef'


def hex_of(data, w_separator, group):
    """bytes.hex(): w_separator may be None; the separator stands after each `group` bytes, counted from the right if positive."""
    separator = ''
    if w_separator is not None:
        separator = hex_separator(w_separator)
    builder = StringBuilder(2 * len(data))
    size = len(data)
    for i in range(size):
        if separator and i > 0 and group != 0:
            before = size - i if group > 0 else i
            if before % abs(group) == 0:
                builder.append(separator)
        builder.append(HEX[ord(data[i]) >> 4])
        builder.append(HEX[ord(data[i]) & 15])
    return builder.build()


def hex_separator(w_separator):
    from interpreter import ops
    from interpreter.objects.bytes import W_Bytes
    from interpreter.objects.str import W_Str
    if ops.len(w_separator) != 1:
        raise value_error("sep must be length 1.")
    if isinstance(w_separator, W_Str):
        separator = w_separator._utf8
    elif isinstance(w_separator, W_Bytes):
        separator = w_separator._value
    else:
        raise type_error("sep must be str or bytes.")
    if ord(separator[0]) >= 128:
        raise value_error("sep must be ASCII.")
    return separator
