"""Executor: the interface of concurrent.futures, each call a transaction.  A module of its own, since that import takes time."""

from concurrent.futures import ThreadPoolExecutor

from transaction._primitives import atomic, break_transaction
from transaction._queues import thread_count


def _in_a_transaction(f, args, kwds):
    break_transaction()
    with atomic:
        result = f(*args, **kwds)
    return result


class Executor(ThreadPoolExecutor):
    """A concurrent.futures.Executor whose calls are transactions: alone, as far as they can tell."""

    def __init__(self, max_workers=None):
        super().__init__(thread_count() if max_workers is None else max_workers, 'transaction')

    def submit(self, fn, /, *args, **kwargs):
        """Schedules fn(*args, **kwargs) as a transaction; returns its Future."""
        return super().submit(_in_a_transaction, fn, args, kwargs)
