"""Compares our parser with CPython 3.11 on every file of the standard library.

    PYTHONPATH=. build/py27/bin/python tests/interpreter/parser/check_stdlib.py
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.dirname(os.path.dirname(os.path.dirname(HERE))), HERE]

from support import differences, standard_library

BATCH = 50      # files at a time, to bound the memory


def main():
    paths = []
    for folder, folders, names in os.walk(standard_library()):
        if 'site-packages' in folders:
            folders.remove('site-packages')
        paths += [os.path.join(folder, name) for name in names if name.endswith('.py')]
    paths.sort()
    count = 0
    for i in range(0, len(paths), BATCH):
        for path in paths[i:i + BATCH]:
            with open(path, 'rb') as f:
                found = differences([('exec', f.read())])
            if found:
                print path
                print '\n'.join(found)
                count += 1
    print '%d files, %d differ' % (len(paths), count)
    sys.exit(count > 0)


if __name__ == '__main__':
    main()
