/* See shim.h. */
#include "shim.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <pty.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/time.h>
#include <sys/times.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static void flatten_stat(const struct stat *st, long *out)
{
    out[0] = st->st_mode;
    out[1] = (long)st->st_ino;
    out[2] = (long)st->st_dev;
    out[3] = (long)st->st_nlink;
    out[4] = st->st_uid;
    out[5] = st->st_gid;
    out[6] = st->st_size;
    out[7] = st->st_atim.tv_sec;
    out[8] = st->st_mtim.tv_sec;
    out[9] = st->st_ctim.tv_sec;
    out[10] = st->st_atim.tv_nsec;
    out[11] = st->st_mtim.tv_nsec;
    out[12] = st->st_ctim.tv_nsec;
    out[13] = st->st_blksize;
    out[14] = st->st_blocks;
    out[15] = (long)st->st_rdev;
}

long ppx_stat(long dir_fd, const char *path, long flags, long *out)
{
    struct stat st;
    if (fstatat((int)dir_fd, path, &st, (int)flags) < 0)
        return -1;
    flatten_stat(&st, out);
    return 0;
}

long ppx_fstat(long fd, long *out)
{
    struct stat st;
    if (fstat((int)fd, &st) < 0)
        return -1;
    flatten_stat(&st, out);
    return 0;
}

static void flatten_statvfs(const struct statvfs *st, long *out)
{
    out[0] = (long)st->f_bsize;
    out[1] = (long)st->f_frsize;
    out[2] = (long)st->f_blocks;
    out[3] = (long)st->f_bfree;
    out[4] = (long)st->f_bavail;
    out[5] = (long)st->f_files;
    out[6] = (long)st->f_ffree;
    out[7] = (long)st->f_favail;
    out[8] = (long)st->f_flag;
    out[9] = (long)st->f_namemax;
    out[10] = (long)st->f_fsid;
}

long ppx_statvfs(const char *path, long *out)
{
    struct statvfs st;
    if (statvfs(path, &st) < 0)
        return -1;
    flatten_statvfs(&st, out);
    return 0;
}

long ppx_fstatvfs(long fd, long *out)
{
    struct statvfs st;
    if (fstatvfs((int)fd, &st) < 0)
        return -1;
    flatten_statvfs(&st, out);
    return 0;
}

long ppx_openat(long dir_fd, const char *path, long flags, long mode)
{
    return openat((int)dir_fd, path, (int)flags, (mode_t)mode);
}

static void fill_times(struct timespec *ts, long atime, long atime_ns, long mtime, long mtime_ns)
{
    ts[0].tv_sec = atime;
    ts[0].tv_nsec = atime_ns < 0 ? UTIME_NOW : atime_ns;
    ts[1].tv_sec = mtime;
    ts[1].tv_nsec = mtime_ns < 0 ? UTIME_NOW : mtime_ns;
}

long ppx_utimens(long dir_fd, const char *path, long flags, long atime, long atime_ns, long mtime, long mtime_ns)
{
    struct timespec ts[2];
    fill_times(ts, atime, atime_ns, mtime, mtime_ns);
    return utimensat((int)dir_fd, path, ts, (int)flags);
}

long ppx_futimens(long fd, long atime, long atime_ns, long mtime, long mtime_ns)
{
    struct timespec ts[2];
    fill_times(ts, atime, atime_ns, mtime, mtime_ns);
    return futimens((int)fd, ts);
}

long ppx_set_inheritable(long fd, long inheritable)
{
    int flags = fcntl((int)fd, F_GETFD);
    if (flags < 0)
        return -1;
    return fcntl((int)fd, F_SETFD, inheritable ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC);
}

long ppx_get_inheritable(long fd)
{
    int flags = fcntl((int)fd, F_GETFD);
    return flags < 0 ? -1 : !(flags & FD_CLOEXEC);
}

long ppx_set_blocking(long fd, long blocking)
{
    int flags = fcntl((int)fd, F_GETFL);
    if (flags < 0)
        return -1;
    return fcntl((int)fd, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);
}

long ppx_get_blocking(long fd)
{
    int flags = fcntl((int)fd, F_GETFL);
    return flags < 0 ? -1 : !(flags & O_NONBLOCK);
}

long ppx_dup2(long fd, long fd2, long inheritable)
{
    if (inheritable)
        return dup2((int)fd, (int)fd2);
    if (fd == fd2)
        return ppx_set_inheritable(fd, 0) < 0 ? -1 : fd;
    return dup3((int)fd, (int)fd2, O_CLOEXEC);
}

long ppx_sendfile(long out, long in, long offset, long count)
{
    off_t position = offset;
    return sendfile((int)out, (int)in, offset == LONG_MIN ? NULL : &position, (size_t)count);
}

long ppx_terminal_size(long fd, long *out)
{
    struct winsize size;
    if (ioctl((int)fd, TIOCGWINSZ, &size) < 0)
        return -1;
    out[0] = size.ws_col;
    out[1] = size.ws_row;
    return 0;
}

long ppx_times(long *out)
{
    struct tms t;
    clock_t elapsed = times(&t);
    if (elapsed == (clock_t)-1)
        return -1;
    out[0] = t.tms_utime;
    out[1] = t.tms_stime;
    out[2] = t.tms_cutime;
    out[3] = t.tms_cstime;
    out[4] = elapsed;
    return 0;
}

long ppx_wait4(long pid, long options, long *out)
{
    struct rusage ru;
    int status = 0;
    long result;
    memset(&ru, 0, sizeof(ru));
    result = wait4((pid_t)pid, &status, (int)options, &ru);
    out[0] = status;
    out[1] = ru.ru_utime.tv_sec * 1000000L + ru.ru_utime.tv_usec;
    out[2] = ru.ru_stime.tv_sec * 1000000L + ru.ru_stime.tv_usec;
    out[3] = ru.ru_maxrss;
    out[4] = ru.ru_ixrss;
    out[5] = ru.ru_idrss;
    out[6] = ru.ru_isrss;
    out[7] = ru.ru_minflt;
    out[8] = ru.ru_majflt;
    out[9] = ru.ru_nswap;
    out[10] = ru.ru_inblock;
    out[11] = ru.ru_oublock;
    out[12] = ru.ru_msgsnd;
    out[13] = ru.ru_msgrcv;
    out[14] = ru.ru_nsignals;
    out[15] = ru.ru_nvcsw;
    out[16] = ru.ru_nivcsw;
    return result;
}

long ppx_waitid(long idtype, long id, long options, long *out)
{
    siginfo_t si;
    memset(&si, 0, sizeof(si));
    if (waitid((idtype_t)idtype, (id_t)id, &si, (int)options) < 0)
        return -1;
    out[0] = si.si_pid;
    out[1] = si.si_uid;
    out[2] = si.si_signo;
    out[3] = si.si_status;
    out[4] = si.si_code;
    return 0;
}

long ppx_getloadavg(double *out)
{
    return getloadavg(out, 3);
}

long ppx_openpty(long *out)
{
    int master, slave;
    if (openpty(&master, &slave, NULL, NULL, NULL) < 0)
        return -1;
    out[0] = master;
    out[1] = slave;
    return 0;
}

long ppx_getgroups(long size, long *out)
{
    gid_t groups[1024];
    int i, n = getgroups(size < 1024 ? (int)size : 1024, groups);
    for (i = 0; i < n && out != NULL && size > 0; i++)
        out[i] = groups[i];
    return n;
}

long ppx_cpu_count(void)
{
    return sysconf(_SC_NPROCESSORS_ONLN);
}

char *ppx_uname(long i)
{
    static __thread struct utsname name;
    if (uname(&name) < 0)
        return NULL;
    switch (i) {
    case 0: return name.sysname;
    case 1: return name.nodename;
    case 2: return name.release;
    case 3: return name.version;
    default: return name.machine;
    }
}

extern char **environ;

char *ppx_environ(long i)
{
    return environ == NULL ? NULL : environ[i];
}

long ppx_opendir(const char *path)
{
    return (long)opendir(path);
}

long ppx_fdopendir(long fd)
{
    DIR *dir;
    int copy = fcntl((int)fd, F_DUPFD_CLOEXEC, 0);
    if (copy < 0)
        return 0;
    dir = fdopendir(copy);
    if (dir == NULL) {
        int saved = errno;
        close(copy);
        errno = saved;
        return 0;
    }
    rewinddir(dir);
    return (long)dir;
}

long ppx_closedir(long dir)
{
    return closedir((DIR *)dir);
}

char *ppx_readdir(long dir, long *out)
{
    struct dirent *entry;
    errno = 0;
    entry = readdir((DIR *)dir);
    if (entry == NULL)
        return NULL;
    out[0] = entry->d_type;
    out[1] = (long)entry->d_ino;
    return entry->d_name;
}

void ppx_rewinddir(long dir)
{
    rewinddir((DIR *)dir);
}

/* -1 is a valid priority: 1000 says error */
long ppx_getpriority(long which, long who)
{
    long result;
    errno = 0;
    result = getpriority((int)which, (id_t)who);
    return result == -1 && errno != 0 ? 1000 : result;
}

long ppx_nice(long increment)
{
    long result;
    errno = 0;
    result = nice((int)increment);
    return result == -1 && errno != 0 ? 1000 : result;
}

long ppx_sched_yield(void)
{
    return sched_yield();
}

long ppx_major(long device) { return major((dev_t)device); }
long ppx_minor(long device) { return minor((dev_t)device); }
long ppx_makedev(long ma, long mi) { return (long)makedev((unsigned)ma, (unsigned)mi); }

long ppx_lockf(long fd, long command, long length)
{
    return lockf((int)fd, (int)command, length);
}

/* these three: -1 with errno 0 means "no limit" */
long ppx_sysconf(long name) { errno = 0; return sysconf((int)name); }
long ppx_fpathconf(long fd, long name) { errno = 0; return fpathconf((int)fd, (int)name); }
long ppx_pathconf(const char *path, long name) { errno = 0; return pathconf(path, (int)name); }

char *ppx_getlogin(void)
{
    return getlogin();
}

long ppx_preadv(long fd, char *data, long size, long offset, long flags)
{
    struct iovec part = { data, (size_t)size };
    return preadv2((int)fd, &part, 1, offset, (int)flags);
}

long ppx_pwritev(long fd, const char *data, long size, long offset, long flags)
{
    struct iovec part = { (char *)data, (size_t)size };
    return pwritev2((int)fd, &part, 1, offset, (int)flags);
}

long ppx_eventfd_read(long fd, long *out)
{
    eventfd_t value = 0;
    long result = eventfd_read((int)fd, &value);
    out[0] = (long)value;
    return result;
}

long ppx_eventfd_write(long fd, long value)
{
    return eventfd_write((int)fd, (eventfd_t)value);
}

long ppx_splice(long src, long dst, long count, long src_place, long dst_place, long flags)
{
    loff_t from = src_place, to = dst_place;
    return splice((int)src, src_place == LONG_MIN ? NULL : &from, (int)dst, dst_place == LONG_MIN ? NULL : &to, (size_t)count,
                  (unsigned)flags);
}

long ppx_copy_file_range(long src, long dst, long count, long src_place, long dst_place)
{
    loff_t from = src_place, to = dst_place;
    return copy_file_range((int)src, src_place == LONG_MIN ? NULL : &from, (int)dst, dst_place == LONG_MIN ? NULL : &to,
                           (size_t)count, 0);
}

long ppx_pidfd_open(long pid, long flags)
{
    return syscall(SYS_pidfd_open, (pid_t)pid, (unsigned)flags);
}

long ppx_getresuid(long *out)
{
    uid_t real, effective, saved;
    if (getresuid(&real, &effective, &saved) < 0)
        return -1;
    out[0] = real;
    out[1] = effective;
    out[2] = saved;
    return 0;
}

long ppx_getresgid(long *out)
{
    gid_t real, effective, saved;
    if (getresgid(&real, &effective, &saved) < 0)
        return -1;
    out[0] = real;
    out[1] = effective;
    out[2] = saved;
    return 0;
}

long ppx_getgrouplist(const char *user, long group, long size, long *out)
{
    gid_t *groups = malloc(size * sizeof(gid_t));
    int i, count = (int)size;
    long result;
    if (groups == NULL)
        return -1;
    result = getgrouplist(user, (gid_t)group, groups, &count) < 0 ? -1 : count;
    for (i = 0; i < result; i++)
        out[i] = groups[i];
    free(groups);
    return result;
}

long ppx_setgroups(long count, long *groups)
{
    gid_t *converted = malloc((count + 1) * sizeof(gid_t));
    long i, result;
    if (converted == NULL) {
        errno = ENOMEM;
        return -1;
    }
    for (i = 0; i < count; i++)
        converted[i] = (gid_t)groups[i];
    result = setgroups((size_t)count, converted);
    free(converted);
    return result;
}

long ppx_setpriority(long which, long who, long priority)
{
    return setpriority((int)which, (id_t)who, (int)priority);
}

long ppx_sched_setscheduler(long pid, long policy, long priority)
{
    struct sched_param param;
    param.sched_priority = (int)priority;
    return sched_setscheduler((pid_t)pid, (int)policy, &param);
}

long ppx_sched_setparam(long pid, long priority)
{
    struct sched_param param;
    param.sched_priority = (int)priority;
    return sched_setparam((pid_t)pid, &param);
}

long ppx_sched_getparam(long pid)
{
    struct sched_param param;
    return sched_getparam((pid_t)pid, &param) < 0 ? -1 : param.sched_priority;
}

long ppx_sched_rr_get_interval(long pid, long *out)
{
    struct timespec interval;
    if (sched_rr_get_interval((pid_t)pid, &interval) < 0)
        return -1;
    out[0] = interval.tv_sec;
    out[1] = interval.tv_nsec;
    return 0;
}

long ppx_sched_setaffinity(long pid, long count, long *words)
{
    return sched_setaffinity((pid_t)pid, (size_t)count * sizeof(long), (cpu_set_t *)words);
}

long ppx_sched_getaffinity(long pid, long count, long *words)
{
    return sched_getaffinity((pid_t)pid, (size_t)count * sizeof(long), (cpu_set_t *)words);
}

static void fill_signals(sigset_t *set, unsigned long mask)
{
    int number;
    sigemptyset(set);
    for (number = 1; number <= 64; number++)
        if (mask >> (number - 1) & 1)
            sigaddset(set, number);
}

long ppx_posix_spawn(const char *path, char **argv, char **env, long *n, long *actions, char **paths)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    struct sched_param param;
    sigset_t set;
    short flags = 0;
    pid_t pid = -1;
    long i;
    int error = posix_spawn_file_actions_init(&files);
    if (error != 0) {
        errno = error;
        return -1;
    }
    error = posix_spawnattr_init(&attributes);
    if (error != 0) {
        posix_spawn_file_actions_destroy(&files);
        errno = error;
        return -1;
    }
    for (i = 0; i < n[PPX_ACTIONS] && error == 0; i++) {
        long *a = actions + 4 * i;
        if (a[0] == 0)
            error = posix_spawn_file_actions_addopen(&files, (int)a[1], paths[i], (int)a[2], (mode_t)a[3]);
        else if (a[0] == 1)
            error = posix_spawn_file_actions_addclose(&files, (int)a[1]);
        else
            error = posix_spawn_file_actions_adddup2(&files, (int)a[1], (int)a[2]);
    }
    if (n[PPX_RESETIDS])
        flags |= POSIX_SPAWN_RESETIDS;
    if (n[PPX_SETSID])
        flags |= POSIX_SPAWN_SETSID;
    if (n[PPX_HAS_GROUP] && error == 0) {
        error = posix_spawnattr_setpgroup(&attributes, (pid_t)n[PPX_GROUP]);
        flags |= POSIX_SPAWN_SETPGROUP;
    }
    if (n[PPX_HAS_MASK] && error == 0) {
        fill_signals(&set, (unsigned long)n[PPX_MASK]);
        error = posix_spawnattr_setsigmask(&attributes, &set);
        flags |= POSIX_SPAWN_SETSIGMASK;
    }
    if (n[PPX_HAS_DEFAULT] && error == 0) {
        fill_signals(&set, (unsigned long)n[PPX_DEFAULT]);
        error = posix_spawnattr_setsigdefault(&attributes, &set);
        flags |= POSIX_SPAWN_SETSIGDEF;
    }
    if (n[PPX_HAS_POLICY] && error == 0) {
        error = posix_spawnattr_setschedpolicy(&attributes, (int)n[PPX_POLICY]);
        flags |= POSIX_SPAWN_SETSCHEDULER;
    }
    if (n[PPX_HAS_PRIORITY] && error == 0) {
        param.sched_priority = (int)n[PPX_PRIORITY];
        error = posix_spawnattr_setschedparam(&attributes, &param);
        if (!n[PPX_HAS_POLICY])
            flags |= POSIX_SPAWN_SETSCHEDPARAM;
    }
    if (error == 0)
        error = posix_spawnattr_setflags(&attributes, flags);
    if (error == 0)
        error = (n[PPX_SEARCH] ? posix_spawnp : posix_spawn)(&pid, path, &files, &attributes, argv, env);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    errno = error;
    return error == 0 ? pid : -1;
}
