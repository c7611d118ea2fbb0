"""Run by a build: compiles sources and prints a line for each, what CPython 3.11 must print, too.

usage: compiling.py FILE       a pickled list of sources (bytes)
       compiling.py -l LIST    a file with the names of source files, one a line
"""

import pickle
import sys
import warnings


def verdict(source, name):
    try:
        compile(source, name, 'exec', dont_inherit=True)
    except SyntaxError as e:
        return '%s %r %s %s' % (type(e).__name__, e.msg, e.lineno, e.offset)
    except (ValueError, OverflowError, MemoryError, RecursionError, UnicodeError) as e:
        return '%s %s' % (type(e).__name__, e)
    return 'fine'


warnings.simplefilter('ignore')
if sys.argv[1] == '-l':
    with open(sys.argv[2]) as f:
        for path in f.read().splitlines():
            with open(path, 'rb') as source:
                print(path, verdict(source.read(), path))
else:
    with open(sys.argv[1], 'rb') as f:
        for i, source in enumerate(pickle.load(f)):
            print(i, verdict(source, '<%d>' % i))
