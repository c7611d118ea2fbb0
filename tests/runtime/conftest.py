"""Closes the heap after each test that opened it; a test that hangs ends the run after five minutes, with its name."""
import faulthandler
import os
import sys

import pytest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import stmlib


@pytest.fixture
def heap():
    """Call it with the arguments of stmlib.open_heap."""
    opened = []

    def opener(**kwds):
        stmlib.open_heap(**kwds)
        opened.append(True)
    yield opener
    if opened:
        stmlib.lib.t_close()


@pytest.fixture(autouse=True)
def no_hang():
    faulthandler.dump_traceback_later(300, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()
