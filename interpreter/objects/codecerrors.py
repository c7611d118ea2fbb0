"""Error handlers of the codecs: strict, ignore, replace, backslashreplace, xmlcharrefreplace, namereplace, surrogateescape, surrogatepass,
and those that codecs.register_error added.

    Handler                          what the codecs of interpreter.unicode call
    w_handlers()                     the built-in handlers as Python functions that take the exception (codecs.lookup_error)
"""

from rpython.rlib.rstring import StringBuilder

from interpreter.errors import OperationError, index_error, type_error
from interpreter.gateway import build_code
from interpreter.objects.bytes import W_Bytes, newbytes
from interpreter.objects.int import newint
from interpreter.objects.str import W_Str, newstr
from interpreter.unicode import characters, utf8
from interpreter.unicode.errorhandler import ErrorHandler
from interpreter.unicode.repr import append_escape, append_hex
from interpreter.unicode.utf16 import BIG, LITTLE, append_unit, unit_at

REPLACEMENT = '\xEF\xBF\xBD'       # U+FFFD
STANDARD = ['strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace', 'surrogateescape', 'surrogatepass']


class CannotHandle(Exception):
    """The handler does not know what to do: the error is raised as if by `strict`."""


class Handler(ErrorHandler):
    """The handler named `errors`; w_object is the str or bytes being converted, for the exception."""
    def __init__(self, errors, w_object):
        self.errors = errors
        self.w_object = w_object

    def decode(self, encoding, data, start, end, reason):
        try:
            return decoding_replacement(self.errors, encoding, data, start, end)
        except CannotHandle:
            pass
        error = OperationError(decode_error(encoding, self.w_object, start, end, reason))
        if self.errors == 'xmlcharrefreplace' or self.errors == 'namereplace':
            raise cannot_handle_type(error.w_exc)
        if self.errors in STANDARD:
            raise error
        w_text, position = call_registered(self.errors, error, len(data))
        if not isinstance(w_text, W_Str):
            raise type_error("decoding error handler must return (str, int) tuple")
        return w_text._utf8, position

    def encode(self, encoding, text, start, end, reason):
        try:
            replacement, is_bytes = encoding_replacement(self.errors, encoding, text, start, end)
            return replacement, is_bytes, end
        except CannotHandle:
            pass
        w_text = self.text_object(text)
        error = OperationError(encode_error(encoding, w_text, w_text.position(start), w_text.position(end), reason))
        if self.errors in STANDARD:
            raise error
        w_result, position = call_registered(self.errors, error, w_text._length)
        after = w_text.offset(position)
        if isinstance(w_result, W_Bytes):
            return w_result._value, True, after
        if not isinstance(w_result, W_Str):
            raise type_error("encoding error handler must return (str/bytes, int) tuple")
        return w_result._utf8, False, after

    def encode_strictly(self, encoding, text, start, end, reason):
        w_text = self.text_object(text)
        raise OperationError(encode_error(encoding, w_text, w_text.position(start), w_text.position(end), reason))

    def text_object(self, text):
        w_object = self.w_object
        if isinstance(w_object, W_Str):
            return w_object
        return newstr(text)


def decode_error(encoding, w_object, start, end, reason):
    from interpreter.objects.unicodeerror import new_unicode_decode_error
    return new_unicode_decode_error(encoding, w_object, start, end, reason)


def encode_error(encoding, w_object, start, end, reason):
    from interpreter.objects.unicodeerror import new_unicode_encode_error
    return new_unicode_encode_error(encoding, w_object, start, end, reason)


def call_registered(errors, error, length):
    """Asks the handler that codecs.register_error registered -> (w_replacement, position)."""
    from interpreter import ops
    from interpreter.objects.codecregistry import lookup_error
    from interpreter.objects.tuple import W_Tuple
    w_result = lookup_error(errors).call1(error.w_exc)
    if not isinstance(w_result, W_Tuple) or ops.len(w_result) != 2:
        raise handler_type_error(error.w_exc)
    items_w = ops.tuple_items(w_result)
    if not isinstance(items_w[0], W_Str) and not isinstance(items_w[0], W_Bytes):
        raise handler_type_error(error.w_exc)
    if items_w[1].op_index() is None:
        raise handler_type_error(error.w_exc)
    position = ops.index_w(items_w[1])
    if position < 0:
        position += length
    if position < 0 or position > length:
        raise index_error("position %d from error handler out of bounds" % position)
    return items_w[0], position


def handler_type_error(w_exc):
    from interpreter.objects.unicodeerror import W_UnicodeDecodeError
    if isinstance(w_exc, W_UnicodeDecodeError):
        return type_error("decoding error handler must return (str, int) tuple")
    return type_error("encoding error handler must return (str/bytes, int) tuple")


# ____________________________________________________________
# the built-in handlers


def decoding_replacement(errors, encoding, data, start, end):
    """(UTF-8 text, position to go on from) of a built-in handler; CannotHandle where it is none or gives up."""
    if errors == 'ignore':
        return '', end
    if errors == 'replace':
        return REPLACEMENT, end
    builder = StringBuilder(16)
    if errors == 'backslashreplace':
        for i in range(start, end):
            builder.append('\\x')
            append_hex(builder, ord(data[i]), 2)
        return builder.build(), end
    if errors == 'surrogateescape':
        i = start
        while i < end and ord(data[i]) >= 128:
            utf8.append(builder, 0xDC00 + ord(data[i]))
            i += 1
        if i == start:
            raise CannotHandle
        return builder.build(), i
    if errors == 'surrogatepass':
        size, order = unit_layout(encoding)
        if size == 0:
            raise CannotHandle
        if size == 1:
            if not (start + 3 <= len(data) and data[start] == '\xED' and ord(data[start + 1]) & 0xE0 == 0xA0 and
                    utf8.is_continuation(data[start + 2])):
                raise CannotHandle
            assert start >= 0
            return data[start:start + 3], start + 3
        if start + size > len(data):
            raise CannotHandle
        code = unit_at(data, start, size, order)
        if not utf8.is_surrogate(code):
            raise CannotHandle
        return utf8.encode(code), start + size
    raise CannotHandle


def encoding_replacement(errors, encoding, text, start, end):
    """(replacement, is it bytes) of a built-in handler; CannotHandle where it is none or gives up."""
    if errors == 'ignore':
        return '', True
    if errors == 'replace':
        return '?' * utf8.count_between(text, start, end), False
    builder = StringBuilder(16)
    i = start
    if errors == 'backslashreplace':
        while i < end:
            append_escape(builder, utf8.code_at(text, i))
            i = utf8.next_offset(text, i)
        return builder.build(), False
    if errors == 'xmlcharrefreplace':
        while i < end:
            builder.append('&#%d;' % utf8.code_at(text, i))
            i = utf8.next_offset(text, i)
        return builder.build(), False
    if errors == 'namereplace':
        while i < end:
            name = characters.name_of(utf8.code_at(text, i))
            if name is None:
                append_escape(builder, utf8.code_at(text, i))
            else:
                builder.append('\\N{' + name + '}')
            i = utf8.next_offset(text, i)
        return builder.build(), False
    if errors == 'surrogateescape':
        while i < end:
            code = utf8.code_at(text, i)
            if not 0xDC80 <= code <= 0xDCFF:
                raise CannotHandle
            builder.append(chr(code - 0xDC00))
            i = utf8.next_offset(text, i)
        return builder.build(), True
    if errors == 'surrogatepass':
        size, order = unit_layout(encoding)
        if size == 0:
            raise CannotHandle
        while i < end:
            code = utf8.code_at(text, i)
            if not utf8.is_surrogate(code):
                raise CannotHandle
            if size == 1:
                utf8.append(builder, code)
            else:
                append_unit(builder, code, size, order)
            i = utf8.next_offset(text, i)
        return builder.build(), True
    raise CannotHandle


def unit_layout(encoding):
    """(bytes a code unit, byte order) of the Unicode encodings, for surrogatepass; (0, 0) for others."""
    name = encoding.lower().replace('_', '-')
    if name == 'utf-8' or name == 'utf8' or name == 'cp-utf8':
        return 1, LITTLE
    size = 0
    if name.startswith('utf-16'):
        size = 2
    elif name.startswith('utf16'):
        size = 2
    elif name.startswith('utf-32'):
        size = 4
    elif name.startswith('utf32'):
        size = 4
    return size, BIG if name.endswith('be') else LITTLE


# ____________________________________________________________
# as Python functions


def handle_exception(errors, w_exc):
    """What the built-in handler `errors` returns for an exception object: a tuple (replacement, position)."""
    from interpreter.objects.tuple import newtuple
    from interpreter.objects.unicodeerror import W_UnicodeDecodeError, W_UnicodeEncodeError, W_UnicodeTranslateError
    from interpreter.objects.baseexception import W_BaseException
    if not isinstance(w_exc, W_BaseException):
        if errors == 'strict':
            raise type_error("codec must pass exception instance")
        raise cannot_handle_type(w_exc)
    if errors == 'strict':
        raise OperationError(w_exc)
    try:
        if isinstance(w_exc, W_UnicodeEncodeError):
            w_object = text_of(w_exc.w_object)
            start, end = span(w_object._length, w_exc.w_start, w_exc.w_end)
            replacement, is_bytes = encoding_replacement(errors, encoding_of(w_exc.w_encoding), w_object._utf8,
                                                         w_object.offset(start), w_object.offset(end))
            return newtuple([newbytes(replacement) if is_bytes and errors != 'ignore' else newstr(replacement), newint(end)])
        if isinstance(w_exc, W_UnicodeDecodeError):
            if errors == 'xmlcharrefreplace' or errors == 'namereplace':
                raise cannot_handle_type(w_exc)
            w_data = w_exc.w_object
            if not isinstance(w_data, W_Bytes):
                raise type_error("object attribute must be bytes")
            start, end = span(len(w_data._value), w_exc.w_start, w_exc.w_end)
            text, position = decoding_replacement(errors, encoding_of(w_exc.w_encoding), w_data._value, start, end)
            return newtuple([newstr(text), newint(position)])
        if isinstance(w_exc, W_UnicodeTranslateError) and errors in ('ignore', 'replace', 'backslashreplace'):
            w_object = text_of(w_exc.w_object)
            start, end = span(w_object._length, w_exc.w_start, w_exc.w_end)
            if errors == 'replace':
                return newtuple([newstr(REPLACEMENT * (end - start)), newint(end)])
            replacement, _ = encoding_replacement(errors, '', w_object._utf8, w_object.offset(start), w_object.offset(end))
            return newtuple([newstr(replacement), newint(end)])
    except CannotHandle:
        raise OperationError(w_exc)
    raise cannot_handle_type(w_exc)


def encoding_of(w_encoding):
    """The name of an error's encoding."""
    if not isinstance(w_encoding, W_Str):
        raise type_error("encoding attribute must be unicode")
    return w_encoding._utf8


def text_of(w_object):
    """The str of an encoding or translation error."""
    if not isinstance(w_object, W_Str):
        raise type_error("object attribute must be unicode")
    return w_object


def span(size, w_start, w_end):
    """The bounds of a Unicode error, put within the object of that size."""
    from interpreter import ops
    if w_start is None or w_end is None:
        raise type_error("start and end attributes must be set")
    start, end = ops.int_w(w_start), ops.int_w(w_end)
    start = min(max(start, 0), max(size - 1, 0))
    end = min(max(end, 1), size)
    return start, max(start, end)


def cannot_handle_type(w_exc):
    return type_error("don't know how to handle %s in error callback" % w_exc.gettype().name)


def _handler_code(errors):
    def handler(w_exc):
        return handle_exception(errors, w_exc)
    handler.func_name = errors + '_errors'
    return build_code(handler, '%s_errors(exception, /)' % errors, doc="The error handler '%s'." % errors)


_codes = [(name, _handler_code(name)) for name in STANDARD]


def w_handlers():
    """{name: built-in function} of the built-in handlers."""
    from interpreter.objects.function import W_BuiltinFunction
    result = {}
    for name, code in _codes:
        result[name] = W_BuiltinFunction(code, '_codecs')
    return result
