"""Each program in programs/ prints the same here and on CPython 3.11."""
import os

import pytest

import sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from evalrunning import run, run_cpython

PROGRAMS = os.path.join(os.path.dirname(__file__), 'programs')


@pytest.mark.parametrize('name', sorted(os.listdir(PROGRAMS)))
def test_program(name):
    path = os.path.join(PROGRAMS, name)
    with open(path) as f:
        source = f.read()
    ours = run(source, path)
    assert ours == run_cpython(source, path)
    assert ours                       # every program prints something
