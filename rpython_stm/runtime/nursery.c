/* The nursery: allocation and minor collections.
 *
 * The free part of the nursery is zeroed a step ahead of the allocation pointer, so that the zeroed memory is still in the
 * cache when the object is filled.  A minor collection copies what is reachable into the old space: straight into
 * the reference memory, where nobody can find it before the commit.  Its roots are the thread's shadow stack and
 * references, and the old objects and cards written since the last minor collection.
 */
#include "internal.h"

#define ZERO_STEP      16384UL
#define GRACE          (256UL << 10)
#define NEW_BITS       STM_WRITE_BARRIER
#define LARGE_YOUNG_MAX (32UL << 20)       /* bytes of large objects after which a minor collection looks for dead ones */
#define MAX_CREATION   0xffffffU

static void collect_for_space(struct stm_segment *s);

/* ---- the free part */

/* nursery_end doubles as "come to a safe point": 0. */
void stm_nursery_publish_end(struct stm_segment *s)
{
    uintptr_t end = stm_state.stress ? s->cb->nursery_current : s->nursery.zeroed;
    __atomic_store_n(&s->cb->nursery_end, end, __ATOMIC_SEQ_CST);
    if (stop_wanted())
        __atomic_store_n(&s->cb->nursery_end, 0, __ATOMIC_SEQ_CST);
}

void stm_nursery_open(struct stm_segment *s)
{
    s->nursery.start = STM_NURSERY_START;
    s->nursery.limit = STM_NURSERY_START + stm_state.nursery_size;
    s->nursery.zeroed = s->nursery.start;
    s->cb->nursery_current = s->nursery.start;
    stm_nursery_publish_end(s);
}

void stm_nursery_reset(struct stm_segment *s)
{
    size_t used = s->cb->nursery_current - s->nursery.start;
    if (used <= ZERO_STEP)             /* a small transaction: the rest of what was zeroed is still zero */
        memset(view_address(s, s->nursery.start), 0, used);
    else
        s->nursery.zeroed = s->nursery.start;
    s->cb->nursery_current = s->nursery.start;
    stm_nursery_publish_end(s);
}

static void zero_ahead(struct stm_segment *s, uintptr_t needed)
{
    uintptr_t to = needed + ZERO_STEP;
    if (to > s->nursery.limit)
        to = s->nursery.limit;
    if (to > s->nursery.zeroed) {
        memset(view_address(s, s->nursery.zeroed), 0, to - s->nursery.zeroed);
        s->nursery.zeroed = to;
    }
}

/* ---- allocation, the slow path */

static stm_ref allocate_large(struct stm_segment *s, uint32_t tid, size_t size)
{
    uintptr_t offset = stm_large_allocate(size, false);
    if (!offset)
        return NULL;
    bool carded = stm_state.config.types[tid].item_size != 0;
    stm_check(carded);
    if (!s->cb->one_thread)
        set_private(s, offset, size);
    *view_header(s, offset) = (struct stm_header){tid, carded ? STM_CARDS : 0};
    stm_large_of(offset)->young = true;
    vec_push(&s->young_large, offset);
    s->young_large_bytes += size;
    return (stm_ref)offset;
}

static stm_ref allocate_outside(uint32_t tid, size_t size)
{
    if (size > STM_OLD_LIMIT - STM_OLD_START)
        return NULL;
    if (stop_wanted())
        stm_safe_point();
    struct stm_segment *s = stm_segment();
    size_t limit = stm_state.max_heap;
    if (limit && size > limit)
        return NULL;
    if (s->young_large_bytes > LARGE_YOUNG_MAX) {
        stm_collect(0);
        s = stm_segment();
    }
    if (stm_state.heap_bytes + size > stm_state.next_major || (limit && stm_state.heap_bytes + size > limit)) {
        stm_collect(1);
        s = stm_segment();
    }
    stm_ref p = allocate_large(s, tid, size);
    if (!p)
        s->grace = GRACE;                        /* as use_grace() */
    return p;
}

static bool heap_is_full(void) { return stm_state.heap_bytes + stm_state.nursery_size > stm_state.max_heap; }

/* Whoever was told that memory is out needs some for saying so. */
static bool use_grace(struct stm_segment *s)
{
    if (s->grace < ZERO_STEP) {
        s->grace = GRACE;
        return false;
    }
    s->grace -= ZERO_STEP;
    return true;
}

stm_ref stm_allocate_slow(uint32_t tid, size_t size)
{
    if (size > STM_NURSERY_OBJECT_MAX || size > stm_state.nursery_size / 4)
        return allocate_outside(tid, size);
    if (stop_wanted())
        stm_safe_point();
    struct stm_segment *s = stm_segment();
    stm_check(s->running);
    if (s->cb->nursery_current + size > s->nursery.limit || stm_state.stress) {
        collect_for_space(s);
        s = stm_segment();
    }
    if (stm_state.max_heap && heap_is_full()) {
        if (stm_state.heap_bytes != stm_state.live_bytes || s->grace < ZERO_STEP)
            stm_collect(1);                      /* a last look before saying that memory is out: what was live may have died */
        s = stm_segment();
        if (heap_is_full() && !use_grace(s))
            return NULL;
    }
    uintptr_t p = s->cb->nursery_current;
    zero_ahead(s, p + size);
    s->cb->nursery_current = p + size;
    stm_nursery_publish_end(s);
    *(__seg_gs uint64_t *)p = tid;
    return (stm_ref)p;
}

stm_ref stm_allocate_registered(uint32_t tid, size_t size)
{
    stm_ref p = stm_allocate(tid, size);
    if (p) {
        struct stm_segment *s = stm_segment();
        const struct stm_type *t = &stm_state.config.types[tid];
        if (t->flags & STM_TYPE_WEAKREF)
            vec_push(&s->young_weakrefs, (uintptr_t)p);
        if (t->flags & STM_TYPE_DESTRUCTOR)
            vec_push(&s->young_destructors, (uintptr_t)p);
    }
    return p;
}

stm_ref stm_allocate_var_slow(uint32_t tid, int64_t length)
{
    const struct stm_type *t = &stm_state.config.types[tid];
    size_t size;
    if (length < 0 || __builtin_mul_overflow((size_t)length, (size_t)t->item_size, &size) ||
        size > STM_OLD_LIMIT - STM_OLD_START)
        return NULL;
    size = round_up(size + t->fixed_size, 8);
    stm_ref p = stm_allocate(tid, size < 16 ? 16 : size);
    if (p)
        *(__seg_gs int64_t *)((uintptr_t)p + t->length_offset) = length;
    return p;
}

/* Out of nursery: collect; if the heap has grown enough, all of it.  Also the place to see what others committed. */
static void collect_for_space(struct stm_segment *s)
{
    stm_minor_collection(s, false);
    if (!s->cb->one_thread && !s->token && !stm_pull(s))
        stm_abort(STM_EVENT_ABORT_CONFLICT, NULL);
    if (stm_major_due())
        stm_collect(1);
    s = stm_segment();
    __atomic_store_n(&s->cb->nursery_mark, 0, __ATOMIC_RELAXED);      /* it was long enough */
}

/* ---- minor collection */

/* The header of what is promoted in the middle of a transaction says so: a later store needs no backup. */
static uint32_t creation_bits(struct stm_segment *s, bool commits)
{
    if (commits || s->cb->one_thread)
        return NEW_BITS;
    if (s->creation_number == 0) {
        uint32_t number = __atomic_load_n(&stm_state.last_creation_number, __ATOMIC_RELAXED);
        if (number < MAX_CREATION)
            number = __atomic_add_fetch(&stm_state.last_creation_number, 1, __ATOMIC_RELAXED);
        if (number >= MAX_CREATION) {  /* used up: backups do no harm; the next major collection starts afresh */
            stm_state.reset_creation_numbers = true;
            return NEW_BITS;
        }
        s->creation_number = number;
    }
    return NEW_BITS | s->creation_number << 8;
}

static __thread uint32_t new_bits;     /* of objects promoted by the running collection */

static void promote(struct stm_segment *s, uintptr_t *slot)
{
    uintptr_t young = *slot;
    struct stm_header *h = view_header(s, young);
    if (h->bits & STM_FORWARDED) {
        *slot = ((uintptr_t *)h)[1];
        return;
    }
    size_t size = size_of(h);
    uint32_t bits = new_bits | (h->bits & STM_CLIENT_FLAG);
    uintptr_t old;
    if (h->bits & STM_HAS_SHADOW) {
        old = stm_shadow_of(s, h);
    } else if (size < STM_LARGE_SIZE) {
        old = stm_old_allocate(s, size);
    } else {
        old = stm_large_allocate(size, true);
        if (!old)
            stm_fatal(__FILE__, __LINE__, "the old space is full");
    }
    if (size >= STM_LARGE_SIZE) {
        if (type_of(h)->item_size)
            bits |= STM_CARDS;
        stm_large_of(old)->dirty = false;
        vec_push(&s->created_large, old);
        vec_push2(&s->spans, old, old + size);
        vec_push(&s->spans, SPAN_LARGE);
    }
    char *copy = ref_address(old);
    uint64_t *from = (uint64_t *)h, *to = (uint64_t *)copy;
    for (size_t i = 0; i < size / 8; i++)
        to[i] = from[i];
    ((struct stm_header *)copy)->bits = bits;
    h->bits |= STM_FORWARDED;
    from[1] = old;
    *slot = old;
    s->stats.objects_promoted++;
    s->stats.bytes_promoted += size;
    vec_push(&s->gray, old);
}

void stm_forward(struct stm_segment *s, uintptr_t *slot)
{
    uintptr_t p = *slot;
    if (stm_is_young(p)) {
        promote(s, slot);
    } else if (STM_UNLIKELY(s->young_large.n) && p >= STM_OLD_START && !(p & (STM_PAGE - 1))) {
        struct stm_header *h = view_header(s, p);
        if ((h->bits & (STM_CARDS | STM_WRITE_BARRIER)) == STM_CARDS) {   /* a large young object: now it is reached */
            h->bits |= new_bits;
            vec_push(&s->gray, p);
        }
    }
}

bool stm_survivor(struct stm_segment *s, uintptr_t *slot)
{
    uintptr_t p = *slot;
    if (stm_is_young(p)) {
        struct stm_header *h = view_header(s, p);
        if (!(h->bits & STM_FORWARDED))
            return false;
        *slot = ((uintptr_t *)h)[1];
    } else if (STM_UNLIKELY(s->young_large.n) && p >= STM_OLD_START && !(p & (STM_PAGE - 1))) {
        return (view_header(s, p)->bits & (STM_CARDS | STM_WRITE_BARRIER)) != STM_CARDS;
    }
    return true;
}

static bool is_young_large(struct stm_segment *s, uintptr_t p)
{
    struct large *l = s->young_large.n ? stm_large_of(p) : NULL;
    return l && l->young;
}

static void drain(struct stm_segment *s)
{
    while (s->gray.n) {
        uintptr_t p = s->gray.items[--s->gray.n];
        char *at = is_young_large(s, p) ? view_address(s, p) : ref_address(p);
        const struct stm_type *t = type_of((struct stm_header *)at);
        STM_TRACE(at, t, slot, stm_forward(s, slot));
    }
}

static void forward_root(struct stm_segment *s, uintptr_t *slot)
{
    if (*slot >= STM_NURSERY_START && !(*slot & 1))
        stm_forward(s, slot);
}

static void collect_roots(struct stm_segment *s)
{
    struct stm_thread *t = s->cb->thread;
    STM_WALK_SHADOWSTACK(t->shadowstack, s->cb->shadowstack_top, slot, stm_forward(s, (uintptr_t *)slot));
    for (int i = 0; i < STM_CLIENT_REFS; i++)
        forward_root(s, (uintptr_t *)&s->cb->client_refs[i]);
    for (uint32_t r = 0; r < t->n_root_regions; r++)
        for (size_t i = 0; i < t->root_regions[r].count; i++)
            forward_root(s, (uintptr_t *)&t->root_regions[r].start[i]);
    for (size_t i = 0; i < s->popped.n; i += 2)
        forward_root(s, &s->popped.items[i + 1]);
}

static void collect_remembered(struct stm_segment *s)
{
    for (size_t i = 0; i < s->remembered.n; i++) {
        char *at = view_address(s, s->remembered.items[i]);
        struct stm_header *h = (struct stm_header *)at;
        const struct stm_type *t = type_of(h);
        h->bits |= STM_WRITE_BARRIER;
        STM_TRACE(at, t, slot, stm_forward(s, slot));
    }
    s->remembered.n = 0;
    for (size_t i = 0; i < s->remembered_cards.n; i += 2) {
        uintptr_t card = s->remembered_cards.items[i], obj = s->remembered_cards.items[i + 1];
        STM_TRACE_CARD(view_address(s, obj), card - obj, slot, stm_forward(s, slot));
        *card_byte(s, card) = s->cb->one_thread || is_own(s, view_header(s, obj)->bits) ? 0 : 1;
    }
    s->remembered_cards.n = 0;
}

/* Large young objects: those that were reached are old now, the others are freed. */
static void finish_large(struct stm_segment *s)
{
    for (size_t i = 0; i < s->young_large.n; i++) {
        uintptr_t p = s->young_large.items[i];
        struct large *l = stm_large_of(p);
        struct stm_header *h = view_header(s, p);
        if (h->bits & STM_WRITE_BARRIER) {
            size_t size = size_of(h);
            vec_push(&s->created_large, p);
            vec_push2(&s->spans, p, p + size);
            vec_push(&s->spans, SPAN_LARGE);
            l->dirty = true;
            l->young = false;
        } else {
            if (!s->cb->one_thread)
                stm_drop_private_range(s, p, l->pages * STM_PAGE);
            stm_large_free(l);
        }
    }
    s->young_large.n = 0;
    s->young_large_bytes = 0;
}

/* Where this view's pages are private, the new objects must show there, too. */
static void sync_new_spans(struct stm_segment *s)
{
    stm_gather_spans(s);
    if (s->cb->one_thread) {
        s->spans.n = s->spans_unsynced = s->created_large.n = 0;
        stm_registered_commit(s);
        return;
    }
    for (size_t i = s->spans_unsynced; i < s->spans.n; i += 3) {
        struct large *l = s->spans.items[i + 2] == SPAN_LARGE ? stm_large_of(s->spans.items[i]) : NULL;
        if ((!l || !l->dirty) && stm_rule(RULE_OWN_VIEW))      /* the newest bytes of a large one stand in the view */
            stm_sync_span(s, s->spans.items[i], s->spans.items[i + 1]);
    }
    s->spans_unsynced = s->spans.n;
}

void stm_minor_collection(struct stm_segment *s, bool commits)
{
    stm_event(s, STM_EVENT_MINOR, NULL);
    uint64_t start = stm_now();
    new_bits = creation_bits(s, commits);
    collect_roots(s);
    collect_remembered(s);
    stm_minor_finalizers(s);
    stm_cache_minor(s);
    drain(s);
    stm_minor_weakrefs(s);
    stm_minor_destructors(s);
    for (size_t i = 0; i < s->n_modified; i++)
        if (!stm_survivor(s, (uintptr_t *)&s->modified[i].marker.code))
            s->modified[i].marker.code = NULL;
    finish_large(s);
    sync_new_spans(s);
    s->shadows.n = 0;
    stm_nursery_reset(s);
    s->stats.minor_ns += stm_now() - start;
    stm_event(s, STM_EVENT_MINOR_DONE, NULL);
}
