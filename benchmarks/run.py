"""make bench: the ratios of docs/performance.md, each measured side by side in one run.

usage: run.py [--runs N] [--only PART ...] [--quick] [--folder FOLDER]

The sides of a ratio turn about, N times; a ratio is the median.  The twelve programs are compared by processor time, which other work on
the machine hardly touches; what several threads gain, by the clock, which wants a quiet machine.  Each row shows what was measured
beside what is to be reached; nothing fails.  CPython 3.11 runs this script; it needs pypy-stm and pypy-nostm in FOLDER
(default: the repository's root).
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
CPYTHON = sys.executable
# the loops make a run of about a second on the twin, so that start-up does not count
PROGRAMS = [('richards', 8), ('deltablue', 60), ('nbody', 4), ('fannkuch', 1), ('spectral_norm', 4), ('raytrace', 1), ('chaos', 4),
            ('float', 4), ('hexiom', 40), ('nqueens', 4), ('go', 2), ('pyflate', 1)]


def program_file(name):
    import pyperformance
    return os.path.join(os.path.dirname(pyperformance.__file__), 'data-files', 'benchmarks', 'bm_' + name, 'run_benchmark.py')


class Bench:
    def __init__(self, options):
        self.runs = options.runs
        self.quick = options.quick
        self.stm = os.path.join(options.folder, 'pypy-stm')
        self.nostm = os.path.join(options.folder, 'pypy-nostm')
        self.rows = []

    # ---- helpers

    def execute(self, command, **environment):
        """What the command prints; an error of the command ends the benchmark."""
        env = dict(os.environ, PYTHONPATH=os.path.join(HERE, 'shim'), **environment)
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, timeout=900)
        if done.returncode != 0:
            sys.exit('%s: exit %d\n%s' % (' '.join(command), done.returncode, done.stderr.decode('utf-8', 'replace')[-2000:]))
        return done.stdout.decode() + done.stderr.decode()

    def own(self, name, *args):
        """The same for one of benchmarks/programs, on pypy-stm."""
        return self.execute([self.stm, os.path.join(HERE, 'programs', name)] + [str(arg) for arg in args])

    def show(self, name, value, goal):
        self.rows.append((name, value, goal))
        print('%-58s %12s   (to reach: %s)' % (name, value, goal))
        sys.stdout.flush()

    def program_seconds(self, interpreter, name, loops, **environment):
        """Processor time of the fastest of the loops."""
        text = self.execute([interpreter, program_file(name), '--loops', str(1 if self.quick else loops)], **environment)
        return min(float(s) for s in re.findall(r'^cpu \S+: (\S+)$', text, re.M))

    # ---- the parts

    def programs(self):
        sides = [('nostm', self.nostm, {}), ('stm', self.stm, {}), ('asleep', self.stm, {'PYPERF_SECOND_THREAD': '1'}),
                 ('cpython', CPYTHON, {})]
        ratios = {'stm': [], 'asleep': [], 'cpython': []}
        print('%-20s %12s %12s %12s' % ('program', 'stm/nostm', '2nd thread', 'nostm/CPython'))
        for name, loops in PROGRAMS:
            found = {key: [] for key in ratios}
            for _ in range(self.runs):
                seconds = {key: self.program_seconds(interpreter, name, loops, **env) for key, interpreter, env in sides}
                found['stm'].append(seconds['stm'] / seconds['nostm'])
                found['asleep'].append(seconds['asleep'] / seconds['nostm'])
                found['cpython'].append(seconds['nostm'] / seconds['cpython'])
            for key in ratios:
                ratios[key].append(statistics.median(found[key]))
            print('%-20s %12.2f %12.2f %12.2f' % (name, ratios['stm'][-1], ratios['asleep'][-1], ratios['cpython'][-1]))
            sys.stdout.flush()
        mean = statistics.geometric_mean
        self.show('pypy-stm / pypy-nostm, one thread, geometric mean', '%.2f' % mean(ratios['stm']), 'at most 1.35')
        self.show('the same with a second thread asleep', '%.2f' % mean(ratios['asleep']), 'at most 1.5')
        self.show('pypy-nostm / CPython 3.11, geometric mean', '%.2f' % mean(ratios['cpython']), '1.5 in the end')

    def ray_tracer(self):
        text = self.own('ray_tracer.py', *([32, 24] if self.quick else [160, 120]))
        loop, one, two = zip(*((float(a), float(b), float(c)) for a, b, c in re.findall(r'loop (\S+) one (\S+) two (\S+)', text)))
        self.show('ray tracer: transactions on one thread / the plain loop', '%.2f' % median_ratio(one, loop), 'at most 1.15')
        self.show('ray tracer: transactions, 2 threads / 1', '%.2f' % median_ratio(one, two), 'at least 1.8')

    def one_and_two(self, text):
        """The median of the ratios one / two."""
        return median_ratio(*zip(*((float(one), float(two)) for one, two in re.findall(r'one (\S+) two (\S+)', text))))

    def two_threads(self):
        text = self.own('two_threads.py', program_file('richards'), 2 if self.quick else 20)
        self.show('two independent threads of richards, throughput / one', '%.2f' % (2 * self.one_and_two(text)), 'at least 1.8')

    def one_lock(self):
        text = self.own('one_lock.py', 10000 if self.quick else 200000)
        self.show('critical sections under one lock, 2 threads / 1', '%.2f' % self.one_and_two(text), 'at least 1.5')

    def conflicts(self):
        for program, name, goal in (('list_halves.py', 'two halves of one list: aborted', 'under 1%'),
                                    ('dict_keys.py', 'different keys of one dict: aborted', 'no conflict')):
            commits, aborts = map(int, re.search(r'commits (\d+) aborts (\d+)', self.own(program)).groups())
            self.show(name, '%.2f%%' % (100.0 * aborts / max(1, commits + aborts)), goal)

    def memory(self):
        gigabytes = 2 if self.quick else 50
        peak = re.search(r'peak_mb (\d+)', self.own('allocate.py', gigabytes)).group(1)
        self.show('peak memory while 2 threads allocate %d GB' % gigabytes, peak + ' MB', 'below 400 MB')
        text = self.own('live.py', 0.5 if self.quick else 3)
        self.show('live objects: full, after they died', '%s, %s MB' % re.search(r'full_mb (\d+) after_mb (\d+)', text).groups(),
                  '3 GB works and goes back')

    def start_up(self):
        def once():
            start = time.perf_counter()
            self.execute([self.stm, '-c', 'pass'])
            return time.perf_counter() - start
        once()
        self.show('start-up, -c pass', '%.3f s' % statistics.median(once() for _ in range(9)), 'at most 0.15 s')


def median_ratio(a, b):
    return statistics.median(x / y for x, y in zip(a, b))


PARTS = ['start_up', 'programs', 'ray_tracer', 'two_threads', 'one_lock', 'conflicts', 'memory']


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--quick', action='store_true')
    parser.add_argument('--only', nargs='*', choices=PARTS)
    parser.add_argument('--folder', default=ROOT)
    options = parser.parse_args()
    if options.quick:
        options.runs = 1
    bench = Bench(options)
    for part in PARTS:
        if not options.only or part in options.only:
            getattr(bench, part)()
    print()
    for row in bench.rows:
        print('%-58s %12s   (to reach: %s)' % row)


if __name__ == '__main__':
    main()
