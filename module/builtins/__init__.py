"""builtins: the functions, by subject; the types and exceptions are every TypeDef of that module whose name is public."""
from __future__ import absolute_import

from interpreter.objects.root import w_None, w_NotImplemented, w_Ellipsis
from interpreter.objects.wrap import w_True, w_False
from interpreter.typedef import all_typedefs
from module.builtins import attributes, numbers, sequences, execution, output
from module.framework import BuiltinModule

TYPES = """bool bytearray bytes classmethod complex dict enumerate filter float frozenset int list map memoryview object property range
           reversed set slice staticmethod str super tuple type zip""".split()


def _types():
    """The TypeDefs that are names of builtins."""
    import interpreter.objects.all                  # every built-in type is declared once this is imported
    from interpreter.objects.exception import W_BaseException
    found = []
    for typedef in all_typedefs:
        if typedef.module == 'builtins' and (typedef.name in TYPES or issubclass(typedef.cls, W_BaseException)):
            found.append(typedef)
    return found


def init(w_module):
    """Names that stand for another type."""
    from interpreter.objects.exception import W_OSError
    w_dict = w_module.getdict()
    w_dict.setitem_str('EnvironmentError', W_OSError.typedef.w_type)
    w_dict.setitem_str('IOError', W_OSError.typedef.w_type)


module = BuiltinModule(
    'builtins', sources=[attributes, numbers, sequences, execution, output], types=_types(), init=init,
    constants={'None': w_None, 'NotImplemented': w_NotImplemented, 'Ellipsis': w_Ellipsis, 'True': w_True, 'False': w_False,
               '__debug__': w_True},
    doc="The names that are there everywhere.")
