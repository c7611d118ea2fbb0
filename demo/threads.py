"""Plain `threading` code, CPU-bound: on pypy-stm the threads run at once, without a change.

usage: threads.py [QUEENS]      counts the solutions of the n-queens puzzle (default 13), a thread for each share of the ways to begin"""

import sys
import threading

import measure


def solutions(n, columns, left, right, row):
    """The number of ways to complete a board whose attacked squares are given as bit masks."""
    if row == n:
        return 1
    count = 0
    free = ((1 << n) - 1) & ~(columns | left | right)
    while free:
        bit = free & -free
        free ^= bit
        count += solutions(n, columns | bit, (left | bit) << 1, (right | bit) >> 1, row + 1)
    return count


def share(n, k, count):
    """The solutions that begin with every count-th pair of columns, from pair k on: equal shares, or nearly."""
    total = 0
    for pair in range(k, n * n, count):
        first, second = 1 << pair // n, 1 << pair % n
        if not second & (first | first << 1 | first >> 1):
            total += solutions(n, first | second, (first << 1 | second) << 1, (first >> 1 | second) >> 1, 2)
    return total


def with_threads(n, count):
    totals = {}

    def work(k):
        totals[k] = share(n, k, count)

    threads = [threading.Thread(target=work, args=(k,)) for k in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(totals.values())


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 13
    measure.compare('threads: %d queens' % n,
                    lambda: with_threads(n, 1),
                    lambda: with_threads(n, measure.cores()),
                    lambda total: '%d solutions' % total)


if __name__ == '__main__':
    main()
