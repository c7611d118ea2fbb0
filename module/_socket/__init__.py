"""_socket: what the standard library's socket stands on."""
from __future__ import absolute_import

from module._socket import failures, functions, names, sock
from module._socket.constants import CONSTANTS
from module.framework import BuiltinModule


def init(w_module):
    from interpreter.objects.exception import W_OSError, W_TimeoutError
    w_dict = w_module.getdict()
    failures.gaierror.install(w_module)
    failures.herror.install(w_module)
    w_dict.setitem_str('error', W_OSError.typedef.w_type)
    w_dict.setitem_str('timeout', W_TimeoutError.typedef.w_type)
    w_dict.setitem_str('SocketType', sock.W_Socket.typedef.w_type)


module = BuiltinModule('_socket', init=init, sources=[functions, names], types=[sock.W_Socket], doc="Sockets.",
                       constants=dict(CONSTANTS, has_ipv6=True))
