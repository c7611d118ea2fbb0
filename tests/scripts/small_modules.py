"""Small modules around the system and others: _stat, grp, resource, _typing, _statistics."""
import _statistics
import _stat
import _typing
import grp
import os
import resource
import stat
import statistics
import sys
import typing


def attempt(f, *args, **kwds):
    try:
        print(f(*args, **kwds))
    except Exception as e:
        print(type(e).__name__, e)


class Index:
    def __index__(self):
        return 0


# ---- _stat
print([(name, value) for name, value in sorted(vars(_stat).items()) if isinstance(value, int)])
print(stat.filemode is _stat.filemode, [name for name in sorted(vars(_stat)) if name.startswith('S_IS') and callable(getattr(_stat, name))])
for kind in range(16):
    mode = kind << 12
    print([_stat.filemode(mode | bits) for bits in (0, 0o777, 0o7000, 0o7777, 0o4751, 0o2640, 0o1077)],
          [name for name in sorted(vars(_stat)) if name.startswith('S_IS') and callable(getattr(_stat, name)) and getattr(_stat, name)(mode)],
          oct(_stat.S_IFMT(mode | 0o1234)), oct(_stat.S_IMODE(mode | 0o1234)))
for value in (-1, 2 ** 32 - 1, 2 ** 32, 2 ** 70, -2 ** 70, 1.0, 'a', True, Index()):
    attempt(_stat.S_ISDIR, value)
    attempt(_stat.filemode, value)
print(stat.filemode(os.stat('/').st_mode)[0], stat.S_ISCHR(os.stat(os.devnull).st_mode))

# ---- grp
print(sorted(tuple(map(str, g)) for g in grp.getgrall()) == sorted(tuple(map(str, grp.getgrnam(g.gr_name))) for g in grp.getgrall()))
print(grp.getgrgid(0), grp.getgrgid(id=0).gr_name, grp.getgrnam(name=grp.getgrgid(0).gr_name).gr_gid, type(grp.getgrgid(Index()).gr_mem))
for argument in (3.5, '0', -1, -2, 2 ** 32 - 1, 2 ** 32, 2 ** 70, 99999, None):
    attempt(grp.getgrgid, argument)
for argument in (42, 'a\0b', 'no such group', b'root'):
    attempt(grp.getgrnam, argument)

# ---- resource
print([(name, value) for name, value in sorted(vars(resource).items()) if isinstance(value, int)], resource.error)
for name in ('NOFILE', 'STACK', 'CORE', 'AS'):
    number = getattr(resource, 'RLIMIT_' + name)
    limits = resource.getrlimit(number)
    print(type(limits), resource.setrlimit(number, list(limits)), resource.getrlimit(number) == limits, resource.prlimit(0, number) == limits)
soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
print(resource.prlimit(os.getpid(), resource.RLIMIT_CORE, (0, hard)) == (soft, hard), resource.getrlimit(resource.RLIMIT_CORE)[0])
for arguments in [(99,), (-1,), (2.0,)]:
    attempt(resource.getrlimit, *arguments)
for arguments in [(7, 7), (7, (1,)), (7, (5, 4)), (7, 'ab'), (99, (1, 1))]:
    attempt(resource.setrlimit, *arguments)
for arguments in [(-1, 7), (0, 99), (0, 7, 4), (0, 7, (1,)), (0, 7, (5, 4))]:
    attempt(resource.prlimit, *arguments)
for arguments in [(42,), (0.0,)]:
    attempt(resource.getrusage, *arguments)
usage = resource.getrusage(resource.RUSAGE_SELF)
print(len(usage), usage.ru_utime + usage.ru_stime > 0, usage.ru_maxrss > 1000, type(usage).__name__, usage[0] == usage.ru_utime)
print(resource.getpagesize() == os.sysconf('SC_PAGE_SIZE'), resource.getrusage(resource.RUSAGE_THREAD).ru_stime >= 0)

# ---- _typing, _statistics
UserId = typing.NewType('UserId', int)
print(UserId(5), _typing._idfunc('x'))
print(UserId.__name__)
for p in (5e-324, 1e-300, 1e-12, 0.01, 0.07, 0.075, 0.08, 0.3, 0.5, 0.77, 0.925, 0.93, 0.99, 1 - 1e-12, 1 - 2 ** -53, float('nan'), 0, 1.0, 2, 'a'):
    attempt(_statistics._normal_dist_inv_cdf, p, 1.5, 2.25)
attempt(_statistics._normal_dist_inv_cdf, 0.5, 0, 0)
attempt(_statistics._normal_dist_inv_cdf, 0.5)
print(statistics.NormalDist(100, 15).inv_cdf(0.975), statistics.NormalDist().quantiles(4))
