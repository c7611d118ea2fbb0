"""One thread at a time inside a buffered stream.

A method is atomic by itself until it calls the raw stream: the system call lets other threads run (and commits, with STM), and a raw
stream in Python does anyhow.  From there on the others wait; those that only touch the buffers, while nobody is inside, need not enter.

A thread that writes all the time is inside at every moment when others get to run.  Who has found it there a few times becomes the heir,
to whom the stream goes at the next leave().
"""
from __future__ import absolute_import

from rpython.rlib import rthread

from interpreter import errors, ops
from rpython_stm import rstm

PATIENCE = 10       # so many times a thread wakes up and finds another one inside, before it becomes the heir


class Forks(object):
    """How many fork() lie between the first process and this one: threads that were inside a stream before are not here any more."""
    count = 0


forks = Forks()


class Exclusive(object):
    """Mixin.

    owner       the thread that is inside, 0 for nobody
    heir        a waiting thread that is the next owner, or 0
    """
    owner = 0
    owner_forks = 0
    heir = 0

    def busy(self):
        """Is some thread inside?"""
        return self.owner != 0 and self.owner_forks == forks.count

    def enter(self):
        """() -> bool, for leave().  Waits for the other thread; RuntimeError if this one is inside already.

        False in an atomic block that can neither be undone nor wait: it goes ahead, and the other thread finds what it left."""
        from interpreter.eval.executioncontext import check_actions, getexecutioncontext
        me = rthread.get_ident()
        tries = 0
        while self.busy():
            if self.owner == me:
                raise errors.runtime_error("reentrant call inside %s" % ops.repr_w(self))
            if tries >= PATIENCE and self.heir == 0:
                self.heir = me
            tries += 1
            try:
                rstm.wait_for_change(self, -1)
            except rstm.CannotRetry:
                self.renounce(me)
                return False
            if self.owner == me:
                return True
            self.renounce(me)           # the actions may raise, or wait for somebody who wants to enter
            check_actions(getexecutioncontext())
        self.owner = me
        if self.owner_forks != forks.count:
            self.owner_forks = forks.count
            self.heir = 0               # a thread of the parent process
        return True

    def renounce(self, me):
        if self.heir == me:
            self.heir = 0

    def leave(self, entered):
        if entered:
            self.owner = self.heir
            self.heir = 0
            rstm.notify_change(self)
