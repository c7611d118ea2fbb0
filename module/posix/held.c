/* See held.h. */
#include "held.h"
#include "shim.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

long ppx_held_open(long dir_fd, const char *path, long flags)
{
    struct stat st;
    if (fstatat((int)dir_fd, path, &st, 0) < 0)
        return -1;
    if (!S_ISREG(st.st_mode))
        return -2;
    return openat((int)dir_fd, path, (int)flags);
}

long ppx_held_close(long fd) { return close((int)fd); }
ssize_t ppx_held_read(int fd, char *buffer, size_t size) { return read(fd, buffer, size); }
long ppx_held_seek(long fd, long position, long how) { return lseek((int)fd, position, (int)how); }
long ppx_held_stat(long dir_fd, const char *path, long flags, long *out) { return ppx_stat(dir_fd, path, flags, out); }
long ppx_held_fstat(long fd, long *out) { return ppx_fstat(fd, out); }
long ppx_held_access(long dir_fd, const char *path, long mode, long flags)
{
    return faccessat((int)dir_fd, path, (int)mode, (int)flags);
}
