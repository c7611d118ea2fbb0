"""Independent work in threads: nothing is shared but the result.

Usage: NAME threads rounds
Prints 'result N', then counters of the runtime as 'name value'.
"""
import os
from rpython_stm import rstm


class Tree(object):
    def __init__(self, left, right, value):
        self.left = left
        self.right = right
        self.value = value


class Shared(object):
    def __init__(self):
        self.next_id = 0
        self.done = 0
        self.rounds = 0
        self.total = 0


shared = Shared()


def build(depth, seed):
    rstm.break_transaction_if_due()
    if depth == 0:
        return Tree(None, None, seed)
    return Tree(build(depth - 1, seed * 2), build(depth - 1, seed * 2 + 1), seed)


def change(tree, by):
    while tree is not None:
        tree.value += by
        if by & 1:
            tree = tree.left
        else:
            tree = tree.right
        by += 1


def summed(tree):
    if tree is None:
        return 0
    rstm.break_transaction_if_due()
    return summed(tree.left) + summed(tree.right) + tree.value


class Place(object):
    """Stands for a code object: where the marker says that a thread is."""
    _immutable_fields_ = ['filename', 'name']

    def __init__(self, filename, name):
        self.filename = filename
        self.name = name


place = Place('target_parallel.py', 'work')


def get_place():
    return place


def get_position():
    return 42


def describe(place, position):
    rstm.describe_as(place.filename, place.name, position)


marker = rstm.Marker(Place, get_place, get_position, describe)


def work(rounds):
    kept = build(14, 1)
    total = 0
    for i in range(rounds):
        temporary = build(8, i)
        change(kept, i)
        total += summed(temporary) & 0xffff
        rstm.break_transaction_if_due()
    return total + (summed(kept) & 0xffff)


def worker():
    rstm.thread_start()
    result = work(shared.rounds)
    rstm.break_transaction()
    shared.total += result
    shared.done += 1
    rstm.notify_change(shared)
    rstm.thread_die()


def main(argv):
    marker.install()
    n = int(argv[1])
    shared.rounds = int(argv[2])
    if n == 0:
        shared.total = work(shared.rounds)
    else:
        for i in range(n):
            rstm.start_new_thread(worker)
        while shared.done < n:
            rstm.wait_for_change(shared, -1)
    os.write(1, 'result %d\n' % shared.total)
    for i in range(len(rstm.STATS)):
        os.write(1, '%s %d\n' % (rstm.STATS[i], rstm.stat(i)))
    return 0


def target(driver, args):
    return main, None
