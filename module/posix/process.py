"""Processes, the environment and the machine."""
from __future__ import absolute_import

import errno

from rpython.rlib import rposix
from rpython.rlib.rarithmetic import intmask, widen
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter import errors, ops
from interpreter.fscodec import fsdecode
from interpreter.gateway import function
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newint, newbytes, newstr, newtuple, newfloat, newdict
from module.posix import clib
from module.posix.constants import confstr_names, pathconf_names, sysconf_names
from module.posix.fd import emit, fd_close
from module.posix.path import Path, path_arg, check, failure, fd_arg, fileno_arg, interrupted, run_signal_handlers
from module.structseq import make_structseq

W_UnameResult = make_structseq('uname_result', 'posix', ['sysname', 'nodename', 'release', 'version', 'machine'],
                               doc="What uname() returns.",
                               docs=["The name of the system.", "The name of the machine in its network.", "The release of the system.",
                                     "The version of the release.", "The kind of hardware."])
W_TimesResult = make_structseq('times_result', 'posix', ['user', 'system', 'children_user', 'children_system', 'elapsed'],
                               doc="What times() returns, in seconds.",
                               docs=["The time in this process's code.", "The time in the system for this process.",
                                     "The time in the code of ended children.", "The time in the system for ended children.",
                                     "The time since a moment in the past."])
W_WaitidResult = make_structseq('waitid_result', 'posix', ['si_pid', 'si_uid', 'si_signo', 'si_status', 'si_code'],
                                doc="What waitid() returns.")
W_Rusage = make_structseq('struct_rusage', 'resource', [
    'ru_utime', 'ru_stime', 'ru_maxrss', 'ru_ixrss', 'ru_idrss', 'ru_isrss', 'ru_minflt', 'ru_majflt', 'ru_nswap', 'ru_inblock',
    'ru_oublock', 'ru_msgsnd', 'ru_msgrcv', 'ru_nsignals', 'ru_nvcsw', 'ru_nivcsw'])


def _int(value):
    return rffi.cast(rffi.INT, value)


# ---- the environment

def environment():
    """() -> W_Dict of bytes to bytes: what os.environ is made from."""
    w_dict = newdict()
    i = 0
    while True:
        entry = clib.c_environ(i)
        if not entry:
            return w_dict
        text = rffi.charp2str(entry)
        equal = text.find('=', 1)
        if equal >= 0:
            w_key = newbytes(text[:equal])
            if w_dict.getitem(w_key) is None:
                w_dict.setitem(w_key, newbytes(text[equal + 1:]))
        i += 1


def _env_bytes(name, what):
    if '\x00' in name:
        raise errors.value_error("embedded null byte")
    return name


@function('putenv(name: fspath, value: fspath, /) -> None')
def putenv(name, value):
    """Sets an environment variable for child programs."""
    if '=' in name:
        raise errors.value_error("illegal environment variable name")
    check(widen(clib.c_setenv(_env_bytes(name, 'name'), _env_bytes(value, 'value'), _int(1))))


@function('unsetenv(name: fspath, /) -> None')
def unsetenv(name):
    """Removes an environment variable for child programs."""
    check(widen(clib.c_unsetenv(_env_bytes(name, 'name'))))


# ---- this process

@function('getpid() -> int')
def getpid():
    """The number of this process."""
    return widen(clib.c_getpid())


@function('getppid() -> int')
def getppid():
    """The number of the parent process."""
    return widen(clib.c_getppid())


@function('getpgid(pid: int) -> int')
def getpgid(pid):
    """The process group of a process."""
    return check(widen(clib.c_getpgid(_int(pid))))


@function('setpgid(pid: int, pgrp: int, /) -> None')
def setpgid(pid, pgrp):
    """Puts a process into a process group."""
    check(widen(clib.c_setpgid(_int(pid), _int(pgrp))))


@function('setpgrp() -> None')
def setpgrp():
    """Makes this process the leader of a process group of its own."""
    check(widen(clib.c_setpgrp()))


@function('getsid(pid: int, /) -> int')
def getsid(pid):
    """The session of a process."""
    return check(widen(clib.c_getsid(_int(pid))))


@function('setsid() -> None')
def setsid():
    """Starts a new session with this process as its leader."""
    check(widen(clib.c_setsid()))


@function('tcgetpgrp(fd, /) -> int')
def tcgetpgrp(w_fd):
    """The process group in the foreground of a terminal."""
    return check(widen(clib.c_tcgetpgrp(_int(fd_arg(w_fd)))))


@function('tcsetpgrp(fd, pgid: int, /) -> None')
def tcsetpgrp(w_fd, pgid):
    """Brings a process group to the foreground of a terminal."""
    check(widen(clib.c_tcsetpgrp(_int(fd_arg(w_fd)), _int(pgid))))


@function('umask(mask: int, /) -> int')
def umask(mask):
    """Sets which permissions new files do not get and returns the mask that was set before."""
    return intmask(clib.c_umask(rffi.cast(rffi.MODE_T, mask)))


@function('ctermid() -> str')
def ctermid():
    """The file name of the controlling terminal."""
    return '/dev/tty'


@function('times()')
def times():
    """The processor times of this process and of its children, and the elapsed real time, in seconds."""
    with lltype.scoped_alloc(clib.LONGS, 5) as out:
        check(clib.c_times(out))
        ticks = float(clib.c_sysconf(sysconf_names['SC_CLK_TCK']))
        return W_TimesResult.build([newfloat(out[i] / ticks) for i in range(5)])


@function('_exit(status: int) -> None')
def _exit(status):
    """Ends the process at once, without clean-up."""
    emit()
    clib.c__exit(_int(status))


@function('abort() -> None')
def abort():
    """Ends the process by the signal SIGABRT."""
    emit()
    clib.c_abort()


# ---- other processes

class AtFork(object):
    """What os.register_at_fork registered."""

    def __init__(self):
        self.before_w = []
        self.parent_w = []
        self.child_w = []


at_fork = AtFork()


@function('register_at_fork(*, before=?, after_in_child=?, after_in_parent=?) -> None')
def register_at_fork(w_before, w_child, w_parent):
    """Registers functions that fork() calls."""
    if w_before is None and w_child is None and w_parent is None:
        raise errors.type_error("At least one argument is required.")
    check_callable(w_before, 'before')
    check_callable(w_child, 'after_in_child')
    check_callable(w_parent, 'after_in_parent')
    if w_before is not None:
        at_fork.before_w.append(w_before)
    if w_child is not None:
        at_fork.child_w.append(w_child)
    if w_parent is not None:
        at_fork.parent_w.append(w_parent)


def check_callable(w_function, name):
    if w_function is not None and not ops.callable(w_function):
        raise errors.type_error("'%s' must be callable, not %s" % (name, w_function.gettype().name))


def call_all(functions_w):
    """Calls registered functions; their exceptions are reported."""
    from interpreter.eval.hooks import report_unraisable
    for w_function in functions_w:
        try:
            w_function.call0()
        except errors.OperationError as e:
            report_unraisable(e, None, w_function)


def before_fork():
    """Calls what was registered, and lets the transaction's output out: the child must not repeat it."""
    before_w = at_fork.before_w[:]
    before_w.reverse()
    call_all(before_w)
    emit()


def after_fork(pid):
    """In both processes: pid is 0 in the child."""
    if pid == 0:
        from module._thread import threads
        threads.after_fork_in_child()
        from module._io.exclusive import forks
        forks.count += 1
        call_all(at_fork.child_w[:])
    else:
        call_all(at_fork.parent_w[:])


@function('fork() -> int')
def fork():
    """Splits the process in two; returns 0 in the child and the child's number in the parent."""
    before_fork()
    try:
        pid = rposix.fork()
    except OSError as e:
        raise errors.os_error(e.errno, None)
    after_fork(pid)
    return pid


@function('forkpty()')
def forkpty():
    """Forks; the child has a new terminal.  The process id, and the descriptor of the terminal's other side."""
    with lltype.scoped_alloc(clib.LONGS, 2) as pair:
        check(clib.c_openpty(pair))
        master, slave = pair[0], pair[1]
    check(clib.c_set_inheritable(master, 0))
    try:
        pid = fork()
    except errors.OperationError:
        fd_close(master)
        fd_close(slave)
        raise
    if pid == 0:
        clib.c_close(_int(master))
        if widen(clib.c_login_tty(_int(slave))) < 0:
            clib.c__exit(_int(1))
    else:
        fd_close(slave)
    return newtuple([newint(pid), newint(master)])


@function('login_tty(fd, /) -> None')
def login_tty(w_fd):
    """Makes a terminal this process's controlling terminal, its input and its output."""
    check(widen(clib.c_login_tty(_int(fileno_arg(w_fd)))))


@function('kill(pid: int, signal: int, /) -> None')
def kill(pid, signal):
    """Sends a signal to a process."""
    emit()
    check(widen(clib.c_kill(_int(pid), _int(signal))))
    run_signal_handlers()


@function('killpg(pgid: int, signal: int, /) -> None')
def killpg(pgid, signal):
    """Sends a signal to a process group."""
    emit()
    check(widen(clib.c_killpg(_int(pgid), _int(signal))))


@function('system(command: fspath) -> int')
def system(command):
    """Runs a command in a shell and returns its wait status."""
    if '\x00' in command:
        raise errors.value_error("embedded null byte")
    emit()
    return widen(clib.c_system(command))


def _wait(pid, options, out):
    while True:
        result = clib.c_wait4(pid, options, out)
        if result >= 0 or not interrupted():
            return check(result)


def _rusage(out):
    fields_w = [newfloat(out[1] * 1e-6), newfloat(out[2] * 1e-6)]
    for i in range(3, 17):
        fields_w.append(newint(out[i]))
    return W_Rusage.build(fields_w)


@function('wait()')
def wait():
    """Waits until any child ends and returns its process number and its status."""
    with lltype.scoped_alloc(clib.LONGS, 17) as out:
        pid = _wait(-1, 0, out)
        return newtuple([newint(pid), newint(out[0])])


@function('waitpid(pid: int, options: int, /)')
def waitpid(pid, options):
    """Waits for a child as options say and returns its process number and its status."""
    with lltype.scoped_alloc(clib.LONGS, 17) as out:
        pid = _wait(pid, options, out)
        return newtuple([newint(pid), newint(out[0])])


@function('wait3(options: int)')
def wait3(options):
    """Waits for any child and returns its process number, its status and the resources that it used."""
    with lltype.scoped_alloc(clib.LONGS, 17) as out:
        pid = _wait(-1, options, out)
        return newtuple([newint(pid), newint(out[0]), _rusage(out)])


@function('wait4(pid: int, options: int)')
def wait4(pid, options):
    """Waits for a child and returns its process number, its status and the resources that it used."""
    with lltype.scoped_alloc(clib.LONGS, 17) as out:
        pid = _wait(pid, options, out)
        return newtuple([newint(pid), newint(out[0]), _rusage(out)])


@function('waitid(idtype: int, id: int, options: int, /)')
def waitid(idtype, id, options):
    """Waits for one or several children; a waitid_result, or None if none changed and WNOHANG was given."""
    with lltype.scoped_alloc(clib.LONGS, 5) as out:
        while True:
            result = clib.c_waitid(idtype, id, options, out)
            if result >= 0 or not interrupted():
                break
        check(result)
        if out[0] == 0:
            return w_None
        return W_WaitidResult.build([newint(out[i]) for i in range(5)])


@function('WIFEXITED(status: int) -> bool')
def WIFEXITED(status):
    """Does the status say that the process ended by exit()?"""
    return status & 0x7F == 0


@function('WEXITSTATUS(status: int) -> int')
def WEXITSTATUS(status):
    """The exit code in a status."""
    return (status >> 8) & 0xFF


@function('WIFSIGNALED(status: int) -> bool')
def WIFSIGNALED(status):
    """Does the status say that a signal ended the process?"""
    return status & 0x7F != 0 and status & 0x7F != 0x7F


@function('WTERMSIG(status: int) -> int')
def WTERMSIG(status):
    """The signal that ended the process, from its status."""
    return status & 0x7F


@function('WIFSTOPPED(status: int) -> bool')
def WIFSTOPPED(status):
    """Does the status say that the process was stopped?"""
    return status & 0xFF == 0x7F


@function('WSTOPSIG(status: int) -> int')
def WSTOPSIG(status):
    """The signal that stopped the process, from its status."""
    return (status >> 8) & 0xFF


@function('WIFCONTINUED(status: int) -> bool')
def WIFCONTINUED(status):
    """Does the status say that a stopped process went on?"""
    return status == 0xFFFF


@function('WCOREDUMP(status: int, /) -> bool')
def WCOREDUMP(status):
    """Does the status say that the process left a core dump?"""
    return status & 0x80 != 0


@function('waitstatus_to_exitcode(status: int) -> int')
def waitstatus_to_exitcode(status):
    """The exit code in a wait status; the negative number of the signal where one ended the process."""
    if status & 0x7F == 0:
        return (status >> 8) & 0xFF
    if status & 0xFF == 0x7F:
        raise errors.value_error("process stopped by delivery of signal %d" % ((status >> 8) & 0xFF))
    if status == 0xFFFF or status & 0x7F == 0x7F:
        raise errors.value_error("invalid wait status: %d" % status)
    return -(status & 0x7F)


def argument_list(w_args, name):
    """A tuple or list of file names -> [str], not empty; name: what errors call it.  TypeError, ValueError."""
    from interpreter.objects.tuple import W_Tuple
    from interpreter.objects.list import W_List
    if not isinstance(w_args, W_Tuple) and not isinstance(w_args, W_List):
        raise errors.type_error("%s must be a tuple or list" % name)
    args = []
    for w_arg in ops.listview(w_args):
        arg = ops.fspath_w(w_arg)
        assert arg is not None
        if '\x00' in arg:
            raise errors.value_error("embedded null byte")
        args.append(arg)
    if len(args) == 0:
        raise errors.value_error("%s must not be empty" % name)
    if args[0] == '':
        raise errors.value_error("%s first element cannot be empty" % name)
    return args


def environment_list(w_env, function_name):
    """A mapping of names to values -> ['NAME=value']."""
    result = []
    if ops.getattr_or_none(w_env, 'keys') is None:
        raise errors.type_error("%s: environment must be a mapping object" % function_name)
    keys_w = ops.listview(ops.call_method0(w_env, 'keys'))
    for w_key in keys_w:
        name = ops.fspath_w(w_key)
        value = ops.fspath_w(ops.getitem(w_env, w_key))
        assert name is not None and value is not None
        if '\x00' in name or '\x00' in value:
            raise errors.value_error("embedded null byte")
        if '=' in name[1:]:
            raise errors.value_error("illegal environment variable name")
        result.append(name + '=' + value)
    return result


def _current_environment():
    result = []
    i = 0
    while True:
        entry = clib.c_environ(i)
        if not entry:
            return result
        result.append(rffi.charp2str(entry))
        i += 1


def _execve(path, args, env, names_path):
    emit()
    c_args = rffi.liststr2charpp(args)
    c_env = rffi.liststr2charpp(env)
    if path.fd != -1:
        clib.c_fexecve(_int(path.fd), c_args, c_env)
    else:
        clib.c_execve(path.name, c_args, c_env)
    rffi.free_charpp(c_env)
    rffi.free_charpp(c_args)
    raise failure(path if names_path else None)


@function('execv(path, argv, /) -> None')
def execv(w_path, w_argv):
    """Replaces this program by another, with a list of arguments."""
    path = path_arg(w_path, 'execv')
    args = argument_list(w_argv, 'execv() arg 2')
    _execve(path, args, _current_environment(), False)


@function('execve(path, argv, env) -> None')
def execve(w_path, w_argv, w_env):
    """Replaces this program by another, with a list of arguments and a mapping as its environment."""
    path = path_arg(w_path, 'execve', allow_fd=True)
    args = argument_list(w_argv, 'execve() arg 2')
    _execve(path, args, environment_list(w_env, 'execve'), True)


# ---- the machine

@function('uname()')
def uname():
    """The system's name, the machine's name, the release, the version and the kind of hardware."""
    return W_UnameResult.build([newstr(fsdecode(rffi.charp2str(clib.c_uname(i)))) for i in range(5)])


@function('cpu_count()')
def cpu_count():
    """The number of processors, or None if it is unknown."""
    count = clib.c_cpu_count()
    if count < 1:
        return w_None
    return newint(count)


@function('getloadavg()')
def getloadavg():
    """The average number of runnable processes over the last 1, 5 and 15 minutes."""
    with lltype.scoped_alloc(clib.DOUBLES, 3) as out:
        if clib.c_getloadavg(out) != 3:
            raise errors.os_error(errno.EINVAL, None)
        return newtuple([newfloat(out[0]), newfloat(out[1]), newfloat(out[2])])


@function('urandom(size: int, /) -> bytes')
def urandom(size):
    """Random bytes of the system, fit for cryptography."""
    if size < 0:
        raise errors.value_error("negative argument not allowed")
    return random_bytes(size, 0)


@function('getrandom(size: int, flags: int=0) -> bytes')
def getrandom(size, flags):
    """Random bytes of the system, got as the flags say."""
    if size < 0:
        raise errors.os_error(errno.EINVAL, None)
    return random_bytes(size, flags)


def random_bytes(size, flags):
    """(int, int) -> str of `size` bytes from the system's generator."""
    parts = []
    missing = size
    while missing > 0:
        n = min(missing, 4096)
        with rffi.scoped_alloc_buffer(n) as buf:
            got = intmask(widen(clib.c_getrandom(buf.raw, rffi.cast(rffi.SIZE_T, n), rffi.cast(rffi.UINT, flags))))
            if got < 0:
                if interrupted():
                    continue
                raise failure()
            parts.append(buf.str(got))
            missing -= got
    return ''.join(parts)


@function('strerror(code: int, /)')
def strerror(code):
    """The system's message for an error number."""
    return newstr(rffi.charp2str(clib.c_strerror(_int(code))))


def _configuration_name(w_name, names):
    from interpreter.objects.int import W_AbstractInt
    from interpreter.objects.str import W_Str
    if isinstance(w_name, W_AbstractInt):
        return ops.int_w(w_name)
    if not isinstance(w_name, W_Str):
        raise errors.type_error("configuration names must be strings or integers")
    name = ops.text_w(w_name)
    if name not in names:
        raise errors.value_error("unrecognized configuration name")
    return names[name]


def _limit(result, path=None):
    """-1 with errno 0 means that there is no limit."""
    if result == -1 and clib.saved_errno() != 0:
        raise failure(path)
    return result


@function('sysconf(name, /) -> int')
def sysconf(w_name):
    """The value of a system limit, given by name or number."""
    return _limit(clib.c_sysconf(_configuration_name(w_name, sysconf_names)))


@function('fpathconf(fd, name, /) -> int')
def fpathconf(w_fd, w_name):
    """The value of a limit of an open file, given by name or number."""
    return _limit(clib.c_fpathconf(fd_arg(w_fd), _configuration_name(w_name, pathconf_names)))


@function('pathconf(path, name) -> int')
def pathconf(w_path, w_name):
    """The value of a limit of a file, given by name or number."""
    path = path_arg(w_path, 'pathconf', allow_fd=True)
    name = _configuration_name(w_name, pathconf_names)
    if path.fd != -1:
        return _limit(clib.c_fpathconf(path.fd, name), path)
    return _limit(clib.c_pathconf(path.name, name), path)


@function('confstr(name, /)')
def confstr(w_name):
    """The text of a system setting, given by name or number, or None."""
    name = _configuration_name(w_name, confstr_names)
    with rffi.scoped_alloc_buffer(4096) as buf:
        size = intmask(clib.c_confstr(_int(name), buf.raw, rffi.cast(rffi.SIZE_T, 4096)))
        if size == 0:
            if clib.saved_errno() != 0:
                raise failure()
            return w_None
        return newstr(fsdecode(buf.str(size - 1)))
