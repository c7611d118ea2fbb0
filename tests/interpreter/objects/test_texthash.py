"""The hash of texts against CPython's, and how its key is chosen."""
import os
import subprocess

import pytest

from interpreter.main.hashseed import BadSeed, choose_key
from interpreter.main.options import Options
from interpreter.objects import prebuilt, texthash
from interpreter.objects.dict import W_Dict
from interpreter.objects.set import W_FrozenSet
from interpreter.objects.wrap import newstr, newint

PYTHON = 'build/py311/bin/python'
TEXTS = ['', 'a', 'x = 1\n', 'x' * 7, 'x' * 8, 'abcdefghi' * 11, u'\xe4\xfa\u2211\u2107', u'\xe9', u'\xff' * 9, u'\u20ac' * 13, u'a\U0001F600',
         u'\U0010FFFF' * 5, u'\0', u'\ud800x', u'\u07ff\u0800\uffff']
BYTES = ['\xff\x00\x80' * 5, '\xc3', '\xe2\x82', '\xed\xa0', '\xc0\x80', '\xf4\x90\x80\x80', '\xe0\x80\x80', 'ab\xc3\xa9']
SEEDS = ['0', '1', '42', '4294967295', ' \t+7', '-0', '007']
BAD = ['x', '4294967296', '-1', '1 ', ' ', '+', '1e', '99999999999999999999999999']


def cpython(code, seed):
    return subprocess.check_output([PYTHON, '-c', code], env=dict(os.environ, PYTHONHASHSEED=seed, PYTHONIOENCODING='utf-8'))


def options_with(seed):
    options = Options()
    options.hash_seed = seed
    return options


@pytest.fixture(autouse=True)
def key_of_seed_0():
    yield
    choose_key(options_with('0'))


@pytest.mark.parametrize('seed', SEEDS)
def test_hashes_are_those_of_cpython(seed):
    options = options_with(seed)
    choose_key(options)
    texts = [text.encode('utf-8') for text in TEXTS]
    expected = cpython('import sys; print(sys.flags.hash_randomization)\nfor t in %s: print(hash(bytes.fromhex(t).decode("utf-8", "surrogatepass")))\n'
                       'for t in %s: print(hash(bytes.fromhex(t)))' % ([text.encode('hex') for text in texts], [text.encode('hex') for text in BYTES]), seed)
    ours = [options.hash_randomization]
    ours += [0 if text == '' else texthash.text_hash(text) for text in texts] + [texthash.bytes_hash(data) for data in BYTES]
    assert ours == [int(line) for line in expected.split()]


def test_the_seed_is_checked_unless_it_does_not_count():
    for text in BAD:
        options = options_with(text)
        with pytest.raises(BadSeed):
            choose_key(options)
        options.random_hash = True
        choose_key(options)
        assert options.hash_randomization == 1
    keys = set()
    for text in 'random', '', None:
        choose_key(options_with(text))
        keys.add((texthash.KEY[0], texthash.KEY[1]))
    assert len(keys) == 3


@pytest.mark.parametrize('data', ['', 'a', 'x' * 7, 'x' * 8, 'abcdefghi' * 11, '\xff\x00\x80' * 5])
def test_keyed_hash_is_the_source_hash_of_cpython(data):
    expected = subprocess.check_output([PYTHON, '-c', 'import _imp; print(int.from_bytes('
                                        '_imp.source_hash(3495, bytes.fromhex("%s")), "little", signed=True))' % data.encode('hex')])
    assert texthash.keyed_hash(3495, data) == int(expected)


@pytest.mark.parametrize('size', [0, 3, 8, 9, 100])
def test_rehash(size, monkeypatch):
    """A table whose hashes are wrong finds everything after rehash(), gaps included."""
    table = W_Dict()
    for i in range(size):
        table.setitem(newint(i) if i % 2 else newstr('key%d' % i), newint(i))
    for i in range(0, size, 3):
        table.delitem(newint(i) if i % 2 else newstr('key%d' % i))
    inner = W_FrozenSet()
    inner.add(newstr('x'))
    before = inner.op_hash()
    monkeypatch.setattr(prebuilt.tables, 'dicts_w', [table])
    monkeypatch.setattr(prebuilt.tables, 'sets_w', [inner])
    from interpreter.objects.str import W_Str
    monkeypatch.setattr(W_Str, 'op_hash', lambda self: texthash.text_hash(self._utf8))
    prebuilt.rehash_tables()
    assert inner.op_hash() != before
    for i in range(size):
        w_key = newint(i) if i % 2 else newstr('key%d' % i)
        w_value = table.getitem(w_key)
        assert w_value is None if i % 3 == 0 else w_value.intval == i
