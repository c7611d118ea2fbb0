"""make conformance: runs CPython's own test files, unmodified, on one of our builds.

usage: run_conformance.py [--build pypy-stm] [--jobs N] [--limit SECONDS] [--failures] [--table FILE] [test_file ...]

The files come from the `test` package of the CPython 3.11 that runs this script; without names, those of selection.txt.
Prints, per file, the number of tests that passed, failed, errored, were skipped and were not run, how the file ended (ok, failed,
timeout, crashed, import) and the total.  After a crash the rest of the file is run by a new process; the test that crashed counts as
errored.  Exits with 1 if a file of passing.txt no longer passes whole.  --table writes what docs/compatibility.md shows.
"""

import argparse
import collections
import concurrent.futures
import functools
import os
import shutil
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
STANDINS = os.path.join(HERE, 'standins')       # for CPython's modules in C that only its tests know
OUTCOMES = ('passed', 'failed', 'errored', 'skipped')
COLUMNS = OUTCOMES + ('not run',)
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
    """(counts by outcome, [(outcome, test, last line of the error)], the test that was running or None, finished) from what
    one_file.py wrote."""
    counts, problems, running, finished = collections.Counter(), [], None, False
    if os.path.exists(path):
        with open(path, encoding='utf-8', errors='replace') as f:
            for line in f:
                outcome, _, rest = line.rstrip('\n').partition(' ')
                if outcome == 'end':
                    running, finished = None, True
                elif outcome == 'begun':
                    running = rest
                elif outcome in OUTCOMES:
                    counts[outcome] += 1
                    if outcome in ('failed', 'errored'):
                        problems.append((outcome,) + tuple(rest.partition('\t')[::2]))
                    running = None
    return counts, problems, running, finished


def installed(build, folder):
    """The build's program, copied into `folder` beside a library of links that has the `test` package: programs that tests start with -I
    find it there, as in CPython's installation.  A build without a library beside it is used where it is."""
    program = os.path.realpath(blackbox.interpreter(build))
    source = os.path.dirname(program)
    if build == 'cpython' or not os.path.exists(os.path.join(source, 'lib-python', '3.11', 'os.py')):
        return blackbox.interpreter(build)
    place = os.path.join(folder, 'installed')
    copy = os.path.join(place, build)
    if not os.path.exists(copy):
        library = os.path.join(place, 'lib-python', '3.11')
        os.makedirs(library)
        for name in os.listdir(os.path.join(source, 'lib-python', '3.11')):
            os.symlink(os.path.join(source, 'lib-python', '3.11', name), os.path.join(library, name))
        os.symlink(test_package(), os.path.join(library, 'test'))
        os.symlink(os.path.join(source, 'lib'), os.path.join(place, 'lib'))
        shutil.copy(program, copy)
    return copy


def start(build, folder, arguments, limit):
    """Runs one_file.py in `folder` with the build; its exit status, or None if it was killed after `limit` seconds."""
    # only the test package and the stand-ins go on the path: the library under test is the build's own
    path, work = os.path.join(folder, 'path'), os.path.join(folder, 'work')
    if not os.path.exists(path):
        os.mkdir(path)
        os.mkdir(work)
        os.symlink(test_package(), os.path.join(path, 'test'))
    env = {'PATH': os.environ.get('PATH', ''), 'LC_ALL': 'C.UTF-8', 'HOME': folder, 'TMPDIR': folder, 'PYTHONPATH': path + os.pathsep + STANDINS,
           'PYTHONDONTWRITEBYTECODE': '1'}
    with open(os.path.join(folder, 'output'), 'ab') as out:
        process = subprocess.Popen([installed(build, folder), ONE_FILE] + arguments, stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=subprocess.STDOUT, env=env, cwd=work, start_new_session=True)
        try:
            return process.wait(limit)
        except subprocess.TimeoutExpired:
            return None
        finally:
            try:
                os.killpg(process.pid, signal.SIGKILL)      # and what the tests started
            except ProcessLookupError:
                pass
            process.wait()


@functools.lru_cache(maxsize=None)
def number_of_tests(name):
    """How many tests CPython finds in the file."""
    with tempfile.TemporaryDirectory() as folder:
        listed = os.path.join(folder, 'listed')
        start('cpython', folder, ['--list', name, listed], 120)
        return sum(1 for line in open(listed, 'rb'))


def run_file(build, name, limit, restarts=20):
    """A Report on test file `name` ('test_grammar') run by the build; one that takes more than `limit` seconds is killed.

    After a crash the rest of the tests is run, in the time that is left; `restarts` bounds how often."""
    began = time.monotonic()
    ended, added = None, []
    with tempfile.TemporaryDirectory() as folder:
        results = os.path.join(folder, 'results')
        while True:
            code = start(build, folder, [name, results], limit - (time.monotonic() - began))
            counts, problems, running, finished = read_results(results)
            if running is not None and not finished:
                added.append(('errored', running, 'the process was killed: time-out' if code is None else
                              'the process crashed, exit status %d' % code))
            if finished:
                break
            ended = 'timeout' if code is None else 'import' if code == 2 and not counts else 'crashed'
            if code is None or running is None or restarts == 0:
                break
            restarts -= 1
        with open(os.path.join(folder, 'output'), 'rb') as f:
            text = f.read().decode('utf-8', 'replace')[-4000:]
    problems += added
    counts['errored'] += len(added)
    if not finished:
        counts['not run'] = max(0, number_of_tests(name) - sum(counts.values()))
    if ended is None:
        ended = 'failed' if problems else 'ok'
    return Report(name, ended, counts, time.monotonic() - began, problems, text)


def run_files(build, names, limit, jobs):
    """Reports in the order in which the files end."""
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for future in concurrent.futures.as_completed([pool.submit(run_file, build, name, limit) for name in names]):
            yield future.result()


def table(reports):
    """Markdown: a line for each file that does not pass whole, with what each test that failed says."""
    lines = ['| file | passed | what is missing |', '|---|---|---|']
    for report in sorted(reports):
        if report.ended == 'ok':
            continue
        causes = collections.defaultdict(list)
        for outcome, test, error in report.problems:
            causes[error.split(' | ')[0][:110].replace('|', '\\|').replace('`', "'")].append(test.rpartition('.')[2].split(' ')[0].replace('setUpClass', 'all of a class'))
        texts = ['%s: `%s`' % (', '.join(dict.fromkeys(tests)), error) for error, tests in causes.items()]
        if report.ended == 'import':
            texts = ['cannot be imported: `%s`' % (report.output.strip().splitlines() or ['?'])[-1][:110]]
        if report.counts['not run']:
            texts.append('%d tests were not run' % report.counts['not run'])
        counted = sum(report.counts[o] for o in COLUMNS) - report.counts['skipped']
        lines.append('| %s | %d of %d | %s |' % (report.name, report.counts['passed'], counted, '; '.join(texts)))
    return '\n'.join(lines) + '\n'


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('files', nargs='*')
    parser.add_argument('--build', default='pypy-stm', help="pypy-stm, pypy-nostm or cpython")
    parser.add_argument('--jobs', type=int, default=os.cpu_count())
    parser.add_argument('--limit', type=float, default=900, help='seconds for one file')
    parser.add_argument('--failures', action='store_true', help='show each test that failed, and the output of files that crashed')
    parser.add_argument('--table', help='a file for the table of what does not pass, for docs/compatibility.md')
    options = parser.parse_args()
    names = [os.path.basename(f).replace('.py', '') for f in options.files] or names_in('selection.txt')
    passing = set(names_in('passing.txt'))
    reports = []
    total, ended, lost, won = collections.Counter(), collections.Counter(), [], []
    print('%-28s %7s %7s %7s %7s %7s  %-8s %6s' % (('file',) + COLUMNS + ('ended', 'sec')))
    for report in run_files(options.build, names, options.limit, options.jobs):
        reports.append(report)
        total.update(report.counts)
        ended[report.ended] += 1
        if report.ended != 'ok' and report.name in passing:
            lost.append(report.name)
        if report.ended == 'ok' and report.name not in passing:
            won.append(report.name)
        print('%-28s %7d %7d %7d %7d %7d  %-8s %6.1f' % ((report.name,) + tuple(report.counts[o] for o in COLUMNS)
                                                       + (report.ended, report.seconds)))
        if options.failures:
            for outcome, test, error in report.problems:
                print('    %s %s: %s' % (outcome, test, error))
            if report.ended in ('crashed', 'import', 'timeout'):
                print('    | ' + '\n    | '.join(report.output.splitlines()[-8:]))
        sys.stdout.flush()
    print('%-28s %7d %7d %7d %7d %7d  %s' % (('total, %d files' % len(names),) + tuple(total[o] for o in COLUMNS)
                                           + (', '.join('%d %s' % (n, e) for e, n in sorted(ended.items())),)))
    counted = sum(total[o] for o in COLUMNS) - total['skipped']
    if counted:
        print('%d of %d files pass whole; of the %d tests that were not skipped %.1f%% passed'
              % (ended['ok'], len(names), counted, 100.0 * total['passed'] / counted))
    if options.table:
        with open(options.table, 'w') as f:
            f.write(table(reports))
    for name in sorted(won):
        print('passes whole, to be added to passing.txt: ' + name)
    for name in sorted(lost):
        print('no longer passes: ' + name)
    return 1 if lost else 0


if __name__ == '__main__':
    sys.exit(main())
