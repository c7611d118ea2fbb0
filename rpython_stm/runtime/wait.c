/* Sleeping until something changes: stm_wait_for_change and stm_retry.
 *
 * A sleeper registers before it looks at the log for the last time, and a committer attaches its entry before it looks at the
 * list of sleepers: no wake-up is lost.  They sleep on a semaphore of their own, the one thing that a signal handler
 * can post.
 */
#define _GNU_SOURCE
#include "internal.h"
#include <errno.h>
#include <time.h>

#define WATCH_ANYTHING 1UL

static void register_waiter(struct stm_thread *t, uintptr_t watched)
{
    pthread_mutex_lock(&stm_state.lock);
    t->watched = watched;
    t->woken = false;
    t->next_waiter = stm_state.waiters;
    stm_state.waiters = t;
    __atomic_fetch_add(&stm_state.n_waiters, 1, __ATOMIC_SEQ_CST);
    pthread_mutex_unlock(&stm_state.lock);
    while (sem_trywait(&t->wake) == 0)
        ;                              /* posts from long ago */
}

void stm_unregister_waiter(struct stm_thread *t)
{
    if (!t->watched)
        return;
    struct stm_thread **p = &stm_state.waiters;
    while (*p != t)
        p = &(*p)->next_waiter;
    *p = t->next_waiter;
    t->watched = 0;
    __atomic_fetch_sub(&stm_state.n_waiters, 1, __ATOMIC_SEQ_CST);
}

static void unregister(struct stm_thread *t)
{
    pthread_mutex_lock(&stm_state.lock);
    stm_unregister_waiter(t);
    pthread_mutex_unlock(&stm_state.lock);
}

static bool touches(const struct entry *e, uintptr_t obj)
{
    for (uint32_t i = 0; i < e->n_records; i++)
        if (e->records[i].obj == obj)
            return true;
    return false;
}

void stm_wake_waiters(const struct entry *e)
{
    if (__atomic_load_n(&stm_state.n_waiters, __ATOMIC_SEQ_CST) == 0)
        return;
    pthread_mutex_lock(&stm_state.lock);
    for (struct stm_thread *t = stm_state.waiters; t; t = t->next_waiter)
        if (t->watched == WATCH_ANYTHING || (e && touches(e, t->watched))) {
            t->woken = true;
            sem_post(&t->wake);
        }
    pthread_mutex_unlock(&stm_state.lock);
}

/* 1: posted; 0: the time is over; 2: a signal handler ran. */
static int sleep_until(struct stm_thread *t, const struct timespec *deadline)
{
    for (;;) {
        int error = deadline ? sem_clockwait(&t->wake, CLOCK_MONOTONIC, deadline) : sem_wait(&t->wake);
        if (error && errno == ETIMEDOUT)
            return 0;
        if (error && errno == EINTR)
            return 2;
        return t->woken ? 1 : 2;       /* posted, but not by a committer: stm_poke */
    }
}

static bool log_touches(struct stm_segment *s, uintptr_t obj)
{
    for (struct entry *e = s->seen;;) {
        e = __atomic_load_n(&e->next, __ATOMIC_SEQ_CST);
        if (!e || e == ENTRY_RESERVED)
            return false;
        if (touches(e, obj))
            return true;
    }
}

int stm_wait_for_change(stm_ref obj, int64_t timeout_ns)
{
    struct stm_thread *t = stm_self;
    if (STM_SEG->atomic)
        return stm_retry();
    if (stm_is_young((uintptr_t)obj)) {
        stm_push_root(obj);
        stm_collect(0);
        obj = stm_pop_root();
    }
    struct timespec deadline;
    clock_gettime(CLOCK_MONOTONIC, &deadline);
    if (timeout_ns >= 0) {
        deadline.tv_sec += timeout_ns / 1000000000 + (deadline.tv_nsec + timeout_ns % 1000000000) / 1000000000;
        deadline.tv_nsec = (deadline.tv_nsec + timeout_ns % 1000000000) % 1000000000;
    }
    register_waiter(t, (uintptr_t)obj);
    stm_event(stm_segment(), STM_EVENT_WAIT_CHANGE, NULL);
    stm_push_root(obj);                /* nobody else may take its address meanwhile */
    stm_commit_transaction();          /* an abort unregisters, too */
    int result = 1;
    if (!log_touches(stm_segment(), (uintptr_t)obj)) {
        uint64_t start = stm_now();
        stm_release_segment(t);
        result = sleep_until(t, timeout_ns >= 0 ? &deadline : NULL);
        stm_acquire_segment(t);
        stm_segment()->stats.waited_ns += stm_now() - start;
    }
    unregister(t);
    stm_pop_root();
    stm_event(stm_segment(), STM_EVENT_WAIT_DONE, NULL);
    stm_start_transaction();
    return result;
}

/* ---- retry */

/* Shows this view what was committed, up to something that the abandoned transaction had read. */
static bool something_changed(struct stm_segment *s)
{
    for (;;) {
        struct entry *e = __atomic_load_n(&s->seen->next, __ATOMIC_ACQUIRE);
        if (!e || e == ENTRY_RESERVED)
            return false;
        if (stm_entry_conflicts(s, e))
            return true;
        s->running = true;             /* pull no further than the next conflict */
        bool pulled = stm_pull(s);
        s->running = false;
        if (!pulled)
            return true;
    }
}

/* Asleep, but in the segment, whose read marks are the list of what to wait for.  Counts as parked. */
static bool doze(struct stm_thread *t)
{
    pthread_mutex_lock(&stm_state.lock);
    bool wanted = stm_state.n_waiting_segment != 0;
    if (!wanted) {
        stm_state.n_running--;
        if (stm_state.stop_owner)
            pthread_cond_signal(&stm_state.parked);
    }
    pthread_mutex_unlock(&stm_state.lock);
    if (wanted)
        return false;
    bool interrupted = sem_wait(&t->wake) != 0;
    stm_unpark();
    return !interrupted;
}

int stm_retry(void)
{
    struct stm_segment *s = stm_segment();
    struct stm_thread *t = stm_self;
    if (s->cb->inevitable)
        return -1;
    uint32_t aborts = t->aborts;
    t->abort_event = STM_EVENT_ABORT_RETRY;
    t->abort_reason = NULL;
    stm_roll_back(s, t);
    t->aborts = aborts;                /* it lost to nobody */
    if (t->on_abort.n)
        stm_run_callbacks(&t->on_abort);
    register_waiter(t, WATCH_ANYTHING);
    uint64_t start = stm_now();
    uint64_t settled = stm_state.settle_serial;
    bool dozing = true;
    while (dozing && !something_changed(s) && settled == stm_state.settle_serial)
        dozing = doze(t);
    s->stats.waited_ns += stm_now() - start;
    if (!dozing && stm_state.n_waiting_segment) {      /* somebody needs the segment: wait for any commit, without it */
        t->woken = false;
        if (!something_changed(s)) {
            stm_release_segment(t);
            sleep_until(t, NULL);
            stm_acquire_segment(t);
        }
    }
    unregister(t);
    stm_checkpoint_jump(t);
}
