"""The key of the hash of texts: PYTHONHASHSEED and -R."""
from __future__ import absolute_import

from rpython.rlib.rarithmetic import intmask, r_uint

from interpreter.objects.prebuilt import rehash_tables
from interpreter.objects.texthash import set_key, use_text_hash
from module.posix.process import random_bytes

GREATEST = r_uint(4294967295)
KEY_BYTES = 16
MESSAGE = ('Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]\n'
           'Python runtime state: preinitialized\n\n')


class BadSeed(Exception):
    """PYTHONHASHSEED is neither "random" nor a number in range."""


def seed_of(text):
    """The number that the text spells, in the way of C's strtoul; BadSeed."""
    i = 0
    while i < len(text) and (text[i] == ' ' or '\t' <= text[i] <= '\r'):
        i += 1
    negative = i < len(text) and text[i] == '-'
    if negative or i < len(text) and text[i] == '+':
        i += 1
    if i == len(text):
        raise BadSeed
    seed = r_uint(0)
    while i < len(text):
        c = text[i]
        if not '0' <= c <= '9':
            raise BadSeed
        seed = seed * r_uint(10) + r_uint(ord(c) - 48)
        if seed > GREATEST:
            raise BadSeed
        i += 1
    if negative and seed != r_uint(0):
        raise BadSeed
    return seed


def key_of(seed):
    """The 16 bytes that CPython's generator makes of a number."""
    key = ''
    for i in range(KEY_BYTES):
        seed = (seed * r_uint(214013) + r_uint(2531011)) & GREATEST
        key += chr(intmask(seed >> 16) & 0xFF)
    return key


def word_at(key, start):
    word = r_uint(0)
    for i in range(8):
        word |= r_uint(ord(key[start + i])) << (8 * i)
    return word


def choose_key(options):
    """Before anything is hashed.  Sets options.hash_randomization; BadSeed."""
    use_text_hash()
    text = options.hash_seed
    if options.random_hash or text is None or text == '' or text == 'random':
        key = random_bytes(KEY_BYTES, 0)
    else:
        seed = seed_of(text)
        if seed == r_uint(0):
            options.hash_randomization = 0
            key = '\0' * KEY_BYTES
        else:
            key = key_of(seed)
    set_key(word_at(key, 0), word_at(key, 8))
    rehash_tables()
