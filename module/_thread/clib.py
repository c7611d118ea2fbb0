"""gettid(2)."""
from __future__ import absolute_import

from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from rpython_stm import rstm

_eci = ExternalCompilationInfo(
    includes=['unistd.h', 'sys/syscall.h'],
    post_include_bits=['RPY_EXTERN long pth_gettid(void);'],
    separate_module_sources=['''
#include <unistd.h>
#include <sys/syscall.h>
RPY_EXTERN long pth_gettid(void) { return syscall(SYS_gettid); }
'''])
c_gettid = rffi.llexternal('pth_gettid', [], lltype.Signed, compilation_info=_eci, releasegil=False)
rstm.harmless('pth_gettid')
