"""_sha1: SHA-1, by rpython.rlib.rsha."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module._sha1 import sha1

module = BuiltinModule('_sha1', sources=[sha1])
