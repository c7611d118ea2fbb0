"""The codecs of the Chinese, Japanese and Korean encodings: what CPython's module of this name gives to the modules of `encodings`.

The encodings themselves are in _multibyte.py.
"""

import codecs
import operator
from _multibyte import INCOMPLETE, engine

__all__ = ['MultibyteIncrementalEncoder', 'MultibyteIncrementalDecoder', 'MultibyteStreamReader', 'MultibyteStreamWriter']

STATE_SIZE = 8
MAX_PENDING_BYTES = 8
MAX_PENDING_TEXT = 2
ILLEGAL_REASON, INCOMPLETE_REASON = 'illegal multibyte sequence', 'incomplete multibyte sequence'


def getcodec_of(*names):
    """The function getcodec() of a module that has the codecs of these names."""
    made = {}

    def getcodec(name, /):
        if not isinstance(name, str):
            raise TypeError("encoding name must be a string.")
        if name not in names:
            raise LookupError("no such codec is supported.")
        if name not in made:
            made[name] = MultibyteCodec(name)
        return made[name]
    return getcodec


def _checked_errors(errors, what):
    """The argument called `what` of a function: the name of an error handler, or None."""
    if errors is None:
        return 'strict'
    if not isinstance(errors, str):
        raise TypeError("%s must be str, not %s" % (what, type(errors).__name__))
    return errors


def _bytes_of(data):
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__) from None


def _handled(error, errors, types, what):
    """(replacement, position) that the error handler of that name gives for the exception."""
    result = codecs.lookup_error(errors)(error)
    if not (isinstance(result, tuple) and len(result) == 2 and isinstance(result[0], types) and hasattr(type(result[1]), '__index__')):
        raise TypeError("%s error handler must return (str, int) tuple" % what)
    replacement, position = result
    position = operator.index(position)
    size = len(error.object)
    if position < 0:
        position += size
    if not 0 <= position <= size:
        raise IndexError("position %d from error handler out of bounds" % position)
    return replacement, position


class MultibyteCodec:
    """One encoding.  encode and decode are what a CodecInfo wants."""

    def __init__(self, name):
        self._name = name
        self._made_engine = None

    @property
    def _engine(self):
        # its tables take a few milliseconds to load
        if self._made_engine is None:
            self._made_engine = engine(self._name)
        return self._made_engine

    def _encode_state(self):
        state = bytearray(STATE_SIZE)
        self._engine.init_encode(state)
        return state

    def _decode_state(self):
        state = bytearray(STATE_SIZE)
        self._engine.init_decode(state)
        return state

    def encode(self, input, errors=None):
        """Return an encoded string version of `input', and the length of it."""
        errors = _checked_errors(errors, "encode() argument 'errors'")
        if not isinstance(input, str):
            raise TypeError("couldn't convert the object to str.")
        encoded, _ = self._encode(input, errors, self._encode_state(), True)
        return encoded, len(input)

    def decode(self, input, errors=None):
        """Return the text of the bytes `input', and their length."""
        errors = _checked_errors(errors, "decode() argument 'errors'")
        data = _bytes_of(input)
        text, _ = self._decode(data, errors, self._decode_state(), True)
        return text, len(data)

    def _encode(self, text, errors, state, final, reset=True):
        """(bytes, number of characters used); all are used if `final`."""
        out = bytearray()
        i = 0
        while True:
            i, bad = self._engine.encode(text, i, state, out, final)
            if bad is None:
                break
            if bad == INCOMPLETE:
                if not final:
                    return bytes(out), i
                reason, end = INCOMPLETE_REASON, len(text)
            else:
                reason, end = ILLEGAL_REASON, i + bad
            if errors == 'ignore':
                i = end
            elif errors == 'replace':
                if self._engine.encode('?', 0, state, out, True)[1] is not None:
                    out += b'?'
                i = end
            else:
                error = UnicodeEncodeError(self._name, text, i, end, reason)
                if errors == 'strict':
                    raise error
                replacement, i = _handled(error, errors, (str, bytes), 'encoding')
                if isinstance(replacement, str):
                    replacement, _ = self._encode(replacement, 'strict', state, True, reset=False)
                out += replacement
        if final and reset:
            out += self._engine.encode_reset(state)
        return bytes(out), i

    def _decode(self, data, errors, state, final):
        """(text, number of bytes used); all are used if `final`."""
        out = []
        i = 0
        while True:
            i, bad = self._engine.decode(data, i, state, out)
            if bad is None:
                break
            if bad == INCOMPLETE:
                if not final:
                    break
                reason, end = INCOMPLETE_REASON, len(data)
            else:
                reason, end = ILLEGAL_REASON, i + bad
            if errors == 'ignore':
                i = end
            elif errors == 'replace':
                out.append('\ufffd')
                i = end
            else:
                error = UnicodeDecodeError(self._name, data, i, end, reason)
                if errors == 'strict':
                    raise error
                replacement, i = _handled(error, errors, str, 'decoding')
                out.append(replacement)
        return ''.join(out), i


class _WithCodec:
    """The subclass names the codec; `errors` cannot be deleted."""
    _errors_position = 1

    def __init__(self, errors='strict'):
        if not isinstance(type(self).codec, MultibyteCodec):
            raise TypeError("codec is unexpected type")
        self._errors = _checked_errors(errors, "%s() argument %d" % (type(self).__name__, self._errors_position))
        self._reset()

    @property
    def errors(self):
        """how to treat errors"""
        return self._errors

    @errors.setter
    def errors(self, value):
        if not isinstance(value, str):
            raise TypeError("errors must be a string")
        self._errors = value


class _Encoder(_WithCodec):
    def _reset(self):
        self._state = self.codec._encode_state()
        self._pending = ''

    def _feed(self, text, final):
        if not isinstance(text, str):
            raise TypeError("couldn't convert the object to str.")
        text = self._pending + text
        encoded, used = self.codec._encode(text, self._errors, self._state, final)
        if len(text) - used > MAX_PENDING_TEXT:
            raise UnicodeEncodeError(self.codec._name, text, used, len(text), "pending buffer overflow")
        self._pending = text[used:]
        return encoded


class MultibyteIncrementalEncoder(_Encoder):
    def encode(self, input, final=False):
        return self._feed(input, bool(final))

    def getstate(self):
        pending = self._pending.encode('utf-8')
        return int.from_bytes(bytes([len(pending)]) + pending + self._state, 'little')

    def setstate(self, state, /):
        if not isinstance(state, int):
            raise TypeError("setstate() argument must be int, not %s" % type(state).__name__)
        data = state.to_bytes(1 + MAX_PENDING_BYTES + STATE_SIZE, 'little')
        size = data[0]
        if size > MAX_PENDING_BYTES:
            raise UnicodeError("pending buffer too large")
        self._pending = data[1:1 + size].decode('utf-8')
        self._state[:] = data[1 + size:1 + size + STATE_SIZE]

    def reset(self):
        self._reset()


class _Decoder(_WithCodec):
    def _reset(self):
        self._state = self.codec._decode_state()
        self._pending = b''

    def _feed(self, data, final):
        data = self._pending + data
        text, used = self.codec._decode(data, self._errors, self._state, final)
        if len(data) - used > MAX_PENDING_BYTES:
            raise UnicodeError("pending buffer overflow")
        self._pending = data[used:]
        return text


class MultibyteIncrementalDecoder(_Decoder):
    def decode(self, input, final=False):
        return self._feed(_bytes_of(input), bool(final))

    def getstate(self):
        return self._pending, int.from_bytes(self._state, 'little')

    def setstate(self, state, /):
        if not isinstance(state, tuple):
            raise TypeError("setstate() argument must be tuple, not %s" % type(state).__name__)
        if len(state) != 2 or not isinstance(state[0], bytes) or not isinstance(state[1], int):
            raise TypeError("setstate(): illegal state argument")
        pending, flags = state
        if len(pending) > MAX_PENDING_BYTES:
            raise UnicodeError("pending buffer too large")
        self._state[:] = flags.to_bytes(STATE_SIZE, 'little')
        self._pending = pending

    def reset(self):
        self._reset()


class MultibyteStreamReader(_Decoder):
    _errors_position = 2

    def __init__(self, stream, errors='strict'):
        super().__init__(errors)
        self.stream = stream

    def _read_with(self, method, size):
        if size is not None and not isinstance(size, int):
            raise TypeError("arg 1 must be an integer")
        if size is None:
            size = -1
        if size == 0:
            return ''
        read = getattr(self.stream, method)
        while True:
            data = read(size) if size >= 0 else read()
            if not isinstance(data, bytes):
                raise TypeError("stream function returned a non-bytes object (%.100s)" % type(data).__name__)
            text = self._feed(data, not data or size < 0)
            if text or not data or size < 0:
                return text
            size = 1                                        # the rest of one character

    def read(self, sizeobj=None, /):
        return self._read_with('read', sizeobj)

    def readline(self, sizeobj=None, /):
        return self._read_with('readline', sizeobj)

    def readlines(self, sizehintobj=None, /):
        return self._read_with('read', sizehintobj).splitlines(True)

    def reset(self):
        self._reset()


class MultibyteStreamWriter(_Encoder):
    _errors_position = 2

    def __init__(self, stream, errors='strict'):
        super().__init__(errors)
        self.stream = stream

    def write(self, strobj, /):
        self.stream.write(self._feed(strobj, False))

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def reset(self):
        if self._pending:
            rest = self._feed('', True)
            if rest:
                self.stream.write(rest)
        self._reset()
