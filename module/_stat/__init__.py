"""_stat: what the numbers in the result of os.stat() mean."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module._stat import constants, functions

module = BuiltinModule('_stat', sources=[functions], constants=constants.CONSTANTS, doc="What the numbers in the result of os.stat() mean.")
