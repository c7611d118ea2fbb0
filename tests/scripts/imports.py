"""import in its forms, from the script's folder and the standard library."""
import sys
import os.path
import helpers.package as pkg
from helpers.package import value, sub
from helpers.package.sub import deep as renamed
from helpers import module as mod
import helpers.module
print(pkg.value, value, sub.name, renamed(), mod.counter, helpers.module is mod)
print(os.path.join('a', 'b'), os.path.basename('/x/y.py'), 'helpers.package.sub' in sys.modules)
try:
    import no_such_module
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    from os import no_such_name
except ImportError as e:
    print(str(e).split('(')[0], e.name)
try:
    import helpers.broken
except ZeroDivisionError as e:
    print('broken', e, 'helpers.broken' in sys.modules)
import importlib
mod.counter = 5
importlib.reload(mod)
print(mod.counter, __name__, mod.__name__, pkg.__path__ is not None, sub.__package__, mod.__file__.endswith('module.py'))
from helpers.star import *
print(public, '_private' in globals(), 'hidden' in globals())


def local():
    import math as m
    from string import digits
    return m.floor(2.5), digits


print(local(), importlib.import_module('helpers.package.sub').name, __import__('os').sep)
exec('import helpers.module as again')
print(again is mod, pkg.relative())
