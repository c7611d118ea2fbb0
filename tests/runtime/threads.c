/* Test programs with real threads, checkpoints and aborts.  Each x_ function opens the runtime, runs, and closes it; the
   result is 0, or says what went wrong.  The types are those of driver.c; shared objects are reached through
   client_refs[0], which a new thread gets from its creator. */
#include "internal.h"
#include <semaphore.h>
#include <time.h>
#include <unistd.h>

int t_open(uint32_t segments, size_t nursery, size_t max_heap, const void *image, size_t image_size);

enum { STRUCT = 1, REFS, WORDS };
typedef __seg_gs struct { struct stm_header h; int64_t number; stm_ref refs[3]; int64_t words[3]; } *node;
typedef __seg_gs struct { struct stm_header h; int64_t number, length; stm_ref items[]; } *refs;
typedef __seg_gs struct { struct stm_header h; int64_t number, length; int64_t items[]; } *words;

static int n_threads;
static int64_t iterations, size, bad, done;
static uint32_t flags;
enum { COLLECT = 1, INEVITABLE = 2, EVERY_ALLOCATION = 4, REPLACE = 8, LEAVE = 16, SHARED = 32 };

#define FAILED(n) __atomic_store_n(&bad, n, __ATOMIC_SEQ_CST)

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state * 0x2545F4914F6CDD1DUL >> 20;
}

static node new_node(void) { return (node)stm_allocate(STRUCT, 64); }
static refs new_refs(int64_t n) { return (refs)stm_allocate_var(REFS, 24, 8, 16, n); }
static words new_words(int64_t n) { return (words)stm_allocate_var(WORDS, 24, 8, 16, n); }
static refs shared(void) { return (refs)STM_SEG->client_refs[0]; }

static void open_for(int threads, uint32_t segments, int64_t n, uint32_t how, size_t nursery)
{
    n_threads = threads;
    iterations = n;
    flags = how;
    bad = done = 0;
    if (t_open(segments, nursery, 0, NULL, 0) != 0)
        abort();
}

static void (*body)(int number);

static void thread_body(void *arg)
{
    body((int)(intptr_t)arg);
    __atomic_fetch_add(&done, 1, __ATOMIC_SEQ_CST);
}

/* Starts the threads with the caller's shared object, and waits outside of the segment until all are gone. */
static void run_threads(void (*fn)(int))
{
    body = fn;
    if (flags & EVERY_ALLOCATION)
        stm_state.stress = true;
    for (intptr_t i = 0; i < n_threads; i++)
        if (stm_thread_create(thread_body, (void *)i, STM_SEG->client_refs[0], 0) != 0)
            abort();
    stm_leave();
    while (__atomic_load_n(&done, __ATOMIC_SEQ_CST) < n_threads || stm_thread_count() > 1)
        usleep(200);
    stm_enter();
    stm_state.stress = false;
}

static void disturb(uint64_t *rnd)
{
    uint64_t r = next_random(rnd) % 1000;
    if (flags & COLLECT && r < 4)
        stm_collect(r < 2);
    if (flags & INEVITABLE && r >= 10 && r < 30)
        stm_become_inevitable("test");
    if (flags & LEAVE && r >= 30 && r < 40) {
        stm_leave();
        stm_enter();
    }
}

/* ---- money: the sum of all accounts never changes */

static void check_sum(void)
{
    int64_t sum = 0;
    for (int64_t i = 0; i < size; i++) {
        stm_read(&shared()->items[i]);
        node p = (node)shared()->items[i];
        stm_read(p);
        sum += p->words[0];
    }
    if (sum != 1000 * size)
        FAILED(1);
}

static void move_money(uint64_t *rnd)
{
    int64_t from = next_random(rnd) % size, to = next_random(rnd) % size, amount = next_random(rnd) % 10;
    stm_read(&shared()->items[from]);
    node p = (node)shared()->items[from];
    stm_write(p);
    p->words[0] -= amount;
    if (flags & REPLACE) {             /* a new object in place of the old one */
        node q = new_node();
        if (!q)
            FAILED(9);
        stm_read(&shared()->items[to]);
        p = (node)shared()->items[to];
        stm_read(p);
        q->words[0] = p->words[0] + amount;
        refs accounts = shared();
        stm_write_item(accounts, &accounts->items[to]);
        accounts->items[to] = (stm_ref)q;
    } else {
        stm_read(&shared()->items[to]);
        p = (node)shared()->items[to];
        stm_write(p);
        p->words[0] += amount;
    }
}

static void money(int number)
{
    uint64_t rnd = number + 77;
    for (int64_t i = 0; i < iterations && !bad; i++) {
        disturb(&rnd);
        move_money(&rnd);
        if (next_random(&rnd) % 16 == 0)
            check_sum();
        if (next_random(&rnd) % 4 == 0)
            stm_force_break();
        else
            stm_break_if_due();
    }
}

static void make_accounts(int64_t n)
{
    size = n;
    STM_SEG->client_refs[0] = (stm_ref)new_refs(n);
    for (int64_t i = 0; i < n; i++) {
        node p = new_node();
        p->words[0] = 1000;
        refs accounts = shared();
        stm_write_item(accounts, &accounts->items[i]);
        accounts->items[i] = (stm_ref)p;
    }
}

int64_t x_money(int threads, uint32_t segments, int64_t n_iterations, int64_t accounts, uint32_t how)
{
    open_for(threads, segments, n_iterations, how, 65536);
    make_accounts(accounts);
    run_threads(money);
    check_sum();
    stm_collect(1);
    check_sum();
    int64_t result = bad;
    stm_teardown();
    return result;
}

/* ---- list-append histories: every transaction looks at one list and appends to others; see test_threads.py */

enum { LISTS = 6, LONGEST = 4096 };
static int64_t *history;               /* per thread and iteration: LISTS pairs (length seen or -1, position appended at or -1) */

static void append(int64_t list, int64_t value, int64_t *record)
{
    node head = (node)shared()->items[list];
    stm_write(head);
    int64_t at = head->words[0]++;
    words items = (words)head->refs[0];
    stm_write_item(items, &items->items[at]);
    items->items[at] = value;
    record[2 * list + 1] = at;
}

static void look(int64_t list, int64_t *record)
{
    node head = (node)shared()->items[list];
    stm_read(head);
    if (record[2 * list] < 0 && record[2 * list + 1] < 0)
        record[2 * list] = head->words[0];
}

static void lists(int number)
{
    uint64_t rnd = number + 999;
    stm_force_break();
    for (int64_t i = 0; i < iterations; i++) {
        int64_t record[2 * LISTS];
        for (int j = 0; j < 2 * LISTS; j++)
            record[j] = -1;
        disturb(&rnd);
        if (flags & LEAVE)             /* a break in between would make two transactions of it */
            STM_SEG->atomic++;
        for (int n = next_random(&rnd) % 3; n >= 0; n--)
            look(next_random(&rnd) % LISTS, record);
        stm_allocate(STRUCT, 64);
        for (int n = next_random(&rnd) % 2; n >= 0; n--) {
            int64_t list = next_random(&rnd) % LISTS;
            if (record[2 * list + 1] < 0)
                append(list, number * iterations + i, record);
        }
        if (flags & LEAVE)
            stm_atomic_end();
        stm_force_break();
        memcpy(history + (number * iterations + i) * 2 * LISTS, record, sizeof record);
    }
}

/* `out` gets the records, `order` the final lists: LISTS times LONGEST values, -1 behind the last. */
int64_t x_lists(int threads, uint32_t segments, int64_t n_iterations, uint32_t how, int64_t *out, int64_t *order)
{
    open_for(threads, segments, n_iterations, how & ~LEAVE, 65536);
    history = out;
    STM_SEG->client_refs[0] = (stm_ref)new_refs(LISTS);
    for (int64_t i = 0; i < LISTS; i++) {
        refs all = shared();
        node head = new_node();
        stm_write_item(all, &all->items[i]);
        all->items[i] = (stm_ref)head;
        words w = new_words(LONGEST);
        head = (node)shared()->items[i];
        stm_write(head);
        head->refs[0] = (stm_ref)w;
    }
    run_threads(lists);
    for (int64_t i = 0; i < LISTS; i++) {
        node head = (node)shared()->items[i];
        words w = (words)head->refs[0];
        for (int64_t j = 0; j < LONGEST; j++)
            order[i * LONGEST + j] = j < head->words[0] ? w->items[j] : -1;
    }
    stm_teardown();
    return 0;
}

/* ---- a lock that is an ordinary object, waited for without burning a core */

static volatile int64_t in_section;

static void locked_sections(int number)
{
    (void)number;
    for (int64_t i = 0; i < iterations && !bad; i++) {
        node lock = (node)shared()->items[0];
        for (;;) {
            lock = (node)shared()->items[0];
            stm_read(lock);
            if (!lock->words[0])
                break;
            if (stm_wait_for_change((stm_ref)lock, -1) < 0)
                FAILED(2);
        }
        stm_write(lock);
        lock->words[0] = 1;
        stm_force_break();             /* the lock is taken in several transactions: others must wait */
        node counter = (node)shared()->items[1];
        stm_write(counter);
        int64_t n = counter->words[0];
        stm_leave();
        if (__atomic_fetch_add(&in_section, 1, __ATOMIC_SEQ_CST) != 0)
            FAILED(3);
        usleep(10);
        __atomic_fetch_sub(&in_section, 1, __ATOMIC_SEQ_CST);
        stm_enter();
        counter = (node)shared()->items[1];
        stm_write(counter);
        counter->words[0] = n + 1;
        lock = (node)shared()->items[0];
        stm_write(lock);
        lock->words[0] = 0;
        stm_break_if_due();
    }
}

int64_t x_lock(int threads, uint32_t segments, int64_t n_iterations)
{
    open_for(threads, segments, n_iterations, 0, 65536);
    make_accounts(2);
    ((node)shared()->items[0])->words[0] = 0;
    ((node)shared()->items[1])->words[0] = 0;
    in_section = 0;
    run_threads(locked_sections);
    if (((node)shared()->items[1])->words[0] != threads * n_iterations)
        FAILED(4);
    int64_t result = bad;
    stm_teardown();
    return result;
}

/* ---- retry: a bounded buffer of one, half of the threads put, the others take */

static void put_and_take(int number)
{
    for (int64_t i = 0; i < iterations && !bad; i++) {
        node buffer = (node)shared()->items[0];
        stm_read(buffer);
        int64_t full = buffer->words[0] != 0;
        if (full == (number % 2 == 0)) {
            stm_retry();
            FAILED(5);                 /* never returns */
        }
        stm_write(buffer);
        if (number % 2 == 0) {
            buffer->words[0] = 1;
        } else {
            buffer->words[0] = 0;
            buffer->words[1]++;
        }
        stm_force_break();
    }
}

int64_t x_retry(int threads, uint32_t segments, int64_t n_iterations)
{
    open_for(threads, segments, n_iterations, 0, 65536);
    make_accounts(2);
    ((node)shared()->items[0])->words[0] = 0;
    run_threads(put_and_take);
    if (((node)shared()->items[0])->words[1] != threads / 2 * n_iterations)
        FAILED(6);
    int64_t result = bad;
    stm_teardown();
    return result;
}

/* ---- ordered commits: appends in the order of the tickets */

static volatile uint64_t turn;
static uint64_t next_ticket;

static void in_order(int number)
{
    uint64_t rnd = number + 5;
    for (;;) {
        stm_force_break();
        uint64_t *ticket_at = stm_malloc(8);
        if (!stm_raw_is_fresh(ticket_at))
            FAILED(10);
        stm_leave();                   /* a ticket is taken once, aborts or not */
        uint64_t ticket = __atomic_fetch_add(&next_ticket, 1, __ATOMIC_SEQ_CST);
        stm_enter();
        stm_free(ticket_at);
        if (ticket >= (uint64_t)iterations)
            return;
        if (stm_commit_in_order(&turn, ticket) != 0)
            FAILED(7);
        node head = (node)shared()->items[0];
        words log = (words)head->refs[0];
        for (volatile int spin = next_random(&rnd) % 3000; spin > 0; spin--)
            ;
        if (flags & INEVITABLE && ticket % 5 == 0)
            stm_become_inevitable("test");
        head = (node)shared()->items[0];
        log = (words)head->refs[0];
        stm_write(head);
        int64_t at = head->words[0]++;
        stm_write_item(log, &log->items[at]);
        log->items[at] = ticket;
    }
}

int64_t x_ordered(int threads, uint32_t segments, int64_t n_iterations, uint32_t how)
{
    open_for(threads, segments, n_iterations, how, 65536);
    make_accounts(2);
    turn = next_ticket = 0;
    words w = new_words(n_iterations);
    node head = (node)shared()->items[0];
    stm_write(head);
    head->words[0] = 0;
    head->refs[0] = (stm_ref)w;
    run_threads(in_order);
    head = (node)shared()->items[0];
    w = (words)head->refs[0];
    if (head->words[0] != n_iterations)
        FAILED(8);
    for (int64_t i = 0; i < n_iterations; i++)
        if (w->items[i] != i)
            FAILED(8);
    int64_t result = bad;
    stm_teardown();
    return result;
}

/* ---- memory */

static int64_t pss_kb(void)
{
    FILE *f = fopen("/proc/self/smaps_rollup", "r");
    char line[256];
    int64_t kb = -1;
    while (f && fgets(line, sizeof line, f))
        if (sscanf(line, "Pss: %ld", &kb) == 1)
            break;
    if (f)
        fclose(f);
    return kb;
}

static int64_t worst_pss;

static void allocate_much(int number)
{
    stm_push_root(NULL);
    for (int64_t i = 0; i < iterations; i++) {
        node p = new_node();
        if (i % 50 == 0) {             /* some live for a while */
            p->refs[0] = *(STM_SEG->shadowstack_top - 1);
            p->number = p->refs[0] ? ((node)p->refs[0])->number + 1 : 0;
            *(STM_SEG->shadowstack_top - 1) = p->number < 2000 ? (stm_ref)p : NULL;
        }
        stm_break_if_due();
        if (number == 0 && i % (iterations / 16 + 1) == 0) {
            int64_t now = pss_kb();
            if (now > worst_pss)
                worst_pss = now;
        }
    }
    stm_pop_root();
}

/* The highest proportional set size seen, in KB, while `threads` threads allocate `bytes` in all. */
int64_t x_allocate(int threads, uint32_t segments, int64_t bytes)
{
    open_for(threads, segments, bytes / 64 / threads, 0, 0);
    worst_pss = 0;
    run_threads(allocate_much);
    stm_teardown();
    return worst_pss;
}

/* Builds `bytes` of live objects, drops them.  out: PSS in KB before, with the objects, after. */
int64_t x_live(int64_t bytes, int several, int64_t *out)
{
    open_for(0, 2, 0, 0, 0);
    if (several) {
        stm_self->stack_base = __builtin_frame_address(0);
        stm_thread_new();              /* another thread, outside: full STM is on */
    }
    int64_t n = bytes / 64, chunk = 1000;
    out[0] = pss_kb();
    STM_SEG->client_refs[0] = (stm_ref)new_refs(n / chunk + 1);
    for (int64_t i = 0; i < n / chunk; i++) {
        stm_push_root((stm_ref)new_refs(chunk));
        for (int64_t j = 0; j < chunk; j++) {
            node p = new_node();
            if (!p)
                return 1;
            p->number = i * chunk + j;
            refs r = (refs)*(STM_SEG->shadowstack_top - 1);
            stm_write_item(r, &r->items[j]);
            r->items[j] = (stm_ref)p;
        }
        refs r = (refs)stm_pop_root(), all = shared();
        stm_write_item(all, &all->items[i]);
        all->items[i] = (stm_ref)r;
        stm_break_if_due();
    }
    out[1] = pss_kb();
    for (int64_t i = 0; i < n / chunk; i++)
        for (int64_t j = 0; j < chunk; j++)
            if (((node)((refs)shared()->items[i])->items[j])->number != i * chunk + j)
                FAILED(1);
    STM_SEG->client_refs[0] = NULL;
    stm_force_break();
    stm_collect(1);
    out[2] = pss_kb();
    if (several) {
        struct stm_thread *t = stm_state.threads;
        stm_thread_free(t == stm_self ? t->next : t);
    }
    int64_t result = bad;
    stm_teardown();
    return result;
}

/* ---- the C stack comes back as it was */

static int deep(int n, volatile int64_t *sum)
{
    volatile int64_t local[16];
    for (int i = 0; i < 16; i++)
        local[i] = n * 100 + i;
    if (n > 0)
        deep(n - 1, sum);
    else
        stm_force_break();
    for (int i = 0; i < 16; i++) {
        if (local[i] != n * 100 + i)
            FAILED(11);
        local[i] = -1;                 /* after an abort this must have been undone */
        *sum += i;
    }
    if (n == 40) {
        node p = (node)shared()->items[0];
        stm_write(p);
        if (++p->words[1] && __atomic_fetch_add(&next_ticket, 1, __ATOMIC_SEQ_CST) < 50)
            stm_abort_and_restart();
    }
    return n;
}

int64_t x_stack(void)
{
    open_for(1, 2, 0, 0, 0);
    stm_self->stack_base = __builtin_frame_address(0);
    make_accounts(1);
    next_ticket = 0;
    struct stm_thread *other = stm_thread_new();       /* full STM is on */
    stm_force_break();
    volatile int64_t sum = 0;
    deep(60, &sum);
    if (sum != 61 * 120 || next_ticket != 51 || ((node)shared()->items[0])->words[1] != 1)
        FAILED(12);
    stm_thread_free(other);
    int64_t result = bad;
    stm_teardown();
    return result;
}

/* ---- fork, from one thread of several */

#include <sys/wait.h>

static int64_t child_work(void)
{
    uint64_t rnd = 5;
    check_sum();
    for (int64_t i = 0; i < 2000; i++) {
        move_money(&rnd);
        stm_break_if_due();
        if (i % 500 == 0)
            stm_collect(1);
    }
    body = money;
    iterations = 500;
    done = 0;
    run_threads(money);                /* the child has threads again */
    check_sum();
    return bad;
}

static void forking(int number)
{
    if (number != 0) {
        money(number);
        return;
    }
    for (int i = 0; i < 5 && !bad; i++) {
        uint64_t rnd = i + 3;
        move_money(&rnd);
        check_sum();
        int pid = stm_fork();
        if (pid == 0) {
            n_threads = 2;
            __atomic_store_n(&done, 0, __ATOMIC_SEQ_CST);
            flags |= REPLACE;
            _exit(child_work() ? 1 : 42);
        }
        int status = 0;
        stm_leave();
        if (pid < 0 || waitpid(pid, &status, 0) != pid || !WIFEXITED(status) || WEXITSTATUS(status) != 42)
            FAILED(13);
        stm_enter();
        check_sum();
    }
}

int64_t x_fork(int threads, uint32_t segments, int64_t n_iterations, uint32_t how)
{
    open_for(threads, segments, n_iterations, how, 65536);
    make_accounts(64);
    if (threads == 0)
        forking(0);                    /* alone */
    else
        run_threads(forking);
    check_sum();
    int64_t result = bad;
    stm_teardown();
    return result;
}

/* ---- weak references, identities, caches, raw memory, finalizers, all at once */

static int64_t finalized;

static void everything(int number)
{
    uint64_t rnd = number + 31;
    intptr_t hashes[8];
    stm_ref *mine = STM_SEG->shadowstack_top;
    for (int i = 0; i < 8; i++)
        stm_push_root(NULL);
    for (int i = 0; i < 8; i++) {
        stm_ref p = (stm_ref)new_node();
        mine[i] = p;
        hashes[i] = stm_identity_hash(p);
    }
    for (int64_t i = 0; i < iterations && !bad; i++) {
        disturb(&rnd);
        int j = next_random(&rnd) % 8;
        if (stm_identity_hash(mine[j]) != hashes[j])
            FAILED(14);
        if (next_random(&rnd) % 4 == 0) {
            stm_ref p = (stm_ref)new_node();
            mine[j] = p;
            hashes[j] = stm_identity_hash(p);
            ((node)p)->number = hashes[j];
            if (next_random(&rnd) % 8 == 0)
                stm_register_finalizer(0, p);
        }
        stm_ref cached = stm_cache_get(j);
        if (cached && ((node)cached)->number != (int64_t)stm_cache_word(j))
            FAILED(15);
        stm_cache_set(j, mine[j], ((node)mine[j])->number);
        int64_t *raw = stm_malloc(64), *zero = stm_calloc(4, 8);
        raw[7] = zero[3];
        raw = stm_realloc(raw, 128);
        stm_free(zero);
        if (i % 3)
            stm_free(raw);
        else if (i)
            stm_on_abort(raw, NULL);
        stm_push_root(stm_allocate_registered(4, 24));          /* a weak reference to mine[j] */
        stm_ref w = stm_pop_root();
        *((__seg_gs stm_ref *)w + 2) = mine[j];
        if (next_random(&rnd) % 2) {
            stm_push_root(w);
            stm_collect(0);
            w = stm_pop_root();
            if (*((__seg_gs stm_ref *)w + 2) != mine[j])
                FAILED(16);
        }
        move_money(&rnd);
        if (i % 3 == 0)
            stm_free(raw);
        if (next_random(&rnd) % 4 == 0)
            stm_force_break();
        if (stm_finalizers_ready() & 1) {
            stm_ref dead = stm_next_finalizable(0);
            if (dead && ((node)dead)->number == 0)
                FAILED(17);
            if (dead)
                finalized++;
        }
    }
    STM_SEG->shadowstack_top = mine;
}

int64_t x_everything(int threads, uint32_t segments, int64_t n_iterations, uint32_t how)
{
    open_for(threads, segments, n_iterations, how, 65536);
    make_accounts(64);
    finalized = 0;
    run_threads(everything);
    check_sum();
    if (how & COLLECT && !finalized)
        FAILED(18);
    int64_t result = bad;
    stm_teardown();
    return result;
}

/* ---- threads that come and go: the one-thread mode is left and entered again; atomic; waiting with a timeout */

static void short_life(int number)
{
    uint64_t rnd = number + 1;
    for (int i = 0; i < 50; i++) {
        move_money(&rnd);
        stm_break_if_due();
    }
}

int64_t x_coming_and_going(int rounds)
{
    open_for(2, 3, 0, 0, 65536);
    stm_self->stack_base = __builtin_frame_address(0);
    make_accounts(64);
    uint64_t rnd = 9;
    int entered = 0;
    for (int i = 0; i < rounds; i++) {
        done = 0;
        body = short_life;
        if (i % 2)
            stm_atomic_begin();        /* the threads start, but see nothing before the end */
        move_money(&rnd);
        for (intptr_t j = 0; j < 2; j++)
            if (stm_thread_create(thread_body, (void *)j, STM_SEG->client_refs[0], 0) != 0)
                FAILED(19);
        if (i % 2) {
            usleep(500);
            if (done)
                FAILED(20);
            move_money(&rnd);
            stm_atomic_end();
        }
        for (;;) {
            stm_leave();
            bool over = __atomic_load_n(&done, __ATOMIC_SEQ_CST) >= 2 && stm_thread_count() == 1;
            usleep(50);
            stm_enter();
            if (over)
                break;
        }
        check_sum();
        for (int j = 0; j < 10; j++) {
            move_money(&rnd);
            stm_force_break();
        }
        entered += STM_SEG->one_thread;
        check_sum();
    }
    if (entered != rounds)
        FAILED(21);
    uint64_t start = stm_now();
    stm_read(shared()->items[0]);
    if (stm_wait_for_change(shared()->items[0], 20000000) != 0 || stm_now() - start < 20000000)
        FAILED(22);
    int64_t result = bad;
    stm_teardown();
    return result;
}

/* ---- loops that allocate nothing see what others do, all the same */

static void idle_until_the_others_came(int number)
{
    stm_write_item(shared(), &shared()->items[2 * number]);
    shared()->items[2 * number] = (stm_ref)shared();
    for (int i = 0; i < n_threads; i++)
        for (stm_ref item = NULL; item == NULL; stm_break_if_due()) {
            stm_read(&shared()->items[2 * i]);
            item = shared()->items[2 * i];
        }
}

int64_t x_idle_loops(int threads, uint32_t segments)
{
    open_for(threads, segments, 0, 0, 65536);
    STM_SEG->client_refs[0] = (stm_ref)new_refs(2 * threads);
    run_threads(idle_until_the_others_came);
    int64_t result = bad;
    stm_teardown();
    return result;
}

/* ---- a blocking call inside atomic does not stop the others' collections */

static int32_t others_run;

static void sleeps_in_atomic(int number)
{
    uint64_t rnd = number + 3;
    if (number == 0) {
        /* to start a thread is inevitable, and so is leaving inside atomic: the other one must have been started before */
        stm_leave();
        while (__atomic_load_n(&others_run, __ATOMIC_SEQ_CST) == 0)
            usleep(100);
        stm_enter();
        stm_atomic_begin();
        move_money(&rnd);
        stm_leave();
        while (__atomic_load_n(&done, __ATOMIC_SEQ_CST) == 0)
            usleep(100);
        stm_enter();
        move_money(&rnd);
        stm_atomic_end();
        return;
    }
    __atomic_store_n(&others_run, 1, __ATOMIC_SEQ_CST);
    for (int i = 0; i < 5; i++) {
        for (int j = 0; j < 1000; j++)
            new_node();
        stm_collect(1);
    }
    check_sum();
}

int64_t x_sleep_in_atomic(void)
{
    open_for(2, 2, 0, 0, 65536);
    others_run = 0;
    make_accounts(64);
    run_threads(sleeps_in_atomic);
    check_sum();
    int64_t result = bad;
    stm_teardown();
    return result;
}

/* ---- events: how often each was reported, to compare with the counters; and both sides of a conflict */

static int64_t events[STM_EVENT_COUNT], sided;

static void note_event(const struct stm_event_record *e)
{
    __atomic_fetch_add(&events[e->event], 1, __ATOMIC_SEQ_CST);
    if (e->event == STM_EVENT_ABORT_CONFLICT && e->other_thread > 0 && e->other_thread != e->thread && e->time_ns)
        __atomic_fetch_add(&sided, 1, __ATOMIC_SEQ_CST);
}

int64_t x_events(int threads)
{
    open_for(threads, threads, 20000, 0, 65536);
    memset(events, 0, sizeof events);
    sided = 0;
    stm_set_event_callback(note_event);
    struct stm_stats before, after;
    stm_stats(&before);
    make_accounts(4);
    run_threads(money);
    stm_stats(&after);
    for (int i = 0; i < STM_EVENT_COUNT; i++)
        if ((int64_t)(after.count[i] - before.count[i]) != events[i])
            FAILED(23);
    if (events[STM_EVENT_COMMIT] < 1000 || sided != events[STM_EVENT_ABORT_CONFLICT])
        FAILED(24);
    if (events[STM_EVENT_START] - events[STM_EVENT_COMMIT] - events[STM_EVENT_ABORT_CONFLICT] > 1)
        FAILED(25);
    int64_t result = bad;
    stm_set_event_callback(NULL);
    stm_teardown();
    return result;
}
