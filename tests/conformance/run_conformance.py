"""make conformance: runs CPython's own test files, unmodified, on one of our builds.

usage: run_conformance.py [--build pypy-stm] [--jobs N] [--limit SECONDS] [--failures] [test_file ...]

The files come from the `test` package of the CPython 3.11 that runs this script; without names, those of selection.txt.
Prints, per file, the number of tests that passed, failed, errored and were skipped, how the file ended (ok, failed, timeout,
crashed, import) and the total.  Exits with 1 if a file of passing.txt no longer passes whole.
"""

import argparse
import collections
import concurrent.futures
import os
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, 'tests'))
import blackbox  # noqa: E402

ONE_FILE = os.path.join(HERE, 'one_file.py')
OUTCOMES = ('passed', 'failed', 'errored', 'skipped')
Report = collections.namedtuple('Report', 'name ended counts seconds problems output')


def names_in(list_name):
    """The lines of a list in this folder, comments left out."""
    with open(os.path.join(HERE, list_name)) as f:
        lines = [line.split('#')[0].strip() for line in f]
    return [line for line in lines if line]


def test_package():
    """The folder of CPython's `test` package.  Raises SystemExit when the installation has none."""
    folder = os.path.join(sysconfig.get_path('stdlib'), 'test')
    if not os.path.exists(os.path.join(folder, 'test_grammar.py')):
        sys.exit('the CPython 3.11 that runs this has no test suite: install its `test` package')
    return folder


def read_results(path):
    """(counts by outcome, [(outcome, test, last line of the error)], finished) from what one_file.py wrote."""
    counts, problems, finished = collections.Counter(), [], False
    if os.path.exists(path):
        with open(path, encoding='utf-8', errors='replace') as f:
            for line in f:
                outcome, _, rest = line.rstrip('\n').partition(' ')
                if outcome == 'end':
                    finished = True
                elif outcome in OUTCOMES:
                    counts[outcome] += 1
                    if outcome in ('failed', 'errored'):
                        problems.append((outcome,) + tuple(rest.partition('\t')[::2]))
    return counts, problems, finished


def run_file(build, name, limit):
    """A Report on test file `name` ('test_grammar') run by the build; a file that takes more than `limit` seconds is killed."""
    with tempfile.TemporaryDirectory() as folder:
        # only the test package goes on the path: the library under test is the build's own
        path = os.path.join(folder, 'path')
        os.mkdir(path)
        os.symlink(test_package(), os.path.join(path, 'test'))
        results = os.path.join(folder, 'results')
        env = {'PATH': os.environ.get('PATH', ''), 'LC_ALL': 'C.UTF-8', 'HOME': folder, 'TMPDIR': folder, 'PYTHONPATH': path,
               'PYTHONDONTWRITEBYTECODE': '1'}
        output = os.path.join(folder, 'output')
        work = os.path.join(folder, 'work')
        os.mkdir(work)
        start = time.monotonic()
        with open(output, 'wb') as out:
            process = subprocess.Popen([blackbox.interpreter(build), ONE_FILE, name, results], stdin=subprocess.DEVNULL, stdout=out,
                                       stderr=subprocess.STDOUT, env=env, cwd=work, start_new_session=True)
            try:
                code = process.wait(limit)
            except subprocess.TimeoutExpired:
                code = None
            finally:
                try:
                    os.killpg(process.pid, signal.SIGKILL)      # and what the tests started
                except ProcessLookupError:
                    pass
                process.wait()
        counts, problems, finished = read_results(results)
        with open(output, 'rb') as f:
            text = f.read().decode('utf-8', 'replace')[-4000:]
    if code is None:
        ended = 'timeout'
    elif not finished:
        ended = 'crashed' if code != 2 else 'import'
    else:
        ended = 'failed' if problems else 'ok'
    return Report(name, ended, counts, time.monotonic() - start, problems, text)


def run_files(build, names, limit, jobs):
    """Reports in the order in which the files end."""
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for future in concurrent.futures.as_completed([pool.submit(run_file, build, name, limit) for name in names]):
            yield future.result()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('files', nargs='*')
    parser.add_argument('--build', default='pypy-stm', help="pypy-stm, pypy-nostm or cpython")
    parser.add_argument('--jobs', type=int, default=os.cpu_count())
    parser.add_argument('--limit', type=float, default=300, help='seconds for one file')
    parser.add_argument('--failures', action='store_true', help='show each test that failed, and the output of files that crashed')
    options = parser.parse_args()
    names = [os.path.basename(f).replace('.py', '') for f in options.files] or names_in('selection.txt')
    passing = set(names_in('passing.txt'))
    total, ended, lost = collections.Counter(), collections.Counter(), []
    print('%-28s %7s %7s %7s %7s  %-8s %6s' % (('file',) + OUTCOMES + ('ended', 'sec')))
    for report in run_files(options.build, names, options.limit, options.jobs):
        total.update(report.counts)
        ended[report.ended] += 1
        if report.ended != 'ok' and report.name in passing:
            lost.append(report.name)
        print('%-28s %7d %7d %7d %7d  %-8s %6.1f' % ((report.name,) + tuple(report.counts[o] for o in OUTCOMES) + (report.ended, report.seconds)))
        if options.failures:
            for outcome, test, error in report.problems:
                print('    %s %s: %s' % (outcome, test, error))
            if report.ended in ('crashed', 'import'):
                print('    | ' + '\n    | '.join(report.output.splitlines()[-8:]))
        sys.stdout.flush()
    print('%-28s %7d %7d %7d %7d  %s' % (('total, %d files' % len(names),) + tuple(total[o] for o in OUTCOMES)
                                       + (', '.join('%d %s' % (n, e) for e, n in sorted(ended.items())),)))
    counted = total['passed'] + total['failed'] + total['errored']
    if counted:
        print('%.1f%% of the tests that ran passed' % (100.0 * total['passed'] / counted))
    for name in lost:
        print('no longer passes: ' + name)
    return 1 if lost else 0


if __name__ == '__main__':
    sys.exit(main())
