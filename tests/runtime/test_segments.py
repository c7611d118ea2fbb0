"""Several segments driven from one thread, step by step: isolation, conflicts, granules, collections in between."""
import pytest
from stmlib import lib, ffi, Image, STRUCT, REFS, WORDS, WEAKREF, DESTRUCTOR, TRIPLES, CONFLICT, BLOCKED


@pytest.fixture
def two(heap):
    """Two segments; slot 0 a struct, 1 a small word array, 2 a small pointer array, 3 a large word array, 4 an array of
    triples, all prebuilt."""
    image = Image()
    objects = [image.struct(1), image.array(WORDS, 2, [0] * 40), image.array(REFS, 3, [0] * 40),
               image.array(WORDS, 4, [0] * 4000), image.array(TRIPLES, 5, [0] * 120)]
    heap(segments=2, image=image)
    for k in (1, 2):
        lib.t_switch(k)
        for i, p in enumerate(objects):
            lib.t_set_slot(i, p)
    for k in (1, 2):
        lib.t_switch(k)
        lib.t_start()


def at(k, function, *args):
    lib.t_switch(k)
    return function(*args)


def test_isolation_and_commit(two):
    assert at(1, lib.t_write, 0, 5, 42) == 0
    assert at(1, lib.t_read, 0, 5) == 42
    assert at(2, lib.t_peek, lib.t_slot(0), 5) == 0
    assert at(1, lib.t_commit) == 0
    assert at(2, lib.t_peek, lib.t_slot(0), 5) == 0    # a snapshot
    assert at(2, lib.t_validate) == 0
    assert at(2, lib.t_read, 0, 5) == 42
    assert at(2, lib.t_commit) == 0


def test_read_conflict(two):
    assert at(2, lib.t_read, 0, 5) == 0
    at(1, lib.t_write, 0, 5, 42)
    assert at(1, lib.t_commit) == 0
    assert at(2, lib.t_write, 1, 5, 1) == 0
    assert at(2, lib.t_commit) == CONFLICT
    at(2, lib.t_start)
    assert at(2, lib.t_read, 0, 5) == 42
    assert at(2, lib.t_read, 1, 5) == 0                # undone
    assert at(2, lib.t_commit) == 0


def test_readers_that_write_nothing_never_abort(two):
    assert at(2, lib.t_read, 0, 5) == 0
    at(1, lib.t_write, 0, 5, 42)
    assert at(1, lib.t_commit) == 0
    assert at(2, lib.t_commit) == 0


def test_write_write_conflict(two):
    at(1, lib.t_write, 0, 5, 1)
    at(2, lib.t_write, 0, 6, 2)                        # a struct is one unit
    assert at(1, lib.t_commit) == 0
    assert at(2, lib.t_commit) == CONFLICT


def test_silent_store(two):
    at(1, lib.t_write, 0, 5, 1)
    at(1, lib.t_write, 0, 5, 0)                        # a lock, acquired and released
    at(1, lib.t_write, 1, 5, 7)
    at(2, lib.t_write, 0, 5, 1)
    at(2, lib.t_write, 0, 5, 0)
    at(2, lib.t_write, 1, 9, 8)
    assert at(1, lib.t_commit) == 0
    assert at(2, lib.t_commit) == 0
    at(1, lib.t_start)
    assert [at(1, lib.t_read, 1, i) for i in (5, 9)] == [7, 8]


@pytest.mark.parametrize("slot", [1, 3])
def test_array_granules(two, slot):
    at(1, lib.t_write, slot, 10, 1)
    at(2, lib.t_write, slot, 12, 2)                    # another 16 bytes of the same array
    assert at(1, lib.t_commit) == 0
    assert at(2, lib.t_validate) == 0
    assert at(2, lib.t_read, slot, 12) == 2 and at(2, lib.t_peek, lib.t_slot(slot), 10) == 1
    assert at(2, lib.t_commit) == 0
    at(1, lib.t_start)
    at(2, lib.t_start)
    assert [at(k, lib.t_read, slot, i) for k in (1, 2) for i in (10, 12)] == [1, 2, 1, 2]
    at(1, lib.t_write, slot, 20, 1)
    at(2, lib.t_write, slot, 21, 2)                    # the same 16 bytes
    assert at(1, lib.t_commit) == 0
    assert at(2, lib.t_commit) == CONFLICT


def test_abort_after_pull_into_a_written_array(two):
    for slot in (1, 3):
        at(1, lib.t_write, slot, 10, 1)
        at(2, lib.t_write, slot, 12, 2)
    assert at(1, lib.t_commit) == 0
    assert at(2, lib.t_validate) == 0
    assert at(2, lib.t_abort) == CONFLICT              # restores the backup: it must have the pulled bytes
    at(2, lib.t_start)
    for slot in (1, 3):
        assert at(2, lib.t_read, slot, 10) == 1 and at(2, lib.t_read, slot, 12) == 0


def test_items_across_granules(two):
    """An item of 24 bytes is marked at its address; a change of its last word lies in another granule."""
    assert at(2, lib.t_read, 4, 3 + 3 * 4 + 2) == 0
    at(1, lib.t_write, 4, 3 + 3 * 4 + 2, 9)
    assert at(1, lib.t_commit) == 0
    at(2, lib.t_write, 0, 5, 1)
    assert at(2, lib.t_commit) == CONFLICT


def test_new_objects_travel(two):
    at(1, lib.t_new, 8, 100, STRUCT)
    at(1, lib.t_write, 8, 5, 55)
    at(1, lib.t_write_ref, 2, 3 + 7, 8)
    assert at(1, lib.t_commit) == 0
    assert at(2, lib.t_validate) == 0
    p = at(2, lib.t_load_ref, 8, 2, 3 + 7)
    assert lib.t_peek(p, 1) == 100 and lib.t_peek(p, 5) == 55


def test_new_object_written_after_promotion(two):
    at(1, lib.t_new, 8, 100, STRUCT)
    at(1, lib.t_write_ref, 2, 3 + 7, 8)
    at(1, lib.t_validate)                              # promoted in the middle of the transaction
    at(1, lib.t_write, 8, 5, 56)
    assert at(1, lib.t_peek_ref_memory, lib.t_slot(8), 5) == 0
    assert at(1, lib.t_commit) == 0
    assert at(1, lib.t_peek_ref_memory, lib.t_slot(8), 5) == 56
    at(2, lib.t_validate)
    p = at(2, lib.t_load_ref, 8, 2, 3 + 7)
    assert lib.t_peek(p, 5) == 56


def test_objects_committed_without_entry(two):
    """Objects that were committed with no old object written reach others with a later transaction's entry."""
    seen = lib.t_seen(1)
    at(2, lib.t_write, 2, 3 + 1, 5)                    # segment 2 has pages private
    at(2, lib.t_commit)
    at(1, lib.t_new, 8, 100, STRUCT)
    assert at(1, lib.t_commit) == 0
    assert lib.t_seen(1) == seen
    at(1, lib.t_start)
    at(1, lib.t_write_ref, 2, 3 + 7, 8)
    assert at(1, lib.t_commit) == 0
    at(2, lib.t_start)
    p = at(2, lib.t_load_ref, 8, 2, 3 + 7)
    assert lib.t_peek(p, 1) == 100


def test_large_new_object(two):
    at(1, lib.t_new_array, 8, 100, WORDS, 3000)
    at(1, lib.t_write, 8, 2000, 5)
    at(1, lib.t_validate)
    at(1, lib.t_write, 8, 2001, 6)
    at(1, lib.t_write_ref, 2, 3 + 7, 8)
    assert at(1, lib.t_commit) == 0
    assert lib.t_private_pages(1) < 8                  # the array's pages are one copy again
    at(2, lib.t_validate)
    p = at(2, lib.t_load_ref, 8, 2, 3 + 7)
    assert lib.t_peek(p, 2000) == 5 and lib.t_peek(p, 2001) == 6
    at(2, lib.t_write, 8, 2002, 7)
    assert at(2, lib.t_commit) == 0
    at(1, lib.t_start)
    assert at(1, lib.t_read, 8, 2002) == 7


def test_abort_frees_what_was_created(two):
    before = lib.t_heap_bytes()
    for _ in range(50):
        at(1, lib.t_new_array, 8, 100, WORDS, 3000)
        at(1, lib.t_new, 9, 100, STRUCT)
        at(1, lib.t_validate)
        assert at(1, lib.t_abort) == CONFLICT
        assert lib.t_slot(8) == 0                      # the shadow stack is as it was
        at(1, lib.t_start)
    assert lib.t_heap_bytes() <= before + 2 * 65536


def test_inevitable(two):
    assert at(1, lib.t_inevitable) == 0
    at(2, lib.t_write, 0, 5, 1)
    assert at(2, lib.t_commit) == BLOCKED
    assert at(1, lib.t_read, 0, 5) == 0
    at(1, lib.t_write, 0, 5, 2)
    assert at(1, lib.t_commit) == 0
    assert at(2, lib.t_commit) == CONFLICT


def test_becoming_inevitable_may_conflict(two):
    assert at(1, lib.t_read, 0, 5) == 0
    at(2, lib.t_write, 0, 5, 2)
    assert at(2, lib.t_commit) == 0
    assert at(1, lib.t_inevitable) == CONFLICT
    at(1, lib.t_start)
    assert at(1, lib.t_read, 0, 5) == 2


def test_major_with_uncommitted_changes(two):
    at(1, lib.t_write, 0, 5, 1)
    at(1, lib.t_new, 8, 100, STRUCT)
    at(1, lib.t_write_ref, 2, 3 + 4, 8)
    at(1, lib.t_set_slot, 8, 0)                        # only the uncommitted array leads to it
    at(2, lib.t_write, 3, 50, 2)
    at(2, lib.t_write, 3, 3000, 3)
    assert at(2, lib.t_major) == 0
    assert at(2, lib.t_read, 3, 50) == 2 and at(2, lib.t_read, 3, 3000) == 3
    assert at(1, lib.t_read, 0, 5) == 1
    p = at(1, lib.t_load_ref, 8, 2, 3 + 4)
    assert lib.t_peek(p, 1) == 100
    assert at(1, lib.t_commit) == 0
    assert at(2, lib.t_abort) == CONFLICT
    at(2, lib.t_start)
    assert at(2, lib.t_read, 3, 50) == 0 and at(2, lib.t_read, 0, 5) == 1
    at(2, lib.t_commit)
    at(2, lib.t_major)
    assert lib.t_private_pages(1) == 0 == lib.t_private_pages(2)


def test_major_keeps_what_an_abort_needs(two):
    at(1, lib.t_new, 8, 100, STRUCT)
    at(1, lib.t_write_ref, 2, 3 + 4, 8)
    at(1, lib.t_set_slot, 8, 0)
    assert at(1, lib.t_commit) == 0
    at(1, lib.t_start)
    at(1, lib.t_write, 2, 3 + 4, 0)                    # only the backup leads to it now
    at(2, lib.t_major)
    assert at(1, lib.t_abort) == CONFLICT
    at(1, lib.t_start)
    assert lib.t_peek(at(1, lib.t_load_ref, 8, 2, 3 + 4), 1) == 100


def test_version_wraps(two):
    assert at(2, lib.t_read, 0, 5) == 0
    at(2, lib.t_write, 1, 3, 1)
    for i in range(600):
        at(1, lib.t_read, 0, 5)
        assert at(1, lib.t_commit) == 0
        at(1, lib.t_start)
    at(2, lib.t_commit)
    at(1, lib.t_read, 0, 5)
    for i in range(600):
        at(2, lib.t_start)
        at(2, lib.t_write, 0, 5, i + 1)
        assert at(2, lib.t_commit) == 0
        assert at(1, lib.t_validate) == CONFLICT
        at(1, lib.t_start)
        assert at(1, lib.t_read, 0, 5) == i + 1
        assert at(1, lib.t_commit) == 0                # or it would get the right to commit, for its losses
        at(1, lib.t_start)
        at(1, lib.t_read, 0, 5)


def test_loser_gets_the_right_to_commit(two):
    for i in range(8):
        at(1, lib.t_write, 0, 5, 1)
        at(2, lib.t_write, 0, 5, 10 + i)
        assert at(2, lib.t_commit) == 0
        assert at(1, lib.t_commit) == CONFLICT
        at(1, lib.t_start)
        at(2, lib.t_start)
    at(2, lib.t_write, 0, 5, 20)
    assert at(2, lib.t_commit) == BLOCKED
    at(1, lib.t_write, 0, 5, 1)
    assert at(1, lib.t_commit) == 0
    assert at(2, lib.t_commit) == CONFLICT


def test_creation_numbers_run_out(two):
    lib.t_set_creation_number(0xfffffd)
    for i in range(8):
        at(1, lib.t_new, 8, i, STRUCT)
        at(1, lib.t_write_ref, 2, 3 + i, 8)
        at(1, lib.t_validate)
        at(1, lib.t_write, 8, 5, 100 + i)
        if i == 4:
            at(2, lib.t_major)
            at(1, lib.t_write, 8, 5, 100 + i)
        assert at(1, lib.t_commit) == 0
        at(1, lib.t_start)
    at(2, lib.t_validate)
    for i in range(8):
        assert lib.t_peek(at(2, lib.t_load_ref, 8, 2, 3 + i), 5) == 100 + i


def test_log_trim(two):
    for i in range(200):
        at(1, lib.t_write, 3, 3 + i, i)
        assert at(1, lib.t_commit) == 0
        at(1, lib.t_start)
        if i % 20 == 0:
            assert at(2, lib.t_validate) == 0
            lib.t_trim()
    at(2, lib.t_validate)
    lib.t_trim()
    assert [at(2, lib.t_read, 3, 3 + i) for i in range(200)] == list(range(200))
    assert [lib.t_peek_ref_memory(lib.t_slot(3), 3 + i) for i in range(200)] == list(range(200))


def test_flushed_twice_after_a_major_collection(two):
    """What a safe point wrote to the reference memory must not come back over what was written since."""
    at(1, lib.t_new, 8, 1, STRUCT)
    at(1, lib.t_minor)
    at(1, lib.t_major)
    for value in (1, 2, 3):
        at(1, lib.t_write, 8, 5, value)
        at(1, lib.t_safe_point)
        at(1, lib.t_write, 8, 5, 10 * value)
        at(1, lib.t_minor)
        assert at(1, lib.t_read, 8, 5) == 10 * value
    at(1, lib.t_write_ref, 2, 3, 8)
    assert at(1, lib.t_commit) == 0
    assert at(2, lib.t_validate) == 0
    at(2, lib.t_load_ref, 9, 2, 3)
    assert at(2, lib.t_read, 9, 5) == 30


def test_cache_is_dropped_at_abort(two):
    at(1, lib.t_new, 8, 1, STRUCT)
    at(1, lib.t_cache_set, 2, 8, 0)
    at(1, lib.t_cache_set, 3, 0, 0)
    at(1, lib.t_validate)
    assert at(1, lib.t_cache_get, 2) == lib.t_slot(8)
    assert at(2, lib.t_cache_get, 2) == 0
    at(1, lib.t_abort)
    assert at(1, lib.t_cache_get, 2) == 0


def test_benign_store(two):
    at(1, lib.t_write, 0, 5, 1)                        # the page is private to 1
    at(2, lib.t_benign, 1, 10, 77)
    assert at(2, lib.t_peek, lib.t_slot(1), 10) == 77
    at(1, lib.t_benign, 1, 10, 77)
    assert at(1, lib.t_peek, lib.t_slot(1), 10) == 77
    at(2, lib.t_write, 0, 6, 1)
    assert at(1, lib.t_commit) == 0
    assert at(2, lib.t_commit) == CONFLICT


def test_finalizers_and_aborts(two):
    at(1, lib.t_new, 8, 100, STRUCT)
    at(1, lib.t_finalizer, 0, 8)
    at(1, lib.t_abort)                                 # it never was
    at(1, lib.t_start)
    at(1, lib.t_new, 8, 101, STRUCT)
    at(1, lib.t_finalizer, 0, 8)
    at(1, lib.t_set_slot, 8, 0)
    assert at(1, lib.t_commit) == 0
    at(1, lib.t_start)
    at(1, lib.t_major)
    assert lib.t_peek(at(2, lib.t_next_finalizable, 0, 9), 1) == 101
    at(2, lib.t_abort)                                 # it goes back
    at(2, lib.t_start)
    assert lib.t_peek(at(1, lib.t_next_finalizable, 0, 9), 1) == 101
    assert at(2, lib.t_next_finalizable, 0, 9) == 0


def test_private_bits_tell_the_truth(two):
    for i in range(30):
        at(1, lib.t_write, 3, 3 + 100 * i, i)
        at(1, lib.t_new, 8, i, STRUCT)
        at(1, lib.t_write_ref, 2, 3 + i, 8)
        at(1, lib.t_commit)
        at(1, lib.t_start)
        at(2, lib.t_validate)
        assert lib.t_check_private_bits(1) == 0 == lib.t_check_private_bits(2)
