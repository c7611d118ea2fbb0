"""What the demos share: run a job on one thread and on all cores, check that the results agree, print times and speed-up."""

import sys
import time

import transaction


def cores():
    """How many transactions can run at once."""
    return max(1, transaction.getsegmentlimit())


def timed(job, *args):
    """The result of job(*args), and the seconds that it took."""
    start = time.perf_counter()
    result = job(*args)
    return result, time.perf_counter() - start


def compare(title, one, many, describe):
    """Runs one() and many(): both return the same result, which describe(result) puts in words."""
    print('== %s' % title)
    expected, seconds_one = timed(one)
    print('   one thread:  %6.2f s   %s' % (seconds_one, describe(expected)))
    sys.stdout.flush()
    result, seconds_many = timed(many)
    print('   %2d at once:  %6.2f s   %s' % (cores(), seconds_many, describe(result)))
    if result != expected:
        print('   THE RESULTS DIFFER')
        sys.exit(1)
    print('   speed-up:    %6.2f' % (seconds_one / seconds_many))
    return result
