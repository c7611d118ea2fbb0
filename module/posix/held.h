/* Questions to the file system that a transaction may ask while it is held (rstm.is_held): they keep the segment, change
   nothing that an abort would have to undo, and answer soon.  -1 and errno on failure. */
#ifndef MODULE_POSIX_HELD_H
#define MODULE_POSIX_HELD_H

#include "src/precommondefs.h"
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <sys/types.h>

/* Opens a regular file for reading; -2 if it is something else (a pipe, a terminal: opening it would show). */
RPY_EXTERN long ppx_held_open(long dir_fd, const char *path, long flags);
RPY_EXTERN long ppx_held_close(long fd);
RPY_EXTERN ssize_t ppx_held_read(int fd, char *buffer, size_t size);
RPY_EXTERN long ppx_held_seek(long fd, long position, long how);
/* out: as for ppx_stat in shim.h */
RPY_EXTERN long ppx_held_stat(long dir_fd, const char *path, long flags, long *out);
RPY_EXTERN long ppx_held_fstat(long fd, long *out);
RPY_EXTERN long ppx_held_access(long dir_fd, const char *path, long mode, long flags);

#endif
