"""Asynchronous generators (PEP 525) and the awaitables that their methods return."""

from interpreter.errors import OperationError, type_error, runtime_error, stop_iteration
from interpreter.gateway import method, getter, classmethod_
from interpreter.objects import exception
from interpreter.objects.generator import (W_Resumable, W_GeneratorBase, collected, copy_methods, generator_exit, thrown_error,
                                           from_cause)
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newbool
from interpreter.typedef import TypeDef


class W_AsyncGenWrappedValue(W_Root):
    """A value yielded by `yield`, on its way out of an asynchronous generator."""
    _attrs_ = ['w_value']
    _immutable_fields_ = ['w_value']

    def __init__(self, w_value):
        self.w_value = w_value


class W_AsyncGenerator(W_GeneratorBase):
    """An asynchronous generator.  `awaiting`: one of its awaitables is under way; closed: nothing can be asked of it any more."""
    _attrs_ = ['hooks_called', 'awaiting', 'closed', 'w_finalizer']
    _hidden_slots_ = ['__iter__', '__next__']
    kind = 'async generator'
    hooks_called = False
    awaiting = False
    closed = False
    w_finalizer = None

    def is_iterator(self):
        return False

    def op_iter(self):
        return None

    def op_next(self):
        raise type_error("'async_generator' object is not an iterator")

    def converted(self, error):
        if error.is_instance(exception.W_StopAsyncIteration.typedef):
            return from_cause("async generator raised StopAsyncIteration", error)
        return W_GeneratorBase.converted(self, error)

    def already_finished(self):
        raise stop_async_iteration()

    def init_hooks(self):
        """Calls sys.set_asyncgen_hooks' firstiter the first time that it is iterated."""
        from interpreter.eval.executioncontext import getexecutioncontext
        if self.hooks_called:
            return
        self.hooks_called = True
        ec = getexecutioncontext()
        self.w_finalizer = ec.w_asyncgen_finalizer
        if ec.w_asyncgen_firstiter is not None:
            ec.w_asyncgen_firstiter.call1(self)

    def unwrap(self, w_value):
        """What the generator gave, as its awaitable passes it on: (the object that `await` inside yielded, None), or (None, the
        object of a `yield`).  At the end raises StopAsyncIteration."""
        if w_value is None:
            self.closed = True
            self.awaiting = False
            raise stop_async_iteration()
        if isinstance(w_value, W_AsyncGenWrappedValue):
            self.awaiting = False
            return None, w_value.w_value
        return w_value, None

    def note_error(self, error):
        """An exception left the generator: StopAsyncIteration and GeneratorExit close it."""
        if (error.is_instance(exception.W_StopAsyncIteration.typedef) or
                error.is_instance(exception.W_GeneratorExit.typedef)):
            self.closed = True
        self.awaiting = False

    @method('__aiter__(self, /)')
    def m_aiter(self):
        """The generator itself."""
        return self

    @method('__anext__(self, /)')
    def m_anext(self):
        """An awaitable for the next value."""
        self.init_hooks()
        return W_ASend(self, w_None)

    @method('asend(self, value, /)')
    def m_asend(self, w_value):
        """An awaitable that resumes it with a value."""
        self.init_hooks()
        return W_ASend(self, w_value)

    @method('athrow(self, typ, val=?, tb=?, /)')
    def m_athrow(self, w_type, w_value, w_traceback):
        """An awaitable that raises an exception where it stands."""
        self.init_hooks()
        return W_AThrow(self, w_type, w_value, w_traceback)

    @method('aclose(self, /)')
    def m_aclose(self):
        """An awaitable that ends it with GeneratorExit."""
        self.init_hooks()
        return W_AThrow(self, None, None, None)

    @getter('ag_frame')
    def get_frame(self):
        return self.frame_or_none()

    @getter('ag_code')
    def get_code(self):
        return self.code

    @getter('ag_running')
    def get_running(self):
        return newbool(self.awaiting)

    @getter('ag_await')
    def get_await(self):
        """What the asynchronous generator awaits now, or None."""
        return self.yield_from_or_none()

    @classmethod_('__class_getitem__(cls, item, /)')
    def m_class_getitem(w_cls, w_item):
        """A generic alias (PEP 585)."""
        from interpreter.objects.genericalias import newgenericalias
        return newgenericalias(w_cls, w_item)

    @method('__del__(self, /)')
    def m_del(self):
        if self.frame is None or self.running:
            return w_None
        if self.w_finalizer is not None and not self.closed:
            self.w_finalizer.call1(self)       # the event loop closes it
        else:
            collected(self)
        return w_None

    def op_repr(self):
        return self.repr_as('async_generator')


def stop_async_iteration():
    return OperationError(exception.new_exception(exception.W_StopAsyncIteration.typedef.w_type, []))


INIT, ITERATING, CLOSED = 0, 1, 2


class W_AsyncGenAwaitable(W_Resumable):
    """What W_ASend and W_AThrow share."""
    _attrs_ = ['generator', 'state']

    def __init__(self, generator):
        self.generator = generator
        self.state = INIT

    @method('__await__(self, /)')
    def m_await(self):
        return self

    @method('send(self, arg, /)')
    def m_send(self, w_arg):
        return self.value_or_stop(self.send_ex(w_arg))

    @method('throw(self, typ, val=?, tb=?, /)')
    def m_throw(self, w_type, w_value, w_traceback):
        return self.value_or_stop(self.throw_in(thrown_error(w_type, w_value, w_traceback)))

    @method('close(self, /)')
    def m_close(self):
        self.close()
        return w_None

    def close(self):
        self.state = CLOSED

    def delivered(self, w_value):
        """Passes on what the generator gave: a yielded object, or None with w_result set."""
        try:
            w_yielded, w_final = self.generator.unwrap(w_value)
        except OperationError:
            self.state = CLOSED
            raise
        if w_yielded is not None:
            return w_yielded
        self.state = CLOSED
        self.w_result = w_final
        return None


class W_ASend(W_AsyncGenAwaitable):
    """The awaitable of asend() and __anext__()."""
    _attrs_ = ['w_value']

    def __init__(self, generator, w_value):
        W_AsyncGenAwaitable.__init__(self, generator)
        self.w_value = w_value

    def send_ex(self, w_arg):
        generator = self.generator
        if self.state == CLOSED:
            raise runtime_error("cannot reuse already awaited __anext__()/asend()")
        if self.state == INIT:
            if generator.awaiting:
                raise runtime_error("anext(): asynchronous generator is already running")
            if w_arg is w_None:
                w_arg = self.w_value
            self.state = ITERATING
        generator.awaiting = True
        try:
            w_value = generator.send_ex(w_arg)
        except OperationError as e:
            self.state = CLOSED
            generator.note_error(e)
            raise
        return self.delivered(w_value)

    def throw_in(self, error):
        generator = self.generator
        if self.state == CLOSED:
            raise runtime_error("cannot reuse already awaited __anext__()/asend()")
        try:
            w_value = generator.throw_in_ex(error, True)
        except OperationError as e:
            self.state = CLOSED
            generator.note_error(e)
            raise
        return self.delivered(w_value)


class W_AThrow(W_AsyncGenAwaitable):
    """The awaitable of athrow(type, ...), and of aclose() where w_type is None."""
    _attrs_ = ['w_type', 'w_value', 'w_traceback']

    def __init__(self, generator, w_type, w_value, w_traceback):
        W_AsyncGenAwaitable.__init__(self, generator)
        self.w_type = w_type
        self.w_value = w_value
        self.w_traceback = w_traceback

    def send_ex(self, w_arg):
        generator = self.generator
        is_close = self.w_type is None
        if self.state == CLOSED:
            raise runtime_error("cannot reuse already awaited aclose()/athrow()")
        if generator.frame is None:
            self.state = CLOSED
            self.w_result = w_None
            return None
        if self.state == INIT:
            if generator.awaiting:
                self.state = CLOSED
                raise runtime_error("%s(): asynchronous generator is already running" % ("aclose" if is_close else "athrow"))
            if generator.closed:
                self.state = CLOSED
                raise stop_async_iteration()
            if w_arg is not w_None:
                raise runtime_error("can't send non-None value to a just-started coroutine")
            self.state = ITERATING
            generator.awaiting = True
            if is_close:
                generator.closed = True
                error = generator_exit()
            else:
                error = thrown_error(self.w_type, self.w_value, self.w_traceback)
            try:
                w_value = generator.throw_in_ex(error, False)
            except OperationError as e:
                return self.left(e)
        else:
            try:
                w_value = generator.send_ex(w_arg)
            except OperationError as e:
                return self.left(e)
        return self.passed_on(w_value)

    def throw_in(self, error):
        generator = self.generator
        if self.state == CLOSED:
            raise runtime_error("cannot reuse already awaited aclose()/athrow()")
        try:
            w_value = generator.throw_in_ex(error, True)
        except OperationError as e:
            return self.left(e)
        return self.passed_on(w_value)

    def passed_on(self, w_value):
        """What athrow() and aclose() make of a value of the generator."""
        generator = self.generator
        if self.w_type is not None:
            return self.delivered(w_value)
        if w_value is None:
            return self.left(stop_async_iteration())
        if isinstance(w_value, W_AsyncGenWrappedValue):
            generator.awaiting = False
            self.state = CLOSED
            raise runtime_error("async generator ignored GeneratorExit")
        return w_value

    def left(self, error):
        """An exception left the generator."""
        generator = self.generator
        generator.note_error(error)
        self.state = CLOSED
        if self.w_type is None and (error.is_instance(exception.W_StopAsyncIteration.typedef) or
                                    error.is_instance(exception.W_GeneratorExit.typedef)):
            self.w_result = w_None
            return None
        raise error


copy_methods(W_GeneratorBase, W_AsyncGenerator)
for _name in ['m_send', 'm_throw', 'm_close']:      # an asynchronous generator has asend, athrow and aclose instead
    getattr(W_AsyncGenerator, _name).im_func._exposed = []
copy_methods(W_AsyncGenAwaitable, W_ASend)
copy_methods(W_AsyncGenAwaitable, W_AThrow)

W_AsyncGenWrappedValue.typedef = TypeDef('async_generator_wrapped_value', W_AsyncGenWrappedValue, subclassable=False)
W_AsyncGenerator.typedef = TypeDef('async_generator', W_AsyncGenerator, subclassable=False, weakrefable=True)
W_ASend.typedef = TypeDef('async_generator_asend', W_ASend, subclassable=False)
W_AThrow.typedef = TypeDef('async_generator_athrow', W_AThrow, subclassable=False)
