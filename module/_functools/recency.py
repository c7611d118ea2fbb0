"""Which entry of a bounded cache was used least recently, for transactions that use the cache at once.

A linked list in the order of use would be written at each hit, and all transactions that use one cache would conflict.  Here a hit
writes what belongs to its segment alone: the counter and the stamps of its Shard.  So hits conflict neither with each other nor with what
they read; a new entry, which changes the table of the cache, conflicts with all who use it, as in a dict.

A stamp is the number of entries made so far, shifted left, plus a count of the hits of the segment since then.  Uses are compared exactly
within a segment (a thread that is alone stays in one), and between segments as far as an entry was made in between.

The entries are in a heap by the stamp under which they were filed.  Hits do not move them: who looks for the oldest entry files those
again that have a newer stamp, until the first has none.
"""
from __future__ import absolute_import

from rpython_stm import rstm

from interpreter.objects.root import W_Root

SHIFT = 24               # so many bits of a stamp count hits


class Entry(W_Root):
    """A result in a cache, with its key.  `number` is its place in the lists of stamps; no two entries of a cache share one."""
    _attrs_ = ['w_key', 'hash', 'w_result', 'number', 'filed']
    _immutable_fields_ = ['w_key', 'hash', 'w_result', 'number']

    def __init__(self, w_key, h, w_result, number, filed):
        self.w_key = w_key
        self.hash = h
        self.w_result = w_result
        self.number = number
        self.filed = filed


class Shard(object):
    """What one segment counts: hits and misses, its last stamp, and the last stamp of each entry that it hit."""

    def __init__(self):
        self.hits = 0
        self.misses = 0
        self.last = 0
        self.stamps = [0] * 8

    def stamp(self, number, made):
        """Notes a use of the entry of that number; `made` entries were made so far."""
        if number >= len(self.stamps):
            self.stamps = self.stamps + [0] * (number + 8 + (number >> 1) - len(self.stamps))
        last = max(self.last, made << SHIFT) + 1
        self.last = last
        self.stamps[number] = last


class Shards(object):
    """The shards of a cache, by the number of the segment; None for those not used yet."""

    def __init__(self):
        self.shards = [None] * rstm.segment_limit()

    def mine(self):
        """The shard of the segment that this transaction runs in.  Not to be kept over what may end the transaction."""
        number = rstm.segment_number()
        if number < len(self.shards):
            shard = self.shards[number]
            if shard is not None:
                return shard
        return self.add(number)

    def add(self, number):
        if number >= len(self.shards):          # the limit was raised
            self.shards = self.shards + [None] * (number + 1 - len(self.shards))
        shard = Shard()
        self.shards[number] = shard
        return shard

    def clear(self):
        self.shards = [None] * len(self.shards)

    def hits(self):
        total = 0
        for shard in self.shards:
            if shard is not None:
                total += shard.hits
        return total

    def misses(self):
        total = 0
        for shard in self.shards:
            if shard is not None:
                total += shard.misses
        return total

    def last_use(self, entry):
        """The newest stamp of an entry."""
        number = entry.number
        newest = entry.filed
        for shard in self.shards:
            if shard is not None and number < len(shard.stamps):
                newest = max(newest, shard.stamps[number])
        return newest


class Recency(object):
    """The entries of a bounded cache.  `made` counts those that were ever made, `heap` holds those that are left."""

    def __init__(self):
        self.made = 0
        self.heap = []

    def clear(self):
        self.heap = []

    def add(self, w_key, h, w_result):
        """Makes an entry: the newest one."""
        self.made += 1
        entry = Entry(w_key, h, w_result, len(self.heap), self.made << SHIFT)
        self.heap.append(entry)         # no other has a newer stamp: it is in its place
        return entry

    def replace_oldest(self, shards, w_key, h, w_result):
        """Makes an entry in place of the one used least recently; returns the old one and the new one."""
        heap = self.heap
        while True:
            oldest = heap[0]
            newest = shards.last_use(oldest)
            if newest == oldest.filed:
                break
            oldest.filed = newest
            self.sift_down()
        self.made += 1
        entry = Entry(w_key, h, w_result, oldest.number, self.made << SHIFT)
        heap[0] = entry
        self.sift_down()
        return oldest, entry

    def sift_down(self):
        """Brings the first item of the heap to its place."""
        heap = self.heap
        moving = heap[0]
        place = 0
        while True:
            child = 2 * place + 1
            if child >= len(heap):
                break
            if child + 1 < len(heap) and heap[child + 1].filed < heap[child].filed:
                child += 1
            if heap[child].filed >= moving.filed:
                break
            heap[place] = heap[child]
            place = child
        heap[place] = moving
