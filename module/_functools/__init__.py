"""_functools: partial, reduce, cmp_to_key and the cache behind lru_cache."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module._functools import functions, lrucache, partial

module = BuiltinModule('_functools', doc="Tools that operate on functions.", sources=[functions],
                       types=[partial.W_Partial, lrucache.W_CachedFunction])
