"""The transformation: turns any RPython target into a C program.

    python2.7 -m translator [--stock | --seg-gs | --stm] --output NAME target.py

This package knows nothing of Python: its input are flow graphs.  See
docs/transformation.md.
"""
