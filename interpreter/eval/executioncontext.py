"""What a thread is doing: its frames, the exception being handled, its hooks; and the actions that wait for a safe point."""

from rpython.rlib import rthread
from interpreter.objects.root import W_Root, w_None


class ExcState(object):
    """The exception being handled: one for each thread and one for each generator, in a stack as they resume each other."""
    _stm_always_written_ = True

    def __init__(self):
        self.w_value = None               # W_BaseException or None
        self.previous = None              # of the code that resumed this generator


class ExecutionContext(object):
    """The state of one thread.  Only its own thread touches it.

    topframe       the running Frame, or None
    exc_state      the innermost ExcState
    w_tracefunc, w_profilefunc    what sys.settrace and sys.setprofile set, or None
    is_tracing     > 0 while one of them runs
    w_context      for the contextvars module
    """
    _stm_always_written_ = True

    def __init__(self):
        self.topframe = None
        self.exc_state = ExcState()
        self.w_tracefunc = None
        self.w_profilefunc = None
        self.traced = False               # is there a trace or profile function?
        self.is_tracing = 0
        self.w_asyncgen_firstiter = None
        self.w_asyncgen_finalizer = None
        self.coroutine_origin_depth = 0
        self.w_context = None

    def handled_exception(self):
        """The exception being handled (sys.exc_info), a W_BaseException, or None."""
        state = self.exc_state
        while state is not None:
            if state.w_value is not None:
                return state.w_value
            state = state.previous
        return None

    def gettopframe(self, depth):
        """The frame `depth` calls up, 0 being the running one; None if there are not so many."""
        frame = self.topframe
        while depth > 0 and frame is not None:
            frame = frame.f_back
            depth -= 1
        return frame

    def settrace(self, w_func):
        """sys.settrace; w_func is w_None or callable."""
        self.w_tracefunc = None if w_func is w_None else w_func
        self.update_traced()

    def setprofile(self, w_func):
        self.w_profilefunc = None if w_func is w_None else w_func
        self.update_traced()

    def update_traced(self):
        self.traced = self.w_tracefunc is not None or self.w_profilefunc is not None


_current = rthread.ThreadLocalReference(ExecutionContext, loop_invariant=True)


def getexecutioncontext():
    """The ExecutionContext of this thread."""
    ec = _current.get()
    if ec is None:
        ec = ExecutionContext()
        _current.set(ec)
    return ec


def current_or_none():
    """The same, or None where there is none yet."""
    return _current.get()


def forget_executioncontext():
    """At the end of a thread."""
    _current.set(None)


# ____________________________________________________________
# limits


class Limits(object):
    """What sys sets for all threads."""

    def __init__(self):
        self.recursion_limit = 1000


limits = Limits()


def getrecursionlimit():
    return limits.recursion_limit


def setrecursionlimit(value):
    limits.recursion_limit = value


# ____________________________________________________________
# actions: what waits for the next safe point of the evaluation loop


class Action(object):
    """Something to look at now and then between bytecodes: signals, finalizers.  perform() does nothing when nothing is due."""

    def perform(self, ec):
        raise NotImplementedError


class ActionFlag(object):
    def __init__(self):
        self.actions = []

    def register(self, action):
        """Before translation or at start-up: `action.perform(ec)` runs at each safe point."""
        self.actions = self.actions + [action]


actionflag = ActionFlag()


def check_actions(ec):
    """Runs all actions."""
    actions = actionflag.actions
    for action in actions:
        action.perform(ec)
