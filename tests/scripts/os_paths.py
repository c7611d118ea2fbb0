"""os.path, os and pathlib on a temporary tree."""
import os
import os.path as p
import pathlib
import shutil
import tempfile
for x in ('/a/b/c.tar.gz', 'a/b/', '', '/', '//x//y', '.hidden', 'a/../b/./c', '~x', 'a.b/c', '..', 'name.'):
    print(repr(x), p.split(x), p.splitext(x), p.basename(x), p.dirname(x), p.normpath(x), p.isabs(x), p.join(x, 'z'), p.join('q', x))
print(p.join('a', '/b', 'c'), p.join('a', '', 'b'), p.commonpath(['/a/b/c', '/a/b/d']), p.commonprefix(['abc', 'abd']), p.relpath('/a/b/c', '/a/x'), p.expanduser('~nobody_here/x'), os.sep, os.curdir, os.pardir, os.linesep == '\n', os.name, os.extsep, os.devnull, p.splitdrive('/x'), p.join(b'a', b'b'))
root = tempfile.mkdtemp()
old = os.getcwd()
os.chdir(root)
os.makedirs('d/e/f')
os.mkdir('empty')
for name in ('d/1.txt', 'd/e/2.py', 'd/e/f/3.py', 'top.py'):
    with open(name, 'w') as f:
        f.write(name)
os.symlink('top.py', 'link')
for base, dirs, files in os.walk('.'):
    dirs.sort()
    print(base, dirs, sorted(files))
print(sorted(os.listdir('d')), sorted(e.name for e in os.scandir('.') if e.is_dir()), p.isfile('top.py'), p.isdir('d'), p.islink('link'), p.exists('none'), p.getsize('top.py'), os.stat('top.py').st_size, os.readlink('link'), p.samefile('link', 'top.py'), os.path.realpath('link') == p.join(p.realpath(root), 'top.py'), os.access('top.py', os.R_OK))
os.rename('top.py', 'moved.py')
os.replace('moved.py', 'top.py')
os.chmod('top.py', 0o640)
print(oct(os.stat('top.py').st_mode & 0o777), os.environ.get('NO_SUCH_VARIABLE', 'unset'), os.fspath(pathlib.Path('a') / 'b'), os.path.lexists('link'))
for bad in (lambda: os.listdir('none'), lambda: os.mkdir('d'), lambda: os.rmdir('d'), lambda: os.remove('none'), lambda: os.rename('none', 'x'), lambda: os.makedirs('d'), lambda: os.stat('none'), lambda: os.chdir('top.py'), lambda: os.fspath(5), lambda: os.environ['NO_SUCH_VARIABLE'], lambda: os.open('none', os.O_RDONLY), lambda: os.close(999), lambda: p.join('a', 5), lambda: os.readlink('top.py'), lambda: p.join('a', b'b')):
    try:
        bad()
        print('fine')
    except Exception as e:
        print(type(e).__name__, e)
fd = os.open('low', os.O_RDWR | os.O_CREAT, 0o600)
print(os.write(fd, b'hello'), os.lseek(fd, 1, os.SEEK_SET), os.read(fd, 3), os.fstat(fd).st_size, os.ftruncate(fd, 2), os.close(fd))
r, w = os.pipe()
os.write(w, b'through a pipe')
os.close(w)
print(os.read(r, 100), os.read(r, 1), os.close(r))
q = pathlib.Path('d/e/2.py')
print(q.name, q.stem, q.suffix, q.parent, q.parts, q.with_suffix('.txt'), q.read_text(), q.exists(), sorted(str(x) for x in pathlib.Path('.').rglob('*.py')), sorted(x.name for x in pathlib.Path('d').iterdir()), pathlib.PurePath('/a/b').relative_to('/a'), pathlib.Path('x').write_text('t'), q.match('*.py'), pathlib.PurePosixPath('a//b/../c'), q.is_file())
shutil.copy('x', 'y')
shutil.copytree('d', 'd2')
shutil.move('y', 'd2/y')
print(sorted(os.listdir('d2')), shutil.rmtree('d'), p.exists('d'))
os.environ['MADE_HERE'] = 'v'
print(os.getenv('MADE_HERE'), os.environ.pop('MADE_HERE'), 'MADE_HERE' in os.environ, isinstance(os.getpid(), int), os.cpu_count() >= 1, os.strerror(2))
os.chdir(old)
shutil.rmtree(root)
for f in (os.mkdir, os.rmdir, os.listdir, os.stat, os.remove, os.scandir, os.chdir, os.readlink, lambda path: os.rename(path, path), lambda path: os.open(path, 0), open):
    for path in (pathlib.Path('/nonexistent/x'), pathlib.Path('/nonexistent/x').__fspath__().encode()):
        try:
            f(path)
        except OSError as e:
            print(e, repr(e.filename), repr(e.filename2))
