"""array: sequences of numbers of one kind."""
from __future__ import absolute_import

from module.array import arrayobject, machineformat
from module.framework import BuiltinModule

module = BuiltinModule('array', doc="Sequences of numbers of one kind, kept compactly.",
                       sources=[arrayobject, machineformat], types=[arrayobject.W_Array],
                       constants={'typecodes': 'bBuhHiIlLqQfd'})


def init(w_module):
    from interpreter import ops
    from interpreter.eval.importing import import_module
    w_type = arrayobject.W_Array.typedef.w_type
    w_module.getdict().setitem_str('ArrayType', w_type)
    ops.call_method1(ops.getattr(import_module('collections.abc'), 'MutableSequence'), 'register', w_type)


module.init = init
