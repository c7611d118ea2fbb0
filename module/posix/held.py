"""Reading files inside a transaction that is atomic, without making it inevitable.

A regular file that the transaction itself opens for reading is nobody else's: an abort closes it, and the next attempt reads it
again from its start.  So opening, reading, seeking and closing it can be undone; and questions like stat() change nothing.  The
functions here do that when `rstm.is_held()`; everywhere else they are the ordinary calls, during which other threads run.
"""
from __future__ import absolute_import

import os

from rpython.rlib.rarithmetic import intmask, widen
from rpython.rtyper.lltypesystem import rffi
from rpython.translator import cdir
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from module.posix import clib
from rpython_stm import rstm

_here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(_here, 'held.c')) as _file:
    _eci = ExternalCompilationInfo(includes=['held.h'], include_dirs=[_here, cdir], separate_module_sources=[_file.read()])
_eci = _eci.merge(clib.eci)

_SIGNATURES = {'open': 'lsl:l', 'close': 'l:l', 'read': 'ibz:t', 'seek': 'lll:l', 'stat': 'lslo:l', 'fstat': 'lo:l', 'access': 'lsll:l'}


def _held(name):
    return clib._external('ppx_held_' + name, _SIGNATURES[name], _eci, releasegil=False)


_open, _close, _read, _seek = _held('open'), _held('close'), _held('read'), _held('seek')
_stat, _fstat, _access = _held('stat'), _held('fstat'), _held('access')
rstm.harmless(*['ppx_held_' + _name for _name in sorted(_SIGNATURES)])

_CHANGING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
NOT_A_FILE = -2


def openat(dir_fd, name, flags, mode):
    """(int, str, int, int) -> int, the descriptor or -1."""
    if rstm.is_held() and flags & _CHANGING == 0:
        fd = _open(dir_fd, name, flags)
        if fd >= 0:
            rstm.close_on_abort(fd)
        if fd != NOT_A_FILE:
            return fd
    return clib.c_openat(dir_fd, name, flags, mode)


def close(fd):
    """(int) -> int, 0 or -1."""
    if rstm.closes_on_abort(fd):
        rstm.keep_on_abort(fd)
        return _close(fd)
    return widen(clib.c_close(rffi.cast(rffi.INT, fd)))


def read(fd, buffer, size):
    """(int, char *, int) -> int, the number of bytes or -1."""
    if rstm.closes_on_abort(fd):
        return intmask(widen(_read(rffi.cast(rffi.INT, fd), buffer, rffi.cast(rffi.SIZE_T, size))))
    return intmask(widen(clib.c_read(rffi.cast(rffi.INT, fd), buffer, rffi.cast(rffi.SIZE_T, size))))


def lseek(fd, position, how):
    """(int, int, int) -> int, the new position or -1."""
    if rstm.closes_on_abort(fd):
        return _seek(fd, position, how)
    return intmask(clib.c_lseek(rffi.cast(rffi.INT, fd), rffi.cast(rffi.LONGLONG, position), rffi.cast(rffi.INT, how)))


def stat(dir_fd, name, flags, out):
    """(int, str, int, long *) -> int, 0 or -1; the fields are those of ppx_stat in shim.h."""
    if rstm.is_held():
        return _stat(dir_fd, name, flags, out)
    return clib.c_stat(dir_fd, name, flags, out)


def fstat(fd, out):
    """(int, long *) -> int, the same of a descriptor."""
    if rstm.is_held():
        return _fstat(fd, out)
    return clib.c_fstat(fd, out)


def access(dir_fd, name, mode, flags):
    """(int, str, int, int) -> int, 0 or -1."""
    if rstm.is_held():
        return _access(dir_fd, name, mode, flags)
    return widen(clib.c_faccessat(rffi.cast(rffi.INT, dir_fd), name, rffi.cast(rffi.INT, mode), rffi.cast(rffi.INT, flags)))
