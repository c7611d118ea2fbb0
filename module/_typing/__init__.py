"""_typing: what typing has in C."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module._typing import functions

module = BuiltinModule('_typing', sources=[functions], doc="What typing has built in.")
