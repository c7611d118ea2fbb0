"""Translate a program of this folder once a test run, run it, read its C code."""
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BUILD = os.path.join(ROOT, 'build', 'tests-translator')

MODES = {'stock': ['--stock', '--thread'],
         'seg-gs': ['--seg-gs', '--thread'],
         'stm': ['--stm']}

_built = {}


def name_of(program, mode):
    return 'test-%s-%s' % (program, mode)


def build(program, mode, *options):
    """Path of the executable of target_<program>.py; what was printed is in
    the file of the same name with .log."""
    key = (program, mode) + options
    if key not in _built:
        if not os.path.isdir(BUILD):
            os.makedirs(BUILD)
        path = os.path.join(BUILD, name_of(program, mode))
        cmdline = [sys.executable, '-m', 'translator'] + MODES[mode]
        cmdline += list(options)
        cmdline += ['--output', path,
                    os.path.join(HERE, 'target_%s.py' % program)]
        with open(path + '.log', 'w') as log:
            status = subprocess.call(cmdline, cwd=ROOT, stdout=log,
                                     stderr=subprocess.STDOUT)
        if status != 0:
            with open(path + '.log') as log:
                raise AssertionError('\n'.join(log.read().splitlines()[-30:]))
        _built[key] = path
    return _built[key]


def run(path, *args, **env):
    """(standard output, exit status) of the program; stops it after 15 minutes."""
    environ = dict(os.environ)
    environ.update(env)
    process = subprocess.Popen(['timeout', '900', path] + list(args),
                               env=environ, stdout=subprocess.PIPE)
    out, _ = process.communicate()
    return out, process.returncode


def sources(program, mode):
    """The folder of the C sources that build() left behind."""
    return os.path.join(ROOT, 'build', 'usession', name_of(program, mode))


def c_function(program, mode, name):
    """The text of the C function pypy_g_<name>."""
    folder = sources(program, mode)
    start = re.compile(r'^[^\t#/].*\bpypy_g_%s\(.*\{$' % name, re.MULTILINE)
    for filename in os.listdir(folder):
        if filename.endswith('.c'):
            with open(os.path.join(folder, filename)) as f:
                text = f.read()
            match = start.search(text)
            if match:
                end = text.index('\n}\n', match.end())
                return text[match.start():end]
    raise AssertionError("no C function %s" % name)


def log_of(program, mode):
    with open(os.path.join(BUILD, name_of(program, mode) + '.log')) as f:
        return f.read()
