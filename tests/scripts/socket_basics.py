"""socket: streams, datagrams, Unix sockets, timeouts, options, descriptors in messages, and what goes wrong."""
import array
import os
import select
import selectors
import socket
import threading


def attempt(name, f, *args):
    try:
        print(name, f(*args))
    except Exception as e:
        print(name, type(e).__name__, e)


a, b = socket.socketpair()
print(a.send(b'hello'), b.recv(10), a.family, a.type, a.proto, repr(a.getsockname()))
buffer = bytearray(8)
a.sendall(b'0123456789')
print(b.recv_into(buffer), buffer, b.recv_into(memoryview(buffer)[3:], 1), buffer, b.recv(5, socket.MSG_DONTWAIT))
attempt('empty', b.recv, 5, socket.MSG_DONTWAIT)
b.settimeout(0.02)
attempt('timeout', b.recv, 5)
print(b.gettimeout(), b.getblocking(), a.gettimeout(), a.getblocking())
b.setblocking(False)
attempt('nonblocking', b.recv, 5)
b.setblocking(True)

a.sendmsg([b'ab', b'cd'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array('i', [0]))])
data, ancillary, flags, address = b.recvmsg(10, socket.CMSG_SPACE(4))
print(data, [(level, kind, len(x)) for level, kind, x in ancillary], flags, address)
os.close(array.array('i', ancillary[0][2])[0])

with socket.create_server(('127.0.0.1', 0)) as server:
    port = server.getsockname()[1]

    def serve():
        connection, address = server.accept()
        with connection, connection.makefile('rw', encoding='utf-8', newline='\n') as stream:
            for line in stream:
                stream.write(line.upper())
                stream.flush()

    thread = threading.Thread(target=serve)
    thread.start()
    with socket.create_connection(('localhost', port), timeout=10) as client, client.makefile('rw', newline='\n') as stream:
        print(client.getpeername() == ('127.0.0.1', port), client.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM)
        for text in 'first\n', 'zweite Zeile\n':
            stream.write(text)
            stream.flush()
            print(repr(stream.readline()))
        client.shutdown(socket.SHUT_WR)
        print(repr(stream.read()))
    thread.join()
attempt('closed', server.accept)
attempt('refused', socket.create_connection, ('127.0.0.1', port), 5)
c = socket.socket()
print(os.strerror(c.connect_ex(('127.0.0.1', port))))

u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.bind(('', 0))
print(u.sendto(b'datagram', ('127.0.0.1', u.getsockname()[1])), u.recvfrom(100)[0])
u.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
print(u.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR), u.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 4))

x = socket.socket(socket.AF_UNIX)
x.bind('\0pypystm-test-%d' % os.getpid())
print(x.getsockname().startswith(b'\0pypystm-test-'))
attempt('long path', x.connect, 'x' * 200)

for address in 5, ('a',), ('127.0.0.1', 99999), ('127.0.0.1', 'x'), (None, 1), ('a\0b', 1):
    attempt(repr(address), c.connect, address)
for value in -1, 'x', float('nan'):
    attempt('settimeout', c.settimeout, value)
attempt('negative', c.recv, -1)
attempt('read-only', a.recv_into, b'abc')
attempt('too small', a.recv_into, bytearray(2), 5)
attempt('type', a.send, 'text')
attempt('family', socket.socket, 9999)

print(socket.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM), socket.getaddrinfo('::1', '443', socket.AF_INET6, socket.SOCK_STREAM))
attempt('numeric', socket.getaddrinfo, 'x', 1, 0, 0, 0, socket.AI_NUMERICHOST)
print(socket.inet_aton('1.2.3.4'), socket.inet_ntoa(b'\x7f\0\0\1'), socket.inet_pton(socket.AF_INET6, '1::2'),
      socket.inet_ntop(socket.AF_INET6, b'\0' * 15 + b'\1'), socket.gethostbyname('127.0.0.1'))
for f in socket.inet_aton, socket.inet_ntoa:
    attempt(f.__name__, f, 'x' if f is socket.inet_aton else b'x')
attempt('ntop', socket.inet_ntop, socket.AF_INET6, b'abc')
attempt('ntop', socket.inet_ntop, 99, b'abc')
attempt('pton', socket.inet_pton, socket.AF_INET, '1.2')
for value in 1, 0x1234, -1, 70000, 1 << 40, 'x':
    for f in socket.htons, socket.ntohs, socket.htonl, socket.ntohl:
        attempt('%s %r' % (f.__name__, value), f, value)

fd = a.detach()
print(a.fileno(), a._closed if hasattr(a, '_closed') else None)
d = socket.socket(fileno=fd)
print(d.family, d.type, d.proto, d.getpeername() == '')
print(select.select([b], [d], [], 0)[1] == [d])
with selectors.DefaultSelector() as selector:
    selector.register(b, selectors.EVENT_READ, 'data')
    print(selector.select(0))
    d.send(b'x')
    print([(key.data, events) for key, events in selector.select(5)])
for s in b, c, d, u, x:
    s.close()
print(b.fileno(), str(b)[:30], socket.timeout is TimeoutError, socket.error is OSError, socket.gaierror.__mro__[1:3], socket.has_ipv6)

one, two = socket.socketpair()
two.settimeout(0.5)
two.close()
attempt('a closed socket with a time-out', two.recv, 1)
attempt('the same, sending', two.send, b'x')
one.close()
