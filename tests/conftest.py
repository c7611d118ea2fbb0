"""Where the black-box tests find the interpreters."""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

if sys.version_info < (3,):
    collect_ignore = ['scripts', 'conformance', 'runtime', 'stress', 'cli', 'programs', 'fuzz']
    if ROOT not in sys.path:
        sys.path.insert(0, ROOT)
