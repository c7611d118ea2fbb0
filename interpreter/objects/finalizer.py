"""`__del__`: objects whose class has one are registered when they are made; when they die, the evaluation loop calls run_finalizers()."""

from rpython.rlib import rgc

from interpreter import ops
from interpreter.errors import OperationError
from interpreter.objects.root import W_Root


class _Pending(object):
    """`flag` is set when there may be something for run_finalizers() to do."""
    flag = False


pending = _Pending()


class _History(object):
    """`noticeable`: was an object made whose finalizer may do what the program notices?  Written once, so that transactions do not conflict."""
    noticeable = False


history = _History()


class DelQueue(rgc.FinalizerQueue):
    Class = W_Root

    def finalizer_trigger(self):
        pending.flag = True


_queue = DelQueue()


def register_finalizer(w_obj):
    """Has `__del__` of the object called once it is unreachable."""
    if not history.noticeable:
        history.noticeable = True
    _queue.register_finalizer(w_obj)


def register_resource(w_obj):
    """The same for an object whose `__del__` does what the end of the process does anyway: it closes a file."""
    _queue.register_finalizer(w_obj)


def run_finalizers():
    """Calls `__del__` and the weak references' callbacks of the objects that died; at a safe point only.  Exceptions go to sys.unraisablehook.

    Returns how many objects there were."""
    from interpreter.objects.weakref import run_callbacks
    pending.flag = False
    count = run_callbacks()
    while True:
        w_obj = _queue.next_dead()
        if w_obj is None:
            return count
        count += 1
        call_del(w_obj)


def call_del(w_obj):
    """w_obj.__del__(), if it has one now."""
    w_descr = w_obj.gettype().lookup('__del__')
    if w_descr is None:
        return
    try:
        ops.call_special0(w_obj, w_descr)
    except OperationError as e:
        from interpreter.eval.hooks import report_unraisable
        report_unraisable(e, None, w_descr)
