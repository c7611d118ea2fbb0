"""The usual cures for conflicts: what many transactions use at once, in a form that they do not conflict over."""

import threading
from time import perf_counter as clock, time     # neither makes a transaction inevitable

from transaction._primitives import atomic_enter, atomic_leave, getsegmentlimit, segment_number

__all__ = ['threadlocalproperty', 'time', 'clock', 'count', 'Accumulator', 'Counter']


class threadlocalproperty:
    """An attribute that each thread has for itself.

        class Parser:
            buffer = threadlocalproperty(list)

    Each thread's first look at `parser.buffer` calls list(); without an argument that is an AttributeError until the
    thread has set the attribute."""

    def __init__(self, make=None):
        self.make = make
        self.name = None

    def __set_name__(self, owner, name):
        self.name = name

    def _local(self, obj):
        if self.name is None:
            raise TypeError("a threadlocalproperty needs to be in a class body")
        attributes = obj.__dict__
        local = attributes.get(self.name)
        if local is None:
            local = attributes.setdefault(self.name, threading.local())
        return local

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        local = self._local(obj)
        try:
            return local.value
        except AttributeError:
            if self.make is None:
                raise AttributeError("'%s' object has no attribute '%s' in this thread" % (type(obj).__name__, self.name)) from None
        value = local.value = self.make()
        return value

    def __set__(self, obj, value):
        self._local(obj).value = value

    def __delete__(self, obj):
        try:
            del self._local(obj).value
        except AttributeError:
            raise AttributeError("'%s' object has no attribute '%s' in this thread" % (type(obj).__name__, self.name)) from None


class _PerSegment:
    """An object for each segment.  Transactions that run at once are in different segments; should a thread change its segment
    between two steps, an atomic use is still right."""

    def __init__(self, make):
        self.parts = [make() for _ in range(max(1, getsegmentlimit()))]

    def mine(self):
        return self.parts[segment_number()]


class count:
    """As itertools.count(), for many transactions: each number comes once, but not in order, since each segment
    takes them in blocks."""
    _BLOCK = 128

    def __init__(self, start=0, step=1):
        self._start = start
        self._step = step
        self._blocks = _PerSegment(lambda: [0, 0])      # the next index, and where the block ends
        self._taken = 0

    def __iter__(self):
        return self

    def __next__(self):
        atomic_enter()
        try:
            block = self._blocks.mine()
            index = block[0]
            if index == block[1]:
                index = self._taken
                self._taken = block[1] = index + self._BLOCK
            block[0] = index + 1
        finally:
            atomic_leave()
        return self._start + index * self._step


class Accumulator:
    """A sum that many transactions add to without a conflict.  Asking for its value conflicts with adding."""

    def __init__(self, start=0):
        self._start = start
        self._parts = _PerSegment(lambda: [])

    def add(self, n=1):
        atomic_enter()
        try:
            part = self._parts.mine()
            if part:
                part[0] += n
            else:
                part.append(n)
        finally:
            atomic_leave()

    @property
    def value(self):
        atomic_enter()
        try:
            result = self._start
            for part in self._parts.parts:
                if part:
                    result = result + part[0]
            return result
        finally:
            atomic_leave()

    def __repr__(self):
        return 'Accumulator(%r)' % (self.value,)


class Counter:
    """Counts for many transactions: counting does not conflict, not even of the same key.  Reading the counts does."""

    def __init__(self, items=()):
        self._parts = _PerSegment(dict)
        self.update(items)

    def add(self, key, n=1):
        atomic_enter()
        try:
            part = self._parts.mine()
            part[key] = part.get(key, 0) + n
        finally:
            atomic_leave()

    def update(self, items):
        for item in items:
            self.add(item)

    def __getitem__(self, key):
        atomic_enter()
        try:
            return sum([part.get(key, 0) for part in self._parts.parts])
        finally:
            atomic_leave()

    def counts(self):
        """A collections.Counter of all."""
        from collections import Counter as Plain
        atomic_enter()
        try:
            result = Plain()
            for part in self._parts.parts:
                for key, n in part.items():
                    result[key] += n
            return result
        finally:
            atomic_leave()

    def __repr__(self):
        return 'Counter(%r)' % (dict(self.counts()),)
