"""_collections: deque, defaultdict, and what named tuples and Counter are made of.  The rest of collections is in Python."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module._collections import defaultdict, deque, tuplegetter

module = BuiltinModule('_collections', doc="The fast part of the module collections.", sources=[tuplegetter],
                       types=[deque.W_Deque, deque.W_DequeIterator, deque.W_DequeReverseIterator,
                              defaultdict.W_DefaultDict, tuplegetter.W_TupleGetter])
