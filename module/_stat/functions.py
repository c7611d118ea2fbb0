"""The functions of _stat: what st_mode says."""
from __future__ import absolute_import

from interpreter import ops
from interpreter.errors import OperationError, overflow_error, type_error
from interpreter.gateway import function
from interpreter.objects.int import W_AbstractInt
from interpreter.objects.wrap import newint
from module._stat.constants import FORMATS

_FORMAT = 0o170000
_LETTERS = {0o010000: 'p', 0o020000: 'c', 0o040000: 'd', 0o060000: 'b', 0o100000: '-', 0o120000: 'l', 0o140000: 's'}


def mode_of(w_mode):
    """A mode as an RPython int: TypeError if it is no int, OverflowError if it has more than 32 bits."""
    if not isinstance(w_mode, W_AbstractInt):
        raise type_error("an integer is required")
    if ops.lt_w(w_mode, newint(0)):
        raise overflow_error("can't convert negative value to unsigned int")
    try:
        mode = ops.int_w(w_mode)
    except OperationError:
        raise overflow_error("Python int too large to convert to C unsigned long")
    if mode > 0xFFFFFFFF:
        raise overflow_error("mode out of range")
    return mode


_SOURCE = '''
@function('S_IS%(kind)s(mode, /) -> bool')
def S_IS%(kind)s(w_mode):
    """Is it the mode of a %(words)s?"""
    mode = mode_of(w_mode)
    return %(format)d != 0 and mode & _FORMAT == %(format)d
'''
for _kind, _words in [('DIR', 'directory'), ('CHR', 'character device'), ('BLK', 'block device'), ('REG', 'regular file'),
                      ('FIFO', 'named pipe'), ('LNK', 'symbolic link'), ('SOCK', 'socket'), ('DOOR', 'door'), ('PORT', 'event port'),
                      ('WHT', 'whiteout')]:
    exec _SOURCE % {'kind': _kind, 'words': _words, 'format': FORMATS['S_IF' + _kind.lstrip('F')]}


@function('S_IMODE(mode, /) -> int')
def S_IMODE(w_mode):
    """The part of a mode that os.chmod() sets."""
    return mode_of(w_mode) & 0o7777


@function('S_IFMT(mode, /) -> int')
def S_IFMT(w_mode):
    """The part of a mode that says what kind of file it is."""
    return mode_of(w_mode) & _FORMAT


def permissions(bits, special, letter):
    """Three letters for one class of users; `special` is the bit that is shown as `letter` in place of x."""
    text = ('r' if bits & 4 else '-') + ('w' if bits & 2 else '-')
    if special:
        return text + (letter.lower() if bits & 1 else letter)
    return text + ('x' if bits & 1 else '-')


@function('filemode(mode, /) -> str')
def filemode(w_mode):
    """A mode as `ls -l` shows it: '-rwxr-xr-x'."""
    mode = mode_of(w_mode)
    return (_LETTERS.get(mode & _FORMAT, '?') + permissions(mode >> 6, mode & 0o4000, 'S') + permissions(mode >> 3, mode & 0o2000, 'S') +
            permissions(mode, mode & 0o1000, 'T'))
