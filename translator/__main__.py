"""The command line: `python2.7 -m translator --help`."""
from __future__ import absolute_import
import argparse
import os
import subprocess
import sys

from translator import options as optionsmod


def load_target(filename):
    """Import the file; return its globals, with 'target' among them."""
    if not os.path.isfile(filename):
        sys.exit("translator: no such target: %s" % filename)
    directory, name = os.path.split(os.path.abspath(filename))
    package = []
    while os.path.isfile(os.path.join(directory, '__init__.py')):
        directory, last = os.path.split(directory)
        package.insert(0, last)
    for path in (directory, optionsmod.ROOT):
        if path not in sys.path:
            sys.path.insert(0, path)
    modname = '.'.join(package + [os.path.splitext(name)[0]])
    __import__(modname)
    module = sys.modules[modname]
    if not hasattr(module, 'target'):
        sys.exit("translator: %s does not define target()" % filename)
    return module.__dict__


def prepare_session(output):
    """rpython writes its C sources into a numbered folder that these variables
    choose; they must be set before any part of rpython is imported."""
    if not os.path.isdir(optionsmod.SESSIONS):
        os.makedirs(optionsmod.SESSIONS)
    os.environ['PYPY_USESSION_DIR'] = optionsmod.SESSIONS
    os.environ['PYPY_USESSION_BASENAME'] = optionsmod.session_name(output)
    os.environ['PYPY_USESSION_KEEP'] = '1'


def relink(options):
    import shutil
    session = os.path.join(optionsmod.SESSIONS,
                           optionsmod.session_name(options.output))
    if not os.path.exists(os.path.join(session, 'Makefile')):
        sys.exit("translator: %s was never built" % options.output)
    subprocess.check_call(['make', '-C', session, '-s',
                           '-j%d' % options.make_jobs])
    name = os.path.basename(options.output)
    shutil.copy(os.path.join(session, name), options.output + '~')
    os.rename(options.output + '~', options.output)


def main(argv):
    parser = argparse.ArgumentParser(
        prog='translator', description="Translate an RPython program to C.")
    optionsmod.add_arguments(parser)
    options = parser.parse_args(argv)
    if options.relink:
        relink(options)
        return
    if options.target is None:
        parser.error("no target given")
    prepare_session(options.output)
    sys.setrecursionlimit(5000)
    config = optionsmod.make_config(options)
    targetspec = load_target(options.target)
    if 'handle_config' in targetspec:
        targetspec['handle_config'](config, options)
    from translator.driver import Driver
    driver = Driver.from_target(options, config, targetspec)
    driver.run()


if __name__ == '__main__':
    main(sys.argv[1:])
