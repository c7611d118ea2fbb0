"""The ordered hash table behind dict and set.

A table keeps its entries in the order of insertion in `entries`, STRIDE objects each: a key and a value, or the key alone.  `hashes` holds
their hashes, and `index`, an open-addressing table, the numbers of the entries; up to SMALL entries there is no index: a scan over
`hashes` is as fast.  A deleted entry has the key None (RPython null) until the next resize.

A key and its value share a granule of 16 bytes, and changing a value writes nothing but its slot: transactions that set
different existing keys do not conflict.

Comparing keys may run Python code, which may change the table: each search notices that and starts again.
"""

from rpython.rlib.debug import make_sure_not_resized
from rpython.rlib.objectmodel import always_inline, we_are_translated
from rpython.rlib.rarithmetic import intmask, r_uint

from interpreter.objects import prebuilt
from interpreter.objects.texthash import str_hash

FREE = -1            # in `index`: never used
DELETED = -2         # in `index`: the entry was deleted
SMALL = 8            # tables of at most so many entries have no index

_no_index = []
_no_hashes = []
_no_entries = []
make_sure_not_resized(_no_index)
make_sure_not_resized(_no_hashes)
make_sure_not_resized(_no_entries)


@always_inline
def keys_match(w_a, w_b):
    """Are two keys of equal hash equal?  1 yes, 0 no, -1 only Python's == can tell."""
    from interpreter.objects.str import W_Str
    from interpreter.objects.int import W_Int
    if w_a is w_b:
        return 1
    if w_a.__class__ is W_Str:
        if w_b.__class__ is W_Str:
            assert isinstance(w_a, W_Str)
            assert isinstance(w_b, W_Str)
            return 1 if w_a._utf8 == w_b._utf8 else 0
    elif w_a.__class__ is W_Int:
        if w_b.__class__ is W_Int:
            assert isinstance(w_a, W_Int)
            assert isinstance(w_b, W_Int)
            return 1 if w_a.intval == w_b.intval else 0
    return -1


class TableMixin(object):
    """The table, for rpython.rlib.objectmodel.import_from_mixin; the class says STRIDE and calls init_table()."""

    def init_table(self):
        if not we_are_translated():
            prebuilt.note(self)
        self.index = _no_index
        self.hashes = _no_hashes
        self.entries = _no_entries
        self.used = 0         # live entries
        self.fill = 0         # entries, deleted ones included

    # ---- searching

    def find(self, w_key, h):
        """The number of the entry of w_key, whose hash is h; -1 if there is none."""
        if len(self.index) == 0:
            return self._find_small(w_key, h)
        return self._find_indexed(w_key, h)

    def _find_small(self, w_key, h):
        from interpreter import ops
        i = 0
        while i < self.fill:
            if self.hashes[i] == h:
                w_found = self.entries[i * self.STRIDE]
                if w_found is not None:
                    match = keys_match(w_found, w_key)
                    if match < 0:
                        entries = self.entries
                        match = ops.is_true(ops.eq(w_found, w_key))
                        if entries is not self.entries or i >= self.fill or entries[i * self.STRIDE] is not w_found:
                            return self.find(w_key, h)
                    if match:
                        return i
            i += 1
        return -1

    def _find_indexed(self, w_key, h):
        from interpreter import ops
        index = self.index
        mask = len(index) - 1
        slot = h & mask
        perturb = r_uint(h)
        while True:
            i = index[slot]
            if i == FREE:
                return -1
            if i >= 0 and self.hashes[i] == h:
                w_found = self.entries[i * self.STRIDE]
                match = keys_match(w_found, w_key)
                if match < 0:
                    entries = self.entries
                    match = ops.is_true(ops.eq(w_found, w_key))
                    if index is not self.index or entries is not self.entries or entries[i * self.STRIDE] is not w_found:
                        return self.find(w_key, h)
                if match:
                    return i
            perturb >>= 5
            slot = intmask(r_uint(slot) * 5 + perturb + 1) & mask

    def find_identical(self, w_key, h):
        """The number of the entry whose key is this very object, which must be there; never runs Python code."""
        index = self.index
        if len(index) == 0:
            i = 0
            while self.entries[i * self.STRIDE] is not w_key:
                i += 1
            return i
        mask = len(index) - 1
        slot = h & mask
        perturb = r_uint(h)
        while True:
            i = index[slot]
            if i >= 0 and self.entries[i * self.STRIDE] is w_key:
                return i
            perturb >>= 5
            slot = intmask(r_uint(slot) * 5 + perturb + 1) & mask

    def find_str(self, utf8):
        """The number of the entry whose key is the str `utf8`; -1 if there is none."""
        from interpreter.objects.str import W_Str
        h = str_hash(utf8)
        index = self.index
        if len(index) == 0:
            for i in range(self.fill):
                if self.hashes[i] == h:
                    w_found = self.entries[i * self.STRIDE]
                    if w_found is not None:
                        if w_found.__class__ is not W_Str:
                            return self._find_boxed(utf8, h)
                        assert isinstance(w_found, W_Str)
                        if w_found._utf8 == utf8:
                            return i
            return -1
        mask = len(index) - 1
        slot = h & mask
        perturb = r_uint(h)
        while True:
            i = index[slot]
            if i == FREE:
                return -1
            if i >= 0 and self.hashes[i] == h:
                w_found = self.entries[i * self.STRIDE]
                if w_found.__class__ is not W_Str:
                    return self._find_boxed(utf8, h)
                assert isinstance(w_found, W_Str)
                if w_found._utf8 == utf8:
                    return i
            perturb >>= 5
            slot = intmask(r_uint(slot) * 5 + perturb + 1) & mask

    def _find_boxed(self, utf8, h):
        """find_str where a key of equal hash is no exact str."""
        from interpreter.objects.str import newstr
        return self.find(newstr(utf8), h)

    # ---- changing

    def append_entry(self, w_key, h):
        """Adds an entry for a key that is not there; returns its number.  The caller sets the value."""
        if self.fill == len(self.hashes):
            self._resize(1)
        i = self.fill
        self.hashes[i] = h
        self.entries[i * self.STRIDE] = w_key
        if len(self.index) > 0:
            self._index_entry(i, h)
        self.fill = i + 1
        self.used += 1
        return i

    def _index_entry(self, i, h):
        index = self.index
        mask = len(index) - 1
        slot = h & mask
        perturb = r_uint(h)
        while index[slot] >= 0:
            perturb >>= 5
            slot = intmask(r_uint(slot) * 5 + perturb + 1) & mask
        index[slot] = i

    def delete_entry(self, i):
        """Removes entry i."""
        if len(self.index) > 0:
            index = self.index
            mask = len(index) - 1
            slot = self.hashes[i] & mask
            perturb = r_uint(self.hashes[i])
            while index[slot] != i:
                perturb >>= 5
                slot = intmask(r_uint(slot) * 5 + perturb + 1) & mask
            index[slot] = DELETED
        for j in range(self.STRIDE):
            self.entries[i * self.STRIDE + j] = None
        self.used -= 1           # the entry is not used again before the next resize: an iterator would miss the new one

    def _resize(self, extra):
        """Room for `extra` more entries and as many again; closes the gaps of deleted ones."""
        stride = self.STRIDE
        live = self.fill
        if self.used != live:           # entries were deleted, or a global, which keeps its entry
            live = 0
            for i in range(self.fill):
                if self.entries[i * stride] is not None:
                    live += 1
        wanted = extra + live
        if wanted <= SMALL:
            capacity = 4 if wanted <= 4 else SMALL
            size = 0
        else:
            size = 32
            while size * 2 // 3 < wanted + (wanted >> 1):
                size *= 2
            capacity = size * 2 // 3
        more = capacity - len(self.hashes)
        if live == self.fill and more > 0:          # no gaps: copied as a whole
            hashes = self.hashes + [0] * more
            entries = self.entries + [None] * (more * stride)
            fill = self.fill
        else:
            hashes = [0] * capacity
            entries = [None] * (capacity * stride)
            fill = 0
            for i in range(self.fill):
                if self.entries[i * stride] is not None:
                    hashes[fill] = self.hashes[i]
                    for j in range(stride):
                        entries[fill * stride + j] = self.entries[i * stride + j]
                    fill += 1
        self.hashes = hashes
        self.entries = entries
        self.fill = fill
        if size == 0:
            self.index = _no_index
        else:
            self.index = [FREE] * size
            for i in range(fill):
                self._index_entry(i, hashes[i])

    def rehash(self):
        """Computes the hashes of all keys anew: they depend on the key of the hash, which is chosen at start-up."""
        for k in range(len(self.index)):
            self.index[k] = FREE
        for i in range(self.fill):
            w_key = self.entries[i * self.STRIDE]
            if w_key is not None:
                h = w_key.op_hash()
                self.hashes[i] = h
                if len(self.index) > 0:
                    self._index_entry(i, h)

    def prepare_room(self, extra):
        """Makes room for `extra` more entries at once."""
        if self.fill + extra > len(self.hashes):
            self._resize(extra)

    def clear_table(self):
        self.init_table()

    def copy_table_from(self, other):
        """Takes over copies of the other table's arrays; this table must be new."""
        self.index = other.index[:] if len(other.index) > 0 else _no_index
        self.hashes = other.hashes[:]
        self.entries = other.entries[:]
        self.used = other.used
        self.fill = other.fill

    # ---- going through

    def next_entry(self, i):
        """The first live entry at or after i; -1 if there is none."""
        while i < self.fill:
            if self.entries[i * self.STRIDE] is not None:
                return i
            i += 1
        return -1

    def previous_entry(self, i):
        """The last live entry at or before i; -1 if there is none."""
        if i >= self.fill:
            i = self.fill - 1
        while i >= 0:
            if self.entries[i * self.STRIDE] is not None:
                return i
            i -= 1
        return -1
