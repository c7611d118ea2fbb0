"""The hash table behind dict and set, against Python 2's own: random histories; module dictionaries and their cells."""

import random
from collections import OrderedDict

import pytest

from interpreter.typedef import finish_typedefs

finish_typedefs()

from interpreter.objects.dict import W_Dict, newdict, newmoduledict
from interpreter.objects.int import newint
from interpreter.objects.str import newstr
from interpreter.objects.wrap import newset


def content(w_dict):
    return [(w_key.intval, w_dict.getitem(w_key).intval) for w_key in w_dict.keys_w()]


@pytest.mark.parametrize('seed', range(30))
def test_random_history(seed):
    rng = random.Random(seed)
    w_dict, model = newdict(), OrderedDict()
    keys = rng.choice([5, 12, 40, 300])
    for _ in range(600):
        key = rng.randrange(keys)
        action = rng.random()
        if action < 0.5:
            value = rng.randrange(1000)
            w_dict.setitem(newint(key), newint(value))
            model[key] = value
        elif action < 0.85:
            assert w_dict.delitem(newint(key)) == (model.pop(key, None) is not None)
        elif action < 0.87:
            w_dict = w_dict.copy()
        elif action < 0.88:
            w_dict.clear()
            model.clear()
        w_value = w_dict.getitem(newint(key))
        assert (None if w_value is None else w_value.intval) == model.get(key)
        assert w_dict.length() == len(model)
        for w_each in w_dict.keys_w()[:3]:
            assert w_dict.key_at(w_dict.find_identical(w_each, w_each.op_hash())) is w_each
    assert content(w_dict) == model.items()


def test_same_hash():
    # all keys fall into one chain: 2**61 - 1 is the modulus of int hashes
    step = 1 << 40
    w_dict = newdict()
    for i in range(200):
        w_dict.setitem(newint(i * step), newint(i))
    for i in range(0, 200, 2):
        assert w_dict.delitem(newint(i * step))
    assert [w_value.intval for w_value in w_dict.values_w()] == range(1, 200, 2)
    for i in range(200):
        assert (w_dict.getitem(newint(i * step)) is None) == (i % 2 == 0)


def test_str_keys_with_and_without_box():
    w_dict = newdict()
    for i in range(50):
        w_dict.setitem_str('key%d' % i, newint(i))
    assert w_dict.getitem(newstr('key7')).intval == 7
    w_dict.setitem(newstr('key7'), newint(70))
    assert w_dict.getitem_str('key7').intval == 70
    assert w_dict.getitem_str('nokey') is None
    assert w_dict.delitem_str('key7') and not w_dict.delitem_str('key7')
    assert w_dict.length() == 49


def test_setting_an_existing_key_writes_its_value_only():
    w_dict = newdict()
    for i in range(20):
        w_dict.setitem(newint(i), newint(i))
    index, hashes, keys = w_dict.index[:], w_dict.hashes[:], w_dict.entries[0::2]
    before = w_dict.used, w_dict.fill, w_dict.index, w_dict.entries
    w_dict.setitem(newint(5), newint(55))
    assert (w_dict.used, w_dict.fill) == before[:2] and w_dict.index is before[2] and w_dict.entries is before[3]
    assert w_dict.index == index and w_dict.hashes == hashes
    assert all(a is b for a, b in zip(w_dict.entries[0::2], keys))


def test_cells():
    w_dict = newmoduledict()
    cell = w_dict.getcell('x', True)
    assert cell.w_value is None and w_dict.length() == 0 and w_dict.keys_w() == []
    assert w_dict.getitem_str('x') is None and not w_dict.delitem_str('x')
    w_dict.setitem_str('y', newint(1))
    w_dict.setitem_str('x', newint(2))
    assert w_dict.getcell('x', False) is cell and cell.w_value.intval == 2
    assert [w_key._utf8 for w_key in w_dict.keys_w()] == ['y', 'x'] and w_dict.length() == 2
    assert w_dict.delitem_str('y') and w_dict.length() == 1
    w_dict.setitem_str('y', newint(3))            # comes back at the end
    assert [w_key._utf8 for w_key in w_dict.keys_w()] == ['x', 'y'] and w_dict.length() == 2
    w_dict.clear()
    assert cell.w_value is None and w_dict.length() == 0 and w_dict.getcell('x', False) is cell
    assert w_dict.getcell('z', False) is None
    w_plain = w_dict.copy()
    assert not w_plain.has_cells and w_plain.length() == 0


@pytest.mark.parametrize('seed', range(10))
def test_random_history_of_a_module_dictionary(seed):
    rng = random.Random(seed)
    w_dict, model = newmoduledict(), OrderedDict()
    for _ in range(300):
        name = 'n%d' % rng.randrange(25)
        action = rng.random()
        if action < 0.4:
            value = rng.randrange(1000)
            w_dict.setitem_str(name, newint(value))
            model[name] = value
        elif action < 0.7:
            assert w_dict.delitem_str(name) == (model.pop(name, None) is not None)
        elif action < 0.8:
            cell = w_dict.getcell(name, True)
            assert (cell.w_value is None) == (name not in model)
        assert w_dict.length() == len(model)
        assert [w_key._utf8 for w_key in w_dict.keys_w()] == list(model)


def test_set():
    w_set = newset([newint(i % 7) for i in range(30)])
    assert w_set.used == 7
    w_set.add(newint(100))
    assert w_set.has_hashed(newint(100), newint(100).op_hash())
