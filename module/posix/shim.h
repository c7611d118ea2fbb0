/* What module/posix asks of the C library, with structures flattened to arrays of long.
   Every function returns -1 and sets errno on failure, unless it says otherwise. */
#ifndef MODULE_POSIX_SHIM_H
#define MODULE_POSIX_SHIM_H

#include "src/precommondefs.h"
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

/* out: mode ino dev nlink uid gid size atime mtime ctime atime_ns mtime_ns ctime_ns blksize blocks rdev */
#define PPX_STAT_FIELDS 16
RPY_EXTERN long ppx_stat(long dir_fd, const char *path, long flags, long *out);
RPY_EXTERN long ppx_fstat(long fd, long *out);

/* out: bsize frsize blocks bfree bavail files ffree favail flag namemax fsid */
RPY_EXTERN long ppx_statvfs(const char *path, long *out);
RPY_EXTERN long ppx_fstatvfs(long fd, long *out);

RPY_EXTERN long ppx_openat(long dir_fd, const char *path, long flags, long mode);
RPY_EXTERN long ppx_utimens(long dir_fd, const char *path, long flags, long atime, long atime_ns, long mtime, long mtime_ns);
RPY_EXTERN long ppx_futimens(long fd, long atime, long atime_ns, long mtime, long mtime_ns);
RPY_EXTERN long ppx_set_inheritable(long fd, long inheritable);
RPY_EXTERN long ppx_get_inheritable(long fd);
RPY_EXTERN long ppx_set_blocking(long fd, long blocking);
RPY_EXTERN long ppx_get_blocking(long fd);
RPY_EXTERN long ppx_dup2(long fd, long fd2, long inheritable);
/* offset: LONG_MIN to use the file's own */
RPY_EXTERN long ppx_sendfile(long out, long in, long offset, long count);

/* out: columns lines */
RPY_EXTERN long ppx_terminal_size(long fd, long *out);
/* out: utime stime cutime cstime elapsed, in clock ticks */
RPY_EXTERN long ppx_times(long *out);
/* out: status, then 16 longs of struct rusage, times in microseconds */
RPY_EXTERN long ppx_wait4(long pid, long options, long *out);
/* out: pid uid signo status code */
RPY_EXTERN long ppx_waitid(long idtype, long id, long options, long *out);
/* out: three doubles; the number of samples or -1 */
RPY_EXTERN long ppx_getloadavg(double *out);
RPY_EXTERN long ppx_openpty(long *out);
RPY_EXTERN long ppx_getgroups(long size, long *out);
RPY_EXTERN long ppx_cpu_count(void);
/* field i of uname(2), or NULL */
RPY_EXTERN char *ppx_uname(long i);
/* entry i of environ, or NULL */
RPY_EXTERN char *ppx_environ(long i);

/* directories: an open one is a pointer cast to long, 0 with errno on failure */
RPY_EXTERN long ppx_opendir(const char *path);
RPY_EXTERN long ppx_fdopendir(long fd);
RPY_EXTERN long ppx_closedir(long dir);
/* the next name or NULL (errno 0 at the end).  out: type inode */
RPY_EXTERN char *ppx_readdir(long dir, long *out);
RPY_EXTERN void ppx_rewinddir(long dir);

RPY_EXTERN long ppx_getpriority(long which, long who);
RPY_EXTERN long ppx_nice(long increment);
RPY_EXTERN long ppx_sched_yield(void);
RPY_EXTERN long ppx_major(long device);
RPY_EXTERN long ppx_minor(long device);
RPY_EXTERN long ppx_makedev(long major, long minor);
RPY_EXTERN long ppx_lockf(long fd, long command, long length);
RPY_EXTERN long ppx_sysconf(long name);
RPY_EXTERN long ppx_fpathconf(long fd, long name);
RPY_EXTERN long ppx_pathconf(const char *path, long name);
RPY_EXTERN char *ppx_getlogin(void);

/* one buffer, as preadv2 and pwritev2 take it */
RPY_EXTERN long ppx_preadv(long fd, char *data, long size, long offset, long flags);
RPY_EXTERN long ppx_pwritev(long fd, const char *data, long size, long offset, long flags);
/* out: the counter */
RPY_EXTERN long ppx_eventfd_read(long fd, long *out);
RPY_EXTERN long ppx_eventfd_write(long fd, long value);
/* places: the offset in src and in dst, LONG_MIN to use the file's own */
RPY_EXTERN long ppx_splice(long src, long dst, long count, long src_place, long dst_place, long flags);
RPY_EXTERN long ppx_copy_file_range(long src, long dst, long count, long src_place, long dst_place);
RPY_EXTERN long ppx_pidfd_open(long pid, long flags);

/* out: the real, effective and saved id */
RPY_EXTERN long ppx_getresuid(long *out);
RPY_EXTERN long ppx_getresgid(long *out);
/* out: size groups; their number, or -1 if there are more */
RPY_EXTERN long ppx_getgrouplist(const char *user, long group, long size, long *out);
RPY_EXTERN long ppx_setgroups(long count, long *groups);

RPY_EXTERN long ppx_setpriority(long which, long who, long priority);
RPY_EXTERN long ppx_sched_setscheduler(long pid, long policy, long priority);
RPY_EXTERN long ppx_sched_setparam(long pid, long priority);
/* the priority */
RPY_EXTERN long ppx_sched_getparam(long pid);
/* out: seconds nanoseconds */
RPY_EXTERN long ppx_sched_rr_get_interval(long pid, long *out);
/* words: a bit for each of 64 * count processors */
RPY_EXTERN long ppx_sched_setaffinity(long pid, long count, long *words);
RPY_EXTERN long ppx_sched_getaffinity(long pid, long count, long *words);

/* n: the numbers that say how to start the program, by these indices */
enum { PPX_SEARCH, PPX_RESETIDS, PPX_SETSID, PPX_HAS_GROUP, PPX_GROUP, PPX_HAS_MASK, PPX_MASK, PPX_HAS_DEFAULT, PPX_DEFAULT,
       PPX_HAS_POLICY, PPX_POLICY, PPX_HAS_PRIORITY, PPX_PRIORITY, PPX_ACTIONS };
/* actions: four numbers each: what (0 open, 1 close, 2 dup2), fd, then flags and mode or the new fd; paths: a name for each action.
   The process id, or -1 and errno. */
RPY_EXTERN long ppx_posix_spawn(const char *path, char **argv, char **env, long *n, long *actions, char **paths);

#endif
