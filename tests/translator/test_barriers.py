"""Barriers, counted in the C code of target_barriers.py."""
import re
import pytest

import support


@pytest.fixture(scope='module')
def code():
    support.build('barriers', 'stm')
    return lambda name: support.c_function('barriers', 'stm', name)


def calls(text):
    """{barrier: how many} in the text of a C function."""
    found = {}
    for name in re.findall(r'\b(stm_\w+|rpystm_raw_write|rpystm_write_\w+)\(', text):
        if name.startswith(('stm_read', 'stm_write', 'stm_become', 'rpystm_')):
            found[name] = found.get(name, 0) + 1
    return found


@pytest.mark.parametrize('name, expected', [
    ('read_one', {'stm_read': 1}),
    ('read_two_fields', {'stm_read': 1}),
    ('read_immutable', {}),
    ('read_immutable_array', {}),
    ('read_around_break', {'stm_read': 2}),
    ('write_one', {'stm_write': 1}),
    ('write_two_fields', {'stm_write': 1}),
    ('write_around_malloc', {'stm_write': 2}),
    ('write_both_ways', {'stm_write': 2}),
    ('write_one_way', {'stm_write': 2}),
    ('read_item', {'stm_read': 2}),      # the list's fields, the item
    ('string_chars', {}),
    ('raw_fresh', {}),
    ('raw_unknown', {'rpystm_raw_write': 1}),
    ('irrevocable', {'stm_become_inevitable': 1}),
])
def test_count(code, name, expected):
    assert calls(code(name)) == expected


def test_malloc_keeps_read_marks(code):
    found = calls(code('read_around_malloc'))
    assert found['stm_read'] == 1        # of a; the new object needs none


def test_loop_marks_once_each_time(code):
    assert calls(code('read_in_loop')).get('stm_read', 0) <= 1


def test_new_object_needs_nothing(code):
    text = code('new_object')
    assert 'rpystm_malloc(' in text
    assert calls(text) == {}


def test_item_is_marked_at_its_own_address(code):
    text = code('read_item')
    assert re.search(r'stm_read\(&RPyItem\(', text)
    text = code('write_item')
    assert re.search(r'stm_write_item\(\w+, &RPyItem\(', text)


def test_frame_is_not_read(code):
    found = calls(code('frame_access'))
    assert 'stm_read' not in found
    assert found == {'stm_write': 1, 'rpystm_write_private_item': 1}


def test_report():
    support.build('barriers', 'stm', '--list-inevitable')
    log = support.log_of('barriers', 'stm')
    assert 'turns irrevocable: C function putenv' in log
    assert 'may   raw_unknown: store into Array' in log
    assert 'raw_fresh:' not in log


def test_runs():
    outputs = [support.run(support.build('barriers', mode))
               for mode in ('stock', 'stm')]
    assert outputs[0] == outputs[1]
    assert outputs[0][1] == 0
