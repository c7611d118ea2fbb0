"""_contextvars: context variables (PEP 567)."""
from __future__ import absolute_import

from module._contextvars import context
from module._contextvars.context import W_Context, W_ContextVar, W_Token
from module.framework import BuiltinModule

module = BuiltinModule('_contextvars', sources=[context], types=[W_Context, W_ContextVar, W_Token],
                       doc="Variables whose value belongs to a context.")
