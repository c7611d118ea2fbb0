"""The md5 type and function."""
from __future__ import absolute_import

from rpython.rlib.rmd5 import RMD5

from interpreter.gateway import function
from module._md5.hashobject import hash_type


class MD5(object):
    def __init__(self):
        self.hash = RMD5()

    def update(self, data):
        self.hash.update(data)

    def digest(self):
        return self.hash.digest()

    def copy(self):
        copy = MD5()
        copy.hash = self.hash.copy()
        return copy


W_MD5, _start = hash_type('_md5', 'md5', MD5, 64, 16)


@function('md5(string=?, *, usedforsecurity: bool = True)')
def md5(w_data, usedforsecurity):
    """A new MD5 hash object."""
    return _start(w_data)
