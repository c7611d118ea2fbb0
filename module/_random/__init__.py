"""_random: the Mersenne Twister behind random.Random."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module._random import generator

module = BuiltinModule('_random', doc="The generator behind the module random.", types=[generator.W_Random])
