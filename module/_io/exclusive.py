"""One thread at a time inside a buffered stream.

A method is atomic by itself until it calls the raw stream: the system call lets other threads run (and commits, with STM), and a raw
stream in Python does anyhow.  From there on the others wait; those that only touch the buffers, while nobody is inside, need not enter.
"""
from __future__ import absolute_import

from rpython.rlib import rthread

from interpreter import errors, ops
from rpython_stm import rstm


class Forks(object):
    """How many fork() lie between the first process and this one: threads that were inside a stream before are not here any more."""
    count = 0


forks = Forks()


class Exclusive(object):
    """Mixin: `owner` is the thread that is inside, 0 for nobody."""
    owner = 0
    owner_forks = 0

    def busy(self):
        """Is some thread inside?"""
        return self.owner != 0 and self.owner_forks == forks.count

    def enter(self):
        """() -> bool, for leave().  Waits for the other thread; RuntimeError if this one is inside already.

        False in an atomic block that can neither be undone nor wait: it goes ahead, and the other thread finds what it left."""
        me = rthread.get_ident()
        while self.busy():
            if self.owner == me:
                raise errors.runtime_error("reentrant call inside %s" % ops.repr_w(self))
            try:
                rstm.wait_for_change(self, -1)
            except rstm.CannotRetry:
                return False
            from interpreter.eval.executioncontext import check_actions, getexecutioncontext
            check_actions(getexecutioncontext())
        self.owner = me
        self.owner_forks = forks.count
        return True

    def leave(self, entered):
        if entered:
            self.owner = 0
            rstm.notify_change(self)
