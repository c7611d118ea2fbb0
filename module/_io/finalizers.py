"""Streams that were dropped without being closed: what is in their buffers is written when the collector finds them dead, or at exit.

All streams with unwritten data are in one table of weak references, so that exit can flush them (`flush_all`).  Closing a dead
stream runs Python code, so it happens in the action that runs finalizers, never inside the collector.
"""
from __future__ import absolute_import

import weakref

from interpreter import errors
from interpreter.objects.finalizer import register_resource


class StreamTable(object):
    """Weak references to the buffered writers and text streams, compacted now and then."""

    def __init__(self):
        self.refs = []
        self.limit = 64

    def add(self, w_stream):
        if len(self.refs) >= self.limit:
            self.compact()
        self.refs.append(weakref.ref(w_stream))

    def compact(self):
        live = [ref for ref in self.refs if ref() is not None]
        self.refs = live
        self.limit = max(64, 2 * len(live))


table = StreamTable()


def register(w_stream):
    """A stream was opened: its death shall close it.  (Instances of Python classes are registered when they are made.)"""
    if not w_stream.is_user_instance:
        register_resource(w_stream)


def register_writer(w_stream):
    """The same for one that may hold unwritten data: exit flushes it."""
    table.add(w_stream)
    register(w_stream)


def flush_all():
    """At exit: flushes every stream that is still alive and open; errors are not reported."""
    from module._io.base import W_IOBase
    from interpreter import ops
    refs = table.refs
    table.refs = []
    i = len(refs) - 1
    while i >= 0:           # text streams come after the buffers that they stand on
        w_stream = refs[i]()
        if w_stream is not None:
            assert isinstance(w_stream, W_IOBase)
            try:
                if not w_stream.is_closed():
                    ops.call_method0(w_stream, 'flush')
            except errors.OperationError:
                pass        # detached, or it cannot be written: nobody is left to be told
        i -= 1
