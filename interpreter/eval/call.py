"""Calling Python functions from RPython, and making functions.

The evaluation loop calls Python functions without coming here wherever the arguments are simple (interpreter.eval.dispatch).
"""

from rpython.rlib.jit import unroll_safe
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.cell import W_Cell
from interpreter.eval.arguments import bind_arguments
from interpreter.eval.executioncontext import getexecutioncontext, limits
from interpreter.eval.frame import Frame
from interpreter.errors import recursion_error, type_error


def push_frame(frame, ec):
    """Makes `frame` the running one.  RecursionError where there are too many."""
    back = ec.topframe
    if back is not None:
        depth = back.depth + 1
        if depth >= limits.recursion_limit:
            raise recursion_error("maximum recursion depth exceeded")
        frame.depth = depth
    frame.f_back = back
    frame.return_pc = -1
    ec.topframe = frame


def run_frame(frame):
    """Runs a new frame to its end and returns the result; for a generator function, makes the generator."""
    from interpreter.eval.dispatch import execute
    ec = getexecutioncontext()
    push_frame(frame, ec)
    return execute(frame, ec)


def run_function_frame(func, frame):
    code = frame.code
    if code.ncells + code.nfrees > 0:
        frame.init_cells(func.closure)
    if code.is_generator:
        from interpreter.objects.generator import make_generator
        return make_generator(func, frame)
    return run_frame(frame)


def new_frame(func, code):
    return Frame(code, func.w_globals, func.w_builtins)


def call_function(func, args_w, kwnames):
    """Calls a W_Function with any arguments."""
    code = func.code
    frame = new_frame(func, code)
    if kwnames is None and code.signature_simple and len(args_w) == code.argcount:
        regs = frame.regs
        for i in range(len(args_w)):
            regs[i] = args_w[i]
    else:
        bind_arguments(func, code, frame.regs, args_w, kwnames)
    if not code.has_own_locals:
        frame.w_locals = func.w_globals
    return run_function_frame(func, frame)


def call_function0(func):
    code = func.code
    if code.fast_argcount != 0:
        return call_function(func, [], None)
    return run_function_frame(func, new_frame(func, code))


def call_function1(func, w_a):
    code = func.code
    if code.fast_argcount != 1:
        return call_function(func, [w_a], None)
    frame = new_frame(func, code)
    frame.regs[0] = w_a
    return run_function_frame(func, frame)


def call_function2(func, w_a, w_b):
    code = func.code
    if code.fast_argcount != 2:
        return call_function(func, [w_a, w_b], None)
    frame = new_frame(func, code)
    frame.regs[0] = w_a
    frame.regs[1] = w_b
    return run_function_frame(func, frame)


def call_function3(func, w_a, w_b, w_c):
    code = func.code
    if code.fast_argcount != 3:
        return call_function(func, [w_a, w_b, w_c], None)
    frame = new_frame(func, code)
    frame.regs[0] = w_a
    frame.regs[1] = w_b
    frame.regs[2] = w_c
    return run_function_frame(func, frame)


# ____________________________________________________________
# builtins


class BuiltinsHolder(object):
    """The dictionary of the builtins module, set by module.builtins when it is made."""

    def __init__(self):
        self.w_dict = None


builtins_holder = BuiltinsHolder()


def set_builtins(w_dict):
    """Tells where the names of the builtins module are: a W_Dict."""
    builtins_holder.w_dict = w_dict


def default_builtins():
    """The W_Dict of the builtins module; an empty one before there is any."""
    from interpreter.objects.dict import newmoduledict
    w_dict = builtins_holder.w_dict
    if w_dict is None:
        w_dict = newmoduledict()
        builtins_holder.w_dict = w_dict
    return w_dict


def builtins_of(w_globals):
    """Where functions with these globals find the built-in names: a W_Dict, but for programs that set `__builtins__` to something else."""
    from interpreter.objects.module import W_Module
    w_builtins = w_globals.getitem_str('__builtins__')
    if w_builtins is not None:
        if isinstance(w_builtins, W_Module):
            return w_builtins.w_dict
        return w_builtins
    frame = getexecutioncontext().topframe
    if frame is not None:
        return frame.w_builtins
    return default_builtins()


# ____________________________________________________________
# what built-in functions ask about the calling frame


def current_globals():
    """The globals of the running frame, or None."""
    frame = getexecutioncontext().topframe
    if frame is None:
        return None
    return frame.w_globals


def super_arguments():
    """The class and the object that super() without arguments means in the running frame."""
    from interpreter.errors import runtime_error
    from interpreter.objects.type import W_Type
    frame = getexecutioncontext().topframe
    if frame is None:
        raise runtime_error("super(): no current frame")
    code = frame.code
    if code.argcount == 0:
        raise runtime_error("super(): no arguments")
    w_obj = frame.regs[0]
    if w_obj is None:
        for i in range(code.ncells):
            if code.cell2arg[i] == 0:
                w_cell = frame.regs[code.nlocals + i]
                if isinstance(w_cell, W_Cell):
                    w_obj = w_cell.w_value
    if w_obj is None:
        raise runtime_error("super(): arg[0] deleted")
    for i in range(code.nfrees):
        if code.freevars[i] == '__class__':
            w_cell = frame.regs[code.nlocals + code.ncells + i]
            if not isinstance(w_cell, W_Cell):
                raise runtime_error("super(): bad __class__ cell")
            w_type = w_cell.w_value
            if w_type is None:
                raise runtime_error("super(): empty __class__ cell")
            if not isinstance(w_type, W_Type):
                raise runtime_error("super(): __class__ is not a type (%s)" % w_type.gettype().name)
            return w_type, w_obj
    raise runtime_error("super(): __class__ cell not found")
