"""The import statement, as far as it is not `__import__`."""

from interpreter import ops
from interpreter.errors import OperationError, import_error, name_error, type_error, attribute_error
from interpreter.eval.hooks import sys_attribute
from interpreter.objects import exception
from interpreter.objects.dict import W_Dict
from interpreter.objects.module import W_Module
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.wrap import newstr, newint


def import_name(frame, name, w_fromlist, w_level):
    """IMPORT_NAME: calls __import__."""
    w_builtins = frame.w_builtins
    w_import = w_builtins.getitem_str('__import__') if isinstance(w_builtins, W_Dict) else None
    if w_import is None:
        raise import_error("__import__ not found", None, None)
    w_locals = frame.w_locals
    if w_locals is None:
        w_locals = w_None
    return w_import.op_call([newstr(name), frame.w_globals, w_locals, w_fromlist, w_level], None)


def import_module(name):
    """The module of that full name, for the interpreter's own needs."""
    from interpreter.eval.hooks import hooks
    if hooks.importer is None:
        raise import_error("cannot import '%s': the import system is not running yet" % name, name, None)
    return hooks.importer.import_module(name)


def text_or_none(w_obj):
    if isinstance(w_obj, W_Str):
        return w_obj._utf8
    return None


def import_from(w_module, name):
    """IMPORT_FROM: the attribute, or the submodule of that name; ImportError as CPython words it."""
    w_value = ops.getattr_or_none(w_module, name)
    if w_value is not None:
        return w_value
    w_package = ops.getattr_or_none(w_module, '__name__')
    package = text_or_none(w_package)
    if package is not None:
        # a circular import may have left the submodule in sys.modules only
        w_modules = sys_attribute('modules')
        if isinstance(w_modules, W_Dict):
            w_value = w_modules.getitem_str("%s.%s" % (package, name))
            if w_value is not None:
                return w_value
    shown = "<unknown module name>" if package is None else package
    w_file = None
    if isinstance(w_module, W_Module):
        w_file = w_module.w_dict.getitem_str('__file__')
    quoted_name = ops.repr_w(newstr(name))
    quoted = ops.repr_w(newstr(shown))
    path = text_or_none(w_file)
    if path is None:
        raise import_error("cannot import name %s from %s (unknown location)" % (quoted_name, quoted), shown, None)
    if is_initializing(w_module):
        raise import_error("cannot import name %s from partially initialized module %s (most likely due to a circular import) (%s)" % (
            quoted_name, quoted, path), shown, path)
    raise import_error("cannot import name %s from %s (%s)" % (quoted_name, quoted, path), shown, path)


def is_initializing(w_module):
    w_spec = ops.getattr_or_none(w_module, '__spec__')
    if w_spec is None or w_spec is w_None:
        return False
    w_flag = ops.getattr_or_none(w_spec, '_initializing')
    return w_flag is not None and ops.is_true(w_flag)


def import_star(frame, w_module):
    """IMPORT_STAR: `from m import *` into the locals mapping."""
    from interpreter.eval.instructions import store_name
    w_all = ops.getattr_or_none(w_module, '__all__')
    skip_private = False
    if w_all is None:
        w_dict = ops.getattr_or_none(w_module, '__dict__')
        if w_dict is None:
            raise import_error("from-import-* object has no __dict__ and no __all__", None, None)
        w_all = ops.call_method0(w_dict, 'keys')
        skip_private = True
    for w_name in ops.listview(w_all):
        if not isinstance(w_name, W_Str):
            raise bad_name(w_module, w_name, skip_private)
        name = w_name._utf8
        if skip_private and name.startswith('_'):
            continue
        store_name(frame, name, ops.getattr(w_module, name))


def bad_name(w_module, w_name, from_dict):
    w_modulename = ops.getattr(w_module, '__name__')
    if not isinstance(w_modulename, W_Str):
        return type_error("__name__ must be a string, not %s" % w_modulename.gettype().name)
    if from_dict:
        return type_error("Key in %s.__dict__ must be str, not %s" % (w_modulename._utf8, w_name.gettype().name))
    return type_error("Item in %s.__all__ must be str, not %s" % (w_modulename._utf8, w_name.gettype().name))
