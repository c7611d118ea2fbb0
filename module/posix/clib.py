"""The C functions behind module/posix, ready to be called from RPython: see shim.h.

A function returns an int, -1 (or what shim.h says) on failure with the errno in `saved_errno()`.
"""
from __future__ import absolute_import

import os

from rpython.rlib import rposix
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator import cdir
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from rpython_stm import rstm

_here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(_here, 'shim.c')) as _file:      # as text: rpython compiles only files of its own in place
    eci = ExternalCompilationInfo(includes=['shim.h'], include_dirs=[_here, cdir], separate_module_sources=[_file.read()],
                                  libraries=['util'])
_system = ExternalCompilationInfo(includes=['unistd.h', 'fcntl.h', 'sys/types.h', 'sys/stat.h', 'sys/wait.h', 'sys/xattr.h', 'signal.h',
                                            'stdio.h', 'stdlib.h', 'string.h', 'sys/random.h', 'grp.h', 'sched.h', 'sys/eventfd.h',
                                            'sys/mman.h', 'utmp.h'], libraries=['util'])

saved_errno = rposix.get_saved_errno
LONGS = rffi.CArray(lltype.Signed)
DOUBLES = rffi.CArray(lltype.Float)
_TYPES = {'l': lltype.Signed, 's': rffi.CCHARP, 'o': lltype.Ptr(LONGS), 'd': lltype.Ptr(DOUBLES), 'v': lltype.Void, 'i': rffi.INT,
          'z': rffi.SIZE_T, 't': rffi.SSIZE_T, 'm': rffi.MODE_T, 'O': rffi.LONGLONG, 'b': rffi.CCHARP, 'u': rffi.UINT}


def _external(name, signature, info, **kwds):
    """signature: 'args:result' in the letters above."""
    args, result = signature.split(':')
    return rffi.llexternal(name, [_TYPES[c] for c in args], _TYPES[result], compilation_info=info, save_err=rffi.RFFI_SAVE_ERRNO,
                           **kwds)


def _shim(name, signature, **kwds):
    globals()['c_' + name] = _external('ppx_' + name, signature, eci, **kwds)


def _libc(name, signature, **kwds):
    globals()['c_' + name] = _external(name, signature, _system, **kwds)


for _name, _signature in [
        ('stat', 'lslo:l'), ('fstat', 'lo:l'), ('statvfs', 'so:l'), ('fstatvfs', 'lo:l'), ('openat', 'lsll:l'), ('utimens', 'lslllll:l'),
        ('futimens', 'lllll:l'), ('sendfile', 'llll:l'), ('wait4', 'llo:l'), ('waitid', 'lllo:l'), ('opendir', 's:l'),
        ('fdopendir', 'l:l'), ('closedir', 'l:l'), ('readdir', 'lo:s'), ('lockf', 'lll:l'), ('pathconf', 'sl:l'),
        ('sched_yield', ':l'), ('preadv', 'lblll:l'), ('pwritev', 'lblll:l'), ('eventfd_read', 'lo:l'), ('eventfd_write', 'll:l'),
        ('splice', 'llllll:l'), ('copy_file_range', 'lllll:l'), ('getgrouplist', 'sllo:l')]:
    _shim(_name, _signature)
for _name, _signature in [
        ('set_inheritable', 'll:l'), ('get_inheritable', 'l:l'), ('set_blocking', 'll:l'), ('get_blocking', 'l:l'), ('dup2', 'lll:l'),
        ('terminal_size', 'lo:l'), ('times', 'o:l'), ('getloadavg', 'd:l'), ('openpty', 'o:l'), ('getgroups', 'lo:l'), ('cpu_count', ':l'),
        ('uname', 'l:s'), ('environ', 'l:s'), ('rewinddir', 'l:v'), ('getpriority', 'll:l'), ('nice', 'l:l'),
        ('major', 'l:l'), ('minor', 'l:l'), ('makedev', 'll:l'), ('sysconf', 'l:l'), ('fpathconf', 'll:l'), ('getlogin', ':s'), ('pidfd_open', 'll:l'),
        ('getresuid', 'o:l'), ('getresgid', 'o:l'), ('setgroups', 'lo:l'), ('setpriority', 'lll:l'), ('sched_setscheduler', 'lll:l'),
        ('sched_setparam', 'll:l'), ('sched_getparam', 'l:l'), ('sched_rr_get_interval', 'lo:l'), ('sched_setaffinity', 'llo:l'),
        ('sched_getaffinity', 'llo:l')]:
    _shim(_name, _signature, releasegil=False)

for _name, _signature in [
        ('read', 'ibz:t'), ('write', 'ibz:t'), ('pread', 'ibzO:t'), ('pwrite', 'ibzO:t'), ('lseek', 'iOi:O'), ('ftruncate', 'iO:i'),
        ('truncate', 'sO:i'), ('fsync', 'i:i'), ('fdatasync', 'i:i'), ('sync', ':v'), ('chdir', 's:i'), ('fchdir', 'i:i'),
        ('faccessat', 'isii:i'), ('mkdirat', 'ism:i'), ('unlinkat', 'isi:i'), ('renameat', 'isis:i'), ('linkat', 'isisi:i'),
        ('symlinkat', 'sis:i'), ('readlinkat', 'isbz:t'), ('fchmodat', 'ismi:i'), ('fchmod', 'im:i'), ('fchownat', 'isuui:i'),
        ('fchown', 'iuu:i'), ('mkfifoat', 'ism:i'), ('mknodat', 'ismO:i'), ('chroot', 's:i'), ('system', 's:i'), ('kill', 'ii:i'),
        ('killpg', 'ii:i'), ('getrandom', 'bzu:t'), ('close', 'i:i'), ('posix_fadvise', 'iOOi:i'), ('posix_fallocate', 'iOO:i'),
        ('getxattr', 'ssbz:t'), ('lgetxattr', 'ssbz:t'), ('fgetxattr', 'isbz:t'), ('setxattr', 'ssbzi:i'), ('lsetxattr', 'ssbzi:i'),
        ('fsetxattr', 'isbzi:i'), ('listxattr', 'sbz:t'), ('llistxattr', 'sbz:t'), ('flistxattr', 'ibz:t'), ('removexattr', 'ss:i'),
        ('lremovexattr', 'ss:i'), ('fremovexattr', 'is:i'), ('initgroups', 'su:i')]:
    _libc(_name, _signature)
for _name, _signature in [
        ('pipe2', 'bi:i'), ('isatty', 'i:i'), ('ttyname_r', 'ibz:i'), ('umask', 'm:m'), ('getpid', ':i'), ('getppid', ':i'),
        ('getuid', ':u'), ('geteuid', ':u'), ('getgid', ':u'), ('getegid', ':u'), ('setuid', 'u:i'), ('seteuid', 'u:i'),
        ('setgid', 'u:i'), ('setegid', 'u:i'), ('setreuid', 'uu:i'), ('setregid', 'uu:i'), ('setresuid', 'uuu:i'), ('setresgid', 'uuu:i'),
        ('getpgid', 'i:i'), ('getpgrp', ':i'), ('setpgid', 'ii:i'), ('setpgrp', ':i'), ('setsid', ':i'), ('getsid', 'i:i'),
        ('tcgetpgrp', 'i:i'), ('tcsetpgrp', 'ii:i'), ('strerror', 'i:s'), ('setenv', 'ssi:i'), ('unsetenv', 's:i'),
        ('_exit', 'i:v'), ('abort', ':v'), ('eventfd', 'ui:i'), ('memfd_create', 'su:i'), ('login_tty', 'i:i'),
        ('sched_getscheduler', 'i:i'), ('sched_get_priority_max', 'i:i'), ('sched_get_priority_min', 'i:i')]:
    if _name == 'pipe2':
        c_pipe2 = rffi.llexternal('pipe2', [rffi.CArrayPtr(rffi.INT), rffi.INT], rffi.INT, compilation_info=_system,
                                  save_err=rffi.RFFI_SAVE_ERRNO, releasegil=False)
    else:
        _libc(_name, _signature, releasegil=False)

c_execve = rffi.llexternal('execve', [rffi.CCHARP, rffi.CCHARPP, rffi.CCHARPP], rffi.INT, compilation_info=_system,
                           save_err=rffi.RFFI_SAVE_ERRNO, releasegil=False)
c_fexecve = rffi.llexternal('fexecve', [rffi.INT, rffi.CCHARPP, rffi.CCHARPP], rffi.INT, compilation_info=_system,
                            save_err=rffi.RFFI_SAVE_ERRNO, releasegil=False)
c_confstr = rffi.llexternal('confstr', [rffi.INT, rffi.CCHARP, rffi.SIZE_T], rffi.SIZE_T, compilation_info=_system,
                            save_err=rffi.RFFI_FULL_ERRNO_ZERO, releasegil=False)
c_posix_spawn = rffi.llexternal('ppx_posix_spawn', [rffi.CCHARP, rffi.CCHARPP, rffi.CCHARPP, lltype.Ptr(LONGS), lltype.Ptr(LONGS),
                                                    rffi.CCHARPP], lltype.Signed, compilation_info=eci,
                                save_err=rffi.RFFI_SAVE_ERRNO, releasegil=False)

AT_FDCWD = rposix.AT_FDCWD
AT_SYMLINK_NOFOLLOW = rposix.AT_SYMLINK_NOFOLLOW
AT_SYMLINK_FOLLOW = 0x400
AT_EACCESS = rposix.AT_EACCESS
AT_REMOVEDIR = rposix.AT_REMOVEDIR

# questions, which change nothing
rstm.harmless(*['ppx_' + _name for _name in [
    'get_inheritable', 'get_blocking', 'terminal_size', 'times', 'getloadavg', 'getgroups', 'cpu_count', 'uname',
    'environ', 'getpriority', 'major', 'minor', 'makedev', 'sysconf', 'fpathconf', 'getlogin',
    'getresuid', 'getresgid', 'sched_getparam', 'sched_rr_get_interval', 'sched_getaffinity']])
rstm.harmless('isatty', 'ttyname_r', 'getpid', 'getppid', 'getuid', 'geteuid', 'getgid', 'getegid', 'getpgid', 'getpgrp', 'getsid',
              'tcgetpgrp', 'strerror', 'confstr', 'sched_getscheduler', 'sched_get_priority_max', 'sched_get_priority_min')
