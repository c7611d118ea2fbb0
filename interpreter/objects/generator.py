"""Generators and coroutines: frames that can be left and entered again.

What can be resumed is a W_Resumable: `send_ex(w_arg)` and `throw_in(error)` return the yielded object, or None when it is finished; then
`w_result` is the returned value.  So delegation (`yield from`, `await`) needs no StopIteration objects.
"""

from interpreter.compiler import opcodes as op
from interpreter.errors import OperationError, type_error, value_error, runtime_error, stop_iteration
from interpreter.gateway import method, getter, setter
from interpreter.objects import exception
from interpreter.objects.baseexception import W_BaseException
from interpreter.objects.finalizer import register_finalizer
from interpreter.objects.code import CO_COROUTINE, CO_ASYNC_GENERATOR, CO_ITERABLE_COROUTINE
from interpreter.objects.interned import interned_text
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newstr, newbool, newtuple, newint
from interpreter.typedef import TypeDef


class W_Resumable(W_Root):
    """See above.  The Python methods send, throw and close of the subclasses call these."""
    _attrs_ = ['w_result']
    w_result = None              # the returned value, once finished

    def send_ex(self, w_arg):
        raise NotImplementedError

    def throw_in(self, error):
        raise NotImplementedError

    def close(self):
        raise NotImplementedError

    def is_iterator(self):
        return True

    def op_iter(self):
        return self

    def op_next(self):
        return self.send_ex(w_None)

    def value_or_stop(self, w_value):
        """What send() and throw() return to Python: a yielded value; at the end, StopIteration is raised."""
        if w_value is None:
            raise self.stop()
        return w_value

    def stop(self):
        """The StopIteration with the result, for next() after op_next() returned None."""
        w_result = self.w_result
        self.w_result = None
        if w_result is None or w_result is w_None:
            return stop_iteration(None)
        error = stop_iteration(w_result)
        w_exc = error.w_exc
        assert isinstance(w_exc, exception.W_StopIteration)
        if w_exc.w_value is not w_result:
            w_exc.w_value = w_result
        return error


class W_GeneratorBase(W_Resumable):
    """What generators, coroutines and asynchronous generators share.

    frame       the Frame; None once finished
    running     is it executing?          suspended   does the frame stand at a yield?
    exc_state   the exception being handled inside
    w_delegated the result of the last `yield from` or `await`, on its way to its register
    """
    _attrs_ = ['frame', 'code', 'name', 'qualname', 'running', 'started', 'suspended', 'exc_state', 'w_delegated', 'lifeline']
    kind = 'generator'
    w_delegated = None
    lifeline = None

    def __init__(self, frame, name, qualname):
        from interpreter.eval.executioncontext import ExcState
        self.frame = frame
        self.code = frame.code
        self.name = name
        self.qualname = qualname
        self.running = False
        self.started = False
        self.suspended = False
        self.exc_state = ExcState()

    def getweakref(self):
        return self.lifeline

    def setweakref(self, lifeline):
        self.lifeline = lifeline

    def is_suspended(self):
        return self.frame is not None and not self.running

    # ---- resuming

    def enter(self, ec):
        """Makes the frame the running one."""
        from interpreter.eval.call import push_frame
        push_frame(self.frame, ec)
        self.running = True
        self.suspended = False
        state = self.exc_state
        state.previous = ec.exc_state
        ec.exc_state = state

    def leave(self, ec):
        self.running = False
        state = self.exc_state
        ec.exc_state = state.previous
        state.previous = None

    def finish(self):
        self.frame = None
        self.exc_state.w_value = None

    def check_not_running(self):
        if self.running:
            raise value_error("%s already executing" % self.kind)

    def already_finished(self):
        """Resumed after the end: returns None as for a further end, or raises."""
        self.w_result = w_None
        return None

    def send_ex(self, w_arg):
        from interpreter.eval.executioncontext import getexecutioncontext
        self.check_not_running()
        if self.frame is None:
            return self.already_finished()
        if not self.started:
            if w_arg is not w_None:
                raise type_error("can't send non-None value to a just-started %s" % self.kind)
            self.started = True
            return self.run(getexecutioncontext(), None, None, False)
        return self.run(getexecutioncontext(), w_arg, None, False)

    def throw_in(self, error):
        return self.throw_in_ex(error, True)

    def throw_in_ex(self, error, close_on_exit):
        """Raises `error` at the yield; close_on_exit: GeneratorExit closes what it delegates to."""
        from interpreter.eval.executioncontext import getexecutioncontext
        self.check_not_running()
        if self.frame is None:
            self.finished_throw(error)
            raise error
        if not self.started:
            # the exception is raised at the start: nothing can catch it
            self.started = True
            frame = self.frame
            self.finish()
            from interpreter.objects.traceback import W_Traceback
            w_exc = error.w_exc
            assert isinstance(w_exc, W_BaseException)
            w_exc.w_traceback = W_Traceback(frame, 0, w_exc.w_traceback)
            raise self.converted(error)
        return self.run(getexecutioncontext(), None, error, close_on_exit)

    def finished_throw(self, error):
        pass

    def run(self, ec, w_arg, error, close_on_exit):
        """Resumes the frame with w_arg (None: at its start), or with `error`."""
        self.enter(ec)
        try:
            if error is not None:
                w_value = resume_raising(self, ec, error, close_on_exit)
            else:
                w_value = resume(self, ec, w_arg)
        except OperationError as e:
            self.leave(ec)
            self.finish()
            raise self.converted(e)
        self.leave(ec)
        if self.suspended:
            return w_value
        self.finish()
        self.w_result = w_value
        return None

    def converted(self, error):
        """PEP 479: a StopIteration that leaves the body becomes a RuntimeError."""
        if error.is_instance(exception.W_StopIteration.typedef):
            return from_cause("%s raised StopIteration" % self.kind, error)
        return error

    def close(self):
        """close(): raises GeneratorExit at the yield."""
        from interpreter.eval.executioncontext import getexecutioncontext
        self.check_not_running()
        if self.frame is None:
            return
        if not self.started:
            self.started = True
            self.finish()
            return
        error = generator_exit()
        try:
            w_value = self.run(getexecutioncontext(), None, error, True)
        except OperationError as e:
            if (e.is_instance(exception.W_GeneratorExit.typedef) or
                    e.is_instance(exception.W_StopIteration.typedef)):
                return
            raise
        if w_value is not None:
            raise runtime_error("%s ignored GeneratorExit" % self.kind)

    def yield_from(self):
        """What it delegates to at the moment, or None."""
        frame = self.frame
        if frame is None or self.running or not self.started:
            return None
        bytecode = frame.code.bytecode
        if bytecode[frame.pc] != op.YIELD_FROM:
            return None
        register = bytecode[frame.pc + 2]
        assert register >= 0
        return frame.regs[register]

    # ---- Python

    @method('send(self, arg, /)')
    def m_send(self, w_arg):
        """Sends a value into generator; returns what it yields next."""
        return self.value_or_stop(self.send_ex(w_arg))

    @method('throw(self, typ, val=?, tb=?, /)')
    def m_throw(self, w_type, w_value, w_traceback):
        """Raises an exception in generator, where it stands; returns what it yields next."""
        return self.value_or_stop(self.throw_in(thrown_error(w_type, w_value, w_traceback)))

    @method('close(self, /)')
    def m_close(self):
        """Raises GeneratorExit inside generator, to end it."""
        self.close()
        return w_None

    @getter('__name__')
    def get_name(self):
        """The name of the generator."""
        return interned_text(self.name)

    @setter('__name__')
    def set_name(self, w_name):
        if not isinstance(w_name, W_Str):
            raise type_error("__name__ must be set to a string object")
        self.name = w_name._utf8

    @getter('__qualname__')
    def get_qualname(self):
        """The qualified name of the generator."""
        return interned_text(self.qualname)

    @setter('__qualname__')
    def set_qualname(self, w_name):
        if not isinstance(w_name, W_Str):
            raise type_error("__qualname__ must be set to a string object")
        self.qualname = w_name._utf8

    def frame_or_none(self):
        if self.frame is None:
            return w_None
        return self.frame

    def yield_from_or_none(self):
        w_iterator = self.yield_from()
        if w_iterator is None:
            return w_None
        return w_iterator

    def repr_as(self, what):
        from interpreter.objects.object import address_hex
        return newstr("<%s object %s at %s>" % (what, self.qualname, address_hex(self)))


def from_cause(message, error):
    """RuntimeError(message) whose cause and context is another exception."""
    new = runtime_error(message)
    new.recorded = True
    w_new = new.w_exc
    w_old = error.w_exc
    assert isinstance(w_new, W_BaseException)
    assert isinstance(w_old, W_BaseException)
    w_new.w_cause = w_old
    w_new.w_context = w_old
    w_new.suppress_context = True
    return new


def generator_exit():
    return OperationError(exception.new_exception(exception.W_GeneratorExit.typedef.w_type, []))


def thrown_error(w_type, w_value, w_traceback):
    """The error for throw(type, value, traceback): the last two may be absent (None)."""
    from interpreter import ops
    from interpreter.objects.traceback import W_Traceback
    from interpreter.objects.tuple import W_Tuple
    if w_traceback is w_None:
        w_traceback = None
    if w_traceback is not None and not isinstance(w_traceback, W_Traceback):
        raise type_error("throw() third argument must be a traceback object")
    if w_value is w_None:
        w_value = None
    if isinstance(w_type, W_BaseException):
        if w_value is not None:
            raise type_error("instance exception may not have a separate value")
        w_exc = w_type
    elif exception.is_exception_class(w_type):
        try:
            if w_value is None:
                w_new = w_type.call0()
            elif isinstance(w_value, W_BaseException) and w_value.gettype().issubtype(w_type):
                w_new = w_value
            elif isinstance(w_value, W_Tuple):
                w_new = w_type.op_call(ops.tuple_items(w_value), None)
            else:
                w_new = w_type.call1(w_value)
        except OperationError as e:
            return e                     # what the class raises is thrown instead
        if not isinstance(w_new, W_BaseException):
            return type_error("calling %s should have returned an instance of BaseException, not %s" % (
                ops.repr_w(w_type), ops.repr_w(w_new.gettype())))
        w_exc = w_new
    else:
        raise type_error("exceptions must be classes or instances deriving from BaseException, not %s" % w_type.gettype().name)
    if isinstance(w_traceback, W_Traceback):
        w_exc.w_traceback = w_traceback
    return OperationError(w_exc)


# ____________________________________________________________
# the frame's side


def resume(generator, ec, w_arg):
    """Runs the frame on from its yield with w_arg, or from its start."""
    from interpreter.eval.dispatch import run_loop, start_traced, go_on_raising
    from interpreter.eval.tracing import resumes_elsewhere, trace_yield, trace_delegation_end
    frame = generator.frame
    if ec.traced:
        start_traced(frame, ec, w_arg is not None)
    if w_arg is not None:
        if resumes_elsewhere(frame, ec):
            return run_loop(frame, ec)
        pc = frame.pc
        bytecode = frame.code.bytecode
        register = bytecode[pc + 1]
        assert register >= 0
        if bytecode[pc] == op.YIELD_FROM:
            source = bytecode[pc + 2]
            assert source >= 0
            w_iterator = frame.regs[source]
            w_result = None
            try:
                w_value = delegate_send(frame, w_iterator, w_arg)
                if w_value is None:
                    w_result = take_delegated(frame)
                    if ec.traced:
                        trace_delegation_end(frame, ec, w_iterator, w_arg, w_result)
                elif ec.traced:
                    trace_yield(frame, ec, w_value)
            except OperationError as e:
                return go_on_raising(e, ec)
            if w_value is not None:
                return suspend(frame, ec, w_value)
            w_arg = w_result
        frame.regs[register] = w_arg
        frame.pc = pc + 3
    return run_loop(frame, ec)


def resume_raising(generator, ec, error, close_on_exit):
    """Raises `error` at the yield, or in what the frame delegates to."""
    from interpreter.eval.dispatch import run_loop, start_traced, execute_raising
    from interpreter.eval.tracing import resumes_elsewhere
    frame = generator.frame
    if resumes_elsewhere(frame, ec):
        return execute_raising(error, ec)
    pc = frame.pc
    bytecode = frame.code.bytecode
    if bytecode[pc] == op.YIELD_FROM:
        register = bytecode[pc + 1]
        source = bytecode[pc + 2]
        assert register >= 0
        assert source >= 0
        w_iterator = frame.regs[source]
        try:
            if close_on_exit and error.is_instance(exception.W_GeneratorExit.typedef):
                close_iterator(w_iterator)
                delegated = False
                w_value = None
            else:
                delegated = can_throw(w_iterator)
                w_value = None
                if delegated:
                    w_value = delegate_throw(frame, w_iterator, error, close_on_exit)
        except OperationError as e:
            chain_context(generator, e, ec)
            return execute_raising(e, ec)
        if delegated:
            if w_value is not None:
                return suspend(frame, ec, w_value)
            if ec.traced:
                start_traced(frame, ec, True)
            frame.regs[register] = take_delegated(frame)
            frame.pc = pc + 3
            return run_loop(frame, ec)
    if not error.recorded:
        error.recorded = True
        chain_context(generator, error, ec)
    return execute_raising(error, ec)


def chain_context(generator, error, ec):
    """The context of an exception that is thrown in is what the generator itself is handling."""
    from interpreter.eval.unwind import record_context
    w_exc = error.w_exc
    assert isinstance(w_exc, W_BaseException)
    w_handled = generator.exc_state.w_value
    if w_handled is not None and w_handled is not w_exc:
        record_context(w_exc, ec)


def suspend(frame, ec, w_value):
    """Leaves the frame at its yield."""
    ec.topframe = frame.f_back
    frame.f_back = None
    generator = frame.w_owner
    assert isinstance(generator, W_GeneratorBase)
    generator.suspended = True
    return w_value


def yield_value(frame, ec, w_value):
    """The same for a `yield`; an asynchronous generator wraps the value, to tell it from what `await` yields."""
    if frame.code.flags & CO_ASYNC_GENERATOR:
        from interpreter.objects.asyncgenerator import W_AsyncGenWrappedValue
        w_value = W_AsyncGenWrappedValue(w_value)
    return suspend(frame, ec, w_value)


def set_delegated(frame, w_result):
    generator = frame.w_owner
    assert isinstance(generator, W_GeneratorBase)
    if w_result is None:
        w_result = w_None
    generator.w_delegated = w_result


def take_delegated(frame):
    """The result of the iterator that delegate_send found exhausted."""
    generator = frame.w_owner
    assert isinstance(generator, W_GeneratorBase)
    w_result = generator.w_delegated
    generator.w_delegated = None
    return w_result


def delegate_send(frame, w_iterator, w_arg):
    """Sends w_arg to what the frame delegates to: the yielded value, or None at its end (then take_delegated)."""
    from interpreter import ops
    if isinstance(w_iterator, W_Resumable):
        w_value = w_iterator.send_ex(w_arg)
        if w_value is None:
            set_delegated(frame, w_iterator.w_result)
            w_iterator.w_result = None
        return w_value
    try:
        if w_arg is w_None:
            if w_iterator.is_user_instance:
                w_next = ops.lookup_special(w_iterator, '__next__')
                if w_next is None:
                    raise type_error("'%s' object is not an iterator" % w_iterator.gettype().name)
                return w_next.call0()
            w_value = w_iterator.op_next()
            if w_value is None:
                set_delegated(frame, w_None)
            return w_value
        return ops.call_method1(w_iterator, 'send', w_arg)
    except OperationError as e:
        set_delegated(frame, stop_value(e))
        return None


def stop_value(error):
    """The value of a StopIteration; raises any other error again."""
    if not error.is_instance(exception.W_StopIteration.typedef):
        raise error
    w_exc = error.w_exc
    assert isinstance(w_exc, exception.W_StopIteration)
    if w_exc.w_value is None:
        return w_None
    return w_exc.w_value


def can_throw(w_iterator):
    from interpreter import ops
    return isinstance(w_iterator, W_Resumable) or ops.getattr_or_none(w_iterator, 'throw') is not None


def delegate_throw(frame, w_iterator, error, close_on_exit):
    """Throws into what the frame delegates to."""
    from interpreter import ops
    if isinstance(w_iterator, W_Resumable):
        if isinstance(w_iterator, W_GeneratorBase):
            w_value = w_iterator.throw_in_ex(error, close_on_exit)
        else:
            w_value = w_iterator.throw_in(error)
        if w_value is None:
            set_delegated(frame, w_iterator.w_result)
            w_iterator.w_result = None
        return w_value
    try:
        return ops.call_method1(w_iterator, 'throw', error.w_exc)
    except OperationError as e:
        set_delegated(frame, stop_value(e))
        return None


def close_iterator(w_iterator):
    """close() of what a generator delegates to, if it has that."""
    from interpreter import ops
    if isinstance(w_iterator, W_Resumable):
        w_iterator.close()
        return
    try:
        w_close = ops.getattr_or_none(w_iterator, 'close')
    except OperationError as e:
        from interpreter.eval.hooks import report_unraisable
        report_unraisable(e, None, w_iterator)
        return
    if w_close is not None:
        w_close.call0()


# ____________________________________________________________


def copy_methods(source, target):
    """The Python methods and attributes of one class for another that has a type of its own; not RPython."""
    from rpython.tool.sourcetools import func_with_new_name
    for name, function in source.__dict__.items():
        if '_exposed' in getattr(function, '__dict__', {}) and name not in target.__dict__:
            copy = func_with_new_name(function, name)
            copy._exposed = function._exposed
            if function.__doc__:
                copy.__doc__ = function.__doc__.replace('generator', getattr(target, 'kind', 'generator'))
            setattr(target, name, copy)


class W_Generator(W_GeneratorBase):
    """A generator."""
    _attrs_ = []

    @getter('gi_frame')
    def get_frame(self):
        return self.frame_or_none()

    @getter('gi_code')
    def get_code(self):
        return self.code

    @getter('gi_running')
    def get_running(self):
        return newbool(self.running)

    @getter('gi_suspended')
    def get_suspended(self):
        return newbool(self.suspended and not self.running and self.frame is not None)

    @getter('gi_yieldfrom')
    def get_yieldfrom(self):
        """What `yield from` takes its values from now, or None."""
        return self.yield_from_or_none()

    @method('__del__(self, /)')
    def m_del(self):
        collected(self)
        return w_None

    def op_repr(self):
        return self.repr_as('generator')


class W_Coroutine(W_GeneratorBase):
    """A coroutine."""
    _attrs_ = ['w_origin']
    _hidden_slots_ = ['__iter__', '__next__']
    kind = 'coroutine'
    w_origin = None

    def is_iterator(self):
        return False

    def op_iter(self):
        return None

    def op_next(self):
        raise type_error("'coroutine' object is not an iterator")

    def already_finished(self):
        raise runtime_error("cannot reuse already awaited coroutine")

    def finished_throw(self, error):
        raise runtime_error("cannot reuse already awaited coroutine")

    @method('__await__(self, /)')
    def m_await(self):
        return W_CoroutineWrapper(self)

    @getter('cr_frame')
    def get_frame(self):
        return self.frame_or_none()

    @getter('cr_code')
    def get_code(self):
        return self.code

    @getter('cr_running')
    def get_running(self):
        return newbool(self.running)

    @getter('cr_suspended')
    def get_suspended(self):
        return newbool(self.suspended and not self.running and self.frame is not None)

    @getter('cr_await')
    def get_await(self):
        """What the coroutine awaits now, or None."""
        return self.yield_from_or_none()

    @getter('cr_origin')
    def get_origin(self):
        if self.w_origin is None:
            return w_None
        return self.w_origin

    @method('__del__(self, /)')
    def m_del(self):
        collected(self)
        return w_None

    def op_repr(self):
        return self.repr_as('coroutine')


class W_CoroutineWrapper(W_Resumable):
    """What coroutine.__await__() returns: an iterator over it."""
    _attrs_ = ['coroutine']
    _immutable_fields_ = ['coroutine']

    def __init__(self, coroutine):
        self.coroutine = coroutine

    def send_ex(self, w_arg):
        w_value = self.coroutine.send_ex(w_arg)
        if w_value is None:
            self.w_result = self.coroutine.w_result
        return w_value

    def throw_in(self, error):
        w_value = self.coroutine.throw_in(error)
        if w_value is None:
            self.w_result = self.coroutine.w_result
        return w_value

    def close(self):
        self.coroutine.close()

    @method('send(self, arg, /)')
    def m_send(self, w_arg):
        """Resumes the coroutine with a value."""
        return self.value_or_stop(self.send_ex(w_arg))

    @method('throw(self, typ, val=?, tb=?, /)')
    def m_throw(self, w_type, w_value, w_traceback):
        """Raises an exception where the coroutine stands."""
        return self.value_or_stop(self.throw_in(thrown_error(w_type, w_value, w_traceback)))

    @method('close(self, /)')
    def m_close(self):
        """Ends the coroutine with GeneratorExit."""
        self.close()
        return w_None


def collected(generator):
    """What `__del__` does: a generator that stands at a yield is closed, so that its `finally` blocks run.  Raises nothing."""
    from interpreter.eval.hooks import report_unraisable, warn_unawaited
    if generator.frame is None or generator.running:
        return
    if isinstance(generator, W_Coroutine) and not generator.started:
        warn_unawaited(generator, "coroutine '%s' was never awaited" % generator.qualname)
    try:
        generator.close()
    except OperationError as e:
        report_unraisable(e, None, generator)


def make_generator(func, frame):
    """The generator, coroutine or asynchronous generator for a new frame of a W_Function."""
    flags = frame.code.flags
    if flags & CO_COROUTINE:
        w_coroutine = W_Coroutine(frame, func.name, func.qualname)
        frame.w_owner = w_coroutine
        record_origin(w_coroutine)
        register_finalizer(w_coroutine)
        return w_coroutine
    if flags & CO_ASYNC_GENERATOR:
        from interpreter.objects.asyncgenerator import W_AsyncGenerator
        w_asyncgen = W_AsyncGenerator(frame, func.name, func.qualname)
        frame.w_owner = w_asyncgen
        register_finalizer(w_asyncgen)
        return w_asyncgen
    w_generator = W_Generator(frame, func.name, func.qualname)
    frame.w_owner = w_generator
    if len(frame.code.exceptiontable) > 0:
        register_finalizer(w_generator)        # it may have something to do when it is closed
    return w_generator


def record_origin(w_coroutine):
    """sys.set_coroutine_origin_tracking_depth: where the coroutine was made."""
    from interpreter.eval.executioncontext import getexecutioncontext
    ec = getexecutioncontext()
    depth = ec.coroutine_origin_depth
    if depth <= 0:
        return
    entries_w = []
    frame = ec.topframe
    while frame is not None and len(entries_w) < depth:
        entries_w.append(newtuple([newstr(frame.code.filename), newint(frame.lineno()), newstr(frame.code.name)]))
        frame = frame.f_back
    w_coroutine.w_origin = newtuple(entries_w)


copy_methods(W_GeneratorBase, W_Generator)
copy_methods(W_GeneratorBase, W_Coroutine)
W_Generator.typedef = TypeDef('generator', W_Generator, subclassable=False, weakrefable=True)
W_Coroutine.typedef = TypeDef('coroutine', W_Coroutine, subclassable=False, weakrefable=True)
W_CoroutineWrapper.typedef = TypeDef('coroutine_wrapper', W_CoroutineWrapper, subclassable=False)
