"""The exceptions of sockets."""
from __future__ import absolute_import

import errno

from rpython.rtyper.lltypesystem import rffi

from interpreter import errors, ops
from interpreter.objects.wrap import newint, newstr
from module._socket import clib
from module.exceptions import LazyException

gaierror = LazyException('socket', 'gaierror', 'W_OSError')
herror = LazyException('socket', 'herror', 'W_OSError')
EAI_SYSTEM = -11


def failure():
    """The OSError of the last call."""
    return errors.os_error(clib.saved_errno(), None)


def check(result):
    """The result of a call; raises OSError for -1."""
    if result < 0:
        raise failure()
    return result


def would_block(number):
    return number == errno.EAGAIN or number == errno.EWOULDBLOCK


def timed_out():
    from interpreter.objects.exception import W_TimeoutError
    return errors.OperationError(ops.call1(W_TimeoutError.typedef.w_type, newstr("timed out")))


def address_failure(number):
    """The exception for an EAI_ number of getaddrinfo(3)."""
    if number == EAI_SYSTEM:
        return failure()
    return errors.OperationError(ops.call(gaierror.get(), [newint(number), newstr(rffi.charp2str(clib.c_gai_strerror(number)))]))


def host_failure(number):
    """The exception for an h_errno number."""
    return errors.OperationError(ops.call(herror.get(), [newint(number), newstr(rffi.charp2str(clib.c_hstrerror(number)))]))
