"""Two independent threads of richards: seconds for the work of one thread, run by one and by two threads at once.

usage: two_threads.py RICHARDS_FILE ITERATIONS      prints: one <seconds> two <seconds>"""

import importlib.util
import sys
import threading
import time


def load(filename):
    spec = importlib.util.spec_from_file_location('richards_program', filename)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def timed(modules, iterations):
    def work(module):
        assert module.Richards().run(iterations)
    threads = [threading.Thread(target=work, args=(module,)) for module in modules]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


def main():
    filename, iterations = sys.argv[1], int(sys.argv[2])
    a, b = load(filename), load(filename)
    timed([a], 1)
    for _ in range(3):
        print('one %.4f two %.4f' % (timed([a], iterations), timed([a, b], iterations)))


main()
