"""sys.settrace and sys.setprofile: the events that the traced version of the evaluation loop sends."""

from interpreter.errors import OperationError, value_error
from interpreter.compiler import opcodes as op
from interpreter.eval.liveness import decode, flow
from interpreter.eval.caches import load_attribute
from interpreter.eval.callpath import MASK, call_operands, operand
from interpreter.objects.function import W_BuiltinFunction, W_MethodDescr
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newstr, newtuple


# what a trace function is being told: it may only assign to f_lineno where a line begins
OTHER, CALL, LINE = range(3)


class TracingChanged(Exception):
    """The loop is to go on in its other version, at frame.pc of ec.topframe."""


def call_trace(frame, ec, w_func, event, w_arg):
    """Calls a trace or profile function with tracing off; it may change the variables of the frame."""
    ec.is_tracing += 1
    if frame.extra is not None:
        frame.extra.tracing = True
        if frame.w_locals is None:
            frame.getlocals()
    try:
        w_result = w_func.call3(frame, newstr(event), w_arg)
    except OperationError:
        ec.is_tracing -= 1
        # an exception in the function turns it off
        if w_func is ec.w_profilefunc:
            ec.setprofile(w_None)
        else:
            ec.settrace(w_None)
        if frame.extra is not None:
            frame.extra.tracing = False
            frame.extra.w_trace = None
        raise
    ec.is_tracing -= 1
    if frame.extra is not None:
        frame.extra.tracing = False
        frame.write_back_locals()
    return w_result


def is_active(ec):
    return ec.traced and ec.is_tracing == 0


def trace_call(frame, ec, resumed):
    """A frame begins or (a generator's) is resumed."""
    if not is_active(ec):
        return
    extra = frame.getextra()
    if resumed:
        extra.shown_line = frame.code.lineno_of(frame.pc)      # of the yield
    else:
        extra.last_line = -1
        extra.shown_line = frame.code.firstlineno      # of the event; the first line event follows
    extra.event = CALL
    if ec.w_tracefunc is not None:
        w_local = call_trace(frame, ec, ec.w_tracefunc, 'call', w_None)
        if w_local is not w_None:
            extra.w_trace = w_local
    if ec.w_profilefunc is not None:
        call_trace(frame, ec, ec.w_profilefunc, 'call', w_None)
    extra.shown_line = -1
    extra.event = OTHER


def local_event(frame, ec, event, w_arg):
    """An event for the frame's own trace function."""
    extra = frame.extra
    if ec.w_tracefunc is None or extra is None:
        return
    w_trace = extra.w_trace
    if w_trace is None:
        return
    if event == 'line':
        extra.event = LINE
    w_local = call_trace(frame, ec, w_trace, event, w_arg)
    extra.event = OTHER
    if w_local is not w_None:
        extra.w_trace = w_local


def trace_instruction(frame, ec, pc):
    """Before each instruction of the traced loop; returns the pc to go on at."""
    extra = frame.extra
    if extra is None or extra.w_trace is None or not is_active(ec):
        return pc
    line = frame.code.line_or_none(pc)
    is_new = line != extra.last_line or pc < extra.last_pc
    extra.last_line = line
    if line > 0:
        extra.last_shown = line
    if extra.trace_lines and line > 0 and is_new:
        extra.last_pc = pc
        local_event(frame, ec, 'line', w_None)
        if extra.jump_line >= 0:
            target = line_start(frame.code, extra.jump_line)
            extra.last_line = extra.jump_line
            extra.jump_line = -1
            pc = target
            frame.pc = pc
    extra.last_pc = pc
    if extra.trace_opcodes:
        local_event(frame, ec, 'opcode', w_None)
    return pc


def trace_return(frame, ec, w_value):
    """A frame returns or yields w_value, or (None) an exception leaves it."""
    if not is_active(ec):
        return
    if w_value is None:
        w_value = w_None
    extra = frame.getextra()
    if extra.shown_line < 0 and extra.last_shown > 0 and frame.code.line_or_none(frame.pc) == 0:
        extra.shown_line = extra.last_shown
    local_event(frame, ec, 'return', w_value)
    if ec.w_profilefunc is not None:
        call_trace(frame, ec, ec.w_profilefunc, 'return', w_value)
    extra.shown_line = -1


def trace_exception(frame, ec, w_exc):
    """An exception was raised in the frame, or reached it."""
    if not is_active(ec):
        return
    w_traceback = w_exc.get_traceback()
    local_event(frame, ec, 'exception', newtuple([w_exc.gettype(), w_exc, w_traceback]))


# ____________________________________________________________
# calls of built-in functions: for the profile function only


def profiled_builtin(ec, w_func, w_self):
    """The built-in function or method to tell the profile function of, where w_func is called with w_self (or None) first; else None."""
    if ec.w_profilefunc is None or not is_active(ec):
        return None
    if isinstance(w_func, W_BuiltinFunction):
        return w_func
    if isinstance(w_func, W_MethodDescr) and w_self is not None:
        return w_func.op_get(w_self, w_self.gettype())
    return None


def profile_event(frame, ec, event, w_builtin):
    if ec.w_profilefunc is not None:
        call_trace(frame, ec, ec.w_profilefunc, event, w_builtin)


def traced_call(frame, ec, w_func, w_self, start, count):
    """call_operands in the traced loop."""
    code = frame.code
    bytecode = code.bytecode
    w_first = w_self
    if w_first is None and count > 0:
        w_first = operand(frame.regs, code.consts_w, bytecode[start])
    w_builtin = profiled_builtin(ec, w_func, w_first)
    if w_builtin is None:
        return call_operands(w_func, w_self, frame.regs, bytecode, code.consts_w, start, count)
    profile_event(frame, ec, 'c_call', w_builtin)
    try:
        w_result = call_operands(w_func, w_self, frame.regs, bytecode, code.consts_w, start, count)
    except OperationError:
        profile_event(frame, ec, 'c_exception', w_builtin)
        raise
    profile_event(frame, ec, 'c_return', w_builtin)
    return w_result


def traced_method_call(frame, ec, w_func, w_obj, pc, count):
    """CALL_METHOD in the traced loop: w_func is what load_method found, or None."""
    if w_func is not None:
        return traced_call(frame, ec, w_func, w_obj, pc + 6, count)
    code = frame.code
    frame.pc = pc + 1               # the position of the look-up
    w_func = load_attribute(w_obj, code.names[code.bytecode[pc + 3] & MASK], code.cache_base + code.bytecode[pc + 4])
    frame.pc = pc
    return traced_call(frame, ec, w_func, None, pc + 6, count)


def traced_op_call(frame, ec, w_func, args_w, kwnames):
    """w_func.op_call, for the calls outside of the loop proper."""
    nkw = 0 if kwnames is None else len(kwnames)
    w_builtin = profiled_builtin(ec, w_func, args_w[0] if len(args_w) > nkw else None)
    if w_builtin is None:
        return w_func.op_call(args_w, kwnames)
    profile_event(frame, ec, 'c_call', w_builtin)
    try:
        w_result = w_func.op_call(args_w, kwnames)
    except OperationError:
        profile_event(frame, ec, 'c_exception', w_builtin)
        raise
    profile_event(frame, ec, 'c_return', w_builtin)
    return w_result


# ____________________________________________________________
# jumps: frame.f_lineno = n


def line_start(code, line):
    """The first instruction of a line, -1 if it has none."""
    positions = code.positions
    for i in range(0, len(positions), 5):
        if positions[i + 1] == line:
            return positions[i]
    return -1


def check_jump_event(event):
    """ValueError unless a trace function may assign to f_lineno now."""
    if event == CALL:
        raise value_error("can't jump from the 'call' trace event of a new frame")
    if event != LINE:
        raise value_error("can only jump from a 'line' trace event")


def check_jump(frame, line):
    """The line to go on at when `line` is assigned to f_lineno: the first from there on that has code.  ValueError where that is no
    place to jump to."""
    code = frame.code
    if line < code.firstlineno:
        raise value_error("line %d comes before the current code block" % line)
    target = -1
    positions = code.positions
    for i in range(0, len(positions), 5):
        if positions[i + 1] >= line and (target < 0 or positions[i + 1] < target):
            target = positions[i + 1]
    if target < 0:
        raise value_error("line %d comes after the current code block" % line)
    opcode = missing_temporary(code, frame.pc, line_start(code, target))
    if opcode == op.FOR_ITER:
        raise value_error("can't jump into the body of a for loop")
    if opcode == op.POP_EXC_INFO or opcode == op.RERAISE:
        raise value_error("can't jump into an 'except' block as there's no exception")
    if opcode >= 0:
        raise value_error("differing stack depth")
    return target


def missing_temporary(code, pc, target):
    """The opcode of an instruction that reads a temporary which code at `target` expects and code at `pc` does not have; -1: all is there."""
    first = code.nlocals + code.ncells + code.nfrees
    instructions = decode(code.bytecode, first)
    flow(instructions, code.exceptiontable, first, len(code.bytecode))
    here = there = 0
    for instruction in instructions:
        if instruction.pc == pc:
            here = instruction.live_in
        if instruction.pc == target:
            there = instruction.live_in
    missing = there & ~here
    if missing == 0:
        return -1
    found = op.NOP
    for instruction in instructions:
        if instruction.uses & missing:
            opcode = code.bytecode[instruction.pc]
            if opcode == op.FOR_ITER:
                return opcode
            if instruction.pc >= target and found == op.NOP:
                found = opcode
    return found
