"""_imp: what importlib needs of the interpreter.  docs/imports.md tells how imports work."""
from __future__ import absolute_import

from module._imp import functions
from module.framework import BuiltinModule

module = BuiltinModule('_imp', sources=[functions], constants={'check_hash_based_pycs': 'default'},
                       doc="The interpreter's side of importlib.")
