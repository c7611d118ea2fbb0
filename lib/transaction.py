"""Multicore without threads: hand the probably independent steps of a loop to add(), and call run().

    for block in pending:                     for block in pending:
        self.specialize(block)       --->         transaction.add(self.specialize, block)
                                              transaction.run()

The result is always what some serial order of the calls gives; with run(ordered=True), what the order of add() gives.  A wrong
guess about independence costs time, never correctness.

On pypy-stm the calls run in parallel, each in a transaction of its own.  On any other Python the same file runs them one
after the other.  docs/transactions.md is the user's guide.
"""

import sys
import threading

try:
    import _transaction
except ImportError:
    _transaction = None

__all__ = ['add', 'run', 'map', 'TransactionQueue', 'TransactionError', 'atomic', 'exclusive_atomic', 'is_atomic',
           'hint_commit_soon', 'on_commit', 'retry', 'set_num_threads', 'getsegmentlimit', 'stats']


class TransactionError(Exception):
    """Misuse of this module, such as run() inside a transaction."""


# ____________________________________________________________
# the primitives, and their serial stand-ins


_STM = _transaction is not None and _transaction.is_stm()

if _transaction is not None:
    _atomic_enter = _transaction.atomic_enter
    _atomic_leave = _transaction.atomic_leave
    is_atomic = _transaction.is_atomic
    hint_commit_soon = _transaction.hint_commit_soon
    getsegmentlimit = _transaction.segment_limit
    stats = _transaction.stats

    def on_commit(f, *args, **kwds):
        """Calls f(*args, **kwds) when, and only if, the running transaction commits: the place for I/O."""
        _transaction.on_commit(f, args, kwds)

    def retry():
        """Abandons the running transaction, sleeps until something that it read changes, and runs it again."""
        _transaction.retry()
else:
    # Other Pythons: one lock makes `atomic` blocks of several threads exclude each other, which is the
    # part of the meaning that can be had.
    _atomic_lock = threading.RLock()

    class _State(threading.local):
        depth = 0
        hooks = None

    _state = _State()

    def _atomic_enter():
        _atomic_lock.acquire()
        _state.depth += 1

    def _atomic_leave():
        _state.depth -= 1
        last = _state.depth == 0
        _atomic_lock.release()
        if last and _state.hooks:
            hooks, _state.hooks = _state.hooks, None
            for f, args, kwds in hooks:
                f(*args, **kwds)

    def is_atomic():
        """True inside `with atomic` and inside a call that run() makes."""
        return _state.depth > 0

    def hint_commit_soon():
        """Asks for the transaction to end here, if possible."""

    def on_commit(f, *args, **kwds):
        """Calls f(*args, **kwds) when, and only if, the running transaction commits: the place for I/O."""
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

    def stats():
        """Counters of what happened: a dict, empty where there is no transactional memory."""
        return {}


class _Atomic:
    """`with atomic:` no other thread sees the inside half done.  Nests."""
    __slots__ = ()

    def __enter__(self):
        _atomic_enter()

    def __exit__(self, *exc_info):
        _atomic_leave()

    def __repr__(self):
        return '<transaction.atomic>'


class _ExclusiveAtomic(_Atomic):
    """As `atomic`, but an error if the code is in an atomic block already."""
    __slots__ = ()

    def __enter__(self):
        if is_atomic():
            raise TransactionError("exclusive_atomic block inside an atomic block")
        _atomic_enter()

    def __repr__(self):
        return '<transaction.exclusive_atomic>'


atomic = _Atomic()
exclusive_atomic = _ExclusiveAtomic()

_num_threads = None


def set_num_threads(n):
    """How many transactions run() keeps going at once: at least 1; by default getsegmentlimit()."""
    global _num_threads
    if n < 1:
        raise ValueError("the number of threads must be at least 1")
    _num_threads = n


def _thread_count():
    if not _STM:
        return 1
    if _num_threads is not None:
        return min(_num_threads, max(1, getsegmentlimit()))
    return max(1, getsegmentlimit())


# ____________________________________________________________
# queues


class _Current(threading.local):
    """The queue whose call this thread is running, and what that call added."""
    queue = None
    added = None


_current = _Current()


class _Run:
    """One run() of a queue: the calls, and how far they are.

    Taking a call and running it are two transactions.  The first one is short and is the only one that touches what the
    workers share; so the calls themselves conflict over nothing but what they do."""

    def __init__(self, queue, ordered):
        self.queue = queue
        self.ordered = ordered
        self.calls = queue._pending
        self.next = 0
        self.active = 0
        self.executed = 0
        self.failure = None             # the exception of the call that failed
        self.condition = threading.Condition()
        self.turn = _transaction.Turn() if ordered and _STM else None

    def take(self):
        """The next (ticket, call), or None when there will be no more."""
        with self.condition:
            while True:
                if self.failure is not None:
                    return None
                if self.next < len(self.calls):
                    ticket = self.next
                    call = self.calls[ticket]
                    self.calls[ticket] = None
                    self.next = ticket + 1
                    self.active += 1
                    return ticket, call
                if self.active == 0:
                    return None
                self.condition.wait()

    def done(self, added, executed):
        with self.condition:
            self.active -= 1
            if executed:
                self.executed += 1
            if added:
                self.calls.extend(added)
            if added or self.active == 0 or self.failure is not None:
                self.condition.notify_all()

    def call(self, ticket, f, args, kwds):
        """Runs one call in a transaction of its own; returns what it added and whether it ended normally."""
        _current.queue = self.queue
        added = _current.added = []
        executed = False
        self.enter(ticket)
        try:
            # reading it here makes a failure abort the calls that run meanwhile: nothing commits after it
            if self.failure is None:
                try:
                    f(*args, **kwds)
                    executed = True
                except BaseException as e:
                    self.failure = e
            if self.turn is not None:
                self.turn.done()
        finally:
            _atomic_leave()
            _current.queue = _current.added = None
        return added, executed

    def enter(self, ticket):
        """Begins the transaction of a call; an ordered one will commit in the order of the tickets."""
        _atomic_enter()
        while self.turn is not None and not self.turn.begin(ticket):
            # this transaction is inevitable already: another one is needed
            _atomic_leave()
            _transaction.break_transaction()
            _atomic_enter()

    def work(self):
        """What each worker does."""
        while True:
            taken = self.take()
            if taken is None:
                return
            if _STM:
                _transaction.break_transaction()
            ticket, (f, args, kwds) = taken
            added, executed = self.call(ticket, f, args, kwds)
            if _STM:
                _transaction.break_transaction()
            self.done(added, executed)

    def go(self):
        threads = [threading.Thread(target=self.work, name='transaction-%d' % i, daemon=True)
                   for i in range(min(_thread_count(), max(1, len(self.calls))) - 1)]
        for thread in threads:
            thread.start()
        try:
            self.work()
        finally:
            for thread in threads:
                thread.join()


class TransactionQueue:
    """Calls waiting to be run as transactions."""

    def __init__(self):
        self._pending = []
        self._executed = 0
        self._running = False

    def add(self, f, *args, **kwds):
        """Queues f(*args, **kwds).  Inside a call that this queue is running: queues it behind the others."""
        if _current.queue is self:
            _current.added.append((f, args, kwds))
        else:
            self._pending.append((f, args, kwds))

    def add_generator(self, generator):
        """Queues a generator: each step from one `yield` to the next is a transaction."""
        def step():
            try:
                next(generator)
            except StopIteration:
                return
            self.add(step)
        self.add(step)

    def run(self, ordered=False):
        """Runs all calls, and those that they add, in parallel; returns when none is left.

        With ordered=True they take effect in the order of add().  If a call raises, the rest is dropped and run() raises
        the exception.  Raises TransactionError inside a transaction."""
        if self._running or is_atomic() or _current.queue is not None:
            raise TransactionError("run() inside a transaction")
        self._running = True
        try:
            state = _Run(self, ordered)
            state.go()
        finally:
            self._running = False
            self._pending = []
        self._executed += state.executed
        if state.failure is not None:
            raise state.failure

    def number_of_transactions_executed(self):
        """How many calls ended normally, over all run()s."""
        if self._running:
            raise TransactionError("the queue is running")
        return self._executed


_default = TransactionQueue()
add = _default.add
add_generator = _default.add_generator
run = _default.run


def map(f, items):
    """[f(x) for x in items], the calls being transactions."""
    items = list(items)
    cells = [[] for _ in items]         # an object each: neighbours in one list would conflict

    def call(cell, item):
        cell.append(f(item))

    queue = TransactionQueue()
    for cell, item in zip(cells, items):
        queue.add(call, cell, item)
    queue.run()
    return [cell[0] for cell in cells]
