"""The socket type."""
from __future__ import absolute_import

import errno
import math

from rpython.rlib.rfloat import isnan
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter import errors, ops
from interpreter.gateway import getter, method, new
from interpreter.objects.instance import allocate_instance
from interpreter.objects.float import W_Float
from interpreter.objects.int import W_AbstractInt
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newbool, newbytes, newfloat, newint, newstr, newtuple
from interpreter.typedef import TypeDef
from module._socket import clib
from module._socket.addresses import AF_INET, from_sockaddr, little, little_at, to_sockaddr
from module._socket.failures import check, failure, timed_out, would_block
from module._thread.locks import microseconds
from module.audit import audit
from module.posix.path import interrupted

SOCK_STREAM, SOCK_NONBLOCK, SOCK_CLOEXEC = 1, 0o4000, 0o2000000
SOL_SOCKET, SO_TYPE, SO_ERROR, SO_PROTOCOL, SO_DOMAIN = 1, 3, 4, 38, 39
POLLIN, POLLOUT = 1, 4
INT_MAX = 0x7FFFFFFF


class Defaults(object):
    """timeout: the seconds that new sockets wait, -1.0 for ever."""

    def __init__(self):
        self.timeout = -1.0

    def _cleanup_(self):
        self.timeout = -1.0


defaults = Defaults()


def timeout_argument(w_timeout):
    """Seconds, or -1.0 for None."""
    if w_timeout is w_None:
        return -1.0
    if isinstance(w_timeout, W_Float):
        timeout = w_timeout.floatval
    else:
        timeout = ops.float_w(ops.index(w_timeout))
    if isnan(timeout):
        raise errors.value_error("Invalid value NaN (not a number)")
    if timeout < 0.0:
        raise errors.value_error("Timeout value out of range")
    if timeout * 1000.0 > 9.2e12:
        raise errors.overflow_error("timestamp too large to convert to C _PyTime_t")
    return timeout


def timeout_object(timeout):
    if timeout < 0.0:
        return w_None
    return newfloat(timeout)


class Buffers(object):
    """Raw memory for one call that receives: an address, its size and more numbers, the data."""

    def __init__(self, size):
        self.address = lltype.malloc(rffi.CCHARP.TO, clib.ADDRESS, flavor='raw', zero=True)
        self.out = lltype.malloc(clib.LONGS, 3, flavor='raw', zero=True)
        self.data = lltype.malloc(rffi.CCHARP.TO, size + 1, flavor='raw')

    def sockaddr(self):
        return rffi.charpsize2str(self.address, self.out[0])

    def free(self):
        lltype.free(self.data, flavor='raw')
        lltype.free(self.out, flavor='raw')
        lltype.free(self.address, flavor='raw')


class W_Socket(W_Root):
    """fd is -1 when closed; timeout is -1.0 for none."""
    _attrs_ = ['fd', 'family', 'kind', 'proto', 'timeout']
    fd = -1
    family = -1
    kind = -1
    proto = -1
    timeout = -1.0

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        return allocate_instance(W_Socket, w_cls)

    @method('__init__(self, family: int = -1, type: int = -1, proto: int = -1, fileno=None) -> None')
    def m_init(self, family, kind, proto, w_fileno):
        audit('socket.__new__', [self, newint(family), newint(kind), newint(proto)])
        if w_fileno is not w_None:
            fd = ops.int_w(w_fileno)
            if fd < 0:
                raise errors.value_error("negative file descriptor")
            with lltype.scoped_alloc(clib.LONGS, 1) as out:
                with rffi.scoped_alloc_buffer(clib.ADDRESS) as address:
                    if clib.c_getsockname(fd, address.raw, out) < 0:
                        number = clib.saved_errno()
                        if family == -1 or number == errno.EBADF or number == errno.ENOTSOCK:
                            raise failure()
            if family == -1:
                family = check(int_option(fd, SOL_SOCKET, SO_DOMAIN))
            if kind == -1:
                kind = check(int_option(fd, SOL_SOCKET, SO_TYPE))
            if proto == -1:
                proto = check(int_option(fd, SOL_SOCKET, SO_PROTOCOL))
        else:
            if family == -1:
                family = AF_INET
            if kind == -1:
                kind = SOCK_STREAM
            if proto == -1:
                proto = 0
            fd = check(clib.c_socket(family, kind, proto))
        self.setup(fd, family, kind, proto)

    def setup(self, fd, family, kind, proto):
        self.fd = fd
        self.family = family
        self.kind = kind & ~(SOCK_NONBLOCK | SOCK_CLOEXEC)
        self.proto = proto
        self.timeout = defaults.timeout
        if kind & SOCK_NONBLOCK:
            self.timeout = 0.0
        elif self.timeout >= 0.0:
            check(clib.c_setblocking(fd, 0))
        from interpreter.objects.finalizer import register_resource
        if not self.is_user_instance:           # instances of Python classes are registered when they are made
            register_resource(self)

    @method('__del__(self, /) -> None')
    def m_del(self):
        if self.fd < 0:
            return
        from interpreter.objects.exception import W_ResourceWarning
        from module._warnings.warn import issue
        w_message = newstr("unclosed " + ops.text_w(ops.repr(self)))
        try:
            issue(w_message, W_ResourceWarning.typedef.w_type, 1, self)
        finally:
            self.close()

    def op_repr(self):
        return newstr("<socket object, fd=%d, family=%d, type=%d, proto=%d>" % (self.fd, self.family, self.kind, self.proto))

    @getter('family')
    def get_family(self):
        """The address family, such as AF_INET."""
        return newint(self.family)

    @getter('type')
    def get_type(self):
        """The kind of socket, such as SOCK_STREAM."""
        return newint(self.kind)

    @getter('proto')
    def get_proto(self):
        """The number of the protocol."""
        return newint(self.proto)

    @getter('timeout')
    def get_timeout(self):
        """The seconds that an operation may wait, or None for ever."""
        return timeout_object(self.timeout)

    # ---- waiting

    def deadline(self):
        """The moment when the socket's time runs out, in microseconds; 0 if it waits for ever or not at all."""
        if self.timeout > 0.0:
            return microseconds() + int(math.ceil(self.timeout * 1e6))
        return 0

    def wait(self, events, deadline):
        """Until one of the events; TimeoutError past the deadline.  Returns at once if there is no deadline, or no socket any more."""
        if deadline == 0 or self.fd < 0:
            return                  # the call on a closed socket fails by itself
        while True:
            left = deadline - microseconds()
            if left < 0:
                raise timed_out()
            result = clib.c_poll(self.fd, events, min((left + 999) // 1000, INT_MAX))
            if result > 0:
                return
            if result < 0 and not interrupted():
                raise failure()

    def try_again(self, deadline):
        """After a call that failed: is it to be made again?  Else raises."""
        if interrupted():
            return
        if deadline != 0 and would_block(clib.saved_errno()):
            return
        raise failure()

    # ---- connections

    @method('_accept(self, /)')
    def m_accept(self):
        """Waits for a connection; returns its descriptor and the address of the other side."""
        buffers = Buffers(0)
        try:
            deadline = self.deadline()
            while True:
                self.wait(POLLIN, deadline)
                fd = clib.c_accept(self.fd, buffers.address, buffers.out)
                if fd >= 0:
                    return newtuple([newint(fd), from_sockaddr(buffers.sockaddr())])
                self.try_again(deadline)
        finally:
            buffers.free()

    @method('bind(self, address, /) -> None')
    def m_bind(self, w_address):
        """Gives the socket an address."""
        address = to_sockaddr(self.family, w_address, 'bind')
        audit('socket.bind', [self, w_address])
        with rffi.scoped_str2charp(address) as c_address:
            check(clib.c_bind(self.fd, c_address, len(address)))

    def connect(self, address):
        """Returns 0 or an errno."""
        deadline = self.deadline()
        with rffi.scoped_str2charp(address) as c_address:
            result = clib.c_connect(self.fd, c_address, len(address))
        if result >= 0:
            return 0
        number = clib.saved_errno()
        if interrupted():
            if self.timeout == 0.0:
                return number
        elif number != errno.EINPROGRESS or self.timeout <= 0.0:
            return number
        if deadline == 0:
            self.wait_for_ever(POLLOUT)
        else:
            self.wait(POLLOUT, deadline)
        number = check(int_option(self.fd, SOL_SOCKET, SO_ERROR))
        return 0 if number == errno.EISCONN else number

    def wait_for_ever(self, events):
        while clib.c_poll(self.fd, events, -1) < 0:
            if not interrupted():
                raise failure()

    @method('connect(self, address, /) -> None')
    def m_connect(self, w_address):
        """Connects with an address."""
        address = to_sockaddr(self.family, w_address, 'connect')
        audit('socket.connect', [self, w_address])
        number = self.connect(address)
        if number != 0:
            raise errors.os_error(number, None)

    @method('connect_ex(self, address, /) -> int')
    def m_connect_ex(self, w_address):
        """The same, but failures of the system's call are returned as errno."""
        from interpreter.objects.exception import W_TimeoutError
        address = to_sockaddr(self.family, w_address, 'connect_ex')
        audit('socket.connect', [self, w_address])
        try:
            return self.connect(address)
        except errors.OperationError as e:
            if not e.is_instance(W_TimeoutError.typedef):
                raise
            return errno.EAGAIN

    @method('listen(self, backlog: int = 128, /) -> None')
    def m_listen(self, backlog):
        """Accepts connections from now on."""
        check(clib.c_listen(self.fd, max(backlog, 0)))

    @method('shutdown(self, how: int, /) -> None')
    def m_shutdown(self, how):
        """Ends one or both directions."""
        check(clib.c_shutdown(self.fd, how))

    def close(self):
        fd = self.fd
        self.fd = -1
        if fd >= 0 and clib.c_close(fd) < 0 and clib.saved_errno() != errno.ECONNRESET and clib.saved_errno() != errno.EINTR:
            raise failure()

    @method('close(self, /) -> None')
    def m_close(self):
        """Closes the descriptor."""
        self.close()

    @method('detach(self, /) -> int')
    def m_detach(self):
        """Gives the descriptor away without closing it."""
        fd = self.fd
        self.fd = -1
        return fd

    @method('fileno(self, /) -> int')
    def m_fileno(self):
        """The descriptor, -1 when closed."""
        return self.fd

    # ---- settings

    @method('settimeout(self, timeout, /) -> None')
    def m_settimeout(self, w_timeout):
        """How many seconds calls may wait; None is for ever, 0 not at all."""
        timeout = timeout_argument(w_timeout)
        self.timeout = timeout
        check(clib.c_setblocking(self.fd, 1 if timeout < 0.0 else 0))

    @method('gettimeout(self, /)')
    def m_gettimeout(self):
        """The seconds that calls may wait, or None."""
        return timeout_object(self.timeout)

    @method('setblocking(self, flag: bool, /) -> None')
    def m_setblocking(self, flag):
        """True is settimeout(None), False is settimeout(0.0)."""
        self.timeout = -1.0 if flag else 0.0
        check(clib.c_setblocking(self.fd, 1 if flag else 0))

    @method('getblocking(self, /) -> bool')
    def m_getblocking(self):
        """May calls wait?"""
        return self.timeout != 0.0

    @method('getsockname(self, /)')
    def m_getsockname(self):
        """The socket's own address."""
        buffers = Buffers(0)
        try:
            check(clib.c_getsockname(self.fd, buffers.address, buffers.out))
            return from_sockaddr(buffers.sockaddr())
        finally:
            buffers.free()

    @method('getpeername(self, /)')
    def m_getpeername(self):
        """The address of the other side."""
        buffers = Buffers(0)
        try:
            check(clib.c_getpeername(self.fd, buffers.address, buffers.out))
            return from_sockaddr(buffers.sockaddr())
        finally:
            buffers.free()

    @method('getsockopt(self, level: int, option: int, buflen: int = 0, /)')
    def m_getsockopt(self, level, option, size):
        """An option as an int, or as so many bytes."""
        if size == 0:
            with rffi.scoped_alloc_buffer(4) as buf:
                check(clib.c_getsockopt(self.fd, level, option, buf.raw, 4))
                return newint(signed_int(rffi.charpsize2str(buf.raw, 4)))
        if size < 0 or size > 1024:
            raise errors.os_error_message("getsockopt buflen out of range")
        with rffi.scoped_alloc_buffer(size) as buf:
            length = check(clib.c_getsockopt(self.fd, level, option, buf.raw, size))
            return newbytes(rffi.charpsize2str(buf.raw, length))

    @method('setsockopt(self, level: int, option: int, value, optlen=?, /) -> None')
    def m_setsockopt(self, level, option, w_value, w_length):
        """Sets an option to an int, bytes, or None with a length."""
        if w_value is w_None:
            if w_length is None:
                raise errors.type_error("setsockopt() requires 4 arguments when the third argument is None")
            check(clib.c_setsockopt(self.fd, level, option, lltype.nullptr(rffi.CCHARP.TO), ops.int_w(w_length)))
            return
        if isinstance(w_value, W_AbstractInt):
            value = ops.int_w(w_value)
            if value < -0x80000000 or value > 0xFFFFFFFF:
                raise errors.overflow_error("Python int too large to convert to C int")
            data = little(value & 0xFFFFFFFF, 4)
        else:
            data = ops.bufferstr_w(w_value)
        with rffi.scoped_str2charp(data) as c_data:
            check(clib.c_setsockopt(self.fd, level, option, c_data, len(data)))

    # ---- sending

    def send(self, data, flags, address):
        """The number of bytes sent; an empty address for the other side of the connection."""
        assert data is not None and address is not None
        with rffi.scoped_nonmovingbuffer(data) as c_data:
            with rffi.scoped_str2charp(address) as c_address:
                deadline = self.deadline()
                while True:
                    self.wait(POLLOUT, deadline)
                    count = clib.c_sendto(self.fd, c_data, len(data), flags, c_address, len(address))
                    if count >= 0:
                        return count
                    self.try_again(deadline)

    @method('send(self, data: bytes, flags: int = 0, /) -> int')
    def m_send(self, data, flags):
        """Sends bytes; returns how many went."""
        return self.send(data, flags, '')

    @method('sendall(self, data: bytes, flags: int = 0, /) -> None')
    def m_sendall(self, data, flags):
        """Sends all bytes."""
        assert data is not None
        deadline = self.deadline()
        done = 0
        with rffi.scoped_nonmovingbuffer(data) as c_data:
            while done < len(data):
                self.wait(POLLOUT, deadline)
                count = clib.c_sendto(self.fd, rffi.ptradd(c_data, done), len(data) - done, flags, lltype.nullptr(rffi.CCHARP.TO), 0)
                if count >= 0:
                    done += count
                else:
                    self.try_again(deadline)

    @method('sendto(self, data: bytes, flags, address=?, /) -> int')
    def m_sendto(self, data, w_flags, w_address):
        """Sends bytes to an address; the flags may be left out."""
        flags = 0
        if w_address is None:
            w_address = w_flags
        else:
            flags = ops.int_w(w_flags)
        address = to_sockaddr(self.family, w_address, 'sendto')
        audit('socket.sendto', [self, w_address])
        return self.send(data, flags, address)

    @method('sendmsg(self, buffers, ancdata=(), flags: int = 0, address=None, /) -> int')
    def m_sendmsg(self, w_buffers, w_ancillary, flags, w_address):
        """Sends the bytes of several buffers, with control messages (level, type, data)."""
        data = ''.join([ops.bufferstr_w(w_buffer) for w_buffer in ops.listview(w_buffers)])
        control = ''.join([control_message(w_item) for w_item in ops.listview(w_ancillary)])
        address = ''
        if w_address is not w_None:
            address = to_sockaddr(self.family, w_address, 'sendmsg')
        audit('socket.sendmsg', [self, w_address])
        with rffi.scoped_str2charp(data) as c_data:
            with rffi.scoped_str2charp(control) as c_control:
                with rffi.scoped_str2charp(address) as c_address:
                    deadline = self.deadline()
                    while True:
                        self.wait(POLLOUT, deadline)
                        count = clib.c_sendmsg(self.fd, c_data, len(data), c_control, len(control), flags, c_address, len(address))
                        if count >= 0:
                            return count
                        self.try_again(deadline)

    # ---- receiving

    def receive(self, buffers, size, flags):
        """Receives into the buffers; returns the bytes."""
        deadline = self.deadline()
        while True:
            self.wait(POLLIN, deadline)
            count = clib.c_recvfrom(self.fd, buffers.data, size, flags, buffers.address, buffers.out)
            if count >= 0:
                return rffi.charpsize2str(buffers.data, min(count, size))
            self.try_again(deadline)

    def received(self, size, flags):
        buffers = Buffers(size)
        try:
            return self.receive(buffers, size, flags)
        finally:
            buffers.free()

    @method('recv(self, bufsize: int, flags: int = 0, /) -> bytes')
    def m_recv(self, size, flags):
        """Receives at most so many bytes."""
        if size < 0:
            raise errors.value_error("negative buffersize in recv")
        return self.received(size, flags)

    @method('recv_into(self, buffer, nbytes: int = 0, flags: int = 0) -> int')
    def m_recv_into(self, w_buffer, size, flags):
        """Receives into a buffer; returns how many bytes."""
        size = size_for(w_buffer, size, 'recv_into')
        data = self.received(size, flags)
        w_buffer.buffer_write(0, data)
        return len(data)

    @method('recvfrom(self, bufsize: int, flags: int = 0, /)')
    def m_recvfrom(self, size, flags):
        """Receives at most so many bytes; returns them and the sender's address."""
        if size < 0:
            raise errors.value_error("negative buffersize in recvfrom")
        buffers = Buffers(size)
        try:
            data = self.receive(buffers, size, flags)
            return newtuple([newbytes(data), from_sockaddr(buffers.sockaddr())])
        finally:
            buffers.free()

    @method('recvfrom_into(self, buffer, nbytes: int = 0, flags: int = 0)')
    def m_recvfrom_into(self, w_buffer, size, flags):
        """Receives into a buffer; returns how many bytes, and the sender's address."""
        size = size_for(w_buffer, size, 'recvfrom_into')
        buffers = Buffers(size)
        try:
            data = self.receive(buffers, size, flags)
            w_buffer.buffer_write(0, data)
            return newtuple([newint(len(data)), from_sockaddr(buffers.sockaddr())])
        finally:
            buffers.free()

    @method('recvmsg(self, bufsize: int, ancbufsize: int = 0, flags: int = 0, /)')
    def m_recvmsg(self, size, control_size, flags):
        """Receives bytes and control messages: (data, [(level, type, data)], flags, address)."""
        if size < 0:
            raise errors.value_error("negative buffer size in recvmsg()")
        if control_size < 0:
            raise errors.value_error("invalid ancillary data buffer length")
        buffers = Buffers(size)
        c_control = lltype.malloc(rffi.CCHARP.TO, control_size + 1, flavor='raw')
        try:
            deadline = self.deadline()
            while True:
                self.wait(POLLIN, deadline)
                count = clib.c_recvmsg(self.fd, buffers.data, size, c_control, control_size, flags, buffers.address, buffers.out)
                if count >= 0:
                    break
                self.try_again(deadline)
            data = rffi.charpsize2str(buffers.data, min(count, size))
            control = rffi.charpsize2str(c_control, buffers.out[1])
            return newtuple([newbytes(data), control_list(control), newint(buffers.out[2]), from_sockaddr(buffers.sockaddr())])
        finally:
            lltype.free(c_control, flavor='raw')
            buffers.free()


W_Socket.typedef = TypeDef('socket', W_Socket, module='_socket', doc="A network connection, or one end of it.")


# ---- options and control messages

def int_option(fd, level, option):
    """An int option of a descriptor, -1 with the errno saved on failure."""
    with rffi.scoped_alloc_buffer(4) as buf:
        if clib.c_getsockopt(fd, level, option, buf.raw, 4) < 0:
            return -1
        return little_at(rffi.charpsize2str(buf.raw, 4), 0, 4)


def signed_int(data):
    value = little_at(data, 0, 4)
    return value - (1 << 32) if value & 0x80000000 else value


def size_for(w_buffer, size, name):
    """How many bytes may be received into the buffer."""
    if not w_buffer.buffer_writable():
        raise errors.type_error("%s() argument 1 must be read-write bytes-like object, not %s" % (name, w_buffer.gettype().name))
    length = len(ops.bufferstr_w(w_buffer))
    if size < 0:
        raise errors.value_error("negative buffersize in %s" % name)
    if size == 0:
        return length
    if size > length:
        raise errors.value_error("nbytes is greater than the length of the buffer" if name == 'recvfrom_into'
                                 else "buffer too small for requested bytes")
    return size


def cmsg_align(size):
    return (size + 7) & ~7


HEADER = 16                     # of a control message: its length in 8 bytes, the level and the type in 4 each


def control_message(w_item):
    parts_w = ops.listview(w_item)
    if len(parts_w) != 3:
        raise errors.type_error("[sendmsg() argument 2] must be sequences of length 3")
    data = ops.bufferstr_w(parts_w[2])
    level = ops.int_w(parts_w[0]) & 0xFFFFFFFF
    kind = ops.int_w(parts_w[1]) & 0xFFFFFFFF
    head = little(HEADER + len(data), 8) + little(level, 4) + little(kind, 4)
    return head + data + '\0' * (cmsg_align(len(data)) - len(data))


def control_list(control):
    from interpreter.objects.wrap import newlist
    messages_w = []
    position = 0
    while position + HEADER <= len(control):
        size = little_at(control, position, 8)
        if size < HEADER:
            break
        start = position + HEADER
        end = min(position + size, len(control))
        assert start >= 0 and end >= start
        messages_w.append(newtuple([newint(signed_int(control[position + 8:position + 12])),
                                    newint(signed_int(control[position + 12:position + 16])), newbytes(control[start:end])]))
        position += cmsg_align(size)
        assert position >= 0
    return newlist(messages_w)
