"""os: files, folders, the environment, pipes and processes."""
import os
import stat
import sys
import tempfile

folder = tempfile.mkdtemp()
old = os.getcwd()
os.chdir(folder)
os.mkdir('sub')
os.makedirs('a/b/c')
with open('f', 'w') as f:
    f.write('12345')
st = os.stat('f')
print(st.st_size, stat.S_ISREG(st.st_mode), st[6] == st.st_size, len(st), type(st).__name__)
print(st.st_mtime_ns // 10 ** 9 == int(st.st_mtime), os.fstat(0)[0] != 0)
os.chmod('f', 0o640)
print(oct(os.stat('f').st_mode & 0o777), os.access('f', os.R_OK), os.access('nothing', os.F_OK))
os.utime('f', (1000, 2000.5))
print(os.stat('f').st_atime, os.stat('f').st_mtime)
os.utime('f', ns=(5 * 10 ** 9 + 1, 6 * 10 ** 9 + 2))
print(os.stat('f').st_mtime_ns)
os.rename('f', 'g')
os.link('g', 'h')
os.symlink('g', 'link')
print(sorted(os.listdir()), os.readlink('link'), os.stat('g').st_nlink, stat.S_ISLNK(os.lstat('link').st_mode))
print(sorted(os.listdir(b'.'))[:2], os.path.samefile('g', 'link'))
print(sorted((d, sorted(ds), sorted(fs)) for d, ds, fs in os.walk('.')))
for function, args in [(os.mkdir, ('sub',)), (os.rmdir, ('a',)), (os.remove, ('sub',)), (os.listdir, ('nope',)), (os.stat, ('nope',)),
                       (os.rename, ('nope', 'x')), (os.open, ('nope', os.O_RDONLY)), (os.close, (9999,)), (os.stat, (3.5,)),
                       (os.mkdir, ('x\0y',)), (os.fspath, (1,)), (os.strerror, (2,)), (os.read, (9999, 1))]:
    try:
        print(function(*args))
    except Exception as e:
        print(function.__name__, type(e).__name__, e)
r, w = os.pipe()
print(os.write(w, b'hello'), os.read(r, 3), os.get_inheritable(r))
os.close(w)
print(os.read(r, 10), os.read(r, 10))
os.close(r)
fd = os.open('g', os.O_RDWR | os.O_CREAT)
print(os.lseek(fd, 2, 0), os.read(fd, 2), os.pread(fd, 3, 0), os.pwrite(fd, b'Z', 0), os.ftruncate(fd, 3), os.isatty(fd))
fd2 = os.dup(fd)
os.close(fd)
print(os.fstat(fd2).st_size)
os.close(fd2)
os.environ['PYPYSTM_TEST'] = 'v\u00e9'
print(os.getenv('PYPYSTM_TEST'), os.environb[b'PYPYSTM_TEST'], os.system('test "$PYPYSTM_TEST" = "v\u00e9"'))
del os.environ['PYPYSTM_TEST']
print(os.getenv('PYPYSTM_TEST', 'gone'))
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    os._exit(7)
pid2, status = os.waitpid(pid, 0)
print(pid == pid2, os.WIFEXITED(status), os.WEXITSTATUS(status), os.waitstatus_to_exitcode(status))
print(len(os.urandom(16)), os.urandom(8) != os.urandom(8), os.getpid() > 0, os.cpu_count() > 0, os.sep, os.name, os.uname().sysname)
print(os.path.normpath('/a/./b/../c//d/'), os.path.normpath('..//a/..'), os.path.normpath(''), os.path.relpath('/a/b', '/a/c'))
print(os.fsencode('\udcff\u00e9'), ascii(os.fsdecode(b'\xff\xc3\xa9')), os.umask(0o22) >= 0)
print(os.stat_result(range(10)).st_size, os.terminal_size((80, 24)), os.times().user >= 0)
with os.scandir('.') as it:
    entries = sorted(it, key=lambda e: e.name)
print([(e.name, e.is_dir(), e.is_symlink(), e.inode() > 0) for e in entries], entries[0])
os.chdir(old)
import shutil
shutil.rmtree(folder)
print(os.path.exists(folder))
for name in 'setuid', 'setegid', 'setreuid', 'setresgid':
    function = getattr(os, name)
    for ids in (1 << 32, 0, 0), (1 << 70, 0, 0), (-2, 0, 0), (-1 << 70, 0, 0), (1.5, 0, 0), ('x', 0, 0):
        try:
            function(*ids[:1 if name[3:-3] in ('', 'e') else 2 if 'res' not in name else 3])
        except (OverflowError, TypeError) as e:
            print(name, type(e))
for ids in (1 << 32, 0), (0, -2), (0, 'x'):
    for f, target in (os.chown, '.'), (os.lchown, '.'), (os.fchown, 0):
        try:
            f(target, *ids)
        except (OverflowError, TypeError) as e:
            print(f.__name__, type(e))
