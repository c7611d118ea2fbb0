"""Names of hosts, services, protocols and interfaces."""
from __future__ import absolute_import

from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.int import W_AbstractInt
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import newint, newlist, newstr, newtuple
from module._socket import clib
from module._socket.addresses import (AF_INET, AF_INET6, big, from_sockaddr, host_name, host_number, little,
                                      number_to_text, text_to_number)
from module._socket.failures import address_failure, check, failure, host_failure
from module.audit import audit
from interpreter.fscodec import fsdecode

NAME = 1026                     # longer than any host's name
INTERFACE = 16                  # IF_NAMESIZE


def optional_charp(text):
    """A C string, NULL for None; to be freed by free_optional."""
    if text is None:
        return lltype.nullptr(rffi.CCHARP.TO)
    return rffi.str2charp(text)


def free_optional(c_text):
    if c_text:
        rffi.free_charp(c_text)


def port_text(w_port):
    """The port as getaddrinfo(3) wants it; None for None."""
    if w_port is w_None:
        return None
    if isinstance(w_port, W_AbstractInt):
        return ops.text_w(ops.str(w_port))
    if isinstance(w_port, W_Str):
        return w_port._utf8
    if isinstance(w_port, W_Bytes):
        return w_port._value
    raise errors.os_error_message("Int or String expected")


@function('getaddrinfo(host, port, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0)')
def getaddrinfo(w_host, w_port, family, kind, proto, flags):
    """A list of (family, type, proto, canonname, sockaddr) for a host and a port."""
    host = None
    if w_host is not w_None:
        if not isinstance(w_host, W_Str) and not isinstance(w_host, W_Bytes):
            raise errors.type_error("getaddrinfo() argument 1 must be string or None")
        host = host_name(w_host)
    port = port_text(w_port)
    audit('socket.getaddrinfo', [w_host, w_port, newint(family), newint(kind), newint(proto), newint(flags)])
    c_host = optional_charp(host)
    c_port = optional_charp(port)
    out = lltype.malloc(clib.LONGS, 4, flavor='raw')
    address = lltype.malloc(rffi.CCHARP.TO, clib.ADDRESS, flavor='raw')
    try:
        found = clib.c_getaddrinfo(c_host, c_port, family, kind, proto, flags, out)
        if found == 0:
            raise address_failure(out[0])
        items_w = []
        item = found
        try:
            while item != 0:
                name = clib.c_addrinfo_name(item)
                w_name = newstr(fsdecode(rffi.charp2str(name))) if name else newstr('')
                item = clib.c_addrinfo(item, address, out)
                items_w.append(newtuple([newint(out[0]), newint(out[1]), newint(out[2]), w_name,
                                         from_sockaddr(rffi.charpsize2str(address, out[3]))]))
        finally:
            clib.c_freeaddrinfo(found)
        return newlist(items_w)
    finally:
        lltype.free(address, flavor='raw')
        lltype.free(out, flavor='raw')
        free_optional(c_port)
        free_optional(c_host)


def numeric_sockaddr(host, port, flow, scope):
    """The sockaddr of a numeric host, which must be one address only."""
    number = text_to_number(AF_INET, host)
    if number is not None:
        return little(AF_INET, 2) + big(port, 2) + number + '\0' * 8
    number = text_to_number(AF_INET6, host)
    if number is not None:
        return little(AF_INET6, 2) + big(port, 2) + big(flow, 4) + number + little(scope, 4)
    raise address_failure(-2)


@function('getnameinfo(sockaddr, flags: int, /)')
def getnameinfo(w_address, flags):
    """(host, port) as names for an address."""
    if not isinstance(w_address, W_Tuple):
        raise errors.type_error("getnameinfo() argument 1 must be a tuple")
    parts_w = ops.tuple_items(w_address)
    if not 2 <= len(parts_w) <= 4:
        raise errors.type_error("getnameinfo(): illegal sockaddr argument")
    host = ops.text_w(parts_w[0])
    port = ops.int_w(parts_w[1])
    flow = ops.int_w(parts_w[2]) if len(parts_w) > 2 else 0
    scope = ops.int_w(parts_w[3]) if len(parts_w) > 3 else 0
    if flow < 0 or flow > 0xFFFFF:
        raise errors.overflow_error("getnameinfo(): flowinfo must be 0-1048575.")
    audit('socket.getnameinfo', [w_address])
    address = numeric_sockaddr(host, port & 0xFFFF, flow, scope & 0xFFFFFFFF)
    if len(parts_w) != 2 and len(address) == 16:
        raise errors.os_error_message("IPv4 sockaddr must be 2 tuple")
    with rffi.scoped_str2charp(address) as c_address:
        with rffi.scoped_alloc_buffer(NAME) as c_host:
            with rffi.scoped_alloc_buffer(64) as c_port:
                number = clib.c_getnameinfo(c_address, len(address), c_host.raw, NAME, c_port.raw, 64, flags)
                if number != 0:
                    raise address_failure(number)
                return newtuple([newstr(fsdecode(rffi.charp2str(c_host.raw))), newstr(fsdecode(rffi.charp2str(c_port.raw)))])


@function('gethostname() -> str')
def gethostname():
    """The name of this machine."""
    audit('socket.gethostname', [])
    with rffi.scoped_alloc_buffer(NAME) as buf:
        check(clib.c_gethostname(buf.raw, NAME - 1))
        buf.raw[NAME - 1] = '\0'
        return fsdecode(rffi.charp2str(buf.raw))


@function('sethostname(name: fspath, /) -> None')
def sethostname(name):
    """Names this machine."""
    with rffi.scoped_str2charp(name) as c_name:
        check(clib.c_sethostname(c_name, len(name)))


@function('gethostbyname(host, /) -> str')
def gethostbyname(w_host):
    """The IPv4 address of a host."""
    name = host_name(w_host)
    audit('socket.gethostbyname', [w_host])
    return number_to_text(AF_INET, host_number(name, AF_INET))


def host_entry(host, family):
    """(name, aliases, addresses) of an entry, which is freed."""
    try:
        aliases_w = []
        i = 0
        while True:
            alias = clib.c_host_alias(host, i)
            if not alias:
                break
            aliases_w.append(newstr(fsdecode(rffi.charp2str(alias))))
            i += 1
        addresses_w = []
        i = 0
        while True:
            address = clib.c_host_address(host, i)
            if not address:
                break
            number = rffi.charpsize2str(address, 4 if family == AF_INET else 16)
            addresses_w.append(newstr(number_to_text(family, number)))
            i += 1
        return newtuple([newstr(fsdecode(rffi.charp2str(clib.c_host_name(host)))), newlist(aliases_w), newlist(addresses_w)])
    finally:
        clib.c_freehost(host)


@function('gethostbyname_ex(host, /)')
def gethostbyname_ex(w_host):
    """(name, aliases, addresses) of a host."""
    name = host_name(w_host)
    audit('socket.gethostbyname', [w_host])
    with lltype.scoped_alloc(clib.LONGS, 1) as out:
        with rffi.scoped_str2charp(name) as c_name:
            host = clib.c_gethostbyname(c_name, out)
        if host == 0:
            raise host_failure(out[0])
        return host_entry(host, AF_INET)


@function('gethostbyaddr(host, /)')
def gethostbyaddr(w_host):
    """The same for an address."""
    name = host_name(w_host)
    audit('socket.gethostbyaddr', [w_host])
    family = AF_INET6 if name.find(':') >= 0 else AF_INET
    number = host_number(name, family)
    size = 16 if family == AF_INET6 else 4
    with lltype.scoped_alloc(clib.LONGS, 1) as out:
        with rffi.scoped_str2charp(number) as c_number:
            host = clib.c_gethostbyaddr(c_number, size, family, out)
        if host == 0:
            raise host_failure(out[0])
        return host_entry(host, family)


@function('getservbyname(servicename: str, protocolname: str=?, /) -> int')
def getservbyname(name, protocol):
    """The port of a service."""
    assert name is not None
    c_protocol = optional_charp(protocol)
    try:
        with rffi.scoped_str2charp(name) as c_name:
            port = clib.c_getservbyname(c_name, c_protocol)
    finally:
        free_optional(c_protocol)
    if port < 0:
        raise errors.os_error_message("service/proto not found")
    return port


@function('getservbyport(port: int, protocolname: str=?, /) -> str')
def getservbyport(port, protocol):
    """The name of the service of a port."""
    if port < 0 or port > 0xFFFF:
        raise errors.overflow_error("getservbyport: port must be 0-65535.")
    c_protocol = optional_charp(protocol)
    try:
        with rffi.scoped_alloc_buffer(256) as buf:
            result = clib.c_getservbyport(port, c_protocol, buf.raw, 256)
            name = rffi.charp2str(buf.raw) if result >= 0 else ''
    finally:
        free_optional(c_protocol)
    if result < 0:
        raise errors.os_error_message("port/proto not found")
    return name


@function('getprotobyname(protocolname: str, /) -> int')
def getprotobyname(name):
    """The number of a protocol."""
    assert name is not None
    with rffi.scoped_str2charp(name) as c_name:
        number = clib.c_getprotobyname(c_name)
    if number < 0:
        raise errors.os_error_message("protocol not found")
    return number


@function('if_nametoindex(if_name: fspath, /) -> int')
def if_nametoindex(name):
    """The number of a network interface."""
    assert name is not None
    with rffi.scoped_str2charp(name) as c_name:
        index = clib.c_if_nametoindex(c_name)
    if index < 0:
        raise errors.os_error_message("no interface with this name")
    return index


@function('if_indextoname(if_index: int, /) -> str')
def if_indextoname(index):
    """The name of a network interface."""
    with rffi.scoped_alloc_buffer(INTERFACE) as buf:
        if clib.c_if_indextoname(index, buf.raw) < 0:
            raise failure()
        return fsdecode(rffi.charp2str(buf.raw))


@function('if_nameindex()')
def if_nameindex():
    """All network interfaces: [(number, name)]."""
    items_w = []
    with rffi.scoped_alloc_buffer(INTERFACE) as buf:
        i = 0
        while True:
            index = check(clib.c_if_nameindex(i, buf.raw))
            if index == 0:
                return newlist(items_w)
            items_w.append(newtuple([newint(index), newstr(fsdecode(rffi.charp2str(buf.raw)))]))
            i += 1
