"""_thread: threads (threads.py), locks as transactional objects (locks.py), thread-local attributes (local.py)."""
from __future__ import absolute_import

from interpreter.eval.executioncontext import actionflag
from interpreter.objects.exception import W_RuntimeError
from module._thread import locks, threads
from module._thread.local import W_Local
from module._thread.locks import W_Lock, W_RLock
from module.framework import BuiltinModule


def init(w_module):
    """The error class, and a second name of the lock's type."""
    w_dict = w_module.getdict()
    w_dict.setitem_str('error', W_RuntimeError.typedef.w_type)
    w_dict.setitem_str('LockType', W_Lock.typedef.w_type)
    threads.register_main_thread()
    actionflag.register(threads.freeze_action)


module = BuiltinModule('_thread', sources=[threads, locks], types=[W_RLock, W_Local, threads.W_ExceptHookArgs],
                       constants={'TIMEOUT_MAX': locks.TIMEOUT_MAX}, init=init, doc="Threads and locks.")
