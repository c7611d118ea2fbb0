/* What module/_socket asks of the C library.  Addresses are the bytes of a sockaddr; numbers are longs.
   Every function returns -1 and sets errno on failure, unless it says otherwise. */
#ifndef MODULE_SOCKET_SHIM_H
#define MODULE_SOCKET_SHIM_H

#include "src/precommondefs.h"
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

/* room for any address */
#define PSK_ADDRESS 128

RPY_EXTERN long psk_socket(long family, long type, long protocol);
/* out: the two descriptors */
RPY_EXTERN long psk_socketpair(long family, long type, long protocol, long *out);
RPY_EXTERN long psk_connect(long fd, char *address, long size);
RPY_EXTERN long psk_bind(long fd, char *address, long size);
RPY_EXTERN long psk_listen(long fd, long backlog);
/* out: the size of the address */
RPY_EXTERN long psk_accept(long fd, char *address, long *out);
RPY_EXTERN long psk_getsockname(long fd, char *address, long *out);
RPY_EXTERN long psk_getpeername(long fd, char *address, long *out);
/* an address of size 0 means none */
RPY_EXTERN long psk_sendto(long fd, char *data, long count, long flags, char *address, long size);
RPY_EXTERN long psk_recvfrom(long fd, char *data, long count, long flags, char *address, long *out);
RPY_EXTERN long psk_sendmsg(long fd, char *data, long count, char *control, long control_size, long flags, char *address, long size);
/* out: the size of the address, the size of the control data, the flags of the message */
RPY_EXTERN long psk_recvmsg(long fd, char *data, long count, char *control, long control_size, long flags, char *address, long *out);
RPY_EXTERN long psk_shutdown(long fd, long how);
RPY_EXTERN long psk_close(long fd);
RPY_EXTERN long psk_dup(long fd);
RPY_EXTERN long psk_setblocking(long fd, long blocking);
/* 1 when one of the poll(2) events (or an error) is there, 0 after the time has passed */
RPY_EXTERN long psk_poll(long fd, long events, long timeout_ms);
/* the size of the option's value */
RPY_EXTERN long psk_getsockopt(long fd, long level, long option, char *value, long size);
RPY_EXTERN long psk_setsockopt(long fd, long level, long option, char *value, long size);

/* a list of addresses, cast to long, which psk_freeaddrinfo frees; 0 with the EAI_ number in *out */
RPY_EXTERN long psk_getaddrinfo(char *host, char *port, long family, long type, long protocol, long flags, long *out);
/* out: family, type, protocol, the size of the address; returns the next item or 0 */
RPY_EXTERN long psk_addrinfo(long item, char *address, long *out);
/* or NULL */
RPY_EXTERN char *psk_addrinfo_name(long item);
RPY_EXTERN void psk_freeaddrinfo(long list);
/* 0 or an EAI_ number */
RPY_EXTERN long psk_getnameinfo(char *address, long size, char *host, long host_size, char *port, long port_size, long flags);
RPY_EXTERN char *psk_gai_strerror(long number);
RPY_EXTERN char *psk_hstrerror(long number);

/* a host's entry, cast to long, which psk_freehost frees; 0 with the h_errno number in *out */
RPY_EXTERN long psk_gethostbyname(char *name, long *out);
RPY_EXTERN long psk_gethostbyaddr(char *address, long size, long family, long *out);
RPY_EXTERN char *psk_host_name(long host);
/* alias or address i, or NULL */
RPY_EXTERN char *psk_host_alias(long host, long i);
RPY_EXTERN char *psk_host_address(long host, long i);
RPY_EXTERN void psk_freehost(long host);

RPY_EXTERN long psk_gethostname(char *name, long size);
RPY_EXTERN long psk_sethostname(char *name, long size);
/* the port in host byte order, or -1 */
RPY_EXTERN long psk_getservbyname(char *name, char *protocol);
RPY_EXTERN long psk_getservbyport(long port, char *protocol, char *name, long size);
RPY_EXTERN long psk_getprotobyname(char *name);
RPY_EXTERN long psk_if_nametoindex(char *name);
RPY_EXTERN long psk_if_indextoname(long index, char *name);
/* the index of the i-th interface and its name, 0 after the last */
RPY_EXTERN long psk_if_nameindex(long i, char *name);

/* 1 if the text was understood, 0 if not */
RPY_EXTERN long psk_inet_pton(long family, char *text, char *address);
RPY_EXTERN long psk_inet_ntop(long family, char *address, char *text, long size);
RPY_EXTERN long psk_inet_aton(char *text, char *address);

#endif
