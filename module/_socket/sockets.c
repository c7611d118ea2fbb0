#include "sockets.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <netdb.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#define SOCKADDR(p) ((struct sockaddr *)(p))

long psk_socket(long family, long type, long protocol)
{
    return socket((int)family, (int)type | SOCK_CLOEXEC, (int)protocol);
}

long psk_socketpair(long family, long type, long protocol, long *out)
{
    int fds[2];
    if (socketpair((int)family, (int)type | SOCK_CLOEXEC, (int)protocol, fds) < 0)
        return -1;
    out[0] = fds[0];
    out[1] = fds[1];
    return 0;
}

long psk_connect(long fd, char *address, long size) { return connect((int)fd, SOCKADDR(address), (socklen_t)size); }
long psk_bind(long fd, char *address, long size) { return bind((int)fd, SOCKADDR(address), (socklen_t)size); }
long psk_listen(long fd, long backlog) { return listen((int)fd, (int)backlog); }
long psk_shutdown(long fd, long how) { return shutdown((int)fd, (int)how); }
long psk_close(long fd) { return close((int)fd); }
long psk_dup(long fd) { return fcntl((int)fd, F_DUPFD_CLOEXEC, 0); }

/* the kernel tells the size of the whole address, also of what did not fit */
static void known_size(socklen_t size, long *out)
{
    out[0] = size > PSK_ADDRESS ? PSK_ADDRESS : (long)size;
}

long psk_accept(long fd, char *address, long *out)
{
    socklen_t size = PSK_ADDRESS;
    int result = accept4((int)fd, SOCKADDR(address), &size, SOCK_CLOEXEC);
    known_size(size, out);
    return result;
}

long psk_getsockname(long fd, char *address, long *out)
{
    socklen_t size = PSK_ADDRESS;
    int result = getsockname((int)fd, SOCKADDR(address), &size);
    known_size(size, out);
    return result;
}

long psk_getpeername(long fd, char *address, long *out)
{
    socklen_t size = PSK_ADDRESS;
    int result = getpeername((int)fd, SOCKADDR(address), &size);
    known_size(size, out);
    return result;
}

long psk_sendto(long fd, char *data, long count, long flags, char *address, long size)
{
    if (size == 0)
        return send((int)fd, data, (size_t)count, (int)flags);
    return sendto((int)fd, data, (size_t)count, (int)flags, SOCKADDR(address), (socklen_t)size);
}

long psk_recvfrom(long fd, char *data, long count, long flags, char *address, long *out)
{
    socklen_t size = PSK_ADDRESS;
    long result;
    memset(address, 0, PSK_ADDRESS);
    result = recvfrom((int)fd, data, (size_t)count, (int)flags, SOCKADDR(address), &size);
    known_size(size, out);
    return result;
}

long psk_sendmsg(long fd, char *data, long count, char *control, long control_size, long flags, char *address, long size)
{
    struct iovec part = {data, (size_t)count};
    struct msghdr message;
    memset(&message, 0, sizeof(message));
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (size > 0) {
        message.msg_name = address;
        message.msg_namelen = (socklen_t)size;
    }
    if (control_size > 0) {
        message.msg_control = control;
        message.msg_controllen = (size_t)control_size;
    }
    return sendmsg((int)fd, &message, (int)flags);
}

long psk_recvmsg(long fd, char *data, long count, char *control, long control_size, long flags, char *address, long *out)
{
    struct iovec part = {data, (size_t)count};
    struct msghdr message;
    long result;
    memset(&message, 0, sizeof(message));
    memset(address, 0, PSK_ADDRESS);
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_name = address;
    message.msg_namelen = PSK_ADDRESS;
    if (control_size > 0) {
        message.msg_control = control;
        message.msg_controllen = (size_t)control_size;
    }
    result = recvmsg((int)fd, &message, (int)flags);
    known_size(message.msg_namelen, out);
    out[1] = (long)message.msg_controllen;
    out[2] = message.msg_flags;
    return result;
}

long psk_setblocking(long fd, long blocking)
{
    int off = !blocking;
    return ioctl((int)fd, FIONBIO, &off);
}

long psk_poll(long fd, long events, long timeout_ms)
{
    struct pollfd one = {(int)fd, (short)events, 0};
    return poll(&one, 1, (int)timeout_ms);
}

long psk_getsockopt(long fd, long level, long option, char *value, long size)
{
    socklen_t length = (socklen_t)size;
    if (getsockopt((int)fd, (int)level, (int)option, value, &length) < 0)
        return -1;
    return (long)length;
}

long psk_setsockopt(long fd, long level, long option, char *value, long size)
{
    return setsockopt((int)fd, (int)level, (int)option, value, (socklen_t)size);
}

long psk_getaddrinfo(char *host, char *port, long family, long type, long protocol, long flags, long *out)
{
    struct addrinfo hints, *list = NULL;
    int error;
    memset(&hints, 0, sizeof(hints));
    hints.ai_family = (int)family;
    hints.ai_socktype = (int)type;
    hints.ai_protocol = (int)protocol;
    hints.ai_flags = (int)flags;
    error = getaddrinfo(host, port, &hints, &list);
    out[0] = error;
    return error ? 0 : (long)list;
}

long psk_addrinfo(long item, char *address, long *out)
{
    struct addrinfo *info = (struct addrinfo *)item;
    socklen_t size = info->ai_addrlen > PSK_ADDRESS ? PSK_ADDRESS : info->ai_addrlen;
    memcpy(address, info->ai_addr, size);
    out[0] = info->ai_family;
    out[1] = info->ai_socktype;
    out[2] = info->ai_protocol;
    out[3] = (long)size;
    return (long)info->ai_next;
}

char *psk_addrinfo_name(long item) { return ((struct addrinfo *)item)->ai_canonname; }
void psk_freeaddrinfo(long list) { freeaddrinfo((struct addrinfo *)list); }

long psk_getnameinfo(char *address, long size, char *host, long host_size, char *port, long port_size, long flags)
{
    return getnameinfo(SOCKADDR(address), (socklen_t)size, host, (socklen_t)host_size, port, (socklen_t)port_size, (int)flags);
}

char *psk_gai_strerror(long number) { return (char *)gai_strerror((int)number); }
char *psk_hstrerror(long number) { return (char *)hstrerror((int)number); }

/* one allocation with what the reentrant functions fill in */
struct host {
    struct hostent entry;
    char text[16384];
};

long psk_gethostbyname(char *name, long *out)
{
    struct host *host = calloc(1, sizeof(*host));
    struct hostent *found = NULL;
    int error = NO_RECOVERY;
    if (host == NULL || gethostbyname_r(name, &host->entry, host->text, sizeof(host->text), &found, &error) != 0 || found == NULL) {
        free(host);
        out[0] = error;
        return 0;
    }
    return (long)host;
}

long psk_gethostbyaddr(char *address, long size, long family, long *out)
{
    struct host *host = calloc(1, sizeof(*host));
    struct hostent *found = NULL;
    int error = NO_RECOVERY;
    if (host == NULL || gethostbyaddr_r(address, (socklen_t)size, (int)family, &host->entry, host->text, sizeof(host->text), &found,
                                        &error) != 0 || found == NULL) {
        free(host);
        out[0] = error;
        return 0;
    }
    return (long)host;
}

static char *item(char **list, long i)
{
    long k;
    for (k = 0; list != NULL && list[k] != NULL; k++)
        if (k == i)
            return list[k];
    return NULL;
}

char *psk_host_name(long host) { return ((struct host *)host)->entry.h_name; }
char *psk_host_alias(long host, long i) { return item(((struct host *)host)->entry.h_aliases, i); }
char *psk_host_address(long host, long i) { return item(((struct host *)host)->entry.h_addr_list, i); }
void psk_freehost(long host) { free((struct host *)host); }

long psk_gethostname(char *name, long size) { return gethostname(name, (size_t)size); }
long psk_sethostname(char *name, long size) { return sethostname(name, (size_t)size); }

long psk_getservbyname(char *name, char *protocol)
{
    struct servent entry, *found = NULL;
    char text[4096];
    if (getservbyname_r(name, protocol, &entry, text, sizeof(text), &found) != 0 || found == NULL)
        return -1;
    return ntohs((unsigned short)found->s_port);
}

long psk_getservbyport(long port, char *protocol, char *name, long size)
{
    struct servent entry, *found = NULL;
    char text[4096];
    if (getservbyport_r(htons((unsigned short)port), protocol, &entry, text, sizeof(text), &found) != 0 || found == NULL)
        return -1;
    strncpy(name, found->s_name, (size_t)size - 1);
    name[size - 1] = 0;
    return 0;
}

long psk_getprotobyname(char *name)
{
    struct protoent entry, *found = NULL;
    char text[4096];
    if (getprotobyname_r(name, &entry, text, sizeof(text), &found) != 0 || found == NULL)
        return -1;
    return found->p_proto;
}

long psk_if_nametoindex(char *name)
{
    unsigned int index = if_nametoindex(name);
    return index == 0 ? -1 : (long)index;
}

long psk_if_indextoname(long index, char *name)
{
    return if_indextoname((unsigned int)index, name) == NULL ? -1 : 0;
}

long psk_if_nameindex(long i, char *name)
{
    struct if_nameindex *list = if_nameindex();
    long k, index = 0;
    if (list == NULL)
        return -1;
    for (k = 0; list[k].if_index != 0; k++)
        if (k == i) {
            index = list[k].if_index;
            strncpy(name, list[k].if_name, IF_NAMESIZE - 1);
            name[IF_NAMESIZE - 1] = 0;
            break;
        }
    if_freenameindex(list);
    return index;
}

long psk_inet_pton(long family, char *text, char *address) { return inet_pton((int)family, text, address); }

long psk_inet_ntop(long family, char *address, char *text, long size)
{
    return inet_ntop((int)family, address, text, (socklen_t)size) == NULL ? -1 : 0;
}

long psk_inet_aton(char *text, char *address) { return inet_aton(text, (struct in_addr *)address); }
