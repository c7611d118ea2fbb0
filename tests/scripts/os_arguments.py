"""What functions of os say to wrong arguments and failures; results of stat, scandir, walk; the tables of names."""
import gc
import os
import pwd
import shutil
import tempfile
import warnings


def t(f,*a,**k):
    if isinstance(f, str):
        f = getattr(os, f)
    try:
        print(f.__name__, '->', f(*a, **k))
    except Exception as e:
        print(f.__name__, repr(a)[:60], k, type(e).__name__, e)


d=tempfile.mkdtemp()
os.chdir(d)
open('f','w').close()
CALLS = [
    ('stat',()), ('stat',('f',1)), ('stat',(None,)), ('stat',(1.5,)), ('lstat',(3,)), ('chmod',('f',)), ('chmod',('f','x')),
    ('mkdir',(5,)), ('mkdir',('a','x')), ('rename',('f',)), ('rename',('f',5)), ('rename',('no','b')), ('link',('no','b')),
    ('symlink',('f',5)), ('symlink',('f','f')), ('readlink',('f',)), ('listdir',(5.5,)), ('listdir',('f',)), ('unlink',(None,)),
    ('remove',('none',)), ('rmdir',('f',)), ('access',('f','x')), ('access',('f',)), ('open',('f',)), ('open',('f','x')),
    ('open',('f',0,'x')), ('open',(5,0)), ('open',('f',2**40)), ('close',('x',)), ('close',(2**40,)), ('close',()), ('read',(0,)),
    ('read',(0,'x')), ('read',(9999,-1)), ('write',(1,'x')), ('write',(1,)), ('lseek',(0,0)), ('lseek',(9999,0,0)), ('dup',('x',)),
    ('dup2',(0,)), ('pipe',(1,)), ('pipe2',('x',)), ('isatty',('x',)), ('isatty',(9999,)), ('ttyname',(9999,)), ('ftruncate',(9999,0)),
    ('truncate',('no',0)), ('truncate',('f','x')), ('truncate',('f',-1)), ('fsync',('x',)), ('get_inheritable',(9999,)),
    ('set_inheritable',(9999,True)), ('get_blocking',(9999,)), ('set_blocking',(9999,True)), ('get_terminal_size',(9999,)),
    ('get_terminal_size',('x',)), ('sendfile',(1,)), ('kill',('x',0)), ('kill',(0,2**40)), ('killpg',(10**6,0)), ('waitpid',(-1,0)),
    ('waitpid',('x',0)), ('wait',()), ('wait3',(0,)), ('wait4',(-1,0)), ('waitid',(0,0,4)), ('system',(5,)), ('system',()),
    ('putenv',('a=b','c')), ('putenv',('','c')), ('putenv',(5,'c')), ('unsetenv',('',)), ('unsetenv',('a=b',)), ('unsetenv',('a\0b',)),
    ('umask',('x',)), ('umask',()), ('getpgid',(-1,)), ('getsid',(-1,)), ('getsid',()), ('tcgetpgrp',(9999,)), ('sysconf',('x',)),
    ('sysconf',(9999,)), ('sysconf',(1.5,)), ('confstr',('x',)), ('confstr',(9999,)), ('pathconf',('f','x')),
    ('pathconf',('no','PC_NAME_MAX')), ('pathconf',('f','PC_NAME_MAX')), ('fpathconf',(9999,'PC_NAME_MAX')), ('strerror',(9999,)),
    ('strerror',('x',)), ('urandom',(-1,)), ('urandom',('x',)), ('getrandom',(-1,)), ('WEXITSTATUS',('x',)), ('WIFEXITED',(256,)),
    ('waitstatus_to_exitcode',(5,)), ('waitstatus_to_exitcode',(0x57f,)), ('waitstatus_to_exitcode',('x',)), ('utime',('f',5)),
    ('utime', ('f',(1,))), ('utime', ('f',('x',1))), ('utime',('no',)), ('utime', ('f',(float('nan'),1))), ('mkfifo',('f',)),
    ('mknod',('f',)), ('chroot',('none',)), ('fchdir',(9999,)), ('fchdir',('x',)), ('fchmod',(9999,0)), ('fchown',(9999,0,0)),
    ('execv',('x',)), ('execv',('nope',['a'])), ('execve',('nope',['a'],{})), ('execve',('nope',['a'],5)), ('execv',('nope',5)),
    ('execv',('nope',[])), ('register_at_fork',()), ('register_at_fork',()), ('fspath',(5,)), ('fsencode',(5,)), ('fsdecode',(5,)),
    ('device_encoding',(9999,)), ('device_encoding',('x',)), ('statvfs',('no',)), ('fstatvfs',(9999,)), ('fstat',('x',)),
    ('scandir',('no',)), ('scandir',(5.5,)), ('lockf',(9999,0,0)), ('getpid',(1,)), ('cpu_count',(1,)), ('times',(1,)), ('uname',(1,)),
    ('getcwd',(1,)), ('getenv',(5,)), ('makedirs',('f',)), ('removedirs',('no',)), ('renames',('no','x')), ('walk',()),
    ('closerange',(5,)), ('closerange',('x',1))]
for n, a in CALLS:
    t(n,*a)
t('stat','f',dir_fd='x')
t('stat',0,dir_fd=0)
t('open','f',0,dir_fd=9999)
t('stat','f',follow_symlinks=False,foo=1)
t('utime','f',times=(1,2),ns=(1,2))
t('utime','f',ns=(1,))
t('chmod','f',0o644,follow_symlinks=False)
t('access','f',0,effective_ids=True)
t('chown','f',-1,-1,follow_symlinks=False)
t('rename','f','f2',src_dir_fd='x')
t('mkdir','zz',dir_fd=9999)
t('link','f','l',follow_symlinks=False)
t('unlink','f2',dir_fd=1.5)
st=os.stat('f')
print(len(st),st.n_fields,st.n_sequence_fields,st.n_unnamed_fields,[x for x in dir(st) if x.startswith('st_')],type(st.st_atime))
print(os.stat_result.__match_args__)
t(os.stat_result,range(9))
t(os.stat_result,range(20))
t(os.stat_result,5)
x=os.stat_result(range(12))
print(x.st_atime,x.st_mtime,x)
x=os.stat_result(range(10))
print(x.st_atime,x.st_atime_ns,x.st_blksize)
sv=os.statvfs('.')
print(len(sv),[n for n in dir(sv) if n[0]=='f'],type(sv).__name__,type(sv).__module__)
u=os.uname()
print(u.sysname,type(u))
print(type(os.times()),os.times().n_fields)
t(os.terminal_size,5)
t(os.terminal_size,(1,))
print(os.terminal_size((1,2)).lines)
os.mkdir('sub')
os.symlink('f','ln')
os.symlink('sub','ld')
os.symlink('none','broken')
open('sub/x','w').close()
with os.scandir() as it:
    es=sorted(it,key=lambda e:e.name)
for e in es: print(e,e.name,e.path,e.is_dir(),e.is_file(),e.is_symlink(),e.is_dir(follow_symlinks=False),e.is_file(follow_symlinks=False),e.inode()==os.lstat(e.path).st_ino,os.fspath(e)==e.path,e.stat(follow_symlinks=False).st_ino==os.lstat(e.path).st_ino)
e=es[0]
print(type(e))
t(type(e))
t(e.stat)
t(e.stat,1)
t(e.is_dir,follow=1)
try: e.name='x'
except Exception as ex: print(type(ex).__name__,ex)
try: e.foo=1
except Exception as ex: print(type(ex).__name__,ex)
print([x for x in dir(e) if x[0]!='_'], e.__class__.__doc__ is not None)

it=os.scandir(b'.')
x=next(it)
print(type(x.name),type(x.path))
it.close()
print(list(it))
print(next(it, None))
print(type(it).__name__,type(it).__module__)
t(type(it))
it=os.scandir('sub')
print([q.path for q in it])
it.close()
it.close()
it=os.scandir('sub/')
print([q.path for q in it])
fd=os.open('sub',os.O_RDONLY)
print([ (q.path,q.is_file(), q.stat().st_size) for q in os.scandir(fd)],os.listdir(fd))
for top in ('.',b'sub'):
    print(sorted((a,sorted(b),sorted(c)) for a,b,c in os.walk(top)))
print(sorted((a,sorted(b),sorted(c)) for a,b,c in os.walk('.',topdown=False,followlinks=True)))
print([(a,b,c) for a,b,c,dd in os.fwalk('sub')])
print(list(os.walk('none')))
print(os.get_exec_path()[:1]!=[], os.supports_bytes_environ, sorted(f.__name__ for f in os.supports_dir_fd), sorted(f.__name__ for f in os.supports_fd), sorted(f.__name__ for f in os.supports_follow_symlinks), sorted(f.__name__ for f in os.supports_effective_ids))
print(len(os.sysconf_names),len(os.confstr_names),len(os.pathconf_names),os.sysconf('SC_PAGESIZE'),os.confstr('CS_PATH'),os.sysconf('SC_OPEN_MAX')>0, os.sysconf('SC_CLK_TCK'))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    for ends in (next, list, lambda it: it.close(), iter):
        ends(os.scandir('sub'))
        gc.collect()
print([str(w.message).split(' at 0x')[0] for w in caught])
os.chdir('/')
shutil.rmtree(d)

for uid in (2 ** 128, -2 ** 128, -1, -2, 2 ** 32, 1.5, 'x', 10 ** 6):
    t(pwd.getpwuid, uid)
for name in ('a\0b', 'nope', 5):
    t(pwd.getpwnam, name)
