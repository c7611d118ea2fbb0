"""_posixsubprocess: starting a program for the module subprocess.  The child runs C code only (spawn.c), so that it needs no heap of ours."""
from __future__ import absolute_import

from module._posixsubprocess import functions
from module.framework import BuiltinModule

module = BuiltinModule('_posixsubprocess', sources=[functions], doc="Starting programs.")
