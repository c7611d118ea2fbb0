"""_sha512: SHA-512 and SHA-384."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module._sha512 import functions

module = BuiltinModule('_sha512', sources=[functions])
