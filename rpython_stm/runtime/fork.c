/* fork(): the child gets a heap of its own.
 *
 * The memfd would be shared between parent and child, so the child copies it into a new one while the parent waits:
 * the world is stopped before, and the transaction inevitable.  Private memory (nursery, marks, control blocks) the
 * kernel copies by itself.  Mapping the new memfd drops the views' private pages; what this transaction wrote goes
 * into the child's reference memory, as in the one-thread mode, which the child is in from then on.
 */
#define _GNU_SOURCE
#include "internal.h"
#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

/* The reference memory's used pages, into a fresh memfd mapped at the same place.  False: no memory. */
static bool copy_heap(void)
{
    int old = stm_state.memfd, fresh = stm_heap_file();
    if (fresh < 0)
        return false;
    off_t size = lseek(old, 0, SEEK_END), at = 0;
    if (ftruncate(fresh, size) != 0)
        return false;
    while ((at = lseek(old, at, SEEK_DATA)) >= 0 && at < size) {
        off_t end = lseek(old, at, SEEK_HOLE);
        while (at < end) {
            off_t to = at;
            ssize_t n = copy_file_range(old, &at, fresh, &to, end - at, 0);
            if (n <= 0) {              /* not between these files: by hand */
                static char buffer[65536];
                n = pread(old, buffer, end - at < (off_t)sizeof buffer ? end - at : (off_t)sizeof buffer, at);
                if (n <= 0 || pwrite(fresh, buffer, n, at) != n)
                    return false;
                at += n;
            }
        }
    }
    stm_state.memfd = fresh;
    close(old);
    return stm_space_remap();
}

/* The bytes that this transaction wrote, one malloc'ed block for each of its records. */
static char **take_own_writes(struct stm_segment *s)
{
    char **bytes = stm_xmalloc(s->n_modified * sizeof *bytes + 1);
    for (size_t i = 0; i < s->n_modified; i++) {
        bytes[i] = stm_xmalloc(s->modified[i].size);
        memcpy(bytes[i], view_address(s, s->modified[i].start), s->modified[i].size);
    }
    return bytes;
}

static void put_own_writes(struct stm_segment *s, char **bytes)
{
    for (size_t i = 0; i < s->n_modified; i++) {
        memcpy(ref_address(s->modified[i].start), bytes[i], s->modified[i].size);
        free(bytes[i]);
    }
    free(bytes);
}

/* The thread that ran there does not exist in this process. */
static void abandon(struct stm_segment *s)
{
    struct vec *lists[] = {&s->remembered, &s->remembered_cards, &s->dirty_created, &s->spans, &s->pending_spans,
                           &s->created_large, &s->young_large, &s->young_weakrefs, &s->new_weakrefs,
                           &s->young_destructors, &s->new_destructors, &s->young_finalizers, &s->new_finalizers,
                           &s->popped, &s->shadows, &s->touched_cards};
    for (size_t i = 0; i < s->touched_cards.n; i++)
        *card_byte(s, s->touched_cards.items[i]) = 0;
    for (size_t i = 0; i < s->remembered_cards.n; i += 2)
        *card_byte(s, s->remembered_cards.items[i]) = 0;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        lists[i]->n = 0;
    s->spans_unsynced = 0;
    stm_modified_clear(s);
    stm_cache_abort(s);
    s->running = s->rolled_back = s->token = false;
    s->cb->thread = NULL;
    s->cb->inevitable = 0;
    s->serial += s->serial & 1;
    s->turn = NULL;
    stm_nursery_reset(s);
}

/* Only this thread is left, whatever the others were doing. */
static void forget_other_threads(struct stm_segment *s)
{
    struct stm_thread *self = stm_self;
    stm_ticker_forget();
    pthread_mutex_init(&stm_state.lock, NULL);
    pthread_mutex_init(&stm_state.heap_lock, NULL);
    pthread_cond_init(&stm_state.segment_free, NULL);
    pthread_cond_init(&stm_state.commit_free, NULL);
    pthread_cond_init(&stm_state.parked, NULL);
    for (struct stm_thread *t = stm_state.threads, *next; t; t = next) {
        next = t->next;
        if (t != self)
            stm_thread_free(t);
    }
    stm_state.threads = self;
    self->next = self->previous = self->next_waiter = NULL;
    stm_state.main_thread = self;
    stm_state.n_threads = stm_state.n_running = 1;
    stm_state.n_waiting_segment = stm_state.n_waiting_commit = stm_state.n_waiters = 0;
    stm_state.next_ticket = stm_state.serving = 0;
    stm_state.waiters = NULL;
    stm_state.stop_owner = NULL;
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        if (&stm_state.segments[i] != s)
            abandon(&stm_state.segments[i]);
}

static void become_alone(struct stm_segment *s)
{
    s->seen->next = NULL;              /* the right to commit is no longer needed */
    s->token = false;
    for (size_t i = 0; i < s->n_modified; i++)
        if (s->modified[i].kind != RECORD_CARD) {
            struct stm_header *h = (struct stm_header *)ref_address(s->modified[i].obj);
            h->bits = (h->bits & ~STM_MODIFIED) | STM_WRITE_BARRIER;
        }
    for (size_t i = 0; i < s->touched_cards.n; i++)
        *card_byte(s, s->touched_cards.items[i]) = 0;
    s->touched_cards.n = 0;
    stm_modified_clear(s);
    s->spans.n = s->spans_unsynced = s->pending_spans.n = s->created_large.n = 0;
    s->creation_number = 0;
    stm_state.spans.n = 0;
    stm_registered_commit(s);
    stm_cache_commit(s);
    s->cb->one_thread = 1;
    stm_state.one_thread = true;
}

static int in_child(struct stm_segment *s)
{
    bool several = !stm_state.one_thread;
    forget_other_threads(s);
    if (several)
        stm_state.reference = STM_REF_VIEW;
    char **bytes = take_own_writes(s);
    if (!copy_heap())
        return ENOMEM;
    put_own_writes(s, bytes);
    for (uint32_t i = 1; i <= stm_state.n_segments; i++) {
        struct stm_segment *other = &stm_state.segments[i];
        stm_drop_private(other);
        if (other != s)
            other->following = true;
        other->spans_seen = 0;
    }
    stm_view_share(s);
    if (several)
        become_alone(s);
    return 0;
}

int stm_fork(void)
{
    stm_become_inevitable("fork");
    struct stm_segment *s = stm_segment();
    while (!stm_stop_world())
        ;
    stm_at_safe_point(s);
    stm_settle_world();
    int ready[2], pid = -1, error = 0;
    if (pipe(ready) == 0) {
        pid = fork();
        error = errno;
        if (pid == 0) {
            close(ready[0]);
            error = in_child(s);
            ssize_t n = write(ready[1], &error, sizeof error);
            close(ready[1]);
            if (error || n < 0)
                _exit(127);
            stm_nursery_publish_end(s);
            return 0;
        }
        close(ready[1]);
        if (pid > 0 && read(ready[0], &error, sizeof error) != sizeof error)
            error = ENOMEM;            /* it died */
        close(ready[0]);
    } else {
        error = errno;
    }
    stm_restart_world();
    stm_wake_waiters(NULL);
    stm_nursery_publish_end(s);
    errno = error;
    return error ? -1 : pid;
}
