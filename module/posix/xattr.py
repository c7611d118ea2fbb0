"""Extended attributes of files."""
from __future__ import absolute_import

import errno

from rpython.rlib.rarithmetic import intmask, widen
from rpython.rtyper.lltypesystem import rffi

from interpreter import errors
from interpreter.fscodec import fsdecode
from interpreter.gateway import function
from interpreter.objects.wrap import newlist, newstr
from module.posix import clib
from module.posix.fd import emit
from module.posix.path import check, failure, path_arg

SIZES = [128, 65536]            # what is tried first, and the greatest that there is


def _int(value):
    return rffi.cast(rffi.INT, value)


def _size(value):
    return rffi.cast(rffi.SIZE_T, value)


def file_arg(w_path, name, follow, nullable=False):
    """The Path of the file.  ValueError for a descriptor with follow_symlinks=False."""
    path = path_arg(w_path, name, allow_fd=True, nullable=nullable)
    if path.fd != -1 and not follow:
        raise errors.value_error("%s: cannot use fd and follow_symlinks together" % name)
    return path


@function('getxattr(path, attribute, *, follow_symlinks: bool=True) -> bytes')
def getxattr(w_path, w_attribute, follow):
    """The value of an extended attribute."""
    path = file_arg(w_path, 'getxattr', follow)
    attribute = path_arg(w_attribute, 'getxattr', 'attribute').name
    for size in SIZES:
        with rffi.scoped_alloc_buffer(size) as buf:
            if path.fd != -1:
                got = clib.c_fgetxattr(_int(path.fd), attribute, buf.raw, _size(size))
            elif follow:
                got = clib.c_getxattr(path.name, attribute, buf.raw, _size(size))
            else:
                got = clib.c_lgetxattr(path.name, attribute, buf.raw, _size(size))
            count = intmask(widen(got))
            if count >= 0:
                return buf.str(count)
            if clib.saved_errno() != errno.ERANGE:
                break
    raise failure(path)


@function('listxattr(path=None, *, follow_symlinks: bool=True)')
def listxattr(w_path, follow):
    """The names of the extended attributes of a file, of the working folder for None."""
    path = file_arg(w_path, 'listxattr', follow, nullable=True)
    for size in SIZES:
        with rffi.scoped_alloc_buffer(size) as buf:
            if path.fd != -1:
                got = clib.c_flistxattr(_int(path.fd), buf.raw, _size(size))
            elif follow:
                got = clib.c_listxattr(path.name, buf.raw, _size(size))
            else:
                got = clib.c_llistxattr(path.name, buf.raw, _size(size))
            count = intmask(widen(got))
            if count >= 0:
                return newlist([newstr(fsdecode(name)) for name in buf.str(count).split('\0') if name != ''])
            if clib.saved_errno() != errno.ERANGE:
                break
    raise failure(path)


@function('setxattr(path, attribute, value: bytes, flags: cint=0, *, follow_symlinks: bool=True) -> None')
def setxattr(w_path, w_attribute, value, flags, follow):
    """Sets an extended attribute."""
    path = file_arg(w_path, 'setxattr', follow)
    attribute = path_arg(w_attribute, 'setxattr', 'attribute').name
    assert value is not None
    emit()
    size = _size(len(value))
    with rffi.scoped_nonmovingbuffer(value) as buf:
        if path.fd != -1:
            result = clib.c_fsetxattr(_int(path.fd), attribute, buf, size, _int(flags))
        elif follow:
            result = clib.c_setxattr(path.name, attribute, buf, size, _int(flags))
        else:
            result = clib.c_lsetxattr(path.name, attribute, buf, size, _int(flags))
    check(widen(result), path)


@function('removexattr(path, attribute, *, follow_symlinks: bool=True) -> None')
def removexattr(w_path, w_attribute, follow):
    """Removes an extended attribute."""
    path = file_arg(w_path, 'removexattr', follow)
    attribute = path_arg(w_attribute, 'removexattr', 'attribute').name
    emit()
    if path.fd != -1:
        result = clib.c_fremovexattr(_int(path.fd), attribute)
    elif follow:
        result = clib.c_removexattr(path.name, attribute)
    else:
        result = clib.c_lremovexattr(path.name, attribute)
    check(widen(result), path)
