"""sys.settrace and sys.setprofile: the events that the traced version of the evaluation loop sends."""

from interpreter.errors import OperationError, value_error
from interpreter.objects.function import W_BuiltinFunction
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newstr, newtuple


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


def trace_call(frame, ec):
    """A frame begins or is resumed."""
    if not is_active(ec):
        return
    if ec.w_tracefunc is not None:
        extra = frame.getextra()
        if frame.pc == 0:
            extra.last_line = -1
            extra.shown_line = frame.code.firstlineno      # of the event; the first line event follows
        else:
            extra.shown_line = frame.code.lineno_of(frame.pc - 1)      # of the yield
        w_local = call_trace(frame, ec, ec.w_tracefunc, 'call', w_None)
        extra.shown_line = -1
        if w_local is not w_None:
            extra.w_trace = w_local
    if ec.w_profilefunc is not None:
        call_trace(frame, ec, ec.w_profilefunc, 'call', w_None)


def local_event(frame, ec, event, w_arg):
    """An event for the frame's own trace function."""
    extra = frame.extra
    if ec.w_tracefunc is None or extra is None:
        return
    w_trace = extra.w_trace
    if w_trace is None:
        return
    w_local = call_trace(frame, ec, w_trace, event, w_arg)
    if w_local is not w_None:
        extra.w_trace = w_local


def trace_instruction(frame, ec, pc):
    """Before each instruction of the traced loop; returns the pc to go on at."""
    extra = frame.extra
    if extra is None or extra.w_trace is None or not is_active(ec):
        return pc
    line = frame.code.lineno_of(pc)
    if extra.trace_lines and (line != extra.last_line or pc < extra.last_pc):
        extra.last_line = line
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
    local_event(frame, ec, 'return', w_value)
    if ec.w_profilefunc is not None:
        call_trace(frame, ec, ec.w_profilefunc, 'return', w_value)


def trace_exception(frame, ec, w_exc):
    """An exception was raised in the frame, or reached it."""
    if not is_active(ec):
        return
    w_traceback = w_exc.get_traceback()
    local_event(frame, ec, 'exception', newtuple([w_exc.gettype(), w_exc, w_traceback]))


def trace_builtin(frame, ec, event, w_func):
    """c_call, c_return, c_exception: for the profile function only."""
    if ec.w_profilefunc is not None and is_active(ec) and isinstance(w_func, W_BuiltinFunction):
        call_trace(frame, ec, ec.w_profilefunc, event, w_func)


# ____________________________________________________________
# jumps: frame.f_lineno = n


def line_start(code, line):
    """The first instruction of a line, -1 if it has none."""
    positions = code.positions
    for i in range(0, len(positions), 5):
        if positions[i + 1] == line:
            return positions[i]
    return -1


def check_jump(frame, line):
    """ValueError unless the frame has code at the line."""
    code = frame.code
    if line < code.firstlineno:
        raise value_error("line %d comes before the current code block" % line)
    if line_start(code, line) < 0:
        raise value_error("line %d comes after the current code block" % line)
