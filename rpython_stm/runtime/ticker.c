/* The ticker asks long transactions for a break.
 *
 * A break is due when a transaction has allocated enough; a loop that allocates nothing would run in one transaction for
 * ever: nobody would see what it did before, and it would never see what others do.  While there are several threads, a
 * thread of its own looks at the segments every few milliseconds and lowers the mark of each transaction that it saw
 * the last time already.  A mark that the owner sets again at the same moment is lowered at the next tick.
 */
#define _GNU_SOURCE
#include "internal.h"
#include <limits.h>
#include <signal.h>
#include <time.h>

#define TICK_NS 10000000               /* 100 commits a second more cost nothing; nobody notices a wait of two ticks */

static bool running;                   /* under stm_state.lock */
static uint64_t seen[STM_MAX_SEGMENTS + 1];

/* The lock is held. */
static void look(void)
{
    for (uint32_t i = 1; i <= stm_state.n_segments; i++) {
        struct stm_segment *s = &stm_state.segments[i];
        uint64_t serial = __atomic_load_n(&s->serial, __ATOMIC_RELAXED);
        if ((serial & 1) && serial == seen[i])
            __atomic_store_n(&s->cb->nursery_mark, 0, __ATOMIC_RELAXED);
        seen[i] = serial;
    }
}

static void *tick(void *unused)
{
    const struct timespec pause = {0, TICK_NS};
    (void)unused;
    for (bool go_on = true; go_on;) {
        nanosleep(&pause, NULL);
        pthread_mutex_lock(&stm_state.lock);
        if (stm_state.n_threads > 1)
            look();
        else
            go_on = running = false;
        pthread_mutex_unlock(&stm_state.lock);
    }
    return NULL;
}

/* A second thread is about to run.  Without a ticker (no memory for its stack) only idle loops suffer. */
void stm_ticker_start(void)
{
    if (stm_state.test_mode)
        return;
    pthread_mutex_lock(&stm_state.lock);
    if (!running) {
        pthread_attr_t attributes;
        pthread_t thread;
        sigset_t all, before;
        pthread_attr_init(&attributes);
        pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
        pthread_attr_setstacksize(&attributes, PTHREAD_STACK_MIN + 65536);
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before);       /* signals are for the others */
        running = pthread_create(&thread, &attributes, tick, NULL) == 0;
        pthread_sigmask(SIG_SETMASK, &before, NULL);
        pthread_attr_destroy(&attributes);
    }
    pthread_mutex_unlock(&stm_state.lock);
}

/* Before the runtime closes: waits for its end.  One thread is left. */
void stm_ticker_stop(void)
{
    const struct timespec pause = {0, TICK_NS / 10};
    pthread_mutex_lock(&stm_state.lock);
    while (running) {
        pthread_mutex_unlock(&stm_state.lock);
        nanosleep(&pause, NULL);
        pthread_mutex_lock(&stm_state.lock);
    }
    pthread_mutex_unlock(&stm_state.lock);
}

/* In the child of a fork it does not exist. */
void stm_ticker_forget(void)
{
    running = false;
}
