"""_warnings: hands over to the warnings module of the standard library, which finds here too little to let us replace its own code."""
from __future__ import absolute_import

from module._warnings import warn
from module.framework import BuiltinModule

module = BuiltinModule('_warnings', sources=[warn], doc="Warnings for code that cannot import the warnings module.")
