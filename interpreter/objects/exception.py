"""The built-in exception classes, W_<Name> for each, and the constructors that interpreter.errors calls.

A class without fields of its own is not an RPython class that is ever instantiated: `W_TypeError` only names the TypeDef,
and its instances are of the RPython class `_layout_` (interpreter.objects.baseexception tells why).
"""

from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newint, newstr, newtuple, newbool, newdict
from interpreter.objects.baseexception import W_BaseException, make_new, keyword_values, field
from interpreter.errors import type_error, value_error
from interpreter.gateway import method, getter, setter, deleter, raw_method
from interpreter.typedef import TypeDef


def simple(name, base, doc, layout=None):
    """An exception class without fields: defines W_<name>."""
    cls_base = globals()['W_' + base]
    layout = layout or cls_base.__dict__.get('_layout_', cls_base)
    cls = type('W_' + name, (cls_base,), {'_layout_': layout, '_attrs_': (), '__module__': __name__,
                                           '__doc__': doc})
    cls.typedef = TypeDef(name, cls, base=cls_base.typedef, doc=doc, has_dict=True)
    globals()['W_' + name] = cls


def layout(cls, name, base, doc):
    """Finishes an exception class with fields of its own."""
    cls.descr_new = make_new(cls)
    cls.typedef = TypeDef(name, cls, base=base.typedef, doc=doc, has_dict=True)


simple('Exception', 'BaseException', "The base of all exceptions that programs are meant to catch.")
simple('GeneratorExit', 'BaseException', "A generator is being closed.")
simple('KeyboardInterrupt', 'BaseException', "The user pressed Ctrl-C.")


class W_SystemExit(W_BaseException):
    """SystemExit: w_code."""
    _attrs_ = ['w_code']
    w_code = None

    def init(self, args_w, kwnames):
        W_BaseException.init(self, args_w, kwnames)
        if len(args_w) == 1:
            self.w_code = args_w[0]
        elif len(args_w) > 1:
            self.w_code = newtuple(args_w)

    get_code, set_code, delete_code = field('code', "The exit code.")


class W_StopIteration(W_BaseException):
    """StopIteration: w_value."""
    _attrs_ = ['w_value']
    w_value = None

    def init(self, args_w, kwnames):
        W_BaseException.init(self, args_w, kwnames)
        self.w_value = args_w[0] if len(args_w) > 0 else w_None

    get_value, set_value, delete_value = field('value', "What the generator returned.")


class W_NameError(W_BaseException):
    """NameError: w_name."""
    _attrs_ = ['w_name']
    w_name = None

    def init(self, args_w, kwnames):
        args_w, values_w = keyword_values(args_w, kwnames, ['name'], 'NameError')
        self.args_w = args_w
        self.w_name = values_w[0]

    get_name, set_name, delete_name = field('name', "The name that is not defined.")


class W_AttributeError(W_BaseException):
    """AttributeError: w_name, w_obj."""
    _attrs_ = ['w_name', 'w_obj']
    w_name = None
    w_obj = None

    def init(self, args_w, kwnames):
        args_w, values_w = keyword_values(args_w, kwnames, ['name', 'obj'], 'AttributeError')
        self.args_w = args_w
        self.w_name = values_w[0]
        self.w_obj = values_w[1]

    get_name, set_name, delete_name = field('name', "The name of the attribute.")
    get_obj, set_obj, delete_obj = field('obj', "The object without the attribute.")


class W_ImportError(W_BaseException):
    """ImportError: w_msg, w_name, w_path."""
    _attrs_ = ['w_msg', 'w_name', 'w_path']
    w_msg = None
    w_name = None
    w_path = None

    def init(self, args_w, kwnames):
        args_w, values_w = keyword_values(args_w, kwnames, ['name', 'path'], 'ImportError')
        self.args_w = args_w
        self.w_name = values_w[0]
        self.w_path = values_w[1]
        self.w_msg = args_w[0] if len(args_w) == 1 else None

    get_msg, set_msg, delete_msg = field('msg', "The message.")
    get_name, set_name, delete_name = field('name', "The name of the module.")
    get_path, set_path, delete_path = field('path', "The file of the module.")

    def text(self):
        from interpreter.objects.str import W_Str
        from interpreter import ops
        w_msg = self.w_msg
        if w_msg is not None and w_msg.__class__ is W_Str:
            return ops.text_w(w_msg)
        return self.args_text()

    def op_str(self):
        return newstr(self.text())

    def reduce_state(self):
        from interpreter import ops
        w_dict = self.getdict()
        if self.w_name is None and self.w_path is None:
            return w_None if w_dict.length() == 0 else w_dict
        w_state = newdict()
        for w_key in ops.listview(w_dict):
            w_state.setitem(w_key, w_dict.getitem(w_key))
        if self.w_name is not None:
            w_state.setitem_str('name', self.w_name)
        if self.w_path is not None:
            w_state.setitem_str('path', self.w_path)
        return w_state

    @method('__reduce__(self, /)')
    def m_reduce_import(self):
        return self.m_reduce()


class W_SyntaxError(W_BaseException):
    """SyntaxError: where the error is."""
    _attrs_ = ['w_msg', 'w_filename', 'w_lineno', 'w_offset', 'w_text', 'w_end_lineno', 'w_end_offset', 'w_print_file_and_line']
    w_msg = None
    w_filename = None
    w_lineno = None
    w_offset = None
    w_text = None
    w_end_lineno = None
    w_end_offset = None
    w_print_file_and_line = None

    def init(self, args_w, kwnames):
        from interpreter import ops
        W_BaseException.init(self, args_w, kwnames)
        if len(args_w) >= 1:
            self.w_msg = args_w[0]
        if len(args_w) == 2:
            info_w = ops.fixedview(args_w[1])
            if len(info_w) < 4:
                raise type_error("function takes at least 4 arguments (%d given)" % len(info_w))
            if len(info_w) > 6:
                raise type_error("function takes at most 6 arguments (%d given)" % len(info_w))
            self.w_filename = info_w[0]
            self.w_lineno = info_w[1]
            self.w_offset = info_w[2]
            self.w_text = info_w[3]
            if len(info_w) > 4:
                self.w_end_lineno = info_w[4]
                if len(info_w) == 5:
                    raise type_error("end_offset must be provided when end_lineno is provided")
                self.w_end_offset = info_w[5]

    get_msg, set_msg, delete_msg = field('msg', "What is wrong.")
    get_filename, set_filename, delete_filename = field('filename', "The file with the error.")
    get_lineno, set_lineno, delete_lineno = field('lineno', "The number of the line, from 1.")
    get_offset, set_offset, delete_offset = field('offset', "The column in the line, from 1.")
    get_text, set_text, delete_text = field('text', "The line.")
    get_end_lineno, set_end_lineno, delete_end_lineno = field('end_lineno', "The number of the line where the error ends.")
    get_end_offset, set_end_offset, delete_end_offset = field('end_offset', "The column where the error ends.")
    get_print, set_print, delete_print = field('print_file_and_line', "Unused.")

    def text(self):
        from interpreter import ops
        from interpreter.objects.str import W_Str
        from interpreter.objects.int import W_Int
        msg = 'None' if self.w_msg is None else ops.text_w(ops.str(self.w_msg))
        w_filename = self.w_filename
        w_lineno = self.w_lineno
        filename = ''
        has_filename = isinstance(w_filename, W_Str)
        if has_filename:
            filename = ops.text_w(w_filename)
            slash = filename.rfind('/') + 1
            assert slash >= 0
            filename = filename[slash:]
        if w_lineno is not None and w_lineno.__class__ is W_Int:
            lineno = ops.int_w(w_lineno)
            if has_filename:
                return "%s (%s, line %d)" % (msg, filename, lineno)
            return "%s (line %d)" % (msg, lineno)
        if has_filename:
            return "%s (%s)" % (msg, filename)
        return msg

    def op_str(self):
        return newstr(self.text())


layout(W_SystemExit, 'SystemExit', W_BaseException, "The program is to end.")
simple('ArithmeticError', 'Exception', "A calculation failed.")
simple('AssertionError', 'Exception', "An assert statement was not true.")
layout(W_AttributeError, 'AttributeError', W_Exception, "An object has no such attribute.")
simple('BufferError', 'Exception', "A buffer cannot do what was asked.")
simple('EOFError', 'Exception', "There is nothing left to read.")
layout(W_ImportError, 'ImportError', W_Exception, "A module, or a name in it, could not be imported.")
simple('LookupError', 'Exception', "A container has no such key or index.")
simple('MemoryError', 'Exception', "No memory is left.")
layout(W_NameError, 'NameError', W_Exception, "A variable is not defined.")
simple('ReferenceError', 'Exception', "The object behind a weak proxy is gone.")
simple('RuntimeError', 'Exception', "Something went wrong that fits no other class.")
simple('StopAsyncIteration', 'Exception', "An asynchronous iterator has no more items.")
layout(W_StopIteration, 'StopIteration', W_Exception, "An iterator has no more items.")
layout(W_SyntaxError, 'SyntaxError', W_Exception, "Source text is not valid.")
simple('SystemError', 'Exception', "The interpreter itself is at fault.")
simple('TypeError', 'Exception', "An object of this type cannot be used here.")
simple('ValueError', 'Exception', "The type is right, but not the value.")
simple('Warning', 'Exception', "The base of all warnings.")
simple('FloatingPointError', 'ArithmeticError', "A floating-point calculation failed.")
simple('OverflowError', 'ArithmeticError', "A result is too large to represent.")
simple('ZeroDivisionError', 'ArithmeticError', "A number was divided by zero.")
simple('BytesWarning', 'Warning', "Bytes were used where text was probably meant.")
simple('DeprecationWarning', 'Warning', "A feature will go away: for programmers.")
simple('EncodingWarning', 'Warning', "Text was read or written without naming its encoding.")
simple('FutureWarning', 'Warning', "A feature will change its meaning: for users.")
simple('ImportWarning', 'Warning', "An import looks like a mistake.")
simple('PendingDeprecationWarning', 'Warning', "A feature will be deprecated some day.")
simple('ResourceWarning', 'Warning', "A resource was not released.")
simple('RuntimeWarning', 'Warning', "A program behaves in a doubtful way.")
simple('SyntaxWarning', 'Warning', "Source text is valid but doubtful.")
simple('UnicodeWarning', 'Warning', "Text was handled in a doubtful way.")
simple('UserWarning', 'Warning', "A warning of the program itself.")
simple('IndentationError', 'SyntaxError', "Lines are not indented as they must be.")
simple('TabError', 'IndentationError', "Indentation mixes tabs and spaces so that its depth is unclear.")
simple('IndexError', 'LookupError', "A sequence has no such index.")
simple('KeyError', 'LookupError', "A mapping has no such key.")
simple('ModuleNotFoundError', 'ImportError', "There is no such module.")
simple('NotImplementedError', 'RuntimeError', "A method waits for a subclass to define it.")
simple('RecursionError', 'RuntimeError', "Calls are nested too deeply.")
simple('UnboundLocalError', 'NameError', "A local variable is used before it has a value.")
simple('UnicodeError', 'ValueError', "Text could not be encoded or decoded.")



def key_error_str(args_w, kwnames):
    """KeyError.__str__: a single argument shows as its repr."""
    if len(args_w) != 1:
        raise type_error("expected 0 arguments, got %d" % (len(args_w) - 1))
    w_self = args_w[0]
    if not isinstance(w_self, W_BaseException):
        raise type_error("descriptor '__str__' requires a 'KeyError' object but received a '%s'" % w_self.gettype().name)
    return newstr(w_self.key_text())


W_KeyError.descr_str = raw_method('__str__')(key_error_str)

import sys
from interpreter import objects
objects.exception = sys.modules[__name__]      # Python 2 sets it too late for the modules below, which import this one

from interpreter.objects.oserror import (                                   # noqa: these need the classes above
    W_OSError, W_BlockingIOError, W_ChildProcessError, W_ConnectionError, W_FileExistsError, W_FileNotFoundError,
    W_InterruptedError, W_IsADirectoryError, W_NotADirectoryError, W_PermissionError, W_ProcessLookupError,
    W_TimeoutError, W_BrokenPipeError, W_ConnectionAbortedError, W_ConnectionRefusedError, W_ConnectionResetError,
    new_os_error)
from interpreter.objects.unicodeerror import (
    W_UnicodeDecodeError, W_UnicodeEncodeError, W_UnicodeTranslateError, new_unicode_decode_error,
    new_unicode_encode_error)
from interpreter.objects.exceptiongroup import W_BaseExceptionGroup, W_ExceptionGroup


# ____________________________________________________________
# making exceptions from RPython


def new_exception(w_type, args_w):
    """An instance of a built-in class."""
    if w_type is W_StopIteration.typedef.w_type:
        w_exc = W_StopIteration(w_type, args_w)
        w_exc.w_value = args_w[0] if len(args_w) > 0 else w_None
        return w_exc
    if w_type.layout is not W_BaseException.typedef.w_type:
        w_other = w_type.op_call(args_w, None)
        assert isinstance(w_other, W_BaseException)
        return w_other
    return W_BaseException(w_type, args_w)


def new_attribute_error(w_obj, name):
    """AttributeError "'T' object has no attribute 'name'"; a type and a module word it their way."""
    from interpreter.objects.type import W_Type
    from interpreter.objects.module import W_Module
    if isinstance(w_obj, W_Type):
        message = "type object '%s' has no attribute '%s'" % (w_obj.name, name)
    elif isinstance(w_obj, W_Module):
        message = w_obj.missing_attribute_message(name)
    else:
        message = "'%s' object has no attribute '%s'" % (w_obj.gettype().name, name)
    return new_attribute_error_message(w_obj, name, message)


def new_attribute_error_message(w_obj, name, message):
    """AttributeError with the given words."""
    w_exc = W_AttributeError(W_AttributeError.typedef.w_type, [newstr(message)])
    w_exc.w_name = newstr(name)
    w_exc.w_obj = w_obj
    return w_exc


def new_name_error(w_type, name, message):
    """NameError or UnboundLocalError."""
    w_exc = W_NameError(w_type, [newstr(message)])
    if w_type is W_NameError.typedef.w_type:        # CPython gives an UnboundLocalError none
        w_exc.w_name = newstr(name)
    return w_exc


def new_import_error(w_type, message, name, path):
    """ImportError or ModuleNotFoundError; name and path are str or None."""
    w_message = newstr(message)
    w_exc = W_ImportError(w_type, [w_message])
    w_exc.w_msg = w_message
    if name is not None:
        w_exc.w_name = newstr(name)
    if path is not None:
        w_exc.w_path = newstr(path)
    return w_exc


def new_syntax_error(w_type, message, filename, lineno, offset, text, end_lineno, end_offset):
    """SyntaxError or a subclass; text may be None; the ends are 0 when unknown."""
    w_text = w_None if text is None else newstr(text)
    w_message = newstr(message)
    w_info = newtuple([newstr(filename), newint(lineno), newint(offset), w_text, newint(end_lineno), newint(end_offset)])
    w_exc = W_SyntaxError(w_type, [])
    w_exc.init([w_message, w_info], None)
    return w_exc


# ____________________________________________________________
# matching


def is_exception_class(w_obj):
    """Is it a class that derives from BaseException?"""
    from interpreter.objects.type import W_Type
    return isinstance(w_obj, W_Type) and w_obj.issubtype(W_BaseException.typedef.w_type)


def exception_matches(w_exc, w_type):
    """Is the exception an instance of w_type, a class or a (nested) tuple of classes?  By the MRO only, as CPython does."""
    from interpreter import ops
    from interpreter.objects.tuple import W_Tuple
    from interpreter.objects.type import W_Type
    if isinstance(w_type, W_Tuple):
        for w_item in ops.tuple_items(w_type):
            if exception_matches(w_exc, w_item):
                return True
        return False
    if isinstance(w_type, W_Type):
        return w_exc.gettype().issubtype(w_type)
    return False
