"""cmath: the mathematical functions of complex numbers."""
from __future__ import absolute_import

from interpreter.objects.wrap import newcomplex
from module.cmath import functions
from module.framework import BuiltinModule

module = BuiltinModule('cmath', sources=[functions],
                       constants={'pi': 3.141592653589793, 'e': 2.718281828459045, 'tau': 6.283185307179586,
                                  'inf': float('inf'), 'nan': float('nan'), 'infj': newcomplex(0.0, float('inf')),
                                  'nanj': newcomplex(0.0, float('nan'))},
                       doc="Mathematical functions of complex numbers.")
