"""The slots of user classes: look the special method up in the type and call it, or do what the built-in base does.

`user_methods(cls)` makes the methods that a user subclass of the built-in RPython class `cls` needs.  Not RPython, but the methods are.
`type.slots().methods_w[i]` is None where the type inherits what `cls` does, so that a subclass of list without `__len__` pays one test.
"""

from interpreter import ops
from interpreter.errors import type_error, value_error, bare_attribute_error, add_attribute_context, OperationError
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.objects.slottable import SLOTS, slot_number


def _is_exception(e, name):
    return e.is_instance(ops._exception(name))
_is_exception._annspecialcase_ = 'specialize:arg(1)'


def to_len(w_result):
    """What __len__ returned, as an RPython int."""
    from interpreter.objects.int import W_Int
    w_index = ops.index(w_result)
    if not isinstance(w_index, W_Int):
        from interpreter.errors import overflow_error
        if not ops.is_true(ops.ge(w_index, _zero())):
            raise value_error("__len__() should return >= 0")
        raise overflow_error("cannot fit '%s' into an index-sized integer" % w_result.gettype().name)
    if w_index.intval < 0:
        raise value_error("__len__() should return >= 0")
    return w_index.intval


def _zero():
    from interpreter.objects.int import newint
    return newint(0)


def to_bool(w_result):
    """What __bool__ returned, as an RPython bool."""
    from interpreter.objects.int import w_True, w_False
    if w_result is w_True:
        return True
    if w_result is w_False:
        return False
    raise type_error("__bool__ should return bool, returned %s" % w_result.gettype().name)


def to_hash(w_result):
    """What __hash__ returned, as an RPython int."""
    from interpreter.objects.int import W_AbstractInt, W_Int
    if isinstance(w_result, W_Int):
        return -2 if w_result.intval == -1 else w_result.intval
    if not isinstance(w_result, W_AbstractInt):
        raise type_error("__hash__ method should return an integer")
    return w_result.op_hash()


def unhashable_error(w_obj):
    return type_error("unhashable type: '%s'" % w_obj.gettype().name)


def call_get(w_descr, w_f, w_obj, w_type):
    """w_descr.__get__(obj, type); a missing argument is passed as None."""
    if w_obj is None:
        w_obj = w_None
    if w_type is None:
        w_type = w_None
    return ops.call_special2(w_descr, w_f, w_obj, w_type)


def call_comparison(w_obj, w_f, w_other):
    """w_f(w_other) bound to w_obj; NotImplemented where binding fails with AttributeError, as in CPython."""
    if w_f.is_method_descr():
        return w_f.call2(w_obj, w_other)
    try:
        w_method = w_f.op_get(w_obj, w_obj.gettype())
    except OperationError as e:
        if not _is_exception(e, 'W_AttributeError'):
            raise
        return w_NotImplemented
    return w_method.call1(w_other)


def getattr_hook(w_obj, table, w_f, w_found, name):
    """The attribute where the class has __getattribute__ (w_f) or __getattr__; w_found is what the normal look-up gave."""
    from interpreter.objects.str import newstr
    w_name = newstr(name)
    if w_f is not None:
        try:
            return ops.call_special1(w_obj, w_f, w_name)
        except OperationError as e:
            if table.w_getattr is None or not _is_exception(e, 'W_AttributeError'):
                add_attribute_context(e, w_obj, name)
                raise
    elif w_found is not None:
        return w_found
    try:
        return ops.call_special1(w_obj, table.w_getattr, w_name)
    except OperationError as e:
        add_attribute_context(e, w_obj, name)
        raise


_TEMPLATES = {
    'object': '''
def {op}(self):
    w_f = {slot}
    if w_f is None:
        return base(self)
    return ops.call_special0(self, w_f)
''',
    'binary': '''
def {op}(self, w_other):
    w_f = {slot}
    if w_f is None:
        return base(self, w_other)
    return ops.call_special1(self, w_f, w_other)
''',
    'compare': '''
def {op}(self, w_other):
    w_f = {slot}
    if w_f is None:
        return base(self, w_other)
    return call_comparison(self, w_f, w_other)
''',
    'hash': '''
def op_hash(self):
    w_f = {slot}
    if w_f is None:
        return base(self)
    if w_f is w_None:
        raise unhashable_error(self)
    return to_hash(ops.call_special0(self, w_f))
''',
    'bool': '''
def op_bool(self):
    w_f = {slot}
    if w_f is None:
        if {slot___len__} is not None:
            return self.op_len() != 0
        return base(self)
    return to_bool(ops.call_special0(self, w_f))
''',
    'len': '''
def op_len(self):
    w_f = {slot}
    if w_f is None:
        return base(self)
    return to_len(ops.call_special0(self, w_f))
''',
    'getattribute': '''
def op_getattribute(self, name):
    table = {type}.slots()
    w_f = table.methods_w[{number}]
    if w_f is None:
        if table.w_getattr is None:
            return base(self, name)
        return getattr_hook(self, table, None, base_find(self, name), name)
    return getattr_hook(self, table, w_f, None, name)

def op_findattr(self, name):
    table = {type}.slots()
    if table.methods_w[{number}] is None and table.w_getattr is None:
        return base_find(self, name)
    try:
        return self.op_getattribute(name)
    except OperationError as e:
        if not _is_exception(e, 'W_AttributeError'):
            raise
        return None
''',
    'setattr': '''
def op_setattr(self, name, w_value):
    w_f = {slot}
    if w_f is None:
        base(self, name, w_value)
    else:
        from interpreter.objects.str import newstr
        ops.call_special2(self, w_f, newstr(name), w_value)
''',
    'delattr': '''
def op_delattr(self, name):
    w_f = {slot}
    if w_f is None:
        base(self, name)
    else:
        from interpreter.objects.str import newstr
        ops.call_special1(self, w_f, newstr(name))
''',
    'get': '''
def op_get(self, w_obj, w_type):
    w_f = {slot}
    if w_f is None:
        return base(self, w_obj, w_type)
    return call_get(self, w_f, w_obj, w_type)
''',
    'set': '''
def {op}(self, w_key, w_value):
    w_f = {slot}
    if w_f is None:
        base(self, w_key, w_value)
    else:
        ops.call_special2(self, w_f, w_key, w_value)
''',
    'delete': '''
def {op}(self, w_key):
    w_f = {slot}
    if w_f is None:
        base(self, w_key)
    else:
        ops.call_special1(self, w_f, w_key)
''',
    'set_item': '''
def op_setitem(self, w_key, w_value):
    w_f = {slot}
    if w_f is None:
        if {slot___delitem__} is not None:
            raise bare_attribute_error("__setitem__")
        base(self, w_key, w_value)
    else:
        ops.call_special2(self, w_f, w_key, w_value)
''',
    'delete_item': '''
def op_delitem(self, w_key):
    w_f = {slot}
    if w_f is None:
        if {slot___setitem__} is not None:
            raise bare_attribute_error("__delitem__")
        base(self, w_key)
    else:
        ops.call_special1(self, w_f, w_key)
''',
    'call': '''
def op_call(self, args_w, kwnames):
    w_f = {slot}
    if w_f is None:
        return base(self, args_w, kwnames)
    return ops.call_special(self, w_f, args_w, kwnames)
''',
    'next': '''
def op_next(self):
    w_f = {slot}
    if w_f is None:
        return base(self)
    try:
        return ops.call_special0(self, w_f)
    except OperationError as e:
        if not _is_exception(e, 'W_StopIteration'):
            raise
        return None
''',
    'iter': '''
def op_iter(self):
    w_f = {slot}
    if w_f is None:
        return base(self)
    if w_f is w_None:
        raise type_error("'%s' object is not iterable" % self.gettype().name)
    return ops.call_special0(self, w_f)
''',
    'contains': '''
def op_contains(self, w_item):
    w_f = {slot}
    if w_f is None:
        return base(self, w_item)
    if w_f is w_None:
        raise type_error("'%s' object is not a container" % self.gettype().name)
    return ops.is_true(ops.call_special1(self, w_f, w_item))
''',
    'format': '''
def op_format(self, spec):
    w_f = {slot}
    if w_f is None:
        return base(self, spec)
    from interpreter.objects.str import newstr
    return ops.call_special1(self, w_f, newstr(spec))
''',
    'pow3': '''
def op_pow3(self, w_other, w_third):
    w_f = {slot}
    if w_f is None:
        return base(self, w_other, w_third)
    return ops.call_special2(self, w_f, w_other, w_third)
''',
    'call0': '''
def call0(self):
    w_f = {slot}
    if w_f is None:
        return base(self)
    return ops.call_special0(self, w_f)
''',
    'call1': '''
def call1(self, w_a):
    w_f = {slot}
    if w_f is None:
        return base(self, w_a)
    return ops.call_special1(self, w_f, w_a)
''',
    'call2': '''
def call2(self, w_a, w_b):
    w_f = {slot}
    if w_f is None:
        return base(self, w_a, w_b)
    return ops.call_special2(self, w_f, w_a, w_b)
''',
    'call3': '''
def call3(self, w_a, w_b, w_c):
    w_f = {slot}
    if w_f is None:
        return base(self, w_a, w_b, w_c)
    return ops.call_special(self, w_f, [w_a, w_b, w_c], None)
''',
    'test': '''
def {op}(self):
    return {slot} is not None or base(self)
''',
    'test_data_descr': '''
def is_data_descr(self):
    return {slot} is not None or {slot___delete__} is not None or base(self)
''',
}

# (special method, RPython method, template): what a user class overrides
_METHODS = []
for _special, _op, _kind, _parameters in SLOTS:
    _template = {'pow': 'binary', 'rpow': 'binary'}.get(_kind, _kind)
    if _op == 'op_iter':
        _template = 'iter'
    _METHODS.append((_special, _op, _template))
_METHODS += [('__pow__', 'op_pow3', 'pow3'), ('__call__', 'call0', 'call0'), ('__call__', 'call1', 'call1'),
             ('__call__', 'call2', 'call2'), ('__call__', 'call3', 'call3'), ('__len__', 'has_len', 'test'),
             ('__next__', 'is_iterator', 'test'), ('__call__', 'is_callable', 'test'), ('__get__', 'is_descr', 'test'),
             ('__set__', 'is_data_descr', 'test_data_descr')]


class _Slots(dict):
    """The values of a template: {slot___len__} and the like are made on demand."""
    def __missing__(self, key):
        return '%s.slots().methods_w[%d]' % (self['type'], slot_number[key[len('slot_'):]])


_shared = {}         # (method, template, base function) -> functions, for bases inherited from W_Root


def _find(cls, name):
    """The plain function behind a method, and whether it is W_Root's."""
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name], base is W_Root
    raise AttributeError(name)


def _generate(cls, special, op, template, own):
    base, from_root = _find(cls, op)
    key = (op, base)
    if from_root and op in ('op_setitem', 'op_delitem'):
        template += '_item'
    share = from_root and not own
    if share and key in _shared:
        return _shared[key]
    number = slot_number[special]
    w_type = 'self.map.w_type' if not share else 'self.gettype()'
    values = _Slots(op=op, number=number, type=w_type, slot='%s.slots().methods_w[%d]' % (w_type, number))
    import string
    source = string.Formatter().vformat(_TEMPLATES[template], (), values)
    namespace = dict(globals())
    namespace['base'] = base
    if template == 'getattribute':
        namespace['base_find'] = _find(cls, 'op_findattr')[0]
    result = {}
    exec compile(source, '<user slot %s of %s>' % (op, cls.__name__), 'exec') in namespace, result
    for function in result.values():
        function.__module__ = __name__
    if share:
        _shared[key] = result
    return result


def user_methods(cls, own=False):
    """name -> function for the body of a user subclass of `cls`.

    With `own`, no function is shared with other user classes: each knows where the map is."""
    methods = {}
    for special, op, template in _METHODS:
        methods.update(_generate(cls, special, op, template, own))
    return methods
