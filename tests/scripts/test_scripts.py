"""Each script of this folder, run by CPython 3.11 and by our builds: the same output, the same exit code.

A script's standard output must not depend on addresses, time or the order of threads.  Standard error is compared too when the
script's first line is `# compare stderr`.
"""

import functools
import glob
import os

import pytest

import blackbox

HERE = os.path.dirname(os.path.abspath(__file__))
SCRIPTS = sorted(os.path.basename(name) for name in glob.glob(os.path.join(HERE, '*.py'))
                 if not os.path.basename(name).startswith('test_'))


def outcome(build, script):
    with open(os.path.join(HERE, script), 'rb') as f:
        with_stderr = f.readline().startswith(b'# compare stderr')
    # what is listed may hang: no need to be patient with it
    patience = min(blackbox.PATIENCE, 60) if (build, script) in FAILING else blackbox.PATIENCE
    code, out, err = blackbox.run(build, [script], timeout=patience, cwd=HERE)
    return code, out.decode('utf-8', 'replace'), err.decode('utf-8', 'replace') if with_stderr else err


@functools.lru_cache(maxsize=None)
def expected(script):
    return outcome('cpython', script)


def known_failures():
    """(build, script) -> reason, from failing.txt: what is known not to work yet.  A line: script, builds (or both), reason."""
    result = {}
    with open(os.path.join(HERE, 'failing.txt')) as f:
        for line in f:
            if line.strip() and not line.startswith('#'):
                script, builds, reason = line.split(None, 2)
                for build in blackbox.BUILDS if builds == 'both' else [builds]:
                    result[build, script] = reason.strip()
    return result


FAILING = known_failures()


def test_there_are_enough():
    assert len(SCRIPTS) >= 150


@pytest.mark.parametrize('script', SCRIPTS)
@pytest.mark.parametrize('build', blackbox.BUILDS)
def test_script(build, script, request):
    if (build, script) in FAILING:
        request.applymarker(pytest.mark.xfail(reason=FAILING[build, script], strict=False))
    code, out, err = expected(script)
    got_code, got_out, got_err = outcome(build, script)
    assert got_out == out, got_err
    assert got_code == code, got_err
    if isinstance(err, str):
        assert got_err == err
