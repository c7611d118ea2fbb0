"""stmdict, stmset, stmiddict, stmidset: containers whose different keys do not conflict.

The entries are spread over many small dicts, the buckets, which lie two places apart in a list: neighbours in a list share what
the transactional memory watches.  There is no common count.  So two transactions conflict only over the same bucket, when
the table grows (it doubles), or if one of them asks for everything (the length, a loop)."""

from collections.abc import MutableMapping, MutableSet
from reprlib import recursive_repr

from transaction._primitives import atomic_enter, atomic_leave

_FIRST_BUCKETS = 64         # a power of two
_FULL = 8                   # a bucket of this size makes the table look whether it should grow; a power of two
_missing = object()


class _Table:
    """Keys with their values.  The callers of what changes something make it atomic."""
    __slots__ = ('places',)

    def __init__(self):
        self.clear()

    def clear(self):
        self.places = [None] * (2 * _FIRST_BUCKETS)

    def place(self, key):
        h = hash(key)
        # the mixing is for keys that are addresses
        return 2 * (h ^ h >> 5 ^ h >> 10) & len(self.places) - 1

    def get(self, key, default):
        places = self.places
        h = hash(key)
        bucket = places[2 * (h ^ h >> 5 ^ h >> 10) & len(places) - 1]
        return default if bucket is None else bucket.get(key, default)

    def set(self, key, value):
        place = self.place(key)
        bucket = self.places[place]
        if bucket is None:
            self.places[place] = {key: value}
            return
        bucket[key] = value
        size = len(bucket)
        if size >= _FULL and size & size - 1 == 0 and 2 * self.count() >= len(self.places):
            self.grow()

    def pop(self, key, default):
        bucket = self.places[self.place(key)]
        return default if bucket is None else bucket.pop(key, default)

    def grow(self):
        entries = self.items()
        self.places = [None] * (2 * len(self.places))
        for key, value in entries:
            place = self.place(key)
            bucket = self.places[place]
            if bucket is None:
                self.places[place] = {key: value}
            else:
                bucket[key] = value

    def count(self):
        return sum([len(bucket) for bucket in self.places if bucket])

    def items(self):
        result = []
        for bucket in self.places:
            if bucket:
                result.extend(bucket.items())
        return result

    def take_any(self):
        """Removes some (key, value) and returns it, or None."""
        for bucket in self.places:
            if bucket:
                return bucket.popitem()


def _atomically(method):
    """The method as one step for all other threads."""
    def wrapper(*args, **kwds):
        atomic_enter()
        try:
            return method(*args, **kwds)
        finally:
            atomic_leave()
    wrapper.__name__ = method.__name__
    wrapper.__qualname__ = method.__qualname__
    wrapper.__doc__ = method.__doc__
    return wrapper


class stmdict(MutableMapping):
    """A dict for many transactions: those that use different keys do not conflict.  Its order is arbitrary; a loop over it sees what
    there was when the loop began."""
    __slots__ = ('_table', '__weakref__')

    def __init__(self, items=(), /, **kwds):
        self._table = _Table()
        self.update(items, **kwds)

    # how a key and its value are kept in the table; stmiddict overrides these five

    def _lookup(self, key, default):
        return self._table.get(key, default)

    def _store(self, key, value):
        self._table.set(key, value)

    def _remove(self, key):
        return self._table.pop(key, _missing)

    def _entries(self):
        return self._table.items()

    def _take_any(self):
        return self._table.take_any()

    def __getitem__(self, key):
        value = self._lookup(key, _missing)
        if value is _missing:
            raise KeyError(key)
        return value

    def get(self, key, default=None, /):
        return self._lookup(key, default)

    def __contains__(self, key):
        return self._lookup(key, _missing) is not _missing

    @_atomically
    def __setitem__(self, key, value):
        self._store(key, value)

    @_atomically
    def __delitem__(self, key):
        if self._remove(key) is _missing:
            raise KeyError(key)

    @_atomically
    def setdefault(self, key, default=None, /):
        value = self._lookup(key, _missing)
        if value is _missing:
            value = default
            self._store(key, value)
        return value

    @_atomically
    def pop(self, key, default=_missing, /):
        value = self._remove(key)
        if value is not _missing:
            return value
        if default is _missing:
            raise KeyError(key)
        return default

    @_atomically
    def popitem(self):
        entry = self._take_any()
        if entry is None:
            raise KeyError("popitem(): the %s is empty" % type(self).__name__)
        return entry

    @_atomically
    def clear(self):
        self._table.clear()

    @_atomically
    def __len__(self):
        return self._table.count()

    def __bool__(self):
        return any(self._table.places)

    @_atomically
    def _snapshot(self):
        return self._entries()

    def __iter__(self):
        return iter([key for key, value in self._snapshot()])

    def items(self):
        """All (key, value), as a list."""
        return self._snapshot()

    def keys(self):
        """All keys, as a list."""
        return [key for key, value in self._snapshot()]

    def values(self):
        """All values, as a list."""
        return [value for key, value in self._snapshot()]

    def copy(self):
        return type(self)(self._snapshot())

    @recursive_repr('...')
    def __repr__(self):
        return '%s({%s})' % (type(self).__name__, ', '.join(['%r: %r' % entry for entry in self._snapshot()]))


class stmiddict(stmdict):
    """As stmdict, but keys are compared by identity, and any object can be one."""
    __slots__ = ()

    def _lookup(self, key, default):
        entry = self._table.get(id(key), None)
        return default if entry is None else entry[1]

    def _store(self, key, value):
        self._table.set(id(key), (key, value))

    def _remove(self, key):
        entry = self._table.pop(id(key), None)
        return _missing if entry is None else entry[1]

    def _entries(self):
        return [entry for number, entry in self._table.items()]

    def _take_any(self):
        taken = self._table.take_any()
        return None if taken is None else taken[1]

    def __eq__(self, other):
        return self is other

    def __hash__(self):
        return object.__hash__(self)


class stmset(MutableSet):
    """A set for many transactions: those that use different items do not conflict.  Its order is arbitrary; a loop over it sees
    what there was when the loop began."""
    __slots__ = ('_dict', '__weakref__')
    _dict_class = stmdict

    def __init__(self, items=(), /):
        self._dict = self._dict_class()
        for item in items:
            self.add(item)

    def add(self, item, /):
        if item not in self._dict:          # adding what is there changes nothing
            self._dict[item] = item

    def discard(self, item, /):
        self._dict.pop(item, None)

    def remove(self, item, /):
        del self._dict[item]

    def pop(self):
        if not self._dict:
            raise KeyError("pop from an empty set")
        return self._dict.popitem()[0]

    def update(self, *others):
        for other in others:
            for item in other:
                self.add(item)

    def clear(self):
        self._dict.clear()

    def copy(self):
        return type(self)(self)

    def __contains__(self, item):
        return item in self._dict

    def __iter__(self):
        return iter(self._dict)

    def __len__(self):
        return len(self._dict)

    def __bool__(self):
        return bool(self._dict)

    @recursive_repr('...')
    def __repr__(self):
        return '%s(%s)' % (type(self).__name__, list(self) or '')


class stmidset(stmset):
    """As stmset, but items are compared by identity, and any object can be one."""
    __slots__ = ()
    _dict_class = stmiddict

    def __eq__(self, other):
        return self is other

    def __hash__(self):
        return object.__hash__(self)
