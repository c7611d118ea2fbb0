"""Random histories of several segments against a model.

One thread plays 2 to 4 segments in turn: reads, writes, allocations, reference loads and stores, collections of both kinds, commits,
aborts, transactions that turn inevitable.  The model keeps, for each segment, the committed state that its view
must show (moved on exactly when the runtime pulls) and the transaction's own writes.  Checked:

- each read gives the snapshot's value or the own write (opacity), also after collections and aborts;
- no pull passes over a change of something that the transaction has read (a missed conflict);
- a transaction that commits a change could have run at that instant as a whole (serialisability);
- a reported conflict has a cause: a change of a struct or of a 16-byte granule that the transaction had touched;
- every object reachable from a root is intact, and pages thought to be shared are.

Run by hand:  history.py [HISTORIES [FIRST_SEED]] [--steps N] [--break RULES]
"""
import random
import sys

from stmlib import (lib, ffi, Image, open_heap, STRUCT, REFS, WORDS, WEAKREF, TRIPLES, CONFLICT, BLOCKED)

SLOTS = 16
FIXED = 6                    # slots that always hold the prebuilt objects
LAST = {STRUCT: 8}           # words of a struct: 0 header, 1 number, 2-4 pointers, 5-7 words


class Obj(object):
    """A logical object.  Its number is in its second word, so that a pointer tells which object it leads to."""

    def __init__(self, number, tid, length=0, target=0):
        self.number, self.tid, self.length, self.target = number, tid, length, target

    def is_ref(self, i):
        if self.tid == STRUCT:
            return 2 <= i <= 4
        return self.tid == REFS or (self.tid == TRIPLES and (i - 3) % 3 == 1)

    def pick(self, rnd, ref):
        """A random word of the object, that holds a pointer or not; None if there is none."""
        if self.tid == STRUCT:
            return rnd.randrange(2, 5) if ref else rnd.randrange(5, 8)
        if self.tid == WEAKREF or self.length == 0:
            return None
        item = rnd.choice((rnd.randrange(self.length), rnd.randrange(min(self.length, 6))))
        if self.tid == TRIPLES:
            return 3 + 3 * item + (1 if ref else rnd.choice((0, 2)))
        return 3 + item if (self.tid == REFS) == ref else None

    def units(self, i):
        """What a store to word i reports, or a read of it marks: the object, or granules.  Items of 24 bytes: all of the item's."""
        if self.tid == STRUCT:
            return (-1,)
        if self.tid == TRIPLES:
            first = i - (i - 3) % 3
            return range((first - 3) // 2, (first + 5) // 2 + 1)
        return (i // 2,)


class Segment(object):
    """A thread, and the view that it sees while it runs in some segment."""

    def __init__(self, k):
        self.k = k
        self.view = {}                # (number, word) -> value, as of the last pull; absent: 0
        self.seen = lib.t_seen(k)
        self.slots = [0] * SLOTS
        self.running = self.inevitable = False

    def begin(self):
        self.own, self.reads, self.touched = {}, {}, set()
        self.created = set()
        self.saved = list(self.slots)
        self.running, self.inevitable = True, False

    def get(self, key):
        return self.own[key] if key in self.own else self.view.get(key, 0)


class History(object):
    def __init__(self, seed, steps=400):
        self.rnd = rnd = random.Random(seed)
        self.seed, self.steps = seed, steps
        self.objects = {}
        self.numbers = 0
        self.serial = {}              # the committed state
        self.deltas = {}              # entry number -> what it changed
        self.last_entry = 0
        self.ids = {}
        self.counts = {'commit': 0, 'conflict': 0, 'abort': 0, 'major': 0, 'blocked': 0}
        image = Image()
        fixed = []
        for tid, length in ((STRUCT, 0), (STRUCT, 0), (WORDS, 40), (REFS, 40), (WORDS, 1500), (TRIPLES, 400)):
            o = self.new_object(tid, length)
            n = 3 * length if tid == TRIPLES else length
            fixed.append(image.struct(o.number) if tid == STRUCT else image.array(tid, o.number, [0] * n))
        n = rnd.randrange(2, 5)
        open_heap(segments=n, nursery=65536, image=image, slots=SLOTS)
        self.segments = [Segment(k) for k in range(1, n + 1)]
        for s in self.segments:
            lib.t_switch(s.k)
            for i, p in enumerate(fixed):
                lib.t_set_slot(i, p)
                s.slots[i] = i + 1
        self.last_entry = self.segments[0].seen

    def new_object(self, tid, length=0, target=0):
        self.numbers += 1
        o = self.objects[self.numbers] = Obj(self.numbers, tid, length, target)
        return o

    # ---- following the runtime

    def follow(self, s):
        """The runtime may have pulled: so does the model."""
        now = lib.t_seen(s.k)
        while s.seen < now:
            s.seen += 1
            delta = self.deltas[s.seen]
            for key, value in delta.items():
                if s.running and key in s.reads:
                    assert s.reads[key] == value, "missed conflict on word %d of %d" % (key[1], key[0])
            s.view.update(delta)

    def rolled_back(self, s, why):
        if why == 'conflict':
            assert self.conflict_has_cause(s), "conflict without a cause"
            assert not s.inevitable
        self.counts[why] += 1
        s.running = False
        s.slots = list(s.saved)

    def conflict_has_cause(self, s):
        for n in range(s.seen + 1, self.last_entry + 1):
            for number, word in self.deltas[n]:
                for unit in self.objects[number].units(word):
                    if (number, unit) in s.touched:
                        return True
        return False

    def others_may_be_rolled_back(self):
        for s in self.segments:
            if s.running:
                lib.t_switch(s.k)
                if not lib.t_running():
                    self.rolled_back(s, 'conflict')
                else:
                    self.follow(s)

    # ---- steps

    def step(self):
        s = self.rnd.choice(self.segments)
        lib.t_switch(s.k)
        if not s.running:
            if self.rnd.random() < 0.2:
                if lib.t_inside():
                    lib.t_leave()
                return
            if not lib.t_inside():
                lib.t_enter(self.rnd.randrange(1, len(self.segments) + 1))
            if lib.t_start() == BLOCKED:
                self.counts['blocked'] += 1
                return
            s.seen = lib.t_seen(s.k)
            assert s.seen == self.last_entry, "a transaction starts with an old view"
            s.view = dict(self.serial)
            s.begin()
            return
        act = self.rnd.random()
        for limit, method in self.TABLE:
            if act < limit:
                if method(self, s) == CONFLICT:
                    self.rolled_back(s, 'conflict')
                elif s.running:
                    self.follow(s)
                return

    def some_slot(self, s):
        i = self.rnd.randrange(SLOTS)
        return i if s.slots[i] else self.rnd.randrange(FIXED)

    def touch(self, s, o, i):
        for unit in o.units(i):
            s.touched.add((o.number, unit))

    def read(self, s, ref=False):
        slot = self.some_slot(s)
        o = self.objects[s.slots[slot]]
        i = o.pick(self.rnd, ref)
        if i is None:
            return
        self.touch(s, o, i)
        if ref:
            to = self.rnd.randrange(FIXED, SLOTS)
            p = lib.t_load_ref(to, slot, i)
            if p == CONFLICT:
                return CONFLICT
            value = s.slots[to] = lib.t_peek(p, 1) if p else 0
        else:
            value = lib.t_read(slot, i)
            if value == CONFLICT:
                return CONFLICT
        key = (o.number, i)
        assert value == s.get(key), "segment %d: word %d of %d is %d, not %d" % (s.k, i, o.number, value, s.get(key))
        if key not in s.own and o.number not in s.created:
            s.reads[key] = value

    def load_ref(self, s):
        return self.read(s, ref=True)

    def write(self, s):
        slot = self.some_slot(s)
        o = self.objects[s.slots[slot]]
        i = o.pick(self.rnd, False)
        if i is None:
            return
        value = self.rnd.randrange(4)
        if lib.t_write(slot, i, value) == CONFLICT:
            return CONFLICT
        self.touch(s, o, i)
        s.own[o.number, i] = value

    def store_ref(self, s):
        slot, source = self.some_slot(s), self.some_slot(s)
        o = self.objects[s.slots[slot]]
        i = o.pick(self.rnd, True)
        if i is None:
            return
        if lib.t_write_ref(slot, i, source) == CONFLICT:
            return CONFLICT
        self.touch(s, o, i)
        s.own[o.number, i] = s.slots[source]

    def fill(self, s):
        slot = self.some_slot(s)
        o = self.objects[s.slots[slot]]
        if o.tid != WORDS or not o.length:
            return
        n = self.rnd.choice((1, 2, 5, 70, 300))
        first = self.rnd.randrange(3, 3 + o.length)
        n = min(n, 3 + o.length - first)
        value = self.rnd.randrange(4)
        if lib.t_fill(slot, first, n, value) == CONFLICT:
            return CONFLICT
        for i in range(first, first + n):
            self.touch(s, o, i)
            s.own[o.number, i] = value

    def allocate(self, s):
        slot = self.rnd.randrange(FIXED, SLOTS)
        tid = self.rnd.choice((STRUCT, STRUCT, STRUCT, WEAKREF, WORDS, REFS, TRIPLES))
        if tid == WEAKREF:
            source = self.some_slot(s)
            o = self.new_object(tid, target=s.slots[source])
            if lib.t_new(slot, o.number, tid) == CONFLICT:
                return CONFLICT
            if source != slot:
                lib.t_weak_target(slot, source)
            else:
                o.target = 0
        elif tid == STRUCT:
            o = self.new_object(tid)
            if lib.t_new(slot, o.number, tid) == CONFLICT:
                return CONFLICT
        else:
            length = self.rnd.choice((0, 1, 3, 10, 30, 100, 100, 1100, 2200))
            if tid == TRIPLES:
                length //= 3
            o = self.new_object(tid, length)
            if lib.t_new_array(slot, o.number, tid, length) == CONFLICT:
                return CONFLICT
        s.slots[slot] = o.number
        s.created.add(o.number)

    def identity(self, s):
        slot = self.some_slot(s)
        i = lib.t_id(slot)
        assert self.ids.setdefault(s.slots[slot], i) == i, "id changed"

    def forget(self, s):
        slot = self.rnd.randrange(FIXED, SLOTS)
        lib.t_set_slot(slot, 0)
        s.slots[slot] = 0

    def cache(self, s):
        """What a segment-local cache hands out is as good as any other pointer."""
        i, slot = self.rnd.randrange(4), self.rnd.randrange(FIXED, SLOTS)
        if self.rnd.random() < 0.5:
            source = self.some_slot(s)
            lib.t_cache_set(i, source, 0)
        else:
            p = lib.t_cache_get(i)
            lib.t_set_slot(slot, p)
            s.slots[slot] = lib.t_peek(p, 1) if p else 0

    def validate(self, s):
        return lib.t_safe_point() if self.rnd.random() < 0.4 else lib.t_validate()

    def minor(self, s):
        return lib.t_minor()

    def major(self, s):
        self.counts['major'] += 1
        result = lib.t_major()
        if result == CONFLICT:
            self.rolled_back(s, 'conflict')
        self.others_may_be_rolled_back()

    def trim(self, s):
        lib.t_trim()

    def inevitable(self, s):
        result = lib.t_inevitable()
        if result == CONFLICT:
            return CONFLICT
        if result == BLOCKED:
            self.counts['blocked'] += 1
        else:
            s.inevitable = True

    def abort(self, s):
        if s.inevitable:
            return
        assert lib.t_abort() == CONFLICT
        self.rolled_back(s, 'abort')

    def commit(self, s):
        before = self.last_entry      # silent stores drop out: against the own snapshot, they were reads
        changed = dict((key, value) for key, value in s.own.items()
                       if key[0] in s.created or s.view.get(key, 0) != value)
        result = lib.t_commit()
        if result == BLOCKED:
            self.counts['blocked'] += 1
            return
        if result == CONFLICT:
            return CONFLICT
        after = lib.t_seen(s.k)
        if after > before:            # an entry: it was all current at this instant
            assert after == before + 1
            self.last_entry = after
            while s.seen < before:
                self.follow_one(s)
            for key, value in s.reads.items():
                assert self.serial.get(key, 0) == value, "not serialisable"
            self.deltas[after] = changed
            s.seen = after
        else:
            assert all(number in s.created for number, _ in changed), "a change was not committed"
            for other in self.segments:
                other.view.update(changed)
        self.serial.update(changed)
        s.view.update(changed)
        self.counts['commit'] += 1
        s.running = False

    def follow_one(self, s):
        s.seen += 1
        for key, value in self.deltas[s.seen].items():
            if key in s.reads:
                assert s.reads[key] == value, "missed conflict at commit"
            s.view[key] = value

    def check_objects(self, s):
        """Everything that can be reached from the slots."""
        todo = [(lib.t_slot(i), number) for i, number in enumerate(s.slots)]
        done = set()
        while todo:
            p, number = todo.pop()
            assert (p == 0) == (number == 0)
            if p == 0 or number in done:
                continue
            done.add(number)
            assert lib.t_peek(p, 1) == number, "a pointer leads to %d, not to %d" % (lib.t_peek(p, 1), number)
            o = self.objects[number]
            assert lib.t_tid(p) == o.tid
            if o.tid == WEAKREF:
                target = lib.t_peek(p, 2)
                assert target == 0 or lib.t_peek(target, 1) == o.target
                continue
            words = range(2, 8)
            if o.tid != STRUCT:
                assert lib.t_peek(p, 2) == o.length
                n = o.length * (3 if o.tid == TRIPLES else 1)
                words = range(3, 3 + n) if n < 60 else [self.rnd.randrange(3, 3 + n) for _ in range(40)]
            for i in words:
                value, expected = lib.t_peek(p, i), s.get((number, i))
                if o.is_ref(i):
                    todo.append((value, expected))
                else:
                    assert value == expected, "word %d of %d is %d, not %d" % (i, number, value, expected)

    def play(self):
        try:
            for _ in range(self.steps):
                self.step()
            for s in self.segments:
                lib.t_switch(s.k)
                if s.running and lib.t_running():
                    self.check_objects(s)
                assert lib.t_check_private_bits(s.k) == 0, "a page differs that is not private"
        finally:
            lib.t_close()
        return self.counts

    TABLE = []


def build_table():
    weights = [(History.read, 26), (History.write, 20), (History.store_ref, 10), (History.load_ref, 10), (History.fill, 3),
               (History.allocate, 9), (History.identity, 1), (History.forget, 1), (History.cache, 4), (History.validate, 4), (History.minor, 2),
               (History.major, 1.5), (History.trim, 1.5), (History.inevitable, 0.6), (History.abort, 1.5),
               (History.check_objects, 0.5), (History.commit, 8)]
    total, sum_ = float(sum(w for _, w in weights)), 0.0
    for method, w in weights:
        sum_ += w / total
        History.TABLE.append((sum_, method))
    History.TABLE[-1] = (1.1, History.TABLE[-1][1])


build_table()


def run(histories, first=1, steps=400):
    """Plays them; the counts, or a failure that names its seed."""
    total = {}
    for seed in range(first, first + histories):
        try:
            for key, n in History(seed, steps).play().items():
                total[key] = total.get(key, 0) + n
        except AssertionError as e:
            raise AssertionError("seed %d: %s" % (seed, e)).with_traceback(e.__traceback__)
    return total


if __name__ == '__main__':
    args = sys.argv[1:]
    steps = 400
    if '--steps' in args:
        i = args.index('--steps')
        steps = int(args[i + 1])
        del args[i:i + 2]
    if '--break' in args:
        i = args.index('--break')
        lib.t_break_rules(int(args[i + 1]))
        del args[i:i + 2]
    n = int(args[0]) if args else 1000
    first = int(args[1]) if len(args) > 1 else 1
    print("%d histories from seed %d: %r" % (n, first, run(n, first, steps)))
