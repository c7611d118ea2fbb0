"""The functions of grp, read from the group database through the C library."""
from __future__ import absolute_import

from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from interpreter import errors, ops
from interpreter.fscodec import fsdecode, fsencode
from interpreter.gateway import function
from interpreter.objects.wrap import newint, newlist, newstr
from module.structseq import make_structseq

W_Group = make_structseq('struct_group', 'grp', ['gr_name', 'gr_passwd', 'gr_gid', 'gr_mem'],
                         doc="An entry of the system's list of groups.",
                         docs=["The name.", "The password, if it is here.", "The group id.", "The names of the members."])
BY_GID, BY_NAME, FIRST, NEXT = 0, 1, 2, 3

_eci = ExternalCompilationInfo(
    post_include_bits=['RPY_EXTERN char *pgr_get(long how, long gid, const char *name);'],
    separate_module_sources=['''
#include <grp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

/* how: 0 by gid, 1 by name, 2 rewind and the first entry, 3 the next.  The entry in the form of /etc/group, or NULL; valid until the
   thread's next call */
RPY_EXTERN char *pgr_get(long how, long gid, const char *name)
{
    static __thread char *line;
    struct group *g;
    char **member;
    size_t used, size;
    if (how == 2)
        setgrent();
    g = how == 0 ? getgrgid((gid_t)gid) : how == 1 ? getgrnam(name) : getgrent();
    if (g == NULL) {
        if (how >= 2)
            endgrent();
        return NULL;
    }
    size = strlen(g->gr_name) + (g->gr_passwd ? strlen(g->gr_passwd) : 0) + 32;
    for (member = g->gr_mem; *member; member++)
        size += strlen(*member) + 1;
    free(line);
    line = malloc(size);
    if (line == NULL)
        return NULL;
    used = sprintf(line, "%s:%s:%lu:", g->gr_name, g->gr_passwd ? g->gr_passwd : "", (unsigned long)g->gr_gid);
    for (member = g->gr_mem; *member; member++)
        used += sprintf(line + used, member == g->gr_mem ? "%s" : ",%s", *member);
    return line;
}
'''])
c_get = rffi.llexternal('pgr_get', [lltype.Signed, lltype.Signed, rffi.CCHARP], rffi.CCHARP, compilation_info=_eci, releasegil=False)


def entry(line):
    """The struct_group of a line; the fields hold no colon."""
    parts = line.split(':')
    members_w = []
    for member in parts[3].split(','):
        if member:
            members_w.append(newstr(fsdecode(member)))
    return W_Group.build([newstr(fsdecode(parts[0])), newstr(fsdecode(parts[1])), newint(int(parts[2])), newlist(members_w)])


def gid_of(w_gid):
    """A gid argument; -1 stands for the largest."""
    if not ops.has_index(w_gid):
        raise errors.type_error("gid should be integer, not %s" % w_gid.gettype().name)
    w_gid = ops.index(w_gid)
    try:
        gid = ops.int_w(w_gid)
    except errors.OperationError:
        raise errors.overflow_error("gid is %s" % ("less than minimum" if ops.lt_w(w_gid, newint(0)) else "greater than maximum"))
    if gid < -1 or gid > 0xFFFFFFFF:
        raise errors.overflow_error("gid is less than minimum")         # what CPython says of those that are too large, too
    return -1 if gid == 0xFFFFFFFF else gid


@function('getgrgid(id)')
def getgrgid(w_gid):
    """The group of that number."""
    gid = gid_of(w_gid)
    line = c_get(BY_GID, gid, '')
    if not line:
        raise errors.key_error(newstr("getgrgid(): gid not found: %d" % gid))
    return entry(rffi.charp2str(line))


@function('getgrnam(name: str)')
def getgrnam(name):
    """The group of that name."""
    encoded = fsencode(name)
    if '\x00' in encoded:
        raise errors.value_error("embedded null byte")
    line = c_get(BY_NAME, 0, encoded)
    if not line:
        raise errors.key_error(newstr("getgrnam(): name not found: %s" % ops.repr_w(newstr(name))))
    return entry(rffi.charp2str(line))


@function('getgrall()')
def getgrall():
    """All groups."""
    result_w = []
    line = c_get(FIRST, 0, '')
    while line:
        result_w.append(entry(rffi.charp2str(line)))
        line = c_get(NEXT, 0, '')
    return newlist(result_w)
