"""_locale: only the C locale is known, with UTF-8 as its encoding."""
from __future__ import absolute_import

from module._locale import failures, functions, messages
from module._locale.langinfo import CONSTANTS
from module.framework import BuiltinModule


def init(w_module):
    """locale.Error is an exception class of its own."""
    w_module.getdict().setitem_str('Error', failures.error_class.get())


_constants = dict(LC_CTYPE=0, LC_NUMERIC=1, LC_TIME=2, LC_COLLATE=3, LC_MONETARY=4, LC_MESSAGES=5, LC_ALL=6, CHAR_MAX=127, **CONSTANTS)
module = BuiltinModule('_locale', sources=[functions, messages], init=init, constants=_constants,
                       doc="What the C library knows about the locale.")
