"""The function of _typing."""
from __future__ import absolute_import

from interpreter.gateway import function


@function('_idfunc(x, /)')
def idfunc(w_x):
    """Its argument: what calling a NewType gives."""
    return w_x
