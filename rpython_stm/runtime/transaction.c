/* Transactions: start, break, commit, abort, the right to commit.
 *
 * The right to commit is a reservation at the end of the log (ENTRY_RESERVED).  Its holder either is inevitable, or
 * lost so often that it runs with the right from its start; in both cases nobody can commit anything that it has
 * read.  Those who want to commit meanwhile wait on a condition variable, and come to safe points from there.
 */
#include "internal.h"
#include <errno.h>

#define LOSSES_BEFORE_PRIVILEGE 8      /* aborts in a row */
#define SHORTEST_TRANSACTION    4096UL
#define LOOKS_FOR_MAJOR         64     /* transactions from one full look at whether a major collection is due to the next */
#define ALONE_BEFORE_ONE_THREAD 4      /* transactions */

/* ---- the right to commit, and turns */

bool stm_is_turn(const struct stm_segment *s)
{
    return !s->turn || __atomic_load_n(s->turn, __ATOMIC_ACQUIRE) == s->ticket;
}

static bool log_is_reserved(struct stm_segment *s)
{
    return __atomic_load_n(&s->seen->next, __ATOMIC_SEQ_CST) == ENTRY_RESERVED;
}

static void ask_holder_to_finish(void)
{
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        if (stm_state.segments[i].token)
            __atomic_store_n(&stm_state.segments[i].cb->nursery_mark, 0, __ATOMIC_RELAXED);
}

/* Waits until the log is free again (or, if `turn`, until it is this transaction's turn).  May abort. */
static void wait_to_commit(struct stm_segment *s, bool turn)
{
    uint64_t start = stm_now();
    stm_event(s, turn ? STM_EVENT_WAIT_ORDER : STM_EVENT_WAIT_COMMIT, NULL);
    pthread_mutex_lock(&stm_state.lock);
    __atomic_fetch_add(&stm_state.n_waiting_commit, 1, __ATOMIC_SEQ_CST);
    while (!stop_wanted() && (turn ? !stm_is_turn(s) && !stm_state.n_waiting_segment : log_is_reserved(s))) {
        if (!turn)
            ask_holder_to_finish();
        pthread_cond_wait(&stm_state.commit_free, &stm_state.lock);
    }
    __atomic_fetch_sub(&stm_state.n_waiting_commit, 1, __ATOMIC_SEQ_CST);
    pthread_mutex_unlock(&stm_state.lock);
    s->stats.waited_ns += stm_now() - start;
    stm_event(s, STM_EVENT_WAIT_DONE, NULL);
    if (stop_wanted())
        stm_safe_point();
}

static void wake_committers(void)
{
    if (__atomic_load_n(&stm_state.n_waiting_commit, __ATOMIC_SEQ_CST) == 0)
        return;
    pthread_mutex_lock(&stm_state.lock);
    pthread_cond_broadcast(&stm_state.commit_free);
    pthread_mutex_unlock(&stm_state.lock);
}

/* False: conflict. */
static bool take_token(struct stm_segment *s)
{
    for (;;) {
        if (!stm_pull(s))
            return false;
        struct entry *none = NULL;
        if (__atomic_compare_exchange_n(&s->seen->next, &none, ENTRY_RESERVED, false, __ATOMIC_SEQ_CST,
                                        __ATOMIC_SEQ_CST)) {
            s->token = true;
            return true;
        }
        if (none == ENTRY_RESERVED)
            wait_to_commit(s, false);
    }
}

/* The log goes on with `e`, or with nothing. */
void stm_release_token(struct stm_segment *s, struct entry *e)
{
    __atomic_store_n(&s->seen->next, e, __ATOMIC_SEQ_CST);
    s->token = false;
    __atomic_fetch_add(&stm_state.inevitable_serial, 1, __ATOMIC_SEQ_CST);
    wake_committers();
}

/* Somebody needs a segment, perhaps the one whose turn it is: gives this one up, waits, and runs all over again. */
static void wait_without_segment(struct stm_segment *s)
{
    struct stm_thread *t = stm_self;
    volatile uint64_t *turn = s->turn;
    uint64_t ticket = s->ticket;
    uint32_t aborts = t->aborts;
    t->abort_event = STM_EVENT_ABORT_MANUAL;
    t->abort_reason = "gave its segment up while waiting for its turn";
    stm_roll_back(s, t);
    t->aborts = aborts;                /* it lost to nobody */
    if (t->on_abort.n)
        stm_run_callbacks(&t->on_abort);
    stm_release_segment(t);
    pthread_mutex_lock(&stm_state.lock);
    __atomic_fetch_add(&stm_state.n_waiting_commit, 1, __ATOMIC_SEQ_CST);
    while (__atomic_load_n(turn, __ATOMIC_ACQUIRE) != ticket)
        pthread_cond_wait(&stm_state.commit_free, &stm_state.lock);
    __atomic_fetch_sub(&stm_state.n_waiting_commit, 1, __ATOMIC_SEQ_CST);
    pthread_mutex_unlock(&stm_state.lock);
    stm_acquire_segment(t);
    stm_checkpoint_jump(t);
}

static void wait_for_turn(struct stm_segment *s)
{
    while (!stm_is_turn(s)) {
        if (s->token)                  /* the one whose turn it is needs it */
            stm_release_token(s, NULL);
        wait_to_commit(s, true);
        if (!stm_is_turn(s) && __atomic_load_n(&stm_state.n_waiting_segment, __ATOMIC_RELAXED))
            wait_without_segment(s);
        if (!stm_pull(s))
            stm_abort(STM_EVENT_ABORT_CONFLICT, NULL);
    }
}

/* ---- start */

void stm_set_mark_for_break(struct stm_segment *s)
{
    uintptr_t mark = s->nursery.limit;
    if (!s->cb->one_thread) {
        mark = s->cb->nursery_current + s->cb->thread->length;
        if (mark > s->nursery.limit)
            mark = s->nursery.limit;
    }
    __atomic_store_n(&s->cb->nursery_mark, mark, __ATOMIC_RELAXED);
}

static void begin_alone(struct stm_segment *s)
{
    s->running = true;
    s->cb->inevitable = 1;
    s->start_ns = 0;
    stm_set_mark_for_break(s);
    stm_event(s, STM_EVENT_START, NULL);
}

static void begin(struct stm_thread *t)
{
    struct stm_segment *s = stm_segment();
    while (stop_wanted())
        stm_safe_point();
    if (stm_state.heap_bytes > stm_state.next_major || (++s->begun % LOOKS_FOR_MAJOR == 0 && stm_major_due()))
        stm_major_collection();
    if (t->aborts >= LOSSES_BEFORE_PRIVILEGE)
        take_token(s);
    if (s->cb->read_version == 255) {
        stm_clear_marks(s);
        s->cb->read_version = 0;
    }
    s->cb->read_version++;
    stm_pull(s);
    s->creation_number = 0;
    s->spans_cleared = false;
    s->cb->inevitable = 0;
    s->start_ns = stm_now();
    stm_set_mark_for_break(s);
    s->running = true;
    __atomic_fetch_add(&s->serial, 1, __ATOMIC_SEQ_CST);
    stm_event(s, STM_EVENT_START, NULL);
}

/* Takes the checkpoint: after an abort, control comes back here. */
void stm_start_transaction(void)
{
    struct stm_thread *t = stm_self;
    uint32_t n = __atomic_load_n(&stm_state.n_threads, __ATOMIC_ACQUIRE);
    if (!stm_state.test_mode) {
        if (stm_state.one_thread && n > 1)
            stm_leave_one_thread_mode();
        else if (!stm_state.one_thread && n == 1 && ++stm_state.alone > ALONE_BEFORE_ONE_THREAD)
            stm_enter_one_thread_mode();
    }
    struct stm_segment *s = stm_segment();
    if (s->cb->one_thread) {
        begin_alone(s);
        return;
    }
    stm_checkpoint_state(t, s);
    stm_save_context(&t->checkpoint.context, t);
    begin(stm_self);
}

/* ---- commit */

static void attach(struct stm_segment *s, struct entry *e)
{
    s->seen = e;
    __atomic_fetch_add(&stm_state.log_bytes, e->bytes, __ATOMIC_RELAXED);
    s->pending_spans.n = 0;
    s->spans.n = 0;
}

/* The loop of the optimistic commit.  The entry, or NULL when there was nothing to tell.  May abort. */
static struct entry *publish(struct stm_segment *s)
{
    if (s->token) {
        stm_flush_created(s);
        struct entry *e = stm_entry_build(s);
        if (e)
            e->number = s->seen->number + 1;
        struct entry *last = s->seen;
        if (e)
            attach(s, e);
        __atomic_store_n(&last->next, e, __ATOMIC_SEQ_CST);
        s->token = false;
        return e;
    }
    struct entry *e = NULL;
    for (;;) {
        if (e && !stm_pull(s)) {
            free(e);
            stm_abort(STM_EVENT_ABORT_CONFLICT, NULL);
        }
        if (!e) {
            stm_flush_created(s);
            e = stm_entry_build(s);
            if (!e)
                return NULL;
            continue;
        }
        struct entry *none = NULL, *last = s->seen;
        e->number = last->number + 1;
        e->next = NULL;
        if (__atomic_compare_exchange_n(&last->next, &none, e, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
            attach(s, e);
            return e;
        }
        if (none == ENTRY_RESERVED) {  /* a safe point meanwhile may change what the entry was made from */
            free(e);
            e = NULL;
            wait_to_commit(s, false);
        }
    }
}

/* What was modified is ordinary old content now. */
static void settle_modified(struct stm_segment *s)
{
    for (size_t i = 0; i < s->n_modified; i++)
        if (s->modified[i].kind != RECORD_CARD) {
            struct stm_header *h = view_header(s, s->modified[i].obj);
            h->bits = (h->bits & ~STM_MODIFIED) | STM_WRITE_BARRIER;
        }
    for (size_t i = 0; i < s->touched_cards.n; i++)
        *card_byte(s, s->touched_cards.items[i]) = 0;
    s->touched_cards.n = 0;
    stm_modified_clear(s);
    for (size_t i = 0; i < s->spans.n; i += 3)
        vec_push2(&s->pending_spans, s->spans.items[i], s->spans.items[i + 1]);
    s->spans.n = s->spans_unsynced = 0;
    s->created_large.n = 0;
}

static void advance_turn(struct stm_segment *s)
{
    if (!s->turn)
        return;
    __atomic_fetch_add(s->turn, 1, __ATOMIC_SEQ_CST);
    s->turn = NULL;
    wake_committers();
}

static void commit_alone(struct stm_segment *s, struct stm_thread *t)
{
    s->running = false;
    stm_event(s, STM_EVENT_COMMIT, NULL);
    s->popped.n = 0;
    advance_turn(s);
    stm_raw_commit(t);
    if (t->on_commit.n)
        stm_run_callbacks(&t->on_commit);
    t->on_abort.n = 0;
}

void stm_commit_transaction(void)
{
    struct stm_segment *s = stm_segment();
    struct stm_thread *t = stm_self;
    if (s->cb->one_thread) {
        commit_alone(s, t);
        return;
    }
    stm_minor_collection(s, true);
    wait_for_turn(s);
    bool had_token = s->token;
    struct entry *e = publish(s);
    settle_modified(s);
    if (s->cb->inevitable)
        s->stats.inevitable_ns += stm_now() - s->inevitable_ns;
    s->running = false;
    __atomic_fetch_add(&s->serial, 1, __ATOMIC_SEQ_CST);
    s->cb->inevitable = 0;
    if (had_token) {
        __atomic_fetch_add(&stm_state.inevitable_serial, 1, __ATOMIC_SEQ_CST);
        wake_committers();
    }
    stm_registered_commit(s);
    stm_cache_commit(s);
    s->popped.n = 0;
    t->aborts = 0;
    if (t->length < stm_state.transaction_length)
        t->length = t->length * 2 < stm_state.transaction_length ? t->length * 2 : stm_state.transaction_length;
    stm_event(s, STM_EVENT_COMMIT, NULL);
    advance_turn(s);
    stm_raw_commit(t);
    t->on_abort.n = 0;
    if (t->on_commit.n)
        stm_run_callbacks(&t->on_commit);
    if (e)
        stm_wake_waiters(e);
    stm_log_trim(false);
}

/* ---- abort */

static void restore_backups(struct stm_segment *s)
{
    for (size_t i = 0; i < s->n_modified && stm_rule(RULE_RESTORE); i++)
        memcpy(view_address(s, s->modified[i].start), s->modified[i].backup, s->modified[i].size);
    for (size_t i = 0; i < s->touched_cards.n; i++)
        *card_byte(s, s->touched_cards.items[i]) = 0;
    for (size_t i = 0; i < s->remembered_cards.n; i += 2)
        *card_byte(s, s->remembered_cards.items[i]) = 0;
    s->touched_cards.n = s->remembered_cards.n = s->remembered.n = 0;
    stm_modified_clear(s);
}

static void free_large_list(struct stm_segment *s, struct vec *list)
{
    for (size_t i = 0; i < list->n; i++) {
        struct large *l = stm_large_of(list->items[i]);
        stm_drop_private_range(s, l->offset, l->pages * STM_PAGE);
        stm_large_free(l);
    }
    list->n = 0;
}

/* Undoes everything but the jump. */
void stm_roll_back(struct stm_segment *s, struct stm_thread *t)
{
    stm_check(s->running && !s->cb->inevitable);
    stm_event(s, t->abort_event, t->abort_reason);
    s->stats.aborted_ns += stm_now() - s->start_ns;
    restore_backups(s);
    free_large_list(s, &s->young_large);
    s->young_large_bytes = 0;
    free_large_list(s, &s->created_large);
    s->dirty_created.n = 0;
    stm_abandon_spans(s);
    stm_registered_abort(s);
    stm_cache_abort(s);
    s->shadows.n = 0;
    s->turn = NULL;
    s->running = false;
    __atomic_fetch_add(&s->serial, 1, __ATOMIC_SEQ_CST);
    s->creation_number = 0;
    stm_nursery_reset(s);
    stm_checkpoint_restore_state(t, s);
    stm_raw_abort(t);
    t->on_commit.n = 0;
    if (s->token)
        stm_release_token(s, NULL);
    if (t->watched) {
        pthread_mutex_lock(&stm_state.lock);
        stm_unregister_waiter(t);
        pthread_mutex_unlock(&stm_state.lock);
    }
    t->aborts++;
    if (t->length / 2 >= SHORTEST_TRANSACTION)
        t->length /= 2;
}

void stm_abort(enum stm_event why, const char *reason)
{
    struct stm_segment *s = stm_segment();
    struct stm_thread *t = stm_self;
    if (s->cb->inevitable)
        stm_fatal(__FILE__, __LINE__, "an inevitable transaction cannot abort");
    t->abort_event = why;
    t->abort_reason = reason;
    stm_roll_back(s, t);
    if (t->on_abort.n)
        stm_run_callbacks(&t->on_abort);
    stm_checkpoint_jump(t);
}

void stm_abort_and_restart(void) { stm_abort(STM_EVENT_ABORT_MANUAL, NULL); }

/* ---- safe points */

bool stm_at_safe_point(struct stm_segment *s)
{
    if (!s->running)
        return true;
    stm_minor_collection(s, false);
    if (s->cb->one_thread)
        return true;
    if (!s->token && stm_rule(RULE_PULL_BEFORE_DROP) && !stm_pull(s)) {
        struct stm_thread *t = s->cb->thread;
        t->abort_event = STM_EVENT_ABORT_CONFLICT;
        t->abort_reason = NULL;
        stm_roll_back(s, t);
        s->rolled_back = true;
        return false;
    }
    stm_flush_created(s);
    return true;
}

void stm_safe_point(void)
{
    struct stm_segment *s = stm_segment();
    struct stm_thread *t = stm_self;
    stm_at_safe_point(s);
    pthread_mutex_lock(&stm_state.lock);
    if (stm_state.stop_owner && stm_state.stop_owner != t) {
        stm_state.n_running--;
        pthread_cond_signal(&stm_state.parked);
        while (stm_state.stop_owner)
            pthread_cond_wait(&stm_state.segment_free, &stm_state.lock);
        stm_state.n_running++;
    }
    pthread_mutex_unlock(&stm_state.lock);
    stm_nursery_publish_end(s);
    if (s->rolled_back) {
        s->rolled_back = false;
        if (t->on_abort.n)
            stm_run_callbacks(&t->on_abort);
        stm_checkpoint_jump(t);
    }
}

/* ---- what the client calls */

void stm_become_inevitable_slow(const char *reason)
{
    struct stm_segment *s = stm_segment();
    stm_check(s->running);
    wait_for_turn(s);
    if (!s->token && !take_token(s))
        stm_abort(STM_EVENT_ABORT_CONFLICT, reason);
    s->cb->inevitable = 1;
    s->popped.n = 0;                    /* no abort will put these back */
    s->inevitable_ns = stm_now();
    stm_event(s, STM_EVENT_INEVITABLE, reason);
}

int stm_break_slow(void)
{
    if (stop_wanted())
        stm_safe_point();
    if (STM_SEG->atomic) {
        STM_SEG->nursery_mark = UINTPTR_MAX;           /* stm_atomic_end asks again */
        return 0;
    }
    return stm_force_break();
}

void stm_postpone_break(void)
{
    if (stop_wanted())
        stm_safe_point();
    uintptr_t mark = STM_SEG->nursery_current + stm_self->length / 4 + STM_GRANULE;
    __atomic_store_n(&stm_segment()->cb->nursery_mark, mark, __ATOMIC_RELAXED);
}

int stm_force_break(void)
{
    if (STM_SEG->atomic)
        return 0;
    stm_commit_transaction();
    stm_yield_segment(stm_self);
    stm_start_transaction();
    return 1;
}

void stm_leave(void)
{
    int saved = errno;
    struct stm_thread *t = stm_self;
    if (STM_SEG->atomic) {
        stm_become_inevitable("external call inside atomic");
        if (t->kept_segment++ == 0)
            stm_park();
    } else {
        stm_commit_transaction();
        stm_release_segment(t);
    }
    errno = saved;
}

void stm_enter(void)
{
    int saved = errno;
    struct stm_thread *t = stm_self;
    if (t->kept_segment) {
        if (--t->kept_segment == 0)
            stm_unpark();
    } else {
        stm_acquire_segment(t);
        stm_start_transaction();
    }
    errno = saved;
}

int stm_commit_in_order(volatile uint64_t *turn, uint64_t ticket)
{
    struct stm_segment *s = stm_segment();
    uint64_t now = __atomic_load_n(turn, __ATOMIC_ACQUIRE);
    if (s->cb->inevitable && now != ticket && !s->cb->one_thread)
        return -1;
    s->turn = turn;
    s->ticket = ticket;
    return 0;
}

void stm_skip_turn(volatile uint64_t *turn)
{
    __atomic_fetch_add(turn, 1, __ATOMIC_SEQ_CST);
    wake_committers();
}

void stm_set_transaction_length(size_t bytes)
{
    stm_state.transaction_length = bytes < SHORTEST_TRANSACTION ? SHORTEST_TRANSACTION : bytes;
}

static void set_callback(struct vec *v, void *key, void (*fn)(void *))
{
    for (size_t i = 0; i < v->n; i += 2)
        if (v->items[i] == (uintptr_t)key) {
            v->n -= 2;
            v->items[i] = v->items[v->n];
            v->items[i + 1] = v->items[v->n + 1];
            break;
        }
    if (fn)
        vec_push2(v, (uintptr_t)key, (uintptr_t)fn);
}

void stm_on_commit(void *key, void (*fn)(void *)) { set_callback(&stm_self->on_commit, key, fn); }
void stm_on_abort(void *key, void (*fn)(void *)) { set_callback(&stm_self->on_abort, key, fn); }

int stm_has_on_abort(void *key)
{
    const struct vec *v = &stm_self->on_abort;
    for (size_t i = 0; i < v->n; i += 2)
        if (v->items[i] == (uintptr_t)key)
            return 1;
    return 0;
}

void stm_run_callbacks(struct vec *callbacks)
{
    struct vec todo = *callbacks;
    memset(callbacks, 0, sizeof *callbacks);
    for (size_t i = 0; i < todo.n; i += 2)
        ((void (*)(void *))todo.items[i + 1])((void *)todo.items[i]);
    vec_free(&todo);
}
