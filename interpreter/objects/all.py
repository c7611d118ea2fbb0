"""Imports every module of interpreter.objects, so that every built-in type is declared.  Not RPython."""

import pkgutil

from interpreter import objects

for _, _name, _ in pkgutil.iter_modules(objects.__path__):
    if _name != 'all':
        __import__('interpreter.objects.' + _name)
import interpreter.eval.frame                        # noqa: frames are objects too
