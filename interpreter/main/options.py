"""The command line of pypy-stm."""

USAGE = """usage: pypy-stm [option] ... [-c cmd | -m mod | file | -] [arg] ...
-B     : do not write cached bytecode
-c cmd : run the program given as a string
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
"""


class Options(object):
    """What the command line and the environment say."""

    def __init__(self):
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
        self.show_help = False
        self.error = None            # a complaint about the command line


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
            if arg == '--help' or arg == '--help-all' or arg == '--help-env' or arg == '--help-xoptions':
                options.show_help = True
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
                    if value == 'dev':
                        options.dev_mode = True
                    elif value == 'utf8' or value == 'utf8=1':
                        options.utf8_mode = 1
                    elif value == 'warn_default_encoding':
                        options.warn_default_encoding = 1
                    elif value == 'no_debug_ranges':
                        options.debug_ranges = False
                if c == 'c' or c == 'm':
                    options.arguments = argv[i:]
                    return finish(options)
                break
            if c == 'B':
                options.no_bytecode = 1
            elif c == 'b':
                options.bytes_warning += 1
            elif c == 'd' or c == 'x':
                pass
            elif c == 'E':
                options.ignore_environment = 1
            elif c == 'h' or c == '?':
                options.show_help = True
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
