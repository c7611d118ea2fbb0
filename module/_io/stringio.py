"""StringIO: a text stream in memory.  Writing at the end collects pieces, which are joined when something else is asked."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.gateway import method, getter, new
from interpreter.objects.instance import allocate_instance
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newbool, newint, newstr, newtuple
from interpreter.typedef import TypeDef
from interpreter.unicode import utf8
from module._io.base import W_TextIOBase, size_argument, position_item, restore_attributes
from module._io.newlines import NewlineState, find_line_end, newline_argument


class W_StringIO(W_TextIOBase):
    """_io.StringIO.

    The content is `text` followed by `tail`.  The position is kept in code points (`pos`) and, unless past the end, in bytes
    (`offset`, -1 when it is not known)."""
    text = ''
    length = 0              # of text, in code points
    tail = None
    tail_length = 0
    pos = 0
    offset = 0
    newline = '\n'
    newline_is_none = False
    read_universal = False
    translate = False       # reading turns every line end into \n
    write_newline = ''      # what \n becomes on writing; '' for nothing
    newlines = None
    ready = False

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        w_self = allocate_instance(W_StringIO, w_cls)
        w_self.tail = []
        return w_self

    @method("__init__(self, initial_value='', newline='\\n') -> None")
    def m_init(self, w_initial, w_newline):
        if w_newline is not w_None and not isinstance(w_newline, W_Str):
            raise errors.type_error("newline must be str or None, not %s" % w_newline.gettype().name)
        newline = newline_argument(w_newline, True)
        if w_initial is not w_None and not isinstance(w_initial, W_Str):
            raise errors.type_error("initial_value must be str or None, not %s" % w_initial.gettype().name)
        self.base_closed = False
        self.newline_is_none = newline is None
        self.newline = '' if newline is None else newline
        self.read_universal = newline is None or newline == ''
        self.translate = newline is None
        self.write_newline = self.newline if self.newline == '\r' or self.newline == '\r\n' else ''
        self.newlines = NewlineState(self.translate) if self.read_universal else None
        self.text = ''
        self.length = 0
        self.tail = []
        self.tail_length = 0
        self.pos = 0
        self.offset = 0
        self.ready = True
        if isinstance(w_initial, W_Str):
            self.write_text(w_initial._utf8, w_initial._length)
            self.pos = 0
            self.offset = 0

    def check_open(self):
        if not self.ready:
            raise errors.value_error("I/O operation on uninitialized object")
        if self.base_closed:
            raise errors.value_error("I/O operation on closed file")

    def content(self):
        if self.tail_length > 0:
            self.text = self.text + ''.join(self.tail)
            self.length += self.tail_length
            self.tail = []
            self.tail_length = 0
        return self.text

    def byte_offset(self):
        """Of the position; the content is joined, and the position is not past its end."""
        if self.offset < 0:
            self.offset = utf8.advance(self.text, 0, self.pos)
        offset = self.offset
        assert offset >= 0
        return offset

    def write_text(self, text, count):
        """Writes text of `count` code points."""
        if self.newlines is not None or len(self.write_newline) > 0:
            if self.newlines is not None:
                text = self.newlines.feed(text, True)
            if len(self.write_newline) > 0:
                from rpython.rlib.rstring import replace
                text = replace(text, '\n', self.write_newline)
            count = utf8.count(text)
        if count == 0:
            return
        total = self.length + self.tail_length
        if self.pos == total:
            self.tail.append(text)
            self.tail_length += count
            self.pos += count
            self.offset = -1
            return
        content = self.content()
        if self.pos > self.length:
            content = content + '\x00' * (self.pos - self.length)
            self.length = self.pos
            self.text = content
            self.offset = len(content)
        start = self.byte_offset()
        if self.pos + count >= self.length:
            self.text = content[:start] + text
            self.length = self.pos + count
        else:
            stop = utf8.advance(content, start, count)
            assert stop >= 0
            self.text = content[:start] + text + content[stop:]
        self.pos += count
        self.offset = start + len(text)

    def read_text(self, size):
        content = self.content()
        if self.pos >= self.length:
            return ''
        start = self.byte_offset()
        if size < 0 or size >= self.length - self.pos:
            self.pos = self.length
            self.offset = len(content)
            return content[start:]
        stop = utf8.advance(content, start, size)
        assert stop >= 0
        self.pos += size
        self.offset = stop
        return content[start:stop]

    def read_line(self, limit):
        content = self.content()
        if self.pos >= self.length:
            return ''
        start = self.byte_offset()
        if self.translate:
            stop = find_line_end(content, start, False, '\n')
        elif self.read_universal:
            stop = find_line_end(content, start, True, '')
        else:
            stop = find_line_end(content, start, False, self.newline)
        if stop < 0:
            stop = len(content)
        assert stop >= 0
        line = content[start:stop]
        count = utf8.count(line)
        if 0 <= limit < count:
            return self.read_text(limit)
        self.pos += count
        self.offset = stop
        return line

    def op_next(self):
        if self.is_user_instance:
            return W_TextIOBase.op_next(self)
        self.check_open()
        line = self.read_line(-1)
        if line == '':
            return None
        return newstr(line)

    @method('read(self, size=-1, /)')
    def m_read(self, w_size):
        """Reads at most size characters, all that is left by default."""
        self.check_open()
        return newstr(self.read_text(size_argument(w_size)))

    @method('readline(self, size=-1, /)')
    def m_readline(self, w_size):
        """Reads up to and with the next end of line, at most size characters."""
        self.check_open()
        return newstr(self.read_line(size_argument(w_size)))

    @method('write(self, s, /) -> int')
    def m_write(self, w_text):
        """Writes text at the position and returns the number of its characters."""
        if not isinstance(w_text, W_Str):
            raise errors.type_error("string argument expected, got '%s'" % w_text.gettype().name)
        self.check_open()
        self.write_text(w_text._utf8, w_text._length)
        return w_text._length

    @method('getvalue(self, /) -> str')
    def m_getvalue(self):
        """The whole text."""
        self.check_open()
        return self.content()

    @method('tell(self, /) -> int')
    def m_tell(self):
        """The position, in characters."""
        self.check_open()
        return self.pos

    @method('seek(self, pos: int, whence: int=0, /) -> int')
    def m_seek(self, pos, whence):
        """Moves the position: to pos from the start, or with pos 0 nowhere (whence 1) or to the end (whence 2)."""
        self.check_open()
        if whence != 0 and whence != 1 and whence != 2:
            raise errors.value_error("Invalid whence (%d, should be 0, 1 or 2)" % whence)
        if pos < 0 and whence == 0:
            raise errors.value_error("Negative seek position %d" % pos)
        if whence != 0 and pos != 0:
            raise errors.os_error_message("Can't do nonzero cur-relative seeks")
        self.content()
        if whence == 1:
            pos = self.pos
        elif whence == 2:
            pos = self.length
        self.pos = pos
        self.offset = -1
        if pos == 0:
            self.offset = 0
        return pos

    @method('truncate(self, pos=None, /) -> int')
    def m_truncate(self, w_size):
        """Cuts the text at pos, by default at the position, and returns pos."""
        self.check_open()
        if w_size is w_None:
            size = self.pos
        else:
            size = ops.index_w(w_size)
            if size < 0:
                raise errors.value_error("Negative size value %d" % size)
        content = self.content()
        if size < self.length:
            stop = utf8.advance(content, 0, size)
            assert stop >= 0
            self.text = content[:stop]
            self.length = size
            self.offset = -1
        return size

    @method('close(self, /) -> None')
    def m_close(self):
        """Drops the text; no operation works afterwards."""
        self.base_closed = True
        self.text = ''
        self.length = 0
        self.tail = []
        self.tail_length = 0

    @method('readable(self, /) -> bool')
    def m_readable(self):
        """True: it can be read from."""
        self.check_open()
        return True

    @method('writable(self, /) -> bool')
    def m_writable(self):
        """True: it can be written to."""
        self.check_open()
        return True

    @method('seekable(self, /) -> bool')
    def m_seekable(self):
        """True: the position can be moved."""
        self.check_open()
        return True

    @getter('line_buffering')
    def get_line_buffering(self):
        self.check_open()
        return newbool(False)

    @getter('newlines')
    def get_newlines(self):
        self.check_open()
        if self.newlines is None:
            return w_None
        return self.newlines.newlines()

    @method('__getstate__(self, /)')
    def m_getstate(self):
        self.check_open()
        w_dict = w_None
        if ops.len(self.getdict()) > 0:
            w_dict = ops.call_method0(self.getdict(), 'copy')
        w_newline = w_None if self.newline_is_none else newstr(self.newline)
        return newtuple([newstr(self.content()), w_newline, newint(self.pos), w_dict])

    @method('__setstate__(self, state, /) -> None')
    def m_setstate(self, w_state):
        from interpreter.objects.tuple import W_Tuple
        if self.base_closed:
            raise errors.value_error("I/O operation on closed file")
        if not isinstance(w_state, W_Tuple) or len(w_state.items) < 4:
            raise errors.type_error("%s.__setstate__ argument should be 4-tuple, got %s" % (self.gettype().name, w_state.gettype().name))
        items_w = w_state.items
        w_text = items_w[0]
        self.m_init(newstr('') if isinstance(w_text, W_Str) else w_text, items_w[1])
        if isinstance(w_text, W_Str):
            text = w_text._utf8               # as it was: not translated again
            self.text = text
            self.length = utf8.count(text)
        self.pos = position_item(items_w[2], "third item of state must be an integer, got")
        self.offset = -1
        restore_attributes(self, items_w[3], "fourth")


W_StringIO.typedef = TypeDef('_io.StringIO', W_StringIO, base=W_TextIOBase.typedef, module='_io', has_dict=True, weakrefable=True,
                             doc="A stream of text kept in memory.")
