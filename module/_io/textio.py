"""TextIOWrapper: text over a buffered binary stream.

Reading: `decoded` is the text of the last chunk, of which `used` bytes (of UTF-8) have been handed out.  `snapshot_*` is the state of
the decoder before that chunk and the chunk's bytes, from which tell() finds the byte that belongs to a character.
Writing: encoded pieces wait in `pending`.
"""
from __future__ import absolute_import

from rpython.rlib.rbigint import rbigint

from interpreter import errors, ops
from interpreter.gateway import method, getter, setter, deleter, new
from interpreter.objects.codecregistry import lookup_error, registry, utf8_name
from interpreter.objects.instance import allocate_instance
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newbigint, newbool, newbytes, newint, newstr
from interpreter.typedef import TypeDef
from interpreter.unicode import utf8
from module._io import base
from module._io.base import W_TextIOBase, unsupported, size_argument
from module._io.buffered import W_Buffered, W_BufferedReader, W_BufferedWriter, W_BufferedRandom, chain
from module._io.deferred import defer, defer_flush, emit
from module._io.coders import make_decoder, make_encoder, codec_info, normalized
from module._io.finalizers import register, register_writer
from module._io.newlines import NewlineState, find_line_end, newline_argument

CHUNK_SIZE = 8192


def flag_argument(w_flag, default):
    """An int that stands for a bool; `default` where there is none or None."""
    if w_flag is None or w_flag is w_None:
        return default
    return ops.cint_w(w_flag) != 0


class W_TextIOWrapper(W_TextIOBase):
    """_io.TextIOWrapper."""
    w_buffer = None             # None before __init__ and after detach
    detached = False
    encoding = None
    errors_name = 'strict'
    line_buffering = False
    write_through = False
    read_universal = False
    read_translate = False
    read_newline = ''           # what ends a line on reading, unless universal
    newline_given = None        # the newline argument
    write_newline = ''          # what \n becomes; '' for nothing
    decoder = None
    encoder = None
    newlines = None
    can_seek = False
    telling = False
    chunk_size = CHUNK_SIZE
    decoded = ''
    used = 0
    has_snapshot = False
    snapshot_flags = 0
    snapshot_bytes = ''
    pending = None
    pending_size = 0
    w_mode = None
    deferral = None             # of the standard streams: text written in a transaction waits for the commit (deferred.py)
    _immutable_fields_ = ['deferral']

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        w_self = allocate_instance(W_TextIOWrapper, w_cls)
        w_self.pending = []
        return w_self

    @method("__init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering: bool=False, write_through: bool=False) "
            "-> None")
    def m_init(self, w_buffer, w_encoding, w_errors, w_newline, line_buffering, write_through):
        self.w_buffer = None
        self.detached = False
        if w_newline is not w_None and not isinstance(w_newline, W_Str):
            raise errors.type_error("TextIOWrapper() argument 'newline' must be str or None, not %s" % w_newline.gettype().name)
        newline = newline_argument(w_newline)
        if w_encoding is w_None:
            base.warn_no_encoding(1)
        encoding = encoding_argument(w_encoding)
        if '\x00' in encoding:
            raise errors.value_error("embedded null character")
        codec_info_checked(encoding)
        errors_name = errors_argument(w_errors)
        self.encoding = encoding
        self.errors_name = errors_name
        self.line_buffering = line_buffering
        self.write_through = write_through
        self.chunk_size = CHUNK_SIZE
        self.decoded = ''
        self.used = 0
        self.has_snapshot = False
        self.pending = []
        self.pending_size = 0
        self.decoder = None
        self.encoder = None
        self.set_newline(newline)
        self.w_buffer = w_buffer
        if ops.is_true(ops.call_method0(w_buffer, 'readable')):
            self.set_decoder()
        if ops.is_true(ops.call_method0(w_buffer, 'writable')):
            self.encoder = make_encoder(encoding, errors_name)
            register_writer(self)
        else:
            register(self)
        self.can_seek = self.telling = ops.is_true(ops.call_method0(w_buffer, 'seekable'))
        self.place_encoder()

    def place_encoder(self):
        """Tells a new encoder whether it is at the start of the stream."""
        if self.can_seek and self.encoder is not None:
            if ops.int_w(ops.call_method0(self.w_buffer, 'tell')) != 0:
                self.encoder.setstate(1)

    def set_newline(self, newline):
        self.newline_given = newline
        self.read_universal = newline is None or newline == ''
        self.read_translate = newline is None
        self.read_newline = '\n' if newline is None or newline == '' else newline
        self.write_newline = ''
        if newline is not None and (newline == '\r' or newline == '\r\n'):
            self.write_newline = newline

    def set_decoder(self):
        self.decoder = make_decoder(self.encoding, self.errors_name)
        self.newlines = NewlineState(self.read_translate) if self.read_universal else None

    def buffer(self):
        w_buffer = self.w_buffer
        if w_buffer is None:
            if self.detached:
                raise errors.value_error("underlying buffer has been detached")
            raise errors.value_error("I/O operation on uninitialized object")
        return w_buffer

    def is_closed(self):
        return base.closed(self.buffer())

    def check_open(self):
        if base.closed(self.buffer()):
            raise errors.value_error("I/O operation on closed file.")

    # ---- writing

    def write_text(self, w_text):
        """Appends the text; flushes where the mode says so."""
        encoder = self.encoder
        if encoder is None:
            raise unsupported("not writable")
        text = w_text._utf8
        has_newline = False
        if self.write_newline != '' or self.line_buffering:
            has_newline = '\n' in text
        flush = self.line_buffering and (has_newline or '\r' in text)
        if has_newline and self.write_newline != '':
            from rpython.rlib.rstring import replace
            text = replace(text, '\n', self.write_newline)
            w_text = newstr(text)
        data = encoder.encode(w_text)
        if self.pending_size > 0 and self.pending_size + len(data) > self.chunk_size:
            self.write_pending()
        self.pending.append(data)
        self.pending_size += len(data)
        if self.pending_size >= self.chunk_size or flush or self.write_through:
            self.write_pending()
        if flush:
            ops.call_method0(self.w_buffer, 'flush')
        if self.decoder is not None:
            self.decoded = ''
            self.used = 0
            self.has_snapshot = False
            self.decoder.reset()

    def wait_no_more(self):
        """What waits for a commit is written now, and later text does not wait."""
        if self.deferral is not None:
            emit()
            self.deferral.stop()

    def write_deferred(self, w_text, flush):
        """The transaction that wrote the text has committed."""
        self.check_open()
        self.write_text(w_text)
        if flush:
            self.flush_all()

    def write_pending(self):
        """Hands the encoded pieces to the buffer."""
        if self.pending_size == 0:
            return
        parts = self.pending
        self.pending = []
        self.pending_size = 0
        data = parts[0] if len(parts) == 1 else ''.join(parts)
        w_buffer = self.w_buffer
        if w_buffer.__class__ is W_BufferedWriter:
            assert isinstance(w_buffer, W_BufferedWriter)
            w_buffer.m_write(data)
        else:
            ops.call_method1(w_buffer, 'write', newbytes(data))

    # ---- reading

    def check_reading(self):
        if self.decoder is None:
            raise unsupported("not readable")
        if self.pending_size > 0:
            self.flush_all()

    def flush_all(self):
        self.write_pending()
        ops.call_method0(self.w_buffer, 'flush')

    def buffer_read1(self):
        """One chunk of bytes."""
        w_buffer = self.w_buffer
        if w_buffer.__class__ is W_BufferedReader:
            assert isinstance(w_buffer, W_BufferedReader)
            w_data = w_buffer.do_read1(newint(self.chunk_size))
        else:
            w_read1 = ops.getattr_or_none(w_buffer, 'read1')
            if w_read1 is None:
                w_read1 = ops.getattr(w_buffer, 'read')
            w_data = w_read1.call1(newint(self.chunk_size))
        data = w_data.buffer_str()
        if data is None:
            raise errors.type_error("underlying read1() should have returned a bytes-like object, not '%s'" % w_data.gettype().name)
        return data

    def decode(self, data, final):
        text = self.decoder.decode(data, final)
        if self.newlines is not None:
            text = self.newlines.feed(text, final)
        return text

    def decoder_state(self):
        """(bytes that wait, flags): with the pending \\r as bit 0."""
        data, flags = self.decoder.getstate()
        if self.newlines is not None:
            flags = flags << 1
            if self.newlines.pending_cr:
                flags |= 1
        return data, flags

    def set_decoder_state(self, data, flags):
        if self.newlines is not None:
            self.newlines.pending_cr = flags & 1 != 0
            flags >>= 1
        if data == '' and flags == 0:
            self.decoder.reset()
        else:
            self.decoder.setstate(data, flags)

    def read_chunk(self):
        """Decodes one more chunk; False at the end of the stream."""
        waiting = ''
        flags = 0
        if self.telling:
            waiting, flags = self.decoder_state()
        data = self.buffer_read1()
        eof = len(data) == 0
        assert self.used >= len(self.decoded)
        text = self.decode(data, eof)
        self.decoded = text
        self.used = 0
        if text != '':
            eof = False
        if self.telling:
            self.has_snapshot = True
            self.snapshot_flags = flags
            self.snapshot_bytes = waiting + data
        return not eof

    def take(self, stop):
        """Decoded text from the position to byte offset `stop`."""
        start = self.used
        assert start >= 0
        assert stop >= 0
        self.used = stop
        if start == 0 and stop == len(self.decoded):
            return self.decoded
        return self.decoded[start:stop]

    def read_all(self):
        first = self.take(len(self.decoded))
        w_data = ops.call_method0(self.w_buffer, 'read')
        if w_data is w_None:
            return first
        data = w_data.buffer_str()
        if data is None:
            raise errors.type_error("underlying read() should have returned a bytes-like object, not '%s'" % w_data.gettype().name)
        text = self.decode(data, True)
        self.decoded = ''
        self.used = 0
        self.has_snapshot = False
        return first + text

    def read_chars(self, count):
        parts = []
        while True:
            start = self.used
            available = utf8.count_between(self.decoded, start, len(self.decoded))
            if available >= count:
                stop = utf8.advance(self.decoded, start, count)
                parts.append(self.take(stop))
                break
            parts.append(self.take(len(self.decoded)))
            count -= available
            if not self.read_chunk():
                break
        return ''.join(parts)

    def read_line(self, limit):
        """One line, at most `limit` characters unless that is negative."""
        parts = []
        missing = limit
        universal = self.read_universal and not self.read_translate
        while True:
            if self.used >= len(self.decoded):
                more = self.read_chunk()
                while more and len(self.decoded) == 0:
                    more = self.read_chunk()
                if not more:
                    self.decoded = ''
                    self.used = 0
                    self.has_snapshot = False
                    break
            start = self.used
            newline = '\n' if self.read_translate else self.read_newline
            if len(newline) == 2 and len(parts) > 0 and parts[-1].endswith('\r') and self.decoded[start] == '\n':
                stop = start + 1
            else:
                stop = find_line_end(self.decoded, start, universal, newline)
            found = stop >= 0
            if not found:
                stop = len(self.decoded)
            if limit >= 0:
                count = utf8.count_between(self.decoded, start, stop)
                if count >= missing:
                    stop = utf8.advance(self.decoded, start, missing)
                    parts.append(self.take(stop))
                    break
                missing -= count
            parts.append(self.take(stop))
            if found:
                break
        if len(parts) == 1:
            return parts[0]
        return ''.join(parts)

    def op_next(self):
        if self.is_user_instance:
            return W_TextIOBase.op_next(self)
        self.check_open()
        self.check_reading()
        self.telling = False
        line = self.read_line(-1)
        if line == '':
            self.telling = self.can_seek
            self.has_snapshot = False
            return None
        return newstr(line)

    # ---- Python: reading and writing

    @method('read(self, size=-1, /) -> str')
    def m_read(self, w_size):
        size = size_argument(w_size)
        self.check_open()
        self.check_reading()
        if size < 0:
            return self.read_all()
        return self.read_chars(size)

    @method('readline(self, size=-1, /) -> str')
    def m_readline(self, w_size):
        limit = size_argument(w_size)
        self.check_open()
        self.check_reading()
        return self.read_line(limit)

    @method('write(self, text, /) -> int')
    def m_write(self, w_text):
        if not isinstance(w_text, W_Str):
            raise errors.type_error("write() argument must be str, not %s" % w_text.gettype().name)
        if self.deferral is not None and defer(self, w_text):
            return w_text._length
        self.check_open()
        self.write_text(w_text)
        return w_text._length

    @method('flush(self, /)')
    def m_flush(self):
        if self.deferral is not None and defer_flush(self):
            return w_None
        self.check_open()
        self.telling = self.can_seek
        self.write_pending()
        return ops.call_method0(self.w_buffer, 'flush')

    @method('close(self, /)')
    def m_close(self):
        self.wait_no_more()
        w_buffer = self.buffer()
        if base.closed(w_buffer):
            return w_None
        if self.finalizing:
            base.dealloc_warn(w_buffer, self)
        try:
            ops.call_method0(self, 'flush')
        except errors.OperationError as e:
            try:
                ops.call_method0(w_buffer, 'close')
            except errors.OperationError as e2:
                chain(e2, e)
                raise e2
            raise
        return ops.call_method0(w_buffer, 'close')

    @method('detach(self, /)')
    def m_detach(self):
        self.wait_no_more()
        w_buffer = self.buffer()
        ops.call_method0(self, 'flush')
        self.w_buffer = None
        self.detached = True
        return w_buffer

    @method("reconfigure(self, *, encoding=?, errors=?, newline=?, line_buffering=?, write_through=?) -> None",
            doc="Changes the settings that are given; the encoding only before the first read.")
    def m_reconfigure(self, w_encoding, w_errors, w_newline, w_line_buffering, w_write_through):
        emit()
        self.check_open()
        if (self.decoder is not None and (self.used > 0 or len(self.decoded) > 0) and (
                _given(w_encoding) or _given(w_errors) or w_newline is not None)):
            raise unsupported("It is not possible to set the encoding or newline of stream after the first read")
        if w_newline is not None and w_newline is not w_None and not isinstance(w_newline, W_Str):
            raise errors.type_error("reconfigure() argument 'newline' must be str or None, not %s" % w_newline.gettype().name)
        newline = None
        if w_newline is not None:
            newline = newline_argument(w_newline)
        line_buffering = flag_argument(w_line_buffering, self.line_buffering)
        write_through = flag_argument(w_write_through, self.write_through)
        ops.call_method0(self, 'flush')
        self.line_buffering, self.write_through = line_buffering, write_through
        if w_newline is not None:
            self.set_newline(newline)
        changed = w_newline is not None
        if _given(w_encoding):
            encoding = encoding_argument(w_encoding)
            if '\x00' in encoding:
                raise errors.lookup_error("unknown encoding: %s" % encoding)
            codec_info_checked(encoding)
            self.encoding = encoding
            if not _given(w_errors):
                self.errors_name = 'strict'
            changed = True
        if _given(w_errors):
            self.errors_name = errors_argument(w_errors)
            changed = True
        if changed:
            if self.decoder is not None:
                self.set_decoder()
            if self.encoder is not None:
                self.encoder = make_encoder(self.encoding, self.errors_name)
                self.place_encoder()
            if self.deferral is not None:
                self.deferral.set(self.encoding, self.errors_name)

    # ---- Python: position

    @method('tell(self, /)', doc="The position, as a number that only seek() understands.")
    def m_tell(self):
        self.check_open()
        if not self.can_seek:
            raise unsupported("underlying stream is not seekable")
        if not self.telling:
            raise errors.os_error_message("telling position disabled by next() call")
        self.write_pending()
        ops.call_method0(self.w_buffer, 'flush')
        position = ops.int_w(ops.call_method0(self.w_buffer, 'tell'))
        if self.decoder is None or not self.has_snapshot:
            return newint(position)
        position -= len(self.snapshot_bytes)
        chars = utf8.count_between(self.decoded, 0, self.used)
        if chars == 0:
            return cookie(position, self.snapshot_flags, 0, 0, 0)
        # replay the chunk, byte by byte, until the decoder has given all the characters that were used; keep the last place
        # at which the decoder held nothing back
        saved_data, saved_flags = self.decoder_state()
        saved_seen = 0
        if self.newlines is not None:
            saved_seen = self.newlines.seen
        try:
            self.set_decoder_state('', self.snapshot_flags)
            start_pos = position
            start_flags = self.snapshot_flags
            bytes_fed = 0
            decoded = 0
            need_eof = 0
            chunk = self.snapshot_bytes
            i = 0
            while i < len(chunk):
                decoded += utf8.count(self.decode(chunk[i], False))
                bytes_fed += 1
                i += 1
                waiting, flags = self.decoder_state()
                if len(waiting) == 0 and decoded <= chars:
                    start_pos += bytes_fed
                    chars -= decoded
                    start_flags = flags
                    bytes_fed = 0
                    decoded = 0
                if decoded >= chars:
                    break
            else:
                if decoded < chars:
                    decoded += utf8.count(self.decode('', True))
                    need_eof = 1
                    if decoded < chars:
                        raise errors.os_error_message("can't reconstruct logical file position")
        finally:
            self.set_decoder_state(saved_data, saved_flags)
            if self.newlines is not None:
                self.newlines.seen = saved_seen
        return cookie(start_pos, start_flags, bytes_fed, need_eof, chars)

    @method('seek(self, cookie, whence: int=0, /)', doc="Goes to a position from tell(), or with 0 here (whence 1) or to the end (2).")
    def m_seek(self, w_cookie, whence):
        self.check_open()
        if not self.can_seek:
            raise unsupported("underlying stream is not seekable")
        if whence == 1:
            if not ops.eq_w(w_cookie, newint(0)):
                raise unsupported("can't do nonzero cur-relative seeks")
            whence = 0
            w_cookie = ops.call_method0(self, 'tell')
        elif whence == 2:
            if not ops.eq_w(w_cookie, newint(0)):
                raise unsupported("can't do nonzero end-relative seeks")
            ops.call_method0(self, 'flush')
            self.forget_decoded()
            w_position = ops.call_method(self.w_buffer, 'seek', [newint(0), newint(2)])
            self.reset_encoder(ops.int_w(w_position) == 0)
            return w_position
        elif whence != 0:
            raise errors.value_error("invalid whence (%d, should be 0, 1 or 2)" % whence)
        from interpreter.conversions import bigint_w
        number = bigint_w(w_cookie)
        if number.sign < 0:
            raise errors.value_error("negative seek position %s" % ops.repr_w(w_cookie))
        ops.call_method0(self, 'flush')
        position, flags, to_feed, need_eof, to_skip = split_cookie(number)
        ops.call_method1(self.w_buffer, 'seek', newint(position))
        self.forget_decoded()
        if self.decoder is not None:
            self.set_decoder_state('', flags)
        if to_skip > 0:
            self.has_snapshot = True
            self.snapshot_flags = flags
            w_data = ops.call_method1(self.w_buffer, 'read', newint(to_feed))
            data = base.bytes_result(w_data, 'read')
            self.snapshot_bytes = data
            self.decoded = self.decode(data, need_eof != 0)
            if utf8.count(self.decoded) < to_skip:
                raise errors.os_error_message("can't restore logical file position")
            self.used = utf8.advance(self.decoded, 0, to_skip)
        elif self.decoder is not None:
            self.has_snapshot = True
            self.snapshot_flags = flags
            self.snapshot_bytes = ''
        self.reset_encoder(position == 0 and flags == 0)
        return w_cookie

    def forget_decoded(self):
        self.decoded = ''
        self.used = 0
        self.has_snapshot = False
        if self.decoder is not None:
            self.decoder.reset()
            if self.newlines is not None:
                self.newlines.pending_cr = False

    def reset_encoder(self, at_start):
        if self.encoder is not None:
            self.encoder.setstate(0 if at_start else 1)

    @method('truncate(self, pos=None, /)')
    def m_truncate(self, w_size):
        self.buffer()
        ops.call_method0(self, 'flush')
        return ops.call_method1(self.w_buffer, 'truncate', w_size)

    # ---- Python: attributes

    @method('readable(self, /)')
    def m_readable(self):
        return ops.call_method0(self.buffer(), 'readable')

    @method('writable(self, /)')
    def m_writable(self):
        return ops.call_method0(self.buffer(), 'writable')

    @method('seekable(self, /)')
    def m_seekable(self):
        return ops.call_method0(self.buffer(), 'seekable')

    @method('fileno(self, /)')
    def m_fileno(self):
        return ops.call_method0(self.buffer(), 'fileno')

    @method('isatty(self, /)')
    def m_isatty(self):
        return ops.call_method0(self.buffer(), 'isatty')

    @getter('closed')
    def get_closed(self):
        return ops.getattr(self.buffer(), 'closed')

    @getter('name')
    def get_name(self):
        return ops.getattr(self.buffer(), 'name')

    @getter('buffer')
    def get_buffer(self):
        return self.buffer()

    @getter('encoding')
    def get_encoding(self):
        if self.encoding is None:
            return w_None
        return newstr(self.encoding)

    @getter('errors')
    def get_errors(self):
        return newstr(self.errors_name)

    @getter('line_buffering')
    def get_line_buffering(self):
        return newbool(self.line_buffering)

    @getter('write_through')
    def get_write_through(self):
        return newbool(self.write_through)

    @getter('newlines')
    def get_newlines(self):
        if self.newlines is None:
            return w_None
        return self.newlines.newlines()

    @getter('_CHUNK_SIZE')
    def get_chunk_size(self):
        return newint(self.chunk_size)

    @setter('_CHUNK_SIZE')
    def set_chunk_size(self, w_size):
        size = ops.int_w(w_size)
        if size <= 0:
            raise errors.value_error("a strictly positive integer is required")
        self.chunk_size = size

    @deleter('_CHUNK_SIZE')
    def delete_chunk_size(self):
        raise errors.bare_attribute_error("cannot delete attribute")

    @getter('mode', doc="The mode that open() was given.")
    def get_mode(self):
        if self.w_mode is None:
            raise errors.attribute_error(self, 'mode')
        return self.w_mode

    @setter('mode')
    def set_mode(self, w_mode):
        self.w_mode = w_mode

    @method('__getstate__(self, /)')
    def m_getstate(self):
        raise errors.type_error("cannot pickle '%s' object" % self.gettype().name)

    def op_repr(self):
        from module._io.buffered import full_name
        parts = ["<", full_name(self)]
        if not self.detached:
            self.buffer()
            w_name = base.name_of(self)
            if w_name is not None:
                parts.append(" name=")
                parts.append(ops.repr_w(w_name))
        if self.w_mode is not None:
            parts.append(" mode=")
            parts.append(ops.repr_w(self.w_mode))
        parts.append(" encoding=")
        parts.append(ops.repr_w(self.get_encoding()))
        parts.append(">")
        return newstr(''.join(parts))


W_TextIOWrapper.typedef = TypeDef('_io.TextIOWrapper', W_TextIOWrapper,
                                  text_signature='(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)',
                                  base=W_TextIOBase.typedef, module='_io', has_dict=True,
                                  weakrefable=True,
                                  doc="Text over a buffered stream of bytes: decodes, encodes and translates the ends of lines.")


def _given(w_value):
    return w_value is not None and w_value is not w_None


def encoding_argument(w_encoding):
    """The name of the encoding: UTF-8 by default and for 'locale'."""
    if w_encoding is w_None:
        return 'UTF-8'
    if not isinstance(w_encoding, W_Str):
        raise errors.type_error("TextIOWrapper() argument 'encoding' must be str or None, not %s" % w_encoding.gettype().name)
    encoding = utf8_name(w_encoding)
    if encoding == 'locale':
        return 'UTF-8'
    return encoding


def errors_argument(w_errors):
    if w_errors is w_None:
        return 'strict'
    if not isinstance(w_errors, W_Str):
        raise errors.type_error("TextIOWrapper() argument 'errors' must be str or None, not %s" % w_errors.gettype().name)
    name = utf8_name(w_errors)
    if '\x00' in name:
        raise errors.value_error("embedded null character")
    if registry.checks:
        lookup_error(name)
    return name


def codec_info_checked(encoding):
    """LookupError for an unknown encoding; the common ones are not looked up."""
    name = normalized(encoding)
    if name == 'utf-8' or name == 'ascii' or name == 'latin-1':
        return
    codec_info(encoding)


def cookie(position, flags, to_feed, need_eof, to_skip):
    """The int that tell() returns: five numbers in one, the position alone where the others are 0."""
    if flags == 0 and to_feed == 0 and need_eof == 0 and to_skip == 0:
        return newint(position)
    number = rbigint.fromint(need_eof)
    for part in [to_skip, to_feed, flags, position]:
        number = number.lshift(64).or_(rbigint.fromint(part))
    return newbigint(number)


def split_cookie(number):
    """cookie() undone: (position, flags, to_feed, need_eof, to_skip)."""
    mask = rbigint.fromint(1).lshift(64).int_sub(1)
    parts = [0, 0, 0, 0, 0]
    for i in range(5):
        try:
            parts[i] = number.and_(mask).toint()
        except OverflowError:
            raise errors.overflow_error("Python int too large to convert to C long")
        number = number.rshift(64)
    return parts[0], parts[1], parts[2], parts[4], parts[3]


def print_fast(w_file, args_w, sep, end):
    """print() to an exact TextIOWrapper: one write."""
    if w_file.deferral is None:
        w_file.check_open()
    count = len(args_w)
    if count == 1:
        text = ops.str_w(args_w[0])
        if len(text) < 4096:
            text = text + end
            print_text(w_file, newstr(text))
            return
        print_text(w_file, newstr(text))
        print_text(w_file, newstr(end))
        return
    parts = []
    for i in range(count):
        if i > 0:
            parts.append(sep)
        parts.append(ops.str_w(args_w[i]))
    parts.append(end)
    print_text(w_file, newstr(''.join(parts)))


def print_text(w_file, w_text):
    if w_file.deferral is not None:
        if defer(w_file, w_text):
            return
        w_file.check_open()
    w_file.write_text(w_text)
