"""What RPython code may ask of the transactional memory.

Everything here works in three worlds, with the same meaning as far as there is
one:

- translated with --stm: on rpython_stm/runtime;
- translated without: one thread runs at a time, under rpython's GIL, and a
  "transaction" is the time between two moments at which the GIL may be released;
- untranslated, under Python 2.7, as the second, for tests.

Code that depends on the difference asks we_are_stm(), a constant once
translated.  A transaction never ends inside an ordinary RPython operation: only
in break_transaction_if_due(), break_transaction(), wait_for_change(), retry()
and around calls of C functions that release the GIL (not while atomic).
"""
from __future__ import absolute_import
import time

from rpython.rlib import rgc, rgil, rthread
from rpython.rlib.objectmodel import (
    not_rpython, specialize, we_are_translated)
from rpython.rlib.rarithmetic import intmask, r_uint
from rpython.rtyper.annlowlevel import (
    cast_gcref_to_instance, cast_instance_to_gcref, llhelper, llstr)
from rpython.rtyper.extregistry import ExtRegistryEntry
from rpython.rtyper.lltypesystem import llmemory, lltype, rffi

from rpython_stm import externals


class CannotRetry(Exception):
    """retry() or abort_and_retry() where nothing can be undone: the transaction
    is inevitable, or there is no transactional memory in this build."""


# ____________________________________________________________
# Which world

def we_are_stm():
    """() -> bool, constant in translated code: is this a --stm build?"""
    return False


def have_threads():
    """() -> bool, constant in translated code: may this build start threads?"""
    return True


class _Entry(ExtRegistryEntry):
    _about_ = (we_are_stm, have_threads)

    def compute_result_annotation(self):
        config = self.bookkeeper.annotator.translator.config
        if self.instance is we_are_stm:
            stm = getattr(config, 'stm', None)
            value = stm is not None and stm.enabled
        else:
            value = config.translation.thread
        return self.bookkeeper.immutablevalue(bool(value))

    def specialize_call(self, hop):
        hop.exception_cannot_occur()
        return hop.inputconst(lltype.Bool, hop.s_result.const)


# ____________________________________________________________
# Transactions

GIL_PERIOD = 10000      # calls of break_transaction_if_due() between two yields


class _GilState(object):
    """How far the holder of the GIL is; stands for the transaction without STM.
    `ticks` is for the untranslated interpreter."""

    def __init__(self):
        self.ticks = GIL_PERIOD
        self.serial = 0
        self.waiters = []


_gil = _GilState()


class CommitHook(object):
    """Subclass, give it run(), pass an instance to on_commit()."""

    def run(self):
        """() -> None.  Called in a later transaction of the same thread."""
        raise NotImplementedError


_no_hook = CommitHook()


class _ThreadState(object):
    """What a thread remembers from one transaction to the next."""

    def __init__(self):
        self.atomic = 0           # without STM; with it, the runtime counts
        self.hooks = [_no_hook][:0]       # says what it is a list of
        self.hooks_serial = 0     # the transaction that registered them


_threadstate = rthread.ThreadLocalReference(_ThreadState)


def _get_threadstate():
    state = _threadstate.get()
    if state is None:
        state = _ThreadState()
        _threadstate.set(state)
    return state


@specialize.arg(0)
def become_inevitable(reason):
    """(constant str) -> None.  From here on the current transaction cannot be
    undone, so that it may do what cannot be undone.  The reason goes into
    reports.  Does nothing without STM."""
    if we_are_stm():
        externals.become_inevitable(_c_string(reason))


def is_inevitable():
    """() -> bool.  Without STM: always True, nothing can be undone there."""
    if we_are_stm():
        return externals.is_inevitable()
    return True


def _tick():
    """() -> bool.  Counts a tick of the GIL's period; is it over?  The counter is the one that
    the C handlers of signals make negative: a signal is due at the next tick."""
    if we_are_translated():
        from rpython.rlib import rsignal
        counter = rsignal.pypysig_getaddr_occurred()
        ticks = counter.c_value - 1
        counter.c_value = ticks
        return ticks < 0
    _gil.ticks -= 1
    return _gil.ticks < 0
_tick._always_inline_ = True


def _set_ticks(ticks):
    if we_are_translated():
        from rpython.rlib import rsignal
        rsignal.pypysig_getaddr_occurred().c_value = ticks
    else:
        _gil.ticks = ticks


def is_break_due():
    """() -> bool.  The test of break_transaction_if_due() alone, for a loop that
    has more to do when it is time."""
    if we_are_stm():
        return externals.should_break()
    return _tick()


def break_transaction_if_due():
    """() -> None.  End this transaction and start another if it has run long
    enough and is not atomic.  Cheap enough for every loop back-edge.  Then runs
    the hooks of on_commit() that are due."""
    if we_are_stm():
        if externals.should_break():
            _break_slowpath(False)
    elif _tick():
        _break_slowpath(False)


def break_transaction():
    """() -> None.  The same, due or not."""
    _break_slowpath(True)


def _break_slowpath(force):
    if we_are_stm():
        if force:
            externals.break_transaction()
        else:
            externals.break_due()
        if externals.atomic_level() > 0:
            return
    else:
        _set_ticks(GIL_PERIOD)
        if _get_threadstate().atomic > 0:
            return
        _gil.serial += 1
        if have_threads():
            if we_are_translated():
                rgil.yield_thread()
            else:
                time.sleep(0)
    run_committed_hooks()
_break_slowpath._dont_inline_ = True


def hint_commit_soon():
    """() -> None.  Make break_transaction_if_due() find it due next time."""
    if we_are_stm():
        externals.hint_commit_soon()
    else:
        _set_ticks(0)


def transaction_serial():
    """() -> int.  A number that this thread's next transaction will not have."""
    if we_are_stm():
        return externals.transaction_serial()
    return _gil.serial


def atomic_enter():
    """() -> None.  From here to the matching atomic_leave() the transaction does
    not end.  Nests.  Without STM a blocking C call still releases the GIL."""
    if we_are_stm():
        externals.atomic_enter()
    else:
        _get_threadstate().atomic += 1


def atomic_leave():
    """() -> None."""
    if we_are_stm():
        externals.atomic_leave()
    else:
        state = _get_threadstate()
        assert state.atomic > 0
        state.atomic -= 1


def atomic_level():
    """() -> int.  How deep atomic_enter() is nested in this thread."""
    if we_are_stm():
        return externals.atomic_level()
    return _get_threadstate().atomic


def lock_taken():
    """() -> None.  This thread has taken a lock of the program.  Breaks that become
    due before lock_given() wait a little: a lock that is taken and released in
    one transaction keeps nobody waiting, one that is held at a commit does."""
    if we_are_stm():
        externals.lock_taken()


def lock_given():
    """() -> None.  It has released a lock."""
    if we_are_stm():
        externals.lock_given()


def retry():
    """() -> never returns.  Undo this transaction, sleep until another commits a
    change of something that it read, and run it again.  Raises CannotRetry."""
    if not we_are_stm() or externals.is_inevitable():
        raise CannotRetry
    externals.retry()


def abort_and_retry():
    """() -> never returns.  Undo this transaction and run it again at once.
    Raises CannotRetry."""
    if not we_are_stm() or externals.is_inevitable():
        raise CannotRetry
    externals.abort_and_retry()


@not_rpython
def harmless(*names):
    """(str, ...) -> None, before translation only: these C functions, called
    without releasing the GIL, may run in a transaction that is aborted later and
    run again.  They change nothing but memory that the caller passes, or nothing
    that matters.  All others turn the transaction inevitable."""
    externals.HARMLESS.update(names)


# ____________________________________________________________
# Hooks

def on_commit(hook):
    """(CommitHook) -> None.  Run the hook once the current transaction has
    committed, and only then: an abort forgets it with everything else.  It runs
    in the same thread at its next break_transaction_if_due()."""
    on_commit_at(len(_get_threadstate().hooks), hook)


def on_commit_at(index, hook):
    """(int, CommitHook) -> None.  The same, before the hook number `index`."""
    assert index >= 0
    state = _get_threadstate()
    state.hooks.insert(index, hook)
    state.hooks_serial = transaction_serial()
    hint_commit_soon()


def run_committed_hooks():
    """() -> None.  Run what on_commit() holds of transactions that committed, in
    the order of registration.  An exception of a hook leaves the later ones
    registered."""
    state = _get_threadstate()
    while len(state.hooks) > 0:
        if state.hooks_serial == transaction_serial():
            return      # at least one is of this transaction: wait for it
        hook = state.hooks.pop(0)
        hook.run()


def pending_hooks():
    """() -> int.  How many hooks this thread still has to run."""
    return len(_get_threadstate().hooks)


def hooks():
    """() -> [CommitHook].  Those that this thread still has to run, in their
    order; do not change the list."""
    return _get_threadstate().hooks


def take_hooks():
    """() -> [CommitHook].  All that this thread still has to run; the caller
    does so in their stead."""
    state = _get_threadstate()
    hooks = state.hooks
    state.hooks = [_no_hook][:0]
    return hooks


# ____________________________________________________________
# File descriptors that an abort closes

def is_held():
    """() -> bool.  Would a C function that may block turn this transaction
    inevitable?  It is atomic, and can still be undone.  False without STM."""
    if we_are_stm():
        return externals.is_held()
    return False


def close_on_abort(fd):
    """(int) -> None.  This transaction, which is held, has opened the descriptor:
    an abort closes it.  Nobody else knows of it before the commit."""
    if we_are_stm():
        externals.close_on_abort(fd)


def closes_on_abort(fd):
    """(int) -> bool.  Is it such a descriptor of this transaction?"""
    if we_are_stm():
        return externals.closes_on_abort(fd)
    return False


def keep_on_abort(fd):
    """(int) -> None.  Forget close_on_abort(fd)."""
    if we_are_stm():
        externals.keep_on_abort(fd)


# ____________________________________________________________
# Segment-local caches

class _CacheSpace(object):
    """The slots of all caches, when there is no STM; sized before translation."""

    def __init__(self):
        self.size = 0

    def _freeze_(self):
        return True


_cache_space = _CacheSpace()
CACHE_SLOTS = 1 << 16         # what the runtime keeps per segment


@not_rpython
def cache_allocate(n):
    """(int) -> int, before translation only: reserve n slots, return the index of
    the first."""
    index = _cache_space.size
    if index + n > CACHE_SLOTS:
        raise ValueError("more than %d cache slots" % CACHE_SLOTS)
    _cache_space.size = index + n
    return index


class Cache(object):
    """A table of `size` objects (a power of two) of class Cls, that never
    conflicts and may lose its content at any moment: each transaction sees what
    its segment happens to hold.  An entry must say itself for what key it is.
    Prebuilt only.

        methods = rstm.Cache(MethodEntry, 2048)
        entry = methods.get(hash)       # a MethodEntry or None
        methods.set(hash, entry)        # None clears it
    """

    @not_rpython
    def __init__(self, Cls, size):
        assert size > 0 and size & (size - 1) == 0
        self.Cls = Cls
        self.size = size
        mask = size - 1
        base = cache_allocate(size)

        class Slots(object):
            def __init__(self):
                self.items = [None] * size
        plain = Slots()

        def get(index):
            if we_are_stm():
                ref = externals.cache_get(base + (index & mask))
                return cast_gcref_to_instance(Cls, ref)
            return plain.items[index & mask]

        def set(index, obj):
            assert obj is None or isinstance(obj, Cls)
            if we_are_stm():
                ref = cast_instance_to_gcref(obj)
                externals.cache_set(base + (index & mask), ref)
            else:
                plain.items[index & mask] = obj

        def clear():
            for i in range(size):
                set(i, None)

        self.get = get
        self.set = set
        self.clear = clear    # of this segment only

    def _freeze_(self):
        return True


# ____________________________________________________________
# Waiting

class _Waiter(object):
    """One sleeping thread of a build without STM."""

    def __init__(self, key, lock):
        self.key = key
        self.lock = lock        # None untranslated
        self.woken = False


@specialize.argtype(0)
def wait_for_change(obj, timeout_us):
    """(instance, int) -> bool.  End this transaction, sleep until another thread
    commits a change of a field of obj, and return True in a new transaction.
    False when timeout_us microseconds have passed (negative: forever) or a signal
    came in.  May wake up for no reason.  Call it in a loop, right after reading
    the field:

        while lock.held:
            rstm.wait_for_change(lock, -1)
        lock.held = True

    While atomic, a transaction that can be undone is undone and runs again after
    the change; one that cannot raises CannotRetry: nobody could ever change obj.
    """
    if we_are_stm():
        if externals.atomic_level() > 0 and externals.is_inevitable():
            raise CannotRetry
        return externals.wait_for_change(cast_instance_to_gcref(obj), timeout_us)
    if _get_threadstate().atomic > 0:
        raise CannotRetry
    return _gil_wait(_identity(obj), timeout_us)


@specialize.argtype(0)
def notify_change(obj):
    """(instance) -> None.  Call it after changing a field of obj that others may
    wait for.  (With STM the commit does it, and this does nothing.)"""
    if not we_are_stm():
        if len(_gil.waiters) > 0:
            _gil_notify(_identity(obj))


@specialize.argtype(0)
def _identity(obj):
    from rpython.rlib.objectmodel import compute_unique_id
    return compute_unique_id(obj)


def _gil_wait(key, timeout_us):
    _gil.serial += 1
    if not we_are_translated():
        return _untranslated_wait(key, timeout_us)
    lock = rthread.allocate_lock()
    lock.acquire(False)       # not True: that releases the GIL, and a notification would be lost
    waiter = _Waiter(key, lock)
    _gil.waiters.append(waiter)
    lock.acquire_timed(timeout_us)
    _forget_waiter(waiter)
    return waiter.woken


@not_rpython
def _untranslated_wait(key, timeout_us):
    waiter = _Waiter(key, None)
    _gil.waiters.append(waiter)
    deadline = time.time() + timeout_us * 1e-6
    while not waiter.woken:
        if 0 <= timeout_us and time.time() >= deadline:
            break
        time.sleep(0.001)
    _forget_waiter(waiter)
    return waiter.woken


def _forget_waiter(waiter):
    _gil.waiters = [w for w in _gil.waiters if w is not waiter]


def _gil_notify(key):
    for waiter in _gil.waiters:
        if waiter.key == key and not waiter.woken:
            waiter.woken = True
            if we_are_translated():
                waiter.lock.release()


# ____________________________________________________________
# Transactions that commit in a given order

TURN_WORD = lltype.Array(lltype.Unsigned, hints={'nolength': True})


class Turn(object):
    """Tickets 0, 1, 2... commit in this order, though they may run at once.

        turn.begin(ticket)       # at the very start of the ticket's transaction
        ...the work...
        turn.done()              # at its end
        rstm.break_transaction()

    Without STM nothing can be undone, so begin() waits for its turn.
    """

    def __init__(self):
        self.word = lltype.malloc(TURN_WORD, 1, flavor='raw', zero=True,
                                  track_allocation=False)

    @rgc.must_be_light_finalizer
    def __del__(self):
        lltype.free(self.word, flavor='raw', track_allocation=False)

    def begin(self, ticket):
        """(int) -> bool.  False if this transaction is inevitable already and it
        is not the ticket's turn: break the transaction and try again."""
        if we_are_stm():
            return externals.commit_in_order(self.word, ticket)
        while intmask(self.word[0]) != ticket:
            wait_for_change(self, -1)
        return True

    def done(self):
        """() -> None.  The ticket's work is complete.  With STM it is the commit
        that passes the turn on."""
        if not we_are_stm():
            self._advance()

    def skip(self):
        """() -> None.  Pass on the turn of a ticket that will not run."""
        if we_are_stm():
            externals.skip_turn(self.word)
        else:
            self._advance()

    def current(self):
        """() -> int.  The ticket whose turn it is."""
        return intmask(self.word[0])

    def _advance(self):
        self.word[0] = self.word[0] + r_uint(1)
        notify_change(self)


# ____________________________________________________________
# Segments and numbers

def segment_limit():
    """() -> int.  How many transactions can run at once; 1 without STM."""
    if we_are_stm():
        return externals.segment_limit()
    return 1


def set_segment_limit(n):
    """(int) -> int.  Let at most n transactions run at once; returns what is now
    the limit (the number of segments made at start-up bounds it)."""
    if we_are_stm():
        return externals.set_segment_limit(n)
    return 1


def segment_number():
    """() -> int.  The segment that this transaction runs in, from 0."""
    if we_are_stm():
        return externals.segment_number()
    return 0


# names for stat(), in the order of glue/rpy_stm.c
STATS = ['commits', 'aborts_conflict', 'aborts_requested', 'aborts_retry',
         'inevitable', 'minor_collections', 'major_collections', 'aborted_ns',
         'waited_ns', 'inevitable_ns', 'collecting_ns', 'heap_bytes',
         'live_bytes', 'private_bytes', 'log_bytes', 'threads']


def stat(index):
    """(int) -> int.  The counter STATS[index] since the start, over all threads;
    always 0 without STM."""
    assert 0 <= index < len(STATS)
    if we_are_stm():
        return externals.stat(index)
    return 0


# ____________________________________________________________
# Where a thread is, for the log (PYPYSTM_LOG)

class Marker(object):
    """How the log finds where a thread is.  Prebuilt; call install() at start-up.

        (class, function () -> Cls or None, function () -> int,
         function (Cls, int) -> None)

    The functions run at odd moments: they must not allocate, store or raise.
    `describe` ends in describe_as()."""

    @not_rpython
    def __init__(self, Cls, get_code, get_position, describe):
        def marker():
            externals.marker_is(cast_instance_to_gcref(get_code()),
                                get_position())

        def describe_ref(ref, position):
            describe(cast_gcref_to_instance(Cls, ref), position)

        def install():
            if we_are_stm():
                externals.set_marker(llhelper(externals.MARKER, marker),
                                     llhelper(externals.DESCRIBE, describe_ref))
        self.install = install

    def _freeze_(self):
        return True


def describe_as(filename, name, line):
    """(str, str, int) -> None.  The description of a position."""
    if we_are_stm():
        externals.describe_as(llstr(filename), llstr(name), line)


# ____________________________________________________________
# Threads

@specialize.arg(0)
def start_new_thread(func):
    """(prebuilt function () -> None) -> int, the thread's ident.  As with rthread
    nothing can be passed: leave it in a global first.  func must begin with
    thread_start() and end, on every path, with thread_die()."""
    return rthread.start_new_thread(func, ())


def thread_start():
    """() -> None.  At the start of a new thread."""
    rthread.gc_thread_start()


def thread_die():
    """() -> None.  At the end of a thread: commits; nothing may follow."""
    _threadstate.set(None)
    rthread.gc_thread_die()


# ____________________________________________________________

_c_strings = {}


@specialize.memo()
def _c_string(s):
    """A prebuilt char* for the constant s."""
    if s not in _c_strings:
        p = lltype.malloc(rffi.CCHARP.TO, len(s) + 1, flavor='raw',
                          immortal=True)
        for i in range(len(s)):
            p[i] = s[i]
        p[len(s)] = '\x00'
        _c_strings[s] = p
    return _c_strings[s]
