"""_operator: the operators as functions."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module._operator import functions, getters

module = BuiltinModule('_operator', doc="The operators as functions.", sources=[functions],
                       types=[getters.W_AttrGetter, getters.W_ItemGetter, getters.W_MethodCaller])
