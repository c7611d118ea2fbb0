"""Which public methods, attributes and functions of built-in types and modules have no docstring: as few as in CPython."""

import _collections
import _io
import _random
import _struct
import _thread
import array
import builtins
import collections
import grp
import itertools
import json.encoder
import json.scanner
import os
import posix
import pwd
import resource
import select
import signal
import socket
import sys
import time
import types


def missing(names):
    return sorted(name for name, value in names.items() if not name.startswith('__') and not value.__doc__)


def attributes(cls):
    """The methods and descriptors that the class itself defines, not what is defined only in CPython."""
    absent = {_io._RawIOBase: ('readinto', 'write'), _io.StringIO: ('closed',)}.get(cls, ('_finalizing', '_dealloc_warn'))
    return {name: value for name, value in vars(cls).items() if hasattr(type(value), '__get__') and name not in absent}


def functions(module):
    return {name: value for name, value in vars(module).items()
            if callable(value) and not isinstance(value, type) and name != 'memfd_create'}      # CPython has no docstring for it


plain = [object, type, int, bool, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice, memoryview, property, staticmethod,
         classmethod, super, enumerate, reversed, map, zip, filter, collections.deque, collections.defaultdict, _struct.Struct, array.array, _random.Random,
         itertools.chain, socket.SocketType, os.DirEntry, select.epoll,
         _thread.LockType, _thread.RLock, _thread._local]
views = [types.MappingProxyType, type({}.keys()), type({}.values()), type({}.items())]
others = [types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType, json.encoder.c_make_encoder, json.scanner.c_make_scanner]
exceptions = [value for name, value in sorted(vars(builtins).items()) if isinstance(value, type) and issubclass(value, BaseException)]
sequences = [os.stat_result, os.statvfs_result, os.uname_result, os.times_result, os.waitid_result, os.sched_param, os.terminal_size, time.struct_time,
             signal.struct_siginfo, pwd.struct_passwd, grp.struct_group, resource.struct_rusage,
             _thread._ExceptHookArgs, type(sys.version_info), type(sys.flags), type(sys.float_info),
             type(sys.int_info), type(sys.hash_info), type(sys.thread_info)]
streams = [_io._IOBase, _io._RawIOBase, _io._BufferedIOBase, _io._TextIOBase, _io.FileIO, _io.BytesIO, _io.StringIO, _io.BufferedReader,
           _io.BufferedWriter, _io.BufferedRandom, _io.BufferedRWPair, _io.TextIOWrapper, _io.IncrementalNewlineDecoder]
for cls in plain + views + others + exceptions + sequences + streams:
    print(cls.__name__, missing(attributes(cls)))
print([cls.__name__ for cls in plain + exceptions + sequences + streams if not cls.__doc__])
modules = [posix, _io, _thread, _struct, _collections, array, itertools, time, pwd]
for module in modules:
    print(module.__name__.lstrip('_'), missing(functions(module)))
print([module.__name__ for module in modules + [_random] if not module.__doc__])
