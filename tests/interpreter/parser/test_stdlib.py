"""Real sources: a sample of the standard library, and seeded mutations of it.

check_stdlib.py and mutate.py do the same at any length.
"""
import os

import mutate
from support import check, standard_library

SAMPLE = '''abc argparse ast base64 bisect calendar cmd code collections/__init__ colorsys
contextlib copy csv dataclasses datetime decimal difflib dis enum fractions functools
heapq inspect json/decoder json/scanner keyword opcode pathlib pprint queue random
reprlib statistics string textwrap threading token traceback types typing
test/test_grammar test/test_patma test/test_fstring'''.split()


def read(name):
    with open(os.path.join(standard_library(), name + '.py'), 'rb') as f:
        return f.read()


def test_sample():
    check([('exec', read(name)) for name in SAMPLE])


def test_mutations():
    sources = [read(name) for name in ('bisect', 'code', 'colorsys', 'contextlib', 'copy',
                                       'queue', 'string', 'test/test_patma')]
    check([('exec', source) for source in mutate.mutations(sources, 20231, 400)])
