"""Issuing warnings from RPython, and `_warnings.warn` for importlib."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.eval.hooks import Warner
from interpreter.gateway import function
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newint, newstr


def warnings_module():
    """The warnings module, or None (RPython null) while imports do not work yet."""
    from module._imp.importing import import_module, state
    if state.w_bootstrap is None:
        return None
    return import_module('warnings')


def issue(w_message, w_category, stacklevel, w_source):
    w_module = warnings_module()
    if w_module is None:
        return
    ops.call_method(w_module, 'warn', [w_message, w_category, newint(stacklevel), w_source])


@function('warn(message, category=None, stacklevel: int=1, source=None) -> None')
def warn(w_message, w_category, stacklevel, w_source):
    """Issues a warning, or maybe ignores it or raises an exception."""
    issue(w_message, w_category, stacklevel, w_source)


@function('warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None) -> None')
def warn_explicit(w_message, w_category, w_filename, w_lineno, w_modulename, w_registry, w_globals, w_source):
    """Issues a warning for a given place."""
    w_module = warnings_module()
    if w_module is not None:
        ops.call_method(w_module, 'warn_explicit', [w_message, w_category, w_filename, w_lineno, w_modulename, w_registry, w_globals, w_source])


def warn_runtime(message):
    """A RuntimeWarning at the running frame."""
    from interpreter.objects.exception import W_RuntimeWarning
    issue(newstr(message), W_RuntimeWarning.typedef.w_type, 1, w_None)


class ModuleWarner(Warner):
    """What the rest of the interpreter warns through (interpreter.eval.hooks)."""

    def warn(self, w_category, message):
        issue(newstr(message), w_category, 1, w_None)

    def warn_explicit(self, w_category, message, filename, lineno):
        w_module = warnings_module()
        if w_module is not None:
            ops.call_method(w_module, 'warn_explicit', [newstr(message), w_category, newstr(filename), newint(lineno)])
