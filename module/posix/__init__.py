"""posix: what os.py stands on.  A C layer (shim.c, clib.py) does the system calls; the functions are grouped by subject."""
from __future__ import absolute_import

from interpreter.objects.exception import W_OSError
from module.framework import BuiltinModule
from module.posix import fd, files, process, scheduling, spawn, stat, transfer, users, xattr
from module.posix.constants import constants, confstr_names, pathconf_names, sysconf_names

# os.py derives its supports_* sets from this: the system calls that our functions really use
_have_functions = ['HAVE_FACCESSAT', 'HAVE_FCHDIR', 'HAVE_FCHMOD', 'HAVE_FCHMODAT', 'HAVE_FCHOWN', 'HAVE_FCHOWNAT', 'HAVE_FEXECVE',
                   'HAVE_FDOPENDIR', 'HAVE_FPATHCONF', 'HAVE_FSTATAT', 'HAVE_FSTATVFS', 'HAVE_FTRUNCATE', 'HAVE_FUTIMENS',
                   'HAVE_LINKAT', 'HAVE_LCHOWN', 'HAVE_LSTAT', 'HAVE_MKDIRAT', 'HAVE_MKFIFOAT', 'HAVE_MKNODAT', 'HAVE_OPENAT',
                   'HAVE_READLINKAT', 'HAVE_RENAMEAT', 'HAVE_SYMLINKAT', 'HAVE_UNLINKAT', 'HAVE_UTIMENSAT']
_constants = dict(constants)
_constants.update(_have_functions=_have_functions, confstr_names=confstr_names, pathconf_names=pathconf_names, sysconf_names=sysconf_names)


def init(w_module):
    """`environ` is that of the running process."""
    w_module.getdict().setitem_str('environ', process.environment())
    w_module.getdict().setitem_str('error', W_OSError.typedef.w_type)


module = BuiltinModule(
    'posix', sources=[fd, files, process, scheduling, spawn, stat, transfer, users, xattr], constants=_constants, init=init,
    types=[stat.W_StatResult, stat.W_StatvfsResult, fd.W_TerminalSize, files.W_DirEntry, process.W_UnameResult, process.W_TimesResult,
           process.W_WaitidResult, scheduling.W_SchedParam],
    doc="System calls and what belongs to them; `os` is the module to use.")
