"""_bisect: binary search in sorted sequences."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module._bisect import functions

module = BuiltinModule('_bisect', doc="Binary search in sorted sequences, and insertion that keeps them sorted.", sources=[functions])
