"""Path arguments, results that are file names, and errors of system calls."""
from __future__ import absolute_import

import errno

from interpreter import errors, ops
from interpreter.fscodec import fsencode, fsdecode
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.int import W_AbstractInt
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects import wrap
from module.posix import clib


class Path(object):
    """A path as the system sees it, and the object that errors shall name.

    fd is -1, or the descriptor that was given instead of a path; `text` says whether results are str rather than bytes."""
    _immutable_ = True

    def __init__(self, w_path, name, fd, text):
        self.w_path = w_path
        self.name = name
        self.fd = fd
        self.text = text

    def wrap(self, s):
        """A file name as an object of the path's own kind."""
        if self.text:
            return wrap.newstr(fsdecode(s))
        return wrap.newbytes(s)


def path_arg(w_path, function, argument='path', allow_fd=False, nullable=False):
    """The Path of an argument; `nullable` accepts None for '.'."""
    if nullable and (w_path is None or w_path is w_None):
        return Path(w_None, '.', -1, True)
    if not isinstance(w_path, W_Str) and not isinstance(w_path, W_Bytes):
        if allow_fd and (isinstance(w_path, W_AbstractInt) or w_path.gettype().lookup('__index__') is not None):
            return Path(w_path, '', path_fd_arg(w_path), True)
        if w_path.gettype().lookup('__fspath__') is None and w_path.buffer_str() is not None:
            from interpreter.objects.warning import warn_deprecated
            warn_deprecated("%s: %s should be %s, not %s" % (function, argument, expected_kinds(allow_fd, nullable), w_path.gettype().name))
            return named(w_path, wrap.newbytes(ops.bufferstr_w(w_path)), function, argument)
        if w_path.gettype().lookup('__fspath__') is None:
            raise errors.type_error("%s: %s should be %s, not %s" % (function, argument, expected_kinds(allow_fd, nullable),
                                                                     w_path.gettype().name))
        w_path = ops.path_w(w_path)
    return named(w_path, w_path, function, argument)


def expected_kinds(allow_fd, nullable):
    """What a path may be, as errors say it."""
    expected = "string, bytes, os.PathLike"
    if allow_fd:
        expected += ", integer"
    if nullable:
        return expected + " or None"
    return _last_or(expected)


def named(w_given, w_path, function, argument):
    """The Path of a str or bytes object that errors name as w_given; ValueError for a null character."""
    if isinstance(w_path, W_Str):
        name = fsencode(ops.text_w(w_path))
        text = True
    else:
        assert isinstance(w_path, W_Bytes)
        name = w_path._value
        text = False
    if '\x00' in name:
        if text:
            raise errors.value_error("embedded null byte")
        raise errors.value_error("%s: embedded null character in %s" % (function, argument))
    return Path(w_given, name, -1, text)


def _last_or(expected):
    """'a, b, c' -> 'a, b or c'."""
    position = expected.rfind(', ')
    assert position >= 0
    return expected[:position] + ' or ' + expected[position + 2:]


def fd_arg(w_fd):
    """A file descriptor: an int that fits a C int."""
    return ops.cint_w(w_fd)


def path_fd_arg(w_fd):
    """The same where a descriptor stands for a path or a folder."""
    fd = ops.clamped_index_w(w_fd)
    if fd > 2147483647:
        raise errors.overflow_error("fd is greater than maximum")
    if fd < -2147483648:
        raise errors.overflow_error("fd is less than minimum")
    return fd


def fileno_arg(w_fd):
    """A file descriptor, or an object with fileno(); ValueError if it is negative."""
    if not isinstance(w_fd, W_AbstractInt):
        w_method = ops.getattr_or_none(w_fd, 'fileno')
        if w_method is None:
            raise errors.type_error("argument must be an int, or have a fileno() method.")
        w_fd = w_method.call0()
        if not isinstance(w_fd, W_AbstractInt):
            raise errors.type_error("fileno() returned a non-integer")
    fd = ops.cint_w(w_fd)
    if fd < 0:
        raise errors.value_error("file descriptor cannot be a negative integer (%d)" % fd)
    return fd


def dir_fd_arg(w_dir_fd):
    """The dir_fd parameter: AT_FDCWD for None."""
    if w_dir_fd is None or w_dir_fd is w_None:
        return clib.AT_FDCWD
    if not isinstance(w_dir_fd, W_AbstractInt) and w_dir_fd.gettype().lookup('__index__') is None:
        raise errors.type_error("argument should be integer or None, not %s" % w_dir_fd.gettype().name)
    return path_fd_arg(w_dir_fd)


def check(result, path=None, path2=None):
    """Raises the OSError of a system call that returned -1; else gives its result back."""
    if result < 0:
        raise failure(path, path2)
    return result


def failure(path=None, path2=None):
    """The OSError for the saved errno, naming the paths."""
    w_path = w_path2 = None
    if path is not None and path.w_path is not w_None:
        w_path = path.w_path
    if path2 is not None:
        w_path2 = path2.w_path
    return errors.os_error(clib.saved_errno(), w_path, w_path2)


def interrupted():
    """After a call that returned -1: was it a signal, so that the call is to be made again?  Runs the signal handlers (PEP 475)."""
    if clib.saved_errno() != errno.EINTR:
        return False
    run_signal_handlers()
    return True


def run_signal_handlers():
    """After a call that a signal may have cut short.  A handler may raise."""
    from interpreter.eval.executioncontext import check_actions, getexecutioncontext
    check_actions(getexecutioncontext())
