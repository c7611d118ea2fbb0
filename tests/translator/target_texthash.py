"""RPython strings hashed by interpreter.objects.texthash: prebuilt strings and dicts, and those made at run time."""
import os

from rpython.rlib.objectmodel import compute_hash
from rpython.rlib.rarithmetic import r_uint
from interpreter.objects import texthash

class Tables(object):
    def __init__(self):
        self.big = {}
        for i in range(300):
            self.big['key %d' % i] = i


tables = Tables()
SMALL = {'abc': 1, '\xc3\xa9': 2, '': 3, '\xff': 4}
ABC = 'abc'


def show(text):
    os.write(1, text + '\n')


def find_all(prefix):
    for i in range(300):
        if tables.big.get(prefix + str(i), -1) != i:
            return 'lost %d' % i
    return 'found'


def main(argv):
    texthash.use_text_hash()
    texthash.set_key(r_uint(int(argv[1])), r_uint(0))
    for text in [ABC, 'abcdefghijk', 'x' * len(argv) + 'abcdefgh', '\xc3\xa9', '\xc3\xa4\xc3\xba\xe2\x88\x91\xe2\x84\x87', '\xff', '\xf0\x9f\x98\x80' * 3,
                 '\xed\xa0\x80']:
        show('%d %d' % (compute_hash(text), texthash.bytes_hash(text)))
    show('%d %d' % (compute_hash(''), texthash.str_hash('')))
    show(find_all('key '))
    show('%d %d %d %d' % (SMALL['ab' + 'c' * (len(argv) - 1)], SMALL[chr(0xC3) + chr(0xA7 + len(argv))], SMALL[argv[1][:0]], SMALL['\xff']))
    tables.big[argv[1]] = 7
    for i in range(500):
        tables.big['new %d' % i] = i
    show('%d %d' % (tables.big[argv[1]], len(tables.big)))
    show(find_all('key '))
    return 0


def target(driver, args):
    return main, None
