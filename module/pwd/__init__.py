"""pwd: the users of the system."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module.pwd import functions

module = BuiltinModule('pwd', sources=[functions], types=[functions.W_Passwd], doc="The users of the system.")
