"""SHA-2 (FIPS 180-4), for words of 32 and of 64 bits.

The constants are the fractional parts of roots of the first primes, computed here, before translation."""
from __future__ import absolute_import

from rpython.rlib.rarithmetic import intmask, r_uint
from rpython.rlib.rstring import StringBuilder


def _primes(count):
    result = []
    candidate = 2
    while len(result) < count:
        if all(candidate % p for p in result):
            result.append(candidate)
        candidate += 1
    return result


def _root_fraction(n, degree, bits):
    """The first `bits` bits of the fraction of the degree-th root of n."""
    scaled = n << (degree * bits)
    low, high = 0, 1 << (bits + 16)
    while high - low > 1:
        middle = (low + high) // 2
        if middle ** degree <= scaled:
            low = middle
        else:
            high = middle
    return low & ((1 << bits) - 1)


def round_constants(count, bits):
    return [r_uint(_root_fraction(p, 3, bits)) for p in _primes(count)]


def start_state(first, bits):
    return [r_uint(_root_fraction(p, 2, bits)) for p in _primes(first + 8)[first:]]


SHA256_START = start_state(0, 32)
SHA512_START = start_state(0, 64)
SHA384_START = start_state(8, 64)
# SHA-224 starts from the second 32 bits of the fractions of the ninth to sixteenth prime's square roots
SHA224_START = [r_uint(_root_fraction(p, 2, 64) & 0xffffffff) for p in _primes(16)[8:]]


def make_algorithm(name, word_bits, start, digest_size):
    """An RPython class with update, digest and copy."""
    rounds = 64 if word_bits == 32 else 80
    constants = round_constants(rounds, word_bits)
    word_bytes = word_bits // 8
    block_bytes = 16 * word_bytes
    mask = r_uint((1 << word_bits) - 1)
    if word_bits == 32:
        big0, big1, small0, small1 = (2, 13, 22), (6, 11, 25), (7, 18, 3), (17, 19, 10)
    else:
        big0, big1, small0, small1 = (28, 34, 39), (14, 18, 41), (1, 8, 7), (19, 61, 6)
    B00, B01, B02 = big0
    B10, B11, B12 = big1
    S00, S01, S02 = small0
    S10, S11, S12 = small1

    def rotate(x, n):
        return (x >> n | x << (word_bits - n)) & mask
    rotate._always_inline_ = True

    class Algorithm(object):
        def __init__(self):
            self.state = start[:]
            self.pending = ''
            self.length = 0

        def copy(self):
            copy = Algorithm()
            copy.state = self.state[:]
            copy.pending = self.pending
            copy.length = self.length
            return copy

        def update(self, data):
            self.length += len(data)
            data = self.pending + data
            position = 0
            while position + block_bytes <= len(data):
                self.block(data, position)
                position += block_bytes
            assert position >= 0
            self.pending = data[position:]

        def block(self, data, position):
            w = [r_uint(0)] * rounds
            for i in range(16):
                word = r_uint(0)
                for k in range(word_bytes):
                    word = word << 8 | r_uint(ord(data[position]))
                    position += 1
                w[i] = word
            for i in range(16, rounds):
                x, y = w[i - 15], w[i - 2]
                s0 = rotate(x, S00) ^ rotate(x, S01) ^ (x >> S02)
                s1 = rotate(y, S10) ^ rotate(y, S11) ^ (y >> S12)
                w[i] = (w[i - 16] + s0 + w[i - 7] + s1) & mask
            a, b, c, d, e, f, g, h = (self.state[0], self.state[1], self.state[2], self.state[3],
                                      self.state[4], self.state[5], self.state[6], self.state[7])
            for i in range(rounds):
                s1 = rotate(e, B10) ^ rotate(e, B11) ^ rotate(e, B12)
                t1 = h + s1 + (e & f ^ ~e & g) + constants[i] + w[i]
                s0 = rotate(a, B00) ^ rotate(a, B01) ^ rotate(a, B02)
                t2 = s0 + (a & b ^ a & c ^ b & c)
                h = g
                g = f
                f = e
                e = (d + t1) & mask
                d = c
                c = b
                b = a
                a = (t1 + t2) & mask
            state = self.state
            state[0] = (state[0] + a) & mask
            state[1] = (state[1] + b) & mask
            state[2] = (state[2] + c) & mask
            state[3] = (state[3] + d) & mask
            state[4] = (state[4] + e) & mask
            state[5] = (state[5] + f) & mask
            state[6] = (state[6] + g) & mask
            state[7] = (state[7] + h) & mask

        def digest(self):
            final = self.copy()
            bits = r_uint(self.length) * 8
            zeros = -(len(self.pending) + 1 + 2 * word_bytes) % block_bytes
            tail = StringBuilder()
            tail.append('\x80')
            tail.append_multiple_char('\x00', zeros + 2 * word_bytes - 8)
            for k in range(8):
                tail.append(chr(intmask(bits >> (56 - 8 * k)) & 0xff))
            final.update(tail.build())
            result = StringBuilder(digest_size)
            for i in range(digest_size):
                word = final.state[i // word_bytes]
                result.append(chr(intmask(word >> (word_bits - 8 - 8 * (i % word_bytes))) & 0xff))
            return result.build()

    Algorithm.__name__ = name
    return Algorithm
