"""Functions that make sockets, and those that convert numbers and addresses."""
from __future__ import absolute_import

from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.wrap import newint, newtuple
from module._socket import clib
from module._socket.addresses import AF_INET, AF_INET6, big, little_at, number_to_text, text_to_number
from module._socket.failures import check
from module._socket.sock import HEADER, W_Socket, cmsg_align, defaults, timeout_argument, timeout_object

INT_MAX = 0x7FFFFFFF


@function('socketpair(family: int = 1, type: int = 1, proto: int = 0, /)')
def socketpair(family, kind, proto):
    """Two sockets that are connected with each other."""
    with lltype.scoped_alloc(clib.LONGS, 2) as out:
        check(clib.c_socketpair(family, kind, proto, out))
        first = out[0]
        second = out[1]
    w_first = W_Socket()
    w_first.setup(first, family, kind, proto)
    w_second = W_Socket()
    w_second.setup(second, family, kind, proto)
    return newtuple([w_first, w_second])


@function('close(fd: int, /) -> None')
def close(fd):
    """Closes a descriptor."""
    check(clib.c_close(fd))


@function('dup(fd: int, /) -> int')
def dup(fd):
    """A second descriptor of the same socket."""
    return check(clib.c_dup(fd))


@function('getdefaulttimeout()')
def getdefaulttimeout():
    """The seconds that new sockets wait, None for ever."""
    return timeout_object(defaults.timeout)


@function('setdefaulttimeout(timeout, /) -> None')
def setdefaulttimeout(w_timeout):
    """How long new sockets wait."""
    defaults.timeout = timeout_argument(w_timeout)


# ---- byte order

def swapped(value, size):
    return little_at(big(value, size), 0, size)


def short(w_number, name):
    number = ops.clamped_index_w(w_number)
    if number > INT_MAX:
        raise errors.overflow_error("signed integer is greater than maximum")
    if number < -INT_MAX - 1:
        raise errors.overflow_error("signed integer is less than minimum")
    if number < 0:
        raise errors.overflow_error("%s: can't convert negative Python int to C 16-bit unsigned integer" % name)
    if number > 0xFFFF:
        raise errors.overflow_error("%s: Python int too large to convert to C 16-bit unsigned integer" % name)
    return number


def word(w_number):
    from interpreter.objects.int import W_AbstractInt
    if not isinstance(w_number, W_AbstractInt):
        raise errors.type_error("expected int, %s found" % w_number.gettype().name)
    number = ops.clamped_index_w(w_number)
    if number < 0:
        raise errors.overflow_error("can't convert negative value to unsigned int")
    if number > 0xFFFFFFFF:
        raise errors.overflow_error("int larger than 32 bits")
    return number


@function('htons(x, /) -> int')
def htons(w_number):
    """16 bits from this machine's order to the network's."""
    return swapped(short(w_number, 'htons'), 2)


@function('ntohs(x, /) -> int')
def ntohs(w_number):
    """16 bits from the network's order to this machine's."""
    return swapped(short(w_number, 'ntohs'), 2)


@function('htonl(x, /) -> int')
def htonl(w_number):
    """32 bits from this machine's order to the network's."""
    return swapped(word(w_number), 4)


@function('ntohl(x, /) -> int')
def ntohl(w_number):
    """32 bits from the network's order to this machine's."""
    return swapped(word(w_number), 4)


# ---- numeric addresses

@function('inet_aton(ip_addr: str, /) -> bytes')
def inet_aton(text):
    """The four bytes of an IPv4 address such as '127.0.0.1'."""
    assert text is not None
    with rffi.scoped_alloc_buffer(4) as buf:
        with rffi.scoped_str2charp(text) as c_text:
            understood = clib.c_inet_aton(c_text, buf.raw)
        if understood == 0:
            raise errors.os_error_message("illegal IP address string passed to inet_aton")
        return rffi.charpsize2str(buf.raw, 4)


@function('inet_ntoa(packed_ip: bytes, /) -> str')
def inet_ntoa(packed):
    """The text of four bytes."""
    assert packed is not None
    if len(packed) != 4:
        raise errors.os_error_message("packed IP wrong length for inet_ntoa")
    return number_to_text(AF_INET, packed)


@function('inet_pton(address_family: int, ip_string: str, /) -> bytes')
def inet_pton(family, text):
    """The bytes of a numeric address."""
    assert text is not None
    number = text_to_number(family, text)
    if number is None:
        raise errors.os_error_message("illegal IP address string passed to inet_pton")
    return number


@function('inet_ntop(address_family: int, packed_ip: bytes, /) -> str')
def inet_ntop(family, packed):
    """The text of a numeric address."""
    assert packed is not None
    if family != AF_INET and family != AF_INET6:
        raise errors.value_error("unknown address family %d" % family)
    if len(packed) != (4 if family == AF_INET else 16):
        raise errors.value_error("invalid length of packed IP address string")
    return number_to_text(family, packed)


# ---- control messages

@function('CMSG_LEN(length: int, /) -> int')
def CMSG_LEN(length):
    """The size of a control message with so many bytes of data."""
    if length < 0 or length > INT_MAX:
        raise errors.overflow_error("CMSG_LEN() argument out of range")
    return HEADER + length


@function('CMSG_SPACE(length: int, /) -> int')
def CMSG_SPACE(length):
    """The room that it takes."""
    if length < 0 or length > INT_MAX:
        raise errors.overflow_error("CMSG_SPACE() argument out of range")
    return HEADER + cmsg_align(length)
