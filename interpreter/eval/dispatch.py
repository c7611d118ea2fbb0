"""The evaluation loop.

`execute(frame, ec)` runs a frame that push_frame made the running one, until it returns or yields.  `dispatch` is the loop proper; what
is rare or long is in interpreter.eval.instructions.  A call of a Python function with simple arguments does not leave the loop: the new
frame takes the place of the old one, whose `pc` stays at the call, and RETURN goes back.  So Python calls use no C stack.

An exception leaves `dispatch` and is looked after by interpreter.eval.unwind, which knows from ec.topframe where it happened and from
frame.pc at which instruction; every instruction stores its pc before it does anything.
"""

from rpython.rlib.jit import JitDriver
from rpython.rlib.objectmodel import specialize
from rpython.rlib.rarithmetic import r_uint
from rpython.rlib.rstackovf import StackOverflow, check_stack_overflow
from rpython.rlib.unroll import unrolling_iterable
from rpython_stm import rstm

from interpreter import ops
from interpreter.compiler import opcodes as op
from interpreter.errors import OperationError, recursion_error, memory_error, unbound_local_error, name_error, system_error
from interpreter.eval import fastops
from interpreter.eval.caches import globals_cache, load_global, load_attribute, load_method, store_attribute
from interpreter.eval.callpath import prepare_call, prepare_method_call, call_operands, call_method_registers, init_result
from interpreter.eval.executioncontext import check_actions
from interpreter.eval.frame import Frame
from interpreter.eval.instructions import slow_instruction, unbound_local, unbound_cell
from interpreter.eval.tracing import (TracingChanged, tracing_changed, remember_instruction, trace_call, trace_instruction,
                                      trace_leaving, trace_yield, traced_call, traced_method_call, traced_next, trace_delegation_end)
from interpreter.eval.unwind import unwind
from interpreter.objects.baseexception import W_BaseException
from interpreter.objects.cell import W_Cell
from interpreter.objects.dict import W_Dict
from interpreter.objects.function import W_Function
from interpreter.objects.generator import yield_value, suspend, delegate_send, take_delegated
from interpreter.objects.int import W_Int
from interpreter.objects.list import W_List
from interpreter.objects.root import w_None
from interpreter.objects.traceback import W_Traceback
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import w_True, w_False

MASK = 0xffffffff          # operands that cannot be negative: tells the annotator, and costs nothing


def get_printable_location(pc, code):
    return '%s:%d %s' % (code.qualname, code.lineno_of(pc), op.names[code.bytecode[pc]])


jitdriver = JitDriver(greens=['pc', 'code'], reds=['frame', 'ec'], get_printable_location=get_printable_location)


def execute(frame, ec):
    """Runs the frame, which is ec.topframe, to its end (or next yield) and returns the result."""
    if ec.traced:
        start_traced(frame, ec, False)
    return run_loop(frame, ec)


def start_traced(frame, ec, resumed):
    """Sends the event for a frame that begins or is resumed."""
    try:
        trace_call(frame, ec, resumed)
    except OperationError as e:
        w_exc = e.w_exc
        assert isinstance(w_exc, W_BaseException)
        line = frame.lineno() if resumed else frame.code.firstlineno
        w_exc.w_traceback = W_Traceback(frame, frame.pc, w_exc.w_traceback, line)
        ec.topframe = frame.f_back
        raise


def run_loop(frame, ec):
    """frame is ec.topframe.  No variable here keeps it, nor one that caught an exception: they must not outlive their return."""
    while True:
        try:
            if ec.traced:
                return dispatch(ec, True)
            return dispatch(ec, False)
        except TracingChanged:
            continue
        except OperationError as e:
            error = e
        except StackOverflow:
            check_stack_overflow()
            error = recursion_error("maximum recursion depth exceeded")
        except MemoryError:
            error = memory_error("")
            error.w_exc.args_w = []
        unwind(error, ec)


def execute_raising(error, ec):
    """The same for a frame in which `error` is to be raised first (generator.throw)."""
    if ec.traced:
        start_traced(ec.topframe, ec, True)
    return run_loop(unwind(error, ec), ec)


def go_on_raising(error, ec):
    """The same for a frame that was resumed already."""
    return run_loop(unwind(error, ec), ec)


def take_break(ec):
    """A safe point where something is due: end the transaction, look at signals."""
    rstm.break_transaction_if_due()
    check_actions(ec)
take_break._dont_inline_ = True


def operand(regs, consts_w, n):
    """The object of an operand of kind r."""
    if n >= 0:
        return regs[n]
    return consts_w[~n & MASK]
operand._always_inline_ = True


def is_true(w_obj):
    if w_obj is w_True:
        return True
    if w_obj is w_False or w_obj is w_None:
        return False
    return w_obj.op_bool()
is_true._always_inline_ = True


def newbool(flag):
    if flag:
        return w_True
    return w_False
newbool._always_inline_ = True


def compare_is(w_a, w_b):
    return int(w_a is w_b or ops.is_same_small_int(w_a, w_b))
compare_is._always_inline_ = True


def compare_is_not(w_a, w_b):
    return int(w_a is not w_b and not ops.is_same_small_int(w_a, w_b))
compare_is_not._always_inline_ = True


def compare_in(w_a, w_b):
    return int(w_b.op_contains(w_a))


def compare_not_in(w_a, w_b):
    return int(not w_b.op_contains(w_a))


def never(w_a, w_b):
    raise AssertionError("unreachable")


# name, what the loop tries first, what it does then (returns an object)
_binary = []
for _name in op.BINARY:
    _lower = _name.lower()
    if _lower in ('and', 'or'):
        _lower += '_'
    _fast = getattr(fastops, _lower, None)
    _binary.append((getattr(op, 'BINARY_' + _name), getattr(op, 'INPLACE_' + _name), _fast, getattr(ops, _lower),
                    getattr(ops, 'i' + _name.lower())))
binary_table = unrolling_iterable(_binary)

_compare = []
for _name in op.COMPARE:
    _lower = _name.lower()
    _fast = getattr(fastops, _lower, None)
    if _fast is not None:
        _slow = getattr(ops, _lower)
    else:
        _fast = {'is': compare_is, 'is_not': compare_is_not, 'in': compare_in, 'not_in': compare_not_in}[_lower]
        _slow = never
    _compare.append((getattr(op, 'COMPARE_' + _name), getattr(op, 'JUMP_IF_' + _name), getattr(op, 'JUMP_UNLESS_' + _name),
                     _fast, _slow))
compare_table = unrolling_iterable(_compare)


@specialize.arg(1)
def dispatch(ec, traced):
    """Runs ec.topframe.  It is no argument: the caller's stack would keep it alive after its return."""
    frame = ec.topframe
    code = frame.code
    bytecode = code.bytecode
    consts_w = code.consts_w
    pc = frame.pc
    while True:
        jitdriver.jit_merge_point(pc=pc, code=code, frame=frame, ec=ec)
        frame.pc = pc
        if traced:
            pc = trace_instruction(frame, ec, pc)
        regs = frame.regs
        opcode = bytecode[pc]
        if opcode == op.MOVE:
            regs[bytecode[pc + 1] & MASK] = operand(regs, consts_w, bytecode[pc + 2])
            pc += 3
        elif opcode == op.CHECK_LOCAL:
            if regs[bytecode[pc + 1] & MASK] is None:
                raise unbound_local(frame, bytecode[pc + 1] & MASK)
            pc += 2
        elif opcode == op.LOAD_CELL:
            cell = regs[bytecode[pc + 2] & MASK]
            assert isinstance(cell, W_Cell)
            w_value = cell.w_value
            if w_value is None:
                raise unbound_cell(frame, bytecode[pc + 2] & MASK)
            regs[bytecode[pc + 1] & MASK] = w_value
            pc += 3
        elif opcode == op.STORE_CELL:
            cell = regs[bytecode[pc + 1] & MASK]
            assert isinstance(cell, W_Cell)
            cell.w_value = operand(regs, consts_w, bytecode[pc + 2])
            pc += 3
        elif opcode == op.LOAD_GLOBAL:
            key = code.cache_base + bytecode[pc + 3]
            entry = globals_cache.get(key)
            w_value = None
            if entry is not None and entry.key == key and entry.w_globals is frame.w_globals:
                w_value = entry.cell.w_value
                if w_value is None:
                    builtin_cell = entry.builtin_cell
                    if builtin_cell is not None:
                        w_value = builtin_cell.w_value
            if w_value is None:
                w_value = load_global(frame, code.names[bytecode[pc + 2] & MASK], key)
            regs[bytecode[pc + 1] & MASK] = w_value
            pc += 4

        # ---- attributes and items
        elif opcode == op.LOAD_ATTR:
            w_value = load_attribute(operand(regs, consts_w, bytecode[pc + 2]), code.names[bytecode[pc + 3] & MASK],
                                     code.cache_base + bytecode[pc + 4])
            regs[bytecode[pc + 1] & MASK] = w_value
            pc += 5
        elif opcode == op.STORE_ATTR:
            store_attribute(operand(regs, consts_w, bytecode[pc + 1]), code.names[bytecode[pc + 2] & MASK],
                            code.cache_base + bytecode[pc + 4], operand(regs, consts_w, bytecode[pc + 3]))
            pc += 5
        elif opcode == op.LOAD_SUBSCR:
            w_obj = operand(regs, consts_w, bytecode[pc + 2])
            w_key = operand(regs, consts_w, bytecode[pc + 3])
            w_value = None
            if w_key.__class__ is W_Int:
                assert isinstance(w_key, W_Int)
                index = w_key.intval
                if w_obj.__class__ is W_List:
                    assert isinstance(w_obj, W_List)
                    items_w = w_obj.items
                    if r_uint(index) < r_uint(len(items_w)):
                        assert index >= 0
                        w_value = items_w[index]
                elif w_obj.__class__ is W_Tuple:
                    assert isinstance(w_obj, W_Tuple)
                    items = w_obj.items
                    if r_uint(index) < r_uint(len(items)):
                        assert index >= 0
                        w_value = items[index]
            if w_value is None:
                w_value = w_obj.op_getitem(w_key)
            regs[bytecode[pc + 1] & MASK] = w_value
            pc += 4
        elif opcode == op.STORE_SUBSCR:
            w_obj = operand(regs, consts_w, bytecode[pc + 1])
            w_key = operand(regs, consts_w, bytecode[pc + 2])
            w_value = operand(regs, consts_w, bytecode[pc + 3])
            done = False
            if w_obj.__class__ is W_List and w_key.__class__ is W_Int:
                assert isinstance(w_obj, W_List)
                assert isinstance(w_key, W_Int)
                items_w = w_obj.items
                index = w_key.intval
                if r_uint(index) < r_uint(len(items_w)):
                    assert index >= 0
                    items_w[index] = w_value
                    done = True
            if not done:
                w_obj.op_setitem(w_key, w_value)
            pc += 4

        # ---- control flow
        elif opcode == op.JUMP:
            pc = bytecode[pc + 1] & MASK
        elif opcode == op.JUMP_BACK:
            pc = bytecode[pc + 1] & MASK
            if rstm.is_break_due():
                take_break(ec)
            jitdriver.can_enter_jit(pc=pc, code=code, frame=frame, ec=ec)
        elif opcode == op.JUMP_IF_TRUE:
            if is_true(operand(regs, consts_w, bytecode[pc + 1])):
                pc = bytecode[pc + 2] & MASK
            else:
                pc += 3
        elif opcode == op.JUMP_IF_FALSE:
            if is_true(operand(regs, consts_w, bytecode[pc + 1])):
                pc += 3
            else:
                pc = bytecode[pc + 2] & MASK
        elif opcode == op.JUMP_IF_NONE:
            if operand(regs, consts_w, bytecode[pc + 1]) is w_None:
                pc = bytecode[pc + 2] & MASK
            else:
                pc += 3
        elif opcode == op.JUMP_IF_NOT_NONE:
            if operand(regs, consts_w, bytecode[pc + 1]) is not w_None:
                pc = bytecode[pc + 2] & MASK
            else:
                pc += 3
        elif opcode == op.UNARY_NOT:
            regs[bytecode[pc + 1] & MASK] = newbool(not is_true(operand(regs, consts_w, bytecode[pc + 2])))
            pc += 3
        elif opcode == op.FOR_ITER:
            if traced:
                w_value = traced_next(frame, ec, regs[bytecode[pc + 2] & MASK])
            else:
                w_value = regs[bytecode[pc + 2] & MASK].op_next()
            if w_value is None:
                pc = bytecode[pc + 3] & MASK
            else:
                regs[bytecode[pc + 1] & MASK] = w_value
                pc += 4
        elif opcode == op.GET_ITER:
            regs[bytecode[pc + 1] & MASK] = ops.iter(operand(regs, consts_w, bytecode[pc + 2]))
            pc += 3
        elif opcode == op.RETURN:
            w_value = operand(regs, consts_w, bytecode[pc + 1])
            if traced:
                trace_leaving(frame, ec, w_value)
            back = frame.f_back
            ec.topframe = back
            return_pc = frame.return_pc
            if return_pc < 0:
                return w_value
            register = frame.result_reg
            if register < 0:
                w_value = init_result(frame, w_value)
                register = ~register
            frame = back
            if traced:
                remember_instruction(frame)
            frame.regs[register & MASK] = w_value
            code = frame.code
            bytecode = code.bytecode
            consts_w = code.consts_w
            pc = return_pc & MASK

        # ---- building and unpacking
        elif opcode == op.BUILD_TUPLE:
            count = bytecode[pc + 2] & MASK
            items_w = [None] * count
            pc += 3
            i = 0
            while i < count:
                items_w[i] = operand(regs, consts_w, bytecode[pc + i])
                i += 1
            regs[bytecode[pc - 2] & MASK] = W_Tuple(items_w)
            pc += count
        elif opcode == op.LIST_APPEND:
            w_list = regs[bytecode[pc + 1] & MASK]
            assert isinstance(w_list, W_List)
            w_list.items.append(operand(regs, consts_w, bytecode[pc + 2]))
            pc += 3

        # ---- calls
        elif opcode == op.CALL:
            w_func = operand(regs, consts_w, bytecode[pc + 2])
            count = bytecode[pc + 3] & MASK
            new = None
            if not traced:
                new = prepare_call(w_func, frame, bytecode, consts_w, pc + 4, count, bytecode[pc + 1])
            if new is not None:
                ec.topframe = new
                frame = new
                code = frame.code
                bytecode = code.bytecode
                consts_w = code.consts_w
                pc = 0
                if rstm.is_break_due():
                    take_break(ec)
            else:
                if traced:
                    w_value = traced_call(frame, ec, w_func, None, pc + 4, count)
                else:
                    w_value = call_operands(w_func, None, regs, bytecode, consts_w, pc + 4, count)
                regs[bytecode[pc + 1] & MASK] = w_value
                pc += 4 + count
                if ec.traced != traced:
                    raise tracing_changed(frame, pc)
        elif opcode == op.CALL_METHOD:
            w_obj = operand(regs, consts_w, bytecode[pc + 2])
            count = bytecode[pc + 5] & MASK
            w_func = load_method(w_obj, code.names[bytecode[pc + 3] & MASK], code.cache_base + bytecode[pc + 4])
            new = None
            if not traced and w_func is not None and w_func.__class__ is W_Function:
                assert isinstance(w_func, W_Function)
                new = prepare_method_call(w_func, w_obj, frame, bytecode, consts_w, pc + 6, count, bytecode[pc + 1])
            if new is not None:
                ec.topframe = new
                frame = new
                code = frame.code
                bytecode = code.bytecode
                consts_w = code.consts_w
                pc = 0
                if rstm.is_break_due():
                    take_break(ec)
            else:
                if traced:
                    w_value = traced_method_call(frame, ec, w_func, w_obj, pc, count)
                else:
                    w_value = call_method_registers(w_func, w_obj, code, frame, regs, bytecode, consts_w, pc)
                regs[bytecode[pc + 1] & MASK] = w_value
                pc += 6 + count
                if ec.traced != traced:
                    raise tracing_changed(frame, pc)
        elif opcode == op.LOAD_METHOD:
            w_obj = operand(regs, consts_w, bytecode[pc + 3])
            name = code.names[bytecode[pc + 4] & MASK]
            key = code.cache_base + bytecode[pc + 5]
            w_func = load_method(w_obj, name, key)
            if w_func is None:
                w_func = load_attribute(w_obj, name, key)
                w_obj = None
            regs[bytecode[pc + 2] & MASK] = w_obj
            regs[bytecode[pc + 1] & MASK] = w_func
            pc += 6
        elif opcode == op.CALL_LOADED:
            w_func = operand(regs, consts_w, bytecode[pc + 2])
            w_obj = regs[bytecode[pc + 3] & MASK]
            count = bytecode[pc + 4] & MASK
            new = None
            if traced:
                pass
            elif w_obj is None:
                new = prepare_call(w_func, frame, bytecode, consts_w, pc + 5, count, bytecode[pc + 1])
            elif w_func.__class__ is W_Function:
                assert isinstance(w_func, W_Function)
                new = prepare_method_call(w_func, w_obj, frame, bytecode, consts_w, pc + 5, count, bytecode[pc + 1])
            if new is not None:
                ec.topframe = new
                frame = new
                code = frame.code
                bytecode = code.bytecode
                consts_w = code.consts_w
                pc = 0
                if rstm.is_break_due():
                    take_break(ec)
            else:
                if traced:
                    w_value = traced_call(frame, ec, w_func, w_obj, pc + 5, count)
                else:
                    w_value = call_operands(w_func, w_obj, regs, bytecode, consts_w, pc + 5, count)
                regs[bytecode[pc + 1] & MASK] = w_value
                pc += 5 + count
                if ec.traced != traced:
                    raise tracing_changed(frame, pc)

        # ---- exceptions
        elif opcode == op.PUSH_EXC_INFO:
            state = ec.exc_state
            w_exc = regs[bytecode[pc + 2] & MASK]
            assert isinstance(w_exc, W_BaseException)
            w_saved = state.w_value
            if w_saved is None:
                regs[bytecode[pc + 1] & MASK] = w_None
            else:
                regs[bytecode[pc + 1] & MASK] = w_saved
            state.w_value = w_exc
            pc += 3
        elif opcode == op.POP_EXC_INFO:
            w_exc = regs[bytecode[pc + 1] & MASK]
            if isinstance(w_exc, W_BaseException):
                ec.exc_state.w_value = w_exc
            else:
                ec.exc_state.w_value = None
            pc += 2
        elif opcode == op.YIELD:
            if traced:
                trace_yield(frame, ec, operand(regs, consts_w, bytecode[pc + 2]))
            return yield_value(frame, ec, operand(regs, consts_w, bytecode[pc + 2]))
        elif opcode == op.YIELD_FROM:
            w_value = delegate_send(frame, regs[bytecode[pc + 2] & MASK], w_None)
            if w_value is not None:
                if traced:
                    trace_yield(frame, ec, w_value)
                return suspend(frame, ec, w_value)
            w_value = take_delegated(frame)
            if traced:
                trace_delegation_end(frame, ec, regs[bytecode[pc + 2] & MASK], w_None, w_value)
            regs[bytecode[pc + 1] & MASK] = w_value
            pc += 3
        else:
            # ---- operators
            for binary, inplace, fast, slow, slow_inplace in binary_table:
                if opcode == binary or opcode == inplace:
                    w_a = operand(regs, consts_w, bytecode[pc + 2])
                    w_b = operand(regs, consts_w, bytecode[pc + 3])
                    w_value = None
                    if fast is not None:
                        w_value = fast(w_a, w_b)
                    if w_value is None:
                        if opcode == binary:
                            w_value = slow(w_a, w_b)
                        else:
                            w_value = slow_inplace(w_a, w_b)
                    regs[bytecode[pc + 1] & MASK] = w_value
                    pc += 4
                    break
            else:
                for compare, jump_if, jump_unless, fast, slow in compare_table:
                    if opcode == jump_if:
                        w_a = operand(regs, consts_w, bytecode[pc + 1])
                        w_b = operand(regs, consts_w, bytecode[pc + 2])
                        flag = fast(w_a, w_b)
                        if flag < 0:
                            flag = int(is_true(slow(w_a, w_b)))
                        if flag != 0:
                            pc = bytecode[pc + 3] & MASK
                        else:
                            pc += 4
                        break
                    if opcode == jump_unless:
                        w_a = operand(regs, consts_w, bytecode[pc + 1])
                        w_b = operand(regs, consts_w, bytecode[pc + 2])
                        flag = fast(w_a, w_b)
                        if flag < 0:
                            flag = int(is_true(slow(w_a, w_b)))
                        if flag == 0:
                            pc = bytecode[pc + 3] & MASK
                        else:
                            pc += 4
                        break
                    if opcode == compare:
                        w_a = operand(regs, consts_w, bytecode[pc + 2])
                        w_b = operand(regs, consts_w, bytecode[pc + 3])
                        flag = fast(w_a, w_b)
                        if flag < 0:
                            w_value = slow(w_a, w_b)
                        else:
                            w_value = newbool(flag != 0)
                        regs[bytecode[pc + 1] & MASK] = w_value
                        pc += 4
                        break
                else:
                    pc = slow_instruction(opcode, frame, ec, code, regs, pc)
                    if ec.traced != traced:
                        raise tracing_changed(frame, pc)
