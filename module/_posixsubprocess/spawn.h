#ifndef MODULE_POSIXSUBPROCESS_SPAWN_H
#define MODULE_POSIXSUBPROCESS_SPAWN_H

#include "src/precommondefs.h"

/* The numbers that say how to start a child, by index of the array `n`. */
enum {
    PSP_CLOSE_FDS, PSP_P2CREAD, PSP_P2CWRITE, PSP_C2PREAD, PSP_C2PWRITE, PSP_ERRREAD, PSP_ERRWRITE, PSP_ERRPIPE_READ, PSP_ERRPIPE_WRITE,
    PSP_RESTORE_SIGNALS, PSP_SETSID, PSP_PGID, PSP_GID, PSP_UID, PSP_UMASK, PSP_NKEEP, PSP_NGROUPS
};

/* Starts a child: its pid, or -1 and errno.  `programs`: the files to try, in order.  env: NULL to inherit.  cwd: "" for none.
   keep: descriptors that stay open, ascending; groups: supplementary groups (used if PSP_NGROUPS >= 0). */
RPY_EXTERN long psp_spawn(long *n, char **programs, char **argv, char **env, const char *cwd, long *keep, long *groups);
/* Its two halves, for a child that has been made by fork already; preexec_fn comes between them.
   First: descriptors, folder, ids.  A failure is told to the parent. */
RPY_EXTERN void psp_prepare(long *n, const char *cwd, long *keep, long *groups);
/* Then: closes what the program shall not have, and starts it; does not return. */
RPY_EXTERN void psp_exec(long *n, char **programs, char **argv, char **env, long *keep);
/* Tells the parent that preexec_fn raised an exception, and ends; does not return. */
RPY_EXTERN void psp_preexec_failed(long errpipe_write);

#endif
