"""The C functions behind module/_socket: see sockets.h."""
from __future__ import absolute_import

import os

from rpython.rlib import rposix
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator import cdir
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from rpython_stm import rstm

_here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(_here, 'sockets.c')) as _file:
    _eci = ExternalCompilationInfo(
        includes=['%s/sockets.h' % _here], include_dirs=[_here, cdir],
        separate_module_sources=[_file.read().replace('#include "sockets.h"', '#include "%s/sockets.h"' % _here)])

saved_errno = rposix.get_saved_errno
LONGS = rffi.CArray(lltype.Signed)
ADDRESS = 128                   # PSK_ADDRESS
_TYPES = {'l': lltype.Signed, 's': rffi.CCHARP, 'o': lltype.Ptr(LONGS), 'v': lltype.Void}


def _external(name, signature, releasegil=True):
    """signature: 'args:result' in the letters above."""
    args, result = signature.split(':')
    return rffi.llexternal('psk_' + name, [_TYPES[c] for c in args], _TYPES[result], compilation_info=_eci,
                           save_err=rffi.RFFI_SAVE_ERRNO, releasegil=releasegil)


# those that may wait
c_connect = _external('connect', 'lsl:l')
c_accept = _external('accept', 'lso:l')
c_sendto = _external('sendto', 'lsllsl:l')
c_recvfrom = _external('recvfrom', 'lsllso:l')
c_sendmsg = _external('sendmsg', 'lslsllsl:l')
c_recvmsg = _external('recvmsg', 'lslsllso:l')
c_close = _external('close', 'l:l')
c_poll = _external('poll', 'lll:l')
c_getaddrinfo = _external('getaddrinfo', 'ssllllo:l')
c_getnameinfo = _external('getnameinfo', 'slslsll:l')
c_gethostbyname = _external('gethostbyname', 'so:l')
c_gethostbyaddr = _external('gethostbyaddr', 'sllo:l')
c_getservbyname = _external('getservbyname', 'ss:l')
c_getservbyport = _external('getservbyport', 'lssl:l')
c_getprotobyname = _external('getprotobyname', 's:l')

# those that do not
c_socket = _external('socket', 'lll:l', False)
c_socketpair = _external('socketpair', 'lllo:l', False)
c_bind = _external('bind', 'lsl:l', False)
c_listen = _external('listen', 'll:l', False)
c_getsockname = _external('getsockname', 'lso:l', False)
c_getpeername = _external('getpeername', 'lso:l', False)
c_shutdown = _external('shutdown', 'll:l', False)
c_dup = _external('dup', 'l:l', False)
c_setblocking = _external('setblocking', 'll:l', False)
c_getsockopt = _external('getsockopt', 'lllsl:l', False)
c_setsockopt = _external('setsockopt', 'lllsl:l', False)
c_addrinfo = _external('addrinfo', 'lso:l', False)
c_addrinfo_name = _external('addrinfo_name', 'l:s', False)
c_freeaddrinfo = _external('freeaddrinfo', 'l:v', False)
c_gai_strerror = _external('gai_strerror', 'l:s', False)
c_hstrerror = _external('hstrerror', 'l:s', False)
c_host_name = _external('host_name', 'l:s', False)
c_host_alias = _external('host_alias', 'll:s', False)
c_host_address = _external('host_address', 'll:s', False)
c_freehost = _external('freehost', 'l:v', False)
c_gethostname = _external('gethostname', 'sl:l', False)
c_sethostname = _external('sethostname', 'sl:l', False)
c_if_nametoindex = _external('if_nametoindex', 's:l', False)
c_if_indextoname = _external('if_indextoname', 'ls:l', False)
c_if_nameindex = _external('if_nameindex', 'ls:l', False)
c_inet_pton = _external('inet_pton', 'lss:l', False)
c_inet_ntop = _external('inet_ntop', 'lssl:l', False)
c_inet_aton = _external('inet_aton', 'ss:l', False)

# questions, which change nothing
rstm.harmless('psk_gai_strerror', 'psk_hstrerror', 'psk_gethostname', 'psk_inet_pton', 'psk_inet_ntop', 'psk_inet_aton',
              'psk_getsockname', 'psk_getpeername')
