"""The functions of _imp."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.code import W_Code
from interpreter.objects.module import W_Module
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.texthash import keyed_hash
from interpreter.objects.wrap import newbool, newbytes, newint, newlist, newstr, newtuple
from module._imp import frozen
from module.framework import registry


# ---- built-in modules

@function('is_builtin(name: str, /) -> int')
def is_builtin(name):
    """1 if there is a built-in module of that name (-1 if it cannot be initialised again), else 0."""
    builtin = registry.find(name)
    if builtin is None:
        return 0
    if name == 'sys' or name == 'builtins':
        return -1
    return 1


@function('create_builtin(spec, /)')
def create_builtin(w_spec):
    """The built-in module for a spec, or None."""
    name = ops.text_w(ops.getattr(w_spec, 'name'))
    builtin = registry.find(name)
    if builtin is None:
        return w_None
    return builtin.load()


@function('exec_builtin(mod, /) -> int')
def exec_builtin(w_module):
    """A built-in module needs no running."""
    return 0


@function('extension_suffixes()')
def extension_suffixes():
    """No suffixes: extension modules are not supported."""
    return newlist([])


@function('create_dynamic(spec, file=None, /)')
def create_dynamic(w_spec, w_file):
    """Extension modules are not supported."""
    name = ops.text_w(ops.getattr(w_spec, 'name'))
    raise errors.import_error("pypy-stm cannot load extension modules: '%s'" % name, name, None)


@function('exec_dynamic(mod, /) -> int')
def exec_dynamic(w_module):
    """Extension modules are not supported."""
    return 0


# ---- frozen modules

def is_essential(name):
    """Is it a frozen module that the import system cannot do without?"""
    return name.startswith('_frozen_importlib') or name == 'zipimport'


def _frozen(name):
    found = frozen.table.find(name)
    if found is None:
        raise errors.import_error("No such frozen object named %s" % name, name, None)
    if override.disabled() and not is_essential(name):
        raise errors.import_error("Frozen modules are disabled and the frozen object named %s is not essential" % name, name, None)
    return found


@function('find_frozen(name: str, /, *, withdata: bool=False)')
def find_frozen(name, withdata):
    """(None, is it a package, its original name), or None."""
    found = frozen.table.find(name)
    if found is None or not frozen.table.enabled:
        return w_None
    if override.disabled() and not is_essential(name):
        return w_None
    return newtuple([w_None, newbool(found.is_package), newstr(found.origname)])


@function('is_frozen(name: str, /) -> bool')
def is_frozen(name):
    """Is there a frozen module of that name?"""
    return frozen.table.find(name) is not None and (is_essential(name) or not override.disabled())


@function('is_frozen_package(name: str, /) -> bool')
def is_frozen_package(name):
    """Is the frozen module a package?"""
    return _frozen(name).is_package


@function('get_frozen_object(name: str, data=None, /)')
def get_frozen_object(name, w_data):
    """The code object of a frozen module."""
    return frozen.get_code(_frozen(name))


@function('init_frozen(name: str, /)')
def init_frozen(name):
    """Runs a frozen module as a module of its own."""
    if frozen.table.find(name) is None:
        return w_None
    from module._imp.bootstrap import run_frozen
    w_module = W_Module(name)
    run_frozen(name, w_module)
    return w_module


@function('_frozen_module_names()')
def _frozen_module_names():
    """The names of all frozen modules."""
    return newlist([newstr(name) for name in frozen.table.modules.keys()])


class Override(object):
    """_override_frozen_modules_for_tests and -X frozen_modules: -1 disables all but importlib's own, 1 enables, 0 leaves the default."""

    def __init__(self):
        self.value = 0

    def disabled(self):
        return self.value < 0


override = Override()


@function('_override_frozen_modules_for_tests(override: int, /) -> None')
def _override_frozen_modules_for_tests(value):
    """Turns frozen modules off (-1) or on (1)."""
    override.value = value


# ---- the global lock

@function('lock_held() -> bool')
def lock_held():
    """Does a thread hold the import lock?"""
    from module._imp.lock import import_lock
    return import_lock.owner != 0


@function('acquire_lock() -> None')
def acquire_lock():
    """Takes the import lock; it may be taken several times by one thread."""
    from module._imp.lock import import_lock
    import_lock.acquire()


@function('release_lock() -> None')
def release_lock():
    """Gives the import lock back."""
    from module._imp.lock import import_lock
    import_lock.release()


# ---- code

@function('_fix_co_filename(code, path: str, /) -> None')
def _fix_co_filename(w_code, path):
    """Gives a code object that was read from a cache, and those in it, the file name that the source has now."""
    if not isinstance(w_code, W_Code):
        raise errors.type_error("_fix_co_filename() argument 1 must be code, not %s" % w_code.gettype().name)
    if w_code.filename != path:
        _rename(w_code, w_code.filename, path)


def _rename(code, old, new):
    if code.filename != old:
        return
    code.filename = new                 # the code object was made a moment ago: nobody has run it
    for w_const in code.consts_w:
        if isinstance(w_const, W_Code):
            _rename(w_const, old, new)


@function('source_hash(key: int, source: bytes) -> bytes')
def source_hash(key, source):
    """The hash that hash-based cache files hold."""
    value = keyed_hash(key, source)
    parts = []
    for i in range(8):
        parts.append(chr((value >> (8 * i)) & 0xFF))
    return ''.join(parts)
