"""What built-in modules ask of the evaluation loop: the running frames, compiling and running code.  One place to look for the names."""
from __future__ import absolute_import

from interpreter import errors
from interpreter.eval.executioncontext import getexecutioncontext


def top_frame():
    """() -> the frame of the Python function that called the built-in function; None if there is none."""
    return getexecutioncontext().topframe


def current_globals():
    """() -> W_Dict.  SystemError without a frame."""
    frame = top_frame()
    if frame is None:
        raise errors.system_error("globals(): frame does not exist")
    return frame.w_globals


def current_locals():
    """() -> W_Root, a mapping.  SystemError without a frame."""
    frame = top_frame()
    if frame is None:
        raise errors.system_error("locals(): frame does not exist")
    return frame.getlocals()
