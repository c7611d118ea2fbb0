"""_string: how format strings are taken apart, for string.Formatter."""
from __future__ import absolute_import

from module._string import functions
from module.framework import BuiltinModule

module = BuiltinModule('_string', sources=[functions], doc="Helpers of string.Formatter.")
