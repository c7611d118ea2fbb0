"""Good and bad source files, compiled by CPython and by the builds: the same verdicts.

The standard library compiles whole, apart from the files that are bad on purpose.  Mutations of it are accepted or refused as CPython
does; FUZZ_FIRST_SEED (default 1) and FUZZ_SOURCES (default 1500) change which.
"""

import os
import pickle

import pytest

import blackbox
import sources

FIRST = int(os.environ.get('FUZZ_FIRST_SEED', '1'))
COUNT = int(os.environ.get('FUZZ_SOURCES', '1500'))
COMPILING = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'compiling.py')


def verdicts(build, arguments):
    code, out, err = blackbox.run(build, [COMPILING] + arguments, timeout=10 * blackbox.PATIENCE,
                                  environment={'PYTHONIOENCODING': 'utf-8:backslashreplace'})
    assert code == 0, err.decode('utf-8', 'replace')[-2000:]
    return out.decode('utf-8', 'replace').splitlines()


def agree(right, got):
    """Is it the same verdict?  CPython now and then raises UnicodeDecodeError where a SyntaxError is meant."""
    return right == got or (right.split(' ')[1] == 'UnicodeDecodeError' and got.split(' ')[1] == 'SyntaxError')


@pytest.mark.parametrize('build', blackbox.BUILDS)
def test_standard_library(build, tmp_path):
    names = tmp_path / 'names'
    names.write_text('\n'.join(sources.library_files()))
    expected = verdicts('cpython', ['-l', str(names)])
    assert sum(line.endswith(' fine') for line in expected) > 600
    assert verdicts(build, ['-l', str(names)]) == expected


@pytest.mark.parametrize('build', blackbox.BUILDS)
def test_mutations(build, tmp_path):
    print('seed', FIRST)
    made = sources.mutations(FIRST, COUNT)
    path = tmp_path / 'sources'
    path.write_bytes(pickle.dumps(made))
    expected = verdicts('cpython', [str(path)])
    found = verdicts(build, [str(path)])
    assert len(found) == len(expected)
    wrong = [(right, got, made[i]) for i, (right, got) in enumerate(zip(expected, found)) if not agree(right, got)]
    assert not wrong, '\n'.join('CPython: %s\n%s: %s\n%r' % (right, build, got, text) for right, got, text in wrong[:10])
