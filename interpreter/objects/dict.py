"""dict.

The dictionary of a module keeps its values in cells (`newmoduledict`, `has_cells`): the inline caches of global variables hold
the cells, so that changing one global conflicts with its readers only.  A deleted global leaves its cell behind, empty;
a key whose cell is empty counts as absent.
"""

from rpython.rlib.objectmodel import import_from_mixin

from interpreter.errors import key_error, type_error, value_error, runtime_error, OperationError
from interpreter.gateway import method, raw_method, classmethod_, new
from interpreter.objects import reprguard
from interpreter.objects.hashtable import TableMixin
from interpreter.objects.texthash import str_hash
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.typedef import TypeDef


class ModuleCell(W_Root):
    """The place of a global variable; w_value is None (RPython null) if it is unbound."""
    _attrs_ = ['w_value']

    def __init__(self, w_value):
        self.w_value = w_value


class W_Dict(W_Root):
    """`used` counts the live entries.  Everything that reads or writes a value goes through value_at and set_value_at."""
    _attrs_ = ['index', 'hashes', 'entries', 'used', 'fill', 'has_cells']
    _immutable_fields_ = ['has_cells']
    STRIDE = 2
    import_from_mixin(TableMixin)

    def __init__(self, has_cells=False):
        self.init_table()
        self.has_cells = has_cells

    # ---- entries and values

    def value_at(self, i):
        """The value of entry i; None if its cell is empty."""
        w_value = self.entries[i * 2 + 1]
        if self.has_cells:
            assert isinstance(w_value, ModuleCell)
            return w_value.w_value
        return w_value

    def set_value_at(self, i, w_value):
        """Sets the value of an existing entry."""
        if self.has_cells:
            self._set_cell_at(i, w_value)
        else:
            self.entries[i * 2 + 1] = w_value

    def _set_cell_at(self, i, w_value):
        cell = self.entries[i * 2 + 1]
        assert isinstance(cell, ModuleCell)
        if cell.w_value is None:
            # an unbound global comes back: it moves to the end
            w_key = self.entries[i * 2]
            h = self.hashes[i]
            self.delete_entry(i)
            i = self.append_entry(w_key, h)
            self.entries[i * 2 + 1] = cell
            self.used += 1
        cell.w_value = w_value

    def add_entry(self, w_key, h, w_value):
        """Adds a key that is not there."""
        i = self.append_entry(w_key, h)
        if self.has_cells:
            w_value = ModuleCell(w_value)
        self.entries[i * 2 + 1] = w_value

    def remove_at(self, i):
        """Deletes entry i, which is live."""
        if self.has_cells:
            cell = self.entries[i * 2 + 1]
            assert isinstance(cell, ModuleCell)
            cell.w_value = None
            self.used -= 1
        else:
            self.delete_entry(i)

    # ---- keys that are any object

    def getitem(self, w_key):
        """The value, or None (RPython null) if the key is absent."""
        i = self.find(w_key, w_key.op_hash())
        if i < 0:
            return None
        return self.value_at(i)

    def setitem(self, w_key, w_value):
        h = w_key.op_hash()
        i = self.find(w_key, h)
        if i < 0:
            self.add_entry(w_key, h, w_value)
        else:
            self.set_value_at(i, w_value)

    def delitem(self, w_key):
        """False if the key is absent."""
        i = self.find(w_key, w_key.op_hash())
        if i < 0 or self.value_at(i) is None:
            return False
        self.remove_at(i)
        return True

    # ---- keys that are str

    def getitem_str(self, key):
        """The value of the str `key` (UTF-8), or None if it is absent."""
        i = self.find_str(key)
        if i < 0:
            return None
        return self.value_at(i)

    def setitem_str(self, key, w_value):
        from interpreter.objects.str import newstr
        i = self.find_str(key)
        if i < 0:
            self.add_entry(newstr(key), str_hash(key), w_value)
        else:
            self.set_value_at(i, w_value)

    def delitem_str(self, key):
        """False if the key is absent."""
        i = self.find_str(key)
        if i < 0 or self.value_at(i) is None:
            return False
        self.remove_at(i)
        return True

    def getcell(self, name, create):
        """The cell of a global variable (of a dict with cells only); None if there is none and `create` is false.

        A created cell is empty."""
        from interpreter.objects.str import newstr
        assert self.has_cells
        i = self.find_str(name)
        if i < 0:
            if not create:
                return None
            i = self.append_entry(newstr(name), str_hash(name))
            self.used -= 1
            cell = ModuleCell(None)
            self.entries[i * 2 + 1] = cell
            return cell
        cell = self.entries[i * 2 + 1]
        assert isinstance(cell, ModuleCell)
        return cell

    def store_global(self, name, cell, w_value):
        """name = w_value, where `cell` is getcell(name): the fast path is an assignment to a full cell."""
        if cell.w_value is not None:
            cell.w_value = w_value
        else:
            self.setitem_str(name, w_value)

    # ---- for RPython code

    def length(self):
        return self.used

    def key_at(self, i):
        return self.entries[i * 2]

    def next_live(self, i):
        """The first entry at or after i that has a value; -1 if there is none."""
        i = self.next_entry(i)
        if self.has_cells:
            while i >= 0 and self.value_at(i) is None:
                i = self.next_entry(i + 1)
        return i

    def previous_live(self, i):
        """The last entry at or before i that has a value; -1 if there is none."""
        i = self.previous_entry(i)
        if self.has_cells:
            while i >= 0 and self.value_at(i) is None:
                i = self.previous_entry(i - 1)
        return i

    def keys_w(self):
        """The keys in a new list."""
        result_w = []
        i = self.next_live(0)
        while i >= 0:
            result_w.append(self.key_at(i))
            i = self.next_live(i + 1)
        return result_w

    def values_w(self):
        """The values in a new list."""
        result_w = []
        i = self.next_live(0)
        while i >= 0:
            result_w.append(self.value_at(i))
            i = self.next_live(i + 1)
        return result_w

    def copy(self):
        """A new plain dict with the same content."""
        result = W_Dict()
        self.copy_into(result)
        return result

    def copy_into(self, result):
        """Makes `result`, an empty dict without cells, equal to this one."""
        if self.has_cells:
            i = self.next_live(0)
            while i >= 0:
                result.add_entry(self.key_at(i), self.hashes[i], self.value_at(i))
                i = self.next_live(i + 1)
        else:
            result.copy_table_from(self)

    def clear(self):
        if self.has_cells:
            for w_key in self.keys_w():
                self.delitem(w_key)
        else:
            self.clear_table()

    def merge(self, w_other):
        """self.update(w_other) for a W_Dict."""
        if w_other is self or w_other.used == 0:
            return
        if self.used == 0 and self.fill == 0 and not self.has_cells:
            w_other.copy_into(self)
            return
        self.prepare_room(w_other.used)
        i = w_other.next_live(0)
        used = w_other.used
        while i >= 0:
            w_key = w_other.key_at(i)
            h = w_other.hashes[i]
            w_value = w_other.value_at(i)
            self.setitem_hashed(w_key, h, w_value)
            if w_other.used != used:
                raise runtime_error("dict mutated during update")
            i = w_other.next_live(i + 1)

    def setitem_hashed(self, w_key, h, w_value):
        i = self.find(w_key, h)
        if i < 0:
            self.add_entry(w_key, h, w_value)
        else:
            self.set_value_at(i, w_value)

    def update_from(self, w_other):
        """self.update(w_other): a mapping, or an iterable of pairs."""
        from interpreter import ops
        if isinstance(w_other, W_Dict) and iterates_plainly(w_other):
            self.merge(w_other)
            return
        w_keys = ops.getattr_or_none(w_other, 'keys')
        if w_keys is not None:
            w_iterator = ops.iter(w_keys.call0())
            while True:
                w_key = w_iterator.op_next()
                if w_key is None:
                    return
                self.setitem(w_key, ops.getitem(w_other, w_key))
        else:
            self.update_from_pairs(w_other)

    def update_from_pairs(self, w_iterable):
        from interpreter import ops
        from interpreter.objects import exception
        w_iterator = ops.iter(w_iterable)
        n = 0
        while True:
            w_item = w_iterator.op_next()
            if w_item is None:
                return
            try:
                pair_w = ops.fixedview(w_item)
            except OperationError as e:
                if not e.is_instance(exception.W_TypeError.typedef):
                    raise
                raise type_error("cannot convert dictionary update sequence element #%d to a sequence" % n)
            if len(pair_w) != 2:
                raise value_error("dictionary update sequence element #%d has length %d; 2 is required" % (n, len(pair_w)))
            self.setitem(pair_w[0], pair_w[1])
            n += 1

    # ---- slots

    def op_len(self):
        return self.used

    def op_bool(self):
        return self.used != 0

    def op_getitem(self, w_key):
        w_value = self.getitem(w_key)
        if w_value is None:
            return self.missing(w_key)
        return w_value

    def missing(self, w_key):
        """self[w_key] of a key that is absent."""
        if self.gettype() is not W_Dict.typedef.w_type:
            from interpreter import ops
            w_descr = self.gettype().lookup('__missing__')
            if w_descr is not None:
                return ops.call_special1(self, w_descr, w_key)
        raise key_error(w_key)

    def op_setitem(self, w_key, w_value):
        self.setitem(w_key, w_value)

    def op_delitem(self, w_key):
        if not self.delitem(w_key):
            raise key_error(w_key)

    def op_contains(self, w_key):
        return self.getitem(w_key) is not None

    def op_iter(self):
        from interpreter.objects.dictviews import W_DictKeyIterator
        return W_DictKeyIterator(self)

    def op_repr(self):
        from interpreter import ops
        from interpreter.objects.str import newstr
        if self.used == 0:
            return newstr('{}')
        if not reprguard.enter(self):
            return newstr('{...}')
        try:
            pieces = []
            i = self.next_live(0)
            while i >= 0:
                w_key = self.key_at(i)
                w_value = self.value_at(i)
                pieces.append('%s: %s' % (ops.repr_w(w_key), ops.repr_w(w_value)))
                i = self.next_live(i + 1)
        finally:
            reprguard.leave(self)
        return newstr('{%s}' % ', '.join(pieces))

    def op_eq(self, w_other):
        from interpreter.objects.int import newbool
        if not isinstance(w_other, W_Dict):
            return w_NotImplemented
        return newbool(self.equals(w_other))

    def op_ne(self, w_other):
        from interpreter.objects.int import newbool
        if not isinstance(w_other, W_Dict):
            return w_NotImplemented
        return newbool(not self.equals(w_other))

    def equals(self, w_other):
        from interpreter import ops
        if self.used != w_other.used:
            return False
        i = self.next_live(0)
        while i >= 0:
            w_value = self.value_at(i)
            j = w_other.find(self.key_at(i), self.hashes[i])
            if j < 0:
                return False
            w_found = w_other.value_at(j)
            if w_found is None or not ops.eq_w(w_value, w_found):
                return False
            i = self.next_live(i + 1)
        return True

    def op_or(self, w_other):
        if not isinstance(w_other, W_Dict):
            return w_NotImplemented
        w_result = self.copy()
        w_result.update_from(w_other)
        return w_result

    def op_ror(self, w_other):
        if not isinstance(w_other, W_Dict):
            return w_NotImplemented
        w_result = w_other.copy()
        w_result.update_from(self)
        return w_result

    def op_ior(self, w_other):
        self.update_from(w_other)
        return self

    # ---- methods

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        if not w_cls.heap:
            return W_Dict()
        from interpreter.objects.instance import allocate_instance
        w_dict = allocate_instance(W_Dict, w_cls)
        W_Dict.__init__(w_dict)
        return w_dict

    @raw_method('__init__')
    def descr_init(args_w, kwnames):
        w_self = args_w[0]
        assert isinstance(w_self, W_Dict)
        w_self.update_args('dict', args_w, kwnames)
        return w_None

    def update_args(self, name, args_w, kwnames):
        """dict(...) and d.update(...): at most one positional argument after self, then keywords."""
        from interpreter.objects.str import newstr
        nkw = 0 if kwnames is None else len(kwnames)
        npos = len(args_w) - nkw
        if npos > 2:
            raise type_error("%s expected at most 1 argument, got %d" % (name, npos - 1))
        if npos == 2:
            self.update_from(args_w[1])
        for i in range(nkw):
            self.setitem_str(kwnames[i], args_w[npos + i])

    @raw_method('update')
    def descr_update(args_w, kwnames):
        """Takes over the items of a mapping or of an iterable of pairs, then the keyword arguments."""
        w_self = args_w[0]
        assert isinstance(w_self, W_Dict)
        w_self.update_args('update', args_w, kwnames)
        return w_None

    @classmethod_('fromkeys(cls, iterable, value=None, /)')
    def descr_fromkeys(w_cls, w_iterable, w_value):
        """A new dictionary that has the keys of an iterable, each with the same value."""
        from interpreter import ops
        from interpreter.objects.set import W_BaseSet
        w_result = w_cls.call0()
        w_iterator = ops.iter(w_iterable)
        if isinstance(w_result, W_Dict) and not w_result.is_user_instance:
            if isinstance(w_iterable, W_BaseSet) and not w_iterable.is_user_instance:
                i = w_iterable.next_entry(0)
                while i >= 0:
                    w_result.setitem_hashed(w_iterable.entries[i], w_iterable.hashes[i], w_value)
                    i = w_iterable.next_entry(i + 1)
                return w_result
            while True:
                w_key = w_iterator.op_next()
                if w_key is None:
                    return w_result
                w_result.setitem(w_key, w_value)
        while True:
            w_key = w_iterator.op_next()
            if w_key is None:
                return w_result
            ops.setitem(w_result, w_key, w_value)

    @method('__contains__(self, key, /) -> bool')
    def descr_contains(self, w_key):
        return self.getitem(w_key) is not None

    @method('__getitem__(self, key, /)')
    def descr_getitem(self, w_key):
        w_value = self.getitem(w_key)
        if w_value is None:
            return self.missing(w_key)
        return w_value

    @method('get(self, key, default=None, /)')
    def descr_get(self, w_key, w_default):
        """The value of a key, or default where there is none."""
        w_value = self.getitem(w_key)
        if w_value is None:
            return w_default
        return w_value

    @method('setdefault(self, key, default=None, /)')
    def descr_setdefault(self, w_key, w_default):
        """The value of a key, after it got the value default if it was missing."""
        h = w_key.op_hash()
        i = self.find(w_key, h)
        if i >= 0:
            w_value = self.value_at(i)
            if w_value is not None:
                return w_value
            self.set_value_at(i, w_default)
        else:
            self.add_entry(w_key, h, w_default)
        return w_default

    @method('pop(self, key, default=?, /)')
    def descr_pop(self, w_key, w_default):
        """Removes a key and returns its value; if it is missing, default, or a KeyError without one."""
        i = -1
        if self.used > 0:
            i = self.find(w_key, w_key.op_hash())
        if i >= 0:
            w_value = self.value_at(i)
            if w_value is not None:
                self.remove_at(i)
                return w_value
        if w_default is None:
            raise key_error(w_key)
        return w_default

    @method('popitem(self, /)')
    def descr_popitem(self):
        """Removes the pair that was added last and returns it; KeyError if the dictionary is empty."""
        from interpreter.objects.str import newstr
        from interpreter.objects.tuple import W_Tuple
        i = self.previous_live(self.fill)
        if i < 0:
            raise key_error(newstr('popitem(): dictionary is empty'))
        w_key = self.key_at(i)
        w_value = self.value_at(i)
        self.remove_at(i)
        if not self.has_cells:
            self.fill = i
        return W_Tuple([w_key, w_value])

    @method('clear(self, /) -> None')
    def descr_clear(self):
        """Removes all keys."""
        self.clear()

    @method('copy(self, /)')
    def descr_copy(self):
        """A new dictionary of the same items."""
        return self.copy()

    @method('keys(self, /)')
    def descr_keys(self):
        """A view of the keys, as a set."""
        from interpreter.objects.dictviews import W_DictKeys
        return W_DictKeys(self)

    @method('values(self, /)')
    def descr_values(self):
        """A view of the values."""
        from interpreter.objects.dictviews import W_DictValues
        return W_DictValues(self)

    @method('items(self, /)')
    def descr_items(self):
        """A view of the pairs of key and value, as a set."""
        from interpreter.objects.dictviews import W_DictItems
        return W_DictItems(self)

    @method('__reversed__(self, /)')
    def descr_reversed(self):
        from interpreter.objects.dictviews import W_DictReverseKeyIterator
        return W_DictReverseKeyIterator(self)

    @method('__sizeof__(self, /) -> int')
    def descr_sizeof(self):
        return 64 + 8 * len(self.index) + 24 * len(self.hashes)

    @classmethod_('__class_getitem__(cls, object, /)')
    def descr_class_getitem(w_cls, w_item):
        from interpreter.objects.genericalias import newgenericalias
        return newgenericalias(w_cls, w_item)


def iterates_plainly(w_dict):
    """Does iteration give the dictionary's own keys, and d[key] its values?"""
    if not w_dict.is_user_instance:
        return True
    return w_dict.gettype().lookup('__iter__') is W_Dict.typedef.w_type.lookup('__iter__')


W_Dict.typedef = TypeDef('dict', W_Dict, unhashable=True,
                         doc="A mapping from hashable keys to values, in the order of insertion.")


def newdict():
    return W_Dict()


def newmoduledict():
    """A dict with cells, for the globals of a module."""
    return W_Dict(True)
