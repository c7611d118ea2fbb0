"""Issuing warnings: `_warnings.warn` and `warn_explicit`, and the same for RPython code."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.eval.hooks import Warner, report_unraisable
from interpreter.eval.printtraceback import source_line
from interpreter.gateway import function
from interpreter.objects import exception
from interpreter.objects.dict import W_Dict
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.type import W_Type
from interpreter.objects.wrap import newdict, newint, newstr, newtuple
from module._warnings import filters
from module.frames import top_frame


class Place(object):
    """Where a warning points to.  w_modulename: __name__ of the module there; w_registry: its W_Dict, or w_None."""

    def __init__(self, filename, lineno, w_modulename, w_registry):
        self.filename = filename
        self.lineno = lineno
        self.w_modulename = w_modulename
        self.w_registry = w_registry


# ____________________________________________________________
# the place


def is_internal(frame):
    """Is it a frame of the import system?"""
    filename = frame.code.filename
    return filename.find('importlib') >= 0 and filename.find('_bootstrap') >= 0


def find_place(stacklevel):
    """The Place `stacklevel` frames up, 1 being the running frame; those of the import system do not count."""
    frame = top_frame()
    count_all = stacklevel <= 0 or (frame is not None and is_internal(frame))
    while stacklevel > 1 and frame is not None:
        stacklevel -= 1
        frame = frame.f_back
        if not count_all:
            while frame is not None and is_internal(frame):
                frame = frame.f_back
    if frame is None:
        from module.framework import load_builtin
        filename, lineno = 'sys', 1
        w_globals = load_builtin('sys').getdict()
    else:
        filename, lineno = frame.code.filename, frame.lineno()
        w_globals = frame.w_globals
    w_registry = w_globals.getitem_str('__warningregistry__')
    if w_registry is None:
        w_registry = newdict()
        w_globals.setitem_str('__warningregistry__', w_registry)
    w_modulename = w_globals.getitem_str('__name__')
    if w_modulename is None or not (w_modulename is w_None or isinstance(w_modulename, W_Str)):
        w_modulename = newstr('<string>')
    return Place(filename, lineno, w_modulename, w_registry)


def module_name_of(filename):
    """The name of the module in a file, as far as the file's name tells."""
    if filename == '':
        return '<unknown>'
    if filename.endswith('.py'):
        end = len(filename) - 3
        assert end >= 0
        return filename[:end]
    return filename


def source_of(w_globals, lineno):
    """The line of a module's source as its loader gives it; None (RPython null) if it gives none."""
    w_loader = w_globals.getitem_str('__loader__')
    w_name = w_globals.getitem_str('__name__')
    if w_loader is None or w_name is None:
        return None
    w_get_source = ops.getattr_or_none(w_loader, 'get_source')
    if w_get_source is None or w_get_source is w_None:
        return None
    w_source = w_get_source.call1(w_name)
    if w_source is w_None:
        return None
    if not isinstance(w_source, W_Str):
        raise errors.type_error("must be str, not %s" % w_source.gettype().name)
    lines_w = ops.listview(ops.call_method0(newstr(w_source._utf8), 'splitlines'))
    if lineno < 1 or lineno > len(lines_w):
        raise errors.index_error("list index out of range")
    return lines_w[lineno - 1]


# ____________________________________________________________
# from a message to what is shown


def category_of(w_message, w_category):
    """The class of a warning: that of a message that is a warning itself, else w_category, by default UserWarning."""
    w_warning = exception.W_Warning.typedef.w_type
    if ops.isinstance(w_message, w_warning):
        return w_message.gettype()
    if w_category is None or w_category is w_None:
        return exception.W_UserWarning.typedef.w_type
    if not isinstance(w_category, W_Type) or not ops.issubclass(w_category, w_warning):
        raise errors.type_error("category must be a Warning subclass, not '%s'" % w_category.gettype().name)
    return w_category


def show(w_category, w_message, w_text, place, w_line, w_source):
    """Hands a warning to warnings._showwarnmsg; shows it itself where there is none."""
    w_show = filters.warnings_attribute('_showwarnmsg', w_source is not w_None)
    if w_show is None:
        show_plainly(w_category, w_text, place, w_line)
        return
    if not ops.callable(w_show):
        raise errors.type_error("warnings._showwarnmsg() must be set to a callable")
    w_class = filters.warnings_attribute('WarningMessage', False)
    if w_class is None:
        raise errors.runtime_error("unable to get warnings.WarningMessage")
    w_show.call1(ops.call(w_class, [w_message, w_category, newstr(place.filename), newint(place.lineno), w_None, w_None, w_source]))


def show_plainly(w_category, w_text, place, w_line):
    """A line on sys.stderr, and the line of source; nothing where they cannot be written."""
    from module.sys.hooks import sys_attribute, write_stderr
    w_stderr = sys_attribute('stderr')
    if w_stderr is None or w_stderr is w_None:
        return
    try:
        write_stderr("%s:%d: %s: %s\n" % (place.filename, place.lineno, ops.str_w(ops.getattr(w_category, '__name__')), ops.str_w(w_text)))
        if w_line is None:
            line = source_line(place.filename, place.lineno)
        else:
            line = ops.str_w(w_line)
        if line is not None:
            write_stderr("  %s\n" % line.strip(' \t\f\n'))
    except errors.OperationError as e:
        if not e.is_instance(exception.W_Exception.typedef):
            raise                       # as CPython: a warning that cannot be shown is lost


def issue_at(w_category, w_message, place, w_line, w_source):
    """Issues a warning for a place: ignores it, raises it or shows it, as the filters and the registry say.

    w_line: the line of source where it is known, else None (RPython null)."""
    w_registry = place.w_registry
    if place.w_modulename is w_None:
        return
    w_known = None
    if w_registry is not w_None:
        if not isinstance(w_registry, W_Dict):
            raise errors.type_error("'registry' must be a dict or None")
        w_known = w_registry
    if ops.isinstance(w_message, exception.W_Warning.typedef.w_type):
        w_text = ops.str(w_message)
        w_category = w_message.gettype()
    else:
        w_text = w_message
        w_message = ops.call1(w_category, w_text)
    w_key = newtuple([w_text, w_category, newint(place.lineno)])
    if w_known is not None and filters.was_shown(w_known, w_key, False):
        return
    w_action, w_filter = filters.find_filter(w_category, w_text, place.lineno, place.w_modulename)
    action = ops.text_w(w_action)
    if action == 'error':
        raise_warning(w_message)
    if action == 'ignore':
        return
    if action != 'always':
        if w_known is not None:
            w_known.setitem(w_key, newint(1))
        if action == 'once':
            if w_known is None:
                w_known = filters.once_registry()
            if filters.was_shown(w_known, newtuple([w_text, w_category]), True):
                return
        elif action == 'module':
            if w_known is not None and filters.was_shown(w_known, newtuple([w_text, w_category]), True):
                return
        elif action != 'default':
            raise errors.runtime_error("Unrecognized action (%s) in warnings.filters:\n %s" % (ops.repr_w(w_action), ops.repr_w(w_filter)))
    show(w_category, w_message, w_text, place, w_line, w_source)


def raise_warning(w_message):
    """Raises a warning as an exception."""
    if not isinstance(w_message, exception.W_BaseException):
        raise errors.type_error("exceptions must derive from BaseException")
    raise errors.OperationError(w_message)


# ____________________________________________________________
# who issues warnings


def issue(w_message, w_category, stacklevel, w_source):
    w_category = category_of(w_message, w_category)
    issue_at(w_category, w_message, find_place(stacklevel), None, w_source)


@function('warn(message, category=None, stacklevel: index=1, source=None) -> None')
def warn(w_message, w_category, stacklevel, w_source):
    """Issues a warning, or maybe ignores it or raises an exception."""
    issue(w_message, w_category, stacklevel, w_source)


@function('warn_explicit(message, category, filename: str, lineno: int, module=?, registry=None, module_globals=None, source=None) -> None')
def warn_explicit(w_message, w_category, filename, lineno, w_modulename, w_registry, w_globals, w_source):
    """Issues a warning for a given place."""
    w_line = None
    if w_globals is not w_None:
        if not isinstance(w_globals, W_Dict):
            raise errors.type_error("module_globals must be a dict, not '%s'" % w_globals.gettype().name)
        w_line = source_of(w_globals, lineno)
    if w_modulename is None:
        w_modulename = newstr(module_name_of(filename))
    issue_at(w_category, w_message, Place(filename, lineno, w_modulename, w_registry), w_line, w_source)


def warn_runtime(message):
    """A RuntimeWarning at the running frame."""
    issue(newstr(message), exception.W_RuntimeWarning.typedef.w_type, 1, w_None)


def warn_unclosed(w_source):
    """A ResourceWarning: nobody closed the file w_source."""
    from interpreter.objects.exception import W_ResourceWarning
    issue(newstr("unclosed file %s" % ops.repr_w(w_source)), W_ResourceWarning.typedef.w_type, 1, w_source)


class ModuleWarner(Warner):
    """What the rest of the interpreter warns through (interpreter.eval.hooks)."""

    def warn(self, w_category, message):
        issue(newstr(message), w_category, 1, w_None)

    def warn_explicit(self, w_category, message, filename, lineno):
        issue_at(w_category, newstr(message), Place(filename, lineno, newstr(module_name_of(filename)), w_None), None, w_None)

    def warn_unawaited(self, w_coroutine, message):
        """By warnings._warn_unawaited_coroutine, or plainly where that is broken."""
        warned = False
        try:
            w_function = filters.warnings_attribute('_warn_unawaited_coroutine', True)
            if w_function is not None:
                w_function.call1(w_coroutine)
                warned = True
        except errors.OperationError as e:
            warned = e.is_instance(exception.W_RuntimeWarning.typedef)
            report_unraisable(e, None, w_coroutine)
        if warned:
            return
        try:
            issue(newstr(message), exception.W_RuntimeWarning.typedef.w_type, 1, w_None)
        except errors.OperationError as e:
            report_unraisable(e, None, w_coroutine)
