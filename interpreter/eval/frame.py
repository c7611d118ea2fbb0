"""Frames: the registers and the position of a running function, and what Python sees of them."""

from rpython.rlib.debug import make_sure_not_resized
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newint, newstr, newtuple, newbool
from interpreter.objects.cell import W_Cell
from interpreter.errors import type_error, value_error, runtime_error, bare_attribute_error
from interpreter.gateway import method, getter, setter, deleter
from interpreter.typedef import TypeDef
from interpreter.objects.code import CO_OPTIMIZED, CO_NEWLOCALS


class FrameExtra(object):
    """What few frames need: the trace function, and the dictionary that locals() made."""

    def __init__(self):
        self.w_trace = None
        self.trace_lines = True
        self.trace_opcodes = False
        self.last_pc = -1            # the instruction before, as far as trace events go
        self.last_line = -1          # its line; 0: it belongs to none; or tracing.LINE_OF_LAST_PC
        self.w_snapshot = None       # a W_Dict: the variables in registers as locals() showed them last
        self.jump_line = -1          # f_lineno was assigned: go on at this line,
        self.jump_pc = -1            # which is this instruction
        self.shown_line = -1         # what f_lineno shows for the moment
        self.last_shown = -1         # the line of the last instruction that belonged to one
        self.tracing = False
        self.event = 0               # of interpreter.eval.tracing: CALL, LINE, YIELD or OTHER


class Frame(W_Root):
    """A call of a code object.

    regs        the registers (docs/bytecode.md); unbound: None (null)
    pc          the instruction being executed
    w_locals    the mapping of a class body, a module or exec'd code; None where locals are in registers
    f_back      the frame that called (or resumed) this one; None while a generator is suspended
    depth       how many frames are below it
    return_pc   where the caller goes on when it runs in the same evaluation loop; -1 if that loop begins with this frame
    result_reg  in the same case: the register for the result; ~register for the new instance, after an __init__
    w_owner     the W_GeneratorBase that owns the frame; for an __init__ that the loop calls, the new instance; or None
    """
    _attrs_ = ['code', 'regs', 'w_globals', 'w_builtins', 'w_locals', 'f_back', 'pc', 'depth', 'return_pc', 'result_reg', 'w_owner', 'extra', 'lifeline']
    _stm_always_written_ = True
    _immutable_fields_ = ['code', 'regs', 'w_globals', 'w_builtins']

    extra = None
    w_owner = None
    lifeline = None

    def __init__(self, code, w_globals, w_builtins):
        regs = [None] * code.nregs
        make_sure_not_resized(regs)
        self.code = code
        self.regs = regs
        self.w_globals = w_globals
        self.w_builtins = w_builtins
        self.w_locals = None
        self.f_back = None
        self.pc = 0
        self.depth = 0
        self.return_pc = -1
        self.result_reg = 0

    def init_cells(self, closure):
        """Makes the cells and takes over those of the closure; the parameters are in their registers."""
        code = self.code
        regs = self.regs
        base = code.nlocals
        assert base >= 0
        cell2arg = code.cell2arg
        for i in range(code.ncells):
            arg = cell2arg[i]
            w_value = None
            if arg >= 0:
                w_value = regs[arg]
                regs[arg] = None
            regs[base + i] = W_Cell(w_value)
        base += code.ncells
        for i in range(code.nfrees):
            regs[base + i] = closure[i]

    def getextra(self):
        if self.extra is None:
            self.extra = FrameExtra()
        return self.extra

    def lineno(self):
        return self.code.lineno_of(self.pc)

    # ---- variables

    def getlocals(self):
        """locals(): the mapping itself, or a dictionary with the variables in registers and cells as they are now."""
        from interpreter.objects.dict import newdict
        if self.w_locals is not None:
            return self.w_locals
        extra = self.getextra()
        w_dict = extra.w_snapshot
        if w_dict is None:
            w_dict = newdict()
            extra.w_snapshot = w_dict
        code = self.code
        base = code.nlocals
        for i in range(code.nlocals):
            w_value = self.regs[i]
            if w_value is None:
                for j in range(code.ncells):
                    if code.cell2arg[j] == i:       # a parameter that lives in its cell
                        w_value = cell_value(self.regs[base + j])
            self.show_variable(w_dict, code.varnames[i], w_value)
        for i in range(code.ncells):
            if code.cell2arg[i] < 0:
                self.show_variable(w_dict, code.cellvars[i], cell_value(self.regs[base + i]))
        base += code.ncells
        for i in range(code.nfrees):
            self.show_variable(w_dict, code.freevars[i], cell_value(self.regs[base + i]))
        return w_dict

    def show_variable(self, w_dict, name, w_value):
        if name.startswith('.') and w_value is None:
            return
        if w_value is not None:
            w_dict.setitem_str(name, w_value)
        else:
            w_dict.delitem_str(name)

    def write_back_locals(self):
        """Takes changes of the dictionary of locals() over into the registers: after a trace function ran."""
        if self.w_locals is not None or self.extra is None or self.extra.w_snapshot is None:
            return
        from interpreter.eval.jumps import reads_unchecked
        w_dict = self.extra.w_snapshot
        code = self.code
        for i in range(code.nlocals):
            is_cell = False
            for j in range(code.ncells):
                if code.cell2arg[j] == i:
                    is_cell = True
            if not is_cell:
                w_value = w_dict.getitem_str(code.varnames[i])
                if w_value is None and self.regs[i] is not None and reads_unchecked(code, self.pc, i):
                    continue                        # the code relies on it
                self.regs[i] = w_value
        base = code.nlocals
        for i in range(code.ncells):
            set_cell_value(self.regs[base + i], w_dict.getitem_str(code.cellvars[i]))
        base += code.ncells
        for i in range(code.nfrees):
            set_cell_value(self.regs[base + i], w_dict.getitem_str(code.freevars[i]))

    # ---- Python attributes

    @getter('f_code')
    def get_code(self):
        return self.code

    @getter('f_globals')
    def get_globals(self):
        return self.w_globals

    @getter('f_builtins')
    def get_builtins(self):
        return self.w_builtins

    @getter('f_locals')
    def get_locals(self):
        return self.getlocals()

    @getter('f_back')
    def get_back(self):
        if self.f_back is None:
            return w_None
        return self.f_back

    @getter('f_lasti')
    def get_lasti(self):
        return newint(2 * self.pc)

    @getter('f_lineno')
    def get_lineno(self):
        if self.extra is not None and self.extra.jump_line >= 0:
            return newint(self.extra.jump_line)
        if self.extra is not None and self.extra.shown_line >= 0:
            return newint(self.extra.shown_line)
        from interpreter.objects.code import line_or_none
        return line_or_none(self.lineno())

    @setter('f_lineno')
    def set_lineno(self, w_line):
        from interpreter.eval.executioncontext import getexecutioncontext
        from interpreter.eval.hooks import warn
        from interpreter.eval.jumps import check_jump, bind_missing
        from interpreter.eval.tracing import CALL, check_jump_event
        from interpreter.objects.exception import W_RuntimeWarning
        from interpreter.objects.int import W_AbstractInt, W_Int
        if not isinstance(w_line, W_AbstractInt) or w_line.gettype() is not W_AbstractInt.typedef.w_type:
            raise value_error("lineno must be an integer")
        if getexecutioncontext().is_tracing == 0:
            check_jump_event(CALL)
        if self.extra is None or not self.extra.tracing:
            raise value_error("f_lineno can only be set by a trace function")
        check_jump_event(self.extra.event)
        if not isinstance(w_line, W_Int) or not -0x80000000 <= w_line.intval <= 0x7fffffff:
            raise value_error("lineno out of range")
        assert isinstance(w_line, W_Int)
        line, pc = check_jump(self, w_line.intval)
        count = bind_missing(self, pc, False)
        if count > 0:
            warn(W_RuntimeWarning.typedef.w_type, "assigning None to %d unbound local%s" % (count, '' if count == 1 else 's'))
        self.extra.jump_line = line
        self.extra.jump_pc = pc

    @deleter('f_lineno')
    def delete_lineno(self):
        raise bare_attribute_error("cannot delete attribute")

    @getter('f_trace')
    def get_trace(self):
        if self.extra is None or self.extra.w_trace is None:
            return w_None
        return self.extra.w_trace

    @setter('f_trace')
    def set_trace(self, w_trace):
        from interpreter.eval.tracing import remember_instruction
        extra = self.getextra()
        if w_trace is w_None:
            extra.w_trace = None
        else:
            if extra.w_trace is None and not extra.tracing:
                remember_instruction(self)
            extra.w_trace = w_trace

    @deleter('f_trace')
    def delete_trace(self):
        self.getextra().w_trace = None

    @getter('f_trace_lines')
    def get_trace_lines(self):
        return newbool(self.extra is None or self.extra.trace_lines)

    @setter('f_trace_lines')
    def set_trace_lines(self, w_value):
        self.getextra().trace_lines = flag_of(w_value)

    @deleter('f_trace_lines')
    def delete_trace_lines(self):
        raise type_error("can't delete numeric/char attribute")

    @getter('f_trace_opcodes')
    def get_trace_opcodes(self):
        return newbool(self.extra is not None and self.extra.trace_opcodes)

    @setter('f_trace_opcodes')
    def set_trace_opcodes(self, w_value):
        self.getextra().trace_opcodes = flag_of(w_value)

    @deleter('f_trace_opcodes')
    def delete_trace_opcodes(self):
        raise type_error("can't delete numeric/char attribute")

    @method('clear(self, /)')
    def m_clear(self):
        """Forgets the variables of a frame that does not run."""
        from interpreter.eval.executioncontext import getexecutioncontext
        frame = getexecutioncontext().topframe
        while frame is not None:
            if frame is self:
                raise runtime_error("cannot clear an executing frame")
            frame = frame.f_back
        from interpreter.objects.generator import W_GeneratorBase, collected
        w_owner = self.w_owner
        if isinstance(w_owner, W_GeneratorBase) and w_owner.is_suspended():
            collected(w_owner)
        for i in range(len(self.regs)):
            self.regs[i] = None
        if self.extra is not None:
            self.extra.w_snapshot = None
        return w_None

    def op_repr(self):
        from interpreter.objects.object import address_hex
        from interpreter import ops
        return newstr("<frame at %s, file %s, line %d, code %s>" % (
            address_hex(self), ops.text_w(ops.repr(newstr(self.code.filename))), self.lineno(), self.code.name))


def flag_of(w_value):
    """The value for an attribute that must be a bool."""
    from interpreter.objects.wrap import w_True, w_False
    if w_value is not w_True and w_value is not w_False:
        raise type_error("attribute value type must be bool")
    return w_value is w_True


def cell_value(w_cell):
    """What is in a cell register; None for an empty cell or none at all."""
    if isinstance(w_cell, W_Cell):
        return w_cell.w_value
    return None


def set_cell_value(w_cell, w_value):
    if isinstance(w_cell, W_Cell):
        w_cell.w_value = w_value


Frame.typedef = TypeDef('frame', Frame, subclassable=False)
