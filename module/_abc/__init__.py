"""_abc: what abc.ABCMeta does, in RPython."""
from __future__ import absolute_import

from module._abc import functions
from module.framework import BuiltinModule

module = BuiltinModule('_abc', sources=[functions], doc="The engine of abstract base classes.")
