"""Exceptions in the evaluation loop: context, traceback, and the way to the handler."""

from interpreter.compiler import opcodes as op
from interpreter.objects.root import w_None
from interpreter.objects.baseexception import W_BaseException
from interpreter.objects.traceback import W_Traceback
from interpreter.eval.liveness import drop_dead_temporaries
from interpreter.eval.tracing import trace_exception, trace_return
from interpreter.errors import OperationError, runtime_error, type_error


def record_context(w_exc, ec):
    """__context__ of an exception that was just raised: the one being handled.  A cycle is cut, as CPython does."""
    w_handled = ec.handled_exception()
    if w_handled is None or w_handled is w_exc:
        return
    w_entry = w_handled
    steps = 0
    w_slow = w_handled
    while True:
        w_next = w_entry.w_context
        if w_next is None:
            break
        if w_next is w_exc:
            w_entry.w_context = None
            break
        w_entry = w_next
        steps += 1
        if steps & 1 == 0:
            w_slow = w_slow.w_context
            if w_slow is w_entry:
                break                    # a cycle that was there already
    w_exc.w_context = w_handled


def find_handler(code, pc):
    """The index in the exception table of the entry for pc; -1 if there is none."""
    table = code.exceptiontable
    low = 0
    high = len(table) >> 2
    # the entries do not overlap and are in ascending order
    while low < high:
        middle = (low + high) >> 1
        if table[middle * 4 + 1] <= pc:
            low = middle + 1
        else:
            high = middle
    index = low * 4
    if index < len(table) and table[index] <= pc:
        return index
    return -1


def unwind(error, ec):
    """`error` was raised at the instruction frame.pc of ec.topframe: the frame where it is caught, with pc at the handler.

    Frames that do not catch it are left, down to the one with which the present loop began; then raises `error`."""
    from interpreter.objects.exception import W_MemoryError
    w_exc = error.w_exc
    assert isinstance(w_exc, W_BaseException)
    if not error.recorded:
        error.recorded = True
        record_context(w_exc, ec)
    frame = ec.topframe
    while True:
        pc = frame.pc
        leaving = error.leaving
        if not error.reraised and not leaving:
            w_exc.w_traceback = W_Traceback(frame, pc, w_exc.w_traceback)
            if ec.traced:
                error = traced_exception(frame, ec, error)
                w_exc = error.w_exc
                assert isinstance(w_exc, W_BaseException)
        error.reraised = False
        error.leaving = False
        index = -1
        if not leaving:
            index = find_handler(frame.code, pc)
        if index >= 0:
            table = frame.code.exceptiontable
            register = table[index + 3]
            handler = table[index + 2]
            assert register >= 0
            assert handler >= 0
            frame.regs[register] = w_exc
            frame.pc = handler
            if w_exc.gettype() is W_MemoryError.typedef.w_type:
                forget_temporaries(frame)
            return frame
        if frame.code.bytecode[pc] == op.RERAISE and frame.code.bytecode[pc + 2] == 1:
            w_entry = w_exc.w_traceback
            if w_entry is not None and w_entry.frame is frame:
                frame.pc = w_entry.pc             # f_lineno shows where it was raised
        if ec.traced and not leaving:
            error = traced_return(frame, ec, error)
            w_exc = error.w_exc
            assert isinstance(w_exc, W_BaseException)
        back = frame.f_back
        ec.topframe = back
        if frame.return_pc < 0:
            raise error
        frame = back


def traced_exception(frame, ec, error):
    """The exception event; returns the error to go on with: what the trace function raises takes the place of `error`."""
    try:
        trace_exception(frame, ec, error.w_exc)
    except OperationError as e:
        return e
    return error


def traced_return(frame, ec, error):
    """The same for the return event of a frame that `error` leaves."""
    try:
        trace_return(frame, ec, None)
    except OperationError as e:
        return e
    return error


def forget_temporaries(frame):
    """Memory ran out: what dead temporaries still hold must not keep it from being freed."""
    try:
        drop_dead_temporaries(frame)
    except MemoryError:
        pass            # there is not even room to look for them


def reraise_error(w_exc):
    """The OperationError that raises w_exc again, as if it had never been caught: no new traceback entry, no context."""
    assert isinstance(w_exc, W_BaseException)
    error = OperationError(w_exc)
    error.recorded = True
    error.reraised = True
    return error


def raise_error(kind, w_type, w_cause, ec):
    """The OperationError of a `raise` statement: kind 0 bare, 1 `raise type`, 2 `raise type from cause`."""
    if kind == 0:
        w_exc = ec.handled_exception()
        if w_exc is None:
            return runtime_error("No active exception to reraise")
        return reraise_error(w_exc)
    w_exc = normalize(w_type)
    if w_exc is None:
        return type_error("exceptions must derive from BaseException")
    if kind == 2:
        if w_cause is w_None:
            w_exc.w_cause = None
        else:
            w_cause_exc = normalize(w_cause)
            if w_cause_exc is None:
                return type_error("exception causes must derive from BaseException")
            w_exc.w_cause = w_cause_exc
        w_exc.suppress_context = True
    return OperationError(w_exc)


def normalize(w_obj):
    """The exception for an instance or a class; None if it is neither."""
    from interpreter import ops
    from interpreter.objects.exception import is_exception_class
    if isinstance(w_obj, W_BaseException):
        return w_obj
    if not is_exception_class(w_obj):
        return None
    w_exc = w_obj.call0()
    if not isinstance(w_exc, W_BaseException):
        raise type_error("calling %s should have returned an instance of BaseException, not %s" % (
            ops.text_w(ops.repr(w_obj)), ops.text_w(ops.repr(w_exc.gettype()))))
    return w_exc
