"""Random calls of everything built in, right and wrong ones, by CPython and by the builds: the same values and types of exceptions.

FUZZ_FIRST_SEED and FUZZ_CALLS (default 2 calls of each method and function) change what is called.  By hand, all differences, with messages:
    python tests/fuzz/test_calls.py pypy-nostm TARGET|all SEED CALLS messages
"""

import os
import re
import sys

if __name__ == '__main__':
    sys.path[:0] = [os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]

import pytest

import blackbox
import calls

FIRST = int(os.environ.get('FUZZ_FIRST_SEED', '1'))
EACH = int(os.environ.get('FUZZ_CALLS', '2'))
HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, 'known_call_differences.txt')) as f:
    # a line: a regular expression for the call and what CPython gives, ` ## `, what is different here
    KNOWN = [re.compile(line.split(' ## ')[0]) for line in f if line.strip() and not line.startswith('#')]


def differences(build, target, seed, each, folder, messages=False):
    """The lines that differ, CPython's and the build's in turn."""
    path = os.path.join(folder, 'calls.py')
    with open(path, 'w') as f:
        f.write(calls.program(target, seed, each))
    arguments = [path] + ['messages'] * messages
    code, out, err = blackbox.run('cpython', arguments)
    assert code == 0, err.decode('utf-8', 'replace')
    got_code, got_out, got_err = blackbox.run(build, arguments)
    expected, got = out.decode().splitlines(), got_out.decode('utf-8', 'replace').splitlines()
    assert (got_code, len(got)) == (code, len(expected)), (got[-1:], got_err[-2000:].decode('utf-8', 'replace'))
    return [(right, found) for right, found in zip(expected, got) if right != found and not any(known.match(right) for known in KNOWN)]


@pytest.mark.parametrize('target', calls.TARGETS)
@pytest.mark.parametrize('build', blackbox.BUILDS)
def test_calls(build, target, tmp_path):
    different = differences(build, target, FIRST, EACH, str(tmp_path))
    assert not different, '\n'.join('CPython  %s\n%s  %s' % (right, build, found) for right, found in different)


if __name__ == '__main__':
    import tempfile
    with tempfile.TemporaryDirectory() as temporary:
        for name in calls.TARGETS if sys.argv[2] == 'all' else [sys.argv[2]]:
            for lines in differences(sys.argv[1], name, int(sys.argv[3]), int(sys.argv[4]), temporary, len(sys.argv) > 5):
                print('  CPython  %s\n  %s  %s' % (lines[0], sys.argv[1], lines[1]), flush=True)
