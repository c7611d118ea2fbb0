"""Forward dataflow over a flow graph: which facts hold on every path to a point.

A fact is a tuple whose first item names its kind; the others are keys of values.
A key is the Variable that first held the value in this block (casts are seen
through), or for a constant something that is the same wherever it stands.
"""
from __future__ import absolute_import
import heapq

from rpython.flowspace.model import Constant, Variable
from rpython.rtyper.lltypesystem import lltype

CASTS = ('cast_pointer', 'same_as', 'cast_opaque_ptr', 'cast_adr_to_ptr',
         'cast_ptr_to_adr', 'hint', 'debug_assert_not_none')


class Aliases(object):
    """Sees through casts: key(v) is one for all names of a value in a block."""

    def __init__(self, graph):
        self.origin = {}
        for block in graph.iterblocks():
            for op in block.operations:
                if op.opname in CASTS or is_parent_substruct(op):
                    v = op.args[0]
                    if isinstance(v, Variable):
                        self.origin[op.result] = self.origin.get(v, v)
                    else:
                        self.origin[op.result] = v

    def key(self, v):
        v = self.origin.get(v, v)
        if isinstance(v, Constant):
            value = v.value
            if isinstance(value, lltype._ptr):
                return ('pointer', id(value._obj0) if value else 0)
            return ('constant', str(v.concretetype), value)
        return v


def is_parent_substruct(op):
    return (op.opname == 'getsubstruct' and
            op.args[0].concretetype.TO._gckind == 'gc' and
            op.result.concretetype.TO._gckind == 'gc')


def forward(graph, aliases, transfer):
    """Solve for the facts at the start of each block.

    transfer(block, facts) -> facts at its end; `facts` is a set it may change.
    Returns {block: frozenset of facts}.
    """
    # in reverse postorder: a block after those that lead to it, loops aside
    number = dict([(block, i) for i, block in enumerate(reverse_postorder(graph))])
    entry = {graph.startblock: frozenset()}
    pending = [(0, graph.startblock)]
    waiting = set([graph.startblock])
    while pending:
        _, block = heapq.heappop(pending)
        waiting.discard(block)
        out = transfer(block, set(entry[block]))
        for link in block.exits:
            facts = across(link, out, aliases)
            target = link.target
            if target in entry:
                new = entry[target] & facts
                if new == entry[target]:
                    continue
                entry[target] = new
            else:
                entry[target] = frozenset(facts)
            if target not in waiting:
                waiting.add(target)
                heapq.heappush(pending, (number[target], target))
    return entry


def reverse_postorder(graph):
    seen = set([graph.startblock])
    result = []
    stack = [(graph.startblock, iter(graph.startblock.exits))]
    while stack:
        block, exits = stack[-1]
        for link in exits:
            if link.target not in seen:
                seen.add(link.target)
                stack.append((link.target, iter(link.target.exits)))
                break
        else:
            stack.pop()
            result.append(block)
    result.reverse()
    return result


def across(link, facts, aliases):
    """The facts, in terms of the variables of the target block."""
    renamed = {}
    for source, target in zip(link.args, link.target.inputargs):
        if isinstance(source, Variable) or source in aliases.origin:
            key = aliases.key(source)
            if isinstance(key, Variable):
                renamed.setdefault(key, []).append(target)
    result = set()
    for fact in facts:
        variants = [fact[:1]]
        for item in fact[1:]:
            if isinstance(item, Variable):
                choices = renamed.get(item, ())
            else:
                choices = (item,)
            variants = [v + (c,) for v in variants for c in choices]
        result.update(variants)
    return result
