"""_struct: packing numbers into bytes."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module._struct import functions


def init(w_module):
    functions.error.install(w_module)


module = BuiltinModule('_struct', doc="Packing numbers into bytes and back.", init=init,
                       sources=[functions], types=[functions.W_Struct, functions.W_UnpackIterator])
