"""The functions of sys: frames, limits, tracing, interning."""
from __future__ import absolute_import

from rpython.rlib import rthread
