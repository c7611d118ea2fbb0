"""The replaced functions of rpython, by themselves."""
import random

from rpython.tool.algo.graphlib import Edge, is_acyclic, make_edge_dict

from translator.replacements import break_cycles


def without(removed, pairs):
    return make_edge_dict([Edge(a, b) for a, b in pairs
                           if a not in removed and b not in removed])


def test_break_cycles():
    for seed in range(200):
        rand = random.Random(seed)
        n = rand.randrange(1, 30)
        pairs = set([(rand.randrange(n), rand.randrange(n))
                     for i in range(rand.randrange(1, 60))])
        edges = make_edge_dict([Edge(a, b) for a, b in pairs])
        removed = set(break_cycles(edges, edges))
        rest = without(removed, pairs)
        assert is_acyclic(rest, rest), seed


def test_break_cycles_leaves_trees_alone():
    edges = make_edge_dict([Edge(1, 2), Edge(1, 3), Edge(2, 4), Edge(3, 4)])
    assert list(break_cycles(edges, edges)) == []
