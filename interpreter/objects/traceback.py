"""Tracebacks: which instruction of which frame an exception passed."""

from interpreter.objects.code import line_or_none
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newint, newstr, newlist
from interpreter.errors import type_error, value_error
from interpreter.gateway import method, getter, setter, new
from interpreter.typedef import TypeDef


class W_Traceback(W_Root):
    """One entry: `pc` is the instruction in the code of `frame`; w_next is the entry one call further in, or None."""
    _attrs_ = ['frame', 'pc', 'w_next', 'line', 'lasti']
    _immutable_fields_ = ['frame', 'pc']

    def __init__(self, frame, pc, w_next, line=-1):
        self.frame = frame
        self.pc = pc
        self.w_next = w_next
        self.line = line                 # -1: follows from pc
        self.lasti = 2 * pc

    def lineno(self):
        """The line; 0 if there is none."""
        if self.line >= 0:
            return self.line
        return self.frame.code.lineno_of(self.pc)

    @new('__new__(cls, tb_next, tb_frame, tb_lasti: int, tb_lineno: int)')
    def descr_new(w_cls, w_next, w_frame, lasti, lineno):
        """An entry of a traceback."""
        from interpreter.eval.frame import Frame
        if w_next is w_None:
            next = None
        elif isinstance(w_next, W_Traceback):
            next = w_next
        else:
            raise type_error("expected traceback object or None, got '%s'" % w_next.gettype().name)
        if not isinstance(w_frame, Frame):
            raise type_error("traceback() argument 'tb_frame' must be frame, not %s" % w_frame.gettype().name)
        w_traceback = W_Traceback(w_frame, lasti >> 1, next, lineno)
        w_traceback.lasti = lasti
        return w_traceback

    @getter('tb_frame')
    def get_frame(self):
        return self.frame

    @getter('tb_lasti')
    def get_lasti(self):
        return newint(self.lasti)

    @getter('tb_lineno')
    def get_lineno(self):
        return line_or_none(self.lineno())

    @getter('tb_next')
    def get_next(self):
        if self.w_next is None:
            return w_None
        return self.w_next

    @setter('tb_next')
    def set_next(self, w_next):
        if w_next is w_None:
            self.w_next = None
            return
        if not isinstance(w_next, W_Traceback):
            raise type_error("expected traceback object or None, got '%s'" % w_next.gettype().name)
        w_entry = w_next
        while w_entry is not None:
            if w_entry is self:
                raise value_error("traceback loop detected")
            w_entry = w_entry.w_next
        self.w_next = w_next

    @method('__dir__(self, /)')
    def m_dir(self):
        return newlist([newstr('tb_frame'), newstr('tb_next'), newstr('tb_lasti'), newstr('tb_lineno')])


W_Traceback.typedef = TypeDef('traceback', W_Traceback, subclassable=False, doc="Where an exception passed.")
