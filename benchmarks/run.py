"""make bench: the ratios of docs/performance.md, each measured side by side in one run.

usage: run.py [--runs N] [--only NAME ...] [--quick]

A ratio is the median over N pairs, the two sides turn about.  CPython 3.11 runs this script; it needs ./pypy-stm and ./pypy-nostm.
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
STM = os.path.join(ROOT, 'pypy-stm')
NOSTM = os.path.join(ROOT, 'pypy-nostm')
CPYTHON = sys.executable
# the loops make a run of a good second on the twin, so that start-up does not count
PROGRAMS = [('richards', 8), ('deltablue', 60), ('nbody', 4), ('fannkuch', 1), ('spectral_norm', 4), ('raytrace', 1), ('chaos', 4),
            ('float', 4), ('hexiom', 40), ('nqueens', 4), ('go', 2), ('pyflate', 1)]


def program_file(name):
    import pyperformance
    return os.path.join(os.path.dirname(pyperformance.__file__), 'data-files', 'benchmarks', 'bm_' + name, 'run_benchmark.py')


def execute(command, **environment):
    """stdout of the command; an error of the command ends the benchmark."""
    env = dict(os.environ, PYTHONPATH=os.path.join(HERE, 'shim') + os.pathsep + os.path.join(ROOT, 'lib'), **environment)
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, timeout=900)
    if done.returncode != 0:
        sys.exit('%s: exit %d\n%s' % (' '.join(command), done.returncode, done.stderr.decode('utf-8', 'replace')[-2000:]))
    return done.stdout.decode() + done.stderr.decode()


def program_seconds(interpreter, name, loops, **environment):
    text = execute([interpreter, program_file(name), '--loops', str(loops)], **environment)
    return min(float(s) for s in re.findall(r'^seconds \S+: (\S+)$', text, re.M)) if loops > 1 else float(
        re.search(r'^seconds \S+: (\S+)$', text, re.M).group(1))


def paired(side_a, side_b, runs):
    """Median of the ratios a/b."""
    return statistics.median(side_a() / side_b() for _ in range(runs))


def show(name, value, goal):
    print('%-58s %10s   (to reach: %s)' % (name, value, goal))
    sys.stdout.flush()


def compare_programs(title, interpreter, other, runs, goal, **environment):
    ratios = []
    for name, loops in PROGRAMS:
        ratio = paired(lambda: program_seconds(interpreter, name, loops, **environment), lambda: program_seconds(other, name, loops), runs)
        print('    %-20s %.2f' % (name, ratio))
        sys.stdout.flush()
        ratios.append(ratio)
    show(title, '%.2f' % statistics.geometric_mean(ratios), goal)


def own_program(interpreter, name, *args, **environment):
    return execute([interpreter, os.path.join(HERE, 'programs', name)] + [str(a) for a in args], **environment)


def one_thread(options):
    compare_programs('pypy-stm / pypy-nostm, one thread, geometric mean', STM, NOSTM, options.runs, 'at most 1.35')


def second_thread(options):
    compare_programs('the same with a second thread asleep', STM, NOSTM, options.runs, 'at most 1.5', PYPERF_SECOND_THREAD='1')


def cpython(options):
    compare_programs('pypy-nostm / CPython 3.11, geometric mean', NOSTM, CPYTHON, options.runs, '1.5 in the end')


def throughput(text):
    return statistics.median(2 * float(one) / float(two) for one, two in re.findall(r'one (\S+) two (\S+)', text))


def two_threads(options):
    text = own_program(STM, 'two_threads.py', program_file('richards'), 20)
    show('two independent threads of richards, throughput', '%.2f' % throughput(text), 'at least 1.8')


def one_lock(options):
    text = own_program(STM, 'one_lock.py', 4000)
    show('critical sections under one lock, 2 threads / 1', '%.2f' % (throughput(text) / 2), 'at least 1.5')


def ray_tracer(options):
    text = own_program(STM, 'ray_tracer.py', 160, 120)
    loop, one, two = [statistics.median(float(v[i]) for v in re.findall(r'loop (\S+) one (\S+) two (\S+)', text)) for i in range(3)]
    show('ray tracer: transactions on one thread / the plain loop', '%.2f' % (one / loop), 'at most 1.15')
    show('ray tracer: transactions, 2 threads / 1, throughput', '%.2f' % (one / two), 'at least 1.8')


def conflicts(options):
    for name, goal in (('list_halves.py', 'under 1% aborted'), ('dict_keys.py', 'no conflict')):
        commits, aborts = map(int, re.search(r'commits (\d+) aborts (\d+)', own_program(STM, name)).groups())
        show(name, '%.2f%%' % (100.0 * aborts / max(1, commits + aborts)), goal)


def memory(options):
    gigabytes = 2 if options.quick else 50
    show('peak memory, allocating %d GB, 2 threads (MB)' % gigabytes,
         re.search(r'peak_mb (\d+)', own_program(STM, 'allocate.py', gigabytes)).group(1), 'below 400')
    text = own_program(STM, 'live.py', 0.5 if options.quick else 3)
    show('live objects: MB full, MB after they died', '%s, %s' % re.search(r'full_mb (\d+) after_mb (\d+)', text).groups(), '3 GB works')


def start_up(options):
    def once():
        start = time.perf_counter()
        execute([STM, '-c', 'pass'])
        return time.perf_counter() - start
    once()
    show('start-up, -c pass (s)', '%.3f' % statistics.median(once() for _ in range(7)), 'at most 0.15')


PARTS = [one_thread, second_thread, ray_tracer, two_threads, one_lock, conflicts, memory, start_up, cpython]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--quick', action='store_true')
    parser.add_argument('--only', nargs='*', choices=[part.__name__ for part in PARTS])
    options = parser.parse_args()
    for part in PARTS:
        if not options.only or part.__name__ in options.only:
            part(options)


if __name__ == '__main__':
    main()
