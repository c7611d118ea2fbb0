"""import in every form, hooks, sys.modules, importlib, __import__, relative imports, circular imports, lazy attributes."""
import sys
import importlib
import types
import helpers
import helpers.package.sub as s, os.path as p
from helpers import (package, module as renamed,)
from helpers.package import *
print(s.name, p.basename('/a/b'), package.__name__, renamed.__name__, helpers.package is package, __package__, __spec__, __name__)
print(importlib.import_module('helpers.package.sub') is s, importlib.import_module('.sub', 'helpers.package') is s, __import__('os.path').__name__, __import__('os.path', fromlist=['x']).__name__ in ('posixpath',), __import__('helpers.package', globals(), locals(), ['sub'], 0) is package)
for bad in ('import helpers.nope', 'from helpers import nope', 'import helpers.module.sub', 'from . import x', 'from .. import y', 'from os import path.x', 'import a as b.c', 'import', 'from x import', 'from x import (a, b', 'from x import a,', 'from helpers.package import nope as n', '__import__("")', '__import__(5)', '__import__("helpers", level=-1)', 'import importlib.nope', 'importlib.import_module(".x")', 'importlib.reload(5)', 'import os.nope', 'from __future__ import nope', 'def f(): from os import *', 'import sys.exit', 'import ..x', 'from ... import x'):
    try:
        exec(bad, {'__name__': '__main__', 'importlib': importlib})
        print(bad, 'fine')
    except Exception as e:
        print(bad, '->', type(e).__name__, str(getattr(e, 'msg', None) or e).split(' (/')[0], getattr(e, 'name', None))
m = types.ModuleType('made_up')
m.value = 'from sys.modules'
sys.modules['made_up'] = m
import made_up
print(made_up.value, made_up is m)
sys.modules['blocked'] = None
try:
    import blocked
except ImportError as e:
    print(type(e).__name__, e)
sys.modules['odd'] = 'a string module'
import odd
print(odd)


class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name.startswith('virtual'):
            print('finder asked for', name, path)
            return importlib.machinery.ModuleSpec(name, Loader, is_package=name == 'virtual')


class Loader:
    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        module.made_by = 'loader of ' + module.__name__
        if module.__name__ == 'virtual.bad':
            raise RuntimeError('bad module')


import importlib.machinery
sys.meta_path.insert(0, Finder)
import virtual.inner
from virtual import inner as vi
print(virtual.made_by, vi.made_by, vi.__spec__.name, vi.__package__, virtual.__path__, type(vi.__loader__).__name__)
try:
    import virtual.bad
except RuntimeError as e:
    print(e, 'virtual.bad' in sys.modules)
sys.meta_path.remove(Finder)
import importlib.util
spec = importlib.util.find_spec('helpers.package')
print(spec.name, spec.submodule_search_locations is not None, spec.origin.endswith('__init__.py'), importlib.util.find_spec('no_such_thing'), importlib.util.find_spec('helpers.module').has_location)
ms = importlib.util.module_from_spec(spec)
print(ms.__name__, hasattr(ms, 'value'), spec.parent, sys.modules['helpers.package'] is package)


def local():
    import string as st
    from math import pi
    return st.digits, round(pi, 2), 'st' in globals()


print(local(), 'string' in sys.modules, sorted(k for k in vars(package) if not k.startswith('_')), [k for k in ('__name__', '__doc__', '__package__', '__loader__', '__spec__', '__file__', '__path__', '__cached__', '__builtins__') if hasattr(package, k)])
del sys.modules['helpers.module']
import helpers.module as again
print(again is renamed, again.__name__, repr(sys), repr(again).startswith("<module 'helpers.module' from "))
