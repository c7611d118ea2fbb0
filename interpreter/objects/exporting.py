"""Exporters of a buffer that may change their size: not while somebody uses the buffer.

The class that mixes Exporting in sets `exports` to 0 and `views` to None in a new object, and calls check_exports() before a change of size.
Its Buffer mixes ExportedBuffer in, has the exporter in `w_exporter`, and sets `views` to 0.
"""
from __future__ import absolute_import

import weakref

from rpython.rlib import rgc

from interpreter.errors import buffer_error

MOST_VIEWS = 8           # weak references to buffers that are kept before those that are gone are looked for


class Exporting(object):
    """exports counts the holders that forbid to resize; views: weak references to the buffers that memoryviews show, or None."""

    def hold(self):
        """Forbids resizing until release()."""
        self.exports += 1

    def release(self):
        self.exports -= 1

    def check_exports(self, message):
        """BufferError if somebody uses the buffer."""
        if self.exports > 0:
            raise buffer_error(message)
        if self.views is not None and self.is_viewed():
            # nobody counts references: the views may be garbage
            from interpreter.eval.executioncontext import getexecutioncontext
            from interpreter.eval.liveness import drop_dead_temporaries
            drop_dead_temporaries(getexecutioncontext().topframe)
            rgc.collect(0)
            if self.is_viewed():
                rgc.collect()
                if self.is_viewed():
                    raise buffer_error(message)

    def add_view(self, buffer):
        if self.views is None:
            self.views = []
        elif len(self.views) >= self.views_limit:
            self.is_viewed()
            self.views_limit = MOST_VIEWS + 2 * len(self.views)
        self.views.append(weakref.ref(buffer))

    def is_viewed(self):
        """Is a memoryview there that was neither released nor collected?  Forgets those that are gone."""
        kept = []
        for ref in self.views:
            buffer = ref()
            if buffer is not None and buffer.views > 0:
                kept.append(ref)
        self.views = kept
        return len(kept) > 0


class ExportedBuffer(object):
    """views counts the memoryviews that show the buffer and were not released."""

    def acquire(self):
        self.w_exporter.hold()

    def release(self):
        self.w_exporter.release()

    def viewed(self):
        if self.views == 0:
            self.w_exporter.add_view(self)
        self.views += 1

    def unviewed(self):
        self.views -= 1
