"""unicodedata: the Unicode character database, 14.0, and that of 3.2 as `ucd_3_2_0`."""
from __future__ import absolute_import

from interpreter.unicode import characters
from module.framework import BuiltinModule
from module.unicodedata import functions
from module.unicodedata.ucd import W_UCD

module = BuiltinModule('unicodedata', sources=[functions], types=[W_UCD],
                       constants={'unidata_version': characters.current.version, 'ucd_3_2_0': W_UCD(characters.old)},
                       doc="The Unicode character database.")
