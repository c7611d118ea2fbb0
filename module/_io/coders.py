"""Incremental decoders and encoders of TextIOWrapper: UTF-8, ASCII and Latin-1 with strict errors in RPython, all others through `codecs`.

A decoder is fed bytes and gives UTF-8 text; its state (the bytes that wait for more, and a number) can be asked and set.
"""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.fscodec import sequence_length
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newbool, newbytes, newint, newstr, newtuple
from interpreter.objects.root import w_None


def is_ascii(s):
    for c in s:
        if ord(c) >= 0x80:
            return False
    return True


def normalized(encoding):
    """'UTF_8' -> 'utf-8'."""
    from rpython.rlib.rstring import replace
    return replace(encoding.lower(), '_', '-')


class Decoder(object):
    """The interface, and the decoder for the codecs done here."""

    def decode(self, data, final):
        raise NotImplementedError

    def getstate(self):
        """() -> (bytes, int)"""
        raise NotImplementedError

    def setstate(self, data, flags):
        raise NotImplementedError

    def reset(self):
        self.setstate('', 0)


class Utf8Decoder(Decoder):
    """utf-8, any error handler: good text is passed through, the rest goes to the codec."""

    def __init__(self, errors_name):
        self.rest = ''
        self.errors_name = errors_name

    def decode(self, data, final):
        if len(self.rest) > 0:
            data = self.rest + data
            self.rest = ''
        if is_ascii(data):
            return data
        i = 0
        n = len(data)
        while i < n:
            size = sequence_length(data, i)
            if size == 0:
                break
            i += size
        if i == n:
            return data
        stop = n if final else n - incomplete_tail(data)
        assert stop >= 0
        self.rest = data[stop:]
        if i >= stop:
            return data[:stop]
        w_text = ops.call_method(newbytes(data[:stop]), 'decode', [newstr('utf-8'), newstr(self.errors_name)])
        return ops.text_w(w_text)

    def getstate(self):
        return self.rest, 0

    def setstate(self, data, flags):
        self.rest = data


def incomplete_tail(data):
    """How many bytes at the end begin a UTF-8 sequence that more bytes could complete."""
    n = len(data)
    back = 1
    while back <= 3 and back <= n:
        c = ord(data[n - back])
        if c & 0xC0 == 0x80:
            back += 1
            continue
        need = 0
        if 0xC2 <= c < 0xE0:
            need = 2
        elif 0xE0 <= c < 0xF0:
            need = 3
        elif 0xF0 <= c <= 0xF4:
            need = 4
        if need <= back:
            return 0
        if back >= 2:       # the second byte decides whether it can become valid
            second = ord(data[n - back + 1])
            if (c == 0xE0 and second < 0xA0) or (c == 0xED and second >= 0xA0) or (c == 0xF0 and second < 0x90) or (
                    c == 0xF4 and second >= 0x90):
                return 0
        return back
    return 0


class Latin1Decoder(Decoder):
    """latin-1; and ascii, which hands bytes past 127 to the codec."""

    def __init__(self, ascii, errors_name):
        self.ascii = ascii
        self.errors_name = errors_name

    def decode(self, data, final):
        if is_ascii(data):
            return data
        name = 'ascii' if self.ascii else 'latin-1'
        return ops.text_w(ops.call_method(newbytes(data), 'decode', [newstr(name), newstr(self.errors_name)]))

    def getstate(self):
        return '', 0

    def setstate(self, data, flags):
        pass


class CodecDecoder(Decoder):
    """An incremental decoder object of the codecs module."""

    def __init__(self, w_decoder):
        self.w_decoder = w_decoder

    def decode(self, data, final):
        w_method = ops.getattr(self.w_decoder, 'decode')
        w_text = w_method.call2(newbytes(data), newbool(final))
        if not isinstance(w_text, W_Str):
            raise errors.type_error("decoder should return a string result, not '%s'" % w_text.gettype().name)
        return w_text._utf8

    def getstate(self):
        w_state = ops.call_method0(self.w_decoder, 'getstate')
        from interpreter.objects.tuple import W_Tuple
        if not isinstance(w_state, W_Tuple):
            raise errors.type_error("illegal decoder state")
        items_w = w_state.items
        if len(items_w) != 2:
            raise errors.type_error("illegal decoder state")
        data = items_w[0].buffer_str()
        if data is None:
            raise errors.type_error("illegal decoder state: the first item should be a bytes object, not '%s'" % items_w[0].gettype().name)
        return data, ops.int_w(items_w[1])

    def setstate(self, data, flags):
        ops.call_method1(self.w_decoder, 'setstate', newtuple([newbytes(data), newint(flags)]))

    def reset(self):
        ops.call_method0(self.w_decoder, 'reset')


class Encoder(object):
    """The interface: UTF-8 text to bytes."""

    def encode(self, w_text):
        raise NotImplementedError

    def setstate(self, state):
        """0: at the start of the stream; 1: not."""

    def reset(self):
        pass


class SimpleEncoder(Encoder):
    """utf-8 (kind 0), ascii (1), latin-1 (2)."""

    def __init__(self, kind, errors_name):
        self.kind = kind
        self.errors_name = errors_name

    def encode(self, w_text):
        text = w_text._utf8
        if len(text) == w_text._length:
            return text
        if self.kind == 0:
            from interpreter.unicode.utf8 import has_surrogate
            if not has_surrogate(text):
                return text
            name = 'utf-8'
        elif self.kind == 1:
            name = 'ascii'
        else:
            name = 'latin-1'
        return ops.bufferstr_w(ops.call_method(w_text, 'encode', [newstr(name), newstr(self.errors_name)]))


class CodecEncoder(Encoder):
    """An incremental encoder object of the codecs module."""

    def __init__(self, w_encoder):
        self.w_encoder = w_encoder

    def encode(self, w_text):
        w_data = ops.call_method1(self.w_encoder, 'encode', w_text)
        data = w_data.buffer_str()
        if data is None:
            raise errors.type_error("encoder should return a bytes object, not '%s'" % w_data.gettype().name)
        return data

    def setstate(self, state):
        if state == 0:
            ops.call_method0(self.w_encoder, 'reset')
        else:
            ops.call_method1(self.w_encoder, 'setstate', newint(0))

    def reset(self):
        ops.call_method0(self.w_encoder, 'reset')


def codec_info(encoding):
    """The CodecInfo of a text encoding; LookupError."""
    from interpreter.objects import codecregistry
    w_info = codecregistry.lookup(encoding)
    w_is_text = ops.getattr_or_none(w_info, '_is_text_encoding')
    if w_is_text is not None and not w_is_text.op_bool():
        raise errors.lookup_error("'%s' is not a text encoding; use codecs.open() to handle arbitrary codecs" % encoding)
    return w_info


def make_decoder(encoding, errors_name):
    name = normalized(encoding)
    if name == 'utf-8' or name == 'utf8':
        return Utf8Decoder(errors_name)
    if name == 'ascii' or name == 'us-ascii':
        return Latin1Decoder(True, errors_name)
    if name == 'latin-1' or name == 'latin1' or name == 'iso-8859-1':
        return Latin1Decoder(False, errors_name)
    w_factory = ops.getattr(codec_info(encoding), 'incrementaldecoder')
    return CodecDecoder(w_factory.call1(newstr(errors_name)))


def make_encoder(encoding, errors_name):
    name = normalized(encoding)
    if name == 'utf-8' or name == 'utf8':
        return SimpleEncoder(0, errors_name)
    if name == 'ascii' or name == 'us-ascii':
        return SimpleEncoder(1, errors_name)
    if name == 'latin-1' or name == 'latin1' or name == 'iso-8859-1':
        return SimpleEncoder(2, errors_name)
    w_factory = ops.getattr(codec_info(encoding), 'incrementalencoder')
    return CodecEncoder(w_factory.call1(newstr(errors_name)))
