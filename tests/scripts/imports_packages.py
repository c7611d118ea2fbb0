"""Packages made on the fly: relative imports, __init__, __all__, cycles, namespace packages, lazy attributes, reload, errors."""
import importlib
import importlib.util
import os
import sys
import tempfile
import types

FILES = {
    'pack/__init__.py': 'from . import first\nfrom .second import value as renamed\n__all__ = ["first", "deep", "renamed"]\norder = ["init"]\n',
    'pack/first.py': 'import pack\nname = __name__\npackage = __package__\nseen = sorted(k for k in vars(pack) if not k.startswith("__"))\n',
    'pack/second.py': 'from .first import name as other\nvalue = "second saw " + other\n',
    'pack/deep/__init__.py': 'from ..second import value\nfrom . import leaf\nfrom .leaf import *\n',
    'pack/deep/leaf.py': '__all__ = ["public", "_chosen"]\npublic, _chosen, other = 1, 2, 3\nfrom .. import first as _first\n',
    'cycle_a.py': 'import cycle_b\na = 1\ndef get(): return cycle_b.b + a\n',
    'cycle_b.py': 'import cycle_a\nb = 10\npartly = hasattr(cycle_a, "a")\ndef get(): return cycle_a.a + b\n',
    'cycle_c.py': 'from cycle_d import d\nc = 1\n',
    'cycle_d.py': 'from cycle_c import c\nd = 1\n',
    'one/space/left.py': 'v = "left"\n',
    'two/space/right.py': 'v = "right"\n',
    'lazy.py': 'import importlib\ndef __getattr__(name):\n    if name.startswith("make"): return name[4:]\n    raise AttributeError("no " + name)\ndef __dir__(): return ["makeA"]\n',
    'fails.py': 'before = 1\nraise RuntimeError("while importing")\n',
    'badsyntax.py': 'x = (1,\n',
    'counter.py': 'count = globals().get("count", 0) + 1\nkept = globals().get("kept", [])\nkept.append(count)\n',
    'star_bad.py': '__all__ = ["there", "missing"]\nthere = 1\n',
    'beyond/__init__.py': '',
    'beyond/mod.py': 'from ...x import y\n',
    'replaces.py': 'import sys\nclass M:\n    answer = 42\nsys.modules[__name__] = M()\n',
    'main_pack/__init__.py': 'print("package init")\n',
    'main_pack/__main__.py': 'import sys\nprint("run", __name__, __package__, sys.argv[1:])\n',
}


def attempt(source, *names):
    scope = {}
    try:
        exec(source, scope)
        print(source, '->', repr([scope.get(n, 'absent') for n in names]).replace(folder, '.'))
    except BaseException as e:
        print(source, '->', type(e).__name__, str(e).replace(folder, '.'), getattr(e, 'name', '-'), (getattr(e, 'path', None) or '-').replace(folder, '.'))


folder = tempfile.mkdtemp()
for name, text in FILES.items():
    os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
    with open(os.path.join(folder, name), 'w') as f:
        f.write(text)
sys.path.insert(0, folder)
import pack
print(pack.renamed, pack.first.name, pack.first.package, pack.first.seen, [k for k in sys.modules if k.startswith('pack')])
attempt('from pack import *', 'first', 'renamed', 'order')
import pack.deep
print(pack.deep.public, pack.deep._chosen, hasattr(pack.deep, 'other'), pack.deep.leaf.__name__, pack.deep.__path__ == [os.path.join(folder, 'pack', 'deep')], pack.deep.value)
attempt('from pack import *\nprint(deep.public)', 'deep')
attempt('import pack.deep.leaf as l, pack.first', 'pack')
attempt('import cycle_a')
import cycle_a, cycle_b
print(cycle_a.get(), cycle_b.get(), cycle_b.partly)
attempt('import cycle_c')
sys.path[1:1] = [os.path.join(folder, 'one'), os.path.join(folder, 'two')]
import space.left, space.right
print(space.left.v, space.right.v, len(space.__path__), space.__spec__.origin, getattr(space, '__file__', 'no file'))
import lazy
print(lazy.makeB, dir(lazy))
attempt('from lazy import makeX, other')
attempt('import lazy; lazy.nope')
attempt('import fails')
print('fails' in sys.modules)
attempt('import badsyntax')
import counter
print(counter.count, importlib.reload(counter).count, counter.kept, importlib.import_module('counter') is counter)
attempt('from star_bad import *')
attempt('import beyond.mod')
attempt('from . import x')
attempt('from .pack import x')


class Spec:
    def __init__(self, parent):
        self.parent = parent


import warnings
for scope in ({'__package__': None}, {'__spec__': None, '__path__': 1}, {'__name__': 5}, {'__name__': 'a.b', '__spec__': 5}, {'__package__': '', '__name__': 'x'},
              {'__package__': 'b', '__spec__': Spec('c')}, {'__name__': 'pack.zz'}, {'__name__': 'pack.zz', '__path__': []}, {'__spec__': Spec('pack')},
              {'__spec__': Spec(5)}, {'__spec__': Spec('pack'), '__package__': 5}, {'__package__': 'pack', '__spec__': 7}):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            exec('from . import nowhere', scope)
        except Exception as e:
            print(type(e).__name__, str(e).replace(folder, '.'), [(w.category.__name__, str(w.message)) for w in caught])
for scope in 5, None, {}:
    try:
        __import__('x', scope, None, (), 1)
    except Exception as e:
        print(type(e).__name__, e)
attempt('import pack.nothing')
attempt('from pack import nothing')
attempt('from pack.first import nothing, name')
attempt('import pack.first.name')
attempt('import no.such')
attempt('import replaces; print(replaces.answer)')
sys.modules['blocked'] = None
attempt('import blocked')
attempt('from blocked import x')
spec = importlib.util.find_spec('pack.second')
print(spec.name, spec.parent, os.path.basename(spec.origin), spec.submodule_search_locations, importlib.util.find_spec('nothing_here'), spec.has_location)
fresh = importlib.util.module_from_spec(spec)
spec.loader.exec_module(fresh)
print(fresh.value, fresh is sys.modules['pack.second'], type(spec.loader).__name__)
made = types.ModuleType('made', 'its doc')
made.x = 1
sys.modules['made'] = made
attempt('from made import x, y', 'x')
attempt('from made import x', 'x')


class Finder:
    def find_spec(self, name, path, target=None):
        if name.startswith('virtual'):
            print('asked for', name, path and list(path))
            return importlib.util.spec_from_loader(name, self, is_package='.' not in name)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.text = 'made by ' + type(self).__name__


sys.meta_path.append(Finder())
import virtual.sub
print(virtual.text, virtual.sub.text, virtual.sub.__package__, repr(virtual.__spec__.loader is virtual.sub.__loader__))
import runpy
print(runpy.run_path(os.path.join(folder, 'counter.py'), {'count': 5})['count'])
sys.argv[1:] = ['arg']
runpy.run_module('main_pack', run_name='__main__', alter_sys=True)
print(__import__('pack.deep').__name__, __import__('pack.deep', fromlist=['x']).__name__, importlib.import_module('.leaf', 'pack.deep').__name__)
import shutil
shutil.rmtree(folder)
