/* Start-up and shut-down, the environment, and small helpers. */
#define _GNU_SOURCE
#include "internal.h"
#include <errno.h>
#include <sched.h>
#include <sys/mman.h>
#include <unistd.h>

#define DEFAULT_NURSERY     (4UL << 20)
#define MINIMUM_NURSERY     (64UL << 10)
#define DEFAULT_TRANSACTION (1UL << 20)        /* bytes allocated: some hundred microseconds of work */

struct stm_state stm_state;
#ifdef STM_DEBUG
uint32_t stm_broken_rules;
#endif

/* ---- helpers */

void stm_fatal(const char *file, int line, const char *what)
{
    fprintf(stderr, "stm: fatal: %s (%s:%d)\n", what, file, line);
    abort();
}

void *stm_xrealloc(void *p, size_t bytes)
{
    p = realloc(p, bytes);
    if (!p)
        stm_fatal(__FILE__, __LINE__, "out of memory");
    return p;
}

void *stm_xmalloc(size_t bytes) { return stm_xrealloc(NULL, bytes ? bytes : 1); }

void stm_vec_grow(struct vec *v)
{
    v->capacity = v->capacity ? v->capacity * 2 : 16;
    v->items = stm_xrealloc(v->items, v->capacity * sizeof *v->items);
}

void stm_vec_append(struct vec *to, struct vec *from)
{
    for (size_t i = 0; i < from->n; i++)
        vec_push(to, from->items[i]);
    from->n = 0;
}

void *stm_reserve(size_t bytes)
{
    void *p = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

/* ---- environment */

size_t stm_environment_size(const char *name, size_t otherwise, bool *bad)
{
    const char *text = getenv(name);
    if (!text || !*text)
        return otherwise;
    char *end;
    errno = 0;
    unsigned long long n = strtoull(text, &end, 10);
    int shift = *end == 'K' || *end == 'k' ? 10 : *end == 'M' || *end == 'm' ? 20 : *end == 'G' || *end == 'g' ? 30 : 0;
    if (shift)
        end++;
    if (errno || end == text || *end || *text == '-' || n > SIZE_MAX >> shift) {
        fprintf(stderr, "stm: %s: not a size: %s (a number, with K, M or G behind it)\n", name, text);
        *bad = true;
        return otherwise;
    }
    return (size_t)n << shift;
}

static uint32_t count_cores(void)
{
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0)
        return CPU_COUNT(&set);
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n > 0 ? n : 1;
}

static bool read_settings(void)
{
    struct stm_config *c = &stm_state.config;
    bool bad = false;
    size_t n = c->segments ? c->segments : stm_environment_size("PYPYSTM_SEGMENTS", count_cores(), &bad);
    if (n == 0 || (n > STM_MAX_SEGMENTS && c->segments)) {
        fprintf(stderr, "stm: the number of segments must be 1 to %d\n", STM_MAX_SEGMENTS);
        bad = true;
    }
    stm_state.n_segments = n > STM_MAX_SEGMENTS ? STM_MAX_SEGMENTS : n;
    size_t nursery = c->nursery_size ? c->nursery_size : stm_environment_size("PYPYSTM_NURSERY", DEFAULT_NURSERY, &bad);
    nursery = round_up(nursery, STM_PAGE * 16);
    if (nursery < MINIMUM_NURSERY)
        nursery = MINIMUM_NURSERY;
    if (nursery > STM_NURSERY_LIMIT - STM_NURSERY_START)
        nursery = STM_NURSERY_LIMIT - STM_NURSERY_START;
    stm_state.nursery_size = nursery;
    stm_state.max_heap = c->max_heap ? c->max_heap : stm_environment_size("PYPYSTM_MAX_HEAP", 0, &bad);
    stm_state.transaction_length = DEFAULT_TRANSACTION;
    const char *text = getenv("PYPYSTM_ARCH_PRCTL");
    stm_state.arch_prctl = text && *text && *text != '0';
    text = getenv("PYPYSTM_STRESS");         /* for tests: a minor collection at every allocation */
    stm_state.stress = text && *text && *text != '0';
    return !bad;
}

/* ---- start-up, shut-down */

static void open_segments(void)
{
    for (uint32_t i = 1; i <= stm_state.n_segments; i++) {
        struct stm_segment *s = &stm_state.segments[i];
        s->cb->read_version = 1;
        stm_nursery_open(s);
        stm_cache_open(s);
    }
}

int stm_setup(const struct stm_config *config, void *stack_base)
{
    memset(&stm_state, 0, sizeof stm_state);
    stm_state.config = *config;
    stm_state.memfd = -1;
    if (!read_settings())
        return -1;
    pthread_mutex_init(&stm_state.lock, NULL);
    pthread_mutex_init(&stm_state.heap_lock, NULL);
    pthread_cond_init(&stm_state.segment_free, NULL);
    pthread_cond_init(&stm_state.commit_free, NULL);
    pthread_cond_init(&stm_state.parked, NULL);
    stm_state.segments = stm_xmalloc((stm_state.n_segments + 1) * sizeof *stm_state.segments);
    memset(stm_state.segments, 0, (stm_state.n_segments + 1) * sizeof *stm_state.segments);
    if (!stm_space_open())
        return -1;
    stm_oldspace_open();
    stm_log_open();
    open_segments();
    stm_state.next_major = 64UL << 20;
    if (stm_state.max_heap && stm_state.next_major > stm_state.max_heap)
        stm_state.next_major = stm_state.max_heap;
    struct stm_segment *first = &stm_state.segments[1];
    stm_view_share(first);
    first->cb->one_thread = 1;
    stm_state.one_thread = true;
    stm_state.is_open = true;
    if (stm_thread_attach(stack_base) != 0) {
        fprintf(stderr, "stm: cannot attach the first thread: out of memory\n");
        return -1;
    }
    stm_state.main_thread = stm_self;
    return 0;
}

void stm_raw_empty_limbo(void);

static void close_segment(struct stm_segment *s)
{
    struct vec *vecs[] = {&s->remembered, &s->remembered_cards, &s->touched_cards, &s->dirty_created, &s->spans,
                          &s->pending_spans, &s->created_large, &s->young_large, &s->young_weakrefs, &s->new_weakrefs,
                          &s->young_destructors, &s->new_destructors, &s->young_finalizers, &s->new_finalizers,
                          &s->popped, &s->shadows, &s->gray};
    stm_cache_close(s);
    for (size_t i = 0; i < sizeof vecs / sizeof *vecs; i++)
        vec_free(vecs[i]);
    for (int i = 0; i < STM_MAX_CLASSES; i++)
        vec_free(&s->free_spans[i]);
    for (size_t i = 0; i < s->backups.n_chunks; i++)
        free(s->backups.chunks[i]);
    free(s->backups.chunks);
    free(s->builder.records);
    free(s->modified);
    free(s->modified_index);
}

void stm_teardown(void)
{
    if (stm_self && stm_self->segment)
        stm_thread_detach();
    stm_ticker_stop();
    stm_raw_empty_limbo();
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        close_segment(&stm_state.segments[i]);
    stm_log_close();
    stm_oldspace_close();
    stm_space_close();
    free(stm_state.segments);
    vec_free(&stm_state.weakrefs);
    vec_free(&stm_state.destructors);
    vec_free(&stm_state.finalizers);
    for (int q = 0; q < STM_QUEUES; q++)
        vec_free(&stm_state.ready[q]);
    pthread_mutex_destroy(&stm_state.lock);
    pthread_mutex_destroy(&stm_state.heap_lock);
    pthread_cond_destroy(&stm_state.segment_free);
    pthread_cond_destroy(&stm_state.commit_free);
    pthread_cond_destroy(&stm_state.parked);
    memset(&stm_state, 0, sizeof stm_state);
}

void stm_store_static_root(stm_ref *slot, stm_ref value)
{
    stm_become_inevitable("store into a static root");
    if (stm_is_young((uintptr_t)value)) {
        stm_push_root(value);
        stm_minor_collection(stm_segment(), false);
        value = stm_pop_root();
    }
    *slot = value;
}
