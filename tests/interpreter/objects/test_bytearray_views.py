"""A bytearray keeps its size while a memoryview of it is reachable and not released."""
from __future__ import absolute_import

import pytest

import expressions          # noqa: finishes the types
from interpreter.errors import OperationError
from interpreter.objects.bytearray import newbytearray
from interpreter.objects.int import newint
from interpreter.objects.memoryview import memoryview_of


def refuses(w_array):
    with pytest.raises(OperationError) as raised:
        w_array.m_append(newint(33))
    assert raised.value.w_exc.gettype().name == 'BufferError'
    return True


def test_released():
    w_array = newbytearray('abc')
    w_view = memoryview_of(w_array)
    assert refuses(w_array)
    w_view.drop()
    w_array.m_append(newint(33))
    assert w_array.as_str() == 'abc!' and w_array.views == []


def test_unreachable():
    w_array = newbytearray('abc')
    w_view = memoryview_of(w_array)
    w_part = memoryview_of(w_view)
    assert refuses(w_array)
    w_view.drop()
    assert refuses(w_array)             # the second view still shows it
    w_view = w_part = None
    w_array.m_append(newint(33))
    assert w_array.as_str() == 'abc!'


def test_items_may_change():
    w_array = newbytearray('abc')
    w_view = memoryview_of(w_array)
    w_array.set_slice(0, 1, 3, 'xyz')
    assert w_view.content() == 'xyz' and refuses(w_array)


def test_forgets_the_dead():
    w_array = newbytearray('abc')
    for _ in range(100):
        memoryview_of(w_array)
    assert len(w_array.views) < 20
