"""errno: the numbers of the system's errors, as the C library of the build machine names them."""
from __future__ import absolute_import

import errno

from module.framework import BuiltinModule

_numbers = dict((name, value) for name, value in vars(errno).items() if name.startswith('E'))
_numbers.update(ENOTSUP=95, ENOTRECOVERABLE=131, EOWNERDEAD=130, ERFKILL=132, ECANCELED=125, ENOKEY=126, EKEYEXPIRED=127, EKEYREVOKED=128,
                EKEYREJECTED=129, ENOMEDIUM=123, EMEDIUMTYPE=124)
_constants = dict(_numbers)
_constants['errorcode'] = dict((value, name) for name, value in sorted(_numbers.items())
                               if name not in ('EDEADLK', 'EWOULDBLOCK', 'EOPNOTSUPP'))

module = BuiltinModule('errno', constants=_constants, doc="The numbers of the system's errors, by name.")
