"""Running a built interpreter, or CPython 3.11, as a stranger would: used by the black-box tests."""

import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.environ.get('PYPYSTM_FOLDER', ROOT)  # of the builds
FALLBACK = os.path.join(ROOT, 'build', 'fallback')     # the transaction package, and nothing else of lib, for CPython
BUILDS = os.environ.get('PYPYSTM_BUILDS', 'pypy-nostm pypy-stm').split()
# seconds that a program may take before it is said to hang: no test is about speed, and machines may be slow and loaded
PATIENCE = float(os.environ.get('PYPYSTM_PATIENCE', '400'))

os.makedirs(FALLBACK, exist_ok=True)
try:
    os.symlink(os.path.join(ROOT, 'lib', 'transaction'), os.path.join(FALLBACK, 'transaction'))
except FileExistsError:
    pass


def interpreter(build):
    """The command of a build, or of 'cpython'."""
    return sys.executable if build == 'cpython' else os.path.join(FOLDER, build)


def run(build, arguments, stdin=b'', timeout=PATIENCE, environment=None, cwd=None):
    """(exit code, stdout, stderr) of the interpreter run with these arguments; a time-out is a failure of the test."""
    env = {'PATH': os.environ.get('PATH', ''), 'LC_ALL': 'C.UTF-8', 'PYTHONHASHSEED': '0', 'HOME': os.environ.get('HOME', '/')}
    if build == 'cpython':
        env['PYTHONPATH'] = FALLBACK
        env['PYTHONDONTWRITEBYTECODE'] = '1'
    env.update(environment or {})
    done = subprocess.run([interpreter(build)] + arguments, input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=timeout, env=env, cwd=cwd)
    return done.returncode, done.stdout, done.stderr
