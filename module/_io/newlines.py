"""Universal newlines: the decoder that stands between a text decoder and TextIOWrapper, and for StringIO."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.gateway import method, getter, new
from interpreter.objects.instance import allocate_instance
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newint, newstr, newtuple, newbytes
from interpreter.typedef import TypeDef

SEEN_CR, SEEN_LF, SEEN_CRLF = 1, 2, 4


class NewlineState(object):
    """Translates (or only observes) line ends in text that comes in pieces."""

    def __init__(self, translate):
        self.translate = translate
        self.pending_cr = False
        self.seen = 0

    def feed(self, text, final):
        """(UTF-8 str, bool) -> UTF-8 str."""
        if self.pending_cr and (text != '' or final):
            text = '\r' + text
            self.pending_cr = False
        # a \r at the end waits for the \n that may follow
        if not final and text.endswith('\r'):
            text = text[:-1]
            self.pending_cr = True
        if text == '':
            return text
        if '\r' not in text:
            if '\n' in text:
                self.seen |= SEEN_LF
            return text
        if self.translate:
            return self.translated(text)
        self.observe(text)
        return text

    def observe(self, text):
        i = 0
        n = len(text)
        while i < n and self.seen != 7:
            c = text[i]
            if c == '\n':
                self.seen |= SEEN_LF
            elif c == '\r':
                if i + 1 < n and text[i + 1] == '\n':
                    self.seen |= SEEN_CRLF
                    i += 1
                else:
                    self.seen |= SEEN_CR
            i += 1

    def translated(self, text):
        self.observe(text)
        parts = []
        start = 0
        while True:
            i = text.find('\r', start)
            if i < 0:
                parts.append(text[start:])
                return ''.join(parts)
            parts.append(text[start:i])
            parts.append('\n')
            start = i + 1
            if start < len(text) and text[start] == '\n':
                start += 1

    def newlines(self):
        """The `newlines` attribute."""
        found_w = []
        if self.seen & SEEN_CR:
            found_w.append(newstr('\r'))
        if self.seen & SEEN_LF:
            found_w.append(newstr('\n'))
        if self.seen & SEEN_CRLF:
            found_w.append(newstr('\r\n'))
        if len(found_w) == 0:
            return w_None
        if len(found_w) == 1:
            return found_w[0]
        return newtuple(found_w)


class W_IncrementalNewlineDecoder(W_Root):
    """_io.IncrementalNewlineDecoder."""
    w_decoder = w_None
    state = None

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        w_self = allocate_instance(W_IncrementalNewlineDecoder, w_cls)
        w_self.w_decoder = w_None
        w_self.state = None
        return w_self

    @method("__init__(self, decoder, translate: bool, errors='strict') -> None")
    def m_init(self, w_decoder, translate, w_errors):
        self.w_decoder = w_decoder
        self.state = NewlineState(translate)

    def newline_state(self):
        if self.state is None:
            raise errors.value_error("IncrementalNewlineDecoder.__init__() not called")
        return self.state

    @method('decode(self, input, final: bool=False)')
    def m_decode(self, w_input, final):
        state = self.newline_state()
        if self.w_decoder is not w_None:
            from interpreter.objects.wrap import newbool
            w_method = ops.getattr(self.w_decoder, 'decode')
            w_input = w_method.call2(w_input, newbool(final))
        if not isinstance(w_input, W_Str):
            raise errors.type_error("decoder should return a string result, not '%s'" % w_input.gettype().name)
        return newstr(state.feed(w_input._utf8, final))

    @method('getstate(self)')
    def m_getstate(self):
        state = self.newline_state()
        flag = 0
        w_buffer = newbytes('')
        if self.w_decoder is not w_None:
            w_state = ops.call_method0(self.w_decoder, 'getstate')
            items_w = ops.fixedview(w_state)
            if len(items_w) != 2:
                raise errors.type_error("illegal decoder state")
            w_buffer = items_w[0]
            flag = ops.int_w(items_w[1])
        flag <<= 1
        if state.pending_cr:
            flag |= 1
        return newtuple([w_buffer, newint(flag)])

    @method('setstate(self, state, /) -> None')
    def m_setstate(self, w_state):
        state = self.newline_state()
        from interpreter.objects.tuple import W_Tuple
        if not isinstance(w_state, W_Tuple):
            raise errors.type_error("state argument must be a tuple")
        if len(w_state.items) != 2:
            raise errors.type_error("illegal decoder state")
        flag = ops.int_w(w_state.items[1])
        state.pending_cr = flag & 1 != 0
        if self.w_decoder is not w_None:
            ops.call_method1(self.w_decoder, 'setstate', newtuple([w_state.items[0], newint(flag >> 1)]))

    @method('reset(self) -> None')
    def m_reset(self):
        state = self.newline_state()
        state.seen = 0
        state.pending_cr = False
        if self.w_decoder is not w_None:
            ops.call_method0(self.w_decoder, 'reset')

    @getter('newlines')
    def get_newlines(self):
        if self.state is None:
            return w_None
        return self.state.newlines()


W_IncrementalNewlineDecoder.typedef = TypeDef('_io.IncrementalNewlineDecoder', W_IncrementalNewlineDecoder, module='_io',
                                              doc="Makes every end of line after another decoder a newline, and remembers which kinds it saw.")


def newline_argument(w_newline, quoted=False):
    """The `newline` parameter of open, TextIOWrapper and (quoted in errors) StringIO: a str or None; TypeError, ValueError."""
    if w_newline is w_None:
        return None
    if not isinstance(w_newline, W_Str):
        raise errors.type_error("open() argument 'newline' must be str or None, not %s" % w_newline.gettype().name)
    newline = w_newline._utf8
    if newline != '' and newline != '\n' and newline != '\r' and newline != '\r\n':
        raise errors.value_error("illegal newline value: %s" % (ops.repr_w(w_newline) if quoted else newline))
    return newline


def find_line_end(text, start, universal, newline):
    """Where the first line of text from `start` ends (a byte offset), -1 if its end is not there.

    universal: \\n, \\r and \\r\\n all end a line; otherwise `newline` does."""
    assert start >= 0
    if universal:
        lf = text.find('\n', start)
        if lf < 0:
            cr = text.find('\r', start)
        else:
            cr = text.find('\r', start, lf)
        if cr >= 0:
            if cr + 1 < len(text) and text[cr + 1] == '\n':
                return cr + 2
            return cr + 1
        if lf >= 0:
            return lf + 1
        return -1
    i = text.find(newline, start)
    if i < 0:
        return -1
    return i + len(newline)
