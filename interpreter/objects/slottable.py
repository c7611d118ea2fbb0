"""The special methods that correspond to slots of W_Root: their names, kinds and signatures.

`interpreter.objects.wrappers` derives the special methods of built-in types from this table, and
`interpreter.objects.userslots` the slots of user classes.
"""

from interpreter.objects.root import BINARY_OPS, COMPARE_OPS

# kind: how the slot is written down as a method
#   unary     slot() -> W_Root or None          object   slot() -> W_Root         binary   slot(w_other) -> W_Root
#   int, bool: slot() -> RPython int, bool      others have a kind of their own
SLOTS = [
    # special method, slot, kind, parameters
    ('__repr__', 'op_repr', 'object', '(self, /)'),
    ('__str__', 'op_str', 'object', '(self, /)'),
    ('__hash__', 'op_hash', 'hash', '(self, /) -> int'),
    ('__bool__', 'op_bool', 'bool', '(self, /) -> bool'),
    ('__len__', 'op_len', 'len', '(self, /) -> int'),
    ('__getattribute__', 'op_getattribute', 'getattribute', '(self, name, /)'),
    ('__setattr__', 'op_setattr', 'setattr', '(self, name, value, /) -> None'),
    ('__delattr__', 'op_delattr', 'delattr', '(self, name, /) -> None'),
    ('__get__', 'op_get', 'get', '(self, instance, owner=None, /)'),
    ('__set__', 'op_set', 'set', '(self, instance, value, /) -> None'),
    ('__delete__', 'op_delete', 'delete', '(self, instance, /) -> None'),
    ('__call__', 'op_call', 'call', None),
    ('__iter__', 'op_iter', 'object', '(self, /)'),
    ('__next__', 'op_next', 'next', '(self, /)'),
    ('__getitem__', 'op_getitem', 'binary', '(self, key, /)'),
    ('__setitem__', 'op_setitem', 'set', '(self, key, value, /) -> None'),
    ('__delitem__', 'op_delitem', 'delete', '(self, key, /) -> None'),
    ('__contains__', 'op_contains', 'contains', '(self, key, /) -> bool'),
    ('__format__', 'op_format', 'format', '(self, format_spec, /)'),
    ('__int__', 'op_int', 'object', '(self, /)'),
    ('__float__', 'op_float', 'object', '(self, /)'),
    ('__complex__', 'op_complex', 'object', '(self, /)'),
    ('__index__', 'op_index', 'object', '(self, /)'),
    ('__neg__', 'op_neg', 'object', '(self, /)'),
    ('__pos__', 'op_pos', 'object', '(self, /)'),
    ('__invert__', 'op_invert', 'object', '(self, /)'),
    ('__abs__', 'op_abs', 'object', '(self, /)'),
]

for _name, _symbol in BINARY_OPS:
    if _name == 'pow':
        SLOTS.append(('__pow__', 'op_pow', 'pow', '(self, value, mod=None, /)'))
        SLOTS.append(('__rpow__', 'op_rpow', 'rpow', '(self, value, mod=None, /)'))
    elif _name == 'divmod':
        SLOTS.append(('__divmod__', 'op_divmod', 'binary', '(self, value, /)'))
        SLOTS.append(('__rdivmod__', 'op_rdivmod', 'binary', '(self, value, /)'))
        continue
    else:
        SLOTS.append(('__%s__' % _name, 'op_' + _name, 'binary', '(self, value, /)'))
        SLOTS.append(('__r%s__' % _name, 'op_r' + _name, 'binary', '(self, value, /)'))
    SLOTS.append(('__i%s__' % _name, 'op_i' + _name, 'binary', '(self, value, /)'))
for _name, _symbol in COMPARE_OPS:
    SLOTS.append(('__%s__' % _name, 'op_' + _name, 'compare', '(self, value, /)'))

N_SLOTS = len(SLOTS)
SLOT_NAMES = [_slot[0] for _slot in SLOTS]
OP_NAMES = [_slot[1] for _slot in SLOTS]
slot_number = dict([(_name, _i) for _i, _name in enumerate(SLOT_NAMES)])


# ____________________________________________________________
# what help() shows of the slot wrappers

_DOCS = {
    '__repr__': "Return repr(self).",
    '__str__': "Return str(self).",
    '__hash__': "Return hash(self).",
    '__bool__': "True if self else False",
    '__len__': "Return len(self).",
    '__getattribute__': "Return getattr(self, name).",
    '__setattr__': "Implement setattr(self, name, value).",
    '__delattr__': "Implement delattr(self, name).",
    '__get__': "Return an attribute of instance, which is of type owner.",
    '__set__': "Set an attribute of instance to value.",
    '__delete__': "Delete an attribute of instance.",
    '__call__': "Call self as a function.",
    '__iter__': "Implement iter(self).",
    '__next__': "Implement next(self).",
    '__getitem__': "Return self[key].",
    '__setitem__': "Set self[key] to value.",
    '__delitem__': "Delete self[key].",
    '__contains__': "Return key in self.",
    '__format__': "Default object formatter.",
    '__int__': "int(self)",
    '__float__': "float(self)",
    '__complex__': "Convert this value to exact type complex.",
    '__index__': "Return self converted to an integer, if self is suitable for use as an index into a list.",
    '__neg__': "-self",
    '__pos__': "+self",
    '__invert__': "~self",
    '__abs__': "abs(self)",
    '__pow__': "Return pow(self, value, mod).",
    '__rpow__': "Return pow(value, self, mod).",
    '__ipow__': "Return self**=value.",
    '__divmod__': "Return divmod(self, value).",
    '__rdivmod__': "Return divmod(value, self).",
}
for _name, _symbol in BINARY_OPS:
    _DOCS.setdefault('__%s__' % _name, "Return self%svalue." % _symbol)
    _DOCS.setdefault('__r%s__' % _name, "Return value%sself." % _symbol)
    _DOCS.setdefault('__i%s__' % _name, "Return self%s=value." % _symbol)
for _name, _symbol in COMPARE_OPS:
    _DOCS['__%s__' % _name] = "Return self%svalue." % _symbol


def slot_doc(name):
    """(name of a special method in SLOTS) -> str"""
    return _DOCS[name]
