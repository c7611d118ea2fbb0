"""time: clocks.py, calendar.py; the C library through shim.c."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module.time import calendar, clocks


def init(w_module):
    """The zone is that of the running process."""
    calendar.set_zone(w_module.getdict())


module = BuiltinModule(
    'time', sources=[clocks, calendar], types=[calendar.W_StructTime], init=init,
    constants={'_STRUCT_TM_ITEMS': 11, 'CLOCK_REALTIME': 0, 'CLOCK_MONOTONIC': 1, 'CLOCK_PROCESS_CPUTIME_ID': 2,
               'CLOCK_THREAD_CPUTIME_ID': 3, 'CLOCK_MONOTONIC_RAW': 4, 'CLOCK_BOOTTIME': 7, 'CLOCK_TAI': 11},
    doc="Clocks, and times as text and as fields.")
