"""rstm.py run by Python 2.7 directly: the GIL's meaning of everything."""
import py
import thread
import time

from rpython_stm import rstm


class Box(object):
    value = 0


def test_which_world():
    assert not rstm.we_are_stm()
    assert rstm.is_inevitable()
    assert rstm.segment_limit() == 1
    assert rstm.set_segment_limit(4) == 1
    assert rstm.segment_number() == 0
    assert [rstm.stat(i) for i in range(len(rstm.STATS))] == [0] * len(rstm.STATS)


def test_break_and_serial():
    before = rstm.transaction_serial()
    rstm.break_transaction_if_due()
    assert rstm.transaction_serial() == before
    rstm.hint_commit_soon()
    rstm.break_transaction_if_due()
    assert rstm.transaction_serial() == before + 1
    rstm.break_transaction()
    assert rstm.transaction_serial() == before + 2


def test_atomic_holds_back_the_break():
    before = rstm.transaction_serial()
    rstm.atomic_enter()
    rstm.atomic_enter()
    assert rstm.atomic_level() == 2
    rstm.atomic_leave()
    rstm.break_transaction()
    assert rstm.transaction_serial() == before
    rstm.atomic_leave()
    rstm.break_transaction()
    assert rstm.transaction_serial() == before + 1


def test_on_commit_runs_after_the_transaction():
    log = []
    class Hook(rstm.CommitHook):
        def __init__(self, n):
            self.n = n
        def run(self):
            log.append(self.n)
    rstm.on_commit(Hook(1))
    rstm.on_commit(Hook(2))
    rstm.run_committed_hooks()
    assert log == []
    assert rstm.pending_hooks() == 2
    rstm.break_transaction_if_due()
    assert log == [1, 2]
    assert rstm.pending_hooks() == 0


def test_retry_needs_stm():
    py.test.raises(rstm.CannotRetry, rstm.retry)
    py.test.raises(rstm.CannotRetry, rstm.abort_and_retry)


def test_cache():
    cache = rstm.Cache(Box, 8)
    other = rstm.Cache(Box, 8)
    b = Box()
    assert cache.get(5) is None
    cache.set(5 + 8, b)
    assert cache.get(5) is b
    assert other.get(5) is None
    cache.clear()
    assert cache.get(5) is None


def test_wait_for_change():
    box = Box()
    def other():
        time.sleep(0.05)
        box.value = 42
        rstm.notify_change(box)
    thread.start_new_thread(other, ())
    while box.value == 0:
        assert rstm.wait_for_change(box, -1)
    assert box.value == 42


def test_wait_for_change_timeout():
    start = time.time()
    assert not rstm.wait_for_change(Box(), 20000)
    assert time.time() - start >= 0.02
    assert rstm._gil.waiters == []


def test_wait_while_atomic():
    rstm.atomic_enter()
    try:
        py.test.raises(rstm.CannotRetry, rstm.wait_for_change, Box(), 10)
    finally:
        rstm.atomic_leave()


def test_turn():
    turn = rstm.Turn()
    log = []
    def other():
        turn.begin(1)
        log.append(1)
        turn.done()
    thread.start_new_thread(other, ())
    time.sleep(0.02)
    assert turn.begin(0)
    assert log == []
    log.append(0)
    turn.done()
    assert turn.begin(2)
    assert log == [0, 1]
    turn.skip()
    assert turn.current() == 3
