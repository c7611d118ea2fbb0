"""Copies the pure-Python standard library of the running CPython 3.11 to the folder given as the only argument.

The tables of multibyte_tables.py become its package _multibytetables.
Left out: compiled extensions, bytecode, site-packages, the test suite and the graphical programs."""

import os
import shutil
import sys
import sysconfig

import multibyte_tables

LEFT_OUT = {'__pycache__', 'site-packages', 'dist-packages', 'lib-dynload', 'test', 'idlelib', 'turtledemo', 'tkinter', 'ensurepip'}


def ignore(folder, names):
    return [name for name in names
            if name in LEFT_OUT or name.startswith('config-') or name.endswith(('.so', '.a', '.pyc', '.exe'))]


def main(target):
    source = sysconfig.get_path('stdlib')
    fresh = target + '.new'
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(source, fresh, ignore=ignore)
    multibyte_tables.main(os.path.join(fresh, '_multibytetables'))
    with open(os.path.join(fresh, 'VERSION'), 'w') as f:
        f.write(sys.version.split()[0] + '\n')
    shutil.rmtree(target, ignore_errors=True)
    os.rename(fresh, target)


if __name__ == '__main__':
    main(sys.argv[1])
