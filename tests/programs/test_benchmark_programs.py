"""The twelve programs of pyperformance, unmodified: both builds print the results that CPython prints."""

import functools
import os
import sys

import pytest

import blackbox

sys.path.insert(0, os.path.join(blackbox.ROOT, 'benchmarks'))
import run as benchmarks  # noqa: E402

NAMES = [name for name, loops in benchmarks.PROGRAMS]
SHIM = os.path.join(blackbox.ROOT, 'benchmarks', 'shim')
# programs whose main function checks its own result or returns a float or nothing: these lines of ours print what they computed
PROBES = {
    'nbody': "m.offset_momentum(m.BODIES['sun']); m.advance(0.01, 2000); print(repr(m.report_energy()))",
    'fannkuch': 'print(m.fannkuch(7))',
    'spectral_norm': 'u = [1] * 30; v = m.eval_AtA_times_u(u); print([repr(x) for x in v[:5]])',
    'float': 'print(repr(m.benchmark(500)))',
    'nqueens': 'print(sorted(m.n_queens(6)))',
    'chaos': 'print(repr(m.GVector(1.5, 2, 3).dist(m.GVector(0, 1, 2))))',
    'richards': 'print(m.Richards().run(1))',
    'raytrace': 'print(repr(m.Vector(1, 2, 3).cross(m.Vector(4, 5, 6))), m.Vector(3, 4, 12).magnitude())',
}


def test_there_are_twelve():
    assert len(NAMES) == 12
    for name in NAMES:
        assert os.path.exists(benchmarks.program_file(name)), name


def results(build, name):
    code, out, err = blackbox.run(build, [benchmarks.program_file(name)], timeout=900,
                                  environment={'PYTHONPATH': SHIM + os.pathsep + blackbox.FALLBACK})
    assert code == 0, err.decode('utf-8', 'replace')[-3000:]
    assert b'seconds ' in err, 'the program measured nothing'
    return out.decode().splitlines()


@functools.lru_cache(maxsize=None)
def expected(name):
    return results('cpython', name)


@pytest.mark.parametrize('name', NAMES)
@pytest.mark.parametrize('build', blackbox.BUILDS)
def test_program(build, name):
    assert results(build, name) == expected(name)


def probe(build, name):
    program = ('import sys, importlib.util\nspec = importlib.util.spec_from_file_location("program", sys.argv[1])\n'
               'm = importlib.util.module_from_spec(spec)\nspec.loader.exec_module(m)\n' + PROBES[name])
    code, out, err = blackbox.run(build, ['-c', program, benchmarks.program_file(name)], timeout=900,
                                  environment={'PYTHONPATH': SHIM + os.pathsep + blackbox.FALLBACK})
    assert code == 0, err.decode('utf-8', 'replace')[-3000:]
    assert out.strip()
    return out


@pytest.mark.parametrize('name', sorted(PROBES))
@pytest.mark.parametrize('build', blackbox.BUILDS)
def test_values_inside_the_program(build, name):
    assert probe(build, name) == probe('cpython', name)
