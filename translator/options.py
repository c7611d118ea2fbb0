"""What may be chosen about a build, and how it reaches rpython's own configuration."""
from __future__ import absolute_import
import os

STOCK = 'stock'      # rpython's incminimark, GC pointers are plain
SEG_GS = 'seg-gs'    # the same collector, every GC pointer is __seg_gs, base 0
STM = 'stm'          # rpython_stm's runtime: transactions instead of a GIL

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SESSIONS = os.path.join(ROOT, 'build', 'usession')


def add_arguments(parser):
    mode = parser.add_mutually_exclusive_group()
    for name, text in [
            (STOCK, 'the stock incminimark collector and a GIL (the default)'),
            (SEG_GS, 'as --stock, with every GC pointer __seg_gs'),
            (STM, 'transactions: the runtime of rpython_stm')]:
        mode.add_argument('--' + name, dest='mode', action='store_const',
                          const=name, help=text)
    parser.set_defaults(mode=STOCK)
    parser.add_argument('--thread', action='store_true',
                        help='the program starts threads (always on with --stm)')
    parser.add_argument('-O', '--opt', default='2', metavar='LEVEL',
                        help="rpython's optimisation level (default: 2)")
    parser.add_argument('--cflags', default='',
                        help='further options for the C compiler')
    parser.add_argument('--lldebug', action='store_true',
                        help='compile with assertions, -O1 -g')
    parser.add_argument('--source', action='store_true',
                        help='stop when the C sources are written')
    parser.add_argument('--keepgoing', action='store_true',
                        help='show all annotation errors, not only the first')
    parser.add_argument('--verbose', action='store_true',
                        help="show rpython's own messages")
    parser.add_argument('--make-jobs', type=int, default=2, metavar='N')
    parser.add_argument('--list-inevitable', action='store_true',
                        help='list, by function, the operations that turn a '
                             'transaction inevitable')
    parser.add_argument('--output', required=True, metavar='NAME',
                        help='the executable to make')
    parser.add_argument('--relink', action='store_true',
                        help='compile the C runtime again and link it with the '
                             'objects of the last build of NAME')
    parser.add_argument('target', nargs='?',
                        help='a file that defines target(driver, args)')
    parser.add_argument('args', nargs='...', help="the target's own arguments")


def session_name(output):
    return os.path.basename(output)


def make_config(options):
    """rpython's configuration for these options, with our own 'stm' part."""
    from rpython.config.config import BoolOption, OptionDescription
    from rpython.config.translationoption import (
        get_combined_translation_config, set_opt_level, set_platform)
    ours = OptionDescription('stm', "the software transactional memory", [
        BoolOption('enabled', "rpython_stm's runtime is the collector",
                   default=False, cmdline=None)])
    config = get_combined_translation_config(ours, translating=True)
    set_platform(config)
    config.translation.gcrootfinder = 'shadowstack'
    set_opt_level(config, options.opt)
    # an assert that narrows a type costs nothing at run time
    config.translation.backendopt.remove_asserts = True
    config.translation.thread = options.thread or options.mode == STM
    config.translation.make_jobs = options.make_jobs
    config.translation.lldebug = options.lldebug
    config.translation.keepgoing = options.keepgoing
    config.translation.output = options.output
    config.stm.enabled = options.mode == STM
    return config
