"""The functions of atexit."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.eval.hooks import report_unraisable
from interpreter.gateway import function, raw_function
from interpreter.objects.root import w_None


class Exitfunc(object):
    """A registered call."""

    def __init__(self, w_callable, args_w, kwnames):
        self.w_callable = w_callable
        self.args_w = args_w
        self.kwnames = kwnames


class Exitfuncs(object):
    """calls: [Exitfunc or None], in the order of registration; None where one was unregistered."""

    def __init__(self):
        self.calls = []

    def _cleanup_(self):
        self.calls = []


exitfuncs = Exitfuncs()


@raw_function('register')
def register(args_w, kwnames):
    """Registers func(*args, **kwargs) to be called at the end; returns func."""
    npos = len(args_w) - (0 if kwnames is None else len(kwnames))
    if npos == 0:
        raise errors.type_error("register() takes at least 1 argument (0 given)")
    w_callable = args_w[0]
    if not ops.callable(w_callable):
        raise errors.type_error("the first argument must be callable")
    exitfuncs.calls.append(Exitfunc(w_callable, args_w[1:], kwnames))
    return w_callable


@function('unregister(func, /) -> None')
def unregister(w_callable):
    """Forgets every registered call of func."""
    calls = exitfuncs.calls
    i = 0
    while i < len(calls):           # comparing may run Python code
        call = calls[i]
        if call is not None and ops.eq_w(call.w_callable, w_callable):
            calls[i] = None
        i += 1


@function('_clear() -> None')
def _clear():
    """Forgets all registered calls."""
    exitfuncs.calls = []


@function('_ncallbacks() -> int')
def _ncallbacks():
    """How many calls are registered."""
    return len(exitfuncs.calls)


@function('_run_exitfuncs() -> None')
def _run_exitfuncs():
    """Makes the registered calls."""
    run()


def run():
    """Makes all registered calls, the last first; exceptions are reported and do not stop the others.

    What the calls register is forgotten, as in CPython 3.11."""
    i = len(exitfuncs.calls) - 1
    while i >= 0:
        calls = exitfuncs.calls         # _clear() makes a new list
        if i < len(calls):
            call = calls[i]
            if call is not None:
                try:
                    call.w_callable.op_call(call.args_w, call.kwnames)
                except errors.OperationError as e:
                    report_unraisable(e, "Exception ignored in atexit callback", call.w_callable)
        i -= 1
    exitfuncs.calls = []
