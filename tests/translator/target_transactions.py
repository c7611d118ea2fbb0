"""What only transactions can do, and what threads must not see.  --stm only.

Usage: NAME test-name
"""
import os
import time
from rpython.rlib import rgc
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython_stm import rstm


class Cell(object):
    def __init__(self, value):
        self.value = value


class Shared(object):
    def __init__(self):
        self.next_id = 0
        self.done = 0
        self.work = 0
        self.list = []
        self.big = [0] * 1000000
        self.dict = {}
        self.few = {}
        self.cells = []
        self.turn = rstm.Turn()
        self.order = []
        self.flag = False
        self.pair_a = 0
        self.pair_b = 0
        self.wrong = 0
        self.deleted = 0
        self.freed = 0
        self.committed = 0


class SharedHolder(object):
    def __init__(self):
        self.shared = None
        self.lowest = 0


holder = SharedHolder()

BIG, DICT, ORDER, RETRY, PAIR, RAISE, FINALIZE, SLEEP, HOOK, ONE_BIG, FILES = range(11)
NAMES = ['big', 'dict', 'order', 'retry', 'pair', 'raise', 'finalize', 'sleep',
         'hook', 'one_big', 'files']

c_dup = rffi.llexternal('dup', [rffi.INT], rffi.INT, releasegil=False)
c_close = rffi.llexternal('close', [rffi.INT], rffi.INT, releasegil=False)
rstm.harmless('dup', 'close')


def put(text):
    os.write(1, text + '\n')


class Deleted(object):
    def __init__(self, shared):
        self.shared = shared

    def __del__(self):
        self.shared.deleted += 1         # not light: it stores into an object


class Light(object):
    def __init__(self):
        self.p = lltype.malloc(rffi.CCHARP.TO, 50, flavor='raw')

    @rgc.must_be_light_finalizer
    def __del__(self):
        lltype.free(self.p, flavor='raw')


def fill_big(shared, me):
    half = len(shared.big) // 2
    start = me * half
    for round in range(2):
        for i in range(start, start + half):
            shared.big[i] = i + round
            rstm.break_transaction_if_due()


def one_big(shared, me):
    # both write all over the list, one item a transaction
    x = me + 1
    for i in range(3000):
        x = (x * 1103515245 + 12345) & 0x7fffffff
        shared.big[(x >> 8) % 64] += 1
        rstm.break_transaction()


def set_keys(shared, me):
    for round in range(50):
        rstm.break_transaction()
        for i in range(me, 2000, 2):
            shared.dict[str(i)].value = round
        # a look-up reads the keys that it passes, each in one granule with its value: so these are keys of a dict
        # in which nobody looks for others
        shared.few[str(me)] = Cell(round)
    for i in range(me, 2000, 2):
        shared.dict[str(i)] = Cell(49)
    rstm.break_transaction()


def in_order(shared, me):
    # threads take tickets me, me + 2, ...; the results come in order of tickets
    for ticket in range(me, 100, 2):
        rstm.break_transaction()
        while not shared.turn.begin(ticket):
            rstm.break_transaction()
        x = 0
        for i in range(1000 * (1 + ticket % 3)):
            x += i
        shared.order.append(ticket)
        shared.turn.done()
        rstm.break_transaction()


def wait_by_retry(shared, me):
    if me == 0:
        rstm.break_transaction()
        if not shared.flag:
            try:
                rstm.retry()
            except rstm.CannotRetry:
                while not shared.flag:
                    rstm.wait_for_change(shared, -1)
        shared.order.append(1)
    else:
        time.sleep(0.02)
        shared.order.append(0)
        shared.flag = True
        rstm.notify_change(shared)
    rstm.break_transaction()


def keep_pair_equal(shared, me):
    # inside atomic nobody sees the two numbers differ
    for i in range(3000):
        rstm.atomic_enter()
        if shared.pair_a != shared.pair_b:
            shared.wrong += 1
        shared.pair_a += 1
        rstm.break_transaction_if_due()
        if i % 10 == 0:
            rstm.break_transaction()
        shared.pair_b += 1
        rstm.atomic_leave()
        rstm.break_transaction_if_due()


def raise_deep(n):
    if n == 0:
        raise KeyError
    rstm.break_transaction_if_due()
    raise_deep(n - 1)


def raising(shared, me):
    caught = 0
    for i in range(2000):
        try:
            raise_deep(i % 20)
        except KeyError:
            caught += 1
        rstm.break_transaction_if_due()
        if i % 100 == 0:
            shared.work += 1             # conflicts, so that some abort
            rstm.break_transaction()
    if caught != 2000:
        shared.wrong += 1
    shared.cells.append(Cell(caught))


def finalize(shared, me):
    for i in range(2000):
        Deleted(shared)
        Light()
        rstm.break_transaction_if_due()


def sleeping(shared, me):
    for i in range(10):
        shared.work += 1
        time.sleep(0.001)
        fd = os.open('/dev/null', os.O_WRONLY, 0)
        os.write(fd, str(shared.work))
        os.close(fd)


class CountHook(rstm.CommitHook):
    def __init__(self, shared):
        self.shared = shared

    def run(self):
        self.shared.committed += 1


def hooking(shared, me):
    for i in range(500):
        rstm.on_commit(CountHook(shared))
        shared.work += 1
        rstm.break_transaction_if_due()
    while rstm.pending_hooks() > 0:
        rstm.break_transaction()


def dup(fd):
    return rffi.cast(lltype.Signed, c_dup(rffi.cast(rffi.INT, fd)))


def files(shared, me):
    # descriptors of attempts that abort are closed, those of commits stay open
    for i in range(300):
        rstm.atomic_enter()
        fd = dup(1)
        rstm.close_on_abort(fd)
        shared.work += 1
        rstm.break_transaction_if_due()
        if i % 2:
            if rstm.is_held() and not rstm.closes_on_abort(fd):
                shared.wrong += 1
            rstm.keep_on_abort(fd)
            c_close(rffi.cast(rffi.INT, fd))
        else:
            shared.cells.append(Cell(fd))
        rstm.atomic_leave()
        rstm.break_transaction()


def worker_body(shared, which, me):
    if which == BIG:
        fill_big(shared, me)
    elif which == DICT:
        set_keys(shared, me)
    elif which == ORDER:
        in_order(shared, me)
    elif which == RETRY:
        wait_by_retry(shared, me)
    elif which == PAIR:
        keep_pair_equal(shared, me)
    elif which == RAISE:
        raising(shared, me)
    elif which == FINALIZE:
        finalize(shared, me)
    elif which == SLEEP:
        sleeping(shared, me)
    elif which == HOOK:
        hooking(shared, me)
    elif which == ONE_BIG:
        one_big(shared, me)
    elif which == FILES:
        files(shared, me)


def worker():
    rstm.thread_start()
    shared = holder.shared
    me = shared.next_id
    shared.next_id += 1
    rstm.break_transaction()
    try:
        worker_body(shared, shared.which, me)
    except Exception as e:
        os.write(2, "exception in a thread: %s\n" % str(e))
        shared.wrong += 1
    rstm.break_transaction()
    shared.done += 1
    rstm.notify_change(shared)
    rstm.thread_die()


def verify(shared, which):
    if which == BIG:
        for i in range(len(shared.big)):
            if shared.big[i] != i + 1:
                return False
        return True
    if which == DICT:
        for i in range(2000):
            if shared.dict[str(i)].value != 49:
                return False
        return len(shared.dict) == 2000
    if which == ORDER:
        for i in range(100):
            if shared.order[i] != i:
                return False
        return len(shared.order) == 100
    if which == RETRY:
        return (len(shared.order) == 2 and shared.order[0] == 0 and
                shared.order[1] == 1)
    if which == PAIR:
        return shared.pair_a == 6000 and shared.pair_b == 6000
    if which == RAISE:
        return len(shared.cells) == 2 and shared.work == 40
    if which == FINALIZE:
        rgc.collect()
        rgc.collect()
        rstm.break_transaction()
        return shared.deleted == 4000
    if which == SLEEP:
        return shared.work == 20
    if which == HOOK:
        return shared.committed == 1000 and shared.work == 1000
    if which == ONE_BIG:
        total = 0
        for i in range(64):
            total += shared.big[i]
        return total == 6000
    if which == FILES:
        for cell in shared.cells:
            if rffi.cast(lltype.Signed, c_close(rffi.cast(rffi.INT, cell.value))) != 0:
                return False
        return len(shared.cells) == 300 and dup(1) == holder.lowest
    return False


def main(argv):
    which = -1
    for i in range(len(NAMES)):
        if NAMES[i] == argv[1]:
            which = i
    shared = Shared()
    shared.which = which
    for i in range(2000):
        shared.dict[str(i)] = Cell(0)
    for i in range(2):
        shared.few[str(i)] = Cell(0)
    holder.shared = shared
    rgc.collect()
    before = rstm.stat(1)
    holder.lowest = dup(1)
    c_close(rffi.cast(rffi.INT, holder.lowest))
    rstm.start_new_thread(worker)
    rstm.start_new_thread(worker)
    while shared.done < 2:
        rstm.wait_for_change(shared, -1)
    good = verify(shared, which)
    put('wrong %d' % shared.wrong)
    if good:
        put('good 1')
    else:
        put('good 0')
    put('commits %d' % rstm.stat(0))
    put('aborts %d' % (rstm.stat(1) - before))
    return 0


def target(driver, args):
    return main, None
