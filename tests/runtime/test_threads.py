"""Real threads (tests/runtime/threads.c): invariants, serialisability, waiting, memory."""
import itertools
import pytest
from stmlib import lib, ffi

COLLECT, INEVITABLE, EVERY_ALLOCATION, REPLACE, LEAVE = 1, 2, 4, 8, 16
LISTS, LONGEST = 6, 4096


def test_stack_is_restored():
    assert lib.x_stack() == 0


@pytest.mark.parametrize("flags", [0, COLLECT, INEVITABLE, REPLACE, LEAVE, COLLECT | INEVITABLE | REPLACE | LEAVE])
@pytest.mark.parametrize("threads,segments", [(2, 2), (4, 2), (4, 4)])
def test_money(threads, segments, flags):
    assert lib.x_money(threads, segments, 20000, 64, flags) == 0


def test_money_two_accounts():
    assert lib.x_money(4, 4, 10000, 2, COLLECT | REPLACE) == 0


def test_money_large_array():
    assert lib.x_money(3, 3, 3000, 3000, COLLECT | REPLACE) == 0


def test_money_collect_at_every_allocation():
    assert lib.x_money(3, 3, 5000, 50, EVERY_ALLOCATION | REPLACE | COLLECT | LEAVE) == 0


def check_serialisable(threads, iterations, records, order):
    """Builds the graph of who must come before whom, and looks for a cycle."""
    position = {}
    for i in range(LISTS):
        values = list(itertools.takewhile(lambda v: v >= 0, (order[i * LONGEST + j] for j in range(LONGEST))))
        assert len(set(values)) == len(values)
        for j, v in enumerate(values):
            position[i, j] = v
    after = [set() for _ in range(threads * iterations)]
    appended = 0
    for t in range(threads * iterations):
        if t % iterations:
            after[t - 1].add(t)                        # a thread's own order
        for i in range(LISTS):
            seen, at = records[(t * LISTS + i) * 2], records[(t * LISTS + i) * 2 + 1]
            if at >= 0:
                appended += 1
                assert position[i, at] == t, "transaction %d's append is lost" % t
                seen = at
                if (i, at + 1) in position:
                    after[t].add(position[i, at + 1])
            elif seen >= 0 and (i, seen) in position:
                after[t].add(position[i, seen])        # it did not see this one
            if seen > 0:
                after[position[i, seen - 1]].add(t)    # it saw this one
    assert appended == len(position)
    before = [0] * len(after)
    for a in after:
        for t in a:
            before[t] += 1
    ready = [t for t in range(len(after)) if before[t] == 0]
    n = 0
    while ready:
        t = ready.pop()
        n += 1
        for u in after[t]:
            before[u] -= 1
            if before[u] == 0:
                ready.append(u)
    assert n == len(after), "a cycle: not serialisable"


def test_the_checker_finds_a_cycle():
    records = [-1] * (2 * LISTS * 2)
    order = [-1] * (LISTS * LONGEST)
    records[1], records[2] = 0, 0                      # 0 appends to list 0, sees list 1 empty
    records[2 * LISTS], records[2 * LISTS + 3] = 0, 0  # 1 sees list 0 empty, appends to list 1
    order[0], order[LONGEST] = 0, 1
    with pytest.raises(AssertionError, match="cycle"):
        check_serialisable(2, 1, records, order)


@pytest.mark.parametrize("flags", [0, COLLECT, INEVITABLE, COLLECT | INEVITABLE | EVERY_ALLOCATION])
@pytest.mark.parametrize("threads,segments", [(2, 2), (4, 4), (5, 3)])
def test_list_append(threads, segments, flags):
    iterations = 1500
    records = ffi.new("int64_t[]", threads * iterations * LISTS * 2)
    order = ffi.new("int64_t[]", LISTS * LONGEST)
    assert lib.x_lists(threads, segments, iterations, flags, records, order) == 0
    check_serialisable(threads, iterations, ffi.unpack(records, len(records)), ffi.unpack(order, len(order)))


@pytest.mark.parametrize("threads,segments", [(2, 2), (4, 2), (3, 4)])
def test_lock(threads, segments):
    assert lib.x_lock(threads, segments, 300) == 0


@pytest.mark.parametrize("threads,segments", [(2, 2), (4, 4), (6, 2)])
def test_retry(threads, segments):
    assert lib.x_retry(threads, segments, 500) == 0


@pytest.mark.parametrize("flags", [0, INEVITABLE])
@pytest.mark.parametrize("threads,segments", [(2, 2), (4, 4), (4, 2)])
def test_ordered(threads, segments, flags):
    assert lib.x_ordered(threads, segments, 1000, flags) == 0


def test_allocation_does_not_grow_memory():
    assert 0 < lib.x_allocate(2, 2, 2 << 30) < 400 << 10


@pytest.mark.parametrize("several", [0, 1])
def test_live_objects_and_memory_given_back(several):
    out = ffi.new("int64_t[3]")
    assert lib.x_live(300 << 20, several, out) == 0
    before, full, after = out
    assert full - before > 300 << 10
    assert after - before < 100 << 10


@pytest.mark.parametrize("threads,flags", [(0, 0), (1, 0), (3, COLLECT | REPLACE)])
def test_fork(threads, flags):
    assert lib.x_fork(threads, 3, 20000, flags) == 0


@pytest.mark.parametrize("flags", [0, COLLECT, COLLECT | INEVITABLE | LEAVE])
@pytest.mark.parametrize("threads,segments", [(1, 1), (2, 2), (4, 3)])
def test_everything_at_once(threads, segments, flags):
    assert lib.x_everything(threads, segments, 10000, flags) == 0


def test_threads_coming_and_going():
    assert lib.x_coming_and_going(30) == 0


@pytest.mark.parametrize("threads,segments", [(2, 2), (3, 2), (4, 4)])
def test_loops_without_allocation(threads, segments):
    assert lib.x_idle_loops(threads, segments) == 0


def test_blocking_inside_atomic():
    assert lib.x_sleep_in_atomic() == 0


@pytest.mark.parametrize("threads", [1, 2, 4])
def test_events(threads):
    assert lib.x_events(threads) == 0
