"""The primitives: those of the built-in module _transaction, or serial stand-ins where it is absent (CPython)."""

import sys
import threading
import traceback
import types

try:
    import _transaction
except ImportError:
    _transaction = None

STM = _transaction is not None and _transaction.is_stm()


class TransactionError(Exception):
    """Misuse of this module, such as run() inside a transaction."""


if _transaction is not None:
    atomic_enter = _transaction.atomic_enter
    atomic_leave = _transaction.atomic_leave
    break_transaction = _transaction.break_transaction
    is_atomic = _transaction.is_atomic
    hint_commit_soon = _transaction.hint_commit_soon
    getsegmentlimit = _transaction.segment_limit
    segment_number = _transaction.segment_number
    stats = _transaction.stats

    def on_commit(f, /, *args, **kwds):
        """Calls f(*args, **kwds) when, and only if, the running transaction commits: the place for I/O."""
        _transaction.on_commit(f, args, kwds)

    def retry():
        """Abandons the running transaction, sleeps until something that it read changes, and runs it again."""
        _transaction.retry()

    take_hooks = _transaction.take_hooks

    def new_turn():
        """What makes transactions commit in a given order."""
        return _transaction.Turn()
else:
    # One lock makes `atomic` blocks of several threads exclude each other: the part of the meaning that can be had.
    _atomic_lock = threading.RLock()

    class _State(threading.local):
        depth = 0
        hooks = None

    _state = _State()

    def atomic_enter():
        _atomic_lock.acquire()
        _state.depth += 1

    def atomic_leave():
        _state.depth -= 1
        last = _state.depth == 0
        _atomic_lock.release()
        if last and _state.hooks:
            hooks, _state.hooks = _state.hooks, None
            for f, args, kwds in hooks:
                try:
                    f(*args, **kwds)
                except BaseException as error:
                    _report(error, f)

    def _report(error, f):
        """Shows the exception of a call that waited for the commit, as pypy-stm does: nobody is there any more to catch it."""
        message = "Exception ignored in a call that waited for a commit"
        if sys.unraisablehook is not sys.__unraisablehook__:
            sys.unraisablehook(types.SimpleNamespace(exc_type=type(error), exc_value=error, exc_traceback=error.__traceback__.tb_next,
                                                     err_msg=message, object=f))
        elif sys.stderr is not None:
            lines = traceback.format_exception(type(error), error, error.__traceback__.tb_next)
            sys.stderr.write('%s: %r\n%s' % (message, f, ''.join(lines)))

    def break_transaction():
        pass

    def is_atomic():
        """True inside `with atomic` and inside a call that run() makes."""
        return _state.depth > 0

    def hint_commit_soon():
        """Asks for the transaction to end here, if possible."""

    def on_commit(f, /, *args, **kwds):
        """Calls f(*args, **kwds) when, and only if, the running transaction commits: the place for I/O."""
        if not callable(f):
            raise TypeError("'%s' object is not callable" % type(f).__name__)
        if _state.depth == 0:
            f(*args, **kwds)
        else:
            if _state.hooks is None:
                _state.hooks = []
            _state.hooks.append((f, args, kwds))

    def retry():
        """Abandons the running transaction, sleeps until something that it read changes, and runs it again."""
        raise TransactionError("retry() needs pypy-stm: nothing can be undone here")

    def getsegmentlimit():
        """How many transactions can run at once."""
        return 1

    def segment_number():
        return 0

    def stats():
        """Counters of what happened: a dict, empty where there is no transactional memory."""
        return {}


class _Atomic:
    """`with atomic:` no other thread sees the inside half done.  Nests."""
    __slots__ = ()

    def __enter__(self):
        atomic_enter()

    def __exit__(self, *exc_info):
        atomic_leave()

    def __repr__(self):
        return '<transaction.atomic>'


class _ExclusiveAtomic(_Atomic):
    """As `atomic`, but an error if the code is in an atomic block already."""
    __slots__ = ()

    def __enter__(self):
        if is_atomic():
            raise TransactionError("exclusive_atomic block inside an atomic block")
        atomic_enter()

    def __repr__(self):
        return '<transaction.exclusive_atomic>'


atomic = _Atomic()
exclusive_atomic = _ExclusiveAtomic()
