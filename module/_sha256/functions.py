"""The sha256 and sha224 types and functions."""
from __future__ import absolute_import

from interpreter.gateway import function
from module._md5.hashobject import hash_type
from module._sha512 import sha2

W_SHA256, _start256 = hash_type('_sha256', 'sha256', sha2.make_algorithm('SHA256', 32, sha2.SHA256_START, 32), 64, 32)
W_SHA224, _start224 = hash_type('_sha256', 'sha224', sha2.make_algorithm('SHA224', 32, sha2.SHA224_START, 28), 64, 28)


@function('sha256(string=?, *, usedforsecurity: bool = True)')
def sha256(w_data, usedforsecurity):
    """A new SHA-256 hash object."""
    return _start256(w_data)


@function('sha224(string=?, *, usedforsecurity: bool = True)')
def sha224(w_data, usedforsecurity):
    """A new SHA-224 hash object."""
    return _start224(w_data)
