"""Where a thread is, for the log of the transactional memory: the code object and the instruction of its top frame."""

from rpython_stm import rstm
from interpreter.eval.executioncontext import current_or_none
from interpreter.objects.code import W_Code


def get_code():
    """The W_Code that this thread runs, or None.  Does not allocate: called at any moment."""
    ec = current_or_none()
    if ec is None or ec.topframe is None:
        return None
    return ec.topframe.code


def get_position():
    ec = current_or_none()
    if ec is None or ec.topframe is None:
        return 0
    return ec.topframe.pc


def describe(code, position):
    rstm.describe_as(code.filename, code.name, code.lineno_of(position))


marker = rstm.Marker(W_Code, get_code, get_position, describe)
