"""The command line of pypy-stm."""

from interpreter.objects.intstr import MAX_STR_DIGITS_THRESHOLD

USAGE = """usage: pypy-stm [option] ... [-c cmd | -m mod | file | -] [arg] ...
-B     : do not write cached bytecode
-c cmd : run the program given as a string
-d     : note that the parser is to be debugged (it has nothing to show)
-E     : ignore PYTHON* environment variables
-h     : show this help (also -? or --help)
-i     : go on at the prompt after running
-I     : isolated: -E, -P and -s
-m mod : run a module of the library as a script
-O     : leave out assert statements and `if __debug__:`
-OO    : the same, and leave out docstrings
-P     : do not put the script's folder first into sys.path
-q     : no version at the prompt
-s     : do not use the user's site-packages
-S     : do not import site
-u     : do not buffer stdout and stderr
-v     : show imports on stderr (also PYTHONVERBOSE)
-V     : show the version (also --version)
-W arg : a filter for warnings: action:message:category:module:lineno
-X opt : an option of the implementation
-      : read the program from standard input
--help-env      : show the environment variables
--help-xoptions : show the options of the implementation
--help-all      : show all of these
"""

HELP_ENV = """Environment variables that count:
PYTHONBREAKPOINT          : what breakpoint() calls; 0 for nothing
PYTHONDEBUG               : -d
PYTHONDEVMODE             : -X dev
PYTHONDONTWRITEBYTECODE   : -B
PYTHONHASHSEED            : "random", or the number from which the hashes of texts are made
PYTHONINSPECT             : -i
PYTHONINTMAXSTRDIGITS     : -X int_max_str_digits
PYTHONIOENCODING          : encoding:errors of stdin, stdout and stderr
PYTHONNOUSERSITE          : -s
PYTHONOPTIMIZE            : -O
PYTHONPATH                : folders, separated by ':', that come first in sys.path
PYTHONPYCACHEPREFIX       : -X pycache_prefix
PYTHONSAFEPATH            : -P
PYTHONSTARTUP             : the file that is run before the first prompt
PYTHONUNBUFFERED          : -u
PYTHONVERBOSE             : -v
PYTHONWARNDEFAULTENCODING : -X warn_default_encoding
PYTHONWARNINGS            : filters as those of -W, separated by commas
PYTHONHOME has no meaning: the library is looked for beside the program.
"""

HELP_XOPTIONS = """Options of the implementation:
-X dev                       : show all warnings, check more at run time
-X frozen_modules=on|off     : use the library's modules that are part of the program, or their files
-X int_max_str_digits=number : the most digits of an int that is converted from or to a decimal text; 0 for no limit
-X pycache_prefix=folder     : the folder for the cached bytecode
-X utf8                      : open() takes texts to be in UTF-8, whatever the locale says
-X warn_default_encoding     : warn where open() is not told the encoding
"""


class Options(object):
    """What the command line and the environment say."""

    def __init__(self):
        self.debug = 0
        self.inspect = 0
        self.interactive = 0
        self.optimize = 0
        self.no_bytecode = 0
        self.no_user_site = 0
        self.no_site = 0
        self.ignore_environment = 0
        self.verbose = 0
        self.bytes_warning = 0
        self.quiet = 0
        self.isolated = 0
        self.dev_mode = False
        self.utf8_mode = 0
        self.warn_default_encoding = 0
        self.safe_path = False
        self.hash_seed = None        # PYTHONHASHSEED, where it counts
        self.random_hash = False     # -R
        self.hash_randomization = 1
        self.unbuffered = False
        self.warnings = []
        self.xoptions = []
        self.debug_ranges = True     # False: -X no_debug_ranges
        self.command = None          # -c
        self.module = None           # -m
        self.script = None           # a file, or '-'
        self.arguments = []          # sys.argv from its second item on
        self.show_version = 0
        self.help = ''               # the text to show
        self.error = None            # a complaint about the command line
        self.fatal = None            # the same about a value, in the form of a fatal error
        self.max_str_digits = -1     # -1: the default
        self.frozen_modules = True


def parse(argv):
    """([str]) -> Options.  argv begins with the program's name."""
    options = Options()
    i = 1
    count = len(argv)
    while i < count:
        arg = argv[i]
        if arg == '-' or not arg.startswith('-'):
            break
        i += 1
        if arg == '--':
            break
        if arg.startswith('--'):
            if arg == '--help':
                options.help = USAGE
            elif arg == '--help-env':
                options.help = HELP_ENV
            elif arg == '--help-xoptions':
                options.help = HELP_XOPTIONS
            elif arg == '--help-all':
                options.help = USAGE + '\n' + HELP_ENV + '\n' + HELP_XOPTIONS
            elif arg == '--version':
                options.show_version += 1
            elif arg == '--check-hash-based-pycs' and i < count:
                i += 1
            else:
                options.error = "unknown option %s" % arg
                return options
            continue
        k = 1
        while k < len(arg):
            c = arg[k]
            k += 1
            if c == 'c' or c == 'm' or c == 'W' or c == 'X':
                if k < len(arg):
                    value = arg[k:]
                elif i < count:
                    value = argv[i]
                    i += 1
                else:
                    options.error = "Argument expected for the -%s option" % c
                    return options
                if c == 'c':
                    options.command = value
                elif c == 'm':
                    options.module = value
                elif c == 'W':
                    options.warnings.append(value)
                else:
                    options.xoptions.append(value)
                    take_xoption(options, value)
                if c == 'c' or c == 'm':
                    options.arguments = argv[i:]
                    return finish(options)
                break
            if c == 'B':
                options.no_bytecode = 1
            elif c == 'b':
                options.bytes_warning += 1
            elif c == 'd':
                options.debug += 1
            elif c == 'x':
                pass
            elif c == 'E':
                options.ignore_environment = 1
            elif c == 'h' or c == '?':
                options.help = USAGE
            elif c == 'i':
                options.inspect = 1
                options.interactive = 1
            elif c == 'I':
                options.isolated = 1
                options.ignore_environment = 1
                options.no_user_site = 1
                options.safe_path = True
            elif c == 'O':
                options.optimize += 1
            elif c == 'P':
                options.safe_path = True
            elif c == 'q':
                options.quiet = 1
            elif c == 'R':
                options.random_hash = True
            elif c == 's':
                options.no_user_site = 1
            elif c == 'S':
                options.no_site = 1
            elif c == 'u':
                options.unbuffered = True
            elif c == 'v':
                options.verbose += 1
            elif c == 'V':
                options.show_version += 1
            else:
                options.error = "Unknown option: -%s" % c
                return options
    if i < count:
        options.script = argv[i]
        options.arguments = argv[i + 1:]
    return finish(options)


def take_xoption(options, value):
    if value == 'dev':
        options.dev_mode = True
    elif value == 'utf8' or value == 'utf8=1':
        options.utf8_mode = 1
    elif value == 'warn_default_encoding':
        options.warn_default_encoding = 1
    elif value == 'no_debug_ranges':
        options.debug_ranges = False
    elif value == 'int_max_str_digits' or value.startswith('int_max_str_digits='):
        set_max_str_digits(options, value[len('int_max_str_digits='):], '-X int_max_str_digits')
    elif value == 'frozen_modules=off':
        options.frozen_modules = False
    elif value == 'frozen_modules=on' or value == 'frozen_modules=' or value == 'frozen_modules':
        options.frozen_modules = True
    elif value.startswith('frozen_modules='):
        options.fatal = 'bad value for option -X frozen_modules (expected "on" or "off")'


def set_max_str_digits(options, text, origin):
    """The limit on the digits of ints; a bad one is a fatal error."""
    limit = -1
    try:
        limit = int(text)
    except ValueError:
        pass
    if limit != 0 and not MAX_STR_DIGITS_THRESHOLD <= limit <= 0x7FFFFFFF:
        options.fatal = 'config_init_int_max_str_digits: %s: invalid limit; must be >= %d or 0 for unlimited.' % (
            origin, MAX_STR_DIGITS_THRESHOLD)
    else:
        options.max_str_digits = limit


def finish(options):
    if options.dev_mode and 'default' not in options.warnings:
        options.warnings.insert(0, 'default')
    if options.bytes_warning > 0:
        options.warnings.append('error::BytesWarning' if options.bytes_warning > 1 else 'default::BytesWarning')
    return options


def read_environment(options, environ):
    """Adds what the PYTHON* variables say; environ is a dict of str (or os.environ)."""
    if options.ignore_environment:
        return
    if is_set(environ.get('PYTHONDEBUG')):
        options.debug = max(options.debug, number(environ.get('PYTHONDEBUG')))
    digits = environ.get('PYTHONINTMAXSTRDIGITS')
    if is_set(digits) and options.max_str_digits == -1:
        set_max_str_digits(options, digits, 'PYTHONINTMAXSTRDIGITS')
    if is_set(environ.get('PYTHONOPTIMIZE')):
        options.optimize = max(options.optimize, number(environ.get('PYTHONOPTIMIZE')))
    if is_set(environ.get('PYTHONDONTWRITEBYTECODE')):
        options.no_bytecode = 1
    if is_set(environ.get('PYTHONNOUSERSITE')):
        options.no_user_site = 1
    if is_set(environ.get('PYTHONUNBUFFERED')):
        options.unbuffered = True
    if is_set(environ.get('PYTHONVERBOSE')):
        options.verbose = max(options.verbose, number(environ.get('PYTHONVERBOSE')))
    if is_set(environ.get('PYTHONINSPECT')):
        options.inspect = 1
    if is_set(environ.get('PYTHONSAFEPATH')):
        options.safe_path = True
    if is_set(environ.get('PYTHONDEVMODE')):
        if not options.dev_mode:
            options.dev_mode = True
            options.warnings.insert(0, 'default')
    options.hash_seed = environ.get('PYTHONHASHSEED')
    if is_set(environ.get('PYTHONWARNDEFAULTENCODING')):
        options.warn_default_encoding = 1
    if is_set(environ.get('PYTHONNODEBUGRANGES')):
        options.debug_ranges = False
    filters = environ.get('PYTHONWARNINGS')
    if filters is not None and filters != '':
        options.warnings = filters.split(',') + options.warnings


def in_c_locale(environ):
    """Does the environment name the locale C or its UTF-8 forms, or none?  As in CPython, stdin and stdout take any bytes then."""
    for name in ['LC_ALL', 'LC_CTYPE', 'LANG']:
        value = environ.get(name)
        if value is not None and value != '':
            return value == 'C' or value == 'POSIX' or value == 'C.UTF-8' or value == 'C.utf8' or value == 'UTF-8'
    return True


def is_set(value):
    return value is not None and value != ''


def number(text):
    """The value of a variable that counts: 1 unless it is a number."""
    try:
        return max(int(text), 1)
    except ValueError:
        return 1
