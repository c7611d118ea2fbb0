"""One segment, one thread: allocation, both collections, weak references, destructors, finalizers, identity."""
from stmlib import lib, ffi, Image, STRUCT, REFS, WORDS, WEAKREF, DESTRUCTOR, TRIPLES, OLD_START, PREBUILT


def is_old(p):
    return p >= OLD_START


def test_minor_moves_survivors(heap):
    heap(several=False)
    assert lib.t_one_thread()
    lib.t_new(0, 7, STRUCT)
    lib.t_write(0, 5, 99)
    assert not is_old(lib.t_slot(0))
    lib.t_minor()
    p = lib.t_slot(0)
    assert is_old(p) and p % 16 == 0
    assert lib.t_peek(p, 1) == 7 and lib.t_peek(p, 5) == 99


def test_old_to_young(heap):
    heap(several=False)
    lib.t_new(0, 1, STRUCT)
    lib.t_minor()
    lib.t_new(1, 2, STRUCT)
    lib.t_write_ref(0, 2, 1)
    lib.t_set_slot(1, 0)
    lib.t_minor()
    child = lib.t_peek(lib.t_slot(0), 2)
    assert is_old(child) and lib.t_peek(child, 1) == 2
    lib.t_major()
    assert lib.t_peek(lib.t_peek(lib.t_slot(0), 2), 1) == 2


def test_chain_through_many_collections(heap):
    heap(several=False)
    n = 20000
    for i in range(n):                                 # a list of n objects, the head in slot 0
        lib.t_new(1, i, STRUCT)
        lib.t_write_ref(1, 2, 0)
        lib.t_set_slot(0, lib.t_slot(1))
        if i % 5000 == 4999:
            lib.t_major()
    p, i = lib.t_slot(0), n
    while p:
        i -= 1
        assert lib.t_peek(p, 1) == i
        p = lib.t_peek(p, 2)
    assert i == 0


def test_major_frees(heap):
    heap(several=False)
    for i in range(20000):
        lib.t_new(1, i, STRUCT)
        lib.t_write_ref(1, 2, 0)
        lib.t_set_slot(0, lib.t_slot(1))
    lib.t_minor()
    before = lib.t_heap_bytes()
    assert before > 20000 * 64
    lib.t_set_slot(0, 0)
    lib.t_set_slot(1, 0)
    lib.t_major()
    assert lib.t_heap_bytes() == 0


def test_large_arrays(heap):
    heap(several=False)
    lib.t_new_array(0, 5, REFS, 5000)
    big = lib.t_slot(0)
    assert is_old(big)                                 # born outside the nursery
    for i in range(0, 5000, 7):
        lib.t_new(1, i, STRUCT)
        lib.t_write_ref(0, 3 + i, 1)
        if i % 700 == 0:
            lib.t_minor()
    lib.t_set_slot(1, 0)
    lib.t_major()
    for i in range(5000):
        p = lib.t_peek(big, 3 + i)
        assert (p != 0) == (i % 7 == 0)
        if p:
            assert lib.t_peek(p, 1) == i
    lib.t_set_slot(0, 0)
    lib.t_major()
    assert lib.t_heap_bytes() == 0


def test_large_array_that_dies_young(heap):
    heap(several=False)
    lib.t_new_array(0, 5, WORDS, 5000)
    lib.t_set_slot(0, 0)
    assert lib.t_heap_bytes() > 40000
    lib.t_minor()
    assert lib.t_heap_bytes() == 0
    lib.t_new_array(0, 5, WORDS, 5000)                 # the driver checks that it is zeroed


def test_triples_cross_cards(heap):
    heap(several=False)
    lib.t_new_array(0, 5, TRIPLES, 1000)
    lib.t_minor()
    lib.t_minor()
    for i in range(1000):
        lib.t_new(1, i, STRUCT)
        lib.t_write_ref(0, 3 + 3 * i + 1, 1)
        if i % 10 == 0:
            lib.t_minor()
    lib.t_major()
    for i in range(1000):
        assert lib.t_peek(lib.t_peek(lib.t_slot(0), 4 + 3 * i), 1) == i


def test_prebuilt(heap):
    image = Image()
    a = image.struct(1)
    b = image.struct(2, refs=(a, 0, 0), words=(10, 11, 12))
    big = image.array(REFS, 3, [a] * 2000)
    heap(several=False, image=image)
    assert lib.t_peek(b, 2) == a and lib.t_peek(b, 5) == 10
    lib.t_set_slot(0, a)
    lib.t_set_slot(2, big)
    lib.t_new(1, 77, STRUCT)
    lib.t_write_ref(0, 3, 1)
    lib.t_write_ref(2, 3 + 1500, 1)
    lib.t_set_slot(0, 0)
    lib.t_set_slot(1, 0)
    lib.t_set_slot(2, 0)
    lib.t_major()
    assert lib.t_peek(lib.t_peek(a, 3), 1) == 77
    assert lib.t_peek(big, 3 + 1500) == lib.t_peek(a, 3)
    lib.t_major()
    assert lib.t_peek(lib.t_peek(a, 3), 1) == 77


def test_weakref(heap):
    heap(several=False)
    for generation in (lib.t_minor, lib.t_major):
        lib.t_new(0, 1, STRUCT)
        lib.t_new(1, 2, WEAKREF)
        lib.t_weak_target(1, 0)
        lib.t_minor()
        w = lib.t_slot(1)
        assert lib.t_peek(w, 2) == lib.t_slot(0)       # both moved
        lib.t_major()
        assert lib.t_peek(w, 2) == lib.t_slot(0)
        lib.t_set_slot(0, 0)
        lib.t_minor()
        assert lib.t_peek(w, 2) != 0                   # an old object: only a major collection finds out
        lib.t_major()
        assert lib.t_peek(w, 2) == 0
    lib.t_new(0, 1, STRUCT)
    lib.t_new(1, 2, WEAKREF)
    lib.t_weak_target(1, 0)
    lib.t_set_slot(0, 0)
    lib.t_minor()
    assert lib.t_peek(lib.t_slot(1), 2) == 0


def destroyed():
    out = ffi.new("uint64_t[64]")
    return sorted(out[i] for i in range(lib.t_destroyed(out)))


def test_destructor(heap):
    heap(several=False)
    lib.t_new(0, 11, DESTRUCTOR)
    lib.t_new(1, 12, DESTRUCTOR)
    lib.t_set_slot(0, 0)
    lib.t_minor()
    assert destroyed() == [11]
    lib.t_major()
    assert destroyed() == []
    lib.t_set_slot(1, 0)
    lib.t_minor()
    assert destroyed() == []
    lib.t_major()
    assert destroyed() == [12]
    lib.t_major()
    assert destroyed() == []


def test_finalizer_queue(heap):
    heap(several=False)
    lib.t_new(0, 1, STRUCT)
    lib.t_new(1, 2, STRUCT)
    lib.t_write_ref(0, 2, 1)                           # 1 -> 2: 1 goes first, although 2 was registered first
    lib.t_finalizer(3, 1)
    lib.t_finalizer(3, 0)
    lib.t_set_slot(0, 0)
    lib.t_set_slot(1, 0)
    lib.t_major()
    p = lib.t_next_finalizable(3, 4)
    assert lib.t_peek(p, 1) == 1 and lib.t_peek(lib.t_peek(p, 2), 1) == 2
    assert lib.t_next_finalizable(3, 5) == 0
    lib.t_set_slot(4, 0)
    lib.t_major()                                      # popped objects live until the transaction's end
    lib.t_commit()
    lib.t_start()
    lib.t_major()
    p = lib.t_next_finalizable(3, 4)
    assert lib.t_peek(p, 1) == 2
    lib.t_set_slot(4, 0)
    lib.t_commit()
    lib.t_start()
    lib.t_major()
    assert lib.t_next_finalizable(3, 4) == 0
    assert lib.t_heap_bytes() == 0


def test_finalizer_cycle(heap):
    heap(several=False)
    lib.t_new(0, 1, STRUCT)
    lib.t_new(1, 2, STRUCT)
    lib.t_write_ref(0, 2, 1)
    lib.t_write_ref(1, 2, 0)
    lib.t_finalizer(0, 0)
    lib.t_finalizer(0, 1)
    lib.t_set_slot(0, 0)
    lib.t_set_slot(1, 0)
    lib.t_major()
    assert lib.t_peek(lib.t_next_finalizable(0, 4), 1) == 1
    # the other one, in the same transaction, once nothing else leads to the first
    lib.t_set_slot(4, 0)
    lib.t_major()
    assert lib.t_peek(lib.t_next_finalizable(0, 4), 1) == 2
    lib.t_set_slot(4, 0)
    lib.t_major()
    assert lib.t_next_finalizable(0, 4) == 0


def test_weakref_to_finalizable(heap):
    """The weak reference is empty when the finalizer is called, also where what it pointed to leads to itself."""
    heap(several=False)
    lib.t_new(0, 1, STRUCT)
    lib.t_new(1, 2, WEAKREF)
    lib.t_new(2, 3, STRUCT)
    lib.t_new(3, 4, WEAKREF)
    lib.t_weak_target(1, 0)
    lib.t_weak_target(3, 2)
    lib.t_write_ref(0, 2, 0)
    lib.t_write_ref(0, 3, 2)                           # what only the finalizer reaches is not dead yet
    lib.t_finalizer(0, 0)
    lib.t_major()
    assert lib.t_peek(lib.t_slot(1), 2) == lib.t_slot(0)
    lib.t_set_slot(0, 0)
    lib.t_set_slot(2, 0)
    lib.t_major()
    assert lib.t_peek(lib.t_slot(1), 2) == 0
    p = lib.t_next_finalizable(0, 4)
    assert lib.t_peek(p, 1) == 1
    assert lib.t_peek(lib.t_slot(3), 2) == lib.t_peek(p, 3) != 0


def test_identity(heap):
    heap(several=False)
    lib.t_new(0, 1, STRUCT)
    i, h = lib.t_id(0), lib.t_hash(0)
    assert lib.t_id(0) == i and h >= 0
    lib.t_minor()
    assert lib.t_slot(0) == i
    assert lib.t_id(0) == i and lib.t_hash(0) == h
    lib.t_major()
    assert lib.t_id(0) == i


def test_cache(heap):
    heap(several=False)
    lib.t_new(0, 1, STRUCT)
    lib.t_new(1, 2, STRUCT)
    lib.t_cache_set(3, 0, 5)
    lib.t_cache_set(4, 1, 6)
    lib.t_set_slot(1, 0)
    lib.t_minor()
    assert lib.t_cache_get(3) == lib.t_slot(0)
    assert lib.t_cache_get(4) != 0           # kept alive by the cache alone
    assert lib.t_peek(lib.t_cache_get(4), 1) == 2
    lib.t_set_slot(0, 0)
    lib.t_major()
    assert lib.t_cache_get(3) == 0
    assert lib.t_cache_get(4) == 0


def test_out_of_memory(heap):
    heap(several=False, max_heap=4 << 20)
    assert lib.t_new_array(0, 1, WORDS, 10 ** 6) == 1
    assert lib.t_new_array(0, 1, WORDS, -1) == 1
    assert lib.t_new_array(0, 1, WORDS, 1 << 60) == 1
    for i in range(100000):                            # a list that grows until the heap is full
        if lib.t_new(1, i, STRUCT) == 1:
            break
        lib.t_write_ref(1, 2, 0)
        lib.t_set_slot(0, lib.t_slot(1))
    else:
        assert False
    assert lib.t_heap_bytes() <= 4 << 20
    lib.t_set_slot(0, 0)
    lib.t_set_slot(1, 0)
    assert lib.t_new(0, 1, STRUCT) == 0
    assert lib.t_new_array(0, 1, WORDS, 100000) == 0   # the space is back


def test_collect_at_every_allocation(heap):
    heap(several=False)
    lib.t_stress(1)
    for i in range(300):
        lib.t_new(1, i, STRUCT)
        lib.t_write_ref(1, 2, 0)
        lib.t_set_slot(0, lib.t_slot(1))
    p = lib.t_slot(0)
    for i in reversed(range(300)):
        assert lib.t_peek(p, 1) == i
        p = lib.t_peek(p, 2)
    assert p == 0
