"""fork_exec."""
from __future__ import absolute_import

import os

from rpython.rlib import rposix
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator import cdir
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.root import w_None
from interpreter.objects.wrap import newint
from module.audit import audit
from module.posix.fd import emit

_here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(_here, 'spawn.c')) as _file:
    _source = _file.read().replace('#include "spawn.h"', '#include "%s/spawn.h"' % _here)
_eci = ExternalCompilationInfo(includes=['%s/spawn.h' % _here], include_dirs=[cdir], separate_module_sources=[_source])
LONGS = rffi.CArray(lltype.Signed)
_LP = lltype.Ptr(LONGS)
_ARGS = [_LP, rffi.CCHARPP, rffi.CCHARPP, rffi.CCHARPP, rffi.CCHARP, _LP, _LP]
c_spawn = rffi.llexternal('psp_spawn', _ARGS, lltype.Signed, compilation_info=_eci, save_err=rffi.RFFI_SAVE_ERRNO, releasegil=False)
c_prepare = rffi.llexternal('psp_prepare', [_LP, rffi.CCHARP, _LP, _LP], lltype.Void, compilation_info=_eci, releasegil=False)
c_exec = rffi.llexternal('psp_exec', [_LP, rffi.CCHARPP, rffi.CCHARPP, rffi.CCHARPP, _LP], lltype.Void, compilation_info=_eci, releasegil=False)
c_preexec_failed = rffi.llexternal('psp_preexec_failed', [lltype.Signed], lltype.Void, compilation_info=_eci, releasegil=False)
NUMBERS = 17


def texts(w_items):
    result = []
    for w_item in ops.listview(w_items):
        text = ops.fspath_w(w_item)
        assert text is not None
        result.append(text)
    return result


def longs(values):
    """A raw array of the numbers, never empty."""
    array = lltype.malloc(LONGS, len(values) + 1, flavor='raw')
    for i in range(len(values)):
        array[i] = values[i]
    array[len(values)] = 0
    return array


def id_argument(w_id):
    return -1 if w_id is w_None else ops.int_w(w_id)


@function('fork_exec(args, executable_list, close_fds: bool, pass_fds, cwd, env, p2cread: int, p2cwrite: int, c2pread: int, c2pwrite: int, '
          'errread: int, errwrite: int, errpipe_read: int, errpipe_write: int, restore_signals: bool, call_setsid: bool, pgid_to_set: int, '
          'gid, extra_groups, uid, child_umask: int, preexec_fn, allow_vfork: bool, /) -> int')
def fork_exec(w_args, w_programs, close_fds, w_keep, w_cwd, w_env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read,
              errpipe_write, restore_signals, call_setsid, pgid, w_gid, w_groups, w_uid, umask, w_preexec, allow_vfork):
    """Starts a program in a child process; returns its process id."""
    if close_fds and errpipe_write < 3:
        raise errors.value_error("errpipe_write must be >= 3")
    keep = []
    for w_fd in ops.listview(w_keep):
        fd = ops.int_w(w_fd)
        if fd < 0 or (len(keep) > 0 and fd <= keep[-1]):
            raise errors.value_error("bad value(s) in fds_to_keep")
        keep.append(fd)
    groups = []
    ngroups = -1
    if w_groups is not w_None:
        for w_group in ops.listview(w_groups):
            groups.append(ops.int_w(w_group))
        ngroups = len(groups)
    args = texts(w_args)
    programs = texts(w_programs)
    cwd = ''
    if w_cwd is not w_None:
        cwd = ops.fspath_w(w_cwd)
        assert cwd is not None
    numbers = [1 if close_fds else 0, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read, errpipe_write,
               1 if restore_signals else 0, 1 if call_setsid else 0, pgid, id_argument(w_gid), id_argument(w_uid), umask, len(keep), ngroups]
    c_numbers = longs(numbers)
    c_keep = longs(keep)
    c_groups = longs(groups)
    c_args = rffi.liststr2charpp(args)
    c_programs = rffi.liststr2charpp(programs)
    c_env = lltype.nullptr(rffi.CCHARPP.TO)
    if w_env is not w_None:
        c_env = rffi.liststr2charpp(texts(w_env))
    c_cwd = rffi.str2charp(cwd)
    try:
        if w_preexec is w_None:
            emit()
            pid = c_spawn(c_numbers, c_programs, c_args, c_env, c_cwd, c_keep, c_groups)
            if pid < 0:
                raise errors.os_error(rposix.get_saved_errno(), None)
            return pid
        from module.posix.process import fork
        pid = fork()
        if pid == 0:
            c_prepare(c_numbers, c_cwd, c_keep, c_groups)
            try:
                w_preexec.call0()
            except errors.OperationError:
                c_preexec_failed(errpipe_write)         # the parent raises for it
            c_exec(c_numbers, c_programs, c_args, c_env, c_keep)
        return pid
    finally:
        rffi.free_charp(c_cwd)
        if c_env:
            rffi.free_charpp(c_env)
        rffi.free_charpp(c_programs)
        rffi.free_charpp(c_args)
        lltype.free(c_groups, flavor='raw')
        lltype.free(c_keep, flavor='raw')
        lltype.free(c_numbers, flavor='raw')
