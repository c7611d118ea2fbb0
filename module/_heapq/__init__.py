"""_heapq: heaps in lists."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module._heapq import functions

module = BuiltinModule('_heapq', doc="Heaps kept in lists: a[k] is not greater than a[2*k+1] and a[2*k+2].", sources=[functions])
