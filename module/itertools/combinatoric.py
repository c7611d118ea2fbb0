"""product, permutations, combinations, combinations_with_replacement.

Each keeps the pool of items and the indices of the present choice, and moves the indices on like an odometer."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import type_error, value_error
from interpreter.gateway import method, new
from interpreter.objects.instance import allocate_instance
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newint, newtuple
from interpreter.typedef import TypeDef
from module.itertools.infinite import W_Iterator
from module.itertools.state import clamped, index_tuple, indices_from, state_items


class W_Product(W_Iterator):
    """`indices` is None before the first choice and empty pools or the end stop it."""
    _attrs_ = ['pools_w', 'indices', 'stopped']

    @new('(cls, *iterables, repeat: int = 1)')
    def descr_new(w_cls, repeat, iterables_w):
        if repeat < 0:
            raise value_error("repeat argument cannot be negative")
        pools_w = []
        if repeat > 0:
            pools_w = [ops.listview(w_iterable) for w_iterable in iterables_w]
        all_w = []
        stopped = False
        for _ in range(repeat):
            for pool_w in pools_w:
                all_w.append(pool_w)
                if len(pool_w) == 0:
                    stopped = True
        w_self = allocate_instance(W_Product, w_cls)
        w_self.pools_w = all_w
        w_self.indices = None
        w_self.stopped = stopped
        return w_self

    def op_iter(self):
        return self

    def op_next(self):
        if self.stopped:
            return None
        count = len(self.pools_w)
        indices = self.indices
        if indices is None:
            self.indices = indices = [0] * count
        else:
            i = count - 1
            while i >= 0:
                indices[i] += 1
                if indices[i] < len(self.pools_w[i]):
                    break
                indices[i] = 0
                i -= 1
            else:
                self.stopped = True
                return None
        return newtuple([self.pools_w[i][indices[i]] for i in range(count)])

    @method('__reduce__(self, /)')
    def m_reduce(self):
        if self.stopped:
            return newtuple([self.gettype(), newtuple([newtuple([])])])
        w_pools = newtuple([newtuple(pool_w) for pool_w in self.pools_w])
        indices = self.indices
        if indices is None:
            return newtuple([self.gettype(), w_pools])
        return newtuple([self.gettype(), w_pools, index_tuple(indices)])

    @method('__setstate__(self, state, /) -> None')
    def m_setstate(self, w_state):
        count = len(self.pools_w)
        wanted = indices_from(w_state, count)
        indices = [0] * count
        for i in range(count):
            size = len(self.pools_w[i])
            if size == 0:
                self.stopped = True
                return
            indices[i] = clamped(wanted[i], 0, size - 1)
        self.indices = indices


W_Product.typedef = TypeDef('itertools.product', W_Product, doc="The Cartesian product: nested loops as one.")


def selection_size(w_r, default):
    """The argument r, an int >= 0."""
    if w_r is w_None:
        return default
    from interpreter.objects.int import W_AbstractInt
    if not isinstance(w_r, W_AbstractInt):
        raise type_error("Expected int as r")
    r = ops.int_w(w_r)
    if r < 0:
        raise value_error("r must be non-negative")
    return r


class W_Selection(W_Iterator):
    """What permutations and combinations share."""
    _attrs_ = ['pool_w', 'indices', 'r', 'started', 'stopped']

    def start(self, pool_w, indices, r, stopped):
        self.pool_w = pool_w
        self.indices = indices
        self.r = r
        self.started = False
        self.stopped = stopped

    def advance(self):
        """Moves on to the next choice; False at the end."""
        raise NotImplementedError

    def next_choice(self):
        if self.stopped:
            return None
        if not self.started:
            self.started = True
        elif not self.advance():
            self.stopped = True
            return None
        return newtuple([self.pool_w[self.indices[i]] for i in range(self.r)])

    def reduced(self, w_state):
        """(type, (pool, r), state): the state only once the first choice was made."""
        w_r = newint(self.r)
        if self.stopped:
            return newtuple([self.gettype(), newtuple([newtuple([]), w_r])])
        w_arguments = newtuple([newtuple(self.pool_w), w_r])
        if not self.started:
            return newtuple([self.gettype(), w_arguments])
        return newtuple([self.gettype(), w_arguments, w_state])


class W_Permutations(W_Selection):
    """`cycles[i]` counts the choices left at position i."""
    _attrs_ = ['cycles']

    @new('(cls, iterable, r=None)')
    def descr_new(w_cls, w_iterable, w_r):
        pool_w = ops.listview(w_iterable)
        n = len(pool_w)
        r = selection_size(w_r, n)
        w_self = allocate_instance(W_Permutations, w_cls)
        w_self.start(pool_w, [i for i in range(n)], r, r > n)
        w_self.cycles = [n - i for i in range(r)]
        return w_self

    def op_iter(self):
        return self

    def op_next(self):
        return self.next_choice()

    def advance(self):
        n = len(self.pool_w)
        indices, cycles = self.indices, self.cycles
        i = self.r - 1
        while i >= 0:
            cycles[i] -= 1
            if cycles[i] > 0:
                j = n - cycles[i]
                indices[i], indices[j] = indices[j], indices[i]
                return True
            first = indices[i]
            for k in range(i, n - 1):
                indices[k] = indices[k + 1]
            indices[n - 1] = first
            cycles[i] = n - i
            i -= 1
        return False

    @method('__reduce__(self, /)')
    def m_reduce(self):
        return self.reduced(newtuple([index_tuple(self.indices), index_tuple(self.cycles)]))

    @method('__setstate__(self, state, /) -> None')
    def m_setstate(self, w_state):
        n = len(self.pool_w)
        items_w = state_items(w_state)
        if len(items_w) != 2:
            raise value_error("invalid arguments")
        indices = indices_from(items_w[0], n)
        cycles = indices_from(items_w[1], self.r)
        for i in range(n):
            self.indices[i] = clamped(indices[i], 0, n - 1)
        for i in range(self.r):
            self.cycles[i] = clamped(cycles[i], 1, n - i)
        self.started = True


W_Permutations.typedef = TypeDef('itertools.permutations', W_Permutations, text_signature='(iterable, r=None)', doc="The arrangements of r items.")


class W_Combinations(W_Selection):
    _attrs_ = []

    @new('(cls, iterable, r)')
    def descr_new(w_cls, w_iterable, w_r):
        pool_w = ops.listview(w_iterable)
        r = selection_size(w_r, 0)
        w_self = allocate_instance(W_Combinations, w_cls)
        w_self.start(pool_w, [i for i in range(r)], r, r > len(pool_w))
        return w_self

    def op_iter(self):
        return self

    def op_next(self):
        return self.next_choice()

    def advance(self):
        n, r, indices = len(self.pool_w), self.r, self.indices
        i = r - 1
        while i >= 0 and indices[i] == n - r + i:
            i -= 1
        if i < 0:
            return False
        indices[i] += 1
        for k in range(i + 1, r):
            indices[k] = indices[k - 1] + 1
        return True

    @method('__reduce__(self, /)')
    def m_reduce(self):
        return self.reduced(index_tuple(self.indices))

    @method('__setstate__(self, state, /) -> None')
    def m_setstate(self, w_state):
        n, r = len(self.pool_w), self.r
        indices = indices_from(w_state, r)
        for i in range(r):
            self.indices[i] = clamped(indices[i], 0, n - r + i)
        self.started = True


W_Combinations.typedef = TypeDef('itertools.combinations', W_Combinations, text_signature='(iterable, r)', doc="The choices of r items, in order.")


class W_CombinationsWithReplacement(W_Selection):
    _attrs_ = []

    @new('(cls, iterable, r)')
    def descr_new(w_cls, w_iterable, w_r):
        pool_w = ops.listview(w_iterable)
        r = selection_size(w_r, 0)
        w_self = allocate_instance(W_CombinationsWithReplacement, w_cls)
        w_self.start(pool_w, [0] * r, r, len(pool_w) == 0 and r > 0)
        return w_self

    def op_iter(self):
        return self

    def op_next(self):
        return self.next_choice()

    def advance(self):
        n, r, indices = len(self.pool_w), self.r, self.indices
        i = r - 1
        while i >= 0 and indices[i] == n - 1:
            i -= 1
        if i < 0:
            return False
        value = indices[i] + 1
        for k in range(i, r):
            indices[k] = value
        return True

    @method('__reduce__(self, /)')
    def m_reduce(self):
        return self.reduced(index_tuple(self.indices))

    @method('__setstate__(self, state, /) -> None')
    def m_setstate(self, w_state):
        n, r = len(self.pool_w), self.r
        indices = indices_from(w_state, r)
        for i in range(r):
            self.indices[i] = clamped(indices[i], 0, n - 1)
        self.started = True


W_CombinationsWithReplacement.typedef = TypeDef('itertools.combinations_with_replacement', W_CombinationsWithReplacement,
                                                text_signature='(iterable, r)',
                                                doc="The choices of r items, in order, each as often as you like.")
