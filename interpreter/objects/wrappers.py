"""Special methods of built-in types, derived from the slots that their RPython classes override.  Not RPython; what it makes is."""

from interpreter import gateway, ops
from interpreter.errors import type_error, stop_iteration
from interpreter.gateway import BuiltinCode
from interpreter.objects.root import W_Root, w_None, w_NotImplemented
from interpreter.objects.slottable import SLOTS, slot_doc


class SlotCode(BuiltinCode):
    """The code of a slot wrapper: a wrong number of arguments is worded as CPython's wrappers do."""
    _immutable_fields_ = ['unpacks']
    unpacks = False

    def call_args(self, args_w, kwnames):
        if self.is_raw:
            return self.raw(args_w, kwnames)
        nkw = 0 if kwnames is None else len(kwnames)
        given = len(args_w) - nkw - 1
        if nkw > 0:
            raise type_error("wrapper %s() takes no keyword arguments" % self.name)
        if given < self.min - 1 or given > self.size - 1:
            if self.unpacks:
                raise type_error(self.unpack_message(given))
            if self.min == self.size:
                raise type_error("expected %d argument%s, got %d" % (self.min - 1, "" if self.min == 2 else "s", given))
            raise type_error(self.unpack_message(given))
        return BuiltinCode.call_args(self, args_w, None)

    def unpack_message(self, given):
        """Of the wrappers for which CPython unpacks the arguments as those of a function without a name."""
        if self.min == self.size:
            quantity, bound = "", self.size - 1
        elif given < self.min - 1:
            quantity, bound = "at least ", self.min - 1
        else:
            quantity, bound = "at most ", self.size - 1
        return " expected %s%d argument%s, got %d" % (quantity, bound, "" if bound == 1 else "s", given)


_UNPACKING = ('repeat', 'set', 'setattr', 'object_setattr', 'pow', 'rpow', 'get')
_ADAPTERS = {
    'object': '''
def adapter(self):
    w_result = slot(self)
    if w_result is None:
        return w_NotImplemented
    return w_result
''',
    'plain1': '''
def adapter(self):
    return slot(self)
''',
    'binary': '''
def adapter(self, w_other):
    return slot(self, w_other)
''',
    'concat': '''
def adapter(self, w_other):
    w_result = slot(self, w_other)
    if w_result is w_NotImplemented:
        error = self.op_concat_error(w_other)
        if error is not None:
            raise error
    return w_result
''',
    'repeat': '''
def adapter(self, w_count):
    return slot(self, ops.index(w_count))
''',
    'pow': '''
def adapter(self, w_other, w_third):
    if w_third is w_None:
        return slot(self, w_other)
    return slot3(self, w_other, w_third)
''',
    'rpow': '''
def adapter(self, w_other, w_third):
    if w_third is w_None:
        return slot(self, w_other)
    return w_other.op_pow3(self, w_third)
''',
    'getattribute': '''
def adapter(self, w_name):
    return slot(self, ops.attribute_name(w_name))
''',
    'setattr': '''
def adapter(self, w_name, w_value):
    slot(self, ops.attribute_name(w_name), w_value)
''',
    'delattr': '''
def adapter(self, w_name):
    slot(self, ops.attribute_name(w_name))
''',
    'object_setattr': '''
def adapter(self, w_name, w_value):
    check_no_type(self, '__setattr__')
    slot(self, ops.attribute_name(w_name), w_value)
''',
    'object_delattr': '''
def adapter(self, w_name):
    check_no_type(self, '__delattr__')
    slot(self, ops.attribute_name(w_name))
''',
    'get': '''
def adapter(self, w_obj, w_type):
    if w_obj is w_None:
        w_obj = None
    if w_type is w_None:
        w_type = None
    if w_obj is None and w_type is None:
        raise type_error("__get__(None, None) is invalid")
    return slot(self, w_obj, w_type)
''',
    'set': '''
def adapter(self, w_key, w_value):
    slot(self, w_key, w_value)
''',
    'delete': '''
def adapter(self, w_key):
    slot(self, w_key)
''',
    'next': '''
def adapter(self):
    w_result = slot(self)
    if w_result is None:
        raise exhausted(self)
    return w_result
''',
    'format': '''
def adapter(self, w_spec):
    return slot(self, ops.str_argument(w_spec, '__format__() argument'))
''',
    'call': '''
def adapter(args_w, kwnames):
    w_self = args_w[0]
    assert isinstance(w_self, owner)
    return slot(w_self, args_w[1:], kwnames)
''',
}
for _kind in ('hash', 'bool', 'len'):
    _ADAPTERS[_kind] = _ADAPTERS['plain1']
for _kind in ('compare', 'contains'):
    _ADAPTERS[_kind] = _ADAPTERS['binary']


def check_no_type(w_obj, name):
    """object.__setattr__ may not change a class behind its metaclass's back."""
    from interpreter.objects.type import W_Type
    if isinstance(w_obj, W_Type):
        raise type_error("can't apply this %s to %s object" % (name, w_obj.gettype().name))


# several layouts of one type: the adapter of the layout that self has
_CHOICE = '''
def choose(self{parameters}):
    if isinstance(self, first):
        return slot_first(self{parameters})
    assert isinstance(self, second)
    return slot_second(self{parameters})
'''


def layouts_of(cls):
    """The concrete RPython classes behind a type: the class itself, unless it names others in `_layouts_`."""
    return cls.__dict__.get('_layouts_', (cls,))


def layout_class(typedef):
    """The RPython class of the instances: typedef.cls, unless that class only names a type (`_layout_`)."""
    return typedef.cls.__dict__.get('_layout_', typedef.cls)


def find_slot(cls, op, stop):
    """The function that `cls` has for slot `op`, looking at its bases up to W_Root or a class in `stop` (exclusive); None if none has."""
    for base in cls.__mro__:
        if base in stop or base is W_Root:
            return None
        if op in base.__dict__:
            return base.__dict__[op]
    return None


def _slot_function(cls, op, stop, is_object):
    """One function that does slot `op` for all layouts of cls; None where the class inherits it."""
    if is_object:
        return W_Root.__dict__[op]
    layouts = layouts_of(cls)
    found = [find_slot(layout, op, stop) for layout in layouts]
    if found == [None] * len(found):
        return None
    if len(layouts) == 1 or len(set(found)) == 1:
        return found[0]
    assert len(layouts) == 2 and None not in found, (cls, op)
    parameters = ''.join([', ' + name for name in found[0].func_code.co_varnames[1:found[0].func_code.co_argcount]])
    namespace = {'first': layouts[0], 'second': layouts[1], 'slot_first': found[0], 'slot_second': found[1]}
    exec _CHOICE.replace('{parameters}', parameters) in namespace
    return namespace['choose']


# slots that object shows
_OF_OBJECT = ['__repr__', '__str__', '__hash__', '__getattribute__', '__setattr__', '__delattr__', '__format__', '__lt__', '__le__',
              '__eq__', '__ne__', '__gt__', '__ge__']
# slots that CPython has as plain methods
_AS_METHODS = ['__format__', '__complex__']


def slot_codes(typedef, is_object=False):
    """[(name, code, is a plain method)] of the special methods that a built-in type gets from its slots."""
    cls = typedef.cls
    stop = ()
    if typedef.base is not None:
        stop = (typedef.base.cls,) + tuple(layouts_of(typedef.base.cls))
    hidden = cls.__dict__.get('_hidden_slots_', [])
    result = []
    if '_layout_' in cls.__dict__:
        return result
    for name, op, kind, parameters in SLOTS:
        if name in hidden or (is_object and name not in _OF_OBJECT):
            continue
        if name == '__hash__' and typedef.unhashable:
            continue
        slot = _slot_function(cls, op, stop, is_object)
        if slot is None:
            continue
        if name == '__bool__' and find_slot(layouts_of(cls)[0], 'op_len', ()) is not None and '_shows_bool_' not in cls.__dict__:
            continue
        result.append((name, make_code(typedef, cls if not is_object else W_Root, name, slot, kind, parameters),
                       name in _AS_METHODS))
    return result


def exhausted(w_iterator):
    """The StopIteration at the end of an iterator; that of a generator has a value."""
    from interpreter.objects.generator import W_Resumable
    if isinstance(w_iterator, W_Resumable):
        return w_iterator.stop()
    return stop_iteration(None)


def make_code(typedef, owner, name, slot, kind, parameters):
    namespace = {'slot': slot, 'owner': owner, 'ops': ops, 'w_None': w_None, 'w_NotImplemented': w_NotImplemented,
                 'type_error': type_error, 'exhausted': exhausted, 'check_no_type': check_no_type}
    if owner is W_Root and kind in ('setattr', 'delattr'):
        kind = 'object_' + kind
    if name == '__add__' and find_slot(typedef.cls, 'op_concat_error', ()) is not None:
        kind = 'concat'
    if name in ('__mul__', '__rmul__', '__imul__') and find_slot(typedef.cls, 'is_repeatable', ()) is not None:
        kind = 'repeat'
    if kind == 'pow':
        namespace['slot3'] = _slot_function(owner, 'op_pow3', (), False) or W_Root.__dict__['op_pow3']
    exec compile(_ADAPTERS[kind], '<slot wrapper %s of %s>' % (name, typedef.name), 'exec') in namespace
    adapter = namespace['adapter']
    adapter.func_name = 'adapter_%s_%s' % (name, owner.__name__)
    doc = adapter.__doc__ = slot_doc(name)
    if kind == 'call':
        code = SlotCode(name, doc, '($self, /, *args, **kwargs)', None)
        code.raw = adapter
    else:
        built = gateway.build_code(adapter, name + parameters, owner=owner, kind='method')
        if name in _AS_METHODS:
            code = built
        else:
            code = SlotCode(name, doc, built.text_signature, built.signature)
            code.unpacks = kind in _UNPACKING
            for field in ('f0', 'f1', 'f2', 'f3', 'f4', 'fn'):
                setattr(code, field, getattr(built, field))
    code.qualname = '%s.%s' % (typedef.name.split('.')[-1], name)
    return code
