"""The files of passing.txt, run by the build, as many at once as there are cores: each must pass whole.

PYPYSTM_CONFORMANCE_SECONDS (default 900) bounds the whole: files that have not started by then are skipped, visibly.
"""

import concurrent.futures
import functools
import os
import time

import pytest

import blackbox
import run_conformance

PASSING = run_conformance.names_in('passing.txt')
BUDGET = float(os.environ.get('PYPYSTM_CONFORMANCE_SECONDS', '900'))
# CPython's tests in these files wait for a fraction of a second and expect others to be done: they get a second chance, alone
TIMED = {'test_threading', 'test_thread', 'test_queue', 'test_time', 'test_io', 'test_fileio', 'test_weakref'}


def test_the_runner_counts():
    """On CPython itself: a small file passes whole, a name that does not exist is reported as such."""
    report = run_conformance.run_file('cpython', 'test_bool', 120)
    assert report.ended == 'ok', report
    assert report.counts['passed'] > 20 and not report.problems
    assert run_conformance.run_file('cpython', 'test_no_such_file', 60).ended == 'import'


def test_the_runner_kills_what_takes_too_long():
    report = run_conformance.run_file('cpython', 'test_itertools', 0.05)
    assert report.ended == 'timeout'


def test_lists_name_files_that_exist():
    for name in PASSING + run_conformance.names_in('selection.txt'):
        folder = os.path.join(run_conformance.test_package(), name)
        assert os.path.exists(folder + '.py') or os.path.isdir(folder), name


@functools.lru_cache(maxsize=None)
def reports(build):
    """name -> future of its Report, or of None when the budget was spent before it started."""
    started = time.monotonic()

    def run(name):
        if time.monotonic() - started < BUDGET:
            return run_conformance.run_file(build, name, 4 * BUDGET)
    pool = concurrent.futures.ThreadPoolExecutor(os.cpu_count())
    return {name: pool.submit(run, name) for name in PASSING}


@pytest.mark.parametrize('name', PASSING)
@pytest.mark.parametrize('build', blackbox.BUILDS[-1:])
def test_file_passes(build, name):
    report = reports(build)[name].result()
    if report is None:
        pytest.skip('the time budget is spent')
    if report.ended != 'ok' and name in TIMED:
        concurrent.futures.wait(reports(build).values())
        print('the first time: %s %s' % (report.ended, report.problems))
        report = run_conformance.run_file(build, name, 4 * BUDGET)
    assert report.ended == 'ok', '\n'.join([report.output] + [' '.join(p) for p in report.problems])
