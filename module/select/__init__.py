"""select: waiting for file descriptors with select, poll and epoll."""
from __future__ import absolute_import

from interpreter.objects.exception import W_OSError
from module.framework import BuiltinModule
from module.select import epoll, functions


def init(w_module):
    """select.error is OSError."""
    w_module.getdict().setitem_str('error', W_OSError.typedef.w_type)


_constants = dict(
    POLLIN=1, POLLPRI=2, POLLOUT=4, POLLERR=8, POLLHUP=16, POLLNVAL=32, POLLRDNORM=64, POLLRDBAND=128, POLLWRNORM=256, POLLWRBAND=512,
    POLLMSG=1024, POLLRDHUP=0x2000, PIPE_BUF=4096, **epoll.CONSTANTS)
module = BuiltinModule('select', sources=[functions], types=[epoll.W_Epoll], init=init, constants=_constants,
                       doc="Waiting for file descriptors.")
