"""Raising Python exceptions from RPython: `raise type_error("...")`.

OperationError is the RPython exception that carries a Python exception through RPython code.  Each helper returns one,
ready to be raised, of the built-in exception class that it is named after.
"""

class OperationError(Exception):
    """A Python exception on its way: w_exc is the W_BaseException instance.

    recorded: its __context__ is set;  reraised: the frame that it leaves next is in its traceback already;
    leaving: that frame is at its return, and cannot catch it."""
    _attrs_ = ['w_exc', 'recorded', 'reraised', 'leaving']

    def __init__(self, w_exc):
        from interpreter.objects.baseexception import W_BaseException
        assert isinstance(w_exc, W_BaseException)
        self.w_exc = w_exc
        self.recorded = False
        self.reraised = False
        self.leaving = False

    def match(self, w_type):
        """Is the exception an instance of w_type (a class, or a tuple of classes)?"""
        from interpreter.objects.exception import exception_matches
        return exception_matches(self.w_exc, w_type)

    def is_instance(self, typedef):
        """The same for a built-in exception class given as a TypeDef."""
        return self.w_exc.gettype().issubtype(typedef.w_type)

    def __str__(self):
        """For people debugging untranslated code."""
        return repr(self.w_exc)


def _make_helper(name):
    def helper(message):
        from interpreter.objects import exception
        from interpreter.objects.wrap import newstr
        return OperationError(exception.new_exception(getattr(exception, name).typedef.w_type, [newstr(message)]))
    helper.__doc__ = "The OperationError for %s(message); message is UTF-8." % name[2:]
    return helper


# one helper for each class that takes a message: interpreter.objects.exception.W_<Name>
type_error = _make_helper('W_TypeError')
value_error = _make_helper('W_ValueError')
index_error = _make_helper('W_IndexError')
overflow_error = _make_helper('W_OverflowError')
zero_division_error = _make_helper('W_ZeroDivisionError')
arithmetic_error = _make_helper('W_ArithmeticError')
runtime_error = _make_helper('W_RuntimeError')
recursion_error = _make_helper('W_RecursionError')
not_implemented_error = _make_helper('W_NotImplementedError')
system_error = _make_helper('W_SystemError')
lookup_error = _make_helper('W_LookupError')
memory_error = _make_helper('W_MemoryError')
assertion_error = _make_helper('W_AssertionError')
buffer_error = _make_helper('W_BufferError')
reference_error = _make_helper('W_ReferenceError')
eof_error = _make_helper('W_EOFError')
os_error_message = _make_helper('W_OSError')


def key_error(w_key):
    """KeyError(key)."""
    from interpreter.objects import exception
    return OperationError(exception.new_exception(exception.W_KeyError.typedef.w_type, [w_key]))


def stop_iteration(w_value):
    """StopIteration(value); w_value is None for no value."""
    from interpreter.objects import exception
    args_w = [] if w_value is None else [w_value]
    return OperationError(exception.new_exception(exception.W_StopIteration.typedef.w_type, args_w))


def attribute_error(w_obj, name):
    """AttributeError "'T' object has no attribute 'name'", with its `name` and `obj`; a type and a module word it their way."""
    from interpreter.objects import exception
    return OperationError(exception.new_attribute_error(w_obj, name))


def attribute_error_message(w_obj, name, message):
    """AttributeError with words of its own, and its `name` and `obj`."""
    from interpreter.objects import exception
    return OperationError(exception.new_attribute_error_message(w_obj, name, message))


def bare_attribute_error(message):
    """AttributeError without `name` and `obj`: where an attribute is set or deleted, or a look-up on the way fills them in."""
    from interpreter.objects import exception
    return OperationError(exception.new_exception(exception.W_AttributeError.typedef.w_type, [_newstr(message)]))


def _newstr(message):
    from interpreter.objects.str import newstr
    return newstr(message)


def add_attribute_context(e, w_obj, name):
    """Gives an AttributeError that came out of the look-up of w_obj.name its `name` and `obj`, unless it has them."""
    from interpreter.objects import exception
    w_exc = e.w_exc
    if isinstance(w_exc, exception.W_AttributeError) and w_exc.w_name is None and w_exc.w_obj is None:
        w_exc.w_name = _newstr(name)
        w_exc.w_obj = w_obj


def name_error(name, message):
    """NameError with its `name`."""
    from interpreter.objects import exception
    return OperationError(exception.new_name_error(exception.W_NameError.typedef.w_type, name, message))


def unbound_local_error(name, message):
    """UnboundLocalError with its `name`."""
    from interpreter.objects import exception
    return OperationError(exception.new_name_error(exception.W_UnboundLocalError.typedef.w_type, name, message))


def import_error(message, name, path):
    """ImportError; name and path are str or None."""
    from interpreter.objects import exception
    return OperationError(exception.new_import_error(exception.W_ImportError.typedef.w_type, message, name, path))


def module_not_found_error(name):
    """ModuleNotFoundError "No module named 'name'"."""
    from interpreter.objects import exception
    return OperationError(exception.new_import_error(exception.W_ModuleNotFoundError.typedef.w_type,
                                                     "No module named '%s'" % name, name, None))


def os_error(errno, w_filename, w_filename2=None):
    """OSError or the subclass that PEP 3151 gives for errno; file names are W_Root or None."""
    from interpreter.objects import exception
    return OperationError(exception.new_os_error(errno, w_filename, w_filename2))


def os_error_from(rpython_oserror, w_filename):
    """The same for a caught RPython OSError."""
    return os_error(rpython_oserror.errno, w_filename)


# ____________________________________________________________
# used by interpreter.gateway's thunks


def self_error(name, owner, w_obj):
    """A method was called on an object of the wrong type."""
    return type_error("descriptor '%s' for '%s' objects doesn't apply to a '%s' object" % (
        name, owner.typedef.name, w_obj.gettype().name))
self_error._annspecialcase_ = 'specialize:arg(1)'


def check_type_argument(name, owner, w_cls):
    """The first argument of a class method or of __new__: a W_Type that is a subtype of the owner's."""
    from interpreter.objects.type import W_Type
    if not isinstance(w_cls, W_Type):
        raise type_error("%s.%s(X): X is not a type object (%s)" % (owner.typedef.name, name, w_cls.gettype().name))
    if not w_cls.issubtype(owner.typedef.w_type):
        raise type_error("%s.%s(%s): %s is not a subtype of %s" % (
            owner.typedef.name, name, w_cls.name, w_cls.name, owner.typedef.name))
    return w_cls
check_type_argument._annspecialcase_ = 'specialize:arg(1)'


def as_dict(w_kwds):
    """The **kwds parameter: a W_Dict or None."""
    from interpreter.objects.dict import W_Dict
    if w_kwds is None:
        return None
    assert isinstance(w_kwds, W_Dict)
    return w_kwds
