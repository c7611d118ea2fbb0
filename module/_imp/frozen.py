"""Frozen modules: standard library modules whose code objects are part of the program, so that starting up reads no files for them.

`freeze` compiles them before translation.  Run untranslated, a module is compiled when it is first asked for.
"""
from __future__ import absolute_import

import os

from rpython.rlib.objectmodel import we_are_translated, not_rpython

# name -> (file in the standard library, is it a package, name that the code object's file name shows)
SOURCES = {
    '_frozen_importlib': ('importlib/_bootstrap.py', False, 'importlib._bootstrap'),
    '_frozen_importlib_external': ('importlib/_bootstrap_external.py', False, 'importlib._bootstrap_external'),
}
# those that are there as ordinary files too: `import os` finds the frozen one first
for _name in ['abc', 'codecs', 'io', '_collections_abc', '_sitebuiltins', 'genericpath', 'posixpath', 'os', 'site', 'stat',
              'importlib', 'importlib.util', 'importlib.machinery', 'importlib._abc', 'runpy', 'encodings', 'encodings.aliases',
              'encodings.utf_8', 'zipimport']:
    if _name in ('importlib', 'encodings'):
        SOURCES[_name] = (_name + '/__init__.py', True, _name)
    else:
        SOURCES[_name] = (_name.replace('.', '/') + '.py', False, _name)


class FrozenModule(object):
    """One frozen module.  code is None until it is compiled."""

    def __init__(self, name, is_package, origname):
        self.name = name
        self.is_package = is_package
        self.origname = origname
        self.code = None


class FrozenTable(object):
    """All frozen modules by name; prebuilt."""

    def __init__(self):
        self.modules = {}
        self.stdlib = ''          # where the sources are, before translation
        self.enabled = True

    def find(self, name):
        """(str) -> FrozenModule or None."""
        return self.modules.get(name, None)


table = FrozenTable()


@not_rpython
def freeze(stdlib, names=None):
    """Declares the frozen modules, with the sources in the folder `stdlib`; compiles those named (all before translation)."""
    table.stdlib = stdlib
    for name, (filename, is_package, origname) in SOURCES.items():
        if os.path.exists(os.path.join(stdlib, filename)):
            table.modules[name] = FrozenModule(name, is_package, origname)
    for name in (table.modules if names is None else names):
        get_code(table.modules[name])


def get_code(frozen):
    """(FrozenModule) -> W_Code"""
    if frozen.code is None:
        if not we_are_translated():
            frozen.code = _compile(frozen)
    return frozen.code


@not_rpython
def _compile(frozen):
    """Compiles the source; untranslated runs keep the result in build/, since compiling takes them long."""
    import hashlib
    from interpreter.eval.run import compile_source
    from module._imp.fingerprint import FINGERPRINT
    from module.marshal.functions import dump_object, load_object
    path = os.path.join(table.stdlib, SOURCES[frozen.name][0])
    with open(path) as f:
        source = f.read()
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    folder = os.path.join(root, 'build', 'frozen')
    key = hashlib.md5('%s %s %s' % (FINGERPRINT, frozen.name, source)).hexdigest()
    cached = os.path.join(folder, '%s-%s' % (frozen.name, key))
    if os.path.exists(cached):
        with open(cached, 'rb') as f:
            return load_object(f.read())
    code = compile_source(source, '<frozen %s>' % frozen.origname, 'exec', 0, 0)
    if not os.path.isdir(folder):
        os.makedirs(folder)
    temporary = '%s.%d' % (cached, os.getpid())
    with open(temporary, 'wb') as f:
        f.write(dump_object(code, 4))
    os.rename(temporary, cached)
    return code
