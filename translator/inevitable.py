"""Which operations cannot be undone, so that the transaction must be inevitable.

A raw store is harmless into memory that this function has allocated, with no
break since (the abort frees it), and into the thread's own struct.  For the rest
of the raw stores a look at run time decides: the runtime knows what was allocated
in this transaction.
"""
from __future__ import absolute_import

from rpython.flowspace.model import Constant
from rpython.rtyper.lltypesystem import llmemory, lltype
from rpython.rtyper.lltypesystem.lltype import DelayedPointer

from translator import dataflow, effects

CALL = 'call'       # surely inevitable
STORE = 'store'     # inevitable unless the memory is of this transaction


class Inevitability(object):

    def __init__(self, break_analyzer, excdata):
        self.break_analyzer = break_analyzer
        self.excdata = excdata
        self.cache = {}
        self.listing = []      # (name of the graph, kind, reason)

    def points(self, graph):
        """{operation: (CALL or STORE, reason)} of a graph not yet transformed."""
        try:
            return self.cache[graph]
        except KeyError:
            result = self.cache[graph] = self.find(graph)
            return result

    def find(self, graph):
        result = {}
        if effects.is_outside(graph):
            return result
        candidates = False
        for block, op in graph.iterblockops():
            point = self.candidate(op)
            if point is not None:
                result[op] = point
                candidates = candidates or point[0] == STORE
        if candidates:
            self.drop_harmless_stores(graph, result)
        return result

    def candidate(self, op):
        if op.opname == 'direct_call':
            try:
                funcobj = op.args[0].value._obj
            except DelayedPointer:
                return None
            if getattr(funcobj, 'external', None) is not None:
                reason = effects.external_reason(funcobj)
                if reason is not None:
                    return CALL, reason
        elif op.opname == 'indirect_call':
            if op.args[-1].value is None:
                return CALL, 'call through a pointer'
        elif op.opname in effects.RAW_STORES:
            index = self.destination(op)
            T = op.args[index].concretetype
            if T == llmemory.Address:
                return STORE, op.opname
            if T.TO._gckind == 'raw' and T.TO is not self.excdata:
                if isinstance(op.args[-1].concretetype, lltype.LowLevelType) and (
                        op.args[-1].concretetype is lltype.Void):
                    return None
                return STORE, 'store into %s' % getattr(T.TO, '_name',
                                                        T.TO.__class__.__name__)
        return None

    def destination(self, op):
        return 1 if op.opname in ('raw_memcopy', 'raw_memmove') else 0

    def drop_harmless_stores(self, graph, points):
        aliases = dataflow.Aliases(graph)

        def walk(block, facts, drop):
            for op in block.operations:
                if op in points and points[op][0] == STORE:
                    v = op.args[self.destination(op)]
                    key = aliases.key(v)
                    if drop and ('fresh', key) in facts:
                        del points[op]
                elif self.break_analyzer.analyze(op):
                    facts = set(f for f in facts if f[0] != 'fresh')
                if op.opname in ('malloc', 'malloc_varsize'):
                    if op.args[1].value['flavor'] == 'raw':
                        facts.add(('fresh', aliases.key(op.result)))
                elif op.opname in ('raw_malloc', 'threadlocalref_addr'):
                    facts.add(('fresh', aliases.key(op.result)))
                elif op.opname in ('adr_add', 'direct_ptradd', 'getsubstruct',
                                   'getarraysubstruct', 'direct_fieldptr',
                                   'direct_arrayitems'):
                    # a place inside, of memory or of a GC object
                    key = aliases.key(op.args[0])
                    T = op.args[0].concretetype
                    if (('fresh', key) in facts or
                            (isinstance(T, lltype.Ptr) and
                             T.TO._gckind == 'gc')):
                        facts.add(('fresh', aliases.key(op.result)))
                elif op.opname == 'cast_ptr_to_adr':
                    # the address of a GC object: barriers see to it
                    if op.args[0].concretetype.TO._gckind == 'gc':
                        facts.add(('fresh', aliases.key(op.result)))
            return facts

        entry = dataflow.forward(graph, aliases,
                                 lambda block, facts: walk(block, facts, False))
        for block, facts in entry.items():
            walk(block, set(facts), True)

    def note(self, graph):
        for op, (kind, reason) in self.points(graph).items():
            self.listing.append((graph.name, kind, reason))
