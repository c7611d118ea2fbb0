"""_warnings: what the warnings module of the standard library takes over from here, and what works without it."""
from __future__ import absolute_import

from module._warnings import filters, warn
from module.framework import BuiltinModule

module = BuiltinModule('_warnings', sources=[filters, warn], init=filters.init, doc="The filters of warnings, and issuing them.")
