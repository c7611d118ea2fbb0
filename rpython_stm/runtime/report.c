/* Events, counters, figures. */
#define _GNU_SOURCE
#include "internal.h"
#include <time.h>

uint64_t stm_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static bool is_abort(enum stm_event e)
{
    return e == STM_EVENT_ABORT_CONFLICT || e == STM_EVENT_ABORT_MANUAL || e == STM_EVENT_ABORT_RETRY;
}

void stm_event(struct stm_segment *s, enum stm_event event, const char *reason)
{
    s->stats.count[event]++;
    if (!stm_state.event_callback)
        return;
    struct stm_event_record e = {.time_ns = stm_now(), .event = event, .segment = s->number, .reason = reason,
                                 .thread = s->cb->thread ? s->cb->thread->ident : 0};
    if (stm_state.config.marker && s->running && s == stm_segment() && (is_abort(event) || event == STM_EVENT_INEVITABLE))
        stm_state.config.marker(&e.here);
    if (event == STM_EVENT_ABORT_CONFLICT) {
        e.other = s->other;
        e.other_thread = s->other_thread;
    }
    stm_state.event_callback(&e);
}

void stm_set_event_callback(void (*fn)(const struct stm_event_record *)) { stm_state.event_callback = fn; }

void stm_stats(struct stm_stats *out)
{
    memset(out, 0, sizeof *out);
    uint64_t *sum = (uint64_t *)out;
    for (uint32_t i = 1; i <= stm_state.n_segments; i++) {
        const uint64_t *part = (const uint64_t *)&stm_state.segments[i].stats;
        for (size_t j = 0; j < sizeof *out / sizeof *sum; j++)
            sum[j] += part[j];
    }
}

void stm_memory(struct stm_memory *out)
{
    memset(out, 0, sizeof *out);
    out->heap_bytes = stm_state.heap_bytes;
    out->live_bytes = stm_state.live_bytes;
    for (uint32_t i = 1; i <= stm_state.n_segments; i++)
        out->private_bytes += stm_state.segments[i].n_private * STM_PAGE;
    out->log_bytes = stm_state.log_bytes;
    out->raw_bytes = stm_state.raw_bytes > 0 ? stm_state.raw_bytes : 0;
    out->max_heap = stm_state.max_heap;
}
