"""The C functions behind module/time: see shim.h."""
from __future__ import absolute_import

import os

from rpython.rlib import rposix
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator import cdir
from rpython.translator.tool.cbuild import ExternalCompilationInfo

from rpython_stm import rstm

_here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(_here, 'shim.c')) as _file:
    eci = ExternalCompilationInfo(includes=['%s/shim.h' % _here], include_dirs=[_here, cdir],
                                  separate_module_sources=[_file.read().replace('#include "shim.h"', '#include "%s/shim.h"' % _here)])

saved_errno = rposix.get_saved_errno
LONGS = rffi.CArray(lltype.Signed)
_LP = lltype.Ptr(LONGS)
_S = lltype.Signed


def _external(name, args, result, releasegil=False):
    return rffi.llexternal('ptm_' + name, args, result, compilation_info=eci, save_err=rffi.RFFI_SAVE_ERRNO, releasegil=releasegil)


c_clock_gettime = _external('clock_gettime', [_S, _LP], _S)
c_clock_settime = _external('clock_settime', [_S, _S, _S], _S)
c_clock_getres = _external('clock_getres', [_S, _LP], _S)
c_pthread_clock = _external('pthread_clock', [_S, _LP], _S)
c_sleep_until = _external('sleep_until', [_S, _S], _S, releasegil=True)
c_localtime = _external('localtime', [_S, _LP], _S)
c_gmtime = _external('gmtime', [_S, _LP], _S)
c_zone = _external('zone', [_S], rffi.CCHARP)
c_mktime = _external('mktime', [_LP, _LP], _S)
c_strftime = _external('strftime', [rffi.CCHARP, _S, rffi.CCHARP, _LP, rffi.CCHARP], _S)
c_tzset = _external('tzset', [], lltype.Void)

rstm.harmless('ptm_clock_gettime', 'ptm_clock_getres', 'ptm_pthread_clock', 'ptm_localtime', 'ptm_gmtime', 'ptm_zone', 'ptm_mktime',
              'ptm_strftime')
