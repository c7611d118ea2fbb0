"""The hash tables that the translated program finds when it starts: made with the hashes that strings have untranslated."""
from __future__ import absolute_import

import gc
import itertools
import weakref

_serials = itertools.count()
_noted = {}                      # serial -> weak reference; untranslated only


class PrebuiltTables(object):
    def __init__(self):
        self.dicts_w = []        # W_Dict
        self.sets_w = []         # W_BaseSet


tables = PrebuiltTables()


def note(table):
    """A table was made; not RPython."""
    serial = next(_serials)
    _noted[serial] = weakref.ref(table, lambda reference: _noted.pop(serial, None))


def collect_tables():
    """Puts all tables that are alive into `tables`: once, when everything is built; not RPython."""
    from interpreter.objects.dict import W_Dict
    gc.collect()
    for serial in sorted(_noted):
        w_table = _noted[serial]()
        if w_table.fill > 0:
            (tables.dicts_w if isinstance(w_table, W_Dict) else tables.sets_w).append(w_table)


def rehash_tables():
    """Makes the tables right for the hash's key of this run.  The sets first: frozensets may be keys."""
    from interpreter.objects.set import W_FrozenSet
    for w_set in tables.sets_w:
        if isinstance(w_set, W_FrozenSet):
            w_set.hash = -1
        w_set.rehash()
    for w_dict in tables.dicts_w:
        w_dict.rehash()
