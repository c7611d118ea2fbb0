# compare stderr
"""Repeated lines are abbreviated."""
import sys
sys.setrecursionlimit(100)


def f(n):
    if n == 0:
        raise ValueError('bottom')
    f(n - 1)


f(20)
