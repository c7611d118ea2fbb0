"""The codec charmap: one byte a character, through a mapping (the 8-bit encodings of the package `encodings`)."""

from rpython.rlib.rstring import StringBuilder

from interpreter.errors import OperationError, type_error
from interpreter.gateway import method
from interpreter.objects.codecerrors import Handler
from interpreter.objects.int import W_Int, newint
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.str import W_Str, newstr
from interpreter.typedef import TypeDef
from interpreter.unicode import utf8

UNDEFINED = "character maps to <undefined>"
UNMAPPED = 0xFFFE              # marks bytes without a character in a decoding table


class W_EncodingMap(W_Root):
    """What _codecs.charmap_build makes of a decoding table: bytes by code point."""
    _attrs_ = ['table']

    def __init__(self, table):
        self.table = table

    @method('size(self, /) -> int')
    def m_size(self):
        """Its size in bytes."""
        return 16 * len(self.table)


W_EncodingMap.typedef = TypeDef('EncodingMap', W_EncodingMap, subclassable=False)


def charmap_build(w_table):
    """An EncodingMap for a decoding table, a str of at most 256 characters."""
    if not isinstance(w_table, W_Str):
        raise type_error("charmap_build() argument must be str, not %s" % w_table.gettype().name)
    table = {}
    codes = utf8.codes(w_table._utf8)
    for i in range(min(len(codes), 256)):
        if codes[i] != UNMAPPED:
            table[codes[i]] = chr(i)
    return W_EncodingMap(table)


def charmap_decode(data, w_mapping, handler):
    """(bytes, a str, a mapping or None for latin-1, Handler) -> UTF-8 text."""
    codes = None
    if isinstance(w_mapping, W_Str):
        codes = utf8.codes(w_mapping._utf8)
    builder = StringBuilder(len(data))
    i = 0
    while i < len(data):
        byte = ord(data[i])
        if codes is not None:
            text = utf8.encode(codes[byte]) if byte < len(codes) and codes[byte] != UNMAPPED else None
        else:
            text = mapped_text(w_mapping, byte)
        if text is None:
            replacement, i = handler.decode('charmap', data, i, i + 1, UNDEFINED)
            builder.append(replacement)
        else:
            builder.append(text)
            i += 1
    return builder.build()


def mapped_item(w_mapping, code):
    """w_mapping[code], or None (RPython null) where it raises LookupError or is None."""
    from interpreter import ops
    from interpreter.objects import exception
    try:
        w_item = ops.getitem(w_mapping, newint(code))
    except OperationError as e:
        if not e.is_instance(exception.W_LookupError.typedef):
            raise
        return None
    if w_item is w_None:
        return None
    return w_item


def mapped_text(w_mapping, byte):
    """The text of a byte, or None."""
    w_item = mapped_item(w_mapping, byte)
    if w_item is None:
        return None
    if isinstance(w_item, W_Int):
        if w_item.intval == UNMAPPED:
            return None
        if not 0 <= w_item.intval <= utf8.MAX_CODE:
            raise type_error("character mapping must be in range(0x110000)")
        return utf8.encode(w_item.intval)
    if isinstance(w_item, W_Str):
        if w_item._utf8 == '\xEF\xBF\xBE':
            return None
        return w_item._utf8
    raise type_error("character mapping must return integer, None or str")


def mapped_bytes(w_mapping, code):
    """The bytes of a code point, or None."""
    from interpreter.objects.bytes import W_Bytes
    if isinstance(w_mapping, W_EncodingMap):
        return w_mapping.table.get(code, None)
    w_item = mapped_item(w_mapping, code)
    if w_item is None:
        return None
    if isinstance(w_item, W_Int):
        if not 0 <= w_item.intval < 256:
            raise type_error("character mapping must be in range(256)")
        return chr(w_item.intval)
    if isinstance(w_item, W_Bytes):
        return w_item._value
    raise type_error("character mapping must return integer, bytes or None, not %s" % w_item.gettype().name)


def charmap_encode(text, w_mapping, handler):
    """(UTF-8 text, a mapping or an EncodingMap, Handler) -> bytes."""
    builder = StringBuilder(len(text))
    i = 0
    while i < len(text):
        data = mapped_bytes(w_mapping, utf8.code_at(text, i))
        if data is not None:
            builder.append(data)
            i = utf8.next_offset(text, i)
            continue
        end = utf8.next_offset(text, i)
        while end < len(text) and mapped_bytes(w_mapping, utf8.code_at(text, end)) is None:
            end = utf8.next_offset(text, end)
        replacement, is_bytes, after = handler.encode('charmap', text, i, end, UNDEFINED)
        if is_bytes:
            builder.append(replacement)
        else:
            k = 0
            while k < len(replacement):
                data = mapped_bytes(w_mapping, utf8.code_at(replacement, k))
                if data is None:
                    handler.encode_strictly('charmap', text, i, end, UNDEFINED)
                    raise AssertionError
                builder.append(data)
                k = utf8.next_offset(replacement, k)
        i = after
    return builder.build()


def decode_object(data, w_data, w_mapping, errors):
    """_codecs.charmap_decode -> W_Str."""
    return newstr(charmap_decode(data, w_mapping, Handler(errors, w_data)))
