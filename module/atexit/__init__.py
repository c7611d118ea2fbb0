"""atexit: functions to call at the end, the last registered first."""
from __future__ import absolute_import

from module.atexit import functions
from module.framework import BuiltinModule

module = BuiltinModule('atexit', sources=[functions], doc="Functions that are called when the interpreter ends.")
