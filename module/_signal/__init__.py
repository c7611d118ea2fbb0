"""_signal: handlers run in the main thread, at the next safe point after the signal came in."""
from __future__ import absolute_import

from rpython.rlib import rsignal

from interpreter.objects.exception import W_OSError
from module._signal import handlers, waiting
from module.framework import BuiltinModule

_constants = dict((name, getattr(rsignal, name)) for name in rsignal.signal_names)
_constants.update(NSIG=65, SIG_DFL=0, SIG_IGN=1, SIG_BLOCK=0, SIG_UNBLOCK=1, SIG_SETMASK=2, ITIMER_REAL=0, ITIMER_VIRTUAL=1, ITIMER_PROF=2,
                  SIGRTMIN=34, SIGRTMAX=64, SIGSTKFLT=16)


def init(w_module):
    """Python's handler for Ctrl-C; others are as the process found them.  The class of setitimer's errors."""
    handlers.install_default(w_module.getdict())
    w_module.getdict().setitem_str('ItimerError', waiting.ItimerError.get())


module = BuiltinModule('_signal', sources=[handlers, waiting], types=[waiting.W_Siginfo], constants=_constants, init=init, doc="Signals and their handlers.")
