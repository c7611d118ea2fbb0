"""Addresses: between Python's forms and the bytes of a sockaddr, as Linux lays it out on little-endian machines.

    AF_INET    (host, port)                               family:2 port:2 host:4 zero:8
    AF_INET6   (host, port[, flowinfo[, scope_id]])       family:2 port:2 flowinfo:4 host:16 scope_id:4
    AF_UNIX    a path, or bytes that begin with a null    family:2 path:108
Ports and flowinfo are big-endian.
"""
from __future__ import absolute_import

from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter import errors, ops
from interpreter.fscodec import fsdecode, fsencode
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.bytearray import W_ByteArray
from interpreter.objects.codecregistry import encode_to_bytes
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import newbytes, newint, newstr, newtuple
from module._socket import clib
from module._socket.failures import address_failure, failure

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
AI_PASSIVE, SOCK_DGRAM = 1, 2
UNIX_PATH = 108


# ---- numbers as bytes

def little(value, size):
    return ''.join([chr(value >> 8 * i & 255) for i in range(size)])


def big(value, size):
    return ''.join([chr(value >> 8 * (size - 1 - i) & 255) for i in range(size)])


def little_at(data, start, size):
    value = 0
    for i in range(size):
        value |= ord(data[start + i]) << 8 * i
    return value


def big_at(data, start, size):
    value = 0
    for i in range(size):
        value = value << 8 | ord(data[start + i])
    return value


# ---- host names

def host_name(w_host):
    """The bytes of a host's name: a str is encoded by IDNA."""
    if isinstance(w_host, W_Str):
        if w_host.is_ascii():
            name = w_host._utf8
        else:
            name = encode_to_bytes(w_host, 'idna', 'strict')
    elif isinstance(w_host, W_Bytes) or isinstance(w_host, W_ByteArray):
        name = ops.bufferstr_w(w_host)
    elif w_host is w_None:
        raise errors.type_error("str, bytes or bytearray expected, not NoneType")
    else:
        raise errors.type_error("str, bytes or bytearray expected, not %s" % w_host.gettype().name)
    if '\0' in name:
        raise errors.type_error("host name must not contain null character")
    return name


def text_to_number(family, text):
    """inet_pton: the bytes of a numeric address; None if it is none."""
    size = 16 if family == AF_INET6 else 4
    with rffi.scoped_alloc_buffer(16) as buf:
        with rffi.scoped_str2charp(text) as c_text:
            understood = clib.c_inet_pton(family, c_text, buf.raw)
        if understood < 0:
            raise failure()
        if understood == 0:
            return None
        return rffi.charpsize2str(buf.raw, size)


def number_to_text(family, number):
    """inet_ntop"""
    with rffi.scoped_alloc_buffer(64) as buf:
        with rffi.scoped_str2charp(number) as c_number:
            if clib.c_inet_ntop(family, c_number, buf.raw, 64) < 0:
                raise failure()
        return rffi.charp2str(buf.raw)


def first_address(name, family, flags):
    """The sockaddr of the first answer of getaddrinfo(3); an empty name is NULL."""
    assert name is not None
    out = lltype.malloc(clib.LONGS, 4, flavor='raw')
    address = lltype.malloc(rffi.CCHARP.TO, clib.ADDRESS, flavor='raw', zero=True)
    port = rffi.str2charp('0')
    c_name = rffi.str2charp(name)
    try:
        host = c_name if len(name) > 0 else lltype.nullptr(rffi.CCHARP.TO)
        found = clib.c_getaddrinfo(host, port, family, SOCK_DGRAM, 0, flags, out)
        if found == 0:
            raise address_failure(out[0])
        more = clib.c_addrinfo(found, address, out)
        clib.c_freeaddrinfo(found)
        if more != 0 and flags == AI_PASSIVE:
            raise errors.os_error_message("wildcard resolved to multiple address")
        return rffi.charpsize2str(address, out[3])
    finally:
        rffi.free_charp(c_name)
        rffi.free_charp(port)
        lltype.free(address, flavor='raw')
        lltype.free(out, flavor='raw')


def host_number(name, family):
    """The bytes of the host's address: 4 of AF_INET, 16 of AF_INET6, and for the latter the scope's 4."""
    if len(name) == 0:
        return number_in(first_address(name, family, AI_PASSIVE))
    if name == '255.255.255.255' or name == '<broadcast>':
        if family == AF_INET6:
            raise errors.os_error_message("address family mismatched")
        return '\xff\xff\xff\xff'
    number = text_to_number(family, name) if name.find('%') < 0 else None
    if number is not None:
        return number if family == AF_INET else number + '\0\0\0\0'
    return number_in(first_address(name, family, 0))


def number_in(address):
    if little_at(address, 0, 2) == AF_INET6:
        return address[8:28]
    return address[4:8]


# ---- from Python

def port_number(w_port, caller):
    w_index = ops.index(w_port)
    port = ops.clamped_index_w(w_index)
    if port < 0 or port > 0xFFFF:
        raise errors.overflow_error("%s(): port must be 0-65535." % caller)
    return port


def unsigned_number(w_number):
    number = ops.int_w(w_number)
    return number & 0xFFFFFFFF


def to_sockaddr(family, w_address, caller):
    """The bytes of a sockaddr."""
    if family == AF_UNIX:
        return unix_sockaddr(w_address)
    if family == AF_INET:
        if not isinstance(w_address, W_Tuple):
            raise errors.type_error("%s(): AF_INET address must be tuple, not %s" % (caller, w_address.gettype().name))
        parts_w = ops.tuple_items(w_address)
        if len(parts_w) != 2:
            raise errors.type_error("AF_INET address must be a pair (host, port)")
        name = host_name(parts_w[0])
        port = port_number(parts_w[1], caller)
        return little(AF_INET, 2) + big(port, 2) + host_number(name, AF_INET) + '\0' * 8
    if family == AF_INET6:
        if not isinstance(w_address, W_Tuple):
            raise errors.type_error("%s(): AF_INET6 address must be tuple, not %s" % (caller, w_address.gettype().name))
        parts_w = ops.tuple_items(w_address)
        if not 2 <= len(parts_w) <= 4:
            raise errors.type_error("AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])")
        name = host_name(parts_w[0])
        port = port_number(parts_w[1], caller)
        flow = unsigned_number(parts_w[2]) if len(parts_w) > 2 else 0
        if flow > 0xFFFFF:
            raise errors.overflow_error("%s(): flowinfo must be 0-1048575." % caller)
        number = host_number(name, AF_INET6)
        scope = number[16:20]
        if len(parts_w) > 3:
            scope = little(unsigned_number(parts_w[3]), 4)
        return little(AF_INET6, 2) + big(port, 2) + big(flow, 4) + number[0:16] + scope
    raise errors.os_error_message("%s(): bad family" % caller)


def unix_sockaddr(w_address):
    if isinstance(w_address, W_Str):
        path = fsencode(w_address._utf8)
    else:
        path = ops.bufferstr_w(w_address)
    if len(path) > 0 and path[0] == '\0':           # an abstract name, which has no end but the address's
        if len(path) > UNIX_PATH:
            raise errors.os_error_message("AF_UNIX path too long")
        return little(AF_UNIX, 2) + path
    if len(path) >= UNIX_PATH:
        raise errors.os_error_message("AF_UNIX path too long")
    return little(AF_UNIX, 2) + path + '\0'


# ---- to Python

def from_sockaddr(data):
    """The Python form of a sockaddr's bytes; None for no address."""
    if len(data) < 2:
        return w_None
    family = little_at(data, 0, 2)
    if family == AF_INET and len(data) >= 8:
        return newtuple([newstr(number_to_text(AF_INET, data[4:8])), newint(big_at(data, 2, 2))])
    if family == AF_INET6 and len(data) >= 28:
        return newtuple([newstr(number_to_text(AF_INET6, data[8:24])), newint(big_at(data, 2, 2)), newint(big_at(data, 4, 4)),
                         newint(little_at(data, 24, 4))])
    if family == AF_UNIX:
        if len(data) > 2 and data[2] == '\0':
            return newbytes(data[2:])
        end = data.find('\0', 2)
        if end < 0:
            end = len(data)
        assert end >= 2
        return newstr(fsdecode(data[2:end]))
    return newtuple([newint(family), newbytes(data[2:])])
