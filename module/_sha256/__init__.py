"""_sha256: SHA-256 and SHA-224."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module._sha256 import functions

module = BuiltinModule('_sha256', sources=[functions])
