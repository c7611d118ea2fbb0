/* PYPYSTM_LOG=FILE: one line an event.
 *
 *     seconds since start, thread, segment, event, [reason]  [@ where]  [/ thread: where the other was]
 *
 * Where: what the program's marker functions say (rstm.register_marker). */
#include "common_header.h"
#include "structdef.h"
#include "forwarddecl.h"
#include "preimpl.h"
#include "src/g_include.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static FILE *file;
static uint64_t first_ns;
static void (*marker_function)(void);
static void (*describe_function)(void __seg_gs *code, long position);

static __thread struct stm_marker *marker_out;
static __thread char *description;
static __thread size_t description_size;

static const char *const names[STM_EVENT_COUNT] = {
    [STM_EVENT_START] = "start",
    [STM_EVENT_COMMIT] = "commit",
    [STM_EVENT_ABORT_CONFLICT] = "abort-conflict",
    [STM_EVENT_ABORT_MANUAL] = "abort-asked",
    [STM_EVENT_ABORT_RETRY] = "abort-retry",
    [STM_EVENT_INEVITABLE] = "inevitable",
    [STM_EVENT_WAIT_SEGMENT] = "wait-segment",
    [STM_EVENT_WAIT_COMMIT] = "wait-commit",
    [STM_EVENT_WAIT_CHANGE] = "wait-change",
    [STM_EVENT_WAIT_ORDER] = "wait-order",
    [STM_EVENT_WAIT_DONE] = "wait-done",
    [STM_EVENT_MINOR] = "minor",
    [STM_EVENT_MINOR_DONE] = "minor-done",
    [STM_EVENT_MAJOR] = "major",
    [STM_EVENT_MAJOR_DONE] = "major-done",
    [STM_EVENT_THREAD_START] = "thread-start",
    [STM_EVENT_THREAD_END] = "thread-end",
};

/* ---------------------------------------------------------------- markers */

void rpystm_get_marker(struct stm_marker *out)
{
    out->code = NULL;
    out->position = 0;
    if (marker_function) {
        marker_out = out;
        marker_function();
    }
}

/* Called by the program's marker function. */
void rpystm_marker_is(void __seg_gs *code, long position)
{
    marker_out->code = code;
    marker_out->position = position;
}

/* Called by the program's describe function: strings of its own, a line number. */
void rpystm_describe_as(void __seg_gs *filename, void __seg_gs *name, long line)
{
    RPyString *f = (RPyString *)RPY_PLAIN(filename), *n = (RPyString *)RPY_PLAIN(name);
    snprintf(description, description_size, "%.*s:%ld in %.*s", (int)f->rs_chars.length, f->rs_chars.items, line,
             (int)n->rs_chars.length, n->rs_chars.items);
}

void rpystm_set_marker(void *marker, void *describe)
{
    marker_function = (void (*)(void))marker;
    describe_function = (void (*)(void __seg_gs *, long))describe;
}

static const char *describe(const struct stm_marker *m, char *buffer, size_t size)
{
    buffer[0] = 0;
    if (m->code && describe_function) {
        description = buffer;
        description_size = size;
        describe_function(m->code, m->position);
    }
    return buffer;
}

/* ---------------------------------------------------------------- the log */

static void log_event(const struct stm_event_record *e)
{
    char here[300], other[300];
    describe(&e->here, here, sizeof(here));
    describe(&e->other, other, sizeof(other));
    flockfile(file);
    fprintf(file, "%.9f T%ld S%u %s", (e->time_ns - first_ns) * 1e-9, (long)e->thread, e->segment, names[e->event]);
    if (e->reason)
        fprintf(file, " [%s]", e->reason);
    if (here[0])
        fprintf(file, " @ %s", here);
    if (other[0])
        fprintf(file, " / T%ld: %s", (long)e->other_thread, other);
    fputc('\n', file);
    funlockfile(file);
}

static uint64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000UL + t.tv_nsec;
}

static void flush(void)
{
    fflush(file);
}

void rpystm_log_start(void)
{
    const char *name = getenv("PYPYSTM_LOG");
    if (!name || !*name)
        return;
    file = fopen(name, "we");
    if (!file) {
        fprintf(stderr, "PYPYSTM_LOG: cannot write %s: %s\n", name, strerror(errno));
        exit(1);
    }
    first_ns = now_ns();
    atexit(flush);
    stm_set_event_callback(log_event);
}
