"""The lock around a buffered stream: what threads see that wait for one that is always inside."""

import pytest

from interpreter import errors
from interpreter.eval import executioncontext
from interpreter.objects.root import W_Root
from interpreter.objects.wrap import newstr
from module._io import exclusive

ME, OTHER = 1, 2


class Stream(exclusive.Exclusive, W_Root):
    def op_repr(self):
        return newstr("stream")


class World(object):
    """Stands for the scheduler: `thread` runs; while it waits, the other one does `meanwhile`."""

    def __init__(self, monkeypatch):
        self.thread = ME
        self.waits = 0
        self.actions = lambda: None
        monkeypatch.setattr(exclusive.rthread, 'get_ident', lambda: self.thread)
        monkeypatch.setattr(exclusive.rstm, 'wait_for_change', self.wait)
        monkeypatch.setattr(executioncontext, 'getexecutioncontext', lambda: None)
        monkeypatch.setattr(executioncontext, 'check_actions', lambda context: self.actions())

    def wait(self, stream, timeout):
        assert stream.busy() and stream.owner != self.thread
        self.waits += 1
        assert self.waits < 3 * exclusive.PATIENCE, "starves"
        self.meanwhile(stream)
        return True

    def meanwhile(self, stream):
        stream.leave(True)
        if not stream.busy():
            self.enter(stream, OTHER)

    def enter(self, stream, thread):
        me, self.thread = self.thread, thread
        assert stream.enter()
        self.thread = me


@pytest.fixture
def world(monkeypatch):
    return World(monkeypatch)


def test_heir(world):
    stream = Stream()
    world.enter(stream, OTHER)
    assert stream.enter()
    assert stream.owner == ME and world.waits > exclusive.PATIENCE // 2
    with pytest.raises(errors.OperationError):          # inside already
        stream.enter()
    stream.leave(True)
    assert not stream.busy()


def test_heir_that_is_interrupted(world):
    def interrupt():
        assert stream.heir != ME and stream.owner != ME        # a handler may enter, or wait for the others
        if world.waits > exclusive.PATIENCE + 1:
            raise errors.runtime_error("interrupted")
    stream = Stream()
    world.enter(stream, OTHER)
    world.meanwhile = lambda stream: None
    world.actions = interrupt
    with pytest.raises(errors.OperationError):
        stream.enter()
    assert world.waits > 1 and stream.heir == 0 and stream.owner == OTHER
    stream.leave(True)
    assert not stream.busy()


def test_heir_is_not_in_the_child_process(world):
    stream = Stream()
    world.enter(stream, OTHER)
    stream.heir = 3
    exclusive.forks.count += 1
    assert not stream.busy() and stream.enter()
    stream.leave(True)
    assert not stream.busy()
