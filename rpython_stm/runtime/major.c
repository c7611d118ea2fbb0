/* The major collection: mark and sweep, nothing moves, the world is stopped.
 *
 * Before, every segment has collected its nursery, pulled the log to its end, and written its new objects to the
 * reference memory.  Then the log's content goes there, too, and marking looks at the reference memory alone, but for
 * the uncommitted changes of running transactions: those are looked at in their views, in addition.  In the end the
 * views drop all private pages but those with uncommitted changes.
 */
#define _GNU_SOURCE
#include "internal.h"

#define MAJOR_MINIMUM   (64UL << 20)   /* bytes of growth that are worth a major collection */
#define PRIVATE_MAXIMUM (96UL << 20)   /* bytes of private pages that are, too, unless the heap is larger */
#define LOG_MAXIMUM     (64UL << 20)

static struct vec gray;

static void mark(uintptr_t p)
{
    if (p < STM_PREBUILT_START || (p < STM_OLD_START && p >= STM_PREBUILT_LIMIT))
        return;
    if (stm_set_mark(p))
        vec_push(&gray, p);
}

static void mark_root(uintptr_t p)
{
    if (p && !(p & 1))
        mark(p);
}

static void trace(char *at)
{
    const struct stm_type *t = type_of((struct stm_header *)at);
    STM_TRACE(at, t, slot, mark(*slot));
}

static void drain(void)
{
    while (gray.n) {
        uintptr_t p = gray.items[--gray.n];
        char *at = ref_address(p);
        struct stm_header *h = (struct stm_header *)at;
        if (STM_UNLIKELY(stm_state.reset_creation_numbers) && h->bits >> 8)
            h->bits &= 0xff;
        trace(at);
    }
}

static void mark_children(uintptr_t p)
{
    trace(ref_address(p));
    drain();
}

/* ---- roots */

static void mark_shadowstack(stm_ref *base, stm_ref *top)
{
    STM_WALK_SHADOWSTACK(base, top, slot, mark((uintptr_t)*slot));
}

static void mark_refs(stm_ref *refs, size_t n)
{
    for (size_t i = 0; i < n; i++)
        mark_root((uintptr_t)refs[i]);
}

static void mark_thread(struct stm_thread *t)
{
    struct stm_control_block *cb = t->segment ? t->segment->cb : NULL;
    mark_shadowstack(t->shadowstack, cb ? cb->shadowstack_top : t->saved_top);
    mark_refs(cb ? cb->client_refs : t->saved_refs, STM_CLIENT_REFS);
    for (uint32_t i = 0; i < t->n_root_regions; i++)
        mark_refs(t->root_regions[i].start, t->root_regions[i].count);
    if (t->checkpoint.valid && t->segment && t->segment->running && !cb->inevitable) {
        mark_shadowstack(t->checkpoint.roots, t->checkpoint.roots + t->checkpoint.n_roots);
        mark_refs(t->checkpoint.client_refs, STM_CLIENT_REFS);
        for (uint32_t i = 0; i < t->n_root_regions; i++)
            mark_refs(t->checkpoint.root_regions[i], t->root_regions[i].count);
    }
}

/* Objects that a running transaction has changed: both contents count. */
static void mark_modified(struct stm_segment *s)
{
    for (size_t i = 0; i < s->n_modified; i++) {
        const struct modified *m = &s->modified[i];
        mark(m->obj);
        if (m->kind == RECORD_CARD)
            STM_TRACE_CARD(view_address(s, m->obj), m->start - m->obj, slot, mark(*slot));
        else
            trace(view_address(s, m->obj));
    }
    for (size_t i = 0; i < s->new_finalizers.n; i += 2)
        mark(s->new_finalizers.items[i + 1]);
    for (size_t i = 0; i < s->popped.n; i += 2)
        mark(s->popped.items[i + 1]);
    for (size_t i = 0; i < s->n_modified; i++)
        mark_root((uintptr_t)s->modified[i].marker.code);
}

static void mark_prebuilt(void)
{
    uintptr_t words = ((stm_prebuilt_end - STM_PREBUILT_START) / STM_GRANULE + 63) / 64;
    for (uintptr_t i = 0; i < words; i++)
        for (uint64_t w = stm_state.prebuilt_modified[i]; w; w &= w - 1)
            mark(STM_PREBUILT_START + (i * 64 + __builtin_ctzl(w)) * STM_GRANULE);
}

static void mark_roots(void)
{
    for (struct stm_thread *t = stm_state.threads; t; t = t->next)
        mark_thread(t);
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        mark_modified(&stm_state.segments[i]);
    for (size_t i = 0; i < stm_state.config.n_static_roots; i++)
        mark_root((uintptr_t)*stm_state.config.static_roots[i]);
    for (int q = 0; q < STM_QUEUES; q++)
        for (size_t i = stm_state.ready_first[q]; i < stm_state.ready[q].n; i++)
            mark(stm_state.ready[q].items[i]);
    mark_prebuilt();
}

/* ---- private pages */

/* Takes the uncommitted bytes aside, drops all private pages, and puts them back. */
static void renew_view(struct stm_segment *s)
{
    struct vec saved = {0};
    for (size_t i = 0; i < s->n_modified; i++) {
        char *copy = stm_xmalloc(s->modified[i].size);
        memcpy(copy, view_address(s, s->modified[i].start), s->modified[i].size);
        vec_push(&saved, (uintptr_t)copy);
    }
    stm_drop_private(s);
    for (size_t i = 0; i < s->n_modified; i++) {
        const struct modified *m = &s->modified[i];
        set_private(s, m->start, m->size);
        if (stm_rule(RULE_KEEP_UNCOMMITTED))
            memcpy(view_address(s, m->start), (char *)saved.items[i], m->size);
        free((char *)saved.items[i]);
    }
    vec_free(&saved);
}

static void renew_views(void)
{
    for (uint32_t i = 1; i <= stm_state.n_segments; i++) {
        struct stm_segment *s = &stm_state.segments[i];
        renew_view(s);
        s->spans.n = s->spans_unsynced = s->pending_spans.n = 0;
        s->spans_seen = 0;
        s->spans_cleared = true;
    }
    stm_state.spans.n = 0;
}

/* Large objects of running transactions that died must not be taken for what will stand there next. */
static void prune_created(struct stm_segment *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->created_large.n; i++)
        if (stm_is_marked(s->created_large.items[i]))
            s->created_large.items[n++] = s->created_large.items[i];
    s->created_large.n = n;
}

/* ---- the collection */

static size_t private_bytes(void)
{
    size_t n = 0;
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        n += stm_state.segments[i].n_private;
    return n * STM_PAGE;
}

bool stm_major_due(void)
{
    size_t heap = __atomic_load_n(&stm_state.heap_bytes, __ATOMIC_RELAXED);
    size_t allowed = heap > PRIVATE_MAXIMUM ? heap : PRIVATE_MAXIMUM;
    return heap + (stm_state.raw_bytes > 0 ? stm_state.raw_bytes : 0) > stm_state.next_major ||
           private_bytes() > allowed || stm_state.log_bytes > LOG_MAXIMUM;
}

static void set_next_major(void)
{
    size_t live = stm_state.heap_bytes;
    stm_state.live_bytes = live;
    __atomic_store_n(&stm_state.raw_bytes, 0, __ATOMIC_RELAXED);
    size_t growth = live * 4 / 5 > MAJOR_MINIMUM ? live * 4 / 5 : MAJOR_MINIMUM;
    stm_state.next_major = live + growth;
    if (stm_state.max_heap && stm_state.next_major > stm_state.max_heap)
        stm_state.next_major = stm_state.max_heap;
}

/* They are used up: live objects' headers were cleared by the marking, except in uncommitted copies. */
static void forget_creation_numbers(void)
{
    for (uint32_t i = 1; i <= stm_state.n_segments; i++) {
        struct stm_segment *s = &stm_state.segments[i];
        s->creation_number = 0;
        for (size_t j = 0; j < s->n_modified; j++)
            if (s->modified[j].start == s->modified[j].obj) {
                ((struct stm_header *)s->modified[j].backup)->bits &= 0xff;
                view_header(s, s->modified[j].obj)->bits &= 0xff;
            }
    }
    stm_state.last_creation_number = 0;
    stm_state.reset_creation_numbers = false;
}

/* Others may have committed between a thread's last pull and the moment when the last thread parked.  Empty segments
   follow the reference memory from here on. */
static void pull_to_the_end(void)
{
    for (uint32_t i = 1; i <= stm_state.n_segments; i++) {
        struct stm_segment *s = &stm_state.segments[i];
        if (s->following || s->cb->one_thread)
            continue;
        if (!s->cb->thread) {
            stm_drop_private(s);
            s->following = true;
        } else if (stm_rule(RULE_PULL_BEFORE_DROP) && !stm_pull(s)) {
            s->cb->thread->abort_event = STM_EVENT_ABORT_CONFLICT;
            s->cb->thread->abort_reason = NULL;
            stm_roll_back(s, s->cb->thread);
            s->rolled_back = true;
        }
    }
}

void stm_settle_world(void)
{
    pull_to_the_end();
    stm_log_apply_all();
    /* who was rolled back has not pulled the entry that it conflicts with, and is past it now */
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        if (stm_state.segments[i].rolled_back)
            stm_drop_private(&stm_state.segments[i]);
    stm_state.settle_serial++;          /* the sleepers of stm_retry were pulled past what they wait for: they look again */
}

static void collect_stopped(void)
{
    stm_settle_world();
    stm_clear_all_marks();
    mark_roots();
    drain();
    stm_major_finalizers(mark, mark_children);
    drain();
    stm_major_weakrefs();
    stm_cache_major();
    stm_major_destructors();
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        prune_created(&stm_state.segments[i]);
    if (stm_state.reset_creation_numbers)
        forget_creation_numbers();
    renew_views();
    stm_sweep();
    set_next_major();
}

void stm_major_collection(void)
{
    struct stm_segment *s = stm_segment();
    uint64_t start = stm_now();
    if (!stm_stop_world())
        return;
    stm_event(s, STM_EVENT_MAJOR, NULL);
    stm_at_safe_point(s);
    collect_stopped();
    s->stats.major_ns += stm_now() - start;
    stm_event(s, STM_EVENT_MAJOR_DONE, NULL);
    stm_restart_world();
    if (s->rolled_back) {
        s->rolled_back = false;
        struct stm_thread *t = stm_self;
        if (t->on_abort.n)
            stm_run_callbacks(&t->on_abort);
        stm_checkpoint_jump(t);
    }
    stm_wake_waiters(NULL);
}

void stm_collect(int generation)
{
    struct stm_segment *s = stm_segment();
    if (generation == 0) {
        stm_minor_collection(s, false);
        return;
    }
    stm_major_collection();
}
