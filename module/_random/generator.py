"""_random.Random."""
from __future__ import absolute_import

from rpython.rlib import rrandom
from rpython.rlib.rarithmetic import intmask, r_uint
from rpython.rlib.rbigint import rbigint

from interpreter import ops
from interpreter.errors import type_error, value_error
from interpreter.gateway import method, new
from interpreter.objects.instance import allocate_instance
from interpreter.objects.root import W_Root, w_None
from interpreter.objects.wrap import newbigint, newint, newtuple
from interpreter.typedef import TypeDef
from module.posix.process import random_bytes

MASK_32 = rbigint.fromint(0xffffffff)


class W_Random(W_Root):
    """`twister` is an rpython.rlib.rrandom.Random."""
    _attrs_ = ['twister']

    @new('(cls, *args, **kwds)')
    def descr_new(w_cls, args_w, w_kwds):
        w_self = allocate_instance(W_Random, w_cls)
        w_self.twister = rrandom.Random()
        w_self.seed(args_w[0] if len(args_w) > 0 else w_None)
        return w_self

    def seed(self, w_seed):
        from interpreter.objects.int import W_AbstractInt
        if w_seed is w_None:
            number = rbigint.frombytes(random_bytes(32, 0), 'little', False)
        elif isinstance(w_seed, W_AbstractInt):
            number = ops.bigint_w(w_seed).abs()
        else:
            number = rbigint.fromint(ops.hash(w_seed)).abs()
        key = []
        while True:
            key.append(number.and_(MASK_32).touint())
            number = number.rshift(32)
            if number.sign == 0:
                break
        self.twister.init_by_array(key[:])

    @method('seed(self, n=None, /) -> None')
    def m_seed(self, w_seed):
        """Starts anew from a number, or from the system's randomness."""
        self.seed(w_seed)

    @method('random(self, /) -> float')
    def m_random(self):
        """A float x with 0 <= x < 1."""
        return self.twister.random()

    @method('getrandbits(self, k: int, /)')
    def m_getrandbits(self, bits):
        """An int of k random bits."""
        if bits < 0:
            raise value_error("number of bits must be non-negative")
        if bits == 0:
            return newint(0)
        if bits <= 32:
            return newint(intmask(self.twister.genrand32() >> (32 - bits)))
        result = rbigint.fromint(0)
        shift = 0
        while bits > 0:
            word = self.twister.genrand32()
            if bits < 32:
                word >>= 32 - bits
            result = result.or_(rbigint.fromint(intmask(word)).lshift(shift))
            shift += 32
            bits -= 32
        return newbigint(result)

    @method('getstate(self, /)')
    def m_getstate(self):
        """The state as a tuple of 625 ints."""
        twister = self.twister
        words_w = [newint(intmask(word)) for word in twister.state]
        words_w.append(newint(twister.index))
        return newtuple(words_w[:])

    @method('setstate(self, state, /) -> None')
    def m_setstate(self, w_state):
        """Takes a state that getstate() gave."""
        from interpreter.objects.tuple import W_Tuple
        if not isinstance(w_state, W_Tuple):
            raise type_error("state vector must be a tuple")
        if len(w_state.items) != rrandom.N + 1:
            raise value_error("state vector is the wrong size")
        words = [r_uint(0)] * rrandom.N
        for i in range(rrandom.N):
            words[i] = ops.bigint_w(w_state.items[i]).and_(MASK_32).touint()
        index = ops.int_w(w_state.items[rrandom.N])
        if index < 0 or index > rrandom.N:
            raise value_error("invalid state")
        self.twister.state = words
        self.twister.index = index


W_Random.typedef = TypeDef('_random.Random', W_Random, module='_random', doc="A random number generator, the Mersenne Twister.")
