"""The constants of _stat, as Linux has them; 0 for the kinds of files that Linux does not know."""
from __future__ import absolute_import

# kinds of files
FORMATS = {'S_IFIFO': 0o010000, 'S_IFCHR': 0o020000, 'S_IFDIR': 0o040000, 'S_IFBLK': 0o060000, 'S_IFREG': 0o100000, 'S_IFLNK': 0o120000,
           'S_IFSOCK': 0o140000, 'S_IFDOOR': 0, 'S_IFPORT': 0, 'S_IFWHT': 0}
_PERMISSIONS = {'S_ISUID': 0o4000, 'S_ISGID': 0o2000, 'S_ENFMT': 0o2000, 'S_ISVTX': 0o1000,
                'S_IRWXU': 0o700, 'S_IRUSR': 0o400, 'S_IWUSR': 0o200, 'S_IXUSR': 0o100, 'S_IREAD': 0o400, 'S_IWRITE': 0o200, 'S_IEXEC': 0o100,
                'S_IRWXG': 0o070, 'S_IRGRP': 0o040, 'S_IWGRP': 0o020, 'S_IXGRP': 0o010,
                'S_IRWXO': 0o007, 'S_IROTH': 0o004, 'S_IWOTH': 0o002, 'S_IXOTH': 0o001}
# of chflags(), which Linux lacks
_FLAGS = {'UF_NODUMP': 0x1, 'UF_IMMUTABLE': 0x2, 'UF_APPEND': 0x4, 'UF_OPAQUE': 0x8, 'UF_NOUNLINK': 0x10, 'UF_COMPRESSED': 0x20,
          'UF_HIDDEN': 0x8000, 'SF_ARCHIVED': 0x10000, 'SF_IMMUTABLE': 0x20000, 'SF_APPEND': 0x40000, 'SF_NOUNLINK': 0x100000,
          'SF_SNAPSHOT': 0x200000}
# the places in the result of os.stat()
_FIELDS = ['MODE', 'INO', 'DEV', 'NLINK', 'UID', 'GID', 'SIZE', 'ATIME', 'MTIME', 'CTIME']

CONSTANTS = {}
CONSTANTS.update(FORMATS)
CONSTANTS.update(_PERMISSIONS)
CONSTANTS.update(_FLAGS)
for _place, _name in enumerate(_FIELDS):
    CONSTANTS['ST_' + _name] = _place
