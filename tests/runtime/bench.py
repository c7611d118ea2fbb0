"""Microbenchmarks of the runtime: nanoseconds of processor time for one operation, alone (one-thread mode), with one thread while another
sleeps (full STM), and with two threads at once.   usage: bench.py"""
import os
os.environ["STM_TEST_RELEASE"] = "1"
from stmlib import lib

NAMES = ["read, no barrier", "read", "write", "write of an array item", "allocate 64 bytes", "same, 1 in 10 survives",
         "empty transaction", "transaction, 4 objects made", "transaction, 1 object written", "mixed: write, read, 4 objects"]
COUNTS = [20, 20, 20, 20, 20, 20, 0.3, 0.3, 0.3, 4]

if __name__ == "__main__":
    print("%-32s %8s %8s %8s %8s" % ("ns", "alone", "1 of 2", "2 at once", "scaling"))
    for i, name in enumerate(NAMES):
        n = int(COUNTS[i] * 1e6)
        alone, one, two = (min(lib.x_benchmark(i, threads, 2, n, 1000) for _ in range(3)) for threads in (0, 1, 2))
        print("%-32s %8.2f %8.2f %8.2f %7.2fx" % (name, alone, one, two, 2 * one / two))
