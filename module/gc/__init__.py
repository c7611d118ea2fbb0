"""gc: what makes sense of CPython's module with this collector, which always collects cycles."""
from __future__ import absolute_import

from interpreter.objects.wrap import newlist
from module.framework import BuiltinModule
from module.gc import functions, referents


def init(w_module):
    w_module.getdict().setitem_str('garbage', newlist([]))
    w_module.getdict().setitem_str('callbacks', newlist([]))


module = BuiltinModule('gc', sources=[functions, referents], init=init, doc="Control of the garbage collector.", constants={
    'DEBUG_STATS': 1, 'DEBUG_COLLECTABLE': 2, 'DEBUG_UNCOLLECTABLE': 4, 'DEBUG_SAVEALL': 32, 'DEBUG_LEAK': 38})
