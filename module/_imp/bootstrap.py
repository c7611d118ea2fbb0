"""Starting the import system: runs importlib._bootstrap and _bootstrap_external, as CPython does."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.objects.dict import W_Dict
from interpreter.objects.module import W_Module
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newbytes, newint, newstr
from module._imp.fingerprint import MAGIC
from module._imp.importing import state


class BootstrapOptions(object):
    def __init__(self):
        self.verbose = False


options = BootstrapOptions()
MAGIC_NUMBER = ord(MAGIC[0]) | (ord(MAGIC[1]) << 8) | (ord(MAGIC[2]) << 16) | (ord(MAGIC[3]) << 24)


def run_frozen(name, w_module):
    """Runs the code of a frozen module in w_module."""
    from interpreter.eval.run import exec_code
    from module._imp.frozen import get_code, table
    from module.framework import load_builtin
    frozen = table.find(name)
    assert frozen is not None
    w_dict = w_module.getdict()
    w_dict.setitem_str('__builtins__', load_builtin('builtins'))
    w_dict.setitem_str('__origname__', newstr(frozen.origname))         # FrozenImporter._fix_up_module takes it away again
    exec_code(get_code(frozen), w_dict, w_dict)


def start():
    """Installs the importers.  sys must be loaded; after this the import statement works."""
    from module.framework import load_builtin
    w_sys = load_builtin('sys')
    w_imp = load_builtin('_imp')
    w_modules = w_sys.getdict().getitem_str('modules')
    assert isinstance(w_modules, W_Dict)
    state.w_modules = w_modules
    w_modules.setitem_str('sys', w_sys)
    w_modules.setitem_str('builtins', load_builtin('builtins'))
    w_bootstrap = W_Module('_frozen_importlib')
    run_frozen('_frozen_importlib', w_bootstrap)
    w_modules.setitem_str('_frozen_importlib', w_bootstrap)
    state.w_bootstrap = w_bootstrap
    ops.call_method(w_bootstrap, '_install', [w_sys, w_imp])
    ops.call_method0(w_bootstrap, '_install_external_importers')
    w_external = w_modules.getitem_str('_frozen_importlib_external')
    assert w_external is not None
    ops.setattr(w_external, 'MAGIC_NUMBER', newbytes(MAGIC))
    ops.setattr(w_external, '_RAW_MAGIC_NUMBER', newint(MAGIC_NUMBER))
    from module._imp.importing import import_module
    w_hooks = w_sys.getdict().getitem_str('path_hooks')
    w_zipimporter = ops.getattr(import_module('zipimport'), 'zipimporter')
    ops.call_method(w_hooks, 'insert', [newint(0), w_zipimporter])
