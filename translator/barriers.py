"""Where read marks and write barriers go.

Works on the graph after exception transformation and before the GC transformation:
inserts operations that the C writer prints as calls of the runtime's inline
functions.  Facts (see dataflow.py), each about a value v:

    ('read', v)        the struct is marked read             until a break
    ('read', v, i)     item i of the array is marked read    until a break
    ('written', v)     the struct's write barrier ran        until a collection
    ('written', v, i)  item i's write barrier ran            until a collection
    ('new', v)         this transaction allocated it         until a break
    ('young', v)       the same, it is still in the nursery  until a collection
    ('private', v)     nobody else ever looks at it          for ever
    ('inside', a, v)   the address a points into v           until a collection
"""
from __future__ import absolute_import

from rpython.flowspace.model import Constant, SpaceOperation, Variable
from rpython.memory.gctypelayout import WEAKREF
from rpython.rtyper.lltypesystem import llmemory, lltype
from rpython.translator.unsimplify import varoftype

from translator import dataflow
from translator.inevitable import CALL

UNTIL_COLLECTION = ('written', 'young', 'inside')
UNTIL_BREAK = ('read', 'new')

READS = ('getfield', 'getarrayitem', 'getinteriorfield')
WRITES = ('setfield', 'setarrayitem', 'setinteriorfield')
MEMORY_FUNCTIONS = ('raw_memcopy', 'raw_memmove', 'raw_memclear', 'raw_memset')


class Declarations(object):
    """What classes of the program declare about their fields."""

    def __init__(self, rtyper):
        self.private_structs = set()
        self.benign = set([('rpy_string', 'hash'), ('rpy_unicode', 'hash')])
        for repr in rtyper.instance_reprs.values():
            desc = getattr(repr.classdef, 'classdesc', None)
            cls = getattr(desc, 'pyobj', None)
            if cls is None:
                continue
            STRUCT = repr.lowleveltype.TO
            if getattr(cls, '_stm_always_written_', False):
                self.private_structs.add(STRUCT)
            for name in cls.__dict__.get('_stm_benign_fields_', ()):
                self.benign.add((STRUCT, 'inst_' + name))

    def is_benign(self, STRUCT, name):
        return ((STRUCT, name) in self.benign or
                (getattr(STRUCT, '_name', None), name) in self.benign)


class Access(object):
    """One read or write of GC memory: the object, and the item's path if any."""

    def __init__(self, op):
        self.op = op
        self.v = op.args[0]
        self.STRUCT = T = self.v.concretetype.TO
        self.item_args = None       # up to and with the index: what is marked
        self.index = None
        self.immutable = False
        self.fieldname = None
        args = op.args[1:]
        if op.opname.startswith('set'):
            args = args[:-1]
        for n, arg in enumerate(args):
            if arg.concretetype is lltype.Void:
                if isinstance(T, lltype.FixedSizeArray):
                    T = T.OF
                    continue
                if self.fieldname is None:
                    self.fieldname = arg.value
                self.immutable = self.immutable or bool(
                    T._immutable_field(arg.value))
                T = getattr(T, arg.value)
            else:
                if isinstance(T, lltype.FixedSizeArray):
                    T = T.OF
                    continue
                self.immutable = self.immutable or bool(T._immutable_field())
                if self.index is None:
                    self.index = arg
                    self.item_args = [self.v] + list(args[:n + 1])
                T = T.OF
        self.VALUE = T


def is_gc_access(op):
    T = op.args[0].concretetype
    return isinstance(T, lltype.Ptr) and T.TO._gckind == 'gc'


class Barriers(object):

    def __init__(self, translator, break_analyzer, inevitability):
        self.break_analyzer = break_analyzer
        self.inevitability = inevitability
        self.collect_analyzer = None       # set when it exists
        self.declarations = Declarations(translator.rtyper)
        self.counts = {}

    def count(self, what):
        self.counts[what] = self.counts.get(what, 0) + 1

    # ----- the analysis

    def insert(self, graph):
        self.aliases = dataflow.Aliases(graph)
        self.points = self.inevitability.points(graph)
        self.constants = {}            # key -> the prebuilt object
        entry = dataflow.forward(
            graph, self.aliases,
            lambda block, facts: self.walk(block, facts, None))
        changes = []
        for block, facts in entry.items():
            newops = []
            self.walk(block, set(facts), newops)
            if newops:
                changes.append((block, newops))
        for block, newops in changes:
            block.operations[:] = newops

    def walk(self, block, facts, newops):
        """Apply the block's operations to the facts; with newops (a list), also
        write the operations with their barriers into it."""
        for op in block.operations:
            point = self.points.get(op)
            if point is not None:
                self.forget(facts, UNTIL_COLLECTION)
                if newops is not None:
                    self.emit_inevitable(newops, op, point)
            handler = getattr(self, 'do_' + op.opname, None)
            if handler is not None:
                newop = handler(op, facts, newops)
                if newops is not None:
                    newops.append(newop or op)
            else:
                if newops is not None:
                    newops.append(op)
                self.other_operation(op, facts)
        return facts

    def forget(self, facts, kinds):
        for fact in [f for f in facts if f[0] in kinds]:
            facts.discard(fact)

    def other_operation(self, op, facts):
        if self.break_analyzer.analyze(op):
            self.forget(facts, UNTIL_COLLECTION + UNTIL_BREAK)
        elif self.collect_analyzer.analyze(op):
            self.forget(facts, UNTIL_COLLECTION)

    # ----- reads and writes

    def do_read(self, op, facts, newops):
        if not is_gc_access(op) or op.result.concretetype is lltype.Void:
            return
        access = Access(op)
        key = self.aliases.key(access.v)
        private = (access.STRUCT in self.declarations.private_structs or
                   ('private', key) in facts)
        if self.is_private_array(access, private):
            facts.add(('private', self.aliases.key(op.result)))
        if private or access.immutable or ('new', key) in facts:
            return
        if self.needs_no_mark(access):
            return
        fact = self.fact('read', access, key)
        if fact in facts:
            if newops is not None:
                self.count('read marks dropped: done before')
            return
        facts.add(fact)
        if newops is not None:
            if access.index is None:
                self.emit(newops, 'stm_read', [access.v])
            else:
                self.emit(newops, 'stm_read_item', access.item_args)
    do_getfield = do_getarrayitem = do_getinteriorfield = do_read

    def is_private_array(self, access, private):
        """An array in a field of an object that only its owner uses is such, too;
        an array in a field declared 'name[*]' is never written."""
        if not (isinstance(access.VALUE, lltype.Ptr) and
                isinstance(access.VALUE.TO, lltype.GcArray)):
            return False
        if private and access.STRUCT in self.declarations.private_structs:
            return True
        fields = access.STRUCT._hints.get('immutable_fields')
        if fields is None or access.fieldname is None:
            return False
        from rpython.rtyper.rclass import IR_IMMUTABLE_ARRAY
        return fields.fields.get(access.fieldname) is IR_IMMUTABLE_ARRAY

    def needs_no_mark(self, access):
        if access.STRUCT == WEAKREF:
            return True
        return (access.fieldname is not None and
                (access.fieldname == 'typeptr' or
                 self.declarations.is_benign(access.STRUCT, access.fieldname)))

    def fact(self, kind, access, key):
        if access.index is None:
            return (kind, key)
        return (kind, key, self.aliases.key(access.index))

    def do_write(self, op, facts, newops):
        if not is_gc_access(op) or op.args[-1].concretetype is lltype.Void:
            return
        access = Access(op)
        key = self.aliases.key(access.v)
        if ('young', key) in facts or access.STRUCT == WEAKREF:
            if newops is not None:
                self.count('write barriers dropped: new object')
            return
        if access.fieldname == 'typeptr':
            return
        if (access.index is None and access.fieldname is not None and
                self.declarations.is_benign(access.STRUCT, access.fieldname)):
            if newops is not None:
                self.count('benign stores')
            return SpaceOperation('stm_benign_setfield', op.args, op.result)
        fact = self.fact('written', access, key)
        if fact in facts:
            if newops is not None:
                self.count('write barriers dropped: done before')
            return
        facts.add(fact)
        if access.index is not None:
            facts.add(self.fact('read', access, key))
            if newops is not None:
                opname = 'stm_write_item'
                if ('private', key) in facts:
                    opname = 'stm_write_private_item'
                self.emit(newops, opname, access.item_args)
        elif access.STRUCT._is_varsize():
            facts.add(('read', key))
            if newops is not None:
                self.emit(newops, 'stm_write_fixed', [access.v])
        else:
            facts.add(('read', key))
            if newops is not None:
                self.emit(newops, 'stm_write', [access.v])
    do_setfield = do_setarrayitem = do_setinteriorfield = do_write

    # ----- allocation

    def do_malloc(self, op, facts, newops):
        if op.args[1].value['flavor'] == 'gc':
            self.forget(facts, UNTIL_COLLECTION)
            key = self.aliases.key(op.result)
            facts.add(('new', key))
            facts.add(('young', key))
    do_malloc_varsize = do_malloc

    # ----- addresses into GC objects

    def do_cast_ptr_to_adr(self, op, facts, newops):
        if is_gc_access(op):
            key = self.aliases.key(op.result)
            if not isinstance(key, Variable):
                self.constants[key] = op.args[0]
            facts.add(('inside', key, key))
        else:
            facts.add(('raw', self.aliases.key(op.result)))

    def do_adr_add(self, op, facts, newops):
        if ('raw', self.aliases.key(op.args[0])) in facts:
            facts.add(('raw', self.aliases.key(op.result)))
        for fact in list(facts):
            if fact[0] == 'inside' and fact[1] == self.aliases.key(op.args[0]):
                facts.add(('inside', self.aliases.key(op.result), fact[2]))

    def object_of(self, v_adr, facts):
        key = self.aliases.key(v_adr)
        found = [fact[2] for fact in facts
                 if fact[0] == 'inside' and fact[1] == key]
        for key in found:
            return self.constants.get(key, key), key
        return None, None

    def do_memory_function(self, op, facts, newops):
        if op.opname in ('raw_memcopy', 'raw_memmove'):
            v_source, v_dest, v_size = op.args[:3]
            v_obj, key = self.object_of(v_source, facts)
            self.check_known(v_source, v_obj, facts, newops)
            if (v_obj is not None and newops is not None and
                    ('new', key) not in facts and ('private', key) not in facts
                    and not items_are_immutable(v_obj.concretetype)):
                self.emit(newops, 'stm_read_range', [v_obj, v_source, v_size])
        else:
            v_dest, v_size = op.args[0], op.args[-1]
        v_obj, key = self.object_of(v_dest, facts)
        self.check_known(v_dest, v_obj, facts, newops)
        if (v_obj is not None and newops is not None and
                ('young', key) not in facts):
            self.emit(newops, 'stm_write_range', [v_obj, v_dest, v_size])
        if newops is not None:
            return SpaceOperation('stm_' + op.opname, op.args, op.result)
    def check_known(self, v_adr, v_obj, facts, newops):
        """An address of which it is not known here whether it points into a GC
        object must not: look at run time."""
        if v_obj is None and newops is not None and (
                ('raw', self.aliases.key(v_adr)) not in facts):
            self.emit(newops, 'stm_check_raw', [v_adr])

    do_raw_memcopy = do_raw_memmove = do_memory_function
    do_raw_memclear = do_raw_memset = do_memory_function

    def do_gc_load_indexed(self, op, facts, newops):
        if not is_gc_access(op):
            return
        key = self.aliases.key(op.args[0])
        if ('new', key) in facts or items_are_immutable(op.args[0].concretetype):
            return
        if newops is not None:
            self.emit(newops, 'stm_read_indexed',
                      op.args + [type_constant(op.result.concretetype)])

    def do_gc_store_indexed(self, op, facts, newops):
        if not is_gc_access(op):
            return
        if newops is not None and ('young',
                                   self.aliases.key(op.args[0])) not in facts:
            addr, index, value, scale, base = op.args
            self.emit(newops, 'stm_write_indexed',
                      [addr, index, scale, base,
                       type_constant(value.concretetype)])

    def do_raw_load(self, op, facts, newops):
        v_obj, key = self.object_of(op.args[0], facts)
        if v_obj is not None and newops is not None:
            raise NotImplementedError("raw_load from a GC object: %r" % (op,))

    def do_raw_store(self, op, facts, newops):
        v_obj, key = self.object_of(op.args[0], facts)
        if v_obj is not None and newops is not None:
            raise NotImplementedError("raw_store into a GC object: %r" % (op,))

    # ----- interior pointers handed out as raw ones

    def do_interior(self, op, facts, newops):
        if not is_gc_access(op) or op.result.concretetype.TO._gckind == 'gc':
            return
        # whoever gets this pointer may write through it, unseen
        if newops is not None:
            self.count('interior pointers')
            v = op.args[0]
            if v.concretetype.TO._is_varsize():
                self.emit(newops, 'stm_write_whole', [v])
            else:
                self.emit(newops, 'stm_write', [v])
    do_direct_arrayitems = do_direct_fieldptr = do_interior
    do_getsubstruct = do_getarraysubstruct = do_interior

    # ----- emitting

    def emit(self, newops, opname, args):
        self.count(opname)
        newops.append(SpaceOperation(opname, list(args),
                                     varoftype(lltype.Void)))

    def emit_inevitable(self, newops, op, point):
        kind, reason = point
        c_reason = Constant(reason, lltype.Void)
        if kind == CALL:
            self.emit(newops, 'stm_become_inevitable', [c_reason])
        else:
            v = op.args[self.inevitability.destination(op)]
            self.emit(newops, 'stm_raw_write', [v, c_reason])


def type_constant(T):
    return Constant(T, lltype.Void)


def items_are_immutable(T):
    T = T.TO
    if isinstance(T, lltype.Struct):
        if T._arrayfld is None:
            return bool(T._hints.get('immutable'))
        T = getattr(T, T._arrayfld)
    return isinstance(T, lltype.Array) and bool(T._immutable_field())
