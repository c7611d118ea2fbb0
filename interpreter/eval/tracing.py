"""sys.settrace and sys.setprofile: the events that the traced version of the evaluation loop sends."""

from interpreter.errors import OperationError, stop_iteration, value_error
from interpreter.compiler import opcodes as op
from interpreter.eval.caches import load_attribute
from interpreter.eval.callpath import MASK, call_operands, operand
from interpreter.eval.jumps import bind_missing, leave_handlers
from interpreter.objects import exception
from interpreter.objects.function import W_BuiltinFunction, W_Function, W_MethodDescr
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newstr, newtuple


# what a trace function is being told: it may only assign to f_lineno where a line begins, and where a generator yields
OTHER, CALL, LINE, YIELD = range(4)

# FrameExtra.last_line: the line of last_pc, which was not looked up
LINE_OF_LAST_PC = -2


class TracingChanged(Exception):
    """The loop is to go on in its other version, at frame.pc of ec.topframe."""


def tracing_changed(frame, pc):
    """The TracingChanged after the instruction at frame.pc; pc is the next one."""
    remember_instruction(frame)
    frame.pc = pc
    return TracingChanged()


def remember_instruction(frame):
    """The instruction at frame.pc ran while nobody looked: a line event follows when the next one belongs to another line."""
    extra = frame.extra
    if extra is not None:
        extra.last_pc = frame.pc
        extra.last_line = LINE_OF_LAST_PC


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
        extra.last_pc = -1
        extra.last_line = -1
        extra.shown_line = frame.code.firstlineno      # of the event; the first line event follows
        if frame.code.name == '<module>':
            extra.shown_line = 0
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
    if extra is None:
        return pc
    if extra.w_trace is None or not is_active(ec):
        extra.last_pc = pc
        extra.last_line = LINE_OF_LAST_PC
        return pc
    code = frame.code
    line = code.line_or_none(pc)
    if extra.last_line == LINE_OF_LAST_PC:
        extra.last_line = code.line_or_none(extra.last_pc)
    is_new = line != extra.last_line or pc < extra.last_pc
    extra.last_pc = pc
    extra.last_line = line
    if is_new and line > 0:
        target = line_event(frame, ec, line)
        if target >= 0:
            return target
    if extra.trace_opcodes:
        local_event(frame, ec, 'opcode', w_None)
    opcode = code.bytecode[pc]
    if opcode == op.JUMP or opcode == op.JUMP_BACK:
        line = code.line_or_none(pc + 1)
        if line > 0 and line != code.line_or_none(pc):          # of a statement that control passes on the way
            frame.pc = pc + 1
            try:
                target = line_event(frame, ec, line)
            except OperationError:
                frame.pc = pc
                raise
            if target >= 0:
                return target
            frame.pc = pc
    return pc


def line_event(frame, ec, line):
    """A line begins at frame.pc: the pc to go on at if the trace function jumped, else -1."""
    extra = frame.extra
    extra.last_line = line
    extra.last_shown = line
    if extra.trace_lines:
        local_event(frame, ec, 'line', w_None)
        if extra.jump_pc >= 0:
            take_jump(frame, ec)
            return frame.pc
    return -1


def check_jump_event(event):
    """ValueError unless a trace function may assign to f_lineno now."""
    if event == CALL:
        raise value_error("can't jump from the 'call' trace event of a new frame")
    if event != LINE and event != YIELD:
        raise value_error("can only jump from a 'line' trace event")


def take_jump(frame, ec):
    """Goes where f_lineno was assigned to."""
    extra = frame.extra
    leave_handlers(frame, ec, extra.jump_pc)
    bind_missing(frame, extra.jump_pc, True)
    frame.pc = extra.last_pc = extra.jump_pc
    extra.last_line = extra.last_shown = extra.jump_line
    extra.jump_pc = extra.jump_line = -1


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


def trace_leaving(frame, ec, w_value):
    """The same at a return: what the trace function raises leaves the frame, it cannot be caught there."""
    try:
        trace_return(frame, ec, w_value)
    except OperationError as e:
        e.leaving = True
        raise


def trace_yield(frame, ec, w_value):
    """The same at a yield, where the trace function may jump: the frame goes on there when it is resumed."""
    if is_active(ec):
        frame.getextra().event = YIELD
    trace_leaving(frame, ec, w_value)


def resumes_elsewhere(frame, ec):
    """Did the trace function jump at the yield?  Then the frame, which is about to be resumed, goes there."""
    if frame.extra is None or frame.extra.jump_pc < 0:
        return False
    take_jump(frame, ec)
    return True


def trace_exception(frame, ec, w_exc):
    """An exception was raised in the frame, or reached it."""
    if not is_active(ec):
        return
    assert isinstance(w_exc, exception.W_BaseException)
    w_traceback = w_exc.get_traceback()
    local_event(frame, ec, 'exception', newtuple([w_exc.gettype(), w_exc, w_traceback]))


# ____________________________________________________________
# the StopIteration that ends a loop or a delegation: an exception event where CPython makes one


def traced_next(frame, ec, w_iterator):
    """op_next() in the traced loop."""
    if ec.w_tracefunc is not None and w_iterator.is_user_instance:
        w_next = w_iterator.gettype().lookup('__next__')
        if isinstance(w_next, W_Function):
            try:
                return w_next.call1(w_iterator)
            except OperationError as e:
                if not e.is_instance(exception.W_StopIteration.typedef):
                    raise
                trace_exception(frame, ec, e.w_exc)
                return None
    w_value = w_iterator.op_next()
    if w_value is None:
        trace_generator_end(frame, ec, w_iterator)
    return w_value


def trace_generator_end(frame, ec, w_iterator):
    """A generator that a loop ran over is exhausted: it raised StopIteration if it returned something."""
    from interpreter.objects.generator import W_Generator
    if isinstance(w_iterator, W_Generator):
        w_result = w_iterator.w_result
        if w_result is not None and w_result is not w_None:
            trace_exception(frame, ec, stop_iteration(w_result).w_exc)


def trace_delegation_end(frame, ec, w_iterator, w_sent, w_result):
    """What `frame` delegates to was sent w_sent and returned w_result."""
    from interpreter.objects.generator import W_Generator, W_Resumable
    if w_sent is w_None:
        if isinstance(w_iterator, W_Generator):
            if w_result is w_None:
                return
        elif not isinstance(w_iterator, W_Resumable) and not w_iterator.is_user_instance:
            return
    if w_result is w_None:
        trace_exception(frame, ec, stop_iteration(None).w_exc)
    else:
        trace_exception(frame, ec, stop_iteration(w_result).w_exc)


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
