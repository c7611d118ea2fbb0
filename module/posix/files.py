"""Files and directories by name."""
from __future__ import absolute_import

import errno
import sys

from rpython.rlib.rarithmetic import intmask, widen
from rpython.rlib.rbigint import rbigint
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter import errors, ops
from interpreter.fscodec import fsdecode
from interpreter.gateway import function, method, getter, classmethod_
from interpreter.objects.finalizer import register_resource
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newint, newbytes, newstr, newtuple, newbool, newlist
from interpreter.typedef import TypeDef
from module.posix import clib, held, path as pathmodule
from module.posix.path import Path, path_arg, dir_fd_arg, check, failure, fd_arg, interrupted
from module.posix.stat import do_stat
from module.posix.users import id_arg


def _int(value):
    return rffi.cast(rffi.INT, value)


def _mode(value):
    return rffi.cast(rffi.MODE_T, value)


def _follow(follow):
    return 0 if follow else clib.AT_SYMLINK_NOFOLLOW


@function('fspath(path)')
def fspath(w_path):
    """The str or bytes that a path-like object stands for; TypeError for other objects."""
    return ops.path_w(w_path)


@function('getcwd()')
def getcwd():
    """The working directory, as str."""
    return newstr(fsdecode(_getcwd()))


@function('getcwdb()')
def getcwdb():
    """The working directory, as bytes."""
    return newbytes(_getcwd())


def _getcwd():
    import os
    try:
        return os.getcwd()
    except OSError as e:
        raise errors.os_error(e.errno, None)


@function('chdir(path) -> None')
def chdir(w_path):
    """Changes the working directory, given by name or descriptor."""
    path = path_arg(w_path, 'chdir', allow_fd=True)
    if path.fd != -1:
        check(widen(clib.c_fchdir(_int(path.fd))), path)
    else:
        check(widen(clib.c_chdir(path.name)), path)


@function('fchdir(fd) -> None')
def fchdir(w_fd):
    """Changes the working directory to the one that a descriptor has open."""
    fd = pathmodule.fileno_arg(w_fd)
    check(widen(clib.c_fchdir(_int(fd))))


@function('chroot(path) -> None')
def chroot(w_path):
    """Changes the root directory of this process."""
    path = path_arg(w_path, 'chroot')
    check(widen(clib.c_chroot(path.name)), path)


@function('access(path, mode: int, *, dir_fd=None, effective_ids: bool=False, follow_symlinks: bool=True) -> bool')
def access(w_path, mode, w_dir_fd, effective_ids, follow_symlinks):
    """May the process read, write or execute the file, as mode asks?"""
    path = path_arg(w_path, 'access')
    flags = _follow(follow_symlinks)
    if effective_ids:
        flags |= clib.AT_EACCESS
    return held.access(dir_fd_arg(w_dir_fd), path.name, mode, flags) == 0


def list_directory(path):
    """(Path) -> [str], without '.' and '..'.  Raises OSError."""
    if path.fd != -1:
        handle = clib.c_fdopendir(path.fd)
    else:
        handle = clib.c_opendir(path.name)
    if handle == 0:
        raise failure(path)
    result = []
    with lltype.scoped_alloc(clib.LONGS, 2) as out:
        while True:
            entry = clib.c_readdir(handle, out)
            if not entry:
                error = clib.saved_errno()
                break
            name = rffi.charp2str(entry)
            if name != '.' and name != '..':
                result.append(name)
    clib.c_closedir(handle)
    if error != 0:
        raise errors.os_error(error, path.w_path)
    return result


@function('listdir(path=None)')
def listdir(w_path):
    """The names in a directory, by default the working directory, in no order and without '.' and '..'."""
    path = path_arg(w_path, 'listdir', allow_fd=True, nullable=True)
    names = list_directory(path)
    return newlist([path.wrap(name) for name in names])


@function('mkdir(path, mode: int=0o777, *, dir_fd=None) -> None')
def mkdir(w_path, mode, w_dir_fd):
    """Makes a directory."""
    path = path_arg(w_path, 'mkdir')
    check(widen(clib.c_mkdirat(_int(dir_fd_arg(w_dir_fd)), path.name, _mode(mode))), path)


@function('rmdir(path, *, dir_fd=None) -> None')
def rmdir(w_path, w_dir_fd):
    """Removes an empty directory."""
    path = path_arg(w_path, 'rmdir')
    check(widen(clib.c_unlinkat(_int(dir_fd_arg(w_dir_fd)), path.name, _int(clib.AT_REMOVEDIR))), path)


@function('unlink(path, *, dir_fd=None) -> None')
def unlink(w_path, w_dir_fd):
    """Removes a file; the same as remove."""
    path = path_arg(w_path, 'unlink')
    check(widen(clib.c_unlinkat(_int(dir_fd_arg(w_dir_fd)), path.name, _int(0))), path)


@function('remove(path, *, dir_fd=None) -> None')
def remove(w_path, w_dir_fd):
    """Removes a file; the same as unlink."""
    path = path_arg(w_path, 'remove')
    check(widen(clib.c_unlinkat(_int(dir_fd_arg(w_dir_fd)), path.name, _int(0))), path)


def _rename(function_name, w_src, w_dst, w_src_dir_fd, w_dst_dir_fd):
    src = path_arg(w_src, function_name, 'src')
    dst = path_arg(w_dst, function_name, 'dst')
    check(widen(clib.c_renameat(_int(dir_fd_arg(w_src_dir_fd)), src.name, _int(dir_fd_arg(w_dst_dir_fd)), dst.name)), src, dst)


@function('rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None) -> None')
def rename(w_src, w_dst, w_src_dir_fd, w_dst_dir_fd):
    """Gives a file or directory another name."""
    _rename('rename', w_src, w_dst, w_src_dir_fd, w_dst_dir_fd)


@function('replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None) -> None')
def replace(w_src, w_dst, w_src_dir_fd, w_dst_dir_fd):
    """Gives a file or directory another name, over a file that has that name already."""
    _rename('replace', w_src, w_dst, w_src_dir_fd, w_dst_dir_fd)


@function('link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks: bool=True) -> None')
def link(w_src, w_dst, w_src_dir_fd, w_dst_dir_fd, follow_symlinks):
    """Makes dst a hard link to the file src."""
    src = path_arg(w_src, 'link', 'src')
    dst = path_arg(w_dst, 'link', 'dst')
    flags = clib.AT_SYMLINK_FOLLOW if follow_symlinks else 0
    check(widen(clib.c_linkat(_int(dir_fd_arg(w_src_dir_fd)), src.name, _int(dir_fd_arg(w_dst_dir_fd)), dst.name, _int(flags))), src, dst)


@function('symlink(src, dst, target_is_directory: bool=False, *, dir_fd=None) -> None')
def symlink(w_src, w_dst, target_is_directory, w_dir_fd):
    """Makes dst a symbolic link that points at src."""
    src = path_arg(w_src, 'symlink', 'src')
    dst = path_arg(w_dst, 'symlink', 'dst')
    check(widen(clib.c_symlinkat(src.name, _int(dir_fd_arg(w_dir_fd)), dst.name)), src, dst)


@function('readlink(path, *, dir_fd=None)')
def readlink(w_path, w_dir_fd):
    """What a symbolic link points at."""
    path = path_arg(w_path, 'readlink')
    dir_fd = dir_fd_arg(w_dir_fd)
    size = 4096
    with rffi.scoped_alloc_buffer(size) as buf:
        got = check(intmask(widen(clib.c_readlinkat(_int(dir_fd), path.name, buf.raw, rffi.cast(rffi.SIZE_T, size)))), path)
        return path.wrap(buf.str(got))


@function('chmod(path, mode: int, *, dir_fd=None, follow_symlinks: bool=True) -> None')
def chmod(w_path, mode, w_dir_fd, follow_symlinks):
    """Changes the permissions of a file."""
    path = path_arg(w_path, 'chmod', allow_fd=True)
    if path.fd != -1:
        check(widen(clib.c_fchmod(_int(path.fd), _mode(mode))), path)
    else:
        result = widen(clib.c_fchmodat(_int(dir_fd_arg(w_dir_fd)), path.name, _mode(mode), _int(_follow(follow_symlinks))))
        if result < 0 and not follow_symlinks and clib.saved_errno() == errno.EOPNOTSUPP:
            raise errors.not_implemented_error("chmod: follow_symlinks unavailable on this platform")
        check(result, path)


@function('fchmod(fd, mode: int) -> None')
def fchmod(w_fd, mode):
    """Changes the permissions of an open file."""
    check(widen(clib.c_fchmod(_int(fd_arg(w_fd)), _mode(mode))))


@function('chown(path, uid, gid, *, dir_fd=None, follow_symlinks: bool=True) -> None')
def chown(w_path, w_uid, w_gid, w_dir_fd, follow_symlinks):
    """Changes the owner and the group of a file; -1 leaves one as it is."""
    path = path_arg(w_path, 'chown', allow_fd=True)
    uid, gid = id_arg(w_uid, 'uid'), id_arg(w_gid, 'gid')
    if path.fd != -1:
        check(widen(clib.c_fchown(_int(path.fd), uid, gid)), path)
    else:
        check(widen(clib.c_fchownat(_int(dir_fd_arg(w_dir_fd)), path.name, uid, gid, _int(_follow(follow_symlinks)))), path)


@function('lchown(path, uid, gid) -> None')
def lchown(w_path, w_uid, w_gid):
    """Changes the owner and the group of a file or of the symbolic link itself."""
    path = path_arg(w_path, 'lchown')
    uid, gid = id_arg(w_uid, 'uid'), id_arg(w_gid, 'gid')
    check(widen(clib.c_fchownat(_int(clib.AT_FDCWD), path.name, uid, gid, _int(_follow(False)))), path)


@function('fchown(fd, uid, gid) -> None')
def fchown(w_fd, w_uid, w_gid):
    """Changes the owner and the group of an open file."""
    fd = fd_arg(w_fd)
    check(widen(clib.c_fchown(_int(fd), id_arg(w_uid, 'uid'), id_arg(w_gid, 'gid'))))


@function('mkfifo(path, mode: int=0o666, *, dir_fd=None) -> None')
def mkfifo(w_path, mode, w_dir_fd):
    """Makes a named pipe."""
    path = path_arg(w_path, 'mkfifo')
    check(widen(clib.c_mkfifoat(_int(dir_fd_arg(w_dir_fd)), path.name, _mode(mode))))


@function('mknod(path, mode: int=0o600, device: int=0, *, dir_fd=None) -> None')
def mknod(w_path, mode, device, w_dir_fd):
    """Makes a file, a named pipe or a device."""
    path = path_arg(w_path, 'mknod')
    check(widen(clib.c_mknodat(_int(dir_fd_arg(w_dir_fd)), path.name, _mode(mode), rffi.cast(rffi.LONGLONG, device))))


def _split_seconds(w_time):
    """A time in seconds, int or float -> (seconds, nanoseconds)."""
    from interpreter.objects.float import W_Float
    if isinstance(w_time, W_Float):
        import math
        value = ops.float_w(w_time)
        if value != value:
            raise errors.value_error("Invalid value NaN (not a number)")
        whole = math.floor(value)
        if not -9.2e18 < whole < 9.2e18:
            raise errors.overflow_error("timestamp out of range for platform time_t")
        ns = int(math.floor((value - whole) * 1e9))
        return int(whole), ns
    return ops.int_w(w_time), 0


def _split_nanoseconds(w_time):
    """A time in nanoseconds -> (seconds, nanoseconds)."""
    value = ops.int_w(w_time)
    return value // 1000000000, value % 1000000000


@function('utime(path, times=None, *, ns=?, dir_fd=None, follow_symlinks: bool=True) -> None')
def utime(w_path, w_times, w_ns, w_dir_fd, follow_symlinks):
    """Sets when a file was last read and changed: in seconds with times, in nanoseconds with ns, else to now."""
    path = path_arg(w_path, 'utime', allow_fd=True)
    dir_fd = dir_fd_arg(w_dir_fd)
    if w_times is not w_None and w_ns is not None:
        raise errors.value_error("utime: you may specify either 'times' or 'ns' but not both")
    atime = mtime = 0
    atime_ns = mtime_ns = -1
    if w_times is not w_None:
        pair_w = _pair(w_times, "times")
        atime, atime_ns = _split_seconds(pair_w[0])
        mtime, mtime_ns = _split_seconds(pair_w[1])
    elif w_ns is not None:
        pair_w = _pair(w_ns, "ns")
        atime, atime_ns = _split_nanoseconds(pair_w[0])
        mtime, mtime_ns = _split_nanoseconds(pair_w[1])
    if path.fd != -1:
        if not follow_symlinks:
            raise errors.value_error("utime: cannot use fd and follow_symlinks together")
        check(clib.c_futimens(path.fd, atime, atime_ns, mtime, mtime_ns))
    else:
        check(clib.c_utimens(dir_fd, path.name, _follow(follow_symlinks), atime, atime_ns, mtime, mtime_ns))


def _pair(w_pair, what):
    from interpreter.objects.tuple import W_Tuple
    if not isinstance(w_pair, W_Tuple) or len(ops.tuple_items(w_pair)) != 2:
        if what == "times":
            raise errors.type_error("utime: 'times' must be either a tuple of two ints or None")
        raise errors.type_error("utime: 'ns' must be a tuple of two ints")
    return ops.tuple_items(w_pair)


# ---- scandir

DT_UNKNOWN, DT_DIR, DT_REG, DT_LNK = 0, 4, 8, 10
S_IFMT, S_IFDIR, S_IFREG, S_IFLNK = 0xF000, 0x4000, 0x8000, 0xA000


class W_DirEntry(W_Root):
    """os.DirEntry."""
    _attrs_ = ['directory', 'file_name', 'kind', 'inode', 'w_stat', 'w_lstat']

    def __init__(self, directory, file_name, kind, inode):
        self.directory = directory        # the Path given to scandir
        self.file_name = file_name
        self.kind = kind                  # DT_*
        self.inode = inode
        self.w_stat = None
        self.w_lstat = None

    def full_name(self):
        directory = self.directory
        if directory.fd != -1:
            return self.file_name
        if directory.name.endswith('/'):
            return directory.name + self.file_name
        return directory.name + '/' + self.file_name

    @getter('name')
    def get_name(self):
        """The name of the entry in its directory."""
        return self.directory.wrap(self.file_name)

    @getter('path')
    def get_path(self):
        """The name of the entry after the path given to scandir()."""
        if self.directory.w_path is w_None:
            return self.directory.wrap('./' + self.file_name)
        return self.directory.wrap(self.full_name())

    def fetch(self, follow):
        """The stat_result, cached; raises OSError."""
        w_result = self.w_stat if follow else self.w_lstat
        if w_result is None:
            directory = self.directory
            dir_fd = clib.AT_FDCWD if directory.fd == -1 else directory.fd
            w_path = self.get_path()
            w_result = do_stat(Path(w_path, self.full_name(), -1, directory.text), dir_fd, follow)
            if follow:
                self.w_stat = w_result
            else:
                self.w_lstat = w_result
        return w_result

    def test_mode(self, follow, wanted_dt, wanted_mode):
        kind = self.kind
        if kind == DT_UNKNOWN or (follow and kind == DT_LNK):
            from interpreter.objects.exception import W_FileNotFoundError
            try:
                w_stat = self.fetch(follow)
            except errors.OperationError as e:
                if e.is_instance(W_FileNotFoundError.typedef):
                    return False
                raise
            mode = ops.int_w(ops.tuple_items(w_stat)[0])
            return mode & S_IFMT == wanted_mode
        return kind == wanted_dt

    @method('stat(self, *, follow_symlinks: bool=True)')
    def m_stat(self, follow_symlinks):
        """The entry's stat_result; that of what a symbolic link points at, unless follow_symlinks is false."""
        if follow_symlinks and self.kind != DT_LNK and self.kind != DT_UNKNOWN:
            follow_symlinks = False
        return self.fetch(follow_symlinks)

    @method('is_dir(self, *, follow_symlinks: bool=True) -> bool')
    def m_is_dir(self, follow_symlinks):
        """Is the entry a directory?"""
        return self.test_mode(follow_symlinks, DT_DIR, S_IFDIR)

    @method('is_file(self, *, follow_symlinks: bool=True) -> bool')
    def m_is_file(self, follow_symlinks):
        """Is the entry a regular file?"""
        return self.test_mode(follow_symlinks, DT_REG, S_IFREG)

    @method('is_symlink(self) -> bool')
    def m_is_symlink(self):
        """Is the entry a symbolic link?"""
        return self.test_mode(False, DT_LNK, S_IFLNK)

    @method('inode(self) -> int')
    def m_inode(self):
        """The number of the entry's inode."""
        return self.inode

    @method('__fspath__(self)')
    def m_fspath(self):
        return self.get_path()

    @classmethod_('__class_getitem__(cls, item, /)')
    def m_class_getitem(w_cls, w_item):
        from interpreter.objects.genericalias import newgenericalias
        return newgenericalias(w_cls, w_item)

    def op_repr(self):
        return newstr("<DirEntry %s>" % ops.repr_w(self.get_name()))


W_DirEntry.typedef = TypeDef('posix.DirEntry', W_DirEntry, module='posix', subclassable=False)


CLOSED = sys.maxint         # a position behind every entry


class W_ScandirIterator(W_Root):
    """The iterator of os.scandir; the directory is read at once.  It is closed by its end, too."""
    _attrs_ = ['path', 'names', 'kinds', 'inodes', 'position']

    def __init__(self, path, names, kinds, inodes):
        self.path = path
        self.names = names
        self.kinds = kinds
        self.inodes = inodes
        self.position = 0
        register_resource(self)

    def op_iter(self):
        return self

    def is_iterator(self):
        return True

    def op_next(self):
        i = self.position
        if i >= len(self.names):
            self.m_close()
            return None
        self.position = i + 1
        return W_DirEntry(self.path, self.names[i], self.kinds[i], self.inodes[i])

    @method('close(self) -> None')
    def m_close(self):
        self.position = CLOSED

    @method('__del__(self) -> None')
    def m_del(self):
        if self.position != CLOSED:
            from interpreter.objects.exception import W_ResourceWarning
            from module._warnings.warn import issue
            self.m_close()
            issue(newstr("unclosed scandir iterator %s" % ops.repr_w(self)), W_ResourceWarning.typedef.w_type, 1, self)

    @method('__enter__(self)')
    def m_enter(self):
        return self

    @method('__exit__(self, *args)')
    def m_exit(self, args_w):
        self.m_close()
        return w_None


W_ScandirIterator.typedef = TypeDef('posix.ScandirIterator', W_ScandirIterator, module='posix', subclassable=False)


@function('scandir(path=None)')
def scandir(w_path):
    """An iterator over the entries of a directory, with close()."""
    path = path_arg(w_path, 'scandir', allow_fd=True, nullable=True)
    if path.fd != -1:
        handle = clib.c_fdopendir(path.fd)
    else:
        handle = clib.c_opendir(path.name)
    if handle == 0:
        raise failure(path)
    names, kinds, inodes = [], [], []
    with lltype.scoped_alloc(clib.LONGS, 2) as out:
        while True:
            entry = clib.c_readdir(handle, out)
            if not entry:
                error = clib.saved_errno()
                break
            name = rffi.charp2str(entry)
            if name != '.' and name != '..':
                names.append(name)
                kinds.append(out[0])
                inodes.append(out[1])
    clib.c_closedir(handle)
    if error != 0:
        raise errors.os_error(error, path.w_path)
    return W_ScandirIterator(path, names, kinds, inodes)


# ---- text only

@function('_path_normpath(path)')
def _path_normpath(w_path):
    """The path without needless separators and steps up."""
    return newstr(normpath(ops.text_w(w_path)))


def normpath(s):
    """(str) -> str: os.path.normpath for '/' paths, but '' for '.'."""
    slashes = 0
    if s.startswith('/'):
        slashes = 1
        if s.startswith('//') and not s.startswith('///'):
            slashes = 2
    parts = []
    for part in s.split('/'):
        if part == '' or part == '.':
            continue
        if part != '..' or (slashes == 0 and len(parts) == 0) or (len(parts) > 0 and parts[-1] == '..'):
            parts.append(part)
        elif len(parts) > 0:
            parts.pop()
    result = '/' * slashes + '/'.join(parts)
    return result
