"""How --stm programs are written in C: prebuilt objects in their linker section,
the type table, the operations that transformer.py and barriers.py put in."""
from __future__ import absolute_import

from rpython.flowspace.model import Constant
from rpython.rtyper.lltypesystem import llmemory, lltype, rffi
from rpython.translator.c import gc, node
from rpython.translator.c.primitive import name_signed, name_small_integer
from rpython.translator.c.support import cdecl

from rpython_stm import gc as stmgc
from translator.gspointers import (
    GsDatabase, GsFunctionCodeGenerator, GsShadowStackPolicy, is_gs)
from translator.transformer import StmTransformer


class HeaderOf(llmemory.Symbolic):
    """The initialiser of a prebuilt object's header."""

    def __init__(self, type_id, c_type):
        self.type_id = type_id
        self.c_type = c_type

    def lltype(self):
        return lltype.Signed


class StmDatabase(GsDatabase):

    def get(self, obj, funcgen=None):
        if isinstance(obj, stmgc.UIntOf):
            expr = name_signed(obj.offset, self)
            return '%s(%s)' % (obj.macro, expr) if obj.macro else expr
        if isinstance(obj, HeaderOf):
            return '{ %s, RPYSTM_PREBUILT_BITS(%s) }' % (
                name_small_integer(obj.type_id, self), obj.c_type)
        return GsDatabase.get(self, obj, funcgen)


# ____________________________________________________________
# Containers

class PrebuiltMixin(object):
    """A prebuilt GC object: its link-time address is its offset in the heap."""

    def set_header(self):
        gct = self.db.gctransformer
        if node.needs_gcheader(gct, self.getTYPE()):
            # the header belongs to the whole object, not to its first field
            top = lltype.top_container(self.obj)
            topnode = self if top is self.obj else self.db.getcontainernode(top)
            self.gc_init = HeaderOf(gct.get_type_id(lltype.typeOf(top)),
                                    cdecl(topnode.implementationtypename, ''))

    def implementation(self):
        lines = super(PrebuiltMixin, self).implementation()
        if lines and self.globalcontainer:
            type, name = self.get_declaration()
            declaration = cdecl(type, name)
            assert lines[0].startswith(declaration)
            lines[0] = '%s RPYSTM_PREBUILT(%s)%s' % (
                declaration, cdecl(type, ''), lines[0][len(declaration):])
        return lines


class PrebuiltStructNode(PrebuiltMixin, node.StructNode):
    def __init__(self, db, T, obj):
        node.ContainerNode.__init__(self, db, T, obj)
        self.set_header()


class PrebuiltArrayNode(PrebuiltMixin, node.ArrayNode):
    def __init__(self, db, T, obj):
        node.ContainerNode.__init__(self, db, T, obj)
        self.set_header()


class TypeTableNode(node.GroupNode):
    """The type table: stm_types and vtables, in units of 64 bytes."""

    def forward_declaration(self):
        for line in node.GroupNode.forward_declaration(self):
            if line.endswith(';') and '\tstruct' in line:
                lines = line.split('\n')
                lines = [self.align(l) if l.startswith('\t') else l
                         for l in lines]
                line = '\n'.join(lines)
            yield line
        yield '#undef GROUP_MEMBER_OFFSET'
        yield ('#define GROUP_MEMBER_OFFSET(grouptype, membername)  '
               '(offsetof(grouptype, membername) / %d)' % stmgc.TYPE_UNIT)
        yield '#define RPYSTM_TYPES  (&%s)' % self.name

    def align(self, line):
        assert line.endswith(';')
        return '%s __attribute__((aligned(%d)));' % (line[:-1],
                                                     stmgc.TYPE_UNIT)

    def startupcode(self):
        """The set-up of the runtime: after the constants have their values,
        before any RPython code runs."""
        db = self.db
        gct = db.gctransformer
        for fnptr in gct.finalizer_triggers:
            yield 'rpystm_add_finalizer_trigger(%s);' % db.get(fnptr)
        for type_id, fnptr in gct.layoutbuilder.old_finalizers:
            yield 'rpystm_add_old_finalizer(%s, %s);' % (
                name_small_integer(type_id, db), db.get(fnptr))
        fields = db.translator.annotator.bookkeeper.thread_local_fields
        for field in sorted(fields, key=lambda f: f.fieldname):
            if field.fieldname.startswith('tlref'):
                yield 'rpystm_add_threadlocal_ref(RPY_TLOFS_%s);' % (
                    field.fieldname)
            if field.fieldname == 'thread_ident':
                yield 'rpystm_ident_offset = RPY_TLOFS_thread_ident;'
        roots = gct.static_roots
        yield 'rpystm_setup((const struct stm_type *)RPYSTM_TYPES, ' \
              'sizeof(*RPYSTM_TYPES) / %d, (stm_ref **)%s, %d);' % (
                  stmgc.TYPE_UNIT, db.get(roots), gct.n_static_roots)


NODES = {
    lltype.GcStruct: PrebuiltStructNode,
    lltype.GcArray: PrebuiltArrayNode,
    node.llgroup.GroupType: TypeTableNode,
}


# ____________________________________________________________
# Operations

class StmFunctionCodeGenerator(GsFunctionCodeGenerator):

    # ----- the pending exception: in the control block, so one a thread

    def exception_field(self, op):
        """A C lvalue, or None if op is not about exc_data."""
        T = op.args[0].concretetype
        if isinstance(T, lltype.Ptr) and T.TO is self.db.exctransformer.EXCDATA:
            if op.args[1].value == 'exc_type':
                return 'RPYSTM_EXC_TYPE'
            return 'RPYSTM_EXC_VALUE'
        return None

    def OP_GETFIELD(self, op, ampersand=''):
        field = self.exception_field(op)
        if field is None:
            return GsFunctionCodeGenerator.OP_GETFIELD(self, op, ampersand)
        typename = cdecl(self.lltypename(op.result), '')
        return '%s = (%s)%s;' % (self.expr(op.result), typename, field)

    def OP_BARE_SETFIELD(self, op):
        field = self.exception_field(op)
        if field is None:
            T = op.args[0].concretetype
            if is_gs(op.args[2].concretetype) and T.TO._gckind == 'raw':
                raise NotImplementedError("store of a GC pointer into raw "
                                          "memory: %r" % (op,))
            return GsFunctionCodeGenerator.OP_BARE_SETFIELD(self, op)
        cast = '(stm_ref)' if field == 'RPYSTM_EXC_VALUE' else '(uintptr_t)'
        return '%s = %s%s;' % (field, cast, self.expr(op.args[2]))

    # ----- barriers

    def OP_STM_READ(self, op):
        return 'stm_read(%s);' % self.expr(op.args[0])

    def OP_STM_WRITE(self, op):
        return 'stm_write(%s);' % self.expr(op.args[0])

    def OP_STM_WRITE_FIXED(self, op):
        return 'stm_write_fixed(%s);' % self.expr(op.args[0])

    def OP_STM_READ_ITEM(self, op):
        return 'stm_read(&%s);' % self.interior_expr(op.args)

    def OP_STM_WRITE_ITEM(self, op):
        return 'stm_write_item(%s, &%s);' % (self.expr(op.args[0]),
                                             self.interior_expr(op.args))

    def OP_STM_WRITE_PRIVATE_ITEM(self, op):
        return 'rpystm_write_private_item((uintptr_t)%s, (uintptr_t)&%s);' % (
            self.expr(op.args[0]), self.interior_expr(op.args))

    def OP_STM_WRITE_WHOLE(self, op):
        return 'rpystm_write_whole((stm_ref)%s);' % self.expr(op.args[0])

    def OP_STM_READ_RANGE(self, op):
        v_obj, v_start, v_size = [self.expr(v) for v in op.args]
        return 'stm_read_range((void *)(unsigned long)%s, %s, %s);' % (
            v_obj, v_start, v_size)

    def OP_STM_WRITE_RANGE(self, op):
        v_obj, v_start, v_size = [self.expr(v) for v in op.args]
        return 'stm_write_range((void *)(unsigned long)%s, %s, %s);' % (
            v_obj, v_start, v_size)

    def indexed_range(self, op):
        addr, index, scale, base, c_type = op.args
        start = '(char *)(unsigned long)%s + %s + %s * %s' % (
            self.expr(addr), self.expr(base), self.expr(scale),
            self.expr(index))
        size = 'sizeof(%s)' % cdecl(self.db.gettype(c_type.value), '')
        return '(void *)(unsigned long)%s, %s, %s' % (self.expr(addr), start,
                                                      size)

    def OP_STM_READ_INDEXED(self, op):
        return 'stm_read_range(%s);' % self.indexed_range(op)

    def OP_STM_WRITE_INDEXED(self, op):
        return 'stm_write_range(%s);' % self.indexed_range(op)

    def OP_STM_BENIGN_SETFIELD(self, op):
        STRUCT = self.lltypemap(op.args[0]).TO
        structdef = self.db.gettypedefnode(STRUCT)
        expr = structdef.ptr_access_expr(
            self.expr(op.args[0]), op.args[1].value,
            isinstance(op.args[0], Constant))
        return 'RPYSTM_BENIGN_STORE(%s, %s);' % (expr, self.expr(op.args[2]))

    # ----- memory functions: addresses that may be GC pointers

    def memory_function(self, name, op):
        dest, source, size = [self.expr(op.args[i]) for i in (1, 0, 2)]
        return '%s(stm_address(%s), stm_address(%s), %s);' % (name, dest, source,
                                                              size)

    def OP_STM_RAW_MEMCOPY(self, op):
        return self.memory_function('memcpy', op)

    def OP_STM_RAW_MEMMOVE(self, op):
        return self.memory_function('memmove', op)

    def OP_STM_RAW_MEMCLEAR(self, op):
        return 'memset(stm_address(%s), 0, %s);' % (self.expr(op.args[0]),
                                                    self.expr(op.args[1]))

    def OP_STM_RAW_MEMSET(self, op):
        return 'memset(stm_address(%s), %s, %s);' % tuple(
            [self.expr(v) for v in op.args])

    # ----- transactions

    def OP_STM_BECOME_INEVITABLE(self, op):
        return 'stm_become_inevitable(%s);' % c_string(op.args[0].value)

    def OP_STM_RAW_WRITE(self, op):
        return 'rpystm_raw_write((void *)%s, %s);' % (
            self.expr(op.args[0]), c_string(op.args[1].value))

    def OP_STM_CHECK_RAW(self, op):
        return 'rpystm_check_raw(%s, __func__);' % self.expr(op.args[0])

    # ----- the collector

    def OP_STM_MALLOC(self, op):
        type_id, size = [self.expr(v) for v in op.args]
        return '%s = rpystm_malloc(%s, RPYSTM_FIXED_SIZE(%s));' % (
            self.expr(op.result), type_id, size)

    def OP_STM_MALLOC_REGISTERED(self, op):
        type_id, size = [self.expr(v) for v in op.args]
        return '%s = rpystm_malloc_registered(%s, RPYSTM_FIXED_SIZE(%s));' % (
            self.expr(op.result), type_id, size)

    def OP_STM_MALLOC_VARSIZE(self, op):
        args = [self.expr(v) for v in op.args]
        return '%s = rpystm_malloc_varsize(%s);' % (self.expr(op.result),
                                                    ', '.join(args))

    def OP_STM_OLD_FINALIZER(self, op):
        return 'stm_register_finalizer(0, (stm_ref)%s);' % self.expr(op.args[0])

    def OP_STM_COLLECT(self, op):
        return 'rpystm_collect(%s);' % self.expr(op.args[0])

    def OP_STM_IDENTITYHASH(self, op):
        return '%s = stm_identity_hash((stm_ref)%s);' % (
            self.expr(op.result), self.expr(op.args[0]))

    def OP_STM_ID(self, op):
        return '%s = (Signed)stm_id((stm_ref)%s);' % (
            self.expr(op.result), self.expr(op.args[0]))

    def OP_STM_MEMORY_PRESSURE(self, op):
        return 'stm_raw_pressure(%s);' % self.expr(op.args[0])

    def OP_STM_FQ_REGISTER(self, op):
        return 'stm_register_finalizer(%s, (stm_ref)%s);' % (
            self.expr(op.args[0]), self.expr(op.args[1]))

    def OP_STM_FQ_NEXT_DEAD(self, op):
        return '%s = (%s)stm_next_finalizable(%s);' % (
            self.expr(op.result), cdecl(self.lltypename(op.result), ''),
            self.expr(op.args[0]))


StmDatabase.funcgen_class = StmFunctionCodeGenerator


def c_string(s):
    from rpython.translator.c.support import c_string_constant
    return c_string_constant(s)


# ____________________________________________________________
# The GC policy

class StmPolicy(GsShadowStackPolicy):

    def gettransformer(self, translator):
        return StmTransformer(translator)

    def gc_startup_code(self):
        return []           # TypeTableNode.startupcode() does it, later

    def struct_setup(self, structdefnode, rtti):
        if rtti is not None and hasattr(rtti._obj, 'destructor_funcptr'):
            transformer = self.db.gctransformer
            functions = transformer.special_funcptr_for_type(
                structdefnode.STRUCT)
            # the database must see them before finish_helpers()
            self.db.get(rtti._obj.destructor_funcptr)
            for function in functions.values():
                self.db.get(function)

    def enter_roots_frame(self, funcgen, (c_gcdata, c_numcolors)):
        yield ('typedef struct { void %s; } pypy_ss_t;' %
               ', '.join(['*s%d' % i for i in range(c_numcolors.value)]))
        yield 'pypy_ss_t *ss;'

    def OP_GC_ENTER_ROOTS_FRAME(self, funcgen, op):
        return ('ss = (pypy_ss_t *)STM_SEG->shadowstack_top; '
                'STM_SEG->shadowstack_top = (stm_ref *)(ss + 1);')

    def OP_GC_LEAVE_ROOTS_FRAME(self, funcgen, op):
        return 'STM_SEG->shadowstack_top = (stm_ref *)ss;'

    def OP_GC_GETTYPEPTR_GROUP(self, funcgen, op):
        return '%s = (%s)RPYSTM_VTABLE(%s);' % (
            funcgen.expr(op.result),
            cdecl(funcgen.db.gettype(op.result.concretetype), ''),
            funcgen.expr(op.args[0]))

    def OP_GC_BIT(self, funcgen, op):
        raise NotImplementedError("gc_bit")

    def OP_GC_THREAD_DIE(self, funcgen, op):
        return 'rpystm_thread_die();'
