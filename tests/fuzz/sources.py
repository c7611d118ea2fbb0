"""Mutated sources of the standard library, for test_sources.py."""

import importlib.util
import os
import random
import sysconfig

HERE = os.path.dirname(os.path.abspath(__file__))
LIMIT = 20000               # bytes of a file to mutate


def library_files():
    """The .py files of the standard library of the running CPython, in a fixed order."""
    top = sysconfig.get_path('stdlib')
    found = []
    for folder, subfolders, names in os.walk(top):
        subfolders[:] = sorted(name for name in subfolders if name not in ('site-packages', '__pycache__'))
        found += [os.path.join(folder, name) for name in sorted(names) if name.endswith('.py')]
    return found


def mutations(seed, count):
    """`count` mutated pieces of standard-library files, in UTF-8; a few hold null bytes, bad bytes or deep nesting."""
    spec = importlib.util.spec_from_file_location('mutate', os.path.join(os.path.dirname(HERE), 'interpreter', 'parser', 'mutate.py'))
    mutate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(mutate)
    chance = random.Random(seed)
    texts = []
    for path in chance.sample(library_files(), 60):
        if os.path.getsize(path) < LIMIT:
            with open(path, encoding='utf-8', errors='replace') as f:
                texts.append(f.read())
    found = [text.encode('utf-8', 'replace') for text in mutate.mutations(texts, seed, count)]
    for i in range(0, count, 25):
        data = bytearray(found[i])
        for _ in range(chance.randrange(1, 4)):
            data.insert(chance.randrange(len(data) + 1), chance.choice([0, 12, 13, 26, 27, 0x80, 0xc3, 0xff]))
        found[i] = bytes(data)
    return found
