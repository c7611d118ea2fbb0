"""Timeouts and event masks as the functions of select take them."""
from __future__ import absolute_import

import math

from interpreter import errors, ops
from interpreter.objects.float import W_Float
from interpreter.objects.int import W_AbstractInt, W_Int
from interpreter.objects.root import w_None

LONGEST = 9223372036.0                  # seconds: 2**63 nanoseconds
INT_MAX = 0x7FFFFFFF


def milliseconds(w_timeout, scale, message):
    """The argument times scale, in milliseconds, rounded away from zero; -1 for None, other numbers below zero for what is negative.

    scale: 1000.0 if the argument is in seconds, 1.0 if in milliseconds.  TypeError with the message, ValueError, OverflowError."""
    if w_timeout is w_None:
        return -1
    longest = LONGEST * 1000.0 / scale
    if isinstance(w_timeout, W_Float):
        value = w_timeout.floatval
        if value != value:
            raise errors.value_error("Invalid value NaN (not a number)")
        if not -longest <= value < longest:
            raise errors.overflow_error("timestamp out of range for platform time_t")
    else:
        if not ops.has_index(w_timeout):
            raise errors.type_error(message)
        w_int = ops.index(w_timeout)
        if not isinstance(w_int, W_Int) or not -longest <= w_int.intval < longest:
            raise errors.overflow_error("timestamp too large to convert to C _PyTime_t")
        value = float(w_int.intval)
    value *= scale
    value = math.ceil(value) if value >= 0.0 else math.floor(value)
    if not -INT_MAX <= value <= INT_MAX:
        raise errors.overflow_error("timeout is too large")
    return int(value)


def unsigned_short(w_mask):
    """An event mask of poll(2)."""
    if not isinstance(w_mask, W_AbstractInt):
        raise errors.type_error("an integer is required")
    if not isinstance(w_mask, W_Int):
        if ops.bigint_w(w_mask).sign < 0:
            raise errors.value_error("value must be positive")
        raise errors.overflow_error("Python int too large for C unsigned short")
    if w_mask.intval < 0:
        raise errors.value_error("value must be positive")
    if w_mask.intval > 0xFFFF:
        raise errors.overflow_error("Python int too large for C unsigned short")
    return w_mask.intval
