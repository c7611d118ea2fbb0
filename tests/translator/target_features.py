"""One of everything that a translation may get wrong, single-threaded.

Prints one line a check; the same lines in every mode.
"""
import os
import weakref
from rpython.rlib import jit, rgc, rfloat
from rpython.rlib.objectmodel import (
    compute_hash, compute_identity_hash, compute_unique_id, we_are_translated)
from rpython.rlib.rarithmetic import ovfcheck
from rpython.rlib.rbigint import rbigint
from rpython.rlib.rstring import StringBuilder
from rpython.rlib.listsort import make_timsort_class
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython_stm import rstm

TimSort = make_timsort_class()


class Base(object):
    _immutable_fields_ = ['name']

    def __init__(self, name):
        self.name = name
        self.count = 0

    def speak(self):
        return 'base ' + self.name


class Derived(Base):
    def __init__(self, name, other):
        Base.__init__(self, name)
        self.other = other

    def speak(self):
        return 'derived ' + self.name


class Frame(object):
    _stm_always_written_ = True

    def __init__(self, n):
        self.registers = [None] * n
        self.pc = 0


class WithHash(object):
    _stm_benign_fields_ = ['cached']

    def __init__(self, value):
        self.value = value
        self.cached = 0

    def hash(self):
        if self.cached == 0:
            self.cached = self.value * 1000003
        return self.cached


class Error(Exception):
    def __init__(self, code):
        self.code = code


class Freed(object):
    def __init__(self):
        self.buffer = lltype.malloc(rffi.CCHARP.TO, 10, flavor='raw')

    @rgc.must_be_light_finalizer
    def __del__(self):
        counters.freed += 1
        lltype.free(self.buffer, flavor='raw')


class Counters(object):
    def __init__(self):
        self.freed = 0
        self.queued = 0
        self.ready = 0


counters = Counters()


class Finalized(object):
    def __init__(self, n):
        self.n = n


class Queue(rgc.FinalizerQueue):
    Class = Finalized

    def finalizer_trigger(self):
        counters.ready += 1


queue = Queue()

class Prebuilt(object):
    """Globals are constants to RPython; what changes is in an instance."""

    def __init__(self):
        self.list = [Base('a'), Base('b'), Base('c')]
        self.dict = {'one': 1, 'two': 2, 'three': 3}
        self.objects = {}
        for b in self.list:
            self.objects[b] = len(self.objects)
        self.big = ['item %d' % i for i in range(3000)]
        self.weakref = weakref.ref(self.list[1])
        self.floats = [1.5, float('inf'), -float('inf')]


prebuilt = Prebuilt()


def check(name, cond):
    if cond:
        os.write(1, name + ': ok\n')
    else:
        os.write(1, name + ': WRONG\n')


def garbage(n):
    total = 0
    for i in range(n):
        d = Derived(str(i), None)
        d.other = Base('x')
        total += len(d.name) + d.other.count
    return total


def test_strings():
    s = 'abc' * 100
    check('concat', len(s + s) == 600)
    check('slice', s[3:9] == 'abcabc')
    check('find', s.find('ca') == 2)
    check('join', ','.join(['aa', 'b', 'c']) == 'aa,b,c')
    check('split', len('a b c d'.split(' ')) == 4)
    check('replace', 'hello'.replace('l', 'L') == 'heLLo')
    check('upper', 'hello'.upper() == 'HELLO')
    check('format', '%d %s %x' % (42, 'x', 255) == '42 x ff')
    b = StringBuilder()
    for i in range(5000):
        b.append(str(i))
        b.append_multiple_char('-', 3)
        b.append_slice('0123456789', 2, 5)
    r = b.build()
    check('builder', len(r) == 18890 + 5000 * 6)
    check('builder end', r.endswith('4999---234'))
    check('int()', int('1234') == 1234)
    check('float()', float('1.25') == 1.25)
    check('repr of float', rfloat.formatd(3.25, 'r', 0) == '3.25')
    check('hash', compute_hash('abc' + str(len(s))) == compute_hash('abc300'))
    u = u'abc\u1234' + unicode(str(len(s)))
    check('unicode', len(u) == 7 and u[3] == u'\u1234')


def order(s, t):
    """-1, 0 or 1, character by character."""
    for i in range(min(len(s), len(t))):
        if s[i] != t[i]:
            return -1 if ord(s[i]) < ord(t[i]) else 1
    return 0 if len(s) == len(t) else (-1 if len(s) < len(t) else 1)


def agrees(s, t):
    expected = order(s, t)
    return ((s == t) == (expected == 0) and (s != t) == (expected != 0) and (s < t) == (expected < 0) and (s <= t) == (expected <= 0) and
            (s > t) == (expected > 0) and (s >= t) == (expected >= 0))


def test_comparisons():
    good = True
    letters = 'abcdefghijklmnopqrstuvwxyz\x80\xff\x00012345678'
    for n in range(len(letters) + 1):
        plain = letters[:n]
        copy = ''.join([c for c in plain])
        good = good and agrees(plain, copy) and agrees(copy + 'x', plain) and agrees(plain, copy + '\x00')
        for i in range(n):
            for c in '\x00m\xff':
                other = plain[:i] + c + plain[i + 1:]
                good = good and agrees(plain, other) and agrees(other, plain)
    check('comparisons', good)
    wide = u'abc\u20ac\U0001f600defgh'
    for n in range(len(wide)):
        other = wide[:n] + unichr(0x100 + n) + wide[n + 1:]
        good = good and wide[:n] + wide[n:] == wide and wide != other and (wide[:n] == other[:n]) and wide[:n + 1] != other[:n + 1]
    check('wide comparisons', good)


def test_lists():
    lst = []
    for i in range(10000):
        lst.append(i * 7919 % 10007)
    TimSort(lst).sort()
    good = True
    for i in range(1, len(lst)):
        if lst[i - 1] > lst[i]:
            good = False
    check('sort', good)
    del lst[100:9000]
    check('del slice', len(lst) == 1100)
    lst.insert(0, -1)
    lst.pop(5)
    lst.reverse()
    check('insert pop', len(lst) == 1100 and lst[-1] == -1)
    objs = [Base(str(i)) for i in range(500)]
    objs2 = objs[100:300]
    garbage(20000)
    rgc.collect()
    check('objects in lists', objs2[50].name == '150')
    objs[3:6] = [Base('p'), Base('q')] + objs[10:11]
    check('set slice', objs[3].name == 'p' and objs[5].name == '10')
    big = [0] * 100000
    big[77777] = 5
    rgc.collect()
    big[77778] = 6
    check('big', big[77777] + big[77778] == 11)
    many = [None] * 50000
    for i in range(50000):
        many[i] = Base('n')
    garbage(50000)
    many[40000].count = 9
    check('big of objects', many[40000].count == 9 and many[49999].name == 'n')
    copied = many[:]
    check('big copy', copied[40000] is many[40000])


def test_moves(name, n):
    """Items that move within their list, against lists that are made anew; young and old items, with collections between."""
    moved = [Base(str(i)) for i in range(n)]
    model = moved[:]
    rand = 12345
    for i in range(60 if n > 10000 else 3000):
        rand = (rand * 1103515245 + 12345) & 0x7fffffff
        place = rand % len(model)
        stop = min(place + rand % 13, len(model))
        assert 0 <= place <= stop
        what = i % 6
        fresh = Base('f%d' % i)
        if what == 0:
            moved.append(fresh)
            model = model + [fresh]
            if moved.pop(0) is not model[0]:
                break
            model = model[1:]
        elif what == 1:
            moved.insert(place, fresh)
            model = model[:place] + [fresh] + model[place:]
        elif what == 2:
            del moved[place]
            model = model[:place] + model[place + 1:]
        elif what == 3:
            moved.insert(0, fresh)
            model = [fresh] + model
        elif what == 4 and len(model) > 20:
            del moved[place:stop]
            model = model[:place] + model[stop:]
        else:
            garbage(100)
    good = len(moved) == len(model)
    for i in range(len(model)):
        if not good or moved[i] is not model[i] or moved[i].name != model[i].name:
            good = False
            break
    check(name, good)
    assert n > 4
    numbers = range(n)
    numbers.insert(n // 2, -1)
    numbers.insert(0, -2)
    last = n - 1
    assert last > 0
    del numbers[last:last + 2]
    check(name + ', numbers', numbers.pop(0) == -2 and numbers.pop(n // 2) == -1 and len(numbers) == n - 2 and
          numbers[n // 2] == n // 2 and numbers[n - 3] == n - 1 and numbers[0] == 0)


def test_dicts():
    d = {}
    for i in range(5000):
        d[str(i)] = Base(str(i * 2))
    garbage(50000)
    rgc.collect()
    total = 0
    for key, value in d.iteritems():
        total += int(value.name) - int(key)
    check('dict', total == 5000 * 4999 / 2)
    for i in range(0, 5000, 2):
        del d[str(i)]
    check('dict del', len(d) == 2500 and '3' in d and '4' not in d)
    ints = {}
    for i in range(3000):
        ints[i * i] = i
    check('int dict', ints[2999 * 2999] == 2999)
    prebuilt.dict['four'] = 4
    check('prebuilt dict', prebuilt.dict['two'] == 2 and len(prebuilt.dict) == 4)
    check('keyed by identity', prebuilt.objects[prebuilt.list[2]] == 2)
    ids = {}
    o = [Base(str(i)) for i in range(200)]
    for b in o:
        ids[b] = b.name
    garbage(50000)
    rgc.collect()
    good = True
    for b in o:
        if ids[b] != b.name:
            good = False
    check('identity dict', good)


def test_objects():
    lst = [Base('x'), Derived('y', None)]
    check('methods', lst[0].speak() == 'base x' and lst[1].speak() == 'derived y')
    check('isinstance', isinstance(lst[1], Derived) and
          not isinstance(lst[0], Derived))
    h = compute_identity_hash(lst[0])
    u = compute_unique_id(lst[0])
    garbage(50000)
    rgc.collect()
    check('identity', h == compute_identity_hash(lst[0]) and
          u == compute_unique_id(lst[0]))
    f = Frame(10)
    f.registers[3] = lst[1]
    f.pc = 5
    garbage(50000)
    f.registers[4] = lst[0]
    check('frame', f.registers[3].speak() == 'derived y' and
          f.registers[4].name == 'x' and f.pc == 5)
    w = WithHash(7)
    garbage(50000)
    rgc.collect()
    check('benign', w.hash() == w.hash() == 7 * 1000003)
    prebuilt.list[0].count = 12
    prebuilt.list.append(Base('new'))
    garbage(100000)
    check('prebuilt list', prebuilt.list[-1].name == 'new' and
          prebuilt.list[0].count == 12)
    prebuilt.big[2000] = 'changed' + str(len(prebuilt.list))
    garbage(100000)
    check('prebuilt big', prebuilt.big[2000] == 'changed4' and
          prebuilt.big[2999] == 'item 2999')
    check('floats', prebuilt.floats[1] > 1e300 and prebuilt.floats[2] < -1e300)


def fail(n):
    if n == 0:
        raise Error(42)
    return fail(n - 1) + 1


def recurse(n):
    return recurse(n + 1) + 1


def test_exceptions():
    try:
        fail(10)
        code = 0
    except Error as e:
        garbage(10000)
        code = e.code
    check('exception', code == 42)
    try:
        d = {}
        d['x'] = 1
        d['y']
        check('KeyError', False)
    except KeyError:
        check('KeyError', True)
    try:
        ovfcheck(0x7fffffffffffffff + len(d))
        check('OverflowError', False)
    except OverflowError:
        check('OverflowError', True)
    try:
        recurse(0)
        check('stack overflow', False)
    except RuntimeError:
        check('stack overflow', True)
    try:
        try:
            fail(1)
        finally:
            garbage(100)
    except Error as e:
        check('finally', e.code == 42)


def test_weakrefs():
    b = Base('weak')
    r1 = weakref.ref(b)
    r2 = weakref.ref(Base('dead'))
    garbage(50000)
    rgc.collect()
    check('weakref alive', r1() is b)
    check('weakref dead', r2() is None)
    check('prebuilt weakref', prebuilt.weakref() is prebuilt.list[1])


def make_finalized():
    for i in range(100):
        queue.register_finalizer(Finalized(i))


def test_finalizers():
    make_finalized()
    rgc.collect()
    rgc.collect()
    rstm.break_transaction()
    check('finalizer trigger', counters.ready > 0)
    while True:
        obj = queue.next_dead()
        if obj is None:
            break
        counters.queued += obj.n
    check('finalizer queue', counters.queued == 4950)


def test_numbers():
    n = rbigint.fromint(3)
    n = n.pow(rbigint.fromint(200))
    check('bigint', n.str().endswith('4001') and len(n.str()) == 96)
    check('division', -7 // 2 == -4 and -7 % 2 == 1)
    x = 0.0
    for i in range(1000):
        x += i * 0.5
    check('float', x == 249750.0)


def test_raw():
    with lltype.scoped_alloc(rffi.CCHARP.TO, 100) as p:
        for i in range(100):
            p[i] = chr(i)
        total = 0
        for i in range(100):
            total += ord(p[i])
    check('raw', total == 4950)
    s = rffi.str2charp('hello' + str(total))
    t = rffi.charp2str(s)
    rffi.free_charp(s)
    check('charp', t == 'hello4950')
    fd = os.open('/dev/zero', os.O_RDONLY, 0)
    data = os.read(fd, 1000)
    os.close(fd)
    check('read', data == '\x00' * 1000)


def main(argv):
    test_strings()
    test_comparisons()
    test_lists()
    test_moves('few moved', 7)
    test_moves('moved', 300)
    test_moves('many moved', 40000)
    test_dicts()
    test_objects()
    test_exceptions()
    test_weakrefs()
    test_finalizers()
    test_numbers()
    test_raw()
    check('end', True)
    return 0


def target(driver, args):
    return main, None
