"""Queues of calls that run as transactions: add(), run(), map(), TransactionQueue."""

import threading

from transaction import _primitives
from transaction._primitives import STM, TransactionError, break_transaction, getsegmentlimit, is_atomic

_num_threads = None


def set_num_threads(n):
    """How many transactions run() keeps going at once: at least 1; by default getsegmentlimit()."""
    global _num_threads
    if n < 1:
        raise ValueError("the number of threads must be at least 1")
    _num_threads = n


def thread_count():
    """How many threads run() uses."""
    if not STM:
        return 1
    limit = max(1, getsegmentlimit())
    return limit if _num_threads is None else min(_num_threads, limit)


class _Current(threading.local):
    """The queue whose call this thread is running, and what that call added."""
    queue = None
    added = None


_current = _Current()


def _begin(turn, ticket):
    """Begins the transaction of a call; an ordered one will commit in the order of the tickets."""
    _primitives.atomic_enter()
    while turn is not None and not turn.begin(ticket):
        # this transaction is inevitable already: another one is needed
        _primitives.atomic_leave()
        break_transaction()
        _primitives.atomic_enter()


def _call(queue, failures, turn, ticket, call):
    """Runs one call in a transaction of its own; returns what it added, whether it ended normally, and if ordered what waits for
    its commit.

    No method of _Run: it must not even look at the object that every take() and done() changes, or each of those would abort
    all calls that run meanwhile."""
    f, args, kwds = call
    _current.queue = queue
    added = _current.added = []
    executed = False
    hooks = None
    _begin(turn, ticket)
    try:
        # reading it here makes a failure abort the calls that run meanwhile: nothing commits after it
        if not failures:
            try:
                f(*args, **kwds)
                executed = True
            except BaseException as e:
                failures.append(e)
        if turn is not None:
            hooks = _primitives.take_hooks()
            turn.done()
    finally:
        try:
            _primitives.atomic_leave()
        finally:
            _current.queue = _current.added = None
    return added, executed, hooks


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
        self.added = {}                 # ordered: ticket -> what its call added, of those that wait for earlier ones
        self.complete = 0               # ordered: all tickets below this are done
        self.hooks = []                 # ordered: what waited for the commits and may run now, in this order
        self.running_hooks = False
        self.failures = []              # the exception of the call that failed
        self.condition = threading.Condition()
        self.turn = _primitives.new_turn() if ordered and STM else None

    def take(self):
        """The next (ticket, call), or None when there will be no more."""
        with self.condition:
            while True:
                if self.failures:
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

    def done(self, ticket, added, executed, hooks):
        with self.condition:
            self.active -= 1
            if executed:
                self.executed += 1
            if self.ordered:
                # what calls add is queued in the order of the calls, not in that in which they come here
                self.added[ticket] = added, hooks
                while self.complete in self.added:
                    added, hooks = self.added.pop(self.complete)
                    self.calls.extend(added)
                    if hooks is not None:
                        self.hooks.append(hooks)
                    self.complete += 1
            else:
                self.calls.extend(added)
            if added or self.ordered or self.active == 0 or self.failures:
                self.condition.notify_all()

    def run_hooks(self):
        """Ordered: runs what waited for commits, one worker at a time, in the order of the calls."""
        while True:
            with self.condition:
                if self.running_hooks or not self.hooks:
                    return
                hooks = self.hooks.pop(0)
                self.running_hooks = True
            try:
                hooks.run()
            finally:
                with self.condition:
                    self.running_hooks = False

    def work(self):
        """What each worker does.  What goes wrong outside of the calls (Ctrl-C, no memory) stops the others too."""
        try:
            self.run_calls()
        except BaseException as e:
            with self.condition:
                self.failures.append(e)
                self.condition.notify_all()

    def run_calls(self):
        queue, failures, turn = self.queue, self.failures, self.turn
        while True:
            taken = self.take()
            if taken is None:
                return
            break_transaction()
            ticket, call = taken
            added, executed, hooks = _call(queue, failures, turn, ticket, call)
            break_transaction()
            self.done(ticket, added, executed, hooks)
            if turn is not None:
                self.run_hooks()

    def go(self):
        threads = [threading.Thread(target=self.work, name='transaction-%d' % i, daemon=True)
                   for i in range(min(thread_count(), max(1, len(self.calls))) - 1)]
        try:
            for thread in threads:
                thread.start()
        except RuntimeError:
            pass                        # fewer threads, then
        self.work()
        for thread in threads:
            if thread.ident is not None:
                thread.join()
        self.run_hooks()


class TransactionQueue:
    """Calls waiting to be run as transactions."""

    def __init__(self):
        self._pending = []
        self._executed = 0
        self._running = False

    def add(self, f, /, *args, **kwds):
        """Queues f(*args, **kwds).  Inside a call that this queue is running: queues it behind the others."""
        if _current.queue is self:
            _current.added.append((f, args, kwds))
        else:
            self._pending.append((f, args, kwds))

    def add_generator(self, generator, /):
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
        if state.failures:
            raise state.failures[0]

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
