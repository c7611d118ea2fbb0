"""The seeds of the random tests in tests/interpreter: fixed, so that every run tests the same; TEST_SEED sets another one."""
import os
import random


def seeded(name):
    """A random.Random for the test `name`; the seed is printed."""
    seed = int(os.environ.get('TEST_SEED', 311))
    print('%s: TEST_SEED=%d' % (name, seed))
    return random.Random(seed)
