"""Encodings by name: str.encode, bytes.decode, and the registry behind the codecs module.

    encode_text(w_str, encoding, errors) -> W_Bytes         decode_bytes(data, encoding, errors) -> W_Str
    encode_to_bytes(...) -> RPython str                     decode_text(w_object, data, encoding, errors)
    register(w_function)  unregister(w_function)  lookup(encoding) -> the tuple of the codec
    register_error(name, w_handler)  lookup_error(name)
    encode_object, decode_object: codecs.encode and codecs.decode, of anything to anything

utf-8, latin-1, ascii, utf-16 and utf-32 are converted here, at once; other names go through the search functions that the package `encodings`
registers.
"""

from interpreter.errors import OperationError, lookup_error as lookup_error_of, type_error, value_error
from interpreter.objects.bytes import W_Bytes, newbytes
from interpreter.objects.codecerrors import Handler, w_handlers
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str, newascii, newstr
from interpreter.unicode import latin1, utf16, utf8, utf8codec

UTF8, LATIN1, ASCII, UTF16, UTF16LE, UTF16BE, UTF32, UTF32LE, UTF32BE, OTHER = range(10)

_BUILTIN = {
    'utf-8': UTF8, 'utf8': UTF8, 'latin-1': LATIN1, 'latin1': LATIN1, 'iso-8859-1': LATIN1, 'iso8859-1': LATIN1, 'l1': LATIN1,
    'ascii': ASCII, 'us-ascii': ASCII, 'utf-16': UTF16, 'utf16': UTF16, 'utf-16-le': UTF16LE, 'utf-16le': UTF16LE,
    'utf-16-be': UTF16BE, 'utf-16be': UTF16BE, 'utf-32': UTF32, 'utf32': UTF32, 'utf-32-le': UTF32LE, 'utf-32le': UTF32LE,
    'utf-32-be': UTF32BE, 'utf-32be': UTF32BE}


class Registry(object):
    """Search functions, the codecs they found, and error handlers."""
    def __init__(self):
        self.search_w = []
        self.found_w = {}
        self.errors_w = None
        self.loading = False
        self.checks = False              # -X dev: names of encodings and handlers are checked though they are not needed

    def handlers(self):
        if self.errors_w is None:
            self.errors_w = w_handlers()
        return self.errors_w

    def _cleanup_(self):
        self.search_w = []
        self.found_w = {}
        self.errors_w = None


registry = Registry()


def builtin_kind(encoding):
    """Which of the built-in encodings is it?"""
    return _BUILTIN.get(encoding.lower().replace('_', '-'), OTHER)


def normalize(encoding):
    """The form in which the search functions get the name."""
    chars = []
    for c in encoding:
        if c == ' ':
            chars.append('-')
        elif 'A' <= c <= 'Z':
            chars.append(chr(ord(c) + 32))
        else:
            chars.append(c)
    name = ''.join(chars)
    if ':' in name or '/' in name:
        return name
    return name.replace('-', '_')


# ____________________________________________________________
# text and bytes


def encode_text(w_str, encoding, errors):
    """str.encode -> W_Bytes"""
    if registry.checks:
        check_names(encoding, errors)
    kind = builtin_kind(encoding)
    if kind != OTHER:
        return newbytes(encode_builtin(kind, w_str, errors))
    w_result = call_text_codec(w_str, encoding, errors, 0, "encode")
    if not isinstance(w_result, W_Bytes):
        raise type_error("'%s' encoder returned '%s' instead of 'bytes'; use codecs.encode() to encode to arbitrary types" % (
            encoding, w_result.gettype().name))
    return w_result


def check_names(encoding, errors):
    """LookupError for an unknown encoding or error handler."""
    if builtin_kind(encoding) == OTHER:
        lookup(encoding)
    lookup_error(errors)


def utf8_name(w_name):
    """(W_Str) -> its UTF-8; UnicodeEncodeError where there are lone surrogates."""
    return encode_builtin(UTF8, w_name, 'strict')


def encode_to_bytes(w_str, encoding, errors):
    return encode_text(w_str, encoding, errors)._value


def encode_builtin(kind, w_str, errors):
    """(kind, W_Str, name of the error handler) -> bytes as an RPython str."""
    text = w_str._utf8
    if kind <= ASCII and w_str.is_ascii():
        return text
    handler = Handler(errors, w_str)
    if kind == UTF8:
        return utf8codec.encode(text, handler)
    if kind == LATIN1:
        return latin1.encode(text, handler)
    if kind == ASCII:
        return latin1.encode_ascii(text, handler)
    size, order = unit_kind(kind)
    return utf16.encode(text, handler, order, size)


def unit_kind(kind):
    """(bytes a code unit, byte order)"""
    if kind <= UTF16BE:
        size = 2
        kind -= UTF16
    else:
        size = 4
        kind -= UTF32
    return size, (utf16.NATIVE if kind == 0 else (utf16.LITTLE if kind == 1 else utf16.BIG))


def decode_bytes(data, encoding, errors):
    """The text of bytes given as an RPython str -> W_Str."""
    return decode_text(None, data, encoding, errors)


def decode_text(w_object, data, encoding, errors):
    """The same, where w_object is the bytes-like object of the data, or None."""
    if registry.checks:
        check_names(encoding, errors)
    kind = builtin_kind(encoding)
    if kind != OTHER:
        return decode_builtin(kind, data, errors)
    if w_object is None:
        w_object = newbytes(data)
    w_result = call_text_codec(w_object, encoding, errors, 1, "decode")
    if not isinstance(w_result, W_Str):
        raise type_error("'%s' decoder returned '%s' instead of 'str'; use codecs.decode() to decode to arbitrary types" % (
            encoding, w_result.gettype().name))
    return w_result


def decode_builtin(kind, data, errors):
    """(kind, bytes as an RPython str, name of the error handler) -> W_Str."""
    if kind <= ASCII and utf8.is_ascii(data):
        return newascii(data)
    if kind == LATIN1:
        return W_Str(latin1.decode(data), len(data))
    handler = Handler(errors, newbytes(data))
    if kind == UTF8:
        return newstr(utf8codec.decode(data, handler, True)[0])
    if kind == ASCII:
        return newstr(latin1.decode_ascii(data, handler))
    size, order = unit_kind(kind)
    if size == 2:
        return newstr(utf16.decode16(data, handler, order, True)[0])
    return newstr(utf16.decode32(data, handler, order, True)[0])


def call_text_codec(w_object, encoding, errors, index, verb):
    """Calls the encoder (index 0) or decoder (1) of a codec found by name, which must be one of text."""
    from interpreter import ops
    w_codec = lookup(encoding)
    w_is_text = ops.getattr_or_none(w_codec, '_is_text_encoding')
    if w_is_text is not None and not ops.is_true(w_is_text):
        raise lookup_error_of("'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs" % (encoding, verb))
    return call_codec(w_codec, w_object, encoding, errors, index)


def call_codec(w_codec, w_object, encoding, errors, index):
    from interpreter import ops
    from interpreter.objects.tuple import W_Tuple
    w_function = ops.fixedview(w_codec)[index]
    try:
        w_result = w_function.call2(w_object, newstr(errors))
    except OperationError as e:
        raise codec_failure(e, encoding, index)
    if not isinstance(w_result, W_Tuple) or ops.len(w_result) != 2:
        raise type_error("%s must return a tuple (object, integer)" % ("encoder" if index == 0 else "decoder"))
    return ops.tuple_items(w_result)[0]


def codec_failure(e, encoding, index):
    """The error of a codec with the codec's name in its text, where its class and arguments allow to make another one."""
    from interpreter import ops
    from interpreter.objects.baseexception import W_BaseException
    w_exc = e.w_exc
    w_type = w_exc.gettype()
    w_base = W_BaseException.typedef.w_type
    if w_type.lookup('__init__') is not w_base.lookup('__init__') or w_type.lookup('__new__') is not w_base.lookup('__new__'):
        return e
    args_w = w_exc.args_w
    if len(args_w) > 1 or (len(args_w) == 1 and type(args_w[0]) is not W_Str) or w_exc.getdict().length() > 0:
        return e
    w_new = w_type.call1(newstr("%s with '%s' codec failed (%s: %s)" % (
        "encoding" if index == 0 else "decoding", encoding, w_type.name, ops.str_w(w_exc))))
    if not isinstance(w_new, W_BaseException):
        return e
    w_new.w_cause = w_exc
    w_new.w_context = w_exc
    w_new.suppress_context = True
    error = OperationError(w_new)
    error.recorded = True
    return error


# ____________________________________________________________
# the registry


def register(w_function):
    """codecs.register"""
    if not w_function.is_callable():
        raise type_error("argument must be callable")
    registry.search_w.append(w_function)


def unregister(w_function):
    """codecs.unregister"""
    for i in range(len(registry.search_w)):
        if registry.search_w[i] is w_function:
            registry.found_w = {}
            del registry.search_w[i]
            return


def lookup(encoding):
    """codecs.lookup: the codec's tuple; LookupError if no search function knows the name."""
    from interpreter import ops
    from interpreter.objects.tuple import W_Tuple
    if encoding.find('\0') >= 0:
        raise value_error("embedded null character")
    name = normalize(encoding)
    w_codec = registry.found_w.get(name, None)
    if w_codec is not None:
        return w_codec
    load_encodings()
    w_name = newstr(name)
    searchers_w = registry.search_w[:]
    for w_function in searchers_w:
        w_codec = w_function.call1(w_name)
        if w_codec is w_None:
            continue
        if not isinstance(w_codec, W_Tuple) or ops.len(w_codec) != 4:
            raise type_error("codec search functions must return 4-tuples")
        registry.found_w[name] = w_codec
        return w_codec
    raise lookup_error_of("unknown encoding: %s" % encoding)


def load_encodings():
    """Imports the package that registers the standard search function."""
    from interpreter.eval.importing import import_module
    if len(registry.search_w) == 0 and not registry.loading:
        registry.loading = True
        try:
            import_module('encodings')
        finally:
            registry.loading = False


def register_error(name, w_handler):
    """codecs.register_error"""
    if not w_handler.is_callable():
        raise type_error("handler must be callable")
    registry.handlers()[name] = w_handler


def lookup_error(name):
    """codecs.lookup_error"""
    w_handler = registry.handlers().get(name, None)
    if w_handler is None:
        raise lookup_error_of("unknown error handler name '%s'" % name)
    return w_handler


# ____________________________________________________________
# anything to anything


def encode_object(w_object, encoding, errors):
    """codecs.encode"""
    return call_codec(lookup(encoding), w_object, encoding, errors, 0)


def decode_object(w_object, encoding, errors):
    """codecs.decode"""
    return call_codec(lookup(encoding), w_object, encoding, errors, 1)
