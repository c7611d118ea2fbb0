/* Test driver: several segments, driven one step at a time from one thread, without generated code.
 *
 * Each function works in the segment chosen by t_switch().  A conflict comes back as the return value T_CONFLICT; the
 * transaction has been rolled back then.  The heap of the tests has three types, with the object's number in the second word:
 *   1  struct: number, REFS pointers, WORDS words
 *   2  array of pointers: number, length, items
 *   3  array of 8-byte words: number, length, items
 *   4  weak reference: number, target
 *   5  struct with a destructor: number, one word
 *   6  array of 24-byte items {word, pointer, word}: number, length, items
 */
#include "internal.h"

#define T_CONFLICT  (-1L)
#define T_BLOCKED   (-2L)
#define REFS 3
#define WORDS 3

static void *jump[5];
static uint64_t destroyed[64];
static unsigned n_destroyed;

static void note_destroyed(stm_ref obj)
{
    if (n_destroyed < 64)
        destroyed[n_destroyed++] = ((__seg_gs uint64_t *)obj)[1];
}

static const uint32_t struct_refs[] = {16, 24, 32}, item_ref[] = {0}, triple_ref[] = {8};
static const struct stm_type types[] = {
    {0},
    {.fixed_size = 16 + 8 * (REFS + WORDS), .n_refs = REFS, .ref_offsets = struct_refs},
    {.fixed_size = 24, .item_size = 8, .items_offset = 24, .length_offset = 16, .n_item_refs = 1, .item_ref_offsets = item_ref},
    {.fixed_size = 24, .item_size = 8, .items_offset = 24, .length_offset = 16},
    {.flags = STM_TYPE_WEAKREF, .fixed_size = 24, .weak_offset = 16},
    {.flags = STM_TYPE_DESTRUCTOR, .fixed_size = 24, .destructor = note_destroyed},
    {.fixed_size = 24, .item_size = 24, .items_offset = 24, .length_offset = 16, .n_item_refs = 1, .item_ref_offsets = triple_ref},
};

static stm_ref static_root;
static stm_ref *static_roots[] = {&static_root};

/* ---- the library's life */

int t_open(uint32_t segments, size_t nursery, size_t max_heap, const void *image, size_t image_size)
{
    struct stm_config c = {.types = types, .n_types = sizeof types / sizeof *types, .segments = segments,
                           .nursery_size = nursery, .max_heap = max_heap, .prebuilt_image = image,
                           .prebuilt_size = image_size, .cache_slots = 16, .shadowstack_size = 65536,
                           .static_roots = static_roots, .n_static_roots = 1};
    static_root = NULL;
    n_destroyed = 0;
    return stm_setup(&c, NULL);
}

static struct stm_thread *driven[STM_MAX_SEGMENTS + 1];

/* From here on `segments` transactions are driven from this thread; none is running. */
void t_several(void)
{
    stm_self->test_jump = jump;
    stm_commit_transaction();
    stm_state.test_mode = true;
    stm_leave_one_thread_mode();
    driven[1] = stm_self;
    for (uint32_t i = 2; i <= stm_state.n_segments; i++) {
        driven[i] = stm_thread_new();
        driven[i]->test_jump = jump;
        stm_acquire_segment(driven[i]);
    }
}

void t_close(void)
{
    if (stm_state.test_mode) {
        for (uint32_t i = stm_state.n_segments; i >= 1; i--) {
            stm_self = driven[i];
            struct stm_segment *s = stm_self->segment;
            if (!s) {
                stm_thread_free(stm_self);
                continue;
            }
            stm_set_gs(s->view);
            if (s->running && !s->cb->inevitable) {
                stm_self->abort_event = STM_EVENT_ABORT_MANUAL;
                stm_roll_back(s, stm_self);
            } else if (s->running) {
                stm_commit_transaction();
            }
            stm_release_segment(stm_self);
            stm_thread_free(stm_self);
        }
        stm_self = NULL;
    }
    stm_teardown();
}

/* Thread k; it begins in segment k. */
void t_switch(uint32_t k)
{
    stm_self = driven[k];
    stm_set_gs(stm_self->segment ? stm_self->segment->view : 0);
}

/* Between two transactions: out of the segment, and into that one, if it is free, or another. */
void t_leave(void) { stm_release_segment(stm_self); }
void t_enter(uint32_t segment)
{
    stm_self->last_segment = &stm_state.segments[segment];
    stm_acquire_segment(stm_self);
}
long t_inside(void) { return stm_self->segment != NULL; }

/* ---- guarded calls: rolled back meanwhile, at a safe point? */

static bool was_rolled_back(void)
{
    struct stm_segment *s = stm_segment();
    bool yes = s->rolled_back;
    s->rolled_back = false;
    return yes;
}
#define GUARD if (was_rolled_back() || __builtin_setjmp(jump)) return T_CONFLICT

long t_running(void) { return stm_self->segment && stm_self->segment->running; }

/* Would this segment's commit (or turning inevitable) have to wait for another one? */
static bool blocked(void)
{
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        if (stm_state.segments[i].token && &stm_state.segments[i] != stm_segment())
            return true;
    return false;
}

/* A frequent loser takes the right to commit at its start. */
long t_start(void)
{
    stm_segment()->rolled_back = false;
    if (stm_self->aborts >= 8 && blocked())
        return T_BLOCKED;
    stm_start_transaction();
    return 0;
}
long t_commit(void) { GUARD; if (blocked()) return T_BLOCKED; stm_commit_transaction(); return 0; }
long t_inevitable(void) { GUARD; if (blocked()) return T_BLOCKED; stm_become_inevitable("test"); return 0; }
long t_abort(void) { GUARD; stm_abort_and_restart(); }
long t_minor(void) { GUARD; stm_collect(0); return 0; }
long t_major(void) { GUARD; stm_collect(1); return was_rolled_back() ? T_CONFLICT : 0; }

/* What a nursery refill does. */
long t_validate(void)
{
    GUARD;
    struct stm_segment *s = stm_segment();
    stm_minor_collection(s, false);
    if (!s->token && !stm_pull(s))
        stm_abort(STM_EVENT_ABORT_CONFLICT, NULL);
    return 0;
}

void t_trim(void) { stm_log_trim(true); }
long t_safe_point(void) { GUARD; stm_safe_point(); return 0; }

/* ---- objects; they are named by shadow-stack slots */

static stm_ref *slots(void) { return stm_self->shadowstack; }
void t_slots(long n)
{
    for (long i = 0; i < n; i++)
        slots()[i] = NULL;
    STM_SEG->shadowstack_top = slots() + n;
}
uintptr_t t_slot(long i) { return (uintptr_t)slots()[i]; }
void t_set_slot(long i, uintptr_t p) { slots()[i] = (stm_ref)p; }

static __seg_gs int64_t *word(stm_ref p, long i) { return (__seg_gs int64_t *)p + i; }

long t_new(long slot, int64_t number, uint32_t tid)
{
    GUARD;
    size_t size = types[tid].fixed_size;
    stm_ref p = types[tid].flags ? stm_allocate_registered(tid, size) : stm_allocate(tid, size);
    if (!p)
        return 1;
    for (size_t i = 1; i < size / 8; i++)
        if (*word(p, i) != 0)
            stm_fatal(__FILE__, __LINE__, "new memory is not zero");
    *word(p, 1) = number;
    slots()[slot] = p;
    return 0;
}

long t_new_array(long slot, int64_t number, uint32_t tid, int64_t length)
{
    GUARD;
    stm_ref p = stm_allocate_var(tid, 24, types[tid].item_size, 16, length);
    if (!p)
        return 1;
    for (int64_t i = 3; i < 3 + length * types[tid].item_size / 8; i++)
        if (*word(p, i) != 0)
            stm_fatal(__FILE__, __LINE__, "new memory is not zero");
    *word(p, 1) = number;
    slots()[slot] = p;
    return 0;
}

/* The address that is marked for word i of an object: its own, or its item's. */
static uintptr_t item_of(stm_ref p, long i)
{
    const struct stm_type *t = &types[p->h.tid];
    uintptr_t address = (uintptr_t)p + 8 * i;
    return address - (address - (uintptr_t)p - t->items_offset) % t->item_size;
}

/* Word i of the object in a slot, with its read barrier; T_CONFLICT is no value that the tests use. */
long t_read(long slot, long i)
{
    GUARD;
    stm_ref p = slots()[slot];
    stm_read_at(types[p->h.tid].item_size ? item_of(p, i) : (uintptr_t)p);
    return *word(p, i);
}

long t_write(long slot, long i, int64_t value)
{
    GUARD;
    stm_ref p = slots()[slot];
    if (types[p->h.tid].item_size && !stm_rule(RULE_ITEM_MARK))
        stm_write(p);
    else if (types[p->h.tid].item_size)
        stm_write_item_at((uintptr_t)p, item_of(p, i));
    else
        stm_write(p);
    *word(p, i) = value;
    return 0;
}

/* Writes items of a word or pointer array by plain memory functions. */
long t_fill(long slot, long first, long n, int64_t value)
{
    GUARD;
    stm_ref p = slots()[slot];
    __seg_gs int64_t *at = word(p, first);
    stm_write_range(p, at, 8 * n);
    int64_t *plain = stm_address(at);
    for (long i = 0; i < n; i++)
        plain[i] = value;
    return 0;
}

long t_write_ref(long slot, long i, long from) { return t_write(slot, i, (int64_t)slots()[from]); }
long t_load_ref(long to, long slot, long i)
{
    long p = t_read(slot, i);
    if (p != T_CONFLICT)
        slots()[to] = (stm_ref)p;
    return p;
}

/* Without a barrier: what the view shows. */
long t_peek(uintptr_t p, long i) { return *word((stm_ref)p, i); }
uint32_t t_tid(uintptr_t p) { return ((stm_ref)p)->h.tid; }
uint32_t t_bits(uintptr_t p) { return ((stm_ref)p)->h.bits; }
long t_peek_ref_memory(uintptr_t p, long i) { return ((int64_t *)(STM_REF_VIEW + p))[i]; }

void t_weak_target(long slot, long target) { *word(slots()[slot], 2) = (int64_t)slots()[target]; }
uintptr_t t_id(long slot) { return stm_id(slots()[slot]); }
intptr_t t_hash(long slot) { return stm_identity_hash(slots()[slot]); }
void t_finalizer(uint32_t queue, long slot) { stm_register_finalizer(queue, slots()[slot]); }
uintptr_t t_next_finalizable(uint32_t queue, long slot) { return (uintptr_t)(slots()[slot] = stm_next_finalizable(queue)); }
unsigned t_destroyed(uint64_t *out)
{
    unsigned n = n_destroyed;
    memcpy(out, destroyed, n * sizeof *out);
    n_destroyed = 0;
    return n;
}
void t_cache_set(uint32_t slot, long from, uintptr_t w) { stm_cache_set(slot, slots()[from], w); }
uintptr_t t_cache_get(uint32_t slot) { return (uintptr_t)stm_cache_get(slot); }
void t_benign(long slot, long i, uintptr_t value) { stm_benign_store(word(slots()[slot], i), value); }

void t_break_rules(uint32_t rules)
{
#ifdef STM_DEBUG
    stm_broken_rules = rules;
#else
    (void)rules;
#endif
}

/* ---- looking inside */

uint64_t t_seen(uint32_t k) { return driven[k]->segment->seen->number; }
uint64_t t_private_pages(uint32_t k) { return stm_state.segments[k].n_private; }
uint32_t t_version(void) { return STM_SEG->read_version; }
long t_one_thread(void) { return stm_state.one_thread; }
void t_stress(int on) { stm_state.stress = on; }
void t_set_creation_number(uint32_t n) { stm_state.last_creation_number = n; }
uint64_t t_heap_bytes(void) { return stm_state.heap_bytes; }

/* Every private bit that is missing would be a lost update: compares all pages whose bit is clear with the reference
   memory.  The number of differing pages. */
long t_check_private_bits(uint32_t k)
{
    struct stm_segment *s = &stm_state.segments[k];
    long bad = 0;
    for (uintptr_t p = STM_PREBUILT_START; p < stm_old_top(); p += STM_PAGE) {
        if (p >= stm_prebuilt_end && p < STM_OLD_START)
            p = STM_OLD_START;
        if (p >= stm_old_top())
            break;
        if (!page_is_private(s, p) && memcmp(view_address(s, p), (char *)(STM_REF_VIEW + p), STM_PAGE))
            bad++;
    }
    return bad;
}
