"""Whole programs (programs/*.py): the same output on CPython 3.11 and on the untranslated interpreter."""
import os

import pytest

import running

PROGRAMS = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'programs')


@pytest.mark.parametrize('name', sorted(os.listdir(PROGRAMS)))
def test_program(name):
    with open(os.path.join(PROGRAMS, name)) as f:
        running.check(f.read())
