"""The C functions behind rstm.py, and what the transformation must know of each."""
from __future__ import absolute_import
import os

from rpython.rtyper.lltypesystem import llmemory, lltype, rffi
from rpython.rtyper.lltypesystem.rstr import STR
from rpython.translator.tool.cbuild import ExternalCompilationInfo

HERE = os.path.dirname(os.path.abspath(__file__))
GLUE = os.path.join(HERE, 'glue')
RUNTIME = os.path.join(HERE, 'runtime')

eci = ExternalCompilationInfo(includes=['rpy_stm.h'],
                              include_dirs=[GLUE, RUNTIME])

# Every function declared here may be called in any transaction, and needs none
# to be inevitable.  Those in BREAKING may collect, commit or abort: after them a
# barrier that ran before is worth nothing, and GC pointers have moved.
BREAKING = set()


# C functions that need no inevitable transaction though an abort cannot undo them:
# they change nothing, or nothing that matters if it happens twice.
HARMLESS = set()


def external(name, args, result, breaks=False):
    """Declare the C function `name` of glue/rpy_stm.h."""
    if breaks:
        BREAKING.add(name)
    return rffi.llexternal(name, args, result, compilation_info=eci,
                           sandboxsafe=True, _nowrapper=True,
                           random_effects_on_gcobjs=breaks)


GCREF = llmemory.GCREF
Signed = lltype.Signed
Void = lltype.Void

should_break = external('rpystm_should_break', [], lltype.Bool)
break_transaction = external('rpystm_break_transaction', [], Void, breaks=True)
break_due = external('rpystm_break_due', [], Void, breaks=True)
hint_commit_soon = external('rpystm_hint_commit_soon', [], Void)
become_inevitable = external('rpystm_become_inevitable', [rffi.CCHARP], Void,
                             breaks=True)
is_inevitable = external('rpystm_is_inevitable', [], lltype.Bool)
transaction_serial = external('rpystm_transaction_serial', [], Signed)
atomic_enter = external('rpystm_atomic_enter', [], Void)
atomic_leave = external('rpystm_atomic_leave', [], Void)
atomic_level = external('rpystm_atomic_level', [], Signed)
lock_taken = external('rpystm_lock_taken', [], Void)
lock_given = external('rpystm_lock_given', [], Void)
retry = external('rpystm_retry', [], Void, breaks=True)
abort_and_retry = external('rpystm_abort_and_retry', [], Void, breaks=True)
wait_for_change = external('rpystm_wait_for_change', [GCREF, Signed],
                           lltype.Bool, breaks=True)
TURN = lltype.Ptr(lltype.Array(lltype.Unsigned, hints={'nolength': True}))
commit_in_order = external('rpystm_commit_in_order', [TURN, Signed],
                           lltype.Bool)
skip_turn = external('rpystm_skip_turn', [TURN], Void)
is_held = external('rpystm_is_held', [], lltype.Bool)
close_on_abort = external('rpystm_close_on_abort', [Signed], Void)
closes_on_abort = external('rpystm_closes_on_abort', [Signed], lltype.Bool)
keep_on_abort = external('rpystm_keep_on_abort', [Signed], Void)
cache_get = external('rpystm_cache_get', [Signed], GCREF)
cache_set = external('rpystm_cache_set', [Signed, GCREF], Void)
segment_limit = external('rpystm_segment_limit', [], Signed)
set_segment_limit = external('rpystm_set_segment_limit', [Signed], Signed)
segment_number = external('rpystm_segment_number', [], Signed)
stat = external('rpystm_stat', [Signed], Signed)

# markers: positions of threads for the log
MARKER = lltype.Ptr(lltype.FuncType([], Void))
DESCRIBE = lltype.Ptr(lltype.FuncType([GCREF, Signed], Void))
set_marker = external('rpystm_set_marker', [MARKER, DESCRIBE], Void)
marker_is = external('rpystm_marker_is', [GCREF, Signed], Void)
STRING = lltype.Ptr(STR)
describe_as = external('rpystm_describe_as', [STRING, STRING, Signed], Void)
