"""OSError and its subclasses (PEP 3151): the class follows from errno."""

import errno

from interpreter.objects.root import w_None
from interpreter.objects.wrap import newint, newstr, newtuple
from interpreter.objects import exception
from interpreter.objects.baseexception import W_BaseException, allocate, positional, field
from interpreter.errors import type_error, attribute_error, check_type_argument
from interpreter.gateway import method, getter, setter, deleter, raw_new
from interpreter.typedef import TypeDef


class W_OSError(W_BaseException):
    """OSError: errno, strerror, filename, filename2; `written` is BlockingIOError's characters_written, -1 when unset."""
    _attrs_ = ['w_errno', 'w_strerror', 'w_filename', 'w_filename2', 'written']
    w_errno = None
    w_strerror = None
    w_filename = None
    w_filename2 = None
    written = -1

    get_errno, set_errno, delete_errno = field('errno', "The error number of the system.")
    get_strerror, set_strerror, delete_strerror = field('strerror', "The message of the system.")
    get_filename, set_filename, delete_filename = field('filename', "The file concerned.")
    get_filename2, set_filename2, delete_filename2 = field('filename2', "The second file concerned, where there are two.")

    @getter('characters_written')
    def get_written(self):
        if self.written < 0:
            raise attribute_error(self, 'characters_written')
        return newint(self.written)

    @setter('characters_written')
    def set_written(self, w_value):
        from interpreter import ops
        self.written = ops.int_w(w_value)

    @deleter('characters_written')
    def delete_written(self):
        if self.written < 0:
            raise attribute_error(self, 'characters_written')
        self.written = -1

    @raw_new('__new__')
    def descr_new(args_w, kwnames):
        w_class = check_type_argument('__new__', W_OSError, args_w[0])
        use_init = uses_init(w_class)
        args = positional(args_w, kwnames)
        if not use_init:
            if kwnames is not None and len(kwnames) > 0:
                raise type_error("%s() takes no keyword arguments" % w_class.name)
            if w_class is W_OSError.typedef.w_type and 2 <= len(args) <= 5:
                w_class = class_for_errno(args[0], w_class)
        w_exc = allocate(W_OSError, w_class)
        if use_init:
            w_exc.args_w = []
        else:
            w_exc.parse(args)
        return w_exc

    def init(self, args_w, kwnames):
        if not uses_init(self.gettype()):
            return                       # __new__ has done it
        if kwnames is not None and len(kwnames) > 0:
            raise type_error("%s() takes no keyword arguments" % self.gettype().name)
        self.parse(args_w)

    def parse(self, args_w):
        from interpreter import ops
        from interpreter.objects.int import W_AbstractInt
        count = len(args_w)
        self.args_w = args_w
        if not 2 <= count <= 5:
            return
        self.w_errno = args_w[0]
        self.w_strerror = args_w[1]
        if count >= 3 and args_w[2] is not w_None:
            w_filename = args_w[2]
            if self.gettype() is W_BlockingIOError.typedef.w_type and isinstance(w_filename, W_AbstractInt):
                self.written = ops.int_w(w_filename)
                return
            self.w_filename = w_filename
            if count == 5 and args_w[4] is not w_None:
                self.w_filename2 = args_w[4]
            # the file names are no part of args
            self.args_w = [args_w[0], args_w[1]]

    def text(self):
        from interpreter import ops
        w_errno = self.w_errno if self.w_errno is not None else w_None
        w_strerror = self.w_strerror if self.w_strerror is not None else w_None
        if self.w_filename is not None:
            head = "[Errno %s] %s: %s" % (ops.text_w(ops.str(w_errno)), ops.text_w(ops.str(w_strerror)),
                                          ops.text_w(ops.repr(self.w_filename)))
            if self.w_filename2 is not None:
                return head + " -> " + ops.text_w(ops.repr(self.w_filename2))
            return head
        if self.w_errno is not None and self.w_strerror is not None:
            return "[Errno %s] %s" % (ops.text_w(ops.str(w_errno)), ops.text_w(ops.str(w_strerror)))
        return self.args_text()

    def op_str(self):
        return newstr(self.text())

    def reduce_args(self):
        args_w = self.args_w
        if len(args_w) == 2 and self.w_filename is not None:
            if self.w_filename2 is not None:
                return [args_w[0], args_w[1], self.w_filename, w_None, self.w_filename2]
            return [args_w[0], args_w[1], self.w_filename]
        return args_w

    @method('__reduce__(self, /)')
    def m_reduce_os(self):
        return self.m_reduce()


def uses_init(w_class):
    """Does a subclass define __init__ but not __new__?  Then its arguments are parsed in __init__."""
    w_oserror = W_OSError.typedef.w_type
    return (w_class.lookup('__init__') is not w_oserror.lookup('__init__') and
            w_class.lookup('__new__') is w_oserror.lookup('__new__'))


W_OSError.typedef = TypeDef('OSError', W_OSError, base=exception.W_Exception.typedef,
                            doc="The operating system refused; errno says why.", has_dict=True)


def _simple(name, base, doc):
    cls = type('W_' + name, (base,), {'_layout_': W_OSError, '_attrs_': (), '__module__': __name__})
    cls.typedef = TypeDef(name, cls, base=base.typedef, doc=doc, has_dict=True)
    return cls


W_BlockingIOError = _simple('BlockingIOError', W_OSError, "The operation would have to wait.")
W_ChildProcessError = _simple('ChildProcessError', W_OSError, "There is no such child process.")
W_ConnectionError = _simple('ConnectionError', W_OSError, "A connection failed.")
W_FileExistsError = _simple('FileExistsError', W_OSError, "The file is there already.")
W_FileNotFoundError = _simple('FileNotFoundError', W_OSError, "There is no such file.")
W_InterruptedError = _simple('InterruptedError', W_OSError, "A signal came in between.")
W_IsADirectoryError = _simple('IsADirectoryError', W_OSError, "A file was expected, not a directory.")
W_NotADirectoryError = _simple('NotADirectoryError', W_OSError, "A directory was expected.")
W_PermissionError = _simple('PermissionError', W_OSError, "It is not allowed.")
W_ProcessLookupError = _simple('ProcessLookupError', W_OSError, "There is no such process.")
W_TimeoutError = _simple('TimeoutError', W_OSError, "It took too long.")
W_BrokenPipeError = _simple('BrokenPipeError', W_ConnectionError, "Nobody reads at the other end.")
W_ConnectionAbortedError = _simple('ConnectionAbortedError', W_ConnectionError, "The connection was given up.")
W_ConnectionRefusedError = _simple('ConnectionRefusedError', W_ConnectionError, "Nobody accepts the connection.")
W_ConnectionResetError = _simple('ConnectionResetError', W_ConnectionError, "The other side dropped the connection.")

ERRNO_CLASSES = {
    errno.EAGAIN: W_BlockingIOError.typedef, errno.EALREADY: W_BlockingIOError.typedef,
    errno.EINPROGRESS: W_BlockingIOError.typedef, errno.EWOULDBLOCK: W_BlockingIOError.typedef,
    errno.ECHILD: W_ChildProcessError.typedef, errno.EPIPE: W_BrokenPipeError.typedef,
    errno.ESHUTDOWN: W_BrokenPipeError.typedef, errno.ECONNABORTED: W_ConnectionAbortedError.typedef,
    errno.ECONNREFUSED: W_ConnectionRefusedError.typedef, errno.ECONNRESET: W_ConnectionResetError.typedef,
    errno.EEXIST: W_FileExistsError.typedef, errno.ENOENT: W_FileNotFoundError.typedef,
    errno.EINTR: W_InterruptedError.typedef, errno.EISDIR: W_IsADirectoryError.typedef,
    errno.ENOTDIR: W_NotADirectoryError.typedef, errno.EACCES: W_PermissionError.typedef,
    errno.EPERM: W_PermissionError.typedef, errno.ESRCH: W_ProcessLookupError.typedef,
    errno.ETIMEDOUT: W_TimeoutError.typedef,
}


def class_for_errno(w_errno, w_default):
    """The W_Type of the subclass of OSError for an errno object."""
    from interpreter import ops
    from interpreter.objects.int import W_Int
    if isinstance(w_errno, W_Int):
        typedef = ERRNO_CLASSES.get(ops.int_w(w_errno), None)
        if typedef is not None:
            return typedef.w_type
    return w_default


def new_os_error(number, w_filename, w_filename2):
    """The exception for an errno, with the system's words for it."""
    import os
    w_type = W_OSError.typedef.w_type
    typedef = ERRNO_CLASSES.get(number, None)
    if typedef is not None:
        w_type = typedef.w_type
    try:
        message = os.strerror(number)
    except ValueError:
        message = "Unknown error %d" % number
    w_errno = newint(number)
    w_message = newstr(message)
    w_exc = W_OSError(w_type, [w_errno, w_message])
    w_exc.w_errno = w_errno
    w_exc.w_strerror = w_message
    w_exc.w_filename = w_filename
    w_exc.w_filename2 = w_filename2
    return w_exc
