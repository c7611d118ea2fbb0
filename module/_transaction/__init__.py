"""_transaction: the primitives under lib/transaction, each a thin cover of one in rpython_stm/rstm.py."""
from __future__ import absolute_import

from module._transaction import functions
from module.framework import BuiltinModule

module = BuiltinModule('_transaction', sources=[functions], types=[functions.W_Turn, functions.W_Hooks], doc="Primitives of the transactional memory.")
