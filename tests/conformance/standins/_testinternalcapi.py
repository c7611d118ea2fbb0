"""What CPython's tests ask its C module _testinternalcapi for, as far as it can be told without C.

Only run_conformance.py puts this folder on the path.  Without it test.support skips whole files, because it asks here
whether code objects know columns.  Names that are missing skip their tests, or fail them.
"""

import sys


def get_config():
    """The part of PyConfig that tests read."""
    # asked of a code object, so that an interpreter without columns is not said to have them
    return {'code_debug_ranges': int(any(column is not None for _, _, column, _ in get_config.__code__.co_positions()))}


def get_recursion_depth():
    """The number of Python frames of the caller, itself included."""
    depth = 0
    frame = sys._getframe(1)
    while frame is not None:
        depth += 1
        frame = frame.f_back
    return depth
