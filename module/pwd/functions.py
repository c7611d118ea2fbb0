"""The functions of pwd, read from the user database through the C library."""
from __future__ import absolute_import

from rpython.rlib.rarithmetic import intmask
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from interpreter import errors, ops
from interpreter.fscodec import fsdecode, fsencode
from interpreter.gateway import function
from interpreter.objects.wrap import newint, newlist, newstr
from module.posix.users import id_arg
from module.structseq import make_structseq

W_Passwd = make_structseq('struct_passwd', 'pwd', ['pw_name', 'pw_passwd', 'pw_uid', 'pw_gid', 'pw_gecos', 'pw_dir', 'pw_shell'],
                          doc="An entry of the system's list of users.",
                          docs=["The login name.", "The password, if it is here.", "The user id.", "The group id.", "The real name.",
                                "The home directory.", "The shell."])

_eci = ExternalCompilationInfo(
    post_include_bits=['RPY_EXTERN char *ppw_get(long how, long uid, const char *name);'],
    separate_module_sources=['''
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>

/* how: 0 by uid, 1 by name, 2 rewind and the first entry, 3 the next.  The entry in the form of /etc/passwd, or NULL */
RPY_EXTERN char *ppw_get(long how, long uid, const char *name)
{
    static __thread char line[8192];
    struct passwd *p;
    if (how == 2)
        setpwent();
    p = how == 0 ? getpwuid((uid_t)uid) : how == 1 ? getpwnam(name) : getpwent();
    if (p == NULL) {
        if (how >= 2)
            endpwent();
        return NULL;
    }
    snprintf(line, sizeof(line), "%s:%s:%lu:%lu:%s:%s:%s", p->pw_name, p->pw_passwd, (unsigned long)p->pw_uid, (unsigned long)p->pw_gid,
             p->pw_gecos ? p->pw_gecos : "", p->pw_dir, p->pw_shell);
    return line;
}
'''])
c_get = rffi.llexternal('ppw_get', [lltype.Signed, lltype.Signed, rffi.CCHARP], rffi.CCHARP, compilation_info=_eci, releasegil=False)


def entry(line):
    """The struct_passwd of a line; the fields hold no colon."""
    parts = line.split(':')
    while len(parts) < 7:
        parts.append('')
    fields_w = []
    for i in range(7):
        if i == 2 or i == 3:
            fields_w.append(newint(int(parts[i])))
        else:
            fields_w.append(newstr(fsdecode(parts[i])))
    return W_Passwd.build(fields_w)


@function('getpwuid(uid, /)')
def getpwuid(w_uid):
    """The user of that number."""
    from interpreter.objects.exception import W_OverflowError
    try:
        uid = intmask(id_arg(w_uid, 'uid'))
    except errors.OperationError as e:
        if not e.is_instance(W_OverflowError.typedef):
            raise
        raise errors.key_error(newstr("getpwuid(): uid not found"))
    line = c_get(0, uid, '')
    if not line:
        raise errors.key_error(newstr("getpwuid(): uid not found: %s" % ops.repr_w(w_uid)))
    return entry(rffi.charp2str(line))


@function('getpwnam(name: str, /)')
def getpwnam(name):
    """The user of that name."""
    encoded = fsencode(name)
    if '\x00' in encoded:
        raise errors.value_error("embedded null byte")
    line = c_get(1, 0, encoded)
    if not line:
        raise errors.key_error(newstr("getpwnam(): name not found: %s" % ops.repr_w(newstr(name))))
    return entry(rffi.charp2str(line))


@function('getpwall()')
def getpwall():
    """All users."""
    result_w = []
    line = c_get(2, 0, '')
    while line:
        result_w.append(entry(rffi.charp2str(line)))
        line = c_get(3, 0, '')
    return newlist(result_w)
