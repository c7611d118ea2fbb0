/* The checkpoint: what an abort goes back to.
 *
 * stm_save_context() saves the callee-saved registers and copies the C stack from its caller's frame up to the
 * thread's base.  stm_restore_context() runs on a stack of its own, copies it all back and returns a second time from
 * stm_save_context().  Since memory and registers are exactly as they were, no compiled function can tell; only what
 * this file's caller looks at (thread and segment) has changed.
 */
#include "internal.h"
#include <sys/mman.h>

#define ABORT_STACK 65536UL

int stm_save_context(struct context *c, struct stm_thread *t) __attribute__((returns_twice));
void stm_restore_context(struct context *c, char *stack) __attribute__((noreturn));

/* Field offsets follow struct context. */
__asm__(
    ".text\n"
    ".globl stm_save_context\n.hidden stm_save_context\n.type stm_save_context,@function\n"
    "stm_save_context:\n"
    "  movq %rbx, 0(%rdi)\n  movq %rbp, 8(%rdi)\n  movq %r12, 16(%rdi)\n  movq %r13, 24(%rdi)\n"
    "  movq %r14, 32(%rdi)\n  movq %r15, 40(%rdi)\n"
    "  leaq 8(%rsp), %rax\n  movq %rax, 48(%rdi)\n"
    "  movq (%rsp), %rax\n  movq %rax, 56(%rdi)\n"
    "  subq $8, %rsp\n  call stm_copy_stack\n  addq $8, %rsp\n"
    "  xorl %eax, %eax\n  ret\n"
    ".size stm_save_context, .-stm_save_context\n"
    ".globl stm_restore_context\n.hidden stm_restore_context\n.type stm_restore_context,@function\n"
    "stm_restore_context:\n"
    "  movq %rsi, %rsp\n"
    "  movq %rdi, %rdx\n"
    "  movq 48(%rdx), %rdi\n  movq 64(%rdx), %rsi\n  movq 72(%rdx), %rcx\n"
    "  cld\n  rep movsb\n"
    "  movq 0(%rdx), %rbx\n  movq 8(%rdx), %rbp\n  movq 16(%rdx), %r12\n  movq 24(%rdx), %r13\n"
    "  movq 32(%rdx), %r14\n  movq 40(%rdx), %r15\n"
    "  movq 48(%rdx), %rsp\n"
    "  movl $1, %eax\n  jmp *56(%rdx)\n"
    ".size stm_restore_context, .-stm_restore_context\n");

_Static_assert(offsetof(struct context, rsp) == 48 && offsetof(struct context, rip) == 56 &&
               offsetof(struct context, stack) == 64 && offsetof(struct context, stack_bytes) == 72,
               "the assembly relies on it");

__attribute__((used, visibility("hidden")))
void stm_copy_stack(struct context *c, struct stm_thread *t)
{
    if ((uintptr_t)t->stack_base <= c->rsp) {          /* tests: no stack to restore */
        c->stack_bytes = 0;
        return;
    }
    c->stack_bytes = (uintptr_t)t->stack_base - c->rsp;
    if (c->stack_bytes > t->checkpoint.stack_capacity) {
        t->checkpoint.stack_capacity = c->stack_bytes * 2;
        c->stack = stm_xrealloc(c->stack, t->checkpoint.stack_capacity);
    }
    memcpy(c->stack, (void *)c->rsp, c->stack_bytes);
}

/* All but the C stack: shadow stack, references, client words, registered regions. */
void stm_checkpoint_state(struct stm_thread *t, struct stm_segment *s)
{
    struct checkpoint *c = &t->checkpoint;
    c->n_roots = s->cb->shadowstack_top - t->shadowstack;
    if (c->n_roots > c->roots_capacity) {
        c->roots_capacity = c->n_roots * 2;
        c->roots = stm_xrealloc(c->roots, c->roots_capacity * sizeof *c->roots);
    }
    if (c->n_roots)
        memcpy(c->roots, t->shadowstack, c->n_roots * sizeof *c->roots);
    c->atomic = s->cb->atomic;
    memcpy(c->client_words, s->cb->client_words, sizeof c->client_words);
    memcpy(c->client_refs, s->cb->client_refs, sizeof c->client_refs);
    for (uint32_t i = 0; i < t->n_regions; i++)
        memcpy(c->regions[i], t->regions[i].start, t->regions[i].bytes);
    for (uint32_t i = 0; i < t->n_root_regions; i++)
        memcpy(c->root_regions[i], t->root_regions[i].start, t->root_regions[i].count * sizeof(stm_ref));
    c->valid = true;
}

void stm_checkpoint_restore_state(struct stm_thread *t, struct stm_segment *s)
{
    struct checkpoint *c = &t->checkpoint;
    if (c->n_roots)
        memcpy(t->shadowstack, c->roots, c->n_roots * sizeof *c->roots);
    s->cb->shadowstack_top = t->shadowstack + c->n_roots;
    s->cb->atomic = c->atomic;
    memcpy(s->cb->client_words, c->client_words, sizeof c->client_words);
    memcpy(s->cb->client_refs, c->client_refs, sizeof c->client_refs);
    for (uint32_t i = 0; i < t->n_regions; i++)
        if (c->regions[i])
            memcpy(t->regions[i].start, c->regions[i], t->regions[i].bytes);
    for (uint32_t i = 0; i < t->n_root_regions; i++)
        if (c->root_regions[i])
            memcpy(t->root_regions[i].start, c->root_regions[i], t->root_regions[i].count * sizeof(stm_ref));
}

void stm_checkpoint_jump(struct stm_thread *t)
{
    if (t->test_jump)
        __builtin_longjmp(t->test_jump, 1);
    if (!t->abort_stack) {
        t->abort_stack = mmap(NULL, ABORT_STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (t->abort_stack == MAP_FAILED)
            stm_fatal(__FILE__, __LINE__, "out of memory");
    }
    stm_restore_context(&t->checkpoint.context, t->abort_stack + ABORT_STACK - 64);
}

void stm_thread_restore_region(void *start, size_t bytes)
{
    struct stm_thread *t = stm_self;
    if (t->n_regions == STM_REGIONS)
        stm_fatal(__FILE__, __LINE__, "too many regions");
    uint32_t i = t->n_regions++;
    t->regions[i].start = start;
    t->regions[i].bytes = bytes;
    t->checkpoint.regions[i] = stm_xmalloc(bytes);
    memcpy(t->checkpoint.regions[i], start, bytes);
}

void stm_thread_root_region(stm_ref *start, size_t count)
{
    struct stm_thread *t = stm_self;
    if (t->n_root_regions == STM_REGIONS)
        stm_fatal(__FILE__, __LINE__, "too many regions");
    uint32_t i = t->n_root_regions++;
    t->root_regions[i].start = start;
    t->root_regions[i].count = count;
    t->checkpoint.root_regions[i] = stm_xmalloc(count * sizeof *start);
    memset(t->checkpoint.root_regions[i], 0, count * sizeof *start);
}
