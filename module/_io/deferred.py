"""What a transaction prints waits for its commit.

Text that an atomic block writes to a standard stream is kept, with the transaction, until the block has committed: written at once it
would make the transaction inevitable, and printing transactions would run one after the other.  What is kept lies in
objects of this thread's own, so printing does not conflict with others who print, either.  Where waiting would be seen (a question
before input(), a write to a descriptor by other means, the end of the process or a new one) emit() makes the transaction inevitable and
writes.
"""
from __future__ import absolute_import

from interpreter.objects.wrap import newstr
from interpreter.unicode import utf8
from rpython_stm import rstm


class Deferral(object):
    """What a standard stream can surely encode later.  Not fields of the stream: those change whenever somebody prints."""

    def __init__(self, encoding, errors_name):
        self.set(encoding, errors_name)

    def set(self, encoding, errors_name):
        self.ascii = encoding == 'utf-8' or encoding == 'ascii' or encoding == 'iso8859-1' or encoding == 'latin-1'
        self.all = encoding == 'utf-8' and errors_name == 'strict'

    def stop(self):
        self.ascii = False
        self.all = False

    def can_wait(self, w_text):
        text = w_text._utf8
        if len(text) == w_text._length:
            return self.ascii
        return self.all and not utf8.has_surrogate(text)


class OutputHook(rstm.CommitHook):
    """Text for a stream."""

    def __init__(self, w_stream):
        self.w_stream = w_stream
        self.parts = []
        self.flush = False

    def run(self):
        self.w_stream.write_deferred(newstr(''.join(self.parts)), self.flush)


def outputs():
    """How many OutputHooks wait: they come before all other hooks, since their text was printed before the commit."""
    hooks = rstm.hooks()
    n = 0
    while n < len(hooks) and isinstance(hooks[n], OutputHook):
        n += 1
    return n


def waiting(w_stream):
    """The OutputHook to which more text for this stream may be added, or None."""
    n = outputs() - 1
    if n < 0:
        return None
    hook = rstm.hooks()[n]
    if isinstance(hook, OutputHook) and hook.w_stream is w_stream:
        return hook
    return None


def defer(w_stream, w_text):
    """(W_TextIOWrapper, W_Str) -> bool: keeps the text until the commit; False if it is to be written now."""
    if not rstm.we_are_stm() or rstm.atomic_level() == 0:
        return False
    if rstm.is_inevitable() and rstm.pending_hooks() == 0:
        return False
    if not w_stream.deferral.can_wait(w_text):
        emit()
        return False
    hook = waiting(w_stream)
    if hook is None:
        hook = OutputHook(w_stream)
        rstm.on_commit_at(outputs(), hook)
    hook.parts.append(w_text._utf8)
    return True


def defer_flush(w_stream):
    """(W_TextIOWrapper) -> bool: is there text that waits?  Then it will be flushed, too."""
    if not rstm.we_are_stm() or rstm.atomic_level() == 0:
        return False
    hook = waiting(w_stream)
    if hook is None:
        return False
    hook.flush = True
    return True


def emit():
    """Writes now what waits: this transaction cannot be undone any more."""
    if not rstm.we_are_stm() or rstm.atomic_level() == 0 or rstm.pending_hooks() == 0:
        return
    rstm.become_inevitable("output that cannot wait")
    for hook in rstm.take_hooks():
        if isinstance(hook, OutputHook):
            hook.run()
        else:
            rstm.on_commit(hook)
