"""Audit events (PEP 578): `audit('open', [w_path, w_mode, w_flags])` calls the hooks of sys.addaudithook."""
from __future__ import absolute_import

from interpreter.objects.wrap import newstr, newtuple


class AuditHooks(object):
    """The hooks, in the order in which they were added."""

    def __init__(self):
        self.hooks_w = []


hooks = AuditHooks()


def audit(event, args_w):
    """(str, [W_Root]) -> None.  An exception of a hook goes through."""
    if len(hooks.hooks_w) > 0:
        _call_hooks(event, args_w)


def _call_hooks(event, args_w):
    w_event = newstr(event)
    w_args = newtuple(args_w)
    for w_hook in hooks.hooks_w[:]:
        w_hook.call2(w_event, w_args)
