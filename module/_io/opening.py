"""open() and its small relatives."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newbool, newint, newstr
from module._io import base
from module._io.base import DEFAULT_BUFFER_SIZE
from module._io.buffered import W_BufferedRandom, W_BufferedReader, W_BufferedWriter
from module._io.fileio import W_FileIO
from module._io.textio import W_TextIOWrapper


def _check_optional_str(w_value, name):
    if w_value is not w_None and not isinstance(w_value, W_Str):
        raise errors.type_error("open() argument '%s' must be str or None, not %s" % (name, w_value.gettype().name))


def open_file(w_file, mode, buffering, w_encoding, w_errors, w_newline, closefd, w_opener):
    """The whole of io.open."""
    _check_optional_str(w_encoding, 'encoding')
    _check_optional_str(w_errors, 'errors')
    _check_optional_str(w_newline, 'newline')
    if w_file.gettype().lookup('__fspath__') is not None:
        w_file = ops.path_w(w_file)
    creating = reading = writing = appending = updating = text = binary = False
    for i in range(len(mode)):
        c = mode[i]
        if mode.find(c) != i:
            raise errors.value_error("invalid mode: '%s'" % mode)
        if c == 'x':
            creating = True
        elif c == 'r':
            reading = True
        elif c == 'w':
            writing = True
        elif c == 'a':
            appending = True
        elif c == '+':
            updating = True
        elif c == 't':
            text = True
        elif c == 'b':
            binary = True
        else:
            raise errors.value_error("invalid mode: '%s'" % mode)
    if text and binary:
        raise errors.value_error("can't have text and binary mode at once")
    if int(creating) + int(reading) + int(writing) + int(appending) != 1:
        raise errors.value_error("must have exactly one of create/read/write/append mode")
    if binary and w_encoding is not w_None:
        raise errors.value_error("binary mode doesn't take an encoding argument")
    if binary and w_errors is not w_None:
        raise errors.value_error("binary mode doesn't take an errors argument")
    if binary and w_newline is not w_None:
        raise errors.value_error("binary mode doesn't take a newline argument")
    if binary and buffering == 1:
        from module._warnings.warn import warn_runtime
        warn_runtime("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used")
    raw_mode = ''
    if creating:
        raw_mode += 'x'
    if reading:
        raw_mode += 'r'
    if writing:
        raw_mode += 'w'
    if appending:
        raw_mode += 'a'
    if updating:
        raw_mode += '+'
    w_raw = W_FileIO()
    w_raw.m_init(w_file, raw_mode, closefd, w_opener)
    try:
        line_buffering = False
        isatty = False
        if buffering < 0:
            isatty = w_raw.m_isatty()
        if buffering == 1 or (buffering < 0 and isatty):
            buffering = -1
            line_buffering = not binary
        if buffering < 0:
            buffering = w_raw.blksize if w_raw.blksize > 1 else DEFAULT_BUFFER_SIZE
            buffering = max(buffering, DEFAULT_BUFFER_SIZE)
        if buffering == 0:
            if not binary:
                raise errors.value_error("can't have unbuffered text I/O")
            return w_raw
        if updating:
            w_random = W_BufferedRandom()
            w_random.m_init(w_raw, buffering)
            w_buffer = w_random
        elif creating or writing or appending:
            w_writer = W_BufferedWriter()
            w_writer.m_init(w_raw, buffering)
            w_buffer = w_writer
        else:
            w_reader = W_BufferedReader()
            w_reader.m_init(w_raw, buffering)
            w_buffer = w_reader
        if binary:
            return w_buffer
        w_text = new_text(w_buffer, w_encoding, w_errors, w_newline, line_buffering, False)
        w_text.w_mode = newstr(mode)
        return w_text
    except errors.OperationError:
        ops.call_method0(w_raw, 'close')
        raise


def new_text(w_buffer, w_encoding, w_errors, w_newline, line_buffering, write_through):
    """A TextIOWrapper."""
    w_text = W_TextIOWrapper()
    w_text.m_init(w_buffer, w_encoding, w_errors, w_newline, line_buffering, write_through)
    return w_text


@function("open(file, mode: str='r', buffering: int=-1, encoding=None, errors=None, newline=None, closefd: bool=True, opener=None)")
def open(w_file, mode, buffering, w_encoding, w_errors, w_newline, closefd, w_opener):
    """Opens a file, given by name or descriptor, and returns a stream for the mode: text, bytes or unbuffered bytes."""
    return open_file(w_file, mode, buffering, w_encoding, w_errors, w_newline, closefd, w_opener)


@function('open_code(path)')
def open_code(w_path):
    """Opens a file for reading the bytes of code that will be run."""
    if not isinstance(w_path, W_Str):
        raise errors.type_error("open_code() argument 'path' must be str, not %s" % w_path.gettype().name)
    return open_file(w_path, 'rb', -1, w_None, w_None, w_None, True, w_None)


@function('text_encoding(encoding, stacklevel: int=2, /)')
def text_encoding(w_encoding, stacklevel):
    """The encoding given, or the name of the default one for None, with the warning that -X warn_default_encoding asks for."""
    if w_encoding is w_None:
        base.warn_no_encoding(stacklevel)
        return newstr('utf-8' if base.state.utf8_mode else 'locale')
    return w_encoding
