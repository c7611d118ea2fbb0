"""What C functions and low-level operations do to a transaction.

Three questions are asked of each operation:
  does it break the transaction?    afterwards no barrier that ran before holds
  may it collect?                   afterwards no *write* barrier holds, GC pointers
                                    have moved
  must the transaction be inevitable before it?
"""
from __future__ import absolute_import

from rpython.memory.gctransform import framework  # noqa: imported for its order
from rpython.translator.backendopt import graphanalyze
from rpython.translator.backendopt.collectanalyze import CollectAnalyzer

from rpython_stm import externals

# C functions of libc and of rpython that change nothing that an abort would have to
# undo; a program adds its own with rstm.harmless().
HARMLESS = set("""
    acos acosh asin asinh atan atan2 atanh ceil copysign cos cosh erf erfc exp expm1
    fabs floor fmod frexp hypot ldexp lgamma log log10 log1p log2 modf pow round sin
    sinh sqrt tan tanh tgamma trunc finite isinf isnan _pypy_math_acosh
    _pypy_math_asinh _pypy_math_atanh _pypy_math_expm1 _pypy_math_log1p
    _pypy_math_isfinite _pypy_math_isinf _pypy_math_isnan nextafter cbrt exp2 fma
    gamma remainder
    LL_stack_get_end LL_stack_get_length LL_stack_too_big_slowpath
    LL_stack_criticalcode_start LL_stack_criticalcode_stop
    _PyPy_dg_strtod _PyPy_dg_dtoa _PyPy_dg_freedtoa
    LL_strtod_formatd LL_strtod_parts_to_float
    strlen memcmp memchr strcmp pypy_htons pypy_htonl pypy_ntohs pypy_ntohl
    get_errno set_errno _rpyerrno __errno_location
    clock_gettime time gettimeofday getpid gettid getuid geteuid getgid getegid
    RPyGilAllocate RPyThreadGetStackSize sched_yield
    pypysig_getaddr_occurred
    RPyThreadLockInit
""".split())

# low-level operations on raw memory that write it
RAW_STORES = ('setfield', 'setarrayitem', 'setinteriorfield', 'raw_store',
              'bare_setfield', 'bare_setarrayitem', 'bare_setinteriorfield',
              'bare_raw_store', 'raw_memcopy', 'raw_memmove', 'raw_memclear',
              'raw_memset')

NEVER_COLLECT = ('gc_identityhash', 'gc_id')


def is_outside(graph):
    """Is this the piece of code around an external call that runs between
    RPyGilRelease and RPyGilAcquire, that is, in no transaction?"""
    func = getattr(graph, 'func', None)
    return (getattr(func, '_gctransformer_hint_close_stack_', False) or
            getattr(func, '_gctransformer_hint_cannot_collect_', False))


def external_is_ours(funcobj):
    return funcobj._name.startswith('rpystm_')


def external_reason(funcobj):
    """Why a call of this C function needs an inevitable transaction, or None."""
    name = funcobj._name
    if (external_is_ours(funcobj) or name in HARMLESS or
            name in externals.HARMLESS):
        return None
    if getattr(funcobj._callable, '_elidable_function_', False):
        return None
    if name.startswith('RPyGil'):
        return None
    return 'C function %s' % name


class BreakAnalyzer(graphanalyze.BoolGraphAnalyzer):
    """May this operation end the transaction and start another?"""

    def analyze_direct_call(self, graph, seen=None):
        if is_outside(graph):
            return True
        return graphanalyze.BoolGraphAnalyzer.analyze_direct_call(self, graph,
                                                                  seen)

    def analyze_external_call(self, funcobj, seen=None):
        if external_is_ours(funcobj):
            return funcobj._name in externals.BREAKING
        if funcobj.random_effects_on_gcobjs or funcobj._name.startswith('RPyGil'):
            return True
        return graphanalyze.BoolGraphAnalyzer.analyze_external_call(
            self, funcobj, seen)

    def analyze_simple_operation(self, op, graphinfo):
        return op.opname in ('gc__collect', 'gc_thread_die', 'gc_thread_run')


class StmCollectAnalyzer(CollectAnalyzer):
    """As the stock one, and turning inevitable may collect."""

    def __init__(self, translator, inevitable):
        CollectAnalyzer.__init__(self, translator)
        self.inevitable = inevitable      # translator.inevitable.Inevitability

    def analyze_external_call(self, funcobj, seen=None):
        if external_reason(funcobj) is not None:
            return True
        return CollectAnalyzer.analyze_external_call(self, funcobj, seen)

    def compute_graph_info(self, graph):
        return self.inevitable.points(graph)

    def analyze_simple_operation(self, op, graphinfo):
        if op.opname in NEVER_COLLECT:
            return False
        if graphinfo and op in graphinfo:
            return True
        return CollectAnalyzer.analyze_simple_operation(self, op, graphinfo)
