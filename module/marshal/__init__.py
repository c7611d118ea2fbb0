"""marshal: CPython's format, version 4, for data; code objects have a format of our own, in which only this build is sure to read them."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module.marshal import functions

module = BuiltinModule('marshal', sources=[functions], constants={'version': 4}, doc="Simple values and code objects as bytes, and back.")
