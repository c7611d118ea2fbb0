"""The order of use of a bounded cache (module/_functools/recency.py), against a list in that order."""
import random

import pytest

from interpreter.typedef import finish_typedefs

finish_typedefs()

from module._functools import recency
from module._functools.recency import Recency, Shards


class Cache(object):
    """What lrucache.py does with the entries; keys are numbers, hits and misses go to the shard of `segment`."""

    def __init__(self, size):
        self.size = size
        self.entries = {}
        self.recency = Recency()
        self.shards = Shards()

    def use(self, key):
        """Returns the key that had to go, or None."""
        shard = self.shards.mine()
        if key in self.entries:
            shard.hits += 1
            shard.stamp(self.entries[key].number, self.recency.made)
            return None
        shard.misses += 1
        if len(self.entries) < self.size:
            self.entries[key] = self.recency.add(None, key, None)
            return None
        old, self.entries[key] = self.recency.replace_oldest(self.shards, None, key, None)
        assert self.entries.pop(old.hash) is old
        return old.hash


@pytest.mark.parametrize('seed', range(20))
def test_one_thread_has_exact_order(seed):
    rng = random.Random(seed)
    size = rng.choice([1, 2, 3, 8, 50])
    keys = size + rng.choice([1, size, 3 * size])
    cache, order, hits = Cache(size), [], 0
    for i in range(3000):
        key = min(rng.randrange(keys), rng.randrange(keys))
        dropped = None
        if key in order:
            order.remove(key)
            hits += 1
        elif len(order) == size:
            dropped = order.pop(0)
        order.append(key)
        assert cache.use(key) == dropped
    assert sorted(entry.number for entry in cache.entries.values()) == range(len(order))
    assert (cache.shards.hits(), cache.shards.misses()) == (hits, 3000 - hits)


def test_segments_write_nothing_in_common_on_a_hit(monkeypatch):
    cache = Cache(4)
    for key in range(4):
        cache.use(key)
    filed = [(entry.number, entry.filed) for entry in cache.recency.heap]
    shards = []
    for segment in range(3):
        monkeypatch.setattr(recency.rstm, 'segment_number', lambda: segment)
        shards.append(cache.shards.mine())
        for key in (segment, 0):
            cache.use(key)
    assert [(entry.number, entry.filed) for entry in cache.recency.heap] == filed
    assert len(set(shards)) == 3 and [shard.hits for shard in shards] == [2, 2, 2]
    # 3 was hit by nobody; after that, the hits of before the new entry are older than those after it, whichever segment they were in
    assert cache.use(9) == 3
    cache.use(1)
    monkeypatch.setattr(recency.rstm, 'segment_number', lambda: 0)
    cache.use(2)
    assert cache.use(8) == 0
    assert sorted(cache.entries) == [1, 2, 8, 9]
    assert cache.shards.hits() == 8
    cache.shards.clear()
    assert cache.shards.hits() == cache.shards.misses() == 0
