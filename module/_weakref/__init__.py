"""_weakref: the types and their logic are in interpreter/objects/weakref.py."""
from __future__ import absolute_import

from interpreter.objects.weakref import W_CallableProxy, W_Proxy, W_Weakref
from module._weakref import functions
from module.framework import BuiltinModule


def init(w_module):
    """`ref` is another name of the type."""
    w_module.getdict().setitem_str('ref', W_Weakref.typedef.w_type)


module = BuiltinModule('_weakref', sources=[functions], types=[W_Weakref, W_Proxy, W_CallableProxy], init=init,
                       doc="References that do not keep an object alive.")
