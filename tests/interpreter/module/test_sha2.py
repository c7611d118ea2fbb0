"""SHA-2 against Python 2.7's hashlib, on random data around the block sizes."""
from __future__ import absolute_import

import hashlib

from module._sha512 import sha2
from seeds import seeded


def test_against_hashlib():
    algorithms = [('sha256', sha2.make_algorithm('A', 32, sha2.SHA256_START, 32)), ('sha224', sha2.make_algorithm('B', 32, sha2.SHA224_START, 28)),
                  ('sha512', sha2.make_algorithm('C', 64, sha2.SHA512_START, 64)), ('sha384', sha2.make_algorithm('D', 64, sha2.SHA384_START, 48))]
    rnd = seeded('sha2')
    for length in (0, 1, 55, 56, 63, 64, 111, 112, 127, 128, 500):
        data = ''.join([chr(rnd.randrange(256)) for _ in range(length)])
        for name, Algorithm in algorithms:
            state = Algorithm()
            state.update(data[:length // 3])
            copy = state.copy()
            copy.update('other')
            state.update(data[length // 3:])
            assert state.digest() == getattr(hashlib, name)(data).digest(), (name, length)
