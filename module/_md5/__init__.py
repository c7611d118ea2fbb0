"""_md5: MD5, by rpython.rlib.rmd5; and what the hash modules share."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module._md5 import md5

module = BuiltinModule('_md5', sources=[md5])
