"""Which containers are being shown by this thread: repr() of one that contains itself ends in `[...]`."""

from rpython.rlib import rthread

from interpreter.errors import recursion_error


class _State(object):
    """The containers whose repr is under way in one thread."""
    def __init__(self):
        self.objects_w = []


_states = rthread.ThreadLocalReference(_State)


def enter(w_obj):
    """False if the repr of w_obj is under way already; otherwise call leave(w_obj) afterwards, whatever happens."""
    from interpreter.eval.executioncontext import getrecursionlimit
    state = _states.get()
    if state is None:
        state = _State()
        _states.set(state)
    for w_each in state.objects_w:
        if w_each is w_obj:
            return False
    if len(state.objects_w) > getrecursionlimit():
        raise recursion_error("maximum recursion depth exceeded while getting the repr of an object")
    state.objects_w.append(w_obj)
    return True


def leave(w_obj):
    state = _states.get()
    if state is not None:
        objects_w = state.objects_w
        i = len(objects_w) - 1
        while i >= 0:
            if objects_w[i] is w_obj:
                del objects_w[i]
                return
            i -= 1
