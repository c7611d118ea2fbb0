"""Warnings that the built-in types give."""

from interpreter.eval.hooks import warn


def warn_deprecated(message):
    """warnings.warn(message, DeprecationWarning)"""
    from interpreter.objects import exception
    warn(exception.W_DeprecationWarning.typedef.w_type, message)
