"""_collections: deque and defaultdict.  The rest of collections is in Python."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module._collections import defaultdict, deque

module = BuiltinModule('_collections', types=[deque.W_Deque, deque.W_DequeIterator, deque.W_DequeReverseIterator,
                                              defaultdict.W_DefaultDict])
