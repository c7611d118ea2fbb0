"""Built-in modules: one declaration each, collected into prebuilt module objects.

    # module/errno/__init__.py
    from module.framework import BuiltinModule
    from module.errno import functions
    module = BuiltinModule('errno', doc="...", sources=[functions], types=[W_Thing], constants={'EPERM': 1}, init=init)

sources: Python 2 modules whose RPython functions marked by interpreter.gateway's @function or @raw_function are exposed.
types: RPython classes (or TypeDefs); exposed under the name of their typedef.
constants: name -> a Python 2 value (bool, int, long, float, str as UTF-8, None, tuple, list of these) or a W_Root.
init: an RPython function (w_module) -> None, run once, at the first import: for what only the running process knows.

`build_modules` makes all module objects before translation, so that an import is a look-up and, where there is one, a call of `init`.
"""
from __future__ import absolute_import

from rpython.rlib.listsort import make_timsort_class

from interpreter.objects.root import W_Root, w_None

_NameSort = make_timsort_class()
all_modules = []            # every declared BuiltinModule, in order of declaration


class BuiltinModule(object):
    """One built-in module.  RPython reads `name`, `w_module`, `loaded` and calls `load`."""
    _immutable_fields_ = ['name', 'w_module']

    def __init__(self, name, doc=None, sources=(), types=(), constants=None, init=None):
        self.name = name
        self.doc = doc
        self.sources = list(sources)
        self.types = list(types)
        self.constants = constants or {}
        self.init = init
        self.w_module = None
        self.loaded = False
        all_modules.append(self)

    def load(self):
        """() -> W_Module.  Runs `init` the first time."""
        if not self.loaded:
            self.loaded = True
            if self.init is not None:
                self.init(self.w_module)
        return self.w_module

    def build(self):
        """Fills the module object; before translation, after finish_typedefs()."""
        from interpreter.objects.module import W_Module
        w_module = W_Module(self.name)
        w_dict = w_module.getdict()
        w_dict.setitem_str('__doc__', to_object(self.doc))
        for name, w_value in self.contents(w_module):
            w_dict.setitem_str(name, w_value)
        self.w_module = w_module

    def contents(self, w_module):
        """The (name, W_Root) pairs of the module's dictionary."""
        from interpreter.objects.function import W_BuiltinFunction
        result = []
        for source in self.sources:
            for name, code in exposed_functions(source):
                if self.name != 'builtins':
                    code.prefix = self.name + '.'
                w_function = W_BuiltinFunction(code, self.name)
                w_function.w_module = w_module
                result.append((name, w_function))
        for cls in self.types:
            typedef = cls if not hasattr(cls, 'typedef') else cls.typedef
            assert typedef.w_type is not None, "no type object for %s" % typedef.name
            result.append((typedef.name.split('.')[-1], typedef.w_type))
        for name in sorted(self.constants):
            result.append((name, to_object(self.constants[name])))
        return result

    def _cleanup_(self):
        self.loaded = False


def exposed_functions(source):
    """The (name, BuiltinCode) pairs of a Python 2 module, in the order of definition."""
    from interpreter import gateway
    found = []
    for value in vars(source).values():
        if getattr(value, '__module__', None) != source.__name__:
            continue
        for kind, line, doc in getattr(value, '__dict__', {}).get('_exposed', []):
            if kind == 'function':
                code = gateway.build_code(value, line, doc=doc)
            elif kind == 'raw_function':
                code = gateway.build_raw_code(value, line, doc=doc)
            else:
                continue
            found.append((value.func_code.co_firstlineno, code.name, code))
    return [(name, code) for _, name, code in sorted(found)]


def to_object(value):
    """The W_Root for a Python 2 value; before translation only."""
    from interpreter.objects import wrap
    from rpython.rlib.rbigint import rbigint
    import sys
    if isinstance(value, W_Root):
        return value
    if value is None:
        return w_None
    if isinstance(value, bool):
        return wrap.newbool(value)
    if isinstance(value, (int, long)):
        if -sys.maxint - 1 <= value <= sys.maxint:
            return wrap.newint(int(value))
        return wrap.newbigint(rbigint.fromlong(value))
    if isinstance(value, float):
        return wrap.newfloat(value)
    if isinstance(value, str):
        return wrap.newstr(value)
    if isinstance(value, tuple):
        return wrap.newtuple([to_object(item) for item in value])
    if isinstance(value, list):
        return wrap.newlist([to_object(item) for item in value])
    if isinstance(value, dict):
        w_dict = wrap.newdict()
        for key in sorted(value):
            w_dict.setitem(to_object(key), to_object(value[key]))
        return w_dict
    raise TypeError("cannot wrap %r" % (value,))


class Registry(object):
    """All built-in modules of this build by name; prebuilt, read-only when translated."""

    def __init__(self):
        self.by_name = {}

    def find(self, name):
        """(str) -> BuiltinModule or None."""
        return self.by_name.get(name, None)

    def names(self):
        """() -> [str], sorted."""
        result = self.by_name.keys()
        _NameSort(result).sort()
        return result


registry = Registry()


def build_modules(names):
    """Imports module.<name> for each name and builds its module object; before translation, once.

    (names: [str]) -> Registry.  The folder of a name is the name itself."""
    from interpreter.typedef import finish_typedefs
    declared = []
    for name in names:
        declared.append(__import__('module.' + name, None, None, ['module']).module)
    finish_typedefs()
    for builtin in declared:
        if builtin.w_module is None:
            builtin.build()
            registry.by_name[builtin.name] = builtin
    return registry


def load_builtin(name):
    """(str) -> W_Module or None: the built-in module, initialised."""
    builtin = registry.find(name)
    if builtin is None:
        return None
    return builtin.load()
