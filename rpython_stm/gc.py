"""The collector as rpython's toolchain sees it: object headers and type table.

The collector itself is runtime/.  This file says how the toolchain's types are
described to it: a GcStruct or GcArray gets a `struct stm_type` in one table, and
its type id is the index there.  A class's vtable follows its stm_type in the same
table, so that obj->typeptr is computed from the type id with no load; hence the
unit of the table, 64 bytes, is the size of stm_type, and ids are not contiguous.
"""
from __future__ import absolute_import

from rpython.memory import gctypelayout
from rpython.memory.gcheader import GCHeaderBuilder
from rpython.memory.gctransform.framework import TransformerLayoutBuilder
from rpython.memory.gctransform.support import get_rtti, write
from rpython.rtyper.lltypesystem import llgroup, llmemory, lltype, rffi
from rpython.translator.backendopt.finalizer import FinalizerAnalyzer

TYPE_UNIT = 64
MIN_OBJECT_SIZE = 16

# struct stm_header: the first 8 bytes of each object
HEADER = lltype.Struct('stm_header',
                       ('c_tid', llgroup.HALFWORD),
                       ('c_bits', rffi.UINT),
                       hints={'external': 'C', 'c_name': 'stm_header'})

# stm_ref: any GC pointer
OBJECT = lltype.GcOpaqueType('stm_object', hints={'external': 'C',
                                                  'c_name': 'struct stm_object'})
REF = lltype.Ptr(OBJECT)

OFFSETS = lltype.Array(rffi.UINT, hints={'nolength': True, 'immutable': True,
                                         'render_as_const': True})
DESTRUCTOR = lltype.FuncType([REF], lltype.Void)

# struct stm_type, field by field in the order of stm.h
TYPE = lltype.Struct('stm_type',
    ('c_flags', rffi.UINT),
    ('c_fixed_size', rffi.UINT),
    ('c_item_size', rffi.UINT),
    ('c_items_offset', rffi.UINT),
    ('c_length_offset', rffi.UINT),
    ('c_n_refs', rffi.UINT),
    ('c_n_item_refs', rffi.UINT),
    ('c_weak_offset', rffi.UINT),
    ('c_ref_offsets', lltype.Ptr(OFFSETS)),
    ('c_item_ref_offsets', lltype.Ptr(OFFSETS)),
    ('c_destructor', lltype.Ptr(DESTRUCTOR)),
    ('c_name', rffi.CCHARP),
    hints={'external': 'C', 'c_name': 'stm_type', 'immutable': True})

TYPE_WEAKREF = 0x01
TYPE_DESTRUCTOR = 0x02


class UIntOf(llmemory.Symbolic):
    """A symbolic size or offset, where C wants a uint32_t."""

    def __init__(self, offset, macro=None):
        self.offset = offset
        self.macro = macro           # C macro to apply, or None

    def annotation(self):
        from rpython.annotator import model
        return model.SomeInteger(knowntype=rffi.r_uint)

    def lltype(self):
        return rffi.UINT


def ll_report_destructor_error(typename, e):
    try:
        write(2, "a destructor of type ")
        write(2, typename)
        write(2, " raised an exception: ")
        write(2, str(e))
        write(2, ", which is ignored\n")
    except Exception:
        pass        # nowhere left to report to


def uint(n):
    return rffi.cast(rffi.UINT, n)


class Collector(object):
    """Stands where the toolchain asks for an instance of a GC class."""
    moving_gc = True
    malloc_zero_filled = True
    needs_write_barrier = True
    prebuilt_gc_objects_are_static_roots = False    # the runtime finds them
    DEBUG = False
    object_minimal_size = MIN_OBJECT_SIZE
    gcheaderbuilder = GCHeaderBuilder(HEADER)

    def init_gc_object_immortal(self, adr, typeid):
        header = llmemory.cast_adr_to_ptr(adr, lltype.Ptr(HEADER))
        header.c_tid = typeid


class LayoutBuilder(TransformerLayoutBuilder):

    def __init__(self, translator, excdata):
        self.translator = translator
        self.excdata = excdata           # not a root: it is in the control block
        self.old_finalizers = []         # (type id, function)
        self.names = {}
        gctypelayout.TypeLayoutBuilder.__init__(
            self, Collector, translator.rtyper.lltype2vtable)

    def get_type_id(self, TP):
        try:
            return self.id_of_type[TP]
        except KeyError:
            pass
        assert self.can_add_new_types
        assert isinstance(TP, (lltype.GcStruct, lltype.GcArray))
        info = lltype.malloc(TYPE, immortal=True, zero=True)
        type_id = self.type_info_group.add_member(info)
        self.id_of_type[TP] = type_id
        self.describe(info, TP, type_id)
        self.add_vtable_after_typeinfo(TP)
        return type_id

    def describe(self, info, TP, type_id):
        flags = 0
        refs = gctypelayout.offsets_to_gc_pointers(TP)
        info.c_n_refs = uint(len(refs))
        info.c_ref_offsets = self.table(refs)
        if not TP._is_varsize():
            info.c_fixed_size = UIntOf(llmemory.sizeof(TP), 'RPYSTM_FIXED_SIZE')
        else:
            info.c_fixed_size = UIntOf(llmemory.sizeof(TP, 0))
            if isinstance(TP, lltype.Struct):
                ARRAY = TP._flds[TP._arrayfld]
                start = llmemory.offsetof(TP, TP._arrayfld)
                length = start + llmemory.ArrayLengthOffset(ARRAY)
                items = start + llmemory.itemoffsetof(ARRAY, 0)
            else:
                ARRAY = TP
                length = llmemory.ArrayLengthOffset(ARRAY)
                items = llmemory.itemoffsetof(ARRAY, 0)
            info.c_length_offset = UIntOf(length)
            info.c_items_offset = UIntOf(items)
            if ARRAY.OF is not lltype.Void:
                info.c_item_size = UIntOf(llmemory.sizeof(ARRAY.OF))
                refs = gctypelayout.offsets_to_gc_pointers(ARRAY.OF)
                info.c_n_item_refs = uint(len(refs))
                info.c_item_ref_offsets = self.table(refs)
        if self.is_weakref_type(TP):
            flags |= TYPE_WEAKREF
            info.c_weak_offset = UIntOf(gctypelayout.weakptr_offset)
        functions = self.special_funcptr_for_type(TP)
        if 'destructor' in functions:
            flags |= TYPE_DESTRUCTOR
            info.c_destructor = functions['destructor']
        if 'old_style_finalizer' in functions:
            self.old_finalizers.append((type_id,
                                        functions['old_style_finalizer']))
        info.c_flags = uint(flags)
        info.c_name = self.c_string(getattr(TP, '_name', str(TP))[:80])

    def table(self, offsets):
        if not offsets:
            return lltype.nullptr(OFFSETS)
        key = tuple(str(o) for o in offsets)
        if key not in self.offsettable_cache:
            array = lltype.malloc(OFFSETS, len(offsets), immortal=True)
            for i, offset in enumerate(offsets):
                array[i] = uint(offset) if isinstance(offset, int) \
                    else UIntOf(offset)
            self.offsettable_cache[key] = array
        return self.offsettable_cache[key]

    def c_string(self, s):
        if s not in self.names:
            array = lltype.malloc(rffi.CCHARP.TO, len(s) + 1, immortal=True)
            for i, c in enumerate(s):
                array[i] = c if ' ' <= c < '\x7f' else '?'
            array[len(s)] = '\x00'
            self.names[s] = array
        return self.names[s]

    def consider_constant(self, TP, value, gc):
        if value is self.excdata._obj:
            return
        TransformerLayoutBuilder.consider_constant(self, TP, value, gc)

    def make_destructor_funcptr_for_type(self, TP):
        """(function of a REF, is it light?); light: it neither allocates nor
        stores a GC pointer, and runs when the object is freed."""
        if not self.has_destructor(TP):
            return None, False
        destructor = get_rtti(TP)._obj.destructor_funcptr
        ARG = lltype.typeOf(destructor).TO.ARGS[0]
        name = TP.__name__

        # the destructor is called directly, as a constant: through a pointer
        # nobody could tell what it does to a transaction
        def ll_finalizer(ref):
            try:
                destructor(lltype.cast_opaque_ptr(ARG, ref))
            except Exception as e:
                ll_report_destructor_error(name, e)
        function = self.transformer.annotate_finalizer(ll_finalizer, [REF],
                                                       lltype.Void)
        try:
            graph = destructor._obj.graph
        except lltype.DelayedPointer:
            return function, False
        analyzer = FinalizerAnalyzer(self.translator)
        return function, not analyzer.analyze_light_finalizer(graph)

    def make_custom_trace_funcptr_for_type(self, TP):
        if self.has_custom_trace(TP):
            raise NotImplementedError("custom trace function of %s" % (TP,))
        return None
