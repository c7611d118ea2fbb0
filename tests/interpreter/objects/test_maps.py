"""Maps of instances, user subclasses of built-in types, and the version tags of classes."""

import pytest

from interpreter.typedef import finish_typedefs

finish_typedefs()

from interpreter import ops
from interpreter.errors import OperationError
from interpreter.objects.dict import newdict
from interpreter.objects.instance import INLINE, MAX_ATTRIBUTES, W_Instance
from interpreter.objects.int import W_AbstractInt, W_Long, newbigint, newint
from interpreter.objects.list import W_List
from interpreter.objects.object import W_Object
from interpreter.objects.str import newstr
from interpreter.objects.tuple import newtuple
from interpreter.objects.type import W_Type
from rpython.rlib.rbigint import rbigint


def make_class(name, bases_w=None, **namespace):
    w_namespace = newdict()
    w_namespace.setitem_str('__module__', newstr('test'))
    for key, w_value in namespace.items():
        w_namespace.setitem_str(key, w_value)
    return W_Type.typedef.w_type.op_call([newstr(name), newtuple(bases_w or [W_Object.typedef.w_type]), w_namespace], None)


def attributes(w_obj):
    return [w_key._utf8 for w_key in w_obj.getdict().keys_w()]


def test_same_history_same_map():
    w_class = make_class('C')
    w_a, w_b, w_c = w_class.call0(), w_class.call0(), w_class.call0()
    assert w_a.__class__ is W_Instance and w_a.map is w_class.root_map
    for w_obj in (w_a, w_b):
        ops.setattr(w_obj, 'x', newint(1))
        ops.setattr(w_obj, 'y', newint(2))
    ops.setattr(w_c, 'y', newint(2))
    ops.setattr(w_c, 'x', newint(1))
    assert w_a.map is w_b.map and w_a.map is not w_c.map
    assert w_a.map.find('x') == 0 and w_a.map.find('y') == 1 and w_a.map.find('z') == -1
    ops.setattr(w_a, 'x', newint(9))
    assert w_a.map is w_b.map and ops.getattr(w_a, 'x').intval == 9 and ops.getattr(w_b, 'x').intval == 1


def test_delete():
    w_obj = make_class('C').call0()
    names = ['a%d' % i for i in range(INLINE + 4)]
    for i, name in enumerate(names):
        ops.setattr(w_obj, name, newint(i))
    ops.delattr(w_obj, names[2])
    ops.delattr(w_obj, names[INLINE + 1])
    with pytest.raises(OperationError):
        ops.delattr(w_obj, names[2])
    for i, name in enumerate(names):
        w_value = ops.getattr_or_none(w_obj, name)
        assert (w_value is None) if i in (2, INLINE + 1) else w_value.intval == i
    assert attributes(w_obj) == [name for i, name in enumerate(names) if i not in (2, INLINE + 1)]


def test_real_dictionary():
    w_obj = make_class('C').call0()
    ops.setattr(w_obj, 'x', newint(1))
    w_dict = ops.getattr(w_obj, '__dict__')
    assert w_obj.map.dict_index >= 0
    ops.setattr(w_obj, 'y', newint(2))
    w_dict.setitem_str('z', newint(3))
    assert ops.getattr(w_obj, 'x').intval == 1 and ops.getattr(w_obj, 'z').intval == 3
    assert attributes(w_obj) == ['x', 'y', 'z'] and ops.getattr(w_obj, '__dict__') is w_dict
    w_other = newdict()
    ops.setattr(w_obj, '__dict__', w_other)
    assert ops.getattr_or_none(w_obj, 'x') is None


def test_many_attributes():
    w_obj = make_class('C').call0()
    for i in range(MAX_ATTRIBUTES + 20):
        ops.setattr(w_obj, 'a%d' % i, newint(i))
    assert w_obj.map.dict_index >= 0
    for i in range(MAX_ATTRIBUTES + 20):
        assert ops.getattr(w_obj, 'a%d' % i).intval == i


def test_slots_keep_their_places():
    w_class = make_class('C', __slots__=newtuple([newstr('p'), newstr('q'), newstr('__dict__')]))
    w_obj = w_class.call0()
    ops.setattr(w_obj, 'q', newint(1))
    ops.setattr(w_obj, 'x', newint(2))
    ops.setattr(w_obj, 'y', newint(3))
    ops.delattr(w_obj, 'x')
    assert ops.getattr(w_obj, 'q').intval == 1 and ops.getattr_or_none(w_obj, 'p') is None
    ops.getattr(w_obj, '__dict__')
    ops.setattr(w_obj, 'p', newint(4))
    assert ops.getattr(w_obj, 'p').intval == 4 and ops.getattr(w_obj, 'q').intval == 1 and attributes(w_obj) == ['y']


def test_class_assignment():
    w_a, w_b = make_class('A'), make_class('B')
    w_obj = w_a.call0()
    ops.setattr(w_obj, 'x', newint(1))
    ops.setattr(w_obj, '__class__', w_b)
    assert w_obj.gettype() is w_b and ops.getattr(w_obj, 'x').intval == 1
    assert w_obj.map is w_b.root_map.add('x')


def test_subclass_of_list():
    w_class = make_class('L', [W_List.typedef.w_type])
    w_obj = w_class.call1(newtuple([newint(1), newint(2)]))
    assert isinstance(w_obj, W_List) and w_obj.gettype() is w_class and ops.len(w_obj) == 2
    assert w_class.slots().methods_w == [None] * len(w_class.slots().methods_w)      # nothing is overridden
    ops.setattr(w_obj, 'x', newint(3))
    assert ops.getattr(w_obj, 'x').intval == 3


def test_subclass_of_int_over_both_layouts():
    w_class = make_class('I', [W_AbstractInt.typedef.w_type])
    w_small = w_class.call1(newint(5))
    w_big = w_class.call1(newbigint(rbigint.fromlong(10 ** 30)))
    assert w_small.gettype() is w_class and w_big.gettype() is w_class and isinstance(w_big, W_Long)
    assert ops.repr_w(ops.add(w_big, w_small)) == str(10 ** 30 + 5)


def test_versions():
    w_base = make_class('B')
    w_derived = make_class('D', [w_base])
    before = w_derived.version
    assert w_derived.lookup('x') is None
    ops.setattr(w_base, 'x', newint(1))
    assert w_derived.version is not before and w_derived.lookup('x').intval == 1
    before = w_derived.version
    ops.setattr(w_derived, 'y', newint(1))
    assert w_derived.version is not before
    before = w_base.version
    ops.setattr(w_derived, 'y', newint(2))
    assert w_base.version is before


def test_only_special_methods_touch_the_slots():
    w_class = make_class('C')
    table = w_class.slots()
    ops.setattr(w_class, 'count', newint(1))
    assert w_class.slots() is table
    ops.setattr(w_class, '__len__', newint(1))
    assert w_class.slots() is not table
