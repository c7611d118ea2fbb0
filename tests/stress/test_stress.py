"""Real threads on the builds: programs.py, each run several times."""

import pytest

import blackbox
from programs import ALL


def check(build, source, expected, **environment):
    code, out, err = blackbox.run(build, ['-c', source], environment=environment)
    assert (code, out.decode()) == (0, expected), err.decode('utf-8', 'replace')[-3000:]


@pytest.mark.parametrize('name, source, expected', ALL, ids=[program[0] for program in ALL])
def test_cpython_agrees(name, source, expected):
    check('cpython', source, expected)


@pytest.mark.parametrize('attempt', range(3))
@pytest.mark.parametrize('name, source, expected', ALL, ids=[program[0] for program in ALL])
@pytest.mark.parametrize('build', blackbox.BUILDS)
def test_program(build, name, source, expected, attempt):
    check(build, source, expected)
