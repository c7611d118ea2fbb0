"""stat and its family."""
from __future__ import absolute_import

from rpython.rlib.rarithmetic import intmask
from rpython.rlib.rbigint import rbigint
from rpython.rtyper.lltypesystem import lltype

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.int import W_AbstractInt
from interpreter.objects.wrap import newint, newfloat, newbigint
from module.posix import clib, held
from module.posix.path import path_arg, dir_fd_arg, check, fd_arg, interrupted
from module.structseq import make_structseq

W_StatResult = make_structseq(
    'stat_result', 'os', ['st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size', None, None, None, 'st_atime', 'st_mtime',
                          'st_ctime', 'st_atime_ns', 'st_mtime_ns', 'st_ctime_ns', 'st_blksize', 'st_blocks', 'st_rdev'], visible=10, copies=3,
    doc="What stat() returns: what is known about a file.",
    docs=["The kind and the permissions.", "The inode.", "The device.", "The number of hard links.", "The user id of the owner.",
          "The group id of the owner.", "The size in bytes.", "When it was last read, in seconds.",
          "When it was last changed, in seconds.", "When the inode was last changed, in seconds.",
          "When it was last read, in nanoseconds.", "When it was last changed, in nanoseconds.",
          "When the inode was last changed, in nanoseconds.", "The best block size for reading and writing.",
          "The number of 512-byte blocks used.", "The device that a device file stands for."])
W_StatvfsResult = make_structseq(
    'statvfs_result', 'os', ['f_bsize', 'f_frsize', 'f_blocks', 'f_bfree', 'f_bavail', 'f_files', 'f_ffree', 'f_favail', 'f_flag',
                             'f_namemax', 'f_fsid'], visible=10,
    doc="What statvfs() returns: what is known about a file system.")


def nanoseconds(seconds, ns):
    """The int seconds * 10**9 + ns."""
    if -9000000000 < seconds < 9000000000:
        return newint(seconds * 1000000000 + ns)
    return newbigint(rbigint.fromint(seconds).mul(rbigint.fromint(1000000000)).add(rbigint.fromint(ns)))


def stat_object(out):
    """The stat_result of the longs that shim.h lists."""
    fields_w = [newint(out[i]) for i in range(10)]
    for i in range(7, 10):
        fields_w.append(newfloat(out[i] + 1e-9 * out[i + 3]))
    for i in range(7, 10):
        fields_w.append(nanoseconds(out[i], out[i + 3]))
    fields_w.append(newint(out[13]))
    fields_w.append(newint(out[14]))
    fields_w.append(newint(out[15]))
    return W_StatResult.build(fields_w)


def do_stat(path, dir_fd, follow):
    with lltype.scoped_alloc(clib.LONGS, 16) as out:
        if path.fd != -1:
            check(held.fstat(path.fd, out), path)
        else:
            check(held.stat(dir_fd, path.name, 0 if follow else clib.AT_SYMLINK_NOFOLLOW, out), path)
        return stat_object(out)


@function('stat(path, *, dir_fd=None, follow_symlinks: bool=True)')
def stat(w_path, w_dir_fd, follow_symlinks):
    """What is known about a file: its kind, permissions, owner, size and times."""
    path = path_arg(w_path, 'stat', allow_fd=True)
    dir_fd = dir_fd_arg(w_dir_fd)
    if path.fd != -1:
        if dir_fd != clib.AT_FDCWD:
            raise errors.value_error("stat: can't specify dir_fd without matching path")
        if not follow_symlinks:
            raise errors.value_error("stat: cannot use fd and follow_symlinks together")
    return do_stat(path, dir_fd, follow_symlinks)


@function('lstat(path, *, dir_fd=None)')
def lstat(w_path, w_dir_fd):
    """The same as stat, but of a symbolic link itself."""
    return do_stat(path_arg(w_path, 'lstat'), dir_fd_arg(w_dir_fd), False)


@function('fstat(fd)')
def fstat(w_fd):
    """The same as stat, of an open file."""
    fd = fd_arg(w_fd)
    with lltype.scoped_alloc(clib.LONGS, 16) as out:
        while True:
            result = held.fstat(fd, out)
            if result >= 0 or not interrupted():
                break
        check(result)
        return stat_object(out)


@function('statvfs(path)')
def statvfs(w_path):
    """What is known about the file system that a file lies on."""
    path = path_arg(w_path, 'statvfs', allow_fd=True)
    with lltype.scoped_alloc(clib.LONGS, 11) as out:
        if path.fd != -1:
            check(clib.c_fstatvfs(path.fd, out), path)
        else:
            check(clib.c_statvfs(path.name, out), path)
        return W_StatvfsResult.build([newint(out[i]) for i in range(11)])


@function('fstatvfs(fd)')
def fstatvfs(w_fd):
    """What is known about the file system that an open file lies on."""
    fd = fd_arg(w_fd)
    with lltype.scoped_alloc(clib.LONGS, 11) as out:
        check(clib.c_fstatvfs(fd, out))
        return W_StatvfsResult.build([newint(out[i]) for i in range(11)])


def device_arg(w_device):
    """A device number, as its 64 bits."""
    if not isinstance(w_device, W_AbstractInt):
        raise errors.type_error("an integer is required")
    device = ops.bigint_w(w_device)
    if device.sign < 0:
        raise errors.overflow_error("can't convert negative int to unsigned")
    if device.bit_length() > 64:
        raise errors.overflow_error("int too big to convert")
    return intmask(device.touint())


@function('major(device, /) -> int')
def major(w_device):
    """The major number in a device number."""
    return clib.c_major(device_arg(w_device))


@function('minor(device, /) -> int')
def minor(w_device):
    """The minor number in a device number."""
    return clib.c_minor(device_arg(w_device))


@function('makedev(major: cint, minor: cint, /) -> int')
def makedev(major, minor):
    """The device number of a major and a minor number."""
    return clib.c_makedev(major, minor)
