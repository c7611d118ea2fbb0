"""How a GC pointer is written in C: `struct X __seg_gs *`.

A GC pointer is an offset to which the machine adds the base of %gs.  Raw
pointers and addresses stay plain; going from one to the other is a cast through
an integer, which gcc takes without a word.  Where an interior pointer of a GC
object is asked for as a raw pointer, RPY_PLAIN (glue) makes a real address of it.
"""
from __future__ import absolute_import

from rpython.rtyper.lltypesystem import lltype, llmemory
from rpython.rtyper.lltypesystem.lltype import (
    Array, FixedSizeArray, OpaqueType, Ptr, Struct)
from rpython.translator.c import database, funcgen, gc
from rpython.translator.c.support import cdecl

GS_POINTER = '__seg_gs *@'


def is_gs(T):
    """Is a value of this low-level type a __seg_gs pointer in C?"""
    return (isinstance(T, Ptr) and T.TO._gckind == 'gc' and
            not (isinstance(T.TO, OpaqueType) and
                 T.TO.hints.get('c_pointer_typedef')))


class GsDatabase(database.LowLevelDatabase):

    def gettype(self, T, varlength=None, who_asks=None, argnames=[]):
        if T == llmemory.GCREF:
            return 'void ' + GS_POINTER
        if is_gs(T):
            # who_asks is not passed on: a pointer needs no complete type
            return self.gettype(T.TO).replace('@', GS_POINTER)
        return database.LowLevelDatabase.gettype(self, T, varlength, who_asks,
                                                 argnames)

    def get(self, obj, funcgen=None):
        expr = database.LowLevelDatabase.get(self, obj, funcgen)
        T = lltype.typeOf(obj)
        if expr is None or not expr or expr == 'NULL':
            return expr
        if is_gs(T) and obj and not expr.startswith('(('):
            # '(&x)' -> '((struct x __seg_gs *)(unsigned long)(&x))'
            return '((%s)(unsigned long)%s)' % (cdecl(self.gettype(T), ''), expr)
        if T == llmemory.Address and obj:
            return '((void *)(unsigned long)%s)' % expr
        return expr


class GsFunctionCodeGenerator(funcgen.FunctionCodeGenerator):

    def cast(self, TYPE, expr, FROM):
        typename = cdecl(self.db.gettype(TYPE), '')
        if is_gs(TYPE) != is_gs(FROM):
            return '(%s)(unsigned long)%s' % (typename, expr)
        return '(%s)%s' % (typename, expr)

    def OP_CAST_POINTER(self, op):
        return '%s = %s;' % (self.expr(op.result),
                             self.cast(self.lltypemap(op.result),
                                       self.expr(op.args[0]),
                                       self.lltypemap(op.args[0])))
    OP_CAST_PTR_TO_ADR = OP_CAST_POINTER
    OP_CAST_ADR_TO_PTR = OP_CAST_POINTER
    OP_CAST_OPAQUE_PTR = OP_CAST_POINTER
    OP_CAST_INT_TO_PTR = OP_CAST_POINTER
    OP_CAST_WEAKREFPTR_TO_PTR = OP_CAST_POINTER
    OP_CAST_PTR_TO_WEAKREFPTR = OP_CAST_POINTER

    # ----- interior pointers

    def plain_if_interior(self, op, line):
        """The result of op is raw: if it points into a GC object, make it plain."""
        if not (is_gs(self.lltypemap(op.args[0])) and
                not is_gs(self.lltypemap(op.result))):
            return line
        result = self.expr(op.result)
        assert line.startswith(result + ' = ') and line.endswith(';')
        expr = line[len(result) + 3:-1]
        return '%s = (%s)RPY_PLAIN(%s);' % (
            result, cdecl(self.lltypename(op.result), ''), expr)

    def OP_GETSUBSTRUCT(self, op):
        return self.plain_if_interior(
            op, funcgen.FunctionCodeGenerator.OP_GETSUBSTRUCT(self, op))

    def OP_GETARRAYSUBSTRUCT(self, op):
        return self.plain_if_interior(
            op, funcgen.FunctionCodeGenerator.OP_GETARRAYSUBSTRUCT(self, op))

    def OP_DIRECT_FIELDPTR(self, op):
        return self.plain_if_interior(
            op, funcgen.FunctionCodeGenerator.OP_DIRECT_FIELDPTR(self, op))

    def OP_DIRECT_ARRAYITEMS(self, op):
        return self.plain_if_interior(
            op, funcgen.FunctionCodeGenerator.OP_DIRECT_ARRAYITEMS(self, op))

    # ----- indexed access by offset

    def indexed(self, op, TYPE, addr, scale, index, base_ofs):
        space = '__seg_gs ' if is_gs(op.args[0].concretetype) else ''
        typename = cdecl(self.db.gettype(TYPE).replace('@', space + '*@'), '')
        return '((%s)(((char %s*)%s) + %s + %s * %s))[0]' % (
            typename, space, addr, base_ofs, scale, index)

    def OP_GC_LOAD_INDEXED(self, op):
        addr, index, scale, base_ofs = [self.expr(v) for v in op.args]
        return '%s = %s;' % (
            self.expr(op.result),
            self.indexed(op, op.result.concretetype, addr, scale, index,
                         base_ofs))

    def OP_GC_STORE_INDEXED(self, op):
        addr, index, value, scale, base_ofs = [self.expr(v) for v in op.args]
        return '%s = %s;' % (
            self.indexed(op, op.args[2].concretetype, addr, scale, index,
                         base_ofs), value)

    def raw_access(self, op, TYPE):
        space = '__seg_gs ' if is_gs(op.args[0].concretetype) else ''
        typename = cdecl(self.db.gettype(TYPE).replace('@', space + '*@'), '')
        return '((%s)(((char %s*)%s) + %s))[0]' % (
            typename, space, self.expr(op.args[0]), self.expr(op.args[1]))

    def OP_RAW_LOAD(self, op):
        return '%s = %s;' % (self.expr(op.result),
                             self.raw_access(op, op.result.concretetype))

    def OP_RAW_STORE(self, op):
        return '%s = %s;' % (self.raw_access(op, op.args[2].concretetype),
                             self.expr(op.args[2]))
    OP_BARE_RAW_STORE = OP_RAW_STORE

    # ----- GC strings that C code reads

    def as_charp(self, line):
        return line.replace('RPyString_AsCharP(', 'RPY_STRING_AS_CHARP(')

    def OP_DEBUG_PRINT(self, op):
        return self.as_charp(
            funcgen.FunctionCodeGenerator.OP_DEBUG_PRINT(self, op))

    def _op_debug(self, opname, arg):
        return self.as_charp(
            funcgen.FunctionCodeGenerator._op_debug(self, opname, arg))

    def OP_DEBUG_FATALERROR(self, op):
        return self.as_charp(
            funcgen.FunctionCodeGenerator.OP_DEBUG_FATALERROR(self, op))

    def OP_LENGTH_OF_SIMPLE_GCARRAY_FROM_OPAQUE(self, op):
        return ('%s = *(long __seg_gs *)(((char __seg_gs *)%s) + '
                'RPY_SIZE_OF_GCHEADER);' % (self.expr(op.result),
                                            self.expr(op.args[0])))


def make_funcgen(graph, db, exception_policy, functionname):
    """Replaces the function of this name in rpython.translator.c.node."""
    graph._seen_by_the_backend = True
    if db.exctransformer:
        db.exctransformer.create_exception_handling(graph)
    if db.gctransformer:
        db.gctransformer.transform_graph(graph)
    return db.funcgen_class(graph, db, exception_policy, functionname)


class GsShadowStackPolicy(gc.ShadowStackFrameworkGcPolicy):
    """The stock collector, with roots cast on their way to the shadow stack."""

    def OP_GC_SAVE_ROOT(self, funcgen, op):
        num = op.args[0].value
        return 'ss->s%d = (void *)(unsigned long)%s;\t/* gc_save_root */' % (
            num, funcgen.expr(op.args[1]))

    def OP_GC_RESTORE_ROOT(self, funcgen, op):
        num = op.args[0].value
        typename = funcgen.db.gettype(op.args[1].concretetype)
        result = '%s = (%s)(unsigned long)ss->s%d;' % (
            funcgen.expr(op.args[1]), cdecl(typename, ''), num)
        if not hasattr(op.args[1], 'name'):      # a Constant does not move
            return '/* %s */' % result
        return result

    def OP_GC_GCFLAG_EXTRA(self, funcgen, op):
        raise NotImplementedError("gc_gcflag_extra")


GsDatabase.funcgen_class = GsFunctionCodeGenerator
