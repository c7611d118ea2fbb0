"""Threads, locks and everything in rstm: the same program for each mode.

Usage: NAME threads iterations
Prints one line a check; the same lines in every mode.
"""
import os
from rpython.rlib import rthread, rgc
from rpython_stm import rstm


class Lock(object):
    def __init__(self):
        self.held = False

    def acquire(self):
        while self.held:
            rstm.wait_for_change(self, -1)
        self.held = True

    def release(self):
        self.held = False
        rstm.notify_change(self)


class Node(object):
    def __init__(self, value, next):
        self.value = value
        self.next = next


class Entry(object):
    def __init__(self, key, value):
        self.key = key
        self.value = value


class Shared(object):
    def __init__(self):
        self.ready = Lock()
        self.done = 0
        self.next_id = 0
        self.iterations = 0
        self.accounts = [100] * 16
        self.lock = Lock()
        self.counter = 0
        self.private = [0]
        self.chain = None
        self.log = []


shared = Shared()
cache = rstm.Cache(Entry, 64)


def random(seed):
    return (seed * 1103515245 + 12345) & 0x7fffffff


def cached_square(n):
    e = cache.get(n)
    if e is not None and e.key == n:
        return e.value
    cache.set(n, Entry(n, n * n))
    return n * n


class LogHook(rstm.CommitHook):
    def __init__(self, n):
        self.n = n

    def run(self):
        shared.log.append(self.n)


def worker_body(my_id):
    seed = my_id + 1
    total = 0
    for i in range(shared.iterations):
        # money moves between accounts, and is conserved
        seed = random(seed)
        a = (seed >> 8) % len(shared.accounts)
        seed = random(seed)
        b = (seed >> 8) % len(shared.accounts)
        shared.accounts[a] -= 1
        shared.accounts[b] += 1
        # garbage, some of which survives for a while
        chain = None
        for j in range(20):
            chain = Node(j, chain)
        while chain is not None:
            total += chain.value
            chain = chain.next
        total += cached_square(i & 127)
        if i % 100 == 0:
            shared.lock.acquire()
            shared.counter += 1
            rstm.break_transaction_if_due()
            shared.lock.release()
        if i % 1000 == 0:
            rstm.on_commit(LogHook(my_id))
        if i % 5000 == 0:
            shared.chain = Node(i, shared.chain)
        rstm.break_transaction_if_due()
    shared.private[my_id] = total


def worker():
    rstm.thread_start()
    my_id = shared.next_id
    shared.next_id += 1
    rstm.break_transaction()
    try:
        worker_body(my_id)
    except Exception:
        os.write(2, "exception in a thread\n")
    rstm.break_transaction()
    shared.done += 1
    rstm.notify_change(shared)
    rstm.thread_die()


def check(name, cond):
    if cond:
        os.write(1, name + ': ok\n')
    else:
        os.write(1, name + ': WRONG\n')


def main(argv):
    n = int(argv[1])
    shared.iterations = int(argv[2])
    shared.private = [0] * n
    for i in range(n):
        rstm.start_new_thread(worker)
    while shared.done < n:
        rstm.wait_for_change(shared, 1000000)
    total = 0
    for x in shared.accounts:
        total += x
    check('money', total == 1600)
    check('counter', shared.counter == n * ((shared.iterations + 99) // 100))
    expected = 0
    for i in range(shared.iterations):
        k = i & 127
        expected += 190 + k * k
    good = True
    for x in shared.private:
        if x != expected:
            good = False
    check('private', good)
    check('hooks', len(shared.log) == n * ((shared.iterations + 999) // 1000))
    count = 0
    c = shared.chain
    while c is not None:
        count += 1
        c = c.next
    check('chain', count == n * ((shared.iterations + 4999) // 5000))
    rgc.collect()
    check('not held', not shared.lock.held)
    rstm.become_inevitable("the end")
    check('inevitable', rstm.is_inevitable())
    rstm.atomic_enter()
    check('atomic', rstm.atomic_level() == 1)
    rstm.atomic_leave()
    check('stats', rstm.stat(0) >= 0 and rstm.segment_number() >= 0)
    return 0


def target(driver, args):
    return main, None
