"""math: the mathematical functions of the C standard, and number theory on ints."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module.math import functions, integers, sums

module = BuiltinModule('math', sources=[functions, integers, sums],
                       constants={'pi': 3.141592653589793, 'e': 2.718281828459045, 'tau': 6.283185307179586,
                                  'inf': float('inf'), 'nan': float('nan')},
                       doc="Mathematical functions.")
