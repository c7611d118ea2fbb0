/* Threads, segments, stopping the world.
 *
 * One lock guards who is where.  `n_running` counts the threads that hold a segment and are not parked; the world is stopped
 * when only the collector is left.  A thread looks for a wanted stop at its safe points: the allocation's slow path,
 * the break's slow path, and wherever it waits.
 */
#define _GNU_SOURCE
#include "internal.h"
#include <errno.h>
#include <sys/mman.h>

#define DEFAULT_SHADOWSTACK (8UL << 20)

__thread struct stm_thread *stm_self;

/* ---- thread records */

struct stm_thread *stm_thread_new(void)
{
    struct stm_thread *t = calloc(1, sizeof *t);
    if (!t)
        return NULL;
    size_t bytes = stm_state.config.shadowstack_size ? stm_state.config.shadowstack_size : DEFAULT_SHADOWSTACK;
    t->shadowstack = stm_reserve(bytes);
    if (!t->shadowstack) {
        free(t);
        return NULL;
    }
    t->shadowstack_bytes = bytes;
    t->saved_top = t->shadowstack;
    t->length = stm_state.transaction_length;
    sem_init(&t->wake, 0, 0);
    pthread_mutex_lock(&stm_state.lock);
    t->ident = ++stm_state.last_ident;
    t->next = stm_state.threads;
    if (t->next)
        t->next->previous = t;
    stm_state.threads = t;
    __atomic_fetch_add(&stm_state.n_threads, 1, __ATOMIC_SEQ_CST);
    stm_state.alone = 0;
    pthread_mutex_unlock(&stm_state.lock);
    return t;
}

void stm_thread_free(struct stm_thread *t)
{
    pthread_mutex_lock(&stm_state.lock);
    if (t->next)
        t->next->previous = t->previous;
    if (t->previous)
        t->previous->next = t->next;
    else
        stm_state.threads = t->next;
    __atomic_fetch_sub(&stm_state.n_threads, 1, __ATOMIC_SEQ_CST);
    pthread_mutex_unlock(&stm_state.lock);
    munmap(t->shadowstack, t->shadowstack_bytes);
    if (t->abort_stack)
        munmap(t->abort_stack, 65536);
    free(t->checkpoint.context.stack);
    free(t->checkpoint.roots);
    for (int i = 0; i < STM_REGIONS; i++) {
        free(t->checkpoint.regions[i]);
        free(t->checkpoint.root_regions[i]);
    }
    stm_raw_close(t);
    vec_free(&t->on_commit);
    vec_free(&t->on_abort);
    sem_destroy(&t->wake);
    free(t);
}

/* ---- segments */

void stm_load_thread(struct stm_segment *s, struct stm_thread *t)
{
    struct stm_control_block *cb = s->cb;
    cb->thread = t;
    cb->shadowstack_top = t->saved_top;
    cb->shadowstack_limit = t->shadowstack + t->shadowstack_bytes / sizeof(stm_ref);
    cb->atomic = t->saved_atomic;
    memcpy(cb->client_words, t->saved_words, sizeof cb->client_words);
    memcpy(cb->client_refs, t->saved_refs, sizeof cb->client_refs);
}

void stm_store_thread(struct stm_segment *s, struct stm_thread *t)
{
    struct stm_control_block *cb = s->cb;
    t->saved_top = cb->shadowstack_top;
    t->saved_atomic = cb->atomic;
    memcpy(t->saved_words, cb->client_words, sizeof cb->client_words);
    memcpy(t->saved_refs, cb->client_refs, sizeof cb->client_refs);
    cb->thread = NULL;
}

static struct stm_segment *find_free(struct stm_thread *t)
{
    if (t->last_segment && !t->last_segment->cb->thread)
        return t->last_segment;
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        if (!stm_state.segments[i].cb->thread)
            return &stm_state.segments[i];
    return NULL;
}

/* The sleepers of stm_retry keep their segment as long as nobody else needs it. */
static void evict_sleepers(void)
{
    for (struct stm_thread *t = stm_state.waiters; t; t = t->next_waiter)
        if (t->segment) {
            t->woken = true;
            sem_post(&t->wake);
        }
}

/* While one thread was alone, everything it did is in the reference memory, its view, but it may have young objects. */
static void switch_to_several(struct stm_segment *s, struct stm_thread *outside)
{
    if (outside) {
        stm_set_gs(s->view);
        stm_load_thread(s, outside);
    }
    stm_minor_collection(s, true);
    s->cb->one_thread = 0;
    s->cb->inevitable = 0;
    stm_state.one_thread = false;
    stm_view_private(s);
    s->following = false;
    s->seen = stm_state.log_head;
    s->spans_seen = stm_state.spans.n;
    if (outside) {
        stm_store_thread(s, outside);
        stm_set_gs(0);
    }
}

/* The calling thread is the one that was alone, between two transactions. */
void stm_leave_one_thread_mode(void)
{
    pthread_mutex_lock(&stm_state.lock);
    if (stm_state.one_thread)
        switch_to_several(stm_segment(), NULL);
    pthread_cond_broadcast(&stm_state.segment_free);
    pthread_mutex_unlock(&stm_state.lock);
}

/* The calling thread is alone again, between two transactions: its view becomes the reference memory. */
void stm_enter_one_thread_mode(void)
{
    struct stm_segment *own = stm_segment();
    pthread_mutex_lock(&stm_state.lock);
    if (stm_state.n_threads == 1 && !stm_state.stop_owner) {
        stm_pull(own);
        stm_log_apply_all();
        for (uint32_t i = 1; i <= stm_state.n_segments; i++) {
            struct stm_segment *s = &stm_state.segments[i];
            stm_drop_private(s);
            s->following = true;
            s->spans_seen = 0;
            s->pending_spans.n = 0;
        }
        stm_state.spans.n = 0;
        stm_view_share(own);
        own->cb->one_thread = 1;
        stm_state.one_thread = true;
        stm_state.alone = 0;
    }
    pthread_mutex_unlock(&stm_state.lock);
}

static struct stm_thread *somebody_alone(void)
{
    for (struct stm_thread *t = stm_state.threads; t; t = t->next)
        if (t->last_segment && t->last_segment->cb->one_thread)
            return t;
    return NULL;
}

/* True when this thread may take a segment now.  The lock is held. */
static bool may_enter(struct stm_thread *t)
{
    if (stm_state.stop_owner)
        return false;
    if (!stm_state.one_thread || stm_state.n_threads == 1)
        return true;
    struct stm_thread *alone = somebody_alone();
    if (alone && alone->segment) {     /* it leaves the mode at its next break */
        __atomic_store_n(&alone->segment->cb->nursery_mark, 0, __ATOMIC_RELAXED);
        return false;
    }
    if (alone) {
        if (alone == t && stm_state.test_mode)
            return true;
        switch_to_several(alone->last_segment, alone);
    }
    return true;
}

void stm_acquire_segment(struct stm_thread *t)
{
    struct stm_segment *s = NULL;
    uint64_t start = 0;
    pthread_mutex_lock(&stm_state.lock);
    uint64_t ticket = stm_state.next_ticket++;
    stm_state.n_waiting_segment++;
    while (stm_state.serving != ticket || !may_enter(t) || !(s = find_free(t))) {
        if (!start)
            start = stm_now();
        evict_sleepers();
        pthread_cond_broadcast(&stm_state.commit_free);        /* waiting for their turn, they may give theirs up */
        pthread_cond_wait(&stm_state.segment_free, &stm_state.lock);
    }
    stm_state.serving++;
    stm_state.n_waiting_segment--;
    if (stm_state.n_waiting_segment)
        pthread_cond_broadcast(&stm_state.segment_free);
    stm_load_thread(s, t);
    t->segment = t->last_segment = s;
    stm_state.n_running++;
    if (s->following && !s->cb->one_thread) {
        s->seen = stm_state.log_head;
        s->spans_seen = stm_state.spans.n;
        s->following = false;
    }
    pthread_mutex_unlock(&stm_state.lock);
    stm_self = t;
    stm_set_gs(s->view);
    stm_sync_spans(s);
    stm_nursery_publish_end(s);
    if (start)
        s->stats.waited_ns += stm_now() - start;
}

/* What this segment's transactions created and nobody was told of: the next thread here may learn of it (through a
   segment-local cache), and this thread takes it along. */
static void publish_pending_spans(struct stm_segment *s)
{
    if (s->pending_spans.n == 0)
        return;
    stm_sync_spans(s);
    pthread_mutex_lock(&stm_state.heap_lock);
    for (; s->spans_seen < stm_state.spans.n; s->spans_seen += 2)
        stm_sync_span(s, stm_state.spans.items[s->spans_seen], stm_state.spans.items[s->spans_seen + 1]);
    for (size_t i = 0; i < s->pending_spans.n; i++)
        vec_push(&stm_state.spans, s->pending_spans.items[i]);
    s->spans_seen = stm_state.spans.n;
    s->pending_spans.n = 0;
    pthread_mutex_unlock(&stm_state.heap_lock);
}

void stm_release_segment(struct stm_thread *t)
{
    struct stm_segment *s = t->segment;
    stm_check(!s->running);
    publish_pending_spans(s);
    pthread_mutex_lock(&stm_state.lock);
    stm_store_thread(s, t);
    t->segment = NULL;
    stm_state.n_running--;
    if (stm_state.stop_owner)
        pthread_cond_signal(&stm_state.parked);
    if (stm_state.n_waiting_segment)
        pthread_cond_broadcast(&stm_state.segment_free);
    pthread_mutex_unlock(&stm_state.lock);
    stm_set_gs(0);
}

/* Between two transactions: others may be waiting for a segment. */
void stm_yield_segment(struct stm_thread *t)
{
    if (stm_state.one_thread || __atomic_load_n(&stm_state.n_waiting_segment, __ATOMIC_RELAXED) == 0)
        return;
    stm_release_segment(t);
    stm_acquire_segment(t);
}

/* ---- stopping the world */

static void poke(struct stm_segment *s)
{
    __atomic_store_n(&s->cb->nursery_mark, 0, __ATOMIC_RELAXED);
    __atomic_store_n(&s->cb->nursery_end, 0, __ATOMIC_SEQ_CST);
}

void stm_park(void)
{
    stm_at_safe_point(stm_segment());
    pthread_mutex_lock(&stm_state.lock);
    stm_state.n_running--;
    if (stm_state.stop_owner)
        pthread_cond_signal(&stm_state.parked);
    pthread_mutex_unlock(&stm_state.lock);
}

void stm_unpark(void)
{
    pthread_mutex_lock(&stm_state.lock);
    while (stm_state.stop_owner)
        pthread_cond_wait(&stm_state.segment_free, &stm_state.lock);
    stm_state.n_running++;
    pthread_mutex_unlock(&stm_state.lock);
    stm_nursery_publish_end(stm_segment());
}

/* Tests: the other segments' transactions come to a safe point at the hands of this thread. */
static void stop_others_by_hand(void)
{
    struct stm_thread *self = stm_self;
    uintptr_t view = STM_SEG->view;
    for (uint32_t i = 1; i <= stm_state.n_segments; i++) {
        struct stm_segment *s = &stm_state.segments[i];
        if (s->running && s->view != view) {
            stm_set_gs(s->view);
            stm_self = s->cb->thread;
            stm_at_safe_point(s);
        }
    }
    stm_self = self;
    stm_set_gs(view);
}

bool stm_stop_world(void)
{
    struct stm_thread *t = stm_self;
    pthread_mutex_lock(&stm_state.lock);
    if (stm_state.stop_owner) {
        pthread_mutex_unlock(&stm_state.lock);
        stm_safe_point();
        return false;
    }
    __atomic_store_n(&stm_state.stop_owner, t, __ATOMIC_SEQ_CST);
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        if (stm_state.segments[i].cb->thread && stm_state.segments[i].cb->thread != t)
            poke(&stm_state.segments[i]);
    pthread_cond_broadcast(&stm_state.commit_free);
    if (!stm_state.test_mode)
        while (stm_state.n_running > 1)
            pthread_cond_wait(&stm_state.parked, &stm_state.lock);
    pthread_mutex_unlock(&stm_state.lock);
    if (stm_state.test_mode)
        stop_others_by_hand();
    return true;
}

void stm_restart_world(void)
{
    pthread_mutex_lock(&stm_state.lock);
    __atomic_store_n(&stm_state.stop_owner, NULL, __ATOMIC_SEQ_CST);
    pthread_cond_broadcast(&stm_state.segment_free);
    pthread_mutex_unlock(&stm_state.lock);
    if (stm_state.test_mode)
        for (uint32_t i = 1; i <= stm_state.n_segments; i++)
            stm_nursery_publish_end(&stm_state.segments[i]);
}

void stm_poke(void)
{
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        __atomic_store_n(&stm_state.segments[i].cb->nursery_mark, 0, __ATOMIC_RELAXED);
    if (stm_state.main_thread)         /* asleep, perhaps; a semaphore is all that a signal handler may touch */
        sem_post(&stm_state.main_thread->wake);
}

/* ---- what the client calls */

int stm_thread_attach(void *stack_base)
{
    struct stm_thread *t = stm_thread_new();
    if (!t)
        return -1;
    t->stack_base = stack_base;
    stm_acquire_segment(t);
    stm_event(t->segment, STM_EVENT_THREAD_START, NULL);
    stm_start_transaction();
    return 0;
}

void stm_thread_detach(void)
{
    struct stm_thread *t = stm_self;
    stm_check(t && t->segment && !STM_SEG->atomic);
    stm_commit_transaction();
    stm_event(t->segment, STM_EVENT_THREAD_END, NULL);
    stm_release_segment(t);
    stm_self = NULL;
    stm_thread_free(t);
}

int stm_thread_is_attached(void) { return stm_self != NULL; }
int64_t stm_thread_ident(void) { return stm_self->ident; }
uint32_t stm_thread_count(void) { return stm_state.n_threads; }
uint32_t stm_segment_limit(void) { return stm_state.n_segments; }

/* Its creator's inevitable transaction (inside atomic) has to end before the new thread may see anything. */
static void wait_for_creator(struct stm_thread *t)
{
    while (__atomic_load_n(&stm_state.inevitable_serial, __ATOMIC_SEQ_CST) < t->wait_serial) {
        pthread_mutex_lock(&stm_state.lock);
        __atomic_fetch_add(&stm_state.n_waiting_commit, 1, __ATOMIC_SEQ_CST);
        if (__atomic_load_n(&stm_state.inevitable_serial, __ATOMIC_SEQ_CST) < t->wait_serial)
            pthread_cond_wait(&stm_state.commit_free, &stm_state.lock);
        __atomic_fetch_sub(&stm_state.n_waiting_commit, 1, __ATOMIC_SEQ_CST);
        pthread_mutex_unlock(&stm_state.lock);
    }
}

static void *thread_main(void *argument)
{
    struct stm_thread *t = argument;
    t->stack_base = __builtin_frame_address(0);
    if (t->wait_serial)
        wait_for_creator(t);
    stm_acquire_segment(t);
    stm_event(t->segment, STM_EVENT_THREAD_START, NULL);
    stm_start_transaction();
    stm_self->function(stm_self->argument);
    stm_thread_detach();
    return NULL;
}

static int start_pthread(struct stm_thread *t, size_t stack_size)
{
    pthread_attr_t attributes;
    pthread_t thread;
    stm_ticker_start();
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    if (stack_size)
        pthread_attr_setstacksize(&attributes, stack_size);
    int error = pthread_create(&thread, &attributes, thread_main, t);
    pthread_attr_destroy(&attributes);
    return error;
}

int stm_thread_create(void (*fn)(void *arg), void *arg, stm_ref ref, size_t stack_size)
{
    stm_become_inevitable("start of a thread");
    stm_push_root(ref);
    stm_minor_collection(stm_segment(), false);        /* so that `ref` is old */
    ref = stm_pop_root();
    struct stm_thread *t = stm_thread_new();
    if (!t)
        return EAGAIN;
    t->function = fn;
    t->argument = arg;
    t->saved_refs[0] = ref;
    if (STM_SEG->atomic) {
        if (!STM_SEG->one_thread)
            t->wait_serial = stm_state.inevitable_serial + 1;
        int error = start_pthread(t, stack_size);      /* alone: the mode changes when this transaction ends */
        if (error)
            stm_thread_free(t);
        return error;
    }
    stm_commit_transaction();
    publish_pending_spans(stm_segment());
    int error = start_pthread(t, stack_size);
    if (error)
        stm_thread_free(t);
    stm_start_transaction();
    return error;
}
