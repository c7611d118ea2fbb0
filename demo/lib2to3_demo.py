"""A program that nobody wrote for this, lib2to3, over a few hundred files: only its outer loop changes.

usage: lib2to3_demo.py [FOLDER [LIMIT]]"""

import difflib
import os
import sys

import index
import lib2to3_loop
import lib2to3_transactions
import measure


def show_difference():
    here = os.path.dirname(os.path.abspath(__file__))
    lines = []
    for name in ('lib2to3_loop.py', 'lib2to3_transactions.py'):
        with open(os.path.join(here, name)) as f:
            lines.append(f.read().splitlines()[1:])      # without the docstring
    for line in difflib.unified_diff(lines[0], lines[1], 'lib2to3_loop.py', 'lib2to3_transactions.py', lineterm='', n=1):
        print('   ' + line)


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.__file__)
    limit = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    files = [name for name in index.files_below(folder) if os.path.getsize(name) < 20000][:limit]
    show_difference()
    measure.compare('a real program: lib2to3 over %d files' % len(files),
                    lambda: lib2to3_loop.run(files), lambda: lib2to3_transactions.run(files),
                    lambda changed: '%d files changed' % sum(text is not None for text in changed.values()))


if __name__ == '__main__':
    main()
