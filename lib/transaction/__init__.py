"""Multicore without threads: hand the probably independent steps of a loop to add(), and call run().

    for block in pending:                     for block in pending:
        self.specialize(block)       --->         transaction.add(self.specialize, block)
                                              transaction.run()

The result is always what some serial order of the calls gives; with run(ordered=True), what the order of add() gives.  A wrong
guess about independence costs time, never correctness.

On pypy-stm the calls run in parallel, each in a transaction of its own.  On any other Python the same package runs them one
after the other.  docs/transactions.md is the user's guide.
"""

from transaction._primitives import (
    TransactionError, atomic, exclusive_atomic, getsegmentlimit, hint_commit_soon, is_atomic, on_commit, retry, stats)
from transaction._queues import TransactionQueue, add, add_generator, map, run, set_num_threads
from transaction._containers import stmdict, stmiddict, stmidset, stmset
from transaction._cures import Accumulator, Counter, clock, count, threadlocalproperty, time

__all__ = ['add', 'add_generator', 'run', 'map', 'TransactionQueue', 'TransactionError', 'Executor', 'atomic', 'exclusive_atomic',
           'is_atomic', 'hint_commit_soon', 'on_commit', 'retry', 'set_num_threads', 'getsegmentlimit', 'stats', 'stmdict',
           'stmset', 'stmiddict', 'stmidset', 'Accumulator', 'Counter', 'threadlocalproperty', 'time', 'clock', 'count']


def __getattr__(name):
    if name == 'Executor':          # concurrent.futures takes time to import
        global Executor
        from transaction._executor import Executor
        return Executor
    raise AttributeError("module 'transaction' has no attribute %r" % name)
