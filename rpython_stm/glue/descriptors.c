/* File descriptors that the running transaction has opened, and that its abort closes (rstm.close_on_abort). */
#include "common_header.h"
#include "structdef.h"
#include "forwarddecl.h"
#include "preimpl.h"
#include "src/g_include.h"

#include <errno.h>
#include <unistd.h>

/* The key of the runtime's callback table: no object lies at such a small address. */
static void *key_of(long fd) { return (void *)(fd + 1); }

static void close_key(void *key)
{
    int saved = errno;
    close((int)((long)key - 1));
    errno = saved;
}

_Bool rpystm_is_held(void) { return STM_SEG->atomic && !stm_is_inevitable(); }
void rpystm_close_on_abort(long fd) { stm_on_abort(key_of(fd), close_key); }
_Bool rpystm_closes_on_abort(long fd) { return !stm_is_inevitable() && stm_has_on_abort(key_of(fd)); }
void rpystm_keep_on_abort(long fd) { stm_on_abort(key_of(fd), NULL); }
