"""SipHash-1-3 with a key of 64 bits (the other half 0): the source hash of PEP 552 as CPython 3.11 computes it."""
from __future__ import absolute_import

from rpython.rlib.rarithmetic import intmask, r_uint

_C0, _C1, _C2, _C3 = r_uint(0x736f6d6570736575), r_uint(0x646f72616e646f6d), r_uint(0x6c7967656e657261), r_uint(0x7465646279746573)


def _rotate(x, bits):
    return (x << bits) | (x >> (64 - bits))


def siphash13(key, data):
    """(int, str) -> int (as a signed machine word)."""
    k0 = r_uint(key)
    v0 = _C0 ^ k0
    v1 = _C1
    v2 = _C2 ^ k0
    v3 = _C3
    n = len(data)
    last = r_uint(n & 0xFF) << 56
    i = 0
    block = 0
    while True:
        if i + 8 <= n:
            m = r_uint(0)
            for j in range(8):
                m |= r_uint(ord(data[i + j])) << (8 * j)
            i += 8
            final = False
        else:
            m = last
            for j in range(n - i):
                m |= r_uint(ord(data[i + j])) << (8 * j)
            final = True
        v3 ^= m
        rounds = 1
        while True:
            while rounds > 0:
                v0 += v1
                v2 += v3
                v1 = _rotate(v1, 13) ^ v0
                v3 = _rotate(v3, 16) ^ v2
                v0 = _rotate(v0, 32)
                v2 += v1
                v0 += v3
                v1 = _rotate(v1, 17) ^ v2
                v3 = _rotate(v3, 21) ^ v0
                v2 = _rotate(v2, 32)
                rounds -= 1
            if block == 1:
                return intmask(v0 ^ v1 ^ v2 ^ v3)
            v0 ^= m
            if not final:
                break
            block = 1
            v2 ^= r_uint(0xFF)
            rounds = 3
