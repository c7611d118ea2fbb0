"""<codec>_encode(str, errors) -> (bytes, characters used) and <codec>_decode(data, errors, final) -> (str, bytes used)."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects import charmap, codecregistry
from interpreter.objects.codecerrors import Handler
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newbytes, newint, newstr, newtuple
from interpreter.unicode import escapes, latin1, utf16, utf8, utf8codec
from interpreter.unicode.utf16 import BIG, LITTLE, NATIVE


def _str(w_text, name):
    if not isinstance(w_text, W_Str):
        raise errors.type_error("%s() argument 1 must be str, not %s" % (name, w_text.gettype().name))
    return w_text


def _data(w_data):
    """The bytes of a decoder's argument: a bytes-like object, or for a few decoders a str."""
    return ops.bufferstr_w(w_data)


def _errors(w_errors):
    if w_errors is None or w_errors is w_None:
        return 'strict'
    return ops.text_w(w_errors)


def _encoded(data, w_text):
    return newtuple([newbytes(data), newint(w_text._length)])


def _decoded(text, consumed):
    return newtuple([newstr(text), newint(consumed)])


def _make_encoder(name, convert):
    def encode(w_text, w_errors):
        w_text = _str(w_text, name)
        return _encoded(convert(w_text._utf8, Handler(_errors(w_errors), w_text)), w_text)
    encode.func_name = name
    encode.__module__ = __name__
    globals()[name] = function('%s(str, errors=None, /)' % name)(encode)


def _make_decoder(name, convert):
    def decode(w_data, w_errors, final):
        data = _data(w_data)
        text, consumed = convert(data, Handler(_errors(w_errors), newbytes(data)), final)
        return _decoded(text, consumed)
    decode.func_name = name
    decode.__module__ = __name__
    globals()[name] = function('%s(data, errors=None, final: bool=False, /)' % name)(decode)


def _make_full_decoder(name, convert):
    """A codec whose input is never incomplete."""
    def decode(w_data, w_errors):
        data = _data(w_data)
        return _decoded(convert(data, Handler(_errors(w_errors), newbytes(data))), len(data))
    decode.func_name = name
    decode.__module__ = __name__
    globals()[name] = function('%s(data, errors=None, /)' % name)(decode)


_make_encoder('utf_8_encode', utf8codec.encode)
_make_decoder('utf_8_decode', utf8codec.decode)
_make_encoder('latin_1_encode', latin1.encode)
_make_full_decoder('latin_1_decode', lambda data, handler: latin1.decode(data))
_make_encoder('ascii_encode', latin1.encode_ascii)
_make_full_decoder('ascii_decode', latin1.decode_ascii)


def _make_wide(size, order, suffix):
    bits = size * 8
    convert = utf16.decode16 if size == 2 else utf16.decode32

    def encode(text, handler):
        return utf16.encode(text, handler, order, size)

    def decode(data, handler, final):
        text, consumed, found = convert(data, handler, order, final)
        return text, consumed
    _make_encoder('utf_%d%s_encode' % (bits, suffix), encode)
    _make_decoder('utf_%d%s_decode' % (bits, suffix), decode)


for _size in (2, 4):
    _make_wide(_size, LITTLE, '_le')
    _make_wide(_size, BIG, '_be')


def _order(byteorder):
    return NATIVE if byteorder == 0 else (LITTLE if byteorder < 0 else BIG)


def _byteorder(order):
    return 0 if order == NATIVE else (-1 if order == LITTLE else 1)


def _wide_encode(name, w_text, w_errors, byteorder, size):
    w_text = _str(w_text, name)
    return _encoded(utf16.encode(w_text._utf8, Handler(_errors(w_errors), w_text), _order(byteorder), size), w_text)


@function('utf_16_encode(str, errors=None, byteorder: int=0, /)')
def utf_16_encode(w_text, w_errors, byteorder):
    return _wide_encode('utf_16_encode', w_text, w_errors, byteorder, 2)


@function('utf_32_encode(str, errors=None, byteorder: int=0, /)')
def utf_32_encode(w_text, w_errors, byteorder):
    return _wide_encode('utf_32_encode', w_text, w_errors, byteorder, 4)


@function('utf_16_decode(data, errors=None, final: bool=False, /)')
def utf_16_decode(w_data, w_errors, final):
    data = _data(w_data)
    text, consumed, found = utf16.decode16(data, Handler(_errors(w_errors), newbytes(data)), NATIVE, final)
    return _decoded(text, consumed)


@function('utf_32_decode(data, errors=None, final: bool=False, /)')
def utf_32_decode(w_data, w_errors, final):
    data = _data(w_data)
    text, consumed, found = utf16.decode32(data, Handler(_errors(w_errors), newbytes(data)), NATIVE, final)
    return _decoded(text, consumed)


@function('utf_16_ex_decode(data, errors=None, byteorder: int=0, final: bool=False, /)')
def utf_16_ex_decode(w_data, w_errors, byteorder, final):
    data = _data(w_data)
    text, consumed, found = utf16.decode16(data, Handler(_errors(w_errors), newbytes(data)), _order(byteorder), final)
    return newtuple([newstr(text), newint(consumed), newint(_byteorder(found))])


@function('utf_32_ex_decode(data, errors=None, byteorder: int=0, final: bool=False, /)')
def utf_32_ex_decode(w_data, w_errors, byteorder, final):
    data = _data(w_data)
    text, consumed, found = utf16.decode32(data, Handler(_errors(w_errors), newbytes(data)), _order(byteorder), final)
    return newtuple([newstr(text), newint(consumed), newint(_byteorder(found))])


# ---- utf-7

@function('utf_7_encode(str, errors=None, /)')
def utf_7_encode(w_text, w_errors):
    from module._codecs import utf7
    w_text = _str(w_text, 'utf_7_encode')
    return _encoded(utf7.encode(w_text._utf8), w_text)


@function('utf_7_decode(data, errors=None, final: bool=False, /)')
def utf_7_decode(w_data, w_errors, final):
    from module._codecs import utf7
    data = _data(w_data)
    text, consumed = utf7.decode(data, Handler(_errors(w_errors), newbytes(data)), final)
    return _decoded(text, consumed)


# ---- escapes

def _text_or_data(w_data):
    if isinstance(w_data, W_Str):
        return w_data._utf8
    return _data(w_data)


@function('unicode_escape_encode(str, errors=None, /)')
def unicode_escape_encode(w_text, w_errors):
    w_text = _str(w_text, 'unicode_escape_encode')
    return _encoded(escapes.encode_unicode_escape(w_text._utf8), w_text)


@function('unicode_escape_decode(data, errors=None, final: bool=True, /)')
def unicode_escape_decode(w_data, w_errors, final):
    data = _text_or_data(w_data)
    result = escapes.decode_unicode_escape(data, Handler(_errors(w_errors), newbytes(data)), final)
    if result.first_invalid >= 0:
        _warn_invalid_escape(data, result.first_invalid)
    return _decoded(result.text, result.consumed)


def _warn_invalid_escape(data, position):
    from interpreter.eval.hooks import warn
    from interpreter.objects.exception import W_DeprecationWarning
    assert position >= 0
    following = data[position + 1] if position + 1 < len(data) else ''
    if '4' <= following <= '7':
        message = "invalid octal escape sequence '\\%s'" % data[position + 1:position + 4]
    else:
        message = "invalid escape sequence '\\%s'" % following
    warn(W_DeprecationWarning.typedef.w_type, message)


@function('raw_unicode_escape_encode(str, errors=None, /)')
def raw_unicode_escape_encode(w_text, w_errors):
    w_text = _str(w_text, 'raw_unicode_escape_encode')
    return _encoded(escapes.encode_raw_unicode_escape(w_text._utf8), w_text)


@function('raw_unicode_escape_decode(data, errors=None, final: bool=True, /)')
def raw_unicode_escape_decode(w_data, w_errors, final):
    data = _text_or_data(w_data)
    text, consumed = escapes.decode_raw_unicode_escape(data, Handler(_errors(w_errors), newbytes(data)), final)
    return _decoded(text, consumed)


@function('escape_encode(data, errors=None, /)')
def escape_encode(w_data, w_errors):
    data = _data(w_data)
    return newtuple([newbytes(escapes.encode_bytes_escape(data)), newint(len(data))])


@function('escape_decode(data, errors=None, /)')
def escape_decode(w_data, w_errors):
    data = _text_or_data(w_data)
    try:
        result = escapes.decode_bytes_escape(data, _errors(w_errors))
    except escapes.BadEscape as e:
        if e.offset + 1 >= len(data):
            raise errors.value_error("Trailing \\ in string")
        raise errors.value_error("invalid \\x escape at position %d" % e.offset)
    if result.first_invalid >= 0:
        _warn_invalid_escape(data, result.first_invalid)
    return newtuple([newbytes(result.text), newint(len(data))])


# ---- tables

@function('charmap_encode(str, errors=None, mapping=None, /)')
def charmap_encode(w_text, w_errors, w_mapping):
    w_text = _str(w_text, 'charmap_encode')
    handler = Handler(_errors(w_errors), w_text)
    if w_mapping is w_None:
        return _encoded(latin1.encode(w_text._utf8, handler), w_text)
    return _encoded(charmap.charmap_encode(w_text._utf8, w_mapping, handler), w_text)


@function('charmap_decode(data, errors=None, mapping=None, /)')
def charmap_decode(w_data, w_errors, w_mapping):
    data = _data(w_data)
    if w_mapping is w_None:
        return _decoded(latin1.decode(data), len(data))
    return _decoded(charmap.charmap_decode(data, w_mapping, Handler(_errors(w_errors), newbytes(data))), len(data))


@function('charmap_build(map, /)')
def charmap_build(w_map):
    return charmap.charmap_build(w_map)


@function('readbuffer_encode(data, errors=None, /)')
def readbuffer_encode(w_data, w_errors):
    data = _text_or_data(w_data)
    return newtuple([newbytes(data), newint(len(data))])
