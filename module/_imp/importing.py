"""The import statement: modules that are loaded already are found here; everything else is importlib's _bootstrap.py, run as frozen code."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.eval import hooks
from interpreter.objects.dict import W_Dict
from interpreter.objects.exception import W_ImportWarning
from interpreter.objects.module import W_Module
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import newint, newstr, newtuple


class ImportState(object):
    """importlib._bootstrap once it runs, and sys.modules."""

    def __init__(self):
        self.w_modules = None         # the W_Dict that sys.modules was at start-up
        self.w_bootstrap = None       # the module _frozen_importlib

    def _cleanup_(self):
        self.w_modules = None
        self.w_bootstrap = None


state = ImportState()


def modules_dict():
    """sys.modules, whatever it is by now."""
    from module.framework import load_builtin
    w_modules = load_builtin('sys').getdict().getitem_str('modules')
    if w_modules is None:
        raise errors.runtime_error("unable to get sys.modules")
    return w_modules


def find_loaded(name):
    """The entry of sys.modules, or None (RPython null)."""
    w_modules = modules_dict()
    if isinstance(w_modules, W_Dict):
        return w_modules.getitem_str(name)
    from interpreter.objects.exception import W_KeyError
    try:
        return ops.getitem(w_modules, newstr(name))
    except errors.OperationError as e:
        if not e.is_instance(W_KeyError.typedef):
            raise
        return None


def bootstrap_function(name):
    """A function of importlib._bootstrap, looked up anew: people patch it."""
    if state.w_bootstrap is None:
        raise errors.import_error("the import system is not running yet", None, None)
    return ops.getattr(state.w_bootstrap, name)


def is_initializing(w_module):
    """Is another thread (or this one) still running the module's code?"""
    w_spec = ops.getattr_or_none(w_module, '__spec__')
    if w_spec is None or w_spec is w_None:
        return False
    w_flag = ops.getattr_or_none(w_spec, '_initializing')
    return w_flag is not None and w_flag.op_bool()


def import_absolute(name):
    """The module of a full name, imported if need be."""
    w_module = find_loaded(name)
    if w_module is not None and w_module is not w_None:
        if is_initializing(w_module):
            bootstrap_function('_lock_unlock_module').call1(newstr(name))
        return w_module
    w_find = bootstrap_function('_find_and_load')
    try:
        return w_find.call2(newstr(name), bootstrap_function('_gcd_import'))
    except errors.OperationError as e:
        remove_importlib_frames(e)
        raise


def import_module(name):
    """What `importlib.import_module(name)` gives, for RPython code: the module itself, not its top package."""
    return import_absolute(name)


def import_warning(message):
    hooks.warn(W_ImportWarning.typedef.w_type, message)


def package_of(w_globals):
    """The name of the package of a module with these globals; '' for a module at the top."""
    w_package = given(w_globals, '__package__')
    w_spec = given(w_globals, '__spec__')
    if w_package is not None:
        if not isinstance(w_package, W_Str):
            raise errors.type_error("package must be a string")
        if w_spec is not None and not ops.is_true(ops.eq(w_package, ops.getattr(w_spec, 'parent'))):
            import_warning("__package__ != __spec__.parent")
        return w_package._utf8
    if w_spec is not None:
        w_package = ops.getattr(w_spec, 'parent')
        if not isinstance(w_package, W_Str):
            raise errors.type_error("__spec__.parent must be a string")
        return w_package._utf8
    import_warning("can't resolve package from __spec__ or __package__, falling back on __name__ and __path__")
    w_name = w_globals.getitem_str('__name__')
    if w_name is None:
        raise errors.key_error(newstr("'__name__' not in globals"))
    if not isinstance(w_name, W_Str):
        raise errors.type_error("__name__ must be a string")
    name = w_name._utf8
    if w_globals.getitem_str('__path__') is not None:
        return name
    dot = name.rfind('.')
    return name[:dot] if dot >= 0 else ''


def given(w_globals, name):
    """The global, or None (RPython null) where it is absent or Python's None."""
    w_value = w_globals.getitem_str(name)
    return None if w_value is w_None else w_value


def resolve_name(name, w_globals, level):
    """The absolute name of a relative import."""
    if w_globals is None:
        raise errors.key_error(newstr("'__name__' not in globals"))
    if not isinstance(w_globals, W_Dict):
        raise errors.type_error("globals must be a dict")
    package = package_of(w_globals)
    if package == '':
        raise errors.import_error("attempted relative import with no known parent package", None, None)
    base = package
    for i in range(level - 1):
        dot = base.rfind('.')
        if dot < 0:
            raise errors.import_error("attempted relative import beyond top-level package", None, None)
        base = base[:dot]
    if name == '':
        return base
    return base + '.' + name


def import_name(name, w_globals, w_fromlist, level):
    """__import__(name, globals, locals, fromlist, level)"""
    if level < 0:
        raise errors.value_error("level must be >= 0")
    if level > 0:
        full_name = resolve_name(name, w_globals, level)
    else:
        if name == '':
            raise errors.value_error("Empty module name")
        full_name = name
    w_module = import_absolute(full_name)
    if w_fromlist is None or w_fromlist is w_None or not w_fromlist.op_bool():
        dot = name.find('.')
        if level == 0:
            if dot < 0:
                return w_module
            return import_absolute(name[:dot])
        if name == '':
            return w_module
        if dot < 0:
            return w_module
        cut = len(full_name) - (len(name) - dot)
        assert cut >= 0
        w_top = find_loaded(full_name[:cut])
        if w_top is None:
            raise errors.key_error(newstr("'%s' not in sys.modules as expected" % full_name[:cut]))
        return w_top
    if ops.getattr_or_none(w_module, '__path__') is None:
        return w_module
    if isinstance(w_fromlist, W_Tuple) and all_there(w_module, w_fromlist.items):
        return w_module
    try:
        return bootstrap_function('_handle_fromlist').call3(w_module, w_fromlist, bootstrap_function('_gcd_import'))
    except errors.OperationError as e:
        remove_importlib_frames(e)
        raise


def all_there(w_module, names_w):
    """Are all names of the from-list attributes already?"""
    for w_name in names_w:
        if not isinstance(w_name, W_Str) or w_name._utf8 == '*':
            return False
        if w_module.getdictvalue(w_name._utf8) is None:
            return False
    return True


def remove_importlib_frames(e):
    """Drops the frames of importlib from the traceback: all of them for an ImportError, else those around the module's own code."""
    from interpreter.objects.exception import W_ImportError
    from module._imp.bootstrap import options
    if options.verbose:
        return
    always = e.is_instance(W_ImportError.typedef)
    w_exc = e.w_exc
    # a chunk is a run of importlib frames; it goes if it ends in _call_with_frames_removed, or always
    w_before = None             # the last entry that stays
    w_entry = w_exc.w_traceback
    w_chunk = None              # the first entry of the running chunk
    while w_entry is not None:
        w_next = w_entry.w_next
        code = w_entry.frame.code
        if code.filename == '<frozen importlib._bootstrap>' or code.filename == '<frozen importlib._bootstrap_external>':
            if w_chunk is None:
                w_chunk = w_entry
            if always or code.name == '_call_with_frames_removed':
                if w_before is None:
                    w_exc.w_traceback = w_next
                else:
                    w_before.w_next = w_next
                w_chunk = None
                w_entry = w_next
                continue
        else:
            w_chunk = None
        if w_chunk is None:
            w_before = w_entry
        w_entry = w_next
