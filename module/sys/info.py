"""The constants of sys: version, limits, flags."""
from __future__ import absolute_import

import sys

from interpreter.objects.wrap import newstr, newint, newbool, newdict, newfloat, newlist, newfrozenset
from interpreter.objects.root import w_None
from module.framework import to_object
from module.structseq import make_structseq

VERSION = (3, 11, 7)
HEXVERSION = 0x030B07F0
CACHE_TAG = 'pypy-stm-311'
DEFAULT_MAX_STR_DIGITS = 4300

W_VersionInfo = make_structseq('version_info', 'sys', ['major', 'minor', 'micro', 'releaselevel', 'serial'],
                               makes='nothing',
                               doc="The version of Python.",
                               docs=["The major number.", "The minor number.", "The number of the bug-fix release.",
                                     "alpha, beta, candidate or final.", "The number of the release on that level."])
W_Flags = make_structseq('flags', 'sys', [
    'debug', 'inspect', 'interactive', 'optimize', 'dont_write_bytecode', 'no_user_site', 'no_site', 'ignore_environment', 'verbose',
    'bytes_warning', 'quiet', 'hash_randomization', 'isolated', 'dev_mode', 'utf8_mode', 'warn_default_encoding', 'safe_path',
    'int_max_str_digits'], makes='nothing',
                         doc="What the command line and the environment ask for.",
                         docs=["Is the parser debugged? (-d)", "Is there a prompt after the script? (-i)",
                               "Is there a prompt at all? (-i)", "How much asserts and docstrings are left out (-O).",
                               "Is no bytecode written? (-B)", "Is the user's site directory left out? (-s)",
                               "Is the module site left out? (-S)", "Are the PYTHON* variables left out? (-E)",
                               "How much imports tell (-v).", "What comparing bytes with str does (-b).", "Is there no banner? (-q)",
                               "Are hashes of texts random? (-R)", "Is the user kept out? (-I)", "Is the development mode on? (-X dev)",
                               "Is UTF-8 always the encoding? (-X utf8)", "Is the default encoding warned of? (-X warn_default_encoding)",
                               "Is the script's directory not searched? (-P)",
                               "The limit of digits between int and str (-X int_max_str_digits)."])
W_FloatInfo = make_structseq('float_info', 'sys', ['max', 'max_exp', 'max_10_exp', 'min', 'min_exp', 'min_10_exp', 'dig', 'mant_dig',
                                                   'epsilon', 'radix', 'rounds'],
                             doc="The limits and the precision of float.",
                             docs=["The largest finite number.", "The largest power of the radix, plus 1.", "The largest power of 10.",
                                   "The smallest positive number with all digits.", "The least power of the radix, plus 1.",
                                   "The least power of 10.", "How many decimal digits are kept.",
                                   "How many digits in the radix are kept.", "The distance from 1.0 to the next number.",
                                   "The radix of the representation.", "The mode of rounding: 1 is to the nearest."])
W_IntInfo = make_structseq('int_info', 'sys', ['bits_per_digit', 'sizeof_digit', 'default_max_str_digits', 'str_digits_check_threshold'],
                           doc="How int is represented.",
                           docs=["The bits of a digit.", "The bytes of a digit.", "The limit of decimal digits if none is set.",
                                 "The smallest limit that can be set."])
W_HashInfo = make_structseq('hash_info', 'sys', ['width', 'modulus', 'inf', 'nan', 'imag', 'algorithm', 'hash_bits', 'seed_bits', 'cutoff'],
                            doc="How numbers and texts are hashed.",
                            docs=["The bits of a hash.", "The prime by which numbers are reduced.", "The hash of infinity.",
                                  "The hash that a NaN once had.", "By what the imaginary part is multiplied.", "The algorithm for texts.",
                                  "The bits that it yields.", "The bits of its key.", "Texts shorter than this use another algorithm."])
W_ThreadInfo = make_structseq('thread_info', 'sys', ['name', 'lock', 'version'],
                              doc="How threads are made.",
                              docs=["The name of the library.", "How locks are made.", "The version of the library."])
W_AsyncgenHooks = make_structseq('asyncgen_hooks', 'sys', ['firstiter', 'finalizer'])
W_UnraisableArgs = make_structseq('UnraisableHookArgs', 'sys', ['exc_type', 'exc_value', 'exc_traceback', 'err_msg', 'object'])


def _build(cls, *values):
    return cls.build([to_object(value) for value in values])


def make_flags(options):
    """(interpreter.main.options.Options) -> W_Flags"""
    return W_Flags.build([
        newint(options.debug), newint(options.inspect), newint(options.interactive), newint(options.optimize), newint(options.no_bytecode),
        newint(options.no_user_site), newint(options.no_site), newint(options.ignore_environment), newint(options.verbose),
        newint(options.bytes_warning), newint(options.quiet), newint(options.hash_randomization), newint(options.isolated), newbool(options.dev_mode),
        newint(options.utf8_mode), newint(options.warn_default_encoding), newbool(options.safe_path), newint(options.max_str_digits)])


w_version_info = _build(W_VersionInfo, 3, 11, 7, 'final', 0)
VERSION_TEXT = '3.11.7 (pypy-stm)\n[RPython, GCC]'


def _implementation():
    from interpreter.objects.namespace import W_SimpleNamespace
    w_namespace = W_SimpleNamespace()
    w_dict = w_namespace.getdict()
    w_dict.setitem_str('name', newstr('pypy-stm'))
    w_dict.setitem_str('cache_tag', newstr(CACHE_TAG))
    w_dict.setitem_str('version', w_version_info)
    w_dict.setitem_str('hexversion', newint(HEXVERSION))
    w_dict.setitem_str('_multiarch', newstr('x86_64-linux-gnu'))
    return w_namespace


_float = sys.float_info
# the public modules and packages of the standard library of 3.11
_STDLIB = """__future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bootsubprocess _bz2 _codecs _codecs_cn _codecs_hk _codecs_iso2022
_codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _compat_pickle _compression _contextvars _crypt _csv _ctypes _curses
_curses_panel _datetime _dbm _decimal _elementtree _frozen_importlib _frozen_importlib_external _functools _gdbm _hashlib _heapq _imp _io
_json _locale _lsprof _lzma _markupbase _md5 _msi _multibytecodec _multiprocessing _opcode _operator _osx_support _overlapped _pickle
_posixshmem _posixsubprocess _py_abc _pydecimal _pyio _queue _random _scproxy _sha1 _sha256 _sha3 _sha512 _signal _sitebuiltins _socket
_sqlite3 _sre _ssl _stat _statistics _string _strptime _struct _symtable _thread _threading_local _tkinter _tokenize _tracemalloc _typing
_uuid _warnings _weakref _weakrefset _winapi _zoneinfo abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop
base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall
concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils
doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt
getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json
keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc
nis nntplib nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform
plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline
reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver
spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog
tabnanny tarfile telnetlib tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc
tty turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib
xml xmlrpc zipapp zipfile zipimport zlib zoneinfo""".split()

constants = {
    'version': VERSION_TEXT,
    'version_info': w_version_info,
    'hexversion': HEXVERSION,
    'api_version': 1013,
    'copyright': 'Copyright (c) the pypy-stm authors.',
    'platform': 'linux',
    'platlibdir': 'lib',
    'byteorder': sys.byteorder,
    'maxsize': sys.maxint,
    'maxunicode': 0x10FFFF,
    'abiflags': '',
    'float_repr_style': 'short',
    'implementation': _implementation(),
    'float_info': _build(W_FloatInfo, _float.max, _float.max_exp, _float.max_10_exp, _float.min, _float.min_exp, _float.min_10_exp,
                         _float.dig, _float.mant_dig, _float.epsilon, _float.radix, _float.rounds),
    'int_info': _build(W_IntInfo, 30, 4, DEFAULT_MAX_STR_DIGITS, 640),
    'hash_info': _build(W_HashInfo, 64, (1 << 61) - 1, 314159, 0, 1000003, 'siphash13', 64, 128, 0),
    'thread_info': _build(W_ThreadInfo, 'pthread', None, None),
    'stdlib_module_names': newfrozenset([newstr(name) for name in _STDLIB]),
    'pycache_prefix': None,
    'dont_write_bytecode': False,
    '_git': ('pypy-stm', '', ''),
    '_framework': '',
}
