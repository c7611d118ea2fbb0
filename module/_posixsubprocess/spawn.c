/* See spawn.h.  Between fork and exec only async-signal-safe functions are called. */
#include "spawn.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

extern char **environ;

static void say(int fd, const char *text)
{
    ssize_t ignored = write(fd, text, strlen(text));
    (void)ignored;
}

static int is_kept(long fd, const long *keep, long count)
{
    long i;
    for (i = 0; i < count; i++)
        if (keep[i] == fd)
            return 1;
    return 0;
}

static void close_others(long *n, const long *keep)
{
    long start = 3, i;
    for (i = 0; i <= n[PSP_NKEEP]; i++) {
        long stop = i < n[PSP_NKEEP] ? keep[i] : (long)~0U + 1;
        if (stop > start) {
            unsigned last = i < n[PSP_NKEEP] ? (unsigned)(stop - 1) : ~0U;
#ifdef SYS_close_range
            if (syscall(SYS_close_range, (unsigned)start, last, 0) == 0) {
                start = stop + 1;
                continue;
            }
#endif
            {
                long fd, limit = sysconf(_SC_OPEN_MAX);
                for (fd = start; fd <= (long)last && fd < limit; fd++)
                    if (!is_kept(fd, keep, n[PSP_NKEEP]))
                        close((int)fd);
            }
        }
        if (stop + 1 > start)
            start = stop + 1;
    }
}

static int make_inheritable(long fd)
{
    int flags = fcntl((int)fd, F_GETFD);
    if (flags < 0)
        return -1;
    return fcntl((int)fd, F_SETFD, flags & ~FD_CLOEXEC);
}

static void fail(long *n, int error, int reached_exec)
{
    char text[40], digits[12];
    int i = 0, k = 0;
    unsigned value = (unsigned)error;
    strcpy(text, "OSError:");
    do {
        digits[i++] = "0123456789ABCDEF"[value & 15];
        value >>= 4;
    } while (value);
    k = (int)strlen(text);
    while (i > 0)
        text[k++] = digits[--i];
    text[k] = 0;
    say((int)n[PSP_ERRPIPE_WRITE], text);
    say((int)n[PSP_ERRPIPE_WRITE], reached_exec ? ":" : ":noexec");
    _exit(255);
}

#define CHECK(call) do { if ((call) < 0) fail(n, errno, 0); } while (0)

void psp_prepare(long *n, const char *cwd, long *keep, long *groups)
{
    long i, in = n[PSP_P2CREAD], out = n[PSP_C2PWRITE], err = n[PSP_ERRWRITE];
    for (i = 0; i < n[PSP_NKEEP]; i++)
        if (keep[i] != n[PSP_ERRPIPE_WRITE])
            make_inheritable(keep[i]);
    if (n[PSP_P2CWRITE] != -1)
        CHECK(close((int)n[PSP_P2CWRITE]));
    if (n[PSP_C2PREAD] != -1)
        CHECK(close((int)n[PSP_C2PREAD]));
    if (n[PSP_ERRREAD] != -1)
        CHECK(close((int)n[PSP_ERRREAD]));
    CHECK(close((int)n[PSP_ERRPIPE_READ]));
    /* low descriptors that would be overwritten move away first */
    if (out == 0)
        CHECK(out = dup((int)out));
    while (err == 0 || err == 1)
        CHECK(err = dup((int)err));
    if (in == 0) {
        CHECK(make_inheritable(0));
    }
    else if (in != -1)
        CHECK(dup2((int)in, 0));
    if (out == 1) {
        CHECK(make_inheritable(1));
    }
    else if (out != -1)
        CHECK(dup2((int)out, 1));
    if (err == 2) {
        CHECK(make_inheritable(2));
    }
    else if (err != -1)
        CHECK(dup2((int)err, 2));
    if (cwd[0])
        CHECK(chdir(cwd));
    if (n[PSP_UMASK] >= 0)
        umask((mode_t)n[PSP_UMASK]);
    if (n[PSP_RESTORE_SIGNALS]) {
        signal(SIGPIPE, SIG_DFL);
        signal(SIGXFSZ, SIG_DFL);
    }
    if (n[PSP_SETSID])
        CHECK(setsid());
    if (n[PSP_PGID] >= 0)
        CHECK(setpgid(0, (pid_t)n[PSP_PGID]));
    if (n[PSP_NGROUPS] >= 0) {
        gid_t list[256];
        for (i = 0; i < n[PSP_NGROUPS] && i < 256; i++)
            list[i] = (gid_t)groups[i];
        CHECK(setgroups((size_t)i, list));
    }
    if (n[PSP_GID] != -1)
        CHECK(setregid((gid_t)n[PSP_GID], (gid_t)n[PSP_GID]));
    if (n[PSP_UID] != -1)
        CHECK(setreuid((uid_t)n[PSP_UID], (uid_t)n[PSP_UID]));
}

void psp_exec(long *n, char **programs, char **argv, char **env, long *keep)
{
    long i;
    int saved = 0;
    if (n[PSP_CLOSE_FDS])
        close_others(n, keep);
    for (i = 0; programs[i] != NULL; i++) {
        execve(programs[i], argv, env != NULL ? env : environ);
        if (errno != ENOENT && errno != ENOTDIR && saved == 0)
            saved = errno;
    }
    fail(n, saved ? saved : errno, 1);
}

void psp_preexec_failed(long errpipe_write)
{
    say((int)errpipe_write, "SubprocessError:0:Exception occurred in preexec_fn.");
    _exit(255);
}

long psp_spawn(long *n, char **programs, char **argv, char **env, const char *cwd, long *keep, long *groups)
{
    sigset_t all, old;
    long pid;
    int saved;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &old);
    pid = vfork();
    if (pid == 0) {
        struct sigaction act;
        int i;
        /* handlers of the parent must not run here: the memory is its own */
        for (i = 1; i < 65; i++)
            if (sigaction(i, NULL, &act) == 0 && act.sa_handler != SIG_DFL && act.sa_handler != SIG_IGN) {
                memset(&act, 0, sizeof(act));
                act.sa_handler = SIG_DFL;
                sigaction(i, &act, NULL);
            }
        pthread_sigmask(SIG_SETMASK, &old, NULL);
        psp_prepare(n, cwd, keep, groups);
        psp_exec(n, programs, argv, env, keep);
    }
    saved = errno;
    pthread_sigmask(SIG_SETMASK, &old, NULL);
    errno = saved;
    return pid;
}
