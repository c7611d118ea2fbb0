"""fcntl: control of file descriptors, and file locks."""
from __future__ import absolute_import

from module.fcntl import functions
from module.framework import BuiltinModule

module = BuiltinModule('fcntl', sources=[functions], doc="Control of file descriptors.", constants=dict(
    F_DUPFD=0, F_GETFD=1, F_SETFD=2, F_GETFL=3, F_SETFL=4, F_GETLK=5, F_SETLK=6, F_SETLKW=7, F_SETOWN=8, F_GETOWN=9, F_SETSIG=10, F_GETSIG=11,
    F_OFD_GETLK=36, F_OFD_SETLK=37, F_OFD_SETLKW=38, F_SETLEASE=1024, F_GETLEASE=1025, F_NOTIFY=1026, F_DUPFD_CLOEXEC=1030,
    F_SETPIPE_SZ=1031, F_GETPIPE_SZ=1032, F_ADD_SEALS=1033, F_GET_SEALS=1034, F_SEAL_SEAL=1, F_SEAL_SHRINK=2, F_SEAL_GROW=4, F_SEAL_WRITE=8,
    FD_CLOEXEC=1, FASYNC=0x2000, F_RDLCK=0, F_WRLCK=1, F_UNLCK=2, F_EXLCK=4, F_SHLCK=8, LOCK_SH=1, LOCK_EX=2, LOCK_NB=4, LOCK_UN=8,
    LOCK_MAND=32, LOCK_READ=64, LOCK_WRITE=128, LOCK_RW=192, F_GETLK64=5, F_SETLK64=6, F_SETLKW64=7))
