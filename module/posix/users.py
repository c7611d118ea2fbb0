"""The ids and groups of this process."""
from __future__ import absolute_import

from rpython.rlib.rarithmetic import intmask, widen
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter import errors, ops
from interpreter.fscodec import fsdecode
from interpreter.gateway import function
from interpreter.objects.int import W_Int
from interpreter.objects.wrap import newint, newlist, newstr, newtuple
from module.posix import clib
from module.posix.path import check, failure

NGROUPS_MAX = 65536


def id_arg(w_id, name):
    """A user or group id as a C unsigned int; -1 is the greatest, "no id".  name: 'uid' or 'gid'.  TypeError, OverflowError."""
    if not ops.has_index(w_id):
        raise errors.type_error("%s should be integer, not %s" % (name, w_id.gettype().name))
    w_int = ops.index(w_id)
    if not isinstance(w_int, W_Int):
        if ops.bigint_w(w_int).sign > 0:
            raise errors.overflow_error("%s is greater than maximum" % name)
        raise errors.overflow_error("%s is less than minimum" % name)
    value = w_int.intval
    if not -1 <= value <= 0xFFFFFFFF:
        raise errors.overflow_error("%s is less than minimum" % name)      # as CPython, also for one too great
    return rffi.cast(rffi.UINT, value)


def _getter(name, doc):
    c_function = getattr(clib, 'c_' + name)

    def get():
        return intmask(c_function())
    get.func_name = name
    get.__module__ = __name__
    return function(name + '() -> int', doc)(get)


for _name, _doc in [
        ('getuid', "The real user id of this process."),
        ('geteuid', "The effective user id of this process."),
        ('getgid', "The real group id of this process."),
        ('getegid', "The effective group id of this process."),
        ('getpgrp', "The process group of this process.")]:
    globals()[_name] = _getter(_name, _doc)


def _setter(name, count, doc):
    c_function = getattr(clib, 'c_' + name)
    kind = name[-3:]
    if count == 1:
        def set(w_a):
            check(widen(c_function(id_arg(w_a, kind))))
        line = '(%s, /) -> None' % kind
    elif count == 2:
        def set(w_a, w_b):
            check(widen(c_function(id_arg(w_a, kind), id_arg(w_b, kind))))
        line = '(r%s, e%s, /) -> None' % (kind, kind)
    else:
        def set(w_a, w_b, w_c):
            check(widen(c_function(id_arg(w_a, kind), id_arg(w_b, kind), id_arg(w_c, kind))))
        line = '(r%s, e%s, s%s, /) -> None' % (kind, kind, kind)
    set.func_name = name
    set.__module__ = __name__
    return function(name + line, doc)(set)


for _name, _count, _doc in [
        ('setuid', 1, "Sets the user id of this process."), ('seteuid', 1, "Sets the effective user id of this process."),
        ('setgid', 1, "Sets the group id of this process."), ('setegid', 1, "Sets the effective group id of this process."),
        ('setreuid', 2, "Sets the real and the effective user id."), ('setregid', 2, "Sets the real and the effective group id."),
        ('setresuid', 3, "Sets the real, the effective and the saved user id."),
        ('setresgid', 3, "Sets the real, the effective and the saved group id.")]:
    globals()[_name] = _setter(_name, _count, _doc)


@function('getresuid()')
def getresuid():
    """The real, the effective and the saved user id."""
    with lltype.scoped_alloc(clib.LONGS, 3) as out:
        check(clib.c_getresuid(out))
        return newtuple([newint(out[i]) for i in range(3)])


@function('getresgid()')
def getresgid():
    """The real, the effective and the saved group id."""
    with lltype.scoped_alloc(clib.LONGS, 3) as out:
        check(clib.c_getresgid(out))
        return newtuple([newint(out[i]) for i in range(3)])


@function('getgroups()')
def getgroups():
    """The groups that this process belongs to."""
    with lltype.scoped_alloc(clib.LONGS, 1024) as out:
        count = check(clib.c_getgroups(1024, out))
        return newlist([newint(out[i]) for i in range(count)])


@function('setgroups(groups, /) -> None')
def setgroups(w_groups):
    """Sets the groups that this process belongs to."""
    if not ops.is_sequence(w_groups):
        raise errors.type_error("setgroups argument must be a sequence")
    groups_w = ops.listview(w_groups)
    count = len(groups_w)
    if count > NGROUPS_MAX:
        raise errors.value_error("too many groups")
    with lltype.scoped_alloc(clib.LONGS, count + 1) as groups:
        for i in range(count):
            if not ops.has_index(groups_w[i]):
                raise errors.type_error("groups must be integers")
            groups[i] = intmask(id_arg(groups_w[i], 'gid'))
        check(clib.c_setgroups(count, groups))


@function('getgrouplist(user: str, group, /)')
def getgrouplist(user, w_group):
    """The groups that a user belongs to, with the given one."""
    group = intmask(id_arg(w_group, 'gid'))
    size = 64
    while True:
        with lltype.scoped_alloc(clib.LONGS, size) as out:
            count = clib.c_getgrouplist(user, group, size, out)
            if count >= 0:
                return newlist([newint(out[i]) for i in range(count)])
        if size > NGROUPS_MAX:
            raise failure()
        size *= 2


@function('initgroups(username: fspath, gid, /) -> None')
def initgroups(name, w_gid):
    """Sets the groups of this process to those of a user, with the given one."""
    check(widen(clib.c_initgroups(name, id_arg(w_gid, 'gid'))))


@function('getlogin()')
def getlogin():
    """The name of the user who logged in at the controlling terminal."""
    name = clib.c_getlogin()
    if not name:
        raise failure()
    return newstr(fsdecode(rffi.charp2str(name)))
