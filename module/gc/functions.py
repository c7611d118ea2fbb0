"""The functions of gc."""
from __future__ import absolute_import

from rpython.rlib import rgc

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.finalizer import run_finalizers
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newdict, newint, newlist, newstr, newtuple
from rpython_stm import rstm


MAX_ROUNDS = 4         # of one gc.collect(): finalizers may make garbage without end


class Settings(object):
    """What the program asked for.  `enabled` stops automatic finalization of nothing: it is only remembered."""

    def __init__(self):
        self.enabled = True
        self.debug = 0
        self.thresholds = [700, 10, 10]


settings = Settings()


def clear_caches():
    """Empties the caches of look-ups: they keep classes and functions alive."""
    from interpreter.eval.caches import attributes_cache, globals_cache
    from interpreter.objects.instance import map_cache
    from interpreter.objects.type import method_cache
    attributes_cache.clear()
    globals_cache.clear()
    map_cache.clear()
    method_cache.clear()


@function('collect(generation: int=2) -> int')
def collect(generation):
    """Collects everything that is unreachable, and runs finalizers and weak reference callbacks; the number is not known: 0.

    What a finalizer let go is collected in a further round."""
    from interpreter.eval.executioncontext import check_actions, getexecutioncontext
    from interpreter.eval.liveness import drop_dead_temporaries
    if generation < 0 or generation > 2:
        raise errors.value_error("invalid generation")
    ec = getexecutioncontext()
    call_callbacks('start', generation)
    drop_dead_temporaries(ec.topframe)
    for _ in range(MAX_ROUNDS):
        clear_caches()                  # the finalizers have filled them
        rstm.break_transaction()        # what this transaction let go is kept as long as an abort could bring it back
        rgc.collect()
        if run_finalizers() == 0:
            break
    check_actions(ec)
    call_callbacks('stop', generation)
    return 0


def call_callbacks(phase, generation):
    """Tells the functions in gc.callbacks; their exceptions go to sys.unraisablehook."""
    from interpreter.eval.hooks import report_unraisable
    from interpreter.objects.list import W_List
    from module.framework import load_builtin
    w_callbacks = load_builtin('gc').getdict().getitem_str('callbacks')
    if not isinstance(w_callbacks, W_List) or len(w_callbacks.items) == 0:
        return
    w_info = newdict()
    w_info.setitem_str('generation', newint(generation))
    w_info.setitem_str('collected', newint(0))
    w_info.setitem_str('uncollectable', newint(0))
    for w_callback in w_callbacks.items[:]:
        try:
            w_callback.call2(newstr(phase), w_info)
        except errors.OperationError as e:
            report_unraisable(e, None, w_callback)


@function('enable() -> None')
def enable():
    """Notes that automatic collection is wanted."""
    settings.enabled = True


@function('disable() -> None')
def disable():
    """Notes that automatic collection is not wanted; memory is collected all the same."""
    settings.enabled = False


@function('isenabled() -> bool')
def isenabled():
    """What enable and disable said."""
    return settings.enabled


@function('set_debug(flags: int, /) -> None')
def set_debug(flags):
    """Remembers the flags."""
    settings.debug = flags


@function('get_debug() -> int')
def get_debug():
    """The flags of set_debug."""
    return settings.debug


@function('set_threshold(*args) -> None')
def set_threshold(args_w):
    """Remembers up to three thresholds."""
    if len(args_w) == 0 or len(args_w) > 3:
        raise errors.type_error("set_threshold requires 1 to 3 arguments")
    for i in range(len(args_w)):
        settings.thresholds[i] = ops.int_w(args_w[i])


@function('get_threshold()')
def get_threshold():
    """What set_threshold was given."""
    return newtuple([newint(value) for value in settings.thresholds])


@function('get_count()')
def get_count():
    """Nothing is counted: zeros."""
    return newtuple([newint(0), newint(0), newint(0)])


@function('get_stats()')
def get_stats():
    """Nothing is counted: zeros, for three generations."""
    result_w = []
    for i in range(3):
        w_stats = newdict()
        for name in ['collections', 'collected', 'uncollectable']:
            w_stats.setitem_str(name, newint(0))
        result_w.append(w_stats)
    return newlist(result_w)


@function('is_tracked(obj, /) -> bool')
def is_tracked(w_object):
    """May the object be part of a cycle?"""
    return may_be_in_cycle(w_object)


def may_be_in_cycle(w_object):
    from interpreter.objects.float import W_Float
    from interpreter.objects.int import W_AbstractInt
    from interpreter.objects.str import W_Str
    if w_object.is_user_instance:
        return True
    return not (isinstance(w_object, W_AbstractInt) or isinstance(w_object, W_Float) or isinstance(w_object, W_Str) or w_object is w_None or
                w_object.buffer_str() is not None)


@function('is_finalized(obj, /) -> bool')
def is_finalized(w_object):
    """Never known: False."""
    return False


@function('freeze() -> None')
def freeze():
    """Does nothing: there is no permanent generation."""


@function('unfreeze() -> None')
def unfreeze():
    """Does nothing: there is no permanent generation."""


@function('get_freeze_count() -> int')
def get_freeze_count():
    """There is no permanent generation: 0."""
    return 0
