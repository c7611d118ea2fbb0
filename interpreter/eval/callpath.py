"""What the CALL instructions of the evaluation loop do: make the callee's frame straight from the caller's registers where the callee is
a Python function, else call it with the objects."""

from rpython.rlib.jit import unroll_safe
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.function import W_Function, W_Method
from interpreter.objects.list import W_List, list_append
from interpreter.objects.type import W_Type, check_init
from interpreter.eval.arguments import bind_arguments
from interpreter.eval.executioncontext import limits
from interpreter.eval.frame import Frame
from interpreter.errors import type_error, recursion_error

MASK = 0xffffffff


def operand(regs, consts_w, n):
    if n >= 0:
        return regs[n]
    return consts_w[~n & MASK]
operand._always_inline_ = True


def link_frame(new, caller, return_pc, result_reg):
    """Makes `new` a frame that runs in the same loop as its caller.  The loop sets ec.topframe."""
    depth = caller.depth + 1
    if depth >= limits.recursion_limit:
        raise recursion_error("maximum recursion depth exceeded")
    new.depth = depth
    new.f_back = caller
    new.return_pc = return_pc
    new.result_reg = result_reg
link_frame._always_inline_ = True


def prepare_call(w_func, caller, bytecode, consts_w, start, count, result_reg):
    """The frame for a call with `count` operands from `start` on; None if the callee is no Python function that can run in this loop."""
    if w_func.__class__ is W_Function:
        assert isinstance(w_func, W_Function)
        callee = w_func.code
        if callee.fast_argcount == count:
            new = Frame(callee, w_func.w_globals, w_func.w_builtins)
            regs = caller.regs
            newregs = new.regs
            i = 0
            while i < count:
                newregs[i] = operand(regs, consts_w, bytecode[start + i])
                i += 1
            if callee.has_cells:
                new.init_cells(w_func.closure)
            link_frame(new, caller, start + count, result_reg)
            return new
        return prepare_binding(w_func, None, caller, bytecode, consts_w, start, count, result_reg)
    if w_func.__class__ is W_Type:
        assert isinstance(w_func, W_Type)
        return prepare_init(w_func, caller, bytecode, consts_w, start, count, result_reg)
    if w_func.__class__ is W_Method:
        assert isinstance(w_func, W_Method)
        w_inner = w_func.w_function
        if w_inner.__class__ is W_Function:
            assert isinstance(w_inner, W_Function)
            return prepare_method_call(w_inner, w_func.w_self, caller, bytecode, consts_w, start, count, result_reg)
    return None


def prepare_binding(func, w_self, caller, bytecode, consts_w, start, count, result_reg):
    """The frame of a function called with w_self (unless None) and `count` operands from `start` on; None for a generator."""
    callee = func.code
    if callee.is_generator or not callee.has_own_locals:
        return None
    first = 0 if w_self is None else 1
    regs = caller.regs
    new = Frame(callee, func.w_globals, func.w_builtins)
    if callee.fast_argcount == first + count:
        newregs = new.regs
        if first:
            newregs[0] = w_self
        i = 0
        while i < count:
            newregs[first + i] = operand(regs, consts_w, bytecode[start + i])
            i += 1
    else:
        args_w = [None] * (first + count)
        if first:
            args_w[0] = w_self
        i = 0
        while i < count:
            args_w[first + i] = operand(regs, consts_w, bytecode[start + i])
            i += 1
        bind_arguments(func, callee, new.regs, args_w, None)
    if callee.has_cells:
        new.init_cells(func.closure)
    link_frame(new, caller, start + count, result_reg)
    return new


def prepare_method_call(func, w_self, caller, bytecode, consts_w, start, count, result_reg):
    """The same for a Python function called with w_self before the operands."""
    callee = func.code
    if callee.fast_argcount == count + 1:
        new = Frame(callee, func.w_globals, func.w_builtins)
        regs = caller.regs
        newregs = new.regs
        newregs[0] = w_self
        i = 0
        while i < count:
            newregs[i + 1] = operand(regs, consts_w, bytecode[start + i])
            i += 1
        if callee.has_cells:
            new.init_cells(func.closure)
        link_frame(new, caller, start + count, result_reg)
        return new
    return prepare_binding(func, w_self, caller, bytecode, consts_w, start, count, result_reg)


def prepare_init(w_type, caller, bytecode, consts_w, start, count, result_reg):
    """A call of a class whose instances object.__new__ makes and whose __init__ is a Python function: the frame of __init__."""
    if not w_type.heap:
        return None
    w_init = w_type.slots().w_init
    if w_init is None or w_init.__class__ is not W_Function:
        return None
    assert isinstance(w_init, W_Function)
    if w_init.code.is_generator:
        return None
    w_new = w_type.new_plain_instance()
    if w_new is None:
        return None
    new = prepare_binding(w_init, w_new, caller, bytecode, consts_w, start, count, ~result_reg)
    if new is not None:
        new.w_owner = w_new
    return new


def init_result(frame, w_result):
    """What a class gives whose __init__ ran in `frame` and returned w_result."""
    check_init(w_result)
    return frame.w_owner


def collect(regs, bytecode, consts_w, start, count, w_self):
    """The operands as an argument list, after w_self unless that is None."""
    first = 0 if w_self is None else 1
    args_w = [None] * (first + count)
    if first:
        args_w[0] = w_self
    i = 0
    while i < count:
        args_w[first + i] = operand(regs, consts_w, bytecode[start + i])
        i += 1
    return args_w


def call_operands(w_func, w_self, regs, bytecode, consts_w, start, count):
    """w_func called with w_self (unless None) and `count` operands from `start` on."""
    if w_self is None:
        if count == 0:
            return w_func.call0()
        w_a = operand(regs, consts_w, bytecode[start])
        if count == 1:
            return w_func.call1(w_a)
        w_b = operand(regs, consts_w, bytecode[start + 1])
        if count == 2:
            return w_func.call2(w_a, w_b)
        if count == 3:
            return w_func.call3(w_a, w_b, operand(regs, consts_w, bytecode[start + 2]))
    else:
        if count == 0:
            return w_func.call1(w_self)
        w_a = operand(regs, consts_w, bytecode[start])
        if count == 1:
            return w_func.call2(w_self, w_a)
        if count == 2:
            return w_func.call3(w_self, w_a, operand(regs, consts_w, bytecode[start + 1]))
    return w_func.op_call(collect(regs, bytecode, consts_w, start, count, w_self), None)


def call_method_registers(w_func, w_obj, code, frame, regs, bytecode, consts_w, pc):
    """CALL_METHOD: w_func is what load_method found, or None."""
    count = bytecode[pc + 5] & MASK
    start = pc + 6
    if w_func is not None:
        if w_func is list_append.w_function and count == 1 and w_obj.__class__ is W_List:
            assert isinstance(w_obj, W_List)
            w_obj.items.append(operand(regs, consts_w, bytecode[start]))
            return w_None
        return call_operands(w_func, w_obj, regs, bytecode, consts_w, start, count)
    from interpreter.eval.caches import load_attribute
    frame.pc = pc + 1               # the position of the look-up
    w_func = load_attribute(w_obj, code.names[bytecode[pc + 3] & MASK], code.cache_base + bytecode[pc + 4])
    frame.pc = pc
    return call_operands(w_func, None, regs, bytecode, consts_w, start, count)
