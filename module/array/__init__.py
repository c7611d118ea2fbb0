"""array: sequences of numbers of one kind."""
from __future__ import absolute_import

from module.array import arrayobject, machineformat
from module.framework import BuiltinModule

module = BuiltinModule('array', sources=[arrayobject, machineformat], types=[arrayobject.W_Array],
                       constants={'typecodes': 'bBuhHiIlLqQfd'})


def init(w_module):
    w_module.getdict().setitem_str('ArrayType', arrayobject.W_Array.typedef.w_type)


module.init = init
