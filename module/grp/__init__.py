"""grp: the groups of the system."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module.grp import functions

module = BuiltinModule('grp', sources=[functions], types=[functions.W_Group], doc="The groups of the system.")
