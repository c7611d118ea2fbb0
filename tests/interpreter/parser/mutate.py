"""Mutated sources, to find what our parser and CPython 3.11 disagree on.

    PYTHONPATH=. build/py27/bin/python tests/interpreter/parser/mutate.py SEED COUNT

parses COUNT mutations of files of the standard library with both and prints the
differences; the same seed gives the same mutations.
"""
import os
import random
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))

PIECE = re.compile(r'\s+|\w+|"""|\'\'\'|[^\w\s]')

FRAGMENTS = '''( ) [ ] { } : , = == := * ** . ... / + - -> @ ; ! \\ if else elif for in is
as not and or with try except finally lambda async await yield del import from def class
return raise global nonlocal assert pass while None True print match case _ x 1 1a 0x 012
" \' f" b" {x} """ # <'''.split() + ['\n', '    ', '\t', '\n  ']


def mutations(sources, seed, count):
    """A list of `count` mutations of the texts in the list `sources`."""
    chance = random.Random(seed)
    found = []
    while len(found) < count:
        lines = chance.choice(sources).split('\n')
        starts = [i for i, line in enumerate(lines) if line[:1].isalpha()]
        if starts and chance.random() < 0.8:
            start = chance.choice(starts)
            lines = lines[start:start + chance.randrange(1, 25)]
        pieces = PIECE.findall('\n'.join(lines) + '\n')
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            mutate(pieces, chance)
        found.append(''.join(pieces))
    return found


def mutate(pieces, chance):
    """Change the list `pieces` at one place."""
    i = chance.randrange(len(pieces))
    what = chance.random()
    if what < 0.3:
        pieces[i] = ''
    elif what < 0.6:
        pieces.insert(i, chance.choice(FRAGMENTS))
    elif what < 0.8:
        pieces[i] = chance.choice(FRAGMENTS)
    elif what < 0.9:
        k = chance.randrange(len(pieces))
        pieces[i], pieces[k] = pieces[k], pieces[i]
    else:
        pieces.insert(i, chance.choice(pieces))


def library_sources(limit):
    """The texts of the standard library's files of less than `limit` bytes."""
    from support import standard_library
    sources = []
    for folder, folders, names in os.walk(standard_library()):
        folders[:] = sorted(set(folders) - set(['site-packages', 'tokenizedata', 'data']))
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name.endswith('.py') and 0 < os.path.getsize(path) < limit:
                with open(path, 'rb') as f:
                    text = f.read()
                if 'coding' not in text[:200]:
                    sources.append(text)
    return sources


def main():
    sys.path[:0] = [ROOT, HERE]
    from support import differences
    seed, count = int(sys.argv[1]), int(sys.argv[2])
    texts = mutations(library_sources(50000), seed, count)
    found = differences([('exec', text) for text in texts])
    for text in found:
        sys.stdout.write(text + "\n")
    sys.stdout.write('%d mutations, %d differ\n' % (count, len(found)))
    sys.exit(len(found) > 0)


if __name__ == '__main__':
    main()
