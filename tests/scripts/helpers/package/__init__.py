"""A package."""
from . import sub
from .sub import name as subname

value = 7


def relative():
    from .. import module
    from .sub import deep
    return module.__name__, deep(), subname
