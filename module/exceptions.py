"""Exception classes of built-in modules, such as struct.error: made once, when they are first needed."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import OperationError
from interpreter.objects.wrap import newdict, newstr, newtuple


class LazyException(object):
    """The class `module.name`, a subclass of the built-in exception `base`."""

    def __init__(self, module, name, base='W_Exception'):
        self.module = module
        self.name = name
        self.base = base
        self.w_class = None

    def get(self):
        """The class object."""
        if self.w_class is None:
            from interpreter.objects.type import W_Type
            w_namespace = newdict()
            w_namespace.setitem_str('__module__', newstr(self.module))
            self.w_class = ops.call(W_Type.typedef.w_type, [newstr(self.name), newtuple([builtin_exception(self.base)]), w_namespace])
        return self.w_class

    def make(self, message):
        """The OperationError for an instance with this message."""
        return OperationError(ops.call1(self.get(), newstr(message)))

    def install(self, w_module):
        """Puts the class into the module's dictionary."""
        w_module.getdict().setitem_str(self.name, self.get())


def builtin_exception(name):
    """The class object of W_<Name>."""
    from interpreter.objects import exception
    if name == 'W_ValueError':
        return exception.W_ValueError.typedef.w_type
    if name == 'W_OSError':
        return exception.W_OSError.typedef.w_type
    return exception.W_Exception.typedef.w_type
