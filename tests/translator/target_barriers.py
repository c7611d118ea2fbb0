"""Functions whose barriers test_barriers.py counts in the C code."""
import os
from rpython.rlib import rgc
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.rlib.rarithmetic import intmask
from rpython_stm import rstm


class A(object):
    _immutable_fields_ = ['fixed']

    def __init__(self, n):
        self.fixed = n
        self.x = n
        self.y = n
        self.other = None


class WithArray(object):
    _immutable_fields_ = ['array[*]']

    def __init__(self, n):
        self.array = [n] * 5


class Frame(object):
    _stm_always_written_ = True
    _immutable_fields_ = ['registers']

    def __init__(self, n):
        self.registers = [None] * n
        self.pc = 0


def dont_inline(func):
    func._dont_inline_ = True
    return func


@dont_inline
def read_one(a):
    return a.x


@dont_inline
def read_two_fields(a):
    return a.x + a.y                     # one object, one mark


@dont_inline
def read_immutable(a):
    return a.fixed


@dont_inline
def read_immutable_array(a, i):
    return a.array[i]


@dont_inline
def read_around_malloc(a):
    x = a.x
    a2 = A(x)
    keep.last = a2
    return a.y + a2.x


@dont_inline
def read_around_break(a):
    x = a.x
    rstm.break_transaction()
    return x + a.x


@dont_inline
def read_in_loop(a, n):
    total = 0
    for i in range(n):
        total += a.x
        a.y                              # no effect, not even a mark
    return total


@dont_inline
def write_one(a, n):
    a.x = n


@dont_inline
def write_two_fields(a, n):
    a.x = n
    a.y = n


@dont_inline
def write_around_malloc(a, n):
    a.x = n
    a.other = A(n)


@dont_inline
def write_both_ways(a, n):
    if n > 5:
        a.x = n
    else:
        a.y = n
    a.other = None


@dont_inline
def write_one_way(a, n):
    if n > 5:
        a.x = n
    a.other = None


@dont_inline
def new_object(n):
    a = A(n)
    a.x = n + 1
    return a


@dont_inline
def read_item(lst, i):
    return lst[i]


@dont_inline
def write_item(lst, i, n):
    lst[i] = n


@dont_inline
def frame_access(frame, i, a):
    frame.pc = i
    b = frame.registers[i]
    frame.registers[i] = a
    if b is None:
        return frame.pc
    return frame.pc + 1


@dont_inline
def string_chars(s, i):
    return ord(s[i]) + ord(s[i + 1])


@dont_inline
def raw_fresh(n):
    p = lltype.malloc(rffi.CCHARP.TO, 10, flavor='raw')
    p[n] = 'x'
    c = p[n]
    lltype.free(p, flavor='raw')
    return ord(c)


@dont_inline
def raw_unknown(p, n):
    p[n] = 'x'


class Keep(object):
    def __init__(self):
        self.last = None
        self.list = [1, 2, 3, 4]
        self.list2 = [4]


keep = Keep()
c_putenv = rffi.llexternal('putenv', [rffi.CCHARP], rffi.INT, releasegil=False)


@dont_inline
def irrevocable(p):
    return intmask(c_putenv(p))


def main(argv):
    n = len(argv) + 2
    a = A(n)
    keep.last = a
    total = read_one(a) + read_two_fields(a) + read_immutable(a)
    total += read_immutable_array(WithArray(n), n) + read_around_malloc(a)
    total += read_around_break(a) + read_in_loop(a, n)
    write_one(a, n)
    write_two_fields(a, n)
    write_around_malloc(a, n)
    write_both_ways(a, n)
    write_one_way(a, n)
    total += new_object(n).x
    keep.list.append(n)
    keep.list2 = [n] * 10
    keep.list2.append(n)
    for lst in [keep.list, keep.list2]:
        total += read_item(lst, n)
        write_item(lst, n, n)
    total += frame_access(Frame(10), n, a) + string_chars('abcdefgh', n)
    total += raw_fresh(n)
    p = lltype.malloc(rffi.CCHARP.TO, 10, flavor='raw', zero=True)
    rstm.break_transaction()
    raw_unknown(p, n)
    lltype.free(p, flavor='raw')
    p = rffi.str2charp('X=Y')
    total += irrevocable(p)
    os.write(1, 'total %d\n' % total)
    return 0


def target(driver, args):
    return main, None
