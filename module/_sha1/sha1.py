"""The sha1 type and function."""
from __future__ import absolute_import

from rpython.rlib.rsha import RSHA

from interpreter.gateway import function
from module._md5.hashobject import hash_type


class SHA1(object):
    def __init__(self):
        self.hash = RSHA()

    def update(self, data):
        self.hash.update(data)

    def digest(self):
        return self.hash.digest()

    def copy(self):
        copy = SHA1()
        copy.hash = self.hash.copy()
        return copy


W_SHA1, _start = hash_type('_sha1', 'sha1', SHA1, 64, 20)


@function('sha1(string=?, *, usedforsecurity: bool = True)')
def sha1(w_data, usedforsecurity):
    """A new SHA-1 hash object."""
    return _start(w_data)
