"""_sre: the engine behind re.  re._parser and re._compiler, in Python, make the programs that it runs."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module._sre import functions, match, opcodes, pattern

module = BuiltinModule('_sre', sources=[functions], types=[pattern.W_Pattern, match.W_Match],
                       constants={'MAGIC': opcodes.MAGIC, 'CODESIZE': opcodes.CODESIZE, 'MAXREPEAT': opcodes.MAXREPEAT,
                                  'MAXGROUPS': opcodes.MAXGROUPS})
