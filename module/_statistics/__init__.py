"""_statistics: what statistics has in C."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module._statistics import functions

module = BuiltinModule('_statistics', sources=[functions], doc="What statistics has built in.")
