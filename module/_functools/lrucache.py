"""_lru_cache_wrapper, what functools.lru_cache makes of a function.

What conflicts between transactions is said in recency.py: hits do not, new entries do.  cache_info() conflicts with all who use the cache.
"""
from __future__ import absolute_import

from rpython.rlib.objectmodel import import_from_mixin

from interpreter import ops
from interpreter.conversions import has_index
from interpreter.errors import type_error
from interpreter.gateway import method, new
from interpreter.objects.dict import W_Dict
from interpreter.objects.function import W_Method
from interpreter.objects.instance import allocate_instance
from interpreter.objects.int import W_Int, W_Long
from interpreter.objects.object import W_Object
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import newint, newstr
from interpreter.typedef import TypeDef
from module._functools.recency import Entry, Recency, Shards
from module.attributes import HasDict

UNBOUNDED = -1
w_keywords_follow = W_Object()        # in a key, between the positional arguments and the keywords


class W_CachedFunction(W_Root):
    """A function with a cache of at most `maxsize` results.

    `table` maps keys to results where maxsize is UNBOUNDED, to entries of `recency` else."""
    _attrs_ = ['w_function', 'maxsize', 'typed', 'w_info_type', 'table', 'recency', 'shards', 'w_dict', 'lifeline']
    _immutable_fields_ = ['w_function', 'maxsize', 'typed', 'w_info_type', 'table', 'recency', 'shards']
    import_from_mixin(HasDict)

    @new('(cls, user_function, maxsize, typed: bool, cache_info_type)')
    def descr_new(w_cls, w_function, w_maxsize, typed, w_info_type):
        if not ops.callable(w_function):
            raise type_error("the first argument must be callable")
        if w_maxsize is w_None:
            maxsize = UNBOUNDED
        elif has_index(w_maxsize):
            maxsize = max(ops.int_w(w_maxsize), 0)
        else:
            raise type_error("maxsize should be integer or None")
        w_self = allocate_instance(W_CachedFunction, w_cls)
        w_self.w_function = w_function
        w_self.maxsize = maxsize
        w_self.typed = typed
        w_self.w_info_type = w_info_type
        w_self.table = W_Dict()
        w_self.recency = Recency()
        w_self.shards = Shards()
        w_self.w_dict = None
        w_self.lifeline = None
        return w_self

    # ---- keys

    def make_key(self, args_w, kwnames):
        """The arguments as one object to look up: an int or a str itself where it is the only one, otherwise a tuple."""
        nkw = 0 if kwnames is None else len(kwnames)
        if nkw == 0 and not self.typed:
            if len(args_w) == 1 and is_simple(args_w[0]):
                return args_w[0]
            return W_Tuple(args_w)
        given = len(args_w)
        npos = given - nkw
        size = given
        if nkw > 0:
            size += 1 + nkw
        if self.typed:
            size += given
        key_w = [None] * size
        for i in range(npos):
            key_w[i] = args_w[i]
        n = npos
        if nkw > 0:
            key_w[n] = w_keywords_follow
            n += 1
            for i in range(nkw):
                key_w[n] = newstr(kwnames[i])
                key_w[n + 1] = args_w[npos + i]
                n += 2
        if self.typed:
            for i in range(given):
                key_w[n + i] = args_w[i].gettype()
        return W_Tuple(key_w)

    # ---- calls

    def op_call(self, args_w, kwnames):
        if self.maxsize == 0:
            self.shards.mine().misses += 1
            return ops.call_args(self.w_function, args_w, kwnames)
        w_key = self.make_key(args_w, kwnames)
        h = w_key.op_hash()
        w_result = self.cached(w_key, h)
        if w_result is None:
            w_result = ops.call_args(self.w_function, args_w, kwnames)
            self.keep(w_key, h, w_result)
        return w_result

    def call1(self, w_a):
        if self.maxsize == 0 or self.typed or not is_simple(w_a):
            return self.op_call([w_a], None)
        h = w_a.op_hash()
        w_result = self.cached(w_a, h)
        if w_result is None:
            w_result = ops.call1(self.w_function, w_a)
            self.keep(w_a, h, w_result)
        return w_result

    def cached(self, w_key, h):
        """The result for a key, or None; counts a hit or a miss."""
        table = self.table
        i = table.find(w_key, h)
        shard = self.shards.mine()
        if i < 0:
            shard.misses += 1
            return None
        shard.hits += 1
        w_result = table.value_at(i)
        if self.maxsize != UNBOUNDED:
            assert isinstance(w_result, Entry)
            shard.stamp(w_result.number, self.recency.made)
            return w_result.w_result
        return w_result

    def keep(self, w_key, h, w_result):
        """Puts a result into the cache.  The function, or the comparison of keys, may have put it there meanwhile."""
        table = self.table
        if self.maxsize == UNBOUNDED:
            table.setitem_hashed(w_key, h, w_result)
            return
        if table.find(w_key, h) >= 0:
            return
        if table.used < self.maxsize:
            entry = self.recency.add(w_key, h, w_result)
        else:
            old, entry = self.recency.replace_oldest(self.shards, w_key, h, w_result)
            table.delete_entry(table.find_identical(old.w_key, old.hash))
        table.add_entry(w_key, h, entry)

    # ---- the rest

    def is_method_descr(self):
        return True

    def op_get(self, w_obj, w_type):
        if w_obj is None or w_obj is w_None:
            if w_type is None or w_type is w_None:
                raise type_error("__get__(None, None) is invalid")
            return self
        return W_Method(self, w_obj)

    @method('cache_info(self, /)')
    def m_cache_info(self):
        """Calls the class given for it with the numbers of hits and misses, the largest and the present size."""
        shards = self.shards
        w_maxsize = w_None if self.maxsize == UNBOUNDED else newint(self.maxsize)
        return ops.call_args(self.w_info_type, [newint(shards.hits()), newint(shards.misses()), w_maxsize, newint(self.table.used)], None)

    @method('cache_clear(self, /) -> None')
    def m_cache_clear(self):
        """Empties the cache and begins to count anew."""
        self.shards.clear()
        self.recency.clear()
        self.table.clear_table()

    @method('__reduce__(self, /)')
    def m_reduce(self):
        return ops.getattr(self, '__qualname__')

    @method('__copy__(self, /)')
    def m_copy(self):
        return self

    @method('__deepcopy__(self, memo, /)')
    def m_deepcopy(self, w_memo):
        return self


W_CachedFunction.typedef = TypeDef('functools._lru_cache_wrapper', W_CachedFunction, subclassable=False, has_dict=True,
                                   weakrefable=True, doc="A function that remembers its results.")


def is_simple(w_obj):
    """Is it an exact int or str?"""
    cls = w_obj.__class__
    return cls is W_Int or cls is W_Str or cls is W_Long
