"""The functions of _transaction."""
from __future__ import absolute_import

from rpython.rlib.unroll import unrolling_iterable

from interpreter import errors, ops
from interpreter.eval.hooks import report_unraisable
from interpreter.gateway import function, method, new
from interpreter.objects.dict import W_Dict
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newdict, newint
from interpreter.typedef import TypeDef
from rpython_stm import rstm

_stats = unrolling_iterable(list(enumerate(rstm.STATS)))


@function('is_stm() -> bool')
def is_stm():
    """Does this build have the transactional memory?"""
    return rstm.we_are_stm()


@function('atomic_enter() -> None')
def atomic_enter():
    """From here to the matching atomic_leave the transaction does not end."""
    rstm.atomic_enter()


@function('atomic_leave() -> None')
def atomic_leave():
    """Ends what atomic_enter began."""
    if rstm.atomic_level() == 0:
        raise errors.runtime_error("atomic_leave() without atomic_enter()")
    rstm.atomic_leave()
    if rstm.atomic_level() == 0 and rstm.pending_hooks() > 0:
        rstm.break_transaction()            # commits, and makes the calls of on_commit


@function('is_atomic() -> bool')
def is_atomic():
    """Is this code between atomic_enter and atomic_leave?"""
    return rstm.atomic_level() > 0


@function('become_inevitable() -> None')
def become_inevitable():
    """From here on this transaction cannot be undone."""
    rstm.become_inevitable("asked for by the program")


@function('is_inevitable() -> bool')
def is_inevitable():
    """Can this transaction not be undone any more?"""
    return rstm.is_inevitable()


@function('hint_commit_soon() -> None')
def hint_commit_soon():
    """Asks for the transaction to end at the next opportunity."""
    rstm.hint_commit_soon()


@function('break_transaction() -> None')
def break_transaction():
    """Ends this transaction, unless it is atomic, and begins the next."""
    rstm.break_transaction()


class CallHook(rstm.CommitHook):
    """A Python call that waits for the commit."""

    def __init__(self, w_callable, args_w, kwnames):
        self.w_callable = w_callable
        self.args_w = args_w
        self.kwnames = kwnames

    def run(self):
        try:
            self.w_callable.op_call(self.args_w, self.kwnames)
        except errors.OperationError as e:
            report_unraisable(e, "Exception ignored in a call that waited for a commit", self.w_callable)


@function('on_commit(f, args, kwds, /) -> None')
def on_commit(w_callable, w_args, w_kwds):
    """Calls f(*args, **kwds) once this transaction has committed, and only then; at once outside of an atomic block."""
    if not ops.callable(w_callable):
        raise errors.type_error("'%s' object is not callable" % w_callable.gettype().name)
    args_w = ops.listview(w_args)
    kwnames = None
    if isinstance(w_kwds, W_Dict) and ops.len(w_kwds) > 0:
        names = []
        for w_key in ops.listview(w_kwds):
            names.append(ops.text_w(w_key))
            args_w.append(w_kwds.getitem(w_key))
        kwnames = names[:]
    if rstm.atomic_level() == 0:
        w_callable.op_call(args_w[:], kwnames)
    else:
        rstm.on_commit(CallHook(w_callable, args_w[:], kwnames))


class W_Hooks(W_Root):
    """What waits for a commit, to be run by somebody else than the end of the atomic block."""
    _attrs_ = ['hooks']

    def __init__(self, hooks):
        self.hooks = hooks

    @method('run(self) -> None')
    def m_run(self):
        """Runs them; call it once, after the commit."""
        for hook in self.hooks:
            hook.run()


W_Hooks.typedef = TypeDef('Hooks', W_Hooks, module='_transaction', subclassable=False)


@function('take_hooks()')
def take_hooks():
    """What this atomic block wanted to be called after its commit: taken from it, for the caller to run in its stead; or None."""
    if rstm.pending_hooks() == 0:
        return w_None
    return W_Hooks(rstm.take_hooks())


@function('retry() -> None')
def retry():
    """Undoes this transaction, and runs it again after something that it read has changed."""
    try:
        rstm.retry()
    except rstm.CannotRetry:
        raise errors.runtime_error("cannot retry: the transaction is inevitable, or this build has no transactional memory")


@function('abort_and_retry() -> None')
def abort_and_retry():
    """Undoes this transaction, and runs it again at once."""
    try:
        rstm.abort_and_retry()
    except rstm.CannotRetry:
        raise errors.runtime_error("cannot retry: the transaction is inevitable, or this build has no transactional memory")


@function('segment_limit() -> int')
def segment_limit():
    """How many transactions can run at once."""
    return rstm.segment_limit()


@function('set_segment_limit(n: int, /) -> int')
def set_segment_limit(n):
    """Lets at most n transactions run at once; returns what holds now."""
    if n < 1:
        raise errors.value_error("at least one transaction must be able to run")
    return rstm.set_segment_limit(n)


@function('segment_number() -> int')
def segment_number():
    """The segment that this transaction runs in."""
    return rstm.segment_number()


@function('stats()')
def stats():
    """The counters of the transactional memory since the start, by name."""
    w_dict = newdict()
    for index, name in _stats:
        w_dict.setitem_str(name, newint(rstm.stat(index)))
    return w_dict


class W_Turn(W_Root):
    """Lets transactions commit in the order of their tickets."""
    _attrs_ = ['turn']

    def __init__(self):
        self.turn = rstm.Turn()

    @new('(cls)')
    def descr_new(w_cls):
        return W_Turn()

    @method('begin(self, ticket: int, /) -> bool')
    def m_begin(self, ticket):
        """Makes this transaction commit as number `ticket`, after all smaller ones; False if it is too late for that in this transaction."""
        return self.turn.begin(ticket)

    @method('wait_for(self, ticket: int, /) -> bool')
    def m_wait_for(self, ticket):
        """Another name of begin."""
        return self.turn.begin(ticket)

    @method('done(self) -> None')
    def m_done(self):
        """The work of the ticket is complete."""
        self.turn.done()

    @method('current(self) -> int')
    def m_current(self):
        """The ticket whose turn it is."""
        return self.turn.current()

    @method('skip(self) -> None')
    def m_skip(self):
        """Lets the next ticket go ahead without a commit of ours."""
        self.turn.skip()


W_Turn.typedef = TypeDef('Turn', W_Turn, module='_transaction', subclassable=False)
