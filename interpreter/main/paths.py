"""Where things are: the executable, and the library beside it."""

import os

from rpython.rlib import rposix


class Layout(object):
    """executable: as sys.executable shows it.  prefix: sys.prefix.  stdlib: the folder of CPython's library.  ours: the folder of our own
    modules.  Empty strings for what was not found."""

    def __init__(self):
        self.executable = ''
        self.prefix = ''
        self.stdlib = ''
        self.ours = ''


def is_file(path):
    return kind_of(path) == 0x8000


def is_dir(path):
    return kind_of(path) == 0x4000


def kind_of(path):
    """The file type bits of a path, links followed; 0 if there is nothing."""
    try:
        return os.stat(path).st_mode & 0xF000
    except OSError:
        return 0


def dirname(path):
    end = path.rfind('/')
    if end <= 0:
        return '/' if end == 0 else ''
    return path[:end]


def join(folder, name):
    if folder.endswith('/'):
        return folder + name
    return folder + '/' + name


def absolute(path):
    if path.startswith('/'):
        return path
    try:
        folder = os.getcwd()
    except OSError:
        return path
    if path == '' or path == '.':
        return folder
    if path.startswith('./'):
        path = path[2:]
    return join(folder, path)


def find_executable(argv0):
    """The absolute path of the running program, links not followed; '' if it cannot be told."""
    if '/' in argv0:
        return absolute(argv0)
    search = os.environ.get('PATH')
    if search is not None and argv0 != '':
        for folder in search.split(':'):
            candidate = join(folder if folder != '' else '.', argv0)
            if is_file(candidate):
                return absolute(candidate)
    return real_executable(argv0)


def real_executable(argv0):
    """The file that the process runs, as the kernel knows it."""
    try:
        return os.readlink('/proc/self/exe')
    except OSError:
        return absolute(argv0)


def find_layout(argv0):
    """(str) -> Layout.  The library is beside the program (in its source tree), or where `make install` puts it."""
    layout = Layout()
    layout.executable = find_executable(argv0)
    folder = dirname(real_executable(argv0))
    if set_library(layout, folder, folder):
        return layout
    prefix = dirname(folder)
    set_library(layout, prefix, join(prefix, 'lib/pypy-stm'))
    return layout


def set_library(layout, prefix, folder):
    """Is the library in `folder`?  Then notes it."""
    stdlib = join(folder, 'lib-python/3.11')
    if not is_file(join(stdlib, 'os.py')):
        return False
    layout.prefix = prefix
    layout.stdlib = stdlib
    layout.ours = join(folder, 'lib')
    return True
