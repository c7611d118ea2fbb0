"""Where the generated tables lie: JSON files in build/, made at the first import by a script that CPython 3.11 runs.  Not RPython."""

import json
import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(os.path.dirname(os.path.dirname(HERE)), 'build')


def load(name, generator):
    """The content of build/<name>, which the script `generator` of this folder prints; made anew if the script is newer."""
    cache = os.path.join(BUILD, name)
    script = os.path.join(HERE, generator)
    if not os.path.exists(cache) or os.path.getmtime(cache) < os.path.getmtime(script):
        python = os.path.join(BUILD, 'py311', 'bin', 'python')
        if not os.path.exists(python):
            python = 'python3.11'
        output = subprocess.check_output([python, script])
        if not os.path.isdir(BUILD):
            os.makedirs(BUILD)
        temporary = '%s.%d' % (cache, os.getpid())
        with open(temporary, 'wb') as f:
            f.write(output)
        os.rename(temporary, cache)
    with open(cache, 'rb') as f:
        return json.loads(f.read())
