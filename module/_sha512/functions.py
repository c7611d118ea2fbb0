"""The sha512 and sha384 types and functions."""
from __future__ import absolute_import

from interpreter.gateway import function
from module._md5.hashobject import hash_type
from module._sha512 import sha2

W_SHA512, _start512 = hash_type('_sha512', 'sha512', sha2.make_algorithm('SHA512', 64, sha2.SHA512_START, 64), 128, 64)
W_SHA384, _start384 = hash_type('_sha512', 'sha384', sha2.make_algorithm('SHA384', 64, sha2.SHA384_START, 48), 128, 48)


@function('sha512(string=?, *, usedforsecurity: bool = True)')
def sha512(w_data, usedforsecurity):
    """A new SHA-512 hash object."""
    return _start512(w_data)


@function('sha384(string=?, *, usedforsecurity: bool = True)')
def sha384(w_data, usedforsecurity):
    """A new SHA-384 hash object."""
    return _start384(w_data)
