"""Mutated sources: the compiler accepts and refuses what CPython 3.11 does, with the same error, and its code passes verify.py.

PYPYSTM_FUZZ sets the number of mutants.
"""
import os
import re

import interpreter.typedef

import running
from seeds import seeded
from test_errors import SOURCES, cpython, ours, split
from test_structure import compiled
from verify import verify

interpreter.typedef.finish_typedefs()

HERE = os.path.dirname(os.path.abspath(__file__))
TOKEN = re.compile(r'[A-Za-z_]\w*|\d+|\s+|[^\w\s]')


def pieces():
    """Top-level statements of the programs beside, and the sources of the errors table."""
    result = split(SOURCES)
    for name in sorted(os.listdir(os.path.join(HERE, 'programs'))):
        with open(os.path.join(HERE, 'programs', name)) as f:
            for part in re.split(r'\n(?=[a-z@])', f.read()):
                if len(part) < 1500:
                    result.append(part + '\n')
    return result


def mutate(source, other, rng):
    """The source with a few words exchanged, left out, doubled, or taken from the other."""
    words = TOKEN.findall(source)
    strange = TOKEN.findall(other)
    for _ in range(rng.choice([1, 1, 2, 3])):
        at = rng.randrange(len(words))
        kind = rng.randrange(5)
        if kind == 0:
            del words[at]
        elif kind == 1:
            words.insert(at, words[rng.randrange(len(words))])
        elif kind == 2:
            words[at] = rng.choice(strange)
        elif kind == 3:
            start = rng.randrange(len(strange))
            words[at:at] = strange[start:start + rng.randrange(12)]
        else:
            words.insert(at, rng.choice(['await ', 'async ', 'yield ', 'global x\n', 'nonlocal x\n', 'return ', 'break\n', '*',
                                         'lambda: ', 'del ', '(x := 1)', '[y async for y in x]', 'not ', '__debug__']))
        if not words:
            words = ['x']
    return ''.join(words).decode('ascii', 'ignore').encode('ascii')


def test_mutants():
    count = int(os.environ.get('PYPYSTM_FUZZ', 400))
    rng = seeded('mutants')
    base = pieces()
    sources = [mutate(rng.choice(base), rng.choice(base), rng) for _ in range(count)]
    accepted = refused = 0
    for source, (expected, _) in zip(sources, cpython(sources)):
        found, _, is_parse_error = ours(source)
        if is_parse_error:
            assert expected is not None, source
            continue
        assert found == expected, '%s\nours:    %s\nCPython: %s' % (source, found, expected)
        if found is None:
            verify(compiled(source))
            accepted += 1
        else:
            refused += 1
    assert accepted > count // 10 and refused > count // 100
