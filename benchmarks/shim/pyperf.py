"""A few lines that stand in for pyperf, so that pyperformance's programs run unmodified on any interpreter.

Each program is run `--loops` times in this process (default 1); the seconds and the processor time of every run and, where the
program returns a plain value, its result are printed.  With PYPERF_SECOND_THREAD=1 in the environment a second thread sleeps
meanwhile.
"""

import argparse
import os
import sys
import threading
import time

perf_counter = time.perf_counter


def _start_sleeper():
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, daemon=True)
    thread.start()
    return stop


class Runner:
    def __init__(self, add_cmdline_args=None, **kwds):
        self.metadata = {}
        self.argparser = argparse.ArgumentParser()
        self.argparser.add_argument('--loops', type=int, default=1)
        self.args = None

    def parse_args(self, args=None):
        if self.args is None:
            self.args = self.argparser.parse_args(args)
        return self.args

    def _measure(self, name, run_once):
        self.parse_args()
        stop = _start_sleeper() if os.environ.get('PYPERF_SECOND_THREAD') else None
        for _ in range(self.args.loops):
            cpu = time.process_time()
            seconds, result = run_once()
            cpu = time.process_time() - cpu
            if result is None or isinstance(result, (bool, int, str)):
                print('result %s: %r' % (name, result))
            print('seconds %s: %.6f' % (name, seconds), file=sys.stderr)
            print('cpu %s: %.6f' % (name, cpu), file=sys.stderr)
        if stop is not None:
            stop.set()

    def bench_func(self, name, func, *args, inner_loops=None):
        def run_once():
            start = perf_counter()
            result = func(*args)
            return perf_counter() - start, result
        self._measure(name, run_once)

    def bench_time_func(self, name, func, *args, inner_loops=None):
        self._measure(name, lambda: (func(1, *args), None))
