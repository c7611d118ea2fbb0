"""The GC transformer of --stm: allocations, roots and GC operations become calls of
the runtime's inline functions; barriers.py puts the barriers in before."""
from __future__ import absolute_import

from rpython.annotator import model as annmodel
from rpython.memory.gctransform import shadowcolor
from rpython.memory.gctransform.framework import TYPE_ID
from rpython.memory.gctransform.shadowstack import (
    ShadowStackFrameworkGCTransformer)
from rpython.memory.gctransform.support import ll_report_finalizer_error
from rpython.memory.gctransform.transform import GCTransformer
from rpython.memory.gctypelayout import WEAKREF, WEAKREFPTR, ll_weakref_deref
from rpython.rtyper import rmodel
from rpython.rtyper.lltypesystem import llmemory, lltype
from rpython.rtyper.lltypesystem.lloperation import LL_OPERATIONS, LLOp

from rpython_stm import gc as stmgc
from translator import effects
from translator.barriers import Barriers
from translator.inevitable import Inevitability

# Operations that only exist from here to the C writer (stmcode.py).
OPERATIONS = """
    stm_read stm_read_item stm_read_range stm_read_indexed
    stm_write stm_write_fixed stm_write_item stm_write_private_item stm_write_range stm_write_indexed
    stm_write_whole stm_benign_setfield
    stm_raw_memcopy stm_raw_memmove stm_raw_memclear stm_raw_memset
    stm_become_inevitable stm_raw_write stm_check_raw
    stm_malloc stm_malloc_registered stm_malloc_varsize stm_old_finalizer stm_collect
    stm_identityhash stm_id stm_memory_pressure stm_fq_register stm_fq_next_dead
""".split()
for _opname in OPERATIONS:
    if _opname not in LL_OPERATIONS:
        LL_OPERATIONS[_opname] = _op = LLOp()
        _op.opname = _opname

GCDATA = lltype.Struct('stm_no_gcdata', ('x', lltype.Signed))
OLD_STYLE_QUEUE = 0       # the queue of objects with an ordinary __del__


class GCData(object):
    def __init__(self, gc):
        self.gc = gc


class StmTransformer(ShadowStackFrameworkGCTransformer):
    malloc_zero_filled = True
    write_barrier_ptr = None

    def __init__(self, translator):
        # not BaseFrameworkGCTransformer.__init__: it translates an RPython GC
        GCTransformer.__init__(self, translator, inline=True)
        exctransformer = translator.getexceptiontransformer()
        self.gcdata = GCData(stmgc.Collector())
        self.HDR = stmgc.HEADER
        self.layoutbuilder = stmgc.LayoutBuilder(translator,
                                                 exctransformer.exc_data_ptr)
        self.layoutbuilder.transformer = self
        self.get_type_id = self.layoutbuilder.get_type_id
        self.finalizer_queue_indexes = {}
        self.finalizer_triggers = []
        self.num_pushs = 0
        if translator.config.translation.rweakref:
            self.weakref_deref_ptr = self.inittime_helper(
                ll_weakref_deref, [llmemory.WeakRefPtr], llmemory.Address)
        dummy = lltype.malloc(GCDATA, immortal=True, zero=True)
        self.c_const_gcdata = rmodel.inputconst(lltype.Ptr(GCDATA), dummy)
        group = self.layoutbuilder.type_info_group._as_ptr()
        self.c_type_info_group = rmodel.inputconst(lltype.typeOf(group), group)
        self.c_vtinfo_skip_offset = rmodel.inputconst(lltype.Signed,
                                                      stmgc.TYPE_UNIT)
        self.c_vtableinfo = rmodel.inputconst(lltype.Void, None)
        self.static_roots = None
        self.root_walker = None
        self.check_custom_traces(translator.rtyper)

        self.break_analyzer = effects.BreakAnalyzer(translator)
        self.break_analyzer.analyze_all()
        self.inevitability = Inevitability(self.break_analyzer,
                                           exctransformer.EXCDATA)
        self.collect_analyzer = effects.StmCollectAnalyzer(translator,
                                                           self.inevitability)
        self.collect_analyzer.analyze_all()
        self.barriers = Barriers(translator, self.break_analyzer,
                                 self.inevitability)
        self.barriers.collect_analyzer = self.collect_analyzer

    def check_custom_traces(self, rtyper):
        for TP, function in rtyper.custom_trace_funcs:
            # a thread-local reference: a root region of the thread instead
            if not TP._name.startswith('TRACETLREF'):
                raise NotImplementedError("custom trace function of %s" % (TP,))

    # ----- the phases

    def transform_graph(self, graph):
        if graph not in self.minimal_transform and graph not in self.seen_graphs:
            self.inevitability.note(graph)
            self.barriers.insert(graph)
        GCTransformer.transform_graph(self, graph)

    def postprocess_graph(self, graph, any_inlining):
        if any_inlining:
            shadowcolor.postprocess_inlining(graph)
        use_push_pop = shadowcolor.postprocess_graph(graph, self.c_const_gcdata)
        if use_push_pop and graph in self.graphs_to_inline:
            del self.graphs_to_inline[graph]

    def finish_tables(self):
        self.layoutbuilder.close_table()
        # raw prebuilt words that hold GC pointers
        addresses = self.layoutbuilder.addresses_of_static_ptrs_in_nongc
        ARRAY = lltype.Array(llmemory.Address, hints={'nolength': True})
        self.n_static_roots = len(addresses)
        self.static_roots = lltype.malloc(ARRAY, len(addresses) + 1,
                                          immortal=True)
        for i, address in enumerate(addresses):
            self.static_roots[i] = address
        self.static_roots[len(addresses)] = llmemory.NULL
        return [self.static_roots]

    def var_needs_set_transform(self, var):
        return False

    # ----- allocation

    def gct_fv_gc_malloc(self, hop, flags, TYPE, *args):
        if flags.get('nonmovable'):
            raise NotImplementedError("a non-movable allocation of %s" % (TYPE,))
        op = hop.spaceop
        type_id = self.get_type_id(TYPE)
        c_type_id = rmodel.inputconst(TYPE_ID, type_id)
        functions = self.special_funcptr_for_type(TYPE)
        livevars = self.push_roots(hop)
        if op.opname.endswith('_varsize') or flags.get('varsize'):
            v_length = op.args[-1]
            ARRAY = TYPE
            if isinstance(TYPE, lltype.Struct):
                ARRAY = TYPE._flds[TYPE._arrayfld]
                length_offset = (llmemory.offsetof(TYPE, TYPE._arrayfld) +
                                 llmemory.ArrayLengthOffset(ARRAY))
            else:
                length_offset = llmemory.ArrayLengthOffset(ARRAY)
            sizes = [llmemory.sizeof(TYPE, 0), llmemory.sizeof(ARRAY.OF),
                     length_offset]
            v_result = hop.genop(
                'stm_malloc_varsize',
                [c_type_id] + [rmodel.inputconst(lltype.Signed, x)
                               for x in sizes] + [v_length],
                resulttype=llmemory.GCREF)
        else:
            c_size = rmodel.inputconst(lltype.Signed, llmemory.sizeof(TYPE))
            opname = 'stm_malloc'
            if 'destructor' in functions:
                opname = 'stm_malloc_registered'
            v_result = hop.genop(opname, [c_type_id, c_size],
                                 resulttype=llmemory.GCREF)
        self.pop_roots(hop, livevars)
        if 'old_style_finalizer' in functions:
            hop.genop('stm_old_finalizer', [v_result])
        return v_result
    gct_fv_gc_malloc_varsize = gct_fv_gc_malloc

    def gct_weakref_create(self, hop):
        c_type_id = rmodel.inputconst(TYPE_ID, self.get_type_id(WEAKREF))
        c_size = rmodel.inputconst(lltype.Signed, llmemory.sizeof(WEAKREF))
        livevars = self.push_roots(hop, keep_current_args=True)
        v_ref = hop.genop('stm_malloc_registered', [c_type_id, c_size],
                          resulttype=llmemory.GCREF)
        v_ref = hop.genop('cast_opaque_ptr', [v_ref], resulttype=WEAKREFPTR)
        self.pop_roots(hop, livevars)
        # the target may have moved just now: take its address after that
        v_target, = hop.spaceop.args
        v_address = hop.genop('cast_ptr_to_adr', [v_target],
                              resulttype=llmemory.Address)
        hop.genop('bare_setfield',
                  [v_ref, rmodel.inputconst(lltype.Void, 'weakptr'), v_address])
        v_weakref = hop.genop('cast_ptr_to_weakrefptr', [v_ref],
                              resulttype=llmemory.WeakRefPtr)
        hop.cast_result(v_weakref)

    # ----- operations that may collect: GC pointers go to the shadow stack

    def with_roots(self, hop, opname, args, **kwds):
        livevars = self.push_roots(hop, keep_current_args=True)
        v_result = hop.genop(opname, args, **kwds)
        self.pop_roots(hop, livevars)
        return v_result

    def gct_stm_become_inevitable(self, hop):
        self.with_roots(hop, 'stm_become_inevitable', hop.spaceop.args,
                        resultvar=hop.spaceop.result)

    def gct_stm_raw_write(self, hop):
        self.with_roots(hop, 'stm_raw_write', hop.spaceop.args,
                        resultvar=hop.spaceop.result)

    def gct_gc__collect(self, hop):
        args = hop.spaceop.args or [rmodel.inputconst(lltype.Signed, 9)]
        self.with_roots(hop, 'stm_collect', args, resultvar=hop.spaceop.result)

    # ----- GC operations

    def answer(self, hop, TYPE, value):
        hop.genop('same_as', [rmodel.inputconst(TYPE, value)],
                  resultvar=hop.spaceop.result)

    def gct_gc_can_move(self, hop):
        # so that whoever wants to pass memory to C makes a raw copy: another
        # thread's commit may change what a view shows
        self.answer(hop, lltype.Bool, True)

    def gct_gc_pin(self, hop):
        self.answer(hop, lltype.Bool, False)

    def gct_gc__is_pinned(self, hop):
        self.answer(hop, lltype.Bool, False)

    def gct_gc_unpin(self, hop):
        pass

    def gct_shrink_array(self, hop):
        self.answer(hop, lltype.Bool, False)

    def gct_gc_writebarrier(self, hop):
        pass           # barriers.py has seen to every store

    def gct_gc_writebarrier_before_copy(self, hop):
        self.answer(hop, lltype.Bool, True)      # raw_memcopy has its own

    def gct_gc_identityhash(self, hop):
        hop.genop('stm_identityhash', hop.spaceop.args,
                  resultvar=hop.spaceop.result)

    def gct_gc_id(self, hop):
        hop.genop('stm_id', hop.spaceop.args, resultvar=hop.spaceop.result)

    def gct_gc_add_memory_pressure(self, hop):
        hop.genop('stm_memory_pressure', hop.spaceop.args[:1])

    def gct_gc_ignore_finalizer(self, hop):
        pass

    def gct_gc_move_out_of_nursery(self, hop):
        hop.rename('same_as')

    def gct_gc_thread_run(self, hop):
        pass           # RPyGilAcquire has done it

    def gct_gc_thread_start(self, hop):
        pass

    def gct_gc_thread_die(self, hop):
        hop.rename('gc_thread_die')

    def gct_gc_thread_before_fork(self, hop):
        self.answer(hop, llmemory.Address, llmemory.NULL)

    def gct_gc_thread_after_fork(self, hop):
        pass           # stm_fork() has done it

    def gct_gc_heap_stats(self, hop):
        GCTransformer.gct_gc_heap_stats(self, hop)

    def dummy(self, hop):
        self.default(hop)       # mem.h answers "not implemented"

    gct_gc_get_rpy_roots = gct_gc_get_rpy_referents = dummy
    gct_gc_get_rpy_memory_usage = gct_gc_get_rpy_type_index = dummy
    gct_gc_is_rpy_instance = gct_gc_dump_rpy_heap = dummy

    def unsupported(self, hop):
        raise NotImplementedError("%s in a --stm build" % (hop.spaceop,))

    gct_gc_obtain_free_space = gct_gc_set_max_heap_size = unsupported
    gct_gc_gettypeid = gct_get_member_index = unsupported
    gct_gc_typeids_z = gct_gc_typeids_list = unsupported
    gct_gc_get_type_info_group = unsupported
    gct_gc_adr_of_nursery_free = gct_gc_adr_of_nursery_top = unsupported
    gct_gc_adr_of_root_stack_base = gct_gc_adr_of_root_stack_top = unsupported
    gct_gc_rawrefcount_init = gct_gc_rawrefcount_next_dead = unsupported
    gct_gc_rawrefcount_create_link_pypy = unsupported
    gct_gc_rawrefcount_create_link_pyobj = unsupported
    gct_gc_rawrefcount_from_obj = gct_gc_rawrefcount_to_obj = unsupported
    gct_gc_modified_shadowstack = unsupported
    gct_gc_detach_callback_pieces = gct_gc_reattach_callback_pieces = unsupported

    # ----- finalizer queues

    def get_finalizer_queue_index(self, hop):
        tag = hop.spaceop.args[0].value
        assert 'FinalizerQueue TAG' in tag.expr
        queue = tag.default
        if queue not in self.finalizer_queue_indexes:
            def ll_trigger():
                try:
                    queue.finalizer_trigger()
                except Exception as e:
                    ll_report_finalizer_error(e)
            index = len(self.finalizer_queue_indexes) + 1
            assert index < 16, "too many finalizer queues"
            self.finalizer_queue_indexes[queue] = index
            # not annotate_finalizer(): its graphs would get no barriers
            graph = self.mixlevelannotator.getgraph(ll_trigger, [],
                                                    annmodel.s_None)
            function = self.mixlevelannotator.graph2delayed(
                graph, FUNCTYPE=lltype.FuncType([], lltype.Void))
            self.ll_finalizers_ptrs.append(function)
            self.finalizer_triggers.append(function)
        return self.finalizer_queue_indexes[queue]

    def gct_gc_fq_register(self, hop):
        c_index = rmodel.inputconst(lltype.Signed,
                                    self.get_finalizer_queue_index(hop))
        hop.genop('stm_fq_register', [c_index, hop.spaceop.args[1]])

    def gct_gc_fq_next_dead(self, hop):
        c_index = rmodel.inputconst(lltype.Signed,
                                    self.get_finalizer_queue_index(hop))
        hop.genop('stm_fq_next_dead', [c_index], resultvar=hop.spaceop.result)
