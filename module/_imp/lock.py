"""The global import lock: reentrant, a transactional object."""
from __future__ import absolute_import

from rpython.rlib import rthread

from interpreter import errors
from rpython_stm import rstm


class ImportLock(object):
    """owner is the identifier of the thread that holds it, 0 for none."""

    def __init__(self):
        self.owner = 0
        self.count = 0

    def acquire(self):
        me = rthread.get_ident()
        if self.owner != me:
            while self.owner != 0:
                rstm.wait_for_change(self, -1)
            self.owner = me
        self.count += 1

    def release(self):
        if self.owner != rthread.get_ident() or self.count == 0:
            raise errors.runtime_error("not holding the import lock")
        self.count -= 1
        if self.count == 0:
            self.owner = 0
            rstm.notify_change(self)


import_lock = ImportLock()
