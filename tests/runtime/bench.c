/* Microbenchmarks: nanoseconds for one operation.  See bench.py. */
#include "internal.h"
#include <time.h>
#include <unistd.h>

int t_open(uint32_t segments, size_t nursery, size_t max_heap, const void *image, size_t image_size);

enum { STRUCT = 1, REFS, WORDS };
typedef __seg_gs struct { struct stm_header h; int64_t number; stm_ref refs[3]; int64_t words[3]; } *node;
typedef __seg_gs struct { struct stm_header h; int64_t number, length; int64_t items[]; } *words;

static int64_t iterations, done, spread;
static int what;
static double result[64];

static void reading(int64_t n)
{
    node p = (node)STM_SEG->client_refs[0];
    for (int64_t i = 0; i < n; i++) {  /* a ring of nodes */
        stm_read(p);
        p = (node)p->refs[0];
    }
    STM_SEG->client_refs[0] = (stm_ref)p;
}

static void reading_plain(int64_t n)
{
    node p = (node)STM_SEG->client_refs[0];
    for (int64_t i = 0; i < n; i++)
        p = (node)p->refs[0];
    STM_SEG->client_refs[0] = (stm_ref)p;
}

static void writing(int64_t n)
{
    node p = (node)STM_SEG->client_refs[0];
    for (int64_t i = 0; i < n; i++) {
        stm_write(p);
        p->words[0]++;
        p = (node)p->refs[0];
    }
}

static void writing_items(int64_t n)
{
    words w = (words)STM_SEG->client_refs[1];
    for (int64_t i = 0; i < n; i++) {
        int64_t j = i & 65535;
        stm_write_item(w, &w->items[j]);
        w->items[j]++;
    }
}

static void allocating(int64_t n)
{
    for (int64_t i = 0; i < n; i++) {
        node p = (node)stm_allocate(STRUCT, 64);
        p->words[0] = i;
        stm_break_if_due();
    }
}

static void allocating_survivors(int64_t n)
{
    stm_push_root(NULL);
    for (int64_t i = 0; i < n; i++) {
        node p = (node)stm_allocate(STRUCT, 64);
        p->words[0] = i;
        if (i % 10 == 0) {
            p->refs[0] = *(STM_SEG->shadowstack_top - 1);
            *(STM_SEG->shadowstack_top - 1) = i % 20000 ? (stm_ref)p : NULL;
        }
        stm_break_if_due();
    }
    stm_pop_root();
}

static void committing_nothing(int64_t n)
{
    for (int64_t i = 0; i < n; i++)
        stm_force_break();
}

static void committing_new(int64_t n)
{
    for (int64_t i = 0; i < n; i++) {
        for (int j = 0; j < 4; j++) {
            stm_push_root(stm_allocate(STRUCT, 64));
        }
        stm_force_break();
        for (int j = 0; j < 4; j++)
            stm_pop_root();
    }
}

static void committing_write(int64_t n)
{
    node p = (node)STM_SEG->client_refs[0];
    for (int64_t i = 0; i < n; i++) {
        stm_write(p);
        p->words[0]++;
        stm_force_break();
    }
}

static void mixed(int64_t n)
{
    stm_push_root(STM_SEG->client_refs[0]);
    for (int64_t i = 0; i < n; i++) {
        node p = (node)*(STM_SEG->shadowstack_top - 1);
        stm_write(p);
        p->words[0]++;
        stm_read(p);
        *(STM_SEG->shadowstack_top - 1) = p->refs[0];
        for (int j = 0; j < 4; j++) {
            node q = (node)stm_allocate(STRUCT, 64);
            q->words[1] = j;
        }
        stm_break_if_due();
    }
    stm_pop_root();
}

static void (*const benchmarks[])(int64_t) = {
    reading_plain, reading, writing, writing_items, allocating, allocating_survivors, committing_nothing, committing_new,
    committing_write, mixed,
};

static void set_up(void)
{
    stm_push_root(stm_allocate(STRUCT, 64));
    stm_push_root(*(STM_SEG->shadowstack_top - 1));
    for (int64_t i = 1; i < spread; i++) {
        node p = (node)stm_allocate(STRUCT, 64);
        node last = (node)*(STM_SEG->shadowstack_top - 1);
        stm_write(last);
        last->refs[0] = (stm_ref)p;
        *(STM_SEG->shadowstack_top - 1) = (stm_ref)p;
    }
    node last = (node)stm_pop_root();
    stm_write(last);
    last->refs[0] = *(STM_SEG->shadowstack_top - 1);
    STM_SEG->client_refs[0] = stm_pop_root();
    STM_SEG->client_refs[1] = stm_allocate_var(WORDS, 24, 8, 16, 65536);
    stm_force_break();
}

/* Processor time: what others do on the machine does not count. */
static double cpu_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return t.tv_sec * 1e9 + t.tv_nsec;
}

static void thread_body(void *arg)
{
    set_up();
    volatile char stack[8000];         /* something for the checkpoint to copy */
    stack[0] = stack[1] = 0;
    (void)stack[1];
    double start = cpu_ns();
    benchmarks[what](iterations);
    result[(intptr_t)arg] = (cpu_ns() - start) / iterations;
    __atomic_fetch_add(&done, 1, __ATOMIC_SEQ_CST);
}

/* The mean over the threads.  `threads` 0: alone, in the one-thread mode. */
double x_benchmark(int number, int threads, uint32_t segments, int64_t n, int64_t objects)
{
    what = number;
    iterations = n;
    spread = objects;
    done = 0;
    if (t_open(segments, 4 << 20, 0, NULL, 0) != 0)
        return -1;
    double sum = 0;
    if (threads == 0) {
        thread_body(NULL);
        sum = result[0];
    } else {
        for (intptr_t i = 0; i < threads; i++)
            stm_thread_create(thread_body, (void *)i, NULL, 0);
        stm_leave();
        while (__atomic_load_n(&done, __ATOMIC_SEQ_CST) < threads || stm_thread_count() > 1)
            usleep(1000);
        stm_enter();
        for (int i = 0; i < threads; i++)
            sum += result[i] / threads;
    }
    stm_teardown();
    return sum;
}

/* Builds a chain of arrays with `bytes` of live 64-byte objects.  out: seconds in all, in minor and in major collections. */
double x_heap_growth(int64_t bytes, int several, double *out)
{
    if (t_open(2, 4 << 20, 0, NULL, 0) != 0)
        return -1;
    stm_self->stack_base = __builtin_frame_address(0);
    struct stm_thread *other = several ? stm_thread_new() : NULL;
    stm_force_break();
    uint64_t start = stm_now();
    stm_push_root(NULL);
    for (int64_t i = 0; i < bytes / 64; i++) {
        node p = (node)stm_allocate(STRUCT, 64);
        p->refs[0] = *(STM_SEG->shadowstack_top - 1);
        *(STM_SEG->shadowstack_top - 1) = (stm_ref)p;
        stm_break_if_due();
    }
    out[0] = (stm_now() - start) * 1e-9;
    struct stm_stats stats;
    stm_stats(&stats);
    out[1] = stats.minor_ns * 1e-9;
    out[2] = stats.major_ns * 1e-9;
    stm_pop_root();
    if (other)
        stm_thread_free(other);
    stm_teardown();
    return out[0];
}
