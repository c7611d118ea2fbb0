"""The functions of rpython that we replace, all of them, each with its reason.

rpython's own files are never edited.  Everything else that we change is reached
by subclassing (driver, builder, database, policy, transformer) or registering.
"""
from __future__ import absolute_import

from translator import gspointers
from translator import listmoves
from translator import options as optionsmod
from translator import stringcompare


def install(mode):
    """Replace what this mode needs replaced.  Once a process."""
    relax_inlining()
    from rpython.translator import simplify
    simplify.find_start_blocks = incremental(simplify.find_start_blocks)
    from rpython.tool.algo import graphlib
    graphlib.break_cycles_v = break_cycles
    # list.pop(0), insert and del: one memmove instead of a loop with barriers
    listmoves.install()
    # strings are compared by eight bytes at a time
    stringcompare.install()
    if mode == optionsmod.STOCK:
        return
    from rpython.translator.c import genc, node
    # function nodes make their code generator with this: ours knows the casts
    node.make_funcgen = gspointers.make_funcgen
    if mode == optionsmod.SEG_GS:
        # the builder makes its database by this name: ours prints GC pointers
        # as __seg_gs
        genc.LowLevelDatabase = gspointers.GsDatabase
    else:
        keep_hashes_optional()
        from translator import stmcode
        genc.LowLevelDatabase = stmcode.StmDatabase
        # prebuilt GC objects and the type table are written in our way
        node.ContainerNodeFactory.update(stmcode.NODES)
        from rpython.translator.c import database
        assert database.ContainerNodeFactory is node.ContainerNodeFactory
        # main() and the traceback printer are ours (glue/main.c)
        genc.add_extra_files = without_entrypoint(genc.add_extra_files)


def keep_hashes_optional():
    """Dicts take it that the hash in a string that is a key was computed.  Here the store of a hash may be lost, or
    another thread does not see it: then it is computed again."""
    from rpython.rtyper.rstr import AbstractStringRepr
    AbstractStringRepr.get_ll_fasthash_function = AbstractStringRepr.get_ll_hash_function.im_func


def incremental(find_start_blocks):
    """Rtyping calls find_start_blocks on the list of all graphs, which only grows,
    once for each low-level helper: quadratic, four minutes of an interpreter's
    translation.  Here each call looks at the new graphs only."""
    known = {}

    def find(graphs):
        if len(graphs) < 1000:
            return find_start_blocks(graphs)
        entry = known.get(id(graphs))
        if entry is None or entry[0] is not graphs or entry[1] > len(graphs):
            entry = known[id(graphs)] = [graphs, 0, set()]
        entry[2].update([graph.startblock for graph in graphs[entry[1]:]])
        entry[1] = len(graphs)
        return entry[2]
    return find


def break_cycles(vertices, edges):
    """Which blocks check the stack: enough to cut each cycle of calls.  rpython
    enumerates cycles, two minutes of an interpreter's translation; here, in one
    depth-first search, each vertex that an edge leads back to is taken.

    vertices: a dict of vertices; edges: {vertex: [Edge]}; yields vertices."""
    OPEN, DONE = 1, 2
    state = {}
    for root in vertices:
        if root in state:
            continue
        state[root] = OPEN
        stack = [(root, iter(edges.get(root, ())))]
        while stack:
            vertex, pending = stack[-1]
            for edge in pending:
                target = edge.target
                seen = state.get(target)
                if seen is None:
                    state[target] = OPEN
                    stack.append((target, iter(edges.get(target, ()))))
                    break
                if seen == OPEN:
                    state[target] = DONE      # cut here: no longer on a path
                    yield target
            else:
                state[vertex] = DONE
                stack.pop()


def relax_inlining():
    """rbigint insists that some methods are inlined everywhere, which is not
    possible where a caller catches an exception: ask, do not insist."""
    from rpython.rlib.rbigint import rbigint
    for function in rbigint.__dict__.values():
        if getattr(function, '_always_inline_', None) is True:
            function._always_inline_ = 'try'


def without_entrypoint(add_extra_files):
    import os
    ours = ('entrypoint.c', 'debug_traceback.c')

    def add(eci):
        eci = add_extra_files(eci)
        eci.separate_module_files = [
            f for f in eci.separate_module_files
            if os.path.basename(str(f)) not in ours]
        return eci
    return add
