"""sys: what describes the build is prebuilt (info.py); what describes the running process is filled in by interpreter/main at start-up."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module.sys import functions, hooks, info


def init(w_module):
    """The attributes that need other objects of this module."""
    from module.framework import registry
    from interpreter.objects.wrap import newstr, newtuple, newdict, newlist
    w_dict = w_module.getdict()
    w_dict.setitem_str('builtin_module_names', newtuple([newstr(name) for name in registry.names()]))
    w_dict.setitem_str('modules', newdict())
    for name in ['path', 'meta_path', 'path_hooks', 'warnoptions', 'argv', 'orig_argv']:
        w_dict.setitem_str(name, newlist([]))
    for name in ['path_importer_cache', '_xoptions']:
        w_dict.setitem_str(name, newdict())
    for name in ['displayhook', 'excepthook', 'breakpointhook', 'unraisablehook']:
        w_dict.setitem_str('__%s__' % name, w_dict.getitem_str(name))


module = BuiltinModule('sys', sources=[functions, hooks], constants=info.constants, init=init,
                       doc="What belongs to the interpreter itself: its modules, arguments, streams, hooks and limits.")
