"""resource: limits and use of the system's resources."""
from __future__ import absolute_import

from interpreter.objects.exception import W_OSError
from module.framework import BuiltinModule
from module.resource import functions

CONSTANTS = {'RLIMIT_CPU': 0, 'RLIMIT_FSIZE': 1, 'RLIMIT_DATA': 2, 'RLIMIT_STACK': 3, 'RLIMIT_CORE': 4, 'RLIMIT_RSS': 5, 'RLIMIT_NPROC': 6,
             'RLIMIT_NOFILE': 7, 'RLIMIT_OFILE': 7, 'RLIMIT_MEMLOCK': 8, 'RLIMIT_AS': 9, 'RLIMIT_SIGPENDING': 11, 'RLIMIT_MSGQUEUE': 12,
             'RLIMIT_NICE': 13, 'RLIMIT_RTPRIO': 14, 'RLIMIT_RTTIME': 15, 'RLIM_INFINITY': -1, 'RUSAGE_SELF': 0, 'RUSAGE_CHILDREN': -1,
             'RUSAGE_THREAD': 1}


def init(w_module):
    """resource.error is OSError."""
    w_module.getdict().setitem_str('error', W_OSError.typedef.w_type)


module = BuiltinModule('resource', sources=[functions], types=[functions.W_Rusage], constants=CONSTANTS, init=init,
                       doc="Limits and use of the system's resources.")
