"""Locks.  A lock is an ordinary object with a flag: taking a free one is a write, which a transaction may undo; only waiting blocks."""
from __future__ import absolute_import

from rpython.rlib import rthread

from interpreter import errors, ops
from interpreter.gateway import function, method, new
from interpreter.objects.float import W_Float
from interpreter.objects.instance import allocate_instance
from interpreter.objects.object import address_hex
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newbool, newint, newstr, newtuple
from interpreter.typedef import TypeDef
from module.time.clocks import CLOCK_MONOTONIC, read_clock
from rpython_stm import rstm

TIMEOUT_MAX = 9223372036.0          # seconds: 2**63 nanoseconds


def timeout_argument(blocking, w_timeout):
    """The timeout in microseconds: -1 for ever, 0 for not at all.  ValueError, OverflowError."""
    if isinstance(w_timeout, W_Float):
        seconds = w_timeout.floatval
        forever = seconds == -1.0
        if seconds != seconds:
            raise errors.value_error("Invalid value NaN (not a number)")
    else:
        seconds = ops.float_w(w_timeout)
        forever = seconds == -1.0
    if not blocking:
        if not forever:
            raise errors.value_error("can't specify a timeout for a non-blocking call")
        return 0
    if forever:
        return -1
    if seconds < 0.0:
        raise errors.value_error("timeout value must be positive")
    if seconds > TIMEOUT_MAX:
        raise errors.overflow_error("timestamp out of range for platform time_t")
    us = int(seconds * 1e6)
    if us == 0 and seconds > 0.0:
        us = 1
    return us


def microseconds():
    seconds, ns = read_clock(CLOCK_MONOTONIC)
    return seconds * 1000000 + ns // 1000


def after_wait():
    """A waiting thread woke up: handlers of signals run, and may raise."""
    from interpreter.eval.executioncontext import check_actions, getexecutioncontext
    check_actions(getexecutioncontext())


def cannot_wait():
    return errors.runtime_error("waiting for a lock inside an atomic block, where no other thread could ever release it")


class W_Lock(W_Root):
    """_thread.lock."""
    held = False
    lifeline = None

    def take(self, timeout_us):
        """Takes the lock; False if it is not free in time."""
        if not self.held:
            self.held = True
            rstm.lock_taken()
            return True
        if timeout_us == 0:
            return False
        deadline = 0
        if timeout_us > 0:
            deadline = microseconds() + timeout_us
        while self.held:
            if timeout_us > 0:
                rest = deadline - microseconds()
                if rest <= 0:
                    return False
            else:
                rest = -1
            try:
                rstm.wait_for_change(self, rest)
            except rstm.CannotRetry:
                raise cannot_wait()
            after_wait()
        self.held = True
        rstm.lock_taken()
        return True

    def give(self):
        """Releases the lock; RuntimeError if nobody holds it."""
        if not self.held:
            raise errors.runtime_error("release unlocked lock")
        self.held = False
        rstm.lock_given()
        rstm.notify_change(self)

    def getweakref(self):
        return self.lifeline

    def setweakref(self, lifeline):
        self.lifeline = lifeline

    @method('acquire(self, blocking: bool=True, timeout=-1) -> bool')
    def m_acquire(self, blocking, w_timeout):
        """Takes the lock, after waiting for it if need be."""
        return self.take(timeout_argument(blocking, w_timeout))

    @method('acquire_lock(self, blocking: bool=True, timeout=-1) -> bool')
    def m_acquire_lock(self, blocking, w_timeout):
        """The old name of acquire."""
        return self.take(timeout_argument(blocking, w_timeout))

    @method('release(self) -> None')
    def m_release(self):
        """Lets the lock go."""
        self.give()

    @method('release_lock(self) -> None')
    def m_release_lock(self):
        """The old name of release."""
        self.give()

    @method('locked(self) -> bool')
    def m_locked(self):
        """Is the lock taken?"""
        return self.held

    @method('locked_lock(self) -> bool')
    def m_locked_lock(self):
        """The old name of locked."""
        return self.held

    @method('__enter__(self) -> bool')
    def m_enter(self):
        return self.take(-1)

    @method('__exit__(self, *args) -> None')
    def m_exit(self, args_w):
        self.give()

    @method('_at_fork_reinit(self) -> None')
    def m_at_fork_reinit(self):
        self.held = False

    def op_repr(self):
        state = 'locked' if self.held else 'unlocked'
        return newstr("<%s %s object at %s>" % (state, type_name(self), address_hex(self)))


def type_name(w_lock):
    w_type = w_lock.gettype()
    return w_type.name


W_Lock.typedef = TypeDef('_thread.lock', W_Lock, module='_thread', subclassable=False, weakrefable=True,
                         doc="A lock that one thread at a time holds.")


@function('allocate_lock()')
def allocate_lock():
    """A new lock."""
    return W_Lock()


@function('allocate()')
def allocate():
    """The old name of allocate_lock."""
    return W_Lock()


class W_RLock(W_Root):
    """_thread.RLock: its owner may take it again."""
    owner = 0
    count = 0
    lifeline = None

    def getweakref(self):
        return self.lifeline

    def setweakref(self, lifeline):
        self.lifeline = lifeline

    def take(self, timeout_us):
        me = rthread.get_ident()
        if self.owner == me:
            self.count += 1
            return True
        if self.owner != 0:
            if timeout_us == 0:
                return False
            deadline = 0
            if timeout_us > 0:
                deadline = microseconds() + timeout_us
            while self.owner != 0:
                if timeout_us > 0:
                    rest = deadline - microseconds()
                    if rest <= 0:
                        return False
                else:
                    rest = -1
                try:
                    rstm.wait_for_change(self, rest)
                except rstm.CannotRetry:
                    raise cannot_wait()
                after_wait()
        self.owner = me
        self.count = 1
        rstm.lock_taken()
        return True

    def give(self):
        if self.count == 0 or self.owner != rthread.get_ident():
            raise errors.runtime_error("cannot release un-acquired lock")
        self.count -= 1
        if self.count == 0:
            self.owner = 0
            rstm.lock_given()
            rstm.notify_change(self)

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        w_self = allocate_instance(W_RLock, w_cls)
        w_self.owner = 0
        w_self.count = 0
        return w_self

    @method('acquire(self, blocking: bool=True, timeout=-1) -> bool')
    def m_acquire(self, blocking, w_timeout):
        """Takes the lock, once more if this thread has it."""
        return self.take(timeout_argument(blocking, w_timeout))

    @method('release(self) -> None')
    def m_release(self):
        """Undoes one acquire."""
        self.give()

    @method('__enter__(self) -> bool')
    def m_enter(self):
        return self.take(-1)

    @method('__exit__(self, *args) -> None')
    def m_exit(self, args_w):
        self.give()

    @method('_is_owned(self) -> bool')
    def m_is_owned(self):
        """Does this thread hold the lock?"""
        return self.count > 0 and self.owner == rthread.get_ident()

    @method('_recursion_count(self) -> int')
    def m_recursion_count(self):
        """How many times this thread has acquired the lock."""
        return self.count if self.owner == rthread.get_ident() else 0

    @method('_release_save(self)')
    def m_release_save(self):
        """Lets the lock go entirely and returns what _acquire_restore needs; for Condition."""
        if self.count == 0:
            raise errors.runtime_error("cannot release un-acquired lock")
        w_state = newtuple([newint(self.count), newint(self.owner)])
        self.count = 0
        self.owner = 0
        rstm.lock_given()
        rstm.notify_change(self)
        return w_state

    @method('_acquire_restore(self, state) -> None')
    def m_acquire_restore(self, w_state):
        """Takes the lock again as often as it was held; for Condition."""
        items_w = ops.unpack_iterable(w_state, 2)
        count = ops.int_w(items_w[0])
        owner = ops.int_w(items_w[1])
        self.take(-1)
        self.count = count
        self.owner = owner

    @method('_at_fork_reinit(self) -> None')
    def m_at_fork_reinit(self):
        self.owner = 0
        self.count = 0

    def op_repr(self):
        state = 'locked' if self.count > 0 else 'unlocked'
        return newstr("<%s %s object owner=%d count=%d at %s>" % (state, type_name(self), self.owner, self.count, address_hex(self)))


W_RLock.typedef = TypeDef('_thread.RLock', W_RLock, module='_thread', weakrefable=True)
