"""The random histories of history.py, split over the cores; and that leaving out a rule of the protocol is noticed.

STM_HISTORIES: how many (default 10000); STM_FIRST_SEED: from which seed on (default 1).  A failure names its seed:
history.py 1 SEED plays it again.
"""
import os
import subprocess
import sys

import pytest
import history
from stmlib import lib, ffi

HISTORIES = int(os.environ.get("STM_HISTORIES", "10000"))
RULES = {"spans": 1, "item-mark": 2, "backup-update": 4, "flush": 8, "own-view": 16, "restore": 32,
         "pull-before-drop": 64, "struct-mark": 128, "keep-uncommitted": 256, "check-items": 512, "pending-spans": 1024}


def play(count, first, *args):
    """One process a core, so that a crash names its seeds, too."""
    cores = len(os.sched_getaffinity(0))
    share = (count + cores - 1) // cores
    script = os.path.join(os.path.dirname(__file__), "history.py")
    running = []
    for seed in range(first, first + count, share):
        n = min(share, first + count - seed)
        p = subprocess.Popen([sys.executable, script, str(n), str(seed)] + list(args), stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True)
        running.append((p, seed, n))
    for p, seed, n in running:
        out, _ = p.communicate(timeout=3000)
        print(out)
        assert p.returncode == 0, "seeds %d to %d: exit status %d\n%s" % (seed, seed + n - 1, p.returncode, out)


def test_histories():
    first = int(os.environ.get("STM_FIRST_SEED", "1"))
    print("first seed: %d" % first)
    play(HISTORIES, first)


def test_long_histories():
    play(max(HISTORIES // 100, 10), 1, "--steps", "4000")


@pytest.mark.skipif(bool(os.environ.get("STM_TEST_RELEASE")), reason="the debug variant only")
@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_broken_rule_is_noticed(rule):
    script = os.path.join(os.path.dirname(__file__), "history.py")
    p = subprocess.run([sys.executable, script, "1000", "1", "--break", str(RULES[rule])], stdout=subprocess.PIPE,
                       stderr=subprocess.STDOUT, text=True, timeout=1500)
    assert p.returncode != 0, "nothing noticed: " + p.stdout
