"""What compiled code depends on, as four bytes: cached bytecode of another compiler or another marshal format is not read."""
from __future__ import absolute_import

import hashlib
import os


def _compute():
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    digest = hashlib.md5()
    for folder in [('interpreter', 'parser'), ('interpreter', 'compiler'), ('module', 'marshal')]:
        path = os.path.join(root, *folder)
        for name in sorted(os.listdir(path)):
            if name.endswith('.py'):
                with open(os.path.join(path, name)) as f:
                    digest.update(f.read())
    return digest.hexdigest()


FINGERPRINT = _compute()
MAGIC = FINGERPRINT[:2] + '\r\n'          # the form of CPython's magic numbers: two bytes and a line end
